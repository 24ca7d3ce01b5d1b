"""Weekly sets for a part of the leg rise fast from one week to the next.

## What it checks
Every two loading weeks in a row, also across the border of two blocks. For each of the five parts
of the leg the fractional sets of both weeks are compared. A rise is fast when it is more than 30 %
and more than 3 sets; both have to be true. Coming from no sets at all, up to 4 sets are fine,
because [TEN005](rule:TEN005) asks for that many. A rise of more than 50 % and more than 4 sets is
the business of OVL003, and this rule leaves it alone. Where a deload lies between two weeks they
are not compared.

## Why it matters
The limits are our policy and no trial set them. Added sets are not required for growth, and in
one trial raising lifters 30 or 60 % above their habitual sets did not beat keeping the sets as they
were. New sets do cost time and effort, so a week with many of them should have a reason.
[The claim behind it](claim:weekly-volume-progression), that weekly volume should rise by 5 to 10 %,
is contested with moderate certainty.

## What to do
Add one or two sets a week and see how they sit. If you want the step, say why in a deviation.

## Flagged
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

## Fine
```yaml
blocks:
  - name: Build
    weeks: 2
    sessions:
      - name: Legs
        day: monday
        exercises:
          - {exercise: leg-extension, sets: [8, 11], reps: 10, rir: 2, rest: 2 min}
```
"""

from collections.abc import Iterator

from generator.finding import Finding, Severity
from generator.measure.causes import rise_labels
from generator.measure.progress import SetRise, greatest, weekly_rises
from generator.model.number import plain, plain_beside
from generator.plan import Plan
from generator.rule import Kind, rule


def fast(plan: Plan) -> tuple[SetRise, ...]:
    """The rises beyond the limits of this rule that are no jumps yet."""
    limit = plan.framework.limit
    low = limit("sets-rise-high"), limit("sets-rise-high-count")
    high = limit("sets-jump"), limit("sets-jump-count")
    least = limit("weekly-sets-least")
    return tuple(
        rise
        for rise in weekly_rises(plan)
        if rise.exceeds(*low) and not rise.exceeds(*high) and not rise.first_dose(least)
    )


def measured(plan: Plan) -> str:
    """The greatest rise that is no jump yet."""
    jump = plan.framework.limit("sets-jump"), plan.framework.limit("sets-jump-count")
    rises = fast(plan) or tuple(r for r in weekly_rises(plan) if not r.exceeds(*jump))
    if not rises:
        return "no rise of weekly sets short of a jump"
    most = max(rises, key=lambda rise: rise.added)
    return f"{plain(most.before)} to {plain(most.after)} sets ({most.group}) at most"


@rule(
    code="OVL004",
    name="weekly-set-rise",
    topic="mechanical-overload",
    kind=Kind.EVIDENCE,
    severity=Severity.WARNING,
    claims=("weekly-volume-progression",),
    thresholds=(
        "sets-rise-high",
        "sets-rise-high-count",
        "sets-jump",
        "sets-jump-count",
        "weekly-sets-least",
        "hard-set-rir",
    ),
    allowed="weekly sets for a part of the leg rise by {sets-rise-high} % or "
    "{sets-rise-high-count} sets at most, or from none to {weekly-sets-least}",
    measured=measured,
)
def check(plan: Plan) -> Iterator[Finding]:
    """One finding per block and part of the leg, about its greatest rise short of a jump."""
    limit = plan.framework.limit
    percent, count = limit("sets-rise-high"), limit("sets-rise-high-count")
    for rise in greatest(plan, fast(plan)):
        share = f" or {plain_beside(rise.percent, percent)} %" if rise.percent else ""
        yield Finding(
            (*rise.then.block_keys, "name"),
            f"weekly sets for the {rise.group} rise from {plain(rise.before)} to "
            f"{plain(rise.after)} in week {rise.then.number}, by {plain(rise.added)} sets{share}; "
            f"a rise of more than {plain(count)} sets should stay within {plain(percent)} %",
            "Add one or two of these sets a week, or give a reason in `deviations`.",
            rise_labels(rise, plan.framework),
        )
