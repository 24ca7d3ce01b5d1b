"""What changed, as a person reads it in a terminal."""

from collections.abc import Iterator

from generator.diff.change import ARROW
from generator.diff.comparison import LIBRARY_CHANGED, Comparison, Report
from generator.diff.sections import sections
from generator.report.excerpt import visible


def render(report: Report) -> str:
    """The count, then a paragraph or more for each program."""
    out = [f"{report.before} {ARROW} {report.after}", report.verdict]
    out += [LIBRARY_CHANGED] if report.library_changed else []
    for comparison in report.comparisons:
        out += ["", *_program(comparison)]
    return "\n".join(map(visible, out))


def _program(comparison: Comparison) -> Iterator[str]:
    yield comparison.file
    if comparison.renamed_from:
        yield f"  The file was {comparison.renamed_from}."
    yield f"  {comparison.verdict}"
    for heading, rows in sections(comparison):
        yield f"  {heading}"
        yield from (f"    {row}" for row in rows)
