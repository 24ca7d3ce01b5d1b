"""A session has more landings than the level should plan.

## What it checks
The foot contacts of each session of a loading week: repetitions × sets of all jumps, a range
counting at its middle. At most 100 for beginners, 120 for intermediate and 140 for advanced
lifters. A repetition of a jump is a landing, so for one-sided jumps write the landings of both legs
together. Jumps that are written in seconds cannot be counted.

## Why it matters
Landings are hard on tendons and joints that are not used to them, and the last of many are the
sloppy ones; that is a coach's reason. The three limits are conventions from practice tables, quoted
from memory in our evidence, and no trial set them. For jumping higher, the evidence behind
[neuromuscular methods](claim:neuromuscular-methods) (partly supported, low certainty) points to
more than 50 jumps a session, so there is room below the limits.

## What to do
Take sets away, spread the jumps over two sessions, or leave one kind of jump out.

## Flagged
```yaml
blocks:
  - name: Build
    weeks: 1
    sessions:
      - name: Legs
        day: monday
        exercises:
          - {exercise: pogo-hops, sets: 5, reps: 25, rest: 90 s}
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
          - {exercise: pogo-hops, sets: 4, reps: 25, rest: 90 s}
          - {exercise: barbell-back-squat, sets: 4, reps: 8, load: 70%, rir: 3, rest: 3 min}
```
"""

from collections.abc import Iterator
from fractions import Fraction

from generator.finding import Finding, Label, Severity
from generator.measure.causes import cause_labels
from generator.measure.dose import by_session, fullest_sessions
from generator.measure.lines import session_keys
from generator.measure.sets import contacts
from generator.model.number import plain
from generator.plan import Plan
from generator.rule import Kind, rule


def measured(plan: Plan) -> str:
    """The most contacts in a session."""
    most = max(by_session(plan, contacts).values(), default=Fraction(0))
    return f"up to {plain(most)} in a session" if most else "no landings"


@rule(
    code="NEU003",
    name="too-many-contacts",
    topic="neuromuscular-efficiency",
    kind=Kind.EVIDENCE,
    severity=Severity.WARNING,
    claims=("neuromuscular-methods",),
    thresholds=(
        "contacts-most-beginner",
        "contacts-most-intermediate",
        "contacts-most-advanced",
    ),
    allowed="at most {contacts-most-LEVEL} foot contacts in a session",
    measured=measured,
)
def check(plan: Plan) -> Iterator[Finding]:
    """One finding per session and block, about the worst week."""
    level = plan.program.level
    most = plan.framework.limit_for("contacts-most", level)
    doses = by_session(plan, contacts)
    for week, session, landings in fullest_sessions(plan, doses, above=most):
        yield Finding(
            session_keys(week, session),
            f"{session.name} has {plain(landings)} foot contacts in week {week.number}; "
            f"{plain(most)} is the most at {level} level",
            "Take sets of jumps away, or spread them over two sessions.",
            (
                Label(("level",), f"{level} level: at most {plain(most)}"),
                *cause_labels(week, contacts, "contact", session),
            ),
        )
