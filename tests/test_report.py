"""How findings look: whole texts, because a contributor reads whole texts."""

import json
from collections.abc import Callable
from dataclasses import replace
from importlib.metadata import version
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest
from jsonschema import Draft7Validator, Draft202012Validator

from generator.advice import Advice, advice
from generator.finding import Change, Edit, Finding, Fix, Label, Place, Severity
from generator.load import load_program
from generator.load.straight import straightened
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


NESTED = """\
blocks:
  - name: Build
    weeks: 4
    # on purpose
    sets: 3
    load: 70
"""
NESTED_SOURCE = read(NESTED.encode(), "programs/legs.yml")


def test_the_first_line_of_the_entry_comes_with_its_finding() -> None:
    found = NESTED_SOURCE.located(Finding(("blocks", 0, "load"), "no unit", code="SCH004"))
    rows = full(found, NESTED_SOURCE).split("\n")[2:7]
    assert rows == ["  |", "2 |   - name: Build", "  :", "6 |     load: 70", "  |           ^^"]
    found = NESTED_SOURCE.located(Finding(("blocks", 0, "weeks"), "too few", code="SCH004"))
    assert "2 |   - name: Build\n3 |     weeks: 4\n" in full(found, NESTED_SOURCE)
    found = NESTED_SOURCE.located(Finding(("blocks", 0, "name"), "too short", code="SCH004"))
    assert "1 | blocks:" not in full(found, NESTED_SOURCE)


def test_three_causes_are_shown_and_the_others_counted() -> None:
    labels = tuple(Label((), f"cause {n}", Place(n, 1, n, 2)) for n in range(1, 6))
    found = finding(Place(6, 11, 6, 13), labels=labels)
    for said in (full(found, SOURCE), renderer("plain")(alone(found))):
        assert ["cause 2" in said, "cause 3" in said, "cause 5" in said] == [True, False, True]
        assert "and 2 more places" in said.casefold()
    row = json.loads(renderer("json")(alone(found)))["findings"][0]
    assert len(row["labels"]) == 5


def mendable(*steps: Change | Edit, safe: bool = True) -> Finding:
    found = Finding(("blocks", 0, "load"), "no unit", code="SCH004", name="unreadable-value")
    fix = Fix("write `70%`", steps, safe)
    return NESTED_SOURCE.located(Finding(**{**vars(found), "fix": fix}))


def run_of(*findings: Finding, source: Source = NESTED_SOURCE, site: str = "") -> Run:
    return Run(findings, 1, lambda _: source, lambda _: Advice(page="rules/x/"), site=site)


def test_a_fix_is_shown_as_the_lines_that_change() -> None:
    said = full(mendable(Change("value", ("blocks", 0, "load"), "70%"), safe=False), NESTED_SOURCE)
    assert said.split("\n")[8:12] == [
        "  = fix (needs review): write `70%`",
        "  |",
        "6 -     load: 70",
        "6 +     load: 70%",
    ]
    gone = full(mendable(Change("remove", ("blocks", 0, "sets"))), NESTED_SOURCE)
    assert "5 -     sets: 3\n  |\n" in gone
    added = full(mendable(Change("add", ("blocks", 0, "note"), "Hard.")), NESTED_SOURCE)
    assert "  |\n7 +     note: Hard.\n  |\n" in added


def test_a_fix_in_a_long_line_is_cut_around_what_changes() -> None:
    source = read(f"a: [{'x, ' * 200}teh end]\n".encode(), "programs/legs.yml")
    step = Change("value", ("a", 200), "the end")
    said = full(Finding(("a",), "slip", code="SCH004", fix=Fix("write it", (step,))), source)
    rows = [row for row in said.split("\n") if row[:3] in ("1 -", "1 +")]
    assert [row.count("teh end") + row.count("the end") for row in rows] == [1, 1]
    assert max(map(len, rows)) <= len("1 - ") + WIDEST


def test_a_fix_of_many_lines_is_shortened() -> None:
    text = "a:\n" + "".join(f"\tb{n}: x\n" for n in range(40))
    found = reviewed_text(text)
    assert "and 37 more lines" in full(found, read(text.encode(), "programs/legs.yml"))


def reviewed_text(text: str) -> Finding:
    (found, *_) = straightened(read(text.encode(), "programs/legs.yml"))
    assert found.fix is not None
    return found


