"""A deload week is hardly lighter than a loading week, in hard sets or in load.

## What it checks
Each deload week beside the last loading week before it; a deload that opens the program, beside the
first loading week after it. It has to take away at least 30 % of the hard sets, or its mean load in
percent of the 1RM, each exercise counted once, has to be lower. A lower load will do as long as
there are no more hard sets.
Loads that go by RIR are estimated, so more in reserve makes them lighter as well. Jumps count on
neither side.

## Why it matters
This is sense before evidence: readers trust the word on the page, and so do the other rules here,
which leave deload weeks alone. What evidence there is on easy weeks is
[small](claim:deload-hypertrophy): cutting two of eight weeks to one session of two sets cost no
muscle, so a deload has room to be light. Coaches and athletes cut sets, load and effort and keep
days and exercises. The 30 % are a convention and lie below what they usually cut, 40 to 60 %, which
is a coaching convention as well.

## What to do
Halve the sets, lower the load, or leave more repetitions in reserve. A deload that repeats a block
can do it in a line: `sets: 50%`, `load: 90%` or `rir: 4`. If the week is meant to be hard, take
`deload: true` away.

## Flagged
```yaml
blocks:
  - name: Build
    weeks: 3
    sessions:
      - name: Legs
        day: monday
        exercises:
          - {exercise: barbell-back-squat, sets: 4, reps: 8, load: 70%, rir: 3, rest: 3 min}
  - {name: Ease, weeks: 1, deload: true, like: Build, sets: 75%}
```

## Fine
```yaml
blocks:
  - name: Build
    weeks: 3
    sessions:
      - name: Legs
        day: monday
        exercises:
          - {exercise: barbell-back-squat, sets: 4, reps: 8, load: 70%, rir: 3, rest: 3 min}
  - {name: Ease, weeks: 1, deload: true, like: Build, sets: 50%}
```
"""

from collections.abc import Iterator
from fractions import Fraction

from generator.finding import Finding, Label, Severity
from generator.measure.deload import Easing, easings
from generator.measure.lines import worst_weeks
from generator.model.number import plain, plain_beside
from generator.model.wording import counted
from generator.plan import Plan
from generator.rule import Kind, rule


def change(easing: Easing, least: Fraction) -> str:
    """`25 % fewer`, `no fewer`, `12 % more`: hard sets against the loading week."""
    if easing.after == easing.before:
        return "no fewer"
    if not easing.before:
        return "more"
    percent = Fraction(100 * (easing.before - easing.after), easing.before)
    size = plain_beside(abs(percent), least)
    return f"{size} % {'fewer' if percent > 0 else 'more'}"


def measured(plan: Plan) -> str:
    """The deload that comes closest to a loading week."""
    found = [e for e in easings(plan).values() if not e.by_load]
    if not found:
        return "a lower load in every deload week" if easings(plan) else "no deload week"
    least = plan.framework.limit("deload-fewer-sets")
    worst = max(found, key=lambda easing: easing.short_of(least))
    load = "a" if worst.lower_load else "no"
    return f"{change(worst, least)} hard sets, at {load} lower load, in week {worst.deload.number}"


@rule(
    code="REC005",
    name="deload-not-lighter",
    topic="recovery",
    kind=Kind.SENSE,
    severity=Severity.ERROR,
    claims=("deload-hypertrophy",),
    thresholds=("deload-fewer-sets", "hard-set-rir"),
    allowed="{deload-fewer-sets} % fewer hard sets in a deload week, or a lower load and no more "
    "sets",
    measured=measured,
)
def check(plan: Plan) -> Iterator[Finding]:
    """One finding per deload block, about the week that eases least."""
    least = plan.framework.limit("deload-fewer-sets")
    found = easings(plan)
    excess = {
        number: Fraction(0) if easing.by_load else easing.short_of(least)
        for number, easing in found.items()
    }
    deloads = [easing.deload for easing in found.values()]
    for week in worst_weeks(plan, deloads, lambda week: excess[week.number]):
        easing = found[week.number]
        loading = easing.loading
        load = "though its load is lower" if easing.lower_load else "and its load is no lower"
        yield Finding(
            (*week.block_keys, "name"),
            f"deload week {week.number} has {counted(easing.after, 'hard set')}, "
            f"{change(easing, least)} than week {loading.number}, {load}; {plain(least)} % fewer "
            "sets, or a lower load and no more sets, are wanted",
            "Take more sets away, or leave more repetitions in reserve; a share of `load` only "
            "changes loads that are written in percent or weight.",
            (
                Label((*week.block_keys, "deload"), "lighter on purpose"),
                Label(
                    (*loading.block_keys, "name"),
                    f"{counted(easing.before, 'hard set')} in week {loading.number}",
                ),
            ),
        )
