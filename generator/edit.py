"""Fixes as text: which stretch of a file becomes what, and the text after that.

Nothing is ever printed anew: comments, quotes and layout around a stretch stay as they are.
"""

from bisect import bisect_right
from collections.abc import Collection, Iterable, Iterator
from itertools import accumulate, groupby

from generator.finding import Change, Edit, Finding, Keys, Place
from generator.source import Source, parent, read


def edits(finding: Finding, source: Source) -> tuple[Edit, ...]:
    """What the fix of a finding does to its file, in the order of the file.

    Nothing where a part of it cannot be done: half a fix is none.
    """
    if finding.fix is None:
        return ()
    steps = finding.fix.steps
    layout = _Layout(source)
    try:
        wanted = [step if isinstance(step, Edit) else _edit(step, layout) for step in steps
                  if isinstance(step, Edit) or step.kind != "remove"]  # fmt: skip
        gone = [step.keys for step in steps if isinstance(step, Change) and step.kind == "remove"]
        wanted += _removals(gone, layout)
    except _NotThere:
        return ()
    return tuple(sorted(wanted, key=lambda edit: edit.place))


def applied(text: str, wanted: Iterable[Edit]) -> str:
    """A file's text with edits made, last to first; they must not overlap.

    Places count from the text without a byte order mark. A file with CRLF line ends keeps them.
    """
    mark = "\ufeff" if text.startswith("\ufeff") else ""
    text = text.removeprefix(mark)
    newline = "\r\n" if "\r\n" in text else "\n"
    starts = _line_starts(text)
    for edit in reversed(sorted(wanted, key=lambda edit: edit.place)):  # noqa: C413 (equal ones)
        start = starts[edit.place.line - 1] + edit.place.column - 1
        end = starts[edit.place.end_line - 1] + edit.place.end_column - 1
        text = text[:start] + edit.text.replace("\n", newline) + text[end:]
    return mark + text


def scalar(text: str, *, flow: bool = False, key: bool = False, quote: str = "") -> str:
    """A text as YAML, so that it is read back as meant; plain where that can be.

    `quote` is the sort of quotes that stands there already; it is kept. What can stand without
    quotes is not guessed at but read.
    """
    if not quote and text and "\n" not in text and text == text.strip():
        line = f"{text}: x" if key else f"x: {text}"
        found = read(f"{{{line}, y: z}}\n".encode() if flow else f"{line}\n".encode(), "")
        meant = {text: "x"} if key else {"x": text}
        if not found.findings and found.data == (meant | {"y": "z"} if flow else meant):
            return text
    if "\n" not in text and (quote == "'" or (not quote and ('"' in text or "\\" in text))):
        return "'" + text.replace("'", "''") + "'"
    inside = text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
    return f'"{inside}"'


class _NotThere(Exception):
    """What a change is about is not written in the file, or cannot go."""


def _line_starts(text: str) -> list[int]:
    return [0, *accumulate(len(row) + 1 for row in text.split("\n"))]


