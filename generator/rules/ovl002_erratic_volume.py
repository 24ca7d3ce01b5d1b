"""Volume load jumps, or falls, from one loading week to the next.

## What it checks
Every two loading weeks in a row, also across the border of two blocks. Volume load (sets ×
repetitions × load in percent of the 1RM) may hold or rise by at most 10 %. Where a deload lies
between two weeks they are not compared.

## Why it matters
The framework asks for a systematic rise, and a week that leaps or slips is not systematic. The 10 %
is its figure, and no source we found tested it:
[the claim behind it](claim:weekly-volume-progression) is contested. Comparing weeks still has a
plain use. A jump in a plan may be a typing slip, and a dip may be a deload that nobody named.

## What to do
Spread the step over two weeks, or take something else back when one exercise grows. If the lighter
week is meant, make it a block with `deload: true`.

## Flagged
```yaml
blocks:
  - name: Build
    weeks: 3
    sessions:
      - name: Legs
        day: monday
        exercises:
          - {exercise: barbell-back-squat, sets: [4, 4, 5], reps: 8, load: 70%, rir: 3, rest: 3 min}
          - {exercise: romanian-deadlift, sets: 4, reps: 8, load: 70%, rir: 3, rest: 3 min}
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
          - {exercise: barbell-back-squat, sets: 4, reps: [8, 8, 9], load: 70%, rir: 3, rest: 3 min}
          - {exercise: romanian-deadlift, sets: 4, reps: 8, load: 70%, rir: 3, rest: 3 min}
```
"""

from collections.abc import Iterator
from fractions import Fraction

from generator.finding import Finding, Keys, Label, Severity
from generator.measure.causes import volume_change_labels
from generator.measure.lines import repeated
from generator.measure.volume import loading_steps, volume_load, volume_load_by_prescription
from generator.model.number import plain, plain_beside
from generator.plan import Plan, Week
from generator.rule import Kind, rule

Step = tuple[Week, Week, Fraction]


def measured(plan: Plan) -> str:
    """The smallest and the greatest step."""
    steps = [change for _, _, change in loading_steps(plan.weeks)]
    if not steps:
        return "no two loading weeks in a row"
    limits = Fraction(0), plan.framework.limit("volume-rise-high")
    low, high = (plain_beside(step, *limits) for step in (min(steps), max(steps)))
    return f"{low} % a week" if low == high else f"{low} to {high} % a week"


def erratic(plan: Plan) -> tuple[Step, ...]:
    """The steps that fall or rise too far; a repeated step only where the first was all right."""
    high = plan.framework.limit("volume-rise-high")
    steps = tuple(s for s in loading_steps(plan.weeks) if not 0 <= s[2] <= high)
    known = {(before.number, after.number, change > 0) for before, after, change in steps}

    def said_before(before: Week, after: Week, change: Fraction) -> bool:
        first, second = repeated(plan, before), repeated(plan, after)
        return bool(first and second and (first.number, second.number, change > 0) in known)

    return tuple(step for step in steps if not said_before(*step))


def the_one_cause(before: Week, after: Week, high: Fraction) -> Keys | None:
    """The prescription without whose change the step would be fine, if there is just one."""
    if before.block_number != after.block_number or after.block.like:
        return None
    old, new = volume_load_by_prescription(before), volume_load_by_prescription(after)
    base = volume_load(before.sets)
    rise = volume_load(after.sets) - base
    changed = {keys: new[keys] - old[keys] for keys in new if new[keys] != old[keys]}
    causes = [k for k, change in changed.items() if 0 <= 100 * (rise - change) / base <= high]
    return causes[0] if len(causes) == 1 else None


def changed_fields(before: Week, after: Week, keys: Keys) -> Iterator[Keys]:
    """Where a prescription's values differ between two weeks of its block."""
    old, new = (next(e for _, e in w.entries if e.keys == keys) for w in (before, after))
    prescription, load = new.prescription, new.first.load
    estimated = new.first.intensity is not None and new.first.intensity.estimated
    weighs = not estimated or (load is not None and load.kind == "rpe")  # kilograms do not
    for name, differs in (
        ("sets", len(old.sets) != len(new.sets)),
        ("reps", old.first.reps != new.first.reps),
        ("load", old.first.load != load and weighs),
        ("rir", old.first.rir != new.first.rir and estimated),
    ):
        written = getattr(prescription, name)
        if differs and written:
            yield (*keys, name, after.number_in_block - 1) if written.listed else (*keys, name)


@rule(
    code="OVL002",
    name="erratic-volume",
    topic="mechanical-overload",
    kind=Kind.FRAMEWORK,
    severity=Severity.WARNING,
    claims=("weekly-volume-progression",),
    thresholds=("volume-rise-high",),
    allowed="volume load holds or rises by up to {volume-rise-high} % a week",
    measured=measured,
)
def check(plan: Plan) -> Iterator[Finding]:
    """One finding per step, at the value that explains it or else at the name of the block."""
    high = plan.framework.limit("volume-rise-high")
    for before, after, change in erratic(plan):
        cause = the_one_cause(before, after, high)
        fields = list(changed_fields(before, after, cause)) if cause else []
        keys, *others = fields or [(*after.block_keys, "name")]
        size = plain_beside(abs(change), high, Fraction(0))
        if change > 0:
            message = f"volume load rises by {size} % into week {after.number}; "
            message += f"the framework allows at most {plain(high)} %"
            hint = "Spread the step over two weeks, or take a set back elsewhere."
        else:
            message = f"volume load falls by {size} % into week {after.number}; the framework "
            message += f"wants loading weeks to hold or rise by up to {plain(high)} %"
            hint = "Keep the work of the week before, or make the lighter week a deload block."
        labels = tuple(Label(place, "this changes in the same week") for place in others)
        if not fields:
            labels = volume_change_labels(before, after, falls=change < 0)
        yield Finding(keys, message, hint, labels)
