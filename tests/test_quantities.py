"""How quantities are read and printed: many spellings, one print, and a sentence for the rest."""

import re
from collections.abc import Callable
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.model.number import number, plain, plain_beside, printed, rounded, span
from generator.model.program import DAYS, SET_TYPES
from generator.model.quantity import Duration, Load, Reps, Rir, Tempo, WarmUpSet
from generator.model.spelling import Spelling, Unreadable, choice
from generator.model.spellings import LOAD, REPS, REST, RIR, SETS, TEMPO, whole
from generator.model.target import Energy, Percent, Protein, Sleep, Step
from generator.model.text import DOI, ID, LINE, PMID, PROSE, TRUTH, WEB
from generator.model.weekly import Weekly

READ = [
    (REPS, "8", "8"),
    (REPS, " 8 ", "8"),
    (REPS, "8-12", "8–12"),
    (REPS, "8 - 12", "8–12"),
    (REPS, "8–12", "8–12"),
    (REPS, "8—12", "8–12"),
    (REPS, "8-8", "8"),
    (REPS, "8 reps", "8"),
    (REPS, "8-12 Reps", "8–12"),
    (REPS, "12 repetitions", "12"),
    (REPS, "8+", "8+"),
    (REPS, "8 +", "8+"),
    (REPS, "30 s", "30 s"),
    (REPS, "30s", "30 s"),
    (REPS, "30-45 sec", "30–45 s"),
    (REPS, "30 seconds", "30 s"),
    (REPS, "100", "100"),
    (REPS, "600 s", "600 s"),
    (REPS, "8 to 12", "8 to 12"),
    (REPS, "6-8 to 8-10", "6–8 to 8–10"),
    (LOAD, "72%", "72 %"),
    (LOAD, "72 %", "72 %"),
    (LOAD, "72.5%", "72.5 %"),
    (LOAD, "72.125 %", "72.125 %"),
    (LOAD, "70-75%", "70–75 %"),
    (LOAD, "70%-75%", "70–75 %"),
    (LOAD, "70 % – 75 %", "70–75 %"),
    (LOAD, "80% 1RM", "80 %"),
    (LOAD, "80% of 1 RM", "80 %"),
    (LOAD, "70% to 76%", "70 % to 76 %"),
    (LOAD, "60 kg", "60 kg"),
    (LOAD, "60kg", "60 kg"),
    (LOAD, "60 KG", "60 kg"),
    (LOAD, "60 kgs", "60 kg"),
    (LOAD, "60 kilos", "60 kg"),
    (LOAD, "135 lb", "135 lb"),
    (LOAD, "135 lbs", "135 lb"),
    (LOAD, "135 pounds", "135 lb"),
    (LOAD, "RPE 8", "RPE 8"),
    (LOAD, "rpe8.5", "RPE 8.5"),
    (LOAD, "@8", "RPE 8"),
    (LOAD, "RPE 7-8", "RPE 7–8"),
    (LOAD, "bodyweight", "bodyweight"),
    (LOAD, "BW", "bodyweight"),
    (LOAD, "body weight", "bodyweight"),
    (LOAD, "BW+10 kg", "bodyweight + 10 kg"),
    (LOAD, "bodyweight + 5-10 kg", "bodyweight + 5–10 kg"),
    (LOAD, "5%", "5 %"),
    (LOAD, "120%", "120 %"),
    (LOAD, "500 kg", "500 kg"),
    (LOAD, "1100 lb", "1100 lb"),
    (RIR, "2", "2"),
    (RIR, "1-2", "1–2"),
    (RIR, "2 RIR", "2"),
    (RIR, "0", "0"),
    (RIR, "1.5", "1.5"),
    (RIR, "10", "10"),
    (RIR, "3 to 1", "3 to 1"),
    (SETS, "3", "3"),
    (SETS, "20", "20"),
    (SETS, "3 to 5", "3 to 5"),
    (TEMPO, "3-1-1-0", "3-1-1-0"),
    (TEMPO, "3-1-1", "3-1-1-0"),
    (TEMPO, "3110", "3-1-1-0"),
    (TEMPO, "3010", "3-0-1-0"),
    (TEMPO, "0301", "0-3-0-1"),
    (TEMPO, "30X0", "3-0-X-0"),
    (TEMPO, "30x", "3-0-X-0"),
    (TEMPO, "3 - 0 - x - 0", "3-0-X-0"),
    (TEMPO, "3/0/1/0", "3-0-1-0"),
    (TEMPO, "3–0–1–0", "3-0-1-0"),
    (TEMPO, "10-0-1-0", "10-0-1-0"),
    (TEMPO, "30-0-1-0", "30-0-1-0"),
    (REST, "90 s", "90 s"),
    (REST, "90s", "90 s"),
    (REST, "90 sec", "90 s"),
    (REST, "90 Seconds", "90 s"),
    (REST, "1:30", "90 s"),
    (REST, "0:45", "45 s"),
    (REST, "2:00", "2 min"),
    (REST, "10:30", "10.5 min"),
    (REST, "1.5 min", "90 s"),
    (REST, "2 min", "2 min"),
    (REST, "2m", "2 min"),
    (REST, "2 minutes", "2 min"),
    (REST, "2-3 min", "2–3 min"),
    (REST, "1:30-2:00", "1.5–2 min"),
    (REST, "60-90 s", "60–90 s"),
    (REST, "100-130 s", "100–130 s"),
    (REST, "2 min 15 s", "2 min 15 s"),
    (REST, "135 s", "2 min 15 s"),
    (REST, "30 min", "30 min"),
    (REST, "0 s", "0 s"),
    (REST, "3 min to 2 min", "3 min to 2 min"),
]  # fmt: skip


