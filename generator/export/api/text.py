"""Words as answers print them."""

from generator.view.prose import paragraphs, without_markup


def plain_text(text: str) -> str:
    """Prose without its markup, an empty line between paragraphs."""
    return "\n\n".join(without_markup(part) for part in paragraphs(text))


def said(text: str) -> str | None:
    """The same, or null where nothing is said."""
    return plain_text(text) or None
