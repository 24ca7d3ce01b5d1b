"""Pages that are walked through: their commands run, in order, in a fresh copy of the project.

How such a page is written:

- A block of `sh` is run. The block of `text` after it holds all that is printed; without one the
  commands only have to work. They leave with 1 where the text shows an error or a failed test,
  else with 0.
- A block with a `title` is about the file of that name. Where its language is `diff`, its lines
  with `-` go and those with `+` come, found by their text; any other block is a new file.
- `…` in a text stands for a number that differs from run to run, such as seconds.
- Everything else is for reading: blocks without a title, and `bash` for what takes a network, a
  browser or a first minute of setting up.
"""

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

NOT_COPIED = (".git", ".venv", "build", "site", "node_modules", ".*cache", ".hypothesis")

_BLOCK = re.compile(
    r'^(?P<fence>```+)(?P<language>\w+)(?: title="(?P<file>[^"\n]+)")?\n(?P<text>.*?)^(?P=fence)$',
    re.MULTILINE | re.DOTALL,
)


@dataclass(frozen=True)
class Block:
    """A fenced block of a page."""

    language: str
    file: str
    """The file it is about; empty where it names none."""
    text: str
    start: int
    """Where its text starts in the page."""


def blocks(page: str) -> Iterator[Block]:
    """The fenced blocks of a page, in order."""
    for found in _BLOCK.finditer(page):
        yield Block(found["language"], found["file"] or "", found["text"], found.start("text"))


def fresh_copy(root: Path, folder: Path) -> Path:
    """The project in a folder of its own, as somebody has it who just cloned it."""
    project = folder / "four-pillars"
    shutil.copytree(root, project, ignore=shutil.ignore_patterns(*NOT_COPIED))
    tools = folder / "bin"
    tools.mkdir()
    for name, call in (
        ("pillars", "-c 'from generator.cli import main; main(prog_name=\"pillars\")'"),
        ("python", ""),
    ):
        (tools / name).write_text(f'#!/bin/sh\nexec "{sys.executable}" {call} "$@"\n')
        (tools / name).chmod(0o755)
    for command in ("init -q -b main", "add -A", "commit -q -m Project"):
        _run(f"git {command}", project)
    return project


def walked(page: str, project: Path) -> str:
    """The page after its walk, with what its commands printed where that differs from its text."""
    out, at = "", 0
    steps = list(blocks(page))
    for number, block in enumerate(steps):
        following = steps[number + 1] if number + 1 < len(steps) else None
        if block.language == "sh":
            code, printed = _run(block.text, project)
            failing = bool(re.search(r"^error\[|^FAILED|\d failed", printed, re.MULTILINE))
            assert code == int(failing), f"{block.text}left with {code}:\n{printed}"
            expected = following if following and following.language == "text" else None
            if expected and not _same(expected.text, printed):
                out += page[at : expected.start] + printed
                at = expected.start + len(expected.text)
        elif block.file and block.language == "diff":
            _edit(project / block.file, block.text)
        elif block.file:
            file = project / block.file
            assert not file.exists(), f"{block.file} is there already; show what changes in it"
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(block.text, encoding="utf-8")
    return out + page[at:]


def _run(commands: str, project: Path) -> tuple[int, str]:
    """How a few commands leave, and all they print."""
    environment = {
        "PATH": f"{project.parent / 'bin'}{os.pathsep}{os.environ['PATH']}",
        "HOME": str(project.parent),
        "NO_COLOR": "1",
        "LC_ALL": "C.UTF-8",
        "GIT_CONFIG_NOSYSTEM": "1",
        **dict.fromkeys(("GIT_AUTHOR_NAME", "GIT_COMMITTER_NAME"), "A lifter"),
        **dict.fromkeys(("GIT_AUTHOR_EMAIL", "GIT_COMMITTER_EMAIL"), "lifter@example.org"),
    }
    done = subprocess.run(
        ["sh", "-e", "-c", commands],
        cwd=project,
        env=environment,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        check=False,
        encoding="utf-8",
    )
    return done.returncode, done.stdout


def _same(shown: str, printed: str) -> bool:
    pattern = re.escape(shown).replace("…", r"(?:…|[\d.]+)")
    return re.fullmatch(pattern, printed) is not None


def _edit(file: Path, change: str) -> None:
    """Make the change a block shows: lines marked with `-` go, those with `+` come."""
    lines = change.splitlines(keepends=True)
    old = "".join(line[1:] for line in lines if line[0] != "+")
    new = "".join(line[1:] for line in lines if line[0] != "-")
    text = file.read_text(encoding="utf-8")
    # a reader has to find the place as well
    assert text.count(old) == 1, f"{file.name} has this {text.count(old)} times:\n{old}"
    file.write_text(text.replace(old, new), encoding="utf-8")
