"""How a program stands to the rules: the worst that each one said, and how many say what."""

from collections import Counter
from collections.abc import Iterable

from generator.finding import Finding, Severity
from generator.view.words import counted


def status(findings: tuple[Finding, ...]) -> str:
    """How a program stands to a rule, given what that rule said."""
    if any(finding.open and finding.severity is Severity.ERROR for finding in findings):
        return "error"
    if any(finding.open and finding.severity is Severity.WARNING for finding in findings):
        return "warned"
    if any(not finding.open for finding in findings):
        return "deviated"
    return "noted" if findings else "passed"


def tallied(statuses: Iterable[str]) -> dict[str, str]:
    """How many rules stand how, in words, by status: only what occurs, the best first."""
    counts = Counter(statuses)
    names = (
        ("passed", "passed", "passed"),
        ("noted", "note", "notes"),
        ("warned", "warning", "warnings"),
        ("deviated", "departure", "departures"),
        ("error", "error", "errors"),
    )
    return {slug: counted(counts[slug], one, many) for slug, one, many in names if counts[slug]}
