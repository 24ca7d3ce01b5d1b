"""Weekly volume does not rise by the framework's 5 to 10 % on average.

## What it checks
For each block with three or more loading weeks, the average change of volume load (sets ×
repetitions × load in percent of the 1RM) from week to week. The average has to lie from 5 to 10 %.
Weeks of a deload are left out. Shorter blocks are not judged.

## Why it matters
The framework asks for a systematic rise of weekly volume. The evidence does not: raising volume by
a weekly percentage was not shown to build more leg than holding it and adding load or repetitions,
and 10 % a week would multiply volume by 2.85 in twelve weeks. The rule is applied because the
framework states it; [the claim behind it](claim:weekly-volume-progression) is contested.

## What to do
Add a set to one exercise, one or two repetitions to a range, or two or three percent of load, so
that sets × repetitions × load grows by a twentieth to a tenth. If the program progresses by feel,
say so in a deviation.

## Flagged
```yaml
blocks:
  - name: Build
    weeks: 3
    sessions:
      - name: Legs
        day: monday
        exercises:
          - {exercise: barbell-back-squat, sets: 4, reps: 8, load: 70%, rest: 3 min}
          - {exercise: romanian-deadlift, sets: 3, reps: 8, load: 70%, rest: 3 min}
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
          - {exercise: barbell-back-squat, sets: 4, reps: [8, 8, 9], load: 70% to 74%, rest: 3 min}
          - {exercise: romanian-deadlift, sets: 3, reps: [8, 9, 9], load: 70% to 74%, rest: 3 min}
```
"""

from collections.abc import Iterator
from fractions import Fraction

from generator.finding import Finding, Severity
from generator.measure.causes import volume_change_labels
from generator.measure.lines import repeated
from generator.measure.progress import long_blocks
from generator.measure.volume import changes
from generator.model.number import plain, plain_beside
from generator.plan import Plan, Week
from generator.rule import Kind, rule


def average_rises(plan: Plan) -> Iterator[tuple[Week, Fraction]]:
    """First week of each block that is long enough, and its average weekly change in percent."""
    for weeks in long_blocks(plan):
        if found := changes(weeks):
            yield weeks[0], sum((change for _, change in found), Fraction(0)) / len(found)


def measured(plan: Plan) -> str:
    """The average of each block."""
    limits = [plan.framework.limit(f"volume-rise-{end}") for end in ("low", "high")]
    rises = ((week.block.name, plain_beside(rise, *limits)) for week, rise in average_rises(plan))
    return ", ".join(f"“{name}” {rise} %" for name, rise in rises) or "no block long enough"


@rule(
    code="OVL001",
    name="volume-progression-off-target",
    topic="mechanical-overload",
    kind=Kind.FRAMEWORK,
    severity=Severity.ERROR,
    claims=("weekly-volume-progression",),
    thresholds=("volume-rise-low", "volume-rise-high", "progression-weeks"),
    allowed="volume load rises {volume-rise-low} to {volume-rise-high} % a week on average",
    measured=measured,
)
def check(plan: Plan) -> Iterator[Finding]:
    """One finding per block whose average lies outside."""
    low, high = plan.framework.limit("volume-rise-low"), plan.framework.limit("volume-rise-high")
    known: dict[int, bool] = {}
    for week, rise in average_rises(plan):
        if low <= rise <= high:
            continue
        original = repeated(plan, week)
        same_length = original is not None and original.number_in_block == 1
        if original and same_length and known.get(original.block_number) == (rise > high):
            continue  # the block it repeats week by week has the same problem
        known[week.block_number] = rise > high
        size = plain_beside(rise, low, high)
        yield Finding(
            (*week.block_keys, "name"),
            f"volume load in “{week.block.name}” changes by {size} % a week on average; "
            f"the framework wants {plain(low)} to {plain(high)} %",
            f"{'Take back' if rise > high else 'Add'} a set, a repetition or some load a week, "
            "or give a reason in `deviations`.",
            volume_change_labels(week, plan.blocks[week.block_number][-1], falls=rise < low),
        )
