"""What belongs together in two versions of a program: blocks, sessions, exercises."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from generator.plan import Entry, Plan, PlannedSession, Week

T = TypeVar("T")
Block = tuple[Week, ...]
Likeness = Callable[[T, T], float]
"""How alike two things are; 0 where they have nothing to do with one another."""


@dataclass(frozen=True)
class Pairs(Generic[T]):
    """Two lists, matched."""

    both: tuple[tuple[T, T], ...]
    """What is on either side, in the order of the second."""
    gone: tuple[T, ...]
    new: tuple[T, ...]


def matched(before: Sequence[T], after: Sequence[T], *steps: Likeness[T]) -> Pairs[T]:
    """Pairs found step by step; each step looks at what the ones before it left over.

    Within a step the most alike come first, and of equals those that moved least.
    """
    found: dict[int, int] = {}
    taken: set[int] = set()
    for step in steps:
        left = [i for i in range(len(before)) if i not in taken]
        scores = [
            (-likeness, abs(i - j), i + j, i, j)
            for j in range(len(after))
            if j not in found
            for i in left
            if (likeness := step(before[i], after[j]))
        ]
        for *_, i, j in sorted(scores):
            if j not in found and i not in taken:
                found[j] = i
                taken.add(i)
    return Pairs(
        tuple((before[found[j]], after[j]) for j in sorted(found)),
        tuple(item for i, item in enumerate(before) if i not in taken),
        tuple(item for j, item in enumerate(after) if j not in found),
    )


def paired_blocks(before: Plan, after: Plan) -> Pairs[Block]:
    """Blocks by name, then by likeness: both loading or both deloads, sessions much the same."""

    def alike(one: Block, other: Block) -> float:
        if one[0].deload != other[0].deload or bool(one[0].block.like) != bool(other[0].block.like):
            return 0
        return _enough(_overlap(_exercises(*one[0].sessions), _exercises(*other[0].sessions)))

    return matched(before.blocks, after.blocks, lambda a, b: a[0].block.name == b[0].block.name,
                   alike)  # fmt: skip


def template(block: Block) -> int:
    """The number of the block whose lines a block follows; its own where it is written out."""
    return int(block[0].sessions[0].keys[1])


def paired_sessions(before: Week, after: Week) -> Pairs[PlannedSession]:
    """Sessions by name, then by day, then by likeness."""

    def likeness(one: PlannedSession, other: PlannedSession) -> float:
        return _overlap(_exercises(one), _exercises(other))

    return matched(
        before.sessions,
        after.sessions,
        lambda one, other: one.name == other.name,
        lambda one, other: likeness(one, other) if one.day == other.day else 0,
        lambda one, other: _enough(likeness(one, other)),
    )


def paired_entries(before: PlannedSession, after: PlannedSession) -> Pairs[int]:
    """Exercises by id, then by their place between others where the rest is alike; as numbers."""
    one, other = before.entries, after.entries
    first = matched(range(len(one)), range(len(other)), lambda i, j: _same(one[i], other[j]))
    known = dict(first.both)
    back = {j: i for i, j in first.both}

    def same_place(i: int, j: int) -> bool:
        beside = zip(_neighbours(i, known), _neighbours(j, back), strict=True)
        return any((None if a is None else known[a]) == b for a, b in beside)

    return matched(
        range(len(one)),
        range(len(other)),
        lambda i, j: float(known.get(i) == j),
        lambda i, j: (
            _alike(one[i], other[j]) if i not in known and j not in back and same_place(i, j) else 0
        ),
    )


def _same(one: Entry, other: Entry) -> float:
    if one.exercise.id != other.exercise.id:
        return 0
    return 1 + (one.prescription == other.prescription) + (_work(one) == _work(other)) / 2


def _alike(one: Entry, other: Entry) -> float:
    """How likely one exercise took the place of another."""
    a, b = one.exercise, other.exercise
    kin = (a.pattern == b.pattern) + (a.main_muscle == b.main_muscle)
    return kin + 2 * (_work(one) == _work(other))


def _work(entry: Entry) -> tuple[object, ...]:
    return len(entry.sets), entry.first.reps


def _neighbours(place: int, known: dict[int, int]) -> tuple[int | None, int | None]:
    """The nearest places before and after that have a partner; the ends of a session are alike."""
    return (
        max((other for other in known if other < place), default=None),
        min((other for other in known if other > place), default=None),
    )


def _exercises(*sessions: PlannedSession) -> frozenset[str]:
    return frozenset(entry.exercise.id for session in sessions for entry in session.entries)


def _overlap(one: frozenset[str], other: frozenset[str]) -> float:
    return len(one & other) / len(one | other)


def _enough(overlap: float) -> float:
    """Half of all there is."""
    return overlap if overlap >= 0.5 else 0
