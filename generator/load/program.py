"""A program file to a program, or every finding about its form, fields and references at once."""

from collections.abc import Mapping
from dataclasses import replace
from itertools import islice
from pathlib import Path, PurePath

from generator.finding import MAX_FINDINGS, Finding, in_order
from generator.form import form_finding
from generator.load.consistency import contradictions
from generator.load.door import admit
from generator.load.references import loose_ends
from generator.model import Library, Program, prescriptions
from generator.source import Source, read_file


def load_program(
    path: Path, library: Library, rules: Mapping[str, bool], file: str | None = None
) -> tuple[Source, Program | None, tuple[Finding, ...]]:
    """Read one program file.

    `rules` says of each rule's code and name whether it may be deviated from.
    """
    source = read_file(path, file)
    return source, *program_in(source, library, rules)


def program_in(
    source: Source, library: Library, rules: Mapping[str, bool]
) -> tuple[Program | None, tuple[Finding, ...]]:
    """The program a text holds, or what is wrong with it."""
    program, about_fields = admit(source, Program)
    # these look at the file as written, so one wrong field does not hide what is wrong elsewhere
    others = [
        *islice(loose_ends(source, library, rules), MAX_FINDINGS),
        *islice(contradictions(source), MAX_FINDINGS),
    ]
    findings = merged(about_fields, tuple(source.located(finding) for finding in others))
    if program is None or findings:
        return None, findings
    if too_long := _too_long(program):
        return None, (source.located(too_long),)
    return replace(program, id=PurePath(source.file).stem), ()


MAX_WEEKS = 104
MAX_SETS = 5_000
"""Sets of all weeks together; the longest program here has a tenth of that."""


def _too_long(program: Program) -> Finding | None:
    """The finding for a program that would take for ever to lay out, and to follow."""
    if program.weeks > MAX_WEEKS:
        message = f"{program.weeks} weeks are more than {MAX_WEEKS}"
        return form_finding(
            "SCH017", ("blocks",), message, "Split it, and link the parts by `next`."
        )
    written = {block.name: block for block in program.blocks}
    sets = 0
    for block in program.blocks:
        most = sum(
            max(count.value for count in prescription.sets.values)
            for session in written.get(block.like, block).sessions
            for item in session.exercises
            for _, prescription in prescriptions(item)
        )
        sets += block.weeks * most
    if sets > MAX_SETS:
        message = f"up to {sets} sets are more than {MAX_SETS} in one program"
        return form_finding(
            "SCH017", ("blocks",), message, "Nobody can do that; look for a stray digit."
        )
    return None


def merged(about_fields: tuple[Finding, ...], others: tuple[Finding, ...]) -> tuple[Finding, ...]:
    """All findings of a file in order, one for each mistake.

    Where a value is unreadable, what else is said of it would be the same mistake again. The other
    way round for an id misspelt so badly that it is no id: what it leads to, or nearly, is worth
    more than how ids are written.
    """
    names = {finding.keys for finding in others if finding.code in _NAMES_SOMETHING}
    kept = [f for f in about_fields if f.code != "SCH004" or f.keys not in names]
    said = {finding.keys for finding in kept if finding.code.startswith("SCH")}
    return in_order([*kept, *(finding for finding in others if finding.keys not in said)])


_NAMES_SOMETHING = frozenset({"SCH005", "SCH006", "SCH007", "SCH008"})
"""What is said of ids that lead nowhere."""
