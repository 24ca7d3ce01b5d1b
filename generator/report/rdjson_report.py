"""Findings in the Reviewdog Diagnostic Format (rdjson)."""

import json
from typing import Any

from generator.edit import applied, edits
from generator.finding import Finding, Place, Severity
from generator.report.run import Run
from generator.source import Source

LEVELS = {Severity.ERROR: "ERROR", Severity.WARNING: "WARNING", Severity.NOTE: "INFO"}


def render(run: Run) -> str:
    """The open findings as one document; reviewdog knows no deviations."""
    rows = [_row(finding, run) for finding in run.findings if finding.open]
    document = {"source": {"name": "pillars"}, "diagnostics": rows}
    return json.dumps(document, ensure_ascii=False, indent=2)


def _row(finding: Finding, run: Run) -> dict[str, Any]:
    text = f"{finding.message}. {finding.hint}".strip() if finding.hint else finding.message
    source = run.source(finding.file)
    lines = source.lines
    code = {"value": finding.code}
    if page := run.page(finding):
        code["url"] = page
    row: dict[str, Any] = {
        "message": text,
        "location": {"path": finding.file, "range": _range(finding.place, lines)},
        "severity": LEVELS[finding.severity],
        "code": code,
    }
    if finding.labels:
        row["related_locations"] = [
            {
                "message": label.text,
                "location": {"path": finding.file, "range": _range(label.place, lines)},
            }
            for label in finding.labels
        ]
    if suggestion := _suggestion(finding, source):
        row["suggestions"] = [suggestion]
    return row


LONGEST = 30
"""Lines of a suggestion; a comment with more of them is no suggestion any more."""


def _suggestion(finding: Finding, source: Source) -> dict[str, Any] | None:
    """The fix as one stretch: several suggestions would be taken for several ways to mend it."""
    wanted = edits(finding, source)
    if not wanted:
        return None
    first, last = wanted[0].place, max(wanted, key=lambda edit: edit.place).place
    if last.end_line - first.line > LONGEST:
        return None
    whole = Place(first.line, first.column, last.end_line, last.end_column)
    start = source.starts[whole.line - 1] + whole.column - 1
    end = source.starts[whole.end_line - 1] + whole.end_column - 1
    after = applied(source.text, wanted)
    text = after[start : len(after) - (len(source.text) - end)]
    return {"range": _range(whole, source.lines), "text": text}


def _range(place: Place, lines: list[str]) -> dict[str, Any]:
    return {
        "start": {"line": place.line, "column": _bytes(place.line, place.column, lines)},
        "end": {"line": place.end_line, "column": _bytes(place.end_line, place.end_column, lines)},
    }


def _bytes(line: int, column: int, lines: list[str]) -> int:
    """A column in UTF-8 bytes, as the format counts them."""
    row = lines[line - 1] if line <= len(lines) else ""
    return len(row[: column - 1].encode()) + 1
