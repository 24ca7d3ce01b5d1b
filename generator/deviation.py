"""Which of a program's deviations covers a finding."""

from collections.abc import Iterable

from generator.finding import Finding, Keys
from generator.model import Deviation, Program, prescriptions
from generator.model.program import Where


def covering(
    program: Program, deviations: Iterable[Deviation], finding: Finding
) -> Deviation | None:
    """The narrowest of some deviations from one rule that covers a finding of it."""
    fitting = [d for d in deviations if d.where is None or _inside(d.where, program, finding.keys)]
    return max(fitting, key=lambda d: _narrowness(d.where), default=None)


def _narrowness(where: Where | None) -> int:
    return sum(map(bool, (where.block, where.session, where.exercise))) if where else 0


def _inside(where: Where, program: Program, keys: Keys) -> bool:
    """Whether a path of the program file leads into a place."""
    return all(
        not wanted or wanted == found
        for wanted, found in zip(
            (where.block, where.session, where.exercise), place_of(program, keys), strict=True
        )
    )


def place_of(program: Program, keys: Keys) -> tuple[str, str, str]:
    """Block, session and exercise a path of the program file leads into; empty where into none."""
    if keys[:1] != ("blocks",) or len(keys) < 2:
        return "", "", ""
    block = program.blocks[int(keys[1])]
    if keys[2:3] != ("sessions",) or len(keys) < 4:
        return block.name, "", ""
    session = block.sessions[int(keys[3])]
    if keys[4:5] != ("exercises",) or len(keys) < 6:
        return block.name, session.name, ""
    found = (
        prescription.exercise
        for below, prescription in prescriptions(session.exercises[int(keys[5])])
        if keys[6 : 6 + len(below)] == below
    )
    return block.name, session.name, next(found, "")
