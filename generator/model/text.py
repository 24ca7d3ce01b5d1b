"""How words, ids, addresses and yes/no are written."""

import re
from dataclasses import dataclass
from urllib.parse import urlsplit

from generator.model.spelling import Bare, Spelling, Unreadable

SWITCHED_ON = ("true", "True", "TRUE")
SWITCHED_OFF = ("false", "False", "FALSE")
"""What YAML takes for yes and no."""

_SWITCH = r"(?:[tT]rue|TRUE|[fF]alse|FALSE)"
NO_TEXT = "One text is expected here; for YAML, true, false and an empty value are not text."
"""Said in an editor where YAML reads something else."""


def _text(most: int, lines: bool) -> Spelling:
    def parse(text: str) -> str:
        if not text:
            raise Unreadable("there is no text here", "Write something, or delete the line.")
        if not lines and "\n" in text:
            raise Unreadable("one line is expected here")
        if text in SWITCHED_ON + SWITCHED_OFF:
            raise Unreadable(f"`{text}` is a yes/no value in YAML", "Say it in words.")
        return text

    says = f"Write at most {most} characters" + ("." if lines else ", all on one line.")
    letter = r"[\s\S]" if lines else r"[^\n]"
    pattern = rf"(?!{_SWITCH}\s*$)\S(?:{letter}{{0,{most - 2}}}\S)?"
    return _Words(parse, says, pattern=pattern, longest=most, numbers=True)


@dataclass(frozen=True)
class _Words(Spelling):
    """Text that is text for an editor as well, or a number that may be read as one."""

    numbers: bool = False
    """Whether a number is a text like any other here, as in `title: 300`."""

    def schema(self) -> dict[str, object]:
        # a pattern counts characters as we do; `maxLength` counts emoji twice in some editors
        if not self.numbers:
            return super().schema()
        return super().schema() | {"type": ["string", "number"], "errorMessage": NO_TEXT}


def place(words: str) -> str:
    """The anchor of a term: `drop-sets-rest-pause`."""
    return "-".join(re.findall(r"[a-z0-9]+", words.lower()))


LINE = _text(120, lines=False)
TITLE = _text(60, lines=False)
SUMMARY = _text(400, lines=True)
PROSE = _text(2000, lines=True)


def _reason(text: str) -> str:
    if len(text.split()) < 4:
        raise Unreadable(f"“{text[:40]}” is not a reason yet")
    return str(PROSE.parse(text))


REASON = _Words(
    _reason,
    "Readers see it on the guide; write a whole sentence.",
    pattern=r"(?=\S[\s\S]{0,1999}$)\S+(?:\s+\S+){3,}",
    longest=2000,
)


def _id(text: str) -> str:
    if not re.fullmatch(r"[a-z0-9]+(?:-[a-z0-9]+)*", text, re.ASCII):
        raise Unreadable(f"“{text[:40]}” is not an id")
    return text


ID = _Words(
    _id,
    "Ids are lower case words joined by hyphens.",
    pattern=r"(?=[a-z0-9-]{1,80}\s*$)[a-z0-9]+(?:-[a-z0-9]+)*",
    bare=Bare(0, 999_999),
    longest=80,
)


def _truth(text: str) -> bool:
    if text not in SWITCHED_ON + SWITCHED_OFF:
        raise Unreadable(f"“{text[:40]}” is neither true nor false")
    return text in SWITCHED_ON


class _Truth(Spelling):
    """Yes or no."""

    def schema(self) -> dict[str, object]:
        return super().schema() | {"type": ["boolean", "string"]}


TRUTH = _Truth(_truth, "Write `true` or `false`.", pattern=_SWITCH)


def is_web_address(text: str) -> bool:
    """Whether a text is an address that every reader of it understands the same way.

    No user name before the host, which makes one host look like another, and no letters in a
    host that only look like others.
    """
    if not re.fullmatch(r"https?://[^\s<>\"'()\[\]`{}|\\^]+", text):
        return False
    try:
        parts = urlsplit(text)
        host, _ = parts.hostname or "", parts.port
    except ValueError:
        return False
    return "@" not in parts.netloc and bool(re.fullmatch(r"[a-z0-9-]+(\.[a-z0-9-]+)+", host))


def _web(text: str) -> str:
    if not is_web_address(text):
        raise Unreadable(f"“{text[:40]}” is not a web address")
    return text


WEB = _Words(
    _web,
    "Write a web address that starts with https://.",
    pattern=r"https?://[a-zA-Z0-9-]+(?:\.[a-zA-Z0-9-]+)+(?::\d{0,4})?"
    r"(?:[/?#][^\s<>\"'()\[\]`{}|\\^]*)?",
    longest=500,
)


def _digits(text: str) -> str:
    if not re.fullmatch(r"[1-9]\d{0,8}", text, re.ASCII):
        raise Unreadable(f"“{text[:40]}” is not a PubMed id")
    return text


PMID = Spelling(_digits, "Write the number alone; a PubMed id is a number.", pattern=r"\d{1,9}")


def _doi(text: str) -> str:
    if not re.fullmatch(r"10\.\d{4,9}/[^\s\"<>]+", text, re.ASCII):
        raise Unreadable(f"“{text[:40]}” is not a DOI")
    return text


DOI = _Words(_doi, "A DOI looks like `10.1000/xyz123`.", pattern=r"10\.\d{4,9}/\S+", longest=200)
