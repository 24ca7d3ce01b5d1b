"""The framework as answers: its topics and numbers, its rules, its words."""

from collections.abc import Mapping
from typing import Any

from generator.export.api.addresses import Addresses, of_rule
from generator.export.api.shapes import framework as shapes
from generator.export.api.shapes.common import Reading
from generator.export.api.text import plain_text, said
from generator.model.number import json_number
from generator.model.vocabulary import PILLARS
from generator.rule import Rule
from generator.view.context import Context
from generator.view.glossary import meaning
from generator.view.route import page_of
from generator.view.standing import status


def framework(context: Context, at: Addresses) -> shapes.Framework:
    """Pillars and topics, muscles, thresholds and counting rules."""
    given = context.library.framework
    return shapes.Framework(
        "pillars-framework/1",
        topics=[
            shapes.TopicWords(
                id_,
                item.name,
                item.letters,
                id_ in PILLARS,
                plain_text(item.says),
                said(item.audit),
                said(item.takeaway),
                at.page(page_of("topic", id_)),
            )
            for id_, item in given.topics.items()
        ],
        muscles=dict(given.muscles),
        thresholds=[
            shapes.Threshold(
                id_,
                json_number(item.value),
                item.unit,
                item.basis,  # type: ignore[arg-type]  # the model allows just these words
                plain_text(item.says),
                list(item.claims),
                [rule.code for rule in context.rules if id_ in rule.thresholds],
            )
            for id_, item in given.thresholds.items()
        ],
        counting=[
            shapes.CountingRule(item.term, plain_text(given.filled(item.says)), list(item.claims))
            for item in given.counting
        ],
    )


def rules(context: Context, at: Addresses) -> shapes.Rules:
    """All rules."""
    found = [shapes.RuleFacts(**_rule(item, context, at)) for item in context.rules]
    return shapes.Rules("pillars-rules/1", found)


def rule(item: Rule, context: Context, at: Addresses) -> shapes.Rule:
    """A rule with its page, and what it measured in each program."""
    return shapes.Rule(
        **_rule(item, context, at),
        schema="pillars-rule/1",
        sections=[shapes.RuleSection(heading, text) for heading, text in item.sections.items()],
        programs=[
            shapes.RuleInProgram(
                plan.program.id,
                status(tuple(f for f in context.findings(plan) if f.code == item.code)),  # type: ignore[arg-type]
                context.measured(item, plan),
            )
            for plan in context.plans
        ],
    )


def _rule(item: Rule, context: Context, at: Addresses) -> Mapping[str, Any]:
    return {
        "code": item.code,
        "name": item.name,
        "title": item.title,
        "topic": item.topic,
        "kind": item.kind.value,
        "severity": item.severity.value,
        "deviation": not item.fixed,
        "allowed": item.allowed_in(context.library.framework),
        "claims": list(item.claims),
        "thresholds": list(item.thresholds),
        "links": Reading(at.file(of_rule(item.code)), at.page(page_of("rule", item.code))),
    }


def glossary(context: Context, at: Addresses) -> shapes.Glossary:
    """The words of the trade."""
    library = context.library
    return shapes.Glossary(
        "pillars-glossary/1",
        [
            shapes.Word(
                word.term,
                list(word.names),
                group.name,
                plain_text(meaning(word, library)),
                list(word.claims),
                at.page(page_of("word", word.term)),
            )
            for group in library.glossary.groups
            for word in group.words
        ],
    )
