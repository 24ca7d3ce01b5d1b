"""Findings as one JSON document. `schema` changes when its shape does."""

import json
from collections.abc import Mapping
from dataclasses import asdict
from typing import Any

from generator.finding import Finding
from generator.report.run import Run, fingerprint, natural_path

SCHEMA = "pillars-check/1"


def render(run: Run) -> str:
    """The whole run."""
    rows = [row(finding, run) for finding in run.findings]
    document = {"schema": SCHEMA, "files": run.files, "findings": rows}
    return json.dumps(document, ensure_ascii=False, indent=2)


def row(finding: Finding, run: Run) -> Mapping[str, Any]:
    """One finding with what there is to know about it."""
    source, advice = run.source(finding.file), run.advice(finding)
    return {
        **finding_data(finding),
        "pointer": pointer(finding),
        "path": natural_path(finding, source),
        "why": advice.why or None,
        "evidence": advice.evidence or None,
        "page": advice.page or None,
        "fingerprint": fingerprint(finding, source),
    }


def finding_data(finding: Finding) -> Mapping[str, Any]:
    """A finding as every JSON document of ours writes it.

    Lines and columns count from 1, columns in code points.
    """
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


def pointer(finding: Finding) -> str:
    """The path as a JSON Pointer (RFC 6901)."""
    return "".join(f"/{str(k).replace('~', '~0').replace('/', '~1')}" for k in finding.keys)
