"""What is being written where the cursor stands."""

import re
from dataclasses import dataclass
from typing import Literal

from generator.finding import Keys
from generator.lsp.outline import Entry, Outline

Role = Literal["key", "value", "under"]
"""A key of a map, the value of a key or an entry, or the line below a key that has no value."""

_WORD = re.compile(r"[\w-]*")
LINK = re.compile(r"\]\(([a-z]+):([a-z0-9-]*)$", re.IGNORECASE)
"""A link that is being written: `[words](claim:over`."""


@dataclass(frozen=True)
class Cursor:
    """A place in a text where something can be completed."""

    role: Role
    keys: Keys
    """The map whose key is written, or what the value belongs to."""
    start: int
    """Where the word under the cursor starts."""
    end: int
    column: int = 0
    """How far in a key stands that is written here."""
    lead: str = ""
    """What has to stand before a value: a space right after a colon."""
    colon: bool = False
    """Whether a colon follows already."""
    brackets: bool = False
    """Whether it stands in brackets, where nothing goes on a line of its own."""


def cursor(outline: Outline, offset: int) -> Cursor | None:
    """What is written at a place; nothing in a comment or in the middle of prose."""
    text = outline.text
    line = text.rfind("\n", 0, offset) + 1
    end = text.find("\n", offset)
    end = len(text) if end < 0 else end
    while end > offset and text[end - 1] == "\r":
        end -= 1
    if re.search(r"(?:^|\s)#", text[line:offset]):
        return None
    for entry in reversed(outline.entries):
        if entry.column < 0 and entry.start <= offset <= entry.end:
            return _in_brackets(text, entry, offset)
    here = [entry for entry in outline.entries if entry.column >= 0 and line <= entry.start < end]
    for entry in here[:-1]:  # a dash or two before what stands on the line
        if offset <= entry.start:
            return None
    if here and (found := _on(here[-1], offset, end)):
        return found
    return None if here else _loose(outline, offset, line, end)


def _in_brackets(text: str, entry: Entry, offset: int) -> Cursor | None:
    if entry.named and offset <= entry.key_end:
        return Cursor("key", entry.keys[:-1], entry.start, entry.key_end, colon=True, brackets=True)
    start, end = min(entry.value_start, offset), max(entry.value_end, offset)
    if not entry.value and not (entry.style == "word" and entry.value_end > entry.value_start):
        start = end = offset
    if entry.style == "word":
        lead = " " if text[start - 1] == "," else ""
        return Cursor("key", entry.keys[:-1], start, end, lead=lead, brackets=True)
    lead = " " if text[start - 1] in ",:" else ""
    return Cursor("value", entry.keys, start, end, lead=lead, brackets=True)


def _on(entry: Entry, offset: int, end: int) -> Cursor | None:
    """The cursor on the line on which an entry starts."""
    column = entry.column
    if entry.named and entry.start <= offset <= entry.key_end:
        return Cursor("key", entry.keys[:-1], entry.start, entry.key_end, column, colon=True)
    mark = entry.key_end + 1 if entry.named else entry.start + 1
    if entry.style in ("block", "flow") or not mark <= offset <= end:
        return None
    lead = " " if offset == mark else ""
    inner = column + 2 if entry.named else entry.value_start - entry.start + column
    if entry.value and entry.value_start <= offset:
        last = max(entry.value_end, offset) if entry.value_end <= end else end
        return Cursor("value", entry.keys, entry.value_start, last, inner, lead)
    return None if entry.value else Cursor("value", entry.keys, offset, offset, inner, lead)


def _loose(outline: Outline, offset: int, line: int, end: int) -> Cursor | None:
    """The cursor on a line that has no entry of its own."""
    row = outline.text[line:end]
    word = row.strip()
    if not _WORD.fullmatch(word) or word.startswith("-"):
        return None
    start = line + len(row) - len(row.lstrip()) if word else offset
    if offset < start:
        return None
    column = start - line
    parent = outline.above(line, column)
    if parent is None:
        return Cursor("key", (), start, start + len(word), column)
    if not parent.bare:
        return None
    role: Role = "under" if parent.named else "key"
    return Cursor(role, parent.keys, start, start + len(word), column)
