"""A program file to a program, or every finding about its form, fields and references at once."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

from generator.finding import Finding, Keys, in_order
from generator.form import FORM_RULES
from generator.load.door import admit
from generator.load.library import broken_links, unknown
from generator.load.suggest import did_you_mean
from generator.model import Block, Group, Library, Prescription, Program, Weekly, prescriptions
from generator.source import Source, read_file


def load_program(
    path: Path, library: Library, rules: Mapping[str, bool], file: str | None = None
) -> tuple[Source, Program | None, tuple[Finding, ...]]:
    """Read one program file. `rules` says of each rule code and name whether it may be deviated from."""
    source = read_file(path, file)
    program, findings = admit(source, Program)
    if program is None:
        # what can be checked without a whole program is still said in the same run
        loose = tuple(source.located(f) for f in _loose_references(source.data, library))
        return source, None, in_order(findings + loose)
    program = replace(program, id=path.stem)
    found = tuple(source.located(finding) for finding in _problems(program, library, rules))
    return source, None if found else program, in_order(found)


def _form(code: str, keys: Keys, message: str, hint: str = "") -> Finding:
    rule = FORM_RULES[code]
    return Finding(keys, message, hint, code=rule.code, name=rule.name)


def _loose_references(data: Any, library: Library, keys: Keys = ()) -> Iterator[Finding]:
    """Unknown exercises and claims anywhere in a file whose fields are not all right."""
    if isinstance(data, dict):
        for key, value in data.items():
            if key == "exercise" and isinstance(value, str) and value:
                if value not in library.exercises:
                    yield unknown_exercise((*keys, key), value, library)
            elif key == "claims" and isinstance(value, list):
                for index, claim in enumerate(value):
                    if isinstance(claim, str) and claim not in library.claims:
                        yield unknown_claim((*keys, key, index), claim, library)
            else:
                yield from _loose_references(value, library, (*keys, key))
    elif isinstance(data, list):
        for index, value in enumerate(data):
            yield from _loose_references(value, library, (*keys, index))


def unknown_exercise(keys: Keys, wanted: str, library: Library) -> Finding:
    """An exercise that is not in the library; other names people use are understood."""
    for exercise in library.exercises.values():
        if wanted.replace("-", " ").casefold() in {a.replace("-", " ").casefold() for a in exercise.aliases}:
            finding = unknown(keys, wanted, library.exercises, "exercise")
            return replace(finding, hint=f"The library calls it `{exercise.id}`.")
    return unknown(keys, wanted, library.exercises, "exercise")


def unknown_claim(keys: Keys, wanted: str, library: Library) -> Finding:
    """A claim that is not in the library; the ids claims had before are understood."""
    for claim in library.claims.values():
        if claim.formerly == wanted:
            finding = unknown(keys, wanted, library.claims, "claim")
            return replace(finding, hint=f"It is called `{claim.id}` now.")
    return unknown(keys, wanted, library.claims, "claim")


def _problems(program: Program, library: Library, rules: Mapping[str, bool]) -> Iterator[Finding]:
    yield from _empty_lists(program)
    blocks: dict[str, Block] = {}
    for number, block in enumerate(program.blocks):
        keys: Keys = ("blocks", number)
        if block.name in blocks:
            yield _form("SCH015", (*keys, "name"), f"two blocks are called “{block.name}”")
        yield from _shape_of(block, keys, blocks)
        yield from _sessions(block, keys, library)
        blocks.setdefault(block.name, block)
    for number, takeaway in enumerate(program.takeaways):
        for index, claim in enumerate(takeaway.claims):
            if claim not in library.claims:
                yield unknown_claim(("takeaways", number, "claims", index), claim, library)
    for number, deviation in enumerate(program.deviations):
        keys = ("deviations", number)
        if deviation.rule not in rules:
            yield unknown((*keys, "rule"), deviation.rule, rules, "rule")
        elif not rules[deviation.rule]:
            yield _form(
                "SCH014", (*keys, "rule"), f"{deviation.rule} cannot be deviated from",
                "It protects a reader or the meaning of the file; change the program instead.",
            )  # fmt: skip
        for index, claim in enumerate(deviation.claims):
            if claim not in library.claims:
                yield unknown_claim((*keys, "claims", index), claim, library)
    for index, wanted in enumerate(program.next):
        if wanted not in library.programs:
            yield unknown(("next", index), wanted, library.programs, "program")
    known = {
        "claim": library.claims,
        "source": library.sources,
        "exercise": library.exercises,
        "rule": rules,
    }
    yield from broken_links(program, known)


def _empty_lists(program: Program) -> Iterator[Finding]:
    for name in ("equipment", "authors", "takeaways", "blocks"):
        if not getattr(program, name):
            hint = "Write `[bodyweight]` if nothing is needed." if name == "equipment" else ""
            yield _form("SCH013", (name,), f"the list `{name}` is empty", hint)
    for name in ("for_", "not_for"):
        if not getattr(program.audience, name):
            yield _form("SCH013", ("audience", name.rstrip("_")), f"the list `{name.rstrip('_')}` is empty")


def _shape_of(block: Block, keys: Keys, earlier: Mapping[str, Block]) -> Iterator[Finding]:
    if block.sessions and block.like:
        yield _form(
            "SCH013", (*keys, "like"), f"the block “{block.name}” has both `sessions` and `like`",
            "Keep `sessions` to write the block out, or `like` to repeat another.",
        )  # fmt: skip
    elif not block.sessions and not block.like:
        yield _form(
            "SCH013", keys, f"the block “{block.name}” has no sessions",
            "Add `sessions:`, or `like:` with the name of an earlier block.",
        )  # fmt: skip
    elif block.like:
        written = [name for name, other in earlier.items() if other.sessions]
        if block.like not in written:
            hint = did_you_mean(block.like, written) if written else "Write that block out first."
            yield _form(
                "SCH012", (*keys, "like"), f"no earlier block with sessions is called “{block.like}”", hint
            )  # fmt: skip
    else:
        for name in ("sets", "load", "rir"):
            if getattr(block, name) is not None:
                yield _form(
                    "SCH013", (*keys, name), f"`{name}` of a block only goes with `like`",
                    "Change the exercises of the sessions instead.",
                )  # fmt: skip


def _sessions(block: Block, keys: Keys, library: Library) -> Iterator[Finding]:
    days = Counter(session.day for session in block.sessions)
    names = Counter(session.name for session in block.sessions)
    for index, session in enumerate(block.sessions):
        here: Keys = (*keys, "sessions", index)
        if days[session.day] > 1 and session.day in {s.day for s in block.sessions[:index]}:
            yield _form(
                "SCH010", (*here, "day"), f"{session.day} stands twice in the block “{block.name}”",
                "One session a day; join the two, or move one.",
            )  # fmt: skip
        if names[session.name] > 1 and session.name in {s.name for s in block.sessions[:index]}:
            yield _form("SCH015", (*here, "name"), f"two sessions are called “{session.name}”")
        if not session.exercises:
            yield _form("SCH013", (*here, "exercises"), f"“{session.name}” has no exercises")
        for number, item in enumerate(session.exercises):
            place: Keys = (*here, "exercises", number)
            if isinstance(item, Group):
                yield from _group(item, place, block)
            for below, prescription in prescriptions(item):
                yield from _prescription(
                    prescription, (*place, *below), block, library, isinstance(item, Group)
                )


def _group(group: Group, keys: Keys, block: Block) -> Iterator[Finding]:
    if group.superset and group.circuit:
        yield _form("SCH013", keys, "a group is a superset or a circuit, not both")
    if len(group.members) < 2:
        yield _form("SCH013", keys, f"a {group.kind} needs at least two exercises")
    yield from _lengths(group, ("rest",), keys, block)


def _lengths(item: Any, names: tuple[str, ...], keys: Keys, block: Block) -> Iterator[Finding]:
    for name in names:
        value: Weekly[Any] | None = getattr(item, name)
        if value is not None and value.listed and len(value.values) != block.weeks:
            yield _form(
                "SCH009", (*keys, name),
                f"`{name}` has {len(value.values)} values for the {block.weeks} weeks of “{block.name}”",
                "Write one value per week, or a single one for all.",
            )  # fmt: skip
        if value is not None and value.ramp and block.weeks == 1:
            yield _form(
                "SCH013", (*keys, name), f"`{name}` goes from one value to another in a single week",
                "Write one value.",
            )  # fmt: skip


def _prescription(
    prescription: Prescription, keys: Keys, block: Block, library: Library, grouped: bool
) -> Iterator[Finding]:
    if prescription.exercise not in library.exercises:
        yield unknown_exercise((*keys, "exercise"), prescription.exercise, library)
    for index, swap in enumerate(prescription.swap):
        if swap.exercise not in library.exercises:
            yield unknown_exercise((*keys, "swap", index, "exercise"), swap.exercise, library)
    yield from _lengths(
        prescription, ("sets", "reps", "load", "rir", "tempo", "rest"), keys, block
    )  # fmt: skip
    if prescription.load and prescription.rir:
        for load in prescription.load.values:
            if load.kind == "rpe":
                yield _form(
                    "SCH013", (*keys, "rir"), "an RPE load and `rir` say the same thing twice",
                    "RPE 8 is 2 repetitions in reserve; keep one of them.",
                )  # fmt: skip
                break
    if grouped and prescription.rest:
        yield _form(
            "SCH013", (*keys, "rest"), "`rest` inside a superset or circuit belongs to the round",
            "Write it once, beside `superset:` or `circuit:`.",
        )  # fmt: skip
    straight = prescription.set_type == "straight"
    for name in ("mini_sets", "mini_rest", "drop"):
        if getattr(prescription, name) is not None and straight:
            yield _form(
                "SCH013", (*keys, name), f"`{name}` says how a special set is built, and `set_type` is straight",
                "Add `set_type: drop-set` or another, or delete this line.",
            )  # fmt: skip
