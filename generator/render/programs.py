"""The index of the programs: a card for each, by level, and a finder over them."""

from collections.abc import Iterable
from dataclasses import dataclass

from markupsafe import Markup

from generator.model.kits import LADDER, OWNABLE
from generator.model.program import LEVELS as LEVEL_ORDER
from generator.plan import Plan
from generator.render.templates import component
from generator.view.context import Context
from generator.view.kit import KitTable
from generator.view.page import Html, Markdown, Page, Section
from generator.view.prose import inline_html
from generator.view.route import COMPARE, PROGRAMS, Links
from generator.view.weeks import days_a_week, loading_minutes, longest_session, most_days
from generator.view.words import EQUIPMENT, GOALS, LEVELS, capital, counted, sentence

SORTS = (
    ("level", "By level"),
    ("days", "Fewest days"),
    ("minutes", "Shortest sessions"),
    ("weeks", "Fewest weeks"),
    ("title", "By name"),
    ("swaps", "Fewest swaps"),
)
"""Orders a reader may ask for; the first is the one that the page is written in."""
PRESETS = (
    ("Any", "any"),
    ("Nothing", ""),
    *((kit.words, " ".join(kit.equipment)) for kit in LADDER),
)
"""What people often own, for one tap; the first does not ask."""
STEP = 5
"""Minutes between two limits of a session that can be chosen."""

Options = tuple[tuple[str, str], ...]
"""Values with their words."""


@dataclass(frozen=True)
class ProgramCard:
    """One program on the index, with plain values for the finder."""

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
    slots: str
    """What it asks equipment for, as `generator.view.kit` writes it."""


@dataclass(frozen=True)
class Filters:
    """What the finder lets a reader choose: only what some program has."""

    found: str
    compare: str
    """Where chosen programs are laid side by side."""
    kit: Markup
    sorts: Options
    days: Options
    levels: Options
    goals: Options
    minutes: Options
    weeks: Options
    presets: Options
    items: Options


def page(context: Context) -> Page:
    """The index."""
    links = Links(PROGRAMS)
    plans = in_order(context.plans)
    table = KitTable(plans)
    intro = (
        f"{counted(len(plans), 'program')}, written out week by week and checked by the same "
        "rules. Days are training days for legs. "
        f"[See all of them in one table]({links.file('page', COMPARE)})."
    )
    sections = [Section((Markdown(intro), filters(plans, table, links)))]
    for level in LEVEL_ORDER:
        cards = [program_card(plan, table, links) for plan in plans if plan.program.level == level]
        if cards:
            body = component("program_cards.html", cards=cards)
            sections.append(Section((body,), LEVELS[level], id=level))
    return Page(
        PROGRAMS,
        "Programs",
        "Every leg-training program with its level, days, weeks, minutes and equipment.",
        tuple(sections),
        # the headings come and go with the filters
        {"hide": ["navigation", "toc"]},
    )


def filters(plans: tuple[Plan, ...], table: KitTable, links: Links) -> Html:
    """The finder's form; it shows where scripts run."""
    programs = [plan.program for plan in plans]
    minutes = [longest_session(plan) for plan in plans]
    return component(
        "program_filters.html",
        filters=Filters(
            counted(len(plans), "program"),
            links.url("page", COMPARE),
            table.script,
            SORTS,
            tuple((str(days), str(days)) for days in sorted({most_days(plan) for plan in plans})),
            _named(LEVELS, {program.level for program in programs}),
            _named(GOALS, {program.goal for program in programs}),
            tuple(
                (str(limit), f"{limit} minutes")
                for limit in range(STEP, max(minutes, default=0), STEP)
                if limit >= min(minutes)
            ),
            # the longest are not longer than the longest
            tuple(
                (str(weeks), counted(weeks, "week"))
                for weeks in sorted({program.weeks for program in programs})[:-1]
            ),
            PRESETS,
            _named(EQUIPMENT, OWNABLE),
        ),
    )


def _named(names: dict[str, str], there: Iterable[str]) -> Options:
    present = set(there)
    return tuple((id_, capital(name)) for id_, name in names.items() if id_ in present)


def in_order(plans: tuple[Plan, ...]) -> tuple[Plan, ...]:
    """Programs by level, then days a week, then weeks, then title."""
    return tuple(
        sorted(
            plans,
            key=lambda plan: (
                LEVEL_ORDER.index(plan.program.level),
                most_days(plan),
                plan.program.weeks,
                plan.program.title.casefold(),
                plan.program.id,
            ),
        )
    )


def program_card(plan: Plan, table: KitTable, links: Links) -> ProgramCard:
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
        str(most_days(plan)),
        str(program.weeks),
        str(longest_session(plan)),
        table.line(plan),
    )
