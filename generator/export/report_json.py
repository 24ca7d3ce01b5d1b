"""The framework report of a guide as JSON: the same rows, for machines."""

from collections.abc import Mapping
from typing import Any

from generator.export.json_text import in_lines
from generator.plan import Plan
from generator.report.json_report import finding_data
from generator.rule import Rule
from generator.view.context import Context
from generator.view.route import report_file
from generator.view.standing import status

SCHEMA = "pillars-report/1"
"""Changes when the shape of the document does."""


def report_files(context: Context) -> Mapping[str, bytes]:
    """The report of each published program, by its path below `build/docs`."""
    return {report_file(plan.program.id): report_json(plan, context) for plan in context.plans}


def report_json(plan: Plan, context: Context) -> bytes:
    """The report of one program as a JSON document."""
    topics = plan.framework.topics
    document = {
        "schema": SCHEMA,
        "program": {"id": plan.program.id, "title": plan.program.title},
        "topics": [
            {
                "id": id_,
                "name": topics[id_].name,
                "rules": [_rule(r, plan, context) for r in context.rules if r.topic == id_],
            }
            for id_ in topics
            if any(rule.topic == id_ for rule in context.rules)
        ],
    }
    return in_lines(document)


def _rule(rule: Rule, plan: Plan, context: Context) -> Mapping[str, Any]:
    """One rule: what it allows, what it measured, what it said, and the evidence on it."""
    own = tuple(finding for finding in context.findings(plan) if finding.code == rule.code)
    claims = (context.library.claims[claim] for claim in rule.claims)
    return {
        "code": rule.code,
        "name": rule.name,
        "title": rule.title,
        "kind": rule.kind,
        "severity": rule.severity,
        "status": status(own),
        "measured": context.measured(rule, plan),
        "allowed": rule.allowed_in(plan.framework, plan.program.level),
        "findings": [finding_data(finding) for finding in own],
        "claims": [
            {
                "id": claim.id,
                "title": claim.title,
                "verdict": claim.verdict,
                "certainty": claim.certainty,
            }
            for claim in claims
        ],
    }
