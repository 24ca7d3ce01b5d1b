"""`pillars new`: what it writes is sound, sensible and safe, and what it asks can be answered."""

import re
import shutil
from collections.abc import Callable
from dataclasses import replace
from functools import cache
from itertools import pairwise, product
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from hypothesis import given
from hypothesis import strategies as st

from generator.cli import main
from generator.cli.commands import new
from generator.finding import Severity
from generator.load import program_in
from generator.measure.duration import session_minutes
from generator.model import Library, Program
from generator.model.kits import KITS, LADDER
from generator.model.program import GOALS, LEVELS
from generator.model.vocabulary import EQUIPMENT, SKILLS
from generator.plan import lay_out
from generator.review import library_at
from generator.rule import deviable
from generator.scaffold.blocks import LoadingBlock, blocks, cut
from generator.scaffold.choice import ROLES, chosen
from generator.scaffold.program import scaffold
from generator.scaffold.questions import KIT, Misunderstood
from generator.scaffold.text import program_text
from generator.scaffold.week import SPLITS, filled_week
from generator.scaffold.wishes import (
    LEAST_WEEKS,
    MINUTES,
    MOST_WEEKS,
    WEEKDAYS,
    Wishes,
    equipment_in,
    neighbours,
    slug,
    trouble_with_name,
    trouble_with_title,
    usual_title,
)
from generator.scaffold.yaml_text import quoted
from generator.source import read

CASES = Path(__file__).parent / "new"
EVERYBODY = tuple(product(LEVELS, WEEKDAYS, KITS))


def wishes(level: str, days: int, kit: str, goal: str = "hypertrophy") -> Wishes:
    return Wishes(usual_title(level, days), level, goal, days, equipment_in((kit,)), MINUTES[days])


def written(text: str, library: Library) -> Program:
    source = read(text.encode(), "programs/made.yml")
    program, findings = program_in(source, library, deviable())
    assert program is not None, [f"{f.place.line}: {f.message}" for f in findings]
    return program


@pytest.mark.parametrize("number", range(len(EVERYBODY)))
def test_every_lifter_gets_a_program_without_errors_or_warnings(
    number: int, library: Library
) -> None:
    level, days, kit = EVERYBODY[number]
    wished = replace(
        wishes(level, days, kit, GOALS[number % len(GOALS)]),
        weeks=(9, 5, 12, 8, 16)[number % 5],
        minutes=(MINUTES[days], 45, 90)[number % 3],
    )
    made = scaffold(wished, library, "programs/made.yml")
    told = [f"{f.severity} {f.code}: {f.message}" for f in made.findings]
    assert all(finding.severity is Severity.NOTE for finding in made.findings), told
    program = written(made.text, library)
    assert program.weeks == wished.weeks
    assert set(program.equipment) <= wished.equipment | {"bodyweight"}
    plan = lay_out(program, library)
    for week in plan.weeks:
        assert len(week.days) == days
        for session in week.sessions:
            assert session_minutes(session, plan.framework) <= program.session_minutes
            assert program.session_minutes <= wished.minutes
            kinds = [entry.exercise.kind for entry in session.entries]
            order = ["plyometric", "compound", "isolation"]
            assert kinds == sorted(kinds, key=order.index), kinds
            ids = [entry.exercise.id for entry in session.entries]
            assert len(ids) == len(set(ids)), "an exercise comes twice in a session"


def test_notes_that_are_left_are_told_in_the_file(library: Library) -> None:
    made = scaffold(wishes("beginner", 1, "bands"), library, "programs/made.yml")
    assert {finding.code for finding in made.findings} >= {"BAL004"}
    head = made.text.partition("title:")[0]
    for finding in made.findings:
        assert f"# - {finding.code} note:" in head


def test_a_part_with_too_little_work_is_left_out_and_the_guide_says_so(library: Library) -> None:
    wished = replace(wishes("beginner", 1, "full-gym"), minutes=30)
    made = scaffold(wished, library, "programs/made.yml")
    program = written(made.text, library)
    assert program.out_of_scope
    assert not any(f.code in ("BAL001", "TEN005") and f.severity is not Severity.NOTE
                   for f in made.findings)  # fmt: skip
    assert "the guide tells readers" in made.text


