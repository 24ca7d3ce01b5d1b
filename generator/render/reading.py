"""How to read the tables of a guide: the signs it uses, each explained once."""

from generator.measure.sets import is_weighted
from generator.plan import Plan
from generator.render.templates import component
from generator.view.glossary import meaning_of
from generator.view.page import Html
from generator.view.route import NUMBERS, Links


def reading(plan: Plan, links: Links) -> Html:
    """The explanations, folded up."""
    return component("reading.html", terms=terms(plan), glossary=links.url("page", NUMBERS))


def terms(plan: Plan) -> tuple[tuple[str, str], ...]:
    """Signs and what they mean, without those this program does not use."""
    entries = [entry for week in plan.weeks for _, entry in week.entries]
    sets = [entry.first for entry in entries]
    every = (
        (
            True,
            "4 × 6–8",
            "Four working sets of six to eight repetitions. Warm-up sets come on top.",
        ),
        (
            any(set_.reps.open for set_ in sets),
            "8+",
            "As many clean repetitions as you can, eight or more.",
        ),
        (
            any(set_.exercise.laterality == "unilateral" for set_ in sets),
            "Each side",
            "Left and right together are one set; the repetitions are those of one side.",
        ),
        (
            any(set_.intensity and is_weighted(set_, plan) for set_ in sets),
            "72 %",
            (
                f"Share of the 1RM: {meaning_of('1RM', plan.library)} With ≈ it is our estimate "
                "from repetitions and effort, not an order."
            ),
        ),
        (
            any(set_.rir for set_ in sets),
            "RIR",
            meaning_of("RIR", plan.library),
        ),
        (
            any(set_.load and set_.load.kind == "rpe" for set_ in sets),
            "RPE 8",
            meaning_of("RPE", plan.library),
        ),
        (
            any(set_.tempo for set_ in sets),
            "3-1-1-0",
            meaning_of("Tempo", plan.library),
        ),
        (
            any(entry.group for entry in entries),
            "A1, A2",
            "Done in turn, one set of each, with one rest after the round.",
        ),
        (
            True,
            "Tension, metabolic, neural",
            plan.framework.filled(
                "The pillars a set counts for. A hard set at {tension-load-low} to "
                "{tension-load-high} % is tension; a short rest or a special set makes it "
                "metabolic; a jump, a pause, an explosive or a slow phase makes it neural."
            ),
        ),
    )
    return tuple((term, text) for used, term, text in every if used)
