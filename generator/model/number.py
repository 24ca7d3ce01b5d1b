"""Numbers: how people write them, exact arithmetic, and the one way we print them.

All arithmetic is exact (`Fraction`); rounding happens where a line between two weeks has to land
on something a lifter can do, and in print.
"""

import re
from collections.abc import Iterable
from fractions import Fraction

from generator.model.spelling import Unreadable

DASH = re.compile(r"\s*[-\u2013\u2014]\s*")
MINUS = ("-", "\u2212")
ONE_NUMBER = r"(?:0|[1-9]\d{0,4})(?:\.\d{1,3})?"
"""A plain decimal number, as a pattern."""
NUMBER_RANGE = rf"{ONE_NUMBER}(?: *[-\u2013\u2014] *{ONE_NUMBER})?"
"""A number or a range, as an editor's pattern."""


def number(text: str) -> Fraction:
    """A plain decimal number; nothing else that YAML or Python would take for one."""
    if not re.fullmatch(ONE_NUMBER, text, re.ASCII):
        if re.fullmatch(r"\d+(\s*,\s+\d+)+", text, re.ASCII):
            raise Unreadable(f"“{text[:40]}” is a list without brackets", hint=f"Write [{text}].")
        if re.fullmatch(r"[1-9]\d?\s*[x\u00d7]\s*[1-9][\d-]*", text.casefold(), re.ASCII):
            raise Unreadable(
                f"“{text[:40]}” mixes sets and repetitions", hint="Write `sets:` and `reps:` apart."
            )
        if re.fullmatch(r"\d+,\d+", text, re.ASCII):
            raise Unreadable(f"“{text}” has a comma", hint=f"Write {text.replace(',', '.')}.")
        if re.fullmatch(r"0\d+", text, re.ASCII):
            raise Unreadable(f"“{text}” starts with a zero", hint=f"Write {text.lstrip('0') or 0}.")
        raise Unreadable(f"“{text[:40]}” is not a number")
    return Fraction(text)


def span(text: str) -> tuple[Fraction, Fraction]:
    """`8` or `8-12`, in the spellings people use, low end first."""
    parts = DASH.split(text.replace(" to ", "-").strip())
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


def json_number(value: Fraction) -> int | float:
    """A number as JSON has it: everything a file may say has three decimals at most."""
    return int(value) if value.denominator == 1 else float(round(value, 3))


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


def stretches(numbers: Iterable[int]) -> list[list[int]]:
    """Whole numbers in order, those that follow one another together."""
    found: list[list[int]] = []
    for value in sorted(numbers):
        if found and value == found[-1][-1] + 1:
            found[-1].append(value)
        else:
            found.append([value])
    return found


def runs(numbers: Iterable[int]) -> list[str]:
    """`2`, `3`, `5 to 8`: whole numbers in order, three and more in a row shortened."""
    parts: list[str] = []
    for stretch in stretches(numbers):
        parts += [f"{stretch[0]} to {stretch[-1]}"] if len(stretch) > 2 else map(str, stretch)
    return parts


def printed(low: Fraction, high: Fraction) -> str:
    """A number or a range with an en dash, with every decimal an author may write."""
    return plain(low, 3) if low == high else f"{plain(low, 3)}\u2013{plain(high, 3)}"
