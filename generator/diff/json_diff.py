"""What changed, as one JSON document; `schema/diff.schema.json` describes it.

`schema` changes when its shape does.
"""

import json
from collections.abc import Mapping
from dataclasses import asdict
from typing import Any

from generator.diff.change import Change, Weeks
from generator.diff.comparison import Comparison, Report
from generator.diff.consequences import Consequence
from generator.diff.profile import profile
from generator.model.number import plain
from generator.report.json_report import finding_data
from generator.review import Review

SCHEMA = "pillars-diff/1"


def render(report: Report) -> str:
    """The whole report."""
    document = {
        "schema": SCHEMA,
        "before": report.before,
        "after": report.after,
        "verdict": report.verdict,
        "library_changed": report.library_changed,
        "programs": [_program(comparison) for comparison in report.comparisons],
    }
    return json.dumps(document, ensure_ascii=False, indent=2)


def _program(comparison: Comparison) -> Mapping[str, Any]:
    found = comparison.verdicts
    return {
        "status": comparison.status,
        "verdict": comparison.verdict,
        "training_changed": comparison.training_changes > 0,
        "before": _side(comparison.before),
        "after": _side(comparison.after),
        "changes": [_change(change) for change in comparison.changes],
        "consequences": [_consequence(item) for item in comparison.consequences],
        "findings": {name: list(map(finding_data, getattr(found, name))) for name in _KINDS},
    }


_KINDS = ("new", "gone", "covered", "uncovered")


def _side(review: Review | None) -> Mapping[str, Any] | None:
    if review is None:
        return None
    if review.plan is None:
        problems = [finding_data(finding) for finding in review.findings]
        return {"file": review.source.file, "title": None, "profile": None, "problems": problems}
    return {
        "file": review.source.file,
        "title": review.plan.program.title,
        "profile": asdict(profile(review.plan)),
        "problems": [],
    }


def _change(change: Change) -> Mapping[str, Any]:
    return {
        "kind": change.kind,
        "training": change.training,
        "weeks": _weeks(change.weeks),
        "session": change.session or None,
        "exercise": change.exercise or None,
        "shifts": [asdict(shift) for shift in change.shifts],
        "sentence": change.sentence,
    }


def _consequence(item: Consequence) -> Mapping[str, Any]:
    return {
        "kind": item.kind,
        "subject": item.subject,
        "unit": item.unit,
        "weeks": _weeks(item.weeks),
        "steps": [
            {
                "weeks": _weeks(step.weeks),
                "before": float(plain(step.before)),
                "after": float(plain(step.after)),
                "note": step.note or None,
            }
            for step in item.steps
        ],
        "sentence": item.sentence,
    }


def _weeks(weeks: Weeks) -> Mapping[str, list[int]]:
    return {"before": list(weeks.before), "after": list(weeks.after)}
