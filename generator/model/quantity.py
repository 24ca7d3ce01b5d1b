"""Quantities of training: how people write them, what they mean, and the one way we print them.

All arithmetic is exact (`Fraction`); rounding happens where a line between two weeks has
to land on something a lifter can do, and in print.
"""

import re
from dataclasses import dataclass
from fractions import Fraction
from typing import Literal, Self

from generator.model.spelling import Spelling, Unreadable, WeeklySpelling

_DASH = re.compile(r"\s*[-\u2013\u2014]\s*")
_MINUS = ("-", "\u2212")
_NUMBER = r"(?:0|[1-9]\d{0,4})(?:\.\d{1,3})?"
NUMBER_RANGE = rf"{_NUMBER}(?: *[-\u2013\u2014] *{_NUMBER})?"
"""A number or a range, as an editor's pattern."""


def number(text: str) -> Fraction:
    """A plain decimal number; nothing else that YAML or Python would take for one."""
    if not re.fullmatch(_NUMBER, text, re.ASCII):
        if re.fullmatch(r"\d+,\d+", text, re.ASCII):
            raise Unreadable(f"“{text}” has a comma", hint=f"Write {text.replace(',', '.')}.")
        if re.fullmatch(r"0\d+", text, re.ASCII):
            raise Unreadable(f"“{text}” starts with a zero", hint=f"Write {text.lstrip('0') or 0}.")
        raise Unreadable(f"“{text[:40]}” is not a number")
    return Fraction(text)


def span(text: str) -> tuple[Fraction, Fraction]:
    """`8` or `8-12`, in the spellings people use, low end first."""
    parts = _DASH.split(text.replace(" to ", "-").strip())
    if len(parts) > 2:
        raise Unreadable(f"“{text[:40]}” is not a number or a range")
    low, high = number(parts[0]), number(parts[-1])
    if low > high:
        raise Unreadable(f"the range “{text}” runs backwards", hint=f"Write {parts[1]}-{parts[0]}.")
    return low, high


def plain(value: Fraction, places: int = 2) -> str:
    """A number as a reader expects it: no trailing zeros, half a digit rounds up."""
    scale = 10**places
    scaled = rounded(value * scale)
    whole, rest = divmod(abs(scaled), scale)
    digits = f"{rest:0{places}d}".rstrip("0") if places else ""
    sign = "-" if scaled < 0 else ""
    return f"{sign}{whole}.{digits}" if digits else f"{sign}{whole}"


def plain_beside(value: Fraction, *limits: Fraction, places: int = 1) -> str:
    """A number with as many more places as it takes not to read like a limit that it misses."""
    missed = [limit for limit in limits if limit != value]
    while places < 9 and any(plain(value, places) == plain(limit, places) for limit in missed):
        places += 1
    return plain(value, places)


def rounded(value: Fraction) -> int:
    """The nearest whole number; a half goes up."""
    return (2 * value.numerator + value.denominator) // (2 * value.denominator)


def rounded_to(value: Fraction, step: Fraction) -> Fraction:
    """The nearest multiple of a step."""
    return rounded(value / step) * step


def between(first: Fraction, last: Fraction, part: int, parts: int, step: Fraction) -> Fraction:
    """A point on the straight line from first to last, on a step a lifter can follow."""
    if part == 0 or first == last:
        return first
    if part == parts:
        return last
    return rounded_to(first + (last - first) * part / parts, step)


def printed(low: Fraction, high: Fraction) -> str:
    """A number or a range with an en dash, with every decimal an author may write."""
    return plain(low, 3) if low == high else f"{plain(low, 3)}\u2013{plain(high, 3)}"


@dataclass(frozen=True)
class Count:
    """A whole number of something, such as sets."""

    value: int

    def towards(self, last: Self, part: int, parts: int) -> Self:
        """The count on the line to `last`."""
        step = Fraction(1)
        return type(self)(
            int(between(Fraction(self.value), Fraction(last.value), part, parts, step))
        )

    def matches(self, other: Self) -> bool:  # noqa: ARG002 (any two make a line)
        """Whether a line can be drawn to the other."""
        return True

    def __str__(self) -> str:
        return str(self.value)


