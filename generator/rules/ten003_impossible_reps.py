"""More repetitions at a load than almost anybody can do.

## What it checks
Straight sets whose load is written in percent of the 1RM, deloads included. Repetitions + RIR (a
range counts at its middle; no RIR counts as none in reserve) must not be more than the mean of the
repetition curve at that load plus two standard deviations. Drop sets, rest-pause and other special
sets are left out, because their repetitions are a total.

## Why it matters
This is arithmetic for the reader's sake, not a training theory. If someone does 15 repetitions with
90 %, then it was not 90 %. The curve is the pooled one of
[Nuzzo et al. 2024](source:nuzzo-2024-repetitions), with the leg press on a curve of its own. It was
read second-hand and single exercises can lie above it, which is why the limit is generous. The two
standard deviations are a convention: about one lifter in forty is beyond them if repetitions spread
in a bell curve.

## What to do
Lower the load, ask for fewer repetitions, or correct the RIR. Or leave the load out and let the RIR
decide. No deviation is possible, because a reader could not follow the line.

## Flagged
```yaml
blocks:
  - name: Build
    weeks: 1
    sessions:
      - name: Legs
        day: monday
        exercises:
          - {exercise: barbell-back-squat, sets: 4, reps: 12, load: 85%, rir: 2, rest: 3 min}
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
          - {exercise: barbell-back-squat, sets: 4, reps: 6, load: 85%, rir: 2, rest: 3 min}
```
"""

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction

from generator.finding import Finding, Label, Severity
from generator.intensity import repetitions_at
from generator.measure.lines import Case, set_by_set, worst
from generator.model.number import plain, plain_beside
from generator.plan import Plan, PlannedSet
from generator.rule import Kind, rule


@dataclass(frozen=True)
class Promise:
    """What a set asks for and what its load allows, in repetitions to failure."""

    percent: Fraction
    asked: Fraction
    mean: Fraction
    possible: Fraction


def promise(set_: PlannedSet, deviations: Fraction) -> Promise | None:
    """What a straight set with a load in percent asks for; nothing for any other set."""
    if set_.intensity is None or set_.intensity.estimated or set_.set_type != "straight":
        return None
    mean, deviation = repetitions_at(set_.intensity.percent, set_.exercise)
    reserve = set_.rir.middle if set_.rir else Fraction(0)
    possible = mean + deviations * deviation
    return Promise(set_.intensity.percent, set_.reps.middle + reserve, mean, possible)


def promises(plan: Plan) -> Iterator[Case[Promise]]:
    """Every set the curve can judge."""
    deviations = plan.framework.limit("possible-reps-deviations")
    for week, entry, set_ in set_by_set(plan.weeks):
        if made := promise(set_, deviations):
            yield Case(week, entry, set_, made, made.asked - made.possible)


def measured(plan: Plan) -> str:
    """The set that asks for most of what is possible."""
    found = [case.value for case in promises(plan)]
    if not found:
        return "no load in percent"
    most = max(found, key=lambda made: made.asked - made.possible)
    asked, possible = plain(most.asked, 1), plain_beside(most.possible, most.asked)
    return (
        f"{asked} asked at {plain(most.percent, 1)} %, where {plain(most.mean, 1)} are usual "
        f"and {possible} the most to expect"
    )


@rule(
    code="TEN003",
    name="impossible-reps",
    topic="mechanical-tension",
    kind=Kind.SENSE,
    severity=Severity.ERROR,
    thresholds=("possible-reps-deviations",),
    fixed=True,
    allowed="repetitions that the load allows: the average of many people and "
    "{possible-reps-deviations} standard deviations more",
    measured=measured,
)
def check(plan: Plan) -> Iterator[Finding]:
    """One finding per prescription, about its worst week."""
    for case in worst(plan, (c for c in promises(plan) if c.value.asked > c.value.possible)):
        made, set_ = case.value, case.set
        labels = [Label(case.keys("load"), f"{set_.load} of the 1RM in week {case.week.number}")]
        if set_.rir:
            labels.append(Label(case.keys("rir"), f"{set_.rir} in reserve"))
        reps = f"{set_.reps} rep" if str(set_.reps) == "1" else f"{set_.reps} reps"
        reserve = f" + {set_.rir} RIR" if set_.rir else ""
        yield Finding(
            case.keys("reps"),
            f"{case.entry.exercise.name}: {reps}{reserve} at {plain(made.percent)} % in "
            f"week {case.week.number}; people average {plain(made.mean, 1)} to failure there, and "
            f"{plain_beside(made.possible, made.asked)} is the most to expect",
            "Lower the load, ask for fewer reps, or leave the load out and let the RIR decide.",
            tuple(labels) if not case.week.block.like else (),
        )
