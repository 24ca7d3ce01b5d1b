"""A block has no metabolic work at all.

## What it checks
Every block that is not a deload: at least one metabolic set in its weeks. That is a hard set that
rests 60 s or less, or a drop, rest-pause, myo-rep or blood-flow-restriction set.

## Why it matters
Metabolic stress is one of the framework's four pillars, so the framework wants some of it in every
block. The [four-pillar model](claim:four-pillars-model) is partly supported, and this is its
disputed part: that lactate, swelling or the pump [cause growth](claim:metabolic-stress-mechanism)
is contested. That short rests build more is [contradicted](claim:short-rest-growth) with low
certainty, so nothing shows that a block without such work is worse for size; it takes more time.
That a single set is enough here is a convention.

## What to do
End a session with two or three sets of 12 to 20 repetitions and 30 to 60 s of rest, or give a
reason in a deviation.

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
          - {exercise: leg-extension, sets: 3, reps: 15, rir: 1, rest: 90 s}
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
          - {exercise: leg-extension, sets: 3, reps: 15, rir: 1, rest: 60 s}
```
"""

from collections.abc import Iterator

from generator.finding import Finding, Severity
from generator.measure.lines import repeated
from generator.measure.sets import is_metabolic
from generator.model.number import plain
from generator.plan import Plan, Week
from generator.rule import Kind, rule


def metabolic_sets(plan: Plan, weeks: tuple[Week, ...]) -> int:
    """Metabolic sets of some weeks."""
    return sum(is_metabolic(set_, plan.framework) for week in weeks for set_ in week.sets)


def measured(plan: Plan) -> str:
    """Metabolic sets, block by block."""
    blocks = (f"{metabolic_sets(plan, w)} sets in “{w[0].block.name}”" for w in plan.loading_blocks)
    return ", ".join(blocks) or "no loading block"


@rule(
    code="MET004",
    name="no-metabolic-work",
    topic="metabolic-stress",
    kind=Kind.FRAMEWORK,
    severity=Severity.WARNING,
    claims=("four-pillars-model", "metabolic-stress-mechanism"),
    thresholds=("metabolic-rest-high", "hard-set-rir"),
    allowed="at least 1 metabolic set in each block that is not a deload",
    measured=measured,
)
def check(plan: Plan) -> Iterator[Finding]:
    """One finding per block; a block that repeats another only if that one has some."""
    rest = plan.framework.limit("metabolic-rest-high")
    bare = [weeks for weeks in plan.loading_blocks if not metabolic_sets(plan, weeks)]
    numbers = {weeks[0].block_number for weeks in bare}
    for weeks in bare:
        original = repeated(plan, weeks[0])
        if original is None or original.block_number not in numbers:
            yield Finding(
                (*weeks[0].block_keys, "name"),
                f"“{weeks[0].block.name}” has 0 metabolic sets; the framework wants at least 1 "
                f"hard set with {plain(rest)} s of rest or less in every block",
                "End a session with short-rest sets of 12 to 20 repetitions.",
            )
