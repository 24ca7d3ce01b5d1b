"""Findings on lines that a change wrote come first, as Git tells which these are."""

import subprocess
from pathlib import Path

import pytest
from test_cli import pillars, project, spoil

from generator.changed_lines import changed_lines, lines_in
from generator.error import GeneratorError

__all__ = ["project"]


def git(folder: Path, *arguments: str) -> None:
    name = ("-c", "user.name=A", "-c", "user.email=a@example.org", "-c", "commit.gpgsign=false")
    subprocess.run(["git", *name, *arguments], cwd=folder, check=True, capture_output=True)


def test_a_diff_names_its_new_lines() -> None:
    diff = (
        "diff --git programs/a.yml programs/a.yml\n--- programs/a.yml\n+++ programs/a.yml\n"
        "@@ -3 +3,2 @@ blocks:\n-x\n+y\n+++ not/a/file.yml\n@@ -9,2 +10,0 @@\n-a\n-b\n"
        "@@ -20,0 +20 @@\n+z\n\\ No newline at end of file\n"
        "--- programs/b.yml\n+++ programs/b.yml\n@@ -0,0 +1 @@\n+@@ -1 +99 @@\n"
    )
    assert lines_in(diff) == {"programs/a.yml": {3, 4, 20}, "programs/b.yml": {1}}


def test_annotations_of_changed_lines_come_before_all_others(project: Path) -> None:
    program = project / "programs/base.yml"
    for old, new in (("goal: hypertrophy", "goal: big"), ("level: intermediate", "level: none")):
        spoil(program, old, new)
    git(project, "init", "-q")
    git(project, "add", "-A")
    git(project, "commit", "-qm", "one")
    spoil(program, "sleep: 7-9 h", "sleep: long")
    said = pillars("check", "--format", "github").output.split("\n")
    assert ["line=3" in said[0], "line=4" in said[1], "`sleep`" in said[2]] == [True] * 3
    said = pillars("check", "--format", "github", "--changed-since", "HEAD").output.split("\n")
    assert ["`sleep`" in said[0], "line=3" in said[1], "line=4" in said[2]] == [True] * 3


@pytest.mark.parametrize("since", ["--output=x", "no-such-commit"])
def test_what_git_does_not_know_is_our_trouble(since: str, project: Path) -> None:
    git(project, "init", "-q")
    with pytest.raises(GeneratorError, match=since):
        changed_lines(project, since)
    assert pillars("check", "--changed-since", since).exit_code == 2
    assert not (project / "x").exists()
