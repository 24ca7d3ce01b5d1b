"""Findings as sentences without drawing: for screen readers and log files."""

from collections.abc import Iterator

from generator.finding import Finding
from generator.model.wording import capital, counted
from generator.report.excerpt import LABELS, causes_shown, visible
from generator.report.fix_lines import SHOWN, hunks, label
from generator.report.run import Run
from generator.source import Source


def render(run: Run) -> str:
    """Every finding as a paragraph, then the count."""
    return "\n\n".join([*(plain_text(finding, run) for finding in run.shown), run.closing])


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
    said += [f"Line {label.place.line}: {label.text}." for label in causes_shown(finding)]
    if len(finding.labels) > LABELS:
        said.append(f"And {counted(len(finding.labels) - LABELS, 'more place')}.")
    said += [finding.hint] if finding.hint else []
    said += list(_fix(finding, source)) if finding.open else []
    said += [f"Deviation declared: {finding.reason}"] if finding.reason else []
    said += [f"Why: {advice.why}"] if advice.why else []
    said += [f"Evidence: {advice.evidence}."] if advice.evidence else []
    if advice.deviation:
        lines = " / ".join(line.strip() for line in advice.deviation.split("\n"))
        said.append(f"To depart from it on purpose, write: {lines}")
    page = run.page(finding)
    said.append(f"More: pillars explain {finding.code}" + (f", or {page}" if page else ""))
    return "\n".join(map(visible, said))


def _fix(finding: Finding, source: Source) -> Iterator[str]:
    """What the fix does, and the lines before and after, one after the other."""
    changed = hunks(finding, source)
    if changed:
        yield f"{capital(label(finding))}."
    for hunk in changed[:SHOWN]:
        verb = "is" if hunk.new else "goes"
        numbered = enumerate(hunk.old[:SHOWN], start=hunk.line)
        yield from (f"Line {number} {verb}: {line.strip()}" for number, line in numbered)
        verb = "becomes" if hunk.old else "is added"
        yield from (f"It {verb}: {line.strip()}" for line in hunk.new[:SHOWN])
    if len(changed) > SHOWN:
        yield f"And {len(changed) - SHOWN} more."
