"""How findings look: whole texts, because a contributor reads whole texts."""

import json
from collections.abc import Callable
from importlib.metadata import version
from pathlib import Path
from xml.etree import ElementTree

import pytest

from generator.advice import advice
from generator.finding import Finding, Label, Place, Severity
from generator.load import load_program
from generator.model import Library
from generator.report import STYLES, renderer
from generator.report.concise_report import concise
from generator.report.excerpt import WIDEST
from generator.report.full_report import full as full_in
from generator.report.run import Run, fingerprint
from generator.review import review
from generator.rule import deviable
from generator.source import Source, read, read_file

TEXT = """\
title: Legs
blocks:
  - name: Build
    weeks: 4
    note: "漢字 and an \U0001f4aa emoji" # wide
    load: 70
    sets: 3
"""
SOURCE = Source("programs/legs.yml", TEXT, None)


def full(finding: Finding, source: Source) -> str:
    """A finding in full, without what rules and evidence add."""
    return full_in(finding, Run((finding,), 1, lambda _: source))


def alone(finding: Finding) -> Run:
    """A run that found one thing."""
    return Run((finding,), 1, lambda _: SOURCE)


def finding(place: Place, **other: object) -> Finding:
    said: dict[str, object] = {
        "keys": (),
        "message": "the load “70” has no unit",
        "code": "SCH004",
        "name": "unreadable-value",
        "file": "programs/legs.yml",
        "place": place,
    }
    return Finding(**{**said, **other})  # type: ignore[arg-type]


def test_a_finding_shows_its_line_the_caret_and_the_way_out() -> None:
    said = full(finding(Place(6, 11, 6, 13), hint="Write `70%` or `70 kg`."), SOURCE)
    assert said == (
        "error[SCH004] unreadable-value: the load “70” has no unit\n"
        "  --> programs/legs.yml:6:11\n"
        "  |\n"
        "6 |     load: 70\n"
        "  |           ^^\n"
        "  |\n"
        "  = Write `70%` or `70 kg`.\n"
        "  = more: pillars explain SCH004"
    )


def test_causes_are_shown_in_the_order_of_the_file() -> None:
    label = Label((), "the block lasts 4 weeks", Place(4, 12, 4, 13))
    said = full(finding(Place(7, 11, 7, 12), labels=(label,)), SOURCE)
    assert said == (
        "error[SCH004] unreadable-value: the load “70” has no unit\n"
        "  --> programs/legs.yml:7:11\n"
        "  |\n"
        "4 |     weeks: 4\n"
        "  |            - the block lasts 4 weeks\n"
        "  :\n"
        "7 |     sets: 3\n"
        "  |           ^\n"
        "  |\n"
        "  = more: pillars explain SCH004"
    )


def test_a_caret_under_wide_characters_counts_cells() -> None:
    row = TEXT.split("\n")[4]
    start = row.index("emoji") + 1
    said = full(finding(Place(5, start, 5, start + 5)), SOURCE).split("\n")
    # two ideographs and one emoji before it take two cells each
    assert said[4].index("^") == len("5 | ") + start - 1 + 3
    assert said[4].count("^") == 5


def test_a_long_line_is_cut_around_the_caret() -> None:
    long = Source("programs/legs.yml", "a" * 300 + "HERE" + "b" * 300, None)
    said = full(finding(Place(1, 301, 1, 305)), long).split("\n")
    assert len(said[3]) <= len("1 | ") + WIDEST
    at = said[4].index("^")
    assert said[3][at : at + 4] == "HERE"


def test_what_could_steer_a_terminal_is_made_visible() -> None:
    hostile = Source("programs/legs.yml", "title: \x1b[31mred", None)
    said = full(finding(Place(1, 8, 1, 9), message="an \x1b escape"), hostile)
    assert "\x1b" not in said
    assert "\ufffd[31mred" in said


def test_a_finding_outside_what_could_be_read_still_names_its_file() -> None:
    said = full(finding(Place(1, 1, 1, 1)), Source("programs/legs.yml", "", None))
    assert said.split("\n")[1] == "  --> programs/legs.yml:1:1"


def test_one_line_for_editors() -> None:
    said = concise(finding(Place(6, 11, 6, 13), hint="Write `70%`."))
    assert said == (
        "programs/legs.yml:6:11: error SCH004 unreadable-value: "
        "the load “70” has no unit. Write `70%`."
    )


def test_json_carries_everything_and_a_version() -> None:
    covered = finding(
        Place(6, 11, 6, 13),
        keys=("blocks", 0, "load"),
        severity=Severity.WARNING,
        reason="on purpose",
    )
    document = json.loads(renderer("json")(Run((covered,), 2, lambda _: SOURCE)))
    assert document == {
        "schema": "pillars-check/1",
        "files": 2,
        "findings": [
            {
                "file": "programs/legs.yml",
                "line": 6,
                "column": 11,
                "end_line": 6,
                "end_column": 13,
                "severity": "warning",
                "code": "SCH004",
                "name": "unreadable-value",
                "message": "the load “70” has no unit",
                "hint": "",
                "keys": ["blocks", 0, "load"],
                "labels": [],
                "deviation": "on purpose",
                "pointer": "/blocks/0/load",
                "path": "blocks[1].load",
                "fixes": [],
                "why": None,
                "evidence": None,
                "page": None,
                "help_url": None,
                "fingerprint": document["findings"][0]["fingerprint"],
            }
        ],
    }


