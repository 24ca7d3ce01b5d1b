"""What the validator says: one sentence, the place it is about, and a way out."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from typing import Literal

Keys = tuple[str | int, ...]
"""A path into a file's data: `("blocks", 0, "sessions", 1, "exercises", 2, "load")`."""


class Severity(StrEnum):
    """How much a finding matters. An error blocks publication."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


@dataclass(frozen=True, order=True)
class Place:
    """A stretch of a file; lines and columns start at 1 and columns count code points."""

    line: int
    column: int
    end_line: int
    end_column: int


MAX_FINDINGS = 200
"""Findings of one kind in one file; a file with more is not what it was meant to be."""

FIRST_LINE = Place(1, 1, 1, 1)


@dataclass(frozen=True)
class Label:
    """Something elsewhere in the file that the finding stands on."""

    keys: Keys
    text: str
    place: Place = FIRST_LINE


@dataclass(frozen=True)
class Edit:
    """Text that takes the place of a stretch of a file."""

    place: Place
    text: str


@dataclass(frozen=True)
class Change:
    """A step of a fix, by path into the data; `generator.edit` finds the stretch it is about."""

    kind: Literal["value", "key", "add", "remove"]
    """Another value, another name for a key, a key that is not there yet, an entry that goes."""
    keys: Keys
    text: str = ""
    """The value or key as it is meant; quotes are put around it where YAML needs them."""


@dataclass(frozen=True)
class Fix:
    """What would mend a finding."""

    says: str
    """What it does, such as "rename the key to `reps`"."""
    steps: tuple[Change | Edit, ...]
    safe: bool = False
    """Whether it cannot change what the author meant; any other needs a look first."""


@dataclass(frozen=True)
class Finding:
    """One thing the validator says about one file."""

    keys: Keys
    """What is meant, as a path into the data; the source knows where that stands."""
    message: str
    """One sentence with the measured value and the allowed one."""
    hint: str = ""
    """The way out, or the nearest spelling we know."""
    labels: tuple[Label, ...] = ()
    """The causes: sets that make up a sum, the field that switched a rule on."""
    fix: Fix | None = None
    """What would mend it, where that can be said in text."""
    on_key: bool = False
    """Points at the key instead of the value, for keys that should not be there."""
    code: str = ""
    name: str = ""
    severity: Severity = Severity.ERROR
    graded: Severity | None = None
    """Set by a rule that grades this one finding otherwise than its usual."""
    file: str = ""
    place: Place = FIRST_LINE
    reason: str = ""
    """Why the program departs from the rule here; empty where no deviation covers it."""

    @property
    def open(self) -> bool:
        """Whether nobody has given a reason for it."""
        return not self.reason

    @property
    def blocks(self) -> bool:
        """Whether it keeps its file off the site."""
        return self.open and self.severity is Severity.ERROR


def in_order(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Findings sorted by file, line, column and code, each one once."""
    unique = dict.fromkeys(findings)
    return tuple(
        sorted(unique, key=lambda f: (f.file, f.place.line, f.place.column, f.code, f.message))
    )
