"""The lines a finding is about, with carets below them, as a terminal shows them."""

from dataclasses import dataclass
from unicodedata import combining, east_asian_width

from generator.finding import Finding, Place
from generator.source import Source

WIDEST = 100
"""Columns of a line; longer ones are cut around the caret."""


@dataclass(frozen=True)
class Mark:
    """A stretch of a file to point at."""

    place: Place
    sign: str
    text: str = ""


def marks(finding: Finding) -> list[Mark]:
    """The finding's own place and its causes."""
    return [Mark(finding.place, "^"), *(Mark(f.place, "-", f.text) for f in finding.labels)]


def excerpt(finding: Finding, source: Source) -> list[str]:
    """The marked lines with a gutter of line numbers; nothing where there are no lines."""
    shown = [m for m in marks(finding) if source.text and m.place.line <= len(source.lines)]
    if not shown:
        return []
    gutter = len(str(max(mark.place.line for mark in shown)))
    bar = f"{'':{gutter}} |"
    out, last = [bar], 0
    for mark in sorted(shown, key=lambda mark: mark.place):
        line = mark.place.line
        if last and line > last + 1:
            out.append(f"{'':{gutter}} :")
        row, offset = _cut(source.lines[line - 1], mark.place)
        if line != last:
            out.append(f"{line:{gutter}} | {row}")
        start = mark.place.column - 1 - offset
        length = mark.place.end_column - mark.place.column if mark.place.end_line == line else 1
        under = max(1, width(row[start:][:length]))
        pointer = f"{' ' * width(row[:start])}{mark.sign * under}"
        out.append(f"{bar} {pointer} {visible(mark.text)}".rstrip())
        last = line
    return [*out, bar]


def gutter_of(finding: Finding, source: Source) -> int:
    """How many digits the line numbers of an excerpt take."""
    lines = [m.place.line for m in marks(finding) if m.place.line <= len(source.lines)]
    return len(str(max(lines, default=1)))


def _cut(row: str, place: Place) -> tuple[str, int]:
    """A line short enough to show, and how many characters were cut before it."""
    row = visible(row)
    if len(row) <= WIDEST:
        return row, 0
    start = max(0, min(place.column - 1 - WIDEST // 3, len(row) - WIDEST))
    return row[start : start + WIDEST], start


def visible(text: str) -> str:
    """Text that cannot steer a terminal; each such character becomes one visible sign."""
    signs = {"\t": "\u2192", "\u00a0": "\u00a0"}
    return "".join(c if c.isprintable() else signs.get(c, "\ufffd") for c in text)


def width(text: str) -> int:
    """Terminal cells a text takes."""
    return sum(
        0 if combining(c) else 2 if east_asian_width(c) in "WF" else 1 for c in text
    )  # fmt: skip
