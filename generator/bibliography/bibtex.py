"""The sources as BibTeX.

Our own writer: the libraries for it parse, which we never do, and a few characters to escape do
not repay a dependency.
"""

import re
from collections.abc import Iterable

from generator.bibliography.reference import Name, Reference, reference
from generator.model import Publication

_ESCAPED = {
    "\\": r"{\textbackslash}",
    "{": r"{\textbraceleft}",
    "}": r"{\textbraceright}",
    "~": r"{\textasciitilde}",
    "^": r"{\textasciicircum}",
    "<": r"{\textless}",
    ">": r"{\textgreater}",
    **{letter: f"\\{letter}" for letter in "&%$#_"},
}
"""Characters that mean something to TeX. A brace has to be spelled, since BibTeX counts even the
escaped ones."""


def bibtex(sources: Iterable[Publication]) -> str:
    """A file with an entry for each source."""
    return "\n".join(entry(source) for source in sources)


def entry(source: Publication) -> str:
    """One source: an `@article`, or `@misc` where no journal was seen."""
    item = reference(source)
    kind = "article" if item.journal and not item.preprint else "misc"
    lines = [f"  {name} = {{{value}}},\n" for name, value in _fields(item, kind) if value]
    return f"@{kind}{{{item.id},\n{''.join(lines)}}}\n"


def _fields(item: Reference, kind: str) -> Iterable[tuple[str, str]]:
    authors = [_author(name) for name in item.authors] + ["others"] * item.more_authors
    yield "author", " and ".join(authors)
    # the second pair of braces keeps capitals as they are
    yield "title", f"{{{_escaped(item.title)}}}"
    yield "journal" if kind == "article" else "howpublished", _escaped(_venue(item))
    yield "year", str(item.year or "")
    yield "volume", _escaped(item.volume)
    yield "number", _escaped(item.issue)
    yield "pages", _escaped(re.sub(r"^(\w+)-(\w+)$", r"\1--\2", item.pages))
    yield "doi", _verbatim(item.doi)
    yield "pmid", item.pmid
    yield "url", _verbatim(item.url)
    yield "note", _escaped(item.note)


def _venue(item: Reference) -> str:
    return f"{item.journal} preprint".strip() if item.preprint else item.journal


def _author(name: Name) -> str:
    """`Schoenfeld, B. J.`; a body stands in braces, or its name would be taken apart."""
    family, given = _escaped(name.family), _escaped(name.given)
    return f"{family}, {given}" if given else f"{{{family}}}"


def _escaped(text: str) -> str:
    return "".join(_ESCAPED.get(letter, letter) for letter in text)


def _verbatim(address: str) -> str:
    """An address, in which only what would end the field may not stand."""
    return re.sub(r"[{}\\]", lambda found: f"%{ord(found[0]):02X}", address)
