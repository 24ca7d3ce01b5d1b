"""`pillars check --fix`: what is mended, what is left alone, and what a file keeps of itself."""

import json
import stat
import subprocess
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from click.testing import Result
from test_cli import pillars, project, spoil

from generator.edit import applied, edits
from generator.finding import Change, Finding, Fix
from generator.fixing import mended
from generator.load.suggest import distance, slip_of
from generator.model import Library
from generator.review import Review, reviewed
from generator.source import read

__all__ = ["project"]  # a fixture that these tests share with the command line's

BASE = (Path(__file__).parent / "rules/base.yml").read_text(encoding="utf-8")
FILE = "programs/legs.yml"


@pytest.fixture
def look(library: Library) -> Callable[[str], Review]:
    return lambda text: reviewed(read(text.encode(), FILE), library)


def changed(old: str, new: str) -> list[str]:
    """The lines that are not the same, as they are now."""
    before = old.split("\n")
    return [line for line in new.split("\n") if line not in before]


def spoilt(*pairs: tuple[str, str]) -> str:
    text = BASE
    for old, new in pairs:
        assert old in text
        text = text.replace(old, new, 1)
    return text


SLIPS = spoilt(
    ("level: intermediate", "level: intermediat # not yet"),
    ("day: monday", "day: mon"),
    ("name: Squat day", "nmae: Squat day"),
    ("rir: 2, rest: 2 min", "rir: “2”, rest: 2 min"),
)


def test_slips_are_mended_and_nothing_else_is_touched(look: Callable[[str], Review]) -> None:
    result = mended(SLIPS, look)
    assert look(result.text).findings == ()
    assert [finding.code for finding in result.done] == ["SCH004", "SCH001", "SCH004", "SCH004"]
    assert result.left == ()
    assert result.text == BASE.replace("level: intermediate", "level: intermediate # not yet")


def test_layer_after_layer_is_mended_until_the_rules_can_speak(
    look: Callable[[str], Review],
) -> None:
    text = spoilt(
        ("rir: 2, rest: 2 min", "rir: 2, load: %70, rest: 2 min"),  # cannot be read
        ("day: monday", "dya: monday"),  # wrong field
    )
    text += "deviations:\n  - {rule: NUT001, reason: The lifters are fed by their parents.}\n"
    text = text.replace("level: intermediate", "level:\u00a0intermediate")  # hides all of it
    result = mended(text, look)
    # quotes came in, and stay when what they hold is mended
    assert result.text == spoilt(("rir: 2, rest: 2 min", 'rir: 2, load: "70%", rest: 2 min'))
    codes = [finding.code for finding in result.done]
    assert codes == ["YML012", "YML002", "SCH001", "SCH004", "DOC006"]


def test_what_needs_a_look_is_mended_only_when_asked(look: Callable[[str], Review]) -> None:
    text = spoilt(("session_minutes: 60", "session_minutes: 60\nout_of_scope: adductors"))
    assert mended(text, look).text == text
    asked = mended(text, look, unsafe=True)
    assert changed(text, asked.text) == ["out_of_scope: [adductors]"]


def test_a_fix_that_would_leave_a_new_problem_is_not_made(look: Callable[[str], Review]) -> None:
    text = spoilt(("tempo: 3-0-1-0", "temp: slow"))
    result = mended(text, look)
    assert result.text == text
    assert [f.fix.says for f in result.left if f.fix] == ["rename the key to `tempo`"]


def test_fixes_that_touch_each_other_are_made_one_after_the_other(
    look: Callable[[str], Review],
) -> None:
    text = spoilt(("session_minutes: 60", "session_minutes: 60\nout_of_scope: [core, core, core]"))
    text = text.replace("core", "adductors")
    result = mended(text, look)
    assert changed(text, result.text) == ["out_of_scope: [adductors]"]
    assert [finding.code for finding in result.done] == ["SCH015", "SCH015"]


