"""A program as its author wrote it. Every field is documented here, once.

The sentence under a field is its documentation on the site and its description in the
JSON Schema. Whether a field is required shows in whether it has a default.
"""

import datetime
from dataclasses import dataclass, field
from typing import Annotated, Literal

from generator.finding import Keys
from generator.model import meaning
from generator.model.date import DATE
from generator.model.quantity import Count, Duration, Load, Reps, Rir, Tempo, WarmUpSet
from generator.model.spelling import OneOf, choice
from generator.model.spellings import (
    CUT,
    ENERGY,
    LOAD,
    PAUSE,
    PROTEIN,
    REPS,
    RESERVE,
    REST,
    RIR,
    SETS,
    SHARE,
    SLEEP,
    STEP,
    TEMPO,
    WARM_UP,
    whole,
)
from generator.model.target import Energy, Percent, Protein, Sleep, Step
from generator.model.text import ID, LINE, PROSE, REASON, SUMMARY, TITLE, TRUTH, WEB
from generator.model.vocabulary import EQUIPMENT, LEG_GROUPS, TOPICS
from generator.model.weekly import Weekly

STRICT = {"extra": "forbid", "use_attribute_docstrings": True}
"""How pydantic reads these classes: no unknown keys, the sentences below as descriptions."""

DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
LEVELS = ("beginner", "intermediate", "advanced")
GOALS = ("hypertrophy", "strength", "power", "general")
SET_TYPES = ("straight", "drop-set", "rest-pause", "myo-reps", "cluster", "bfr")
RANGES = ("full", "lengthened-partial", "partial")
PROGRESSIONS = ("double", "linear", "percent", "rir")

Id = Annotated[str, ID]
Line = Annotated[str, LINE]
Prose = Annotated[str, PROSE]
Truth = Annotated[bool, TRUTH]
Web = Annotated[str, WEB]
Share = Annotated[Percent, SHARE]
Cut = Annotated[Percent, CUT]


@dataclass(frozen=True)
class Author:
    """Someone who wrote the program."""

    __pydantic_config__ = STRICT

    name: Annotated[str, LINE.such_as("Sam Lifter")]
    """The name to print on the guide."""
    url: Annotated[str, WEB.such_as("https://example.org/sam")] = ""
    """A page about the author."""


@dataclass(frozen=True)
class Audience:
    """Whom the program serves and whom it does not."""

    __pydantic_config__ = {**STRICT, "alias_generator": lambda name: name.rstrip("_")}  # noqa: RUF012

    for_: tuple[Annotated[str, PROSE.such_as("You have a barbell and a rack.")], ...] = ()
    """Who will do well with it, each a sentence that starts with "You"."""
    not_for: tuple[
        Annotated[str, PROSE.such_as("You have pain that changes how you walk.")], ...
    ] = ()
    """Who should choose something else, or ask a professional first."""


@dataclass(frozen=True)
class Takeaway:
    """One thing a reader should remember, and what it stands on."""

    __pydantic_config__ = STRICT

    text: Annotated[str, PROSE.such_as("Stop each set with the written repetitions in reserve.")]
    """The takeaway in one or two sentences."""
    pillar: Annotated[str, choice(*TOPICS, meanings=meaning.TOPICS)]
    """The pillar or topic it belongs to."""
    claims: tuple[Annotated[str, ID.such_as("failure-proximity")], ...] = ()
    """Ids of the evidence claims it stands on."""


@dataclass(frozen=True)
class Swap:
    """An exercise to do instead."""

    __pydantic_config__ = STRICT

    exercise: Annotated[str, ID.such_as("goblet-squat")]
    """Id of the exercise to do instead."""
    when: Annotated[str, LINE.such_as("the rack is taken")] = ""
    """When to swap."""


