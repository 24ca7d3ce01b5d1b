"""More than 8 loading weeks in a row, with no lighter week and nothing that calls for one.

## What it checks
The longest runs of loading weeks, across the borders of blocks. More than 8 without a deload block
are flagged, unless `deload_when` under `recovery` says what tells the lifter to take a lighter week
that is not in the plan. A stall rule is something else: it takes load off one lift. Runs of more
than 12 weeks are left to [the error beside this warning](rule:REC004).

## Why it matters
The evidence does not show that deloads are needed. That they
[prevent overtraining](claim:deloads-prevent-overtraining) is contested with low certainty; in the
one trial of nine weeks a full week off did not help growth, and strength rose less. That an easy
week [neither adds muscle nor costs any](claim:deload-hypertrophy) is supported with low certainty.
Neither trial was long enough to test fatigue that builds up over months, so a lighter week is a
cautious choice for long programs. Athletes in a survey took one about every 5.6 weeks, which is a
habit and no proof. The 8 weeks are a convention near the length of those trials. Our own claims are
milder than this rule: they accept nine weeks without a deload, and ask for a warning only from
advanced lifters or where a muscle gets more than 20 sets a week. We warn everybody.

## What to do
Add a deload block, or say in `deload_when` what the lifter should watch for, such as performance
that falls in two sessions in a row.

## Flagged
```yaml
blocks:
  - name: Build
    weeks: 9
    sessions:
      - name: Legs
        day: monday
        exercises:
          - {exercise: barbell-back-squat, sets: 4, reps: 8, load: 70%, rir: 3, rest: 3 min}
```

## Fine
```yaml
recovery:
  sleep: 7-9 h
  text: Leave two days between the sessions.
  deload_when: When your lifts fall in two sessions in a row, halve the sets for a week.
blocks:
  - name: Build
    weeks: 9
    sessions:
      - name: Legs
        day: monday
        exercises:
          - {exercise: barbell-back-squat, sets: 4, reps: 8, load: 70%, rir: 3, rest: 3 min}
```
"""

from collections.abc import Iterator

from generator.finding import Finding, Severity
from generator.measure.deload import (
    block_labels,
    lighter_week_called_for,
    loading_stretches,
    longest_stretch,
)
from generator.measure.lines import week_list
from generator.model.number import plain
from generator.plan import Plan
from generator.rule import Kind, rule


@rule(
    code="REC003",
    name="no-lighter-week",
    topic="recovery",
    kind=Kind.EVIDENCE,
    severity=Severity.WARNING,
    claims=("deload-hypertrophy", "deloads-prevent-overtraining"),
    thresholds=("loading-weeks-most", "loading-weeks-limit"),
    allowed="up to {loading-weeks-most} loading weeks in a row, or a stated trigger",
    measured=longest_stretch,
)
def check(plan: Plan) -> Iterator[Finding]:
    """One finding per run that is too long, at the block in which it gets too long."""
    most = plan.framework.limit("loading-weeks-most")
    limit = plan.framework.limit("loading-weeks-limit")
    for stretch in loading_stretches(plan):
        if most < len(stretch) <= limit and not lighter_week_called_for(plan):
            yield Finding(
                (*stretch[int(most)].block_keys, "name"),
                f"{week_list(stretch)} are {len(stretch)} loading weeks in a row; more than "
                f"{plain(most)} ask for a lighter week, or for words on when to take one",
                "Make one of the weeks a block with `deload: true`, or write in `deload_when` "
                "under `recovery` what tells the lifter to take it easy.",
                block_labels(stretch),
            )
