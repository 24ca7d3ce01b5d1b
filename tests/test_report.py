"""How findings look: whole texts, because a contributor reads whole texts."""

import json

from generator import report
from generator.finding import Finding, Label, Place, Severity
from generator.source import Source

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
    said = report.full(finding(Place(6, 11, 6, 13), hint="Write `70%` or `70 kg`."), SOURCE)
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
    said = report.full(finding(Place(7, 11, 7, 12), labels=(label,)), SOURCE)
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
    said = report.full(finding(Place(5, start, 5, start + 5)), SOURCE).split("\n")
    # two ideographs and one emoji before it take two cells each
    assert said[4].index("^") == len("5 | ") + start - 1 + 3
    assert said[4].count("^") == 5


def test_a_long_line_is_cut_around_the_caret() -> None:
    long = Source("programs/legs.yml", "a" * 300 + "HERE" + "b" * 300, None)
    said = report.full(finding(Place(1, 301, 1, 305)), long).split("\n")
    assert len(said[3]) <= len("1 | ") + report.WIDEST
    at = said[4].index("^")
    assert said[3][at : at + 4] == "HERE"


def test_what_could_steer_a_terminal_is_made_visible() -> None:
    hostile = Source("programs/legs.yml", "title: \x1b[31mred", None)
    said = report.full(finding(Place(1, 8, 1, 9), message="an \x1b escape"), hostile)
    assert "\x1b" not in said
    assert "\ufffd[31mred" in said


def test_a_finding_outside_what_could_be_read_still_names_its_file() -> None:
    said = report.full(finding(Place(1, 1, 1, 1)), Source("programs/legs.yml", "", None))
    assert said.split("\n")[1] == "  --> programs/legs.yml:1:1"


def test_one_line_for_editors() -> None:
    said = report.concise(finding(Place(6, 11, 6, 13), hint="Write `70%`."))
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
    assert json.loads(report.as_json([covered], 2)) == {
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
    assert report.summary(found, 6) == (
        "1 error, 1 warning in 6 files (1 finding under declared deviations)"
    )
    assert report.summary([], 1) == "no findings in 1 file"


def test_a_list_that_was_cut_says_so() -> None:
    many = [finding(Place(line, 1, line, 2)) for line in range(1, 202)]
    assert report.summary(many, 1) == "201 errors in 1 file; a list ends after 200 of a kind"
