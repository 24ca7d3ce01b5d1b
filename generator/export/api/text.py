"""Words and numbers as answers print them."""

from fractions import Fraction

from generator.render.prose import paragraphs, without_markup


def plain_text(text: str) -> str:
    """Prose without its markup, an empty line between paragraphs."""
    return "\n\n".join(without_markup(part) for part in paragraphs(text))


def said(text: str) -> str | None:
    """The same, or null where nothing is said."""
    return plain_text(text) or None


def number(value: Fraction) -> int | float:
    """An exact number as JSON has it: everything a file may say has three decimals at most."""
    return int(value) if value.denominator == 1 else float(round(value, 3))
