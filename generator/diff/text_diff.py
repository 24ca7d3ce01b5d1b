"""What changed, as a person reads it in a terminal."""

from collections.abc import Iterable

from generator.diff.comparison import LIBRARY_CHANGED, Comparison, Report
from generator.finding import Finding
from generator.report.excerpt import visible
from generator.review import Review

SHOWN = 10
"""Findings of a kind, before the rest is counted."""


def render(report: Report) -> str:
    """The count, then a paragraph or more for each program."""
    out = [f"{report.before} → {report.after}", report.verdict]
    out += [LIBRARY_CHANGED] if report.library_changed else []
    for comparison in report.comparisons:
        out += ["", *_program(comparison)]
    return "\n".join(map(visible, out))


def _program(comparison: Comparison) -> Iterable[str]:
    yield comparison.file
    if comparison.renamed_from:
        yield f"  The file was {comparison.renamed_from}."
    yield f"  {comparison.verdict}"
    for name, side in comparison.unreadable:
        yield from _section(f"Wrong in the {name}", unreadable_rows(side))
    for heading, rows in sections(comparison):
        yield from _section(heading, rows)


def sections(comparison: Comparison) -> Iterable[tuple[str, list[str]]]:
    """Everything but the verdict, under the headings both printers for people use."""
    training = [change.sentence for change in comparison.changes if change.training]
    others = [change.sentence for change in comparison.changes if not change.training]
    found = comparison.verdicts
    yield "What changed", training
    yield "What follows", [item.sentence for item in comparison.consequences]
    yield "New findings", list(map(finding_row, found.new))
    yield "No longer under a deviation", list(map(finding_row, found.uncovered))
    yield "Findings that are gone", list(map(finding_row, found.gone))
    yield "Now under a deviation", list(map(finding_row, found.covered))
    yield "Wording and evidence", others


def finding_row(finding: Finding) -> str:
    """A finding in a line."""
    status = f"{finding.severity}" if finding.open else f"{finding.severity} (with a reason)"
    place = f"line {finding.place.line}"
    return f"{status} {finding.code} {finding.name}, {place}: {finding.message}"


def unreadable_rows(side: Review) -> list[str]:
    """What keeps a version from being laid out."""
    return [f"line {f.place.line}, {f.code} {f.name}: {f.message}" for f in side.findings if f.open]


def _section(heading: str, rows: list[str]) -> Iterable[str]:
    if rows:
        most = SHOWN if "inding" in heading or "Wrong" in heading else len(rows)
        yield f"  {heading}"
        yield from (f"    {row}" for row in rows[:most])
        if len(rows) > most:
            yield f"    and {len(rows) - most} more"
