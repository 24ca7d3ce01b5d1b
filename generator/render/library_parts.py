"""Pieces that pages share: facts, blocks, badges, trails, lists of claims and rules.

Blocks stand where a wide table would: a title, a few badges and labelled lines, which a phone
shows as well as a screen.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from markupsafe import Markup, escape

from generator.bibliography.citation import link_words, short
from generator.load.library import links_in
from generator.model import Library, Publication, Threshold
from generator.model.number import plain
from generator.plan import Plan
from generator.render.marks import Badge, verdict_badge
from generator.render.references import references_html
from generator.render.templates import component
from generator.rule import Rule
from generator.view.context import Context
from generator.view.page import Html, Markdown, Part, Section
from generator.view.prose import escaped, html, inline_html, inline_markdown, markdown
from generator.view.route import Links
from generator.view.words import (
    BASES,
    CERTAINTIES,
    RULE_KINDS,
    SOURCE_STATUSES,
    SOURCE_TYPES,
    capital,
    counted,
    sentence,
)


@dataclass(frozen=True)
class Fact:
    """One entry of a facts box."""

    name: str
    text: Markup | str
    under: str = ""
    why: str = ""
    """Words of the link that explains the number."""
    why_href: str = ""
    long: bool = False
    """Whether it takes the room of two."""


@dataclass(frozen=True)
class Row:
    """A labelled line of a block."""

    label: Markup | str
    text: Markup | str


@dataclass(frozen=True)
class Block:
    """Something with a few things to say about it, mostly under a name."""

    title: Markup | str = ""
    href: str = ""
    id: str = ""
    badges: tuple[Badge, ...] = ()
    meta: str = ""
    text: Markup | str = ""
    rows: tuple[Row, ...] = ()


@dataclass(frozen=True)
class Entry:
    """A line of a long list: a name, badges, and a little more below."""

    name: str
    href: str
    title: Markup | str
    badges: tuple[Badge, ...] = ()


def blocks(items: Iterable[Block]) -> tuple[Html, ...]:
    """Blocks as one component, or nothing when there are none."""
    found = tuple(items)
    return (component("library/blocks.html", items=found),) if found else ()


def facts(items: Iterable[Fact]) -> Html:
    """A facts box; facts without a value are left out."""
    return component("facts.html", facts=[item for item in items if item.text])


@dataclass(frozen=True)
class Trail(Html):
    """Where a page stands."""

    steps: tuple[tuple[str, str], ...] = ()
    """The pages above it, by words and file."""


def trail(links: Links, *steps: tuple[str, str]) -> Trail:
    """Where a page stands: the pages above it, by words and file."""
    there = [(words, links.url("page", file)) for words, file in steps]
    return Trail(component("library/trail.html", steps=there).text, steps)


def jumps(sections: Iterable[Section]) -> Html:
    """Links to the sections of the same page, by their headings."""
    return component("jumps.html", jumps=[(Markup(item.heading), item.id) for item in sections])


def section(heading: str, id_: str, *body: Part, level: int = 2) -> Section:
    """A section whose heading is plain words."""
    return Section(tuple(body), escaped(heading), level, id_)


def filled(*sections: Section) -> tuple[Section, ...]:
    """The sections that say something."""
    return tuple(item for item in sections if item.body)


def inline(text: str, links: Links) -> Markup:
    """One paragraph people wrote, ready for a component."""
    return Markup(inline_html(text, links))


def prose(text: str, links: Links) -> Markup:
    """Paragraphs people wrote, ready for a component."""
    return Markup(html(text, links))


def body(text: str, links: Links) -> tuple[Markdown, ...]:
    """Paragraphs people wrote as the body of a section, or nothing when there are none."""
    return (Markdown(markdown(text, links)),) if text else ()


def listed(items: Iterable[str], links: Links, *, numbered: bool = False) -> tuple[Markdown, ...]:
    """Lines people wrote as a list, or nothing when there are none."""
    lines = [
        f"{f'{number}.' if numbered else '-'} {inline_markdown(text, links)}"
        for number, text in enumerate(items, 1)
    ]
    return (Markdown("\n".join(lines)),) if lines else ()


def anchor(href: str, words: str) -> Markup:
    """A link inside a component; only its words where there is no address."""
    if not href:
        return escape(words)
    return Markup('<a href="{}">{}</a>').format(href, words)


def claim_links(claims: Iterable[str], library: Library, links: Links) -> tuple[Markup, ...]:
    """Claims by their titles, each once."""
    return tuple(
        anchor(links.url("claim", id_), library.claims[id_].title) for id_ in dict.fromkeys(claims)
    )


def enumerated(items: Iterable[Markup]) -> Markup:
    """Short links one after the other."""
    return Markup(", ").join(items)


def stacked(items: Iterable[Markup]) -> Markup:
    """Longer links, one to a line."""
    lines = list(items)
    if len(lines) == 1:
        return lines[0]
    return Markup("<ul>{}</ul>").format(
        Markup().join(Markup("<li>{}</li>").format(x) for x in lines)
    )


def claim_blocks(ids: Iterable[str], context: Context, links: Links) -> tuple[Html, ...]:
    """Claims with what the evidence says of them."""
    claims = [context.library.claims[id_] for id_ in dict.fromkeys(ids)]
    return blocks(
        Block(
            title=claim.title,
            href=links.url("claim", claim.id),
            badges=(verdict_badge(claim.verdict),),
            meta=CERTAINTIES[claim.certainty],
            text=prose(claim.statement, links),
        )
        for claim in claims
    )


def rule_blocks(rules: Iterable[Rule], context: Context, links: Links) -> tuple[Html, ...]:
    """Rules with their kind, severity and the evidence's verdicts."""
    return blocks(
        Block(
            title=f"{rule.code} {rule.title}",
            href=links.url("rule", rule.code),
            badges=rule_badges(rule, context),
            meta=f"{RULE_KINDS[rule.kind]}, {rule.severity}",
        )
        for rule in rules
    )