@pytest.mark.parametrize(("spelling", "text", "said"), READ)
def test_a_spelling_people_use_is_read_and_printed_one_way(
    spelling: Spelling, text: str, said: str
) -> None:
    assert str(spelling.read(text)) == said


@pytest.mark.parametrize(("spelling", "text", "said"), READ)
def test_what_is_printed_can_be_read_again(spelling: Spelling, text: str, said: str) -> None:
    assert spelling.read(said) == spelling.read(text)


@pytest.mark.parametrize(("spelling", "text", "said"), READ)
def test_an_editor_accepts_what_the_reader_accepts(
    spelling: Spelling, text: str, said: str
) -> None:
    pattern = spelling.schema().get("pattern", "")
    assert re.search(pattern, text), "an editor would mark this as wrong"
    assert re.search(pattern, said)


@pytest.mark.parametrize(
    ("parse", "text", "said"),
    [
        (Percent.parse, "50%", "50 %"),
        (Percent.parse, "300 %", "300 %"),
        (Percent.parse, "12.5%", "12.5 %"),
        (Step.parse, "2.5 kg", "2.5 kg"),
        (Step.parse, "+5 lbs", "5 lb"),
        (Step.parse, "2.5%", "2.5 %"),
        (Step.parse, "1.125 kg", "1.125 kg"),
        (Step.parse, "1 rep", "1 repetition"),
        (Step.parse, "2 reps", "2 repetitions"),
        (Step.parse, "2 sets", "2 sets"),
        (Sleep.parse, "7-9 h", "7–9 h"),
        (Sleep.parse, "7-9", "7–9 h"),
        (Sleep.parse, "8 hours a night", "8 h"),
        (Sleep.parse, "7.25 hrs", "7.25 h"),
        (Protein.parse, "1.6-2.2 g/kg", "1.6–2.2 g/kg a day"),
        (Protein.parse, "2 g / kg per day", "2 g/kg a day"),
        (Energy.parse, "maintenance", "maintenance"),
        (Energy.parse, "Maintenance", "maintenance"),
        (Energy.parse, "0 kcal", "maintenance"),
        (Energy.parse, "+5%", "+5 %"),
        (Energy.parse, "5-10%", "+5–10 %"),
        (Energy.parse, "+5 to +10 %", "+5–10 %"),
        (Energy.parse, "+200 kcal/day", "+200 kcal"),
        (Energy.parse, "-300 kcal", "−300 kcal"),
        (Energy.parse, "−300–500 kcal a day", "−300–500 kcal"),
        (Energy.parse, "-300 to -500 kcal", "−300–500 kcal"),
        (WarmUpSet.parse, "8 @ 50%", "8 at 50 %"),
        (WarmUpSet.parse, "8 reps at 50%", "8 at 50 %"),
        (WarmUpSet.parse, "8x50%", "8 at 50 %"),
    ],
)
def test_the_other_quantities_print_one_way_and_are_read_again(
    parse: Callable[[str], object], text: str, said: str
) -> None:
    assert str(parse(text)) == said
    assert parse(said) == parse(text)


