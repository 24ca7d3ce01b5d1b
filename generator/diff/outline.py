"""What changed in the build of a program: blocks, sessions, which exercises and in what order."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from generator.diff.change import ARROW, Change, Shift, Weeks, reworded
from generator.diff.pairing import (
    Block,
    Pairs,
    paired_blocks,
    paired_entries,
    paired_sessions,
    template,
)
from generator.diff.work import NAMED, Reworked, name_in, prescribed, reworked, work_changes
from generator.plan import Entry, Plan, PlannedSession
from generator.view.words import counted, joined, weekday

PLACES = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth")


def outline_changes(before: Plan, after: Plan) -> Iterator[Change]:
    """Everything below `blocks`, from the blocks down to the single prescription."""
    blocks = paired_blocks(before, after)
    yield from (_removed_block(block) for block in blocks.gone)
    yield from (_added_block(block) for block in blocks.new)
    order = [block[0].block_number for block, _ in blocks.both]
    if order != sorted(order):
        names = ", ".join(block[0].block.name for _, block in blocks.both)
        yield Change("block", f"blocks in another order, now {names}")
    steps: list[Reworked] = []
    numbers = {(one[0].block_number, other[0].block_number) for one, other in blocks.both}
    for one, other in blocks.both:
        repeats_the_same = (template(one), template(other)) in numbers
        yield from _block(one, other, repeats_the_same)
        if one[0].block.like and other[0].block.like:
            continue  # its sessions are told with the block it repeats
        sessions = paired_sessions(one[0], other[0])
        yield from _sessions(one, other, sessions)
        for pair in sessions.both:
            entries = paired_entries(*pair)
            yield from _exercises(_weeks(one, other), pair, entries)
            for old, new in zip(one, other, strict=False):
                then = (
                    old.sessions[one[0].sessions.index(pair[0])],
                    new.sessions[other[0].sessions.index(pair[1])],
                )
                steps += reworked((old, new), then, entries.both)
    yield from work_changes(steps)


def _weeks(one: Block, other: Block) -> Weeks:
    return Weeks(tuple(week.number for week in one), tuple(week.number for week in other))


def _removed_block(block: Block) -> Change:
    weeks = Weeks(before=tuple(week.number for week in block))
    return Change("block", f"block {block[0].block.name} removed, {_held(block)}", weeks)


def _added_block(block: Block) -> Change:
    weeks = Weeks(after=tuple(week.number for week in block))
    return Change("block", f"block {block[0].block.name} added, {_held(block)}", weeks)


def _held(block: Block) -> str:
    written = block[0].block
    like = f", like {written.like}" if written.like else ""
    deload = "a deload of " if block[0].deload else ""
    sessions = counted(len(block[0].sessions), "session")
    return f"{deload}{counted(len(block), 'week')} with {sessions} a week{like}"


def _block(one: Block, other: Block, repeats_the_same: bool) -> Iterator[Change]:
    """What is written about a block itself."""
    weeks, old, new = _weeks(one, other), one[0].block, other[0].block
    if old.name != new.name:
        says = f"block {old.name} renamed {new.name}"
        yield Change("words", says, weeks, shifts=(Shift("name", old.name, new.name),))
    name = new.name
    if old.weeks != new.weeks:
        shift = Shift("weeks", str(old.weeks), str(new.weeks))
        says = f"{name} lasts {old.weeks} {ARROW} {counted(new.weeks, 'week')}"
        yield Change("block", says, weeks, shifts=(shift,))
    if old.deload != new.deload:
        yield Change("block", f"{name} is {'now' if new.deload else 'no longer'} a deload", weeks)
    # a block that is only called otherwise repeats the same sessions
    if old.like != new.like and not repeats_the_same:
        said = [f"now repeats {new.like}" if new.like else "is now written out"]
        said += [f"no longer repeats {old.like}"] if old.like else []
        yield Change("block", f"{name} {joined(said)}", weeks)
    whole = {"sets": "all of them", "load": "the full load", "rir": "as written"}
    for field, words in (("sets", "sets kept"), ("load", "load kept"), ("rir", "RIR")):
        a, b = getattr(old, field), getattr(new, field)
        if a != b and old.like and new.like:
            shift = Shift(words, *(str(value) if value else whole[field] for value in (a, b)))
            yield Change("block", f"{name}, {shift}", weeks, shifts=(shift,))
    if done := reworded(old.note, new.note):
        yield Change("words", f"note of {name} {done}", weeks)


def _sessions(one: Block, other: Block, sessions: Pairs[PlannedSession]) -> Iterator[Change]:
    weeks = _weeks(one, other)
    for session in sessions.gone:
        says = f"session {session.name} on {weekday(session.day)} removed, {_size(session)}"
        yield Change("session", says, weeks)
    for session in sessions.new:
        says = f"session {session.name} on {weekday(session.day)} added, {_size(session)}"
        yield Change("session", says, weeks)
    for old, new in sessions.both:
        if old.name != new.name:
            shift = Shift("name", old.name, new.name)
            says = f"session {old.name} renamed {new.name}"
            yield Change("words", says, weeks, shifts=(shift,))
        if old.day != new.day:
            shift = Shift("day", weekday(old.day), weekday(new.day))
            says = f"session moved {shift.before} {ARROW} {shift.after}"
            yield Change("session", says, weeks, new.name, shifts=(shift,))
        if old.session.warmup != new.session.warmup:
            yield Change("words", "warm-up reworded", weeks, new.name)
        if done := reworded(old.session.note, new.session.note):
            yield Change("words", f"note {done}", weeks, new.name)
        if old.session.split != new.session.split:
            split = "now split on purpose" if new.session.split else "no longer split on purpose"
            yield Change("words", f"the day is {split}", weeks, new.name)
    for (a, first), (b, then) in pairwise(sessions.both):
        same_day = a.day == b.day == first.day == then.day
        if same_day and one[0].sessions.index(a) > one[0].sessions.index(b):
            says = f"{first.name} now comes before {then.name}"
            yield Change("session", says, weeks)


def _size(session: PlannedSession) -> str:
    exercises = counted(len(session.entries), "exercise")
    return f"{exercises} and {counted(len(session.sets), 'set')}"


def _exercises(
    weeks: Weeks, pair: tuple[PlannedSession, PlannedSession], entries: Pairs[int]
) -> Iterator[Change]:
    """Exercises of a session that came, went, took another's place, or stand in another order."""
    old, new = pair

    def change(says: str, exercise: str, *shifts: Shift) -> Change:
        return Change("exercise", says, weeks, new.name, exercise, shifts)

    for i in entries.gone:
        yield change(f"{name_in(old, i)} removed, {prescribed(old.entries[i])}", name_in(old, i))
    for j in entries.new:
        yield change(f"{name_in(new, j)} added, {prescribed(new.entries[j])}", name_in(new, j))
    for i, j in entries.both:
        if old.entries[i].exercise.id != new.entries[j].exercise.id:
            shift = Shift("exercise", old.entries[i].exercise.name, new.entries[j].exercise.name)
            yield change(f"{shift.before} replaced by {shift.after}", shift.after, shift)
    yield from _groups(weeks, pair, entries)
    yield from _order(weeks, pair, entries.both)
    for i, j in entries.both:
        yield from _words(weeks, new.name, name_in(new, j), old.entries[i], new.entries[j])


