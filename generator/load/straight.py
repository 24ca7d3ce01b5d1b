"""Fixes for the form of a file: tabs, look-alike characters, text that needs quotes.

A file that cannot be read has no paths, so these fixes name stretches of lines. Quotes are put
around nothing that was not read again: the value has to come back as it was typed, and whatever
else is wrong has to stand further down.
"""

import re
from collections.abc import Iterator
from dataclasses import replace

from generator.edit import applied, scalar
from generator.finding import Edit, Finding, Fix, Place
from generator.source import Source, read


def straightened(source: Source) -> list[Finding]:
    """What is wrong with the form of a file, with its fixes."""
    first, rest = source.findings[:_LOOKED_AT], source.findings[_LOOKED_AT:]
    return [*(_said_better(replace(f, fix=f.fix or _fix(f, source)), source) for f in first), *rest]


def _said_better(finding: Finding, source: Source) -> Finding:
    """In brackets YAML blames the opening one for a colon in a text behind it."""
    if (
        finding.code != "YML002"
        or finding.fix is None
        or not isinstance(finding.fix.steps[0], Edit)
    ):
        return finding
    place = finding.fix.steps[0].place
    opened = source.lines[finding.place.line - 1][finding.place.column - 1 :][:1]
    colon = source.lines[place.line - 1].find(": ", place.column - 1, place.end_column - 1)
    if opened not in ("{", "[") or place.column <= finding.place.column or colon < 0:
        return finding
    return replace(
        finding,
        message="a `: ` stands inside unquoted text",
        hint="Put the text in quotes.",
        place=Place(place.line, colon + 1, place.line, colon + 2),
    )


_LOOKED_AT = 10
"""Findings of one file that get such a fix; each takes a reading of the file."""


def _fix(finding: Finding, source: Source) -> Fix | None:
    match finding.code:
        case "YML002" | "YML005" | "YML007":
            ways = (_list_in_brackets, _bare, _quoted)
            return next((fix for way in ways if (fix := way(finding, source))), None)
        case "YML008":
            return _one_document(finding, source)
        case "YML003":
            return _without_tabs(source)
        case "YML012":
            return _plain_characters(finding, source)
        case "YML017":
            return _whole_value(finding, source)
        case "SCH011":
            return _colon_apart(finding, source) or _decimal(finding, source)
    return None


def _without_tabs(source: Source) -> Fix | None:
    """Spaces for all tabs, as many as make the file readable where it has tabs; two, if they do."""
    many = sum(row.count("\t") for row in source.lines)
    says = "replace the tab by spaces" if many == 1 else f"replace {many} tabs by spaces"
    for width in (2, 4, 8):
        edits = tuple(_tabs(source, width))
        again = read(applied(source.text, edits).encode(), source.file)
        near = {edit.place.line + step for edit in edits for step in (0, 1)}
        if not any(f.code == "YML002" and f.place.line in near for f in again.findings):
            return Fix(says, edits, safe=width == 2)
    return None


def _tabs(source: Source, width: int) -> Iterator[Edit]:
    for number, row in enumerate(source.lines, start=1):
        indent = len(row) - len(row.lstrip(" \t"))
        for tabs in re.finditer(r"\t+", row):
            blank = " " * width * len(tabs[0]) if tabs.start() < indent else " "
            yield _edit(number, tabs.start(), tabs.end(), blank)


_BLANKS = re.compile("[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]")
"""Characters that look like a space."""
_UNSEEN = re.compile("[\u00ad\u180e\u200b\u2060\ufeff]")
"""Characters that show nothing and mean nothing."""
_BREAKS = re.compile("[\r\x0b\x0c\x85\u2028\u2029]")
"""Line breaks that editors do not count."""


def _plain_characters(finding: Finding, source: Source) -> Fix | None:
    place = finding.place
    character = source.lines[place.line - 1][place.column - 1 : place.end_column - 1]
    if _BLANKS.match(character) or _UNSEEN.match(character):
        blanks = _characters(source, _BLANKS, " ")
        unseen = _characters(source, _UNSEEN, "")
        says = [f"write {_few(blanks, 'a plain space', 'plain spaces')}"] if blanks else []
        hidden = _few(unseen, "the invisible character", "invisible characters")
        says += [f"delete {hidden}"] if unseen else []
        return Fix(" and ".join(says), tuple(blanks + unseen), safe=True)
    if _BREAKS.match(character):
        return Fix("end the line here", tuple(_characters(source, _BREAKS, "\n")))
    if character.isprintable() or len(character) != 1:
        return None  # written as an escape
    same = _characters(source, re.compile(re.escape(character)), "")
    return Fix("delete the character" if len(same) == 1 else f"delete all {len(same)}", tuple(same))


