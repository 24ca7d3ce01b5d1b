"""How each field with a quantity is written: its parser, its pattern and its sentence."""

from fractions import Fraction

from generator.model.number import ONE_NUMBER, number, plain
from generator.model.quantity import Count, Duration, Load, Reps, Rir, Tempo, WarmUpSet
from generator.model.spelling import Bare, Spelling, Unreadable, WeeklySpelling
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
        pattern=_WHOLE,
        bare=Bare(least, most),
    )


def _any(*words: str) -> str:
    """A pattern for one of some words, in capitals or not."""
    spelt = ("".join(f"[{c}{c.upper()}]" if c.isalpha() else c for c in word) for word in words)
    return f"(?:{'|'.join(spelt)})"


# the patterns that editors check; limits inside a text are left to the parser, whose message is
# clearer than a pattern that counts could be
_WHOLE = r"[1-9]\d{0,4}(?:\.0{1,3})?"
_DASH = r" *(?:[-\u2013\u2014]| to ) *"
_WHOLE_RANGE = rf"{_WHOLE}(?:{_DASH}{_WHOLE})?"
_RANGE = rf"{ONE_NUMBER}(?:{_DASH}{ONE_NUMBER})?"
_HALF = r"(?:\d|10)(?:\.[05]0{0,2})?"
_SECONDS = _any("s", "sec", "secs", "second", "seconds")
_MINUTES = _any("m", "min", "mins", "minute", "minutes")
_KILOS = _any("kg", "kgs", "kilo", "kilos")
_POUNDS = _any("lb", "lbs", "pound", "pounds")
_REPS = _any("rep", "reps", "repetition", "repetitions")
_A_DAY = rf"(?: *(?:/|{_any('a', 'per')}) *{_any('day')})?"
_CLOCK = r"\d{1,2}:[0-5]\d"
_TIME = (
    rf"{_CLOCK}(?:{_DASH}{_CLOCK})?|{_RANGE} *(?:{_SECONDS}|{_MINUTES})|"
    rf"\d{{1,2}} *{_any('m', 'min')} *[0-5]?\d *{_any('s', 'sec')}"
)
_RESERVE = rf"{_HALF}(?:{_DASH}{_HALF})? *{_any('rir')}?"
_PHASE = r"(?:[0-2]?\d|30)"
_NEXT = r" *[-\u2013/] *"


def _sets(text: str) -> Count:
    sets = Fraction(_count(text, 1, 20, "sets"))
    return Count(sets, sets)


SETS = WeeklySpelling(
    _sets,
    "Write a whole number of sets from 1 to 20, a list with one per week, or `3 to 5`.",
    ("3", "3 to 5"),
    _WHOLE,
    Bare(1, 20),
    ramps=True,
)
REPS = WeeklySpelling(
    Reps.parse,
    "Write repetitions as `8`, `6-8` or `8+`, and holds as `30 s`.",
    ("8", "6-8", "8+", "30-45 s"),
    rf"{_WHOLE} *\+|{_WHOLE_RANGE} *(?:{_REPS}|{_SECONDS})?",
    Bare(1, 100),
    ramps=True,
)
LOAD = WeeklySpelling(
    Load.parse,
    "Write the load as `72%`, `60 kg`, `135 lb`, `RPE 8`, `bodyweight` or `bodyweight + 10 kg`.",
    ("72%", "70% to 76%", "60 kg", "RPE 8", "bodyweight"),
    rf"{ONE_NUMBER} *(?:%? *[-\u2013\u2014] *{ONE_NUMBER}| +to +{ONE_NUMBER})? *%"
    rf"(?: *(?:{_any('of')} )? *1 ?{_any('rm')})?|"
    rf"{_RANGE} *(?:{_KILOS}|{_POUNDS})|(?:{_any('rpe')}|@) *{_RANGE}|"
    rf"{_any('bodyweight', 'body weight', 'bw')}(?: *\+ *{_RANGE} *{_any('kg')})?",
    ramps=True,
)
RIR = WeeklySpelling(
    Rir.parse,
    "Write repetitions in reserve as `2` or `1-2`.",
    ("2", "1-2", "3 to 1"),
    _RESERVE,
    Bare(0, 10, Fraction(1, 2)),
    ramps=True,
)
TEMPO = WeeklySpelling(
    Tempo.parse,
    "Write four phases in seconds (down, bottom, up, top), such as `3-1-1-0`; X for explosive.",
    ("3-1-1-0", "2-0-X-0"),
    rf"{_PHASE}{_NEXT}{_PHASE}{_NEXT}(?:{_PHASE}|[xX])(?:{_NEXT}{_PHASE})?|\d\d[\dxX]\d?",
    # for an editor `0301` is the number 301
    Bare(1, 9999),
)
REST = WeeklySpelling(
    Duration.parse,
    "Write a time as `90 s`, `1:30`, `2 min` or `2-3 min`.",
    ("90 s", "1:30", "3 min"),
    _TIME,
    ramps=True,
)


def _percent(least: int, most: int, example: str) -> Spelling:
    def parse(text: str) -> Percent:
        percent = Percent.parse(text)
        if not least <= percent.value <= most:
            raise Unreadable(f"{percent} is outside {least} to {most} %")
        return percent

    says = f"Write a percentage from {least} to {most}, such as `{example}`."
    return Spelling(parse, says, (example,), rf"{ONE_NUMBER} *%")


SHARE = _percent(10, 150, "50%")
"""What is kept of something, or a little more than it."""
CUT = _percent(1, 90, "20%")
"""What is taken off something."""
PAUSE = Spelling(Duration.parse, "Write a time such as `15 s`.", ("15 s",), _TIME)
WARM_UP = Spelling(
    WarmUpSet.parse,
    "Write it like `8 @ 50%`.",
    ("8 @ 50%",),
    rf"(?:0?[1-9]|[12]\d|30) *(?:{_any('reps')} *)?(?:@|{_any('at', 'x')}) *{ONE_NUMBER} *%",
)
RESERVE = Spelling(
    Rir.parse, "Write it as `4` or `3-4`.", ("4",), _RESERVE, Bare(0, 10, Fraction(1, 2))
)
STEP = Spelling(
    Step.parse,
    "Write `2.5 kg`, `2.5%`, `1 rep` or `1 set`.",
    ("2.5 kg",),
    rf"\+? *{ONE_NUMBER} *(?:{_any('kg', 'lb', 'lbs', 'set', 'sets')}|%|{_REPS})",
)
SLEEP = Spelling(
    Sleep.parse,
    "Write hours a night, such as `7-9 h`.",
    ("7-9 h",),
    rf"{_RANGE}(?: *{_any('h', 'hr', 'hrs', 'hour', 'hours')}"
    rf"(?: *{_any('a', 'per')} *{_any('night')})?)?",
    Bare(3, 14, None),
)
PROTEIN = Spelling(
    Protein.parse,
    "Write it like `1.6-2.2 g/kg`.",
    ("1.6-2.2 g/kg",),
    rf"{_RANGE} *{_any('g')} */ *{_any('kg')}{_A_DAY}",
)
ENERGY = Spelling(
    Energy.parse,
    "Write `+5%`, `-300 kcal` or `maintenance`.",
    ("+5%", "maintenance"),
    rf"{_any('maintenance')}|[+\u2212-]? *{ONE_NUMBER}(?:(?: *[-\u2013\u2014] *| +to +)"
    rf"[+\u2212-]? *{ONE_NUMBER})? *(?:%|{_any('kcal')}){_A_DAY}",
)
