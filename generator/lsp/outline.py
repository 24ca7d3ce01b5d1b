"""The keys and values of a text by indentation alone, so that a half-written file has them, too.

On a file in good form it finds what the checker's reader finds. On any other it finds as much as a
person sees at a glance: what is indented under what.
"""

import re
from collections.abc import Generator, Iterator
from dataclasses import dataclass, replace
from typing import Literal

from generator.finding import Keys
from generator.source import MAX_DEPTH

_DASH = re.compile(r"-(?: +|(?=\r?$))", re.MULTILINE)
_KEY = re.compile(
    r"""("[^"\n]*"|'[^'\n]*'|[^\s\-?\[\]{},#&*!|>'"%@`:\n][^\n]*?) *:(?= |\r?$)""", re.MULTILINE
)
_COMMENT = re.compile(r"(?:^|(?<=\s))#[^\n]*", re.MULTILINE)
_BLOCK = re.compile(r"[|>][-+0-9]* *(?:#[^\n]*)?\r?$", re.MULTILINE)
_QUOTED = re.compile(r""""(?:[^"\\]|\\.)*"|'(?:[^']|'')*'""", re.DOTALL)

Style = Literal["plain", "quoted", "block", "flow", "word"]
"""How a value is written; a `word` in curly brackets is a key that has no colon yet."""


@dataclass(frozen=True)
class Entry:
    """A key with its value, or an entry of a list; places are offsets into the text."""

    keys: Keys
    column: int
    """How far in it stands; -1 inside brackets."""
    start: int
    key_end: int
    """Where its key ends; `start` for an entry of a list."""
    value_start: int
    value_end: int
    end: int
    """Where all that belongs to it ends."""
    value: str = ""
    """What is written there, without quotes; empty where there is no single value."""
    style: Style = "plain"

    @property
    def named(self) -> bool:
        """Whether it is a key rather than an entry of a list."""
        return self.key_end > self.start

    @property
    def bare(self) -> bool:
        """Whether nothing stands on its own line, so that what is below belongs to it."""
        return self.style == "plain" and not self.value


@dataclass(frozen=True)
class Outline:
    """A text's entries, in order."""

    text: str
    entries: tuple[Entry, ...]

    def at(self, keys: Keys) -> Entry | None:
        """The entry with a path."""
        return next((entry for entry in self.entries if entry.keys == keys), None)

    def below(self, keys: Keys) -> tuple[Entry, ...]:
        """The entries right below a path."""
        return tuple(entry for entry in self.entries if entry.keys[:-1] == keys)

    def value(self, keys: Keys) -> str:
        """The single value at a path; empty where there is none."""
        entry = self.at(keys)
        return entry.value if entry else ""

    def under(self, offset: int) -> Entry | None:
        """The entry whose key or single value a place is on."""
        for entry in self.entries:
            if entry.named and entry.start <= offset <= entry.key_end:
                return entry
            if entry.value and entry.value_start <= offset <= entry.value_end:
                return entry
        return None

    def above(self, offset: int, column: int) -> Entry | None:
        """What something belongs to that starts at a place and a column."""
        opened: list[Entry] = []
        for entry in self.entries:
            if entry.start >= offset:
                break
            if entry.column >= 0:
                _close(opened, entry.column, dash=not entry.named)
                opened.append(entry)
        _close(opened, column, dash=False)
        return opened[-1] if opened else None


def outline(text: str) -> Outline:
    """The outline of any text."""
    return Outline(text, tuple(_Scan(text).entries()))


def _close(opened: list[Entry], column: int, dash: bool) -> None:
    """Leave what something at a column does not belong to.

    A list may stand as far in as the key it belongs to.
    """
    while opened and opened[-1].column >= column:
        if dash and opened[-1].column == column and opened[-1].named:
            return
        opened.pop()


@dataclass(frozen=True)
class _Row:
    """A line that says something."""

    start: int
    first: int
    """Where its first character that is no space stands."""
    last: int
    """Where its last such character ends."""

    @property
    def column(self) -> int:
        return self.first - self.start


