"""Real programs with an accident in them: each finding still has a place and a sentence.

Each mutant is made from its number alone, so one that fails can be made again. `PILLARS_MUTANTS`
asks for more of them than a test run takes: `PILLARS_MUTANTS=5000 pytest tests/test_mutated.py`.
"""

import json
import os
import re
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from random import Random
from xml.etree import ElementTree

import pytest
from test_files import inside

from generator.advice import advice
from generator.edit import edits
from generator.finding import Finding
from generator.fixing import mended
from generator.form import FORM_RULES
from generator.model import Library
from generator.report import STYLES, renderer
from generator.report.run import Run
from generator.review import Review, reviewed
from generator.rule import find_rule
from generator.source import read

PROGRAMS = sorted((Path(__file__).parent.parent / "programs").glob("*.yml"))
MUTANTS = int(os.environ.get("PILLARS_MUTANTS", "240"))
FILE = "programs/mutant.yml"

Mutation = Callable[[list[str], Random], None]
"""An accident that befalls the lines of a file."""


def delete(rows: list[str], by: Random) -> None:
    start = by.randrange(len(rows))
    del rows[start : start + by.randint(1, 4)]


def double(rows: list[str], by: Random) -> None:
    start = by.randrange(len(rows))
    rows[start:start] = rows[start : start + by.randint(1, 3)]


def swap(rows: list[str], by: Random) -> None:
    one, other = by.randrange(len(rows)), by.randrange(len(rows))
    rows[one], rows[other] = rows[other], rows[one]


def move(rows: list[str], by: Random) -> None:
    start = by.randrange(len(rows))
    taken = rows[start : start + by.randint(1, 6)]
    del rows[start : start + len(taken)]
    at = by.randrange(len(rows) + 1)
    rows[at:at] = taken


def indent(rows: list[str], by: Random) -> None:
    at = by.randrange(len(rows))
    for number in range(at, min(at + by.randint(1, 3), len(rows))):
        rows[number] = by.choice([f"  {rows[number]}", rows[number][1:], rows[number].lstrip(),
                                  f"\t{rows[number].lstrip()}"])  # fmt: skip


def letter(rows: list[str], by: Random) -> None:
    """Letters doubled, lost, swapped or others, as fingers do it."""
    for _ in range(by.randint(1, 5)):
        at = by.randrange(len(rows))
        row = rows[at] or "x"
        here = by.randrange(len(row))
        rows[at] = by.choice([
            row[:here] + row[here + 1 :],
            row[:here] + row[here] + row[here:],
            row[:here] + row[here + 1 : here + 2] + row[here] + row[here + 2 :],
            row[:here] + by.choice("abcxyz0159") + row[here + 1 :],
        ])  # fmt: skip


SIGNS = [*":#-?[]{},&*!|>'\"%@`~\\", ": ", " #", "\t", "\u00a0", "\u200b", "\u2028", "\r", "\0",
         "\u201c", "\u201d", "\u2013", "\u2212", "\U0001f9b5\U0001f3fd", "e\u0301", "\u6f22",
         "---\n", "...\n", "<<: ", "\x1b[31m", "\ufeff", "\ud800"]  # fmt: skip


def sign(rows: list[str], by: Random) -> None:
    for _ in range(by.randint(1, 3)):
        at = by.randrange(len(rows))
        here = by.randint(0, len(rows[at]))
        rows[at] = rows[at][:here] + by.choice(SIGNS) + rows[at][here:]


def value(rows: list[str], by: Random) -> None:
    """Other values than the field expects, numbers beyond all reason among them."""
    odd = ["", "~", "yes", "off", "9" * by.randint(1, 400), "-1", "1e9", "0", "08", "7,5", "8 - 12",
           "12-8", "8 to 12", "3x8", "[1, 2]", "{a: b}", "@8", "*8", "&a x", "!t x", "%80", "120",
           "1:90", "\u201c8-12\u201d", "mon", "text: more", "use #3", "'it's'", "a\\b", "\"a\\b\"",
           "null", ".inf", "- x", "|", ">-", "x" * 3000]  # fmt: skip
    with_value = [n for n, row in enumerate(rows) if re.search(r"\w: \S", row)]
    if with_value:
        at = by.choice(with_value)
        new = by.choice(odd)
        rows[at] = re.sub(r"(?<=\w: )\S.*?(?=, |\}|$)", lambda _: new, rows[at], count=1)


def key(rows: list[str], by: Random) -> None:
    """Keys with a slip in them, in capitals, of other tools, or none of ours."""
    at = by.randrange(len(rows))

    def other(found: re.Match[str]) -> str:
        word = found[0]
        slips = [word.upper(), f"{word}s", word[:-1] or "x", f"{word[1:]}{word[0]}"]
        names = ["rpe", "weight", "percent", "intensity", "id", "colour", "1", "sets", "exercise"]
        return by.choice([*slips, *names])

    rows[at] = re.sub(r"\b[a-z_]+(?=:)", other, rows[at], count=1)


