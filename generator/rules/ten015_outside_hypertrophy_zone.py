"""A hypertrophy program does most of its hard sets outside the framework's hypertrophy zone.

## What it checks
Programs whose goal is hypertrophy. Of all hard sets in loading weeks at least half have to lie at
60 to 80 % of the 1RM for 8 to 12 repetitions. A range of repetitions lies in the zone when its
middle does. Jumps and holds are not counted.

## Why it matters
The framework says that growth peaks in this zone. The evidence
[contradicts that](claim:hypertrophy-rep-zone): low, moderate and high loads grew muscle alike when
the sets were hard. The zone is a convenience, since longer sets are slow, unpleasant and harder to
judge, and cost strength. "At least half" is a convention; neither the framework nor a trial says
how many.

## What to do
Move some sets to 8 to 12 repetitions with 60 to 80 %. If the program works elsewhere on purpose,
close enough to failure, say so in a deviation.

## Flagged
```yaml
blocks:
  - name: Build
    weeks: 1
    sessions:
      - name: Legs
        day: monday
        exercises:
          - {exercise: barbell-back-squat, sets: 3, reps: 5, load: 80%, rir: 2, rest: 3 min}
          - {exercise: seated-leg-curl, sets: 2, reps: 10, load: 70%, rir: 2, rest: 90 s}
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
          - {exercise: barbell-back-squat, sets: 3, reps: 5, load: 80%, rir: 2, rest: 3 min}
          - {exercise: seated-leg-curl, sets: 3, reps: 10, load: 70%, rir: 2, rest: 90 s}
```
"""

from collections.abc import Iterator
from fractions import Fraction

from generator.finding import Finding, Severity
from generator.measure.sets import hard, in_hypertrophy_zone
from generator.model.number import plain, plain_beside
from generator.plan import Plan
from generator.rule import Kind, rule


def counted(plan: Plan) -> tuple[int, int]:
    """Hard sets of all loading weeks inside the zone, and all of them that have a load."""
    sets = hard((s for week in plan.loading_weeks for s in week.sets), plan.framework)
    loaded = [set_ for set_ in sets if set_.intensity is not None]
    return sum(in_hypertrophy_zone(set_, plan.framework) for set_ in loaded), len(loaded)


def measured(plan: Plan) -> str:
    """The share inside the zone."""
    inside, total = counted(plan)
    if not total:
        return "no hard sets with a load"
    least = plan.framework.limit("hypertrophy-share")
    share = plain_beside(Fraction(100 * inside, total), least, places=0)
    return f"{share} % of {total} hard sets"


@rule(
    code="TEN015",
    name="outside-hypertrophy-zone",
    topic="mechanical-tension",
    kind=Kind.FRAMEWORK,
    severity=Severity.WARNING,
    claims=("hypertrophy-rep-zone",),
    thresholds=(
        "hypertrophy-share",
        "hypertrophy-load-low",
        "hypertrophy-load-high",
        "hypertrophy-reps-low",
        "hypertrophy-reps-high",
        "hard-set-rir",
    ),
    allowed="at least {hypertrophy-share} % of hard sets at {hypertrophy-load-low} to "
    "{hypertrophy-load-high} % for {hypertrophy-reps-low} to {hypertrophy-reps-high} repetitions, "
    "if the goal is hypertrophy",
    measured=measured,
)
def check(plan: Plan) -> Iterator[Finding]:
    """One finding for the whole program."""
    limit = plan.framework.limit
    least = limit("hypertrophy-share")
    inside, total = counted(plan)
    if plan.program.goal == "hypertrophy" and total and 100 * inside < least * total:
        share = plain_beside(Fraction(100 * inside, total), least, places=0)
        load = (
            f"{plain(limit('hypertrophy-load-low'))} to {plain(limit('hypertrophy-load-high'))} %"
        )
        reps = f"{plain(limit('hypertrophy-reps-low'))} to {plain(limit('hypertrophy-reps-high'))}"
        yield Finding(
            ("goal",),
            f"{inside} of {total} hard sets ({share} %) work at {load} for {reps} reps; "
            f"the framework wants at least {plain(least)} % for hypertrophy",
            f"Move sets to {reps} repetitions at {load}, or give a reason in `deviations`.",
        )
