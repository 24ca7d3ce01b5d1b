"""What the comparison says of a program, as JSON: the facts of its guide, ready to print.

Rows with the same name are about the same thing in every program; the script on the page lays them
side by side and only asks whether their texts differ. Numbers are there where something is drawn.
"""

from collections.abc import Iterator, Mapping
from fractions import Fraction
from typing import Any

from generator.export.json_text import dense
from generator.measure.dose import dose
from generator.measure.hardest import hardest_week
from generator.measure.sets import SERVES, direct_for, hard, is_weighted, leg_sets
from generator.measure.volume import mean_intensity
from generator.model.number import plain
from generator.plan import Plan, Week
from generator.view.context import Context
from generator.view.kit import KitTable
from generator.view.route import facts_file
from generator.view.standing import status, tallied
from generator.view.weeks import days_a_week, loading_minutes, weekdays
from generator.view.words import (
    EQUIPMENT,
    GOALS,
    LEVELS,
    PROGRESSIONS,
    capital,
    counted,
    joined,
)

SCHEMA = "pillars-facts/1"
"""Changes when the shape of the document does."""

Row = Mapping[str, Any]


def facts_files(context: Context) -> Mapping[str, bytes]:
    """The facts of each published program, by their path below `build/docs`."""
    return {facts_file(plan.program.id): dense(facts(plan, context)) for plan in context.plans}


def facts(plan: Plan, context: Context) -> Row:
    """All that is compared of a program."""
    hardest = hardest_week(plan)
    table = KitTable((plan,))
    return {
        "schema": SCHEMA,
        "id": plan.program.id,
        "title": plan.program.title,
        "groups": [
            {"name": "At a glance", "rows": list(_glance(plan))},
            {"name": "Weekly sets for each part of the leg", "rows": list(_sets(plan, hardest))},
            {"name": "Load and pillars", "rows": list(_pillars(plan, hardest))},
            {"name": "Framework report", "rows": list(_report(plan, context))},
        ],
        "kit": {**table.data, "slots": table.line(plan)},
    }


def _row(name: str, text: str, under: str = "", **more: object) -> Row:
    return {"name": name, "text": text, "under": under, **more}


def _glance(plan: Plan) -> Iterator[Row]:
    program = plan.program
    deloads = sum(week.deload for week in plan.weeks)
    yield _row("Level", LEVELS[program.level])
    yield _row("Goal", GOALS[program.goal])
    yield _row("Days", days_a_week(plan), joined(weekdays(plan)))
    yield _row("Length", counted(program.weeks, "week"))
    yield _row("Deload weeks", str(deloads) if deloads else "none")
    yield _row("A session", f"{loading_minutes(plan)} minutes", "our estimate, deload weeks out")
    yield _row("Equipment", capital(", ".join(EQUIPMENT[item] for item in program.equipment)))
    kind = program.progression.kind if program.progression else ""
    yield _row("Progression", PROGRESSIONS[kind].partition(":")[0] if kind else "not said")


def _sets(plan: Plan, week: Week) -> Iterator[Row]:
    """Each part of the leg in the hardest week; the band stands where muscle growth is the goal."""
    program, framework = plan.program, plan.framework
    low = framework.limit_for("weekly-sets-band", program.level)
    high = framework.limit_for("weekly-sets-ceiling", program.level)
    for part, sets in leg_sets(week.sets, framework).items():
        direct = dose(week.sets, direct_for(part, framework))
        text = counted(Fraction(plain(sets, 1)), "set")
        if program.goal != "hypertrophy" or part in program.out_of_scope:
            left = "; left to other training" if part in program.out_of_scope else ""
            yield _row(capital(part), text, f"{plain(direct)} direct{left}")
            continue
        where = "below" if sets < low else "above" if sets > high else "inside"
        yield _row(
            capital(part),
            text,
            f"{plain(direct)} direct; {where} {plain(low)}–{plain(high)}",
            band={"sets": float(sets), "low": float(low), "high": float(high)},
        )


def _pillars(plan: Plan, week: Week) -> Iterator[Row]:
    """The hardest week's load, and its sets that count for each pillar."""
    framework = plan.framework
    load = mean_intensity(week.sets)
    weighted = any(is_weighted(set_, plan) for set_ in week.sets)
    yield _row("Hardest week", f"Week {week.number}")
    yield _row("Hard sets", str(len(hard(week.sets, framework))))
    yield _row(
        "Mean load",
        f"{plain(load, 0)} %" if weighted and load is not None else "no weight to choose",
        "of the 1RM" if weighted and load is not None else "",
    )
    for _, name, counts in SERVES:
        yield _row(f"{capital(name)} sets", str(sum(counts(set_, framework) for set_ in week.sets)))


def _report(plan: Plan, context: Context) -> Iterator[Row]:
    """How many rules are passed, and how the others stand; no score."""
    findings = context.findings(plan)
    stand = [
        status(tuple(finding for finding in findings if finding.code == rule.code))
        for rule in context.rules
    ]
    others = tallied(one for one in stand if one != "passed")
    yield _row("Rules passed", f"{stand.count('passed')} of {len(stand)}")
    yield _row("The others", ", ".join(others.values()) or "none")
    departures = [deviation.rule for deviation in plan.program.deviations]
    yield _row("Departs from", joined(dict.fromkeys(departures)) if departures else "no rule")