@dataclass(frozen=True)
class Prescription:
    """One exercise in a session: what to do in each week of the block."""

    __pydantic_config__ = STRICT

    exercise: Annotated[str, ID.such_as("goblet-squat", "leg-press")]
    """Id of an exercise in the library."""
    sets: Annotated[Weekly[Count], SETS]
    """Working sets, warm-ups left out."""
    reps: Annotated[Weekly[Reps], REPS]
    """Repetitions (`6-8`, `8+` for as many as possible) or the seconds of a hold (`30 s`).

    `8 to 12` is no range: it climbs from 8 in the first week of the block to 12 in the last.
    Left and right of a one-sided exercise are one set; write the repetitions of one side.
    For jumps a repetition is a landing, counted as one foot contact. For a drop-set, rest-pause or
    myo-reps it is the first part that is written, for a cluster the total.
    """
    load: Annotated[Weekly[Load], LOAD] | None = None
    """Percent of the 1RM, kilograms, pounds, RPE or bodyweight; left out, the RIR decides."""
    rir: Annotated[Weekly[Rir], RIR] | None = None
    """Repetitions in reserve at the end of each set."""
    tempo: Annotated[Weekly[Tempo], TEMPO] | None = None
    """Seconds down, at the bottom, up, at the top; X for as fast as possible."""
    rest: Annotated[Weekly[Duration], REST] | None = None
    """Rest after each set."""
    set_type: Annotated[str, choice(*SET_TYPES, meanings=meaning.SET_TYPES)] = "straight"
    """How a set is built: straight, drop-set, rest-pause, myo-reps, cluster or bfr."""
    set_type_on: Annotated[str, choice("all", "last", meanings=meaning.SET_TYPE_ON)] = "all"
    """Whether `set_type` holds for all sets or only the last one."""
    mini_sets: Annotated[int, whole("mini-sets", 1, 10).such_as("2")] | None = None
    """Drops or short sets that follow the first part of such a set; for a cluster, its pauses."""
    mini_rest: Annotated[Duration, PAUSE] | None = None
    """Rest inside such a set."""
    drop: Cut | None = None
    """How much load each drop of a drop-set takes off."""
    range_of_motion: Annotated[str, choice(*RANGES, meanings=meaning.RANGES)] = "full"
    """Full, lengthened-partial (the stretched half) or partial (any other short range)."""
    warmup: tuple[Annotated[WarmUpSet, WARM_UP], ...] = ()
    """Warm-up sets, as repetitions at a share of the first working load: `8 @ 50%`."""
    swap: tuple[Swap, ...] = ()
    """Exercises that do the same job when this one is not possible."""
    note: Annotated[str, PROSE.such_as("Stop where your back would change its shape.")] = ""
    """Anything the lifter should know here."""


@dataclass(frozen=True)
class Group:
    """Exercises done in turn, one set of each: a superset or a circuit."""

    __pydantic_config__ = STRICT

    superset: tuple[Prescription, ...] = ()
    """Two or three exercises done in turn."""
    circuit: tuple[Prescription, ...] = ()
    """Three or more exercises done in turn."""
    rest: Annotated[Weekly[Duration], REST] | None = None
    """Rest after each round; it is the rest of every set in the group."""
    note: Prose = ""
    """Anything the lifter should know here."""

    @property
    def members(self) -> tuple[Prescription, ...]:
        """The exercises, in order."""
        return self.superset or self.circuit

    @property
    def kind(self) -> Literal["superset", "circuit"]:
        """What a lifter calls it."""
        return "superset" if self.superset else "circuit"


ITEM = OneOf(
    {"superset": "group", "circuit": "group", "exercise": "prescription"},
    {"group": Group, "prescription": Prescription},
)
Item = Annotated[Prescription | Group, ITEM]


@dataclass(frozen=True)
class Session:
    """One training session of the week."""

    __pydantic_config__ = STRICT

    name: Annotated[str, LINE.such_as("Heavy legs")]
    """What the session is called."""
    day: Annotated[str, choice(*DAYS)]
    """The weekday it is planned for; at most two sessions of a block share one."""
    exercises: tuple[Item, ...]
    """Exercises in the order they are done; a `superset:` or `circuit:` holds several."""
    warmup: tuple[
        Annotated[str, PROSE.such_as("Five minutes on a bike or a brisk walk.")], ...
    ] = ()
    """What to do before the first exercise, step by step."""
    split: Truth = False
    """`true` when the day is split in two sessions on purpose."""
    note: Prose = ""
    """Anything the lifter should know about this day."""