class _Layout:
    """A file as stretches of text: offsets instead of lines and columns."""

    def __init__(self, source: Source) -> None:
        self.source = source
        self.text = source.text
        self._starts = source.starts

    def edit(self, start: int, end: int, text: str) -> Edit:
        """A change of a stretch."""
        return Edit(Place(*self._at(start), *self._at(end)), text)

    def _at(self, offset: int) -> tuple[int, int]:
        before = bisect_right(self._starts, offset, hi=len(self.source.lines))
        return before, offset - self._starts[before - 1] + 1

    def _offset(self, line: int, column: int) -> int:
        return self._starts[line - 1] + column - 1

    def entries(self, keys: Keys) -> list[Keys]:
        """What a list or map holds, in the order of the file; a key that stands twice, twice."""
        return self.source.entries.get(keys, [])

    def flow(self, keys: Keys) -> bool:
        """Whether a list or map is written in brackets."""
        return self.text[self.value_start(keys)] in "[{"

    def in_flow(self, keys: Keys) -> bool:
        """Whether something stands within brackets."""
        return any(
            self.flow(keys[:length]) for length in range(len(keys)) if self.is_value(keys[:length])
        )

    def is_value(self, keys: Keys) -> bool:
        """Whether something is written there."""
        return keys in self.source.value_places

    def value_start(self, keys: Keys) -> int:
        """Where a value begins."""
        if keys not in self.source.value_places:
            raise _NotThere
        place = self.source.value_places[keys]
        return self._offset(place.line, place.column)

    def is_empty(self, keys: Keys) -> bool:
        """Whether nothing stands where a value should."""
        start = self.value_start(keys)
        return start >= len(self.text) or self.text[start] in ",]}# \n"

    def end(self, keys: Keys) -> int:
        """Where a value ends, without the comments below it that YAML counts as a part."""
        start = self.value_start(keys)
        entries = self.entries(keys)
        if entries and not self.flow(keys):
            return self.end(entries[-1])
        if self.is_empty(keys):
            # `a:}` would be read as text, so the blank before a bracket stays
            before = self.text[:start].rstrip("\n")
            return max(len(before), self.key_span(keys)[1])
        place = self.source.value_places[keys]
        return self._offset(place.end_line, place.end_column)

    def key_span(self, keys: Keys) -> tuple[int, int]:
        """Where the key of a value stands; nothing, at the start of a file, where it has none."""
        place = self.source.key_places.get(keys)
        if place is None:
            return 0, 0
        return self._offset(place.line, place.column), self._offset(
            place.end_line, place.end_column
        )

    def has_colon(self, keys: Keys) -> bool:
        """Whether a `:` stands behind a key, or a value needs none."""
        end = self.key_span(keys)[1]
        return not end or self.text[end : end + 1] == ":"

    def start(self, keys: Keys) -> int:
        """Where an entry begins: its key, or its dash."""
        if keys in self.source.key_places:
            at = self.key_span(keys)[0]
            if self.text[:at].endswith("? "):
                raise _NotThere
            return at
        holder = parent(keys)
        if self.flow(holder):
            return self.value_start(keys)
        siblings = self.entries(holder)
        number = siblings.index(keys)
        if number == 0:
            return self.value_start(holder)
        at = self.end(siblings[number - 1])
        while self.text[at] != "-":
            at = self.line_end(at) if self.text[at] == "#" else at + 1
        return at

    def line_start(self, offset: int) -> int:
        """Where a line begins."""
        return self.text.rfind("\n", 0, offset) + 1

    def line_end(self, offset: int) -> int:
        """Where a line ends, before its line break."""
        found = self.text.find("\n", offset)
        return len(self.text) if found < 0 else found

    def alone_above(self, offset: int) -> bool:
        """Whether nothing stands before a place on its line."""
        return not self.text[self.line_start(offset) : offset].strip()


def _edit(change: Change, layout: _Layout) -> Edit:
    match change.kind:
        case "value":
            return _new_value(change, layout)
        case "key":
            return _new_key(change, layout)
        case "add":
            return _addition(change, layout)
        case "remove":
            raise _NotThere


def _new_value(change: Change, layout: _Layout) -> Edit:
    keys = change.keys
    start, end = layout.value_start(keys), layout.end(keys)
    first = layout.text[start : start + 1]
    flow = layout.in_flow(keys)
    if layout.is_empty(keys):
        colon = "" if layout.has_colon(keys) else ":"
        return layout.edit(end, end, f"{colon} {scalar(change.text, flow=flow)}")
    if layout.entries(keys) and not layout.flow(keys) and layout.key_span(keys)[1]:
        start = layout.text.index(":", layout.key_span(keys)[1]) + 1
        return layout.edit(start, end, " " + scalar(change.text))
    comment = ""
    if first in "|>":
        # the comment of a block scalar stands on its first line
        _, sign, words = layout.text[start : layout.line_end(start)].partition("#")
        comment = f" {sign}{words}" if sign else ""
    quote = first if first in "'\"" else ""
    return layout.edit(start, end, scalar(change.text, flow=flow, quote=quote) + comment)


def _new_key(change: Change, layout: _Layout) -> Edit:
    start, end = layout.key_span(change.keys)
    if not end:
        raise _NotThere
    quote = layout.text[start] if layout.text[start] in "'\"" else ""
    flow = layout.in_flow(change.keys)
    return layout.edit(start, end, scalar(change.text, flow=flow, key=True, quote=quote))


