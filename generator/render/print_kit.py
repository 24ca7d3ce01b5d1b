"""A program on paper: an overview, a log sheet for each session, and a table of plates.

The sheets are a page of the site, complete without scripts; with them a reader's own loads stand
in the targets. They fit A4 and Letter, black on white.
"""

from dataclasses import dataclass
from itertools import groupby

from generator.measure.duration import session_minutes
from generator.measure.plates import USUAL, Weights, bar_loads, plates_per_side
from generator.measure.sets import is_weighted
from generator.model import Group
from generator.model.number import plain
from generator.plan import Entry, Plan, PlannedSession, Week
from generator.render.guide_tool import told
from generator.render.library_parts import anchor
from generator.render.reading import terms
from generator.render.templates import component
from generator.view.page import Html, Page, Part, Section
from generator.view.prose import without_markup
from generator.view.route import Links, page_of
from generator.view.special_sets import RANGES, special_set
from generator.view.weeks import days_a_week, loading_minutes, weekdays
from generator.view.words import (
    EQUIPMENT,
    GOALS,
    LEVELS,
    PROGRESSIONS,
    amount,
    counted,
    joined,
    load_in_words,
    runs,
    sentence,
    weekday,
)

HEAVIEST = {"kg": 200, "lb": 445}
"""Where the printed table of plates ends: beyond it a lifter knows the plates by heart."""
STEP = {"kg": 5, "lb": 10}
"""From one row of the table to the next."""


# The page and what stands on it, in millimetres, measured on the sheets as Chromium prints them.
PAGE = 256
"""Letter, the shorter of the two, without margins and a little less."""
HEAD = 30
"""Title, warm-up, remarks and the line at the end."""
EXERCISE, LINE, GROUP = 6.5, 3.3, 7.0
"""The name of an exercise with the room above, a line of its notes, the heading of a superset."""
NOTE_LINE = 130
"""Letters on a line of notes."""
LEAST_ROW, MOST_ROW = 5.6, 8.0
"""Lower than narrow ruled paper nobody can write; higher only wastes paper."""


@dataclass(frozen=True)
class WeekRow:
    """What one exercise asks for in one week, and how many sets have an empty cell."""

    number: int
    amount: str
    load: str
    rir: str
    sets: int
    percent: str
    """Share of the 1RM for scripts: `72` or `72-78`; empty where there is no weight to choose."""
    estimated: bool


@dataclass(frozen=True)
class LogExercise:
    """One exercise of a sheet: what holds for all weeks, then a row for each."""

    label: str
    name: str
    id: str
    facts: str
    notes: tuple[str, ...]
    weeks: tuple[WeekRow, ...]
    cells: int
    """Empty cells of a row: as many as its fullest week has sets."""


@dataclass(frozen=True)
class LogTurn:
    """One exercise done alone, or a superset or circuit with its heading."""

    heading: str
    exercises: tuple[LogExercise, ...]


