"""Jumps come after hard sets for the same muscles.

## What it checks
The order of exercises in each session of a loading week. A jump must not stand after hard sets that
train one of its muscles directly. Inside one superset the order is free: a jump right after a heavy
set is contrast training. What came before the superset still counts. A circuit is judged in order.

## Why it matters
Jumps are for speed, and tired legs are slow. That jumps, tempo drills and eccentrics
[train fast fibres](claim:neuromuscular-methods) is partly supported, with low certainty, and jumps
are the part with support. That they come first is practice and our policy; no trial here compared
the orders. Jumping fresh is also the safer habit on a landing.

## What to do
Move the jumps to the start of the session, right after the warm-up, or to another day.

## Flagged
```yaml
blocks:
  - name: Build
    weeks: 1
    sessions:
      - name: Legs
        day: monday
        exercises:
          - {exercise: barbell-back-squat, sets: 4, reps: 8, load: 70%, rir: 3, rest: 3 min}
          - {exercise: countermovement-jump, sets: 3, reps: 5, rest: 90 s}
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
          - {exercise: countermovement-jump, sets: 3, reps: 5, rest: 90 s}
          - {exercise: barbell-back-squat, sets: 4, reps: 8, load: 70%, rir: 3, rest: 3 min}
```
"""

from collections.abc import Iterable, Iterator
from fractions import Fraction
from itertools import takewhile

from generator.finding import Finding, Label, Severity
from generator.measure.lines import Case, worst
from generator.measure.sets import hard
from generator.model import Framework
from generator.model.vocabulary import LEG_GROUPS
from generator.model.wording import counted, joined
from generator.plan import Entry, Plan, PlannedSession
from generator.rule import Kind, rule


def shared(early: Entry, jump: Entry) -> tuple[str, ...]:
    """The muscles of a jump that an earlier exercise trains directly."""
    return tuple(muscle for muscle in jump.exercise.muscles if early.exercise.trains(muscle))


def parts_of_the_leg(before: Iterable[Entry], jump: Entry, framework: Framework) -> str:
    """What earlier exercises and a jump both train, the heads of the calf as one."""
    part = {head: group for group, heads in LEG_GROUPS.items() for head in heads}
    muscles = (muscle for early in before for muscle in shared(early, jump))
    return joined(dict.fromkeys(part.get(m, framework.muscles[m]) for m in muscles))


def tiring(session: PlannedSession, jump: Entry, framework: Framework) -> tuple[Entry, ...]:
    """Exercises with hard sets for a jump's muscles, before it and its superset."""

    def earlier(entry: Entry) -> bool:
        if jump.group == "superset":
            return entry.item_keys != jump.item_keys
        return entry.keys != jump.keys

    before = takewhile(earlier, session.entries)
    return tuple(e for e in before if shared(e, jump) and hard(e.sets, framework))


def found(plan: Plan) -> Iterator[tuple[Case[int], tuple[Entry, ...]]]:
    """Every jump of a loading week after hard sets for its muscles: how many, and which."""
    for week in plan.loading_weeks:
        for session in week.sessions:
            for entry in session.entries:
                if not entry.exercise.jump:
                    continue
                if before := tiring(session, entry, plan.framework):
                    sets = sum(len(hard(early.sets, plan.framework)) for early in before)
                    yield Case(week, entry, entry.first, sets, Fraction(sets)), before


def measured(plan: Plan) -> str:
    """How many hard sets for its muscles come before a jump at the most."""
    if not any(entry.exercise.jump for week in plan.loading_weeks for _, entry in week.entries):
        return "no jumps"
    most = max((case.value for case, _ in found(plan)), default=0)
    return f"up to {most} hard sets before a jump" if most else "no hard sets before a jump"


@rule(
    code="NEU002",
    name="jumps-when-tired",
    topic="neuromuscular-efficiency",
    kind=Kind.EVIDENCE,
    severity=Severity.WARNING,
    claims=("neuromuscular-methods",),
    thresholds=("hard-set-rir",),
    allowed="jumps before the hard sets for the same muscles",
    measured=measured,
)
def check(plan: Plan) -> Iterator[Finding]:
    """One finding per jump, about the week with most hard sets before it."""
    pairs = tuple(found(plan))
    earlier = {(case.week.number, case.entry.keys): before for case, before in pairs}
    for case in worst(plan, (case for case, _ in pairs)):
        before = earlier[case.week.number, case.entry.keys]
        parts = parts_of_the_leg(before, case.entry, plan.framework)
        come = "comes" if case.value == 1 else "come"
        yield Finding(
            case.keys("exercise"),
            f"{counted(case.value, 'hard set')} for the {parts} {come} before "
            f"{case.entry.exercise.name} in week {case.week.number}; jumps belong first",
            "Move the jumps to the start of the session or circuit, or to another day.",
            tuple(Label((*early.keys, "exercise"), "this comes first") for early in before),
        )
