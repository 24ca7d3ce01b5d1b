"""The calves are trained with bent knees only.

## What it checks
Each block with hard sets of calf raises in its loading weeks. At least one of these raises has to
train the gastrocnemius directly, which takes straight knees: standing, on one leg, or on the leg
press. Programs without calf raises are for [BAL001](rule:BAL001), and those that declare the calves
out of scope are left alone.

## Why it matters
That seated and standing calf raises are interchangeable is
[contradicted](claim:calf-raises-interchangeable) with moderate certainty. With the knee straight
the gastrocnemius grew 9 to 12 %, and seated less than 2 %, in a trial of 14 untrained people. A
second trial, in trained ones, agrees for the inner head; its result for the outer head was unclear.
The soleus was equal or unclear, so a straight-knee raise costs nothing that we know of. Judging a
block as a whole is a convention.

## What to do
Turn one of the block's seated raises into a standing raise and let the heel sink, or add one.

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

from collections.abc import Iterator, Sequence
from itertools import groupby

from generator.finding import Finding, Keys, Label, Severity
from generator.measure.lines import fresh, week_list
from generator.measure.sets import hard
from generator.plan import Entry, Plan, Week
from generator.rule import Kind, rule


def calf_raises(plan: Plan, weeks: Sequence[Week]) -> tuple[Entry, ...]:
    """The prescriptions of calf raises that have hard sets in some weeks, each once."""
    found: dict[Keys, Entry] = {}
    for _, entry in (pair for week in weeks for pair in week.entries):
        if entry.exercise.pattern == "calf" and hard(entry.sets, plan.framework):
            found.setdefault(entry.keys, entry)
    return tuple(found.values())


def bent_only(plan: Plan) -> Iterator[Week]:
    """The loading weeks of the blocks whose calf raises all bend the knees."""
    for weeks in plan.blocks:
        raises = () if weeks[0].deload else calf_raises(plan, weeks)
        if raises and not any(entry.exercise.trains("gastrocnemius") for entry in raises):
            yield from weeks


def measured(plan: Plan) -> str:
    """The calf raises of the loading weeks."""
    raises = calf_raises(plan, plan.loading_weeks)
    names = dict.fromkeys(entry.exercise.name for entry in raises)
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
    allowed="a straight-knee calf raise in every block with calf raises",
    measured=measured,
)
def check(plan: Plan) -> Iterator[Finding]:
    """One finding per block, at its first calf raise."""
    if "calves" in plan.program.out_of_scope:
        return
    for _, own in groupby(fresh(plan, bent_only(plan)), key=lambda week: week.block_number):
        weeks = tuple(own)
        raises = calf_raises(plan, weeks)
        if not raises:
            continue
        (first, *others), week = raises, weeks[0]
        yield Finding(
            (*week.block_keys, "like") if week.block.like else (*first.keys, "exercise"),
            f"{first.exercise.name} bends the knees and trains the soleus; the gastrocnemius gets "
            f"0 hard sets with straight knees in {week_list(weeks)}, and at least 1 is asked for",
            "Do a `standing-calf-raise` or `single-leg-calf-raise` instead, or as well.",
            tuple(Label((*entry.keys, "exercise"), "bent knees, too") for entry in others[:3]),
        )
