"""A program for muscle growth plans a large energy deficit.

## What it checks
The `energy` of the nutrition section, where the goal is hypertrophy. A deficit of 500 kcal a day
and more is an error; in a beginner program it is a warning. A range counts with its far end, and
percent become kilocalories at a maintenance of 2500 kcal a day. That maintenance is a convention,
because a program cannot know yours. Smaller deficits are left to [NUT003](rule:NUT003).

## Why it matters
Across [seven trials](source:murphy-2022-deficit), in people of about 60 on average, lifting in a
deficit cost lean mass, and a regression put the point where the gain disappears near 500 kcal a
day. That a deficit hinders is the clear part of [what we know about energy](claim:energy-surplus).
The claim as a whole, that growth needs a surplus, is contested with low certainty. A program that
promises muscle and plans such a deficit works against itself. For beginners the claim asks for no
more than a warning.

## What to do
Plan for maintenance or a small surplus. If the program is for losing fat while keeping muscle, say
so and choose another `goal`.

## Flagged
```yaml
nutrition: {protein: 1.6-2.2 g/kg, energy: -500 kcal, text: Eat protein with every meal.}
```

## Fine
```yaml
nutrition: {protein: 1.6-2.2 g/kg, energy: -499 kcal, text: Eat protein with every meal.}
```
"""

from collections.abc import Iterator

from generator.finding import Finding, Label, Severity
from generator.measure.energy import deficit
from generator.model.number import plain
from generator.plan import Plan
from generator.rule import Kind, rule


def measured(plan: Plan) -> str:
    """The deficit, in kilocalories."""
    if plan.program.goal != "hypertrophy":
        return "muscle growth is not the goal"
    if plan.program.nutrition is None:
        return "no nutrition section"
    missing = deficit(plan.program.nutrition.energy, plan.framework)
    return f"a deficit of {plain(missing)} kcal a day" if missing else "no deficit"


@rule(
    code="NUT004",
    name="large-deficit",
    topic="nutrition",
    kind=Kind.EVIDENCE,
    severity=Severity.ERROR,
    claims=("energy-surplus",),
    thresholds=("deficit-most", "usual-maintenance"),
    allowed="a deficit of less than {deficit-most} kcal a day where muscle growth is the goal",
    measured=measured,
)
def check(plan: Plan) -> Iterator[Finding]:
    """A deficit that works against the goal."""
    program, framework = plan.program, plan.framework
    if program.nutrition is None or program.goal != "hypertrophy":
        return
    energy, most = program.nutrition.energy, framework.limit("deficit-most")
    missing = deficit(energy, framework)
    if missing < most:
        return
    labels = [Label(("goal",), "the goal is muscle growth")]
    if program.level == "beginner":
        labels.append(Label(("level",), "only a warning, for beginners"))
    base = ""
    if energy.unit == "%":
        usual = plain(framework.limit("usual-maintenance"))
        base = f", {plain(missing)} kcal of a usual {usual} kcal a day"
    yield Finding(
        ("nutrition", "energy"),
        f"the energy target is {energy}{base}; a deficit of {plain(most)} kcal a day and more "
        "works against muscle growth",
        "Plan for maintenance or a small surplus, or choose another `goal`.",
        tuple(labels),
        graded=Severity.WARNING if program.level == "beginner" else None,
    )
