"""The program does not say who it is for, or who should leave it alone.

## What it checks
Under `audience` there is at least one sentence in `for` and one in `not_for`, and none of them is
only "everyone" or "nobody".

## Why it matters
This is plain sense, and no trial is needed for it. A reader chooses by these lines, and the ones
under `not_for` are where somebody with a painful knee learns to ask first. No program suits
everyone, so "everyone" tells nobody anything.

## What to do
Write what a reader has to bring (skill, time, equipment, history) as sentences that start with
"You". Under `not_for` write who would do better with something else, and who should ask a
professional first.

## Flagged
```yaml
audience:
  for: [Everyone.]
  not_for: [You have never trained your legs.]
```

## Fine
```yaml
audience:
  for: [You squat to depth with a barbell.]
  not_for: [You have never trained your legs.]
```
"""

import re
from collections.abc import Iterator

from generator.finding import Finding, Severity
from generator.model.wording import joined
from generator.plan import Plan
from generator.rule import Kind, rule

SAYS_NOTHING = re.compile(
    r"\W*(?:(?:it|this|this program) )?(?:is |suits )?(?:for )?"
    r"(?:everyone|everybody|anyone|anybody|all|nobody|no[ -]one|none|n/a)\W*",
    re.IGNORECASE,
)
SIDES = {"for": "who it is for", "not_for": "who it is not for"}


def sides(plan: Plan) -> dict[str, tuple[str, ...]]:
    """The sentences about those it is for and those it is not for."""
    audience = plan.program.audience
    return {"for": audience.for_, "not_for": audience.not_for}


def measured(plan: Plan) -> str:
    """How many sentences there are on each side."""
    said = sides(plan)
    return f"{len(said['for'])} for, {len(said['not_for'])} not for"


@rule(
    code="DOC007",
    name="no-audience",
    topic="documentation",
    kind=Kind.SENSE,
    severity=Severity.WARNING,
    allowed="at least one sentence on who it is for, and one on who it is not for",
    measured=measured,
)
def check(plan: Plan) -> Iterator[Finding]:
    """What is missing in one finding, and one for each sentence that says nothing."""
    missing = [side for side, sentences in sides(plan).items() if not sentences]
    if missing:
        fields = joined(f"`{side}:`" for side in missing)
        yield Finding(
            ("audience", missing[0]) if len(missing) == 1 else ("audience",),
            f"the program does not say {joined((SIDES[side] for side in missing), 'or')}",
            f"Under `audience` add {fields} with a list of sentences that start with “You”.",
        )
    for side, sentences in sides(plan).items():
        for number, text in enumerate(sentences):
            if SAYS_NOTHING.fullmatch(text):
                yield Finding(
                    ("audience", side, number),
                    f"“{text.strip()}” does not say {SIDES[side]}",
                    "Name what such a reader has or lacks, in a sentence that starts with “You”.",
                )
