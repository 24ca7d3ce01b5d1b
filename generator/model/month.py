"""A month of a year: as near as a date of our own work has to be."""

import re
from dataclasses import dataclass

from generator.model.spelling import Spelling, Unreadable


@dataclass(frozen=True, order=True)
class Month:
    """A month of a year."""

    year: int
    number: int

    @classmethod
    def parse(cls, text: str) -> "Month":
        """`2026-11`."""
        found = re.fullmatch(r"(20\d\d)-(0[1-9]|1[0-2])", text, re.ASCII)
        if found is None:
            raise Unreadable(f"“{text[:40]}” is not a month")
        return cls(int(found[1]), int(found[2]))

    def in_years(self, years: int) -> "Month":
        """The same month, some years on."""
        return Month(self.year + years, self.number)

    def __str__(self) -> str:
        return f"{self.year}-{self.number:02}"


MONTH = Spelling(
    Month.parse,
    "Write the year and the month, such as `2026-11`.",
    ("2026-11",),
    r"20\d\d-(?:0[1-9]|1[0-2])",
)
