"""Text to plain values, with the place of every key and value. The home of yaml.

Scalars stay text: what `1:30`, `08` or `off` mean is for the model to decide, by field.
The limits come first, because PyYAML's own loader crashes the interpreter on 100,000
nested `[`; events are read one by one and depth is checked on the way.
"""

import re
import unicodedata
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, field, replace
from functools import cached_property
from itertools import accumulate
from pathlib import Path
from typing import Any

import yaml

from generator.finding import FIRST_LINE, MAX_FINDINGS, Change, Finding, Fix, Keys, Label, Place
from generator.form import form_finding
from generator.parser_words import DIRECTIVE, in_human_words

MAX_BYTES = 256 * 1024
MAX_DEPTH = 20
MAX_NODES = 20_000
MAX_SCALAR = 20_000
"""Characters in one value."""
MAX_KEY = 100
"""Characters in one key."""

Data = dict[str, "Data"] | list["Data"] | str


@dataclass(frozen=True)
class Source:
    """A file as read: its values, where each stands, and what is wrong with its form."""

    file: str
    text: str
    data: Data | None
    """Maps, lists and text; `None` when nothing could be read."""
    findings: tuple[Finding, ...] = ()
    value_places: dict[Keys, Place] = field(default_factory=dict)
    key_places: dict[Keys, Place] = field(default_factory=dict)
    on_disk: str = ""
    """The text with its byte order mark and its line ends, where they are not the usual ones."""

    def byte(self, line: int, column: int) -> int:
        """How many bytes of the file stand before a place."""
        rows, starts = self._rows_on_disk
        row = rows[line - 1] if line <= len(rows) else ""
        return starts[min(line, len(starts)) - 1] + len(
            row[: column - 1].encode("utf-8", "replace")
        )

    @cached_property
    def _rows_on_disk(self) -> tuple[list[str], list[int]]:
        written = self.on_disk or self.text
        rows = written.removeprefix("\ufeff").split("\n")
        mark = 3 if written.startswith("\ufeff") else 0
        sizes = (len(row.encode("utf-8", "replace")) + 1 for row in rows)
        return rows, list(accumulate(sizes, initial=mark))

    @cached_property
    def lines(self) -> list[str]:
        """The file's lines as an editor counts them."""
        return self.text.split("\n")

    @cached_property
    def starts(self) -> list[int]:
        """How many characters stand before each line."""
        return [0, *accumulate(len(row) + 1 for row in self.lines)]

    @cached_property
    def entries(self) -> dict[Keys, list[Keys]]:
        """What each list and map holds, in the order of the file.

        Where a key stands again, that one has a path of its own: the key's, and a number below 0.
        """
        found: dict[Keys, list[Keys]] = {}
        for keys in self.value_places:
            if keys:
                found.setdefault(parent(keys), []).append(keys)
        for held in found.values():
            held.sort(key=lambda keys: self.key_places.get(keys, self.value_places[keys]))
        return found

    def place(self, keys: Keys, on_key: bool = False) -> Place:
        """Where something stands; the nearest enclosing thing when it is not written.

        An enclosing list or map is pointed at by its key, or its first line.
        """
        if on_key and keys in self.key_places:
            return self.key_places[keys]
        if keys in self.value_places:
            place = self.value_places[keys]
            if place.end_line == place.line or keys not in self.key_places:
                return self._first_line_of(place)
            return self.key_places[keys]
        for length in range(len(keys) - 1, 0, -1):
            parent = keys[:length]
            if parent in self.key_places:
                return self.key_places[parent]
            if parent in self.value_places:
                return self._first_line_of(self.value_places[parent])
        return FIRST_LINE

    def at(self, keys: Keys) -> Data | None:
        """What is written there; nothing where the path leads nowhere."""
        value = self.data
        for key in keys:
            if isinstance(value, dict) and isinstance(key, str):
                value = value.get(key)
            elif isinstance(value, list) and isinstance(key, int) and 0 <= key < len(value):
                value = value[key]
            else:
                return None
        return value

    def _first_line_of(self, place: Place) -> Place:
        if place.line == place.end_line:
            return place
        text = self.lines[place.line - 1].rstrip()
        return Place(place.line, place.column, place.line, max(len(text) + 1, place.column + 1))

    def located(self, finding: Finding) -> Finding:
        """The finding with file and places of itself and its labels."""
        labels = tuple(replace(label, place=self.place(label.keys)) for label in finding.labels)
        place = self.place(finding.keys, finding.on_key)
        return replace(finding, file=self.file, place=place, labels=labels)


