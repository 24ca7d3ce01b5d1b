"""The values everything else works on: frozen, plain, documented field by field."""

from generator.model.library import (
    Claim,
    CountingRule,
    Exercise,
    Fault,
    Framework,
    Glossary,
    Library,
    Publication,
    Threshold,
    Topic,
    Word,
)
from generator.model.program import (
    Audience,
    Block,
    Deviation,
    Group,
    Prescription,
    Program,
    Session,
    Takeaway,
    prescriptions,
)
from generator.model.search_words import Leaning, Meaning, SearchWords
from generator.model.weekly import Weekly

__all__ = [
    "Audience",
    "Block",
    "Claim",
    "CountingRule",
    "Deviation",
    "Exercise",
    "Fault",
    "Framework",
    "Glossary",
    "Group",
    "Leaning",
    "Library",
    "Meaning",
    "Prescription",
    "Program",
    "Publication",
    "SearchWords",
    "Session",
    "Takeaway",
    "Threshold",
    "Topic",
    "Weekly",
    "Word",
    "prescriptions",
]
