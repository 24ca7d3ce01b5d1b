"""The examples beside each message are true: one gets that message and no other, one gets none."""

import re
import shutil
from pathlib import Path

import pytest
from conftest import on_base

from generator.form import FORM_RULES
from generator.form_pages import FORM_PAGES, Example
from generator.load import badly_named, load_program
from generator.model import Library
from generator.project import open_project
from generator.rule import deviable


def codes(example: Example, library: Library, root: Path, folder: Path) -> set[str]:
    """The codes of what is said about the form and fields of an example."""
    if example.file.startswith("content/"):
        return _of_library(example, root, folder)
    file = folder / (example.file or "legs.yml")
    if example.link:
        file.symlink_to(example.text)
    else:
        text = example.text if example.whole else on_base(example.text)
        file.write_bytes(text.encode(example.encoding))
    misnamed = badly_named(file, file.name)
    found = (misnamed,) if misnamed else load_program(file, library, deviable())[2]
    return {finding.code for finding in found}


def _of_library(example: Example, root: Path, folder: Path) -> set[str]:
    shutil.copytree(root / "content", folder / "content")
    shutil.copytree(root / "programs", folder / "programs")
    file = folder / example.file
    key = example.text.partition(":")[0]
    text, count = re.subn(
        rf"^{key}:.*\n(?:[ -].*\n)*", example.text, file.read_text("utf-8"), flags=re.MULTILINE
    )
    assert count == 1
    file.write_text(text, encoding="utf-8")
    return {finding.code for finding in open_project(folder, ()).findings}


@pytest.mark.parametrize("code", FORM_PAGES)
def test_the_flagged_example_gets_the_message_and_no_other(
    code: str, library: Library, root: Path, tmp_path: Path
) -> None:
    assert codes(FORM_PAGES[code].flagged, library, root, tmp_path) == {code}


@pytest.mark.parametrize("code", FORM_PAGES)
def test_the_fine_example_gets_none(
    code: str, library: Library, root: Path, tmp_path: Path
) -> None:
    assert codes(FORM_PAGES[code].fine, library, root, tmp_path) == set()


def test_each_message_has_a_page_and_each_page_a_message() -> None:
    assert list(FORM_PAGES) == list(FORM_RULES)
    for page in FORM_PAGES.values():
        assert page.flagged != page.fine
        assert re.fullmatch(r"[A-Z][^\n]+\.", page.why)
        assert list(re.findall(r"^## (.+)$", page.text, re.MULTILINE)) == [
            "Why it matters",
            "What to do",
            "Flagged",
            "Fine",
        ]
