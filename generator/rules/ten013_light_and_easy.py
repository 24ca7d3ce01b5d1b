"""Light or long sets stop too far from failure.

## What it checks
Sets in loading weeks with more than 2 repetitions in reserve, a range counting at its middle. They
are flagged at 30 to 50 % of the 1RM, where the load is written in percent, and above 15
repetitions. Up to 4 in reserve they still count as hard sets; here we ask for more. Beyond that
[TEN004](rule:TEN004) speaks. Sets that say nothing about effort, jumps, holds and
blood-flow-restriction sets are left out. The repetitions of a cluster are its total, so only its
load counts.

## Why it matters
Light loads grow muscle about as well as heavy ones when effort is near maximal: that growth
[needs 65 to 85 %](claim:tension-load-zone) is contradicted, with moderate certainty, and so is that
[sets of 15 and more are inferior](claim:hypertrophy-rep-zone). Most light sets in those trials went
to failure, so they say little about the light set that stops early. Beyond about 12 repetitions
people also judge their reserve less well. That light training leaves
[satellite cells](claim:satellite-cells-intensity) alone is contradicted, too, with low certainty.
The figures of 50 %, 15 repetitions and 2 RIR are conventions.

## What to do
Plan 0 to 2 in reserve, or use a heavier load for fewer repetitions. Fast work for power at light
loads is meant to stay easy; say so in a deviation.

## Flagged
```yaml
blocks:
  - name: Build
    weeks: 1
    sessions:
      - name: Legs
        day: monday
        exercises:
          - {exercise: barbell-back-squat, sets: 3, reps: 8, load: 70%, rir: 3, rest: 3 min}
          - {exercise: leg-extension, sets: 3, reps: 20, rir: 3, rest: 90 s}
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
          - {exercise: barbell-back-squat, sets: 3, reps: 8, load: 70%, rir: 3, rest: 3 min}
          - {exercise: leg-extension, sets: 3, reps: 20, rir: 2, rest: 90 s}
```
"""

from collections.abc import Iterator

from generator.finding import Finding, Label, Severity
from generator.measure.lightness import is_long, written_percent
from generator.measure.lines import Case, set_by_set, worst
from generator.measure.sets import is_hard
from generator.model import Framework
from generator.model.number import plain
from generator.model.quantity import Rir
from generator.plan import Plan, PlannedSet
from generator.rule import Kind, rule


def is_light(set_: PlannedSet, framework: Framework) -> bool:
    """Whether a load written in percent is light, and not too light for any set."""
    percent = written_percent(set_)
    low, high = framework.limit("light-load-low"), framework.limit("light-load-high")
    return percent is not None and low <= percent <= high


def reserves(plan: Plan) -> Iterator[Case[Rir]]:
    """What light and long hard sets of loading weeks keep in reserve, where they say so."""
    framework = plan.framework
    most = framework.limit("light-rir")
    for week, entry, set_ in set_by_set(plan.loading_weeks):
        if set_.rir is None or set_.intensity is None or set_.set_type == "bfr":
            continue
        if not is_hard(set_, framework):
            continue
        if is_light(set_, framework) or is_long(set_, framework.limit("long-set-reps")):
            yield Case(week, entry, set_, set_.rir, set_.rir.middle - most)


def measured(plan: Plan) -> str:
    """The most that such a set keeps in reserve."""
    found = [case.value.middle for case in reserves(plan)]
    return f"up to {plain(max(found))} in reserve" if found else "no light or long set with a RIR"


@rule(
    code="TEN013",
    name="light-and-easy",
    topic="mechanical-tension",
    kind=Kind.EVIDENCE,
    severity=Severity.WARNING,
    claims=("tension-load-zone", "hypertrophy-rep-zone", "satellite-cells-intensity"),
    thresholds=(
        "light-load-low",
        "light-load-high",
        "light-rir",
        "long-set-reps",
        "hard-set-rir",
    ),
    allowed="{light-rir} in reserve or fewer at {light-load-low} to {light-load-high} %, "
    "and in sets of more than {long-set-reps} repetitions",
    measured=measured,
)
def check(plan: Plan) -> Iterator[Finding]:
    """One finding per prescription, about its worst week."""
    most = plain(plan.framework.limit("light-rir"))
    for case in worst(plan, (case for case in reserves(plan) if case.distance > 0)):
        set_ = case.set
        light = is_light(set_, plan.framework)
        what = f"{set_.load}" if light else f"{set_.reps} repetitions"
        kind = "a light" if light else "a long"
        cause = Label(case.keys("load" if light else "reps"), f"{kind} set: {what}")
        yield Finding(
            case.effort_keys(),
            f"{case.entry.exercise.name} keeps {case.value.counted} in reserve at {what} in "
            f"week {case.week.number}; {kind} set should keep {most} or fewer",
            "Go closer to failure, or use a heavier load for fewer repetitions.",
            (cause,) if not case.week.block.like else (),
        )
