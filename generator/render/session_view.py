"""A session as its table: one row for each exercise, supersets and circuits under one heading."""

from dataclasses import dataclass, replace
from itertools import groupby

from markupsafe import Markup

from generator.measure.duration import session_minutes
from generator.measure.example_lift import gear_of
from generator.measure.sets import SERVES, is_weighted
from generator.model import Framework, Group
from generator.model.number import plain, printed
from generator.model.quantity import Between
from generator.plan import Entry, Plan, PlannedSession, PlannedSet
from generator.render.library_parts import anchor
from generator.render.templates import component
from generator.render.why import why_href
from generator.view.page import Html
from generator.view.prose import html, inline_html
from generator.view.route import Links
from generator.view.special_sets import RANGES, special_set
from generator.view.words import (
    amount,
    capital,
    counted,
    joined,
    load_in_words,
    weekday,
)


@dataclass(frozen=True)
class Cell:
    """One number of a row, and what stands small beneath it."""

    name: str
    text: str
    under: str = ""
    data: tuple[tuple[str, str], ...] = ()
    """What the guide's tools work with: names and values of `data-` attributes."""


@dataclass(frozen=True)
class Column:
    """A kind of number, and where the guide says why it is so."""

    name: str
    why: str


@dataclass(frozen=True)
class Row:
    """One exercise."""

    id: str
    label: str
    name: str
    href: str
    serves: tuple[tuple[str, str], ...]
    """Pillars its sets count for: id and short name."""
    cells: tuple[Cell, ...]
    notes: tuple[Markup, ...]
    instead: Markup
    """What may stand in for it, and when."""
    warmup: str
    """Its warm-up sets as `8:40 5:60`: repetitions and percent of the working load."""


@dataclass(frozen=True)
class Turn:
    """One exercise done alone, or a superset or circuit with its heading and the round's end."""

    kind: str
    heading: str
    round: str
    close: str
    note: Markup
    rows: tuple[Row, ...]


@dataclass(frozen=True)
class SessionView:
    """A session, ready to print."""

    id: str
    also: tuple[str, ...]
    """Further addresses: those of weeks in which the same is done again."""
    name: str
    day: str
    facts: str
    warmup: tuple[Markup, ...]
    note: Markup
    columns: tuple[Column, ...]
    has_notes: bool
    turns: tuple[Turn, ...]


def session_html(
    session: PlannedSession, id_: str, plan: Plan, links: Links, also: tuple[str, ...] = ()
) -> Html:
    """A session as a component."""
    return component("session.html", session=session_view(session, id_, plan, links, also))


def session_view(
    session: PlannedSession, id_: str, plan: Plan, links: Links, also: tuple[str, ...] = ()
) -> SessionView:
    """Everything the table of a session says."""
    turns = tuple(
        _turn(session, tuple(entries), plan, links)
        for _, entries in groupby(session.entries, key=lambda entry: entry.keys[:6])
    )
    rows = [row for turn in turns for row in turn.rows]
    used = [
        number
        for number in range(len(rows[0].cells))
        if any(row.cells[number].text for row in rows)
    ]
    names = [rows[0].cells[number].name for number in used]
    facts = (
        f"About {counted(session_minutes(session, plan.framework), 'minute')}",
        counted(len(session.entries), "exercise"),
        counted(len(session.sets), "set"),
    )
    return SessionView(
        id_,
        also,
        session.name,
        weekday(session.day),
        " · ".join(facts),
        tuple(Markup(inline_html(step, links)) for step in session.session.warmup),
        Markup(html(session.session.note, links)),
        tuple(Column(name, why_href(name)) for name in names),
        any(row.notes or row.instead for row in rows),
        tuple(_only(turn, used) for turn in turns),
    )


def _only(turn: Turn, used: list[int]) -> Turn:
    """The turn with the columns that say something in this session."""
    rows = tuple(
        replace(row, cells=tuple(row.cells[number] for number in used)) for row in turn.rows
    )
    return replace(turn, rows=rows)


def _turn(session: PlannedSession, entries: tuple[Entry, ...], plan: Plan, links: Links) -> Turn:
    rows = tuple(_row(entry, plan, links) for entry in entries)
    first = entries[0]
    # ("blocks", block, "sessions", session, "exercises", item, …)
    item = session.session.exercises[int(first.keys[5])]
    if not isinstance(item, Group):
        return Turn("", "", "", "", Markup(), rows)
    names = joined(entry.label for entry in entries)
    rest = f"rest {first.first.rest}" if first.first.rest else "rest as you need"
    return Turn(
        item.kind,
        f"{capital(item.kind)} {first.label[:-1]}",
        f"one set of {names} in turn, without a rest between",
        f"After each round {rest}, then {first.label} again",
        Markup(html(item.note, links)),
        rows,
    )