def test_a_fix_that_does_not_help_does_not_go_on_for_ever(library: Library) -> None:
    def look(text: str) -> Review:
        source = read(text.encode(), FILE)
        grow = Fix("add a year", (Change("value", ("title",), f"{source.at(('title',))}!"),), True)
        found = Finding(("title",), "too dull", code="DOC001", fix=grow)
        return replace(reviewed(source, library), findings=(source.located(found),))

    result = mended(BASE, look)
    assert result.text == BASE
    assert len(result.left) == 1


def test_missing_equipment_is_added_to_the_list(look: Callable[[str], Review]) -> None:
    text = spoilt(("leg-extension-machine, leg-curl-machine, calf-machine]", "calf-machine]"))
    found = {finding.fix.says for finding in look(text).findings if finding.fix}
    assert found == {
        "add leg-curl-machine to `equipment`",
        "add leg-extension-machine to `equipment`",
    }
    result = mended(text, look, unsafe=True)
    assert look(result.text).findings == ()
    assert "leg-press, calf-machine, leg-extension-machine, leg-curl-machine]" in result.text


def test_a_day_is_split_on_purpose_where_somebody_says_so(look: Callable[[str], Review]) -> None:
    text = spoilt(("day: thursday", "day: monday"))
    (finding,) = (f for f in look(text).findings if f.code == "REC002")
    assert finding.fix is not None
    assert not finding.fix.safe
    assert changed(text, applied(text, edits(finding, look(text).source))) == [
        "        split: true"
    ]


@pytest.mark.parametrize(
    ("wrote", "known", "meant"),
    [
        ("repss", ["reps", "rest"], "reps"),
        ("Leg_Press", ["leg-press", "leg-curl"], "leg-press"),
        ("barbel-back-sqaut", ["barbell-back-squat"], "barbell-back-squat"),
        ("TEN04", ["TEN004", "TEN005"], None),  # another number is another thing
        ("ten004", ["TEN004", "TEN005"], "TEN004"),
        ("rset", ["rest", "sets"], "rest"),
        ("setd", ["sets", "seta"], None),  # either
        ("q", ["a"], None),
        ("arm-curl", ["leg-curl"], None),
    ],
)
def test_a_slip_of_the_pen_has_one_meaning(wrote: str, known: list[str], meant: str | None) -> None:
    assert slip_of(wrote, known) == meant


def test_letters_are_counted_up_to_a_limit() -> None:
    assert distance("reps", "reps", 2) == 0
    assert distance("rpes", "reps", 2) == 1
    assert distance("", "ab", 2) == 2
    assert distance("abc", "xyz", 2) is None
    assert distance("a" * 50, "b", 2) is None


def fixed(project: Path, text: bytes, *arguments: str) -> tuple[Result, Path]:
    file = project / "programs/base.yml"
    file.write_bytes(text)
    return pillars("check", "--fix", *arguments), file


@pytest.mark.parametrize(
    "written",
    [
        lambda text: text,
        lambda text: text.replace("\n", "\r\n"),
        lambda text: "\ufeff" + text,
        lambda text: text.rstrip("\n"),
    ],
    ids=["as it is", "CRLF", "byte order mark", "no final newline"],
)
def test_a_file_keeps_its_line_ends_mark_and_mode(
    project: Path, written: Callable[[str], str]
) -> None:
    file = project / "programs/base.yml"
    file.chmod(0o640)
    result, file = fixed(project, written(SLIPS).encode())
    assert result.exit_code == 0
    assert result.output == (
        "4 mended in programs/base.yml\n"
        "  SCH004: write `intermediate`\n"
        "  SCH001: rename the key to `name`\n"
        "  SCH004: write `monday`\n"
        "  SCH004: take the curly quotes away\n"
        "no findings in 1 file\n"
    )
    kept = BASE.replace("level: intermediate", "level: intermediate # not yet")
    assert file.read_bytes() == written(kept).encode()
    assert stat.S_IMODE(file.stat().st_mode) == 0o640
    assert [path.name for path in (project / "programs").iterdir()] == ["base.yml"]