@pytest.mark.parametrize(
    ("name", "wished"),
    [
        ("beginner-two-days-dumbbells", wishes("beginner", 2, "dumbbells")),
        ("intermediate-three-days-full-gym", wishes("intermediate", 3, "full-gym")),
        ("advanced-four-days-machines", wishes("advanced", 4, "machines")),
        ("strength-two-days-home-barbell", wishes("intermediate", 2, "home-barbell", "strength")),
        ("power-one-day-bands", wishes("intermediate", 1, "bands", "power")),
    ],
)
def test_the_whole_file_is_as_expected(
    name: str, wished: Wishes, library: Library, expect: Callable[[Path, str], None]
) -> None:
    made = scaffold(wished, library, f"programs/{name}.yml")
    expect(CASES / f"{name}.yml", made.text)


def test_the_same_wishes_give_the_same_file(library: Library) -> None:
    wished = wishes("advanced", 3, "dumbbells", "power")
    first, second = (scaffold(wished, library, "programs/made.yml").text for _ in range(2))
    assert first == second


def test_a_beginner_gets_no_advanced_exercise_and_nobody_one_above_them(library: Library) -> None:
    for role, level, kit in product(ROLES.values(), LEVELS, KITS):
        exercise = chosen(role, level, equipment_in((kit,)), library, ())
        if exercise:
            assert SKILLS.index(exercise.skill) <= max(1, LEVELS.index(level))


@pytest.mark.parametrize("role", ROLES.values(), ids=ROLES)
def test_a_role_lists_exercises_of_the_library_that_do_its_job(
    library: Library, role: object
) -> None:
    assert isinstance(role, type(ROLES["squat"]))
    for id_ in {*role.order, *(role.beginners or ())}:
        exercise = library.exercises[id_]
        assert exercise.pattern in role.patterns
        assert exercise.jump or exercise.trains(role.muscle)


@pytest.mark.parametrize("role", ["squat", "press", "lunge", "hinge", "thrust", "curl", "calf"])
def test_a_role_can_be_filled_by_somebody_who_owns_nothing(library: Library, role: str) -> None:
    for level in LEVELS:
        assert chosen(ROLES[role], level, frozenset(), library, ())


def test_all_roles_of_the_sessions_exist() -> None:
    asked = {
        role for split in SPLITS.values() for _, slots in split for s in slots for role in s.roles
    }
    assert asked | {"jump"} == set(ROLES)


def test_sessions_lie_two_nights_apart_as_far_as_a_week_allows() -> None:
    assert [len(neighbours(days)) for days in WEEKDAYS] == [0, 0, 0, 1]


@pytest.mark.parametrize("weeks", range(LEAST_WEEKS, MOST_WEEKS + 1))
def test_weeks_are_cut_into_blocks_of_three_to_five_with_easy_weeks(weeks: int) -> None:
    found = cut(weeks)
    assert sum(found) + max(1, len(found) - 1) == weeks
    assert all(3 <= block <= 5 for block in found)


# text of the lifter


@cache
def _made() -> tuple[Wishes, tuple[LoadingBlock, ...], Library]:
    library = library_at(Path(__file__).parent.parent).library
    wished = wishes("intermediate", 2, "dumbbells")
    return wished, blocks(filled_week(wished, library), wished, library), library


WORDS = st.one_of(
    st.text(min_size=1, max_size=60),
    st.sampled_from(
        ["- x", "a: b", "#1", "x # y", '"', "'", "\\", "true", "no", "null", "~", "1.10", "[x]",
         "{a}", "&a", "*a", "!t", "%", "@8", "`x`", "|", ">", "? x", "💪🏽 legs", "Größe", "12"]
    ),
)  # fmt: skip


@given(WORDS, WORDS)
def test_no_title_or_name_breaks_the_file(title: str, name: str) -> None:
    title, name = title.strip(), name.strip()
    if trouble_with_title(title) or trouble_with_name(name):
        return
    wished, made, library = _made()
    text = program_text(replace(wished, title=title, author=name), made, 60, (), "x.json")
    program = written(text, library)
    assert (program.title, program.authors[0].name) == (title, name)


@pytest.mark.parametrize("text", ["", "a\nb", "x" * 61, "true", "bell \x07", "\ud800"])
def test_a_title_that_cannot_be_one_is_refused_with_a_reason(text: str) -> None:
    assert trouble_with_title(text)


