"""An exercise needs equipment the program does not list.

## What it checks
Each exercise can be done in at least one of the ways the exercise library gives, with what stands
under `equipment`. Everybody has a body, so `bodyweight` need not be listed. Swaps are not checked:
they may be meant for another gym.

## Why it matters
This is plain sense, and no trial stands behind it. Readers choose a program by the equipment they
have. A program that lists a barbell and then asks for a leg press fails them on the first day. A
program cannot deviate from this rule, because the finder on the site trusts the list.

## What to do
Add what is missing to `equipment`, or choose an exercise that the listed equipment allows. The
finding names the way that needs the fewest additions.

## Flagged
```yaml
equipment: [barbell, plates]
blocks:
  - name: Build
    weeks: 1
    sessions:
      - name: Legs
        day: monday
        exercises:
          - {exercise: barbell-back-squat, sets: 3, reps: 8, load: 75%, rest: 3 min}
```

## Fine
```yaml
equipment: [barbell, plates, rack]
blocks:
  - name: Build
    weeks: 1
    sessions:
      - name: Legs
        day: monday
        exercises:
          - {exercise: barbell-back-squat, sets: 3, reps: 8, load: 75%, rest: 3 min}
```
"""

from collections.abc import Iterator

from generator.finding import Change, Finding, Fix, Label, Severity
from generator.model import Exercise
from generator.model.wording import joined
from generator.plan import Entry, Plan
from generator.rule import Kind, rule


def fewest_additions(exercise: Exercise, owned: frozenset[str]) -> tuple[str, ...]:
    """What is missing for the way that needs least; the library's order breaks ties."""
    there = owned | {"bodyweight"}
    ways = [tuple(item for item in way if item not in there) for way in exercise.equipment]
    return min(ways, key=len, default=())


def impossible(plan: Plan) -> dict[str, list[Entry]]:
    """The uses of each exercise that the listed equipment does not allow."""
    owned = frozenset(plan.program.equipment)
    found: dict[str, list[Entry]] = {}
    for entry in plan.prescriptions:
        if not entry.exercise.possible_with(owned):
            found.setdefault(entry.exercise.id, []).append(entry)
    return found


def measured(plan: Plan) -> str:
    """How many exercises the equipment allows."""
    total = len(plan.exercises)
    return (
        f"{total - len(impossible(plan))} of {total} exercises possible with the equipment listed"
    )


def _listed(items: tuple[str, ...], plan: Plan) -> Fix:
    """What is missing, at the end of the list."""
    new = enumerate(items, start=len(plan.program.equipment))
    steps = tuple(Change("add", ("equipment", number), item) for number, item in new)
    return Fix(f"add {joined(items)} to `equipment`", steps)


@rule(
    code="TEC004",
    name="missing-equipment",
    topic="technique",
    kind=Kind.SENSE,
    severity=Severity.ERROR,
    fixed=True,
    allowed="every exercise possible with the equipment listed",
    measured=measured,
)
def check(plan: Plan) -> Iterator[Finding]:
    """One finding per exercise, where it is first used."""
    owned = frozenset(plan.program.equipment)
    for uses in impossible(plan).values():
        first, *others = uses
        items = fewest_additions(first.exercise, owned)
        yield Finding(
            (*first.keys, "exercise"),
            f"`{first.exercise.id}` needs what `equipment` does not list: {', '.join(items)}",
            f"Add {', '.join(items)} to `equipment`, or choose another exercise.",
            labels=tuple(Label((*use.keys, "exercise"), "used here, too") for use in others),
            fix=_listed(items, plan),
        )
