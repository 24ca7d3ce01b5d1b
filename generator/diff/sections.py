"""What is said about a program below its verdict, the same in a terminal and in a comment."""

from collections.abc import Iterator

from generator.diff.comparison import Comparison
from generator.finding import Finding


def sections(comparison: Comparison) -> Iterator[tuple[str, list[str]]]:
    """Headings with a line for each thing under them; none without a line."""
    return ((heading, rows) for heading, rows in _sections(comparison) if rows)


def _sections(comparison: Comparison) -> Iterator[tuple[str, list[str]]]:
    for name, side in comparison.unreadable:
        yield f"Wrong in the {name}", [_finding(f) for f in side.findings if f.open]
    found = comparison.verdicts
    yield "What changed", [c.sentence for c in comparison.changes if c.training]
    yield "What follows", [item.sentence for item in comparison.consequences]
    yield "New findings", list(map(_finding, found.new))
    yield "No longer under a deviation", list(map(_finding, found.uncovered))
    yield "Findings that are gone", list(map(_finding, found.gone))
    yield "Now under a deviation", list(map(_finding, found.covered))
    yield "Wording and evidence", [c.sentence for c in comparison.changes if not c.training]


def _finding(finding: Finding) -> str:
    status = f"{finding.severity}" if finding.open else f"{finding.severity} (with a reason)"
    place = f"line {finding.place.line}"
    return f"{status} {finding.code} {finding.name}, {place}: {finding.message}"
