"""What we tell pydantic's core about the model is what pydantic would tell it."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Annotated, Any

import pytest
from pydantic import TypeAdapter
from pydantic_core import ValidationError

from generator.load.shape import validator
from generator.model import (
    Claim,
    Exercise,
    Framework,
    Glossary,
    Program,
    Publication,
    SearchWords,
)
from generator.source import Data, read_file

ROOT = Path(__file__).parent.parent
FOLDERS = {
    Program: ("programs", "tests/rules", "tests/files", "tests/golden"),
    Exercise: ("content/exercises",),
    Claim: ("content/evidence/claims",),
    Publication: ("content/evidence/sources",),
}


def written(type_: type) -> Iterator[Data]:
    """What stands in the files of a kind, right and wrong."""
    for folder in FOLDERS[type_]:
        for path in sorted((ROOT / folder).rglob("*.yml")):
            data = read_file(path).data
            if data is not None:
                yield data


def harmed(value: Data) -> Iterator[Data]:
    """A value with each of its parts in turn of another kind, renamed or left out."""
    others: tuple[Data, ...] = ("", [], {}, "text", ["text"], {"key": "value"})
    yield from others
    if isinstance(value, list):
        for index, item in enumerate(value[:2]):
            for other in harmed(item):
                yield [*value[:index], other, *value[index + 1 :]]
    if isinstance(value, dict):
        for key, item in list(value.items())[:25]:
            rest = {name: other for name, other in value.items() if name != key}
            yield rest
            yield {**rest, f"{key}s": item}
            for other in harmed(item):
                yield {**value, key: other}


Judge = Callable[[Data], Any]


def answer(judge: Judge, data: Data) -> object:
    """The value, or all that is said against it."""
    try:
        return judge(data)
    except ValidationError as error:
        problems = error.errors(include_url=False, include_context=False)
        causes = [str(problem.get("ctx")) for problem in error.errors(include_url=False)]
        return problems, causes


@pytest.mark.parametrize("type_", FOLDERS)
def test_every_file_gets_the_answer_it_would_get(type_: type) -> None:
    ours = validator(type_).validate_python
    theirs: Judge = TypeAdapter[Any](type_).validate_python
    count = 0
    for data in written(type_):
        assert answer(ours, data) == answer(theirs, data)
        count += 1
    assert count >= 50


@pytest.mark.parametrize(
    ("type_", "file"),
    [
        (Program, "tests/rules/base.yml"),
        (Program, "tests/golden/kitchen-sink.yml"),
        (Exercise, "content/exercises/barbell-back-squat.yml"),
        (Claim, "content/evidence/claims/frequency.yml"),
        (Framework, "content/framework.yml"),
        (Glossary, "content/glossary.yml"),
        (SearchWords, "content/search.yml"),
    ],
)
def test_every_slip_gets_the_answer_it_would_get(type_: type, file: str) -> None:
    ours = validator(type_).validate_python
    theirs: Judge = TypeAdapter[Any](type_).validate_python
    data = read_file(ROOT / file).data
    assert data is not None
    refused = 0
    for other in harmed(data):
        said = answer(ours, other)
        assert said == answer(theirs, other)
        refused += isinstance(said, tuple)
    assert refused > 100


@pytest.mark.parametrize("type_", [int, Annotated[str, "no spelling"], list[str], str | int])
def test_a_kind_that_the_model_has_not_is_our_mistake(type_: Any) -> None:
    with pytest.raises(TypeError, match="the model has no way"):
        validator(type_)
