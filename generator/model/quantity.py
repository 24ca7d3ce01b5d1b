"""Quantities of a set: how people write them, what they mean, and the one way we print them."""

import re
from dataclasses import dataclass, replace
from fractions import Fraction
from functools import cached_property
from typing import ClassVar, Literal, Self

from generator.model.number import (
    DASH,
    NUMBER_RANGE,
    between,
    number,
    plain,
    printed,
    rounded_to,
    span,
)
from generator.model.spelling import Unreadable


@dataclass(frozen=True)
class Between:
    """A number, or a range of numbers that counts at its middle."""

    low: Fraction
    high: Fraction

    STEP: ClassVar[Fraction] = Fraction(1)
    """What a value between two weeks is rounded to, so that a lifter can follow it."""
    UNIT: ClassVar[str] = ""
    """What follows the number, where it has to be said."""

    @cached_property
    def middle(self) -> Fraction:
        """The number that counts."""
        return (self.low + self.high) / 2

    @property
    def counted(self) -> str:
        """As printed; a range with its middle, because that is what is compared."""
        if self.low == self.high:
            return str(self)
        return f"{self} ({plain(self.middle)}{self.UNIT} on average)"

    def towards(self, last: Self, part: int, parts: int) -> Self:
        """What lies on the line to `last`, `part` of `parts` on the way."""
        return replace(
            self,
            low=between(self.low, last.low, part, parts, self.STEP),
            high=between(self.high, last.high, part, parts, self.STEP),
        )

    def matches(self, other: Self) -> bool:  # noqa: ARG002 (any two make a line)
        """Whether a line can be drawn to the other."""
        return True


@dataclass(frozen=True)
class Count(Between):
    """A whole number of something, such as sets."""

    @property
    def value(self) -> int:
        """The number."""
        return int(self.low)

    def __str__(self) -> str:
        return str(self.value)


@dataclass(frozen=True)
class Reps(Between):
    """Repetitions of a set, or seconds of a timed hold."""

    unit: Literal["reps", "seconds"] = "reps"
    open: bool = False
    """As many as possible, at least `low` (an AMRAP set, written `8+`)."""

    @property
    def timed(self) -> bool:
        """Whether the set is a hold counted in seconds."""
        return self.unit == "seconds"

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
        if re.match(r"\d+\s*/\s*\d", words):
            raise Unreadable(
                f"“{text[:40]}” gives each set other repetitions",
                hint="Write the range, such as `6-10`, or a line for each set.",
            )
        if re.match(r"\d+\s*[x\u00d7]\s*\d", words):
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
class Load(Between):
    """What is lifted: a share of the 1RM, a weight, an effort, or the lifter's own body."""

    kind: Literal["percent", "kg", "lb", "rpe", "bodyweight"]
    """For bodyweight, low and high are the kilograms added."""

    STEP = Fraction(1, 2)

    def matches(self, other: Self) -> bool:
        """Whether a line can be drawn to the other."""
        return self.kind == other.kind

    def scaled(self, share: Fraction) -> Self:
        """The same load at a share of itself; effort and bodyweight stay as they are."""
        if self.kind in ("rpe", "bodyweight"):
            return self
        low, high = (rounded_to(end * share, self.STEP) for end in (self.low, self.high))
        return replace(self, low=low, high=high)

    @classmethod
    def parse(cls, text: str) -> Self:
        """`72%`, `70-75%`, `60 kg`, `135 lb`, `RPE 8`, `bodyweight`, `bodyweight + 10 kg`."""
        words = re.sub(r"\s+", " ", text.strip().lower())
        percent = re.fullmatch(r"(.+?)\s*%(?:\s*(?:of\s+)?1\s?rm)?", words)
        if percent:
            low, high = span(re.sub(r"%(?=\s*[-\u2013\u2014])", "", percent[1]))
            if low < 5 or high > 120:
                raise Unreadable(f"{printed(low, high)} % is outside 5 to 120 % of the 1RM")
            return cls(low, high, "percent")
        weight = re.fullmatch(r"(.+?)\s*(kgs?|kilos?|lbs?|pounds?)", words)
        body = re.fullmatch(r"(?:bodyweight|body weight|bw)(?:\s*\+\s*(.+?)\s*kg)?", words)
        if body:
            added = span(body[1]) if body[1] else (Fraction(0), Fraction(0))
            return cls(*_weight(*added, 200, "kg"), kind="bodyweight")
        if weight:
            pounds = weight[2][0] in "lp"
            low, high = _weight(*span(weight[1]), 1100 if pounds else 500, "lb" if pounds else "kg")
            if low == 0:
                raise Unreadable(
                    f"“{text[:40]}” is no weight at all",
                    hint="Write `bodyweight` where nothing is held.",
                )
            return cls(low, high, "lb" if pounds else "kg")
        effort = re.fullmatch(r"(?:rpe\s*|@\s*)(.+)", words)
        if effort:
            low, high = span(effort[1])
            if low < 1 or high > 10 or (2 * low).denominator != 1 or (2 * high).denominator != 1:
                raise Unreadable(f"RPE {printed(low, high)} is not between 1 and 10 in halves")
            return cls(low, high, "rpe")
        if re.fullmatch(NUMBER_RANGE, words):
            low, high = span(words)
            likely = f"`{text}%` or `{text} kg`" if high <= 100 else f"`{text} kg`"
            if high < 1:
                likely = f"`{printed(100 * low, 100 * high)}%`"
            raise Unreadable(f"the load “{text}” has no unit", hint=f"Write {likely}.")
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
class Rir(Between):
    """Repetitions in reserve: how many more clean repetitions are left at the end of a set."""

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
class Duration(Between):
    """A stretch of time in seconds, or a range of it."""

    STEP = Fraction(5)
    UNIT = " s"

    @classmethod
    def parse(cls, text: str) -> Self:
        """`90 s`, `90s`, `1:30`, `1.5 min`, `2 min 15 s`, `2-3 min`; a bare number has no unit."""
        words = text.strip().lower().replace(" to ", "-")
        both = re.fullmatch(r"(\d{1,2})\s*m(?:in)?\s*([0-5]?\d)\s*s(?:ec)?", words, re.ASCII)
        if both:
            seconds = 60 * int(both[1]) + int(both[2])
            return cls._within(seconds, seconds, text)
        parts = DASH.split(words)
        if all(re.fullmatch(r"\d{1,2}:[0-5]\d", part, re.ASCII) for part in parts):
            if len(parts) > 2:
                raise Unreadable(f"“{text[:40]}” is not a time")
            low, high = (_clock(part) for part in (parts[0], parts[-1]))
            return cls._within(low, high, text)
        unit = re.fullmatch(r"(.+?)\s*(s|sec|secs|seconds?|m|min|mins|minutes?)", words)
        if not unit:
            if re.fullmatch(NUMBER_RANGE, words):
                likely = f"`{text} s`" if span(words)[1] > 10 else f"`{text} min`"
                raise Unreadable(f"the time “{text}” has no unit", hint=f"Write {likely}.")
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
        return cls(Fraction(low), Fraction(high))

    def __str__(self) -> str:
        if self.low == self.high:
            return clock(int(self.low))
        if self.high >= 120 and self.low % 30 == 0 and self.high % 30 == 0:
            return f"{printed(self.low / 60, self.high / 60)} min"
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
