"""What may be written where the cursor stands."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from lsprotocol import types

from generator.finding import Keys
from generator.lsp.about import Guide, about, about_field, muscles, needs, verdict
from generator.lsp.cursor import Cursor, cursor
from generator.lsp.fields import Kind, KnownField, fields_at, kind_at, names, shape_at
from generator.lsp.outline import Outline
from generator.lsp.positions import Text
from generator.model import Exercise
from generator.model.fields import Shape
from generator.model.text import TRUTH
from generator.model.vocabulary import LINKED
from generator.rule import all_rules

_LINK = re.compile(r"\]\(([a-z]+):([a-z0-9-]*)$", re.IGNORECASE)
_LINK_KIND = re.compile(r"\]\(([a-z]*)$")


@dataclass(frozen=True)
class Offer:
    """Something that may be written."""

    label: str
    kind: types.CompletionItemKind
    detail: str = ""
    about: str = ""
    rank: int = 0
    """What is likelier comes first."""
    also: str = ""
    """Other words by which it is found."""
    text: str = ""
    """What is written, where it is more than the label."""


def completions(
    text: Text, outline: Outline, offset: int, guide: Guide, program: str = ""
) -> list[types.CompletionItem]:
    """Everything that may stand at a place; `program` is the id of the file itself."""
    before = text.text[text.text.rfind("\n", 0, offset) + 1 : offset]
    if found := _LINK.search(before):
        offers = list(_linked(found[1], guide))
        return _items(text, offset - len(found[2]), offset, offers)
    if found := _LINK_KIND.search(before):
        keyword = types.CompletionItemKind.Keyword
        return _items(
            text,
            offset - len(found[1]),
            offset,
            [Offer(kind, keyword, text=f"{kind}:") for kind in LINKED],
        )
    here = cursor(outline, offset)
    if here is None:
        return []
    shape = shape_at(here.keys)
    if shape is None:
        return []
    if shape.maps and not (shape.many and here.role == "value"):
        offers = list(_keys(outline, here, shape, guide, text.newline))
    else:
        offers = _listed(here, shape, list(_values(outline, here, shape, guide, program)))
    offers = [replace(offer, text=here.lead + (offer.text or offer.label)) for offer in offers]
    return _items(text, here.start, here.end, offers)


def _items(text: Text, start: int, end: int, offers: Iterable[Offer]) -> list[types.CompletionItem]:
    stretch = text.range(start, end)
    return [
        types.CompletionItem(
            offer.label,
            kind=offer.kind,
            detail=offer.detail or None,
            documentation=types.MarkupContent(types.MarkupKind.Markdown, offer.about)
            if offer.about
            else None,
            sort_text=f"{offer.rank}{number:03}",
            filter_text=f"{offer.label} {offer.also}".strip(),
            text_edit=types.TextEdit(stretch, offer.text or offer.label),
            insert_text_mode=types.InsertTextMode.AsIs,
        )
        for number, offer in enumerate(offers)
    ]


def _keys(
    outline: Outline, here: Cursor, shape: Shape, guide: Guide, newline: str
) -> Iterator[Offer]:
    """The fields that are not there yet; those that have to be come first."""
    dash, keys = "", here.keys
    if shape.many:  # the line below a list's key: an entry starts here
        dash, keys = "- ", (*here.keys, -1)
    written = {
        entry.keys[-1]
        for entry in outline.below(keys)
        if entry.named and not entry.start <= here.start <= entry.key_end
    }
    for field in fields_at(outline, keys):
        if field.name not in written:
            yield Offer(
                field.name,
                types.CompletionItemKind.Property,
                "required" if field.required else "",
                about_field(field, guide),
                0 if field.required else 1,
                text=dash + _key(field, here, len(dash), newline),
            )


def _key(field: KnownField, here: Cursor, further: int, newline: str) -> str:
    """A key as it is written, with what begins its value."""
    if here.colon:
        return field.name
    shape = field.shape
    if here.brackets or not (shape.many or shape.maps):
        return f"{field.name}: "
    below = " " * (here.column + further + 2)
    return f"{field.name}:{newline}{below}" + ("- " if shape.many else "")


def _listed(here: Cursor, shape: Shape, offers: list[Offer]) -> list[Offer]:
    """Offers for a list that has no entry yet, with what makes them one."""
    if not shape.many:
        return offers
    around = ("- ", "") if here.role == "under" else ("[", "]")
    return [replace(o, text=f"{around[0]}{o.text or o.label}{around[1]}") for o in offers]


def _values(
    outline: Outline, here: Cursor, shape: Shape, guide: Guide, program: str
) -> Iterator[Offer]:
    keys = here.keys
    kind = kind_at((*keys, 0) if shape.many else keys)
    if kind:
        taken = _taken(outline, here)
        found = _named(kind, outline, here, guide, program)
        yield from (offer for offer in found if offer.label not in taken)
    elif shape.spelling and shape.spelling.choices:
        taken = _taken(outline, here)
        value = types.CompletionItemKind.EnumMember
        yield from (Offer(w, value) for w in shape.spelling.choices if w not in taken)
    elif shape.spelling is TRUTH:
        yield from (Offer(word, types.CompletionItemKind.Value) for word in ("true", "false"))
    elif shape.spelling and here.start == here.end and here.role == "value":
        examples = shape.spelling.examples
        yield from (Offer(e, types.CompletionItemKind.Value, "for example") for e in examples)


def _taken(outline: Outline, here: Cursor) -> set[str]:
    """What the list of which an entry is written has already."""
    parent: Keys = here.keys if here.role == "under" else here.keys[:-1]
    entries = outline.below(parent)
    return {e.value for e in entries if not e.named and e.value_start != here.start}


def _named(
    kind: Kind, outline: Outline, here: Cursor, guide: Guide, program: str
) -> Iterator[Offer]:
    match kind:
        case "exercise":
            yield from _exercises(outline, here, guide)
        case "program":
            file = types.CompletionItemKind.File
            ids = (id_ for id_ in guide.library.programs if id_ != program)
            yield from (Offer(id_, file) for id_ in ids)
        case "claim" | "rule":
            yield from _linked(kind, guide)
        case "block" if here.keys[0] == "blocks":
            # a block can repeat an earlier one that has sessions of its own
            for name in names(outline, "block", here.start):
                if name != outline.value((*here.keys[:-1], "name")) and _has_sessions(
                    outline, name
                ):
                    yield Offer(name, types.CompletionItemKind.Module)
        case _:
            reference = types.CompletionItemKind.Reference
            yield from (Offer(name, reference) for name in names(outline, kind))


def _has_sessions(outline: Outline, block: str) -> bool:
    return any(
        outline.at((*entry.keys[:-1], "sessions"))
        for entry in outline.entries
        if entry.value == block and entry.keys[-1] == "name" and len(entry.keys) == 3
    )


def _exercises(outline: Outline, here: Cursor, guide: Guide) -> Iterator[Offer]:
    """Exercises; those that can be done with the program's equipment come first."""
    library = guide.library
    owned = frozenset(entry.value for entry in outline.below(("equipment",)) if entry.value)
    instead_of = None
    match here.keys:
        case (*above, "swap", int(), "exercise"):
            instead_of = library.exercises.get(outline.value((*above, "exercise")))
    for exercise in library.exercises.values():
        there = not owned or exercise.possible_with(owned)
        fits = instead_of is None or (
            exercise is not instead_of and exercise.can_replace(instead_of)
        )
        lacks = "" if there else f" · not with this equipment: needs {needs(exercise)}"
        detail = f"{exercise.name} · {muscles(exercise, library)}{lacks}"
        yield _exercise(exercise, detail, (not there) + 2 * (not fits), guide)