@dataclass(frozen=True)
class Reps:
    """Repetitions of a set, or seconds of a timed hold."""

    low: Fraction
    high: Fraction
    unit: Literal["reps", "seconds"] = "reps"
    open: bool = False
    """As many as possible, at least `low` (an AMRAP set, written `8+`)."""

    @property
    def timed(self) -> bool:
        """Whether the set is a hold counted in seconds."""
        return self.unit == "seconds"

    @property
    def middle(self) -> Fraction:
        """The number that counts for a range; an open set counts at its least."""
        return (self.low + self.high) / 2

    def towards(self, last: Self, part: int, parts: int) -> Self:
        """The range on the line to `last`."""
        one = Fraction(1)
        return type(self)(
            between(self.low, last.low, part, parts, one),
            between(self.high, last.high, part, parts, one),
            self.unit,
            self.open,
        )

    def matches(self, other: Self) -> bool:
        """Whether a line can be drawn to the other."""
        return self.unit == other.unit and self.open == other.open

    @classmethod
    def parse(cls, text: str) -> Self:
        """`8`, `6-8`, `8+`, `30 s`, `30-45 s`."""
        words = text.strip().lower()
        if words in ("amrap", "max", "failure"):
            raise Unreadable(
                f"“{text}” does not say how many repetitions to expect",
                hint="Write the least you expect and a plus, such as `8+`.",
            )
        if re.match(r"\d+\s*[x\u00d7/]\s*\d", words):
            raise Unreadable(
                f"“{text[:40]}” mixes sets and repetitions",
                hint="Write `sets:` and `reps:` apart.",
            )
        if re.search(r"/\s*(?:side|leg)|\b(?:per|each|a)\s+(?:side|leg)|\de/?s$", words):
            raise Unreadable(
                f"“{text[:40]}” counts both sides",
                hint="Write the repetitions of one side; left and right are one set.",
            )
        if words.endswith("+"):
            low, high = span(words[:-1].strip())
            if low != high:
                raise Unreadable(f"“{text}” is open and a range", hint=f"Write {plain(low)}+.")
            return cls(*_whole(low, low, 1, 100, "repetitions"), open=True)
        # before the seconds, because “reps” ends in an s as well
        words = re.sub(r"\s*(reps?|repetitions?)$", "", words)
        seconds = re.fullmatch(r"(.+?)\s*(s|sec|secs|second|seconds)", words)
        if seconds:
            return cls(*_whole(*span(seconds[1]), 1, 600, "seconds"), unit="seconds")
        return cls(*_whole(*span(words), 1, 100, "repetitions"))

    def __str__(self) -> str:
        text = printed(self.low, self.high)
        return f"{text}+" if self.open else f"{text} s" if self.timed else text


def _whole(
    low: Fraction, high: Fraction, least: int, most: int, of: str
) -> tuple[Fraction, Fraction]:
    if low.denominator != 1 or high.denominator != 1:
        raise Unreadable(f"{printed(low, high)} {of} is not a whole number")
    if low < least or high > most:
        raise Unreadable(f"{printed(low, high)} {of} is outside {least} to {most}")
    return low, high


