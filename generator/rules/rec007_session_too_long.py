"""A session takes longer than the program says.

## What it checks
Our estimate for every session of every week, deloads included, against `session_minutes`, which
says how long the longest session takes. The estimate may be up to 10 % longer. When it is twice as
long or longer, the finding is an error instead of a warning.

The estimate adds up repetitions and tempo, rests, warm-up sets, changing over and a few minutes of
general warm-up. The counting page has the conventions, also for rests and tempos that are not
written. On a day that is split each session is judged alone.

## Why it matters
No trial stands behind this. Readers choose by the minutes they have, and when time runs out the
last exercises are easily left out. The estimate is built from conventions and can be
off for a fast or slow lifter, so there are 10 % to spare. At twice the minutes it is the number in
the file that is wrong.

## What to do
Raise `session_minutes`, or shorten the session: a superset, fewer sets, an exercise less. Think
twice before you cut the rests of heavy lifts.

## Flagged
```yaml
session_minutes: 20
blocks:
  - name: Build
    weeks: 1
    sessions:
      - name: Legs
        day: monday
        exercises:
          - {exercise: barbell-back-squat, sets: 6, reps: 8, load: 70%, rir: 3, rest: 3 min}
```

## Fine
```yaml
session_minutes: 30
blocks:
  - name: Build
    weeks: 1
    sessions:
      - name: Legs
        day: monday
        exercises:
          - {exercise: barbell-back-squat, sets: 6, reps: 8, load: 70%, rir: 3, rest: 3 min}
```
"""

from collections.abc import Iterator

from generator.finding import Finding, Label, Severity
from generator.measure.causes import SHOWN
from generator.measure.duration import session_minutes
from generator.measure.lines import session_keys, worst_sessions
from generator.model.number import plain
from generator.plan import Plan, PlannedSession
from generator.rule import Kind, rule


def measured(plan: Plan) -> str:
    """The longest session and what the program says."""
    longest = max(session_minutes(s, plan.framework) for week in plan.weeks for s in week.sessions)
    return f"about {longest} minutes at the longest, {plan.program.session_minutes} planned"


@rule(
    code="REC007",
    name="session-too-long",
    topic="recovery",
    kind=Kind.SENSE,
    severity=Severity.WARNING,
    thresholds=(
        "session-minutes-over",
        "session-minutes-times",
        "repetition-seconds",
        "changeover-seconds",
        "warm-up-minutes",
        "warm-up-set-seconds",
        "mini-sets",
        "mini-set-repetitions",
        "mini-set-rest",
        "unstated-rest-compound",
        "unstated-rest-other",
    ),
    allowed="an estimate of at most {session-minutes-over} % over `session_minutes`",
    measured=measured,
)
def check(plan: Plan) -> Iterator[Finding]:
    """One finding, at the longest session; the others that run over are its labels."""
    planned, framework = plan.program.session_minutes, plan.framework
    allowed = planned * (100 + framework.limit("session-minutes-over")) / 100

    def excess(session: PlannedSession) -> int:
        minutes = session_minutes(session, framework)
        return minutes if minutes > allowed else 0

    over = worst_sessions(plan, plan.weeks, excess)
    if not over:
        return
    longest = max(over, key=lambda found: excess(found[1]))
    week, session = longest
    minutes = excess(session)
    labels = [Label(("session_minutes",), f"{planned} minutes planned")]
    others = [found for found in over if found is not longest]
    for number, (other, also) in enumerate(others[:SHOWN], start=1):
        text = f"{excess(also)} minutes in week {other.number}"
        if number == SHOWN < len(others):
            text += f"; {len(others) - SHOWN} more run over"
        labels.append(Label(session_keys(other, also), text))
    wrong = minutes >= planned * framework.limit("session-minutes-times")
    yield Finding(
        session_keys(week, session),
        f"{session.name} takes about {minutes} minutes in week {week.number}; the program plans "
        f"for {planned}, and at most {plain(allowed)} are allowed",
        "Raise `session_minutes`, or shorten the session.",
        tuple(labels),
        graded=Severity.ERROR if wrong else None,
    )
