"""The program varies its overload in fewer than two of the framework's three ways.

## What it checks
Which of the three variations the program uses. Periodised loading: load or repetitions of an
exercise differ between loading weeks, blocks or sessions; where no load is written, fewer
repetitions in reserve mean a heavier one. Tempo: a tempo is written for some
exercise. Other planes: a resistance exercise moves to the side or turns, such as a lateral lunge;
jumps do not count. At least two of the three have to be there. Deloads are not compared.

## Why it matters
The framework names these three as the ways to vary overload, and wants more than one of them. The
evidence is cooler. [Periodised loading](claim:periodised-loading) is partly supported: it helps
strength, and more muscle from it is not shown. [Tempo](claim:tempo-variation) is partly supported,
as variety and practice and not as a lever for growth. Growth from
[several planes](claim:multi-planar-resistance) is unverifiable: no study was found that measured
it. So this rule is about variety, and nothing says that two is the right number.

## What to do
Let load or repetitions change over the weeks, write a tempo for one exercise, or add a lateral
lunge, a hip abduction or another exercise that moves sideways.

## Flagged
```yaml
blocks:
  - name: Build
    weeks: 3
    sessions:
      - name: Legs
        day: monday
        exercises:
          - {exercise: barbell-back-squat, sets: 4, reps: 8, load: 70% to 74%}
          - {exercise: romanian-deadlift, sets: 3, reps: 8, load: 70%}
```

## Fine
```yaml
blocks:
  - name: Build
    weeks: 3
    sessions:
      - name: Legs
        day: monday
        exercises:
          - {exercise: barbell-back-squat, sets: 4, reps: 8, load: 70% to 74%, tempo: 3-0-1-0}
          - {exercise: romanian-deadlift, sets: 3, reps: 8, load: 70%}
```
"""

from collections.abc import Iterator

from generator.finding import Finding, Severity
from generator.measure.variety import in_other_planes, paced, periodised
from generator.model.number import plain
from generator.model.wording import joined
from generator.plan import Plan
from generator.rule import Kind, rule

WAYS = (
    ("periodised loading", periodised, "let load or repetitions change over the weeks"),
    ("tempo", paced, "write a tempo for an exercise"),
    ("other planes", in_other_planes, "add an exercise that moves sideways"),
)
"""The framework's variations: their name, the exercises that show them, how to get there."""


def ways_used(plan: Plan) -> tuple[str, ...]:
    """The variations the program has."""
    return tuple(name for name, shown_by, _ in WAYS if shown_by(plan))


def measured(plan: Plan) -> str:
    """The variations the program has."""
    return ", ".join(ways_used(plan)) or "none of the three"


@rule(
    code="OVL009",
    name="one-way-overload",
    topic="mechanical-overload",
    kind=Kind.FRAMEWORK,
    severity=Severity.WARNING,
    claims=("periodised-loading", "tempo-variation", "multi-planar-resistance"),
    thresholds=("overload-variations",),
    allowed="at least {overload-variations} of periodised loading, tempo and other planes",
    measured=measured,
)
def check(plan: Plan) -> Iterator[Finding]:
    """One finding for the whole program."""
    least = plan.framework.limit("overload-variations")
    used = ways_used(plan)
    if len(used) < least:
        missing = [name for name, _, _ in WAYS if name not in used]
        remedy = joined((how for name, _, how in WAYS if name in missing), "or")
        if used:
            said = f"is varied by {joined(used)} alone, not by {joined(missing, 'or')}"
        else:
            said = f"is not varied by {joined(missing, 'or')}"
        yield Finding(
            ("blocks",),
            f"overload {said}; the framework wants at least {plain(least)} of the three",
            f"{remedy[0].upper()}{remedy[1:]}.",
        )
