"""What an editor offers to do about a finding."""

from collections.abc import Iterable, Iterator, Sequence

from lsprotocol import types

from generator.advice import advice
from generator.edit import edits
from generator.finding import Edit, Finding, Place
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
    guide: Guide,
    start: int,
    end: int,
    only: Sequence[str] | None = None,
) -> list[types.CodeAction]:
    """What can be done about the findings of a stretch, and about all of the file at once.

    `only` are the kinds of action that an editor asks for.
    """
    found: list[types.CodeAction] = []
    if _wanted(types.CodeActionKind.QuickFix, only):
        for finding in review.findings:
            first, last = text.span(finding.place)
            if first <= end and start <= last:
                found += _quick_fixes(finding, text, uri, review, guide)
    if _wanted(types.CodeActionKind.SourceFixAll, only):
        found += _fix_all(text, uri, review)
    return found


def _wanted(kind: str, only: Sequence[str] | None) -> bool:
    """Whether an editor that asks for some kinds, or for none in particular, wants this one."""
    return not only or any(kind == asked or kind.startswith(f"{asked}.") for asked in only)


def _quick_fixes(
    finding: Finding, text: Text, uri: str, review: Review, guide: Guide
) -> Iterator[types.CodeAction]:
    about = [diagnostic(finding, text, uri, guide)]
    if finding.fix:
        yield types.CodeAction(
            capital(finding.fix.says),
            types.CodeActionKind.QuickFix,
            about,
            is_preferred=finding.fix.safe or None,
            edit=_made(text, uri, edits(finding, review.source)),
        )
    lines = advice(finding, review.source, guide.library).deviation
    departure = _departure(lines, review.source) if lines else None
    if departure:
        yield types.CodeAction(
            f"Depart from {finding.code}, with a reason",
            types.CodeActionKind.QuickFix,
            about,
            edit=_made(text, uri, [departure]),
        )


def _departure(lines: str, source: Source) -> Edit | None:
    """The lines that declare a deviation, put where they belong; nothing where they do not fit."""
    keys = ("deviations",)
    entry = lines.removeprefix("deviations:\n")
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


def _fix_all(text: Text, uri: str, review: Review) -> Iterator[types.CodeAction]:
    safe = [f for f in review.findings if f.open and f.fix and f.fix.safe]
    chosen: list[Edit] = []
    for finding in safe:
        wanted = edits(finding, review.source)
        if not any(_meet(edit.place, other.place) for edit in wanted for other in chosen):
            chosen += wanted
    if chosen:
        yield types.CodeAction(
            "Mend everything that is safe to mend",
            types.CodeActionKind.SourceFixAll,
            edit=_made(text, uri, sorted(chosen, key=lambda edit: edit.place)),
        )


def _meet(one: Place, other: Place) -> bool:
    """Whether two stretches overlap or start at the same place."""
    starts = (one.line, one.column), (other.line, other.column)
    ends = (one.end_line, one.end_column), (other.end_line, other.end_column)
    return starts[0] == starts[1] or (starts[0] < ends[1] and starts[1] < ends[0])


def _made(text: Text, uri: str, wanted: Iterable[Edit]) -> types.WorkspaceEdit:
    changes = [
        types.TextEdit(text.range_of(edit.place), edit.text.replace("\n", text.newline))
        for edit in wanted
    ]
    return types.WorkspaceEdit(changes={uri: changes})
