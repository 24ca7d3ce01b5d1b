"""More weekly sets for a part of the leg than this level is likely to use.

## What it checks
The fullest loading week of each block, for the quadriceps, hamstrings, glutes, adductors and
calves. Fractional sets (a hard set counts 1 for what it trains directly and 0.5 for what it trains
indirectly) may reach 16 for a beginner, 22 at intermediate and 26 at advanced level. Far more is an
error, see [TEN007](rule:TEN007).

## Why it matters
More hard sets bring more growth, with diminishing returns: that is
[supported](claim:volume-dose-response) with moderate certainty, and gains beyond about 20 sets are
small and uncertain. How much suits which level is only [partly supported](claim:volume-targets),
with low certainty. No trial tests targets by level. The three ceilings are a convention: our own
interpolation, with room above the usual bands. What somebody did before is a better guide than any
table.

## What to do
Take out the sets that return least, often the last ones of a long session or exercises that do the
same job twice. A specialisation program can give its reason in a deviation; it usually takes sets
away elsewhere.

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
          - {exercise: leg-press, sets: 8, reps: 10, rir: 2, rest: 2 min}
      - name: Legs again
        day: thursday
        exercises:
          - {exercise: leg-press, sets: 9, reps: 10, rir: 2, rest: 2 min}
```

## Fine
```yaml
level: intermediate
blocks:
  - name: Build
    weeks: 1
    sessions:
      - name: Legs
        day: monday
        exercises:
          - {exercise: leg-press, sets: 8, reps: 10, rir: 2, rest: 2 min}
      - name: Legs again
        day: thursday
        exercises:
          - {exercise: leg-press, sets: 9, reps: 10, rir: 2, rest: 2 min}
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
    code="TEN006",
    name="weekly-sets-high",
    topic="mechanical-tension",
    kind=Kind.EVIDENCE,
    severity=Severity.WARNING,
    claims=("volume-targets", "volume-dose-response"),
    thresholds=(
        "weekly-sets-ceiling-beginner",
        "weekly-sets-ceiling-intermediate",
        "weekly-sets-ceiling-advanced",
        "weekly-sets-limit-beginner",
        "weekly-sets-limit-intermediate",
        "weekly-sets-limit-advanced",
        "hard-set-rir",
    ),
    allowed="at most {weekly-sets-ceiling-LEVEL} fractional sets a week for a part of the leg",
    measured=fullest_week,
)
def check(plan: Plan) -> Iterator[Finding]:
    """One finding per block and part of the leg, quiet where the limit is passed as well."""
    level = plan.program.level
    ceiling = plan.framework.limit_for("weekly-sets-ceiling", level)
    limit = plan.framework.limit_for("weekly-sets-limit", level)
    for group in LEG_GROUPS:
        counts = share_for(group, plan.framework)
        for week, sets in fullest_weeks(plan, group, above=ceiling, up_to=limit):
            yield Finding(
                (*week.block_keys, "name"),
                f"the {group} get {plain(sets)} fractional sets in week {week.number}; "
                f"we advise at most {plain(ceiling)} at {level} level",
                "Take out the sets that return least, or exercises that do the same job twice.",
                (
                    *cause_labels(week, counts, "fractional set"),
                    Label(("level",), f"{level} level: at most {plain(ceiling)}"),
                ),
            )
