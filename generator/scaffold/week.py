"""A week of sessions: which jobs on which day, with which exercises, and how many sets of each."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from fractions import Fraction

from generator.measure.duration import session_minutes
from generator.measure.sets import direct_for, leg_sets
from generator.model import Block, Exercise, Group, Library, Prescription, Program, Session, Weekly
from generator.model.quantity import Count, Duration, Reps, Rir, Tempo, WarmUpSet
from generator.model.vocabulary import LEG_GROUPS, SKILLS
from generator.plan import Week, lay_out
from generator.scaffold.choice import ROLES, chosen, is_weighted
from generator.scaffold.wishes import WEEKDAYS, Wishes, neighbours


@dataclass(frozen=True)
class Slot:
    """A place in a session: one job, or two done in turn."""

    roles: tuple[str, ...]
    tier: str
    """`main`, `second`, `small` or `jump`."""
    rank: int = 0
    """What has to go when the time is short: the highest goes first, 0 never goes."""


@dataclass(frozen=True)
class Lift:
    """An exercise in a session, with what is fixed about it before the weeks are."""

    exercise: Exercise
    tier: str
    sets: int
    reps: tuple[int, ...] = (12,)
    """One for each week; until they are written, more than most weeks ask for."""
    rir: tuple[int, ...] = (3,)
    rest: str = "90 s"
    tempo: str = ""
    warmup: tuple[str, ...] = ()
    swap: str = ""


@dataclass(frozen=True)
class Place:
    """A slot that is filled: one lift, or two in turn."""

    lifts: tuple[Lift, ...]
    rank: int


@dataclass(frozen=True)
class Day:
    """A session in the making."""

    name: str
    day: str
    places: tuple[Place, ...]

    @property
    def lifts(self) -> tuple[Lift, ...]:
        """Its lifts, in order."""
        return tuple(lift for place in self.places for lift in place.lifts)


Days = tuple[Day, ...]

_SQUAT = Slot(("squat",), "main")
_HINGE = Slot(("hinge",), "main")
_TURNS = {
    pair: Slot(tuple(pair.split("+")), "small", 1)
    for pair in ("curl+extension", "curl+calf", "extension+calf")
}
_SIDE = Slot(("side",), "second", 1)
_THRUST = Slot(("thrust",), "second", 3)
_CALF = Slot(("calf",), "small", 3)
SPLITS: Mapping[int, tuple[tuple[str, tuple[Slot, ...]], ...]] = {
    1: (("Legs", (_SQUAT, _HINGE, _SIDE, _CALF, _TURNS["curl+extension"])),),
    2: (
        ("Squat day", (_SQUAT, _THRUST, _SIDE, _TURNS["curl+calf"])),
        (
            "Hinge day",
            (_HINGE, Slot(("press",), "second", 2), _TURNS["curl+extension"], _CALF),
        ),
    ),
    3: (
        ("Squat day", (_SQUAT, _THRUST, _TURNS["extension+calf"])),
        ("Hinge day", (_HINGE, Slot(("lunge",), "second", 2), _TURNS["curl+calf"])),
        (
            "Press and side day",
            (Slot(("press",), "main"), _SIDE, _TURNS["curl+extension"], _CALF),
        ),
    ),
    4: (
        ("Squat day", (_SQUAT, _SIDE, Slot(("extension",), "small", 2))),
        ("Hinge day", (_HINGE, _TURNS["curl+calf"])),
        (
            "Press day",
            (
                Slot(("press",), "main"),
                Slot(("lunge",), "second", 2),
                _TURNS["extension+calf"],
            ),
        ),
        ("Hip day", (Slot(("thrust",), "main"), _TURNS["curl+calf"])),
    ),
}
"""The jobs of each session, by days a week: big lifts first, small ones in turn at the end."""

ORDER = ("plyometric", "compound", "isolation")
SHORT = 40
"""With fewer minutes the big lifts begin with fewer sets and warm-up sets."""
FEWEST = 2
"""Sets that a lift keeps, however short the time."""
HELD = ("copenhagen-plank",)
"""Counted in seconds, so it cannot stand in for repetitions."""
MOST_SETS = {"main": 4, "second": 4, "small": 5, "jump": 2}


def filled_week(wishes: Wishes, library: Library) -> Days:
    """The sessions of a week with as many sets as the level asks for and the time allows."""
    days = _within_limits(_first_sets(wishes, library), wishes, library)
    stuck: set[str] = set()
    while True:
        counted = leg_sets(_week(days, library).sets, library.framework)
        wanted = _wanted(wishes, library)
        short = [g for g in LEG_GROUPS if counted[g] < wanted and g not in stuck]
        if not short:
            return days
        group = min(short, key=lambda group: counted[group])
        more = _one_more(days, group, wishes, library)
        if more is None:
            stuck.add(group)
        else:
            days = more


def _wanted(wishes: Wishes, library: Library) -> Fraction:
    """Weekly sets a part of the leg should get: where the level's band starts."""
    band = library.framework.limit_for("weekly-sets-band", wishes.level)
    least = library.framework.limit("weekly-sets-least")
    return band if wishes.goal == "hypertrophy" else min(band, least * 2)


