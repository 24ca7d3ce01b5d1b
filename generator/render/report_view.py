"""What the rules say of a program, each with what it measured and the evidence on it."""

from dataclasses import dataclass

from markupsafe import Markup

from generator.model import Deviation
from generator.model.program import Where
from generator.plan import Plan
from generator.render.marks import Badge, ClaimMark, claim_marks, status_badge
from generator.render.templates import component
from generator.rule import Kind, Rule, find_rule
from generator.view.context import Context
from generator.view.page import Html
from generator.view.prose import html
from generator.view.route import Links
from generator.view.standing import status, tallied
from generator.view.words import RULE_KINDS, capital, counted, joined, sentence


@dataclass(frozen=True)
class RuleRow:
    """One rule and how the program stands to it."""

    code: str
    title: str
    href: str
    kind: str
    measured: str
    allowed: str
    """What is asked for, as in the middle of a sentence."""
    status: Badge
    messages: tuple[str, ...]
    evidence: str
    """How the rule and the verdicts on its claims go together."""
    marks: tuple[ClaimMark, ...]

    @property
    def asked(self) -> str:
        """What is asked for, to lead the row: the rule's own name says what is wrong."""
        return capital(self.allowed)


@dataclass(frozen=True)
class TopicReport:
    """The rules of one pillar or topic."""

    id: str
    name: str
    summary: str
    rows: tuple[RuleRow, ...]


@dataclass(frozen=True)
class Departure:
    """A rule the program breaks on purpose."""

    row: RuleRow
    where: str
    """The part of the program it is about; empty for the whole."""
    reason: Markup
    marks: tuple[ClaimMark, ...]
    """What the author points to beside the claims of the rule itself."""


def rule_rows(plan: Plan, context: Context, links: Links) -> tuple[tuple[Rule, RuleRow], ...]:
    """Every rule with its row."""
    return tuple((rule, rule_row(rule, plan, context, links)) for rule in context.rules)


def rule_row(rule: Rule, plan: Plan, context: Context, links: Links) -> RuleRow:
    """One rule with what it measured and said."""
    own = tuple(finding for finding in context.findings(plan) if finding.code == rule.code)
    return RuleRow(
        rule.code,
        rule.title,
        links.url("rule", rule.code),
        RULE_KINDS[rule.kind],
        context.measured(rule, plan),
        rule.allowed_in(plan.framework, plan.program.level),
        status_badge(status(own)),
        # a departure's reason is printed in its own section
        tuple(sentence(finding.message) for finding in own if finding.open),
        _EVIDENCE[rule.kind],
        claim_marks(rule.claims, context.library, links),
    )


_EVIDENCE = {
    Kind.FRAMEWORK: "Evidence on the rule",
    # a rest rule follows from "short rests build more muscle" being contradicted
    Kind.EVIDENCE: "Verdict it follows from",
    Kind.SENSE: "Evidence beside it",
}


def topic_reports(
    rows: tuple[tuple[Rule, RuleRow], ...], context: Context
) -> tuple[TopicReport, ...]:
    """The rows by pillar and topic, in the framework's order."""
    reports = []
    for topic, item in context.library.framework.topics.items():
        own = tuple(row for rule, row in rows if rule.topic == topic)
        if own:
            reports.append(TopicReport(topic, item.name, tally(own), own))
    return tuple(reports)


def tally(rows: tuple[RuleRow, ...]) -> str:
    """`8 rules: 6 passed, 1 warning, 1 departure`; no score."""
    parts = tallied(row.status.value for row in rows).values()
    return f"{counted(len(rows), 'rule')}: {', '.join(parts)}"


def report(plan: Plan, context: Context, links: Links) -> tuple[Html, ...]:
    """What needs a look, then every rule by topic, folded up."""
    rows = rule_rows(plan, context, links)
    open_rows = tuple(row for _, row in rows if row.status.value not in ("passed", "deviated"))
    first = component("report_open.html", rows=open_rows) if open_rows else None
    topics = (component("report.html", topic=topic) for topic in topic_reports(rows, context))
    return (*((first,) if first else ()), *topics)


def departures(plan: Plan, context: Context, links: Links) -> tuple[Departure, ...]:
    """The framework rules the program breaks on purpose."""
    return tuple(_departure(item, plan, context, links) for item in plan.program.deviations)


def _departure(item: Deviation, plan: Plan, context: Context, links: Links) -> Departure:
    rule = find_rule(item.rule)
    assert rule is not None, "the loader knows every rule a deviation names"
    more = tuple(claim for claim in item.claims if claim not in rule.claims)
    return Departure(
        rule_row(rule, plan, context, links),
        _where(item.where, plan),
        Markup(html(item.reason, links)),
        claim_marks(more, context.library, links),
    )


def _where(where: Where | None, plan: Plan) -> str:
    """`Push, Heavy legs, Leg press`."""
    if where is None:
        return ""
    exercise = plan.library.exercises[where.exercise].name if where.exercise else ""
    repeats = [block.name for block in plan.program.blocks if block.like == where.block]
    blocks = joined([where.block, *repeats]) if where.block else ""
    return ", ".join(filter(None, (blocks, where.session, exercise)))
