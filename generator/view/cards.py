"""The cards that link previews show: what stands on each, and which page has which.

Drawing them is `generator.export.card_png`'s business.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cache

from generator.imprint import NAME
from generator.measure.sets import hard
from generator.model import Claim, Exercise
from generator.plan import Plan
from generator.view.context import Context
from generator.view.page import Page, in_html
from generator.view.route import page_of
from generator.view.weeks import days_a_week, loading_minutes
from generator.view.words import (
    CERTAINTIES,
    LEVELS,
    PATTERNS,
    VERDICTS,
    capital,
    counted,
    joined,
)

SITE_CARD = "assets/cards/site.png"
"""The card of every page without one of its own; the theme knows its name as well."""
SITE = "Leg training you can trust"


@dataclass(frozen=True)
class Bar:
    """A bar of a card's chart."""

    height: int
    hollow: bool = False
    """Whether it is a lighter week."""


@dataclass(frozen=True)
class Card:
    """What stands on a card."""

    kind: str
    """What the page is about: `Program`."""
    title: str
    facts: tuple[str, ...]
    """A few words each."""
    chart: str = ""
    """What the bars show."""
    bars: tuple[Bar, ...] = ()
    verdict: str = ""
    """The verdict of a claim, which gives the card its colour."""

    @property
    def alt(self) -> str:
        """The card in words, for those who do not see it."""
        said = f"{self.kind}: {self.title}. {', '.join(self.facts)}."
        if not self.bars:
            return said
        heights = [bar.height for bar in self.bars]
        return f"{said} {self.chart}: from {min(heights)} to {max(heights)}."


def cards(context: Context) -> Mapping[str, Card]:
    """Every card by the file of its page, such as `programs/x.md`; programs come first."""
    library = context.library
    return {
        **{page_of("program", plan.program.id): of_program(plan) for plan in context.plans},
        **{
            page_of("exercise", id_): of_exercise(item, context)
            for id_, item in library.exercises.items()
        },
        **{page_of("claim", id_): of_claim(item, context) for id_, item in library.claims.items()},
    }


def of_program(plan: Plan) -> Card:
    """A program with its hard sets week by week."""
    program = plan.program
    bars = (Bar(len(hard(week.sets, plan.framework)), week.deload) for week in plan.weeks)
    return Card(
        "Program",
        program.title,
        (
            LEVELS[program.level],
            days_a_week(plan),
            counted(program.weeks, "week"),
            f"{loading_minutes(plan)} min",
        ),
        "Hard sets in each week",
        tuple(bars),
    )


def of_exercise(item: Exercise, context: Context) -> Card:
    """An exercise with what it trains."""
    names = context.library.framework.muscles
    trained = [names[muscle] for muscle in item.muscles if muscle in item.prime]
    return Card("Exercise", item.name, (PATTERNS[item.pattern], capital(joined(trained))))


def of_claim(item: Claim, context: Context) -> Card:
    """A claim with its verdict."""
    topic = context.library.framework.topics[item.topic].name
    certainty = capital(CERTAINTIES[item.certainty])
    facts = (VERDICTS[item.verdict], certainty, topic)
    return Card("Claim", item.title, facts, verdict=item.verdict)


@cache
def site_card() -> Card:
    """The card of the site."""
    return Card(
        NAME,
        SITE,
        ("Checked programs", "Cited evidence", "Works offline"),
    )


def card_file(page: str) -> str:
    """The picture of a page's card, by the file of the page."""
    return f"assets/cards/{page.removesuffix('.md')}.png"


def with_card(page: Page, known: Mapping[str, Card]) -> Page:
    """The page with the address of its card, which the theme puts into its head."""
    card = known.get(page.path)
    if card is None:
        return page
    meta = {"card": card_file(page.path), "card_alt": in_html(card.alt)}
    return replace(page, front_matter={**page.front_matter, **meta})
