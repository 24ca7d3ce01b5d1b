"""The quadriceps, hamstrings or glutes have a loading week without a single tension set.

## What it checks
Each loading week, for each of the three prime movers of the leg: at least one hard set at 65 to
85 % of the 1RM of an exercise that trains the muscle directly. Indirect work does not count, so
squats do nothing for the hamstrings here.

## Why it matters
In the framework tension comes first and every prime mover gets some each week. That hard sets are
the driver, with the other pillars as helpers, is the part of the
[four-pillar model](claim:four-pillars-model) that reviews agree on; the model as a whole is partly
supported, and no trial tested it. That the sets have to be at 65 to 85 % is
[contradicted](claim:tension-load-zone): lighter sets close to failure grow muscle as well. One
set is a convention for "some"; it is not a useful dose.

## What to do
Add an exercise for the muscle with 65 to 85 % and four or fewer repetitions in reserve: a squat or
leg press for the quadriceps, a hinge or leg curl for the hamstrings, a hinge, squat or hip thrust
for the glutes.

## Flagged
```yaml
blocks:
  - name: Build
    weeks: 1
    sessions:
      - name: Legs
        day: monday
        exercises:
          - {exercise: barbell-back-squat, sets: 4, reps: 8, load: 70%, rir: 3, rest: 3 min}
          - {exercise: seated-leg-curl, sets: 3, reps: 20, load: 55%, rir: 1, rest: 60 s}
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
          - {exercise: barbell-back-squat, sets: 4, reps: 8, load: 70%, rir: 3, rest: 3 min}
          - {exercise: seated-leg-curl, sets: 3, reps: 10, load: 70%, rir: 1, rest: 60 s}
```
"""

from collections.abc import Iterator

from generator.finding import Finding, Severity
from generator.measure.lines import by_block, fresh, week_list
from generator.measure.sets import is_tension
from generator.model.number import plain
from generator.model.vocabulary import PRIME_MOVERS
from generator.plan import Plan, Week
from generator.rule import Kind, rule


def tension_sets(plan: Plan, week: Week, muscle: str) -> int:
    """Tension sets of a week that train a muscle directly."""
    return sum(
        is_tension(set_, plan.framework) for set_ in week.sets if set_.exercise.trains(muscle)
    )


def measured(plan: Plan) -> str:
    """The fewest in any loading week, muscle by muscle."""
    if not plan.loading_weeks:
        return "no loading week"
    least = {m: min(tension_sets(plan, w, m) for w in plan.loading_weeks) for m in PRIME_MOVERS}
    return ", ".join(f"{plan.framework.muscles[m]} {n}" for m, n in least.items()) + " at least"


@rule(
    code="TEN002",
    name="no-tension-work",
    topic="mechanical-tension",
    kind=Kind.FRAMEWORK,
    severity=Severity.ERROR,
    claims=("tension-load-zone", "four-pillars-model"),
    thresholds=("tension-load-low", "tension-load-high", "hard-set-rir"),
    allowed="at least 1 tension set for each prime mover in each loading week",
    measured=measured,
)
def check(plan: Plan) -> Iterator[Finding]:
    """One finding per block and muscle."""
    low = plan.framework.limit("tension-load-low")
    high = plan.framework.limit("tension-load-high")
    for muscle in PRIME_MOVERS:
        bare = fresh(plan, (w for w in plan.loading_weeks if not tension_sets(plan, w, muscle)))
        for weeks in by_block(bare):
            yield Finding(
                (*weeks[0].block_keys, "name"),
                f"the {plan.framework.muscles[muscle]} get 0 tension sets in {week_list(weeks)}; "
                f"the framework wants at least 1 hard set at {plain(low)} to {plain(high)} % a "
                "week",
                "Add an exercise that trains it directly, or bring one that does into the zone.",
            )
