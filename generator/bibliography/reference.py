"""A source as a reference manager wants it, with nothing in it that was not seen."""

import re
from dataclasses import dataclass

from generator.bibliography.citation import SOURCE_STATUSES, UNVERIFIED, family_and_initials
from generator.model import Publication
from generator.model.wording import sentence

_JOURNAL = re.compile(
    r"(?P<name>.+?)"
    r"(?: (?P<volume>\d+)(?:\((?P<issue>\d+)\))?(?::(?P<pages>\S+))?| \((?P<remark>.+)\))?"
)
"""`PeerJ 12:e16777`, `Sports (Basel) 6(1):7`, `Sports Medicine (online 6 July 2024)`."""


@dataclass(frozen=True)
class Name:
    """An author."""

    family: str
    """The whole name of a body."""
    given: str = ""
    """Initials; empty for a body."""


@dataclass(frozen=True)
class Reference:
    """What both formats say about a source."""

    id: str
    title: str
    authors: tuple[Name, ...]
    more_authors: bool
    """Whether there were authors whose names were not seen."""
    year: int | None
    journal: str
    """Also where a preprint lies; empty where it was not seen."""
    volume: str
    issue: str
    pages: str
    preprint: bool
    doi: str
    pmid: str
    url: str
    note: str
    """What does not stand or was not seen."""


def reference(source: Publication) -> Reference:
    """The parts of a record that were seen."""
    found = _JOURNAL.fullmatch(source.journal or "")
    seen = {name: text or "" for name, text in found.groupdict().items()} if found else {}
    names = [name for name in source.authors if name != "et al."]
    return Reference(
        source.id,
        source.title,
        tuple(_name(name) for name in names),
        len(names) < len(source.authors),
        source.year,
        re.sub(r" ?preprint", "", seen.get("name", "")),
        seen.get("volume", ""),
        seen.get("issue", ""),
        seen.get("pages", ""),
        "preprint" in (source.journal or ""),
        source.doi,
        source.pmid,
        source.link or source.url,
        _note(source, seen.get("remark", "")),
    )


def _name(written: str) -> Name:
    family, initials = family_and_initials(written)
    # `BJ` are two names; `CPdL` holds a particle and stays as it was written
    return Name(family, " ".join(f"{i}." for i in initials) if initials.isupper() else initials)


def _note(source: Publication, remark: str) -> str:
    """A reader who imports the list has to see what the site shows beside each source."""
    said = (
        SOURCE_STATUSES.get(source.status or "", ""),
        UNVERIFIED.get(source.verified, ""),
        remark,
    )
    return " ".join(sentence(text) for text in said if text)
