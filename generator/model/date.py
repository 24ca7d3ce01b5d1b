"""A day of the calendar, for what has to be told to the day."""

import datetime
import re

from generator.model.spelling import Spelling, Unreadable


def _date(text: str) -> datetime.date:
    """`2026-11-22`."""
    if not re.fullmatch(r"20\d\d-\d\d-\d\d", text, re.ASCII):
        raise Unreadable(f"“{text[:40]}” is not a date")
    try:
        return datetime.date.fromisoformat(text)
    except ValueError:
        raise Unreadable(f"“{text}” is not in the calendar") from None


DATE = Spelling(
    _date,
    "Write year, month and day, such as `2026-11-22`.",
    ("2026-11-22",),
    r"20\d\d-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])",
)
