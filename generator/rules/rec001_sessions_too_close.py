"""Two sessions for a part of the leg lie too close together.

## What it checks
Loading weeks, also from the Sunday of one to the Monday of the next. Two days train the same part
of the leg directly with hard sets or jump with it, with no such day between them. Two things are
flagged:

- They follow each other, and the first has more than 6 hard sets for that part.
- They lie less than 48 h apart, counted from day to day, and the first takes compound sets for that
  part to failure (RIR 0, or RPE 10) or has jumps that use it, with 30 foot contacts or more. Fewer
  contacts are a primer and no reason to wait. Jumps in seconds cannot be counted.

Jumps on the second day count as training the part again. A day that is split in two sessions counts
as one. An open set (`5+`) without `rir` asks for as many repetitions as possible and is taken to go
to failure; other sets that say nothing about effort are not. Eccentric overload would belong here
as well, but a program file cannot ask for it: a slow lowering phase is not overload.

## Why it matters
That a muscle needs a fixed window is [partly supported](claim:recovery-window) with low certainty.
In one small study sets to failure slowed the return of jump height and bar speed by about 24 to
48 h. On the other side, three small trials with few sets found the same gains at 24 h as at longer
gaps. So the rule looks at effort and sets, not at the clock alone. The 48 h are a safe default, the
6 sets and the 30 contacts are conventions, and no trial set 48 h
[between sessions with jumps](claim:neuromuscular-methods). All of this is about the quality of the
next session. How the sets are spread over the week [hardly changes growth](claim:frequency) at
equal weekly sets.

## What to do
Move one of the days. Or make the first one easier: fewer sets for that part, a repetition or more
in reserve on the compounds, fewer jumps or none.

## Flagged
```yaml
blocks:
  - name: Build
    weeks: 1
    sessions:
      - name: Squat day
        day: monday
        exercises:
          - {exercise: barbell-back-squat, sets: 4, reps: 8, load: 70%, rir: 3, rest: 3 min}
          - {exercise: leg-extension, sets: 3, reps: 12, rir: 2, rest: 90 s}
      - name: Press day
        day: tuesday
        exercises:
          - {exercise: leg-press, sets: 3, reps: 10, rir: 2, rest: 2 min}
```

## Fine
```yaml
blocks:
  - name: Build
    weeks: 1
    sessions:
      - name: Squat day
        day: monday
        exercises:
          - {exercise: barbell-back-squat, sets: 4, reps: 8, load: 70%, rir: 3, rest: 3 min}
          - {exercise: leg-extension, sets: 2, reps: 12, rir: 2, rest: 90 s}
      - name: Press day
        day: tuesday
        exercises:
          - {exercise: leg-press, sets: 3, reps: 10, rir: 2, rest: 2 min}
```
"""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from generator.finding import Finding, Keys, Label, Severity
from generator.measure.causes import cause_labels
from generator.measure.lines import session_keys
from generator.measure.sets import direct_for
from generator.measure.spacing import (
    Return,
    TrainingDay,
    all_out_for,
    any_of,
    jump_for,
    returns,
    used_for,
)
from generator.model import Framework
from generator.model.number import plain
from generator.model.wording import joined
from generator.plan import Plan
from generator.rule import Kind, rule


@dataclass(frozen=True)
class Pair:
    """Two days that lie too close, with every part of the leg that shows it."""

    first: TrainingDay
    second: TrainingDay
    crowded: tuple[Return, ...]
    """Parts with many hard sets the day before."""
    spent: tuple[Return, ...]
    """Parts taken to failure too short a time before."""
    jumped: tuple[Return, ...]
    """Parts used for jumps too short a time before."""

    @property
    def returns(self) -> tuple[Return, ...]:
        """Each part once for each thing that is wrong with it."""
        return (*self.crowded, *self.spent, *self.jumped)

    @property
    def weight(self) -> tuple[int, int]:
        """How much is wrong, to tell the worst week."""
        return len(self.returns), sum(found.hard_sets for found in self.crowded)

    @property
    def lines(self) -> tuple[tuple[Keys, ...], tuple[Keys, ...]]:
        """Where its sessions are written."""
        return self.first.keys, self.second.keys