def quote(rows: list[str], by: Random) -> None:
    at = by.randrange(len(rows))
    rows[at] = by.choice([
        rows[at].replace(": ", by.choice([": '", ': "', ": \u201c"]), 1),
        rows[at].replace(": ", ":", 1),
        re.sub(r": (\S.*)$", r": '\1'", rows[at]),
        rows[at].replace("[", "", 1),
        rows[at].replace("}", "", 1),
    ])  # fmt: skip


def splice(rows: list[str], by: Random) -> None:
    """A stretch of another program pasted in."""
    other = by.choice(PROGRAMS).read_text(encoding="utf-8").split("\n")
    start = by.randrange(len(other))
    at = by.randrange(len(rows) + 1)
    rows[at:at] = other[start : start + by.randint(1, 25)]


def truncate(rows: list[str], by: Random) -> None:
    at = by.randrange(len(rows))
    rows[at:] = [rows[at][: by.randint(0, len(rows[at]))]]


MUTATIONS: tuple[Mutation, ...] = (
    delete, double, swap, move, indent, letter, sign, value, value, key, key, quote, splice,
    truncate,
)  # fmt: skip


def encoded(text: str, by: Random) -> bytes:
    """The bytes on the disk: mostly UTF-8, sometimes with the habits of other systems."""
    raw = text.encode("utf-8", "surrogatepass")
    match by.randrange(16):
        case 0:
            return raw.replace(b"\n", b"\r\n")
        case 1:
            return b"\xef\xbb\xbf" + raw
        case 2:
            return raw.rstrip(b"\n")
        case 3:
            return text.encode(by.choice(["latin-1", "utf-16", "cp1252"]), "replace")
        case 4:
            return raw[: by.randrange(len(raw) + 1)]
        case 5:
            return raw.replace(b"\n", b"\r", 2)
    return raw


def mutant(number: int) -> bytes:
    """A program after one to three accidents, always the same ones for a number."""
    by = Random(number)
    rows = PROGRAMS[number % len(PROGRAMS)].read_text(encoding="utf-8").split("\n")
    for _ in range(by.randint(1, 3)):
        by.choice(MUTATIONS)(rows, by)
        rows = rows or [""]
    return encoded("\n".join(rows), by)


def seen(review: Review) -> Counter[str]:
    """How often each code was found that could be."""
    return Counter(finding.code for finding in review.findings if finding.open)


def reach(review: Review) -> int:
    """How far a file got: unreadable, readable, a program."""
    return 0 if review.source.data is None else 1 if review.plan is None else 2


def well_said(finding: Finding) -> None:
    assert finding.code in FORM_RULES or find_rule(finding.code)
    assert finding.message
    assert "\n" not in finding.message + finding.hint
    assert len(finding.message) < 400


@pytest.mark.parametrize("number", range(MUTANTS))
def test_an_accident_is_told_shown_and_mended_in_its_place(number: int, library: Library) -> None:
    raw = mutant(number)
    review = reviewed(read(raw, FILE), library)
    inside(review.source, review.findings)
    for finding in review.findings:
        well_said(finding)
        assert finding.fix is None or edits(finding, review.source), finding
    run = Run(
        review.findings,
        1,
        lambda _: review.source,
        lambda finding: advice(finding, review.source, library),
        deviations=True,
        notes=True,
    )
    said = {style: renderer(style)(run) for style in STYLES}
    assert len(json.loads(said["json"])["findings"]) == len(review.findings)
    assert len(json.loads(said["sarif"])["runs"][0]["results"]) == len(review.findings)
    json.loads(said["rdjson"])
    ElementTree.fromstring(said["junit"])
    assert not any("\x1b" in text for text in said.values())
    try:
        text = raw.decode("utf-8")
    except UnicodeDecodeError:
        return
    for unsafe in (False, True):
        repaired(text, review, library, unsafe=unsafe)


def repaired(text: str, before: Review, library: Library, *, unsafe: bool) -> None:
    """A mended text reads at least as far as before, with no more of anything that was seen."""

    def look(text: str) -> Review:
        return reviewed(read(text.encode("utf-8"), FILE), library)

    result = mended(text, look, unsafe=unsafe)
    if not result.done:
        assert result.text == text
        return
    after = look(result.text)
    inside(after.source, after.findings)
    assert reach(after) >= reach(before)
    if reach(before) == 2 or reach(before) == reach(after) == 1:
        assert seen(after) <= seen(before)
    assert result.text.startswith("\ufeff") == text.startswith("\ufeff")
    assert ("\r\n" in result.text) == ("\r\n" in text)
    assert mended(result.text, look, unsafe=unsafe).done == ()


def test_the_mutants_are_of_many_kinds(library: Library) -> None:
    reviews = [reviewed(read(mutant(number), FILE), library) for number in range(150)]
    codes = {finding.code for review in reviews for finding in review.findings}
    assert {reach(review) for review in reviews} == {0, 1, 2}
    assert len(codes & FORM_RULES.keys()) >= 12
    assert len(codes - FORM_RULES.keys()) >= 12
    fixes = [f.fix for review in reviews for f in review.findings if f.fix]
    assert {fix.safe for fix in fixes} == {True, False}
