"""A repetition is planned to last ten seconds or more.

## What it checks
The tempo of exercises in loading weeks, all four phases added up; an explosive way up counts as one
second. Ten seconds and more are a warning, more than eight a note. Jumps and timed holds are left
out.

## Why it matters
Changing tempo is useful as variety, technique practice and joint-friendly loading; as
[a form of overload](claim:tempo-variation) it is partly supported, with moderate certainty.
Repetitions of half a second to eight seconds grew muscle alike. Slower than ten looked inferior, on
thin evidence. Slowing down also lowers the load and the repetitions.

## What to do
Shorten a phase: 1 to 4 seconds down, a short pause and a normal way up are plenty.

## Flagged
```yaml
blocks:
  - name: Build
    weeks: 1
    sessions:
      - name: Legs
        day: monday
        exercises:
          - {exercise: barbell-back-squat, sets: 4, reps: 8, rir: 2, tempo: 5-1-4-0, rest: 3 min}
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
          - {exercise: barbell-back-squat, sets: 4, reps: 8, rir: 2, tempo: 4-1-3-0, rest: 3 min}
```
"""

from collections.abc import Iterator
from fractions import Fraction

from generator.finding import Finding, Severity
from generator.measure.lines import Case, set_by_set, worst
from generator.model.number import plain
from generator.model.quantity import Tempo
from generator.plan import Plan
from generator.rule import Kind, rule


def tempos(plan: Plan) -> Iterator[Case[Tempo]]:
    """The tempo of every repetition that has one, and how far it is past the slowest to plan."""
    longest = plan.framework.limit("slowish-repetition")
    for week, entry, set_ in set_by_set(plan.loading_weeks):
        if set_.tempo and not entry.exercise.jump and not set_.reps.timed:
            past = Fraction(set_.tempo.seconds) - longest
            yield Case(week, entry, set_, set_.tempo, past)


def measured(plan: Plan) -> str:
    """The slowest repetition."""
    seconds = [case.value.seconds for case in tempos(plan)]
    return f"{max(seconds)} s a repetition at the slowest" if seconds else "no tempo written"


@rule(
    code="NEU004",
    name="slow-repetition",
    topic="neuromuscular-efficiency",
    kind=Kind.EVIDENCE,
    severity=Severity.WARNING,
    claims=("tempo-variation",),
    thresholds=("slow-repetition", "slowish-repetition"),
    allowed="repetitions of {slowish-repetition} s or less",
    measured=measured,
)
def check(plan: Plan) -> Iterator[Finding]:
    """One finding per prescription, about its slowest week."""
    slow = plan.framework.limit("slow-repetition")
    longest = plain(plan.framework.limit("slowish-repetition"))
    for case in worst(plan, (case for case in tempos(plan) if case.distance > 0)):
        seconds = case.value.seconds
        yield Finding(
            case.keys("tempo"),
            f"{case.entry.exercise.name} at {case.value} takes {seconds} s a repetition in "
            f"week {case.week.number}; repetitions of up to {longest} s grew muscle alike",
            "Shorten a phase of the tempo.",
            graded=None if seconds >= slow else Severity.NOTE,
        )
