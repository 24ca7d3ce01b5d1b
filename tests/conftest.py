"""Fixtures, programs made of fragments, and the switch that writes what the code says now."""

import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from hypothesis import settings

from generator.load import load_program
from generator.model import Library
from generator.plan import Plan, lay_out
from generator.review import library_at
from generator.rule import deviable

# a busy machine is slow and is no failure; a run is the same run everywhere
settings.register_profile("steady", deadline=None, derandomize=True)
settings.load_profile("steady")

pytest_plugins = ["built_site"]

ROOT = Path(__file__).parent.parent
BASE = Path(__file__).parent / "rules/base.yml"
"""A whole program that no rule has anything to say about."""

Lay = Callable[[str], Plan]
"""Lays out the base program with the fields of a fragment in place of its own."""


def on_base(fragment: str) -> str:
    """The base program with the top-level fields of a fragment in place of its own.

    A comment line `# without recovery` leaves that field of the base program out.
    """

    def fields(text: str) -> dict[str, str]:
        found: dict[str, str] = {}
        name = ""
        for line in text.splitlines(keepends=True):
            if line[:1].isalpha():
                name = line.partition(":")[0]
                found[name] = ""
            if name:
                found[name] += line
        return found

    program = fields(BASE.read_text(encoding="utf-8")) | fields(fragment)
    for name in re.findall(r"^# without (\w+)$", fragment, re.MULTILINE):
        assert name in program, f"the base program has no `{name}` to leave out"
        del program[name]
    return "".join(program.values())


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--accept", action="store_true", help="write expected output anew; read the diff"
    )


@pytest.fixture(scope="session", autouse=True)
def cache_of_our_own(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Test projects keep their libraries in a folder of theirs; a shell's settings stay out."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("XDG_CACHE_HOME", str(tmp_path_factory.mktemp("cache")))
        # where a developer's own site stands is nothing to the pages that are tested
        patch.delenv("SITE_URL", raising=False)
        patch.delenv("REPO_URL", raising=False)
        yield


@pytest.fixture(scope="session")
def root() -> Path:
    """The project itself."""
    return ROOT


@pytest.fixture(scope="session")
def library() -> Library:
    """The real library; every test reads the same one."""
    return library_at(ROOT).library


@pytest.fixture
def lay(library: Library, tmp_path: Path) -> Lay:
    """Plans of programs of which a test writes only the fields it is about."""

    def laid_out(fragment: str) -> Plan:
        file = tmp_path / "fragment.yml"
        file.write_text(on_base(fragment), encoding="utf-8")
        _, program, problems = load_program(file, library, deviable())
        assert program is not None, [f"{p.place.line}: {p.message}" for p in problems]
        return lay_out(program, library)

    return laid_out


@pytest.fixture
def expect(request: pytest.FixtureRequest) -> Callable[[Path, str], None]:
    """Compare text with a file that holds it whole, or write that file under `--accept`."""

    def compare(file: Path, said: str) -> None:
        if request.config.getoption("--accept"):
            file.write_text(said, encoding="utf-8")
        assert file.exists(), f"{file} is missing; run pytest --accept and read it"
        assert said == file.read_text(encoding="utf-8")

    return compare
