"""A program in numbers: the facts box, weekly sets, the weeks as a chart, pillars by session."""

from dataclasses import dataclass
from fractions import Fraction

from markupsafe import Markup

from generator.measure.duration import session_minutes
from generator.measure.hardest import fullest_of_each_block, hardest_week
from generator.measure.sets import (
    SERVES,
    direct_for,
    direct_sets,
    fractional_sets,
    hard,
    is_weighted,
    leg_sets,
)
from generator.measure.volume import loading_steps, mean_intensity, volume_load
from generator.model.number import plain
from generator.model.vocabulary import LEG_GROUPS
from generator.plan import Plan, Week
from generator.render import charts
from generator.render.library_parts import Fact, anchor
from generator.render.library_parts import facts as facts_box
from generator.render.muscle_map import weekly_map
from generator.render.set_strips import SessionStrips, Strip, strips_chart
from generator.render.sets_chart import Band, MuscleSets, sets_chart
from generator.render.templates import component
from generator.view.page import Html
from generator.view.route import COUNTING, Links
from generator.view.weeks import (
    days_a_week,
    deload_minutes,
    loading_minutes,
    samples,
    session_anchors,
    special,
    weekdays,
)
from generator.view.words import EQUIPMENT, GOALS, LEVELS, capital, counted, joined, weekday


@dataclass(frozen=True)
class Grid:
    """A small table of numbers."""

    caption: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    """The first cell of a row is its name."""


def facts(plan: Plan, links: Links) -> Html:
    """The facts box of a guide."""
    program = plan.program
    deloads = sum(week.deload for week in plan.weeks)
    easy = deload_minutes(plan)
    authors = Markup(", ").join(anchor(author.url, author.name) for author in program.authors)
    kit = ", ".join(EQUIPMENT[item] for item in program.equipment)
    entries = [
        Fact("Level", LEVELS[program.level]),
        Fact("Goal", GOALS[program.goal]),
        Fact(
            "Length",
            counted(program.weeks, "week"),
            f"with {counted(deloads, 'deload week')}" if deloads else "no deload week",
        ),
        Fact("Days", days_a_week(plan), joined(weekdays(plan))),
        Fact(
            "A session",
            f"{loading_minutes(plan)} minutes",
            f"our estimate{f', about {easy} in deload weeks' if easy else ''}; "
            f"the author plans for {program.session_minutes}.",
            "How we count",
            links.url("page", COUNTING),
        ),
        Fact("Equipment", capital(kit), long=True),
        Fact("Author" if len(program.authors) == 1 else "Authors", authors),
    ]
    if program.origin:
        entries.append(Fact("Based on", anchor(program.origin.url, program.origin.name)))
    return facts_box(entries)


def shown_weeks(plan: Plan) -> dict[str, Week]:
    """The sample weeks under the heads of their columns."""
    return {
        f"Week {number}{f' ({what})' if (what := special(why)) else ''}": plan.weeks[number - 1]
        for number, why in samples(plan).items()
    }


def muscle_sets(plan: Plan, week: Week) -> tuple[MuscleSets, ...]:
    """Direct and fractional hard sets of a week for every muscle it trains."""
    direct = direct_sets(week.sets, plan.framework)
    fractional = fractional_sets(week.sets, plan.framework)
    return tuple(
        MuscleSets(capital(name), Fraction(direct[muscle]), fractional[muscle])
        for muscle, name in plan.framework.muscles.items()
        if fractional.get(muscle)
    )


def part_sets(plan: Plan, week: Week) -> tuple[MuscleSets, ...]:
    """The same for the parts of the leg that are judged, also those that get none."""
    left_out = plan.program.out_of_scope
    return tuple(
        MuscleSets(
            capital(group) + (" (left out on purpose)" if group in left_out else ""),
            Fraction(sum(map(direct_for(group, plan.framework), week.sets))),
            sets,
        )
        for group, sets in leg_sets(week.sets, plan.framework).items()
    )


def band(plan: Plan) -> Band:
    """What weekly sets of a part of the leg are held against at the program's level."""
    level, framework = plan.program.level, plan.framework
    return Band(
        framework.limit("weekly-sets-least"),
        framework.limit_for("weekly-sets-band", level),
        framework.limit_for("weekly-sets-ceiling", level),
        framework.limit_for("weekly-sets-limit", level),
    )


def muscle_map(plan: Plan) -> Html:
    """Where the sets of the hardest week go, on a figure."""
    week = hardest_week(plan)
    sets = fractional_sets(week.sets, plan.framework)
    return weekly_map(sets, plan.framework.muscles, week.number)


