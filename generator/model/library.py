"""What programs stand on: exercises, claims, sources and the framework's thresholds."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from fractions import Fraction
from functools import cached_property
from typing import Annotated

from generator.error import GeneratorError
from generator.model.month import MONTH, Month
from generator.model.number import number, plain
from generator.model.program import STRICT, Id, Line, Prose, Truth, Web
from generator.model.search_words import SearchWords
from generator.model.spelling import Spelling, choice
from generator.model.spellings import whole
from generator.model.text import DOI, PMID
from generator.model.vocabulary import (
    CERTAINTIES,
    EQUIPMENT,
    GRADES,
    KINDS,
    LATERALITY,
    LEG_GROUPS,
    LENGTH_EMPHASIS,
    MUSCLES,
    PATTERNS,
    PLANES,
    SEVERITIES,
    SKILLS,
    SOURCE_TYPES,
    STATUSES,
    TOPICS,
    VERDICTS,
    VERIFIED,
)

Number = Annotated[
    Fraction, Spelling(number, "Write a plain number.", ("0.5",), r"\d{1,5}(?:\.\d{1,3})?")
]


@dataclass(frozen=True)
class Fault:
    """Something that goes wrong, and what to do about it."""

    __pydantic_config__ = STRICT

    fault: Line
    """What it looks like."""
    why: Prose
    """Why it matters."""
    fix: Prose
    """What to do about it."""


@dataclass(frozen=True)
class Exercise:
    """One exercise: what it trains and how to do it."""

    __pydantic_config__ = STRICT

    name: Line
    """Its name."""
    pattern: Annotated[str, choice(*PATTERNS)]
    """The movement it belongs to; a swap stays inside it."""
    kind: Annotated[str, choice(*KINDS)]
    """Compound (several joints), isolation (one) or plyometric (jumps)."""
    plane: Annotated[str, choice(*PLANES)]
    """The plane it mainly moves in."""
    laterality: Annotated[str, choice(*LATERALITY)]
    """Both legs at once, or one."""
    equipment: tuple[tuple[Annotated[str, choice(*EQUIPMENT)], ...], ...]
    """Ways to equip it: any one of these lists will do, with everything on it."""
    muscles: dict[Annotated[str, choice(*MUSCLES)], Number]
    """Share of a set credited to each muscle: 1 direct, 0.5 indirect."""
    length_emphasis: Annotated[str, choice(*LENGTH_EMPHASIS)]
    """Where in its length the main muscle meets the hardest part."""
    fatigue_cost: Annotated[str, choice(*GRADES)]
    """How much it takes out of the rest of the session."""
    axial_load: Annotated[str, choice(*GRADES)]
    """How much load the spine carries."""
    skill: Annotated[str, choice(*SKILLS)]
    """The level at which it can be learned alone."""
    aliases: tuple[Line, ...] = ()
    """Other names people use."""
    setup: tuple[Prose, ...] = ()
    """How to get into position."""
    cues: tuple[Prose, ...] = ()
    """What to think of while lifting."""
    faults: tuple[Fault, ...] = ()
    """What goes wrong and how to mend it."""
    range_of_motion: Prose = ""
    """The range every repetition has to reach."""
    safety: Prose = ""
    """How to stay safe and get out of a failed repetition."""
    substitutes: tuple[Id, ...] = ()
    """Exercises that can stand in for it."""
    evidence: tuple[Id, ...] = ()
    """Ids of sources about it."""
    evidence_note: Prose = ""
    """What those sources do and do not show."""
    id: Id = field(default="", kw_only=True)
    """Set from the file name; not written in the file."""

    @cached_property
    def prime(self) -> frozenset[str]:
        """The muscles a set counts in full for, or the most for if none."""
        most = max(self.muscles.values(), default=Fraction(0))
        return frozenset(muscle for muscle, share in self.muscles.items() if share == most)

    @property
    def main_muscle(self) -> str:
        """The muscle it is chosen for: the first of its prime muscles as the library lists them."""
        return next((muscle for muscle in self.muscles if muscle in self.prime), "")

    def trains(self, muscle: str) -> bool:
        """Whether a set counts in full for a muscle."""
        return muscle in self._direct

    def trains_part(self, group: str) -> bool:
        """Whether a set counts in full for a part of the leg."""
        return not self._direct.isdisjoint(LEG_GROUPS[group])

    @cached_property
    def _direct(self) -> frozenset[str]:
        return frozenset(muscle for muscle, share in self.muscles.items() if share >= 1)

    def share_of(self, group: str) -> Fraction:
        """The share of a set credited to a part of the leg: that of the head it trains most."""
        return self._shares[group]

    @cached_property
    def _shares(self) -> Mapping[str, Fraction]:
        return {
            group: max(self.muscles.get(head, Fraction(0)) for head in heads)
            for group, heads in LEG_GROUPS.items()
        }

    def trains_as_much(self, other: "Exercise") -> bool:
        """Whether it trains the main muscle of another directly, or as much as the other does."""
        asked = min(Fraction(1), other.muscles.get(other.main_muscle, Fraction(0)))
        return self.muscles.get(other.main_muscle, Fraction(0)) >= asked

    def can_replace(self, other: "Exercise") -> bool:
        """Whether it keeps the pattern and the main muscle of another."""
        return self.pattern == other.pattern and self.trains_as_much(other)

    def ways_with(self, owned: frozenset[str]) -> tuple[tuple[str, ...], ...]:
        """The ways to equip it that are all there; everybody owns a body."""
        return tuple(way for way in self.equipment if set(way) <= owned | {"bodyweight"})

    def possible_with(self, owned: frozenset[str]) -> bool:
        """Whether one of its ways to be equipped is all there."""
        return bool(self.ways_with(owned))

    @property
    def jump(self) -> bool:
        """Whether its repetitions are landings."""
        return self.kind == "plyometric"


@dataclass(frozen=True)
class Publication:
    """A publication a claim rests on: a source."""

    __pydantic_config__ = STRICT

    type: Annotated[str, choice(*SOURCE_TYPES)]
    """What kind of work it is."""
    title: Prose
    """Its title."""
    finding: Prose
    """What it found, in our words."""
    limitations: Prose
    """What keeps it from settling the matter, in our judgement."""
    verified: Annotated[str, choice(*VERIFIED)]
    """How much of this record was read: full, partial, or only remembered."""
    population: Prose = ""
    """Who was studied, where it was seen."""
    authors: tuple[Line, ...] = ()
    """Authors as `Family AB`; empty where they were not seen."""
    year: Annotated[int, whole("year", 1900, 2100)] | None = None
    """Year of publication, where it was seen."""
    journal: Line | None = None
    """Journal, volume and pages."""
    doi: Annotated[str, DOI] = ""
    """DOI, only where it was read."""
    pmid: Annotated[str, PMID] = ""
    """PubMed id, only where it was read."""
    url: Web = ""
    """Address, where there is no DOI."""
    status: Annotated[str, choice(*STATUSES)] | None = None
    """Set when nothing may rest on it: excluded, retracted or disputed."""
    n_studies: Annotated[int, whole("studies", 1, 5000)] | None = None
    """Studies pooled."""
    n_participants: Annotated[int, whole("participants", 1, 99999)] | None = None
    """People studied."""
    verified_from: Prose = ""
    """Where the record was read; kept in the data, not printed."""
    note: Prose = ""
    """What was not seen, or seen elsewhere; kept in the data."""
    id: Id = field(default="", kw_only=True)
    """Set from the file name; not written in the file."""

    @property
    def stands(self) -> bool:
        """Whether anything may rest on it."""
        return self.status is None

    @property
    def link(self) -> str:
        """Where a reader can open it: DOI, else PubMed."""
        if self.doi:
            return f"https://doi.org/{self.doi}"
        return f"https://pubmed.ncbi.nlm.nih.gov/{self.pmid}/" if self.pmid else ""


@dataclass(frozen=True)
class Implication:
    """What a claim means for checking a program."""

    __pydantic_config__ = STRICT

    check: Prose
    """What to look at."""
    severity: Annotated[str, choice(*SEVERITIES)]
    """How much it should matter."""
    threshold: Prose = ""
    """The limit, in words."""
    basis: Annotated[str, choice("evidence", "editorial")] | None = None
    """Whether the limit comes from evidence or from us."""


@dataclass(frozen=True)
class Claim:
    """A statement about training, with a verdict and how certain it is."""

    __pydantic_config__ = STRICT

    title: Line
    """A short name."""
    topic: Annotated[str, choice(*TOPICS)]
    """The pillar or topic it belongs to."""
    origin: Annotated[str, choice("framework", "evidence")]
    """Whether the framework says it, or the evidence does."""
    statement: Prose
    """The claim itself."""
    verdict: Annotated[str, choice(*VERDICTS)]
    """What the evidence says of it."""
    certainty: Annotated[str, choice(*CERTAINTIES)]
    """How sure that verdict is."""
    certainty_reason: Prose
    """Why not more, and not less."""
    would_change: Prose
    """What finding would change the verdict."""
    checked: Annotated[Month, MONTH]
    """When the evidence on it was last looked for."""
    text: Prose
    """The reasoning, for a reader."""
    sources: tuple[Id, ...] = ()
    """Ids of the sources it rests on; empty where none was found."""
    implications: tuple[Implication, ...] = ()
    """What it means for checking programs."""
    formerly: Line = ""
    """The id it had before."""
    id: Id = field(default="", kw_only=True)
    """Set from the file name; not written in the file."""


@dataclass(frozen=True)
class Topic:
    """A pillar of the framework, or a topic beside the pillars."""

    __pydantic_config__ = STRICT

    name: Line
    """Its name."""
    letters: Annotated[str, Spelling(str, "Three capital letters.", pattern="[A-Z]{3}")]
    """The letters its rules' codes begin with."""
    says: Prose
    """What the framework says of it, in our words."""
    audit: Prose = ""
    """What the evidence says of that, in our words."""
    takeaway: Prose = ""
    """The framework's takeaway, in our words."""


