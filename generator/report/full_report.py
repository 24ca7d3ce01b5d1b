"""Findings for a person at a terminal: lines, causes, fix, reason and the way out."""

import click

from generator.finding import Finding, Severity
from generator.report.excerpt import excerpt, gutter_of, visible
from generator.report.run import Run, headline
from generator.source import Source

COLOURS = {Severity.ERROR: "red", Severity.WARNING: "yellow", Severity.NOTE: "cyan"}


def render(run: Run) -> str:
    """Every finding with all its parts, then the count."""
    parts = [full(finding, run) for finding in run.shown]
    return "\n\n".join([*parts, run.summary])


def full(finding: Finding, run: Run) -> str:
    """A finding with its place, the lines it is about, its causes and the way out."""
    source = run.source(finding.file)
    place = finding.place
    head = visible(headline(finding))
    if run.colour:
        head = click.style(head, fg=COLOURS[finding.severity], bold=True)
    margin = f"{'':{gutter_of(finding, source)}} ="
    lines = [head, f"  --> {visible(finding.file)}:{place.line}:{place.column}"]
    lines += excerpt(finding, source)
    lines += [f"{margin} {line}" for line in _advised(finding, run, source)]
    return "\n".join(lines)


def _advised(finding: Finding, run: Run, source: Source) -> list[str]:
    """Way out, reason and links, a line each; the lines to paste keep their indentation."""
    advice = run.advice(finding)
    said = [visible(finding.hint)] if finding.hint else []
    if finding.reason:
        said.append(f"deviation declared: {visible(finding.reason)}")
    if advice.why:
        said.append(f"why: {advice.why}")
    if advice.evidence:
        said.append(f"evidence: {advice.evidence}")
    if advice.deviation:
        indent = " " * (gutter_of(finding, source) + 5)
        pasted = "\n".join(indent + line for line in advice.deviation.split("\n"))
        said.append(f"or say why not:\n{pasted}")
    said.append(f"more: pillars explain {finding.code}")
    return said
