"""The sources: an index by kind of study, and the record of each publication."""

from collections.abc import Iterable

from generator.bibliography.bibtex import entry
from generator.bibliography.citation import short
from generator.model import Publication
from generator.model.vocabulary import SOURCE_TYPES
from generator.render.leaning import background_sources, leaning_html, leaning_on_source
from generator.render.library_parts import (
    Block,
    Entry,
    Fact,
    anchor,
    blocks,
    body,
    claim_blocks,
    facts,
    filled,
    found_words,
    inline,
    jumps,
    made_from,
    read_it,
    section,
    status_badges,
    trail,
)
from generator.render.templates import component
from generator.view import words
from generator.view.context import Context
from generator.view.page import Html, Markdown, Page, Part, Section
from generator.view.prose import without_markup
from generator.view.route import BIBTEX, CSL_JSON, EVIDENCE, SOURCES, Links, page_of

_TYPES_MEAN = {
    "meta-analysis": "Pools the numbers of many studies.",
    "systematic-review": "Collects studies by a stated method, without pooling them into one "
    "number.",
    "rct": "People are put into groups by lot, and the groups train differently.",
    "cohort": "People are followed over time, without being put into groups.",
    "mechanistic": "Measures how something works, such as forces or signals, and not growth "
    "over weeks of training.",
    "narrative-review": "Experts sum up what they know; which studies they chose is up to them.",
    "position-stand": "A professional body or a panel says what it recommends.",
    "survey": "People are asked what they do or think.",
}
_TYPE_HEADINGS = {
    "meta-analysis": "Meta-analyses",
    "systematic-review": "Systematic reviews",
    "rct": "Randomised trials",
    "cohort": "Cohort studies",
    "mechanistic": "Mechanistic studies",
    "narrative-review": "Narrative reviews",
    "position-stand": "Position stands",
    "survey": "Surveys",
}
_VERIFIED = {
    "full": "The bibliographic data and the finding. That need not mean the whole paper.",
    "partial": "A part of this record: some bibliographic data, or some of the finding, was not "
    "seen.",
    "memory": "Nothing. The record was written from memory and waits to be checked.",
}


def source_pages(context: Context) -> tuple[Page, ...]:
    """The index and every source."""
    sources = context.library.sources.values()
    return (source_index(context), *(source_page(item, context) for item in sources))


def source_index(context: Context) -> Page:
    """All sources by kind of study."""
    links = Links(SOURCES)
    sources = context.library.sources.values()
    unlinked = sum(not item.link for item in sources)
    sections = filled(
        *(
            section(_TYPE_HEADINGS[type_], type_, *_type(type_, context, links))
            for type_ in SOURCE_TYPES
        ),
        section("Background", "background", *_background(context, links)),
    )
    return Page(
        SOURCES,
        "The sources",
        f"The {len(sources)} publications we looked at, by kind of study.",
        (
            Section(
                (
                    trail(links, ("Evidence", EVIDENCE)),
                    Markdown(
                        f"{words.counted(len(sources), 'publication')}, by kind of study. Each "
                        "has a page with what it found, what limits it and how much of the "
                        f"record was read. For {unlinked} of them no DOI or PubMed number was "
                        "seen, and we print none we did not see."
                    ),
                    component(
                        "library/downloads.html",
                        says="All of them for a reference manager",
                        files=[
                            ("BibTeX", links.asset(BIBTEX)),
                            ("CSL-JSON", links.asset(CSL_JSON)),
                        ],
                    ),
                    jumps(sections),
                )
            ),
            *sections,
        ),
    )


def _type(type_: str, context: Context, links: Links) -> Iterable[Part]:
    sources = [item for item in context.library.sources.values() if item.type == type_]
    if sources:
        yield Markdown(_TYPES_MEAN[type_])
        yield _entries(sources, links)


def _background(context: Context, links: Links) -> Iterable[Part]:
    found = background_sources(context)
    if found:
        yield Markdown(
            "No claim and no exercise cites these. They are behind a way of counting, or read and "
            "kept; each page says what mentions it."
        )
        yield _entries(found, links)


def _entries(sources: Iterable[Publication], links: Links) -> Html:
    return component(
        "library/entries.html",
        items=[
            Entry(
                short(item),
                links.url("source", item.id),
                inline(item.title, links),
                status_badges(item),
            )
            for item in sorted(sources, key=lambda item: (short(item).casefold(), item.id))
        ],
    )


def source_page(item: Publication, context: Context) -> Page:
    """The whole record of one publication."""
    links = Links(page_of("source", item.id))
    return Page(
        links.page,
        short(item),
        f"{without_markup(item.title)}: what it found, its limits, and the claims that "
        f"{'mention' if item.status else 'use'} it.",
        (
            Section(
                (
                    trail(
                        links,
                        ("Evidence", EVIDENCE),
                        ("Sources", SOURCES),
                        (_TYPE_HEADINGS[item.type], f"{SOURCES}#{item.type}"),
                    ),
                    component(
                        "library/publication.html",
                        title=inline(item.title, links),
                        authors=", ".join(item.authors) or "Authors not seen",
                    ),
                    *_banner(item),
                    facts(
                        (
                            Fact("Year", str(item.year or "Year not seen")),
                            Fact("Published in", item.journal or "Not seen", long=True),
                            Fact("Read it", read_it(item), long=True),
                            Fact("Kind", words.capital(words.SOURCE_TYPES[item.type])),
                            Fact("Studies", f"{item.n_studies:,}" if item.n_studies else ""),
                            Fact(
                                "People", f"{item.n_participants:,}" if item.n_participants else ""
                            ),
                        )
                    ),
                )
            ),
            *filled(
                section("Who was studied", "population", *body(item.population, links)),
                section(found_words(item), "finding", *body(item.finding, links)),
                section("What limits it", "limits", *body(item.limitations, links)),
                section("How much we read", "read", Markdown(_VERIFIED[item.verified])),
                section(_over_claims(item), "claims", *_claims(item, context, links)),
                section("Exercises that use it", "exercises", *_exercises(item, context, links)),
                section(
                    "What leans on it",
                    "leans",
                    *leaning_html(leaning_on_source(item, context, links)),
                ),
                section("Cite it", "cite", Markdown(f"```bibtex\n{entry(item)}```")),
            ),
            Section((made_from(f"content/evidence/sources/{item.id}.yml", context),)),
        ),
    )


def _banner(item: Publication) -> tuple[Html, ...]:
    if not item.status:
        return ()
    return (
        component(
            "library/banner.html",
            title=words.sentence(words.SOURCE_STATUSES[item.status]),
            text="No verdict on this site rests on this publication. It is listed so that you "
            "can see we know it.",
        ),
    )


def _over_claims(item: Publication) -> str:
    """The heading of the claims that list it; on one with a status none of them rests."""
    return "Claims that mention it" if item.status else "Claims that use it"


def _claims(item: Publication, context: Context, links: Links) -> tuple[Part, ...]:
    return claim_blocks(context.claims_on(item.id), context, links)


def _exercises(item: Publication, context: Context, links: Links) -> Iterable[Part]:
    found = [context.library.exercises[id_] for id_ in context.exercises_on(item.id)]
    return blocks(
        Block(title=anchor(links.url("exercise", other.id), other.name)) for other in found
    )
