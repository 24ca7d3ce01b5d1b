"""A part of the leg that the program trains gets no direct set in a loading week.

## What it checks
The quadriceps, hamstrings, glutes, adductors and calves. A part that some hard set of a loading
week trains directly is a part the program is about. From the first such week on, every loading week
has to train it directly with a hard set, or give it at least 4 sets in the fractional count, where
indirect work and jumps carry it. The weeks before that first one are left out, and so are deload
weeks and parts under `out_of_scope`.

## Why it matters
How often a muscle is trained hardly matters for growth
[as long as the weekly sets are the same](claim:frequency); that is supported with moderate
certainty. Once a week is enough at low volume. A week without any direct set is another thing: the
sets are not spread differently, they are missing. We know of no trial of legs trained every other
week. Often such a week is a slip, when an exercise was swapped in one block. If a block leaves a
muscle alone on purpose, give the reason in a deviation. The 4 sets are those below which
[the program has too few](rule:TEN005).

## What to do
Keep one exercise for the part in every block, if only with a few sets.

## Flagged
```yaml
blocks:
  - name: Build
    weeks: 2
    sessions:
      - name: Legs
        day: monday
        exercises:
          - {exercise: barbell-back-squat, sets: 4, reps: 8, load: 70%, rir: 3, rest: 3 min}
          - {exercise: standing-calf-raise, sets: 3, reps: 10, rir: 2, rest: 90 s}
  - name: Push
    weeks: 2
    sessions:
      - name: Legs
        day: monday
        exercises:
          - {exercise: barbell-back-squat, sets: 4, reps: 6, load: 75%, rir: 3, rest: 3 min}
```

## Fine
```yaml
blocks:
  - name: Build
    weeks: 2
    sessions:
      - name: Legs
        day: monday
        exercises:
          - {exercise: barbell-back-squat, sets: 4, reps: 8, load: 70%, rir: 3, rest: 3 min}
          - {exercise: standing-calf-raise, sets: 3, reps: 10, rir: 2, rest: 90 s}
  - name: Push
    weeks: 2
    sessions:
      - name: Legs
        day: monday
        exercises:
          - {exercise: barbell-back-squat, sets: 4, reps: 6, load: 75%, rir: 3, rest: 3 min}
          - {exercise: standing-calf-raise, sets: 1, reps: 10, rir: 2, rest: 90 s}
```
"""

from collections.abc import Iterator

from generator.finding import Finding, Severity
from generator.measure.causes import cause_labels
from generator.measure.dose import weekly_sets
from generator.measure.lines import week_list
from generator.measure.sets import direct_for, targeted
from generator.model.number import plain
from generator.model.wording import joined
from generator.plan import Plan, Week
from generator.rule import Kind, rule


def trained_and_not(plan: Plan, group: str) -> tuple[tuple[Week, ...], tuple[Week, ...]]:
    """The loading weeks that train a part of the leg directly, and later ones that leave it alone.

    A week with enough indirect work does neither.
    """
    direct = direct_for(group, plan.framework)
    enough = plan.framework.limit("weekly-sets-least")
    trained = tuple(week for week in plan.loading_weeks if any(map(direct, week.sets)))
    return trained, tuple(
        week
        for week in plan.loading_weeks
        if week.number > trained[0].number
        and week not in trained
        and weekly_sets(plan)[week.number][group] < enough
    )


def measured(plan: Plan) -> str:
    """The parts it trains, and those that are left alone for a week."""
    groups = targeted(plan)
    if not groups:
        return "no direct hard sets"
    left = [group for group in groups if trained_and_not(plan, group)[1]]
    if left:
        return f"{joined(left)} left alone in some week"
    return f"{joined(groups)}, none left alone"


@rule(
    code="REC006",
    name="muscle-left-alone",
    topic="recovery",
    kind=Kind.EVIDENCE,
    severity=Severity.WARNING,
    claims=("frequency",),
    thresholds=("weekly-sets-least", "hard-set-rir"),
    allowed="a direct hard set in every loading week for each part of the leg it trains, from the "
    "first on, or {weekly-sets-least} fractional sets",
    measured=measured,
)
def check(plan: Plan) -> Iterator[Finding]:
    """One finding per part, at the first block that leaves it alone."""
    enough = plain(plan.framework.limit("weekly-sets-least"))
    for group in targeted(plan):
        trained, left = trained_and_not(plan, group)
        if left:
            most = max(weekly_sets(plan)[week.number][group] for week in left)
            indirect = f" (at most {plain(most)} from indirect work)" if most else ""
            yield Finding(
                (*left[0].block_keys, "name"),
                f"the {group} get no direct hard set in {week_list(left)}{indirect}, and do "
                f"in {week_list(trained)}; a part of the leg that is trained gets one in every "
                f"later loading week, or {enough} sets from indirect work",
                "Keep an exercise for them in each loading week, or give a reason in `deviations`.",
                cause_labels(trained[0], direct_for(group, plan.framework), "direct set"),
            )
