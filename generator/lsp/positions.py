"""Where an editor and the checker point: characters of a text, counted in three ways.

The checker counts lines and code points from 1. An editor counts from 0, in the units of an
encoding that both sides agreed on. Here a place is an offset into the text as the editor has it.
"""

import re
from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from lsprotocol import types

from generator.finding import Place

Change = types.TextDocumentContentChangeEvent

_LINE_END = re.compile(r"\r\n|\n|\r")
"""The line ends of the protocol. `str.splitlines` knows more, and would be off behind them."""


@dataclass(frozen=True)
class Text:
    """A text as an editor has it."""

    text: str
    encoding: str = types.PositionEncodingKind.Utf16
    """The unit its positions are counted in."""

    def offset(self, position: types.Position) -> int:
        """How many code points stand before a position; one off the text is pulled into it."""
        if position.line >= len(self._starts):
            return len(self.text)
        start, end = self._line(position.line)
        left = position.character
        for index in range(start, end):
            if left <= 0:
                return index
            left -= _units(self.text[index], self.encoding)
        return end

    def position(self, offset: int) -> types.Position:
        """The position before which so many code points stand."""
        line = bisect_right(self._starts, offset) - 1
        start, end = self._line(line)
        before = self.text[start : min(offset, end)]
        return types.Position(line, sum(_units(character, self.encoding) for character in before))

    def range(self, start: int, end: int) -> types.Range:
        """A stretch between two offsets."""
        return types.Range(self.position(start), self.position(end))

    def range_of(self, place: Place) -> types.Range:
        """A stretch the checker means."""
        return self.range(*self.span(place))

    def span(self, place: Place) -> tuple[int, int]:
        """The offsets of a place; the checker ends lines at line feeds alone and skips a mark."""
        start = self._checked(place.line, place.column)
        return start, max(start, self._checked(place.end_line, place.end_column))

    def changed(self, changes: Iterable[Change]) -> "Text":
        """The text after an editor's changes, each made to what the one before it left."""
        text = self
        for change in changes:
            if isinstance(change, types.TextDocumentContentChangePartial):
                start, end = text.offset(change.range.start), text.offset(change.range.end)
                text = Text(text.text[:start] + change.text + text.text[end:], self.encoding)
            else:
                text = Text(change.text, self.encoding)
        return text

    @property
    def newline(self) -> str:
        """How its lines end."""
        return "\r\n" if "\r\n" in self.text else "\n"

    def _checked(self, line: int, column: int) -> int:
        starts = self._checked_starts
        if line > len(starts):
            return len(self.text)
        start = starts[line - 1]
        end = starts[line] - 1 if line < len(starts) else len(self.text)
        if self.text[start:end].endswith("\r"):
            end -= 1
        return min(start + column - 1, end)

    def _line(self, line: int) -> tuple[int, int]:
        """Where a line starts and where what it says ends."""
        start = self._starts[line]
        end = self._starts[line + 1] if line + 1 < len(self._starts) else len(self.text)
        return start, start + len(self.text[start:end].rstrip("\r\n"))

    @cached_property
    def _starts(self) -> list[int]:
        return [0, *(found.end() for found in _LINE_END.finditer(self.text))]

    @cached_property
    def _checked_starts(self) -> list[int]:
        mark = 1 if self.text.startswith("\ufeff") else 0
        return [mark, *(found.end() for found in re.finditer("\n", self.text))]


def _units(character: str, encoding: str) -> int:
    """The units of one character; a lone half of a pair counts as it would inside one."""
    match encoding:
        case types.PositionEncodingKind.Utf32:
            return 1
        case types.PositionEncodingKind.Utf8:
            return len(character.encode("utf-8", "surrogatepass"))
        case _:
            return 2 if ord(character) > 0xFFFF else 1
