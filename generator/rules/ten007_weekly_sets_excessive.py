"""Far more weekly sets for a part of the leg than fits this level.

## What it checks
The fullest loading week of each block, for the quadriceps, hamstrings, glutes, adductors and
calves. More than 20 fractional sets for a beginner, 30 at intermediate or 40 at advanced level is
an error. [TEN006](rule:TEN006) warns earlier.

## Why it matters
Gains beyond about 20 sets a week are small and uncertain; this part of
[the dose-response claim](claim:volume-dose-response) is supported with moderate certainty. Trained
legs have been run at 22 to 52 sets for 12 weeks without collapse, but without clear extra size. The
limits by level are our policy and no trial set them: the claim behind them is
[partly supported](claim:volume-targets) with low certainty. They stop weeks that few trials
reached, or that are plainly unsuited to the level, from being published as advice.

## What to do
Cut sets until the week is under the limit, and better under the ceiling for the level. If the
program is written for more experienced lifters, correct its `level`. No deviation is possible.

## Flagged
```yaml
level: beginner
blocks:
  - name: Build
    weeks: 1
    sessions:
      - name: Legs
        day: monday
        exercises:
          - {exercise: leg-press, sets: 10, reps: 10, rir: 2, rest: 2 min}
      - name: Legs again
        day: thursday
        exercises:
          - {exercise: leg-press, sets: 11, reps: 10, rir: 2, rest: 2 min}
```

## Fine
```yaml
level: beginner
blocks:
  - name: Build
    weeks: 1
    sessions:
      - name: Legs
        day: monday
        exercises:
          - {exercise: leg-press, sets: 10, reps: 10, rir: 2, rest: 2 min}
      - name: Legs again
        day: thursday
        exercises:
          - {exercise: leg-press, sets: 10, reps: 10, rir: 2, rest: 2 min}
```
"""

from collections.abc import Iterator

from generator.finding import Finding, Label, Severity
from generator.measure.causes import cause_labels
from generator.measure.dose import fullest_week, fullest_weeks
from generator.measure.sets import share_for
from generator.model.number import plain
from generator.model.vocabulary import LEG_GROUPS
from generator.plan import Plan
from generator.rule import Kind, rule


@rule(
    code="TEN007",
    name="weekly-sets-excessive",
    topic="mechanical-tension",
    kind=Kind.EVIDENCE,
    severity=Severity.ERROR,
    claims=("volume-targets", "volume-dose-response"),
    thresholds=(
        "weekly-sets-limit-beginner",
        "weekly-sets-limit-intermediate",
        "weekly-sets-limit-advanced",
        "hard-set-rir",
    ),
    fixed=True,
    allowed="at most {weekly-sets-limit-LEVEL} fractional sets a week for a part of the leg",
    measured=fullest_week,
)
def check(plan: Plan) -> Iterator[Finding]:
    """One finding per block and part of the leg, about its fullest week."""
    level = plan.program.level
    limit = plan.framework.limit_for("weekly-sets-limit", level)
    for group in LEG_GROUPS:
        counts = share_for(group, plan.framework)
        for week, sets in fullest_weeks(plan, group, above=limit):
            yield Finding(
                (*week.block_keys, "name"),
                f"the {group} get {plain(sets)} fractional sets in week {week.number}; "
                f"{plain(limit)} is the limit at {level} level",
                "Cut sets, or correct the level if the program is for more experienced lifters.",
                (
                    *cause_labels(week, counts, "fractional set"),
                    Label(("level",), f"{level} level: at most {plain(limit)}"),
                ),
            )
