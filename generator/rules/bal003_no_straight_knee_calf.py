"""The calves are trained with bent knees only.

## What it checks
Programs with hard sets of calf raises in their loading weeks. At least one of these raises has to
train the gastrocnemius directly, which takes straight knees: standing, on one leg, or on the leg
press. Programs without calf raises are for [BAL001](rule:BAL001), and those that declare the calves
out of scope are left alone.

## Why it matters
That seated and standing calf raises are interchangeable is
[contradicted](claim:calf-raises-interchangeable) with moderate certainty. With the knee straight
the gastrocnemius grew 9 to 12 %, and seated less than 2 %, in a trial of 14 untrained people. A
second trial, in trained ones, agrees for the part it could measure clearly. The soleus was equal or
unclear, so a straight-knee raise costs nothing that we know of.

## What to do
Turn one of the seated raises into a standing raise and let the heel sink, or add one.

## Flagged
```yaml
blocks:
  - name: Build
    weeks: 1
    sessions:
      - name: Legs
        day: monday
        exercises:
          - {exercise: barbell-back-squat, sets: 4, reps: 8, rir: 2, rest: 3 min}
          - {exercise: seated-calf-raise, sets: 4, reps: 12, rir: 2, rest: 90 s}
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
          - {exercise: barbell-back-squat, sets: 4, reps: 8, rir: 2, rest: 3 min}
          - {exercise: standing-calf-raise, sets: 4, reps: 12, rir: 2, rest: 90 s}
```
"""

from collections.abc import Iterator

from generator.finding import Finding, Keys, Label, Severity
from generator.measure.sets import hard
from generator.plan import Entry, Plan
from generator.rule import Kind, rule


def calf_raises(plan: Plan) -> tuple[Entry, ...]:
    """The prescriptions of calf raises that have hard sets in a loading week, each once."""
    found: dict[Keys, Entry] = {}
    for _, entry in (pair for week in plan.loading_weeks for pair in week.entries):
        if entry.exercise.pattern == "calf" and hard(entry.sets, plan.framework):
            found.setdefault(entry.keys, entry)
    return tuple(found.values())


def measured(plan: Plan) -> str:
    """The calf raises of the loading weeks."""
    names = dict.fromkeys(entry.exercise.name for entry in calf_raises(plan))
    if "calves" in plan.program.out_of_scope:
        return "calves left out on purpose"
    return ", ".join(names) or "no calf raises"


@rule(
    code="BAL003",
    name="no-straight-knee-calf",
    topic="balance",
    kind=Kind.EVIDENCE,
    severity=Severity.WARNING,
    claims=("calf-raises-interchangeable",),
    thresholds=("hard-set-rir",),
    allowed="a straight-knee calf raise wherever calves are trained",
    measured=measured,
)
def check(plan: Plan) -> Iterator[Finding]:
    """One finding for the program, at its first calf raise."""
    raises = calf_raises(plan)
    if not raises or "calves" in plan.program.out_of_scope:
        return
    if any(entry.exercise.trains("gastrocnemius") for entry in raises):
        return
    first, *others = raises
    yield Finding(
        (*first.keys, "exercise"),
        f"{first.exercise.name} bends the knees and trains the soleus; the gastrocnemius gets 0 "
        "hard sets with straight knees, and at least 1 is asked for",
        "Do a `standing-calf-raise` or `single-leg-calf-raise` instead, or as well.",
        tuple(Label((*entry.keys, "exercise"), "bent knees, too") for entry in others[:3]),
    )
