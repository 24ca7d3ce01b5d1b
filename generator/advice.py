"""What to know about a finding beyond what it says: why it matters, how to go on, where to read."""

import re
from dataclasses import dataclass
from functools import cache

from generator.finding import Finding
from generator.model import Library
from generator.model.wording import counted
from generator.rule import Rule, find_rule
from generator.source import Source

_LINK = re.compile(r"\[([^\[\]]*)\]\([^()\s]*\)")


@dataclass(frozen=True)
class Advice:
    """What a diagnostic says after the finding itself."""

    why: str = ""
    """The first sentence of the rule's reason; nothing for the form of a file."""
    evidence: str = ""
    """The main claim behind the rule with its verdict; nothing where there is none."""
    deviation: str = ""
    """The lines to paste into the program to depart from the rule, where that is possible."""
    page: str = ""
    """Address of the page that explains it, from the site's root."""


def advice(finding: Finding, source: Source, library: Library) -> Advice:
    """What there is to know about one finding."""
    from generator.view.route import address_of, page_of

    if not finding.code:
        return Advice()
    page = address_of(page_of("rule", finding.code))
    rule = find_rule(finding.code)
    if rule is None:
        return Advice(page=page)
    return Advice(
        _first_sentence(rule),
        _evidence(rule, library),
        "" if rule.fixed or finding.reason else _deviation(rule, source),
        page,
    )


@cache
def _first_sentence(rule: Rule) -> str:
    text = " ".join(_LINK.sub(r"\1", rule.sections["Why it matters"]).split())
    return re.split(r"(?<=[.!?])\s+(?=[A-Z])", text, maxsplit=1)[0]


def _evidence(rule: Rule, library: Library) -> str:
    """The verdict on the first claim of a rule, the one it mainly stands on."""
    if not rule.claims:
        return ""
    claim = library.claims[rule.claims[0]]
    sources = counted(len(claim.sources), "source") if claim.sources else "no source"
    words = claim.verdict.replace("-", " "), claim.certainty.replace("-", " ")
    return f"“{claim.title}” is {words[0]} ({words[1]} certainty, {sources})"


def _deviation(rule: Rule, source: Source) -> str:
    entry = f'  - rule: {rule.code}\n    reason: "…"  # readers see this on the guide'
    written = source.at(("deviations",))
    if written:
        return entry
    instead = "" if written is None else "  # instead of the empty `deviations`"
    return f"deviations:{instead}\n{entry}"
