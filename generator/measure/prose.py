"""The prose of a program: every text its author wrote in words, with its place."""

import re
from collections.abc import Iterator

from generator.finding import Keys
from generator.model import Group, Program, Session, prescriptions


def prose(program: Program) -> Iterator[tuple[Keys, str]]:
    """Every text of a program, in the order of its fields; empty where none is written."""
    yield ("title",), program.title
    yield ("summary",), program.summary
    for number, text in enumerate(program.audience.for_):
        yield ("audience", "for", number), text
    for number, text in enumerate(program.audience.not_for):
        yield ("audience", "not_for", number), text
    for number, takeaway in enumerate(program.takeaways):
        yield ("takeaways", number, "text"), takeaway.text
    for number, block in enumerate(program.blocks):
        yield ("blocks", number, "note"), block.note
        for index, session in enumerate(block.sessions):
            yield from _of_session(session, ("blocks", number, "sessions", index))
    yield ("starting_loads",), program.starting_loads
    if program.progression:
        yield ("progression", "text"), program.progression.text
        if program.progression.stall:
            yield ("progression", "stall", "text"), program.progression.stall.text
    if program.recovery:
        yield ("recovery", "text"), program.recovery.text
        yield ("recovery", "deload_when"), program.recovery.deload_when
    if program.nutrition:
        yield ("nutrition", "text"), program.nutrition.text
    for number, question in enumerate(program.faq):
        yield ("faq", number, "q"), question.q
        yield ("faq", number, "a"), question.a
    if program.origin:
        yield ("origin", "differs"), program.origin.differs
    for number, deviation in enumerate(program.deviations):
        yield ("deviations", number, "reason"), deviation.reason
    for number, change in enumerate(program.changes):
        yield ("changes", number, "text"), change.text


def _of_session(session: Session, keys: Keys) -> Iterator[tuple[Keys, str]]:
    yield (*keys, "note"), session.note
    for number, step in enumerate(session.warmup):
        yield (*keys, "warmup", number), step
    for at, item in enumerate(session.exercises):
        here: Keys = (*keys, "exercises", at)
        if isinstance(item, Group):
            yield (*here, "note"), item.note
        for below, prescription in prescriptions(item):
            yield (*here, *below, "note"), prescription.note
            for number, swap in enumerate(prescription.swap):
                yield (*here, *below, "swap", number, "when"), swap.when


_SENTENCE = re.compile(r"(?<=[.!?])[\"\u201d\u2019)]*\s+")


def sentences(text: str) -> list[str]:
    """The sentences of a text as they are read."""
    return _SENTENCE.split(words(text))


def words(text: str) -> str:
    """A text as it is read: on one line, and of its links only the words."""
    return " ".join(re.sub(r"\[([^\[\]]*)\]\([^()]*\)", r"\1", text).split())