def test_the_last_line_counts_what_is_open_and_what_is_declared() -> None:
    place = Place(1, 1, 1, 1)
    found = [
        finding(place),
        finding(place, message="another", severity=Severity.WARNING),
        finding(place, reason="on purpose"),
    ]
    assert Run(tuple(found), 6, lambda _: SOURCE).summary == (
        "1 error, 1 warning in 6 files (1 finding under declared deviations)"
    )
    assert Run((), 1, lambda _: SOURCE).summary == "no findings in 1 file"


def test_a_list_that_was_cut_says_so() -> None:
    many = [finding(Place(line, 1, line, 2)) for line in range(1, 202)]
    summary = Run(tuple(many), 1, lambda _: SOURCE).summary
    assert summary == "201 errors in 1 file; a list ends after 200 of a kind"


REPORTS = Path(__file__).parent / "reports"
"""Two programs with findings of all kinds, and what each format says of them."""


@pytest.fixture(scope="module")
def run(library: Library) -> Run:
    """The check of two files: one wrong in its fields, one that the rules speak about."""
    broken = read_file(REPORTS / "broken.yml", "programs/broken.yml")
    _, _, problems = load_program(REPORTS / "broken.yml", library, deviable(), broken.file)
    odd = review(REPORTS / "odd.yml", library, "programs/odd.yml")
    sources = {"programs/broken.yml": broken, "programs/odd.yml": odd.source}
    return Run(
        (*problems, *odd.findings),
        3,
        sources.__getitem__,
        lambda finding: advice(finding, sources[finding.file], library),
        notes=True,
    )


@pytest.mark.parametrize("style", STYLES)
def test_each_format_says_what_is_kept_beside_the_programs(
    style: str, run: Run, expect: Callable[[Path, str], None]
) -> None:
    said = renderer(style)(run)
    assert "\x1b" not in said
    expect(REPORTS / f"{style}.expected", said.replace(version("four-pillars"), "VERSION") + "\n")


def test_each_open_finding_is_in_every_format(run: Run) -> None:
    places = {f"{f.file} {f.place.line}" for f in run.findings if f.open}
    said = {style: renderer(style)(run) for style in STYLES}
    assert len(places) > 4
    for code in {finding.code for finding in run.findings if finding.open}:
        assert [style for style in STYLES if code not in said[style]] == []
    rows = json.loads(said["rdjson"])["diagnostics"]
    assert places == {
        f"{row['location']['path']} {row['location']['range']['start']['line']}" for row in rows
    }
    results = json.loads(said["sarif"])["runs"][0]["results"]
    assert len(results) == len(run.findings)
    assert [r["suppressions"][0]["kind"] for r in results if "suppressions" in r] == ["inSource"]
    assert int(ElementTree.fromstring(said["junit"]).attrib["failures"]) == 2


def test_a_fingerprint_stays_when_lines_move_and_changes_with_the_value() -> None:
    text = (REPORTS / "odd.yml").read_text(encoding="utf-8")

    def print_of(text: str) -> str:
        source = read(text.encode(), "programs/odd.yml")
        keys = ("blocks", 0, "sessions", 0, "exercises", 0, "rest")
        return fingerprint(source.located(Finding(keys, "", code="TEN012")), source)

    assert print_of("# a line more\n" + text) == print_of(text)
    assert print_of(text.replace("rest: 45 s", "rest: 40 s", 1)) != print_of(text)


def test_markdown_of_a_strangers_file_neither_links_mentions_nor_breaks_out() -> None:
    hostile = "@everyone <img src=x> [x](http://evil) `a` | b\n# big"
    said = renderer("markdown")(alone(finding(Place(1, 1, 1, 2), message=hostile)))
    assert "@\u200beveryone \\<img src=x\\>" in said
    assert "](http:\u200b//evil)" in said
    assert "\n# big" not in said


def test_a_workflow_command_cannot_be_broken_out_of() -> None:
    hostile = finding(Place(1, 1, 1, 2), message="100 %\n::error::x", file="a,b:c.yml")
    first = renderer("github")(alone(hostile)).split("\n")[0]
    assert first.startswith("::error title=SCH004 unreadable-value,file=a%2Cb%3Ac.yml,line=1,")
    assert first.endswith("::100 %25%0A::error::x")


def test_github_gets_ten_of_a_kind_and_a_count_of_the_rest() -> None:
    many = tuple(finding(Place(line, 1, line, 2)) for line in range(1, 15))
    said = renderer("github")(Run(many, 1, lambda _: SOURCE))
    assert said.count("::error ") == 10
    assert "and 4 more of kind error" in said
