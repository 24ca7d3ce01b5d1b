"""A session gives a part of the leg, or one exercise, more sets than are likely to pay.

## What it checks
Each session of a loading week. A part of the leg may get up to 10 fractional sets, and one exercise
up to 6 hard sets; the sets of an exercise that comes twice add up. A set of jumps is no hard set,
but adds half a fractional set. The two sessions of a split day are judged each alone, since hours
lie between them. Much more is an error, see [TEN009](rule:TEN009).

## Why it matters
Beyond about 10 hard sets for a muscle in a session extra sets return little. That is
[partly supported](claim:session-volume-ceiling) with low certainty: it rests on one consensus cap,
a second-hand report of a model and a small pilot, and no large trial was made for it. The 6 sets of
one exercise are a convention.

## What to do
Move some sets to another day of the week; that is what training a muscle more often is good for.
Or give a few sets of an exercise to a different one.

## Flagged
```yaml
blocks:
  - name: Build
    weeks: 1
    sessions:
      - name: Legs
        day: monday
        exercises:
          - {exercise: barbell-back-squat, sets: 5, reps: 8, rir: 2, rest: 3 min}
          - {exercise: leg-extension, sets: 6, reps: 12, rir: 2, rest: 2 min}
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
          - {exercise: barbell-back-squat, sets: 5, reps: 8, rir: 2, rest: 3 min}
      - name: Legs again
        day: thursday
        exercises:
          - {exercise: leg-extension, sets: 6, reps: 12, rir: 2, rest: 2 min}
```
"""

from collections.abc import Iterator

from generator.finding import Finding, Severity
from generator.measure.causes import cause_labels
from generator.measure.dose import (
    exercise_by_session,
    fullest_session,
    fullest_sessions,
    hard_sets_of,
    part_by_session,
)
from generator.measure.lines import session_keys
from generator.measure.sets import share_for
from generator.model.number import plain
from generator.model.vocabulary import LEG_GROUPS
from generator.plan import Plan
from generator.rule import Kind, rule


@rule(
    code="TEN008",
    name="session-sets-high",
    topic="mechanical-tension",
    kind=Kind.EVIDENCE,
    severity=Severity.WARNING,
    claims=("session-volume-ceiling",),
    thresholds=(
        "session-sets-ceiling",
        "session-sets-limit",
        "exercise-sets-ceiling",
        "exercise-sets-limit",
        "hard-set-rir",
    ),
    allowed="at most {session-sets-ceiling} fractional sets for a part of the leg and "
    "{exercise-sets-ceiling} hard sets of one exercise in a session",
    measured=fullest_session,
)
def check(plan: Plan) -> Iterator[Finding]:
    """One finding per session and part or exercise, quiet where the limit is passed as well."""
    limit = plan.framework.limit
    ceiling, excessive = limit("session-sets-ceiling"), limit("session-sets-limit")
    for group in LEG_GROUPS:
        counts, doses = share_for(group, plan.framework), part_by_session(plan, group)
        for week, session, sets in fullest_sessions(plan, doses, ceiling, excessive):
            yield Finding(
                session_keys(week, session),
                f"the {group} get {plain(sets)} fractional sets on {session.day.capitalize()} of "
                f"week {week.number}; we advise at most {plain(ceiling)} in a session",
                "Move some of the sets to another day.",
                cause_labels(week, counts, "fractional set", session),
            )
    ceiling, excessive = limit("exercise-sets-ceiling"), limit("exercise-sets-limit")
    for exercise in plan.exercises:
        its_sets = hard_sets_of(exercise, plan.framework)
        doses = exercise_by_session(plan, exercise)
        for week, session, sets in fullest_sessions(plan, doses, ceiling, excessive - 1):
            yield Finding(
                session_keys(week, session),
                f"{exercise.name} has {plain(sets)} hard sets on {session.day.capitalize()} of "
                f"week {week.number}; we advise at most {plain(ceiling)} of one exercise",
                "Do some of them on another day, or with another exercise.",
                cause_labels(week, its_sets, "hard set", session),
            )
