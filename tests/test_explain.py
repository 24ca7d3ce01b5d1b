"""`pillars explain`: everything that has a name, in words."""

from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from generator.cli import main
from generator.explain import explanations, nearest_name
from generator.form import FORM_RULES
from generator.form_pages import FORM_PAGES, shown
from generator.model import Group, Library
from generator.model.fields import key, needed, parts, shapes
from generator.rule import all_rules

CASES = Path(__file__).parent / "explain"


@pytest.fixture(autouse=True)
def inside(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(root)


def pillars(*arguments: str) -> Result:
    return CliRunner().invoke(main, ("explain", *arguments), catch_exceptions=False)


@pytest.mark.parametrize(
    "name",
    [
        "rir",
        "blocks.sessions.day",
        "sessions",
        "progression.kind",
        "split",
        "equipment",
        "takeaways.claims",
    ],
)
def test_a_field_is_explained(name: str, expect: Callable[[Path, str], None]) -> None:
    result = pillars(name)
    assert result.exit_code == 0
    expect(CASES / f"{name}.expected", result.output)


@pytest.mark.parametrize("name", ["fractional sets", "volume load"])
def test_a_word_is_explained_in_the_singular_and_the_plural(
    name: str, expect: Callable[[Path, str], None]
) -> None:
    result = pillars(name)
    assert result.exit_code == 0
    expect(CASES / f"{name}.expected", result.output)


def test_every_field_of_a_program_can_be_explained_by_its_name(library: Library) -> None:
    asked = 0
    for part in parts():
        for field, _ in shapes(part.type):
            above = f"{part.path} > " if part.path else ""
            path = f"{above}{key(field)}"
            whose = "field of a superset or circuit" if part.type is Group else "field"
            found = [e for e in explanations(path, library) if e.heading == f"{path} ({whose})"]
            assert len(found) == 1, path
            assert needed(field) in found[0].body
            asked += 1
    assert asked > 60


@pytest.mark.parametrize(
    ("wrote", "heading"),
    [
        ("blocks[0].sessions[1].day", "blocks > sessions > day (field)"),
        ("blocks.0.sessions.1.day", "blocks > sessions > day (field)"),
        ("blocks > sessions > day", "blocks > sessions > day (field)"),
        ("SESSIONS.DAY", "blocks > sessions > day (field)"),
        ("exercises.superset.rir", "blocks > sessions > exercises > rir (field)"),
    ],
)
def test_a_field_may_be_named_by_the_way_to_it(wrote: str, heading: str, library: Library) -> None:
    assert [found.heading for found in explanations(wrote, library)] == [heading]


def test_words_of_a_path_may_stand_apart() -> None:
    assert pillars("sessions", "day").output == pillars("sessions.day").output


def test_what_a_lift_asks_for_comes_before_other_fields_of_that_name(library: Library) -> None:
    headings = [found.heading for found in explanations("load", library)]
    assert headings == ["blocks > sessions > exercises > load (field)", "blocks > load (field)"]


def test_the_rules_that_speak_of_a_field_are_named(library: Library) -> None:
    [found] = explanations("out_of_scope", library)
    assert "BAL001" in found.body
    assert "OVL001" not in found.body


@pytest.mark.parametrize("name", ["weekly-volume-progression", "heavy-reps"])
def test_a_claim_and_a_threshold_are_explained(name: str, library: Library) -> None:
    result = pillars(name)
    assert result.exit_code == 0
    if name in library.claims:
        claim = library.claims[name]
        assert claim.verdict.capitalize() in result.output
        assert f"({claim.certainty} certainty)" in result.output
        assert "What would change the verdict: " in result.output
        assert "](" not in result.output
    else:
        assert result.output.startswith("heavy-reps (threshold)\n8 repetitions\n")
        assert "TEN010" in result.output


@pytest.mark.parametrize("name", ["nordic-hamstring-curl", "Nordic curl", "nordic-curl"])
def test_an_exercise_is_explained_by_its_id_and_by_what_people_call_it(name: str) -> None:
    result = pillars(*name.split())
    assert result.exit_code == 0
    assert result.output.startswith("nordic-hamstring-curl (exercise): Nordic hamstring curl\n")
    assert "Trains hamstrings" in result.output
    assert "content/exercises/nordic-hamstring-curl.yml" in result.output


def test_every_exercise_can_be_explained(library: Library) -> None:
    for exercise in library.exercises.values():
        headings = [found.heading for found in explanations(exercise.id, library)]
        assert headings == [f"{exercise.id} (exercise): {exercise.name}"]


def test_every_claim_and_threshold_can_be_explained(library: Library) -> None:
    for id_ in (*library.claims, *library.framework.thresholds):
        assert any(found.body for found in explanations(id_, library))


def test_every_rule_and_message_can_be_explained_by_code_and_name(library: Library) -> None:
    known = [(rule.code, rule.name) for rule in all_rules()]
    known += [(form.code, form.name) for form in FORM_RULES.values()]
    for code, called in known:
        for name in (code, code.lower(), called):
            assert explanations(name, library)[0].heading == f"{code} {called}"


@pytest.mark.parametrize("code", FORM_PAGES)
def test_a_message_is_explained_by_its_whole_page(code: str, library: Library) -> None:
    [found] = explanations(code, library)
    page = FORM_PAGES[code]
    assert found.body == page.text
    for said in (page.why, page.to_do, shown(page.flagged), shown(page.fine)):
        assert said in found.body


@pytest.mark.parametrize(
    ("wrote", "meant"),
    [
        ("repss", "reps"),
        ("blocks.sessions.dya", "day"),
        ("OVL011", "OVL01"),
        ("duplicat-key", "duplicate-key"),
        ("weekly-volume-progresion", "weekly-volume-progression"),
        ("heavy-rep", "heavy-reps"),
        ("SCH099", "SCH0"),
        ("front-squats", "front-squat"),
        ("nordic", "reverse-nordic-curl"),
    ],
)
def test_a_name_nobody_knows_gets_the_nearest_of_them_all(
    wrote: str, meant: str, library: Library
) -> None:
    assert f"Did you mean `{meant}" in nearest_name(wrote, library)
    result = pillars(wrote)
    assert (result.exit_code, result.output.count("\n")) == (2, 1)


@pytest.mark.parametrize("wrote", ["", " ", ".", "[]", "0", "\u200b", "x" * 5000])
def test_odd_names_are_one_line_and_no_traceback(wrote: str) -> None:
    result = pillars(wrote)
    assert (result.exit_code, result.output.count("\n")) == (2, 1)
    assert len(result.output) < 300
