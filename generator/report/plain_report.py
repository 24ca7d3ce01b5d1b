"""Findings as sentences without drawing: for screen readers and log files."""

from generator.finding import Finding
from generator.report.excerpt import visible
from generator.report.run import Run


def render(run: Run) -> str:
    """Every finding as a paragraph, then the count."""
    return "\n\n".join([*(plain_text(finding, run) for finding in run.shown), run.summary])


def plain_text(finding: Finding, run: Run) -> str:
    """What, where, why and the way out, a line each."""
    advice, place = run.advice(finding), finding.place
    source = run.source(finding.file)
    said = [
        f"{finding.severity.capitalize()} {finding.code}, {finding.name}: {finding.message}.",
        f"File {finding.file}, line {place.line}, column {place.column}.",
    ]
    if source.text and place.line <= len(source.lines):
        said.append(f"The line reads: {source.lines[place.line - 1].strip()}")
    said += [f"Line {label.place.line}: {label.text}." for label in finding.labels]
    said += [finding.hint] if finding.hint else []
    said += [f"Deviation declared: {finding.reason}"] if finding.reason else []
    said += [f"Why: {advice.why}"] if advice.why else []
    said += [f"Evidence: {advice.evidence}."] if advice.evidence else []
    if advice.deviation:
        lines = " / ".join(line.strip() for line in advice.deviation.split("\n"))
        said.append(f"To depart from it on purpose, write: {lines}")
    said.append(f"More: pillars explain {finding.code}")
    return "\n".join(map(visible, said))
