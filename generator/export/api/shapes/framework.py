"""The framework: its topics and numbers, its rules, its words; and the index of the API."""

from dataclasses import dataclass
from typing import Literal

from generator.export.api.shapes.common import (
    SHAPE,
    Code,
    Count,
    Id,
    Link,
    Muscle,
    Reading,
    Severity,
    Topic,
    Web,
)
from generator.export.api.shapes.report import Kind


@dataclass(frozen=True)
class TopicWords:
    """A pillar of the framework, or a topic beside the pillars."""

    __pydantic_config__ = SHAPE

    id: Topic
    """Its name in other answers."""
    name: str
    """Its name in print."""
    letters: str
    """The letters its rules' codes begin with."""
    pillar: bool
    """Whether it is one of the four pillars."""
    says: str
    """What the framework says of it, in our words."""
    audit: str | None
    """What the evidence says of that, in our words."""
    takeaway: str | None
    """The framework's takeaway, in our words."""
    page: Link
    """The page for people."""


@dataclass(frozen=True)
class Threshold:
    """A number a rule compares with."""

    __pydantic_config__ = SHAPE

    id: Id
    """Its name."""
    value: float
    """The number."""
    unit: str
    """What it counts."""
    basis: Literal["framework", "evidence", "convention"]
    """Who set it: the framework, a trial, or nobody."""
    says: str
    """What it decides."""
    claims: list[Id]
    """Claims that judge it."""
    rules: list[Code]
    """Rules that compare with it."""


@dataclass(frozen=True)
class CountingRule:
    """How something is counted."""

    __pydantic_config__ = SHAPE

    term: str
    """What is counted."""
    says: str
    """How."""
    claims: list[Id]
    """Claims that judge it; without one it is a convention."""


@dataclass(frozen=True)
class Framework:
    """Pillars and topics, muscles, thresholds and counting rules."""

    __pydantic_config__ = SHAPE

    schema: Literal["pillars-framework/1"]
    """The shape of this answer; it changes when a reader would have to."""
    topics: list[TopicWords]
    """Pillars first."""
    muscles: dict[Muscle, str]
    """What readers call each muscle."""
    thresholds: list[Threshold]
    """Every number that decides something."""
    counting: list[CountingRule]
    """How everything is counted."""


@dataclass(frozen=True)
class RuleFacts:
    """One rule."""

    __pydantic_config__ = SHAPE

    code: Code
    """Its name in addresses and program files."""
    name: str
    """Its name in words: what is wrong when it speaks up."""
    title: str
    """The same as a sentence."""
    topic: Topic
    """The pillar or topic it belongs to."""
    kind: Kind
    """Whose rule it is: the framework's, a guard rail from the evidence, or plain consistency."""
    severity: Severity
    """How much it matters."""
    deviation: bool
    """Whether a program may depart from it with a reason."""
    allowed: str
    """What it allows, in words."""
    claims: list[Id]
    """Claims it stands on."""
    thresholds: list[Id]
    """Numbers it compares with; the framework has them."""
    links: Reading
    """Where to go on."""


@dataclass(frozen=True)
class Rules:
    """All rules."""

    __pydantic_config__ = SHAPE

    schema: Literal["pillars-rules/1"]
    """The shape of this answer; it changes when a reader would have to."""
    rules: list[RuleFacts]
    """By topic and number."""


@dataclass(frozen=True)
class RuleSection:
    """A part of a rule's page."""

    __pydantic_config__ = SHAPE

    heading: str
    """Its heading."""
    markdown: str
    """Its text; a link such as `claim:frequency` names something of this API by kind and id."""


@dataclass(frozen=True)
class RuleInProgram:
    """What a rule measured in a program."""

    __pydantic_config__ = SHAPE

    program: Id
    """The program."""
    status: Literal["passed", "noted", "warned", "deviated", "error"]
    """How the program stands to it."""
    measured: str
    """What it measured, in words."""


@dataclass(frozen=True)
class Rule(RuleFacts):
    """A rule with its page, and what it measured in each program."""

    __pydantic_config__ = SHAPE

    schema: Literal["pillars-rule/1"]
    """The shape of this answer; it changes when a reader would have to."""
    sections: list[RuleSection]
    """Its page, part by part."""
    programs: list[RuleInProgram]
    """What it measured in each published program."""


@dataclass(frozen=True)
class Word:
    """A word of the trade."""

    __pydantic_config__ = SHAPE

    term: str
    """The word."""
    names: list[str]
    """Other words for it."""
    group: str
    """The words it stands among."""
    means: str
    """What it means."""
    claims: list[Id]
    """Claims about what it stands for."""
    page: Link
    """Its place in the glossary for people."""


@dataclass(frozen=True)
class Glossary:
    """The words of the trade, each defined once."""

    __pydantic_config__ = SHAPE

    schema: Literal["pillars-glossary/1"]
    """The shape of this answer; it changes when a reader would have to."""
    words: list[Word]
    """In the order readers meet them."""


@dataclass(frozen=True)
class Licence:
    """What may be done with the data."""

    __pydantic_config__ = SHAPE

    spdx: str
    """Its SPDX identifier."""
    name: str
    """Its name."""
    url: Web
    """Where it can be read."""
    attribution: str
    """How to give credit; authors of a program are named as well."""


@dataclass(frozen=True)
class Resource:
    """A list, or something of which there is one."""

    __pydantic_config__ = SHAPE

    name: str
    """What it is."""
    says: str
    """What it holds."""
    count: Count
    """How many things it lists."""
    href: Link
    """Where it is."""


@dataclass(frozen=True)
class Index:
    """The way in."""

    __pydantic_config__ = SHAPE

    schema: Literal["pillars-index/1"]
    """The shape of this answer; it changes when a reader would have to."""
    name: str
    """The name of the site."""
    says: str
    """What it is."""
    site: Web | None
    """The address of the site, where it is known to the build."""
    licence: Licence
    """What may be done with the data."""
    disclaimer: str
    """What it is not."""
    openapi: Link
    """The description of every answer."""
    feed: Link
    """New and changed programs, as an Atom feed."""
    page: Link
    """The page for people."""
    resources: list[Resource]
    """The lists to start from."""
