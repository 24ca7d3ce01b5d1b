"""One thing the author changed, and the weeks it holds in."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Literal, get_args

from generator.model.number import stretches
from generator.model.wording import capital, joined

ARROW = "→"
Kind = Literal["program", "block", "session", "exercise", "prescription", "evidence", "words"]
KINDS: tuple[Kind, ...] = get_args(Kind)
"""In the order they are told."""
NOT_GIVEN = "not given"


@dataclass(frozen=True)
class Weeks:
    """Weeks of the program as numbered before and after; one side is empty where they are new."""

    before: tuple[int, ...] = ()
    after: tuple[int, ...] = ()

    def __or__(self, other: "Weeks") -> "Weeks":
        return Weeks(
            tuple(sorted({*self.before, *other.before})), tuple(sorted({*self.after, *other.after}))
        )

    def __bool__(self) -> bool:
        return bool(self.before or self.after)

    def __str__(self) -> str:
        if self.before and self.after and self.before != self.after:
            return f"{numbered(self.after)} (before: {numbered(self.before)})"
        return numbered(self.after or self.before)


@dataclass(frozen=True)
class Shift:
    """One value of the file, as printed before and after."""

    field: str
    before: str
    after: str

    def __str__(self) -> str:
        return f"{self.field} {self.before} {ARROW} {self.after}"


@dataclass(frozen=True)
class Change:
    """One thing the author changed."""

    kind: Kind
    says: str
    """What changed, to stand after weeks and session."""
    weeks: Weeks = Weeks()
    session: str = ""
    exercise: str = ""
    shifts: tuple[Shift, ...] = ()

    @property
    def training(self) -> bool:
        """Whether it changes what somebody does, and not only what they read."""
        return self.kind not in ("evidence", "words")

    @property
    def sentence(self) -> str:
        """`Week 3, Heavy legs: Leg press 4 × 8 → 5 × 8`."""
        place = ", ".join(filter(None, (str(self.weeks), self.session)))
        return capital(f"{place}: {self.says}" if place else self.says)


def together(changes: Iterable[Change]) -> tuple[Change, ...]:
    """What is the same in several weeks said once, where it was first said."""
    found: dict[Change, Weeks] = {}
    for change in changes:
        same = replace(change, weeks=Weeks())
        found[same] = found.get(same, Weeks()) | change.weeks
    return tuple(replace(same, weeks=weeks) for same, weeks in found.items())


def numbered(weeks: Iterable[int]) -> str:
    """`week 3`, `weeks 2–4 and 6`."""
    runs = [str(run[0]) if len(run) == 1 else f"{run[0]}–{run[-1]}" for run in stretches(weeks)]
    one = len(runs) == 1 and runs[0].isdigit()
    return f"{'week' if one else 'weeks'} {joined(runs)}" if runs else ""


def reworded(before: str, after: str) -> str:
    """What happened to a text; nothing where only its line breaks moved."""
    if before.split() == after.split():
        return ""
    return "reworded" if before and after else "added" if after else "removed"


def quoted(text: str, most: int = 80) -> str:
    """Somebody's words in quotation marks, on one line and not too long."""
    flat = " ".join(text.split())
    return f"“{flat if len(flat) <= most else flat[: most - 1].rstrip() + '…'}”"
