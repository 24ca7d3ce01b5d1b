"""Two sessions of one day train the same part of the leg, and nothing says that it is meant.

## What it checks
Every block, deloads included. Where two sessions have the same weekday, no part of the leg may be
trained directly with hard sets in both, unless `split: true` stands in one of them. Two sessions
that share no part are fine as they are. Three on a day are not possible at all; that is found when
the file is read.

## Why it matters
It is a matter of meaning. A weekday that stands twice is often a line that was copied and not
changed, and readers would train the same muscles twice in one day because of a slip. Splitting a
day on purpose is possible. We know of no trial that forbids it: the
[time a muscle needs between sessions](claim:recovery-window) is partly supported with low
certainty, and the trials behind that compared whole days. A program cannot deviate from this rule,
because `split: true` says all that a reason could say.

## What to do
Correct the weekday, join the two sessions, or write `split: true` in the second one.

## Flagged
```yaml
blocks:
  - name: Build
    weeks: 1
    sessions:
      - name: Squats
        day: monday
        exercises:
          - {exercise: barbell-back-squat, sets: 3, reps: 8, load: 70%, rir: 3, rest: 3 min}
      - name: Presses
        day: monday
        exercises:
          - {exercise: leg-press, sets: 3, reps: 10, rir: 2, rest: 2 min}
```

## Fine
```yaml
blocks:
  - name: Build
    weeks: 1
    sessions:
      - name: Squats
        day: monday
        exercises:
          - {exercise: barbell-back-squat, sets: 3, reps: 8, load: 70%, rir: 3, rest: 3 min}
      - name: Presses
        day: monday
        split: true
        exercises:
          - {exercise: leg-press, sets: 3, reps: 10, rir: 2, rest: 2 min}
```
"""

from collections.abc import Iterator

from generator.finding import Change, Finding, Fix, Keys, Label, Severity
from generator.measure.sets import direct_for
from generator.measure.spacing import TrainingDay, training_days
from generator.model.vocabulary import LEG_GROUPS
from generator.model.wording import counted, joined
from generator.plan import Plan
from generator.rule import Kind, rule


def split(day: TrainingDay) -> bool:
    """Whether the program says that the day is split on purpose."""
    return any(session.session.split for session in day.sessions)


def twice(plan: Plan, day: TrainingDay) -> tuple[str, ...]:
    """The parts of the leg that more than one session of a day trains directly."""
    return tuple(
        group for group in LEG_GROUPS if len(day.holding(direct_for(group, plan.framework))) > 1
    )


def measured(plan: Plan) -> str:
    """How many days of the week hold two sessions."""
    doubled = {day.keys: day for day in training_days(plan.weeks) if len(day.sessions) > 1}
    if not doubled:
        return "one session a day"
    meant = sum(map(split, doubled.values()))
    return f"{counted(len(doubled), 'day')} with two sessions, {meant} on purpose"


@rule(
    code="REC002",
    name="same-day-again",
    topic="recovery",
    kind=Kind.EVIDENCE,
    severity=Severity.ERROR,
    claims=("recovery-window",),
    thresholds=("hard-set-rir",),
    fixed=True,
    allowed="one session a day for a part of the leg, unless the day is split on purpose",
    measured=measured,
)
def check(plan: Plan) -> Iterator[Finding]:
    """One finding per day that is written, at the weekday of its second session."""
    said: set[tuple[Keys, ...]] = set()
    for day in training_days(plan.weeks):
        groups = twice(plan, day)
        if not groups or split(day) or day.keys in said:
            continue
        said.add(day.keys)
        first, second = day.sessions
        yield Finding(
            (*second.keys, "day"),
            f"{first.name} and {second.name} are both on {first.day} and both train the "
            f"{joined(groups)}; one session a day is the most for a part of the leg",
            "Correct the weekday, join the two, or write `split: true` here if it is meant.",
            (Label((*first.keys, "day"), "the same day"),),
            Fix("write `split: true`", (Change("add", (*second.keys, "split"), "true"),)),
        )
