"""Findings for a person at a terminal: lines, causes, fix, reason and the way out."""

import click

from generator.finding import Finding, Severity
from generator.model.wording import counted
from generator.report.excerpt import LABELS, WIDEST, excerpt, gutter_of, visible, visible_row
from generator.report.fix_lines import SHOWN, Hunk, hunks, label
from generator.report.run import Run, headline
from generator.source import Source

COLOURS = {Severity.ERROR: "red", Severity.WARNING: "yellow", Severity.NOTE: "cyan"}


def render(run: Run) -> str:
    """Every finding with all its parts, then the count."""
    parts = [full(finding, run) for finding in run.shown]
    return "\n\n".join([*parts, run.closing])


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
    lines += [f"{margin} {line}" for line in _causes_left_out(finding)]
    said, after = _hint(finding), _advised(finding, run, source)
    lines += [f"{margin} {line}" for line in said]
    lines += _fix(finding, source, gutter_of(finding, source), run.colour) if finding.open else []
    lines += [f"{margin} {line}" for line in after]
    return "\n".join(lines)


def _causes_left_out(finding: Finding) -> list[str]:
    more = len(finding.labels) - LABELS
    return [f"and {counted(more, 'more place')}"] if more > 0 else []


def _hint(finding: Finding) -> list[str]:
    said = [visible(finding.hint)] if finding.hint else []
    return [*said, f"deviation declared: {visible(finding.reason)}"] if finding.reason else said


def _fix(finding: Finding, source: Source, gutter: int, colour: bool) -> list[str]:
    """The fix with the lines it takes out and puts in; nothing where it cannot be done."""
    changed = hunks(finding, source)
    if not changed:
        return []
    bar = f"{'':{gutter}} |"
    lines = [f"{'':{gutter}} = {visible(label(finding))}", bar]
    for hunk in changed[:SHOWN]:
        for sign, rows in (("-", hunk.old), ("+", hunk.new)):
            # a line that comes in has the number it will have
            shown = [f"{n:{gutter}} {sign} {_short(row, hunk)}".rstrip()
                     for n, row in enumerate(rows[:SHOWN], start=hunk.line)]  # fmt: skip
            fg = "red" if sign == "-" else "green"
            lines += [click.style(line, fg=fg) for line in shown] if colour else shown
            if len(rows) > SHOWN:
                lines.append(f"{'':{gutter}} {sign} and {counted(len(rows) - SHOWN, 'more line')}")
    if len(changed) > SHOWN:
        lines.append(f"{'':{gutter}} : and {counted(len(changed) - SHOWN, 'more place')}")
    return [*lines, bar]


def _short(row: str, hunk: Hunk) -> str:
    """A line cut around what changes, so that a fix in a long one can be seen."""
    if len(row) <= WIDEST or not hunk.old or not hunk.new:
        return visible_row(row)[:WIDEST]
    pairs = enumerate(zip(hunk.old[0], hunk.new[0], strict=False))
    same = next((at for at, (old, new) in pairs if old != new), len(hunk.old[0]))
    start = max(0, min(same - WIDEST // 3, max(map(len, (*hunk.old, *hunk.new))) - WIDEST))
    return visible_row(row)[start : start + WIDEST]


def _advised(finding: Finding, run: Run, source: Source) -> list[str]:
    """Reason, evidence and links, a line each; the lines to paste keep their indentation."""
    advice = run.advice(finding)
    said = []
    if advice.why:
        said.append(f"why: {advice.why}")
    if advice.evidence:
        said.append(f"evidence: {advice.evidence}")
    if advice.deviation:
        indent = " " * (gutter_of(finding, source) + 5)
        pasted = "\n".join(indent + line for line in advice.deviation.split("\n"))
        said.append(f"or say why not:\n{pasted}")
    page = run.page(finding)
    said.append(f"more: pillars explain {finding.code}" + (f" · {page}" if page else ""))
    return said
