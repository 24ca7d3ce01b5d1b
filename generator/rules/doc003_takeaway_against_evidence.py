"""A key takeaway leans on a claim that the evidence does not bear, and does not say so.

## What it checks
Takeaways that cite a contradicted or unverifiable claim. Their text has to tell the reader about
the evidence. Contradicted, contested, disputed, unproven, untested and unverifiable say so by
themselves. A word such as evidence, trial, study, research, tested, shown or proven counts only
with a denial or doubt in the same sentence, such as no, not, nobody, without, little or weak. The
rule only looks for such words. Whether the sentence gets the verdict right is for the reviewer of
the program.

## Why it matters
This is a rule for us as writers, and no trial is needed to keep it. A citation looks like support.
Under each takeaway the guide prints its claims with their verdicts, but most readers remember the
sentence alone. A takeaway may well rest on a claim that failed: "that squats grow the hamstrings is
contradicted, so there are leg curls" is good advice. A program cannot deviate from this rule,
because the guide would then print a refuted claim as advice.

## What to do
Say in the takeaway what the evidence makes of the claim, or cite the claim that does support the
advice.

## Flagged
```yaml
takeaways:
  - text: Let the work grow in small steps.
    pillar: mechanical-overload
    claims: [weekly-volume-progression]
  - text: Stop one to three repetitions short of failure.
    pillar: mechanical-tension
    claims: [failure-proximity]
  - text: Squat for big hamstrings, as trials have shown.
    pillar: balance
    claims: [squat-grows-hamstrings]
```

## Fine
```yaml
takeaways:
  - text: Let the work grow in small steps.
    pillar: mechanical-overload
    claims: [weekly-volume-progression]
  - text: Stop one to three repetitions short of failure.
    pillar: mechanical-tension
    claims: [failure-proximity]
  - text: That squats grow the hamstrings is contradicted by trials, so there are leg curls.
    pillar: balance
    claims: [squat-grows-hamstrings]
```
"""

import re
from collections.abc import Iterator

from generator.finding import Finding, Severity
from generator.measure.prose import sentences
from generator.model import Claim, Takeaway
from generator.plan import Plan
from generator.rule import Kind, rule

FAILED = ("contradicted", "unverifiable")
"""Verdicts a takeaway may not pass over in silence."""
SAYS_SO = re.compile(
    r"\b(?:contradict\w*|contested|disputed|unproven|untested|unverifi\w*)\b", re.IGNORECASE
)
"""Words that tell what became of a claim."""
ABOUT_EVIDENCE = re.compile(
    r"\b(?:evidence|trials?|stud(?:y|ies|ied)|research\w*|tested|shown|proven?|proves|proof)\b",
    re.IGNORECASE,
)
"""Words that praise a claim as easily as they deny it."""
DOUBT = re.compile(
    r"\b(?:no|not|nor|never|none|nobody|nothing|neither|cannot|\w+n['\u2019]t|against|without|"
    r"little|hardly|thin|weak\w*|doubt\w*|fail\w*)\b",
    re.IGNORECASE,
)
"""Words beside which they deny it."""


def leaning(plan: Plan) -> Iterator[tuple[int, Takeaway, int, Claim]]:
    """Each failed claim under a takeaway, with the takeaway, both with their numbers from 0."""
    for number, takeaway in enumerate(plan.program.takeaways):
        for at, id_ in enumerate(takeaway.claims):
            claim = plan.library.claims[id_]
            if claim.verdict in FAILED:
                yield number, takeaway, at, claim


def says_so(takeaway: Takeaway) -> bool:
    """Whether a takeaway tells its reader what the evidence does not bear."""
    return any(
        SAYS_SO.search(sentence) or (ABOUT_EVIDENCE.search(sentence) and DOUBT.search(sentence))
        for sentence in sentences(takeaway.text)
    )


def measured(plan: Plan) -> str:
    """How many of these takeaways say so."""
    found = {number: says_so(takeaway) for number, takeaway, _, _ in leaning(plan)}
    if not found:
        return "no takeaway leans on such a claim"
    return f"such takeaways that say so: {sum(found.values())} of {len(found)}"


@rule(
    code="DOC003",
    name="takeaway-against-evidence",
    topic="documentation",
    kind=Kind.EVIDENCE,
    severity=Severity.ERROR,
    fixed=True,
    allowed="takeaways on contradicted or unverifiable claims that say so",
    measured=measured,
)
def check(plan: Plan) -> Iterator[Finding]:
    """One finding per claim."""
    for number, takeaway, at, claim in leaning(plan):
        if not says_so(takeaway):
            yield Finding(
                ("takeaways", number, "claims", at),
                f"takeaway {number + 1} leans on “{claim.title}”, which is {claim.verdict}, and "
                "does not say so",
                "Say in its text what the evidence makes of it, or lean on another claim.",
            )
