"""More than 12 loading weeks in a row, with no lighter week and nothing that calls for one.

## What it checks
The same as [its warning](rule:REC003), with a further limit: more than 12 loading weeks in a row
without a deload block, where `deload_when` under `recovery` is not written either.

## Why it matters
Our policy, and stricter than the evidence. Whether deloads are needed at all is
[contested](claim:deloads-prevent-overtraining), and an easy week is not shown to
[add muscle](claim:deload-hypertrophy). Nobody has tested what three months of loading without a
break do to fatigue, and a reader who grows tired in week thirteen should find a sentence about it.
The 12 weeks are a convention that no trial set. Since one sentence in `deload_when` is enough, the
error asks for a plan, not for a deload.

## What to do
Add a deload block, or say in `deload_when` what the lifter should watch for and how the lighter
week looks.

## Flagged
```yaml
blocks:
  - name: Build
    weeks: 13
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
    weeks: 13
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
    code="REC004",
    name="never-a-lighter-week",
    topic="recovery",
    kind=Kind.EVIDENCE,
    severity=Severity.ERROR,
    claims=("deloads-prevent-overtraining", "deload-hypertrophy"),
    thresholds=("loading-weeks-limit",),
    allowed="up to {loading-weeks-limit} loading weeks in a row, or a stated trigger",
    measured=longest_stretch,
)
def check(plan: Plan) -> Iterator[Finding]:
    """One finding per run that is too long, at the block in which it gets too long."""
    limit = plan.framework.limit("loading-weeks-limit")
    for stretch in loading_stretches(plan):
        if len(stretch) > limit and not lighter_week_called_for(plan):
            yield Finding(
                (*stretch[int(limit)].block_keys, "name"),
                f"{week_list(stretch)} are {len(stretch)} loading weeks in a row; at most "
                f"{plain(limit)} may go by without a lighter one, or words on when to take it",
                "Make one of the weeks a block with `deload: true`, or write in `deload_when` "
                "under `recovery` what tells the lifter to take it easy.",
                block_labels(stretch),
            )