def _row(entry: Entry, plan: Plan, links: Links) -> Row:
    steps = entry.prescription.warmup
    return Row(
        entry.exercise.id,
        entry.label,
        entry.exercise.name,
        links.url("exercise", entry.exercise.id),
        serves(entry.sets, plan.framework),
        _cells(entry, plan),
        tuple(_notes(entry, links)),
        _instead(entry, links),
        " ".join(f"{step.reps}:{plain(step.share)}" for step in steps),
    )


def serves(sets: tuple[PlannedSet, ...], framework: Framework) -> tuple[tuple[str, str], ...]:
    """The pillars that at least one of the sets counts for."""
    return tuple(
        (id_, name) for id_, name, counts in SERVES if any(counts(set_, framework) for set_ in sets)
    )


def _cells(entry: Entry, plan: Plan) -> tuple[Cell, ...]:
    set_ = entry.first
    sides = "each side" if set_.exercise.laterality == "unilateral" else ""
    load, under = _load(set_, plan)
    return (
        Cell("Sets × reps", amount(entry), "landings" if set_.exercise.jump else sides),
        Cell("Load", load, under, _percent(set_, plan)),
        Cell("RIR", str(set_.rir or ""), "", _effort(set_)),
        Cell("Tempo", str(set_.tempo or "")),
        # in a group the rest stands in its heading
        Cell("Rest", "" if entry.group else str(set_.rest or "")),
    )


def _load(set_: PlannedSet, plan: Plan) -> tuple[str, str]:
    """What to put on the bar, and what that is or counts as in percent of the 1RM."""
    counts = set_.intensity
    if counts is None or not counts.estimated:
        return str(set_.load or ""), ""
    # a share of the 1RM tells nothing about a lift without a weight to choose
    about = f"≈ {plain(counts.percent, 0)} %" if is_weighted(set_, plan) else ""
    return load_in_words(set_), about


def _percent(set_: PlannedSet, plan: Plan) -> tuple[tuple[str, str], ...]:
    """The share of the 1RM to work a load out from; nothing where a weight is written."""
    counts, load = set_.intensity, set_.load
    if counts is None or not is_weighted(set_, plan):
        return ()
    if load and load.kind not in ("percent", "rpe"):
        return ()
    share = load if load and load.kind == "percent" else Between(counts.percent, counts.percent)
    ends = dict.fromkeys((plain(share.low), plain(share.high)))
    data = [("percent", "-".join(ends))]
    data += [("estimated", "")] if counts.estimated else []
    owned = frozenset(plan.program.equipment)
    data += [("each", "")] if gear_of(set_.exercise, owned) == "dumbbell" else []
    return tuple(data)


def _effort(set_: PlannedSet) -> tuple[tuple[str, str], ...]:
    """The same effort out of ten."""
    if set_.rir is None:
        return ()
    return (("rpe", printed(10 - set_.rir.high, 10 - set_.rir.low)),)


def _notes(entry: Entry, links: Links) -> list[Markup]:
    item = entry.prescription
    notes = [Markup(inline_html(text, links)) for text in (special_set(entry),) if text]
    if item.range_of_motion in RANGES:
        notes.append(Markup(RANGES[item.range_of_motion]))
    if item.note:
        notes.append(Markup(inline_html(item.note, links)))
    if item.warmup:
        steps = joined(str(step) for step in item.warmup)
        notes.append(Markup(f"Warm-up sets: {steps} of the working load."))
    return notes


def _instead(entry: Entry, links: Links) -> Markup:
    if not entry.prescription.swap:
        return Markup()
    return Markup("Instead: {}.").format(Markup(", or ").join(_swaps(entry, links)))


def _swaps(entry: Entry, links: Links) -> list[Markup]:
    """Each swap as a link, with when to take it."""
    out = []
    for swap, exercise in zip(entry.prescription.swap, entry.swaps, strict=True):
        link = anchor(links.url("exercise", exercise.id), exercise.name)
        when = f" when {swap.when.removeprefix('when ')}" if swap.when else ""
        out.append(Markup('<span data-swap="{}">{}{}</span>').format(exercise.id, link, when))
    return out
