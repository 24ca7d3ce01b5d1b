"""Tempo is all that progresses over the weeks of a block.

## What it checks
Blocks of three or more loading weeks in a program without a `progression` section. When the tempo
of some prescription changes over the block, then at least one prescription has to ask for more work
in a later week than in the first: more sets, repetitions or load, or less RIR. A ramp down is no
progress. Weeks of a deload and shorter blocks are left out. With a `progression` section the rule
keeps quiet, because load or repetitions then grow by what the section says.

## Why it matters
[Changing tempo](claim:tempo-variation) is partly supported, with moderate certainty: it is useful
as variety, as technique practice and to load joints kindly. It is not a lever for growth. Across a
wide range two meta-analyses find no important difference in size. And a slower repetition takes
load and repetitions away, so it should not be booked as progress by itself. That three weeks are
the point from which this counts is our convention.

## What to do
Keep the tempo if you like it, and let repetitions, load or sets rise too. Or add a `progression`
section that says how they grow.

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
          - exercise: barbell-back-squat
            sets: 4
            reps: 8
            rir: 2
            tempo: [2-0-1-0, 3-0-1-0, 4-0-1-0]
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
          - exercise: barbell-back-squat
            sets: 4
            reps: [8, 8, 9]
            rir: 2
            tempo: [2-0-1-0, 3-0-1-0, 4-0-1-0]
```
"""

from collections.abc import Iterator

from generator.finding import Finding, Label, Severity
from generator.measure.causes import SHOWN
from generator.measure.progress import (
    asks_for_more,
    long_blocks,
    moving,
    with_lines_of_their_own,
)
from generator.model.number import plain
from generator.plan import Plan, Week
from generator.rule import Kind, rule


def by_tempo_alone(plan: Plan) -> tuple[tuple[Week, ...], ...]:
    """The long blocks over which tempo changes and no week asks for more work."""
    blocks = long_blocks(plan)
    return tuple(weeks for weeks in blocks if "tempo" in moving(weeks) and not asks_for_more(weeks))


def measured(plan: Plan) -> str:
    """How many blocks change by tempo alone, and whether a rule says how to progress."""
    blocks = len(long_blocks(plan))
    if not blocks:
        return "no block long enough"
    section = "a" if plan.program.progression else "no"
    changing = len(by_tempo_alone(plan))
    verb = "progresses" if changing == 1 else "progress"
    return (
        f"{changing} of {blocks} long blocks {verb} by tempo alone, {section} `progression` section"
    )


@rule(
    code="NEU005",
    name="tempo-only-progression",
    topic="neuromuscular-efficiency",
    kind=Kind.EVIDENCE,
    severity=Severity.WARNING,
    claims=("tempo-variation",),
    thresholds=("progression-weeks",),
    allowed="where tempo changes over {progression-weeks} or more loading weeks, sets, "
    "reps or load rise or RIR falls as well, or a `progression` section says how",
    measured=measured,
)
def check(plan: Plan) -> Iterator[Finding]:
    """One finding per block that progresses by tempo alone."""
    if plan.program.progression:
        return
    least = plan.framework.limit("progression-weeks")
    for weeks in with_lines_of_their_own(plan, by_tempo_alone(plan)):
        changing = moving(weeks)["tempo"]
        labels = [Label((*e.keys, "tempo"), "this tempo changes") for e in changing[:SHOWN]]
        missing = Label(("progression",), "the program has no `progression` section")
        yield Finding(
            (*weeks[0].block_keys, "name"),
            f"tempo is all that progresses over the {len(weeks)} weeks of "
            f"“{weeks[0].block.name}”; from {plain(least)} loading weeks on sets, reps or load "
            "have to rise or RIR has to fall as well",
            "Let repetitions, load or sets rise as well, or add `progression:` with the rule that "
            "does.",
            (*labels, missing),
        )
