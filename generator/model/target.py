"""Quantities of a plan around the sets: shares, steps, sleep, protein, energy."""

import re
from dataclasses import dataclass
from fractions import Fraction
from typing import Literal, Self

from generator.model.number import MINUS, ONE_NUMBER, number, plain, printed, span
from generator.model.spelling import Unreadable


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
        if found[1][0] in ("+", *MINUS):
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
            rf"([+\u2212-])?\s*({ONE_NUMBER})(?:(?:\s*[-\u2013\u2014]\s*|\s+to\s+)"
            rf"([+\u2212-])?\s*({ONE_NUMBER}))?\s*(%|kcal)(?:\s*(?:/|a|per)\s*day)?",
            words,
        )
        if not found:
            raise Unreadable(
                f"“{text[:40]}” is not an energy target",
                hint="Write `+5%`, `-300 kcal` or `maintenance`.",
            )
        sign, first, other_sign, last, unit = found.groups()
        below, other_below = sign in MINUS, (other_sign or sign) in MINUS
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
