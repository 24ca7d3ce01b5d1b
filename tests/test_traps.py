"""The traps that YAML lays for a training language, and the whole report that each gets.

`traps/NN-name.yml` is a program somebody may have written, about the trap of that number; beside it
stands what the checker says, with the fix.
"""

from collections.abc import Callable
from pathlib import Path

import pytest

from generator.advice import advice
from generator.model import Library
from generator.report import renderer
from generator.report.run import Run
from generator.review import review_all

FOLDER = Path(__file__).parent / "traps"
TRAPS = sorted(FOLDER.glob("*.y*ml"))


@pytest.mark.parametrize("file", TRAPS, ids=lambda file: file.name)
def test_a_trap_gets_the_report_kept_beside_it(
    file: Path, library: Library, expect: Callable[[Path, str], None]
) -> None:
    (found,) = review_all([file], library, {file: f"programs/{file.name}"})
    run = Run(
        found.findings,
        1,
        lambda _: found.source,
        lambda finding: advice(finding, found.source, library),
    )
    expect(file.with_suffix(".expected"), renderer("full")(run) + "\n")


def test_each_trap_has_a_file() -> None:
    assert {int(file.name[:2]) for file in TRAPS} == set(range(1, 45))
    kept = {file.stem for file in FOLDER.glob("*.expected")}
    assert kept == {file.stem for file in TRAPS}
