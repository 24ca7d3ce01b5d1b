"""What changed around the weeks: for whom, with what, how it grows, its evidence, its words."""

from collections.abc import Iterable, Iterator, Mapping

from generator.diff.change import NOT_GIVEN, Change, Kind, Shift, quoted, reworded
from generator.diff.pairing import matched
from generator.model import Deviation, Library, Program, Takeaway
from generator.model.program import Where
from generator.rule import find_rule
from generator.view.words import EQUIPMENT, GOALS, LEVELS, joined

PROGRESSIONS = {
    "double": "repetitions first, then load",
    "linear": "load each time",
    "percent": "as written",
    "rir": "by effort",
}
"""How work grows, in a few words."""


def fact_changes(before: Program, after: Program, library: Library) -> Iterator[Change]:
    """Everything but `blocks`."""
    yield from _numbers(before, after)
    yield from _lists(before, after)
    yield from _takeaways(before.takeaways, after.takeaways, library)
    yield from _deviations(before.deviations, after.deviations, library)
    yield from _words(before, after)


def _numbers(before: Program, after: Program) -> Iterator[Change]:
    """Single values that decide how the program is judged and done."""
    for name, old in _values(before).items():
        new = _values(after)[name]
        if old != new:
            shift = Shift(name, old or NOT_GIVEN, new or NOT_GIVEN)
            yield Change("program", str(shift), shifts=(shift,))


def _values(program: Program) -> Mapping[str, str]:
    grows, rests, eats = program.progression, program.recovery, program.nutrition
    stall = grows.stall if grows else None
    return {
        "level": LEVELS[program.level].lower(),
        "goal": GOALS[program.goal].lower(),
        "planned length of a session": f"{program.session_minutes} minutes",
        "progression": PROGRESSIONS[grows.kind] if grows else "",
        "progression step": str(grows.step) if grows and grows.step else "",
        "stall: sessions before a change": str(stall.after) if stall else "",
        "stall: load taken off": str(stall.cut) if stall else "",
        "sleep": str(rests.sleep) if rests else "",
        "protein": str(eats.protein) if eats else "",
        "energy": str(eats.energy) if eats else "",
    }


def _lists(before: Program, after: Program) -> Iterator[Change]:
    kit = [[EQUIPMENT[item] for item in p.equipment] for p in (before, after)]
    yield from _came_and_went("program", "equipment", *kit)
    left_out = [p.out_of_scope for p in (before, after)]
    yield from _came_and_went("program", "left to other training", *left_out)
    authors = [[author.name for author in p.authors] for p in (before, after)]
    yield from _came_and_went("words", "authors", *authors)
    yield from _came_and_went("words", "programs to follow", before.next, after.next)
    dated = [[f"{item.date}: {item.text}" for item in p.changes] for p in (before, after)]
    yield from _came_and_went("words", "changes", *(map(quoted, lines) for lines in dated))
    asked = [{question.q: question.a for question in p.faq} for p in (before, after)]
    yield from _came_and_went("words", "questions", *(map(quoted, a) for a in asked))
    for question, answer in asked[1].items():
        if question in asked[0] and asked[0][question].split() != answer.split():
            yield Change("words", f"answer to {quoted(question)} reworded")


def _came_and_went(
    kind: Kind, what: str, before: Iterable[str], after: Iterable[str]
) -> Iterator[Change]:
    old, new = list(before), list(after)
    came = joined(name for name in new if name not in old)
    went = joined(name for name in old if name not in new)
    for verb, names, shift in (
        ("added", came, Shift(what, "", came)),
        ("removed", went, Shift(what, went, "")),
    ):
        if names:
            says = f"{what} {verb}: {names}"
            yield Change(kind, says, shifts=(shift,))


