"""The weeks of a program as a reader sees them: which to show first, which repeat another."""

from dataclasses import dataclass
from fractions import Fraction

from markupsafe import Markup

from generator.measure.duration import session_minutes
from generator.measure.sets import hard
from generator.measure.volume import volume_load
from generator.plan import Plan, PlannedSession, Week
from generator.render.page import Html, Markdown, Part, Section
from generator.render.prose import html, markdown
from generator.render.route import Links
from generator.render.session_view import session_html
from generator.render.templates import component
from generator.render.words import counted, runs, span, weekday


@dataclass(frozen=True)
class WeekLink:
    """One week in the row of weeks."""

    number: int
    href: str
    deload: bool


def hardest_week(plan: Plan) -> Week:
    """The loading week with the highest volume load; of equals the one with more hard sets."""

    def weight(week: Week) -> tuple[Fraction, int]:
        return volume_load(week.sets), len(hard(week.sets, plan.framework))

    return max(plan.loading_weeks or plan.weeks, key=weight)


def originals(plan: Plan) -> dict[int, int]:
    """For each week the first one in which exactly the same is done; usually itself."""
    seen: list[tuple[object, int]] = []
    found = {}
    for week in plan.weeks:
        done = [
            (session.name, session.day, [(entry.label, entry.sets) for entry in session.entries])
            for session in week.sessions
        ]
        number = next((number for other, number in seen if other == done), None)
        if number is None:
            seen.append((done, number := week.number))
        found[week.number] = number
    return found


def samples(plan: Plan) -> dict[int, str]:
    """The weeks to show in full, and what they are: `first and hardest`, `deload`."""
    original = originals(plan)
    why: dict[int, list[str]] = {}
    deloads = [week for week in plan.weeks if week.deload]
    for week, reason in (
        (plan.weeks[0], "first"),
        (hardest_week(plan), "hardest"),
        *((week, "deload") for week in deloads[:1]),
    ):
        why.setdefault(original[week.number], []).append(reason)
    return {number: " and ".join(why[number]) for number in sorted(why)}


def days_a_week(plan: Plan) -> str:
    """`2 days a week`, with a range where weeks differ."""
    days = [len(week.sessions) for week in plan.weeks]
    return f"{span(days)} {'day' if max(days) == 1 else 'days'} a week"


def weekdays(plan: Plan) -> tuple[str, ...]:
    """The weekdays of the first week."""
    return tuple(weekday(session.day) for session in plan.weeks[0].sessions)


def minutes(plan: Plan, sessions: tuple[PlannedSession, ...]) -> str:
    """`29–31`: estimated minutes of sessions."""
    return span(session_minutes(session, plan.framework) for session in sessions)


def week_strip(plan: Plan) -> Html:
    """The row of links to every week."""
    original = originals(plan)
    links = [
        WeekLink(week.number, f"#week-{original[week.number]}", week.deload) for week in plan.weeks
    ]
    return component("week_strip.html", weeks=links)


def week_facts(plan: Plan, week: Week) -> str:
    """Where a week stands and what it holds."""
    count = week.block.weeks
    place = f", week {week.number_in_block} of {count}" if count > 1 else ""
    return (
        f"{week.block.name}{place} · {counted(len(hard(week.sets, plan.framework)), 'hard set')} · "
        f"{minutes(plan, week.sessions)} minutes a session"
    )


def _sessions(plan: Plan, week: Week, links: Links) -> tuple[Html, ...]:
    return tuple(
        session_html(session, f"week-{week.number}-{session.day}", plan.framework, links)
        for session in week.sessions
    )


def sample_sections(plan: Plan, links: Links) -> tuple[Section, ...]:
    """The sample weeks, each under a heading of its own."""
    sections = []
    for number, why in samples(plan).items():
        week = plan.weeks[number - 1]
        body: list[Part] = [component("meta.html", text=week_facts(plan, week))]
        if week.block.note and week.number_in_block == 1:
            body.append(Markdown(markdown(week.block.note, links)))
        body += _sessions(plan, week, links)
        sections.append(Section(tuple(body), f"Week {number}: {why} week", 3, f"week-{number}"))
    return tuple(sections)


def other_weeks(plan: Plan, links: Links) -> tuple[Section, ...]:
    """Every week that is not a sample, folded up; weeks that repeat one are named."""
    original, shown = originals(plan), samples(plan)
    body: list[Part] = [
        _folded(plan, week, links)
        for week in plan.weeks
        if original[week.number] == week.number and week.number not in shown
    ]
    repeats: dict[int, list[int]] = {}
    for number, first in original.items():
        if number != first:
            repeats.setdefault(first, []).append(number)
    for first, numbers in repeats.items():
        words = "Week {} is" if len(numbers) == 1 else "Weeks {} are"
        again = f"{words.format(runs(numbers))} done as [week {first}](#week-{first})."
        body.append(Markdown(again))
    return (Section(tuple(body), "Every other week", 3, "other-weeks"),) if body else ()


def _folded(plan: Plan, week: Week, links: Links) -> Html:
    return component(
        "week.html",
        number=week.number,
        facts=week_facts(plan, week),
        note=Markup(html(week.block.note, links)) if week.number_in_block == 1 else "",
        sessions=[Markup(session.text) for session in _sessions(plan, week, links)],
    )
