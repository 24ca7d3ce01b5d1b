"""The lines that a change wrote, as Git tells them."""

import re
import subprocess
from collections.abc import Mapping
from pathlib import Path

from generator.error import GeneratorError

_FILE = re.compile(r"\+\+\+ (.+?)\t?")
_STRETCH = re.compile(r"@@ -\S+ \+(\d+)(?:,(\d+))? @@.*")


def changed_lines(root: Path, since: str) -> Mapping[str, frozenset[int]]:
    """The lines of each file below a project's root that are new or others since a commit."""
    if since.startswith("-"):
        raise GeneratorError(f"`{since}` is no name of a commit")
    asked = (
        "git",
        "-c",
        "core.quotePath=off",
        "diff",
        "--unified=0",
        "--no-color",
        "--no-ext-diff",
    )
    try:
        done = subprocess.run(
            [*asked, "--no-prefix", "--relative", since, "--"],
            cwd=root, capture_output=True, check=False,
        )  # fmt: skip
    except OSError as error:
        raise GeneratorError(f"git cannot be run: {error.strerror}") from None
    if done.returncode:
        said = done.stderr.decode("utf-8", "replace").strip().split("\n")[0]
        raise GeneratorError(f"git does not say what has changed since `{since}`: {said}")
    return lines_in(done.stdout.decode("utf-8", "replace"))


def lines_in(diff: str) -> Mapping[str, frozenset[int]]:
    """The new lines that a diff without context names, by file."""
    found: dict[str, frozenset[int]] = {}
    file, left = "", 0
    for row in diff.split("\n"):
        if left and row.startswith("+"):
            left -= 1  # a line of a file, whatever it looks like
        elif name := _FILE.fullmatch(row):
            file = name[1]
        elif stretch := _STRETCH.fullmatch(row):
            first, left = int(stretch[1]), int(stretch[2] or 1)
            found[file] = found.get(file, frozenset()) | set(range(first, first + left))
    return found
