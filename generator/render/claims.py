"""The evidence: an index of claims by verdict, and a page for each claim."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass

from generator.bibliography.citation import short
from generator.model import Claim
from generator.model.library import Implication
from generator.model.vocabulary import CERTAINTIES, VERDICTS
from generator.render.leaning import background_claims, leaning_html, leaning_on_claim
from generator.render.library_parts import (
    Block,
    Entry,
    Row,
    blocks,
    body,
    claim_blocks,
    filled,
    inline,
    jumps,
    made_from,
    prose,
    section,
    source_blocks,
    trail,
)
from generator.render.marks import Badge, verdict_badge
from generator.render.templates import component
from generator.view import words
from generator.view.context import Context
from generator.view.page import Html, Markdown, Page, Part, Section
from generator.view.prose import escaped, without_markup
from generator.view.recheck import due, reasons
from generator.view.route import AUDIT, EVIDENCE, RECHECK, SOURCES, Links, page_of

_VERDICTS_MEAN = {
    "supported": "The evidence we found points the way the claim says.",
    "partly-supported": "A part of the claim holds, or it holds for some people or some exercises.",
    "contested": "Studies or experts disagree, or the evidence does not reach as far as the claim.",
    "contradicted": "The evidence we found points the other way.",
    "unverifiable": "We found nothing that could show the claim to be true or false.",
}
_CERTAINTIES_MEAN = {
    "high": "New studies are very unlikely to change the verdict.",
    "moderate": "New studies may change it a little.",
    "low": "New studies may well change it.",
    "very-low": "The verdict is a best guess.",
}
_ORIGINS = {
    "framework": "A claim the framework makes or leans on",
    "evidence": "A statement we add from the evidence",
}
_BASES = {"evidence": "a limit from the evidence", "editorial": "a limit we chose"}


@dataclass(frozen=True)
class Tally:
    """How many claims share a verdict or a certainty, and what that means."""

    words: str
    count: int
    means: str
    badge: Badge | None = None


def claim_pages(context: Context) -> tuple[Page, ...]:
    """The index and every claim."""
    claims = context.library.claims.values()
    return (evidence_index(context), *(claim_page(claim, context) for claim in claims))


def evidence_index(context: Context) -> Page:
    """Claims by verdict, and what the words mean."""
    links = Links(EVIDENCE)
    claims = context.library.claims
    by_verdict = {
        verdict: [id_ for id_, claim in claims.items() if claim.verdict == verdict]
        for verdict in VERDICTS
    }
    sections = filled(
        *(
            section(words.VERDICTS[verdict], verdict, *claim_blocks(ids, context, links))
            for verdict, ids in by_verdict.items()
        ),
        section("Background", "background", *_background(context, links)),
    )
    return Page(
        EVIDENCE,
        "The evidence",
        f"{words.counted(len(claims), 'claim')} about training legs, each with a verdict, a "
        "certainty and sources.",
        (
            Section((Markdown(_intro(context, links)), jumps(sections))),
            section("What the verdicts mean", "verdicts", _verdicts(claims.values())),
            section(
                "What certainty means",
                "certainty",
                Markdown(
                    "Certainty is about the verdict, not about the claim. A claim can be "
                    "contradicted with moderate certainty."
                ),
                _certainties(claims.values()),
            ),
            *sections,
        ),
    )


def _intro(context: Context, links: Links) -> str:
    claims, sources = context.library.claims, context.library.sources
    theirs = sum(claim.origin == "framework" for claim in claims.values())
    return f"""
We looked at {len(claims)} claims and {len(sources)} sources. {theirs} of the claims are made by the
framework or follow from what it says; the others are added from the evidence.

- [The audit]({links.file("page", AUDIT)}): what the framework says, what the evidence says and
  what we do.
- [The sources]({links.file("page", SOURCES)}): every publication, with what it found and what
  limits it.
- [Claims due for re-check]({links.file("page", RECHECK)}): what we look at again first, and when.

