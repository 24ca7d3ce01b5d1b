"""`pillars stats`: the numbers of the guide, in a terminal's eighty columns."""

import json
import re
import shutil
from collections.abc import Callable
from dataclasses import replace
from fractions import Fraction
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from generator.cli import main
from generator.measure.duration import session_minutes
from generator.measure.hardest import hardest_week
from generator.model import Library
from generator.model.number import plain
from generator.model.wording import capital
from generator.plan import Plan
from generator.render import glance
from generator.render.charts import in_hundreds
from generator.report.excerpt import width
from generator.report.stats_report import ASCII, FULL, Drawing, as_text
from generator.review import review
from generator.stats import stats

HERE = Path(__file__).parent
PROGRAMS = sorted((HERE.parent / "programs").glob("*.yml"))
CELL = re.compile(r"<t[hd][^>]*>([^<]*)</t[hd]>")
ROW = re.compile(r"<tr><th scope=\"row\">.*?</tr>", re.DOTALL)


def plan_of(path: Path, library: Library) -> Plan:
    plan = review(path, library).plan
    assert plan is not None
    return plan


def rows(html: str) -> list[list[str]]:
    """The body of a table of the guide, cell by cell."""
    found = [CELL.findall(row) for row in ROW.findall(html)]
    assert found
    return found


def test_there_are_programs_to_compare() -> None:
    assert len(PROGRAMS) >= 6


@pytest.mark.parametrize("path", PROGRAMS, ids=lambda path: path.stem)
def test_the_numbers_are_those_of_the_guide(path: Path, library: Library) -> None:
    plan = plan_of(path, library)
    counted = stats(plan)
    hardest = hardest_week(plan)
    assert counted.hardest == hardest.number
    assert [(capital(m.name), m.direct, m.fractional) for m in counted.muscles] == [
        (m.name, int(m.direct), m.fractional) for m in glance.muscle_sets(plan, hardest)
    ]
    weeks = rows(glance.weeks(plan)[1].text)
    for week, cells in zip(counted.weeks, weeks, strict=True):
        sign = "+" if week.change and week.change > 0 else ""
        change = "" if week.change is None else f"{sign}{plain(week.change, 1)} %"
        load = [] if week.load is None else [f"{plain(week.load, 0)} %"]
        name = f"{week.number}{' deload' if week.deload else ''}"
        assert cells == [name, str(week.hard), in_hundreds(week.volume_load), change, *load]
    sessions = rows(glance.pillars(plan)[-1].text)
    for session, cells in zip(counted.sessions, sessions, strict=True):
        pillars = session.pillars
        numbers = (session.sets, pillars.tension, pillars.metabolic, pillars.neural)
        assert cells[1:] == [*map(str, numbers), str(session.minutes)]


@pytest.mark.parametrize("path", PROGRAMS, ids=lambda path: path.stem)
def test_weeks_add_up_and_the_longest_is_the_longest(path: Path, library: Library) -> None:
    plan = plan_of(path, library)
    counted = stats(plan)
    every = [session_minutes(s, plan.framework) for week in plan.weeks for s in week.sessions]
    assert counted.longest.minutes == max(every)
    for week, planned in zip(counted.weeks, plan.weeks, strict=True):
        assert week.sets == len(planned.sets)


@pytest.mark.parametrize("drawing", [FULL, ASCII], ids=["full", "ascii"])
@pytest.mark.parametrize("path", PROGRAMS, ids=lambda path: path.stem)
def test_every_line_fits_eighty_columns(path: Path, drawing: Drawing, library: Library) -> None:
    text = as_text(stats(plan_of(path, library)), drawing)
    assert max(map(width, text.split("\n"))) <= 80
    if drawing is ASCII:
        assert text.isascii()


@pytest.mark.parametrize(("name", "drawing"), [("full", FULL), ("ascii", ASCII)])
def test_the_tables_as_a_terminal_shows_them(
    name: str, drawing: Drawing, library: Library, expect: Callable[[Path, str], None]
) -> None:
    own = replace(library, programs=("kitchen-sink", "minimal"))
    counted = stats(plan_of(HERE / "golden/kitchen-sink.yml", own))
    expect(HERE / f"stats/kitchen-sink.{name}.expected", as_text(counted, drawing) + "\n")


def bars(text: str) -> dict[str, str]:
    return {
        line[:12].strip(): line[13:50]
        for line in text.split("\n")
        if line[:12].strip() in ("quadriceps", "hamstrings", "glutes", "adductors", "calves")
        and len(line) > 60
    }