@given(st.text(alphabet="ab\"\\'#:-{}[] \u00e4\U0001f9b5", min_size=1, max_size=12))
def test_quoted_text_reads_back_as_itself(text: str) -> None:
    stripped = text.strip()
    source = read(f"it: {quoted(stripped)}\n".encode(), "x.yml")
    assert source.at(("it",)) == stripped


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("Four-Pillar Base", "four-pillar-base"),
        ("Größe & Kraft: Teil 2", "grosse-kraft-teil-2"),
        ("Don’t skip leg day 🦵", "dont-skip-leg-day"),
        ("../../etc/passwd", "etc-passwd"),
        ("🦵", ""),
        ("Ноги", ""),
    ],
)
def test_a_file_is_named_after_its_title(title: str, name: str) -> None:
    assert slug(title) == name


@pytest.mark.parametrize(
    ("answer", "kit"),
    [
        ("1", KITS["full-gym"].equipment),
        ("Home Barbell", KITS["home-barbell"].equipment),
        ("Bands and bodyweight", KITS["bands"].equipment),
        ("a full gym", KITS["full-gym"].equipment),
        ("Barbell", ("barbell",)),
        ("Dumbbell, leg_press", ("dumbbell", "leg-press")),
        ("barbell; rack; plates", ("barbell", "rack", "plates")),
        ("kettlebells", ("kettlebell",)),
    ],
)
def test_equipment_may_be_named_in_many_ways(answer: str, kit: tuple[str, ...]) -> None:
    assert KIT.read(answer) == frozenset(kit)


def test_equipment_nobody_knows_gets_the_nearest_word() -> None:
    with pytest.raises(Misunderstood, match=r"`dumbells` .* Did you mean `dumbbell"):
        KIT.read("dumbells")
    with pytest.raises(Misunderstood, match="no equipment"):
        KIT.read("")


@pytest.mark.parametrize("piece", EQUIPMENT)
def test_any_single_piece_is_enough_for_a_program(piece: str, library: Library) -> None:
    wished = replace(wishes("intermediate", 2, "bands"), equipment=frozenset({piece}))
    days = filled_week(wished, library)
    assert all(day.lifts for day in days)


# the command


