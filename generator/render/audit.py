"""The audit: what the framework says, what the evidence says, and what we do about it."""

import re
from collections.abc import Iterable

from markupsafe import Markup

from generator.model import Claim
from generator.model.vocabulary import VERDICTS
from generator.render.library_parts import (
    Block,
    Row,
    blocks,
    filled,
    jumps,
    prose,
    rule_in_full,
    section,
    stacked,
    trail,
)
from generator.render.marks import verdict_badge
from generator.rule import Rule
from generator.view import words
from generator.view.context import Context
from generator.view.page import Html, Markdown, Page, Section
from generator.view.route import AUDIT, EVIDENCE, SOURCES, Links

OPENING = 120
"""Characters the short answer has at least; it always ends with a sentence."""


def audit_page(context: Context) -> Page:
    """Every claim of the framework beside the evidence and our rules."""
    links = Links(AUDIT)
    claims = [claim for claim in context.library.claims.values() if claim.origin == "framework"]
    topics = context.library.framework.topics
    sections = filled(
        *(
            section(
                topic.name,
                id_,
                *_blocks((claim for claim in claims if claim.topic == id_), context, links),
            )
            for id_, topic in topics.items()
        )
    )
    intro = (trail(links, ("Evidence", EVIDENCE)), Markdown(_intro(claims, links)), jumps(sections))
    return Page(
        AUDIT,
        "The audit",
        "Each claim of the framework beside what the evidence says of it and the rules that "
        "stand on it.",
        (Section(intro), *sections),
    )


def _intro(claims: list[Claim], links: Links) -> str:
    counts = {verdict: sum(claim.verdict == verdict for claim in claims) for verdict in VERDICTS}
    said = words.joined(
        f"{number} {words.VERDICTS[verdict].lower()}"
        for verdict, number in counts.items()
        if number
    )
    return f"""
The framework makes {words.counted(len(claims), "claim")}, or leans on them. Our verdicts: {said}.

A verdict does not switch a rule off. The framework's rules are applied as written, whatever the
verdict, and the guides say where the evidence disagrees. The page of each claim lists what its
verdict rests on; all of it together is under [the sources]({links.file("page", SOURCES)}).
"""


def _blocks(claims: Iterable[Claim], context: Context, links: Links) -> tuple[Html, ...]:
    return blocks(
        Block(
            title=claim.title,
            href=links.url("claim", claim.id),
            badges=(verdict_badge(claim.verdict),),
            meta=words.CERTAINTIES[claim.certainty],
            rows=(
                Row("The framework says", prose(claim.statement, links)),
                Row("The evidence says", prose(opening(claim.text), links)),
                Row("What we do", _done(context.rules_on(claim.id), links)),
            ),
        )
        for claim in claims
    )


def opening(text: str) -> str:
    """The first sentences of a text, enough of them to make a point."""
    sentences = re.split(
        r"(?<=[.!?])(?<!\bal\.)(?<!\bvs\.)(?<!\bv\.)\s+(?=[“(\[]?[A-Z0-9])", " ".join(text.split())
    )
    said = ""
    for sentence in sentences:
        said = f"{said} {sentence}".strip()
        if len(said) >= OPENING:
            break
    return said


def _done(rules: tuple[Rule, ...], links: Links) -> Markup | str:
    if not rules:
        return "No rule."
    return stacked(
        rule_in_full(rule, links) + f" ({words.RULE_KINDS[rule.kind]})" for rule in rules
    )
