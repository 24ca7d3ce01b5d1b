"""The program does not plan recovery, or plans less than seven hours of sleep.

## What it checks
The file has a `recovery` section. The low end of its sleep target is seven hours or more; less is
a warning instead of an error.

## Why it matters
The framework says that growth happens between sessions, and that recovery is planned as carefully
as the sets. Our audit finds that [partly supported](claim:recovery-engine) with low certainty:
training is the stimulus, recovery lets it add up, and the picture of an engine cannot be tested.
Seven hours of sleep is sound advice for adults on general health grounds. That sleep is required
for muscle growth is [partly supported](claim:sleep-for-growth) with low certainty; the trials on
muscle are short and small.

## What to do
Add `recovery:` with a sleep target and a sentence on rest days, easier weeks and what to do after
bad nights. A reader who cannot sleep seven hours is better served by that sentence than by a lower
target.

## Flagged
```yaml
# without recovery
nutrition: {protein: 1.6-2.2 g/kg, energy: maintenance, text: Eat protein with every meal.}
```

## Fine
```yaml
recovery: {sleep: 7-9 h, text: Leave two days between the sessions.}
nutrition: {protein: 1.6-2.2 g/kg, energy: maintenance, text: Eat protein with every meal.}
```
"""

from collections.abc import Iterator

from generator.finding import Finding, Severity
from generator.model.number import plain, plain_beside
from generator.plan import Plan
from generator.rule import Kind, rule


def measured(plan: Plan) -> str:
    """The sleep target."""
    recovery = plan.program.recovery
    return f"{recovery.sleep} of sleep a night" if recovery else "no recovery section"


@rule(
    code="REC008",
    name="no-recovery-plan",
    topic="recovery",
    kind=Kind.FRAMEWORK,
    severity=Severity.ERROR,
    claims=("recovery-engine", "sleep-for-growth"),
    thresholds=("sleep-low",),
    allowed="a recovery section that aims for {sleep-low} hours of sleep or more",
    measured=measured,
)
def check(plan: Plan) -> Iterator[Finding]:
    """A missing section, or a sleep target that is too low."""
    recovery, least = plan.program.recovery, plan.framework.limit("sleep-low")
    if recovery is None:
        yield Finding(
            ("recovery",),
            "the program has no `recovery` section; the framework plans recovery like the sets",
            f"Add `recovery:` with `sleep: {plain(least)}-9 h` and a `text` on rest days and "
            "bad nights.",
        )
    elif recovery.sleep.low < least:
        yield Finding(
            ("recovery", "sleep"),
            f"the sleep target starts at {plain_beside(recovery.sleep.low, least, places=2)} "
            f"hours a night; {plain(least)} or more is the aim",
            f"Write `sleep: {plain(least)}-9 h`, and in `text` what to do after short nights.",
            graded=Severity.WARNING,
        )
