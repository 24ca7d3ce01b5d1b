"""Findings as annotations of GitHub Actions.

GitHub shows ten errors and ten warnings of a step and drops the rest without a word, so the first
ten of each kind are printed, those on changed lines before the others, and the rest are counted.
"""

from generator.finding import Finding, Severity
from generator.report.excerpt import visible
from generator.report.fix_lines import label
from generator.report.run import Run

SHOWN = 10
"""Annotations of one kind that GitHub shows for a step."""
KINDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "notice"}


def render(run: Run) -> str:
    """Annotations, then a line that counts."""
    out = []
    for severity, kind in KINDS.items():
        own = [f for f in run.shown if f.open and f.severity is severity]
        own.sort(key=lambda finding: not run.on_changed_lines(finding))
        out += [annotation(finding, run) for finding in own[:SHOWN]]
        if len(own) > SHOWN:
            out.append(f"::notice title=Findings::and {len(own) - SHOWN} more of kind {kind}")
    return "\n".join([*out, run.summary])


def annotation(finding: Finding, run: Run) -> str:
    """One workflow command; columns only where the stretch is on one line."""
    place = finding.place
    where = {
        "title": f"{finding.code} {finding.name}",
        "file": visible(finding.file),
        "line": str(place.line),
        "endLine": str(place.end_line),
    }
    if place.end_line == place.line:
        where |= {"col": str(place.column), "endColumn": str(place.end_column)}
    properties = ",".join(f"{name}={_property(value)}" for name, value in where.items())
    text = finding.message + (f"\n{finding.hint}" if finding.hint else "")
    text += f"\n{label(finding)}" if finding.fix else ""
    text += f"\n{run.page(finding)}" if run.page(finding) else ""
    return f"::{KINDS[finding.severity]} {properties}::{_data(text)}"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
