"""`pillars serve` follows what people write, and survives what they break."""

import re
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

import pytest

PATIENCE = 90
"""Seconds; a build of the whole library takes a tenth of that on two cores."""


def wait_until(true: Callable[[], bool], what: str) -> None:
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        if true():
            return
        time.sleep(0.2)
    raise AssertionError(f"{PATIENCE} s passed and not: {what}")


@pytest.fixture
def project(tmp_path: Path, root: Path) -> Path:
    shutil.copytree(root / "content", tmp_path / "content")
    shutil.copy(root / "mkdocs.yml", tmp_path)
    (tmp_path / "programs").mkdir()
    shutil.copy(Path(__file__).parent / "rules/base.yml", tmp_path / "programs/base.yml")
    return tmp_path


@pytest.fixture
def address(project: Path) -> Iterator[str]:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    command = [str(Path(sys.executable).with_name("pillars")), "serve", "--port", str(port)]
    log = (project / "log.txt").open("w")
    server = subprocess.Popen(command, cwd=project, stdout=log, stderr=subprocess.STDOUT)
    yield f"http://127.0.0.1:{port}/"
    server.terminate()
    server.wait(timeout=20)
    log.close()


def test_a_saved_program_shows_and_a_broken_one_shows_its_findings(
    project: Path, address: str
) -> None:
    program = project / "programs/base.yml"
    text = program.read_text(encoding="utf-8")
    page = f"{address}programs/base/"

    def shown() -> str:
        try:
            with urlopen(page, timeout=5) as answer:
                body: str = answer.read().decode()
                return body
        except (URLError, OSError):
            return ""

    def said() -> str:
        return (project / "log.txt").read_text(encoding="utf-8")

    wait_until(lambda: "Base program" in shown(), "the page is served")
    assert "livereload" in shown()

    program.write_text(text.replace("title: Base program", "title: Renamed legs"), encoding="utf-8")
    wait_until(lambda: "Renamed legs" in shown(), "a saved title shows")

    program.write_text(text.replace("title: Base program", "titel: Typo legs"), encoding="utf-8")
    wait_until(lambda: "Did you mean `title`?" in said(), "the finding is on the terminal")
    wait_until(lambda: "not ready yet" in shown(), "its page says that it is not ready")
    assert "unknown-field" in shown()
    program.write_text(text.replace("Base program", "Mended legs"), encoding="utf-8")
    wait_until(lambda: "Mended legs" in shown(), "it goes on after the mend")

    exercise = project / "content/exercises/leg-press.yml"
    cue = exercise.read_text(encoding="utf-8")
    exercise.write_text(
        re.sub(r"^name: .*$", "name: Sled press", cue, flags=re.MULTILINE), encoding="utf-8"
    )
    wait_until(lambda: "Sled press" in shown(), "an exercise's new name shows")
    assert "Traceback" not in said()
