"""How we count: the words, the repetition curve and every number that decides something."""

from markupsafe import Markup

from generator.intensity import GENERAL, LEG_PRESS, LIGHTEST, CurvePoint
from generator.model.number import plain
from generator.model.text import place
from generator.render.glossary import Definition, definitions
from generator.render.library_parts import (
    claim_links,
    filled,
    jumps,
    made_from,
    references,
    section,
    threshold_blocks,
    trail,
)
from generator.render.templates import component
from generator.view.context import Context
from generator.view.page import Html, Markdown, Page, Section
from generator.view.prose import inline_html
from generator.view.route import COUNTING, FRAMEWORK, GLOSSARY, Links
from generator.view.words import BASES, counted, sentence

CURVE_SOURCE = "nuzzo-2024-repetitions"
"""The source of the repetition curve."""

_BASES_IN_FULL = {
    "framework": "The framework states these numbers. We use them as stated.",
    "evidence": "Trials, reviews or position statements lead to these numbers; the claims "
    "beside them say how surely.",
    "convention": "Somebody had to choose these numbers, and no trial set them. We chose them "
    "and say so.",
}


def counting_page(context: Context) -> Page:
    """Counting rules, repetition curve, thresholds."""
    links = Links(COUNTING)
    thresholds = context.library.framework.thresholds
    groups = {
        basis: [(id_, item) for id_, item in thresholds.items() if item.basis == basis]
        for basis in BASES
    }
    intro = Markdown(
        "Every number on this site is counted by the rules below, guides, charts and checks "
        "alike. The claims below a rule judge it; a rule without one is a convention, or names "
        f"its source. The other words stand in [the glossary]({links.file('page', GLOSSARY)})."
    )
    sections = filled(
        section("What counts as what", "counting", _definitions(context, links)),
        section(
            "The repetition curve",
            "curve",
            Markdown(_provenance(links)),
            _curve(),
            Markdown(_between()),
        ),
        section(
            "Every threshold",
            "thresholds",
            Markdown(
                f"{counted(len(thresholds), 'number')} decide something. Each says who set it, "
                "which claims judge it and which rules use it."
            ),
        ),
        *(
            section(
                sentence(BASES[basis]).rstrip("."),
                f"basis-{basis}",
                *([Markdown(_BASES_IN_FULL[basis])] if items else []),
                *threshold_blocks(items, context, links, basis=False),
                level=3,
            )
            for basis, items in groups.items()
        ),
        *references(
            context.library.framework.counting,
            context,
            links,
            claims=(claim for item in thresholds.values() for claim in item.claims),
            sources=(CURVE_SOURCE,),
        ),
    )
    return Page(
        COUNTING,
        "How we count",
        "What counts as a set, how load is estimated, and every threshold with who set it.",
        (
            Section((trail(links, ("Framework", FRAMEWORK)), intro, jumps(sections))),
            *sections,
            Section((made_from("content/framework.yml", context),)),
        ),
    )


def _definitions(context: Context, links: Links) -> Html:
    framework = context.library.framework
    return definitions(
        Definition(
            place(f"count {rule.term}"),
            rule.term,
            Markup(inline_html(framework.filled(rule.says), links)),
            claim_links(rule.claims, context.library, links),
        )
        for rule in framework.counting
    )


def _provenance(links: Links) -> str:
    return f"""
A load that is not written in percent is estimated from repetitions and repetitions in reserve. The
curve for that is the pooled one of [Nuzzo and others]({links.file("source", CURVE_SOURCE)}),
a meta-regression over 952 tests of repetitions to failure in 7,289 people.

**How we know these points.** We did not open the paper's own tables. We read the points
second-hand, in a public program's source that quotes the tables to two decimals. Some of them agree
with two other public texts that quote the paper: of the general curve the means at 70 and 90 % and
the spread at 60 and 80 %, of the leg press the means at 70 and 80 %. The others were not compared
with anything else. The points at 100 % are what a 1RM means.
"""


def _between() -> str:
    return (
        "Between the points we draw straight lines. Below the lowest point we carry the last "
        f"line on, down to {plain(LIGHTEST)} % at the least. That is a convention, and so is "
        "reading a set that says nothing about effort. People differ a lot from the mean, so an "
        "estimated load is a guide to counting and not advice for your bar."
    )


def _curve() -> Html:
    leg_press = {point.percent: point for point in LEG_PRESS}
    rows = [
        {
            "percent": plain(point.percent),
            "general": _point(point),
            "leg_press": _point(leg_press[point.percent]) if point.percent in leg_press else "–",
        }
        for point in GENERAL
    ]
    return component("library/curve.html", rows=rows)


def _point(point: CurvePoint) -> str:
    return (
        f"{plain(point.mean)} ± {plain(point.deviation)}" if point.deviation else plain(point.mean)
    )
