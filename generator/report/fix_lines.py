"""A fix as the lines it takes out and puts in."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from generator.edit import applied, edits
from generator.finding import Edit, Finding, Place
from generator.source import Source

SHOWN = 3
"""Stretches of a fix, and lines of each, that are shown; a fix may mend a tab in every line."""


@dataclass(frozen=True)
class Hunk:
    """Neighbouring lines that change."""

    line: int
    """The first of them, as the file is now."""
    old: tuple[str, ...]
    new: tuple[str, ...]


def hunks(finding: Finding, source: Source) -> tuple[Hunk, ...]:
    """What the fix of a finding does to the lines of its file; nothing where it cannot be done."""
    return tuple(_hunks(edits(finding, source), source.lines))


def _hunks(wanted: Sequence[Edit], lines: Sequence[str]) -> Iterator[Hunk]:
    """Edits in the order of the file as lines before and after."""
    together: list[Edit] = []
    for edit in wanted:
        if together and edit.place.line > together[-1].place.end_line + 1:
            yield _hunk(together, lines)
            together = []
        together.append(edit)
    if together:
        yield _hunk(together, lines)


def _hunk(wanted: Sequence[Edit], lines: Sequence[str]) -> Hunk:
    first, last = wanted[0].place.line, max(edit.place.end_line for edit in wanted)
    old = list(lines[first - 1 : last])
    moved = [Edit(_moved(edit.place, first - 1), edit.text) for edit in wanted]
    new = applied("\n".join(old), moved).split("\n")
    while old and new and old[0] == new[0]:
        old, new, first = old[1:], new[1:], first + 1
    while old and new and old[-1] == new[-1]:
        old, new = old[:-1], new[:-1]
    return Hunk(first, tuple(old), tuple(new))


def _moved(place: Place, up: int) -> Place:
    return Place(place.line - up, place.column, place.end_line - up, place.end_column)


def label(finding: Finding) -> str:
    """`fix (safe): write …`, or that it needs review."""
    if finding.fix is None:
        return ""
    return f"fix ({'safe' if finding.fix.safe else 'needs review'}): {finding.fix.says}"
