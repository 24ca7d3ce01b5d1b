"""Fixtures and the `--accept` switch that writes what the code says now."""

from collections.abc import Callable
from pathlib import Path

import pytest

from generator.model import Library
from generator.review import library_at

ROOT = Path(__file__).parent.parent


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--accept", action="store_true", help="write expected output anew; read the diff"
    )


@pytest.fixture(scope="session")
def root() -> Path:
    """The project itself."""
    return ROOT


@pytest.fixture(scope="session")
def library() -> Library:
    """The real library; every test reads the same one."""
    return library_at(ROOT).library


@pytest.fixture
def expect(request: pytest.FixtureRequest) -> Callable[[Path, str], None]:
    """Compare text with a file that holds it whole, or write that file under `--accept`."""

    def compare(file: Path, said: str) -> None:
        if request.config.getoption("--accept"):
            file.write_text(said, encoding="utf-8")
        assert file.exists(), f"{file} is missing; run pytest --accept and read it"
        assert said == file.read_text(encoding="utf-8")

    return compare
