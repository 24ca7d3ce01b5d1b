"""More than a third of the hard sets for a part of the leg rest less than a minute.

## What it checks
Each loading week, for the quadriceps, hamstrings, glutes, adductors and calves: the hard sets that
train the part directly. No more than one in three may rest less than 60 s. A range counts at its
middle, and in a superset or circuit the rest after the round counts. Only the written rest decides;
a set without one counts in the total. Sets that were added to make up for short rests count in the
total, too.

## Why it matters
Short rests save time and usually cost repetitions. The claim that
[rests of 30 to 60 s build more muscle](claim:short-rest-growth) is contradicted, with low
certainty: they bring no advantage, and a cost when volume falls. In one trial a leg with one-minute
rests needed more sets to keep up. That the border is one in three is a convention.

## What to do
Rest 60 s or more in some of these sets, or add sets with a longer rest.

## Flagged
```yaml
blocks:
  - name: Build
    weeks: 1
    sessions:
      - name: Legs
        day: monday
        exercises:
          - {exercise: barbell-back-squat, sets: 4, reps: 8, load: 70%, rir: 3, rest: 3 min}
          - {exercise: leg-extension, sets: 3, reps: 12, rir: 1, rest: 45 s}
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
          - {exercise: barbell-back-squat, sets: 4, reps: 8, load: 70%, rir: 3, rest: 3 min}
          - {exercise: leg-extension, sets: 2, reps: 12, rir: 1, rest: 45 s}
```
"""

from collections.abc import Callable, Iterator
from functools import partial

from generator.finding import Finding, Severity
from generator.measure.causes import cause_labels
from generator.measure.lines import worst_weeks
from generator.measure.sets import direct_for
from generator.model.number import plain
from generator.model.vocabulary import LEG_GROUPS
from generator.plan import Plan, PlannedSet, Week
from generator.rule import Kind, rule


def short_for(plan: Plan, group: str) -> Callable[[PlannedSet], bool]:
    """Whether a set trains a part of the leg directly, hard and with a short written rest."""
    border, direct = plan.framework.limit("short-rest"), direct_for(group, plan.framework)

    def short(set_: PlannedSet) -> bool:
        return set_.rest is not None and set_.rest.middle < border and direct(set_)

    return short


def short_and_all(plan: Plan, week: Week, group: str) -> tuple[int, int]:
    """Direct hard sets of a week for a part of the leg: those with a short rest, and all."""
    direct = direct_for(group, plan.framework)
    return sum(map(short_for(plan, group), week.sets)), sum(map(direct, week.sets))


def excess(plan: Plan, week: Week, group: str) -> int:
    """Three sets for each that rests short, less all of them: above nothing is too many."""
    short, every = short_and_all(plan, week, group)
    return short * int(plan.framework.limit("short-rest-one-in")) - every


def measured(plan: Plan) -> str:
    """Short-rest sets of all hard sets in the week with most, part by part."""
    if not plan.loading_weeks:
        return "no loading week"
    parts = []
    for group in LEG_GROUPS:
        week = max(plan.loading_weeks, key=partial(excess, plan, group=group))
        short, every = short_and_all(plan, week, group)
        if short:
            parts.append(f"{group} {short} of {every}")
    return ", ".join(parts) or "no short rest after a hard set"


@rule(
    code="MET005",
    name="short-rest-share",
    topic="metabolic-stress",
    kind=Kind.EVIDENCE,
    severity=Severity.WARNING,
    claims=("short-rest-growth",),
    thresholds=("short-rest", "short-rest-one-in", "hard-set-rir"),
    allowed="at most one in {short-rest-one-in} hard sets of a part of the leg with less than "
    "{short-rest} s of rest",
    measured=measured,
)
def check(plan: Plan) -> Iterator[Finding]:
    """One finding per block and part of the leg, about the worst week."""
    border = plain(plan.framework.limit("short-rest"))
    one_in = plain(plan.framework.limit("short-rest-one-in"))
    for group in LEG_GROUPS:
        for week in worst_weeks(plan, plan.loading_weeks, partial(excess, plan, group=group)):
            short, every = short_and_all(plan, week, group)
            yield Finding(
                (*week.block_keys, "name"),
                f"{short} of {every} hard sets for the {group} in week {week.number} rest less "
                f"than {border} s; at most one in {one_in} should",
                f"Rest {border} s or more in some of them, or add sets with a longer rest.",
                cause_labels(week, short_for(plan, group), "short-rest set"),
            )
