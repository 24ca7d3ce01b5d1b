"""The command line: what it prints, and with what it leaves."""

import json
import os
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from generator.cli import main
from generator.load import program_schema_text
from generator.report import STYLES

BASE = Path(__file__).parent / "rules/base.yml"


@pytest.fixture
def project(tmp_path: Path, root: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A project of its own: the real library and one program."""
    shutil.copytree(root / "content", tmp_path / "content")
    shutil.copy(root / "mkdocs.yml", tmp_path)
    (tmp_path / "programs").mkdir()
    shutil.copy(BASE, tmp_path / "programs/base.yml")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def pillars(*arguments: str) -> Result:
    return CliRunner().invoke(main, arguments, catch_exceptions=False)


def spoil(file: Path, old: str, new: str) -> None:
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), encoding="utf-8")


def test_a_clean_project_leaves_with_0(project: Path) -> None:
    result = pillars("check")
    assert (result.exit_code, result.output) == (0, "no findings in 1 file\n")


def test_an_error_leaves_with_1_and_names_file_and_line(project: Path) -> None:
    spoil(project / "programs/base.yml", "level: intermediate", "level: intermediat")
    result = pillars("check", "--format", "concise")
    assert result.exit_code == 1
    assert result.output.splitlines()[0].startswith(
        "programs/base.yml:3:8: error SCH004 unreadable-value: `level`: `intermediat` is not one of"
    )
    assert "Did you mean `intermediate`?" in result.output


def test_a_warning_is_shown_and_leaves_with_0(project: Path) -> None:
    spoil(project / "programs/base.yml", "sleep: 7-9 h", "sleep: 6-9 h")
    result = pillars("check", "--format", "concise")
    assert result.exit_code == 0
    assert "warning REC008" in result.output


def test_a_declared_deviation_is_counted_and_shown_on_request(project: Path) -> None:
    with (project / "programs/base.yml").open("a", encoding="utf-8") as file:
        file.write("deviations:\n  - {rule: REC008, reason: Shift workers sleep when they can.}\n")
    spoil(project / "programs/base.yml", "sleep: 7-9 h", "sleep: 6-9 h")
    quiet, told = pillars("check"), pillars("check", "--deviations")
    assert (quiet.exit_code, told.exit_code) == (0, 0)
    assert quiet.output == "no findings in 1 file (1 finding under declared deviations)\n"
    assert "deviation declared: Shift workers sleep when they can." in told.output


def test_only_the_named_files_are_checked(project: Path) -> None:
    (project / "programs/broken.yml").write_text("title: [", encoding="utf-8")
    assert pillars("check", "programs/base.yml").exit_code == 0
    assert pillars("check", "programs").exit_code == 1
    assert pillars("check").exit_code == 1


def test_a_file_that_nothing_reads_is_a_finding(project: Path) -> None:
    (project / "programs/legs.yaml").write_text("title: Legs\n", encoding="utf-8")
    result = pillars("check", "--format", "concise")
    assert result.exit_code == 1
    assert "programs/legs.yaml:1:1: error YML014 ignored-file" in result.output


def test_a_file_name_has_to_be_an_id(project: Path) -> None:
    (project / "programs/base.yml").rename(project / "programs/My Legs.yml")
    result = pillars("check", "--format", "concise")
    assert result.exit_code == 1
    assert "programs/My Legs.yml:1:1: error YML016 file-name" in result.output


@pytest.mark.parametrize("name", ["index", "CON", "legs--a", "-legs"])
def test_names_that_would_clash_on_the_site_or_on_disk_are_refused(
    project: Path, name: str
) -> None:
    (project / "programs/base.yml").rename(project / f"programs/{name}.yml")
    assert "YML016" in pillars("check", "--format", "concise").output


def test_findings_as_json(project: Path) -> None:
    spoil(project / "programs/base.yml", "goal: hypertrophy", "goal: big")
    result = pillars("check", "--format", "json")
    assert result.exit_code == 1
    document = json.loads(result.output)
    assert document["schema"] == "pillars-check/1"
    assert [(row["code"], row["line"]) for row in document["findings"]] == [("SCH004", 4)]


@pytest.mark.parametrize(
    ("old", "new", "code", "leaves"),
    [
        ("energy: +5%", "energy: -5%", "NUT003", {"error": 0, "warning": 1, "note": 1}),
        ("protein: 1.6", "protein: 1.5", "NUT002", {"error": 0, "warning": 0, "note": 1}),
    ],
)
def test_what_is_bad_enough_to_fail_can_be_chosen(
    project: Path, old: str, new: str, code: str, leaves: dict[str, int]
) -> None:
    spoil(project / "programs/base.yml", old, new)
    for bad_enough, status in leaves.items():
        result = pillars("check", "--notes", "--fail-on", bad_enough)
        assert code in result.output
        assert result.exit_code == status, bad_enough


def test_colour_is_for_terminals_and_for_whoever_asks_for_it(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("NO_COLOR", "FORCE_COLOR"):
        monkeypatch.delenv(name, raising=False)
    spoil(project / "programs/base.yml", "goal: hypertrophy", "goal: big")
    assert "\x1b" not in pillars("check").output
    monkeypatch.setenv("FORCE_COLOR", "1")
    assert "\x1b" in pillars("check").output
    assert "\x1b" not in pillars("check", "--format", "plain").output
    monkeypatch.setenv("NO_COLOR", "1")
    assert "\x1b" not in pillars("check").output


def test_a_broken_library_is_a_finding_in_its_own_file(project: Path) -> None:
    spoil(project / "content/exercises/leg-press.yml", "pattern: squat", "pattern: squad")
    result = pillars("check", "--format", "concise")
    assert result.exit_code == 1
    assert "content/exercises/leg-press.yml" in result.output
    assert "Did you mean `squat`?" in result.output


def test_our_own_trouble_is_one_line_and_2(project: Path) -> None:
    (project / "content/framework.yml").write_text("topics: {}\n", encoding="utf-8")
    result = pillars("check")
    assert result.exit_code == 2
    assert result.output.startswith("pillars: content/framework.yml:1: ")
    assert result.output.count("\n") == 1


def test_outside_a_project_is_our_trouble(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    result = pillars("check")
    assert result.exit_code == 2
    assert "is not inside a project" in result.output


def test_a_wrong_call_leaves_with_2(project: Path) -> None:
    assert pillars("check", "programs/none.yml").exit_code == 2
    assert pillars("nonsense").exit_code == 2


def test_a_build_with_an_error_leaves_the_site_alone(project: Path) -> None:
    (project / "site").mkdir()
    (project / "site/index.html").write_text("last good", encoding="utf-8")
    spoil(project / "programs/base.yml", "weeks: 3", "weeks: three")
    result = pillars("build")
    assert result.exit_code == 1
    assert "Nothing was built" in result.output
    assert (project / "site/index.html").read_text(encoding="utf-8") == "last good"
    assert not (project / "build").exists()


def test_rules_lists_every_rule_with_its_verdict(project: Path) -> None:
    result = pillars("rules")
    assert result.exit_code == 0
    head, first = (line.split() for line in result.output.splitlines()[:2])
    assert head[:4] == ["code", "name", "whose", "severity"]
    assert first == ["OVL001", "volume-progression-off-target", "framework", "error", "contested"]


@pytest.mark.parametrize("name", ["OVL001", "ovl001", "volume-progression-off-target"])
def test_a_rule_is_explained_by_code_or_name(project: Path, name: str) -> None:
    result = pillars("explain", name)
    assert result.exit_code == 0
    assert "volume load rises 5 to 10 % a week on average." in result.output
    assert "## Why it matters" in result.output


def test_a_message_about_form_is_explained(project: Path) -> None:
    said = pillars("explain", "duplicate-key").output
    assert "A key stands twice" in said
    assert "Keep one of the two lines" in said


def test_an_unknown_code_gets_the_nearest_one(project: Path) -> None:
    result = pillars("explain", "OVL011")
    assert result.exit_code == 2
    assert "Did you mean `OVL01" in result.output or "Did you mean `OVL001`?" in result.output


def test_the_committed_schema_is_what_the_command_prints(root: Path, project: Path) -> None:
    committed = (root / "schema/program.schema.json").read_text(encoding="utf-8")
    assert pillars("schema").output == program_schema_text() == committed


@pytest.mark.skipif(os.name == "nt", reason="names of files are text there")
@pytest.mark.parametrize("style", STYLES)
def test_a_file_name_that_is_no_text_is_told_in_every_format(project: Path, style: str) -> None:
    name = os.fsdecode(b"programs/le\xffgs.yml")
    shutil.copy(BASE, project / name)
    result = pillars("check", "--format", style)
    assert result.exit_code == 1
    assert "le?gs.yml" in result.output