def read_file(path: Path, file: str | None = None) -> Source:
    """Read one file; whatever it holds, the answer is a source, with findings if need be."""
    name = file if file is not None else path.as_posix()
    try:
        if path.is_symlink():
            # it may lead out of the project, and a finding would show what stands there
            return _unopened(name, "it is a symbolic link")
        if path.exists() and not path.is_file():
            # opening a pipe would wait for somebody to write into it
            return _unopened(name, "it is no ordinary file")
        with path.open("rb") as stream:
            raw = stream.read(MAX_BYTES + 1)
    except OSError as error:
        return _unopened(name, error.strerror or "unknown reason")
    return read(raw, name)


def _unopened(name: str, reason: str) -> Source:
    return _broken(name, "", "YML015", FIRST_LINE, f"the file cannot be opened: {reason}")


def read(raw: bytes, file: str) -> Source:
    """Read the bytes of one file."""
    if len(raw) > MAX_BYTES:
        return _broken(
            file, "", "YML010", FIRST_LINE,
            f"the file is larger than {MAX_BYTES // 1024} KiB",
            "Split it; one program fits in a few hundred lines.",
        )  # fmt: skip
    try:
        text = raw.decode("utf-8")
    except UnicodeDecodeError as error:
        before = raw[: error.start].decode("utf-8", "replace")
        return _broken(
            file, raw.decode("utf-8", "replace"), "YML001", _end_of(before),
            f"the byte 0x{raw[error.start]:02x} is not UTF-8 text",
            "Save the file as UTF-8.",
        )  # fmt: skip
    on_disk, text = text, text.removeprefix("\ufeff").replace("\r\n", "\n")
    source = _read(text, file)
    return source if on_disk == text else replace(source, on_disk=on_disk)


def _read(text: str, file: str) -> Source:
    found = FORBIDDEN.search(text)
    if found:
        return _broken(
            file, text, "YML012", _span(text, found.start(), found.end()),
            f"the character {_name(found[0])} cannot stand in a program file", _way_out(found[0]),
        )  # fmt: skip
    tab = text.find("\t")
    if tab >= 0:
        return _broken(
            file, text, "YML003", _span(text, tab, tab + 1),
            "a tab stands here",
            "Use spaces, two for each step inwards.",
        )  # fmt: skip
    return _Reader(file, text).source()


def _broken(file: str, text: str, code: str, place: Place, message: str, hint: str = "") -> Source:
    finding = form_finding(code, (), message, hint, file=file, place=place)
    return Source(file, text, None, (finding,))


FORBIDDEN = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\xa0\u00ad\u1680\u180e\u2000-\u200f\u2028-\u202f\u205f-\u206f"
    "\u034f\u061c\u115f\u1160\u2800\u3000\u3164\uffa0\ufeff\ufff9-\ufffb\ufffe\uffff\ud800-\udfff\U000e0000-\U000e007f]"
)
"""Control characters, line breaks that editors do not count, invisible and look-alike spaces."""
_LINE_BREAKS = {
    "\r": "carriage return",
    "\x0b": "line tabulation",
    "\x0c": "form feed",
    "\x85": "next line",
    "\u2028": "line separator",
    "\u2029": "paragraph separator",
}
_CONTROLS = {"\x00": "null", "\x08": "backspace", "\x1b": "escape", "\x7f": "delete"}


