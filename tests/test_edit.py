"""Fixes as text: an edit changes what it is about and nothing else, however the file is written."""

from collections.abc import Callable
from copy import deepcopy
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.edit import applied, edits, scalar
from generator.finding import Change, Edit, Finding, Fix, Keys, Place
from generator.source import Source, read

FOLDER = Path(__file__).parent / "edits"
PROGRAMS = sorted((Path(__file__).parent.parent / "programs").glob("*.yml"))
ODD = (FOLDER / "odd.yml").read_text(encoding="utf-8")

WRITTEN: dict[str, Callable[[str], str]] = {
    "as it is": lambda text: text,
    "with CRLF": lambda text: text.replace("\n", "\r\n"),
    "with a byte order mark": lambda text: "\ufeff" + text,
    "without a final newline": lambda text: text.rstrip("\n"),
    "with both": lambda text: "\ufeff" + text.rstrip("\n").replace("\n", "\r\n"),
}
"""The ways one text may lie on a disk."""


MOST = 90
"""Entries of a file that are tried; a whole program has ten times as many of the same sort."""


def after(text: str, *steps: Change | Edit) -> str:
    """A text after one fix; the fix has to do something."""
    source = read(text.encode(), "x.yml")
    wanted = edits(Finding((), "", fix=Fix("mend it", steps)), source)
    assert wanted
    return applied(text, wanted)


def refused(text: str, *steps: Change | Edit) -> bool:
    source = read(text.encode(), "x.yml")
    return edits(Finding((), "", fix=Fix("mend it", steps)), source) == ()


