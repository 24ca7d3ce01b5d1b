"""Weekly sets for a part of the leg grow a lot from one block to the next.

## What it checks
The average weekly fractional sets for each of the five parts of the leg over a block's loading
weeks, against the block of loading weeks before it. Where a part had 10 sets a week or more it may
grow by 20 %, below that by 2 sets. Coming from no sets at all it may get 4, because
[TEN005](rule:TEN005) asks for that many. A deload between the two blocks makes no difference here.
The advice behind the rule speaks of cycles of about four weeks. Blocks of one or two weeks, such as
a test week, are too short for that and are passed over: the block after one is compared with the
block before it. So in blocks of one or two weeks sets can grow past these limits, and the rule does
not see it. Longer blocks are judged by the same numbers as a block of four.

## Why it matters
One position stand (IUSCA, 2021) advises raising sets by no more than about 20 % in a cycle of about
four weeks, and says in the same breath that evidence for raising them at all is lacking. It is a
prudent limit and no trial set it; the 2 sets below a base of 10 are our convention. [The claim
behind it](claim:weekly-volume-progression), that weekly volume should rise by 5 to 10 %, is
contested with moderate certainty: added sets are not required. A later block may of course be
bigger on purpose. Then the reader should learn why.

## What to do
Take a set or two back, or make progress in the new block with load or repetitions. If the block
brings up one part of the leg, say so in a deviation.

## Flagged
```yaml
blocks:
  - name: Build
    weeks: 3
    sessions:
      - name: Legs
        day: monday
        exercises:
          - {exercise: leg-extension, sets: 6, reps: 10, rir: 2, rest: 2 min}
  - name: Push
    weeks: 3
    sessions:
      - name: Legs
        day: monday
        exercises:
          - {exercise: leg-extension, sets: 9, reps: 10, rir: 2, rest: 2 min}
```

## Fine
```yaml
blocks:
  - name: Build
    weeks: 3
    sessions:
      - name: Legs
        day: monday
        exercises:
          - {exercise: leg-extension, sets: 6, reps: 10, rir: 2, rest: 2 min}
  - name: Push
    weeks: 3
    sessions:
      - name: Legs
        day: monday
        exercises:
          - {exercise: leg-extension, sets: 8, reps: 10, rir: 2, rest: 2 min}
```
"""

from collections.abc import Iterator

from generator.finding import Finding, Severity
from generator.measure.causes import rise_labels
from generator.measure.progress import SetRise, block_rises, greatest
from generator.model import Framework
from generator.model.number import plain, plain_beside
from generator.plan import Plan
from generator.rule import Kind, rule


def room(rise: SetRise, framework: Framework) -> str:
    """How far a part of the leg may grow from where it stood, in words."""
    base = framework.limit("block-growth-base")
    if rise.before >= base:
        return f"{plain(framework.limit('block-growth'))} % is the most"
    if not rise.before:
        least = plain(framework.limit("weekly-sets-least"))
        return f"coming from none, at most {least} are advised"
    small = plain(framework.limit("block-growth-small"))
    return f"below {plain(base)} sets, at most {small} more are advised"


def too_large(rise: SetRise, framework: Framework) -> bool:
    """Whether a part of the leg grows by more than that."""
    if rise.before >= framework.limit("block-growth-base"):
        return 100 * rise.added > framework.limit("block-growth") * rise.before
    if rise.first_dose(framework.limit("weekly-sets-least")):
        return False
    return rise.added > framework.limit("block-growth-small")


def measured(plan: Plan) -> str:
    """The greatest growth."""
    rises = block_rises(plan)
    if not rises:
        return "no growth between blocks"
    most = max(rises, key=lambda rise: (too_large(rise, plan.framework), rise.added))
    before, after = plain(most.before, 1), plain(most.after, 1)
    return f"{before} to {after} sets a week ({most.group}) at most"


@rule(
    code="OVL007",
    name="block-set-growth",
    topic="mechanical-overload",
    kind=Kind.EVIDENCE,
    severity=Severity.WARNING,
    claims=("weekly-volume-progression",),
    thresholds=(
        "block-growth",
        "block-growth-base",
        "block-growth-small",
        "weekly-sets-least",
        "progression-weeks",
        "hard-set-rir",
    ),
    allowed="weekly sets grow by {block-growth} % at most from block to block, or by "
    "{block-growth-small} sets below {block-growth-base}, or from none to {weekly-sets-least}",
    measured=measured,
)
def check(plan: Plan) -> Iterator[Finding]:
    """One finding per block and part of the leg."""
    framework = plan.framework
    for rise in greatest(plan, (r for r in block_rises(plan) if too_large(r, framework))):
        limits = framework.limit("block-growth"), framework.limit("block-growth-small")
        most = limits[1] if rise.before else framework.limit("weekly-sets-least")
        share = f" or {plain_beside(rise.percent, limits[0])} %" if rise.percent else ""
        yield Finding(
            (*rise.then.block_keys, "name"),
            f"weekly sets for the {rise.group} grow from {plain(rise.before)} in "
            f"“{rise.first.block.name}” to {plain(rise.after)} in “{rise.then.block.name}” on "
            f"average, by {plain_beside(rise.added, most)} sets{share}; "
            f"{room(rise, framework)}",
            "Take a set or two back, or let load or repetitions grow in their place.",
            rise_labels(rise, framework),
        )
