"""A part of the leg gets next to no work, and the program does not say so.

## What it checks
The five parts of the leg: quadriceps, hamstrings, glutes, adductors and calves. A part that no hard
set of a loading week trains directly must still get 4 fractional sets in each loading week, which
means indirect work such as hip thrusts for the adductors. Otherwise it has to stand under
`out_of_scope`. A part that is trained directly is [for TEN005](rule:TEN005) where the goal is
hypertrophy. With any other goal it has to get 4 fractional sets as well, in each loading week that
works it at all. A part under `out_of_scope` may be trained all the same, because a squat works the
glutes whether they are the aim or not.

## Why it matters
That compound lifts alone develop the whole leg is [partly supported](claim:compounds-are-enough)
with moderate certainty: they grow muscle as well as single-joint work does, and at least five
trials show regions and muscles that squats and presses miss. Four weekly sets are a
[supported](claim:minimum-dose) minimum with low certainty, an expert floor rather than a measured
threshold. That indirect sets reach it at half a set each is our counting rule. To ask for them
with any goal is our policy: one hard set one to three times a week still raised the 1RM of trained
men. Leaving a part out is a fair choice as long as the reader knows.

## What to do
Add an exercise that trains the part directly, or sets to the one you have. Or write
`out_of_scope: [adductors]`. The guide then tells readers that they have to train it elsewhere.

## Flagged
```yaml
blocks:
  - name: Build
    weeks: 1
    sessions:
      - name: Legs
        day: monday
        exercises:
          - {exercise: leg-press, sets: 6, reps: 10, rir: 2, rest: 2 min}
          - {exercise: seated-leg-curl, sets: 4, reps: 10, rir: 2, rest: 2 min}
          - {exercise: standing-calf-raise, sets: 4, reps: 10, rir: 2, rest: 2 min}
```

## Fine
```yaml
out_of_scope: [adductors]
blocks:
  - name: Build
    weeks: 1
    sessions:
      - name: Legs
        day: monday
        exercises:
          - {exercise: leg-press, sets: 6, reps: 10, rir: 2, rest: 2 min}
          - {exercise: seated-leg-curl, sets: 4, reps: 10, rir: 2, rest: 2 min}
          - {exercise: standing-calf-raise, sets: 4, reps: 10, rir: 2, rest: 2 min}
```
"""

from collections.abc import Iterator
from fractions import Fraction

from generator.finding import Finding, Label, Severity
from generator.measure.causes import cause_labels
from generator.measure.dose import weekly_sets
from generator.measure.sets import share_for, targeted
from generator.model.number import plain, plain_beside
from generator.model.vocabulary import LEG_GROUPS
from generator.plan import Plan, Week
from generator.rule import Kind, rule

TRAINED_BY = {
    "quadriceps": "a squat, leg press or knee extension",
    "hamstrings": "a hinge or leg curl",
    "glutes": "a squat, hinge or hip thrust",
    "adductors": "a side lunge, an adduction machine or a deep barbell squat",
    "calves": "a calf raise with straight knees",
}


def fewest(plan: Plan) -> dict[str, tuple[Week, Fraction]]:
    """The lowest week, with its sets, of each part that is judged; the earliest of equals.

    Of a part that is trained directly the lowest week with any work, if the goal is not growth.
    """
    trained, left = targeted(plan), plan.program.out_of_scope
    found: dict[str, tuple[Week, Fraction]] = {}
    for group in LEG_GROUPS:
        if group in left or (group in trained and plan.program.goal == "hypertrophy"):
            continue
        doses = [(week, weekly_sets(plan)[week.number][group]) for week in plan.loading_weeks]
        if judged := [pair for pair in doses if pair[1] or group not in trained]:
            found[group] = min(judged, key=lambda pair: pair[1])
    return found


def measured(plan: Plan) -> str:
    """The parts that are judged, each with its fewest sets, and those left out on purpose."""
    lowest = [f"{group} {plain(sets, 1)}" for group, (_, sets) in fewest(plan).items()]
    parts = [f"sets in the lowest week: {', '.join(lowest)}"] if lowest else []
    if left := tuple(dict.fromkeys(plan.program.out_of_scope)):
        parts.append(f"left out on purpose: {', '.join(left)}")
    return "; ".join(parts) or "every part of the leg is trained directly"


@rule(
    code="BAL001",
    name="muscle-neglected",
    topic="balance",
    kind=Kind.EVIDENCE,
    severity=Severity.WARNING,
    claims=("compounds-are-enough", "minimum-dose"),
    thresholds=("weekly-sets-least", "hard-set-rir"),
    allowed="direct work or {weekly-sets-least} indirect sets a week for each part of the leg, "
    "and {weekly-sets-least} sets of any kind if the goal is not hypertrophy, "
    "unless it is out of scope",
    measured=measured,
)
def check(plan: Plan) -> Iterator[Finding]:
    """One finding per part, about its lowest week."""
    least = plan.framework.limit("weekly-sets-least")
    trained = targeted(plan)
    for group, (week, sets) in fewest(plan).items():
        if sets >= least:
            continue
        given = f"{plain_beside(sets, least)} fractional set{'s' * (sets != 1)}"
        causes = cause_labels(week, share_for(group, plan.framework))
        if group in trained:
            said, more = f"{group} get {given} in week {week.number}", "more sets"
            causes = (*causes, Label(("goal",), f"the goal is {plan.program.goal}"))
        else:
            said = f"nothing trains the {group} directly, and week {week.number} gives them {given}"
            more = TRAINED_BY[group]
        yield Finding(
            (*week.block_keys, "name"),
            f"{said}; {plain(least)} a week is the floor that experts advise",
            f"Add {more}, or write `out_of_scope: [{group}]` to tell readers.",
            causes,
        )
