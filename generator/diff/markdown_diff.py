"""What changed, as the part of a pull request's comment that speaks of training.

Names and sentences are a stranger's; they are escaped. The whole is kept short enough to stand
beside other parts of one comment.
"""

from generator.diff.comparison import LIBRARY_CHANGED, Comparison, Report
from generator.diff.sections import sections
from generator.report.markdown_report import code, escaped
from generator.view.words import counted

ROOM = 40_000
"""Characters; a comment on GitHub holds 65,536, with other parts in it."""
SHOWN = (20, 5, 0)
"""Lines under one heading: as many as there is room for."""
LONGEST = 400
"""Characters of a line."""


def render(report: Report, room: int = ROOM) -> str:
    """The verdict first, then each program while there is room."""
    head = f"**{escaped(report.verdict)}**"
    if report.library_changed:
        head += f"\n\n{LIBRARY_CHANGED}"
    out, left = [head], room - len(head) - 200
    for number, comparison in enumerate(report.comparisons):
        parts = (_program(comparison, shown) for shown in SHOWN)
        part = next((part for part in parts if len(part) + 2 <= left), None)
        if part is None:
            more = counted(len(report.comparisons) - number, "more program")
            out.append(f"*{more} left out for length; `pillars diff` shows everything.*")
            break
        out.append(part)
        left -= len(part) + 2
    return "\n\n".join(out)


def _program(comparison: Comparison, shown: int) -> str:
    out = [f"#### {code(comparison.file)}"]
    if comparison.renamed_from:
        out.append(f"The file was {code(comparison.renamed_from)}.")
    out.append(f"**{escaped(comparison.verdict)}**")
    out += [_list(heading, rows, shown) for heading, rows in sections(comparison)]
    return "\n\n".join(out)


def _list(heading: str, rows: list[str], shown: int) -> str:
    lines = [f"- {escaped(_short(row))}" for row in rows[:shown]]
    if len(rows) > shown:
        lines.append(f"- {'and ' if shown else ''}{len(rows) - shown} more")
    return "\n".join([f"{heading}:", "", *lines])


def _short(row: str) -> str:
    return row if len(row) <= LONGEST else f"{row[: LONGEST - 1].rstrip()}…"
