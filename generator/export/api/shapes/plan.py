"""A program laid out week by week: the answer that the tools of a guide read as well.

`generator.export.program_json` writes it.
"""

from dataclasses import dataclass
from typing import Annotated, Literal

from generator.export.api.shapes.common import (
    SHAPE,
    Day,
    Equipment,
    Goal,
    Id,
    Level,
    Positive,
    Range,
    one_of,
)
from generator.model.program import SET_TYPES


@dataclass(frozen=True)
class Reps(Range):
    """Repetitions, or the seconds or metres of a set that has none."""

    __pydantic_config__ = SHAPE

    text: str
    """As printed."""
    unit: str
    """What is counted."""
    open: bool
    """Whether it is as many as possible, from the lowest number on."""


@dataclass(frozen=True)
class Load(Range):
    """What to put on the bar, as written."""

    __pydantic_config__ = SHAPE

    text: str
    """As printed."""
    kind: str
    """What the numbers are: percent of the 1RM, kilograms, pounds, RPE, or the body alone."""


@dataclass(frozen=True)
class Intensity:
    """A load in percent of the 1RM."""

    __pydantic_config__ = SHAPE

    value: float
    """Percent of the 1RM."""
    estimated: bool
    """Whether it is estimated from repetitions and reserve; else it is written."""


@dataclass(frozen=True)
class PlannedSet:
    """One working set."""

    __pydantic_config__ = SHAPE

    type: Annotated[str, one_of(*SET_TYPES)]
    """How it is built."""
    reps: Reps
    """How many."""
    load: Load | None
    """With what; null where the reserve decides."""
    rir: Range | None
    """Repetitions in reserve at its end."""
    percent: Intensity | None
    """Its load in percent of the 1RM, where that can be told."""
    tempo: str | None
    """Seconds down, at the bottom, up, at the top; X for as fast as possible."""
    seconds_a_rep: float | None
    """Seconds of one repetition at that tempo."""


@dataclass(frozen=True)
class WarmUpSet:
    """A warm-up set."""

    __pydantic_config__ = SHAPE

    reps: Positive
    """How many repetitions."""
    percent: float
    """Of the first working load."""


@dataclass(frozen=True)
class Swap:
    """An exercise to do instead."""

    __pydantic_config__ = SHAPE

    exercise: Id
    """The exercise."""
    when: str
    """When to swap; empty where nothing is said."""


@dataclass(frozen=True)
class Entry:
    """One exercise of a session."""

    __pydantic_config__ = SHAPE

    label: str
    """`A`, or `A1` and `A2` where exercises are done in turn."""
    exercise: Id
    """The exercise; `exercises` has it."""
    amount: str
    """Sets and repetitions as printed."""
    weighted: bool
    """Whether there is a weight to choose."""
    sets: list[PlannedSet]
    """The working sets in order."""
    warmup: list[WarmUpSet]
    """Warm-up sets before them."""
    notes: list[str]
    """What the lifter should know."""
    swaps: list[Swap]
    """What can be done instead."""


@dataclass(frozen=True)
class Turn:
    """Exercises done in turn with one rest a round, or one that is done alone."""

    __pydantic_config__ = SHAPE

    kind: Literal["single", "superset", "circuit"]
    """What a lifter calls it."""
    rest: str
    """The rest after each set or round, as printed; empty where none is written."""
    rest_seconds: Range | None
    """The same in seconds."""
    exercises: list[Entry]
    """The exercises in order."""


@dataclass(frozen=True)
class Session:
    """One training session."""

    __pydantic_config__ = SHAPE

    name: str
    """What it is called."""
    day: Day
    """The weekday it is planned for."""
    anchor: str
    """Its place on the guide, behind `week-<number>-`."""
    minutes: Positive
    """How long it takes, estimated, warm-up included."""
    warmup: list[str]
    """What to do first, step by step."""
    note: str
    """What to know about the day; empty where nothing is said."""
    turns: list[Turn]
    """The work, in order."""


@dataclass(frozen=True)
class Week:
    """One week."""

    __pydantic_config__ = SHAPE

    week: Positive
    """Its number, counted from the first."""
    block: str
    """The block it belongs to."""
    deload: bool
    """Whether it is lighter on purpose."""
    sessions: list[Session]
    """Its sessions in order."""


@dataclass(frozen=True)
class PlanExercise:
    """What a session needs to know of an exercise; the library has the rest."""

    __pydantic_config__ = SHAPE

    name: str
    """Its name."""
    ways: list[list[Equipment]]
    """Ways to equip it: any one of these lists will do, with everything on it."""
    one_sided: bool
    """Whether it is done one leg at a time."""
    jump: bool
    """Whether its repetitions are landings."""
    curve: Literal["general", "leg-press"]
    """The curve that turns repetitions into percent of the 1RM."""
    setup: list[str]
    """How to get into position."""
    cues: list[str]
    """What to think of while lifting."""
    safety: str
    """How to stay safe; empty where nothing is said."""


@dataclass(frozen=True)
class Plan:
    """A program laid out week by week, set by set."""

    __pydantic_config__ = SHAPE

    schema: Literal["pillars-program/1"]
    """The shape of this answer; it changes when a reader would have to."""
    id: Id
    """The program."""
    title: str
    """Its name in print."""
    summary: str
    """What it is."""
    level: Level
    """For whom it is."""
    goal: Goal
    """What it is for above all."""
    weeks: Positive
    """How long it lasts."""
    days_a_week: Positive
    """Days with a session, in the week that has most of them."""
    session_minutes: Positive
    """Minutes of the longest session, estimated, warm-up included."""
    equipment: list[Equipment]
    """Everything it needs; a body is not listed."""
    authors: list[str]
    """Who wrote it."""
    exercises: dict[str, PlanExercise]
    """The exercises it uses and those that may stand in for them, by id."""
    plan: list[Week]
    """The weeks in order."""
