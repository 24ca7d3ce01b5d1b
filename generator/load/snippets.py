"""What an editor offers to write for you: parts of a program that are right as they come.

A snippet is a part of a file with places to fill in, `${1:the first}`, `${2:the second}` and so
on; what stands in them is taken when nothing else is typed. Each is accepted as it stands.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

Body = dict[str, Any]


@dataclass(frozen=True)
class Snippet:
    """A part of a file to begin with."""

    label: str
    """What it is called in the list an editor shows."""
    says: str
    """One sentence about it."""
    body: Body
    """The fields it writes."""

    def schema(self) -> dict[str, Any]:
        """The snippet as language servers for YAML read it."""
        return {"label": self.label, "description": self.says, "body": self.body}


# A `^` in front keeps an editor from putting a number in quotes.
_EXERCISE: Body = {
    "exercise": "${1:goblet-squat}",
    "sets": "^${2:3}",
    "reps": "${3:8-12}",
    "rir": "^${4:2}",
    "rest": "${5:2 min}",
}
_SUPERSET: Body = {
    "superset": [
        {"exercise": "${1:leg-extension}", "sets": "^${2:3}", "reps": "${3:12-15}", "rir": "^1"},
        {"exercise": "${4:seated-leg-curl}", "sets": "^${2:3}", "reps": "${5:12-15}", "rir": "^1"},
    ],
    "rest": "${6:60 s}",
}
_SESSION: Body = {
    "name": "${1:Heavy legs}",
    "day": "${2:monday}",
    "warmup": ["${3:Walk briskly or cycle for five minutes.}"],
    "exercises": [_EXERCISE],
}
_BLOCK: Body = {"name": "${1:Build}", "weeks": "^${2:4}", "sessions": [_SESSION]}
_TAKEAWAY: Body = {
    "text": "${1:Go as deep as you can with control.}",
    "pillar": "${2:technique}",
    "claims": ["${3:full-range-of-motion}"],
}

SNIPPETS: Mapping[str, tuple[Snippet, ...]] = {
    "Program": (
        Snippet(
            "a whole program",
            "The least a program needs; the checker says what would make it better.",
            {
                "title": "${1:My leg program}",
                "summary": "${2:Four weeks of one leg day.}",
                "level": "${3:beginner}",
                "goal": "${4:hypertrophy}",
                "equipment": ["${5:dumbbell}"],
                "session_minutes": "^${6:45}",
                "authors": [{"name": "${7:A. Lifter}"}],
                "takeaways": [_TAKEAWAY],
                "blocks": [_BLOCK],
            },
        ),
    ),
    "Block": (
        Snippet("a block", "Weeks that share sessions, with the first of them.", _BLOCK),
        Snippet(
            "a deload block",
            "A lighter week: the sessions of an earlier block with half the sets.",
            {
                "name": "${1:Deload}",
                "weeks": "^${2:1}",
                "deload": "^true",
                "like": "${3:Build}",
                "sets": "${4:50%}",
                "rir": "^${5:4}",
            },
        ),
    ),
    "Session": (Snippet("a session", "A training day with its first exercise.", _SESSION),),
    "Item": (
        Snippet("an exercise", "One exercise with sets, repetitions, reserve and rest.", _EXERCISE),
        Snippet("a superset", "Two exercises done in turn, with one rest a round.", _SUPERSET),
    ),
    "Takeaway": (
        Snippet("a takeaway", "One thing to remember, and the claim it stands on.", _TAKEAWAY),
    ),
    "Deviation": (
        Snippet(
            "a deviation",
            "A rule the program departs from, with the reason readers will see.",
            {
                "rule": "${1:OVL001}",
                "reason": "${2:Loads follow the lifter here, so volume is not set week by week.}",
            },
        ),
    ),
    "Progression": (
        Snippet(
            "a progression",
            "Repetitions first, then load, and what to do when that stops.",
            {
                "kind": "${1:double}",
                "text": "${2:When all sets reach the top of the range, add load next time.}",
                "step": "${3:2.5 kg}",
                "stall": {"after": "^${4:2}", "cut": "${5:10%}"},
            },
        ),
    ),
    "Recovery": (
        Snippet(
            "recovery",
            "Sleep and rest days.",
            {
                "sleep": "${1:7-9 h}",
                "text": "${2:Leave two days between leg days.}",
                "deload_when": "${3:Take an easy week when two sessions in a row get worse.}",
            },
        ),
    ),
    "Nutrition": (
        Snippet(
            "nutrition",
            "Protein and energy.",
            {
                "protein": "${1:1.6-2.2 g/kg}",
                "energy": "${2:maintenance}",
                "text": "${3:Eat protein at each meal.}",
            },
        ),
    ),
}
"""Snippets by the part of the schema they begin; an `Item` is an entry of `exercises`."""
