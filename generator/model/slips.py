"""What somebody meant by a value that its field cannot read, where that is certain or nearly so.

Nothing here knows what a field is for: a way out counts only when the field's own parser reads it.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass


@dataclass(frozen=True)
class Meant:
    """A value that can be read, in place of one that cannot."""

    text: str
    says: str
    """What is done to get there, such as "write a point for the comma"."""
    safe: bool = False
    """Whether nothing else can have been meant."""


CURLY = tuple("\u201c\u201d\u201e\u2018\u2019\u00ab\u00bb")
"""Quotes that YAML takes for a part of the text."""
_DASHES = str.maketrans(dict.fromkeys("\u2010\u2011\u2012\u2015\u2212", "-"))
"""Signs that look like a hyphen; the en dash is read as it is."""
_TRUTHS = {"yes": "true", "on": "true", "y": "true", "no": "false", "off": "false", "n": "false"}


def meant(text: str, hint: str, parse: Callable[[str], object]) -> Meant | None:
    """The first way out that the parser reads; the one that a hint names needs a look."""
    for way in (*_slips(text), *_told(hint)):
        if way.text != text and _reads(way.text, parse):
            return way
    return None


def _slips(text: str) -> Iterator[Meant]:
    """Typing slips that leave no doubt."""
    bare = text.strip("".join(CURLY)).strip()
    for way, says in (
        (bare, "take the curly quotes away"),
        (re.sub(r"(?<=\d),(?=\d{1,2}(?!\d))", ".", bare), "write a point for the comma"),
        (bare.translate(_DASHES), "write a plain hyphen"),
        (re.sub(r"^0+(?=\d)", "", bare), "take the zero in front away"),
        (re.sub(r"(?<![\d.])\.(?=\d)", "0.", bare), "write the zero before the point"),
        (re.sub(r"^%\s*(\d[\d.]*)$", r"\1%", bare), "write the sign behind the number"),
        (bare.removeprefix("+"), "take the plus in front away"),
        (_halves(bare), "write the half as a decimal"),
        (bare.rstrip(".,;"), "take the sign at the end away"),
    ):
        yield Meant(way, says, safe=True)
    truth = _TRUTHS.get(bare.casefold(), bare.casefold())
    if truth in ("true", "false"):
        yield Meant(truth, f"write `{truth}`", safe=True)


def _halves(text: str) -> str:
    return re.sub(r"(\d?)\s*\u00bd", lambda found: f"{found[1] or 0}.5", text)


def _told(hint: str) -> Iterator[Meant]:
    """The one thing a hint says to write."""
    found = re.fullmatch(r"Write (?:`([^`]+)`|([^`\s]+))\.", hint)
    if found:
        way = found[1] or found[2]
        yield Meant(way, f"write `{way}`")


def _reads(text: str, parse: Callable[[str], object]) -> bool:
    from generator.model.spelling import Unreadable

    try:
        parse(text)
    except Unreadable:
        return False
    return True
