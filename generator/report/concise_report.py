"""One line a finding, which editors and terminals make clickable."""

from generator.finding import Finding
from generator.report.excerpt import visible
from generator.report.run import Run


def render(run: Run) -> str:
    """Every finding on a line, then the count."""
    return "\n".join([*map(concise, run.shown), run.summary])


def concise(finding: Finding) -> str:
    """`programs/x.yml:6:11: error SCH004 unreadable-value: …`."""
    place = finding.place
    hint = f" {visible(finding.hint)}" if finding.hint else ""
    return (
        f"{visible(finding.file)}:{place.line}:{place.column}: {finding.severity} {finding.code} "
        f"{finding.name}: {visible(finding.message)}.{hint}"
    )
