"""A swap does another job than the exercise it stands in for.

## What it checks
Each exercise under `swap` belongs to the same movement pattern as the exercise, and trains the
exercise's main muscle directly. The main muscle is the first one the exercise library lists with
the greatest share of a set; directly means that a set counts in full. Where the exercise itself
counts for less, as jumps do, the swap has to count for as much. The equipment of a swap is not
checked: it may be meant for another gym.

## Why it matters
This is plain sense, and where a pattern ends is a convention. The numbers on a guide (sets per
muscle, tension, minutes) are counted with the exercise, so they only stay true when the swap does
its job. A program cannot deviate from this rule, because readers swap without doing the sums
again.

## What to do
Choose one of the exercises the finding names. If you want another pattern, write the exercise
itself into the session.

## Flagged
```yaml
blocks:
  - name: Build
    weeks: 1
    sessions:
      - name: Legs
        day: monday
        exercises:
          - exercise: barbell-back-squat
            sets: 3
            reps: 8
            load: 75%
            rest: 3 min
            swap: [{exercise: leg-extension, when: the rack is taken}]
```

## Fine
```yaml
blocks:
  - name: Build
    weeks: 1
    sessions:
      - name: Legs
        day: monday
        exercises:
          - exercise: barbell-back-squat
            sets: 3
            reps: 8
            load: 75%
            rest: 3 min
            swap: [{exercise: leg-press, when: the rack is taken}]
```
"""

from collections.abc import Iterator

from generator.finding import Finding, Keys, Severity
from generator.model import Exercise
from generator.model.wording import joined
from generator.plan import Plan
from generator.rule import Kind, rule

NAMED = 3
"""How many better swaps a finding names."""


def better_swaps(exercise: Exercise, plan: Plan) -> tuple[str, ...]:
    """Ids of exercises that would do: possible ones first, then the library's own substitutes."""
    owned = frozenset(plan.program.equipment)
    fitting = [
        other
        for other in plan.library.exercises.values()
        if other.id != exercise.id and other.can_replace(exercise)
    ]
    fitting.sort(
        key=lambda other: (
            not other.possible_with(owned),
            other.id not in exercise.substitutes,
            other.id,
        )
    )
    return tuple(other.id for other in fitting[:NAMED])


def swaps(plan: Plan) -> Iterator[tuple[Keys, Exercise, Exercise]]:
    """Every swap with its place and the exercise it stands in for."""
    for entry in plan.prescriptions:
        for index, swap in enumerate(entry.swaps):
            yield (*entry.keys, "swap", index, "exercise"), swap, entry.exercise


def measured(plan: Plan) -> str:
    """How many swaps do the same job; one that is written in two places is still one."""
    found = {
        (exercise.id, swap.id): swap.can_replace(exercise) for _, swap, exercise in swaps(plan)
    }
    return f"{sum(found.values())} of {len(found)} swaps do the same job" if found else "no swaps"


@rule(
    code="TEC005",
    name="poor-swap",
    topic="technique",
    kind=Kind.SENSE,
    severity=Severity.ERROR,
    fixed=True,
    allowed="swaps of the same pattern that train the main muscle directly",
    measured=measured,
)
def check(plan: Plan) -> Iterator[Finding]:
    """One finding per swap."""
    for keys, swap, exercise in swaps(plan):
        if swap.id == exercise.id:
            reasons = ["it is the same exercise"]
        else:
            reasons = []
            if swap.pattern != exercise.pattern:
                reasons.append(f"its pattern is {swap.pattern}, not {exercise.pattern}")
            if not swap.trains_as_much(exercise):
                muscle = plan.framework.muscles.get(exercise.main_muscle, exercise.main_muscle)
                reasons.append(f"it does not train the {muscle} directly")
        if reasons:
            names = [f"`{name}`" for name in better_swaps(exercise, plan)]
            yield Finding(
                keys,
                f"`{swap.id}` is no swap for `{exercise.id}`: {joined(reasons)}",
                f"These would do: {', '.join(names)}." if names else "Leave the swap out.",
            )
