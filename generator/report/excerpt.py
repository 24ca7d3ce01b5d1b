"""The lines a finding is about, with carets below them, as a terminal shows them."""

from dataclasses import dataclass
from unicodedata import combining, east_asian_width

from generator.finding import Finding, Label, Place
from generator.source import Source

WIDEST = 100
"""Columns of a line; longer ones are cut around the caret."""


@dataclass(frozen=True)
class Mark:
    """A stretch of a file to point at."""

    place: Place
    sign: str
    text: str = ""


LABELS = 3
"""Causes of one finding that are shown to a person."""


def causes_shown(finding: Finding) -> tuple[Label, ...]:
    """The first causes, and the last, since rules name the field that switched them on there."""
    if len(finding.labels) <= LABELS:
        return finding.labels
    return (*finding.labels[: LABELS - 1], finding.labels[-1])


def marks(finding: Finding) -> list[Mark]:
    """The finding's own place and its causes."""
    causes = [Mark(cause.place, "-", cause.text) for cause in causes_shown(finding)]
    return [Mark(finding.place, "^"), *causes]


def excerpt(finding: Finding, source: Source) -> list[str]:
    """The marked lines with a gutter of line numbers; nothing where there are no lines.

    The first line of the entry or map that the finding stands in comes with them.
    """
    shown = [m for m in marks(finding) if source.text and m.place.line <= len(source.lines)]
    if not shown:
        return []
    gutter = gutter_of(finding, source)
    bar = f"{'':{gutter}} |"
    under: dict[int, list[Mark]] = {line: [] for line in _context(finding, source)}
    for mark in sorted(shown, key=lambda mark: mark.place):
        under[mark.place.line] = [*under.get(mark.place.line, ()), mark]
    out, last = [bar], 0
    for line in sorted(under):
        if last and line > last + 1:
            out.append(f"{'':{gutter}} :")
        row = source.lines[line - 1]
        pieces = [(mark, *_cut(row, mark.place)) for mark in under[line]]
        for number, (mark, part, offset) in enumerate(pieces):
            # a long line is cut around each mark, so it may have to stand there again
            if not number or offset != pieces[number - 1][2]:
                out.append(f"{line:{gutter}} | {part}")
            out.append(f"{bar} {_pointer(mark, part, offset)} {visible(mark.text)}".rstrip())
        if not pieces:
            out.append(f"{line:{gutter}} | {visible_row(row)[:WIDEST]}".rstrip())
        last = line
    return [*out, bar]


def _pointer(mark: Mark, row: str, offset: int) -> str:
    """Carets below what is meant, in cells of a terminal."""
    place, start = mark.place, mark.place.column - 1 - offset
    length = place.end_column - place.column if place.end_line == place.line else 1
    return f"{' ' * width(row[:start])}{mark.sign * max(1, width(row[start:][:length]))}"


def _context(finding: Finding, source: Source) -> list[int]:
    """The first line of the entry or map above a finding, and the one line there may be between."""
    line, keys = finding.place.line, finding.keys
    for length in range(len(keys) - 1, 0, -1):
        above = keys[:length]
        place = source.key_places.get(above, source.value_places.get(above))
        if place and place.line < line:
            return [place.line, place.line + 1] if place.line == line - 2 else [place.line]
        if isinstance(above[-1], int):
            break  # the entry begins on this line
    return []


def gutter_of(finding: Finding, source: Source) -> int:
    """How many digits the line numbers of an excerpt take."""
    lines = [m.place.line for m in marks(finding) if m.place.line <= len(source.lines)]
    return len(str(max(lines, default=1)))


def _cut(row: str, place: Place) -> tuple[str, int]:
    """A line short enough to show, and how many characters were cut before it."""
    row = visible_row(row)
    if len(row) <= WIDEST:
        return row, 0
    start = max(0, min(place.column - 1 - WIDEST // 3, len(row) - WIDEST))
    return row[start : start + WIDEST], start


def visible(text: str) -> str:
    """Text that cannot steer a terminal; each such character becomes one visible sign."""
    signs = {"\t": "\u2192", "\u00a0": "\u00a0"}
    return "".join(c if c.isprintable() else signs.get(c, "\ufffd") for c in text)


def visible_row(row: str) -> str:
    """A line of a file, in which a no-break space does not look like any other."""
    return visible(row.replace("\u00a0", "\u2423"))


def width(text: str) -> int:
    """Terminal cells a text takes."""
    return sum(
        0 if combining(c) else 2 if east_asian_width(c) in "WF" else 1 for c in text
    )  # fmt: skip
