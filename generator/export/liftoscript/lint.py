"""Traps of the notation: what the app takes without a word, and gets wrong."""

import re
from collections.abc import Iterator
from fractions import Fraction

from generator.export.liftoscript.names import EQUIPMENT

_SETS = re.compile(r"(?P<count>\d+)x(?P<low>\d+)(?:-(?P<high>\d+))?\+?(?= |$)")


def faults(text: str) -> tuple[str, ...]:
    """What is wrong with a text, each with the number of its line."""
    return tuple(_faults(text))


def _faults(text: str) -> Iterator[str]:
    units = set(re.findall(r"(?<=\d)(?:kg|lb)\b", "\n".join(_exercises(text))))
    if len(units) > 1:
        yield "kilograms and pounds are mixed"
    if not any(_exercises(text)):
        yield "there is no exercise"
    names: set[str] = set()
    for number, line in enumerate(text.splitlines(), start=1):
        if line.startswith("#"):
            names = set()
            heading = re.match(r"(#+) *(.*)", line)
            if heading and (len(heading[1]) > 2 or not heading[2].strip()):
                yield f"line {number}: a heading without a name, or of a third level"
        elif line and not line.startswith("//"):
            name = line.partition(" / ")[0].lower()
            if name in names:
                yield f"line {number}: the same exercise twice in a day, without a label"
            names.add(name)
            for said in _in_exercise(line):
                yield f"line {number}: {said}"


def _exercises(text: str) -> list[str]:
    return [line for line in text.splitlines() if line and not line.startswith(("#", "//"))]


def _in_exercise(line: str) -> Iterator[str]:
    name, *sections = line.split(" / ")
    label, _, rest = name.rpartition(": ")
    words, _, equipment = rest.partition(", ")
    if not words.strip():
        yield "an exercise without a name"
    if re.search(r"[/{}()#\[\]|!:,]", words + label):
        yield f"`{words}` has a character that a name may not have"
    if equipment and equipment not in EQUIPMENT:
        yield f"there is no equipment called {equipment}"
    kinds = [section.partition(":")[0] for section in sections if _named(section)]
    if len(kinds) != len(set(kinds)):
        yield "a section stands there twice"
    if {"progress", "update"} & set(kinds):
        yield "a rule of progression, although the weeks are planned"
    plain = [section for section in sections if not _named(section)]
    if len(plain) != 1:
        yield "not just one list of sets"
    for group in plain[:1]:
        for one in group.split(", "):
            yield from _in_set(one)


def _named(section: str) -> bool:
    return re.match(r"(warmup|superset|progress|update):", section) is not None


def _in_set(text: str) -> Iterator[str]:
    found = _SETS.match(text)
    if not found:
        yield f"`{text}` is no set"
        return
    low, high = int(found["low"]), int(found["high"] or found["low"])
    if not int(found["count"]) or not low:
        yield f"`{text}` has no sets or no repetitions"
    if low > high:
        yield f"`{text}` has a range that runs backwards"
    if any(Fraction(rpe) > 10 for rpe in re.findall(r"@([\d.]+)", text)):
        yield f"`{text}` asks for more than all there is"
    if re.search(r"%", text) and re.search(r"\d(?:kg|lb)\b", text):
        yield f"`{text}` has a percentage and a weight, and the weight would win"
