"""What changed, as the part of a pull request's comment that speaks of training.

Names and sentences are a stranger's; they are escaped. The whole is kept short enough to stand
beside other parts of one comment.
"""

from generator.diff.comparison import LIBRARY_CHANGED, Comparison, Report
from generator.diff.text_diff import sections, unreadable_rows
from generator.report.markdown_report import code, escaped

ROOM = 40_000
"""Characters; a comment on GitHub holds 65,536, with other parts in it."""
SHOWN = 20
"""Lines under one heading."""


def render(report: Report, room: int = ROOM) -> str:
    """The verdict first, then each program while there is room."""
    head = f"**{escaped(report.verdict)}**"
    if report.library_changed:
        head += f"\n\n{LIBRARY_CHANGED}"
    out, size = [head], len(head)
    for number, comparison in enumerate(report.comparisons):
        part = _program(comparison)
        if size + len(part) > room - 200:
            left = len(report.comparisons) - number
            programs = "1 more program" if left == 1 else f"{left} more programs"
            out.append(f"*{programs} left out for length; `pillars diff` shows them all.*")
            break
        out.append(part)
        size += len(part) + 2
    return "\n\n".join(out)


def _program(comparison: Comparison) -> str:
    out = [f"#### {code(comparison.file)}"]
    if comparison.renamed_from:
        out.append(f"The file was {code(comparison.renamed_from)}.")
    out.append(f"**{escaped(comparison.verdict)}**")
    for name, side in comparison.unreadable:
        out.append(_list(f"Wrong in the version {name}", unreadable_rows(side)))
    out += [_list(heading, rows) for heading, rows in sections(comparison) if rows]
    return "\n\n".join(out)


def _list(heading: str, rows: list[str]) -> str:
    lines = [f"- {escaped(row)}" for row in rows[:SHOWN]]
    if len(rows) > SHOWN:
        lines.append(f"- and {len(rows) - SHOWN} more")
    return "\n".join([f"{heading}:", "", *lines])
