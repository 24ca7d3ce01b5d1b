"""A set is too light for growth, or has too many repetitions.

## What it checks
Sets in loading weeks. A load written in percent must be 30 % of the 1RM or more, unless the set is
done with blood-flow restriction (`set_type: bfr`). No set may have more than 35 repetitions; a
range counts at its middle. A load that is not written in percent is judged by its repetitions
alone, because the repetition curve knows nothing below 60 %. Jumps and holds are left out, and so
are the repetitions of a cluster, which are a total. Sets with more than 4 in reserve are left to
[TEN004](rule:TEN004); they count for nothing anyway.

## Why it matters
Loads from about 30 to 90 % grow muscle alike when sets are hard, so that growth
[needs 65 to 85 %](claim:tension-load-zone) is contradicted, with moderate certainty. There is a
floor, though: legs and arms trained at 20 % grew less than half as much. The exact 30 % is a
convention, the lightest load we take for growth. The figure of 35 repetitions is a convention that
stands for about the same load; [no best range of repetitions](claim:hypertrophy-rep-zone) is
visible below it.

## What to do
Use more load, or a harder version of the exercise: one leg, a pause, a slower way down. No
deviation is possible, because such a set would count like any other.

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
          - {exercise: leg-extension, sets: 3, reps: 30, load: 25%, rir: 1, rest: 90 s}
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
          - {exercise: leg-extension, sets: 3, reps: 30, load: 30%, rir: 1, rest: 90 s}
```
"""

from collections.abc import Iterator
from fractions import Fraction

from generator.finding import Finding, Severity
from generator.measure.lightness import counted_reps, written_percent
from generator.measure.lines import Case, set_by_set, worst
from generator.measure.sets import is_hard
from generator.model.number import plain
from generator.plan import Plan
from generator.rule import Kind, rule


def loads(plan: Plan) -> Iterator[Case[Fraction]]:
    """Loads in percent of the hard sets that are not done with blood-flow restriction."""
    least = plan.framework.limit("light-load-low")
    for week, entry, set_ in set_by_set(plan.loading_weeks):
        percent = written_percent(set_)
        if percent is None or set_.set_type == "bfr":
            continue
        if is_hard(set_, plan.framework):
            yield Case(week, entry, set_, percent, least - percent)


def lengths(plan: Plan) -> Iterator[Case[Fraction]]:
    """Repetitions of the hard sets."""
    most = plan.framework.limit("longest-set-reps")
    for week, entry, set_ in set_by_set(plan.loading_weeks):
        reps = counted_reps(set_)
        if reps is not None and is_hard(set_, plan.framework):
            yield Case(week, entry, set_, reps, reps - most)


def measured(plan: Plan) -> str:
    """The lightest load and the longest set."""
    percents = [case.value for case in loads(plan)]
    reps = [case.value for case in lengths(plan)]
    lightest = f"{plain(min(percents))} % at the lightest" if percents else "no load in percent"
    longest = f"up to {plain(max(reps))} repetitions" if reps else "no repetitions to count"
    return f"{lightest}, {longest}"


@rule(
    code="TEN014",
    name="too-light",
    topic="mechanical-tension",
    kind=Kind.EVIDENCE,
    severity=Severity.ERROR,
    claims=("tension-load-zone", "hypertrophy-rep-zone"),
    thresholds=("light-load-low", "longest-set-reps", "hard-set-rir"),
    fixed=True,
    allowed="{light-load-low} % of the 1RM or more without blood-flow restriction, and up to "
    "{longest-set-reps} repetitions",
    measured=measured,
)
def check(plan: Plan) -> Iterator[Finding]:
    """One finding per prescription for the load and one for the repetitions."""
    least = plain(plan.framework.limit("light-load-low"))
    for case in worst(plan, (case for case in loads(plan) if case.distance > 0)):
        yield Finding(
            case.keys("load"),
            f"{case.entry.exercise.name} works at {plain(case.value, 3)} % of the 1RM in "
            f"week {case.week.number}; {least} % is the least without blood-flow restriction",
            "Use more load, or write `set_type: bfr` if the limb is cuffed.",
        )
    most = plain(plan.framework.limit("longest-set-reps"))
    for case in worst(plan, (case for case in lengths(plan) if case.distance > 0)):
        reps = case.set.reps
        average = "" if reps.low == reps.high else f" ({plain(case.value)} on average)"
        yield Finding(
            case.keys("reps"),
            f"{case.entry.exercise.name} has sets of {reps} repetitions{average} in "
            f"week {case.week.number}; {most} is the most",
            "Use more load, or a harder version of the exercise.",
        )
