"""Fixes for names and values, made in one way for every finding that offers one."""

from collections.abc import Iterable

from generator.finding import Change, Fix, Keys
from generator.load.suggest import nearest, slip_of


def another_word(keys: Keys, wrote: str, known: Iterable[str]) -> Fix | None:
    """The nearest known word in place of one nobody knows; safe where it is a slip of the pen."""
    words = list(known)
    word = nearest(wrote, words)
    return written(keys, word, safe=word == slip_of(wrote, words)) if word else None


def written(keys: Keys, text: str, *, safe: bool = False, says: str = "") -> Fix:
    """Another value."""
    return Fix(says or f"write `{text}`", (Change("value", keys, text),), safe)


def deleted(keys: Keys, says: str, *, safe: bool = False) -> Fix:
    """Something goes."""
    return Fix(says, (Change("remove", keys),), safe)
