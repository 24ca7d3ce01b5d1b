"""A list of sources, printed in one way everywhere: authors (year). Title. Journal. Link."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from markupsafe import Markup

from generator.model import Publication
from generator.render.context import Context
from generator.render.page import Html
from generator.render.prose import inline_html
from generator.render.route import Links
from generator.render.templates import component
from generator.render.words import SOURCE_STATUSES

NAMED = 6
"""Authors printed before the rest become a number."""


@dataclass(frozen=True)
class Reference:
    """One source, ready to print."""

    id: str
    authors: str
    year: str
    title: Markup
    journal: str
    page: str
    """Address of its page on the site."""
    link: str
    """Where a reader can open it; empty where no DOI or PubMed id was seen."""
    link_words: str
    warning: str
    """Why nothing rests on it, if nothing does."""


def references(ids: Iterable[str], context: Context, links: Links) -> Html:
    """The sources with these ids as a numbered list, each once, in the order given.

    Each entry has the anchor `ref-<id>`, so a page can point at it.
    """
    items = [reference(context.library.sources[id_], links) for id_ in dict.fromkeys(ids)]
    return component("references.html", items=items)


def reference(source: Publication, links: Links) -> Reference:
    """One source, ready to print."""
    return Reference(
        id=source.id,
        authors=authors(source),
        year=year(source),
        title=Markup(inline_html(source.title.rstrip("."), links)),
        journal=(source.journal or "").rstrip("."),
        page=links.url("source", source.id),
        link=source.link,
        link_words=link_words(source),
        warning=SOURCE_STATUSES[source.status] if source.status else "",
    )


def authors(source: Publication, named: int = NAMED) -> str:
    """The authors in print; a long list ends in how many more there are."""
    if not source.authors:
        return "Authors not seen"
    shown = source.authors if len(source.authors) <= named else source.authors[: named - 1]
    more = len(source.authors) - len(shown)
    return ", ".join(shown) + (f" and {more} others" if more else "")


def short(source: Publication) -> str:
    """What people call a source in passing: `Pelland et al. (2024)`."""
    if not source.authors:
        return f"“{_cut(source.title)}” ({year(source)})"
    families = [re.sub(r"\s+[A-Z][A-Za-z]{0,3}$", "", name) for name in source.authors]
    match families:
        case [who]:
            pass
        case [one, "et al."]:
            who = f"{one} et al."
        case [one, two]:
            who = f"{one} and {two}"
        case [one, *_]:
            who = f"{one} et al."
    return f"{who} ({year(source)})"


def _cut(title: str, most: int = 60) -> str:
    """The beginning of a long title, whole words only."""
    if len(title) <= most:
        return title
    return title[:most].rpartition(" ")[0].rstrip(",:;") + "…"


def year(source: Publication) -> str:
    """The year, or that nobody saw it."""
    return str(source.year) if source.year else "year not seen"


def link_words(source: Publication) -> str:
    """What the link to a source is called."""
    if source.doi:
        return f"doi:{source.doi}"
    return f"PubMed {source.pmid}" if source.pmid else "no DOI was seen"
