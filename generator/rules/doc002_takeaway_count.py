"""There are too few or too many key takeaways.

## What it checks
The program has from three to seven takeaways.

## Why it matters
The framework's own article boils its advice down to five takeaways, and a guide does the same: it
tells its reader the few things that matter. This is a rule for us as writers. No trial stands
behind the two numbers.

## What to do
Keep what changes how somebody trains, and move the rest to notes or questions. If there are too
few, look at the pillars the program serves and say what each one means here.

## Flagged
```yaml
takeaways:
  - text: Let the work grow in small steps.
    pillar: mechanical-overload
    claims: [weekly-volume-progression]
  - text: Stop one to three repetitions short of failure.
    pillar: mechanical-tension
    claims: [failure-proximity]
```

## Fine
```yaml
takeaways:
  - text: Let the work grow in small steps.
    pillar: mechanical-overload
    claims: [weekly-volume-progression]
  - text: Stop one to three repetitions short of failure.
    pillar: mechanical-tension
    claims: [failure-proximity]
  - text: Sleep at least seven hours.
    pillar: recovery
    claims: [sleep-for-growth]
```
"""

from collections.abc import Iterator

from generator.finding import Finding, Severity
from generator.model.number import plain
from generator.model.wording import counted
from generator.plan import Plan
from generator.rule import Kind, rule


def measured(plan: Plan) -> str:
    """The number of takeaways."""
    return counted(len(plan.program.takeaways), "takeaway")


@rule(
    code="DOC002",
    name="takeaway-count",
    topic="documentation",
    kind=Kind.FRAMEWORK,
    severity=Severity.ERROR,
    thresholds=("takeaways-least", "takeaways-most"),
    allowed="{takeaways-least} to {takeaways-most} takeaways",
    measured=measured,
)
def check(plan: Plan) -> Iterator[Finding]:
    """One finding for the whole list."""
    least = plan.framework.limit("takeaways-least")
    most = plan.framework.limit("takeaways-most")
    if not least <= len(plan.program.takeaways) <= most:
        yield Finding(
            ("takeaways",),
            f"the program has {measured(plan)}; a guide has {plain(least)} to {plain(most)}",
            "Keep the few things a reader should remember, each with its evidence.",
            on_key=True,
        )