def _exercise(exercise: Exercise, detail: str, rank: int, guide: Guide) -> Offer:
    return Offer(
        exercise.id,
        types.CompletionItemKind.Value,
        detail,
        about("exercise", exercise.id, guide),
        rank,
        " ".join((exercise.name, *exercise.aliases)),
    )


def _linked(kind: str, guide: Guide) -> Iterator[Offer]:
    """Everything of a kind, as prose may link to it or a list may name it."""
    library = guide.library
    reference = types.CompletionItemKind.Reference
    match kind:
        case "exercise":
            for exercise in library.exercises.values():
                yield _exercise(exercise, exercise.name, 0, guide)
        case "claim":
            for claim in library.claims.values():
                detail = f"{claim.title} · {verdict(claim)}"
                shown = about("claim", claim.id, guide)
                yield Offer(claim.id, reference, detail, shown, also=claim.title)
        case "source":
            for source in library.sources.values():
                yield Offer(source.id, reference, source.title, also=source.title)
        case "rule":
            for rule in all_rules():
                if not rule.fixed:
                    shown = about("rule", rule.code, guide)
                    also = f"{rule.name} {rule.title}"
                    yield Offer(rule.code, reference, rule.title, shown, also=also)
        case "program":
            yield from (Offer(id_, types.CompletionItemKind.File) for id_ in library.programs)
        case "topic":
            for id_, topic in library.framework.topics.items():
                yield Offer(id_, reference, topic.name)
