"""How each field with a quantity is written: its parser, its pattern and its sentence."""

from fractions import Fraction

from generator.model.number import NUMBER_RANGE, number, plain
from generator.model.quantity import Count, Duration, Load, Reps, Rir, Tempo, WarmUpSet
from generator.model.spelling import Spelling, Unreadable, WeeklySpelling
from generator.model.target import Energy, Percent, Protein, Sleep, Step


def _count(text: str, least: int, most: int, of: str) -> int:
    value = number(text)
    if value.denominator != 1:
        raise Unreadable(f"{plain(value)} {of} is not a whole number")
    if not least <= value <= most:
        raise Unreadable(f"{plain(value)} {of} is outside {least} to {most}")
    return int(value)


def whole(of: str, least: int, most: int) -> Spelling:
    """A whole number of something within limits."""
    return Spelling(
        lambda text: _count(text, least, most, of),
        f"Write a whole number from {least} to {most}.",
        pattern=r"\d{1,5}",
    )


_WHOLE_RANGE = r"\d{1,3}(?: *[-\u2013\u2014] *\d{1,3})?"
_SECONDS = r"(?:[sS]|[sS]ecs?|[sS]econds?)"
_MINUTES = r"(?:[mM]|[mM]ins?|[mM]inutes?)"
_BETWEEN = r" *[-\u2013/] *"


def _sets(text: str) -> Count:
    sets = Fraction(_count(text, 1, 20, "sets"))
    return Count(sets, sets)


SETS = WeeklySpelling(
    _sets,
    "Write a whole number of sets from 1 to 20, a list with one per week, or `3 to 5`.",
    ("3", "3 to 5"),
    r"\d{1,2}",
    ramps=True,
)
REPS = WeeklySpelling(
    Reps.parse,
    "Write repetitions as `8`, `6-8` or `8+`, and holds as `30 s`.",
    ("8", "6-8", "8+", "30-45 s"),
    rf"{_WHOLE_RANGE} *(?:\+|[rR]eps?|[rR]epetitions?|{_SECONDS})?",
    ramps=True,
)
LOAD = WeeklySpelling(
    Load.parse,
    "Write the load as `72%`, `60 kg`, `135 lb`, `RPE 8`, `bodyweight` or `bodyweight + 10 kg`.",
    ("72%", "70% to 76%", "60 kg", "RPE 8", "bodyweight"),
    ramps=True,
)
RIR = WeeklySpelling(
    Rir.parse,
    "Write repetitions in reserve as `2` or `1-2`.",
    ("2", "1-2", "3 to 1"),
    rf"{NUMBER_RANGE} *(?:RIR|rir)?",
    ramps=True,
)
TEMPO = WeeklySpelling(
    Tempo.parse,
    "Write four phases in seconds (down, bottom, up, top), such as `3-1-1-0`; X for explosive.",
    ("3-1-1-0", "2-0-X-0"),
    rf"\d{{1,2}}{_BETWEEN}\d{{1,2}}{_BETWEEN}(?:\d{{1,2}}|[xX])(?:{_BETWEEN}\d{{1,2}})?|"
    r"\d{2}[\dxX]\d?",
)
REST = WeeklySpelling(
    Duration.parse,
    "Write a time as `90 s`, `1:30`, `2 min` or `2-3 min`.",
    ("90 s", "1:30", "3 min"),
    r"\d{1,2}:[0-5]\d(?: *[-\u2013\u2014] *\d{1,2}:[0-5]\d)?|"
    rf"{NUMBER_RANGE} *(?:{_SECONDS}|{_MINUTES})|\d{{1,2}} *{_MINUTES} *\d{{1,2}} *{_SECONDS}",
    ramps=True,
)


def _percent(least: int, most: int, example: str) -> Spelling:
    def parse(text: str) -> Percent:
        percent = Percent.parse(text)
        if not least <= percent.value <= most:
            raise Unreadable(f"{percent} is outside {least} to {most} %")
        return percent

    says = f"Write a percentage from {least} to {most}, such as `{example}`."
    return Spelling(parse, says, (example,), r"\d{1,3}(?:\.\d+)? *%")


SHARE = _percent(10, 150, "50%")
"""What is kept of something, or a little more than it."""
CUT = _percent(1, 90, "20%")
"""What is taken off something."""
PAUSE = Spelling(Duration.parse, "Write a time such as `15 s`.", ("15 s",))
WARM_UP = Spelling(WarmUpSet.parse, "Write it like `8 @ 50%`.", ("8 @ 50%",))
RESERVE = Spelling(Rir.parse, "Write it as `4` or `3-4`.", ("4",))
STEP = Spelling(Step.parse, "Write `2.5 kg`, `2.5%`, `1 rep` or `1 set`.", ("2.5 kg",))
SLEEP = Spelling(Sleep.parse, "Write hours a night, such as `7-9 h`.", ("7-9 h",))
PROTEIN = Spelling(Protein.parse, "Write it like `1.6-2.2 g/kg`.", ("1.6-2.2 g/kg",))
ENERGY = Spelling(
    Energy.parse, "Write `+5%`, `-300 kcal` or `maintenance`.", ("+5%", "maintenance")
)