REFUSED = [
    (REPS, "0", "0 repetitions is outside 1 to 100"),
    (REPS, "101", "101 repetitions is outside 1 to 100"),
    (REPS, "8.5", "8.5 repetitions is not a whole number"),
    (REPS, "12-8", "the range “12-8” runs backwards"),
    (REPS, "8-12+", "“8-12+” is open and a range"),
    (REPS, "8-10-12", "“8-10-12” is not a number or a range"),
    (REPS, "3x8", "“3x8” mixes sets and repetitions"),
    (REPS, "3 × 8", "“3 × 8” mixes sets and repetitions"),
    (REPS, "10/8/6", "“10/8/6” gives each set other repetitions"),
    (REPS, "AMRAP", "“AMRAP” does not say how many repetitions to expect"),
    (REPS, "8/side", "“8/side” counts both sides"),
    (REPS, "8 each leg", "“8 each leg” counts both sides"),
    (REPS, "½", "“½” is not a number"),
    (REPS, "٨", "“٨” is not a number"),
    (REPS, "08", "“08” starts with a zero"),
    (REPS, "601 s", "601 seconds is outside 1 to 600"),
    (REPS, "8 to 30 s", "“8 to 30 s” starts and ends differently"),
    (REPS, "8 to many", "“many” is not a number"),
    (REPS, "", "“” is not a number"),
    (LOAD, "72", "the load “72” has no unit"),
    (LOAD, "0 kg", "“0 kg” is no weight at all"),
    (LOAD, "0-5 lb", "“0-5 lb” is no weight at all"),
    (LOAD, "72.5-75", "the load “72.5-75” has no unit"),
    (LOAD, "72,5%", "“72,5” has a comma"),
    (LOAD, "4.9%", "4.9 % is outside 5 to 120 % of the 1RM"),
    (LOAD, "121%", "121 % is outside 5 to 120 % of the 1RM"),
    (LOAD, "7%0%", "“7%0” is not a number"),
    (LOAD, "501 kg", "501 kg is more than 500 kg"),
    (LOAD, "1101 lb", "1101 lb is more than 1100 lb"),
    (LOAD, "RPE 11", "RPE 11 is not between 1 and 10 in halves"),
    (LOAD, "RPE 8.3", "RPE 8.3 is not between 1 and 10 in halves"),
    (LOAD, "heavy", "“heavy” is not a load"),
    (LOAD, "-20 kg", "“” is not a number"),
    (LOAD, "70% to 60 kg", "“70% to 60 kg” starts and ends differently"),
    (LOAD, "70 to 76%", "the load “70” has no unit"),
    (RIR, "11", "11 RIR is not between 0 and 10 in halves"),
    (RIR, "1.3", "1.3 RIR is not between 0 and 10 in halves"),
    (RIR, "-1", "“” is not a number"),
    (RIR, "7,5", "“7,5” has a comma"),
    (RIR, ".5", "“.5” is not a number"),
    (RIR, "1.", "“1.” is not a number"),
    (RIR, "1e1", "“1e1” is not a number"),
    (RIR, "+1", "“+1” is not a number"),
    (RIR, "1_0", "“1_0” is not a number"),
    (RIR, "0x1", "“0x1” is not a number"),
    (RIR, ".nan", "“.nan” is not a number"),
    (SETS, "0", "0 sets is outside 1 to 20"),
    (SETS, "21", "21 sets is outside 1 to 20"),
    (SETS, "3-4", "“3-4” is not a number"),
    (SETS, "9" * 61, "61 characters are too many for this field"),
    (TEMPO, "fast", "“fast” is not a tempo"),
    (TEMPO, "3-1", "“3-1” is not a tempo"),
    (TEMPO, "X-0-1-0", "“X-0-1-0” is not a tempo"),
    (TEMPO, "3-0-X-X", "“3-0-X-X” is not a tempo"),
    (TEMPO, "31-0-1-0", "a phase of “31-0-1-0” is longer than 30 seconds"),
    (TEMPO, "0-0-0-0", "“0-0-0-0” takes no time at all"),
    (TEMPO, "3-1-1-0 to 4-1-1-0", "“3-1-1-0 to 4-1-1-0” is not a tempo"),
    (REST, "90", "the time “90” has no unit"),
    (REST, "2-3", "the time “2-3” has no unit"),
    (REST, "2 h", "“2 h” is not a time"),
    (REST, "1:75", "“1:75” is not a time"),
    (REST, "1:30:00", "“1:30:00” is not a time"),
    (REST, "1:00-2:00-3:00", "“1:00-2:00-3:00” is not a time"),
    (REST, "31 min", "“31 min” is longer than 30 minutes"),
    (REST, "3-2 min", "the range “3-2” runs backwards"),
    (REST, "2:00-1:30", "the range “2:00-1:30” runs backwards"),
    (REST, "0.125 min", "“0.125 min” is not a whole number of seconds"),
    (REST, "60 to 90 s", "the time “60” has no unit"),
    (REST, "“90 s”", "curly quotes are a part of the text"),
    (REST, "", "“” is not a time"),
    (whole("weeks", 1, 16), "17", "17 weeks is outside 1 to 16"),
    (whole("weeks", 1, 16), "four", "“four” is not a number"),
    (choice(*DAYS), "on", f"`on` is not one of {', '.join(DAYS)}"),
    (choice(*SET_TYPES), "Straight", f"`Straight` is not one of {', '.join(SET_TYPES)}"),
    (TRUTH, "yes", "“yes” is neither true nor false"),
    (LINE, "two\nlines", "one line is expected here"),
    (LINE, "x" * 121, "121 characters are too many for this field"),
    (PROSE, "x" * 2001, "2001 characters are too many for this field"),
    (PROSE, "", "there is no text here"),
    (PROSE, "true", "`true` is a yes/no value in YAML"),
    (ID, "Back Squat", "“Back Squat” is not an id"),
    (ID, "back--squat", "“back--squat” is not an id"),
    (WEB, "example.org", "“example.org” is not a web address"),
    (WEB, "javascript:alert(1)", "“javascript:alert(1)” is not a web address"),
    (PMID, "0123", "“0123” is not a PubMed id"),
    (DOI, "doi:10.1000/x", "“doi:10.1000/x” is not a DOI"),
]  # fmt: skip