def _first_sets(wishes: Wishes, library: Library) -> Days:
    """Every job filled, with the fewest sets that make sense."""
    days: list[Day] = []
    seen: list[str] = []
    for (name, slots), day in zip(SPLITS[wishes.days], WEEKDAYS[wishes.days], strict=True):
        jump = Slot(("jump",), "jump", 0 if wishes.goal == "power" else 4)
        jumps = (jump,) if _jumps_on(len(days), wishes) else ()
        places: list[Place] = []
        for slot in (*jumps, *slots):
            here = [lift.exercise.id for place in places for lift in place.lifts]
            found = [
                chosen(ROLES[role], wishes.level, wishes.equipment, library, [*here, *seen])
                for role in slot.roles
            ]
            lifts = tuple(
                _lift(exercise, slot, wishes, library)
                for exercise in found
                if exercise and exercise.id not in here
            )
            if lifts:
                places.append(Place(lifts, slot.rank))
        # a hinge is one joint where there is only a bench for it; big lifts stand before it then
        places.sort(key=lambda place: ORDER.index(place.lifts[0].exercise.kind))
        days.append(Day(name, day, tuple(places)))
        seen += [lift.exercise.id for lift in days[-1].lifts]
    return tuple(days)


def _jumps_on(number: int, wishes: Wishes) -> bool:
    """Whether a session starts with jumps: each for power, else the first of those who can lift."""
    if wishes.goal == "power":
        return number not in {later for _, later in neighbours(wishes.days)}
    return number == 0 and wishes.goal != "hypertrophy" and wishes.level != "beginner"


def _lift(exercise: Exercise, slot: Slot, wishes: Wishes, library: Library) -> Lift:
    if exercise.jump:
        return Lift(exercise, "jump", 2, (4,), (), "90 s", swap=_swap(exercise, wishes, library))
    fast = wishes.goal in ("strength", "power") and wishes.level != "beginner"
    beginner, short = wishes.level == "beginner", wishes.minutes < SHORT
    weighted = is_weighted(exercise, wishes.equipment)
    light = exercise.kind == "isolation"
    if slot.tier == "main":
        return Lift(
            exercise,
            "main",
            2 if beginner or short else 3,
            rest=_rest(fast, weighted and not short and not light),
            tempo="2-0-X-0" if fast and exercise.pattern != "hinge" else _slowly(exercise),
            warmup=_warmup(beginner or light, short) if weighted else (),
            swap=_swap(exercise, wishes, library),
        )
    if slot.tier == "second":
        return Lift(
            exercise,
            "second",
            2,
            rest="60 s" if light else "2 min",
            tempo="" if light else "3-0-1-0",
            warmup=("6 @ 60%",) if weighted and not light and not beginner else (),
            swap=_swap(exercise, wishes, library),
        )
    rest = "60 s" if "curl" in slot.roles or len(slot.roles) > 1 else "90 s"
    return Lift(exercise, "small", 2, rest=rest, swap=_swap(exercise, wishes, library))


def _rest(fast: bool, long: bool) -> str:
    return "2 min" if not long else "3 min" if fast else "2-3 min"


def _slowly(exercise: Exercise) -> str:
    return "3-0-1-0" if exercise.pattern in ("hinge", "hip-extension") else "3-1-1-0"


def _warmup(once: bool, short: bool) -> tuple[str, ...]:
    if once:
        return ("8 @ 50%",)
    return ("8 @ 40%", "4 @ 70%") if short else ("8 @ 40%", "5 @ 60%", "3 @ 80%")


def _swap(exercise: Exercise, wishes: Wishes, library: Library) -> str:
    """What does the same job with the same equipment, if the library knows it."""
    able = SKILLS[: SKILLS.index(wishes.level) + 1]
    others = (library.exercises[id_] for id_ in exercise.substitutes)
    return next(
        (
            other.id
            for other in others
            if other.can_replace(exercise)
            and other.id not in HELD
            and other.possible_with(wishes.equipment)
            and other.skill in able
        ),
        "",
    )


def _within_limits(days: Days, wishes: Wishes, library: Library) -> Days:
    """The week without what the time or the level's limits do not allow, least needed first."""
    while True:
        cases = [
            (place.rank, len(place.lifts), number, -at)
            for number, at in _too_much(days, wishes, library)
            if (place := days[number].places[at]).rank
        ]
        if not cases:
            return days
        _, _, number, at = max(cases)
        days = _with_less(days, number, -at)