Below, the claims are sorted by verdict.
"""


def _verdicts(claims: Collection[Claim]) -> Html:
    return _tallies(
        Tally(
            words.VERDICTS[verdict],
            sum(claim.verdict == verdict for claim in claims),
            _VERDICTS_MEAN[verdict],
            verdict_badge(verdict),
        )
        for verdict in VERDICTS
    )


def _certainties(claims: Collection[Claim]) -> Html:
    return _tallies(
        Tally(
            words.capital(words.CERTAINTIES[certainty]),
            sum(claim.certainty == certainty for claim in claims),
            _CERTAINTIES_MEAN[certainty],
        )
        for certainty in CERTAINTIES
    )


def _tallies(items: Iterable[Tally]) -> Html:
    return component("library/tally.html", items=tuple(items))


def _background(context: Context, links: Links) -> Iterable[Part]:
    claims = background_claims(context, links)
    if claims:
        yield Markdown(
            "No rule, number, program or text leans on these. We looked at them and say what we "
            "found."
        )
        yield component(
            "library/entries.html",
            items=[
                Entry(
                    claim.title,
                    links.url("claim", claim.id),
                    inline(claim.statement, links),
                    (verdict_badge(claim.verdict),),
                )
                for claim in claims
            ],
        )


def claim_page(claim: Claim, context: Context) -> Page:
    """A claim, its verdict, the reasoning, and what leans on it."""
    links = Links(page_of("claim", claim.id))
    topic = context.library.framework.topics[claim.topic]
    certainty = words.CERTAINTIES[claim.certainty]
    return Page(
        links.page,
        claim.title,
        f"“{without_markup(claim.statement)}” {words.VERDICTS[claim.verdict]}, {certainty}.",
        (
            Section(
                (
                    trail(
                        links, ("Evidence", EVIDENCE), (topic.name, page_of("topic", claim.topic))
                    ),
                    component(
                        "library/ruling.html",
                        origin=_ORIGINS[claim.origin],
                        statement=inline(claim.statement, links),
                        badge=verdict_badge(claim.verdict),
                        certainty=certainty,
                    ),
                )
            ),
            *filled(
                section("What the evidence says", "reasoning", *body(claim.text, links)),
                section("Why this certainty", "certainty", *body(claim.certainty_reason, links)),
                section("What would change the verdict", "change", *_change(claim, context, links)),
                section(
                    "What leans on it",
                    "leans",
                    *leaning_html(leaning_on_claim(claim, context, links)),
                ),
                section("What the evidence alone would check", "checks", *_checks(claim, links)),
                section("Sources", "sources", *_sources(claim, context, links)),
            ),
            Section((made_from(f"content/evidence/claims/{claim.id}.yml", context),)),
        ),
    )


def _shown(claim: Claim) -> tuple[Implication, ...]:
    """What follows for a checker; checks of wording are our own notes."""
    return tuple(item for item in claim.implications if not item.threshold.startswith("text lint"))


def _checks(claim: Claim, links: Links) -> Iterable[Part]:
    if _shown(claim):
        yield Markdown(
            "This is what a checker built on the evidence alone would look at. The framework's "
            "own rules are applied as written, so the rules on this site can differ."
        )
    yield from blocks(
        Block(
            text=prose(item.check, links),
            rows=(
                *([Row("Limit", prose(item.threshold, links))] if item.threshold else []),
                Row("How much it should matter", words.capital(item.severity)),
                *([Row("Who set it", words.sentence(_BASES[item.basis]))] if item.basis else []),
            ),
        )
        for item in _shown(claim)
    )


def _change(claim: Claim, context: Context, links: Links) -> tuple[Part, ...]:
    """What would change the verdict, when we last looked and when we look again."""
    checked = words.month(claim.checked)
    hurry = reasons(claim, context.library)
    if hurry:
        again = f"It comes first at the next look: {words.joined(hurry)}."
    else:
        again = f"Due again in {words.month(due(claim, context.library))}."
    when = f"Checked in {checked}. {again} [All dates]({links.file('page', RECHECK)})"
    return (*body(claim.would_change, links), Markdown(when))


def _sources(claim: Claim, context: Context, links: Links) -> Iterable[Part]:
    if not claim.sources:
        yield Markdown("We found no source for this claim.")
    fallen = context.library.fallen(claim.sources)
    if fallen:
        standing = words.counted(len(context.library.standing(claim.sources)), "source")
        named = words.joined(f"{short(item)}, {item.status}" for item in fallen)
        yield Markdown(f"The verdict rests on {standing}, not counting {escaped(named)}.")
    yield from source_blocks(claim.sources, context, links)
