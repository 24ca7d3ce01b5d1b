"""Earlier versions of the programs, from Git: the one place that runs it.

Git is asked for commits, trees and blobs only, by their hashes: no shell, no pager, no filter,
no external diff, and no name of a contributor's that could be taken for an option.
"""

import os
import re
import subprocess
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from generator.error import GeneratorError
from generator.report.excerpt import visible
from generator.source import MAX_BYTES

REF = re.compile(r"[^\s\x00-\x1f\x7f~^:?*\[\\-][^\s\x00-\x1f\x7f:?*\[\\]{0,199}")
"""A branch, a tag, a hash, `main~2`; never an option."""
SECONDS = 60
"""No question here takes Git longer."""
FILES = ("100644", "100755")
"""Modes of ordinary files; links and submodules are not read."""


@dataclass(frozen=True)
class Blob:
    """A file of a commit."""

    mode: str
    hash: str

    @property
    def is_file(self) -> bool:
        """Whether it is an ordinary file."""
        return self.mode in FILES


def commit_of(root: Path, ref: str) -> str:
    """The commit a name stands for."""
    if not REF.fullmatch(ref):
        raise GeneratorError(f"“{visible(ref[:80])}” is no name of a commit, branch or tag")
    _inside_a_repository(root)
    found = _git(root, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{ref}^{{commit}}")
    if found is None:
        hint = "Fetch it first, or check the spelling."
        raise GeneratorError(f"git knows no commit, branch or tag “{visible(ref)}”. {hint}")
    return _hash(found)


def common_ancestor(root: Path, one: str, other: str) -> str:
    """The commit at which two histories parted."""
    found = _git(root, "merge-base", one, other)
    if not found:
        raise GeneratorError(
            "the two versions share no history; a shallow clone needs `git fetch --unshallow`"
        )
    return _hash(found)


def tree(root: Path, commit: str, folder: str) -> Mapping[str, Blob]:
    """The entries directly in a folder of the project at a commit, by path."""
    found = _git(root, "ls-tree", "-z", commit, f"{folder}/")
    if found is None:
        raise GeneratorError(f"git cannot list {folder}/ at {commit[:12]}")
    entries = {}
    for row in found.split(b"\0"):
        about, _, name = row.partition(b"\t")
        if name:
            mode, _, hash_ = about.decode("ascii").split(" ")
            entries[os.fsdecode(name)] = Blob(mode, hash_)
    return entries


def content(root: Path, blob: Blob) -> bytes:
    """What a file held; of one that is too large to be read just more than is read."""
    command = [*_command(root), "cat-file", "blob", _hash(blob.hash.encode())]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL,
                          env=_environment()) as process:  # fmt: skip
        assert process.stdout is not None
        raw = process.stdout.read(MAX_BYTES + 1)
        process.stdout.close()
        failed = process.wait(SECONDS)
    if failed and len(raw) <= MAX_BYTES:
        raise GeneratorError(f"git cannot show the file {blob.hash}")
    return raw


def differs(root: Path, folder: str, base: str, head: str | None) -> bool:
    """Whether a folder is another one than at a commit; `None` is the working tree."""
    commits = [base, head] if head else [base]
    options = ("--quiet", "--no-ext-diff", "--no-textconv")
    done = _run(root, "diff", *options, *commits, "--", folder)
    if done.returncode not in (0, 1):
        raise GeneratorError(f"git cannot compare {folder}/: {_said(done)}")
    return bool(done.returncode) or (
        not head
        and bool(_git(root, "ls-files", "--others", "--exclude-standard", "-z", "--", folder))
    )


def _inside_a_repository(root: Path) -> None:
    done = _run(root, "rev-parse", "--git-dir")
    if done.returncode:
        raise GeneratorError(
            f"there is no Git repository to ask ({_said(done)}); "
            "`pillars diff A B` compares two files without one"
        )


def _said(done: subprocess.CompletedProcess[bytes]) -> str:
    """Git's own words, the first line of them."""
    lines = done.stderr.decode("utf-8", "replace").splitlines()
    return visible(lines[0]) if lines else f"exit {done.returncode}"


def _hash(found: bytes) -> str:
    text = found.decode("ascii", "replace").strip()
    if not re.fullmatch(r"[0-9a-f]{40,64}", text):
        raise GeneratorError("git answered with something that is not a commit")
    return text


def _command(root: Path) -> list[str]:
    return ["git", "--no-pager", "--no-replace-objects", "-C", str(root)]


def _environment() -> Mapping[str, str]:
    """Nothing that asks, fetches or waits for a lock; messages in one language."""
    quiet = {"GIT_TERMINAL_PROMPT": "0", "GIT_OPTIONAL_LOCKS": "0", "GIT_NO_LAZY_FETCH": "1"}
    return {**os.environ, **quiet, "LC_ALL": "C"}


def _git(root: Path, *arguments: str) -> bytes | None:
    """What Git answers; `None` where it says no."""
    done = _run(root, *arguments)
    return done.stdout if done.returncode == 0 else None


def _run(root: Path, *arguments: str) -> subprocess.CompletedProcess[bytes]:
    try:
        return subprocess.run(
            [*_command(root), *arguments],
            capture_output=True,
            timeout=SECONDS,
            check=False,
            env=_environment(),
            stdin=subprocess.DEVNULL,
        )
    except FileNotFoundError:
        raise GeneratorError(
            "Git is not installed; `pillars diff A B` compares two files without it"
        ) from None
    except subprocess.TimeoutExpired:
        raise GeneratorError(f"git took longer than {SECONDS} s") from None