def muscles(plan: Plan) -> tuple[Html, Html]:
    """Weekly sets per muscle: bars for the hardest week, and a table of the sample weeks."""
    hardest = hardest_week(plan)
    weeks = shown_weeks(plan)
    jumps = any(set_.exercise.jump for set_ in hardest.sets)
    heads = {muscle for group in LEG_GROUPS.values() if len(group) == 1 for muscle in group}
    banded = {capital(plan.framework.muscles[muscle]) for muscle in heads}
    chart = sets_chart(
        part_sets(plan, hardest),
        [item for item in muscle_sets(plan, hardest) if item.name not in banded],
        band(plan),
        f"Hard sets per muscle in week {hardest.number}",
        f"Week {hardest.number}, the hardest. Solid: direct sets. Hatched: what indirect "
        f"work{' and jumps add' if jumps else ' adds'}, each set by its share. {_banded(plan)}",
    )
    counts = {
        name: {muscle.name: muscle for muscle in muscle_sets(plan, week)}
        for name, week in weeks.items()
    }
    names = dict.fromkeys(muscle for found in counts.values() for muscle in found)
    none = MuscleSets("", Fraction(0), Fraction(0))
    rows = []
    for name in names:
        cells = [name]
        for found in counts.values():
            sets = found.get(name, none)
            cells.append(f"{plain(sets.direct)} / {plain(sets.fractional, 1)}")
        rows.append(tuple(cells))
    grid = Grid("Direct / fractional sets", ("Muscle", *weeks), tuple(rows))
    return chart, component(
        "grid.html",
        grid=grid,
        summary="The same as a table" + (", other weeks beside it" if len(weeks) > 1 else ""),
    )


def _banded(plan: Plan) -> str:
    """What the band, the floor and the limit of the chart are."""
    level = LEVELS[plan.program.level].lower()
    floor = (
        ""
        if plan.program.goal == "hypertrophy"
        else " Floor and band are asked of programs for muscle growth, and this is none."
    )
    return (
        f"The band is the one we show for {level} programs, a convention; more than the limit is "
        f"an error.{floor}"
    )


def weeks(plan: Plan) -> tuple[Html, Html]:
    """Volume load and mean load over the weeks, as a chart and as a table.

    Where the program has no weight to choose, a mean load is nothing to read.
    """
    weighted = any(is_weighted(set_, plan) for week in plan.weeks for set_ in week.sets)
    title = "Volume load and mean load by week" if weighted else "Volume load by week"
    points = [
        charts.WeekPoint(
            week.number,
            volume_load(week.sets),
            mean_intensity(week.sets) if weighted else None,
            week.deload,
        )
        for week in plan.weeks
    ]
    hollow = " Hollow, with a D: deload weeks." if any(point.deload for point in points) else ""
    chart = charts.weeks_chart(
        points,
        title,
        "Volume load is sets × repetitions × load in percent of the 1RM, over all working sets of "
        f"a week.{hollow}{_estimated(plan)}",
    )
    change = {after.number: rise for _, after, rise in loading_steps(plan.weeks)}
    rows = []
    for week, point in zip(plan.weeks, points, strict=True):
        rise = change.get(week.number)
        load = "" if point.load is None else f"{plain(point.load, 0)} %"
        mean = (load,) if weighted else ()
        rows.append(
            (
                f"{week.number}{' deload' if week.deload else ''}",
                str(len(hard(week.sets, plan.framework))),
                charts.in_hundreds(point.volume),
                "" if rise is None else f"{'+' if rise > 0 else ''}{plain(rise, 1)} %",
                *mean,
            )
        )
    grid = Grid(
        title,
        ("Week", "Hard sets", "Volume load", "Change", *(("Mean load",) if weighted else ())),
        tuple(rows),
    )
    return chart, component("grid.html", grid=grid, summary="The same as a table")


def _estimated(plan: Plan) -> str:
    """How many of the loads behind the chart nobody wrote down."""
    known = [set_.intensity for week in plan.weeks for set_ in week.sets if set_.intensity]
    count = sum(load.estimated for load in known)
    if not count:
        return ""
    return (
        f" The load of {count:,} of {len(known):,} sets is estimated from repetitions and RIR, "
        "so read the numbers as rough; they are rounded in print."
    )


def pillars(plan: Plan) -> tuple[Html, Html]:
    """Sets that count for each pillar, by session, in the week of each block with the most work."""
    rows, strips = [], []
    for week in fullest_of_each_block(plan):
        for day, session in session_anchors(week).items():
            found = tuple(
                Strip(
                    id_, capital(name), tuple(counts(set_, plan.framework) for set_ in session.sets)
                )
                for id_, name, counts in SERVES
            )
            strips.append(
                SessionStrips(f"Week {week.number}, {weekday(session.day)}: {session.name}", found)
            )
            rows.append(
                (
                    f"{week.number}, {weekday(day)[:3]}{day.removeprefix(session.day)}",
                    str(len(session.sets)),
                    *(str(sum(strip.counts)) for strip in found),
                    str(session_minutes(session, plan.framework)),
                )
            )
    grid = Grid(
        "Sets that count for each pillar, in the week of each block with the most volume load; "
        "deload blocks are left out. Min.: minutes of the session, estimated",
        ("Week, day", "Sets", "Tension", "Metabolic", "Neural", "Min."),
        tuple(rows),
    )
    chart = strips_chart(
        strips,
        "Which sets count for which pillar",
        "Each square is a working set, in the order of the session's table; it is filled where the "
        "set counts for the pillar. A set may count for several, or for none. Shown: the week of "
        "each block with the most volume load.",
    )
    return chart, component("grid.html", grid=grid, summary="The same as a table")
