"""Sets are planned so far from failure that they count as nothing.

## What it checks
Every exercise in loading weeks, jumps left out. A set with more than 4 repetitions in reserve (RIR)
is no hard set. A range counts at its middle and a written RPE as 10 minus it, so 3-5 RIR is fine
and 4-5 is not. Sets that say nothing about effort are not judged and count as hard, even where
load and repetitions show that they are easy.

## Why it matters
Growth rises slightly as sets end nearer to failure, and failure itself is not needed. That is
[supported](claim:failure-proximity) with moderate certainty, and 0 to 3 RIR is called the useful
zone. No analysis gives the point where a set is too easy. Our cut is a convention, interpolated
between what was tested. It matters here because all our counts of hard sets leave easier sets out:
a plan can look fuller than it is.

## What to do
Ask for 0 to 3 in reserve (2 to 4 from beginners), with more repetitions or a heavier load. If the
easy sets belong to a lighter week, make it a block with `deload: true`. Easy sets on purpose, as in
fast lifting or learning a lift, are a good reason for a deviation.

## Flagged
```yaml
blocks:
  - name: Build
    weeks: 1
    sessions:
      - name: Legs
        day: monday
        exercises:
          - {exercise: barbell-back-squat, sets: 3, reps: 8, rir: 4-5, rest: 3 min}
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
          - {exercise: barbell-back-squat, sets: 3, reps: 8, rir: 3-5, rest: 3 min}
```
"""

from collections.abc import Iterator

from generator.finding import Finding, Severity
from generator.measure.lines import Case, set_by_set, worst
from generator.model.number import plain
from generator.model.quantity import Rir
from generator.plan import Plan
from generator.rule import Kind, rule


def efforts(plan: Plan) -> Iterator[Case[Rir]]:
    """Every set of a loading week that says how many repetitions stay in reserve."""
    limit = plan.framework.limit("hard-set-rir")
    for week, entry, set_ in set_by_set(plan.loading_weeks):
        if set_.rir and not set_.exercise.jump:
            yield Case(week, entry, set_, set_.rir, set_.rir.middle - limit)


def measured(plan: Plan) -> str:
    """The easiest sets."""
    found = [case.value for case in efforts(plan)]
    return f"up to {max(found, key=lambda rir: rir.middle)} RIR" if found else "no RIR written"


@rule(
    code="TEN004",
    name="too-far-from-failure",
    topic="mechanical-tension",
    kind=Kind.EVIDENCE,
    severity=Severity.WARNING,
    claims=("failure-proximity",),
    thresholds=("hard-set-rir",),
    allowed="at most {hard-set-rir} RIR in loading weeks",
    measured=measured,
)
def check(plan: Plan) -> Iterator[Finding]:
    """One finding per prescription; where a block sets the RIR of all, one for the block."""
    limit = plain(plan.framework.limit("hard-set-rir"))
    better = "2 to 4" if plan.program.level == "beginner" else "0 to 3"
    said: set[int] = set()
    for case in worst(plan, (case for case in efforts(plan) if case.distance > 0)):
        block, number = case.week.block, case.week.block_number
        if block.rir:
            if number in said:
                continue
            said.add(number)
        who = f"“{block.name}”" if block.rir else case.entry.exercise.name
        by_rpe = case.set.load is not None and case.set.load.kind == "rpe"
        effort = f"{case.set.load} ({case.value} RIR)" if by_rpe else f"{case.value} RIR"
        field = case.keys("load" if by_rpe else "rir")
        yield Finding(
            (*case.week.block_keys, "rir") if block.rir else field,
            f"{who}: {effort} in week {case.week.number} is too easy to count as a hard set; "
            f"{limit} RIR is the most",
            f"Plan {better} RIR with more reps or load, or make a lighter week a deload.",
        )
