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
        here = [f for f in review.findings if _touches(text.span(f.place), start, end)]
        found += _fixes(here, text, uri, review, guide)
        found += _departures(here, text, uri, review, guide)
    if _wanted(types.CodeActionKind.SourceFixAll, only):
        found += _fix_all(text, uri, review)
    return found


def _touches(span: tuple[int, int], start: int, end: int) -> bool:
    return span[0] <= end and start <= span[1]


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
