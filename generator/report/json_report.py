"""Findings as one JSON document, described by `schema/check.schema.json`.

`schema` names the shape and changes when a reader would have to; new members may come at any time.

- `files`: how many program files were checked.
- `findings`: all of them, notes and those under a declared deviation included, in the order of
  file, line and column. Each has `file`, its place (`line`, `column`, `end_line`, `end_column`),
  `severity`, `code`, `name`, `message`, `hint`, and the path of what it is about: as `keys`, as a
  JSON `pointer` and as `path` in the names of the file. `labels` are other places it stands on.
  `deviation` is the reason the program gives for departing from the rule.
- `fixes`: ways to mend it. `edits` do not overlap and are all made or none; a place is given in
  lines and columns and in bytes of the file (`start_byte` up to `end_byte`), and `text` comes in.
  `safe` ones cannot change what the author meant.
- `why`, `evidence`: from the rule; `page` is where it is explained, from the site's root, and
  `help_url` the same as an address, where that of the site is known.
- `fingerprint` is the same tomorrow, whatever lines have moved.

Lines and columns count from 1, columns in code points; the end is the first column behind. Bytes
count from 0.
"""

import json
from collections.abc import Mapping
from dataclasses import asdict
from typing import Any

from generator.edit import edits
from generator.finding import Finding
from generator.report.run import Run, fingerprint, natural_path
from generator.source import Source

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
        "fixes": fixes(finding, source),
        "why": advice.why or None,
        "evidence": advice.evidence or None,
        "page": advice.page or None,
        "help_url": run.page(finding) or None,
        "fingerprint": fingerprint(finding, source),
    }


def fixes(finding: Finding, source: Source) -> list[Mapping[str, Any]]:
    """The fix of a finding as edits of its file; nothing where it has none that can be done."""
    wanted = edits(finding, source)
    if finding.fix is None or not wanted:
        return []
    newline = "\r\n" if "\r\n" in source.on_disk else "\n"
    made = [
        {
            **asdict(edit.place),
            "start_byte": source.byte(edit.place.line, edit.place.column),
            "end_byte": source.byte(edit.place.end_line, edit.place.end_column),
            "text": edit.text.replace("\n", newline),
        }
        for edit in wanted
    ]
    return [{"says": finding.fix.says, "safe": finding.fix.safe, "edits": made}]


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
