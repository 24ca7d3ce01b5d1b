"""Findings as text: with the lines they are about, one line each, or as JSON."""

import json
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import asdict
from typing import Any
from unicodedata import combining, east_asian_width

from generator.finding import MAX_FINDINGS, Finding, Place, Severity
from generator.model.wording import counted
from generator.source import Source

WIDEST = 100
"""Columns of an excerpt; longer lines are cut around the caret."""


def full(finding: Finding, source: Source) -> str:
    """A finding with its place, the line it is about, its causes and the way out."""
    place = finding.place
    out = [
        f"{finding.severity}[{finding.code}] {finding.name}: {_clean(finding.message)}",
        f"  --> {_clean(finding.file)}:{place.line}:{place.column}",
    ]
    marked = [(place, "^", "")] + [(label.place, "-", label.text) for label in finding.labels]
    marked = [mark for mark in marked if mark[0].line <= len(source.lines) and source.text]
    gutter = len(str(max((mark[0].line for mark in marked), default=1)))
    bar = f"{'':{gutter}} |"
    if marked:
        out.append(bar)
        last = 0
        for where, sign, text in sorted(marked, key=lambda mark: mark[0]):
            if last and where.line > last + 1:
                out.append(f"{'':{gutter}} :")
            row, offset = _cut(source.lines[where.line - 1], where)
            if where.line != last:
                out.append(f"{where.line:{gutter}} | {row}")
            length = where.end_column - where.column if where.end_line == where.line else 1
            before = _width(row[: where.column - 1 - offset])
            under = max(1, _width(row[where.column - 1 - offset :][:length]))
            out.append(f"{bar} {' ' * before}{sign * under} {_clean(text)}".rstrip())
            last = where.line
        out.append(bar)
    if finding.hint:
        out.append(f"{'':{gutter}} = {_clean(finding.hint)}")
    if finding.reason:
        out.append(f"{'':{gutter}} = deviation declared: {_clean(finding.reason)}")
    out.append(f"{'':{gutter}} = more: pillars explain {finding.code}")
    return "\n".join(out)


def concise(finding: Finding) -> str:
    """A finding on one line that editors and terminals make clickable."""
    place = finding.place
    hint = f" {_clean(finding.hint)}" if finding.hint else ""
    return (
        f"{_clean(finding.file)}:{place.line}:{place.column}: {finding.severity} {finding.code} "
        f"{finding.name}: {_clean(finding.message)}.{hint}"
    )


def as_json(findings: Iterable[Finding], files: int) -> str:
    """All findings as one JSON document; `schema` changes when its shape does."""
    rows = [finding_data(finding) for finding in findings]
    document = {"schema": "pillars-check/1", "files": files, "findings": rows}
    return json.dumps(document, ensure_ascii=False, indent=2)


def finding_data(finding: Finding) -> Mapping[str, Any]:
    """A finding as every JSON document of ours writes it."""
    return {
        "file": finding.file,
        **asdict(finding.place),
        "severity": finding.severity,
        "code": finding.code,
        "name": finding.name,
        "message": finding.message,
        "hint": finding.hint,
        "keys": list(finding.keys),
        "labels": [
            {"text": label.text, "keys": list(label.keys), **asdict(label.place)}
            for label in finding.labels
        ],
        "deviation": finding.reason or None,
    }


def summary(findings: Iterable[Finding], files: int) -> str:
    """One line that counts what was found."""
    found = tuple(findings)
    spoken: Mapping[Severity, int] = {
        severity: sum(1 for f in found if f.open and f.severity is severity)
        for severity in Severity
    }
    counts = [counted(number, severity.value) for severity, number in spoken.items() if number]
    declared = sum(1 for f in found if not f.open)
    covered = f" ({counted(declared, 'finding')} under declared deviations)" if declared else ""
    most = max(Counter(f.file for f in found).values(), default=0)
    cut = f"; a list ends after {MAX_FINDINGS} of a kind" if most >= MAX_FINDINGS else ""
    return f"{', '.join(counts) or 'no findings'} in {counted(files, 'file')}{covered}{cut}"


def _cut(row: str, place: Place) -> tuple[str, int]:
    """A line short enough to show, and how many characters were cut before it."""
    row = _clean(row)
    if len(row) <= WIDEST:
        return row, 0
    start = max(0, min(place.column - 1 - WIDEST // 3, len(row) - WIDEST))
    return row[start : start + WIDEST], start


def _clean(text: str) -> str:
    """Text that cannot steer a terminal; each such character becomes one visible sign."""
    signs = {"\t": "\u2192", "\u00a0": "\u00a0"}
    return "".join(c if c.isprintable() else signs.get(c, "\ufffd") for c in text)


def _width(text: str) -> int:
    """Terminal cells a text takes."""
    return sum(
        0 if combining(c) else 2 if east_asian_width(c) in "WF" else 1 for c in text
    )  # fmt: skip
