"""Findings that were there when a rule came, kept in a file until somebody mends them.

An entry is a finding's fingerprint, with code, file and message for whoever reads the file. Two
findings of one fingerprint are two entries. Entries only disappear: one that fits nothing any more
is an error of its own. What is wrong with the form of a file or its fields never goes in.
"""

import json
from collections import Counter
from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass
from pathlib import Path

from generator.error import GeneratorError
from generator.finding import Finding
from generator.form import FORM_RULES
from generator.report.run import fingerprint
from generator.source import Source

SCHEMA = "pillars-baseline/1"
Sources = Callable[[str], Source]


@dataclass(frozen=True, order=True)
class Entry:
    """A finding that is known."""

    file: str
    code: str
    fingerprint: str
    message: str


def baseline_text(findings: Iterable[Finding], source: Sources) -> str:
    """The file for all open findings about training, in a steady order."""
    entries = sorted(_entry(finding, source) for finding in findings if _may_be_known(finding))
    rows = [json.dumps(vars(entry), ensure_ascii=False) for entry in entries]
    listed = "[\n  " + ",\n  ".join(rows) + "\n]" if rows else "[]"
    return f'{{"schema": "{SCHEMA}", "findings": {listed}}}\n'


def read_baseline(path: Path) -> tuple[Entry, ...]:
    """The entries of a file that `baseline_text` wrote."""
    try:
        document = json.loads(path.read_text(encoding="utf-8"))
        if document["schema"] != SCHEMA:
            raise ValueError
        entries = tuple(Entry(**row) for row in document["findings"])
    except OSError as error:
        raise GeneratorError(f"{path} cannot be opened: {error.strerror}") from None
    except (ValueError, KeyError, TypeError, RecursionError):
        raise GeneratorError(
            f"{path} is no baseline; `pillars check --write-baseline {path}` writes one"
        ) from None
    if not all(isinstance(value, str) for entry in entries for value in vars(entry).values()):
        raise GeneratorError(f"{path} is no baseline: an entry holds something that is no text")
    return entries


def unknown_and_stale(
    findings: Collection[Finding],
    entries: Iterable[Entry],
    source: Sources,
    judged: Collection[str],
) -> tuple[tuple[Finding, ...], tuple[Entry, ...]]:
    """The findings that no entry covers, and the entries that cover nothing any more.

    `judged` are the files that the rules have looked at; of others nothing can be said.
    """
    known = Counter(entry.fingerprint for entry in entries)
    kept = []
    for finding in findings:
        if _may_be_known(finding) and known[mark := fingerprint(finding, source(finding.file))]:
            known[mark] -= 1
        else:
            kept.append(finding)
    stale = []
    for entry in sorted(entries):
        if known[entry.fingerprint] and entry.file in judged:
            known[entry.fingerprint] -= 1
            stale.append(entry)
    return tuple(kept), tuple(stale)


def _may_be_known(finding: Finding) -> bool:
    return finding.open and finding.code not in FORM_RULES


def _entry(finding: Finding, source: Sources) -> Entry:
    mark = fingerprint(finding, source(finding.file))
    return Entry(finding.file, finding.code, mark, finding.message)
