"""Weekly sets for a part of the leg jump from one week to the next.

## What it checks
Every two loading weeks in a row, also across the border of two blocks. For each of the five parts
of the leg the fractional sets of both weeks are compared. A rise of more than 50 % and more than 4
sets is a jump. Both have to be true: from 2 sets to 4 is 100 %, and only two sets. Coming from no
sets at all, the number of sets alone decides. Where a deload lies between two weeks they are not
compared, so coming back from one is never a jump.

## Why it matters
The limits are our policy and no trial set them. In one trial, raising lifters 30 or 60 % above
their habitual sets did not beat keeping the sets as they were. So a jump this large asks for a lot
of work that is not shown to pay, and in a plan it is often a typing slip.
[The claim behind it](claim:weekly-volume-progression), that weekly volume should rise by 5 to 10 %,
is contested with moderate certainty; what counts as too much in a single week is our own reading of
it. There is no deviation from this rule. Smaller leaps are a warning of their own, OVL004.

## What to do
Spread the new sets over two or more weeks. If the week before was meant to be easy, make it a block
with `deload: true`.

## Flagged
```yaml
blocks:
  - name: Build
    weeks: 2
    sessions:
      - name: Legs
        day: monday
        exercises:
          - {exercise: leg-extension, sets: [8, 13], reps: 10, rir: 2, rest: 2 min}
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
          - {exercise: leg-extension, sets: [8, 12], reps: 10, rir: 2, rest: 2 min}
```
"""

from collections.abc import Iterator

from generator.finding import Finding, Severity
from generator.measure.causes import rise_labels
from generator.measure.progress import greatest, weekly_rises
from generator.model.number import plain, plain_beside
from generator.plan import Plan
from generator.rule import Kind, rule


def measured(plan: Plan) -> str:
    """The greatest rise."""
    percent, count = plan.framework.limit("sets-jump"), plan.framework.limit("sets-jump-count")
    rises = weekly_rises(plan)
    if not rises:
        return "weekly sets never rise"
    most = max(rises, key=lambda rise: (rise.exceeds(percent, count), rise.added))
    return f"{plain(most.before)} to {plain(most.after)} sets ({most.group}) at most"


@rule(
    code="OVL003",
    name="weekly-set-jump",
    topic="mechanical-overload",
    kind=Kind.EVIDENCE,
    severity=Severity.ERROR,
    claims=("weekly-volume-progression",),
    thresholds=("sets-jump", "sets-jump-count", "hard-set-rir"),
    fixed=True,
    allowed="weekly sets for a part of the leg rise by {sets-jump} % or {sets-jump-count} sets "
    "at most",
    measured=measured,
)
def check(plan: Plan) -> Iterator[Finding]:
    """One finding per block and part of the leg, about its greatest jump."""
    percent, count = plan.framework.limit("sets-jump"), plan.framework.limit("sets-jump-count")
    for rise in greatest(plan, (r for r in weekly_rises(plan) if r.exceeds(percent, count))):
        share = f" or {plain_beside(rise.percent, percent)} %" if rise.percent else ""
        yield Finding(
            (*rise.then.block_keys, "name"),
            f"weekly sets for the {rise.group} jump from {plain(rise.before)} to "
            f"{plain(rise.after)} in week {rise.then.number}, by {plain(rise.added)} sets{share}; "
            f"a rise of more than {plain(count)} sets has to stay within {plain(percent)} %",
            "Spread the new sets over two or more weeks.",
            rise_labels(rise, plan.framework),
        )
