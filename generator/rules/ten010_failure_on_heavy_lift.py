"""Every heavy set of a free-weight compound is taken to failure.

## What it checks
Heavy sets of compound lifts with a barbell, dumbbells or a kettlebell, in loading weeks. Heavy is a
hard set at 80 % of the 1RM and more, or of 8 repetitions and fewer at 65 % and more. Not every
heavy set of such a lift in a session may stand at 0 RIR (or RPE 10). An open set (`5+`) that does
not give its RIR counts as taken to failure. One set to failure beside other heavy ones that stop
short is fine; write it as a line of its own. Easy sets beside it change nothing. Machines are left
out, and so are lifts with nothing but the body.

## Why it matters
Growth rises slightly as sets end nearer to failure, but
[failure itself is not needed](claim:failure-proximity); that is supported, with moderate certainty.
It costs fatigue. A missed repetition under a bar also ends less softly than one on a machine, which
is common sense. No trial drew a line between some sets and all of them; that part is our policy,
and the borders of 80 %, 65 % and 8 repetitions are conventions.

## What to do
Plan 1 to 3 in reserve, or keep failure for one last set. Machines and single-joint work are the
better place for it.

## Flagged
```yaml
blocks:
  - name: Build
    weeks: 1
    sessions:
      - name: Legs
        day: monday
        exercises:
          - {exercise: barbell-back-squat, sets: 3, reps: 8, load: 75%, rir: 0, rest: 3 min}
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
          - {exercise: barbell-back-squat, sets: 2, reps: 8, load: 75%, rir: 2, rest: 3 min}
          - {exercise: barbell-back-squat, sets: 1, reps: 8, load: 75%, rir: 0, rest: 3 min}
```
"""

from collections.abc import Iterator
from fractions import Fraction

from generator.finding import Finding, Severity
from generator.measure.heavy import has_free_weight, is_heavy
from generator.measure.lines import Case, worst
from generator.model.quantity import Rir
from generator.plan import Plan, PlannedSession, PlannedSet
from generator.rule import Kind, rule


def to_failure(set_: PlannedSet) -> bool:
    """Whether nothing is left in reserve, as in an open set that does not say otherwise.

    Any other set whose effort is not stated is not known to go to failure.
    """
    return set_.reps.open if set_.rir is None else set_.rir.middle == 0


def is_judged(set_: PlannedSet, plan: Plan) -> bool:
    """Whether a set is a heavy one with a free weight."""
    return is_heavy(set_, plan) and has_free_weight(set_, plan)


def stops_short(session: PlannedSession, plan: Plan) -> frozenset[str]:
    """Exercises of a session with a heavy set that does not go to failure, or does not say so."""
    heavy = (set_ for set_ in session.sets if is_judged(set_, plan))
    return frozenset(set_.exercise.id for set_ in heavy if not to_failure(set_))


def heavy_lifts(plan: Plan) -> Iterator[tuple[Case[Rir | None], bool]]:
    """Each heavy free-weight set of a loading week, and whether all of its lift fail there."""
    for week in plan.loading_weeks:
        for session in week.sessions:
            spared = stops_short(session, plan)
            for entry in session.entries:
                for set_ in entry.sets:
                    if is_judged(set_, plan):
                        failing = entry.exercise.id not in spared
                        yield Case(week, entry, set_, set_.rir, Fraction(failing)), failing


def taken(case: Case[Rir | None], plan: Plan) -> tuple[str, bool]:
    """The heavy sets of a lift in a session in words, and whether there is only one."""
    session = next(s for s, entry in case.week.entries if entry.keys == case.entry.keys)
    own = [set_ for set_ in session.sets if set_.exercise.id == case.entry.exercise.id]
    number = sum(is_judged(set_, plan) for set_ in own)
    kind = "set" if number == len(own) else "heavy set"
    return (f"its only {kind}" if number == 1 else f"each of its {number} {kind}s"), number == 1


def measured(plan: Plan) -> str:
    """The lifts that go to failure on every set."""
    found = tuple(heavy_lifts(plan))
    if not found:
        return "no heavy free-weight compound"
    lifts = dict.fromkeys(case.entry.exercise.name for case, failing in found if failing)
    return f"every heavy set to failure: {', '.join(lifts) or 'none'}"


@rule(
    code="TEN010",
    name="failure-on-heavy-lift",
    topic="mechanical-tension",
    kind=Kind.EVIDENCE,
    severity=Severity.WARNING,
    claims=("failure-proximity",),
    thresholds=("heavy-load", "heavy-reps", "tension-load-low", "hard-set-rir"),
    allowed="heavy free-weight compounds with a set that stops short of failure in each session",
    measured=measured,
)
def check(plan: Plan) -> Iterator[Finding]:
    """One finding per prescription, about the first such week."""
    for case in worst(plan, (case for case, failing in heavy_lifts(plan) if failing)):
        sets, alone = taken(case, plan)
        others = "" if alone else ", or write one last set to failure as a line of its own"
        yield Finding(
            case.effort_keys() if case.set.rir else case.keys("reps"),
            f"{case.entry.exercise.name} takes {sets} to failure in week {case.week.number}; "
            "a heavy free-weight compound should have a set that stops short of it",
            f"Keep 1 to 3 in reserve{others}.",
        )
