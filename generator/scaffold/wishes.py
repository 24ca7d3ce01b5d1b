"""What somebody wants a program for, and what can be said of it before there is a program."""

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from generator.load import badly_named
from generator.model.kits import KITS
from generator.model.program import DAYS
from generator.model.spelling import Spelling, Unreadable
from generator.model.text import LINE, TITLE
from generator.scaffold.yaml_text import quoted
from generator.source import read

WEEKDAYS: Mapping[int, tuple[str, ...]] = {
    1: ("monday",),
    2: ("monday", "thursday"),
    3: ("monday", "wednesday", "friday"),
    4: ("monday", "tuesday", "thursday", "saturday"),
}
"""Days of a week with two nights between them; with four, one pair has to be neighbours."""

MINUTES: Mapping[int, int] = {1: 70, 2: 60, 3: 50, 4: 45}
"""What a session may take when nobody says, by days a week."""
LEAST_MINUTES, MOST_MINUTES = 30, 120
WEEKS = 9
LEAST_WEEKS, MOST_WEEKS = 4, 16
AUTHOR = "Four Pillars contributors"


@dataclass(frozen=True)
class Wishes:
    """What the program has to fit."""

    title: str
    level: str
    goal: str
    days: int
    equipment: frozenset[str]
    minutes: int
    """The most a session may take."""
    weeks: int = WEEKS
    author: str = AUTHOR


def neighbours(days: int) -> tuple[tuple[int, int], ...]:
    """Sessions on one day and the next, by their places in the week."""
    found = [DAYS.index(day) for day in WEEKDAYS[days]]
    return tuple((at, at + 1) for at in range(days - 1) if found[at + 1] - found[at] == 1)


def equipment_in(words: tuple[str, ...]) -> frozenset[str]:
    """The equipment that kits and single pieces stand for."""
    return frozenset(
        item for word in words for item in (KITS[word].equipment if word in KITS else (word,))
    )


def usual_title(level: str, days: int) -> str:
    """A title for somebody who has none yet: `Beginner Legs in Two Days`."""
    numbers = {1: "One Day", 2: "Two Days", 3: "Three Days", 4: "Four Days"}
    return f"{level.capitalize()} Legs in {numbers[days]}"


def slug(title: str) -> str:
    """A title as a file name: lower-case words joined by hyphens; empty where none are left."""
    plain = unicodedata.normalize("NFKD", title.replace("\u00df", "ss").replace("\u2019", ""))
    words = re.findall(r"[a-z0-9]+", plain.encode("ascii", "ignore").decode().lower())
    return "-".join(words)[:80].strip("-")


def trouble_with_title(title: str) -> str:
    """Why a title cannot stand in a file; empty where it can."""
    return _trouble(title, TITLE)


def trouble_with_name(name: str) -> str:
    """The same for an author's name."""
    return _trouble(name, LINE)


def trouble_with_file(name: str) -> str:
    """Why a file name cannot be a program's; empty where it can."""
    found = badly_named(Path(name), Path(name).name)
    return f"{found.message}. {found.hint}" if found else ""


def _trouble(text: str, spelling: Spelling) -> str:
    try:
        raw = f"it: {quoted(text)}\n".encode()
    except UnicodeEncodeError:
        return "that is not readable text"
    source = read(raw, "answer.yml")
    if source.findings:
        return source.findings[0].message
    try:
        spelling.read(source.at(("it",)))
    except Unreadable as error:
        return f"{error}. {error.hint}"
    return ""
