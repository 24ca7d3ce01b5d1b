"""Nothing says what to do when progress stops, or when a joint hurts.

## What it checks
Two things. First, `progression` has a `stall` rule. Second, some sentence speaks of pain: in
`progression` and its `stall`, in `recovery`, in `starting_loads` or in an answer of the `faq`. Any
form of joint, pain, hurt, ache or injury will do. The rule only looks for the words; whether the
advice is good is for a reader to judge.

## Why it matters
A lifter who is stuck, or whose knee complains, looks for help in the guide. Enough hard work for
long enough can lower performance, and that is the supported part of
[the claim on overload without recovery](claim:overload-without-recovery), which as a whole is
partly supported with low certainty. That adding sets damages joints has no direct evidence either
way. So the rule does not promise that its two sentences prevent anything. It asks for an answer
where a reader will have a question, and that is our policy; no trial we know of tested it.

## What to do
Add `stall` to `progression`: after how many sessions without progress something changes, and how
much load comes off. Say in its `text` what to do when a joint hurts.

## Flagged
```yaml
progression: {kind: double, step: 2.5 kg, text: Add repetitions first and then load.}
```

## Fine
```yaml
progression:
  kind: double
  text: Add repetitions first and then load.
  stall: {after: 2, cut: 10%, text: Where a joint hurts take the next lighter exercise.}
```
"""

import re
from collections.abc import Iterator

from generator.finding import Finding, Severity
from generator.measure.prose import prose
from generator.model import Program
from generator.plan import Plan
from generator.rule import Kind, rule

_PAIN = re.compile(
    r"\b(?:joints?|pain(?:s|ful)?|hurt(?:s|ing)?|ach(?:e|es|ing|y)|injur(?:y|ies|ed))\b",
    re.IGNORECASE,
)


ADVICE = ("starting_loads", "progression", "recovery", "faq")
"""The sections in which a reader looks for help."""


def has_stall_rule(program: Program) -> bool:
    """Whether it says what to do when progress stops."""
    return bool(program.progression and program.progression.stall)


def speaks_of_pain(program: Program) -> bool:
    """Whether its advice has a word for joints or pain."""
    return any(_PAIN.search(text) for keys, text in prose(program) if keys[0] in ADVICE)


def measured(plan: Plan) -> str:
    """Which of the two it has."""
    stall = "a stall rule" if has_stall_rule(plan.program) else "no stall rule"
    pain = "a word on pain" if speaks_of_pain(plan.program) else "no word on pain"
    return f"{stall}, {pain}"


@rule(
    code="REC009",
    name="no-stall-rule",
    topic="recovery",
    kind=Kind.EVIDENCE,
    severity=Severity.WARNING,
    claims=("overload-without-recovery",),
    allowed="a stall rule, and a sentence on what to do when a joint hurts",
    measured=measured,
)
def check(plan: Plan) -> Iterator[Finding]:
    """A missing stall rule, and advice that leaves pain out."""
    stall, pain = has_stall_rule(plan.program), speaks_of_pain(plan.program)
    rule_wanted = "Add `stall: {after: 2, cut: 10%}` under `progression`, with a `text`"
    if not stall and not pain:
        yield Finding(
            ("progression", "stall"),
            "nothing says what to do when progress stops or a joint hurts; a `stall` rule with a "
            "sentence on both is wanted",
            f"{rule_wanted} that says what to swap or shorten, and when to see a professional.",
        )
    elif not stall:
        yield Finding(
            ("progression", "stall"),
            "nothing says what to do when progress stops; a `stall` rule under `progression` is "
            "wanted",
            f"{rule_wanted} in words.",
        )
    elif not pain:
        yield Finding(
            ("progression", "stall", "text"),
            "nothing says what to do when a joint hurts; one sentence of advice on it is wanted",
            "Say in the `text` of `stall` what to swap or shorten, and when to see a professional.",
        )
