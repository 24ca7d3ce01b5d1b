"""A page for each rule: its docstring, its numbers, the evidence on it and the programs it met."""

from collections.abc import Iterable

from generator.plan import Plan
from generator.render.handwritten import linked
from generator.render.library_parts import (
    Block,
    Fact,
    Row,
    blocks,
    claim_blocks,
    facts,
    filled,
    inline,
    made_from,
    program_link,
    prose,
    references,
    section,
    threshold_blocks,
    trail,
)
from generator.render.marks import status_badge
from generator.rule import Kind, Rule
from generator.view.context import Context
from generator.view.page import Html, Markdown, Page, Part, Section
from generator.view.prose import without_markup
from generator.view.route import FRAMEWORK, Links, page_of
from generator.view.standing import status
from generator.view.words import RULE_KINDS, SEVERITIES, capital, sentence


def rule_pages(context: Context) -> tuple[Page, ...]:
    """One page for every rule."""
    return tuple(rule_page(rule, context) for rule in context.rules)


def rule_page(rule: Rule, context: Context) -> Page:
    """What a rule checks, why, and what came of it."""
    links = Links(page_of("rule", rule.code))
    framework = context.library.framework
    topic = framework.topics[rule.topic]
    return Page(
        links.page,
        f"{rule.code} {rule.title}",
        f"{sentence(without_markup(rule.title))} {capital(RULE_KINDS[rule.kind])}. Allowed: "
        f"{rule.allowed_in(framework)}.",
        (
            Section(
                (
                    trail(
                        links, ("Framework", FRAMEWORK), (topic.name, page_of("topic", rule.topic))
                    ),
                    facts(
                        (
                            Fact(
                                "Allowed",
                                capital(rule.allowed_in(framework)).removesuffix("."),
                                long=True,
                            ),
                            Fact("Whose rule", capital(RULE_KINDS[rule.kind])),
                            Fact("Severity", SEVERITIES[rule.severity]),
                            Fact("Departing", "Not possible" if rule.fixed else "With a reason"),
                            Fact("Name", rule.name),
                        )
                    ),
                )
            ),
            *_docstring(rule, links),
            *filled(
                section("What the evidence says", "evidence", *_evidence(rule, context, links)),
                section("Its numbers", "thresholds", *_thresholds(rule, context, links)),
                section("Departing from it", "deviation", *_deviation(rule)),
                section("In the programs", "programs", *_programs(rule, context, links)),
                *references(
                    rule.sections,
                    context,
                    links,
                    claims=(*rule.claims, *_judging(rule, context)),
                ),
            ),
            Section((made_from(f"{rule.check.__module__.replace('.', '/')}.py", context),)),
        ),
    )


_EXAMPLES = {"Flagged": "An example it flags", "Fine": "An example that is fine"}


def _docstring(rule: Rule, links: Links) -> Iterable[Section]:
    for heading, text in rule.sections.items():
        id_ = heading.lower().replace(" ", "-")
        yield section(
            _EXAMPLES.get(heading, heading), id_, Markdown(linked(text, links, rule.code))
        )


_NO_CLAIM = {
    Kind.FRAMEWORK: "No claim stands behind this rule. The framework asks for it.",
    Kind.EVIDENCE: "No claim of our library stands behind this rule yet.",
    Kind.SENSE: "No claim stands behind this rule. It keeps a program consistent with itself.",
}


def _evidence(rule: Rule, context: Context, links: Links) -> Iterable[Part]:
    if rule.claims:
        if rule.kind is Kind.EVIDENCE:
            follows = "these verdicts" if len(rule.claims) > 1 else "this verdict"
            yield Markdown(f"The rule follows from {follows}.")
        yield from claim_blocks(rule.claims, context, links)
    else:
        yield Markdown(_NO_CLAIM[rule.kind])


def _judging(rule: Rule, context: Context) -> Iterable[str]:
    """The claims that judge its numbers, where they are not its own."""
    thresholds = context.library.framework.thresholds
    return (claim for id_ in rule.thresholds for claim in thresholds[id_].claims)


def _thresholds(rule: Rule, context: Context, links: Links) -> tuple[Html, ...]:
    thresholds = context.library.framework.thresholds
    items = ((id_, thresholds[id_]) for id_ in rule.thresholds)
    return threshold_blocks(items, context, links, here=rule)


def _deviation(rule: Rule) -> Iterable[Part]:
    if rule.fixed:
        yield Markdown(
            "No program may depart from this rule: it guards safety, or the meaning of what a "
            "guide says."
        )
        return
    claims = f"\n    claims: [{', '.join(rule.claims)}]" if rule.claims else ""
    yield Markdown(
        "A program may depart from this rule on purpose. Add these lines to its file and give "
        "the reason in a sentence. Readers see it on the guide. A deviation that catches nothing "
        "is "
        "reported.\n\n"
        f"```yaml\ndeviations:\n  - rule: {rule.code}\n"
        f"    reason: Say here why the program is better off without it.{claims}\n```"
    )


def _programs(rule: Rule, context: Context, links: Links) -> Iterable[Part]:
    if not context.plans:
        yield Markdown("No program is published yet.")
    yield from blocks(_program(rule, plan, context, links) for plan in context.plans)


def _program(rule: Rule, plan: Plan, context: Context, links: Links) -> Block:
    """What the rule measured in a program, and what came of it."""
    found = tuple(finding for finding in context.findings(plan) if finding.code == rule.code)
    result = status(found)
    reasons = [
        Row("Reason", prose(deviation.reason, links))
        for deviation in plan.program.deviations
        if deviation.rule in (rule.code, rule.name)
    ]
    return Block(
        title=program_link(plan, links),
        badges=(status_badge(result),),
        rows=(Row("Measured", inline(sentence(context.measured(rule, plan)), links)), *reasons),
    )
