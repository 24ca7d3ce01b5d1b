"""Findings in the Reviewdog Diagnostic Format (rdjson)."""

import json
from typing import Any

from generator.finding import Finding, Place, Severity
from generator.report.run import Run

LEVELS = {Severity.ERROR: "ERROR", Severity.WARNING: "WARNING", Severity.NOTE: "INFO"}


def render(run: Run) -> str:
    """The open findings as one document; reviewdog knows no deviations."""
    rows = [_row(finding, run) for finding in run.findings if finding.open]
    document = {"source": {"name": "pillars"}, "diagnostics": rows}
    return json.dumps(document, ensure_ascii=False, indent=2)


def _row(finding: Finding, run: Run) -> dict[str, Any]:
    text = f"{finding.message}. {finding.hint}".strip() if finding.hint else finding.message
    lines = run.source(finding.file).lines
    row: dict[str, Any] = {
        "message": text,
        "location": {"path": finding.file, "range": _range(finding.place, lines)},
        "severity": LEVELS[finding.severity],
        "code": {"value": finding.code},
    }
    return row


def _range(place: Place, lines: list[str]) -> dict[str, Any]:
    return {
        "start": {"line": place.line, "column": _bytes(place.line, place.column, lines)},
        "end": {"line": place.end_line, "column": _bytes(place.end_line, place.end_column, lines)},
    }


def _bytes(line: int, column: int, lines: list[str]) -> int:
    """A column in UTF-8 bytes, as the format counts them."""
    row = lines[line - 1] if line <= len(lines) else ""
    return len(row[: column - 1].encode()) + 1
