"""Who leans on a claim or a source, and what nothing leans on."""

from collections.abc import Iterable

from markupsafe import Markup

from generator.model import Claim, Publication
from generator.plan import Plan
from generator.render.guide import TARGETS
from generator.render.library_parts import (
    Row,
    anchor,
    enumerated,
    inline,
    program_link,
    rule_in_full,
    rule_link,
    stacked,
    threshold_words,
)
from generator.render.templates import component
from generator.rule import find_rule
from generator.view.context import Context
from generator.view.page import Html
from generator.view.route import COUNTING, Links

_WRITERS = {
    "rule": "Rules that mention it",
    "topic": "Pillars and topics",
    "program": "Guides that mention it",
    "exercise": "Exercises",
    "claim": "Other claims",
    "source": "Other sources",
    "page": "Pages",
}
"""Whose prose may link to a thing, in the order of print."""

Rows = tuple[tuple[str, list[Markup]], ...]
"""Links to those who lean on something, under a label each."""


def leaning_on_claim(claim: Claim, context: Context, links: Links) -> Rows:
    """The rules, numbers, programs and texts that point at a claim."""
    rules = context.rules_on(claim.id)
    return _some(
        ("Rules", [rule_in_full(rule, links) for rule in rules]),
        ("Numbers", _numbers(claim, context, links)),
        ("Takeaways", list(_takeaways(claim, context, links))),
        ("Departures from a rule", list(_departures(claim, context, links))),
        ("Targets on guides", [program_link(plan, links) for plan in _aiming(claim, context)]),
        *_mentions("claim", claim.id, context, links, but={rule.code for rule in rules}),
    )


def leaning_on_source(source: Publication, context: Context, links: Links) -> Rows:
    """The rules and programs that stand on the claims of a source, and texts that mention it."""
    claims = context.claims_on(source.id) if source.stands else ()
    rules = [rule for rule in context.rules if set(claims) & set(rule.claims)]
    on_claims = {plan.program.id for claim in claims for plan in context.programs_on(claim)}
    programs = [plan for plan in context.plans if plan.program.id in on_claims]
    return _some(
        ("Rules, through its claims", [enumerated(rule_link(rule, links) for rule in rules)]),
        ("Programs, through its claims", [program_link(plan, links) for plan in programs]),
        *_mentions("source", source.id, context, links),
    )


def leaning_html(rows: Rows) -> tuple[Html, ...]:
    """Those who lean, as labelled lines; nothing when there are none."""
    found = tuple(Row(label, stacked(items)) for label, items in rows)
    return (component("library/rows.html", rows=found),) if found else ()


def background_claims(context: Context, links: Links) -> tuple[Claim, ...]:
    """The claims that nothing leans on."""
    claims = context.library.claims.values()
    return tuple(claim for claim in claims if not leaning_on_claim(claim, context, links))


def background_sources(context: Context) -> tuple[Publication, ...]:
    """The sources that no claim and no exercise cites."""
    return tuple(
        source
        for id_, source in context.library.sources.items()
        if not context.claims_on(id_) and not context.exercises_on(id_)
    )


def _some(*rows: tuple[str, list[Markup]]) -> Rows:
    return tuple((label, items) for label, items in rows if any(items))


def _numbers(claim: Claim, context: Context, links: Links) -> list[Markup]:
    counting = links.url("page", COUNTING)
    return [
        anchor(f"{counting}#limit-{id_}", threshold_words(id_, item))
        for id_, item in context.library.framework.thresholds.items()
        if claim.id in item.claims
    ]


def _takeaways(claim: Claim, context: Context, links: Links) -> Iterable[Markup]:
    for plan in context.plans:
        for takeaway in plan.program.takeaways:
            if claim.id in takeaway.claims:
                yield program_link(plan, links) + ": " + inline(takeaway.text, links)


def _departures(claim: Claim, context: Context, links: Links) -> Iterable[Markup]:
    for plan in context.plans:
        for deviation in plan.program.deviations:
            rule = find_rule(deviation.rule)
            if claim.id in deviation.claims and rule is not None:
                yield program_link(plan, links) + ": " + rule_in_full(rule, links)


def _aiming(claim: Claim, context: Context) -> list[Plan]:
    """The programs with a target that a claim judges; their guides show its verdict."""
    if claim.id not in TARGETS:
        return []
    asked = "recovery" if claim.id == TARGETS[0] else "nutrition"
    return [plan for plan in context.plans if getattr(plan.program, asked)]


def _mentions(
    kind: str, id_: str, context: Context, links: Links, but: set[str] | None = None
) -> Iterable[tuple[str, list[Markup]]]:
    """Those whose prose links to it; rules that stand on it anyway are left out."""
    writers = context.mentions.get((kind, id_), ())
    for writer, label in _WRITERS.items():
        yield (
            label,
            [
                anchor(links.url(writer, name), _called(writer, name, context))
                for what, name in writers
                if what == writer and name not in (but or ())
            ],
        )


def _called(kind: str, id_: str, context: Context) -> str:
    """What readers call the writer of a text."""
    library = context.library
    match kind:
        case "rule":
            rule = find_rule(id_)
            return f"{id_} {rule.title}" if rule else id_
        case "topic":
            return library.framework.topics[id_].name
        case "exercise":
            return library.exercises[id_].name
        case "claim":
            return library.claims[id_].title
        case "source":
            return library.sources[id_].title
        case "program":
            return next(plan.program.title for plan in context.plans if plan.program.id == id_)
    if id_ == COUNTING:
        return "How we count"
    return context.written[id_].partition("\n")[0].removeprefix("# ")
