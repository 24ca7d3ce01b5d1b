"""A program laid out week by week as JSON: what tools of the site and other apps read.

Numbers are plain JSON numbers with their unit in the name (`rest_seconds`, `percent`), ranges are
`{"low", "high"}`, and what is not said is `null`. Beside the numbers stands the text as printed.
"""

from collections.abc import Mapping
from itertools import groupby
from typing import Any

from generator.intensity import curve_name
from generator.measure.duration import session_minutes
from generator.measure.sets import is_weighted
from generator.model import Exercise
from generator.model.number import json_number
from generator.model.quantity import Between, Load, Reps
from generator.plan import Entry, Plan, PlannedSession, PlannedSet, Week
from generator.view.prose import without_markup
from generator.view.special_sets import RANGES, special_set
from generator.view.weeks import longest_session, most_days, session_anchors
from generator.view.words import amount

SCHEMA = "pillars-program/1"
"""Changes when the shape of the document does."""

Json = Mapping[str, Any]


def program_json(plan: Plan) -> Json:
    """A whole program."""
    program = plan.program
    return {
        "schema": SCHEMA,
        **program_facts(plan),
        "authors": [author.name for author in program.authors],
        "exercises": {item.id: _exercise(item) for item in _exercises(plan)},
        "plan": [_week(week, plan) for week in plan.weeks],
    }


def program_facts(plan: Plan) -> Json:
    """What a catalogue says of a program."""
    program = plan.program
    return {
        "id": program.id,
        "title": program.title,
        "summary": without_markup(program.summary),
        "level": program.level,
        "goal": program.goal,
        "weeks": len(plan.weeks),
        "days_a_week": most_days(plan),
        "session_minutes": longest_session(plan),
        "equipment": list(program.equipment),
    }


def _exercises(plan: Plan) -> list[Exercise]:
    """The exercises it uses and those that may stand in for them."""
    found = {item.id: item for item in plan.exercises}
    for entry in plan.prescriptions:
        found |= {item.id: item for item in entry.swaps}
    return list(found.values())


def _exercise(exercise: Exercise) -> Json:
    return {
        "name": exercise.name,
        "ways": [list(way) for way in exercise.equipment],
        "one_sided": exercise.laterality == "unilateral",
        "jump": exercise.jump,
        "curve": curve_name(exercise),
        "setup": [without_markup(text) for text in exercise.setup],
        "cues": [without_markup(text) for text in exercise.cues],
        "safety": without_markup(exercise.safety),
    }


def _week(week: Week, plan: Plan) -> Json:
    return {
        "week": week.number,
        "block": week.block.name,
        "deload": week.deload,
        "sessions": [
            _session(session, anchor, plan) for anchor, session in session_anchors(week).items()
        ],
    }


def _session(session: PlannedSession, anchor: str, plan: Plan) -> Json:
    turns = groupby(session.entries, key=lambda entry: entry.item_keys)
    return {
        "name": session.name,
        "day": session.day,
        "anchor": anchor,
        "minutes": session_minutes(session, plan.framework),
        "warmup": [without_markup(step) for step in session.session.warmup],
        "note": without_markup(session.session.note),
        "turns": [_turn(tuple(entries), plan) for _, entries in turns],
    }


def _turn(entries: tuple[Entry, ...], plan: Plan) -> Json:
    """Exercises done in turn with one rest a round, or one that is done alone."""
    rest = entries[0].first.rest
    return {
        "kind": entries[0].group or "single",
        "rest": str(rest or ""),
        "rest_seconds": _range(rest),
        "exercises": [_entry(entry, plan) for entry in entries],
    }


def _entry(entry: Entry, plan: Plan) -> Json:
    item = entry.prescription
    partial = RANGES.get(item.range_of_motion, "")
    notes = (special_set(entry), partial, item.note)
    return {
        "label": entry.label,
        "exercise": entry.exercise.id,
        "amount": amount(entry),
        "weighted": is_weighted(entry.first, plan),
        "sets": [_set(set_) for set_ in entry.sets],
        "warmup": [{"reps": step.reps, "percent": json_number(step.share)} for step in item.warmup],
        "notes": [without_markup(text) for text in notes if text],
        "swaps": [
            {"exercise": swap.exercise, "when": without_markup(swap.when)} for swap in item.swap
        ],
    }


def _set(set_: PlannedSet) -> Json:
    return {
        "type": set_.set_type,
        "reps": _reps(set_.reps),
        "load": _load(set_.load),
        "rir": _range(set_.rir),
        "percent": {
            "value": json_number(set_.intensity.percent),
            "estimated": set_.intensity.estimated,
        }
        if set_.intensity
        else None,
        "tempo": str(set_.tempo) if set_.tempo else None,
        "seconds_a_rep": set_.tempo.seconds if set_.tempo else None,
    }


def _reps(reps: Reps) -> Json:
    return {"text": str(reps), **_ends(reps), "unit": reps.unit, "open": reps.open}


def _load(load: Load | None) -> Json | None:
    return {"text": str(load), "kind": load.kind, **_ends(load)} if load else None


def _range(value: Between | None) -> Json | None:
    return _ends(value) if value else None


def _ends(value: Between) -> Json:
    return {"low": json_number(value.low), "high": json_number(value.high)}
