"""What is asked of somebody who wants a program, and how an answer is read."""

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from generator.load.suggest import did_you_mean
from generator.model.kits import KITS
from generator.model.program import GOALS, LEVELS
from generator.model.vocabulary import EQUIPMENT
from generator.scaffold.wishes import (
    LEAST_MINUTES,
    LEAST_WEEKS,
    MOST_MINUTES,
    MOST_WEEKS,
    WEEKDAYS,
    slug,
    trouble_with_name,
    trouble_with_title,
)


class Misunderstood(ValueError):
    """An answer that cannot be used; the text says why and what would do."""


@dataclass(frozen=True)
class Question:
    """One thing to ask; it is an option of the command by the same name."""

    name: str
    asks: str
    read: Callable[[str], Any]
    choices: Mapping[str, str] = field(default_factory=dict)
    """What may be answered, by name or by number, each with a word on it."""
    also: str = ""
    """What else may be answered."""


def _one_of(words: Iterable[str]) -> Callable[[str], str]:
    known = tuple(words)

    def read(answer: str) -> str:
        wrote = answer.strip()
        if wrote.isdecimal() and 1 <= int(wrote) <= len(known):
            return known[int(wrote) - 1]
        if wrote.casefold() in known:
            return wrote.casefold()
        hint = did_you_mean(wrote, known)
        raise Misunderstood(f"`{wrote[:40]}` is none of them. {hint}")

    return read


def _number(least: int, most: int, of: str) -> Callable[[str], int]:
    def read(answer: str) -> int:
        found = re.fullmatch(r"\s*(\d{1,4})\s*[a-z]*\s*", answer, re.ASCII | re.IGNORECASE)
        if not found or not least <= int(found[1]) <= most:
            raise Misunderstood(f"Write a number of {of} from {least} to {most}.")
        return int(found[1])

    return read


def _title(answer: str) -> str:
    title = answer.strip()
    trouble = trouble_with_title(title)
    if trouble:
        raise Misunderstood(f"This cannot be a title: {trouble}")
    return title


def _author(answer: str) -> str:
    name = answer.strip()
    trouble = trouble_with_name(name)
    if trouble:
        raise Misunderstood(f"This cannot be a name: {trouble}")
    return name


def _equipment(answer: str) -> frozenset[str]:
    kits = tuple(KITS.values())
    found: set[str] = set()
    for word in (part.strip() for part in answer.replace(";", ",").split(",")):
        if word.isdecimal() and 1 <= int(word) <= len(kits):
            found.update(kits[int(word) - 1].equipment)
            continue
        name = _dashed(word)
        named = [kit for kit in kits if name in map(_dashed, (kit.id, kit.words))]
        singular = name if name in EQUIPMENT else name.removesuffix("s")
        if named:
            found.update(named[0].equipment)
        elif singular in EQUIPMENT:
            found.add(singular)
        else:
            hint = did_you_mean(word, (*KITS, *EQUIPMENT), f"We know {', '.join(EQUIPMENT)}.")
            raise Misunderstood(f"`{word[:40]}` is no equipment that we know. {hint}")
    return frozenset(found)


def _dashed(words: str) -> str:
    return re.sub(r"[\s_]+", "-", words.casefold())


TITLE = Question("title", "Title", _title)
LEVEL = Question(
    "level",
    "Level",
    _one_of(LEVELS),
    {
        "beginner": "new to lifting, or back after a long break",
        "intermediate": "some months of training, knows the main lifts",
        "advanced": "years of hard training",
    },
)
GOAL = Question(
    "goal",
    "Goal",
    _one_of(GOALS),
    {
        "hypertrophy": "muscle growth",
        "strength": "heavier big lifts",
        "power": "jumping and sprinting",
        "general": "strong legs for everyday life and sport",
    },
)
DAYS = Question("days", "Leg days a week", _number(1, max(WEEKDAYS), "days"))
KIT = Question(
    "equipment",
    "Equipment",
    _equipment,
    {kit.id: kit.words for kit in KITS.values()},
    "or single pieces, such as `barbell, rack, plates`: " + ", ".join(EQUIPMENT),
)
MINUTES = Question(
    "minutes",
    "Minutes a session may take",
    _number(LEAST_MINUTES, MOST_MINUTES, "minutes"),
)
WEEKS = Question("weeks", "Weeks in all", _number(LEAST_WEEKS, MOST_WEEKS, "weeks"))
AUTHOR = Question("author", "Your name, as the guide prints it", _author)


def file_name(title: str) -> str:
    """The file a title goes to, or why it cannot have one."""
    name = slug(title)
    if not name:
        raise Misunderstood("This title has no letters from a to z or digits for a file name.")
    return f"{name}.yml"
