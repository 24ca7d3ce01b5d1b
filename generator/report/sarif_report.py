"""Findings as SARIF 2.1.0, which code-scanning services read.

https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html
"""

import json
from importlib.metadata import version
from typing import Any
from urllib.parse import quote

from generator.edit import edits
from generator.finding import Finding, Place, Severity
from generator.form import FORM_RULES
from generator.report.fix_lines import label
from generator.report.run import Run, fingerprint
from generator.rule import find_rule
from generator.source import Source

LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "note"}


def render(run: Run) -> str:
    """The whole run as one log."""
    codes = sorted({finding.code for finding in run.findings})
    driver = {
        "name": "pillars",
        "version": version("four-pillars"),
        "rules": [_rule(code, run) for code in codes],
    }
    document = {
        "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
        "version": "2.1.0",
        "runs": [
            {
                "tool": {"driver": driver},
                "columnKind": "unicodeCodePoints",
                "results": [_result(f, run, codes.index(f.code)) for f in run.findings],
            }
        ],
    }
    return json.dumps(document, ensure_ascii=False, indent=2)


def _rule(code: str, run: Run) -> dict[str, Any]:
    rule = find_rule(code)
    name, says = (rule.name, rule.title) if rule else (FORM_RULES[code].name, FORM_RULES[code].says)
    described: dict[str, Any] = {"id": code, "name": name, "shortDescription": {"text": says}}
    page = run.page(next(finding for finding in run.findings if finding.code == code))
    return described | ({"helpUri": page} if page else {})


def _result(finding: Finding, run: Run, index: int) -> dict[str, Any]:
    source = run.source(finding.file)
    text = ". ".join(part.rstrip(".") for part in (finding.message, finding.hint) if part)
    result: dict[str, Any] = {
        "ruleId": finding.code,
        "ruleIndex": index,
        "level": LEVELS[finding.severity],
        "message": {"text": f"{text}."},
        "locations": [_location(finding.file, finding.place)],
        "partialFingerprints": {"pillars/v1": fingerprint(finding, source)},
    }
    if finding.labels:
        result["relatedLocations"] = [
            {**_location(finding.file, label.place), "message": {"text": label.text}}
            for label in finding.labels
        ]
    if fixes := _fixes(finding, source):
        result["fixes"] = fixes
    if finding.reason:
        result["suppressions"] = [{"kind": "inSource", "justification": finding.reason}]
    return result


def _fixes(finding: Finding, source: Source) -> list[dict[str, Any]]:
    wanted = edits(finding, source)
    if finding.fix is None or not wanted:
        return []
    replacements = [
        {"deletedRegion": _region(edit.place), "insertedContent": {"text": edit.text}}
        for edit in wanted
    ]
    change = {"artifactLocation": _artifact(finding.file), "replacements": replacements}
    return [{"description": {"text": label(finding)}, "artifactChanges": [change]}]


def _location(file: str, place: Place) -> dict[str, Any]:
    return {"physicalLocation": {"artifactLocation": _artifact(file), "region": _region(place)}}


def _artifact(file: str) -> dict[str, str]:
    return {"uri": quote(file)}


def _region(place: Place) -> dict[str, int]:
    return {
        "startLine": place.line,
        "startColumn": place.column,
        "endLine": place.end_line,
        "endColumn": place.end_column,
    }
