"""A program laid out: every week, session, exercise and set, with nothing left to look up.

Rules, pages and figures all read this one plan. Every entry keeps the path of the lines
it comes from, so a finding about week 9 still points at what the author wrote.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from fractions import Fraction
from functools import cached_property, wraps
from itertools import groupby
from string import ascii_uppercase
from typing import Any, TypeVar

from generator.finding import Keys
from generator.intensity import Intensity, intensity
from generator.model import (
    Block,
    Exercise,
    Framework,
    Group,
    Library,
    Prescription,
    Program,
    Session,
    Weekly,
)
from generator.model.number import rounded
from generator.model.program import DAYS
from generator.model.quantity import Duration, Load, Reps, Rir, Tempo

T = TypeVar("T")


@dataclass(frozen=True)
class PlannedSet:
    """One working set of one exercise in one week."""

    exercise: Exercise
    reps: Reps
    load: Load | None
    """As written; `None` when the RIR decides."""
    rir: Rir | None
    """As written, or 10 minus a written RPE; `None` when nothing is said about effort."""
    tempo: Tempo | None
    rest: Duration | None
    """Rest after it; in a superset or circuit the rest after the round."""
    set_type: str
    range_of_motion: str
    intensity: Intensity | None
    """Load in percent of the 1RM, given or estimated; `None` for holds and jumps."""


def alike(sets: Iterable[PlannedSet]) -> Iterator[tuple[PlannedSet, int]]:
    """Sets in a row that are one and the same, and how many they are: sums look at each once."""
    for _, same in groupby(sets, key=id):
        first, *others = same
        yield first, 1 + len(others)


@dataclass(frozen=True)
class Entry:
    """One exercise of one session in one week."""

    prescription: Prescription
    exercise: Exercise
    sets: tuple[PlannedSet, ...]
    keys: Keys
    """Path of the prescription in the program file."""
    label: str
    """`A`, `B` … for exercises done alone, `A1`, `A2` … inside a superset or circuit."""
    group: str
    """`superset`, `circuit` or nothing."""
    swaps: tuple[Exercise, ...]

    @property
    def item_keys(self) -> Keys:
        """Path of the superset or circuit it belongs to; its own when it is done alone."""
        return self.keys[:-2] if self.group else self.keys

    @property
    def first(self) -> PlannedSet:
        """Its first working set."""
        return self.sets[0]


@dataclass(frozen=True)
class PlannedSession:
    """One session of one week."""

    session: Session
    entries: tuple[Entry, ...]
    keys: Keys

    @property
    def name(self) -> str:
        """What the day is called."""
        return self.session.name

    @property
    def day(self) -> str:
        """Its weekday."""
        return self.session.day

    @cached_property
    def sets(self) -> tuple[PlannedSet, ...]:
        """All its working sets, in order."""
        return tuple(set_ for entry in self.entries for set_ in entry.sets)


@dataclass(frozen=True)
class Week:
    """One week of the program."""

    number: int
    """In the program, from 1."""
    block: Block
    block_keys: Keys
    block_number: int
    """Which block it belongs to, from 0."""
    number_in_block: int
    """From 1."""
    sessions: tuple[PlannedSession, ...]

    @property
    def deload(self) -> bool:
        """Whether the week is lighter on purpose."""
        return self.block.deload

    @cached_property
    def days(self) -> Mapping[str, tuple[PlannedSession, ...]]:
        """Its sessions by weekday, in order; a day may be split in two."""
        found: dict[str, list[PlannedSession]] = {}
        for session in self.sessions:
            found.setdefault(session.day, []).append(session)
        return {day: tuple(sessions) for day, sessions in found.items()}

    @cached_property
    def entries(self) -> tuple[tuple[PlannedSession, Entry], ...]:
        """Every exercise of the week with its session."""
        return tuple((session, entry) for session in self.sessions for entry in session.entries)

    @cached_property
    def sets(self) -> tuple[PlannedSet, ...]:
        """All working sets of the week."""
        return tuple(set_ for session in self.sessions for set_ in session.sets)


@dataclass(frozen=True)
class Plan:
    """A program week by week, with the library it stands on."""

    program: Program
    library: Library
    weeks: tuple[Week, ...]
    kept: dict[object, Any] = field(default_factory=dict, init=False, repr=False, compare=False)
    """What was measured in it already; see `kept_with_plan`."""

    @property
    def framework(self) -> Framework:
        """Pillars, topics and thresholds."""
        return self.library.framework

    @cached_property
    def loading_weeks(self) -> tuple[Week, ...]:
        """The weeks that are not deloads."""
        return tuple(week for week in self.weeks if not week.deload)

    @cached_property
    def blocks(self) -> tuple[tuple[Week, ...], ...]:
        """The weeks of each block."""
        return tuple(
            tuple(week for week in self.weeks if week.block_number == number)
            for number in range(len(self.program.blocks))
        )

    @cached_property
    def loading_blocks(self) -> tuple[tuple[Week, ...], ...]:
        """The weeks of each block that is not a deload."""
        return tuple(weeks for weeks in self.blocks if not weeks[0].deload)

    @cached_property
    def exercises(self) -> tuple[Exercise, ...]:
        """Every exercise it uses, in order of appearance."""
        found = {
            entry.exercise.id: entry.exercise for week in self.weeks for _, entry in week.entries
        }
        return tuple(found.values())

    @cached_property
    def prescriptions(self) -> tuple[Entry, ...]:
        """Every prescription of the file once, as it stands in its first week."""
        found: dict[Keys, Entry] = {}
        for week in self.weeks:
            for _, entry in week.entries:
                found.setdefault(entry.keys, entry)
        return tuple(found.values())


def kept_with_plan(measure: Callable[[Plan], T]) -> Callable[[Plan], T]:
    """A measure that is taken once of each plan, because several rules ask for it."""

    @wraps(measure)
    def taken_once(plan: Plan) -> T:
        if measure not in plan.kept:
            plan.kept[measure] = measure(plan)
        value: T = plan.kept[measure]
        return value

    return taken_once


def lay_out(program: Program, library: Library) -> Plan:
    """The plan of a program whose references all resolve."""
    weeks: list[Week] = []
    names: dict[str, int] = {}
    for number, block in enumerate(program.blocks):
        names.setdefault(block.name, number)
        written = names[block.like] if block.like else number
        template = program.blocks[written]
        for index in range(block.weeks):
            # a block as long as the one it repeats follows it, any other stays on its last week
            week = index if block.weeks == template.weeks else template.weeks - 1
            setting = _Setting(template, week, block, library)
            sessions = tuple(
                _session(session, ("blocks", written, "sessions", at), setting)
                for at, session in _by_weekday(template)
            )
            weeks.append(
                Week(len(weeks) + 1, block, ("blocks", number), number, index + 1, sessions)
            )
    return Plan(program, library, tuple(weeks))


def _by_weekday(block: Block) -> list[tuple[int, Session]]:
    return sorted(enumerate(block.sessions), key=lambda pair: DAYS.index(pair[1].day))


@dataclass(frozen=True)
class _Setting:
    """The week a set is laid out for."""

    template: Block
    """The block that is written out."""
    week: int
    """Its week that is followed, from 0."""
    block: Block
    """The block the week belongs to; the template itself, or one that is `like` it."""
    library: Library

    def value(self, weekly: Weekly[T] | None) -> T | None:
        """A weekly value in this week."""
        return weekly.at(self.week, self.template.weeks) if weekly else None


def _session(session: Session, keys: Keys, setting: _Setting) -> PlannedSession:
    entries = []
    for at, item in enumerate(session.exercises):
        # a session of more than 26 exercises is somebody's joke; it is still laid out
        letter = ascii_uppercase[at % 26]
        here: Keys = (*keys, "exercises", at)
        if isinstance(item, Group):
            for index, member in enumerate(item.members):
                inside: Keys = (*here, item.kind, index)
                rested = replace(member, rest=item.rest)
                entries.append(_entry(rested, inside, setting, f"{letter}{index + 1}", item.kind))
        else:
            entries.append(_entry(item, here, setting, letter, ""))
    return PlannedSession(session, tuple(entries), keys)


def _entry(item: Prescription, keys: Keys, setting: _Setting, label: str, group: str) -> Entry:
    exercises = setting.library.exercises
    exercise = exercises[item.exercise]
    sets = _sets(item, exercise, setting)
    swaps = tuple(exercises[swap.exercise] for swap in item.swap)
    return Entry(item, exercise, sets, keys, label, group, swaps)


def _sets(item: Prescription, exercise: Exercise, setting: _Setting) -> tuple[PlannedSet, ...]:
    block, framework = setting.block, setting.library.framework
    count = item.sets.at(setting.week, setting.template.weeks).value
    reps = item.reps.at(setting.week, setting.template.weeks)
    plain = block.deload and bool(block.like) and item.set_type != "bfr"
    if plain:
        reps = replace(reps, open=False)
    load, rir = setting.value(item.load), setting.value(item.rir)
    if block.sets:
        count = max(1, rounded(count * block.sets.share))
    if block.load and load:
        load = load.scaled(block.load.share)
    if block.rir and not exercise.jump:
        # nobody has repetitions in reserve on a landing
        rir = block.rir
        load = None if load and load.kind == "rpe" else load
    if load and load.kind == "rpe":
        rir = Rir(10 - load.high, 10 - load.low)
    given = None
    if not exercise.jump and not reps.timed:
        given = intensity(reps, load, rir, exercise, framework)
    if given and block.load and load and load.kind in ("kg", "lb"):
        # a weight changes by a known share, though its own share of the 1RM is an estimate;
        # where more is left in reserve as well, the lighter of the two is what is lifted
        own = intensity(reps, load, setting.value(item.rir), exercise, framework)
        changed = Fraction(rounded(own.percent * block.load.share))
        given = Intensity(min(changed, given.percent) if block.rir else changed, estimated=True)
    straight = PlannedSet(
        exercise,
        reps,
        load,
        rir,
        setting.value(item.tempo),
        setting.value(item.rest),
        "straight",
        item.range_of_motion,
        given,
    )
    if plain or item.set_type == "straight":
        return (straight,) * count
    special = replace(straight, set_type=item.set_type)
    if item.set_type_on == "all":
        return (special,) * count
    return (*(straight,) * (count - 1), special)
