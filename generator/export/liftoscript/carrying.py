"""The same program as Liftosaur's import file, and as a link that opens it there."""

import base64
import struct
import zlib
from collections.abc import Mapping
from typing import Any
from urllib.parse import quote

from generator.export.json_text import dense, in_lines
from generator.export.liftoscript.amounts import Unit
from generator.export.liftoscript.losses import missing
from generator.export.liftoscript.names import own_name, their_name
from generator.export.liftoscript.script import script
from generator.model import Exercise
from generator.plan import Plan

OPENS = "https://www.liftosaur.com/planner?data="
VERSION = "20260702120000"
"""The app's version whose shape of the file this is; it brings older ones up to date."""
REST = 180
"""Seconds between sets where nothing is said, as the app has it."""
MUSCLES = {
    "quadriceps": "Quadriceps",
    "rectus-femoris": "Quadriceps",
    "hamstrings": "Hamstrings",
    "gluteus-maximus": "Gluteus Maximus",
    "gluteus-medius": "Gluteus Medius",
    "adductors": "Adductor Magnus",
    "gastrocnemius": "Gastrocnemius",
    "soleus": "Soleus",
    "tibialis-anterior": "Tibialis Anterior",
    "erector-spinae": "Erector Spinae",
    "core": "Rectus Abdominis",
}
"""Our muscles by the app's names."""


def import_file(plan: Plan, unit: Unit, address: str = "") -> bytes:
    """The JSON that the app imports, with the exercises it does not have."""
    return in_lines(_document(plan, unit, address))


def link(plan: Plan, unit: Unit, address: str = "") -> str:
    """The address that opens a program in the app; the program is in it, nothing is uploaded."""
    packed = base64.b64encode(_gzip(dense(_document(plan, unit, address)))).decode()
    wrapped = base64.b64encode(f"data:application/octet-stream;base64,{packed}".encode()).decode()
    return OPENS + quote(wrapped, safe="")


def _gzip(data: bytes) -> bytes:
    """gzip with a header of our own: without a time, and the same on each system."""
    deflate = zlib.compressobj(9, zlib.DEFLATED, -zlib.MAX_WBITS)
    body = deflate.compress(data) + deflate.flush()
    header = b"\x1f\x8b\x08\x00\x00\x00\x00\x00\x02\xff"
    return header + body + struct.pack("<II", zlib.crc32(data), len(data))


def _document(plan: Plan, unit: Unit, address: str) -> Mapping[str, Any]:
    made = script(plan, unit, own=True, address=address)
    return {
        "type": "v2",
        "version": VERSION,
        "id": f"four-pillars-{plan.program.id}",
        "program": {
            "vtype": "planner",
            "name": " ".join(plan.program.title.split()),
            "weeks": [
                {
                    "name": week.name,
                    "description": "\n\n".join(week.note),
                    "days": [
                        {
                            "name": day.name,
                            "description": "\n\n".join(day.note),
                            "exerciseText": "\n".join(day.lines),
                        }
                        for day in week.days
                    ],
                }
                for week in made.weeks
            ],
        },
        "settings": {"exercises": _own(plan), "timer": REST},
    }


def _own(plan: Plan) -> Mapping[str, Any]:
    """The exercises that the app is to learn."""
    names = {
        entry.exercise.id: own_name(entry, plan)
        for week in plan.weeks
        for _, entry in week.entries
        if their_name(entry, plan) is None
    }
    found = {}
    for exercise in missing(plan):
        id_ = f"four_pillars_{exercise.id.replace('-', '_')}"
        found[id_] = {
            "vtype": "custom_exercise",
            "id": id_,
            "name": names[exercise.id],
            "isDeleted": False,
            "types": ["lower", "legs"],
            "meta": {"bodyParts": [], **_muscles(exercise)},
        }
    return found


def _muscles(exercise: Exercise) -> Mapping[str, list[str]]:
    """What it trains: its prime muscles, and those that help."""
    target = {MUSCLES[muscle]: None for muscle in exercise.muscles if muscle in exercise.prime}
    helping = {MUSCLES[muscle]: None for muscle in exercise.muscles}
    return {
        "targetMuscles": list(target),
        "synergistMuscles": [name for name in helping if name not in target],
    }
