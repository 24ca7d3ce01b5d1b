"""The hamstrings are left to squats and presses.

## What it checks
Each block with hard sets of squats, presses or lunges in its loading weeks. Somewhere in these
weeks there has to be a hard set of a hinge, a leg curl or another exercise that trains the
hamstrings directly. Any hinge will do here, also a deadlift from the floor, which counts half for
them. Programs that declare the hamstrings out of scope are left alone. A single week without, and
how many sets there are, is for other rules.

## Why it matters
That squats are an effective way to grow the hamstrings is
[contradicted](claim:squat-grows-hamstrings) with moderate certainty: two imaging trials found no
meaningful growth after nine and ten weeks, and muscle activity agrees. Both trials were short and
small. The hamstrings shorten at the knee while they lengthen at the hip, so a squat gives them
little length to work through. Judging a block as a whole is a convention.

## What to do
Add a hinge (such as a Romanian deadlift) or a leg curl, best one of each. If readers train their
hamstrings elsewhere, write `out_of_scope: [hamstrings]`.

## Flagged
```yaml
blocks:
  - name: Build
    weeks: 1
    sessions:
      - name: Legs
        day: monday
        exercises:
          - {exercise: barbell-back-squat, sets: 4, reps: 8, rir: 2, rest: 3 min}
          - {exercise: leg-press, sets: 4, reps: 10, rir: 2, rest: 2 min}
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
          - {exercise: barbell-back-squat, sets: 4, reps: 8, rir: 2, rest: 3 min}
          - {exercise: seated-leg-curl, sets: 4, reps: 10, rir: 2, rest: 2 min}
```
"""

from collections.abc import Iterator, Sequence

from generator.finding import Finding, Severity
from generator.measure.causes import cause_labels
from generator.measure.lines import by_block, fresh, week_list
from generator.measure.sets import hard, is_hard
from generator.plan import Plan, PlannedSet, Week
from generator.rule import Kind, rule

SQUATS = ("squat", "lunge")
"""The patterns of squats, presses and lunges."""
HAMSTRING_WORK = ("hinge", "knee-flexion")
"""The patterns of hinges and leg curls."""


def squats(plan: Plan, set_: PlannedSet) -> bool:
    """Whether a set is a hard one of a squat, press or lunge."""
    return set_.exercise.pattern in SQUATS and is_hard(set_, plan.framework)


def hamstring_sets(plan: Plan, weeks: Sequence[Week]) -> int:
    """Hard sets of some weeks that are hinges, leg curls or other direct work."""
    return sum(
        set_.exercise.pattern in HAMSTRING_WORK or set_.exercise.trains("hamstrings")
        for week in weeks
        for set_ in hard(week.sets, plan.framework)
    )


def squatting_blocks(plan: Plan) -> tuple[tuple[Week, ...], ...]:
    """The loading weeks of each block with squats, presses or lunges."""
    return tuple(
        weeks
        for weeks in plan.loading_blocks
        if any(squats(plan, s) for week in weeks for s in week.sets)
    )


def measured(plan: Plan) -> str:
    """The fewest sets of hinges and leg curls in any block."""
    if "hamstrings" in plan.program.out_of_scope:
        return "hamstrings left out on purpose"
    blocks = squatting_blocks(plan)
    if not blocks:
        return "no squats, presses or lunges"
    fewest = min(hamstring_sets(plan, weeks) for weeks in blocks)
    return f"hard sets of hinges and leg curls: {fewest} in the block with the fewest"


@rule(
    code="BAL002",
    name="hamstrings-by-squat",
    topic="balance",
    kind=Kind.EVIDENCE,
    severity=Severity.ERROR,
    claims=("squat-grows-hamstrings",),
    thresholds=("hard-set-rir",),
    allowed="a hinge or leg curl in every block that squats, unless hamstrings are out of scope",
    measured=measured,
)
def check(plan: Plan) -> Iterator[Finding]:
    """One finding per block."""
    if "hamstrings" in plan.program.out_of_scope:
        return
    bare = [w for block in squatting_blocks(plan) if not hamstring_sets(plan, block) for w in block]
    for weeks in by_block(fresh(plan, bare)):
        yield Finding(
            (*weeks[0].block_keys, "name"),
            f"{week_list(weeks)} {'has' if len(weeks) == 1 else 'have'} squats or presses and 0 "
            "hard sets of a hinge or leg curl; squats and presses hardly grow the hamstrings",
            "Add a hinge or a leg curl, or write `out_of_scope: [hamstrings]` to tell readers.",
            cause_labels(weeks[0], lambda set_: squats(plan, set_), "squat or press set"),
        )
