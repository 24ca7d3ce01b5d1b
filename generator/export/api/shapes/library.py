"""Exercises, claims and sources."""

from dataclasses import dataclass
from typing import Annotated, Literal

from generator.export.api.shapes.common import (
    SHAPE,
    Certainty,
    Code,
    Count,
    Equipment,
    Id,
    Level,
    Month,
    Muscle,
    Positive,
    Reading,
    Severity,
    Topic,
    Verdict,
    Web,
    least,
    one_of,
)
from generator.model.vocabulary import (
    GRADES,
    KINDS,
    LATERALITY,
    LENGTH_EMPHASIS,
    PATTERNS,
    PLANES,
    SOURCE_TYPES,
    STATUSES,
    VERIFIED,
)

Grade = Annotated[str, one_of(*GRADES)]


@dataclass(frozen=True)
class ExerciseFacts:
    """What a catalogue says of an exercise."""

    __pydantic_config__ = SHAPE

    id: Id
    """Its name in addresses and program files."""
    name: str
    """Its name in print."""
    aliases: list[str]
    """Other names people use."""
    pattern: Annotated[str, one_of(*PATTERNS)]
    """The movement it belongs to."""
    kind: Annotated[str, one_of(*KINDS)]
    """Compound, isolation or plyometric."""
    muscles: dict[Muscle, Annotated[float, least(0)]]
    """Share of a set credited to each muscle: 1 direct, 0.5 indirect."""
    equipment: list[list[Equipment]]
    """Ways to equip it: any one of these lists will do, with everything on it."""
    skill: Level
    """The level at which it can be learned alone."""
    links: Reading
    """Where to go on."""


@dataclass(frozen=True)
class Exercises:
    """All exercises."""

    __pydantic_config__ = SHAPE

    schema: Literal["pillars-exercises/1"]
    """The shape of this answer; it changes when a reader would have to."""
    exercises: list[ExerciseFacts]
    """Sorted by id."""


@dataclass(frozen=True)
class Fault:
    """What goes wrong."""

    __pydantic_config__ = SHAPE

    fault: str
    """What it looks like."""
    why: str
    """Why it matters."""
    fix: str
    """What to do about it."""


@dataclass(frozen=True)
class Exercise(ExerciseFacts):
    """All about one exercise."""

    __pydantic_config__ = SHAPE

    schema: Literal["pillars-exercise/1"]
    """The shape of this answer; it changes when a reader would have to."""
    plane: Annotated[str, one_of(*PLANES)]
    """The plane it mainly moves in."""
    laterality: Annotated[str, one_of(*LATERALITY)]
    """Both legs at once, or one."""
    length_emphasis: Annotated[str, one_of(*LENGTH_EMPHASIS)]
    """Where in its length the main muscle meets the hardest part."""
    fatigue_cost: Grade
    """How much it takes out of the rest of the session."""
    axial_load: Grade
    """How much load the spine carries."""
    setup: list[str]
    """How to get into position."""
    cues: list[str]
    """What to think of while lifting."""
    faults: list[Fault]
    """What goes wrong and how to mend it."""
    range_of_motion: str | None
    """The range every repetition has to reach."""
    safety: str | None
    """How to stay safe and get out of a failed repetition."""
    substitutes: list[Id]
    """Exercises that can stand in for it."""
    sources: list[Id]
    """Sources about it."""
    sources_note: str | None
    """What those sources do and do not show."""
    programs: list[Id]
    """Programs that use it."""


@dataclass(frozen=True)
class ClaimFacts:
    """A statement about training, with what the evidence says of it."""

    __pydantic_config__ = SHAPE

    id: Id
    """Its name in addresses and program files."""
    title: str
    """A short name."""
    topic: Topic
    """The pillar or topic it belongs to."""
    origin: Literal["framework", "evidence"]
    """Whether the framework says it, or we add it from the evidence."""
    statement: str
    """The claim itself."""
    verdict: Verdict
    """What the evidence says of it."""
    certainty: Certainty
    """How sure that verdict is."""
    checked: Month
    """The month in which the evidence was last looked for."""
    links: Reading
    """Where to go on."""


@dataclass(frozen=True)
class Claims:
    """All claims."""

    __pydantic_config__ = SHAPE

    schema: Literal["pillars-claims/1"]
    """The shape of this answer; it changes when a reader would have to."""
    claims: list[ClaimFacts]
    """Sorted by id."""


@dataclass(frozen=True)
class Implication:
    """What a claim means for checking a program."""

    __pydantic_config__ = SHAPE

    check: str
    """What to look at."""
    severity: Severity
    """How much it should matter."""
    threshold: str | None
    """The limit, in words."""
    basis: Literal["evidence", "editorial"] | None
    """Whether the limit comes from the evidence or from us."""


@dataclass(frozen=True)
class Claim(ClaimFacts):
    """A claim with the reasoning behind its verdict."""

    __pydantic_config__ = SHAPE

    schema: Literal["pillars-claim/1"]
    """The shape of this answer; it changes when a reader would have to."""
    text: str
    """The reasoning."""
    certainty_reason: str
    """Why not more certain, and not less."""
    would_change: str
    """What finding would change the verdict."""
    sources: list[Id]
    """The sources it rests on; empty where none was found."""
    implications: list[Implication]
    """What it means for checking programs."""
    rules: list[Code]
    """Rules that stand on it."""
    programs: list[Id]
    """Programs whose takeaways or deviations cite it."""


@dataclass(frozen=True)
class SourceFacts:
    """A publication."""

    __pydantic_config__ = SHAPE

    id: Id
    """Its name in addresses."""
    type: Annotated[str, one_of(*SOURCE_TYPES)]
    """What kind of work it is."""
    short: str
    """What people call it in passing."""
    title: str
    """Its title."""
    authors: list[str]
    """Authors as family name and initials; empty where they were not seen."""
    year: Positive | None
    """Year of publication, where it was seen."""
    journal: str | None
    """Journal, volume and pages, where they were seen."""
    doi: str | None
    """DOI, where it was seen."""
    pmid: str | None
    """PubMed id, where it was seen."""
    url: Web | None
    """Where the publication can be opened."""
    status: Annotated[str, one_of(*STATUSES)] | None
    """Why nothing may rest on it; null for a source that stands."""
    verified: Annotated[str, one_of(*VERIFIED)]
    """How much of this record was read: full, partial, or memory (nothing yet)."""
    links: Reading
    """Where to go on."""


@dataclass(frozen=True)
class Sources:
    """All sources."""

    __pydantic_config__ = SHAPE

    schema: Literal["pillars-sources/1"]
    """The shape of this answer; it changes when a reader would have to."""
    sources: list[SourceFacts]
    """Sorted by id."""


@dataclass(frozen=True)
class Source(SourceFacts):
    """A publication with what it found."""

    __pydantic_config__ = SHAPE

    schema: Literal["pillars-source/1"]
    """The shape of this answer; it changes when a reader would have to."""
    finding: str
    """What it found, in our words."""
    limitations: str
    """What keeps it from settling the matter, in our judgement."""
    population: str | None
    """Who was studied, where it was seen."""
    n_studies: Count | None
    """Studies pooled."""
    n_participants: Count | None
    """People studied."""
    claims: list[Id]
    """Claims that rest on it."""
    exercises: list[Id]
    """Exercises whose entry cites it."""