@dataclass(frozen=True)
class Threshold:
    """A number a rule compares with."""

    __pydantic_config__ = STRICT

    value: Number
    """The number."""
    unit: Line
    """What it counts."""
    basis: Annotated[str, choice("framework", "evidence", "convention")]
    """Who set it: the framework, a trial, or nobody."""
    says: Prose
    """What the number decides."""
    claims: tuple[Id, ...] = ()
    """Claims that judge it."""


@dataclass(frozen=True)
class CountingRule:
    """How something is counted, in words; `generator/measure/` is what they mean."""

    __pydantic_config__ = STRICT

    term: Line
    """What is counted."""
    says: Prose
    """How, with `{threshold}` where a number stands."""
    claims: tuple[Id, ...] = ()
    """Claims that judge it; without one it is a convention."""


@dataclass(frozen=True)
class Word:
    """A word of the trade; it is defined by `says`, `counting` or `model`, just one of them."""

    __pydantic_config__ = STRICT

    term: Line
    """The word."""
    says: Prose = ""
    """What it means."""
    counting: Line = ""
    """The counting rule that says what it means, by its term."""
    model: Line = ""
    """The class of the model whose sentence says what it means, or `Class.field`."""
    names: tuple[Line, ...] = ()
    """Other words for it."""
    pattern: Line = ""
    """How it stands in a text, where the word and its names would be found too often."""
    claims: tuple[Id, ...] = ()
    """Claims about it."""
    everyday: Truth = False
    """`true` for a word that pages need not explain each time."""


