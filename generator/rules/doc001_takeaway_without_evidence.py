"""A key takeaway does not say what it stands on.

## What it checks
Each takeaway names at least one claim under `claims`. Which verdict that claim has is for another
rule.

## Why it matters
This is a rule for us as writers, and no trial is needed to keep it. The takeaways are what most
readers remember. Each one links to its claim, so that a reader can see the verdict, the certainty
and the sources, and disagree. A program cannot deviate from this rule: a takeaway without evidence
is an opinion, and the guide would print it as knowledge.

## What to do
Look the subject up among the claims and add its id. If there is no claim for it, drop the
takeaway, or propose the claim first.

## Flagged
```yaml
takeaways:
  - text: Let the work grow in small steps.
    pillar: mechanical-overload
    claims: [weekly-volume-progression]
  - text: Stop one to three repetitions short of failure.
    pillar: mechanical-tension
    claims: [failure-proximity]
  - text: Squat barefoot for bigger legs.
    pillar: technique
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
  - text: Squat as deep as you can with control.
    pillar: technique
    claims: [full-range-of-motion]
```
"""

from collections.abc import Iterator

from generator.finding import Finding, Severity
from generator.plan import Plan
from generator.rule import Kind, rule


def measured(plan: Plan) -> str:
    """How many takeaways cite a claim."""
    takeaways = plan.program.takeaways
    return f"{sum(bool(t.claims) for t in takeaways)} of {len(takeaways)} takeaways cite a claim"


@rule(
    code="DOC001",
    name="takeaway-without-evidence",
    topic="documentation",
    kind=Kind.FRAMEWORK,
    severity=Severity.ERROR,
    fixed=True,
    allowed="at least one claim for every takeaway",
    measured=measured,
)
def check(plan: Plan) -> Iterator[Finding]:
    """One finding per takeaway."""
    for number, takeaway in enumerate(plan.program.takeaways):
        if not takeaway.claims:
            yield Finding(
                ("takeaways", number, "text"),
                f"takeaway {number + 1} cites no claim",
                "Add `claims:` with the id of the claim it stands on, or drop the takeaway.",
            )
