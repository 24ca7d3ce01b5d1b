"""Programs: what a catalogue says of each, and one as its author wrote it."""

from dataclasses import dataclass
from typing import Annotated, Literal

from generator.export.api.shapes.common import (
    SHAPE,
    Code,
    Count,
    Date,
    Equipment,
    Goal,
    Id,
    Level,
    Link,
    Positive,
    Range,
    Topic,
    Web,
    one_of,
)
from generator.export.program_files import FORMS
from generator.model.program import PROGRESSIONS
from generator.model.vocabulary import LEG_GROUPS


@dataclass(frozen=True)
class ProgramFile:
    """A file to take a program along in."""

    __pydantic_config__ = SHAPE

    form: Annotated[str, one_of(*FORMS)]
    """Workbook, table of sets, plan, or text and import file for Liftosaur with kg or lb."""
    href: Link
    """Where it is."""


@dataclass(frozen=True)
class ProgramLinks:
    """The files about a program."""

    __pydantic_config__ = SHAPE

    detail: Link
    """The program as its author wrote it, without the sets."""
    plan: Link
    """Every set of every week, laid out."""
    report: Link
    """What each rule measured and said."""
    sets: Link
    """Every set as CSV."""
    page: Link
    """The guide for people."""
    files: list[ProgramFile]
    """Every form it can be taken along in, plan and sets among them."""


@dataclass(frozen=True)
class ProgramFacts:
    """What a catalogue says of a program."""

    __pydantic_config__ = SHAPE

    id: Id
    """Its name in addresses; it does not change."""
    title: str
    """Its name in print."""
    summary: str
    """What it is, in a sentence or two."""
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
    published: Date | None
    """The day of the oldest change on record."""
    changed: Date | None
    """The day of the newest change on record."""
    links: ProgramLinks
    """The files about it."""


@dataclass(frozen=True)
class Programs:
    """All published programs."""

    __pydantic_config__ = SHAPE

    schema: Literal["pillars-programs/1"]
    """The shape of this answer; it changes when a reader would have to."""
    programs: list[ProgramFacts]
    """Sorted by id."""


@dataclass(frozen=True)
class Author:
    """Someone who wrote a program."""

    __pydantic_config__ = SHAPE

    name: str
    """The name to give credit to."""
    url: Web | None
    """A page about the author."""


@dataclass(frozen=True)
class Audience:
    """Whom a program serves."""

    __pydantic_config__ = SHAPE

    suits: list[str]
    """Sentences about those who will do well with it."""
    does_not_suit: list[str]
    """Sentences about those who should choose something else."""


@dataclass(frozen=True)
class Takeaway:
    """Something to remember."""

    __pydantic_config__ = SHAPE

    text: str
    """The takeaway."""
    topic: Topic
    """The pillar or topic it belongs to."""
    claims: list[Id]
    """The claims it stands on."""


@dataclass(frozen=True)
class Block:
    """Consecutive weeks that share sessions."""

    __pydantic_config__ = SHAPE

    name: str
    """What it is called."""
    weeks: Positive
    """How long it lasts."""
    deload: bool
    """Whether it is lighter on purpose."""
    like: str | None
    """The block whose sessions it repeats."""
    note: str | None
    """What it is for."""


@dataclass(frozen=True)
class Step:
    """How much is added at a time."""

    __pydantic_config__ = SHAPE

    amount: float
    """How much."""
    unit: Literal["kg", "lb", "%", "reps", "sets"]
    """Of what."""


@dataclass(frozen=True)
class Stall:
    """What to do when progress stops."""

    __pydantic_config__ = SHAPE

    after_sessions: Positive
    """Sessions without progress before something changes."""
    cut_percent: float
    """How much load comes off then."""
    text: str | None
    """The same in words."""


@dataclass(frozen=True)
class Progression:
    """How the work grows."""

    __pydantic_config__ = SHAPE

    kind: Annotated[str, one_of(*PROGRESSIONS)]
    """Repetitions first (double), load each time (linear), as written (percent) or by reserve."""
    text: str
    """The rule in words."""
    step: Step | None
    """How much is added at a time."""
    stall: Stall | None
    """What to do when progress stops."""


@dataclass(frozen=True)
class Recovery:
    """How the lifter recovers."""

    __pydantic_config__ = SHAPE

    sleep_hours: Range
    """Hours of sleep a night."""
    text: str
    """Rest days and easier weeks."""
    deload_when: str | None
    """What calls for a lighter week that is not in the plan."""


@dataclass(frozen=True)
class Nutrition:
    """How the lifter eats; of the two energies one is null."""

    __pydantic_config__ = SHAPE

    protein_grams_per_kg_a_day: Range
    """Protein, by body mass."""
    energy_percent: Range | None
    """Energy against maintenance, in percent of it; below zero is a deficit."""
    energy_kcal_a_day: Range | None
    """Energy against maintenance, in kilocalories; below zero is a deficit."""
    text: str
    """How to eat in practice."""


@dataclass(frozen=True)
class Question:
    """A question readers ask."""

    __pydantic_config__ = SHAPE

    question: str
    """The question."""
    answer: str
    """The answer."""


@dataclass(frozen=True)
class Origin:
    """Where a program comes from that is not its authors' own."""

    __pydantic_config__ = SHAPE

    name: str
    """The program or person it follows."""
    url: Web | None
    """Where the original stands."""
    differs: str | None
    """What is different here."""


@dataclass(frozen=True)
class Where:
    """The part of a program a deviation is about; what is null does not narrow it."""

    __pydantic_config__ = SHAPE

    block: str | None
    """The name of a block."""
    session: str | None
    """The name of a session."""
    exercise: Id | None
    """An exercise."""


@dataclass(frozen=True)
class Deviation:
    """A rule the program departs from on purpose."""

    __pydantic_config__ = SHAPE

    rule: Code
    """The rule."""
    reason: str
    """Why."""
    claims: list[Id]
    """Claims that support it, beside those of the rule."""
    where: Where | None
    """The part it is about; null is the whole program."""


@dataclass(frozen=True)
class Change:
    """What is different from the program as it was before."""

    __pydantic_config__ = SHAPE

    date: Date
    """The day of the change."""
    text: str
    """What changed."""


@dataclass(frozen=True)
class Program(ProgramFacts):
    """A program as its author wrote it; its sets stand in the plan."""

    __pydantic_config__ = SHAPE

    schema: Literal["pillars-program-words/1"]
    """The shape of this answer; it changes when a reader would have to."""
    authors: list[Author]
    """Who wrote it."""
    audience: Audience
    """Whom it serves."""
    out_of_scope: list[Annotated[str, one_of(*LEG_GROUPS)]]
    """Parts of the leg that are left to other training on purpose."""
    takeaways: list[Takeaway]
    """What to remember."""
    blocks: list[Block]
    """The weeks, block by block."""
    starting_loads: str | None
    """How to find the first loads."""
    progression: Progression | None
    """How the work grows."""
    recovery: Recovery | None
    """Sleep, rest days and easier weeks."""
    nutrition: Nutrition | None
    """Protein and energy."""
    faq: list[Question]
    """Questions readers ask."""
    next: list[Id]
    """Programs that follow well on this one."""
    origin: Origin | None
    """Where it comes from, if it is not the authors' own."""
    deviations: list[Deviation]
    """Rules it departs from on purpose."""
    changes: list[Change]
    """What changed, newest first."""
    findings: Count
    """Open findings of the rules; the report has them."""
