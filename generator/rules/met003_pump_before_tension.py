"""Metabolic work for a muscle comes before that muscle's heavy compound lift.

## What it checks
The order of exercises in each session of a loading week. An exercise with metabolic sets (60 s of
rest or less, drop sets and the like) must not stand before a compound lift that trains one of the
same muscles directly with tension sets. Exercises of one superset or circuit do not count against
each other.

## Why it matters
The framework puts heavy compounds first and higher-rep work after them. That is
[partly supported](claim:compounds-first): whatever comes first gains more strength, so heavy lifts
first make a good default for strength, safety and focus. Growth was about the same either way, so
this is not a growth rule. Somebody who trains a lagging muscle first on purpose can say so in a
deviation.

## What to do
Move the short-rest work behind the compound lift, or rest longer between its sets.

## Flagged
```yaml
blocks:
  - name: Build
    weeks: 1
    sessions:
      - name: Legs
        day: monday
        exercises:
          - {exercise: leg-extension, sets: 3, reps: 15, rir: 1, rest: 45 s}
          - {exercise: barbell-back-squat, sets: 4, reps: 8, load: 70%, rir: 3, rest: 3 min}
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
          - {exercise: barbell-back-squat, sets: 4, reps: 8, load: 70%, rir: 3, rest: 3 min}
          - {exercise: leg-extension, sets: 3, reps: 15, rir: 1, rest: 45 s}
```
"""

from collections.abc import Iterator
from fractions import Fraction
from itertools import combinations

from generator.finding import Finding, Keys, Label, Severity
from generator.measure.lines import Case, worst
from generator.measure.sets import is_metabolic, is_tension
from generator.model import Framework
from generator.model.wording import joined
from generator.plan import Entry, Plan, PlannedSession
from generator.rule import Kind, rule


def heavy(entry: Entry, framework: Framework) -> bool:
    """Whether an exercise is a compound with tension sets that are not metabolic."""
    return entry.exercise.kind == "compound" and any(
        is_tension(set_, framework) and not is_metabolic(set_, framework) for set_ in entry.sets
    )


def shared(early: Entry, late: Entry) -> tuple[str, ...]:
    """The muscles both exercises train directly, in the order of the later one."""
    return tuple(
        m for m in late.exercise.muscles if early.exercise.trains(m) and late.exercise.trains(m)
    )


def reversed_pairs(session: PlannedSession, framework: Framework) -> Iterator[tuple[Entry, Entry]]:
    """Metabolic work and the heavy compound for one of its muscles that comes after it."""
    for early, late in combinations(session.entries, 2):
        together = early.item_keys == late.item_keys
        if together or not heavy(late, framework) or not shared(early, late):
            continue
        if any(is_metabolic(set_, framework) for set_ in early.sets):
            yield early, late


def found(plan: Plan) -> Iterator[tuple[Case[Keys], Entry]]:
    """Every reversed pair of every loading week."""
    for week in plan.loading_weeks:
        for session in week.sessions:
            for early, late in reversed_pairs(session, plan.framework):
                yield Case(week, early, early.first, late.keys, Fraction(1)), late


def measured(plan: Plan) -> str:
    """How many sessions have the order reversed."""
    loading = [session for week in plan.loading_weeks for session in week.sessions]
    off = sum(any(reversed_pairs(session, plan.framework)) for session in loading)
    return f"{off} of {len(loading)} sessions the other way round"


@rule(
    code="MET003",
    name="pump-before-tension",
    topic="metabolic-stress",
    kind=Kind.FRAMEWORK,
    severity=Severity.ERROR,
    claims=("compounds-first",),
    thresholds=("metabolic-rest-high", "tension-load-low", "tension-load-high", "hard-set-rir"),
    allowed="heavy compounds before metabolic work for the same muscle",
    measured=measured,
)
def check(plan: Plan) -> Iterator[Finding]:
    """One finding per exercise that comes too early."""
    pairs = tuple(found(plan))
    for case in worst(plan, (case for case, _ in pairs)):
        here = (case.week, case.entry)
        after = [late for other, late in pairs if (other.week, other.entry) == here]
        muscles = joined(plan.framework.muscles[m] for m in shared(case.entry, after[0]))
        yield Finding(
            case.keys("exercise"),
            f"{case.entry.exercise.name} is metabolic work for the {muscles} and comes before "
            f"{after[0].exercise.name} in week {case.week.number}; the framework wants it after",
            "Move it behind the heavy compound, or rest longer between its sets.",
            tuple(Label((*late.keys, "exercise"), "this lift should come first") for late in after),
        )
