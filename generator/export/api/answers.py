"""The kinds of answers there are: where each lies, what it holds and what it is for.

One list, from which the OpenAPI document and the page about the data are made.
"""

from dataclasses import dataclass

from generator.export.api import addresses
from generator.export.api.shapes.framework import Framework, Glossary, Index, Rule, Rules
from generator.export.api.shapes.library import (
    Claim,
    Claims,
    Exercise,
    Exercises,
    Source,
    Sources,
)
from generator.export.api.shapes.plan import Plan
from generator.export.api.shapes.program import Program, Programs
from generator.export.api.shapes.report import Report
from generator.view.route import program_file, report_file


@dataclass(frozen=True)
class Answer:
    """One kind of answer."""

    path: str
    """Its file below the site's root; `{program}` and the like stand for an id."""
    name: str
    """Its name in the OpenAPI document."""
    tag: str
    """What it is about."""
    says: str
    """What it is, in a few words."""
    more: str
    """What it holds and what it is for, in a sentence."""
    shape: type
    """What it holds, field by field."""

    @property
    def parameter(self) -> str:
        """What an id in its path names; empty where it is one file."""
        _, brace, rest = self.path.partition("{")
        return rest.partition("}")[0] if brace else ""

    def file(self, id_: str) -> str:
        """The file of the answer about something."""
        return self.path.replace(f"{{{self.parameter}}}", id_)


TAGS = {
    "start": "The way in.",
    "programs": "Programs, their sets and what the rules say of them.",
    "library": "Exercises, and the words of the trade.",
    "framework": "The framework: pillars, rules, numbers.",
    "evidence": "Claims about training, and the publications behind them.",
}
"""What answers are about, in order."""

ANSWERS = (
    Answer(
        addresses.INDEX, "getIndex", "start", "The way in",
        "Licence, attribution and the lists to start from.", Index,
    ),
    Answer(
        addresses.PROGRAMS, "listPrograms", "programs", "All programs",
        "Level, goal, weeks, days, minutes and equipment of each, and where to go on.", Programs,
    ),
    Answer(
        addresses.of_program("{program}"), "getProgram", "programs", "A program in words",
        "Takeaways, audience, progression, recovery, nutrition, questions, deviations and changes, "
        "as its author wrote them.", Program,
    ),
    Answer(
        program_file("{program}"), "getPlan", "programs", "A program laid out, set by set",
        "Every set of every week with repetitions, load, reserve, tempo and rest. The tools on the "
        "guides read this file.", Plan,
    ),
    Answer(
        report_file("{program}"), "getReport", "programs", "The framework report of a program",
        "What each rule allows, what it measured, what it said, and the evidence on it.", Report,
    ),
    Answer(
        addresses.EXERCISES, "listExercises", "library", "All exercises",
        "Movement, muscles, equipment and skill of each.", Exercises,
    ),
    Answer(
        addresses.of_exercise("{exercise}"), "getExercise", "library", "An exercise",
        "Set-up, cues, faults, range of motion, safety, what can stand in for it.", Exercise,
    ),
    Answer(
        addresses.GLOSSARY, "getGlossary", "library", "The words of the trade",
        "Each word with its meaning.", Glossary,
    ),
    Answer(
        addresses.FRAMEWORK, "getFramework", "framework", "Pillars, thresholds and counting rules",
        "Every number that decides something, with its unit, who set it and the claims that "
        "judge it.", Framework,
    ),
    Answer(
        addresses.RULES, "listRules", "framework", "All rules",
        "What each allows, whose rule it is and what it stands on.", Rules,
    ),
    Answer(
        addresses.of_rule("{rule}"), "getRule", "framework", "A rule",
        "Its page, and what it measured in each program.", Rule,
    ),
    Answer(
        addresses.CLAIMS, "listClaims", "evidence", "All claims",
        "Statement, verdict and certainty of each.", Claims,
    ),
    Answer(
        addresses.of_claim("{claim}"), "getClaim", "evidence", "A claim",
        "The reasoning behind its verdict, its sources, and what would change it.", Claim,
    ),
    Answer(
        addresses.SOURCES, "listSources", "evidence", "All sources",
        "Authors, year, title and address of each publication.", Sources,
    ),
    Answer(
        addresses.of_source("{source}"), "getSource", "evidence", "A source",
        "What it found, what limits it and what rests on it.", Source,
    ),
)  # fmt: skip
"""All of them, in the order of the OpenAPI document."""