@pytest.mark.parametrize(("spelling", "text", "message"), REFUSED)
def test_what_cannot_be_read_is_refused_with_a_reason_and_a_way_out(
    spelling: Spelling, text: str, message: str
) -> None:
    with pytest.raises(Unreadable) as refusal:
        spelling.read(text)
    assert str(refusal.value) == message
    assert refusal.value.hint


@pytest.mark.parametrize(
    ("parse", "text", "message"),
    [
        (Percent.parse, "half", "“half” is not a percentage"),
        (Percent.parse, "301%", "“301%” is outside 0 to 300 %"),
        (Percent.parse, "0%", "“0%” is outside 0 to 300 %"),
        (Percent.parse, "-10%", "“-10%” is a change, and a share is wanted"),
        (Percent.parse, "+5 %", "“+5 %” is a change, and a share is wanted"),
        (Step.parse, "2.5", "“2.5” is not a step"),
        (Step.parse, "0 kg", "a step of “0 kg” is outside 0 to 100"),
        (Step.parse, "1.5 reps", "1.5 reps is not a whole number"),
        (Sleep.parse, "2-9 h", "2–9 hours is outside 3 to 14 hours a night"),
        (Sleep.parse, "15 h", "15 hours is outside 3 to 14 hours a night"),
        (Protein.parse, "150 g", "“150 g” is not a protein target"),
        (Protein.parse, "6 g/kg", "6 g/kg is more than 5 g/kg a day"),
        (Energy.parse, "a bit", "“a bit” is not an energy target"),
        (Energy.parse, "5+5%", "“5+5%” is not an energy target"),
        (Energy.parse, "-5 to +5%", "“-5 to +5%” goes from a deficit to a surplus"),
        (Energy.parse, "-5-5%", "“-5-5%” goes from a deficit to a surplus"),
        (Energy.parse, "+3001 kcal", "“+3001 kcal” is further from maintenance than anyone"),
        (WarmUpSet.parse, "50%", "“50%” is not a warm-up set"),
        (WarmUpSet.parse, "31 @ 50%", "“31 @ 50%” is not a warm-up set"),
        (WarmUpSet.parse, "8 @ 101%", "a warm-up at 101 % of the working load"),
    ],
)  # fmt: skip
def test_the_other_quantities_are_refused_with_a_reason(
    parse: Callable[[str], object], text: str, message: str
) -> None:
    with pytest.raises(Unreadable, match=re.escape(message)):
        parse(text)


