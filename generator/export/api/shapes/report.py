"""The framework report of a program; `generator.export.report_json` writes it."""

from dataclasses import dataclass
from typing import Annotated, Literal

from generator.export.api.shapes.common import (
    SHAPE,
    Certainty,
    Code,
    Id,
    Positive,
    Severity,
    Topic,
    Verdict,
    one_of,
)

Kind = Annotated[str, one_of("framework", "evidence", "sense")]
"""Whose rule it is: the framework's, a guard rail from the evidence, or plain consistency."""


@dataclass(frozen=True)
class Label:
    """Another place a finding stands on."""

    __pydantic_config__ = SHAPE

    text: str
    """What is there."""
    keys: list[str | int]
    """The path of it in the file."""
    line: Positive
    """Where it begins; lines count from 1."""
    column: Positive
    """Where it begins; columns count from 1, in code points."""
    end_line: Positive
    """The line of its end."""
    end_column: Positive
    """The column behind its end."""


@dataclass(frozen=True)
class Finding:
    """One thing a rule says about a program file."""

    __pydantic_config__ = SHAPE

    file: str
    """The program's file in the repository."""
    line: Positive
    """Where it begins; lines count from 1."""
    column: Positive
    """Where it begins; columns count from 1, in code points."""
    end_line: Positive
    """The line of its end."""
    end_column: Positive
    """The column behind its end."""
    severity: Severity
    """How much it matters."""
    code: Code
    """The rule."""
    name: str
    """The rule's name."""
    message: str
    """What was measured, and what is allowed."""
    hint: str
    """A way out; empty where none is known."""
    keys: list[str | int]
    """The path of what it is about."""
    labels: list[Label]
    """Other places it stands on."""
    deviation: str | None
    """The reason the program gives for it; null where it gives none, and the finding is open."""


@dataclass(frozen=True)
class ClaimVerdict:
    """A claim with what the evidence says of it."""

    __pydantic_config__ = SHAPE

    id: Id
    """The claim."""
    title: str
    """Its short name."""
    verdict: Verdict
    """What the evidence says."""
    certainty: Certainty
    """How sure that verdict is."""


@dataclass(frozen=True)
class RuleResult:
    """One rule, and how the program stands to it."""

    __pydantic_config__ = SHAPE

    code: Code
    """The rule."""
    name: str
    """Its name: what is wrong when it speaks up."""
    title: str
    """The same as a sentence."""
    kind: Kind
    """Whose rule it is."""
    severity: Severity
    """How much it matters."""
    status: Literal["passed", "noted", "warned", "deviated", "error"]
    """How the program stands to it."""
    measured: str
    """What it measured here, in words."""
    allowed: str
    """What it allows at this level, in words."""
    findings: list[Finding]
    """What it said."""
    claims: list[ClaimVerdict]
    """The evidence on the rule."""


@dataclass(frozen=True)
class TopicReport:
    """The rules of one pillar or topic."""

    __pydantic_config__ = SHAPE

    id: Topic
    """The pillar or topic."""
    name: str
    """Its name in print."""
    rules: list[RuleResult]
    """Its rules by number."""


@dataclass(frozen=True)
class ReportProgram:
    """The program a report is about."""

    __pydantic_config__ = SHAPE

    id: Id
    """The program."""
    title: str
    """Its name in print."""


@dataclass(frozen=True)
class Report:
    """What each rule measured in a program, and what it said."""

    __pydantic_config__ = SHAPE

    schema: Literal["pillars-report/1"]
    """The shape of this answer; it changes when a reader would have to."""
    program: ReportProgram
    """What it is about."""
    topics: list[TopicReport]
    """The rules by pillar and topic."""
