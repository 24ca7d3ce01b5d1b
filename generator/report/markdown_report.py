"""Findings as Markdown, for the comment on a pull request and the summary of a job."""

import re
from itertools import groupby

from generator.finding import Finding, Severity
from generator.model.wording import counted
from generator.report.excerpt import visible_row
from generator.report.fix_lines import SHOWN as SHOWN_HUNKS
from generator.report.fix_lines import hunks, label
from generator.report.run import Run

SIGNS = {Severity.ERROR: "❌ error", Severity.WARNING: "⚠ warning", Severity.NOTE: "note"}
SHOWN = 25
"""Findings of one file; a comment that nobody reads to its end helps nobody."""


def render(run: Run) -> str:
    """The count, then a list for each file."""
    out = [f"**{escaped(run.summary)}.**"]
    for file, found in groupby(run.shown, key=lambda finding: finding.file):
        own = list(found)
        out.append(f"\n#### {code(file)}\n")
        out += [_item(finding, run) for finding in own[:SHOWN]]
        if len(own) > SHOWN:
            out.append(f"- and {len(own) - SHOWN} more")
    return "\n".join(out)


def _item(finding: Finding, run: Run) -> str:
    advice = run.advice(finding)
    sign = SIGNS[finding.severity] if finding.open else "departs, with a reason"
    head = f"- {sign}, line {finding.place.line}: **{finding.code} {finding.name}**. "
    lines = [head + escaped(finding.message) + "."]
    lines += [escaped(finding.hint)] if finding.hint else []
    lines += [f"Why: {escaped(advice.why)}"] if advice.why and finding.open else []
    lines += [f"Evidence: {escaped(advice.evidence)}."] if advice.evidence else []
    lines += [f"Reason given: {escaped(finding.reason)}"] if finding.reason else []
    if page := run.page(finding):
        lines.append(f"[What this is about]({page})")
    fix = _fix(finding, run) if finding.open else []
    return "\n".join(["  \n  ".join(lines), *fix])


def _fix(finding: Finding, run: Run) -> list[str]:
    """The fix as a block of changed lines that nothing in them can end."""
    changed = hunks(finding, run.source(finding.file))
    if not changed:
        return []
    rows = []
    for hunk in changed[:SHOWN_HUNKS]:
        for sign, lines in (("-", hunk.old), ("+", hunk.new)):
            rows += [f"{sign} {visible_row(line)}".rstrip() for line in lines[:SHOWN_HUNKS]]
            more = len(lines) - SHOWN_HUNKS
            rows += [f"{sign} and {counted(more, 'more line')}"] if more > 0 else []
    if len(changed) > SHOWN_HUNKS:
        rows.append(f"# and {counted(len(changed) - SHOWN_HUNKS, 'more place')}")
    ticks = max((len(run) for row in rows for run in re.findall("`+", row)), default=0)
    fence = "`" * max(3, ticks + 1)
    return [f"\n  {escaped(label(finding))}\n", *(f"  {x}" for x in (f"{fence}diff", *rows, fence))]


def escaped(text: str) -> str:
    """Text of a stranger that can neither format, link, mention nor break out of a line."""
    flat = " ".join(text.split())
    safe = re.sub(r"([\\`*_{}\[\]<>#|~&])", r"\\\1", flat)
    return unlinked(safe)


def unlinked(text: str) -> str:
    """Text in which GitHub finds no name, issue or address to link, nor an issue to close.

    It looks for them after backslashes are gone; a zero-width space is what keeps them text.
    """
    return re.sub(
        r"[@#](?=\w)|(?:https?|ftp):(?=//)|(?<![^\W_])(?:www|GH)(?=[.-])",
        lambda found: found[0] + "\u200b",
        text,
        flags=re.IGNORECASE,
    )


def code(text: str) -> str:
    """A file name as code, whatever is in it."""
    return f"`{' '.join(text.replace('`', ' ').split()) or '?'}`"