@dataclass(frozen=True)
class Load:
    """What is lifted: a share of the 1RM, a weight, an effort, or the lifter's own body."""

    kind: Literal["percent", "kg", "lb", "rpe", "bodyweight"]
    low: Fraction = Fraction(0)
    high: Fraction = Fraction(0)
    """For bodyweight, low and high are the kilograms added."""

    @property
    def middle(self) -> Fraction:
        """The number that counts for a range."""
        return (self.low + self.high) / 2

    def towards(self, last: Self, part: int, parts: int) -> Self:
        """The load on the line to `last`, on half a percent, half a kilogram, half an RPE."""
        half = Fraction(1, 2)
        return type(self)(
            self.kind,
            between(self.low, last.low, part, parts, half),
            between(self.high, last.high, part, parts, half),
        )

    def matches(self, other: Self) -> bool:
        """Whether a line can be drawn to the other."""
        return self.kind == other.kind

    def scaled(self, share: Fraction) -> Self:
        """The same load at a share of itself; effort and bodyweight stay as they are."""
        if self.kind in ("rpe", "bodyweight"):
            return self
        half = Fraction(1, 2)
        return type(self)(
            self.kind, rounded_to(self.low * share, half), rounded_to(self.high * share, half)
        )

    @classmethod
    def parse(cls, text: str) -> Self:
        """`72%`, `70-75%`, `60 kg`, `135 lb`, `RPE 8`, `bodyweight`, `bodyweight + 10 kg`."""
        words = re.sub(r"\s+", " ", text.strip().lower())
        percent = re.fullmatch(r"(.+?)\s*%(?:\s*(?:of\s+)?1\s?rm)?", words)
        if percent:
            low, high = span(re.sub(r"%(?=\s*[-\u2013\u2014])", "", percent[1]))
            if low < 5 or high > 120:
                raise Unreadable(f"{printed(low, high)} % is outside 5 to 120 % of the 1RM")
            return cls("percent", low, high)
        weight = re.fullmatch(r"(.+?)\s*(kgs?|kilos?|lbs?|pounds?)", words)
        body = re.fullmatch(r"(?:bodyweight|body weight|bw)(?:\s*\+\s*(.+?)\s*kg)?", words)
        if body:
            added = span(body[1]) if body[1] else (Fraction(0), Fraction(0))
            return cls("bodyweight", *_weight(*added, 200, "kg"))
        if weight:
            pounds = weight[2][0] in "lp"
            low, high = _weight(*span(weight[1]), 1100 if pounds else 500, "lb" if pounds else "kg")
            return cls("lb" if pounds else "kg", low, high)
        effort = re.fullmatch(r"(?:rpe\s*|@\s*)(.+)", words)
        if effort:
            low, high = span(effort[1])
            if low < 1 or high > 10 or (2 * low).denominator != 1 or (2 * high).denominator != 1:
                raise Unreadable(f"RPE {printed(low, high)} is not between 1 and 10 in halves")
            return cls("rpe", low, high)
        if re.fullmatch(NUMBER_RANGE, words):
            raise Unreadable(
                f"the load “{text}” has no unit", hint=f"Write `{text}%` or `{text} kg`."
            )
        raise Unreadable(
            f"“{text[:40]}” is not a load",
            hint="Write `72%`, `60 kg`, `RPE 8` or `bodyweight`; leave it out to go by RIR.",
        )

    def __str__(self) -> str:
        text = printed(self.low, self.high)
        match self.kind:
            case "percent":
                return f"{text} %"
            case "rpe":
                return f"RPE {text}"
            case "bodyweight":
                return f"bodyweight + {text} kg" if self.high else "bodyweight"
        return f"{text} {self.kind}"


def _weight(low: Fraction, high: Fraction, most: int, unit: str) -> tuple[Fraction, Fraction]:
    if high > most:
        raise Unreadable(f"{printed(low, high)} {unit} is more than {most} {unit}")
    return low, high


@dataclass(frozen=True)
class Rir:
    """Repetitions in reserve: how many more clean repetitions are left at the end of a set."""

    low: Fraction
    high: Fraction

    @property
    def middle(self) -> Fraction:
        """The number that counts for a range."""
        return (self.low + self.high) / 2

    def towards(self, last: Self, part: int, parts: int) -> Self:
        """The RIR on the line to `last`, in whole repetitions."""
        one = Fraction(1)
        return type(self)(
            between(self.low, last.low, part, parts, one),
            between(self.high, last.high, part, parts, one),
        )

    def matches(self, other: Self) -> bool:  # noqa: ARG002 (any two make a line)
        """Whether a line can be drawn to the other."""
        return True

    @classmethod
    def parse(cls, text: str) -> Self:
        """`2` or `1-2`."""
        low, high = span(re.sub(r"\s*rir$", "", text.strip().lower()))
        if high > 10 or (2 * low).denominator != 1 or (2 * high).denominator != 1:
            raise Unreadable(f"{printed(low, high)} RIR is not between 0 and 10 in halves")
        return cls(low, high)

    def __str__(self) -> str:
        return printed(self.low, self.high)


