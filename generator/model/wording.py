"""How counts and lists are put into words, the same in findings and on pages."""

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
