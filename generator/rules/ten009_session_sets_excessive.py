"""A session gives a part of the leg, or one exercise, far more sets than can pay.

## What it checks
Each session of a loading week. More than 15 fractional sets for a part of the leg is an error, and
so are 10 and more hard sets of one exercise; the sets of an exercise that comes twice add up. A
set of jumps is no hard set, but adds half a fractional set. The two sessions of a split day are
judged each alone, since hours lie between them. [TEN008](rule:TEN008) warns earlier.

## Why it matters
Beyond about 10 hard sets for a muscle in a session extra sets return little. That is
[partly supported](claim:session-volume-ceiling) with low certainty. In
[a pilot](source:hackett-2018-gvt) with six men in each group, ten sets of an exercise in a session
gave nothing over five. Where "little" becomes "too many" nobody has measured: both limits are our
policy, and no trial gave them.

## What to do
Spread the sets over two or more days. In place of ten sets of one exercise do five, and five on
another day or of another lift. No deviation is possible.

## Flagged
```yaml
blocks:
  - name: Build
    weeks: 1
    sessions:
      - name: Legs
        day: monday
        exercises:
          - {exercise: barbell-back-squat, sets: 10, reps: 10, rir: 2, rest: 90 s}
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
          - {exercise: barbell-back-squat, sets: 9, reps: 10, rir: 2, rest: 90 s}
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
    code="TEN009",
    name="session-sets-excessive",
    topic="mechanical-tension",
    kind=Kind.EVIDENCE,
    severity=Severity.ERROR,
    claims=("session-volume-ceiling",),
    thresholds=("session-sets-limit", "exercise-sets-limit", "hard-set-rir"),
    fixed=True,
    allowed="at most {session-sets-limit} fractional sets for a part of the leg and fewer than "
    "{exercise-sets-limit} hard sets of one exercise in a session",
    measured=fullest_session,
)
def check(plan: Plan) -> Iterator[Finding]:
    """One finding per session and part of the leg, or exercise, about its fullest week."""
    limit = plan.framework.limit("session-sets-limit")
    for group in LEG_GROUPS:
        counts, doses = share_for(group, plan.framework), part_by_session(plan, group)
        for week, session, sets in fullest_sessions(plan, doses, above=limit):
            yield Finding(
                session_keys(week, session),
                f"the {group} get {plain(sets)} fractional sets on {session.day.capitalize()} of "
                f"week {week.number}; {plain(limit)} in a session is the limit",
                "Spread the sets over two or more days.",
                cause_labels(week, counts, "fractional set", session),
            )
    limit = plan.framework.limit("exercise-sets-limit")
    for exercise in plan.exercises:
        its_sets = hard_sets_of(exercise, plan.framework)
        doses = exercise_by_session(plan, exercise)
        # sets of one exercise are whole numbers, and here the limit itself is too many
        for week, session, sets in fullest_sessions(plan, doses, above=limit - 1):
            yield Finding(
                session_keys(week, session),
                f"{exercise.name} has {plain(sets)} hard sets on {session.day.capitalize()} of "
                f"week {week.number}; fewer than {plain(limit)} of one exercise are allowed",
                "Do some of them on another day, or with another exercise.",
                cause_labels(week, its_sets, "hard set", session),
            )
