"""Short repetitions are prescribed as main work.

## What it checks
In loading weeks, `range_of_motion: partial` on a compound lift, or on the first exercise of a
session that trains its main muscle. The main muscle is the first one the exercise library lists
with the greatest share of a set. `lengthened-partial`, the stretched half of a movement, is fine,
and so is a short range on later, single-joint work. Jumps are not judged.

## Why it matters
The framework puts technique first, and range of motion is the part of technique with real trials.
That a full range grows more leg than a short one is [supported](claim:full-range-of-motion) with
moderate certainty; the samples are small and mostly untrained. Partials in the stretched position
are a different matter: whether they beat a full range is [contested](claim:long-length-partials),
so they are allowed and not praised. Which lifts count as main work is a convention.

## What to do
Prescribe the full range and let the load match it, or work in the stretched half with
`range_of_motion: lengthened-partial`. If pain or a sport asks for a short range, say so in a
deviation.

## Flagged
```yaml
blocks:
  - name: Build
    weeks: 1
    sessions:
      - name: Legs
        day: monday
        exercises:
          - exercise: barbell-back-squat
            sets: 3
            reps: 8
            load: 75%
            rest: 3 min
            range_of_motion: partial
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
          - exercise: barbell-back-squat
            sets: 3
            reps: 8
            load: 75%
            rest: 3 min
          - exercise: leg-extension
            sets: 3
            reps: 12
            rest: 60 s
            range_of_motion: partial
```
"""

from collections.abc import Iterator

from generator.finding import Finding, Keys, Severity
from generator.plan import Entry, Plan
from generator.rule import Kind, rule


def comes_first(entry: Entry, before: tuple[Entry, ...]) -> bool:
    """Whether no earlier exercise of the session trains the main muscle directly."""
    muscle = entry.exercise.main_muscle
    return not any(other.exercise.trains(muscle) for other in before)


def short_main_work(plan: Plan) -> dict[Keys, Entry]:
    """Main work with a short range, each line of the file once."""
    found: dict[Keys, Entry] = {}
    for week in plan.loading_weeks:
        for session in week.sessions:
            for number, entry in enumerate(session.entries):
                short = entry.prescription.range_of_motion == "partial" and not entry.exercise.jump
                if short and (
                    entry.exercise.kind == "compound"
                    or comes_first(entry, session.entries[:number])
                ):
                    found.setdefault(entry.keys, entry)
    return found


def measured(plan: Plan) -> str:
    """Which main work has a short range."""
    names = dict.fromkeys(entry.exercise.name for entry in short_main_work(plan).values())
    return ", ".join(names) or "no short range in main work"


@rule(
    code="TEC003",
    name="partial-range",
    topic="technique",
    kind=Kind.FRAMEWORK,
    severity=Severity.WARNING,
    claims=("full-range-of-motion", "long-length-partials"),
    allowed="a full range or lengthened partials in main work",
    measured=measured,
)
def check(plan: Plan) -> Iterator[Finding]:
    """One finding per line of the file."""
    for keys, entry in short_main_work(plan).items():
        exercise = entry.exercise
        muscle = plan.framework.muscles.get(exercise.main_muscle, exercise.main_muscle)
        reason = (
            "a compound lift"
            if exercise.kind == "compound"
            else f"the session's first work for the {muscle}"
        )
        yield Finding(
            (*keys, "range_of_motion"),
            f"{exercise.name} is {reason} and has a short range; main work wants the full one",
            "Write `range_of_motion: full`, or `lengthened-partial` for the stretched half.",
        )
