"""Each rule says what its cases and the examples on its page say it does.

A case is a whole program file. An example on a page is a fragment on top of `rules/base.yml`, see
`on_base` in `conftest.py`. Either may bring exercises the library does not have, or replace its
own: a case in `content/exercises/` beside it, an example in a second YAML block that starts with
the comment `# content/exercises/<id>.yml`.
"""

import re
from collections.abc import Callable
from dataclasses import replace
from fractions import Fraction
from pathlib import Path

import pytest
from conftest import BASE, on_base

from generator.load.door import admit
from generator.load.program import load_program
from generator.model import Exercise, Framework, Library
from generator.plan import lay_out
from generator.review import review
from generator.rule import Rule, all_rules, deviable, run
from generator.source import read_file

CASES = Path(__file__).parent / "rules"
RULES = {rule.code: rule for rule in all_rules()}


def with_exercises(library: Library, folder: Path) -> Library:
    """The library with the exercises of a folder as well, if there is such a folder."""
    exercises = dict(library.exercises)
    for file in sorted(folder.glob("content/exercises/*.yml")):
        exercise, problems = admit(read_file(file), Exercise)
        assert exercise is not None, [f"{p.place.line}: {p.message}" for p in problems]
        exercises[file.stem] = replace(exercise, id=file.stem)
    return replace(library, exercises=exercises)


def write_exercises(section: str, folder: Path) -> None:
    """Write the exercises an example brings with it as files below a folder."""
    for name, text in re.findall(
        r"```yaml\n# (content/exercises/\S+)\n(.*?)```", section, re.DOTALL
    ):
        file = folder / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")


def said_by(rule: Rule, file: Path, library: Library) -> list[str]:
    """What one rule says about a file, a line each."""
    source, program, problems = load_program(file, library, deviable(), file.name)
    assert not problems, [f"{p.place.line}: {p.message} {p.hint}" for p in problems]
    assert program is not None
    return [
        f"{f.place.line}:{f.place.column} {f.severity} {f.message}"
        + "".join(f"\n    {label.place.line}: {label.text}" for label in f.labels)
        for f in run(lay_out(program, library), source, [rule])
    ]


def test_the_base_program_is_clean(library: Library) -> None:
    assert [f.message for f in review(BASE, library).findings] == []


@pytest.mark.parametrize("code", RULES)
@pytest.mark.parametrize("heading", ["Flagged", "Fine"])
def test_the_examples_on_a_rules_page_are_true(
    code: str, heading: str, library: Library, tmp_path: Path
) -> None:
    example = RULES[code].example(heading)
    assert example, f"{code} has no example under “{heading}”"
    file = tmp_path / "example.yml"
    file.write_text(on_base(example), encoding="utf-8")
    write_exercises(RULES[code].sections[heading], tmp_path)
    said = said_by(RULES[code], file, with_exercises(library, tmp_path))
    assert bool(said) == (heading == "Flagged")


@pytest.mark.parametrize(
    "file", sorted(CASES.glob("*/*.yml")), ids=lambda file: f"{file.parent.name}-{file.stem}"
)
def test_a_rule_says_what_its_case_expects(
    file: Path, library: Library, expect: Callable[[Path, str], None]
) -> None:
    said = said_by(RULES[file.parent.name], file, with_exercises(library, file.parent))
    if file.stem.startswith("good"):
        assert said == []
    else:
        assert said, "a bad case has to make the rule speak"
        expect(file.with_suffix(".expected"), "\n".join(said) + "\n")


def test_each_rule_has_cases_and_each_case_folder_a_rule() -> None:
    folders = {folder.name: folder for folder in CASES.iterdir() if folder.is_dir()}
    assert folders.keys() == RULES.keys()
    for code, folder in folders.items():
        assert list(folder.glob("good*.yml")), f"{code} has no good case"
        assert list(folder.glob("bad*.yml")), f"{code} has no bad case"
        for expected in folder.glob("*.expected"):
            assert expected.with_suffix(".yml").exists(), f"{expected} is left over"


def test_each_rule_is_named_after_its_module_and_stands_on_what_exists(library: Library) -> None:
    framework = library.framework
    for rule in RULES.values():
        module = rule.check.__module__.rpartition(".")[2]
        assert module == f"{rule.code.lower()}_{rule.name.replace('-', '_')}"
        assert rule.code.startswith(framework.topics[rule.topic].letters)
        assert set(rule.claims) <= library.claims.keys()
        assert set(rule.thresholds) <= framework.thresholds.keys()
        assert list(rule.sections) == [
            "What it checks",
            "Why it matters",
            "What to do",
            "Flagged",
            "Fine",
        ]
        assert rule.allowed_in(framework)


@pytest.mark.parametrize("code", RULES)
def test_a_rule_declares_the_thresholds_it_reads(
    code: str, library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    rule, read = RULES[code], set()
    limit = Framework.limit

    def noted(framework: Framework, threshold: str) -> Fraction:
        read.add(threshold)
        return limit(framework, threshold)

    files = [BASE, CASES.parent / "golden/kitchen-sink.yml", *(CASES / code).glob("*.yml")]
    for file in files:
        _, program, _ = load_program(file, library, deviable(), file.name)
        if program is None:
            continue  # a case with a library of its own
        plan = lay_out(program, library)
        monkeypatch.setattr(Framework, "limit", noted)
        list(rule.check(plan))
        rule.measured(plan)
        monkeypatch.undo()
    read -= {name for other in RULES.values() if code == "DOC006" for name in other.thresholds}
    assert read == set(rule.thresholds)
