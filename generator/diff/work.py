"""What changed in the work itself: sets, repetitions, loads, reserve, tempo, rest and the rest."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from generator.diff.change import ARROW, NOT_GIVEN, Change, Shift, Weeks, together
from generator.model.program import Prescription
from generator.plan import Entry, PlannedSession, Week
from generator.view.words import amount, counted, joined, load_in_words

WORK = ("sets", "reps", "load")
SUMMED = 4
"""Exercises that a value changed in alike before it is said once for all of them."""
WEEKLY = 2
"""Sentences about one exercise in one block before it is said week by week in one."""
NAMED = 6
"""Names or values in a row before the rest is only counted, or left out in the middle."""

PLURALS = {"sets": "sets", "reps": "repetitions", "load": "loads", "rest": "rests",
           "tempo": "tempos"}  # fmt: skip
SET_TYPES = {
    "straight": "straight sets",
    "drop-set": "drop sets",
    "rest-pause": "rest-pause sets",
    "myo-reps": "myo-reps",
    "cluster": "cluster sets",
    "bfr": "sets with cuffs that restrict blood flow",
}
RANGES = {
    "full": "full range of motion",
    "lengthened-partial": "stretched half of the range",
    "partial": "short range of motion",
}


@dataclass(frozen=True)
class Reworked:
    """One prescription in one week, before and after."""

    block: int
    session: str
    exercise: str
    weeks: Weeks
    before: str
    """Sets × repetitions @ load."""
    after: str
    values: tuple[Shift, ...]
    """Every field, changed or not."""

    @property
    def shifts(self) -> tuple[Shift, ...]:
        """The fields that changed."""
        return tuple(shift for shift in self.values if shift.before != shift.after)


def reworked(
    weeks: tuple[Week, Week], sessions: tuple[PlannedSession, PlannedSession],
    pairs: Iterable[tuple[int, int]],
) -> Iterator[Reworked]:  # fmt: skip
    """Each prescription of a session in one week beside what it was, told from what it is."""
    before, after = sessions
    when = Weeks((weeks[0].number,), (weeks[1].number,))
    for i, j in pairs:
        old, new = before.entries[i], after.entries[j]
        values = list(_values(old, new))
        block = weeks[1].block_number
        if old.group and new.group:
            # a group rests once a round
            group = f"{new.group} of {joined(_names(_group(after, new)))}"
            rest = next(value for value in values if value.field == "rest")
            values.remove(rest)
            yield Reworked(block, after.name, group, when, "", "", (rest,))
        yield Reworked(block, after.name, name_in(after, j), when, *_works(old, new), tuple(values))


def work_changes(steps: Sequence[Reworked]) -> Iterator[Change]:
    """Sentences about prescriptions, with what is alike said once."""
    wide = _widespread(steps)
    yield from (_summed(shift, subjects, steps) for shift, subjects in wide.items())
    by_subject: dict[tuple[int, str, str], list[Reworked]] = defaultdict(list)
    for step in dict.fromkeys(steps):
        left = tuple(value for value in step.values if value not in wide)
        by_subject[(step.block, step.session, step.exercise)].append(replace(step, values=left))
    said: list[Change] = []
    for group in by_subject.values():
        changed = [step for step in group if step.shifts]
        whole, bare = together(map(_whole, changed)), together(map(_bare, changed))
        if len(whole) == 1:
            said += whole
        elif len(bare) < len(whole):
            said += bare
        else:
            said += [_week_by_week(changed)] if len(whole) > WEEKLY else whole
    yield from together(said)


def _widespread(steps: Iterable[Reworked]) -> dict[Shift, list[tuple[str, str]]]:
    """Values that changed alike in many exercises, and those exercises with their sessions."""
    found: dict[Shift, dict[tuple[str, str], None]] = defaultdict(dict)
    for step in steps:
        for shift in step.shifts:
            found[shift][(step.session, step.exercise)] = None
    return {shift: list(subjects) for shift, subjects in found.items() if len(subjects) >= SUMMED}


def _summed(shift: Shift, subjects: list[tuple[str, str]], steps: Iterable[Reworked]) -> Change:
    weeks = Weeks()
    had = set()
    for step in steps:
        if shift in step.shifts:
            weeks |= step.weeks
        if any((v.field, v.before) == (shift.field, shift.before) for v in step.values):
            had.add((step.session, step.exercise))
    names = list(dict.fromkeys(exercise for _, exercise in subjects))
    values = replace(shift, field=PLURALS.get(shift.field, shift.field))
    who = counted(len(subjects), "exercise")
    if had == set(subjects):
        says = f"all {values} ({who})"
    else:
        more = f" and {len(names) - NAMED} more" if len(names) > NAMED else ""
        says = f"{values} ({who}: {', '.join(names[:NAMED])}{more})"
    return Change("prescription", says, weeks, shifts=(shift,))


def _whole(step: Reworked) -> Change:
    """With sets, repetitions and load together as a lifter reads them."""
    parts = [str(shift) for shift in step.shifts if shift.field not in WORK]
    if any(shift.field in WORK for shift in step.shifts):
        parts.insert(0, f"{step.before} {ARROW} {step.after}")
    return _sentence(step, f"{step.exercise} {', '.join(parts)}")


def _bare(step: Reworked) -> Change:
    """With only what changed, which may be the same in weeks that differ otherwise."""
    return _sentence(step, f"{step.exercise} {', '.join(map(str, step.shifts))}")


def _sentence(step: Reworked, says: str) -> Change:
    return Change("prescription", says, step.weeks, step.session, step.exercise, step.shifts)


def _week_by_week(steps: Sequence[Reworked]) -> Change:
    """One sentence with the values of each week in a row."""
    weeks = Weeks()
    for step in steps:
        weeks |= step.weeks
    shifts = []
    moved = {shift.field for step in steps for shift in step.shifts}
    for field in (value.field for value in steps[0].values if value.field in moved):
        values = [value for step in steps for value in step.values if value.field == field]
        rows = (_row([v.before for v in values]), _row([v.after for v in values]))
        shifts.append(Shift(field, *rows))
    first = steps[0]
    says = f"{first.exercise}, week by week: {'; '.join(map(str, shifts))}"
    return Change("prescription", says, weeks, first.session, first.exercise, tuple(shifts))


def _row(values: list[str]) -> str:
    if len(set(values)) == 1:
        return values[0]
    return ", ".join(values) if len(values) <= NAMED else f"{values[0]} … {values[-1]}"


def _values(old: Entry, new: Entry) -> Iterator[Shift]:
    """Every field of a prescription in one week, in the order a table shows them."""
    a, b = old.first, new.first
    yield Shift("sets", str(len(old.sets)), str(len(new.sets)))
    yield Shift("reps", str(a.reps), str(b.reps))
    yield Shift("load", *_loads(old, new))
    by_effort = [set_.load is not None and set_.load.kind == "rpe" for set_ in (a, b)]
    if not all(by_effort):
        yield _shift("RIR", a.rir, b.rir)
    yield _shift("tempo", a.tempo, b.tempo)
    yield _shift("rest", a.rest, b.rest)
    yield Shift("set type", _set_type(old.prescription), _set_type(new.prescription))
    yield Shift("range", *(RANGES[e.prescription.range_of_motion] for e in (old, new)))
    yield Shift("warm-up sets", *(_warm_up(e.prescription) for e in (old, new)))
    yield Shift("swap", *(_swaps(e) for e in (old, new)))


def _shift(field: str, before: object, after: object) -> Shift:
    return Shift(field, *(NOT_GIVEN if value is None else str(value) for value in (before, after)))


def _loads(old: Entry, new: Entry) -> tuple[str, str]:
    """Both loads; where neither is written, a reserve that appears is told as a reserve alone."""
    if old.first.load is None and new.first.load is None:
        return NOT_GIVEN, NOT_GIVEN
    return load_in_words(old.first), load_in_words(new.first)


def _works(old: Entry, new: Entry) -> tuple[str, str]:
    """Sets × repetitions @ load; where only one has a load, who decides the other is said."""
    one_sided = bool(old.first.load) != bool(new.first.load)
    before, after = (
        f"{_work(entry)} {load_in_words(entry.first)}"
        if one_sided and not entry.first.load
        else _work(entry)
        for entry in (old, new)
    )
    return before, after


def _work(entry: Entry) -> str:
    load = entry.first.load
    return f"{amount(entry)} @ {load}" if load else amount(entry)


def _set_type(item: Prescription) -> str:
    parts = [SET_TYPES[item.set_type]]
    parts += ["on the last set only"] if item.set_type_on == "last" else []
    parts += [counted(item.mini_sets, "more part")] if item.mini_sets else []
    parts += [f"{item.mini_rest} between"] if item.mini_rest else []
    parts += [f"{item.drop} off each time"] if item.drop else []
    return f"{parts[0]} ({', '.join(parts[1:])})" if parts[1:] else parts[0]


def _warm_up(item: Prescription) -> str:
    return joined(str(step) for step in item.warmup) or "none"


def _swaps(entry: Entry) -> str:
    """What may be done instead; when to do so is words."""
    return joined((exercise.name for exercise in entry.swaps), "or") or "none"


def prescribed(entry: Entry) -> str:
    """A whole prescription as in its week: `3 × 10 @ 70 %, RIR 2, rest 2 min`."""
    set_ = entry.first
    effort = set_.rir if not (set_.load and set_.load.kind == "rpe") else None
    parts = [_work(entry)]
    parts += [f"RIR {effort}"] if effort else []
    parts += [f"tempo {set_.tempo}"] if set_.tempo else []
    parts += [f"rest {set_.rest}"] if set_.rest else []
    kind = _set_type(entry.prescription)
    return ", ".join([*parts, *([kind] if kind != SET_TYPES["straight"] else [])])


def name_in(session: PlannedSession, at: int) -> str:
    """What an exercise is called; with its letter where it comes twice in the session."""
    entry = session.entries[at]
    twice = sum(other.exercise.id == entry.exercise.id for other in session.entries) > 1
    return f"{entry.exercise.name} ({entry.label})" if twice else entry.exercise.name


def _group(session: PlannedSession, entry: Entry) -> list[Entry]:
    return [other for other in session.entries if other.item_keys == entry.item_keys]


def _names(entries: Iterable[Entry]) -> list[str]:
    return [entry.exercise.name for entry in entries]
