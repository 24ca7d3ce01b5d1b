"""The first page: what this is, the way to a program, and five takeaways with their verdicts."""

from collections import Counter
from dataclasses import dataclass

from markupsafe import Markup

from generator.model import Program
from generator.plan import Plan
from generator.render.context import Context
from generator.render.framework import checking
from generator.render.marks import ClaimMark, PillarTag, claim_marks, pillar_tag
from generator.render.page import Markdown, Page, Section
from generator.render.programs import in_order
from generator.render.prose import cited, html, inline_html
from generator.render.route import (
    AUDIT,
    CONTRIBUTE,
    COUNTING,
    FRAMEWORK,
    HOME,
    PROGRAMS,
    RULES,
    SOURCES,
    Links,
)
from generator.render.templates import component
from generator.render.weeks import days_a_week
from generator.render.words import LEVELS, VERDICTS, counted, joined, spelled

KITS = (
    ("At home, with little or nothing", {"bodyweight", "band", "box", "bench"}),
    ("Dumbbells or kettlebells", {"dumbbell", "kettlebell"}),
    ("Barbell and rack", {"barbell", "rack", "plates"}),
)
"""Kinds of kit, each with what it adds to the one before; anything more is a gym."""
GYM = "A gym with machines"


@dataclass(frozen=True)
class Way:
    """One answer to a question, and the programs it leads to."""

    answer: str
    programs: tuple[tuple[str, str], ...]
    """Title and address."""


@dataclass(frozen=True)
class Question:
    """A question that narrows the programs down."""

    asks: str
    ways: tuple[Way, ...]


@dataclass(frozen=True)
class FrameworkTakeaway:
    """What the framework wants remembered, and what the evidence makes of it."""

    pillar: PillarTag
    text: Markup
    audit: Markup
    marks: tuple[ClaimMark, ...]


def page(context: Context) -> Page:
    """The home page."""
    links = Links(HOME)
    found = takeaways(context, links)
    cards = component("framework_takeaways.html", takeaways=found)
    return Page(
        HOME,
        "Leg training you can check",
        "Leg-training programs checked by rules, with every claim graded by its evidence.",
        (
            Section(
                (
                    Markdown(_lead(context, links)),
                    component("promises.html", links=_promises(links)),
                )
            ),
            Section(
                (component("finder.html", questions=questions(context, links)),),
                "Find your program",
                id="find",
            ),
            Section(
                (Markdown(_takeaways_lead(len(found), context, links)), cards),
                f"The {spelled(len(found))} takeaways, and what the evidence says",
                id="takeaways",
            ),
            Section(
                (Markdown(_checked(context, links)),), "How a program is checked", id="checked"
            ),
            Section((Markdown(_contribute(links)),), "Add yours", id="contribute"),
        ),
        {"hide": ["navigation", "toc"]},
    )


def _lead(context: Context, links: Links) -> str:
    count = len(context.plans)
    see = f"See all {count} programs" if count > 1 else "See the program"
    return (
        "Programs for your legs, written out week by week, to read on your phone between sets. "
        f"{checking(context)} "
        f"[{see}]({links.file('page', PROGRAMS)})."
    )


def _promises(links: Links) -> dict[str, str]:
    return {"framework": links.url("page", FRAMEWORK), "audit": links.url("page", AUDIT)}


def kit_of(program: Program) -> str:
    """The least kind of kit that a program can be done with."""
    owned: set[str] = set()
    for name, adds in KITS:
        owned |= adds
        if set(program.equipment) <= owned:
            return name
    return GYM


def questions(context: Context, links: Links) -> tuple[Question, ...]:
    """Days, level and kit, each with the programs that fit."""
    plans = in_order(context.plans)
    days = sorted(plans, key=lambda plan: max(len(week.days) for week in plan.weeks))
    kits = [*(name for name, _ in KITS), GYM]
    kit = sorted(plans, key=lambda plan: kits.index(kit_of(plan.program)))
    return (
        _question("How many days?", [(days_a_week(plan), plan) for plan in days], links),
        _question("How long have you trained?", [(_level(plan), plan) for plan in plans], links),
        _question("What have you got?", [(kit_of(plan.program), plan) for plan in kit], links),
    )


def _level(plan: Plan) -> str:
    return LEVELS[plan.program.level]


def _question(asks: str, answers: list[tuple[str, Plan]], links: Links) -> Question:
    ways: dict[str, list[tuple[str, str]]] = {}
    for answer, plan in answers:
        target = (plan.program.title, links.url("program", plan.program.id))
        ways.setdefault(answer, []).append(target)
    return Question(asks, tuple(Way(answer, tuple(found)) for answer, found in ways.items()))


def takeaways(context: Context, links: Links) -> tuple[FrameworkTakeaway, ...]:
    """The framework's takeaways with the verdicts on the claims that our audit of them cites."""
    return tuple(
        FrameworkTakeaway(
            pillar_tag(id_, context.library, links),
            Markup(inline_html(topic.takeaway, links)),
            Markup(html(topic.audit, links)),
            claim_marks(cited(topic.audit, "claim"), context.library, links),
        )
        for id_, topic in context.library.framework.topics.items()
        if topic.takeaway
    )


def _takeaways_lead(count: int, context: Context, links: Links) -> str:
    counts = Counter(claim.verdict for claim in context.library.claims.values())
    verdicts = joined(
        f"{counts[verdict]} {name.lower()}" for verdict, name in VERDICTS.items() if counts[verdict]
    )
    return (
        f"The framework asks you to remember {spelled(count)} things. We looked for the trials "
        "behind them. "
        f"We have checked {counted(len(context.library.claims), 'claim')} so far: {verdicts}. "
        f"[Read the audit]({links.file('page', AUDIT)}), or open "
        f"[the studies]({links.file('page', SOURCES)}) yourself."
    )


def _checked(context: Context, links: Links) -> str:
    return (
        f"Before a program appears here, {counted(len(context.rules), 'rule')} go over it: load "
        "and sets of each week, rest, order, recovery, food, words. Rules of the framework are "
        "applied as it states them. A program may depart from a rule for a reason, and "
        "its guide prints both. "
        f"[See the rules]({links.file('page', RULES)}) and "
        f"[how we count]({links.file('page', COUNTING)})."
    )


def _contribute(links: Links) -> str:
    return (
        "A program is one text file. Your editor helps you fill it in, and one command says what "
        "is wrong, on which line, and how to mend it. "
        f"[Write your first]({links.file('page', CONTRIBUTE)})."
    )
