"""One line a finding, which editors and terminals make clickable."""

from generator.finding import Finding
from generator.report.excerpt import visible
from generator.report.run import Run


def render(run: Run) -> str:
    """Every finding on a line, then the count; `[*]` marks what `--fix` mends."""
    return "\n".join([*map(concise, run.shown), run.closing])


def concise(finding: Finding) -> str:
    """`programs/x.yml:6:11: error SCH004 unreadable-value: …`."""
    place = finding.place
    hint = f" {visible(finding.hint)}" if finding.hint else ""
    mark = " [*]" if finding.open and finding.fix and finding.fix.safe else ""
    return (
        f"{visible(finding.file)}:{place.line}:{place.column}: {finding.severity} {finding.code} "
        f"{finding.name}: {visible(finding.message)}.{hint}{mark}"
    )