def _few(edits: list[Edit], one: str, many: str) -> str:
    return one if len(edits) == 1 else f"{len(edits)} {many}"


def _characters(source: Source, which: re.Pattern[str], text: str) -> list[Edit]:
    return [
        _edit(number, found.start(), found.end(), text)
        for number, row in enumerate(source.lines, start=1)
        for found in which.finditer(row)
    ]


def _one_document(finding: Finding, source: Source) -> Fix | None:
    """The line that starts a second document goes, where the file is one then."""
    line = finding.place.line
    if source.lines[line - 1].strip() != "---" or line >= len(source.lines):
        return None
    edit = Edit(Place(line, 1, line + 1, 1), "")
    again = read(applied(source.text, [edit]).encode(), source.file)
    fix = Fix("delete the line", (edit,))
    return None if any(found.code.startswith("YML") for found in again.findings) else fix


def _edit(line: int, start: int, end: int, text: str) -> Edit:
    return Edit(Place(line, start + 1, line, end + 1), text)


_SIGNS = "@%`*&!|>,]}?"
"""Text cannot begin with these."""
_SENTENCE = re.compile(r"[A-Z\u00c0-\u00de][^:]*: |(?:[^\s:]+ ){3}")
"""Words that are no key with its value: a capital in front, or several of them before the colon."""


def _bare(finding: Finding, source: Source) -> Fix | None:
    """A value without the tag or the anchor in front of it, which nothing refers to."""
    row, at = source.lines[finding.place.line - 1], finding.place.column - 1
    found = re.match(r"([&!])(\S*)\s+(?=\S)", row[at:])
    if not found or finding.code == "YML002" or (found[1] == "&" and f"*{found[2]}" in source.text):
        return None
    edit = _edit(finding.place.line, at, at + found.end(), "")
    return Fix(f"delete `{found[0].strip()}`", (edit,))


def _list_in_brackets(finding: Finding, source: Source) -> Fix | None:
    """A list of one entry that was begun on the line of its key."""
    row = source.lines[finding.place.line - 1]
    found = re.fullmatch(r"[ -]*[\w-]+: +(- +([^#\[\]{},:]*[^#\[\]{},:\s])) *", row)
    if not found:
        return None
    edit = _edit(finding.place.line, found.start(1), found.end(1), f"[{found[2]}]")
    fix = Fix("write the list in brackets", (edit,))
    return fix if _reads_as_value(edit, source) else None


def _quoted(finding: Finding, source: Source) -> Fix | None:
    """Quotes around the value that YAML stumbled over."""
    line = finding.place.line
    row = source.lines[line - 1]
    if finding.code == "YML005" and _referred_to(row[finding.place.column - 1 :], source):
        return None
    for start, end in _stretches(row, finding.place.column - 1):
        text = row[start:end].rstrip()
        if not text or not _goes_on(text):
            continue
        inner = text[1:-1] if len(text) > 2 and text[0] == text[-1] and text[0] in "'\"" else text
        quoted = scalar(inner, quote="'" if _needs_single(inner) else '"')
        edit = _edit(line, start, start + len(text), quoted)
        if _reads_as_value(edit, source):
            word = not re.search(r"\s", text) and text[0] in "@%`*"
            sentence = bool(_SENTENCE.match(text)) and text[0] not in "'\"[{"
            return Fix("put the value in quotes", (edit,), safe=word or sentence)
    return None


def _referred_to(text: str, source: Source) -> bool:
    """Whether an anchor has an alias, or an alias its anchor: then it is meant as YAML takes it."""
    found = re.match(r"[&*]([^\s,\[\]{}]+)", text)
    other = {"&": "*", "*": "&"}[text[0]] if found else ""
    return found is not None and f"{other}{found[1]}" in source.text


def _goes_on(text: str) -> bool:
    """Whether a text that opens quotes or a bracket closes them and goes on; any other does."""
    closing = {"'": "'", '"': '"', "[": "]", "{": "}"}.get(text[0])
    return closing is None or closing in text[1:-1] or (closing in "'\"" and "\\" in text)