class _Scan:
    """One walk over the lines."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.rows = list(_rows(text))
        self.opened: list[Entry] = []
        self.counts: dict[Keys, int] = {}
        """How many entries each list has so far."""

    def entries(self) -> Iterator[Entry]:
        number = 0
        while number < len(self.rows):
            number = yield from self._row(number)

    def _row(self, number: int) -> Generator[Entry, None, int]:
        """The entries that start on a row, and the number of the next row to look at."""
        row = self.rows[number]
        position = row.first
        dash: Entry | None = None
        while position < row.last:
            column = position - row.start
            if found := _DASH.match(self.text, position):
                if dash:
                    yield self._open(dash)
                parent = self._parent(column, dash=True)
                count = self.counts[parent] = self.counts.get(parent, -1) + 1
                last, _ = self._extent(number, column, named=False)
                after = min(found.end(), row.last + 1)
                dash = Entry((*parent, count), column, position, position, after, after, last)
                position = found.end()
                continue
            if found := _KEY.match(self.text, position, row.last):
                if dash:
                    yield self._open(dash)
                keys = (*self._parent(column, dash=False), _unquoted(found[1]))
                last, _ = self._extent(number, column, named=True)
                after = min(found.end() + 1, row.last + 1)
                key_end = found.end(1)
                entry = Entry(keys, column, position, key_end, after, after, last)
                return (yield from self._value(entry, found.end(), number))
            if dash:
                return (yield from self._value(dash, position, number))
            return number + 1  # a word that is no key yet
        if dash:
            yield self._open(dash)
        return number + 1

    def _parent(self, column: int, dash: bool) -> Keys:
        _close(self.opened, column, dash)
        return self.opened[-1].keys if self.opened else ()

    def _open(self, entry: Entry) -> Entry:
        self.opened.append(entry)
        return entry

    def _value(self, entry: Entry, position: int, number: int) -> Generator[Entry, None, int]:
        """An entry with what stands behind it, and the number of the next row to look at."""
        row = self.rows[number]
        while position < row.last and self.text[position] == " ":
            position += 1
        if position >= row.last or _COMMENT.match(self.text, position):
            yield self._open(entry)
            return number + 1
        last, following = self._extent(number, entry.column, named=False)
        entry = replace(entry, value_start=position, value_end=last, end=last)
        if _BLOCK.match(self.text, position):
            yield self._open(replace(entry, style="block"))
        elif self.text[position] in "[{":
            yield self._open(replace(entry, style="flow"))
            yield from _flow(self.text, position, last, entry.keys)
        elif found := _QUOTED.match(self.text, position, last):
            value = _unquoted(found[0])
            yield self._open(replace(entry, value=value, value_end=found.end(), style="quoted"))
        else:
            comment = _COMMENT.search(self.text, position, row.last)
            written = self.text[position : comment.start() if comment else row.last].rstrip()
            end = position + len(written)
            yield self._open(replace(entry, value=written, value_end=end))
        return following

    def _extent(self, number: int, column: int, named: bool) -> tuple[int, int]:
        """Where what starts at a row and a column ends, and the number of the row after that."""
        last = self.rows[number].last
        for following in range(number + 1, len(self.rows)):
            row = self.rows[following]
            own_list = named and row.column == column and _DASH.match(self.text, row.first)
            closing = self.text[row.first] in "]}"
            if row.column <= column and not own_list and not closing:
                return last, following
            last = row.last
        return last, len(self.rows)


def _rows(text: str) -> Iterator[_Row]:
    start = 1 if text.startswith("\ufeff") else 0
    while start < len(text):
        end = text.find("\n", start)
        end = len(text) if end < 0 else end
        said = text[start:end]
        inside = said.lstrip(" ")
        if inside.strip() and not inside.startswith(("#", "---", "%")):
            first = start + len(said) - len(inside)
            yield _Row(start, first, start + len(said.rstrip()))
        start = end + 1


def _unquoted(written: str) -> str:
    if written[:1] in ('"', "'"):
        return written[1:-1].replace("''", "'") if written[0] == "'" else written[1:-1]
    return written


@dataclass
class _Bracket:
    """An open bracket, and the slot in it that is being read."""

    keys: Keys
    curly: bool
    slot: int
    """Where the slot starts."""
    count: int = 0
    key: tuple[int, int] | None = None
    filled: bool = False
    """Whether the slot holds brackets itself."""


def _flow(text: str, start: int, limit: int, keys: Keys) -> Iterator[Entry]:
    """The entries between brackets, which may not be closed yet."""
    opened: list[_Bracket] = []
    position = start
    while position < limit:
        character = text[position]
        top = opened[-1] if opened else None
        blank = top is None or not text[top.slot : position].strip()
        if blank and character in "[{":
            if len(opened) > MAX_DEPTH:
                return
            inner = _slot_keys(text, top) if top else keys
            if top:
                top.filled = True
            if top and top.key:
                first, end = top.key
                yield Entry(inner, -1, first, end, position, position, end, "", "flow")
            opened.append(_Bracket(inner, character == "{", position + 1))
        elif blank and (found := _QUOTED.match(text, position, limit)):
            position = found.end()
            continue
        elif character == "#" and text[position - 1].isspace():
            end = text.find("\n", position)
            position = limit if end < 0 else end
            if top and blank:
                top.slot = position
        elif top is None:
            return
        elif character == ":" and top.curly and not top.key and _ends_key(text, position):
            written = text[top.slot : position]
            first = top.slot + len(written) - len(written.lstrip())
            top.key = first, first + len(written.strip())
            top.slot = position + 1
        elif character == ",":
            yield from _slot(text, top, position)
            top.slot, top.key, top.filled = position + 1, None, False
            top.count += 1
        elif character in "]}":
            yield from _slot(text, top, position)
            opened.pop()
            if not opened:
                return
        position += 1
    if opened:
        yield from _slot(text, opened[-1], position)


def _ends_key(text: str, colon: int) -> bool:
    after = text[colon + 1 : colon + 2]
    return not after or after in " ,]}\r\n" or text[colon - 1] in "\"'"


def _slot_keys(text: str, bracket: _Bracket) -> Keys:
    if not bracket.curly:
        return (*bracket.keys, bracket.count)
    return (*bracket.keys, _unquoted(text[slice(*bracket.key)]) if bracket.key else "")


def _slot(text: str, bracket: _Bracket, end: int) -> Iterator[Entry]:
    """The entry of a slot that ends at a place."""
    if bracket.filled:
        return
    written = text[bracket.slot : end]
    comment = _COMMENT.search(written)
    written = written[: comment.start()] if comment else written
    said = written.strip()
    first = bracket.slot + len(written) - len(written.lstrip()) if said else end
    style: Style = "quoted" if said[:1] in ('"', "'") else "plain"
    if bracket.curly and bracket.key is None:
        yield Entry(
            (*bracket.keys, _unquoted(said)), -1, bracket.slot, bracket.slot,
            first, first + len(said), end, "", "word",
        )  # fmt: skip
        return
    start, key_end = bracket.key or (bracket.slot, bracket.slot)
    value = _unquoted(said)
    keys = _slot_keys(text, bracket)
    yield Entry(keys, -1, start, key_end, first, first + len(said), end, value, style)
