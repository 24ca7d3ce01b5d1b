"""Heavy sets of a compound lift rest less than two minutes.

## What it checks
The rest written for heavy sets of compound lifts in loading weeks; a range counts at its middle.
Heavy is a hard set at 80 % of the 1RM and more, or of 8 repetitions and fewer at 65 % and more,
with more than the body's own weight. It should rest 120 s or more. In a superset or circuit the
rest after the round counts. Under 60 s [an error](rule:TEN012) takes over, except in clusters and
rest-pause sets, and in supersets and circuits where the other lifts train other parts. For a
beginner 60 s and more is only a note.

## Why it matters
The claim that [rests of 30 to 60 s build more muscle](claim:short-rest-growth) is contradicted,
with low certainty. A short rest usually costs repetitions, and on a heavy lift these are the ones
you came for. For size nothing more is gained beyond an intermediate rest. For strength, trained
lifters do better with more than two minutes. Where "heavy" begins is a convention.

## What to do
Rest two to five minutes. If time is short, pair the lift with one for other muscles and still rest
two minutes after the round, or do a set less.

## Flagged
```yaml
blocks:
  - name: Build
    weeks: 1
    sessions:
      - name: Legs
        day: monday
        exercises:
          - {exercise: barbell-back-squat, sets: 3, reps: 8, load: 70%, rir: 3, rest: 90 s}
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
          - {exercise: barbell-back-squat, sets: 3, reps: 8, load: 70%, rir: 3, rest: 2 min}
```
"""

from collections.abc import Iterator

from generator.finding import Finding, Label, Severity
from generator.measure.heavy import heavy_rests, lighter, rests_least, short_rests
from generator.model.number import plain
from generator.plan import Plan
from generator.rule import Kind, rule


def measured(plan: Plan) -> str:
    """The shortest rest after a heavy set."""
    rests = [case.value.middle for case in heavy_rests(plan)]
    return f"{plain(min(rests))} s at the least" if rests else "no heavy compound with a rest"


@rule(
    code="TEN011",
    name="short-rest-heavy-lift",
    topic="mechanical-tension",
    kind=Kind.EVIDENCE,
    severity=Severity.WARNING,
    claims=("short-rest-growth",),
    thresholds=(
        "heavy-load",
        "heavy-reps",
        "tension-load-low",
        "hard-set-rir",
        "heavy-rest-low",
        "heavy-rest-least",
    ),
    allowed="{heavy-rest-low} s of rest or more after heavy compound sets",
    measured=measured,
)
def check(plan: Plan) -> Iterator[Finding]:
    """One finding per written rest, about its worst week; the error has the shortest ones."""
    enough = plan.framework.limit("heavy-rest-low")
    least = plan.framework.limit("heavy-rest-least")
    for case in short_rests(plan):
        if rests_least(case, plan):
            continue
        very_short = case.value.middle < least
        after = " after the round" if case.entry.group else ""
        novice = plan.program.level == "beginner" and not very_short
        yield Finding(
            case.rest_keys(),
            f"{case.entry.exercise.name} is heavy and rests {case.value.counted}{after} in "
            f"week {case.week.number}; {plain(enough)} s is the least to plan",
            f"Rest two minutes or more, or {lighter(plan)}.",
            (Label(("level",), "only a note, for beginners"),) if novice else (),
            graded=Severity.NOTE if novice else None,
        )