def _needs_single(text: str) -> bool:
    return '"' in text or "\\" in text


def _stretches(row: str, at: int) -> Iterator[tuple[int, int]]:
    """Where a value may begin and end that holds the place YAML stumbled over."""
    starts = [at] if row[at:] and row[at] in _SIGNS else []
    if not starts:
        keys = [found.end() for found in re.finditer(r"(?:^|[\s{\[,])[\w-]+: +", row[:at])]
        starts = [*dict.fromkeys([*keys[:1], *keys[-1:], *reversed(keys)])][:4]
    for start in starts:
        comment = re.search(r" #", row[start:])
        whole = start + comment.start() if comment else len(row)
        bracket = re.search(r"[,\[\]{}]", row[start + 1 :])
        if bracket and start + 1 + bracket.start() < whole:
            yield start, start + 1 + bracket.start()
        yield start, whole
    # in brackets YAML stops at the opening one, and the colon stands somewhere behind it
    for found in re.finditer(r"[\w-]+: +(?=[^\s\"'\[{])([^,\[\]{}]*: [^,\[\]{}]*)", row[at:]):
        yield at + found.start(1), at + found.end(1)


def _reads_as_value(edit: Edit, source: Source) -> bool:
    """Whether what is put in is a value then, and nothing is wrong up to its end."""
    again = read(applied(source.text, [edit]).encode(), source.file)
    start = edit.place
    place = Place(start.line, start.column, start.line, start.column + len(edit.text))
    wrong = [finding for finding in again.findings if finding.code.startswith("YML")]
    # a value that goes on below, further in, would be cut in two
    row = source.lines[start.line - 1]
    margin = len(row) - len(row.lstrip(" -"))
    below = source.lines[start.line] if start.line < len(source.lines) else ""
    further_in = len(below) - len(below.lstrip(" ")) > margin
    return (
        place in again.value_places.values()
        and all(finding.place > place for finding in wrong)
        and not (further_in and any(finding.place.line == start.line + 1 for finding in wrong))
    )


def _whole_value(finding: Finding, source: Source) -> Fix | None:
    """Quotes around a value and the comment that it was not meant to have."""
    value, place = source.at(finding.keys), source.value_places.get(finding.keys)
    if not isinstance(value, str) or place is None or place.line != place.end_line:
        return None
    row = source.lines[place.line - 1]
    text = row[place.column - 1 : finding.place.end_column - 1].rstrip()
    if row[place.column - 1 : place.end_column - 1] != value:
        return None
    edit = _edit(place.line, place.column - 1, place.column - 1 + len(text),
                 scalar(text, quote="'" if _needs_single(text) else '"'))  # fmt: skip
    fix = Fix("put the whole value in quotes", (edit,))
    return fix if _reads_as_value(edit, source) else None


def _colon_apart(finding: Finding, source: Source) -> Fix | None:
    """A space after the colon of `{reps:8}`."""
    key, place = str(finding.keys[-1]), source.key_places.get(finding.keys)
    found = re.match(r"[a-z_]+:(?=\S)", key)
    if not found or place is None or source.at(finding.keys) != "":
        return None
    behind = place.column - 1 + found.end()
    edit = _edit(place.line, behind, behind, " ")
    again = read(applied(source.text, [edit]).encode(), source.file)
    keys = (*finding.keys[:-1], found[0][:-1])
    meant = again.at(keys) == key[found.end() :] and len(again.findings) < len(source.findings)
    return Fix("put a space after the colon", (edit,), safe=True) if meant else None


def _decimal(finding: Finding, source: Source) -> Fix | None:
    """A point for the comma of `{load: 72,5 kg}`, which cuts the value in two."""
    place = source.key_places.get(finding.keys)
    beside = source.entries.get(finding.keys[:-1], [])
    if place is None or finding.keys not in beside or beside[0] == finding.keys:
        return None
    before = beside[beside.index(finding.keys) - 1]
    first, value = source.value_places[before], source.at(before)
    tight = (first.end_line, first.end_column + 1) == (place.line, place.column)
    if not tight or not re.fullmatch(r"\d+", str(value)) or before[-1] in ("sets", "reps"):
        return None
    if not re.match(r"\d", str(finding.keys[-1])):
        return None
    edit = _edit(place.line, place.column - 2, place.column - 1, ".")
    return Fix("write a point for the comma", (edit,))
