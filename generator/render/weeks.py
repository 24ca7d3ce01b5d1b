"""The weeks of a guide: the first one open, the others folded up under a row of links to each."""

from dataclasses import dataclass

from markupsafe import Markup

from generator.plan import Plan, Week
from generator.render.library_parts import anchor
from generator.render.session_view import session_html
from generator.render.templates import component
from generator.render.why import WHY
from generator.view.page import Html, Markdown, Part, Section
from generator.view.prose import html, markdown
from generator.view.route import Links
from generator.view.weeks import originals, repeats, samples, session_anchors, special, week_facts
from generator.view.words import runs


@dataclass(frozen=True)
class WeekLink:
    """One week in the row of weeks."""

    number: int
    href: str
    deload: bool


def week_strip(plan: Plan) -> Html:
    """The row of links to every week."""
    links = [WeekLink(week.number, f"#week-{week.number}", week.deload) for week in plan.weeks]
    return component("week_strip.html", weeks=links)


def first_week(plan: Plan, links: Links) -> Section:
    """The first week, open; more of them would push the rest of the guide far down a phone."""
    week = plan.weeks[0]
    body: list[Part] = [_under_heading(week_facts(plan, week), repeats(plan, week))]
    if week.block.note:
        body.append(Markdown(markdown(week.block.note, links)))
    body += _sessions(plan, week, links)
    return Section(tuple(body), _called(plan, week), 3, "week-1")


def _called(plan: Plan, week: Week) -> str:
    """`Week 5: hardest week`."""
    what = special(samples(plan).get(week.number, ""))
    return f"Week {week.number}: {what} week" if what else f"Week {week.number}"


def other_weeks(plan: Plan, links: Links) -> tuple[Section, ...]:
    """Every other week, folded up; weeks that repeat one are named."""
    original = originals(plan)
    body: list[Part] = [
        _folded(plan, week, links)
        for week in plan.weeks[1:]
        if original[week.number] == week.number
    ]
    repeats: dict[int, list[int]] = {}
    for number, first in original.items():
        if number != first:
            repeats.setdefault(first, []).append(number)
    for first, numbers in repeats.items():
        words = "Week {} is" if len(numbers) == 1 else "Weeks {} are"
        again = f"{words.format(runs(numbers))} done as [week {first}](#week-{first})."
        body.append(Markdown(again))
    why = component("meta.html", text=why_these_numbers())
    return (Section((why, *body), "All the other weeks", 3, "other-weeks"),) if body else ()


def _under_heading(facts: str, again: list[int]) -> Html:
    also = Markup().join(_also(number) for number in again)
    return component("meta.html", text=also + Markup("{} · {}").format(facts, why_these_numbers()))


def _also(number: int) -> Markup:
    """The address of a week that is done as the one it stands in."""
    return Markup('<span class="fp-also" id="week-{}"></span>').format(number)


def why_these_numbers() -> Markup:
    """The way to what sets, repetitions, loads and rests mean, and to the evidence on them."""
    return anchor(f"#{WHY}", "Why these numbers")


def _folded(plan: Plan, week: Week, links: Links) -> Html:
    return component(
        "week.html",
        number=week.number,
        name=_called(plan, week),
        facts=week_facts(plan, week),
        also=[_also(number) for number in repeats(plan, week)],
        note=Markup(html(week.block.note, links)) if week.number_in_block == 1 else "",
        sessions=[Markup(session.text) for session in _sessions(plan, week, links)],
    )


def _sessions(plan: Plan, week: Week, links: Links) -> tuple[Html, ...]:
    again = repeats(plan, week)
    return tuple(
        session_html(
            session,
            f"week-{week.number}-{anchor}",
            plan,
            links,
            tuple(f"week-{number}-{anchor}" for number in again),
        )
        for anchor, session in session_anchors(week).items()
    )
