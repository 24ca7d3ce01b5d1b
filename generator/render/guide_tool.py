"""What the tools of a guide are told: its exercises with their equipment, and repeated weeks.

It stands in the page as JSON in an attribute, so that the first look at loads costs no request.
"""

from collections.abc import Mapping

from markupsafe import Markup

from generator.intensity import curve_name
from generator.measure.sets import is_weighted
from generator.model import Exercise
from generator.plan import Plan
from generator.render.templates import component
from generator.view.inert import inert
from generator.view.page import Html
from generator.view.words import EQUIPMENT

MOST_SUBSTITUTES = 3
"""Exercises to name beside the author's own swaps, for equipment that fits none of them."""


def tool_opener() -> Html:
    """The way to the tools near the top of a guide, with room for the session left off at."""
    return component("tools_top.html")


def tools(plan: Plan, repeats: Mapping[int, int]) -> Html:
    """The tools of the weeks: my loads, the scales, and what their scripts are told."""
    return component("tools.html", told=told(plan, repeats))


def told(plan: Plan, repeats: Mapping[int, int]) -> Markup:
    """What scripts are told of a program, for an attribute between single quotes."""
    return Markup(inert(_told(plan, repeats), "<>&'"))


def picker() -> Html:
    """Room for the choice of a session, which stays in view while the weeks are read."""
    return component("picker.html")


def _told(plan: Plan, repeats: Mapping[int, int]) -> Mapping[str, object]:
    found = {item.id: item for item in plan.exercises}
    weighted = {
        entry.exercise.id
        for week in plan.weeks
        for _, entry in week.entries
        if is_weighted(entry.first, plan) and entry.first.intensity
    }
    for entry in plan.prescriptions:
        found |= {item.id: item for item in entry.swaps}
    for item in plan.exercises:
        found |= {id_: plan.library.exercises[id_] for id_ in _substitutes(item)}
    exercises = {
        item.id: _exercise(item, item.id in weighted, item in plan.exercises)
        for item in found.values()
    }
    used = {thing for item in found.values() for way in item.equipment for thing in way}
    return {
        "program": plan.program.id,
        "equipment": list(plan.program.equipment),
        "names": {id_: name for id_, name in EQUIPMENT.items() if id_ in used - {"bodyweight"}},
        "repeats": {number: first for number, first in repeats.items() if number != first},
        "exercises": exercises,
    }


def _exercise(item: Exercise, weighted: bool, own: bool) -> Mapping[str, object]:
    """What is not so is left out."""
    told: dict[str, object] = {"name": item.name, "ways": [list(way) for way in item.equipment]}
    if curve_name(item) != "general":
        told["curve"] = curve_name(item)
    if weighted:
        told["weighted"] = True
    if own and (substitutes := _substitutes(item)):
        told["instead"] = list(substitutes)
    return told


def _substitutes(item: Exercise) -> tuple[str, ...]:
    return item.substitutes[:MOST_SUBSTITUTES]