def rule_badges(rule: Rule, context: Context) -> tuple[Badge, ...]:
    """The verdicts on the claims a rule stands on, each once."""
    verdicts = dict.fromkeys(context.library.claims[claim].verdict for claim in rule.claims)
    return tuple(verdict_badge(verdict) for verdict in verdicts)


def source_blocks(ids: Iterable[str], context: Context, links: Links) -> tuple[Html, ...]:
    """Sources with what they found and what keeps them from settling the matter."""
    sources = [context.library.sources[id_] for id_ in dict.fromkeys(ids)]
    return blocks(
        Block(
            title=short(source),
            href=links.url("source", source.id),
            badges=status_badges(source),
            meta=", ".join([SOURCE_TYPES[source.type], *sizes(source)]),
            rows=(
                Row(found_words(source), prose(source.finding, links)),
                Row("Limits", prose(source.limitations, links)),
                Row("Read it", read_it(source)),
            ),
        )
        for source in sources
    )


def found_words(source: Publication) -> str:
    """The label of its finding; a record that only says what was checked has none."""
    return "What was read" if source.finding.rstrip().endswith("verified.") else "What it found"


def status_badges(source: Publication) -> tuple[Badge, ...]:
    """The badge of a source on which nothing rests; none for the others."""
    return (Badge("status", "error", SOURCE_STATUSES[source.status]),) if source.status else ()


def sizes(source: Publication) -> list[str]:
    """How much a source covers, where it was seen."""
    studies, people = source.n_studies, source.n_participants
    return [
        *([counted(studies, "study", "studies")] if studies else []),
        *([f"{people:,} people" if people != 1 else "1 person"] if people else []),
    ]


def read_it(source: Publication) -> Markup:
    """The way to the publication itself."""
    words = link_words(source)
    return anchor(source.link, words if source.link else capital(words))


def threshold_blocks(
    items: Iterable[tuple[str, Threshold]],
    context: Context,
    links: Links,
    *,
    basis: bool = True,
    here: Rule | None = None,
) -> tuple[Html, ...]:
    """Thresholds: name and value, who set it, and what stands on it.

    Under a heading that says who set them, `basis` need not be repeated; on the page of a rule
    that rule is left out.
    """
    return blocks(
        Block(
            title=capital(threshold_words(id_, item)),
            id=f"limit-{id_}",
            text=prose(item.says, links),
            rows=(
                *([Row("Who set it", sentence(BASES[item.basis]))] if basis else []),
                *_judged(item, context, links),
                *_used(id_, context, links, here),
            ),
        )
        for id_, item in items
    )


def threshold_words(id_: str, item: Threshold) -> str:
    """`weekly sets ceiling beginner: 16 fractional sets a week`."""
    name = " ".join("RIR" if word == "rir" else word for word in id_.split("-"))
    return f"{name}: {plain(item.value)} {item.unit}"


def _judged(item: Threshold, context: Context, links: Links) -> Iterable[Row]:
    if item.claims:
        titles = [
            anchor(links.url("claim", id_), context.library.claims[id_].title)
            for id_ in item.claims
        ]
        yield Row("Judged by", stacked(titles))


def _used(id_: str, context: Context, links: Links, here: Rule | None) -> Iterable[Row]:
    rules = [rule for rule in context.rules if id_ in rule.thresholds and rule != here]
    if rules:
        yield Row(
            "Also used by" if here else "Used by",
            enumerated(rule_link(rule, links) for rule in rules),
        )


def rule_link(rule: Rule, links: Links) -> Markup:
    """A rule by its code, with its name for the pointer and the screen reader."""
    return Markup('<a href="{}" title="{}">{}</a>').format(
        links.url("rule", rule.code), rule.title, rule.code
    )


def rule_in_full(rule: Rule, links: Links) -> Markup:
    """A rule by its code and name."""
    return anchor(links.url("rule", rule.code), f"{rule.code} {rule.title}")


def program_link(plan: Plan, links: Links) -> Markup:
    """A program by its title."""
    return anchor(links.url("program", plan.program.id), plan.program.title)


def made_from(file: str, context: Context) -> Html:
    """The file behind a page, so that a reader can mend it."""
    return component("library/made_from.html", file=file, repo=context.repo_url.rstrip("/"))


def references(
    texts: object,
    context: Context,
    links: Links,
    *,
    claims: Iterable[str] = (),
    sources: Iterable[str] = (),
) -> tuple[Section, ...]:
    """The publications behind the claims and sources that a page names, also in its `texts`."""
    linked = links_in(texts)
    cited = (*claims, *(id_ for kind, id_ in linked if kind == "claim"))
    direct = (*sources, *(id_ for kind, id_ in linked if kind == "source"))
    if not direct and not any(context.library.claims[id_].sources for id_ in cited):
        return ()
    listing = references_html(cited, context.library, links, direct)
    return (section("References", "references", Markdown(_BEHIND), listing),)


_BEHIND = "The publications behind the claims on this page."
