"""Volume load climbs week after week without a break.

## What it checks
Volume load (sets × repetitions × load in percent of the 1RM) of every loading week against the
loading week before it, also across the border of two blocks. At most six weeks in a row may rise by
5 % or more; with the week they start from, that is a ramp over seven loading weeks. A deload ends
the ramp, and so does any loading week that rises less, holds or falls. To let a level week end it
is milder than to ask for a lighter one.

## Why it matters
Percentages compound. At 5 % a week volume load is 1.34 times what it was after six weeks and 1.71
times after eleven; at 10 % it is 2.85 times after eleven. That
[weekly volume should rise by 5 to 10 %](claim:weekly-volume-progression) is contested with moderate
certainty: no source we found tested the figure, and holding the sets while load or repetitions grow
builds legs as well. That six weeks are the longest is a convention of ours, and 5 % is the lower
end of the framework's own range. So this rule leaves room for the framework's rise and asks for an
end to it. There is no deviation from it.

## What to do
Put a deload after six such weeks at the latest, or let one week hold what the week before reached.

## Flagged
```yaml
blocks:
  - name: Build
    weeks: 8
    sessions:
      - name: Legs
        day: monday
        exercises:
          - {exercise: leg-press, sets: 4, reps: [8, 9, 10, 11, 12, 13, 14, 15], load: 60%}
```

## Fine
```yaml
blocks:
  - name: Build
    weeks: 8
    sessions:
      - name: Legs
        day: monday
        exercises:
          - {exercise: leg-press, sets: 4, reps: [8, 9, 10, 11, 11, 12, 13, 14], load: 60%}
```
"""

from collections.abc import Iterator

from generator.finding import Finding, Label, Severity
from generator.measure.causes import volume_change_labels
from generator.measure.lines import repeated
from generator.measure.volume import ramps, volume_load
from generator.model.number import plain
from generator.model.wording import counted
from generator.plan import Plan, Week
from generator.rule import Kind, rule


def measured(plan: Plan) -> str:
    """The longest ramp."""
    least = plan.framework.limit("ramp-rise")
    longest = max((len(ramp) - 1 for ramp in ramps(plan.weeks, least)), default=0)
    return f"{counted(longest, 'such week')} in a row"


def endless(plan: Plan) -> Iterator[tuple[Week, ...]]:
    """The ramps that are too long, but for those that repeat one of them week by week."""
    most = plan.framework.limit("ramp-weeks")
    said: set[int] = set()
    for ramp in ramps(plan.weeks, plan.framework.limit("ramp-rise")):
        originals = [repeated(plan, week) for week in ramp]
        if len(ramp) - 1 > most and not all(o and o.number in said for o in originals):
            said |= {week.number for week in ramp}
            yield ramp


@rule(
    code="OVL006",
    name="endless-ramp",
    topic="mechanical-overload",
    kind=Kind.EVIDENCE,
    severity=Severity.ERROR,
    claims=("weekly-volume-progression",),
    thresholds=("ramp-rise", "ramp-weeks"),
    fixed=True,
    allowed="volume load rises by {ramp-rise} % or more in at most {ramp-weeks} loading weeks in "
    "a row",
    measured=measured,
)
def check(plan: Plan) -> Iterator[Finding]:
    """One finding per ramp, in the block where it grows too long."""
    least, most = plan.framework.limit("ramp-rise"), plan.framework.limit("ramp-weeks")
    for start, *rising in endless(plan):
        too_far, end = rising[int(most)], rising[-1]
        growth = volume_load(end.sets) / volume_load(start.sets)
        if rising[0].block_number == too_far.block_number:
            labels = volume_change_labels(start, end)
        else:
            place = (*rising[0].block_keys, "name")
            labels = (Label(place, f"the ramp begins here, in week {rising[0].number}"),)
        yield Finding(
            (*too_far.block_keys, "name"),
            f"volume load rises by {plain(least)} % or more in {len(rising)} loading weeks in a "
            f"row, weeks {rising[0].number} to {end.number}, and ends at {plain(growth)} times "
            f"what it was; at most {plain(most)} such weeks may follow each other",
            f"Put a deload before week {too_far.number}, or let a week before it hold.",
            labels,
        )