@dataclass(frozen=True)
class Duration:
    """A stretch of time in seconds, or a range of it."""

    low: int
    high: int

    @property
    def middle(self) -> Fraction:
        """The number of seconds that counts for a range."""
        return Fraction(self.low + self.high, 2)

    def towards(self, last: Self, part: int, parts: int) -> Self:
        """The time on the line to `last`, in steps of five seconds."""
        five = Fraction(5)
        return type(self)(
            int(between(Fraction(self.low), Fraction(last.low), part, parts, five)),
            int(between(Fraction(self.high), Fraction(last.high), part, parts, five)),
        )

    def matches(self, other: Self) -> bool:  # noqa: ARG002 (any two make a line)
        """Whether a line can be drawn to the other."""
        return True

    @classmethod
    def parse(cls, text: str) -> Self:
        """`90 s`, `90s`, `1:30`, `1.5 min`, `2 min 15 s`, `2-3 min`; a bare number has no unit."""
        words = text.strip().lower().replace(" to ", "-")
        both = re.fullmatch(r"(\d{1,2})\s*m(?:in)?\s*([0-5]?\d)\s*s(?:ec)?", words, re.ASCII)
        if both:
            seconds = 60 * int(both[1]) + int(both[2])
            return cls._within(seconds, seconds, text)
        parts = _DASH.split(words)
        if all(re.fullmatch(r"\d{1,2}:[0-5]\d", part, re.ASCII) for part in parts):
            if len(parts) > 2:
                raise Unreadable(f"“{text[:40]}” is not a time")
            low, high = (_clock(part) for part in (parts[0], parts[-1]))
            return cls._within(low, high, text)
        unit = re.fullmatch(r"(.+?)\s*(s|sec|secs|seconds?|m|min|mins|minutes?)", words)
        if not unit:
            if re.fullmatch(NUMBER_RANGE, words):
                raise Unreadable(
                    f"the time “{text}” has no unit", hint=f"Write `{text} s` or `{text} min`."
                )
            raise Unreadable(
                f"“{text[:40]}” is not a time", hint="Write `90 s`, `1:30` or `2 min`."
            )
        factor = 60 if unit[2].startswith("m") else 1
        first, last = (value * factor for value in span(unit[1]))
        if first.denominator != 1 or last.denominator != 1:
            raise Unreadable(f"“{text[:40]}” is not a whole number of seconds")
        return cls._within(int(first), int(last), text)

    @classmethod
    def _within(cls, low: int, high: int, text: str) -> Self:
        if low > high:
            raise Unreadable(f"the range “{text[:40]}” runs backwards")
        if high > 1800:
            raise Unreadable(f"“{text[:40]}” is longer than 30 minutes")
        return cls(low, high)

    def __str__(self) -> str:
        if self.low == self.high:
            return clock(self.low)
        if self.high >= 120 and self.low % 30 == 0 and self.high % 30 == 0:
            return f"{printed(Fraction(self.low, 60), Fraction(self.high, 60))} min"
        return f"{self.low}\u2013{self.high} s"


def _clock(text: str) -> int:
    minutes, seconds = text.split(":")
    return 60 * int(minutes) + int(seconds)


def clock(seconds: int) -> str:
    """Seconds below two minutes, minutes from there on."""
    if seconds < 120:
        return f"{seconds} s"
    if seconds % 30 == 0:
        return f"{plain(Fraction(seconds, 60))} min"
    return f"{seconds // 60} min {seconds % 60} s"