def _with_less(days: Days, number: int, at: int) -> Days:
    """The week with less work: one place fewer, or one lift where two are done in turn.

    Before the last small work goes, the big lifts give up a set.
    """
    places = days[number].places
    place = places[at]
    if place.rank == 1 and len(place.lifts) == 1:
        for big, other in enumerate(places):
            if other.lifts[0].tier == "main" and other.lifts[0].sets > FEWEST:
                return _with_set(days, number, big, 0, -1)
    left = (replace(place, lifts=place.lifts[:1]),) if len(place.lifts) > 1 else ()
    day = replace(days[number], places=(*places[:at], *left, *places[at + 1 :]))
    return tuple(day if index == number else other for index, other in enumerate(days))


def _too_much(days: Days, wishes: Wishes, library: Library) -> Iterator[tuple[int, int]]:
    """The places that add to a session or a week that holds too much."""
    framework = library.framework
    week = _week(days, library)
    ceiling = framework.limit_for("weekly-sets-ceiling", wishes.level)
    over = {group for group, sets in leg_sets(week.sets, framework).items() if sets > ceiling}
    for number, (day, session) in enumerate(zip(days, week.sessions, strict=True)):
        counted = leg_sets(session.sets, framework)
        most = framework.limit("session-sets-ceiling")
        full = {group for group, sets in counted.items() if sets > most} | over
        long = session_minutes(session, framework) > wishes.minutes
        for at, place in enumerate(day.places):
            if long or any(lift.exercise.share_of(group) for group in full for lift in place.lifts):
                yield number, at


def _one_more(days: Days, group: str, wishes: Wishes, library: Library) -> Days | None:
    """The week with one set more for a part of the leg, where it hurts least; none if it cannot."""
    tries = sorted(
        (lift.sets - (lift.tier == "main"), number, at, of)
        for number, day in enumerate(days)
        for at, place in enumerate(day.places)
        for of, lift in enumerate(place.lifts)
        if lift.exercise.share_of(group) >= 1 and lift.sets < MOST_SETS[lift.tier]
    )
    for _, number, at, of in tries:
        more = _with_set(days, number, at, of)
        if _fits(more, number, wishes, library):
            return more
    return None


def _with_set(days: Days, number: int, at: int, of: int, more: int = 1) -> Days:
    """One more set of a lift; its partner follows where it falls two behind."""
    place = days[number].places[at]
    sets = place.lifts[of].sets + more
    lifts = tuple(
        replace(lift, sets=sets if index == of else max(lift.sets, sets - 1))
        for index, lift in enumerate(place.lifts)
    )
    places = tuple(
        replace(place, lifts=lifts) if index == at else other
        for index, other in enumerate(days[number].places)
    )
    day = replace(days[number], places=places)
    return tuple(day if index == number else other for index, other in enumerate(days))


def _fits(days: Days, number: int, wishes: Wishes, library: Library) -> bool:
    """Whether the time, the session's and the week's limits and the night between days allow it."""
    framework = library.framework
    week = _week(days, library)
    session = week.sessions[number]
    ceiling = framework.limit_for("weekly-sets-ceiling", wishes.level)
    close = [first for first, _ in neighbours(wishes.days)]
    return (
        session_minutes(session, framework) <= wishes.minutes
        and max(leg_sets(session.sets, framework).values())
        <= framework.limit("session-sets-ceiling")
        and max(leg_sets(week.sets, framework).values()) <= ceiling
        and all(
            sum(map(direct_for(group, framework), week.sessions[first].sets))
            <= framework.limit("consecutive-day-sets")
            for first in close
            for group in LEG_GROUPS
        )
    )


def _week(days: Days, library: Library) -> Week:
    """One week laid out, so that measures can be taken of it."""
    return laid_out(days, 1, library)[0]


def laid_out(days: Days, weeks: int, library: Library) -> tuple[Week, ...]:
    """Some weeks of these sessions laid out."""
    block = Block("Draft", weeks, sessions=tuple(session_of(day) for day in days))
    program = Program(
        title="", summary="", level="", goal="", equipment=(), session_minutes=0, authors=(),
        takeaways=(), blocks=(block,),
    )  # fmt: skip
    return lay_out(program, library).weeks


def session_of(day: Day) -> Session:
    """A day as the model has it."""
    items: list[Prescription | Group] = []
    for place in day.places:
        members = tuple(_prescription(lift) for lift in place.lifts)
        rest = members[0].rest
        items.append(Group(superset=members, rest=rest) if len(members) > 1 else members[0])
    return Session(day.name, day.day, tuple(items))


def _prescription(lift: Lift) -> Prescription:
    tempo = Weekly((Tempo.parse(lift.tempo),)) if lift.tempo else None
    rir = Weekly(tuple(Rir(Fraction(left), Fraction(left)) for left in lift.rir))
    return Prescription(
        lift.exercise.id,
        Weekly((Count(Fraction(lift.sets), Fraction(lift.sets)),)),
        Weekly(tuple(Reps(Fraction(reps), Fraction(reps)) for reps in lift.reps)),
        rir=rir if lift.rir else None,
        tempo=tempo,
        rest=Weekly((Duration.parse(lift.rest),)),
        warmup=tuple(WarmUpSet.parse(step) for step in lift.warmup),
    )
