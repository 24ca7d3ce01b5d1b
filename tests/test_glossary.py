"""Every way the glossary can be muddled is a finding with its line, never a broken build."""

import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from generator.load.glossary import LOOKED_UP
from generator.project import open_project
from generator.review import library_at

Spoil = Callable[[str, str], list[str]]


@pytest.fixture
def spoil(root: Path, tmp_path: Path) -> Spoil:
    """Replaces a text of the glossary in a copy of the library and gives what is said of it."""
    shutil.copytree(root / "content", tmp_path / "content")

    def spoilt(old: str, new: str) -> list[str]:
        name = "framework" if "example-sessions" in old else "glossary"
        file = tmp_path / f"content/{name}.yml"
        text = file.read_text(encoding="utf-8")
        assert old in text
        file.write_text(text.replace(old, new, 1), encoding="utf-8")
        lines = file.read_text(encoding="utf-8").splitlines()
        said = []
        for finding in library_at(tmp_path).findings:
            assert finding.file == f"content/{name}.yml"
            assert finding.hint
            line = lines[finding.place.line - 1].strip()
            said.append(f"{finding.code} {finding.message} | {line}")
        return said

    return spoilt


MUDDLED = [
    (
        "      - term: RPE\n",
        "      - term: R.P.E.\n",
        ["SCH002 the glossary needs the word “RPE” | groups:"],
    ),
    (
        r"'\bclusters?\b(?! of)'",
        "'cluster('",
        [("SCH004 the pattern of “Cluster” cannot be read: missing ), unterminated subpattern at "
         "position 7 | pattern: 'cluster('")],
    ),
    (
        r"'\bclusters?\b(?! of)'",
        "'(?:cluster)?'",
        [("SCH004 the pattern of “Cluster” is found in an empty text, and so everywhere | "
         "pattern: '(?:cluster)?'")],
    ),
    (
        "names: [rep]",
        "names: [rep, load]",
        ["SCH015 “Load” already stands for “Repetition” | - term: Load"],
    ),
    (
        "names: [rep]",
        "names: [rep, Rep]",
        ["SCH015 “Rep” already stands for “Repetition” | names: [rep, Rep]"],
    ),
    (
        "      - term: Straight set\n",
        "      - term: Warm up, set!\n",
        [("SCH015 “Warm up, set!” and “Warm-up set” would both stand at `#warm-up-set` | "
         "- term: Warm up, set!")],
    ),
    (
        "      - term: Straight set\n",
        "      - term: ≈\n",
        ["SCH004 “≈” has no letter or digit to make an address of | - term: ≈"],
    ),
    (
        "    id: kinds\n",
        "    id: numbers\n",
        [("SCH015 the heading “Kinds of sets and exercises” and the heading “The numbers of a set” "
         "would both stand at `#numbers` | id: numbers")],
    ),
    (
        "groups:\n",
        "groups:\n  - {name: Nothing, id: nothing, words: []}\n",
        ["SCH013 “Nothing” has no words | - {name: Nothing, id: nothing, words: []}"],
    ),
    (
        "        model: WarmUpSet\n",
        "",
        ["SCH013 “Warm-up set” is defined by nothing | - term: Warm-up set"],
    ),
    (
        "        model: WarmUpSet\n",
        "        model: WarmUpSet\n        says: A set before the others.\n",
        ["SCH013 “Warm-up set” is defined by `says` and `model` | model: WarmUpSet"],
    ),
    (
        "        model: WarmUpSet\n",
        "        model: WarmupSet\n",
        ["SCH004 the model says nothing of `WarmupSet` | model: WarmupSet"],
    ),
    (
        "        model: Prescription.tempo\n",
        "        model: Prescription.tempi\n",
        ["SCH004 the model says nothing of `Prescription.tempi` | model: Prescription.tempi"],
    ),
    (
        "        counting: Hard set\n",
        "        counting: Hard sets\n",
        ["SCH004 there is no counting rule “Hard sets” | counting: Hard sets"],
    ),
    (
        "says: One landing of a jump.",
        'says: "One landing of a jump, up to {contacts} of them."',
        [("SCH004 there is no threshold `contacts` | "
         'says: "One landing of a jump, up to {contacts} of them."')],
    ),
    (
        "{example-sessions} sessions",
        "{exemple-sessions} sessions",
        ["SCH004 there is no threshold `exemple-sessions` | says: >-"],
    ),
]  # fmt: skip


@pytest.mark.parametrize(("old", "new", "expected"), MUDDLED)
def test_a_muddled_glossary_is_found_with_its_line(
    old: str, new: str, expected: list[str], spoil: Spoil
) -> None:
    assert spoil(old, new) == expected


def test_a_slip_of_the_pen_gets_the_word_that_was_meant(spoil: Spoil, tmp_path: Path) -> None:
    spoil("model: WarmUpSet", "model: WarmupSet")
    spoil("counting: Hard set", "counting: Hard sets")
    hints = {finding.hint for finding in library_at(tmp_path).findings}
    assert hints == {"Did you mean `WarmUpSet`?", "Did you mean `Hard set`?"}


def test_the_check_lists_it_and_no_page_is_made(root: Path, spoil: Spoil, tmp_path: Path) -> None:
    shutil.copy(root / "mkdocs.yml", tmp_path)
    (tmp_path / "programs").mkdir()
    spoil("      - term: Tempo\n", "      - term: Cadence\n")
    project = open_project(tmp_path)
    assert [finding.code for finding in project.findings] == ["SCH002"]
    assert not project.publishable


def test_the_words_that_pages_look_up_are_known_here(root: Path) -> None:
    code = "".join(
        file.read_text(encoding="utf-8") for file in (root / "generator/render").glob("*.py")
    )
    assert set(re.findall(r"meaning_of\(['\"](.+?)['\"]", code)) == set(LOOKED_UP)
