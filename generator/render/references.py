"""The sources behind the claims a page cites, each once, with the claims that need it."""

from dataclasses import dataclass

from markupsafe import Markup

from generator.bibliography.citation import link_words, year
from generator.model import Library, Publication
from generator.render.templates import component
from generator.view.page import Html
from generator.view.prose import inline_html
from generator.view.route import Links
from generator.view.words import SOURCE_STATUSES, UNVERIFIED, counted, sentence

NAMED = 6
"""Authors printed before the rest become a number."""


@dataclass(frozen=True)
class Reference:
    """One publication and why the page needs it."""

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
    missing: str
    """What of the record we have not read, or why nothing rests on it; empty when all is well."""
    claims: tuple[tuple[str, str], ...]
    """The claims of the page that name it: title and address; none where the page does itself."""


def references(
    claims: tuple[str, ...], library: Library, links: Links, sources: tuple[str, ...] = ()
) -> tuple[Reference, ...]:
    """The sources of some claims, and some named directly, by first author and year."""
    behind: dict[str, list[str]] = {id_: [] for id_ in sources}
    for claim in dict.fromkeys(claims):
        for source in library.claims[claim].sources:
            behind.setdefault(source, []).append(claim)
    ordered = sorted((library.sources[id_] for id_ in behind), key=_place_in_list)
    return tuple(
        Reference(
            source.id,
            authors(source),
            year(source),
            Markup(inline_html(sentence(source.title), links)),
            (source.journal or "").rstrip("."),
            links.url("source", source.id),
            source.link,
            link_words(source),
            _missing(source),
            tuple(
                (library.claims[claim].title, links.url("claim", claim))
                for claim in behind[source.id]
            ),
        )
        for source in ordered
    )


def references_html(
    claims: tuple[str, ...], library: Library, links: Links, sources: tuple[str, ...] = ()
) -> Html:
    """The list as a component, folded up: on a phone it is a long way past it."""
    found = references(claims, library, links, sources)
    return component(
        "references.html", references=found, summary=counted(len(found), "publication")
    )


def authors(source: Publication) -> str:
    """The authors in print; a long list ends in how many more there are."""
    if not source.authors:
        return "Authors not seen"
    shown = source.authors if len(source.authors) <= NAMED else source.authors[: NAMED - 1]
    more = len(source.authors) - len(shown)
    return ", ".join(shown) + (f" and {more} others" if more else "")


def _missing(source: Publication) -> str:
    parts = [UNVERIFIED.get(source.verified, ""), SOURCE_STATUSES.get(source.status or "", "")]
    return "; ".join(part for part in parts if part)


def _place_in_list(source: Publication) -> tuple[str, int, str]:
    first = source.authors[0] if source.authors else source.title
    return first.casefold(), source.year or 0, source.id
