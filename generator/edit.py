"""Fixes as text: which stretch of a file becomes what, and the text after that.

Nothing is ever printed anew: comments, quotes and layout around a stretch stay as they are.
"""

from collections.abc import Iterable, Iterator

from generator.finding import Change, Edit, Finding, Place
from generator.source import Source


def edits(finding: Finding, source: Source) -> tuple[Edit, ...]:
    """What the fix of a finding does to its file, in the order of the file."""
    return tuple(sorted(_edits(finding, source), key=lambda edit: edit.place))


def _edits(finding: Finding, source: Source) -> Iterator[Edit]:
    for step in finding.fix.steps if finding.fix else ():
        yield step if isinstance(step, Edit) else _edit(step, source)


def _edit(change: Change, source: Source) -> Edit:
    match change.kind:
        case "value":
            return Edit(source.value_places[change.keys], change.text)
        case "key":
            return Edit(source.key_places[change.keys], change.text)
    raise NotImplementedError(change.kind)


def applied(text: str, wanted: Iterable[Edit]) -> str:
    """A file's text with edits made, last to first; they must not overlap.

    Places count from the text without a byte order mark. A file with CRLF line ends keeps them.
    """
    mark = "\ufeff" if text.startswith("\ufeff") else ""
    text = text.removeprefix(mark)
    newline = "\r\n" if "\r\n" in text else "\n"
    for edit in sorted(wanted, key=lambda edit: edit.place, reverse=True):
        start, end = _span(text, edit.place)
        text = text[:start] + edit.text.replace("\n", newline) + text[end:]
    return mark + text


def _span(text: str, place: Place) -> tuple[int, int]:
    rows = text.split("\n")
    before = [0]
    for row in rows:
        before.append(before[-1] + len(row) + 1)
    return before[place.line - 1] + place.column - 1, before[place.end_line - 1] + (
        place.end_column - 1
    )
