"""A baseline passes over what it lists, never over what is wrong with a file, and only shrinks."""

import json
from pathlib import Path

import pytest
from test_cli import pillars, project, spoil

from generator.baseline import baseline_text, read_baseline, unknown_and_stale
from generator.error import GeneratorError
from generator.finding import Finding, Place
from generator.source import Source

__all__ = ["project"]
SOURCE = Source("programs/legs.yml", "goal: x\n", {"goal": "x"})


def warning(code: str = "TEN015", message: str = "too light", file: str = SOURCE.file) -> Finding:
    return Finding(("goal",), message, code=code, name="n", file=file, place=Place(1, 1, 1, 2))


def test_what_a_baseline_lists_is_passed_over_until_it_is_mended(project: Path) -> None:
    program = project / "programs/base.yml"
    spoil(program, "sleep: 7-9 h", "sleep: 6-9 h")
    assert pillars("check", "--fail-on", "warning").exit_code == 1
    written = pillars("check", "--fail-on", "warning", "--write-baseline", "known.json")
    assert written.exit_code == 0
    assert written.output == "no findings in 1 file (1 finding in the baseline)\n"
    (entry,) = json.loads((project / "known.json").read_text(encoding="utf-8"))["findings"]
    assert (entry["file"], entry["code"]) == ("programs/base.yml", "REC008")
    assert "hours" in entry["message"] or "h" in entry["message"]

    spoil(program, "title:", "# moved down\ntitle:")
    kept = pillars("check", "--fail-on", "warning", "--baseline", "known.json")
    assert kept.exit_code == 0
    for style in ("json", "sarif", "concise"):
        said = pillars("check", "--baseline", "known.json", "--format", style).output
        assert "REC008" not in said

    spoil(program, "sleep: 6-9 h", "sleep: 7-9 h")
    stale = pillars("check", "--baseline", "known.json")
    assert stale.exit_code == 1
    assert f"REC008 in {entry['file']} is not found any more; delete the entry" in stale.output


def test_a_new_finding_is_told_beside_an_old_one(project: Path) -> None:
    program = project / "programs/base.yml"
    spoil(program, "sleep: 7-9 h", "sleep: 6-9 h")
    pillars("check", "--write-baseline", "known.json")
    spoil(program, "energy: +5%", "energy: -5%")
    result = pillars("check", "--fail-on", "warning", "--baseline", "known.json")
    assert result.exit_code == 1
    assert "NUT003" in result.output
    assert "REC008" not in result.output


def test_what_is_wrong_with_a_file_is_never_passed_over(project: Path) -> None:
    program = project / "programs/base.yml"
    spoil(program, "sleep: 7-9 h", "sleep: 6-9 h")
    pillars("check", "--write-baseline", "known.json")
    spoil(program, "goal: hypertrophy", "goal: big")
    result = pillars("check", "--baseline", "known.json")
    assert result.exit_code == 1
    assert "SCH004" in result.output
    # the rules have not looked at it, so nobody can say that its entries are out of date
    assert "any more" not in result.output
    pillars("check", "--write-baseline", "form.json")
    assert read_baseline(project / "form.json") == ()


def test_entries_of_files_that_were_not_checked_are_not_out_of_date(project: Path) -> None:
    spoil(project / "programs/base.yml", "sleep: 7-9 h", "sleep: 6-9 h")
    pillars("check", "--write-baseline", "known.json")
    (project / "programs/other.yml").write_text(
        (Path(__file__).parent / "rules/base.yml").read_text(encoding="utf-8"), encoding="utf-8"
    )
    assert pillars("check", "programs/other.yml", "--baseline", "known.json").exit_code == 0


def test_two_findings_of_one_fingerprint_are_two_entries(tmp_path: Path) -> None:
    two = (warning(message="week 1"), warning(message="week 2"))
    file = tmp_path / "known.json"
    file.write_text(baseline_text(two, lambda _: SOURCE), encoding="utf-8")
    entries = read_baseline(file)
    assert len(entries) == 2
    assert entries[0].fingerprint == entries[1].fingerprint
    judged = {SOURCE.file}
    assert unknown_and_stale(two, entries, lambda _: SOURCE, judged) == ((), ())
    third = warning(message="week 3")
    assert unknown_and_stale((*two, third), entries, lambda _: SOURCE, judged) == ((third,), ())
    kept, stale = unknown_and_stale(two[:1], entries, lambda _: SOURCE, judged)
    assert (kept, len(stale)) == ((), 1)


def test_a_baseline_is_the_same_whatever_the_order_of_findings() -> None:
    found = [warning("TEN015"), warning("BAL001"), warning("BAL001", file="programs/a.yml")]
    text = baseline_text(found, lambda _: SOURCE)
    assert baseline_text(reversed(found), lambda _: SOURCE) == text
    assert [entry["code"] for entry in json.loads(text)["findings"]] == ["BAL001"] * 2 + ["TEN015"]
    assert baseline_text((), lambda _: SOURCE).endswith('"findings": []}\n')


@pytest.mark.parametrize(
    "text",
    [
        "",
        "[]",
        "{}",
        '{"schema": "x", "findings": []}',
        '{"schema": "pillars-baseline/1", "findings": [{"file": 1}]}',
        baseline_text([warning()], lambda _: SOURCE).replace('"TEN015"', "15"),
        "[" * 100_000,
    ],
)
def test_what_is_no_baseline_is_our_trouble(text: str, tmp_path: Path) -> None:
    file = tmp_path / "known.json"
    file.write_text(text, encoding="utf-8")
    with pytest.raises(GeneratorError, match="is no baseline"):
        read_baseline(file)


def test_a_baseline_that_is_not_there_is_our_trouble(project: Path) -> None:
    result = pillars("check", "--baseline", "gone.json")
    assert result.exit_code == 2
    assert "gone.json cannot be opened" in result.output
