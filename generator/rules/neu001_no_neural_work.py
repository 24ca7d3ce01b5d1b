"""A loading week has no jumps, tempo drills or controlled eccentrics.

## What it checks
Every week that is not a deload needs at least one neural set. A neural set is a jump, a set with a
pause of a second or more or an explosive way up (`X`) in its tempo, or a set whose tempo lowers
for three seconds or more. Only a written tempo counts; advice in a note does not. Three seconds is
a convention.

## Why it matters
The framework's fourth pillar asks for plyometrics, tempo drills or controlled eccentrics, so that
strength becomes mass that moves well. Our audit finds the claim behind it [partly
supported](claim:neuromuscular-methods), with low certainty. Jumps train power and can add a little
size in people who do little else. Slow lowering is sensible technique, but it is not shown to
reach fibres that hard sets miss, and across a wide range [tempo](claim:tempo-variation) makes no
important difference to size. The rule is applied because the framework states it.

## What to do
Write a tempo on one lift, such as `3-1-1-0`, or open a session with a few sets of jumps. If the
program leaves this pillar out on purpose, say why in a deviation.

## Flagged
```yaml
blocks:
  - name: Build
    weeks: 2
    sessions:
      - name: Legs
        day: monday
        exercises:
          - {exercise: barbell-back-squat, sets: 3, reps: 8, load: 70%, tempo: 2-0-1-0, rest: 3 min}
          - {exercise: seated-leg-curl, sets: 3, reps: 10, rir: 2, rest: 60 s}
```

## Fine
```yaml
blocks:
  - name: Build
    weeks: 2
    sessions:
      - name: Legs
        day: monday
        exercises:
          - {exercise: barbell-back-squat, sets: 3, reps: 8, load: 70%, tempo: 3-0-1-0, rest: 3 min}
          - {exercise: seated-leg-curl, sets: 3, reps: 10, rir: 2, rest: 60 s}
```
"""

from collections.abc import Iterator

from generator.finding import Finding, Severity
from generator.measure.lines import by_block, fresh, week_list
from generator.measure.sets import is_neural
from generator.plan import Plan, Week
from generator.rule import Kind, rule


def is_neural_week(week: Week, plan: Plan) -> bool:
    """Whether a week holds at least one neural set."""
    return any(is_neural(set_, plan.framework) for set_ in week.sets)


def measured(plan: Plan) -> str:
    """How many of the loading weeks hold a neural set."""
    weeks = plan.loading_weeks
    count = sum(is_neural_week(week, plan) for week in weeks)
    return f"in {count} of {len(weeks)} loading weeks"


@rule(
    code="NEU001",
    name="no-neural-work",
    topic="neuromuscular-efficiency",
    kind=Kind.FRAMEWORK,
    severity=Severity.ERROR,
    claims=("neuromuscular-methods", "tempo-variation"),
    thresholds=("controlled-eccentric", "drill-pause"),
    allowed="at least one jump, tempo drill or controlled eccentric in every loading week",
    measured=measured,
)
def check(plan: Plan) -> Iterator[Finding]:
    """One finding per block, with its weeks that lack neural work and repeat no such week."""
    bare = fresh(plan, (week for week in plan.loading_weeks if not is_neural_week(week, plan)))
    for weeks in by_block(bare):
        yield Finding(
            (*weeks[0].block_keys, "name"),
            f"“{weeks[0].block.name}” has no jump, tempo drill or controlled eccentric in "
            f"{week_list(weeks)}; the framework wants one in every loading week",
            "Write a tempo such as `3-1-1-0` on one lift, or add a few sets of jumps.",
        )
