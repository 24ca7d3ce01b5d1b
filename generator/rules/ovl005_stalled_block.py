"""Nothing moves over the weeks of a block, and nobody says how to progress.

## What it checks
Blocks of three or more loading weeks in a program without a `progression` section. At least one of
load, repetitions, sets, RIR and tempo has to change, in at least one prescription. A change in
either direction counts, a lighter week as well. Weeks of a deload are left out, and so are shorter
blocks. A block that repeats another with `like` is judged as well, and what both share is said
once. Any `progression` section keeps this rule quiet: it tells the lifter how the work grows, and
its words cannot be measured.

## Why it matters
Legs that can do more have to be asked for more, and a block that asks for the same every week
leaves that to luck. How you ask matters little: [adding repetitions is as good for leg growth as
adding load](claim:overload-mode), a claim that is supported with moderate certainty, and sets may
well stay constant. A fixed RIR lets the load follow your strength, which is progress as soon as
somebody writes it down. That three weeks are the point from which this counts is our convention.

## What to do
Add a `progression` section that says when to add a repetition and when to add load, or let one of
the five change over the weeks.

## Flagged
```yaml
# without progression
blocks:
  - name: Build
    weeks: 3
    sessions:
      - name: Legs
        day: monday
        exercises:
          - {exercise: barbell-back-squat, sets: 4, reps: 8, rir: 2, rest: 3 min}
```

## Fine
```yaml
# without progression
blocks:
  - name: Build
    weeks: 3
    sessions:
      - name: Legs
        day: monday
        exercises:
          - {exercise: barbell-back-squat, sets: 4, reps: [8, 8, 9], rir: 2, rest: 3 min}
```
"""

from collections.abc import Iterator

from generator.finding import Finding, Label, Severity
from generator.measure.progress import long_blocks, moving, with_lines_of_their_own
from generator.model.number import plain
from generator.plan import Plan, Week
from generator.rule import Kind, rule


def still(plan: Plan) -> tuple[tuple[Week, ...], ...]:
    """The long blocks over which nothing changes."""
    return tuple(weeks for weeks in long_blocks(plan) if not moving(weeks))


def measured(plan: Plan) -> str:
    """How many blocks stand still, and whether a rule says how to progress."""
    blocks = len(long_blocks(plan))
    if not blocks:
        return "no block long enough"
    section = "a" if plan.program.progression else "no"
    standing = len(still(plan))
    verb = "stands" if standing == 1 else "stand"
    return f"{standing} of {blocks} long blocks {verb} still, {section} `progression` section"


@rule(
    code="OVL005",
    name="stalled-block",
    topic="mechanical-overload",
    kind=Kind.EVIDENCE,
    severity=Severity.ERROR,
    claims=("overload-mode",),
    thresholds=("progression-weeks",),
    allowed="something changes over a block of {progression-weeks} or more loading weeks, or a "
    "`progression` section says how",
    measured=measured,
)
def check(plan: Plan) -> Iterator[Finding]:
    """One finding per block that stands still."""
    if plan.program.progression:
        return
    least = plan.framework.limit("progression-weeks")
    for weeks in with_lines_of_their_own(plan, still(plan)):
        yield Finding(
            (*weeks[0].block_keys, "name"),
            f"load, reps, sets, RIR and tempo all stand still for the {len(weeks)} weeks of "
            f"“{weeks[0].block.name}”; from {plain(least)} loading weeks on at least one of them "
            "has to change",
            "Add `progression:` with the rule that adds repetitions or load, or let at least one "
            "of these change over the weeks, in at least one prescription.",
            (Label(("progression",), "the program has no `progression` section"),),
        )
