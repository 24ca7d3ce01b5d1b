"""The program does not say how to eat for its goal.

## What it checks
The file has a `nutrition` section. Whether its numbers make sense is for other rules.

## Why it matters
The framework wants every session, recovery window and food choice to serve one goal. Our audit
finds that [partly supported](claim:one-goal) with low certainty: the parts have some support, the
effects are small next to training, and "every" is a slogan nobody can test. Enough [protein in
total](claim:protein-planning) is supported with moderate certainty and helps a little; meal timing
is not supported as a requirement. The rule is applied because the framework states it.

## What to do
Add `nutrition:` with a protein target, the energy against maintenance, and a sentence or two a
lifter can act on.

## Flagged
```yaml
# without nutrition
recovery: {sleep: 7-9 h, text: Leave two days between the sessions.}
```

## Fine
```yaml
recovery: {sleep: 7-9 h, text: Leave two days between the sessions.}
nutrition: {protein: 1.6-2.2 g/kg, energy: maintenance, text: Eat protein with every meal.}
```
"""

from collections.abc import Iterator

from generator.finding import Finding, Severity
from generator.plan import Plan
from generator.rule import Kind, rule


def measured(plan: Plan) -> str:
    """Protein and energy targets."""
    nutrition = plan.program.nutrition
    if nutrition is None:
        return "no nutrition section"
    return f"{nutrition.protein}, energy {nutrition.energy}"


@rule(
    code="NUT001",
    name="no-nutrition-plan",
    topic="nutrition",
    kind=Kind.FRAMEWORK,
    severity=Severity.ERROR,
    claims=("one-goal", "protein-planning"),
    allowed="a nutrition section",
    measured=measured,
)
def check(plan: Plan) -> Iterator[Finding]:
    """A missing section."""
    if plan.program.nutrition is None:
        yield Finding(
            ("nutrition",),
            "the program has no `nutrition` section; the framework wants food to serve its goal",
            "Add `nutrition:` with `protein: 1.6-2.2 g/kg`, `energy: maintenance` and a `text`.",
        )
