"""Training days as a lifter types them, and the fields of a program they stand for.

    Monday Heavy legs
    Back squat 4 x 6-8 @ 72%, RIR 2, rest 3 min
    Leg extension 3 x 12-15, RIR 1
    + Seated leg curl 3 x 12-15, RIR 1, rest 60 s

A line that starts with a weekday starts a session; `+` does an exercise in turn with the one above.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from generator.github.issue_form import one_line
from generator.github.yaml_file import Quantity, Value
from generator.model import Library
from generator.model.program import DAYS
from generator.model.spelling import Unreadable, WeeklySpelling
from generator.model.spellings import LOAD, REPS, REST, RIR, SETS, TEMPO

MAX_LINES = 200
MAX_LINE = 200
"""Characters."""

_DAY = re.compile(
    r"(mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?\b[\s:,.\u2013-]*(.*)",
    re.IGNORECASE,
)
_LIFT = re.compile(
    r"(?P<name>.*?[^\s:,])[\s:,]+"
    r"(?P<sets>\d{1,2}(?: to \d{1,2})?)\s*(?:x|\u00d7|sets? (?:of|x))\s*"
    r"(?P<reps>[^,@]+?)\s*(?:@\s*(?P<load>[^,]+?)\s*)?(?:,(?P<more>.*))?",
    re.IGNORECASE,
)
_EXAMPLE = "Write it like `Back squat 4 x 6-8, RIR 2, rest 3 min`."


@dataclass(frozen=True)
class Trouble:
    """A line that cannot be read, and why."""

    line: int
    wrote: str
    says: str


@dataclass(frozen=True)
class Typed:
    """What the lines say."""

    sessions: list[Value]
    troubles: tuple[Trouble, ...]


class _Unclear(Exception):
    """Why a line cannot be read."""


def typed_sessions(text: str, library: Library) -> Typed:
    """The sessions that some lines describe, and every line that cannot be read."""
    sessions: list[dict[str, Value]] = []
    troubles = []
    lines = [(n, one_line(row)) for n, row in enumerate(text.split("\n"), 1)]
    lines = [(number, row) for number, row in lines if row]
    for number, row in lines[:MAX_LINES]:
        try:
            _take(row, sessions, library)
        except _Unclear as unclear:
            troubles.append(Trouble(number, row[:80], str(unclear)))
    if len(lines) > MAX_LINES:
        number, row = lines[MAX_LINES]
        troubles.append(Trouble(number, row[:80], f"Only {MAX_LINES} lines are read."))
    if not sessions and not troubles:
        troubles.append(Trouble(1, "", "There is no session yet. Start one with its day."))
    for session in sessions:
        if not session["exercises"] and not troubles:
            says = "This day has no exercises below it."
            troubles.append(Trouble(1, f"{session['day']} {session['name']}", says))
    return Typed([*sessions], tuple(troubles))


def _take(row: str, sessions: list[dict[str, Value]], library: Library) -> None:
    """Add what one line says to the sessions so far."""
    if len(row) > MAX_LINE:
        raise _Unclear(f"It is longer than {MAX_LINE} characters. One exercise on each line.")
    row = re.sub(r"^(?:[-*\u2022]|\d{1,2}[.)])\s+", "", row)
    if day := _DAY.fullmatch(row):
        sessions.append(_session(day, sessions))
        return
    if not sessions:
        raise _Unclear("It stands above the first day. Start with a line such as `Monday Legs`.")
    joined = row.startswith("+")
    lift = _lift(row.lstrip("+ "), library)
    exercises = sessions[-1]["exercises"]
    assert isinstance(exercises, list)
    if not joined:
        exercises.append(lift)
    elif exercises:
        exercises[-1] = _in_turn(exercises[-1], lift)
    else:
        raise _Unclear("A `+` goes with the exercise above it, and there is none on this day.")


def _session(day: re.Match[str], sessions: list[dict[str, Value]]) -> dict[str, Value]:
    full = next(name for name in DAYS if name.startswith(day[1].casefold()[:3]))
    name = day[2].strip() or full.capitalize()
    taken = {str(session["name"]).casefold() for session in sessions}
    if name.casefold() in taken:
        name = f"{name} ({full.capitalize()})"
    if name.casefold() in taken:
        raise _Unclear("There is a session of this name already. Give it another one.")
    exercises: list[Value] = []
    return {"name": name, "day": full, "exercises": exercises}


def _in_turn(above: Value, lift: dict[str, Value]) -> Value:
    """The exercise above and this one as a superset or, from the fourth on, as a circuit.

    The rest of a group is the rest after a round, which is the last one written.
    """
    assert isinstance(above, dict)
    rest = lift.pop("rest", None)
    group = above.get("superset") or above.get("circuit")
    if isinstance(group, list):
        members, rest = [*group, lift], rest or above.get("rest")
    else:
        rest = rest or above.get("rest")
        members = [{key: value for key, value in above.items() if key != "rest"}, lift]
    grouped: dict[str, Value] = {"superset" if len(members) <= 3 else "circuit": members}
    return grouped | ({"rest": rest} if rest else {})


def _lift(row: str, library: Library) -> dict[str, Value]:
    """One exercise with its sets, repetitions and the rest of its line."""
    read = _LIFT.fullmatch(row)
    if read is None:
        raise _Unclear(f"No exercise with sets and repetitions is found in it. {_EXAMPLE}")
    lift: dict[str, Value] = {
        "exercise": exercise_id(read["name"], library),
        "sets": _checked("sets", read["sets"], SETS),
        "reps": _checked("repetitions", read["reps"], REPS),
    }
    if read["load"]:
        lift["load"] = _checked("load", read["load"], LOAD)
    for part in (read["more"] or "").split(","):
        if part := part.strip():
            key, value = _part(part)
            if key in lift:
                raise _Unclear(f"`{part}` says the {key} a second time.")
            lift[key] = value
    return lift


_PARTS: tuple[tuple[str, str, str, WeeklySpelling], ...] = (
    ("rir", r"(?:rir|reserve)\s*:?\s*(.+)|(.+?)\s*(?:rir|in reserve)", "reserve", RIR),
    ("rest", r"rest(?:ing)?\s*:?\s*(.+)|(.+?)\s*rest", "rest", REST),
    ("tempo", r"tempo\s*:?\s*(.+)", "tempo", TEMPO),
    (
        "load",
        r"(?:load\s*:?\s*|@\s*)?(.+(?:%|kgs?|kilos?|lbs?|pounds?|1\s?rm)|rpe\s*.+|bodyweight.*|bw.*)",
        "load",
        LOAD,
    ),
)


def _part(part: str) -> tuple[str, str]:
    for key, pattern, name, spelling in _PARTS:
        if read := re.fullmatch(pattern, part, re.IGNORECASE):
            value = next(group for group in read.groups() if group)
            return key, _checked(name, value, spelling)
    raise _Unclear(
        f"`{part}` is not a load, a reserve, a rest or a tempo. {_EXAMPLE} A load goes behind "
        "an @, such as `@ 72%` or `@ 60 kg`."
    )


def _checked(name: str, text: str, spelling: WeeklySpelling) -> str:
    """The text as it was typed, when the model can read it."""
    text = text.strip()
    try:
        spelling.read(text)
    except Unreadable as unreadable:
        raise _Unclear(f"The {name}: {unreadable}. {unreadable.hint or _EXAMPLE}") from None
    return Quantity(text)


def exercise_id(wrote: str, library: Library) -> str:
    """The id of an exercise by its name, another name or its id.

    What the library has not stays a word that the checker can say something about.
    """
    names = _names(library)
    for spoken in (_spoken(wrote), _spoken(wrote).removesuffix("s"), f"{_spoken(wrote)}s"):
        if spoken in names:
            return names[spoken]
    return "-".join(re.findall(r"[a-z0-9]+", wrote.casefold()))[:80].strip("-") or "exercise"


def _names(library: Library) -> dict[str, str]:
    """Every way to name an exercise, and its id; names go before other names."""
    found: dict[str, str] = {}
    for exercise in library.exercises.values():
        found.setdefault(_spoken(exercise.id), exercise.id)
    for exercise in library.exercises.values():
        for name in _names_of(exercise.name, exercise.aliases):
            found.setdefault(_spoken(name), exercise.id)
    return found


def _names_of(name: str, aliases: Iterable[str]) -> list[str]:
    return [name, re.sub(r"\s*\([^)]*\)", "", name), *aliases]


def _spoken(name: str) -> str:
    """A name as everybody says it."""
    return " ".join(re.findall(r"[a-z0-9]+", name.casefold()))