def test_a_diff_shows_what_would_be_mended_and_writes_nothing(project: Path) -> None:
    file = project / "programs/base.yml"
    file.write_text(SLIPS.rstrip("\n"), encoding="utf-8")
    result = pillars("check", "--diff")
    assert result.exit_code == 1
    assert file.read_text(encoding="utf-8") == SLIPS.rstrip("\n")
    patch = project / "mend.patch"
    patch.write_bytes(result.stdout_bytes)
    subprocess.run(["git", "apply", "mend.patch"], cwd=project, check=True)
    kept = BASE.replace("level: intermediate", "level: intermediate # not yet")
    assert file.read_text(encoding="utf-8") == kept.rstrip("\n")
    assert pillars("check", "--diff").output == ""
    assert pillars("check", "--diff").exit_code == 0


def test_what_is_left_is_told_and_decides_how_it_ends(project: Path) -> None:
    result, _ = fixed(project, spoilt(("tempo: 3-0-1-0", "temp: slow")).encode())
    assert result.exit_code == 1
    assert result.output.startswith(
        "1 fix left out in programs/base.yml: a new problem would come of it\n"
        "  SCH001 in line 22: rename the key to `tempo`\n"
    )
    assert "error[SCH001]" in result.output


def test_output_for_machines_is_not_mixed_with_what_is_told(project: Path) -> None:
    result, _ = fixed(project, SLIPS.encode(), "--format", "json")
    assert json.loads(result.stdout)["findings"] == []
    assert "4 mended in programs/base.yml" in result.stderr


def test_only_the_files_that_were_asked_about_are_mended(project: Path) -> None:
    other = project / "programs/other.yml"
    other.write_text(SLIPS, encoding="utf-8")
    outside = project / "notes.yml"
    outside.write_text(SLIPS, encoding="utf-8")
    (project / "programs/link.yml").symlink_to(outside)
    assert pillars("check", "--fix", "programs/base.yml", "programs/link.yml").exit_code == 1
    assert other.read_text(encoding="utf-8") == SLIPS
    assert outside.read_text(encoding="utf-8") == SLIPS
    pillars("check", "--fix")
    assert outside.read_text(encoding="utf-8") == SLIPS
    assert other.read_text(encoding="utf-8") != SLIPS


def test_a_folder_that_leads_out_of_the_project_is_not_written_to(
    project: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    elsewhere = tmp_path_factory.mktemp("elsewhere")
    (elsewhere / "legs.yml").write_text(SLIPS, encoding="utf-8")
    (project / "more").symlink_to(elsewhere)
    result = pillars("check", "--fix", "more")
    assert result.exit_code == 1
    assert (elsewhere / "legs.yml").read_text(encoding="utf-8") == SLIPS


def test_a_file_that_is_not_text_is_left_alone(project: Path) -> None:
    raw = BASE.replace("Base", "Gro\xdfe").encode("latin-1")
    result, file = fixed(project, raw)
    assert result.exit_code == 1
    assert file.read_bytes() == raw


def test_unsafe_fixes_need_something_to_do(project: Path) -> None:
    result = pillars("check", "--unsafe-fixes")
    assert result.exit_code == 2
    assert "--unsafe-fixes goes with --fix or --diff" in result.output


def test_the_summary_says_how_much_can_be_mended(project: Path) -> None:
    spoil(project / "programs/base.yml", "goal: hypertrophy", "goal: hypertropy")
    spoil(project / "programs/base.yml", "sleep: 7-9 h", "sleep: 9-7 h")
    said = pillars("check", "--format", "plain").output
    assert "1 can be mended with `pillars check --fix`, 1 more after a look: add" in said
    said = pillars("check", "--format", "github").output
    assert "can be mended" not in said


def test_a_folder_that_cannot_be_written_is_one_line_and_leaves_the_file(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = project / "programs/base.yml"
    spoil(file, "level: intermediate", "level: intermediat")
    before = file.read_bytes()

    def refused(self: Path, target: Path) -> Path:
        raise PermissionError(13, "Permission denied", str(target))

    monkeypatch.setattr(Path, "replace", refused)  # root may write anywhere
    result = pillars("check", "--fix", "programs/base.yml")
    assert result.exit_code == 2
    assert "programs/base.yml cannot be written: Permission denied" in result.output
    assert file.read_bytes() == before
    assert [path.name for path in (project / "programs").iterdir()] == ["base.yml"]