def _name(character: str) -> str:
    names = _LINE_BREAKS | _CONTROLS
    name = names.get(character) or unicodedata.name(character, "a control character").lower()
    return f"U+{ord(character):04X} ({name})"


def _way_out(character: str) -> str:
    if character in _LINE_BREAKS:
        return "Editors count lines differently there; end the line with Enter, or save with LF."
    return "It often comes with copy and paste; delete it or type a plain one."


def _end_of(before: str) -> Place:
    line = before.count("\n") + 1
    column = len(before) - (before.rfind("\n") + 1) + 1
    return Place(line, column, line, column + 1)


def _span(text: str, start: int, end: int) -> Place:
    first = _end_of(text[:start])
    return replace(first, end_column=first.column + (end - start))


class _Stop(Exception):
    """Reading cannot go on; the finding that says why is already noted."""


class _Reader:
    """Walks libyaml's events once and builds the values beside their places."""

    def __init__(self, file: str, text: str) -> None:
        self.file = file
        self.text = text
        self.findings: list[Finding] = []
        self.values: dict[Keys, Place] = {}
        self.keys: dict[Keys, Place] = {}
        self.nodes = 0

    def source(self) -> Source:
        data: Data | None = None
        with suppress(_Stop):
            data = self._document(self._events())
        if data is None and not self.findings:
            self._note("YML009", FIRST_LINE, "the file is empty", "Start with `title:`.")
        return Source(
            self.file, self.text, data, tuple(self.findings), self.values, self.keys
        )  # fmt: skip

    def _events(self) -> Iterator[Any]:
        try:
            yield from yaml.parse(self.text, Loader=yaml.CBaseLoader)
        except yaml.YAMLError as error:
            self._syntax(error)
            raise _Stop from None

    def _document(self, events: Iterator[Any]) -> Data | None:
        data: Data | None = None
        documents = 0
        for event in events:
            if isinstance(event, yaml.DocumentStartEvent):
                documents += 1
                if event.version or event.tags:
                    self._note("YML002", self._spot(event.start_mark), *DIRECTIVE)
                    raise _Stop
                if documents > 1:
                    self._note(
                        "YML008", self._mark(event),
                        "a second document starts here; one file holds one",
                        "Delete the `---` line, or move what follows to a file of its own.",
                    )  # fmt: skip
                    raise _Stop
            elif isinstance(event, yaml.NodeEvent):
                data = self._node(event, events, (), 1)
        return None if data == "" else data

    def _node(self, event: Any, events: Iterator[Any], keys: Keys, depth: int) -> Data:
        self.nodes += 1
        if self.nodes > MAX_NODES:
            self._stop("YML010", event, f"more than {MAX_NODES} values in one file", "Split it.")
        if isinstance(event, yaml.AliasEvent):
            self._stop(
                "YML005", event, f"`*{event.anchor}` means “copy of anchor {event.anchor}” in YAML",
                "Put it in quotes if it is text; otherwise write the value out.",
            )  # fmt: skip
        if event.anchor is not None:
            self._stop(
                "YML005", event, f"the anchor `&{event.anchor}` is not part of the format",
                "Put it in quotes if it is text; otherwise write the value out each time.",
            )  # fmt: skip
        if event.tag is not None:
            start = self._index(event.start_mark.line, event.start_mark.column)
            tag = re.split(r"[\s,\]}]", self.text[start : start + MAX_KEY], maxsplit=1)[0]
            self._note(
                "YML007", _span(self.text, start, start + len(tag)),
                f"the tag `{tag}` is not part of the format",
                "Delete it, or put it in quotes if it is text.",
            )  # fmt: skip
            raise _Stop
        if depth > MAX_DEPTH:
            self._stop(
                "YML011", event, f"nested deeper than {MAX_DEPTH} levels",
                "A program needs no more than ten; look for a stray bracket.",
            )  # fmt: skip
        if isinstance(event, yaml.ScalarEvent):
            return self._scalar(event, keys)
        if isinstance(event, yaml.SequenceStartEvent):
            return self._sequence(event, events, keys, depth)
        return self._mapping(event, events, keys, depth)

    def _scalar(self, event: Any, keys: Keys) -> str:
        value: str = event.value
        self.values[keys] = self._mark(event)
        if len(value) > MAX_SCALAR:
            self._stop("YML010", event, f"a value longer than {MAX_SCALAR} characters", "Split it.")
        if event.style == '"' and (found := FORBIDDEN.search(value)):
            self._stop(
                "YML012", event, f"the text holds the character {_name(found[0])}",
                "Take the backslash and what belongs to it out.",
            )  # fmt: skip
        if not event.style:
            self._plain(event, value, keys)
        return value

    def _plain(self, event: Any, value: str, keys: Keys) -> None:
        """Traps of text without quotes: nothing at all, or an end that YAML took for a comment."""
        if value in _NOTHING and keys and not any(map(_is_again, keys)):
            # libyaml puts the mark of nothing behind it; the key is what a reader looks for
            place = self.keys.get(keys, self.values[keys])
            name = f"`{keys[-1]}`" if isinstance(keys[-1], str) else "this entry"
            wrote = f" but `{value}`" if value else ""
            hint = "Write a value, or delete the line."
            if not value and ":" in str(keys[-1]):
                hint = "Put a space after the `:`."
            elif not value and str(keys[-1]).isdigit() and isinstance(keys[-1], str):
                hint = "Write decimals with a point, such as 7.5."
            self._note("SCH011", place, f"{name} has nothing after it{wrote}", hint, keys)
        end = self._index(event.end_mark.line, event.end_mark.column)
        comment = _TIGHT_COMMENT.match(self.text, end)
        if comment and value:
            self._note(
                "YML017", _span(self.text, comment.start(1), comment.end(1)),
                f"`{comment[1][:40]}` is a comment for YAML, so the value ends before it",
                "Put the whole value in quotes; write a space after `#` if it is a comment.", keys,
            )  # fmt: skip

    def _sequence(self, event: Any, events: Iterator[Any], keys: Keys, depth: int) -> Data:
        items: list[Data] = []
        start = event
        self.values[keys] = self._mark(start)  # in case it has no end
        while not isinstance(event := next(events), yaml.SequenceEndEvent):
            items.append(self._node(event, events, (*keys, len(items)), depth + 1))
        self.values[keys] = self._mark(start, event)
        return items

    def _mapping(self, event: Any, events: Iterator[Any], keys: Keys, depth: int) -> Data:
        items: dict[str, Data] = {}
        start, again = event, 0
        self.values[keys] = self._mark(start)  # in case it has no end
        while not isinstance(event := next(events), yaml.MappingEndEvent):
            if not isinstance(event, yaml.ScalarEvent) or event.anchor or event.tag:
                self._stop(
                    "YML013", event, "a key has to be plain text",
                    "Write `name: value`, with the name as a word.",
                )  # fmt: skip
            key: str = event.value
            if "\n" in key or FORBIDDEN.search(key):
                self._stop("YML013", event, "a key has to be plain text", "Write it on one line.")
            if len(key) > MAX_KEY:
                self._stop(
                    "YML010", event, f"a key longer than {MAX_KEY} characters",
                    "A key is the short name before the `:`.",
                )  # fmt: skip
            place = self._mark(event)
            self.nodes += 1
            if key == "<<":
                self._stop(
                    "YML006", event, "the merge key `<<` is not part of the format",
                    "Write the fields out; `like:` repeats a whole block.",
                )  # fmt: skip
            if key in items:
                again -= 1
                # its value is read for its form only, under a path that nothing else has
                second: Keys = (*keys, key, again)
                self.keys[second] = place
                line = self.keys[*keys, key].line
                self._note(
                    "YML004", place, f"`{key}` stands twice here, first on line {line}",
                    "Keep one of them.", (*keys, key),
                )  # fmt: skip
                first = (Label((*keys, key), "first here", self.keys[*keys, key]),)
                said = len(self.findings) - 1
                self.findings[said] = replace(self.findings[said], labels=first)
                if self._node(next(events), events, second, depth + 1) == items[key]:
                    step = Change("remove", second)
                    fix = Fix(f"remove the second `{key}`, which says the same", (step,), safe=True)
                    self.findings[said] = replace(self.findings[said], fix=fix)
                continue
            self.keys[*keys, key] = place
            items[key] = self._node(next(events), events, (*keys, key), depth + 1)
        self.values[keys] = self._mark(start, event)
        return items

    def _stop(self, code: str, event: Any, message: str, hint: str) -> None:
        self._note(code, self._mark(event), message, hint)
        raise _Stop

    def _note(
        self, code: str, place: Place, message: str, hint: str, keys: Keys = (),
        *, fix: Fix | None = None,
    ) -> None:  # fmt: skip
        finding = form_finding(code, keys, message, hint, file=self.file, place=place, fix=fix)
        self.findings.append(finding)
        if len(self.findings) >= MAX_FINDINGS:
            raise _Stop

    def _mark(self, event: Any, last: Any = None) -> Place:
        """The place of an event, its end pulled back to the last thing written.

        libyaml ends a block at the start of what follows; a caret there would
        underline the wrong line.
        """
        start, end = event.start_mark, (last or event).end_mark
        line, column = end.line, end.column
        if last is not None or getattr(event, "style", None) in ("|", ">"):
            index = self._index(line, column)
            written = self.text[self._index(start.line, start.column) : index].rstrip()
            line = start.line + written.count("\n")
            if line == start.line:
                column = start.column + len(written)
            else:
                column = len(written) - (written.rfind("\n") + 1)
        if (line, column) <= (start.line, start.column):
            line, column = start.line, start.column + 1
        return Place(start.line + 1, start.column + 1, line + 1, column + 1)

    def _index(self, line: int, column: int) -> int:
        starts = self._line_starts
        return min(starts[min(line, len(starts) - 1)] + column, len(self.text))

    @cached_property
    def _line_starts(self) -> list[int]:
        """How many characters stand before each line."""
        return [0, *accumulate(len(row) + 1 for row in self.text.split("\n"))]

    def _syntax(self, error: yaml.YAMLError) -> None:
        problem = str(getattr(error, "problem", "") or "the file cannot be read as YAML")
        context = str(getattr(error, "context", "") or "")
        here = self._spot(getattr(error, "problem_mark", None))
        opened = self._spot(getattr(error, "context_mark", None))
        row = self.text.split("\n")[here.line - 1]
        before, character = row[: here.column - 1], row[here.column - 1 : here.column]
        message, hint, at_opening = in_human_words(problem, context, bool(before.strip()))
        place = opened if at_opening else here
        self._note("YML002", place, message.format(character=character), hint)

    def _spot(self, mark: Any) -> Place:
        """The place of one of libyaml's marks, which may lie behind the last line."""
        if mark is None:
            return FIRST_LINE
        rows = self.text.rstrip("\n").split("\n")
        line = min(mark.line, len(rows) - 1)
        column = min(mark.column, len(rows[line])) if line == mark.line else len(rows[line])
        return Place(line + 1, column + 1, line + 1, column + 2)


def _is_again(part: str | int) -> bool:
    """Whether a part of a path stands for a key that was there already."""
    return isinstance(part, int) and part < 0


def parent(keys: Keys) -> Keys:
    """The list or map that something stands in."""
    return keys[:-2] if _is_again(keys[-1]) else keys[:-1]


_NOTHING = {"", "~", "null", "Null", "NULL"}
_TIGHT_COMMENT = re.compile(r"[ ]+(#[^\s#!].*)")
"""What follows a value without a space after the `#`, as in `use weight #3`."""