def _takeaways(
    before: tuple[Takeaway, ...], after: tuple[Takeaway, ...], library: Library
) -> Iterator[Change]:
    pairs = matched(
        list(enumerate(before, start=1)),
        list(enumerate(after, start=1)),
        lambda one, other: one[1].text.split() == other[1].text.split(),
        lambda one, other: len({*one[1].claims} & {*other[1].claims}),
        lambda one, other: one[0] == other[0],
    )
    for number, takeaway in pairs.gone:
        yield Change("evidence", f"takeaway {number} removed: {quoted(takeaway.text)}")
    for number, takeaway in pairs.new:
        stands = _titles(takeaway.claims, library)
        on = f", standing on {stands}" if stands else ""
        yield Change("evidence", f"takeaway {number} added{on}: {quoted(takeaway.text)}")
    for (_, old), (number, new) in pairs.both:
        name = f"takeaway {number}"
        if old.text.split() != new.text.split():
            yield Change("words", f"{name} reworded")
        if old.pillar != new.pillar:
            topics = library.framework.topics
            shift = Shift("topic", topics[old.pillar].name, topics[new.pillar].name)
            yield Change("evidence", f"{name}, {shift}", shifts=(shift,))
        yield from _claims(name, old.claims, new.claims, library)
    if [number for (number, _), _ in pairs.both] != sorted(number for (number, _), _ in pairs.both):
        yield Change("words", "takeaways in another order")


def _claims(
    name: str, before: tuple[str, ...], after: tuple[str, ...], library: Library
) -> Iterator[Change]:
    gone = [claim for claim in before if claim not in after]
    new = [claim for claim in after if claim not in before]
    if new:
        says = f"{name} now {'also ' if before else ''}stands on {_titles(new, library)}"
        yield Change("evidence", says)
    if gone:
        yield Change("evidence", f"{name} no longer stands on {_titles(gone, library)}")


def _titles(claims: Iterable[str], library: Library) -> str:
    return joined(quoted(library.claims[claim].title) for claim in claims)


def _deviations(
    before: tuple[Deviation, ...], after: tuple[Deviation, ...], library: Library
) -> Iterator[Change]:
    pairs = matched(
        before,
        after,
        lambda one, other: _rule(one) == _rule(other) and one.where == other.where,
        lambda one, other: _rule(one) == _rule(other),
    )
    for deviation in pairs.gone:
        yield Change("evidence", f"{_named(deviation)} removed")
    for deviation in pairs.new:
        yield Change("evidence", f"{_named(deviation)} added: {quoted(deviation.reason, 200)}")
    for old, new in pairs.both:
        name = _named(new)
        if old.where != new.where:
            shift = Shift("place", _place(old.where), _place(new.where))
            yield Change("evidence", f"{name}, {shift}", shifts=(shift,))
        if old.reason.split() != new.reason.split():
            yield Change("evidence", f"{name}, reason changed: {quoted(new.reason, 200)}")
        yield from _claims(name, old.claims, new.claims, library)


def _rule(deviation: Deviation) -> str:
    rule = find_rule(deviation.rule)
    return f"{rule.code} {rule.name}" if rule else deviation.rule


def _named(deviation: Deviation) -> str:
    place = f" in {_place(deviation.where)}" if deviation.where else ""
    return f"deviation from {_rule(deviation)}{place}"


def _place(where: Where | None) -> str:
    if where is None:
        return "the whole program"
    return ", ".join(filter(None, (where.block, where.session, where.exercise)))


def _words(before: Program, after: Program) -> Iterator[Change]:
    """Prose: that it changed, not how; a reader of the pull request sees the lines."""
    for name, old in _texts(before).items():
        if done := reworded(old, _texts(after)[name]):
            yield Change("words", f"{name} {done}")


def _texts(program: Program) -> Mapping[str, str]:
    grows, rests, eats = program.progression, program.recovery, program.nutrition
    origin = program.origin
    return {
        "title": program.title,
        "summary": program.summary,
        "whom it is for": "\n".join(program.audience.for_),
        "whom it is not for": "\n".join(program.audience.not_for),
        "how the work grows": grows.text if grows else "",
        "what to do when progress stops": grows.stall.text if grows and grows.stall else "",
        "starting loads": program.starting_loads,
        "recovery": rests.text if rests else "",
        "when to take a lighter week": rests.deload_when if rests else "",
        "nutrition": eats.text if eats else "",
        "origin": f"{origin.name} {origin.url} {origin.differs}" if origin else "",
        "authors' pages": " ".join(author.url for author in program.authors),
    }
