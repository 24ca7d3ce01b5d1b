"""The protein target starts low.

## What it checks
The low end of `protein` in the nutrition section. Under 1.4 g for each kilogram of body mass a day
is a warning, from there to under 1.6 a note. It is judged whatever the goal, though the claim
speaks of growth; from 65 years on its border is 1.2. A program without a nutrition section is left
to [NUT001](rule:NUT001).

## Why it matters
That the day's total of protein matters for growth is [supported](claim:protein-planning) with
moderate certainty, and its effect is small next to training. In the
[analysis behind the 1.6](source:morton-2018-protein) the gain levels off at 1.62, with an interval
from 1.03 to 2.20, so 1.6 is a sensible aim and no cliff. 1.4 is the low end of
[a society's advice](source:jager-2017-issn-protein) for people who train. When in the day the
protein is eaten is not judged: timing is not supported as a requirement.

## What to do
Write `protein: 1.6-2.2 g/kg`. If you have a reason to ask for less, such as an illness your readers
share, declare it as a deviation.

## Flagged
```yaml
nutrition: {protein: 1.2-1.6 g/kg, energy: maintenance, text: Eat protein with every meal.}
```

## Fine
```yaml
nutrition: {protein: 1.6-2.2 g/kg, energy: maintenance, text: Eat protein with every meal.}
```
"""

from collections.abc import Iterator

from generator.finding import Finding, Severity
from generator.model.number import plain
from generator.plan import Plan
from generator.rule import Kind, rule


def measured(plan: Plan) -> str:
    """The protein target."""
    nutrition = plan.program.nutrition
    return str(nutrition.protein) if nutrition else "no nutrition section"


@rule(
    code="NUT002",
    name="protein-low",
    topic="nutrition",
    kind=Kind.EVIDENCE,
    severity=Severity.WARNING,
    claims=("protein-planning",),
    thresholds=("protein-least", "protein-enough"),
    allowed="a protein target from {protein-enough} g/kg a day; under {protein-least} is a warning",
    measured=measured,
)
def check(plan: Plan) -> Iterator[Finding]:
    """A target that starts too low."""
    nutrition, limit = plan.program.nutrition, plan.framework.limit
    least, enough = limit("protein-least"), limit("protein-enough")
    if nutrition and nutrition.protein.low < enough:
        low = nutrition.protein.low
        if low < least:
            asked = f"at least {plain(least)} is asked for, and {plain(enough)} is a better aim"
        else:
            asked = f"{plain(enough)} is a better aim"
        yield Finding(
            ("nutrition", "protein"),
            f"the protein target starts at {plain(low, 3)} g/kg a day; {asked}",
            f"Begin at {plain(enough)}, as in `protein: {plain(enough)}-2.2 g/kg`.",
            graded=None if low < least else Severity.NOTE,
        )
