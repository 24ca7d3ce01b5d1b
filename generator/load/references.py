"""What a program file names and nothing has: exercises, claims, rules, programs, links in prose.

Works on the file as written, whether its fields are all right or not.
"""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import PurePath

from generator.finding import Finding, Keys
from generator.form import form_finding
from generator.load.library import broken_links, link_targets, unknown
from generator.load.mending import deleted, written
from generator.model import Library
from generator.source import Data, Source


def loose_ends(source: Source, library: Library, rules: Mapping[str, bool]) -> Iterator[Finding]:
    """Every name in a program file that leads nowhere."""
    if source.data is None:
        return
    yield from _names(source.data, library)
    yield from _deviations(source.at(("deviations",)), rules)
    programs = source.at(("next",))
    yield from _next(programs if isinstance(programs, list) else [], source, library)
    yield from broken_links(source.data, link_targets(library, rules))


def _next(programs: list[Data], source: Source, library: Library) -> Iterator[Finding]:
    """Programs that do not exist, the program itself, and those named twice."""
    seen = {PurePath(source.file).stem: "a program cannot come after itself"}
    for index, entry in enumerate(programs):
        name = entry.strip() if isinstance(entry, str) else ""
        if name and name not in library.programs:
            yield unknown(("next", index), name, library.programs, "program")
        elif name in seen:
            again = name in {item.strip() for item in programs[:index] if isinstance(item, str)}
            fix = deleted(("next", index), f"delete this `{name}`", safe=again)
            yield form_finding("SCH015", ("next", index), seen[name], "Delete it.", fix=fix)
        seen.setdefault(name, f"`{name}` stands here twice")


def _names(value: Data, library: Library, keys: Keys = ()) -> Iterator[Finding]:
    """Unknown exercises and claims, wherever they are named."""
    if isinstance(value, list):
        for index, item in enumerate(value):
            yield from _names(item, library, (*keys, index))
    elif isinstance(value, dict):
        for key, item in value.items():
            here = (*keys, key)
            if key == "exercise" and isinstance(item, str):
                if item.strip() and item.strip() not in library.exercises:
                    yield unknown_exercise(here, item.strip(), library)
            elif key == "claims" and isinstance(item, list):
                for index, claim in enumerate(item):
                    name = claim.strip() if isinstance(claim, str) else ""
                    if name and name not in library.claims:
                        yield unknown_claim((*here, index), name, library)
            elif key != "where":  # names the program's own exercises
                yield from _names(item, library, here)


def _deviations(value: Data | None, rules: Mapping[str, bool]) -> Iterator[Finding]:
    for number, deviation in enumerate(value if isinstance(value, list) else ()):
        wanted = deviation.get("rule") if isinstance(deviation, dict) else None
        if not isinstance(wanted, str) or not wanted.strip():
            continue
        name = wanted.strip()
        if name not in rules:
            yield unknown(("deviations", number, "rule"), name, rules, "rule")
        elif not rules[name]:
            yield form_finding(
                "SCH014",
                ("deviations", number, "rule"),
                f"{name} cannot be deviated from",
                "It protects a reader or the meaning of the file; change the program instead.",
            )


def unknown_exercise(keys: Keys, wanted: str, library: Library) -> Finding:
    """An exercise that is not in the library; other names people use are understood."""
    finding = unknown(keys, wanted, library.exercises, "exercise")
    for exercise in library.exercises.values():
        names = (exercise.name, *exercise.aliases)
        if _spoken(wanted) in {_spoken(name) for name in names}:
            fix = written(keys, exercise.id, safe=True)
            return replace(finding, hint=f"The library calls it `{exercise.id}`.", fix=fix)
    return finding


def _spoken(name: str) -> str:
    return name.replace("-", " ").casefold()


def unknown_claim(keys: Keys, wanted: str, library: Library) -> Finding:
    """A claim that is not in the library; the ids claims had before are understood."""
    finding = unknown(keys, wanted, library.claims, "claim")
    for claim in library.claims.values():
        if claim.formerly and claim.formerly.casefold() == wanted.casefold():
            fix = written(keys, claim.id, safe=True)
            return replace(finding, hint=f"It is called `{claim.id}` now.", fix=fix)
    return finding