@pytest.fixture
def project(tmp_path: Path, root: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    shutil.copytree(root / "content", tmp_path / "content")
    shutil.copy(root / "mkdocs.yml", tmp_path)
    (tmp_path / "programs").mkdir()
    monkeypatch.chdir(tmp_path)
    return tmp_path


def pillars(*arguments: str, answers: str | None = None) -> Result:
    return CliRunner().invoke(main, ("new", *arguments), input=answers, catch_exceptions=False)


def test_the_help_names_every_kit() -> None:
    words = pillars("--help").output.split()
    assert {f"{kit}," for kit in KITS} <= set(words)


def test_each_kit_has_all_of_the_one_before() -> None:
    assert len(LADDER) > 2
    assert all(more.has(less.equipment) for less, more in pairwise(LADDER))
    assert not any(less.has(more.equipment) for less, more in pairwise(LADDER))


ALL = ("--level", "beginner", "--goal", "general", "--days", "2", "--equipment", "dumbbells")


def test_options_alone_make_a_program_and_say_what_to_do_next(project: Path) -> None:
    result = pillars(*ALL, "--title", "First Legs", "--author", "A. Lifter")
    assert result.exit_code == 0, result.output
    file = project / "programs/first-legs.yml"
    text = file.read_text(encoding="utf-8")
    assert text.startswith("# yaml-language-server: $schema=../schema/program.schema.json\n")
    assert '  - name: "A. Lifter"' in text
    assert result.output.startswith("Written: programs/first-legs.yml\n")
    assert "Checked: " in result.output
    assert "2. pillars check programs/first-legs.yml" in result.output
    checked = CliRunner().invoke(main, ("check", str(file)))
    assert checked.exit_code == 0


def test_what_is_missing_is_named_where_nobody_can_be_asked(project: Path) -> None:
    result = pillars("--level", "beginner", "--days", "2")
    assert result.exit_code == 2
    assert result.output == (
        "pillars: nobody is here to be asked; give --goal, --equipment, --title, or --yes for the "
        "usual\n"
    )
    assert not list((project / "programs").iterdir())


def test_yes_takes_the_usual(project: Path) -> None:
    result = pillars("--yes", "--days", "3")
    assert result.exit_code == 0, result.output
    assert [file.name for file in (project / "programs").iterdir()] == [
        "beginner-legs-in-three-days.yml"
    ]


@pytest.mark.parametrize(
    ("option", "answer", "said"),
    [
        ("--level", "begginer", "--level: `begginer` is none of them. Did you mean `beginner`?"),
        ("--goal", "size", "--goal: `size` is none of them. Known here: `hypertrophy`"),
        ("--days", "5", "--days: Write a number of days from 1 to 4."),
        ("--equipment", "barbel", "Did you mean `barbell`?"),
        ("--minutes", "20", "--minutes: Write a number of minutes from 30 to 120."),
        ("--weeks", "many", "--weeks: Write a number of weeks from 4 to 16."),
        ("--title", "\u200b", "--title: This cannot be a title"),
        ("--title", "🦵", "no letters from a to z"),
        ("--output", "nowhere/x.yml", "there is no folder nowhere"),
        ("--output", "My Legs.yml", "cannot be the address of a page"),
        ("--output", "x.txt", "Name it `.yml`"),
    ],
)
def test_a_wrong_option_is_one_line_and_writes_nothing(
    project: Path, option: str, answer: str, said: str
) -> None:
    result = pillars("--yes", option, answer)
    assert (result.exit_code, result.output.count("\n")) == (2, 1), result.output
    assert said in result.output
    assert not list((project / "programs").iterdir())


def test_a_file_that_exists_is_never_replaced_unless_told_to(project: Path) -> None:
    file = project / "programs/mine.yml"
    file.write_text("mine", encoding="utf-8")
    refused = pillars(*ALL, "--title", "Mine")
    assert refused.exit_code == 2
    assert "programs/mine.yml is there already" in refused.output
    assert "--force" in refused.output
    assert file.read_text(encoding="utf-8") == "mine"
    assert pillars(*ALL, "--title", "Mine", "--force").exit_code == 0
    assert "title: Mine" in file.read_text(encoding="utf-8")


def test_nothing_is_written_through_a_link(project: Path, tmp_path: Path) -> None:
    target = tmp_path / "elsewhere.yml"
    (project / "programs/mine.yml").symlink_to(target)
    result = pillars(*ALL, "--title", "Mine", "--force")
    assert result.exit_code == 2
    assert not target.exists()


def test_another_place_gets_the_way_to_the_schema(project: Path) -> None:
    (project / "drafts/legs").mkdir(parents=True)
    result = pillars(*ALL, "--title", "🦵", "--output", "drafts/legs/x.yml")
    assert result.exit_code == 0, result.output
    first = (project / "drafts/legs/x.yml").read_text(encoding="utf-8").partition("\n")[0]
    assert first == "# yaml-language-server: $schema=../../schema/program.schema.json"


def test_a_title_that_contradicts_the_program_is_written_and_told(project: Path) -> None:
    result = pillars(*ALL, "--title", "Legs in Forty Weeks")
    assert result.exit_code == 1
    assert "error[DOC004]" in result.output
    assert (project / "programs/legs-in-forty-weeks.yml").exists()


def test_questions_are_asked_again_until_the_answer_will_do(
    project: Path, monkeypatch: pytest.MonkeyPatch, expect: Callable[[Path, str], None]
) -> None:
    monkeypatch.setattr(new, "somebody_is_there", lambda: True)
    (project / "programs/taken.yml").write_text("mine", encoding="utf-8")
    answers = "begin\nbeginer\n1\n4\nseven\n2\ndumbels\n3\nTaken\nMy Legs\n\n\nA. Lifter\n"
    result = pillars(answers=answers)
    assert result.exit_code == 0, result.output
    expect(CASES / "questions.expected", result.output)
    assert "Four Pillars contributors" not in (project / "programs/my-legs.yml").read_text("utf-8")


def test_no_option_that_was_given_is_asked_for(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(new, "somebody_is_there", lambda: True)
    given = (*ALL, "--title", "Mine", "--minutes", "60", "--weeks", "8", "--author", "Me")
    result = pillars(*given, answers="")
    assert result.exit_code == 0, result.output
    assert not re.search(r"^(Level|Goal|Title|Weeks)", result.output, re.MULTILINE)


def test_whoever_leaves_in_the_middle_leaves_no_file(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(new, "somebody_is_there", lambda: True)
    result = pillars(answers="1\n1\n")
    assert result.exit_code == 1
    assert "Aborted" in result.output
    assert not list((project / "programs").iterdir())
