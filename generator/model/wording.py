"""How counts, lists and sentences are put into words, the same in findings and on pages."""

from collections.abc import Iterable
from fractions import Fraction

from generator.model.number import plain


def counted(number: int | Fraction, one: str, many: str = "") -> str:
    """`1 day`, `2 days`, `0.5 days`."""
    return f"{plain(Fraction(number))} {one if number == 1 else many or one + 's'}"


def joined(words: Iterable[str], last_word: str = "and") -> str:
    """`a`, `a and b`, `a, b and c`."""
    *first, last = list(words) or [""]
    return f"{', '.join(first)} {last_word} {last}" if first else last


def capital(text: str) -> str:
    """The same with a capital first."""
    return text[:1].upper() + text[1:]


def sentence(text: str) -> str:
    """A fragment as a sentence: capital first, full stop last."""
    text = capital(text)
    return text if text.endswith((".", "!", "?", "”")) else f"{text}."
