"""Programs side by side: all of them in one table, and any two or three in every fact.

The table is there for everybody. What the scripts lay side by side comes from
`generator.export.facts_json`, in the words of the guides.
"""

from dataclasses import dataclass

from generator.measure.hardest import hardest_week
from generator.measure.sets import fractional_sets
from generator.model.number import plain
from generator.plan import Plan
from generator.render.programs import in_order
from generator.render.templates import component
from generator.view.context import Context
from generator.view.page import Markdown, Page, Section
from generator.view.route import COMPARE, COUNTING, PROGRAMS, Links
from generator.view.weeks import loading_minutes
from generator.view.words import GOALS, LEVELS, span

COMPARED = {"quadriceps": "Quads", "hamstrings": "Hams", "gluteus-maximus": "Glutes"}
"""Muscles whose weekly sets stand in the table, with a short head for a phone."""


@dataclass(frozen=True)
class ComparedRow:
    """A program as a line of the table."""

    id: str
    title: str
    href: str
    under: str
    numbers: tuple[str, ...]


def page(context: Context) -> Page:
    """The comparison."""
    links = Links(COMPARE)
    plans = in_order(context.plans)
    intro = (
        "The same numbers of every program, as its guide counts them: "
        f"[how we count]({links.file('page', COUNTING)}). To choose by days, minutes or "
        f"equipment, go to [all programs]({links.file('page', PROGRAMS)})."
    )
    table = component(
        "comparison.html",
        caption="Days, weeks, minutes a session (deload weeks left out), and fractional sets in "
        "the hardest week",
        columns=("Days", "Weeks", "Min.", *COMPARED.values()),
        rows=tuple(_row(plan, links) for plan in plans),
    )
    return Page(
        COMPARE,
        "Compare programs",
        "Leg-training programs side by side: days, weeks, minutes, sets per muscle, rules passed.",
        (
            Section((Markdown(intro), component("versus.html"))),
            Section((table,), "All programs", id="all"),
        ),
        {"hide": ["navigation", "toc"]},
    )


def _row(plan: Plan, links: Links) -> ComparedRow:
    program = plan.program
    sets = fractional_sets(hardest_week(plan).sets, plan.framework)
    return ComparedRow(
        program.id,
        program.title,
        links.url("program", program.id),
        f"{LEVELS[program.level]} · {GOALS[program.goal]}",
        (
            span(len(week.days) for week in plan.weeks),
            str(program.weeks),
            loading_minutes(plan),
            *(plain(sets[muscle], 1) if muscle in sets else "0" for muscle in COMPARED),
        ),
    )
