"""`pillars check --watch` follows what people save, however their editor saves it."""

import os
import re
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

PATIENCE = 60
"""Seconds; a check takes a hundredth of that."""
CLAIM = "content/evidence/claims/frequency.yml"


@pytest.fixture
def project(tmp_path: Path, root: Path) -> Path:
    copy = tmp_path / "project"
    shutil.copytree(root / "content", copy / "content")
    shutil.copy(root / "mkdocs.yml", copy)
    (copy / "programs").mkdir()
    base = Path(__file__).parent / "rules/base.yml"
    for name in ("first", "second"):
        shutil.copy(base, copy / f"programs/{name}.yml")
    return copy


@dataclass
class Watched:
    """A check that watches, and what it has printed."""

    process: "subprocess.Popen[bytes]"
    said: Path
    news: Path

    def since(self, before: int, ends: str = " in ") -> str:
        """What a check printed after so many characters, once it has come to its last line."""
        end = time.monotonic() + PATIENCE
        while time.monotonic() < end:
            said = self.said.read_text("utf-8")[before:]
            if said.endswith("\n") and ends in said:
                return said
            time.sleep(0.02)
        raise AssertionError(f"nothing with {ends!r} was said: {self.said.read_text('utf-8')}")

    def told(self, words: str) -> None:
        """Wait until it tells of a change."""
        end = time.monotonic() + PATIENCE
        while words not in self.news.read_text("utf-8"):
            assert time.monotonic() < end, self.news.read_text("utf-8")
            time.sleep(0.02)

    @property
    def length(self) -> int:
        return len(self.said.read_text("utf-8"))


Start = Callable[..., Watched]


@pytest.fixture
def start(project: Path, root: Path) -> Iterator[Start]:
    running: list[subprocess.Popen[bytes]] = []

    def started(*arguments: str) -> Watched:
        said, news = project.parent / "said.txt", project.parent / "news.txt"
        code = "from generator.cli import main; main()"
        with said.open("wb") as out, news.open("wb") as err:
            process = subprocess.Popen(
                [sys.executable, "-c", code, "check", "--watch", "--format", "concise", *arguments],
                cwd=project,
                stdout=out,
                stderr=err,
                env={**os.environ, "PYTHONPATH": str(root)},
                # Ctrl-C works even where whoever runs the tests has switched it off
                preexec_fn=lambda: signal.signal(signal.SIGINT, signal.default_int_handler),
            )
        running.append(process)
        return Watched(process, said, news)

    yield started
    for process in running:
        process.kill()
        process.wait()


def with_level(path: Path, level: str) -> str:
    text, changes = re.subn(r"(?m)^level: .*$", f"level: {level}", path.read_text("utf-8"))
    assert changes == 1
    return text


def test_a_saved_program_is_checked_and_only_that(project: Path, start: Start) -> None:
    watched = start()
    assert "no findings in 2 files" in watched.since(0)
    before = watched.length
    program = project / "programs/first.yml"
    whole = program.read_text("utf-8")
    program.write_text(with_level(program, "novice"), "utf-8")
    said = watched.since(before)
    assert "programs/first.yml" in said
    assert "SCH004" in said
    assert "1 error in 1 file" in said
    watched.told("\n--- programs/first.yml changed\n")
    before = watched.length
    program.write_text(whole, "utf-8")
    assert "no findings in 1 file\n" in watched.since(before)


def test_a_save_by_renaming_is_one_check(project: Path, start: Start) -> None:
    watched = start("programs/first.yml")
    before = len(watched.since(0))
    program = project / "programs/first.yml"
    new = project / "programs/.first.yml.swp"
    new.write_text(with_level(program, "novice"), "utf-8")
    new.replace(program)
    assert "SCH004" in watched.since(before)
    watched.told("--- programs/first.yml changed")
    # a program that nobody asked for is no news, the next save of the first one is
    other = project / "programs/second.yml"
    other.write_text(with_level(other, "novice"), "utf-8")
    before = watched.length
    program.write_text(with_level(program, "expert"), "utf-8")
    said = watched.since(before)
    assert "`expert`" in said
    assert said.count("SCH004") == 1
    assert watched.news.read_text("utf-8").count("---") == 2


def test_a_saved_claim_is_read_and_all_is_checked(project: Path, start: Start) -> None:
    watched = start()
    before = len(watched.since(0))
    claim = project / CLAIM
    whole = claim.read_text("utf-8")
    claim.write_text(whole.replace("verdict:", "vredict:", 1), "utf-8")
    assert "No program was checked" in watched.since(before, "No program was checked")
    watched.told(f"--- {CLAIM} changed")
    before = watched.length
    claim.write_text(whole, "utf-8")
    assert "no findings in 2 files" in watched.since(before)


def test_a_program_that_comes_or_goes_is_told_and_all_are_checked(
    project: Path, start: Start
) -> None:
    watched = start()
    before = len(watched.since(0))
    program = project / "programs/first.yml"
    shutil.copy(program, project / "programs/third.yml")
    assert "in 3 files" in watched.since(before)
    watched.told("--- programs/third.yml changed")
    before = watched.length
    program.unlink()
    assert "in 2 files" in watched.since(before)
    watched.told("--- programs/first.yml removed")


def test_ctrl_c_leaves_with_0_even_after_errors(project: Path, start: Start) -> None:
    program = project / "programs/first.yml"
    program.write_text(with_level(program, "novice"), "utf-8")
    watched = start("programs/first.yml")
    assert "1 error in 1 file" in watched.since(0)
    watched.process.send_signal(signal.SIGINT)
    assert watched.process.wait(timeout=PATIENCE) == 0
    assert (
        watched.news.read_text("utf-8") == "Watching 1 program and the library (Ctrl-C to stop)\n"
    )