@dataclass(frozen=True)
class WordGroup:
    """Words that belong together."""

    __pydantic_config__ = STRICT

    name: Line
    """The heading above them."""
    id: Id
    """Its place on the glossary page."""
    words: tuple[Word, ...]
    """The words, in the order readers meet them."""


@dataclass(frozen=True)
class Glossary:
    """The words of the trade, each defined once."""

    __pydantic_config__ = STRICT

    groups: tuple[WordGroup, ...] = ()
    """Words that belong together, group by group."""

    @property
    def words(self) -> tuple[Word, ...]:
        """All of them, in order."""
        return tuple(word for group in self.groups for word in group.words)


@dataclass(frozen=True)
class Framework:
    """The framework as data: pillars and topics, muscles, thresholds."""

    __pydantic_config__ = STRICT

    topics: dict[Annotated[str, choice(*TOPICS)], Topic]
    """Pillars and topics, in the order readers meet them."""
    muscles: dict[Annotated[str, choice(*MUSCLES)], Line]
    """What readers call each muscle."""
    thresholds: dict[Id, Threshold]
    """Every number that decides something."""
    counting: tuple[CountingRule, ...]
    """How everything is counted, in words."""

    def limit(self, threshold: str) -> Fraction:
        """The value of a threshold."""
        try:
            return self.thresholds[threshold].value
        except KeyError:
            raise GeneratorError(f"content/framework.yml has no threshold `{threshold}`") from None

    def limit_for(self, threshold: str, level: str) -> Fraction:
        """The value of a threshold that differs by level: `<threshold>-<level>`."""
        return self.limit(f"{threshold}-{level}")

    def filled(self, text: str) -> str:
        """A text with each `{threshold}` replaced by its number."""
        return re.sub(r"\{([a-z-]+)\}", lambda found: plain(self.limit(found[1])), text)


@dataclass(frozen=True)
class Library:
    """Everything a program may refer to."""

    exercises: Mapping[str, Exercise]
    claims: Mapping[str, Claim]
    sources: Mapping[str, Publication]
    framework: Framework
    glossary: Glossary = Glossary()
    programs: tuple[str, ...] = ()
    """Ids of the programs that exist, sorted."""
    search: SearchWords = field(default_factory=SearchWords)
    """What readers type into the search."""

    def standing(self, ids: Iterable[str]) -> tuple[Publication, ...]:
        """Those of some sources that something may rest on."""
        return tuple(self.sources[id_] for id_ in ids if self.sources[id_].stands)

    def fallen(self, ids: Iterable[str]) -> tuple[Publication, ...]:
        """Those of some sources that nothing may rest on."""
        return tuple(self.sources[id_] for id_ in ids if not self.sources[id_].stands)