@dataclass(frozen=True)
class Tempo:
    """Seconds of a repetition: down, pause at the bottom, up, pause at the top."""

    down: int
    bottom: int
    up: int
    top: int
    explosive: bool = False
    """The way up is as fast as possible (written X), which counts as one second."""

    @property
    def seconds(self) -> int:
        """How long one repetition lasts."""
        return self.down + self.bottom + self.up + self.top

    def towards(self, last: Self, part: int, parts: int) -> Self:
        """Not a line: tempo is written out week by week."""
        raise NotImplementedError

    @classmethod
    def parse(cls, text: str) -> Self:
        """`3-1-1-0`, `3110`, `3-1-1`, `3-1-X-0`."""
        words = re.sub(r"\s*[-\u2013/]\s*", "-", text.strip().upper())
        parts = words.split("-") if "-" in words else list(words)
        if len(parts) == 3:
            parts.append("0")
        times = [part for index, part in enumerate(parts) if (index, part) != (2, "X")]
        if len(parts) != 4 or not all(re.fullmatch(r"\d{1,2}", t, re.ASCII) for t in times):
            raise Unreadable(
                f"“{text[:40]}” is not a tempo",
                hint="Write four phases (down, bottom, up, top), like `3-1-1-0`; X for explosive.",
            )
        explosive = parts[2] == "X"
        down, bottom, up, top = (int(part) if part != "X" else 1 for part in parts)
        if max(down, bottom, up, top) > 30:
            raise Unreadable(f"a phase of “{text[:40]}” is longer than 30 seconds")
        if not (down or bottom or up or top):
            raise Unreadable(f"“{text[:40]}” takes no time at all")
        return cls(down, bottom, up, top, explosive)

    def __str__(self) -> str:
        return f"{self.down}-{self.bottom}-{'X' if self.explosive else self.up}-{self.top}"


@dataclass(frozen=True)
class Percent:
    """A share of something, in percent."""

    value: Fraction

    @property
    def share(self) -> Fraction:
        """As a factor."""
        return self.value / 100

    @classmethod
    def parse(cls, text: str) -> Self:
        """`50%`, `87.5 %`."""
        found = re.fullmatch(r"(.+?)\s*%", text.strip())
        if not found:
            raise Unreadable(f"“{text[:40]}” is not a percentage", hint="Write it like `50%`.")
        if found[1][0] in ("+", *_MINUS):
            raise Unreadable(
                f"“{text[:40]}” is a change, and a share is wanted",
                hint="Write `90%` to keep nine tenths; no sign.",
            )
        value = number(found[1])
        if not 0 < value <= 300:
            raise Unreadable(f"“{text[:40]}” is outside 0 to 300 %")
        return cls(value)

    def __str__(self) -> str:
        return f"{plain(self.value, 3)} %"


@dataclass(frozen=True)
class Step:
    """How much is added at a time: kilograms, pounds, percent, repetitions or sets."""

    amount: Fraction
    unit: Literal["kg", "lb", "%", "reps", "sets"]

    @classmethod
    def parse(cls, text: str) -> Self:
        """`2.5 kg`, `5 lb`, `2.5%`, `1 rep`, `1 set`."""
        found = re.fullmatch(
            r"\+?\s*(.+?)\s*(?:(kg|lbs?|%|sets?)|rep(?:etition)?s?)", text.strip().lower()
        )
        if not found:
            raise Unreadable(
                f"“{text[:40]}” is not a step", hint="Write `2.5 kg`, `2.5%`, `1 rep` or `1 set`."
            )
        amount = number(found[1])
        if not 0 < amount <= 100:
            raise Unreadable(f"a step of “{text[:40]}” is outside 0 to 100")
        word = (found[2] or "rep").rstrip("s")
        unit = {"kg": "kg", "lb": "lb", "%": "%", "rep": "reps", "set": "sets"}[word]
        if unit in ("reps", "sets") and amount.denominator != 1:
            raise Unreadable(f"{plain(amount)} {unit} is not a whole number")
        return cls(amount, unit)  # type: ignore[arg-type]  # the table above holds the five units

    def __str__(self) -> str:
        if self.unit in ("reps", "sets"):
            names = {"reps": ("repetition", "repetitions"), "sets": ("set", "sets")}[self.unit]
            return f"{plain(self.amount)} {names[self.amount != 1]}"
        return f"{plain(self.amount, 3)} {self.unit}"


@dataclass(frozen=True)
class Sleep:
    """Hours of sleep a night."""

    low: Fraction
    high: Fraction

    @classmethod
    def parse(cls, text: str) -> Self:
        """`7-9 h`."""
        words = text.strip().lower()
        low, high = span(re.sub(r"\s*(h|hrs?|hours?)(\s*(a|per)\s*night)?$", "", words))
        if not 3 <= low <= high <= 14:
            raise Unreadable(f"{printed(low, high)} hours is outside 3 to 14 hours a night")
        return cls(low, high)

    def __str__(self) -> str:
        return f"{printed(self.low, self.high)} h"