def test_a_fix_that_cannot_be_done_is_not_shown() -> None:
    found = mendable(Change("remove", ("blocks", 7)))
    assert "fix (" not in full(found, NESTED_SOURCE)
    row = json.loads(renderer("json")(run_of(found)))["findings"][0]
    assert row["fixes"] == []


def test_what_a_deviation_covers_needs_no_fix() -> None:
    covered = replace(mendable(Change("value", ("blocks", 0, "load"), "70%")), reason="On purpose.")
    for style in ("full", "plain", "markdown"):
        said = renderer(style)(replace(run_of(covered), deviations=True))
        assert "fix (" not in said.casefold()
    assert run_of(covered).closing == run_of(covered).summary


def test_links_lead_to_the_site_where_it_is_known() -> None:
    found = mendable(Change("value", ("blocks", 0, "load"), "70%"))
    address = "https://example.org/guide/rules/x/"
    for style in ("full", "plain", "json", "sarif", "rdjson", "markdown", "github"):
        run = run_of(found, site="https://example.org/guide/")
        assert address in renderer(style)(run), style
        assert "example.org" not in renderer(style)(run_of(found))


def test_edits_are_told_in_bytes_of_the_file_as_it_lies_on_the_disk() -> None:
    raw = '\ufefftitle: "漢字 🏋"\r\ngoal: hypertropy\r\n'.encode()
    source = read(raw, "programs/legs.yml")
    step = Change("value", ("goal",), "hypertrophy")
    found = Finding(
        ("goal",), "slip", code="SCH004", file=source.file, fix=Fix("write it", (step,))
    )
    added = Change("add", ("level",), "beginner")
    other = Finding(("goal",), "slip", code="SCH004", file=source.file, fix=Fix("add", (added,)))
    rows = json.loads(renderer("json")(run_of(found, other, source=source)))["findings"]
    (edit,) = rows[0]["fixes"][0]["edits"]
    assert raw[edit["start_byte"] : edit["end_byte"]] == b"hypertropy"
    assert (edit["line"], edit["column"], edit["end_column"]) == (2, 7, 17)
    (edit,) = rows[1]["fixes"][0]["edits"]
    after = raw[: edit["start_byte"]] + edit["text"].encode() + raw[edit["end_byte"] :]
    assert after == raw + b"level: beginner\r\n"


SCHEMAS = Path(__file__).parent.parent / "schema"
SARIF_SCHEMA = (
    Path(__file__).parent / "node/node_modules/@microsoft/jest-sarif/lib/schemas"
    "/sarif-2.1.0-rtm.5.json"
)


@pytest.fixture(scope="module")
def everything(run: Run) -> Run:
    """A run with fixes, causes, deviations and an address."""
    both = Change("value", ("blocks", 0, "load"), "70%"), Change("remove", ("blocks", 0, "sets"))
    cause = Label((), "x", Place(1, 1, 1, 2))
    loose = replace(mendable(*both), file="programs/My Legs.yml", labels=(cause,))
    return replace(
        run,
        findings=(*run.findings, loose),
        source=lambda file: NESTED_SOURCE if file == loose.file else run.source(file),
        advice=lambda found: Advice(page="x/") if found.file == loose.file else run.advice(found),
        site="https://example.org",
    )


def test_the_json_keeps_to_its_published_schema(everything: Run) -> None:
    schema = json.loads((SCHEMAS / "check.schema.json").read_text(encoding="utf-8"))
    Draft202012Validator.check_schema(schema)
    document = json.loads(renderer("json")(everything))
    Draft202012Validator(closed(schema)).validate(document)
    assert any(row["fixes"] for row in document["findings"])
    assert any(row["labels"] for row in document["findings"])
    assert any(row["deviation"] for row in document["findings"])


def closed(schema: Any) -> Any:
    """A schema that refuses members it does not describe, so that each one has to be described."""
    if isinstance(schema, list):
        return [closed(part) for part in schema]
    if not isinstance(schema, dict):
        return schema
    made = {key: closed(value) for key, value in schema.items()}
    return made | {"additionalProperties": False} if "properties" in schema else made