@dataclass(frozen=True)
class Block:
    """Consecutive weeks that share sessions (a mesocycle)."""

    __pydantic_config__ = STRICT

    name: Annotated[str, LINE.such_as("Build")]
    """What the block is called."""
    weeks: Annotated[int, whole("weeks", 1, 16).such_as("4")]
    """How many weeks it lasts."""
    deload: Truth = False
    """`true` when the block is lighter on purpose."""
    sessions: tuple[Session, ...] = ()
    """The sessions of every week; leave out when `like` repeats another block."""
    like: Annotated[str, LINE.such_as("Build")] = ""
    """Name of an earlier block whose sessions are repeated.

    A block of as many weeks follows it week by week; any other repeats its last week. A deload
    leaves drop-sets, rest-pause, myo-reps, clusters and open sets out and does straight sets.
    """
    sets: Share | None = None
    """With `like`: share of the sets that is kept; at least one set of each exercise stays."""
    load: Share | None = None
    """With `like`: share of the load that is kept, where a load is written in percent or weight.

    Lifts that go by RIR or RPE get lighter by `rir`, not by this.
    """
    rir: Annotated[Rir, RESERVE] | None = None
    """With `like`: repetitions in reserve for every set, instead of the other block's."""
    note: Prose = ""
    """What this block is for."""


@dataclass(frozen=True)
class Stall:
    """What to do when progress stops."""

    __pydantic_config__ = STRICT

    after: Annotated[int, whole("sessions", 1, 10).such_as("2")]
    """Sessions without progress before something changes."""
    cut: Cut
    """How much load comes off then."""
    text: Prose = ""
    """The same in words, and what to do when a joint hurts."""


@dataclass(frozen=True)
class Progression:
    """How the work grows."""

    __pydantic_config__ = STRICT

    kind: Annotated[str, choice(*PROGRESSIONS, meanings=meaning.PROGRESSIONS)]
    """`double`: repetitions first, then load; `linear`: load each time; `percent`: as written
    in the blocks; `rir`: load follows the repetitions in reserve."""
    text: Annotated[
        str, PROSE.such_as("Add a repetition until every set reaches the top of its range.")
    ]
    """The rule in words a lifter can follow."""
    step: Annotated[Step, STEP] | None = None
    """How much is added at a time."""
    stall: Stall | None = None
    """What to do when progress stops."""


@dataclass(frozen=True)
class Recovery:
    """How the lifter recovers between sessions."""

    __pydantic_config__ = STRICT

    sleep: Annotated[Sleep, SLEEP]
    """Hours of sleep a night."""
    text: Prose
    """Rest days, easier weeks and what to do after bad nights."""
    deload_when: Prose = ""
    """What tells the lifter to take a lighter week that is not in the plan."""


@dataclass(frozen=True)
class Nutrition:
    """How the lifter eats for the goal."""

    __pydantic_config__ = STRICT

    protein: Annotated[Protein, PROTEIN]
    """Protein in grams per kilogram of body mass a day."""
    energy: Annotated[Energy, ENERGY]
    """Energy against maintenance."""
    text: Prose
    """How to eat for this program in practice."""


@dataclass(frozen=True)
class Question:
    """A question readers ask, and its answer."""

    __pydantic_config__ = STRICT

    q: Annotated[str, LINE.such_as("Can I train on other days?")]
    """The question."""
    a: Prose
    """The answer."""


@dataclass(frozen=True)
class Origin:
    """Where the program comes from, if it is not the authors' own."""

    __pydantic_config__ = STRICT

    name: Line
    """The program or person it follows."""
    url: Annotated[str, WEB.such_as("https://example.org/program")] = ""
    """Where the original stands."""
    differs: Prose = ""
    """What is different here."""


@dataclass(frozen=True)
class Change:
    """What is different from the program as it was before, for those who follow it already."""

    __pydantic_config__ = STRICT

    date: Annotated[datetime.date, DATE]
    """The day of the change; one entry for each day, the newest first."""
    text: Annotated[str, PROSE.such_as("The squats rest three minutes instead of two.")]
    """What changed and why, or that the program is new."""


