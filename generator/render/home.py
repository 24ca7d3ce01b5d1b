"""The first page: what this is, the way to a program, and five takeaways with their verdicts."""

from collections import Counter
from dataclasses import dataclass

from markupsafe import Markup

from generator.model import Program
from generator.model.kits import GYM, LADDER, OWNABLE, Kit
from generator.model.program import LEVELS as LEVEL_ORDER
from generator.plan import Plan
from generator.render.framework import checking
from generator.render.marks import ClaimMark, PillarTag, claim_marks, pillar_tag
from generator.render.programs import in_order
from generator.render.templates import component
from generator.view.context import Context
from generator.view.page import Html, Markdown, Page, Section
from generator.view.prose import cited, html, inline_html
from generator.view.route import (
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
from generator.view.weeks import days_a_week, loading_minutes, most_days
from generator.view.words import LEVELS, VERDICTS, counted, joined, spelled

ANY_KIT = "any"
"""What an address says where equipment is no matter: a gym has all of it."""


@dataclass(frozen=True)
class Answer:
    """One answer to a question."""

    words: str
    value: str
    """What it stands for in the address of the programs."""
    id: str


@dataclass(frozen=True)
class Question:
    """A question that narrows the programs down."""

    asks: str
    name: str
    """Its name in the address of the programs: `?days=2`."""
    answers: tuple[Answer, ...]


@dataclass(frozen=True)
class Pick:
    """A program to choose, with the answers it fits."""

    title: str
    href: str
    facts: str
    days: str
    level: str
    kits: str
    """Every kit that it can be done with."""


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
            Section((Markdown(_lead(context)), choice(context, links))),
            Section(
                (component("promises.html", links=_promises(links)),),
                "Two promises",
                id="promises",
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


def _lead(context: Context) -> str:
    return (
        "Programs for your legs, written out week by week for the phone in your hand. "
        f"{counted(len(context.rules), 'rule')} check each one, and every claim shows its evidence."
    )


def _promises(links: Links) -> dict[str, str]:
    return {"framework": links.url("page", FRAMEWORK), "audit": links.url("page", AUDIT)}


def choice(context: Context, links: Links) -> Html:
    """Three questions and the programs; the style sheet hides what an answer rules out.

    It is a form, so that without scripts it leads to the programs with the answers in the address.
    """
    plans = in_order(context.plans)
    return component(
        "choice.html",
        action=links.url("page", PROGRAMS),
        questions=questions(plans),
        picks=[_pick(plan, links) for plan in plans],
    )


def questions(plans: tuple[Plan, ...]) -> tuple[Question, ...]:
    """Days, level and kit, with the answers that some program fits."""
    days = sorted({most_days(plan) for plan in plans})
    levels = [level for level in LEVEL_ORDER if any(plan.program.level == level for plan in plans)]
    return (
        Question("Days a week", "days", tuple(Answer(str(n), str(n), f"days-{n}") for n in days)),
        Question("Level", "level", tuple(Answer(LEVELS[x], x, f"level-{x}") for x in levels)),
        Question("What you have", "equipment", _kit_answers(plans)),
    )


def _kit_answers(plans: tuple[Plan, ...]) -> tuple[Answer, ...]:
    """Kits, the least first; an address names only equipment that some program needs."""
    needed = {item for plan in plans for item in plan.program.equipment}
    answers = []
    for kit in LADDER:
        asked = [item for item in OWNABLE if item in kit.equipment and item in needed]
        value = ANY_KIT if kit is GYM else ",".join([*asked, "bodyweight"])
        answers.append(Answer(kit.words, value, f"kit-{kit.id}"))
    return tuple(answers)


def kits_of(program: Program) -> tuple[Kit, ...]:
    """The kits that a program can be done with, the least first."""
    return tuple(kit for kit in LADDER if kit.has(program.equipment))


def _pick(plan: Plan, links: Links) -> Pick:
    kits = kits_of(plan.program)
    facts = (
        days_a_week(plan).removesuffix(" a week"),
        LEVELS[plan.program.level],
        f"{loading_minutes(plan)} min",
        kits[0].words,
    )
    return Pick(
        plan.program.title,
        links.url("program", plan.program.id),
        " · ".join(facts),
        str(most_days(plan)),
        plan.program.level,
        " ".join(kit.id for kit in kits),
    )


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
        f"{checking(context)} Rules of the framework are applied as it states them. A program "
        "may depart from a rule for a reason, and its guide prints both. "
        f"[See the rules]({links.file('page', RULES)}) and "
        f"[how we count]({links.file('page', COUNTING)})."
    )


def _contribute(links: Links) -> str:
    return (
        "A program is one text file. Your editor helps you fill it in, and one command says what "
        "is wrong, on which line, and how to mend it. "
        f"[Write your first]({links.file('page', CONTRIBUTE)})."
    )
