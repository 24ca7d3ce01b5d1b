"""A beginner program asks for an advanced exercise.

## What it checks
In programs at beginner level, each exercise and each exercise under `swap`. None of them may be one
that the exercise library calls advanced. The library's `skill` says from which level on an exercise
can be learned alone.

## Why it matters
This is plain sense, and no trial stands behind it. The skill of an exercise is our judgement, and a
beginner with a good coach can learn any of them. A reader of a guide has no coach, and while the
movement is still strange the sets are neither hard nor alike from week to week.

## What to do
Choose an exercise that does the same job and is easier to learn. If the program really is for
people who know the lift, raise its `level`.

## Flagged
```yaml
level: beginner
blocks:
  - name: Build
    weeks: 1
    sessions:
      - name: Legs
        day: monday
        exercises:
          - {exercise: front-squat, sets: 3, reps: 8, rir: 3, rest: 3 min}
```

## Fine
```yaml
level: beginner
blocks:
  - name: Build
    weeks: 1
    sessions:
      - name: Legs
        day: monday
        exercises:
          - {exercise: barbell-back-squat, sets: 3, reps: 8, rir: 3, rest: 3 min}
```
"""

from collections.abc import Iterator

from generator.finding import Finding, Keys, Label, Severity
from generator.model import Exercise
from generator.plan import Entry, Plan
from generator.rule import Kind, rule


def advanced(plan: Plan) -> Iterator[tuple[Keys, Exercise, Entry]]:
    """Every advanced exercise with its place and the prescription it belongs to."""
    for entry in plan.prescriptions:
        if entry.exercise.skill == "advanced":
            yield (*entry.keys, "exercise"), entry.exercise, entry
        for index, swap in enumerate(entry.swaps):
            if swap.skill == "advanced":
                yield (*entry.keys, "swap", index, "exercise"), swap, entry


def easier(plan: Plan, exercise: Exercise) -> tuple[str, ...]:
    """Ids of the library's substitutes that do the same job here and are easier to learn."""
    owned = frozenset(plan.program.equipment)
    others = (plan.library.exercises[id_] for id_ in exercise.substitutes)
    return tuple(
        other.id
        for other in others
        if other.skill != "advanced" and other.can_replace(exercise) and other.possible_with(owned)
    )


def measured(plan: Plan) -> str:
    """The advanced exercises of a beginner program."""
    if plan.program.level != "beginner":
        return "not a beginner program"
    names = dict.fromkeys(exercise.name for _, exercise, _ in advanced(plan))
    return f"advanced: {', '.join(names)}" if names else "no advanced exercise"


@rule(
    code="TEC002",
    name="above-skill-level",
    topic="technique",
    kind=Kind.SENSE,
    severity=Severity.WARNING,
    allowed="no advanced exercise in a beginner program",
    measured=measured,
)
def check(plan: Plan) -> Iterator[Finding]:
    """One finding per prescription or swap."""
    if plan.program.level != "beginner":
        return
    for keys, exercise, entry in advanced(plan):
        ids = [f"`{id_}`" for id_ in easier(plan, entry.exercise) if id_ != entry.exercise.id]
        yield Finding(
            keys,
            f"{exercise.name} is an advanced exercise, and this is a beginner program",
            f"Easier to learn for the same job: {', '.join(ids)}."
            if ids
            else "Choose an exercise that is easier to learn.",
            (Label(("level",), "a beginner program"),),
        )
