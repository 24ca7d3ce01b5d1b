"""Technique cues for every exercise of a program, short enough to read at the rack."""

from dataclasses import dataclass

from markupsafe import Markup

from generator.model import Exercise
from generator.plan import Plan
from generator.render.templates import component
from generator.view.page import Html
from generator.view.prose import inline_html
from generator.view.route import Links

MOST_CUES = 4
"""More cues than this nobody keeps in mind; the exercise's page has them all."""


@dataclass(frozen=True)
class TechniqueCard:
    """One exercise: what to think of, how far to go, how to stay safe."""

    id: str
    name: str
    href: str
    cues: tuple[Markup, ...]
    points: tuple[tuple[str, Markup], ...]
    """Range, safety and the fault to watch for, as name and words."""


def technique_card(exercise: Exercise, links: Links) -> TechniqueCard:
    """The card of an exercise; its first fault is the one that matters most."""
    points = [("Range", exercise.range_of_motion), ("Safety", exercise.safety)]
    if exercise.faults:
        fault = exercise.faults[0]
        points.append(("Watch for", f"{fault.fault.rstrip('.')}. {fault.fix}"))
    return TechniqueCard(
        f"technique-{exercise.id}",
        exercise.name,
        links.url("exercise", exercise.id),
        tuple(Markup(inline_html(cue, links)) for cue in exercise.cues[:MOST_CUES]),
        tuple((name, Markup(inline_html(text, links))) for name, text in points if text),
    )


def technique(plan: Plan, links: Links) -> Html:
    """The cards of all exercises, in the order they first appear."""
    return component(
        "technique.html", cards=[technique_card(item, links) for item in plan.exercises]
    )
