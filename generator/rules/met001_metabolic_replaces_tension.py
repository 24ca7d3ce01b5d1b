"""A prime mover gets more metabolic sets than tension sets in a loading week.

## What it checks
Each loading week, for the quadriceps, hamstrings and glutes: of the sets that train the muscle
directly, no more may be metabolic sets than tension sets. A metabolic set is a hard set that rests
60 s or less, or a drop, rest-pause, myo-rep or blood-flow-restriction set. A set at 65 to 85 % with
a short rest is both and counts on both sides.

## Why it matters
The framework lets metabolic stress complement tension and never replace it. As caution that is
[supported](claim:metabolic-complements-tension), for strength and for practical reasons. For size
alone hard light sets are not inferior, so the evidence would make this a preference and not an
error. That "replaces" means "more sets than" is a convention, our reading of the framework.

## What to do
Rest longer in some of the short-rest sets, turn one pump exercise into sets at 65 to 85 %, or drop
a few metabolic sets.

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
          - {exercise: leg-extension, sets: 4, reps: 20, rir: 1, rest: 45 s}
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
          - {exercise: leg-extension, sets: 3, reps: 20, rir: 1, rest: 45 s}
```
"""

from collections.abc import Callable, Iterable, Iterator
from functools import partial

from generator.finding import Finding, Severity
from generator.measure.causes import cause_labels
from generator.measure.lines import worst_weeks
from generator.measure.sets import is_metabolic, is_tension
from generator.model.vocabulary import PRIME_MOVERS
from generator.plan import Plan, PlannedSet, Week
from generator.rule import Kind, rule


def metabolic_for(plan: Plan, muscle: str) -> Callable[[PlannedSet], bool]:
    """Whether a set is metabolic work that trains a muscle directly."""
    return lambda set_: set_.exercise.trains(muscle) and is_metabolic(set_, plan.framework)


def balance(plan: Plan, week: Week, muscle: str) -> tuple[int, int]:
    """Metabolic and tension sets of a week that train a muscle directly."""
    sets = [set_ for set_ in week.sets if set_.exercise.trains(muscle)]
    return sum(map(metabolic_for(plan, muscle), sets)), sum(
        is_tension(set_, plan.framework) for set_ in sets
    )


def excess(plan: Plan, week: Week, muscle: str) -> int:
    """By how many sets metabolic work outweighs tension work."""
    metabolic, tension = balance(plan, week, muscle)
    return metabolic - tension


def most_metabolic(plan: Plan, weeks: Iterable[Week], muscle: str) -> Week:
    """The week in which metabolic work outweighs tension work most."""
    return max(weeks, key=lambda week: excess(plan, week, muscle))


def measured(plan: Plan) -> str:
    """Metabolic to tension sets in the week that comes closest, muscle by muscle."""
    if not plan.loading_weeks:
        return "no loading week"
    parts = []
    for muscle in PRIME_MOVERS:
        week = most_metabolic(plan, plan.loading_weeks, muscle)
        metabolic, tension = balance(plan, week, muscle)
        parts.append(f"{plan.framework.muscles[muscle]} {metabolic} to {tension}")
    return ", ".join(parts)


@rule(
    code="MET001",
    name="metabolic-replaces-tension",
    topic="metabolic-stress",
    kind=Kind.FRAMEWORK,
    severity=Severity.ERROR,
    claims=("metabolic-complements-tension",),
    allowed="no more metabolic than tension sets for a prime mover in a loading week",
    thresholds=("metabolic-rest-high", "tension-load-low", "tension-load-high", "hard-set-rir"),
    measured=measured,
)
def check(plan: Plan) -> Iterator[Finding]:
    """One finding per block and muscle, about the worst week."""
    for muscle in PRIME_MOVERS:
        for week in worst_weeks(plan, plan.loading_weeks, partial(excess, plan, muscle=muscle)):
            metabolic, tension = balance(plan, week, muscle)
            yield Finding(
                (*week.block_keys, "name"),
                f"the {plan.framework.muscles[muscle]} get {metabolic} metabolic and {tension} "
                f"tension sets in week {week.number}; the framework allows no more metabolic than "
                "tension sets",
                "Rest longer in some of them, move some into the tension zone, or drop some.",
                cause_labels(week, metabolic_for(plan, muscle), "metabolic set"),
            )