def test_bars_are_as_long_as_their_sets_and_the_band_is_marked_in_each(library: Library) -> None:
    counted = stats(plan_of(PROGRAMS[0], library))
    drawn = bars(as_text(counted, ASCII))
    low, ceiling = counted.band
    most = max(ceiling, *(part.fractional for part in counted.parts))
    assert set(drawn) == {part.name for part in counted.parts}
    for part in counted.parts:
        bar = drawn[part.name]
        marks = [at for at, cell in enumerate(bar) if cell == "|"]
        assert marks == [round(36 * float(value / most)) for value in (low, ceiling)]
        filled = len(bar.rstrip(" |"))
        assert abs(filled - 36 * float(part.fractional / most)) <= 1.5


def test_a_title_in_wide_letters_is_cut_to_fit(library: Library) -> None:
    counted = stats(plan_of(PROGRAMS[0], library))
    wide = replace(counted, title="\u811a" * 60)
    first = as_text(wide).split("\n")[0]
    assert width(first) <= 80
    assert "..." in first


# the command


@pytest.fixture
def project(tmp_path: Path, root: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    shutil.copytree(root / "content", tmp_path / "content")
    shutil.copy(root / "mkdocs.yml", tmp_path)
    (tmp_path / "programs").mkdir()
    shutil.copy(HERE / "rules/base.yml", tmp_path / "programs")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def pillars(*arguments: str) -> Result:
    return CliRunner().invoke(main, ("stats", *arguments), catch_exceptions=False)


def test_a_program_is_printed_and_leaves_with_0(project: Path) -> None:
    result = pillars("programs/base.yml")
    assert result.exit_code == 0
    assert result.output.startswith("Base program (intermediate, 3 weeks)\n")
    assert "\x1b[" not in result.output


def test_json_has_the_same_numbers(project: Path, library: Library) -> None:
    document = json.loads(pillars("programs", "--format", "json").output)
    assert document["schema"] == "pillars-stats/1"
    [program] = document["programs"]
    counted = stats(plan_of(project / "programs/base.yml", library))
    assert program["id"] == "base"
    assert program["band"] == [10, 22]
    assert [Fraction(str(part["fractional"])) for part in program["parts"]] == [
        part.fractional for part in counted.parts
    ]
    assert [week["minutes"] for week in program["weeks"]] == [w.minutes for w in counted.weeks]
    assert program["weeks"][0]["change"] is None


def test_a_training_rule_does_not_keep_the_numbers_back(project: Path) -> None:
    file = project / "programs/base.yml"
    file.write_text(file.read_text("utf-8").replace("sleep: 7-9 h", "sleep: 5-6 h"), "utf-8")
    result = pillars("programs/base.yml")
    assert result.exit_code == 0
    assert "REC008" not in result.output


def test_a_file_that_cannot_be_read_leaves_with_1_and_says_where(project: Path) -> None:
    file = project / "programs/bad.yml"
    text = (project / "programs/base.yml").read_text("utf-8")
    file.write_text(text.replace("goal: hypertrophy", "goal: big"), "utf-8")
    result = pillars("programs/bad.yml", "programs/base.yml")
    assert result.exit_code == 1
    assert "Base program (intermediate" in result.output
    assert "error[SCH004]" in result.output
    assert "--> programs/bad.yml:4:7" in result.output


def test_findings_do_not_mix_with_the_json(project: Path) -> None:
    (project / "programs/bad.yml").write_text("title: [", encoding="utf-8")
    result = pillars("programs", "--format", "json")
    assert result.exit_code == 1
    assert len(json.loads(result.stdout)["programs"]) == 1
    assert "programs/bad.yml" in result.stderr


def test_a_dumb_terminal_gets_plain_letters(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TERM", "dumb")
    assert pillars("programs/base.yml").output.isascii()


def test_an_ascii_terminal_gets_plain_letters(project: Path) -> None:
    file = project / "programs/base.yml"
    file.write_text(file.read_text("utf-8").replace("title: Base", "title: Größe"), "utf-8")
    result = CliRunner(charset="ascii").invoke(main, ("stats", "programs/base.yml"))
    assert result.exit_code == 0
    assert result.output.startswith("Gr??e program")
    assert "#" in result.output
    assert result.output.isascii()


@pytest.mark.parametrize(("no_colour", "styled"), [(False, True), (True, False)])
def test_a_terminal_gets_colour_unless_it_wants_none(
    project: Path, monkeypatch: pytest.MonkeyPatch, no_colour: bool, styled: bool
) -> None:
    from generator.cli.commands import stats as command

    monkeypatch.delenv("NO_COLOR", raising=False)
    monkeypatch.setenv("TERM", "xterm")
    if no_colour:
        monkeypatch.setenv("NO_COLOR", "1")
    monkeypatch.setattr(command, "is_terminal", lambda: True)
    result = CliRunner().invoke(main, ("stats", "programs/base.yml"), color=True)
    assert ("\x1b[" in result.output) is styled