@dataclass(frozen=True)
class Where:
    """The part of a program a deviation is about; all that is written here has to fit."""

    __pydantic_config__ = STRICT

    block: Annotated[str, LINE.such_as("Build")] = ""
    """Name of a block; the blocks that repeat it with `like` go with it."""
    session: Annotated[str, LINE.such_as("Legs")] = ""
    """Name of a session."""
    exercise: Annotated[str, ID.such_as("leg-press")] = ""
    """Id of an exercise."""


@dataclass(frozen=True)
class Deviation:
    """A rule the program departs from on purpose."""

    __pydantic_config__ = STRICT

    rule: Annotated[str, LINE.such_as("OVL001")]
    """Code or name of the rule."""
    reason: Annotated[str, REASON.such_as("Loads follow the lifter here.")]
    """Why, in a sentence readers will see on the guide."""
    claims: tuple[Annotated[str, ID.such_as("overload-mode")], ...] = ()
    """Ids of claims that support the departure."""
    where: Where | None = None
    """The block, session or exercise it is about; left out, it is about the whole program."""


@dataclass(frozen=True, kw_only=True)
class Program:
    """A leg-hypertrophy program: one YAML file in `programs/`, whose file name is its id."""

    __pydantic_config__ = STRICT

    title: Annotated[str, TITLE.such_as("Garage Legs in Two Days")]
    """The program's name."""
    summary: Annotated[str, SUMMARY.such_as("Nine weeks of two short leg days.")]
    """What it is, in a sentence or two."""
    level: Annotated[str, choice(*LEVELS, meanings=meaning.LEVELS)]
    """Beginner, intermediate or advanced."""
    goal: Annotated[str, choice(*GOALS, meanings=meaning.GOALS)]
    """What the program is for above all."""
    equipment: tuple[Annotated[str, choice(*EQUIPMENT)], ...]
    """Everything the exercises need; bodyweight need not be listed."""
    session_minutes: Annotated[int, whole("minutes", 10, 240).such_as("45")]
    """How long the longest session takes, warm-up included."""
    authors: tuple[Author, ...]
    """Who wrote it."""
    audience: Audience = field(default_factory=Audience)
    """Whom it is for and whom it is not for."""
    out_of_scope: tuple[Annotated[str, choice(*LEG_GROUPS)], ...] = ()
    """Parts of the leg that are left to other training on purpose; the guide says so."""
    takeaways: tuple[Takeaway, ...]
    """Three to seven things to remember, each standing on evidence."""
    blocks: tuple[Block, ...]
    """The weeks of the program, block by block."""
    progression: Progression | None = None
    """How the work grows from session to session."""
    starting_loads: Annotated[
        str, PROSE.such_as("Begin with a weight you could move three times more than written.")
    ] = ""
    """How to find the first loads."""
    recovery: Recovery | None = None
    """Sleep, rest days and easier weeks."""
    nutrition: Nutrition | None = None
    """Protein and energy."""
    faq: tuple[Question, ...] = ()
    """Questions readers ask."""
    next: tuple[Annotated[str, ID.such_as("barbell-two-days")], ...] = ()
    """Ids of programs that follow well on this one."""
    origin: Origin | None = None
    """Where the program comes from, if it is not the authors' own."""
    deviations: tuple[Deviation, ...] = ()
    """Framework rules it departs from on purpose, each with its reason."""
    changes: tuple[Change, ...] = ()
    """What changed since the program was first published, the newest first; the feed tells it."""
    id: Annotated[str, ID] = ""
    """Set from the file name; not written in the file."""

    @property
    def weeks(self) -> int:
        """How many weeks the program lasts."""
        return sum(block.weeks for block in self.blocks)


def prescriptions(item: "Prescription | Group") -> tuple[tuple[Keys, Prescription], ...]:
    """The exercises of an item of a session, each with its path below the item."""
    if isinstance(item, Prescription):
        return (((), item),)
    return tuple(((item.kind, index), member) for index, member in enumerate(item.members))