@dataclass(frozen=True)
class Protein:
    """Protein in grams per kilogram of body mass a day."""

    low: Fraction
    high: Fraction

    @classmethod
    def parse(cls, text: str) -> Self:
        """`1.6-2.2 g/kg`."""
        found = re.fullmatch(r"(.+?)\s*g\s*/\s*kg(\s*(/|a|per)\s*day)?", text.strip().lower())
        if not found:
            raise Unreadable(
                f"“{text[:40]}” is not a protein target", hint="Write it like `1.6-2.2 g/kg`."
            )
        low, high = span(found[1])
        if high > 5:
            raise Unreadable(f"{printed(low, high)} g/kg is more than 5 g/kg a day")
        return cls(low, high)

    def __str__(self) -> str:
        return f"{printed(self.low, self.high)} g/kg a day"


@dataclass(frozen=True)
class Energy:
    """Energy intake against maintenance: a percentage or kilocalories a day, with its sign."""

    low: Fraction
    high: Fraction
    unit: Literal["%", "kcal"]

    @classmethod
    def parse(cls, text: str) -> Self:
        """`+5%`, `0-10%`, `+200 kcal`, `-300 kcal`, `maintenance`."""
        words = text.strip().lower()
        if words == "maintenance":
            return cls(Fraction(0), Fraction(0), "%")
        found = re.fullmatch(
            rf"([+\u2212-])?\s*({_NUMBER})(?:(?:\s*[-\u2013\u2014]\s*|\s+to\s+)"
            rf"([+\u2212-])?\s*({_NUMBER}))?\s*(%|kcal)(?:\s*(?:/|a|per)\s*day)?",
            words,
        )
        if not found:
            raise Unreadable(
                f"“{text[:40]}” is not an energy target",
                hint="Write `+5%`, `-300 kcal` or `maintenance`.",
            )
        sign, first, other_sign, last, unit = found.groups()
        below, other_below = sign in _MINUS, (other_sign or sign) in _MINUS
        if below != other_below or (below and first == last):
            raise Unreadable(
                f"“{text[:40]}” goes from a deficit to a surplus",
                hint="Write `maintenance`, or the side of it you mean.",
            )
        low, high = sorted(number(end) * (-1 if below else 1) for end in (first, last or first))
        if max(abs(low), abs(high)) > (100 if unit == "%" else 3000):
            raise Unreadable(f"“{text[:40]}” is further from maintenance than anyone should eat")
        return cls(low, high, "kcal" if unit == "kcal" and (low or high) else "%")

    def __str__(self) -> str:
        if self.low == self.high == 0:
            return "maintenance"
        sign = "+" if self.low >= 0 else "\u2212"
        ends = sorted((abs(self.low), abs(self.high)))
        return f"{sign}{printed(*ends)} {self.unit}"


@dataclass(frozen=True)
class WarmUpSet:
    """A set before the working sets; it counts for nothing."""

    reps: int
    share: Fraction
    """Of the first working set's load, in percent."""

    @classmethod
    def parse(cls, text: str) -> Self:
        """`8 @ 50%`: eight repetitions with half of the first working load."""
        found = re.fullmatch(
            r"(\d{1,2})\s*(?:reps\s*)?(?:@|at|x)\s*(.+?)\s*%", text.strip().lower(), re.ASCII
        )
        if not found or not 1 <= int(found[1]) <= 30:
            raise Unreadable(f"“{text[:40]}” is not a warm-up set", hint="Write it like `8 @ 50%`.")
        share = number(found[2])
        if not 0 < share <= 100:
            raise Unreadable(f"a warm-up at {plain(share)} % of the working load")
        return cls(int(found[1]), share)

    def __str__(self) -> str:
        return f"{self.reps} at {plain(self.share, 3)} %"


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

SETS = WeeklySpelling(
    lambda text: Count(_count(text, 1, 20, "sets")),
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
