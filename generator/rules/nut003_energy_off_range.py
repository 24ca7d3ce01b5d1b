"""A program for muscle growth plans to eat too little, or far too much.

## What it checks
The `energy` of the nutrition section, where the goal is hypertrophy. Any deficit is a warning, and
so is a surplus of more than 20 % above maintenance. A range counts with its far end. Kilocalories
become percent at a maintenance of 2500 kcal a day. That is a convention, because a program cannot
know your maintenance. A large deficit is left to [NUT004](rule:NUT004).

## Why it matters
A deficit clearly hinders gains of lean mass. That growth needs a surplus is
[contested](claim:energy-surplus) with low certainty, so maintenance is fine with this rule. In
[one very small trial](source:helms-2023-surplus) muscle at 5 and 15 % above maintenance could not
be told apart from muscle at maintenance, and skinfolds rose with weight. Above 20 % the extra gain
is expected to be mainly fat. The 20 % is the top of
[a narrative review's advice](source:iraki-2019-offseason); no trial set it.

## What to do
Write `energy: maintenance` or a small surplus such as `+5%`. If losing fat is what the program is
for, choose another `goal`, or declare the deviation and tell readers what to expect.

## Flagged
```yaml
nutrition: {protein: 1.6-2.2 g/kg, energy: -10%, text: Eat protein with every meal.}
```

## Fine
```yaml
nutrition: {protein: 1.6-2.2 g/kg, energy: maintenance, text: Eat protein with every meal.}
```
"""

from collections.abc import Iterator

from generator.finding import Finding, Label, Severity
from generator.measure.energy import deficit, surplus
from generator.model.number import plain, plain_beside
from generator.plan import Plan
from generator.rule import Kind, rule

SWITCH = Label(("goal",), "the goal is muscle growth")


def measured(plan: Plan) -> str:
    """The energy target."""
    if plan.program.goal != "hypertrophy":
        return "muscle growth is not the goal"
    nutrition = plan.program.nutrition
    return f"energy {nutrition.energy}" if nutrition else "no nutrition section"


@rule(
    code="NUT003",
    name="energy-off-range",
    topic="nutrition",
    kind=Kind.EVIDENCE,
    severity=Severity.WARNING,
    claims=("energy-surplus",),
    thresholds=("surplus-most", "deficit-most", "usual-maintenance"),
    allowed="maintenance, or a surplus of up to {surplus-most} %, where muscle growth is the goal",
    measured=measured,
)
def check(plan: Plan) -> Iterator[Finding]:
    """A deficit that is not a large one, or a large surplus."""
    nutrition, framework = plan.program.nutrition, plan.framework
    if nutrition is None or plan.program.goal != "hypertrophy":
        return
    keys, energy = ("nutrition", "energy"), nutrition.energy
    missing, extra = deficit(energy, framework), surplus(energy, framework)
    most = framework.limit("surplus-most")
    if 0 < missing < framework.limit("deficit-most"):
        yield Finding(
            keys,
            f"the energy target is {energy}, below maintenance; a deficit hinders gains of lean "
            "mass",
            "Write `energy: maintenance` or a small surplus, or choose another `goal`.",
            (SWITCH,),
        )
    elif extra > most:
        base = ""
        if energy.unit == "kcal":
            usual = plain(framework.limit("usual-maintenance"))
            base = f", {plain_beside(extra, most)} % of a usual {usual} kcal a day"
        yield Finding(
            keys,
            f"the energy target is {energy}{base}; above {plain(most)} % the extra gain is "
            "expected to be mainly fat",
            f"Stay within {plain(most)} % above maintenance; a small surplus or none will do.",
            (SWITCH,),
        )
