"""Kinds of values that many answers hold."""

from dataclasses import dataclass
from typing import Annotated, Any

from generator.model.program import DAYS, GOALS, LEVELS
from generator.model.vocabulary import (
    CERTAINTIES,
    EQUIPMENT,
    MUSCLES,
    SEVERITIES,
    TOPICS,
    VERDICTS,
)

SHAPE = {"extra": "forbid"}
"""How the schemas are read off these classes: no other keys."""


@dataclass(frozen=True)
class Keywords:
    """JSON Schema keywords that a type alone does not say."""

    said: tuple[tuple[str, Any], ...]

    def __get_pydantic_json_schema__(self, core: Any, handler: Any) -> dict[str, Any]:
        said = {key: list(v) if isinstance(v, tuple) else v for key, v in self.said}
        return {**handler(core), **said}


def one_of(*words: str) -> Keywords:
    """One of a few words."""
    return Keywords((("enum", words),))


def pattern(regex: str) -> Keywords:
    """Text of one form."""
    return Keywords((("pattern", f"^(?:{regex})$"),))


def least(number: int) -> Keywords:
    """A number no smaller than this."""
    return Keywords((("minimum", number),))


Id = Annotated[str, pattern("[a-z0-9]+(?:-[a-z0-9]+)*")]
Code = Annotated[str, pattern("[A-Z]{3}[0-9]{3}")]
Link = Annotated[str, Keywords((("format", "uri-reference"),))]
Web = Annotated[str, Keywords((("format", "uri"),))]
Date = Annotated[str, Keywords((("format", "date"),))]
Month = Annotated[str, pattern("20[0-9]{2}-(?:0[1-9]|1[0-2])")]
Count = Annotated[int, least(0)]
Positive = Annotated[int, least(1)]
Level = Annotated[str, one_of(*LEVELS)]
Goal = Annotated[str, one_of(*GOALS)]
Day = Annotated[str, one_of(*DAYS)]
Topic = Annotated[str, one_of(*TOPICS)]
Equipment = Annotated[str, one_of(*EQUIPMENT)]
Muscle = Annotated[str, one_of(*MUSCLES)]
Verdict = Annotated[str, one_of(*VERDICTS)]
Certainty = Annotated[str, one_of(*CERTAINTIES)]
Severity = Annotated[str, one_of(*SEVERITIES)]


@dataclass(frozen=True)
class Range:
    """From the lowest to the highest value; both are the same where there is one."""

    __pydantic_config__ = SHAPE

    low: float
    """The lowest value."""
    high: float
    """The highest value."""


@dataclass(frozen=True)
class Reading:
    """Where to go on."""

    __pydantic_config__ = SHAPE

    detail: Link
    """All of it as JSON."""
    page: Link
    """The page for people."""
