"""Where something that a program names is written."""

from pathlib import Path

from generator.lsp.fields import kind_at, names
from generator.lsp.hover import link_at
from generator.lsp.outline import Outline
from generator.model import Library

_FOLDERS = {
    "exercise": "content/exercises",
    "own exercise": "content/exercises",
    "claim": "content/evidence/claims",
    "source": "content/evidence/sources",
    "program": "programs",
}


def definition(outline: Outline, offset: int, library: Library, root: Path) -> Path | int | None:
    """The file, or the offset in this text, where what stands at a place is written."""
    if link := link_at(outline.text, offset):
        return _file(link[0], link[1], library, root)
    entry = outline.under(offset)
    if entry is None or not entry.value or not entry.value_start <= offset <= entry.value_end:
        return None
    kind = kind_at(entry.keys)
    if kind in ("block", "session"):
        return names(outline, kind).get(entry.value)
    return _file(kind, entry.value, library, root) if kind else None


def _file(kind: str, id_: str, library: Library, root: Path) -> Path | None:
    """The file of something; only ids that exist become a path."""
    known = {
        "exercise": library.exercises,
        "own exercise": library.exercises,
        "claim": library.claims,
        "source": library.sources,
        "program": library.programs,
    }
    return root / _FOLDERS[kind] / f"{id_}.yml" if id_ in known.get(kind, ()) else None