def test_lists_are_refused_entry_by_entry_and_where_one_value_belongs() -> None:
    with pytest.raises(Unreadable) as refusal:
        REST.read(["90 s", "90", ["90 s"], "2 min", {"a": "b"}])
    said = {index: str(error) for index, error in refusal.value.entries.items()}
    assert said == {
        1: "the time “90” has no unit",
        2: "one value is expected here, not a list",
        4: "one value is expected here, not a map",
    }
    with pytest.raises(Unreadable, match="the list is empty"):
        REST.read([])
    with pytest.raises(Unreadable, match="one value is expected here, not a list"):
        LINE.read(["a"])
    with pytest.raises(Unreadable) as refusal:
        SETS.read(["3", "3 to 5"])
    assert list(refusal.value.entries) == [1]  # a line over the weeks is no week's value


@pytest.mark.parametrize(
    ("spelling", "text", "weeks", "said"),
    [
        (REPS, "8 to 12", 3, "8, 10, 12"),  # a line over the weeks, not a range
        (REPS, "8-12", 3, "8–12, 8–12, 8–12"),
        (REPS, "6-8 to 8-10", 3, "6–8, 7–9, 8–10"),
        (REPS, "8+ to 10+", 3, "8+, 9+, 10+"),
        (REPS, "30 s to 45 s", 3, "30 s, 38 s, 45 s"),
        (LOAD, "70% to 76%", 4, "70 %, 72 %, 74 %, 76 %"),
        (LOAD, "70% to 75%", 4, "70 %, 71.5 %, 73.5 %, 75 %"),
        (LOAD, "60 kg to 65 kg", 3, "60 kg, 62.5 kg, 65 kg"),
        (LOAD, "RPE 7 to RPE 9", 3, "RPE 7, RPE 8, RPE 9"),
        (LOAD, "80% to 60%", 3, "80 %, 70 %, 60 %"),
        (RIR, "3 to 1", 3, "3, 2, 1"),
        (RIR, "3 to 0", 3, "3, 2, 0"),  # a half goes up
        (SETS, "3 to 5", 4, "3, 4, 4, 5"),
        (SETS, "5 to 3", 4, "5, 4, 4, 3"),
        (REST, "3 min to 2 min", 4, "3 min, 2 min 40 s, 2 min 20 s, 2 min"),
        (REST, "60 s to 65 s", 4, "60 s, 60 s, 65 s, 65 s"),
        (TEMPO, "3-1-1-0", 2, "3-1-1-0, 3-1-1-0"),
    ],
)
def test_a_ramp_is_a_line_on_steps_a_lifter_can_follow(
    spelling: Spelling, text: str, weeks: int, said: str
) -> None:
    value: Weekly[Any] = spelling.read(text)
    assert ", ".join(str(value.at(week, weeks)) for week in range(weeks)) == said


def test_a_list_has_one_value_per_week() -> None:
    value: Weekly[Any] = SETS.read(["3", "4", "5"])
    assert [value.at(week, 3).value for week in range(3)] == [3, 4, 5]
    assert value.listed
    assert str(value) == "3, 4, 5"


@pytest.mark.parametrize(
    ("value", "places", "said"),
    [
        *(("2.5", 2, "2.5"), ("2.50", 2, "2.5"), ("2", 2, "2"), ("1/3", 2, "0.33")),
        *(("2/3", 1, "0.7"), ("0.05", 1, "0.1"), ("-0.05", 1, "0"), ("-1/3", 2, "-0.33")),
        *(("-0.001", 2, "0"), ("1234.5", 0, "1235"), ("9.999", 2, "10")),
    ],
)
def test_numbers_are_printed_without_trailing_zeros(value: str, places: int, said: str) -> None:
    assert plain(Fraction(value), places) == said


