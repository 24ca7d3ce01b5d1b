"""The weeks of a program: how it is cut into blocks, and what each week asks for."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from fractions import Fraction
from itertools import cycle, islice

from generator.intensity import percent_for
from generator.measure.volume import volume_load
from generator.model import Exercise, Library
from generator.model.number import rounded
from generator.scaffold.week import Day, Days, Lift, laid_out
from generator.scaffold.wishes import Wishes


@dataclass(frozen=True)
class LoadingBlock:
    """Weeks that share sessions, and whether an easy week follows."""

    name: str
    weeks: int
    days: Days
    easy_after: bool


def cut(weeks: int) -> tuple[int, ...]:
    """Loading weeks of each block; an easy week lies between two, and after a single one."""
    blocks = 1 if weeks <= 6 else 2 if weeks <= 11 else 3
    loading = weeks - max(1, blocks - 1)
    each, more = divmod(loading, blocks)
    return tuple(each + (number < more) for number in range(blocks))


NAMES = ("Base", "Build", "Peak")
RESERVE: Mapping[str, tuple[tuple[int, int], ...]] = {
    "beginner": ((3, 3), (3, 2), (3, 2)),
    "intermediate": ((3, 2), (3, 1), (3, 1)),
    "advanced": ((3, 1), (2, 1), (2, 1)),
}
"""Repetitions in reserve in the first and last week of each block."""

REPS: Mapping[str, Mapping[str, tuple[int, int]]] = {
    "hypertrophy": {"main": (8, 11), "second": (9, 12), "small": (10, 13)},
    "strength": {"main": (6, 8), "second": (8, 11), "small": (10, 13)},
    "power": {"main": (6, 8), "second": (8, 11), "small": (10, 13)},
    "general": {"main": (8, 11), "second": (9, 12), "small": (10, 13)},
}
"""Repetitions to begin a block with, and the most it may reach, by goal and kind of lift."""
HARD_WITHOUT_WEIGHT: Mapping[str, tuple[int, int]] = {
    "nordic-hamstring-curl": (5, 8),
    "sliding-leg-curl": (6, 10),
    "reverse-nordic-curl": (6, 10),
}
"""Few people can do more of these."""

MORE = 8
"""How often every lift may have its turn in a week."""
AIM, TOO_MUCH = Fraction(6, 100), Fraction(95, 1000)
"""How much more volume load a week is wanted, and never exceeded.

Inside the framework's 5 to 10 %, with room for a number that is rounded.
"""


def blocks(days: Days, wishes: Wishes, library: Library) -> tuple[LoadingBlock, ...]:
    """The blocks with every week written out."""
    found = cut(wishes.weeks)
    return tuple(
        LoadingBlock(
            NAMES[number],
            weeks,
            _weekly(days, weeks, number, wishes, library),
            len(found) == 1 or number < len(found) - 1,
        )
        for number, weeks in enumerate(found)
    )


def _weekly(days: Days, weeks: int, number: int, wishes: Wishes, library: Library) -> Days:
    """Reserve that shrinks and repetitions that climb, so that the work rises as asked."""
    first, last = RESERVE[wishes.level][number]
    if wishes.goal == "power":
        last = max(last, 2)  # a fast lift stops while it is still fast
    reserve = tuple(
        rounded(Fraction(first) + Fraction((last - first) * week, max(weeks - 1, 1)))
        for week in range(weeks)
    )
    span = {
        lift.exercise.id: _reps(lift, wishes, min(reserve), library)
        for day in days
        for lift in day.lifts
    }
    start = _each(days, lambda lift: _begun(lift, span[lift.exercise.id][0], reserve, weeks))
    made, order = start, _turns(start)
    for week in range(1, weeks):
        before, now = (_volume(made, number, library) for number in (week - 1, week))
        # a week of few lifts has to go a little further up than the goal has it
        for further, at in enumerate(islice(order, MORE * len(_ids(made)))):
            if now >= before * (1 + AIM):
                break
            more = _with_repetition(made, at, week, span, further // len(_ids(made)) // 2)
            then = _volume(more, week, library)
            if then <= before * (1 + TOO_MUCH):
                made, now = more, then
    return made


def _volume(days: Days, week: int, library: Library) -> Fraction:
    """The volume load of one week."""

    def then(lift: Lift) -> Lift:
        at = lift.reps[min(week, len(lift.reps) - 1)]
        return replace(lift, reps=(at,), rir=lift.rir[week : week + 1])

    return volume_load(laid_out(_each(days, then), 1, library)[0].sets)


def _reps(lift: Lift, wishes: Wishes, reserve: int, library: Library) -> tuple[int, int]:
    """First and most repetitions of a lift, light enough for the tension zone."""
    if lift.exercise.jump:
        return lift.reps[0], lift.reps[0]
    low, high = HARD_WITHOUT_WEIGHT.get(lift.exercise.id) or REPS[wishes.goal][lift.tier]
    while _percent(low + reserve, lift.exercise) > library.framework.limit("tension-load-high"):
        low, high = low + 1, high + 1
    return low, high


def _percent(repetitions: int, exercise: Exercise) -> int:
    return rounded(percent_for(Fraction(repetitions), exercise))


def _begun(lift: Lift, reps: int, reserve: tuple[int, ...], weeks: int) -> Lift:
    if lift.exercise.jump:
        return lift
    return replace(lift, reps=(reps,) * weeks, rir=reserve)


def _each(days: Days, change: Callable[[Lift], Lift]) -> Days:
    return tuple(
        replace(
            day,
            places=tuple(
                replace(place, lifts=tuple(change(lift) for lift in place.lifts))
                for place in day.places
            ),
        )
        for day in days
    )


At = tuple[int, int]
"""A lift by its session and its place there."""


def _ids(days: Days) -> list[At]:
    return [(number, at) for number, day in enumerate(days) for at in range(len(day.lifts))]


def _turns(days: Days) -> Iterator[At]:
    """The lifts in turn: first those in front of each session, then the next ones."""
    return cycle(sorted(_ids(days), key=lambda at: (at[1], at[0])))


def _with_repetition(
    days: Days, at: At, week: int, span: Mapping[str, tuple[int, int]], further: int
) -> Days:
    """One repetition more for a lift from a week on, if it may go higher."""
    lift = days[at[0]].lifts[at[1]]
    if lift.exercise.jump or lift.reps[week] >= span[lift.exercise.id][1] + further:
        return days
    now = lift.reps[week]
    reps = (*lift.reps[:week], *(now + 1 for _ in lift.reps[week:]))
    return _replaced(days, at, replace(lift, reps=reps))


def _replaced(days: Days, at: At, lift: Lift) -> Days:
    number, wanted = at
    places, seen = [], 0
    for place in days[number].places:
        lifts = tuple(
            lift if seen + index == wanted else other for index, other in enumerate(place.lifts)
        )
        places.append(replace(place, lifts=lifts))
        seen += len(place.lifts)
    day: Day = replace(days[number], places=tuple(places))
    return tuple(day if index == number else other for index, other in enumerate(days))
