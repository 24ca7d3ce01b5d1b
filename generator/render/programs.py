"""The index of the programs: a card for each, by level, and one table to compare them."""

from dataclasses import dataclass

from markupsafe import Markup

from generator.measure.duration import session_minutes
from generator.measure.sets import fractional_sets
from generator.model.number import plain
from generator.model.program import LEVELS as LEVEL_ORDER
from generator.plan import Plan
from generator.render.context import Context
from generator.render.page import Markdown, Page, Section
from generator.render.prose import inline_html
from generator.render.route import PROGRAMS, Links
from generator.render.templates import component
from generator.render.weeks import days_a_week, hardest_week, loading_minutes
from generator.render.words import EQUIPMENT, GOALS, LEVELS, counted, sentence, span

COMPARED = {"quadriceps": "Quads", "hamstrings": "Hams", "gluteus-maximus": "Glutes"}
"""Muscles whose weekly sets stand in the comparison, with a short head for a phone."""


@dataclass(frozen=True)
class ProgramCard:
    """One program on the index, with plain values for scripts that filter."""

    id: str
    title: str
    href: str
    summary: Markup
    tags: tuple[str, ...]
    kit: str
    level: str
    goal: str
    days: str
    weeks: str
    minutes: str
    equipment: str


def page(context: Context) -> Page:
    """The index."""
    links = Links(PROGRAMS)
    plans = in_order(context.plans)
    sections = [
        Section(
            (
                Markdown(
                    f"{counted(len(plans), 'program')}, written out week by week and checked by "
                    "the same rules. Days are training days for legs."
                ),
            )
        )
    ]
    for level in LEVEL_ORDER:
        cards = [program_card(plan, links) for plan in plans if plan.program.level == level]
        if cards:
            body = component("program_cards.html", cards=cards)
            sections.append(Section((body,), LEVELS[level], id=level))
    sections.append(_comparison(plans, links))
    return Page(
        PROGRAMS,
        "Programs",
        "Every leg-training program with its level, days, weeks, minutes and equipment.",
        tuple(sections),
        {"hide": ["navigation"]},
    )


def in_order(plans: tuple[Plan, ...]) -> tuple[Plan, ...]:
    """Programs by level, then days a week, then weeks, then title."""
    return tuple(
        sorted(
            plans,
            key=lambda plan: (
                LEVEL_ORDER.index(plan.program.level),
                max(len(week.days) for week in plan.weeks),
                plan.program.weeks,
                plan.program.title.casefold(),
                plan.program.id,
            ),
        )
    )


def program_card(plan: Plan, links: Links) -> ProgramCard:
    """The card of a program."""
    program = plan.program
    return ProgramCard(
        program.id,
        program.title,
        links.url("program", program.id),
        Markup(inline_html(program.summary, links)),
        (
            LEVELS[program.level],
            GOALS[program.goal],
            days_a_week(plan),
            counted(program.weeks, "week"),
            f"{loading_minutes(plan)} minutes",
        ),
        sentence(", ".join(EQUIPMENT[item] for item in program.equipment)),
        program.level,
        program.goal,
        str(max(len(week.days) for week in plan.weeks)),
        str(program.weeks),
        str(_longest(plan)),
        " ".join(program.equipment),
    )


def _longest(plan: Plan) -> int:
    """Minutes of the longest session."""
    return max(
        session_minutes(session, plan.framework) for week in plan.weeks for session in week.sessions
    )


def _comparison(plans: tuple[Plan, ...], links: Links) -> Section:
    rows = []
    for plan in plans:
        sets = fractional_sets(hardest_week(plan).sets, plan.framework)
        numbers = (
            span(len(week.days) for week in plan.weeks),
            str(plan.program.weeks),
            loading_minutes(plan),
            *(plain(sets[muscle], 1) if muscle in sets else "0" for muscle in COMPARED),
        )
        rows.append((plan.program.title, links.url("program", plan.program.id), numbers))
    body = component(
        "comparison.html",
        caption="Days, weeks, minutes a session (deload weeks left out), and fractional sets in "
        "the hardest week",
        columns=("Days", "Weeks", "Min.", *COMPARED.values()),
        rows=rows,
    )
    return Section((body,), "Side by side", id="compare")
