"""How a source is named in passing and where it can be opened."""

import re

from generator.model import Publication

UNVERIFIED = {
    "partial": "record read in part",
    "memory": "record not read, from memory",
}
SOURCE_STATUSES = {
    "excluded": "excluded: nothing may rest on it",
    "retracted": "retracted",
    "disputed": "disputed",
}
CUT = 60
"""Characters of a title that stand in for authors nobody saw."""


def short(source: Publication) -> str:
    """What people call a source in passing: `Pelland et al. (2024)`."""
    return f"{_who(source)} ({year(source)})"


def _who(source: Publication) -> str:
    families = [family_and_initials(name)[0] for name in source.authors]
    match families:
        case []:
            return f"“{_cut(source.title)}”"
        case [one]:
            return one
        case [one, two] if two != "et al.":
            return f"{one} and {two}"
        case [one, *_]:
            return f"{one} et al."
    raise AssertionError(families)


def family_and_initials(name: str) -> tuple[str, str]:
    """The two parts of `Saez-Saez de Villarreal E`; a body has a name only."""
    bare = re.sub(r"\s*\(.*\)$", "", name)
    found = re.fullmatch(r"(.+?)\s+([A-Z][A-Za-z]{0,3})", bare)
    return (found[1], found[2]) if found else (bare, "")


def _cut(title: str) -> str:
    """The beginning of a long title, whole words only."""
    if len(title) <= CUT:
        return title
    return title[:CUT].rpartition(" ")[0].rstrip(",:;") + "…"


def year(source: Publication) -> str:
    """The year, or that nobody saw it."""
    return str(source.year) if source.year else "year not seen"


def link_words(source: Publication) -> str:
    """What the link to a source is called."""
    if source.doi:
        return f"doi:{source.doi}"
    return f"PubMed {source.pmid}" if source.pmid else "no DOI on record"