def test_the_sarif_keeps_to_the_standards_schema(everything: Run) -> None:
    assert SARIF_SCHEMA.is_file(), "run tools/ensure-node"
    schema = json.loads(SARIF_SCHEMA.read_text(encoding="utf-8"))
    log = json.loads(renderer("sarif")(everything))
    Draft7Validator(schema, format_checker=Draft7Validator.FORMAT_CHECKER).validate(log)
    (only,) = log["runs"]
    assert all(rule["helpUri"].startswith("https://") for rule in only["tool"]["driver"]["rules"])
    fixes = [result["fixes"] for result in only["results"] if "fixes" in result]
    assert len(fixes) == 3
    place = only["results"][-1]["locations"][0]["physicalLocation"]
    assert place["artifactLocation"] == {"uri": "programs/My%20Legs.yml"}


RANGE = {
    "type": "object",
    "required": ["start", "end"],
    "additionalProperties": False,
    "properties": {
        end: {
            "type": "object",
            "required": ["line", "column"],
            "additionalProperties": False,
            "properties": {name: {"type": "integer", "minimum": 1} for name in ("line", "column")},
        }
        for end in ("start", "end")
    },
}
LOCATION = {
    "type": "object",
    "required": ["path"],
    "additionalProperties": False,
    "properties": {"path": {"type": "string"}, "range": RANGE},
}
RDJSON = {
    "type": "object",
    "required": ["diagnostics"],
    "additionalProperties": False,
    "properties": {
        "source": {"type": "object", "properties": {"name": {"type": "string"}}},
        "diagnostics": {
            "type": "array",
            "items": {
                "type": "object",
                "required": ["message", "location"],
                "additionalProperties": False,
                "properties": {
                    "message": {"type": "string"},
                    "location": LOCATION,
                    "severity": {"enum": ["ERROR", "WARNING", "INFO"]},
                    "code": {
                        "type": "object",
                        "required": ["value"],
                        "additionalProperties": False,
                        "properties": {name: {"type": "string"} for name in ("value", "url")},
                    },
                    "suggestions": {
                        "type": "array",
                        "items": {
                            "type": "object",
                            "required": ["range", "text"],
                            "additionalProperties": False,
                            "properties": {"range": RANGE, "text": {"type": "string"}},
                        },
                    },
                    "related_locations": {
                        "type": "array",
                        "items": {
                            "type": "object",
                            "required": ["location"],
                            "additionalProperties": False,
                            "properties": {"message": {"type": "string"}, "location": LOCATION},
                        },
                    },
                },
            },
        },
    },
}
"""What reviewdog's protocol has; it drops without a word what it does not know."""


def test_the_rdjson_has_what_reviewdog_reads_and_nothing_else(everything: Run) -> None:
    document = json.loads(renderer("rdjson")(everything))
    Draft202012Validator(RDJSON).validate(document)
    # two edits are one suggestion, or a reader would take them for two ways out
    (suggestion,) = document["diagnostics"][-1]["suggestions"]
    assert suggestion["text"] == "    load: 70%"
    assert (suggestion["range"]["start"]["line"], suggestion["range"]["end"]["line"]) == (5, 6)


def test_a_fix_in_markdown_cannot_end_its_block() -> None:
    source = read(b"note: '```'\n", "programs/legs.yml")
    step = Change("value", ("note",), "```\n# big @everyone")
    found = Finding(("note",), "x", code="SCH004", file=source.file, fix=Fix("write it", (step,)))
    said = renderer("markdown")(run_of(found, source=source)).split("\n")
    fences = [row for row in said if row.strip().startswith("````")]
    assert [row.strip() for row in fences] == ["````diff", "````"]


def test_changed_lines_come_first_on_github() -> None:
    many = tuple(finding(Place(line, 1, line, 2)) for line in range(1, 15))
    run = replace(Run(many, 1, lambda _: SOURCE), changed={"programs/legs.yml": {13}})
    said = renderer("github")(run).split("\n")
    assert "line=13," in said[0]
    assert "line=1," in said[1]
    assert said[10] == "::notice title=Findings::and 4 more of kind error"


@pytest.mark.parametrize(
    ("end", "first"),
    [
        ("", "deviations:\n"),
        ("deviations: []\n", "deviations:  # instead of the empty `deviations`\n"),
        ("deviations:\n  - {rule: OVL002, reason: Shifts.}\n", "  - rule: REC008\n"),
    ],
)
def test_the_lines_to_depart_fit_what_stands_in_the_file(
    end: str, first: str, library: Library
) -> None:
    source = read(f"title: Legs\n{end}".encode(), "programs/legs.yml")
    found = Finding(("title",), "short nights", code="REC008", file=source.file)
    assert advice(found, source, library).deviation.startswith(first)
