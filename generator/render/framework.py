"""The framework: what it is, its pillars and topics, and the index of its rules."""

from collections.abc import Iterable

from generator.model import Topic
from generator.model.vocabulary import PILLARS, VERDICTS
from generator.render.library_parts import (
    Block,
    Row,
    blocks,
    body,
    claim_blocks,
    filled,
    made_from,
    prose,
    references,
    rule_blocks,
    section,
    threshold_blocks,
    trail,
)
from generator.render.marks import Badge
from generator.rule import Kind
from generator.view.context import Context
from generator.view.page import Html, Markdown, Page, Section
from generator.view.prose import inline_markdown, without_markup
from generator.view.route import AUDIT, COUNTING, FRAMEWORK, GLOSSARY, Links, page_of
from generator.view.words import VERDICTS as VERDICT_WORDS
from generator.view.words import counted, joined

_SPEAKS_UP = "What each rule speaks up about"
"""The heading of rules by name: the name of a rule says what is wrong when it speaks."""
_FOLLOWS = (
    "An evidence guard rail follows from its verdicts, whatever they are: a rule for longer rests "
    "is there because “short rests build more muscle” is contradicted."
)
"""So that nobody takes a guard rail for refuted."""


def framework_pages(context: Context) -> tuple[Page, ...]:
    """The index, and a page for each pillar and topic."""
    return (framework_index(context), *(topic_page(id_, context) for id_ in _topics(context)))


def _topics(context: Context) -> dict[str, Topic]:
    return context.library.framework.topics


def framework_index(context: Context) -> Page:
    """What the framework says, what we make of it, and every rule."""
    links = Links(FRAMEWORK)
    topics = _topics(context)
    return Page(
        FRAMEWORK,
        "The framework",
        "The four pillars of leg growth: what the framework says, what the evidence says, and "
        "every rule.",
        (
            Section((Markdown(_what(topics, links)),)),
            section(
                "We apply it, and we audit it", "apply-and-audit", Markdown(_how(context, links))
            ),
            section("The four pillars", "pillars", *_topic_blocks(PILLARS, context, links)),
            section(
                "What stands beside them",
                "topics",
                *_topic_blocks((id_ for id_ in topics if id_ not in PILLARS), context, links),
            ),
            section(_SPEAKS_UP, "rules", Markdown(_rule_words(context))),
            *(
                section(topic.name, f"rules-{id_}", *_rules(id_, context, links), level=3)
                for id_, topic in topics.items()
                if any(rule.topic == id_ for rule in context.rules)
            ),
            *references(tuple(topics.values()), context, links),
            Section((made_from("content/framework.yml", context),)),
        ),
    )


def _what(topics: dict[str, Topic], links: Links) -> str:
    """The framework in a few lines, its takeaways in its own order."""
    pillars = joined(topics[id_].name.lower() for id_ in PILLARS)
    takeaways = [topic.takeaway for topic in topics.values() if topic.takeaway]
    lines = "\n".join(f"- {inline_markdown(text, links)}" for text in takeaways)
    return f"""
The framework comes from an article. It says that legs grow on four interlocking pillars: {pillars}.
It asks you to remember {counted(len(takeaways), "thing")}:

{lines}
"""


def checking(context: Context) -> str:
    """What the rules look at, how many say what stands behind them, and how many are ours alone."""
    sense = sum(rule.kind is Kind.SENSE for rule in context.rules)
    own = counted(sense, "check")
    return (
        f"{counted(len(context.rules) - sense, 'rule')} check the sets, loads, rests and order of "
        "every program; each says which studies speak for and against it, or that none do."
    ) + (f" {own} of our own {'stands' if sense == 1 else 'stand'} beside them." if sense else "")


def _how(context: Context, links: Links) -> str:
    theirs = sum(rule.kind is Kind.FRAMEWORK for rule in context.rules)
    return f"""
We do two things with the framework and never mix them up.

**We apply it.** {counted(theirs, "rule")} here say what the framework says, as it says it,
whatever we think of it. Every program on this site is checked against them. A program may depart
from most of them, and then its guide prints the reason.

**We audit it.** Every claim behind the framework carries a verdict and a certainty, with sources
you can open. Where the evidence disagrees, the rule's page and the guide say so.
{checking(context)}
[The audit]({links.file("page", AUDIT)}) puts both side by side, and [how we
count]({links.file("page", COUNTING)}) says what every number means, and [the
glossary]({links.file("page", GLOSSARY)}) what every word means.
"""


