"""What an editor offers to do about a finding."""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import takewhile

from lsprotocol import types

from generator.advice import advice
from generator.edit import edits
from generator.finding import Edit, Finding, Place
from generator.fixing import Look, mended
from generator.lsp.about import Guide
from generator.lsp.diagnostics import diagnostic
from generator.lsp.positions import Text
from generator.model.wording import capital
from generator.review import Review
from generator.source import Source


def actions(
    text: Text,
    uri: str,
    review: Review,
    look: Look,
    guide: Guide,
    stretch: tuple[int, int],
    only: Sequence[str] | None = None,
) -> list[types.CodeAction]:
    """What can be done about the findings of a stretch, and about all of the file at once.

    `only` are the kinds of action that an editor asks for. To mend a whole file takes a few
    reviews, so that is done when somebody asks for it and not wherever the cursor rests.
    """
    found: list[types.CodeAction] = []
    if _wanted(types.CodeActionKind.QuickFix, only):
        here = [f for f in review.findings if _touch(text.span(f.place), stretch)]
        found += _fixes(here, text, uri, review, guide)
        found += _departures(here, text, uri, review, guide)
    if only and _wanted(types.CodeActionKind.SourceFixAll, only):
        found += _fix_all(text, uri, look)
    return found


def _touch(one: tuple[int, int], other: tuple[int, int]) -> bool:
    return one[0] <= other[1] and other[0] <= one[1]


def _wanted(kind: str, only: Sequence[str] | None) -> bool:
    """Whether an editor that asks for some kinds, or for none in particular, wants this one."""
    return not only or any(kind == asked or kind.startswith(f"{asked}.") for asked in only)


def _fixes(
    findings: Iterable[Finding], text: Text, uri: str, review: Review, guide: Guide
) -> Iterator[types.CodeAction]:
    """What mends each finding; what cannot change the author's meaning is preferred."""
    for finding in findings:
        if finding.fix and (wanted := edits(finding, review.source)):
            yield types.CodeAction(
                capital(finding.fix.says),
                types.CodeActionKind.QuickFix,
                [diagnostic(finding, text, uri, guide)],
                is_preferred=finding.fix.safe,
                edit=_made(text, uri, wanted),
            )


def _departures(
    findings: Iterable[Finding], text: Text, uri: str, review: Review, guide: Guide
) -> Iterator[types.CodeAction]:
    """For each rule that allows it, the lines that say why the program departs from it."""
    by_rule: dict[str, list[Finding]] = {}
    for finding in findings:
        by_rule.setdefault(finding.code, []).append(finding)
    for code, same in by_rule.items():
        lines = next(
            (a.deviation for f in same if (a := advice(f, review.source, guide.library)).deviation),
            "",
        )
        if lines and (departure := _departure(lines, review.source)):
            yield types.CodeAction(
                f"Depart from {code}, with a reason",
                types.CodeActionKind.QuickFix,
                [diagnostic(finding, text, uri, guide) for finding in same],
                edit=_made(text, uri, [departure]),
            )


def _departure(lines: str, source: Source) -> Edit | None:
    """The lines that declare a deviation, put where they belong; nothing where they do not fit."""
    keys = ("deviations",)
    entry = lines.partition("\n")[2] if lines.startswith("deviations:") else lines
    written = source.at(keys)
    if keys not in source.key_places:
        last = len(source.lines)
        end = Place(last, len(source.lines[-1]) + 1, last, len(source.lines[-1]) + 1)
        return Edit(end, ("\n" if source.lines[-1] else "") + f"deviations:\n{entry}\n")
    place = source.value_places[keys]
    if not written:
        return Edit(place, f"\n{entry}")
    first = source.value_places[*keys, 0]
    dash = source.lines[first.line - 1][: first.column - 1].rstrip()
    if not dash.endswith("-"):
        return None  # a list in brackets
    end = Place(place.end_line, place.end_column, place.end_line, place.end_column)
    # a comment may stand behind the last value
    width = len(source.lines[end.line - 1]) + 1
    end = Place(end.line, width, end.line, width)
    indent = " " * (len(dash) - 1)
    moved = [indent + row.removeprefix("  ") for row in entry.split("\n")]
    return Edit(end, "\n" + "\n".join(moved))


def _fix_all(text: Text, uri: str, look: Look) -> Iterator[types.CodeAction]:
    """All safe fixes as one change, as `check --fix` makes them: looked at again before."""
    after = mended(text.text, look).text
    if after != text.text:
        yield types.CodeAction(
            "Mend everything that is safe to mend",
            types.CodeActionKind.SourceFixAll,
            edit=types.WorkspaceEdit({uri: [_change(text, after)]}),
        )


def _change(text: Text, after: str) -> types.TextEdit:
    """What makes one text of another: the lines between those that stay."""
    old, new = _rows(text.text), _rows(after)
    head = _alike(old, new)
    tail = _alike(old[head:][::-1], new[head:][::-1])
    start = len("".join(old[:head]))
    end = len(text.text) - len("".join(old[len(old) - tail :]))
    return types.TextEdit(text.range(start, end), "".join(new[head : len(new) - tail]))


def _rows(text: str) -> list[str]:
    return re.findall(r"[^\n]*\n|[^\n]+", text)


def _alike(old: list[str], new: list[str]) -> int:
    """How many rows are the same from the start."""
    pairs = zip(old, new, strict=False)
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], pairs))


def _made(text: Text, uri: str, wanted: Iterable[Edit]) -> types.WorkspaceEdit:
    changes = [
        types.TextEdit(text.range_of(edit.place), edit.text.replace("\n", text.newline))
        for edit in wanted
    ]
    return types.WorkspaceEdit(changes={uri: changes})