def _order(
    weeks: Weeks, pair: tuple[PlannedSession, PlannedSession], both: Sequence[tuple[int, int]]
) -> Iterator[Change]:
    """That exercises stand in another order: which one moved, or how they stand now."""
    old, new = pair
    order = [i for i, _ in both]
    if order == sorted(order):
        return
    moved = [
        (old.entries[i].exercise.id, i, j)
        for at, (i, j) in enumerate(both)
        if (others := order[:at] + order[at + 1 :]) == sorted(others)
    ]
    if moved:
        # two neighbours that changed places are told by the same one of them either way round
        _, i, j = min(moved)
        name, shift = name_in(new, j), Shift("place", _place(i), _place(j))
        says = f"{name} moved from {shift.before} to {shift.after} place"
        yield Change("exercise", says, weeks, new.name, name, (shift,))
    else:
        names = [name_in(new, j) for _, j in both]
        listed = ", ".join(names[:NAMED]) + (" …" if len(names) > NAMED else "")
        yield Change("exercise", f"exercises in another order, now {listed}", weeks, new.name)


def _place(at: int) -> str:
    return PLACES[at] if at < len(PLACES) else f"{at + 1}th"


def _words(weeks: Weeks, session: str, exercise: str, old: Entry, new: Entry) -> Iterator[Change]:
    a, b = old.prescription, new.prescription
    if done := reworded(a.note, b.note):
        yield Change("words", f"{exercise}, note {done}", weeks, session, exercise)
    if a.swap != b.swap and [s.exercise for s in a.swap] == [s.exercise for s in b.swap]:
        says = f"{exercise}, when to swap reworded"
        yield Change("words", says, weeks, session, exercise)


def _groups(
    weeks: Weeks, pair: tuple[PlannedSession, PlannedSession], entries: Pairs[int]
) -> Iterator[Change]:
    """Supersets and circuits that were made, taken apart or have other members."""
    old, new = pair
    partner = {j: i for i, j in entries.both}
    before = _members(old)
    left = dict(before)
    for members, kind in _members(new).items():
        was = frozenset(partner.get(j, -1) for j in members)
        now = f"{kind} of {joined(_called(new, members))}"
        if before.get(was) == kind:
            del left[was]
            yield from _group_note(weeks, pair, (min(was), min(members)), now)
            continue
        shared = next((group for group in left if group & was), None)
        if shared is None:
            says = f"{joined(_called(new, members))} now done as a {kind}"
            yield Change("exercise", says, weeks, new.name)
        else:
            then = f"{left.pop(shared)} of {joined(_called(old, shared))}"
            yield Change("exercise", f"{then} {ARROW} {now}", weeks, new.name,
                         shifts=(Shift("group", then, now),))  # fmt: skip
    stayed = {i for i, _ in entries.both}
    for group, kind in left.items():
        if group & stayed:
            says = f"{joined(_called(old, group))} no longer done as a {kind}"
            yield Change("exercise", says, weeks, new.name)


def _group_note(
    weeks: Weeks, pair: tuple[PlannedSession, PlannedSession], at: tuple[int, int], called: str
) -> Iterator[Change]:
    old, new = (
        session.session.exercises[int(session.entries[place].keys[5])]
        for session, place in zip(pair, at, strict=True)
    )
    if done := reworded(old.note, new.note):
        yield Change("words", f"{called}, note {done}", weeks, pair[1].name)


def _members(session: PlannedSession) -> dict[frozenset[int], str]:
    found: dict[object, list[int]] = {}
    for at, entry in enumerate(session.entries):
        if entry.group:
            found.setdefault(entry.item_keys, []).append(at)
    return {frozenset(group): session.entries[group[0]].group for group in found.values()}


def _called(session: PlannedSession, members: frozenset[int]) -> list[str]:
    return [session.entries[at].exercise.name for at in sorted(members)]
