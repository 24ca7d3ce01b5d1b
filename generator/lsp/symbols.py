"""A program's parts as an editor lists them: blocks, their sessions, their exercises."""

from lsprotocol import types

from generator.finding import Keys
from generator.lsp.outline import Entry, Outline
from generator.lsp.positions import Text

_KINDS = {
    "blocks": types.SymbolKind.Namespace,
    "sessions": types.SymbolKind.Class,
    "exercises": types.SymbolKind.Method,
    "superset": types.SymbolKind.Method,
    "circuit": types.SymbolKind.Method,
}


def symbols(text: Text, outline: Outline) -> list[types.DocumentSymbol]:
    """The fields of the file, with blocks, sessions and exercises below them."""
    return [
        _symbol(text, outline, entry, str(entry.keys[0]), types.SymbolKind.Field)
        for entry in outline.below(())
        if entry.named and entry.keys[0]
    ]


def _symbol(
    text: Text, outline: Outline, entry: Entry, name: str, kind: types.SymbolKind
) -> types.DocumentSymbol:
    detail = _detail(outline, entry.keys) if not entry.named else entry.value[:60]
    chosen = text.range(entry.start, max(entry.key_end, entry.start))
    children = list(_below(text, outline, entry.keys))
    whole = text.range(entry.start, max(entry.end, entry.key_end))
    return types.DocumentSymbol(name, kind, whole, chosen, detail or None, children=children)


def _below(text: Text, outline: Outline, keys: Keys) -> list[types.DocumentSymbol]:
    """The parts of a part."""
    if keys and keys[-1] in _KINDS:
        kind = _KINDS[str(keys[-1])]
        return [
            _symbol(text, outline, entry, _name(outline, entry.keys), kind)
            for entry in outline.below(keys)
            if not entry.named
        ]
    return [
        part
        for name in _KINDS
        if keys and outline.at((*keys, name))
        for part in _below(text, outline, (*keys, name))
    ]


def _name(outline: Outline, keys: Keys) -> str:
    """What a person calls an entry; an editor shows no nameless ones."""
    for name in ("name", "exercise"):
        if written := outline.value((*keys, name)):
            return written
    for group in ("superset", "circuit"):
        if outline.at((*keys, group)):
            return group
    return f"entry {int(keys[-1]) + 1}"


def _detail(outline: Outline, keys: Keys) -> str:
    """Sets and repetitions of an exercise, the weekday of a session, the weeks of a block."""
    if day := outline.value((*keys, "day")):
        return day
    if weeks := outline.value((*keys, "weeks")):
        return f"{weeks} weeks"
    sets, reps = outline.value((*keys, "sets")), outline.value((*keys, "reps"))
    return f"{sets} × {reps}" if sets and reps else ""