def test_a_number_beside_a_limit_it_misses_does_not_read_like_it() -> None:
    assert plain_beside(Fraction("10.04"), Fraction(10)) == "10.04"
    assert plain_beside(Fraction("10.0004"), Fraction(5), Fraction(10)) == "10.0004"
    assert plain_beside(Fraction(10), Fraction(10)) == "10"
    assert plain_beside(Fraction("7.26"), Fraction(10)) == "7.3"


def test_a_half_goes_up_below_zero_as_well() -> None:
    halves = [Fraction(-3, 2), Fraction(-1, 2), Fraction(1, 2), Fraction(3, 2), Fraction(5, 2)]
    assert [rounded(half) for half in halves] == [-1, 0, 1, 2, 3]


SPELLINGS = {
    "reps": REPS, "load": LOAD, "rir": RIR, "sets": SETS, "tempo": TEMPO, "rest": REST,
    "line": LINE, "prose": PROSE, "id": ID, "web": WEB, "pmid": PMID, "doi": DOI, "truth": TRUTH,
    "weeks": whole("weeks", 1, 16), "day": choice(*DAYS),
    "percent": Spelling(Percent.parse, "…"), "step": Spelling(Step.parse, "…"),
    "sleep": Spelling(Sleep.parse, "…"), "protein": Spelling(Protein.parse, "…"),
    "energy": Spelling(Energy.parse, "…"), "warm-up": Spelling(WarmUpSet.parse, "…"),
    "number": Spelling(number, "…"), "span": Spelling(span, "…"),
}  # fmt: skip
BITS = (
    *("0", "1", "2", "5", "8", "10", "12", "30", "60", "75", "90", ".", ",", ":", "/", "½", "1rm"),
    *(
        "+",
        "-",
        "\u2013",
        "\u2014",
        "\u2212",
        "%",
        "@",
        "x",
        "X",
        " ",
        " to ",
        "“",
        "a",
        "day",
        "h",
    ),
    *("kg", "lb", "s", "min", "reps", "rir", "rpe", "bw", "g/kg", "kcal", "maintenance"),
)
CLOSE = st.lists(st.sampled_from(BITS), max_size=8).map("".join)
WRITTEN = st.recursive(
    CLOSE | st.text(max_size=80),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=3), inner),
    max_leaves=4,
)


@pytest.mark.parametrize("name", SPELLINGS)
@settings(max_examples=60, deadline=None, derandomize=True)
@given(written=WRITTEN)
def test_whatever_is_written_is_read_or_refused(name: str, written: object) -> None:
    try:
        SPELLINGS[name].read(written)
    except Unreadable as error:
        for refusal in (error, *error.entries.values()):
            assert str(refusal)
            assert refusal.hint or refusal.entries


@pytest.mark.parametrize(
    "type_", [Reps, Load, Rir, Duration, Tempo, Percent, Step, Sleep, Protein, Energy, WarmUpSet]
)
@settings(max_examples=100, deadline=None, derandomize=True)
@given(text=CLOSE)
def test_whatever_is_read_prints_as_something_that_reads_the_same(type_: Any, text: str) -> None:
    try:
        value = type_.parse(text)
    except Unreadable:
        return
    assert type_.parse(str(value)) == value
    assert str(type_.parse(str(value))) == str(value)


NUMBERS = st.decimals(0, 130, places=3).map(lambda decimal: f"{decimal.normalize():f}")


@settings(max_examples=100, deadline=None, derandomize=True)
@given(
    low=NUMBERS, high=NUMBERS, unit=st.sampled_from(["%", "kg", "lb", "reps", "s", "min", "rir"])
)
def test_numbers_with_a_unit_survive_being_printed(low: str, high: str, unit: str) -> None:
    for spelling in (REPS, LOAD, RIR, REST):
        for text in (f"{low} {unit}", f"{low}-{high} {unit}", f"{low} {unit} to {high} {unit}"):
            try:
                value = spelling.read(text)
            except Unreadable:
                continue
            assert spelling.read(str(value)) == value


def test_ranges_print_with_an_en_dash_and_every_decimal() -> None:
    assert printed(Fraction(8), Fraction(8)) == "8"
    assert printed(Fraction("1.625"), Fraction("2.2")) == "1.625–2.2"
