"""The weeks of a program as a reader sees them: which repeat another, their days and minutes."""

from generator.measure.duration import session_minutes
from generator.measure.hardest import hardest_week
from generator.measure.sets import hard
from generator.plan import Plan, PlannedSession, Week
from generator.view.words import counted, joined, runs, span, spelled, weekday


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
    """The weeks that stand for the others, and what they are: `first and hardest`, `deload`."""
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


def special(why: str) -> str:
    """What a sample week is beside the first, which its number says: `hardest`, `deload`."""
    return " and ".join(reason for reason in why.split(" and ") if reason != "first")


def days_a_week(plan: Plan) -> str:
    """`2 days a week`, with a range where weeks differ."""
    days = [len(week.days) for week in plan.weeks]
    return f"{span(days)} {'day' if max(days) == 1 else 'days'} a week"


def most_days(plan: Plan) -> int:
    """Training days of the fullest week."""
    return max(len(week.days) for week in plan.weeks)


def weekdays(plan: Plan) -> tuple[str, ...]:
    """The weekdays of the first week: `Monday`, or `Monday (two sessions)` where it is split."""
    return tuple(
        weekday(day) + (f" ({spelled(len(sessions))} sessions)" if len(sessions) > 1 else "")
        for day, sessions in plan.weeks[0].days.items()
    )


def minutes(plan: Plan, sessions: tuple[PlannedSession, ...]) -> str:
    """`29–31`: estimated minutes of sessions."""
    return span(session_minutes(session, plan.framework) for session in sessions)


def loading_minutes(plan: Plan) -> str:
    """`40–54`: estimated minutes of a session, deload weeks left out."""
    return minutes(plan, _all_sessions(plan.loading_weeks or plan.weeks))


def deload_minutes(plan: Plan) -> str:
    """The same of the deload weeks, or nothing where there are none beside loading weeks."""
    deloads = tuple(week for week in plan.weeks if week.deload)
    return minutes(plan, _all_sessions(deloads)) if deloads and plan.loading_weeks else ""


def longest_session(plan: Plan) -> int:
    """Minutes of the longest session of any week."""
    return max(session_minutes(s, plan.framework) for s in _all_sessions(plan.weeks))


def _all_sessions(weeks: tuple[Week, ...]) -> tuple[PlannedSession, ...]:
    return tuple(session for week in weeks for session in week.sessions)


def week_facts(plan: Plan, week: Week) -> str:
    """Where a week stands and what it holds."""
    count = week.block.weeks
    place = f", week {week.number_in_block} of {count}" if count > 1 else ""
    sets = _sets_left(plan, week) if week.deload else ""
    again = repeats(plan, week)
    return (
        f"{week.block.name}{place} · {sets or sets_in_words(plan, week)} · "
        f"{minutes(plan, week.sessions)} minutes a session"
        + (f" · again in week{'s' if len(again) > 1 else ''} {runs(again)}" if again else "")
    )


def repeats(plan: Plan, week: Week) -> list[int]:
    """The numbers of the weeks that are done as this one."""
    return [n for n, first in originals(plan).items() if first == week.number != n]


def sets_in_words(plan: Plan, week: Week) -> str:
    """`32 hard sets and 3 sets of jumps`."""
    count = len(hard(week.sets, plan.framework))
    jumps = sum(set_.exercise.jump for set_ in week.sets)
    parts = [counted(count, "hard set")] if count or not jumps else []
    parts += [f"{counted(jumps, 'set')} of jumps"] if jumps else []
    return joined(parts)


def _sets_left(plan: Plan, deload: Week) -> str:
    """`21 of the 34 sets of week 3`: against the last loading week before; empty without one."""
    before = [week for week in plan.loading_weeks if week.number < deload.number]
    if not before:
        return ""
    full = before[-1]
    return f"{len(deload.sets)} of the {len(full.sets)} sets of week {full.number}"


def session_anchors(week: Week) -> dict[str, PlannedSession]:
    """The sessions of a week, each under a name of its own: `monday`, `monday-2`, `thursday`."""
    return {
        day + (f"-{number}" if number > 1 else ""): session
        for day, sessions in week.days.items()
        for number, session in enumerate(sessions, start=1)
    }
