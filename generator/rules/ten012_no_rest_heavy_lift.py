"""Heavy sets of a compound lift rest less than a minute.

## What it checks
The rest written for heavy sets of compound lifts in loading weeks; a range counts at its middle.
Heavy is a hard set at 80 % of the 1RM and more, or of 8 repetitions and fewer at 65 % and more,
with more than the body's own weight. Under 60 s is an error. Clusters and rest-pause sets are left
out, because they are short rests on purpose. So are supersets and circuits where the other lifts
train other parts of the leg, because a lift also rests while those are done; only direct work
counts here. They get [the warning](rule:TEN011) instead.

## Why it matters
So little rest usually costs repetitions, and the next heavy set is no longer the one that is
written. The claim that [rests of 30 to 60 s build more muscle](claim:short-rest-growth) is
contradicted, with low certainty. Making this an error is our policy; no trial set 60 s as a border.

## What to do
Rest two minutes or more. If short rests are the point, do more than 8 repetitions with less than
80 %, or write the set as a cluster or rest-pause set. A speed set far from failure is not meant:
write its RIR, 5 or more.

## Flagged
```yaml
blocks:
  - name: Build
    weeks: 1
    sessions:
      - name: Legs
        day: monday
        exercises:
          - {exercise: barbell-back-squat, sets: 3, reps: 8, load: 70%, rir: 3, rest: 45 s}
```

## Fine
```yaml
blocks:
  - name: Build
    weeks: 1
    sessions:
      - name: Legs
        day: monday
        exercises:
          - {exercise: barbell-back-squat, sets: 3, reps: 8, load: 70%, rir: 3, rest: 60 s}
```
"""

from collections.abc import Iterator

from generator.finding import Finding, Severity
from generator.measure.heavy import (
    heavy_rests,
    lighter,
    needs_rest,
    rests_least,
    short_rests,
)
from generator.model.number import plain
from generator.plan import Plan
from generator.rule import Kind, rule


def measured(plan: Plan) -> str:
    """The shortest rest after a heavy set that has no other."""
    rests = [case.value.middle for case in heavy_rests(plan) if needs_rest(case)]
    return f"{plain(min(rests))} s at the least" if rests else "no heavy compound with a rest"


@rule(
    code="TEN012",
    name="no-rest-heavy-lift",
    topic="mechanical-tension",
    kind=Kind.EVIDENCE,
    severity=Severity.ERROR,
    claims=("short-rest-growth",),
    thresholds=(
        "heavy-load",
        "heavy-reps",
        "tension-load-low",
        "hard-set-rir",
        "heavy-rest-low",
        "heavy-rest-least",
    ),
    allowed="{heavy-rest-least} s of rest or more after heavy compound sets that get no other rest",
    measured=measured,
)
def check(plan: Plan) -> Iterator[Finding]:
    """One finding per written rest, about its worst week."""
    least = plan.framework.limit("heavy-rest-least")
    enough = plan.framework.limit("heavy-rest-low")
    for case in short_rests(plan):
        if rests_least(case, plan):
            after = " after the round" if case.entry.group else ""
            yield Finding(
                case.rest_keys(),
                f"{case.entry.exercise.name} is heavy and rests {case.value.counted}{after} "
                f"in week {case.week.number}; {plain(least)} s is the least, and {plain(enough)} s "
                "or more is better",
                f"Rest longer, {lighter(plan)}, or write a cluster or rest-pause set.",
            )