def _addition(change: Change, layout: _Layout) -> Edit:
    *above, name = change.keys
    holder = tuple(above)
    flow = layout.flow(holder) or layout.in_flow(holder)
    new = scalar(change.text, flow=flow)
    if isinstance(name, str):
        new = f"{scalar(name, flow=flow, key=True)}: {new}"
    entries = layout.entries(holder)
    if not entries:
        if not layout.flow(holder):
            raise _NotThere
        opened = layout.value_start(holder) + 1
        return layout.edit(opened, opened, new)
    last = layout.start(entries[-1])
    end = layout.end(entries[-1])
    if layout.flow(holder):
        alone = len(entries) > 1 and all(map(layout.alone_above, map(layout.start, entries)))
        gap = "\n" + " " * (last - layout.line_start(last)) if alone else " "
        return layout.edit(end, end, f",{gap}{new}")
    if flow:
        raise _NotThere  # the one pair of `[a: b]`
    first = layout.start(entries[0])
    indent = " " * (first - layout.line_start(first))
    at = layout.line_end(end)
    if _keeps_blank_lines(entries[-1], layout):
        while at < len(layout.text) and not layout.text[at + 1 : layout.line_end(at + 1)].strip():
            if at + 1 >= len(layout.text):
                break
            at = layout.line_end(at + 1)
    dash = "- " if isinstance(name, int) else ""
    return layout.edit(at, at, f"\n{indent}{dash}{new}")


def _keeps_blank_lines(keys: Keys, layout: _Layout) -> bool:
    """Whether what ends here is a block scalar to which the blank lines below belong."""
    while layout.entries(keys) and not layout.flow(keys):
        keys = layout.entries(keys)[-1]
    start = layout.value_start(keys)
    head = layout.text[start : layout.line_end(start)].partition("#")[0]
    return head[:1] in ("|", ">") and "+" in head


def _removals(wanted: Collection[Keys], layout: _Layout) -> Iterator[Edit]:
    """Entries with their lines or commas; what would be left empty goes as well."""
    gone = list(dict.fromkeys(wanted))
    if not all(map(layout.is_value, gone)):
        raise _NotThere
    while emptied := [p for p in map(parent, gone) if all(k in gone for k in layout.entries(p))]:
        holder = emptied[0]
        if not holder:
            raise _NotThere
        gone = [*(keys for keys in gone if keys[: len(holder)] != holder), holder]
    for holder in dict.fromkeys(map(parent, gone)):
        if any(holder[:length] in gone for length in range(len(holder) + 1)):
            continue
        entries = layout.entries(holder)
        runs = [
            [number for number, _ in run]
            for going, run in groupby(enumerate(entries), key=lambda entry: entry[1] in gone)
            if going
        ]
        for run in runs:
            if layout.flow(holder):
                yield _from_brackets(entries, run, layout)
            else:
                yield from _from_lines(entries, run, layout)


def _from_lines(entries: list[Keys], run: list[int], layout: _Layout) -> Iterator[Edit]:
    start = layout.start(entries[run[0]])
    if not layout.alone_above(start):
        # the first entry of a map on the line of its dash: the next one takes its place
        at = layout.line_end(layout.end(entries[run[-1]]))
        while layout.text[at] in "\n ":
            at += 1
        yield layout.edit(start, at, "")
        return
    for number in run:
        begin = layout.line_start(layout.start(entries[number]))
        end = layout.line_end(layout.end(entries[number])) + 1
        if end > len(layout.text):  # no final newline: the one before goes in its place
            begin, end = begin - 1, len(layout.text)
        yield layout.edit(begin, end, "")


def _from_brackets(entries: list[Keys], run: list[int], layout: _Layout) -> Edit:
    text = layout.text
    first, last = run[0], run[-1]
    start, end = layout.start(entries[first]), layout.end(entries[last])
    rest = text[end : layout.line_end(end)]
    after = rest.lstrip(" ,")
    if layout.alone_above(start) and (not after or after.startswith("#")):
        return layout.edit(layout.line_start(start), layout.line_end(end) + 1, "")
    if last + 1 < len(entries):
        following = layout.start(entries[last + 1])
        if "#" in text[end:following]:
            return layout.edit(start, text.index(",", end) + 1, "")
        return layout.edit(start, following, "")
    before = layout.end(entries[first - 1])
    return layout.edit(start if "#" in text[before:start] else before, end, "")
