"""The front of the thigh is trained without a knee extension.

## What it checks
Programs whose loading weeks train the quadriceps directly. Some hard set of a loading week has to
train the rectus femoris directly, as leg extensions and reverse Nordic curls do. Programs that
declare the quadriceps out of scope are left alone.

## Why it matters
That squats and leg presses grow all four heads of the quadriceps alike is
[contradicted](claim:squats-grow-rectus-femoris) with moderate certainty. The rectus femoris crosses
hip and knee, so a squat barely changes its length. Five studies show no growth there from squats or
presses, or clearly less; one uncontrolled study disagrees. For the three vasti squats and presses
do their work, so this is only a note: a gap to know about, not a mistake.

## What to do
If you want the whole front of the thigh, put two or three sets of a leg extension or reverse Nordic
curl after the squats. If squats and presses are all you have, let the note stand.

## Flagged
```yaml
blocks:
  - name: Build
    weeks: 1
    sessions:
      - name: Legs
        day: monday
        exercises:
          - {exercise: barbell-back-squat, sets: 4, reps: 8, rir: 2, rest: 3 min}
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
          - {exercise: barbell-back-squat, sets: 4, reps: 8, rir: 2, rest: 3 min}
          - {exercise: leg-extension, sets: 3, reps: 12, rir: 1, rest: 90 s}
```
"""

from collections.abc import Iterator

from generator.finding import Finding, Severity
from generator.measure.causes import cause_labels
from generator.measure.sets import hard, is_hard, targeted
from generator.model.program import LEVELS
from generator.model.vocabulary import SKILLS
from generator.model.wording import joined
from generator.plan import Plan
from generator.rule import Kind, rule


def applies(plan: Plan) -> bool:
    """Whether the quadriceps are trained, and on purpose."""
    return "quadriceps" in targeted(plan)


def extensions(plan: Plan) -> tuple[str, ...]:
    """The exercises of the loading weeks that train the rectus femoris directly."""
    sets = hard((s for week in plan.loading_weeks for s in week.sets), plan.framework)
    names = (s.exercise.name for s in sets if s.exercise.trains("rectus-femoris"))
    return tuple(dict.fromkeys(names))


def possible(plan: Plan) -> str:
    """The exercises for the rectus femoris that the program's equipment and level allow."""
    owned, learnt = frozenset(plan.program.equipment), LEVELS.index(plan.program.level)
    fitting = [
        exercise
        for exercise in plan.library.exercises.values()
        if exercise.trains("rectus-femoris")
        and exercise.possible_with(owned)
        and SKILLS.index(exercise.skill) <= learnt
    ]
    return joined((f"`{e.id}`" for e in fitting), "or") or "a knee extension"


def measured(plan: Plan) -> str:
    """The exercises for the rectus femoris."""
    if not applies(plan):
        return "quadriceps are not an aim"
    return ", ".join(extensions(plan)) or "no knee extension"


@rule(
    code="BAL004",
    name="squats-for-everything",
    topic="balance",
    kind=Kind.EVIDENCE,
    severity=Severity.NOTE,
    claims=("squats-grow-rectus-femoris",),
    thresholds=("hard-set-rir",),
    allowed="a knee extension beside squats and presses",
    measured=measured,
)
def check(plan: Plan) -> Iterator[Finding]:
    """One finding for the program."""
    if not applies(plan) or extensions(plan):
        return
    week = next(
        week
        for week in plan.loading_weeks
        if any(s.exercise.trains("quadriceps") for s in hard(week.sets, plan.framework))
    )
    yield Finding(
        (*week.block_keys, "name"),
        "the quadriceps get 0 hard sets of a knee extension; squats and presses grow one of their "
        "four heads, the rectus femoris, little or not at all",
        f"Add a few sets of {possible(plan)} if you want all of them.",
        cause_labels(
            week,
            lambda s: s.exercise.trains("quadriceps") and is_hard(s, plan.framework),
            "quadriceps set",
        ),
    )
