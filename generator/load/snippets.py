"""What an editor offers to write for you: parts of a program that are right as they come.

A snippet is a part of a file with places to fill in, written `${like this}`; what stands in them
is taken when nothing else is typed. Each snippet is accepted as it stands.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from itertools import count
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
        places = count(1)

        def numbered(part: Any) -> Any:
            """The places in the order an editor jumps through them."""
            if isinstance(part, dict):
                return {key: numbered(inner) for key, inner in part.items()}
            if isinstance(part, list):
                return [numbered(inner) for inner in part]
            return re.sub(r"\$\{", lambda _: f"${{{next(places)}:", part)

        return {"label": self.label, "description": self.says, "body": numbered(self.body)}


# A `^` in front keeps an editor from putting a number in quotes.
_EXERCISE: Body = {
    "exercise": "${goblet-squat}",
    "sets": "^${3}",
    "reps": "${8-12}",
    "rir": "^${2}",
    "rest": "${2 min}",
}
_SUPERSET: Body = {
    "superset": [
        {"exercise": "${leg-extension}", "sets": "^${3}", "reps": "${12-15}", "rir": "^1"},
        {"exercise": "${seated-leg-curl}", "sets": "^${3}", "reps": "${12-15}", "rir": "^1"},
    ],
    "rest": "${60 s}",
}
_SESSION: Body = {
    "name": "${Heavy legs}",
    "day": "${monday}",
    "warmup": ["${Walk briskly or cycle for five minutes.}"],
    "exercises": [_EXERCISE],
}
_BLOCK: Body = {"name": "${Build}", "weeks": "^${4}", "sessions": [_SESSION]}
_TAKEAWAY: Body = {
    "text": "${Go as deep as you can with control.}",
    "pillar": "${technique}",
    "claims": ["${full-range-of-motion}"],
}

SNIPPETS: Mapping[str, tuple[Snippet, ...]] = {
    "Program": (
        Snippet(
            "a whole program",
            "The least a program needs; the checker says what would make it better.",
            {
                "title": "${My leg program}",
                "summary": "${Four weeks of one leg day.}",
                "level": "${beginner}",
                "goal": "${hypertrophy}",
                "equipment": ["${dumbbell}"],
                "session_minutes": "^${45}",
                "authors": [{"name": "${A. Lifter}"}],
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
                "name": "${Deload}",
                "weeks": "^${1}",
                "deload": "^true",
                "like": "${Build}",
                "sets": "${50%}",
                "rir": "^${4}",
            },
        ),
    ),
    "Session": (Snippet("a session", "A training day with its first exercise.", _SESSION),),
    "Prescription": (
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
                "rule": "${OVL001}",
                "reason": "${Loads follow the lifter here, so volume is not set week by week.}",
            },
        ),
    ),
    "Progression": (
        Snippet(
            "a progression",
            "Repetitions first, then load, and what to do when that stops.",
            {
                "kind": "${double}",
                "text": "${When all sets reach the top of the range, add load next time.}",
                "step": "${2.5 kg}",
                "stall": {"after": "^${2}", "cut": "${10%}"},
            },
        ),
    ),
    "Recovery": (
        Snippet(
            "recovery",
            "Sleep and rest days.",
            {
                "sleep": "${7-9 h}",
                "text": "${Leave two days between leg days.}",
                "deload_when": "${Take an easy week when two sessions in a row get worse.}",
            },
        ),
    ),
    "Nutrition": (
        Snippet(
            "nutrition",
            "Protein and energy.",
            {
                "protein": "${1.6-2.2 g/kg}",
                "energy": "${maintenance}",
                "text": "${Eat protein at each meal.}",
            },
        ),
    ),
}
"""Snippets by the part of the schema they begin."""
