"""A value that may change over the weeks of a block."""

from dataclasses import dataclass
from typing import Any, Generic, TypeVar

T = TypeVar("T")


@dataclass(frozen=True)
class Weekly(Generic[T]):
    """One value for all weeks, one per week, or a straight line from the first to the last."""

    values: tuple[T, ...]
    ramp: bool = False
    """Two values, first and last week; the weeks between lie on a line."""
    listed: bool = False
    """Written as a list, so its length has to be the block's weeks."""

    def at(self, week: int, weeks: int) -> T:
        """The value in a week (from 0) of a block that lasts `weeks` weeks."""
        if self.ramp:
            first: Any = self.values[0]
            value: T = first.towards(self.values[1], week, max(weeks - 1, 1))
            return value
        return self.values[min(week, len(self.values) - 1)]

    def __str__(self) -> str:
        return (" to " if self.ramp else ", ").join(str(value) for value in self.values)
