"""What the run of a pull request says it found: JSON that a stranger's code may have written.

Only what is of the right kind and of a bearable length comes through, as plain text. Whether the
check passed is not read here; GitHub knows that.
"""

import json
from collections.abc import Iterator
from dataclasses import dataclass

from generator.finding import Severity
from generator.github.issue_form import one_line
from generator.github.shape import maybe

FINDINGS, BEFORE, DIFF = "findings.json", "findings-before.json", "diff.json"
FILES = {FINDINGS: 8_000_000, BEFORE: 8_000_000, DIFF: 4_000_000}
"""What is read from the artefact, with the bytes each may have."""
MOST = 5_000
"""Findings or sentences of one file that are looked at."""
MOST_LINES = 1_000_000
LONGEST = 600
"""Characters of one text."""


@dataclass(frozen=True)
class Said:
    """A finding, as far as a comment tells it."""

    file: str
    line: int
    severity: Severity
    code: str
    name: str
    message: str
    hint: str
    fix: str
    """What would mend it by itself."""
    safe: bool
    """Whether that cannot change what the author meant."""
    open: bool
    """Whether no deviation covers it."""
    fingerprint: str


@dataclass(frozen=True)
class Found:
    """What the check found in a pull request."""

    all: tuple[Said, ...]
    new: tuple[Said, ...]
    """Those that the base does not have."""
    mended: int
    """How many the base has and the pull request has not."""

    @property
    def shown(self) -> tuple[Said, ...]:
        """The new ones that somebody has to look at, errors first."""
        ranks = list(Severity)
        return tuple(
            sorted(
                (f for f in self.new if f.open and f.severity is not Severity.NOTE),
                key=lambda f: (ranks.index(f.severity), f.file, f.line),
            )
        )


@dataclass(frozen=True)
class Program:
    """What changed in one program."""

    file: str
    sentences: tuple[str, ...]


def found(files: dict[str, bytes]) -> Found | None:
    """The findings of a run, beside those of its base; nothing where the check did not finish."""
    if maybe(_document(files.get(FINDINGS, b"{}")), list, "findings") is None:
        return None
    now, before = _findings(files[FINDINGS]), _findings(files.get(BEFORE, b"{}"))
    known, left = {f.fingerprint for f in before}, {f.fingerprint for f in now}
    return Found(
        now,
        tuple(f for f in now if f.fingerprint not in known),
        sum(1 for f in before if f.open and f.fingerprint not in left),
    )


def _findings(raw: bytes) -> tuple[Said, ...]:
    return tuple(dict.fromkeys(_said(row) for row in _rows(_document(raw), "findings")))


def _said(row: object) -> Said:
    grade = _text(row, "severity")
    return Said(
        _name(row, "file"),
        min(max(maybe(row, int, "line") or 1, 1), MOST_LINES),
        Severity(grade) if grade in list(Severity) else Severity.ERROR,
        _text(row, "code"),
        _text(row, "name"),
        _text(row, "message"),
        _text(row, "hint"),
        _text(row, "fix", "says"),
        maybe(row, bool, "fix", "safe") or False,
        not _text(row, "deviation"),
        _text(row, "fingerprint"),
    )


def changes(files: dict[str, bytes]) -> tuple[Program, ...]:
    """What changed in training terms, program by program."""
    programs = _rows(_document(files.get(DIFF, b"{}")), "programs")
    return tuple(
        Program(_name(row, _side(row), "file"), tuple(_sentences(row))) for row in programs
    )


def _side(program: object) -> str:
    """The side that has the file's name: what is gone has one before only."""
    return "after" if _text(program, "after", "file") else "before"


def _sentences(program: object) -> Iterator[str]:
    """What became of it as a whole, then change by change."""
    if verdict := _text(program, "verdict"):
        yield verdict
    for part in ("changes", "consequences"):
        for row in _rows(program, part):
            if sentence := _text(row, "sentence"):
                yield sentence


def _document(raw: bytes) -> object:
    try:
        data: object = json.loads(raw)
    except (ValueError, RecursionError):
        return {}
    return data


def _rows(data: object, *path: str) -> list[object]:
    return (maybe(data, list, *path) or [])[:MOST]


def _text(row: object, *path: str) -> str:
    """Text on one line, without characters that are unseen or turn what follows around."""
    return one_line((maybe(row, str, *path) or "")[:LONGEST])


def _name(row: object, *path: str) -> str:
    """The name of a file, which stands in code: no backtick, and never nothing."""
    return one_line(_text(row, *path).replace("`", " ")) or "a file without a name"