@dataclass(frozen=True)
class LogSheet:
    """A session over the weeks of its block."""

    title: str
    where: str
    warmup: str
    note: str
    turns: tuple[LogTurn, ...]
    deload: bool

    @property
    def row(self) -> str:
        """Height of a row in millimetres: as high as lets the sheet end with the page."""
        exercises = [exercise for turn in self.turns for exercise in turn.exercises]
        lines = [len(note) // NOTE_LINE + 1 for item in exercises for note in item.notes]
        lines += [len(item.facts) // NOTE_LINE for item in exercises]
        groups = sum(1 for turn in self.turns if turn.heading)
        taken = HEAD + EXERCISE * len(exercises) + LINE * sum(lines) + GROUP * groups
        rows = sum(len(exercise.weeks) for exercise in exercises)
        return f"{min(max((PAGE - taken) / rows, LEAST_ROW), MOST_ROW):.1f}"


def page(plan: Plan) -> Page:
    """The print kit of one program."""
    program = plan.program
    links = Links(page_of("print", program.id))
    guide = anchor(links.url("program", program.id), "guide")
    count = counted(len(sheets(plan)), "log sheet")
    lead = component("print/lead.html", guide=guide, sheets=count, told=told(plan, {}))
    parts: list[Part] = [lead, _overview(plan)]
    parts += [component("print/sheet.html", sheet=sheet) for sheet in sheets(plan)]
    if any(_on_a_bar(entry, plan) for entry in plan.prescriptions):
        parts.append(_plates())
    return Page(
        links.page,
        f"{program.title}: sheets to print",
        f"Overview and log sheets of {without_markup(program.title)}, for A4 and Letter.",
        (Section(tuple(parts)),),
        {"hide": ["navigation", "toc"]},
    )


def _overview(plan: Plan) -> Html:
    program = plan.program
    facts = [
        ("Level", LEVELS[program.level]),
        ("Goal", GOALS[program.goal]),
        ("Length", counted(program.weeks, "week")),
        ("Days", f"{days_a_week(plan)}: {joined(weekdays(plan))}"),
        ("A session", f"about {loading_minutes(plan)} minutes"),
        ("Equipment", sentence(", ".join(EQUIPMENT[item] for item in program.equipment))),
    ]
    rule = program.progression
    texts = [
        ("Starting loads", program.starting_loads),
        ("Progression", f"{PROGRESSIONS[rule.kind]} {rule.text}" if rule else ""),
        ("When you are stuck", rule.stall.text if rule and rule.stall else ""),
        ("A lighter week early", program.recovery.deload_when if program.recovery else ""),
    ]
    return component(
        "print/overview.html",
        title=program.title,
        facts=facts,
        takeaways=[without_markup(item.text) for item in program.takeaways],
        blocks=_blocks(plan),
        texts=[(name, without_markup(text)) for name, text in texts if text],
        terms=[term for term in terms(plan) if not term[0].startswith("Tension")],
    )


def _blocks(plan: Plan) -> list[tuple[str, str, str, str]]:
    """A row for each block: weeks, name, sessions, what its author says of it."""
    rows = []
    for weeks in plan.blocks:
        first = weeks[0]
        numbers = runs(week.number for week in weeks)
        name = first.block.name + (" (deload)" if first.deload else "")
        sessions = ", ".join(f"{weekday(s.day)[:3]} {s.name}" for s in first.sessions)
        rows.append((numbers, name, sessions, without_markup(first.block.note)))
    return rows


def sheets(plan: Plan) -> tuple[LogSheet, ...]:
    """A sheet for each session of each block, in the order they are done."""
    return tuple(
        _sheet(weeks, at, plan) for weeks in plan.blocks for at in range(len(weeks[0].sessions))
    )


def _sheet(weeks: tuple[Week, ...], at: int, plan: Plan) -> LogSheet:
    session = weeks[0].sessions[at]
    word = "Weeks" if len(weeks) > 1 else "Week"
    times = [session_minutes(week.sessions[at], plan.framework) for week in weeks]
    block = weeks[0].block
    where = (
        f"{block.name} · {word} {runs(week.number for week in weeks)} · {weekday(session.day)} · "
        f"about {max(times)} minutes"
    )
    columns = [_Column(week.number, week.sessions[at]) for week in weeks]
    places = range(len(session.entries))
    turns = groupby(places, key=lambda place: session.entries[place].item_keys)
    return LogSheet(
        session.name,
        where,
        " ".join(without_markup(step) for step in session.session.warmup),
        without_markup(session.session.note),
        tuple(_turn(list(members), columns, plan) for _, members in turns),
        weeks[0].deload,
    )


@dataclass(frozen=True)
class _Column:
    """The session in one week."""

    week: int
    session: PlannedSession

    def entry(self, place: int) -> Entry:
        return self.session.entries[place]


def _turn(places: list[int], columns: list[_Column], plan: Plan) -> LogTurn:
    first = columns[0].entry(places[0])
    item = columns[0].session.session.exercises[int(first.keys[5])]
    heading = ""
    if isinstance(item, Group):
        names = joined(columns[0].entry(place).label for place in places)
        rest = f", then rest {first.first.rest}" if first.first.rest else ""
        heading = f"{item.kind.capitalize()}: {names} in turn{rest}"
    return LogTurn(heading, tuple(_exercise(place, columns, plan) for place in places))


def _exercise(place: int, columns: list[_Column], plan: Plan) -> LogExercise:
    entries = [column.entry(place) for column in columns]
    first = entries[0]
    set_ = first.first
    facts = []
    if set_.exercise.laterality == "unilateral":
        facts.append("each side")
    if set_.tempo:
        facts.append(f"tempo {set_.tempo}")
    if set_.rest and not first.group:
        facts.append(f"rest {set_.rest}")
    if first.prescription.warmup:
        facts.append(f"warm-up {joined(str(step) for step in first.prescription.warmup)}")
    special = next((text for text in map(special_set, entries) if text), "")
    notes = [special, RANGES.get(first.prescription.range_of_motion, ""), first.prescription.note]
    if first.swaps:
        notes.append(f"Instead: {', or '.join(swap.name for swap in first.swaps)}.")
    return LogExercise(
        first.label,
        first.exercise.name,
        first.exercise.id,
        " · ".join(facts),
        tuple(without_markup(note) for note in notes if note),
        tuple(
            _row(column.week, entry, plan) for column, entry in zip(columns, entries, strict=True)
        ),
        max(len(entry.sets) for entry in entries),
    )


def _row(week: int, entry: Entry, plan: Plan) -> WeekRow:
    set_ = entry.first
    share, weighted = set_.intensity, is_weighted(set_, plan)
    written = set_.load
    if written and written.kind == "percent":
        percent = str(written).removesuffix(" %").replace("\u2013", "-")
    else:
        percent = plain(share.percent, 0) if share and weighted else ""
    if written and written.kind not in ("percent", "rpe"):
        percent = ""  # a weight or the body, as its author wrote it
    return WeekRow(
        week,
        amount(entry),
        load_in_words(set_) if written else "",
        f"RIR {set_.rir}" if set_.rir else "",
        len(entry.sets),
        percent,
        bool(share and share.estimated),
    )


def _on_a_bar(entry: Entry, plan: Plan) -> bool:
    """Whether a bar with plates is a way of doing an exercise with the program's equipment."""
    ways = entry.exercise.ways_with(frozenset(plan.program.equipment))
    return any("barbell" in way for way in ways)


def _plates() -> Html:
    tables = [(unit, weights, plate_rows(unit, weights)) for unit, weights in USUAL.items()]
    return component(
        "print/plates.html",
        tables=[
            (unit, f"Bar of {plain(weights.bar)} {unit}", rows) for unit, weights, rows in tables
        ],
    )


def plate_rows(unit: str, weights: Weights) -> tuple[tuple[str, str], ...]:
    """Loads and the plates for one side: `100` and `25 + 15`."""
    rows = []
    for load in bar_loads(weights):
        if load <= HEAVIEST[unit] and (load - weights.bar) % STEP[unit] == 0:
            side = plates_per_side(load, weights) or ()
            rows.append((plain(load), " + ".join(map(plain, side)) or "empty bar"))
    return tuple(rows)