def paths(source: Source) -> list[Keys]:
    """Every key and entry of a file."""
    found = [keys for keys in source.value_places if keys]
    return found[:: max(1, len(found) // MOST)]


def without(data: Any, keys: Keys) -> Any:
    """Data with an entry taken out, and what that leaves empty."""
    data = deepcopy(data)
    while keys:
        holder = data
        for key in keys[:-1]:
            holder = holder[key]
        del holder[keys[-1]]
        if holder:
            break
        keys = keys[:-1]
    return data


def replaced(data: Any, keys: Keys, value: Any) -> Any:
    data = deepcopy(data)
    holder = data
    for key in keys[:-1]:
        holder = holder[key]
    if isinstance(holder, list) and keys[-1] == len(holder):
        holder.append(value)
    else:
        holder[keys[-1]] = value
    return data


def renamed(data: Any, keys: Keys, name: str) -> Any:
    data = deepcopy(data)
    holder = data
    for key in keys[:-1]:
        holder = holder[key]
    pairs = [(name if key == keys[-1] else key, value) for key, value in holder.items()]
    holder.clear()
    holder.update(pairs)
    return data


def untouched(old: str, new: str) -> None:
    """Line ends, byte order mark and the final newline, or that there is none, are the same."""
    assert new.startswith("\ufeff") == old.startswith("\ufeff")
    assert ("\r\n" in new) == ("\r\n" in old)
    assert "\n" not in new.replace("\r\n", "") or "\r\n" not in old
    assert new.endswith("\n") == old.endswith("\n")


FILES = {"odd": ODD, **{path.stem: path.read_text(encoding="utf-8") for path in PROGRAMS}}
WAYS = [("odd", way) for way in WRITTEN] + [(path.stem, "as it is") for path in PROGRAMS]


@pytest.mark.parametrize(("file", "way"), WAYS)
def test_an_entry_goes_with_its_lines_or_comma_and_nothing_else(file: str, way: str) -> None:
    text = WRITTEN[way](FILES[file])
    source = read(text.encode(), "x.yml")
    for keys in paths(source):
        new = after(text, Change("remove", keys))
        assert read(new.encode(), "x.yml").data == without(source.data, keys), keys
        untouched(text, new)
        place = source.value_places[keys]
        first = source.key_places.get(keys, place).line
        # what stands above the entry, and on lines of its own below it, is the same
        rows, kept = text.split("\n"), new.split("\n")
        if keys[:-1] and without(source.data, keys) == without(source.data, keys[:-1]):
            continue
        assert kept[: max(first - 2, 0)] == rows[: max(first - 2, 0)], keys
        # (the next key takes the place behind a dash, so a line or two below may move)
        below = len(rows) - place.end_line - 3
        assert below <= 0 or kept[-below:] == rows[-below:], keys


@pytest.mark.parametrize(("file", "way"), WAYS)
def test_a_value_is_replaced_and_its_comment_stays(file: str, way: str) -> None:
    text = WRITTEN[way](FILES[file])
    source = read(text.encode(), "x.yml")
    for keys in paths(source):
        if not isinstance(source.at(keys), str):
            continue
        for value in ("new", "it's: [odd], 漢字"):
            new = after(text, Change("value", keys, value))
            assert read(new.encode(), "x.yml").data == replaced(source.data, keys, value), keys
            untouched(text, new)
            assert new.count("#") == text.count("#") - str(source.at(keys)).count("#")


@pytest.mark.parametrize(("file", "way"), WAYS)
def test_a_key_is_renamed_in_its_place(file: str, way: str) -> None:
    text = WRITTEN[way](FILES[file])
    source = read(text.encode(), "x.yml")
    for keys in [keys for keys in paths(source) if keys in source.key_places]:
        new = after(text, Change("key", keys, "brand_new"))
        assert read(new.encode(), "x.yml").data == renamed(source.data, keys, "brand_new"), keys
        untouched(text, new)
        assert new.count("\n") == text.count("\n")


@pytest.mark.parametrize(("file", "way"), WAYS)
def test_a_key_or_an_entry_is_added_after_its_siblings(file: str, way: str) -> None:
    text = WRITTEN[way](FILES[file])
    source = read(text.encode(), "x.yml")
    for keys in [(), *paths(source)]:
        data = source.at(keys)
        if isinstance(data, str) or keys[:1] == ("pairs",):
            continue
        new = after(
            text,
            Change(
                "add", (*keys, "brand_new" if isinstance(data, dict) else len(data or [])), "a b"
            ),
        )
        wanted = (*keys, "brand_new") if isinstance(data, dict) else (*keys, len(data or []))
        assert read(new.encode(), "x.yml").data == replaced(source.data, wanted, "a b"), keys
        untouched(text, new)
        rows = new.split("\n")
        assert [
            row for row in text.split("\n") if "#" in row and row not in rows
        ] == [] or "{" in text


EXAMPLES = {
    "a line with its comment": ("a: 1 # one\n# over b\nb: 2\n", ("a",), "# over b\nb: 2\n"),
    "the first of a list in a map": ("- a: 1\n  b: 2\n", (0, "a"), "- b: 2\n"),
    "a comment on the way": ("- a: 1 # x\n\n  # y\n  b: 2\n", (0, "a"), "- # y\n  b: 2\n"),
    "the last line": ("a: 1\nb: 2", ("b",), "a: 1"),
    "the first in brackets": ("x: [a, b, c]\n", ("x", 0), "x: [b, c]\n"),
    "the last in brackets": ("x: [a, b, c]\n", ("x", 2), "x: [a, b]\n"),
    "one in braces": ("x: {a: 1, b: 2, c: 3}\n", ("x", "b"), "x: {a: 1, c: 3}\n"),
    "a line in brackets": ("x: [\n  a, # a\n  b # b\n]\n", ("x", 1), "x: [\n  a, # a\n]\n"),
    "the only one": ("a: 1\nx: [b] # why\n", ("x", 0), "a: 1\n"),
    "a comment below": ("a:\n  b: 1\n# c\nc: 2\n", ("a",), "# c\nc: 2\n"),
    "a block scalar": ("a: |\n  one\n  two\n\n# b\nb: 2\n", ("a",), "\n# b\nb: 2\n"),
}


@pytest.mark.parametrize("name", EXAMPLES)
def test_what_goes_goes_as_a_person_would_delete_it(name: str) -> None:
    old, keys, new = EXAMPLES[name]
    assert after(old, Change("remove", keys)) == new


ADDED = {
    "below": ("a: 1 # one\n# end\n", ("b",), "a: 1 # one\nb: new\n# end\n"),
    "inside": ("a:\n  b: 1\n\nc: 2\n", ("a", "d"), "a:\n  b: 1\n  d: new\n\nc: 2\n"),
    "in braces": ("a: {b: 1} # x\n", ("a", "c"), "a: {b: 1, c: new} # x\n"),
    "in empty braces": ("a: {}\n", ("a", "c"), "a: {c: new}\n"),
    "in brackets": ("a: [b]\n", ("a", 1), "a: [b, new]\n"),
    "a line in brackets": ("a: [\n  b,\n  c\n]\n", ("a", 2), "a: [\n  b,\n  c,\n  new\n]\n"),
    "in a list": ("a:\n- b\n", ("a", 1), "a:\n- b\n- new\n"),
    "behind a dash": ("- a: 1", (0, "b"), "- a: 1\n  b: new"),
}


@pytest.mark.parametrize("name", ADDED)
def test_what_comes_in_stands_like_its_siblings(name: str) -> None:
    old, keys, new = ADDED[name]
    assert after(old, Change("add", keys, "new")) == new


def test_a_fix_that_cannot_be_done_as_a_whole_is_not_done() -> None:
    there, gone = Change("remove", ("a",)), Change("remove", ("z",))
    assert refused("a: 1\nb: 2\n", there, gone)
    assert refused("a: 1\n", there)  # nothing would be left
    assert refused("a: 1\n", Change("add", ("a", "b"), "x"))
    assert refused("a: [b: 1]\n", Change("add", ("a", 0, "c"), "x"))
    assert refused("? a\n: 1\nb: 2\n", there)
    assert refused("a: 1\n", Change("key", ("z",), "x"))


def test_two_neighbours_go_at_once() -> None:
    steps = Change("remove", ("x", 0)), Change("remove", ("x", 1))
    assert after("x: [a, b, c]\n", *steps) == "x: [c]\n"
    steps = Change("remove", (0, "a")), Change("remove", (0, "b"))
    assert after("- a: 1\n  b: 2\n  c: 3\n", *steps) == "- c: 3\n"
    both = Change("remove", ("x", "a")), Change("remove", ("x", "b"))
    assert after("w: 1\nx:\n  a: 1\n  b: 2\n", *both) == "w: 1\n"


def test_the_second_of_two_keys_goes() -> None:
    text = "a: 1\nb: 2\na: 1 # again\n"
    (finding,) = read(text.encode(), "x.yml").findings
    source = read(text.encode(), "x.yml")
    assert finding.fix is not None
    assert finding.fix.safe
    assert applied(text, edits(finding, source)) == "a: 1\nb: 2\n"
    (other,) = read(text.replace("1 #", "3 #").encode(), "x.yml").findings
    assert other.fix is None


def test_the_place_of_an_edit_counts_code_points_behind_any_letters() -> None:
    new = after("a: {b: 漢🏋é, c: x}\r\n", Change("value", ("a", "c"), "y"))
    assert new == "a: {b: 漢🏋é, c: y}\r\n"
    edit = Edit(Place(1, 1, 1, 2), "z")
    assert applied("\ufeffa: 1", [edit]) == "\ufeffz: 1"


LETTERS = st.characters(codec="latin-1", exclude_categories=("Cc", "Cf", "Zs"))
SIGNS = st.sampled_from(" :#,[]{}'\"\\-?&*!|>%@`~")


@given(
    text=st.text(LETTERS | SIGNS, max_size=30),
    flow=st.booleans(),
    quote=st.sampled_from(["", "'", '"']),
)
def test_a_text_reads_back_as_meant_in_whatever_quotes(text: str, flow: bool, quote: str) -> None:
    written = scalar(text, flow=flow, quote=quote)
    line = f"x: [{written}, y]" if flow else f"x: {written}"
    source = read(f"{line} # end\n".encode(), "x.yml")
    assert source.data == {"x": [text, "y"] if flow else text}
