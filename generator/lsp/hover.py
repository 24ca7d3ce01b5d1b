"""What an editor shows where the mouse rests."""

from lsprotocol import types

from generator.advice import advice
from generator.load.library import LINK
from generator.lsp.about import Guide, about, about_field, about_finding
from generator.lsp.fields import field_at, kind_at
from generator.lsp.outline import Entry, Outline
from generator.lsp.positions import Text
from generator.review import Review


def hover(
    text: Text, outline: Outline, offset: int, guide: Guide, review: Review | None = None
) -> types.Hover | None:
    """What there is to know about a place.

    With a review of the same text, what stands behind the findings at the place comes below.
    """
    parts, stretch = [], None
    if link := link_at(text.text, offset):
        kind, id_, stretch = link
        parts.append(about(kind, id_, guide))
    elif entry := outline.under(offset):
        on_key = entry.named and offset <= entry.key_end
        stretch = (entry.start, entry.key_end) if on_key else (entry.value_start, entry.value_end)
        parts.append(_about_key(outline, entry, guide) if on_key else _about_value(entry, guide))
    for finding in review.findings if review else ():
        start, end = text.span(finding.place)
        if review and start <= offset <= end:
            known = advice(finding, review.source, guide.library)
            parts.append(about_finding(finding, known, guide))
            stretch = stretch or (start, end)
    said = "\n\n---\n\n".join(dict.fromkeys(part for part in parts if part))
    if not said or stretch is None:
        return None
    content = types.MarkupContent(types.MarkupKind.Markdown, said)
    return types.Hover(content, text.range(*stretch))


def link_at(text: str, offset: int) -> tuple[str, str, tuple[int, int]] | None:
    """Kind, id and place of the link to something of ours that a place is on."""
    start = text.rfind("\n", 0, offset) + 1
    end = text.find("\n", offset)
    for found in LINK.finditer(text, start, len(text) if end < 0 else end):
        if found.start(1) <= offset <= found.end(2):
            return found[1], found[2], found.span(2)
    return None


def _about_key(outline: Outline, entry: Entry, guide: Guide) -> str:
    field = field_at(outline, entry.keys)
    return about_field(field, guide) if field else ""


def _about_value(entry: Entry, guide: Guide) -> str:
    kind = kind_at(entry.keys)
    return about(kind, entry.value, guide) if kind else ""
