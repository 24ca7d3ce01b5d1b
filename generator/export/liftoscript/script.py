"""The weeks of a program in Liftoscript, each written out, so that a diff of editions reads well.

No exercise has a rule of progression: the weeks are planned, and with planned loads the app would
raise them a second time, in easy weeks too.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from itertools import groupby

from generator.error import GeneratorError
from generator.export.liftoscript.amounts import Unit, in_unit, is_foreign, is_range
from generator.export.liftoscript.lint import faults
from generator.export.liftoscript.losses import losses
from generator.export.liftoscript.names import own_name, printed, their_name
from generator.measure.duration import session_minutes
from generator.measure.sets import is_weighted
from generator.model import Group
from generator.model.number import plain
from generator.plan import Entry, Plan, PlannedSession, PlannedSet, Week
from generator.view.prose import without_markup
from generator.view.special_sets import RANGES, special_set
from generator.view.words import amount, joined, weekday

EASIEST_RPE = 6
"""Below that nobody rates a set, and the reserve is a note."""
LABELS = {
    "drop-set": "Drop",
    "rest-pause": "R-pause",
    "myo-reps": "Myo",
    "cluster": "Cluster",
    "bfr": "BFR",
}
"""Marks of sets that are not straight: eight characters at most."""


@dataclass(frozen=True)
class ScriptDay:
    """One session."""

    name: str
    note: tuple[str, ...]
    lines: tuple[str, ...]
    """Notes and exercises, as they stand in the text."""


@dataclass(frozen=True)
class ScriptWeek:
    """One week."""

    name: str
    note: tuple[str, ...]
    days: tuple[ScriptDay, ...]


@dataclass(frozen=True)
class Script:
    """A whole program."""

    head: tuple[str, ...]
    """Where it comes from and what it lost, for who reads the text."""
    weeks: tuple[ScriptWeek, ...]

    @property
    def text(self) -> str:
        """The file."""
        out = [f"/// {line}" for line in self.head]
        for week in self.weeks:
            out += ["", *comments(week.note), f"# {week.name}"]
            for day in week.days:
                out += ["", *comments(day.note), f"## {day.name}", *day.lines]
        return "\n".join(out) + "\n"


def comments(notes: tuple[str, ...]) -> list[str]:
    """Lines that the app shows above what follows them."""
    return [f"// {note}".rstrip() for note in notes]


def script(plan: Plan, unit: Unit, *, own: bool, address: str = "") -> Script:
    """A program in one unit of weight.

    With `own`, exercises that the app does not have are written as exercises of the lifter's own,
    which an import file defines. Without, a day's note says what is left out, because a text
    alone cannot define any and the app would refuse it whole.
    """
    noted: set[str] = set()
    made = Script(
        tuple(_head(plan, unit, own, address)),
        tuple(_week(week, plan, unit, own, address, noted) for week in plan.weeks),
    )
    if wrong := faults(made.text):
        raise GeneratorError(f"{plan.program.id} makes no sound Liftoscript: {wrong[0]}")
    return made


def _head(plan: Plan, unit: Unit, own: bool, address: str) -> Iterator[str]:
    program = plan.program
    weights = {"kg": "kilograms", "lb": "pounds"}[unit]
    yield f"{_line(program.title)}, with weights in {weights}"
    yield f"By {joined(_line(author.name) for author in program.authors)}, CC BY 4.0"
    yield f"Made from programs/{program.id}.yml by Four Pillars; not affiliated with Liftosaur"
    if address:
        yield address
    for loss in losses(plan, unit, own=own):
        yield f"Lost on the way: {loss.text}"


def _line(text: str) -> str:
    return " ".join(text.split())


def _week(
    week: Week, plan: Plan, unit: Unit, own: bool, address: str, noted: set[str]
) -> ScriptWeek:
    count = week.block.weeks
    name = f"Week {week.number}: {_line(week.block.name)}"
    name += f", {week.number_in_block} of {count}" if count > 1 else ""
    notes = []
    if week.number_in_block == 1 and week.block.note:
        notes.append(without_markup(week.block.note))
    if week.deload:
        notes.append("An easy week.")
    if week.number == 1 and plan.program.progression:
        notes.append(f"How it grows: {without_markup(plan.program.progression.text)}")
    if week.number == 1 and plan.program.starting_loads:
        notes.append(f"Starting loads: {without_markup(plan.program.starting_loads)}")
    if address:
        notes.append(f"{address}#week-{week.number}" if week.number == 1 else address)
    days = tuple(_day(session, plan, unit, own, noted) for session in week.sessions)
    return ScriptWeek(name, tuple(notes) or (f"Week {week.number} of {len(plan.weeks)}.",), days)


def _day(session: PlannedSession, plan: Plan, unit: Unit, own: bool, noted: set[str]) -> ScriptDay:
    notes = [f"About {session_minutes(session, plan.framework)} minutes."]
    if session.session.warmup:
        notes.append("Warm-up: " + " ".join(map(_sentence, session.session.warmup)))
    if session.session.note:
        notes.append(without_markup(session.session.note))
    lines: list[str] = []
    names: list[str] = []
    for _, items in groupby(session.entries, key=lambda entry: entry.item_keys):
        group = tuple(items)
        here = tuple(entry for entry in group if own or their_name(entry, plan))
        notes += [_left_out(entry) for entry in group if entry not in here]
        for at, entry in enumerate(here):
            name = _name(entry, plan)
            above = [] if at else _group_notes(session, group)
            above += _notes(entry, unit)
            if not above and name in noted:
                above = [""]  # an empty note ends the one that would be carried here
            noted.update([name] if above else [])
            lines += comments(tuple(above))
            label = f"{entry.label}: " if name in names else ""
            names.append(name)
            lines.append(label + _exercise(entry, name, here, plan, unit))
    return ScriptDay(f"{weekday(session.day)}: {_line(session.name)}", tuple(notes), tuple(lines))


def _sentence(text: str) -> str:
    words = without_markup(text)
    return words if words.endswith((".", "!", "?")) else f"{words}."


def _left_out(entry: Entry) -> str:
    rir = f", {entry.first.rir} in reserve" if entry.first.rir else ""
    what = f"{entry.label} {entry.exercise.name}, {amount(entry)}{rir}"
    return f"Left out, the app does not have it: {what}."


def _name(entry: Entry, plan: Plan) -> str:
    theirs = their_name(entry, plan)
    return printed(theirs) if theirs else own_name(entry, plan)


def _group_notes(session: PlannedSession, group: tuple[Entry, ...]) -> list[str]:
    if not group[0].group:
        return []
    # ("blocks", block, "sessions", session, "exercises", item, …)
    item = session.session.exercises[int(group[0].keys[5])]
    note = without_markup(item.note) if isinstance(item, Group) else ""
    circuit = ["A circuit: one set of each in turn."] if group[0].group == "circuit" else []
    return circuit + ([note] if note else [])


def _notes(entry: Entry, unit: Unit) -> list[str]:
    """What the line of an exercise cannot say."""
    item, set_ = entry.prescription, entry.first
    notes = []
    if written := _as_written(set_, unit):
        notes.append(f"As written: {', '.join(written)}.")
    if set_.exercise.laterality == "unilateral" and not set_.exercise.jump:
        notes.append("Each side.")
    if set_.tempo:
        notes.append(f"Tempo {set_.tempo}: seconds down, pause, up, pause.")
    notes += [text for text in (special_set(entry), RANGES.get(item.range_of_motion, "")) if text]
    if item.note:
        notes.append(without_markup(item.note))
    if entry.swaps:
        swaps = [
            exercise.name + (f" when {_when(swap.when)}" if swap.when else "")
            for swap, exercise in zip(item.swap, entry.swaps, strict=True)
        ]
        notes.append(f"Instead: {', or '.join(swaps)}.")
    return notes


def _when(text: str) -> str:
    return without_markup(text).removeprefix("when ").removesuffix(".")


def _as_written(set_: PlannedSet, unit: Unit) -> list[str]:
    """Ranges, loads in another unit and efforts that the app has no number for."""
    found = []
    load = set_.load
    if load and load.kind != "rpe" and (is_range(load) or is_foreign(load, unit)):
        found.append(str(load))
    if set_.reps.timed and is_range(set_.reps):
        found.append(str(set_.reps))
    if set_.rir and (is_range(set_.rir) or rpe(set_) is None):
        found.append(f"{set_.rir} in reserve")
    if set_.rest and is_range(set_.rest):
        found.append(f"rest {set_.rest}")
    return found


def rpe(set_: PlannedSet) -> Fraction | None:
    """The effort of a set: of a range the hardest; none where it is too easy to rate."""
    if set_.rir is None or 10 - set_.rir.low < EASIEST_RPE:
        return None
    return 10 - set_.rir.low


def weight(set_: PlannedSet, plan: Plan, unit: Unit) -> str:
    """`72%`, `60kg`; `0kg` where there is nothing to hold, nothing where the lifter decides."""
    load = set_.load
    if load and load.kind == "percent":
        return f"{plain(load.low, 3)}%"
    if not is_weighted(set_, plan):
        return f"0{unit}"
    if load is None or load.kind == "rpe":
        return ""
    return f"{plain(in_unit(load, unit), 3)}{unit}"


def _exercise(entry: Entry, name: str, group: tuple[Entry, ...], plan: Plan, unit: Unit) -> str:
    parts = [name, _sets(entry, group, plan, unit)]
    steps = entry.prescription.warmup if is_weighted(entry.first, plan) else ()
    warmup = ", ".join(f"1x{step.reps} {plain(step.share, 3)}%" for step in steps)
    parts.append(f"warmup: {warmup or 'none'}")
    if len(group) > 1:
        parts.append(f"superset: {entry.label.rstrip('0123456789')}")
    return " / ".join(parts)


def _sets(entry: Entry, group: tuple[Entry, ...], plan: Plan, unit: Unit) -> str:
    written = [
        _set(set_, _rest(set_, number, entry, group), plan, unit)
        for number, set_ in enumerate(entry.sets)
    ]
    return ", ".join(f"{len(list(same))}x{text}" for text, same in groupby(written))


def _rest(set_: PlannedSet, number: int, entry: Entry, group: tuple[Entry, ...]) -> int | None:
    """Seconds after a set; in a group nothing but after the last exercise of a round."""
    later = group[group.index(entry) + 1 :]
    if any(number < len(other.sets) for other in later):
        return 0
    return int(set_.rest.low) if set_.rest else None


def _set(set_: PlannedSet, rest: int | None, plan: Plan, unit: Unit) -> str:
    reps, effort = set_.reps, rpe(set_)
    parts = []
    if reps.timed:
        parts += ["1", _label(set_)]
        pause = "?" if rest is None else f"{rest}s"
        timing = f"{int(reps.low)}s|{pause}"
    else:
        high = f"-{int(reps.high)}" if is_range(reps) else ""
        parts += [f"{int(reps.low)}{high}{'+' if reps.open else ''}", _label(set_)]
        timing = "" if rest is None else f"{rest}s"
    parts += [weight(set_, plan, unit), f"@{plain(effort, 1)}" if effort is not None else ""]
    return " ".join(part for part in (*parts, timing) if part)


def _label(set_: PlannedSet) -> str:
    label = LABELS.get(set_.set_type)
    return f"({label})" if label else ""