def pairs(plan: Plan) -> Iterator[Pair]:
    """The pairs of days that lie too close, in order."""
    most = plan.framework.limit("consecutive-day-sets")
    hours = plan.framework.limit("recovery-hours")
    dose = plan.framework.limit("jump-day-contacts")

    def dates(found: Return) -> tuple[int, int]:
        return found.first.date, found.second.date

    for _, same in groupby(sorted(returns(plan), key=dates), key=dates):
        found = tuple(same)
        crowded = [r for r in found if r.days == 1 and r.hard_sets > most]
        close = [r for r in found if r.hours < hours]
        pair = Pair(
            found[0].first,
            found[0].second,
            tuple(sorted(crowded, key=lambda r: -r.hard_sets)),
            tuple(r for r in close if r.all_out),
            tuple(r for r in close if r.contacts >= dose),
        )
        if pair.returns:
            yield pair


def worst_pairs(plan: Plan) -> tuple[Pair, ...]:
    """The worst week of each pair of days in each block; repeated pairs are said once."""
    found: dict[tuple[int, object], Pair] = {}
    all_pairs = tuple(pairs(plan))
    written = {pair.lines for pair in all_pairs if not pair.second.week.block.like}
    for pair in all_pairs:
        at = (pair.second.week.block_number, pair.lines)
        if pair.second.week.block.like and pair.lines in written:
            continue
        if at not in found or pair.weight > found[at].weight:
            found[at] = pair
    return tuple(found.values())


def parts(found: tuple[Return, ...]) -> str:
    """`the quadriceps and glutes`."""
    return f"the {joined(each.group for each in found)}"


def reasons(pair: Pair, framework: Framework) -> Iterator[str]:
    """What the first day asked of the parts that are trained again."""
    most = plain(framework.limit("consecutive-day-sets"))
    hours = plain(framework.limit("recovery-hours"))
    if pair.crowded:
        sets = joined(f"{r.hard_sets} hard sets for the {r.group}" for r in pair.crowded)
        yield f"{sets} (at most {most} on the day before)"
    if pair.spent:
        yield f"compound sets for {parts(pair.spent)} to failure (at least {hours} h after those)"
    if pair.jumped:
        dose = plain(framework.limit("jump-day-contacts"))
        counted = {r.contacts for r in pair.jumped}
        most = f"{'up to ' * (len(counted) > 1)}{plain(max(counted))}"
        yield (
            f"{most} foot contacts from jumps for {parts(pair.jumped)} (at least {hours} h after "
            f"{dose} or more)"
        )


def labels(pair: Pair, framework: Framework) -> Iterator[Label]:
    """The sets of the first day that ask so much."""
    for noun, kinds in (
        ("hard set", [direct_for(r.group, framework) for r in pair.crowded[:1]]),
        ("all-out set", [all_out_for(r.group) for r in pair.spent]),
        ("jump set", [jump_for(r.group) for r in pair.jumped]),
    ):
        for session in pair.first.sessions:
            yield from cause_labels(pair.first.week, any_of(kinds), noun, session)


def measured(plan: Plan) -> str:
    """The shortest time between two days for one part."""
    hours = [found.hours for found in returns(plan)]
    return f"{min(hours)} h apart at the closest" if hours else "no part is trained twice"


@rule(
    code="REC001",
    name="sessions-too-close",
    topic="recovery",
    kind=Kind.EVIDENCE,
    severity=Severity.WARNING,
    claims=("recovery-window", "neuromuscular-methods", "frequency"),
    thresholds=("consecutive-day-sets", "recovery-hours", "jump-day-contacts", "hard-set-rir"),
    allowed="up to {consecutive-day-sets} hard sets for a part of the leg the day before it is "
    "trained again, and {recovery-hours} h after compound sets to failure or {jump-day-contacts} "
    "foot contacts",
    measured=measured,
)
def check(plan: Plan) -> Iterator[Finding]:
    """One finding per pair of days and block, at the session that comes too early."""
    framework = plan.framework
    for pair in worst_pairs(plan):
        again = any_of(used_for(found.group, framework) for found in pair.returns)
        first, second = pair.first.sessions, pair.second.holding(again)
        yield Finding(
            session_keys(pair.second.week, second[0]),
            f"{joined(s.name for s in second)} in week {pair.second.week.number} comes "
            f"{pair.returns[0].hours} h after {joined(s.name for s in first)} with "
            f"{joined(reasons(pair, framework))}",
            "Move one of them, or ask less of these muscles on the first day: fewer sets, a "
            "repetition in reserve, fewer jumps.",
            tuple(labels(pair, framework)),
        )