def _rule_words(context: Context) -> str:
    return (
        f"{counted(len(context.rules), 'rule')} look at every program. An error keeps it off the "
        "site, a warning or a note is printed on its guide. The badges are the evidence's "
        "verdicts on the claims a rule stands on; a rule without a badge rests on no claim. "
        f"{_FOLLOWS}"
    )


def _topic_blocks(ids: Iterable[str], context: Context, links: Links) -> tuple[Html, ...]:
    topics = _topics(context)
    return blocks(
        Block(
            title=topics[id_].name,
            href=links.url("topic", id_),
            badges=(Badge("pillar", id_, _size(id_, context)),),
            rows=tuple(_stance(topics[id_], links)),
        )
        for id_ in ids
    )


def _size(topic: str, context: Context) -> str:
    rules = sum(rule.topic == topic for rule in context.rules)
    claims = sum(claim.topic == topic for claim in context.library.claims.values())
    return f"{counted(rules, 'rule')}, {counted(claims, 'claim')}"


def _stance(topic: Topic, links: Links) -> Iterable[Row]:
    yield Row("The framework says", prose(topic.says, links))
    if topic.audit:
        yield Row("Our audit", prose(topic.audit, links))
    if topic.takeaway:
        yield Row("Takeaway", prose(topic.takeaway, links))


def _rules(topic: str, context: Context, links: Links) -> tuple[Html, ...]:
    return rule_blocks((rule for rule in context.rules if rule.topic == topic), context, links)


def _following(topic: str, context: Context) -> tuple[Markdown, ...]:
    """How the verdicts on a topic's guard rails are to be read, where it has some."""
    rails = any(rule.topic == topic and rule.kind is Kind.EVIDENCE for rule in context.rules)
    return (Markdown(_FOLLOWS),) if rails else ()


def topic_page(id_: str, context: Context) -> Page:
    """One pillar or topic: what is said of it, its rules, its claims by verdict, its numbers."""
    links = Links(page_of("topic", id_))
    topic = _topics(context)[id_]
    used = {name for rule in context.rules if rule.topic == id_ for name in rule.thresholds}
    thresholds = context.library.framework.thresholds
    return Page(
        links.page,
        topic.name,
        without_markup(topic.says),
        (
            Section((trail(links, ("Framework", FRAMEWORK)),)),
            *filled(
                section("What the framework says", "says", *body(topic.says, links)),
                section("What the evidence says", "audit", *body(topic.audit, links)),
                section("Takeaway", "takeaway", *body(topic.takeaway, links)),
                section(
                    _SPEAKS_UP, "rules", *_following(id_, context), *_rules(id_, context, links)
                ),
            ),
            *_claims(id_, context, links),
            *filled(
                section(
                    "Numbers its rules compare with",
                    "thresholds",
                    *threshold_blocks(
                        ((name, item) for name, item in thresholds.items() if name in used),
                        context,
                        links,
                    ),
                ),
                *references(topic, context, links, claims=_named(id_, used, context)),
            ),
            Section((made_from("content/framework.yml", context),)),
        ),
    )


def _named(topic: str, used: set[str], context: Context) -> Iterable[str]:
    """The topic's claims and those that judge its numbers."""
    for claim in context.library.claims.values():
        if claim.topic == topic:
            yield claim.id
    for name, item in context.library.framework.thresholds.items():
        if name in used:
            yield from item.claims


_SORTED = "Statements about this topic, sorted by what the evidence says of them."


def _claims(topic: str, context: Context, links: Links) -> Iterable[Section]:
    """The topic's claims under their verdicts."""
    claims = [claim for claim in context.library.claims.values() if claim.topic == topic]
    if claims:
        yield section("Claims and verdicts", "claims", Markdown(_SORTED))
    for verdict in VERDICTS:
        ids = [claim.id for claim in claims if claim.verdict == verdict]
        if ids:
            yield section(
                VERDICT_WORDS[verdict], verdict, *claim_blocks(ids, context, links), level=3
            )
