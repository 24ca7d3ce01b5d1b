"""What changed since another branch, in real repositories."""

import json
import os
import subprocess
from collections.abc import Callable
from pathlib import Path
from shutil import copytree

import pytest
from click.testing import CliRunner, Result

from generator.cli import main
from generator.diff import history, text_diff
from generator.diff.comparison import Report
from generator.diff.versions import since
from generator.error import GeneratorError
from generator.model import Library
from generator.source import MAX_BYTES

HERE = Path(__file__).parent
BEFORE = (HERE / "diff/sets/before.yml").read_text(encoding="utf-8")
AFTER = (HERE / "diff/sets/after.yml").read_text(encoding="utf-8")
SENTENCE = "Week 4, Heavy legs: Barbell back squat (high bar) 5 × 6–8 @ 75 % → 6 × 6–8 @ 75 %"

Git = Callable[..., str]


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A project with one program on `main`, and a branch checked out that is `work`."""
    for name in ("GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE"):
        monkeypatch.delenv(name, raising=False)
    root = tmp_path / "project"
    (root / "programs").mkdir(parents=True)
    (root / "content").mkdir()
    (root / "content/framework.yml").write_text("as it was\n", encoding="utf-8")
    (root / "programs/legs.yml").write_text(BEFORE, encoding="utf-8")
    for command in (
        ("init", "--quiet", "--initial-branch=main"),
        ("config", "user.name", "Test Author"),
        ("config", "user.email", "test@example.org"),
        ("config", "commit.gpgsign", "false"),
        ("add", "."),
        ("commit", "--quiet", "-m", "A program"),
        ("checkout", "--quiet", "-b", "work"),
    ):
        git(root, *command)
    return root


def git(root: Path, *arguments: str) -> str:
    done = subprocess.run(
        ["git", "-C", str(root), *arguments], capture_output=True, text=True, check=True
    )
    return done.stdout.strip()


def write(root: Path, text: str, name: str = "legs.yml") -> None:
    (root / "programs").mkdir(exist_ok=True)
    (root / "programs" / name).write_text(text, encoding="utf-8")


def commit(root: Path) -> None:
    git(root, "add", "-A")
    git(root, "commit", "--quiet", "-m", "More")


def told(root: Path, library: Library, base: str = "main", head: str | None = None) -> Report:
    return since(root, base, head, (), library)


def test_the_working_tree_is_compared_with_where_the_branch_began(
    project: Path, library: Library
) -> None:
    write(project, AFTER)
    found = told(project, library)
    assert SENTENCE in text_diff.render(found)
    assert found.after == "the working tree"
    commit(project)
    # what others do on main meanwhile is not this branch's
    git(project, "checkout", "--quiet", "main")
    write(project, BEFORE.replace("Legs Twice a Week", "Legs on Two Days"))
    commit(project)
    git(project, "checkout", "--quiet", "work")
    assert [c.sentence for c in told(project, library).comparisons[0].changes] == [SENTENCE]


def test_a_commit_can_stand_for_the_working_tree(project: Path, library: Library) -> None:
    write(project, AFTER)
    commit(project)
    write(project, "not: a program\n")
    found = told(project, library, head="work")
    assert [c.sentence for c in found.comparisons[0].changes] == [SENTENCE]
    assert found.after == f"work ({git(project, 'rev-parse', 'HEAD')[:12]})"


def test_nothing_changed(project: Path, library: Library) -> None:
    found = told(project, library)
    assert found.comparisons == ()
    assert found.verdict == "No program changed."


def test_line_ends_of_a_checkout_are_no_change(project: Path, library: Library) -> None:
    (project / "programs/legs.yml").write_bytes(BEFORE.replace("\n", "\r\n").encode())
    assert told(project, library).comparisons == ()


def test_a_new_program_comes_with_a_profile(project: Path, library: Library) -> None:
    git(project, "rm", "--quiet", "programs/legs.yml")
    commit(project)
    git(project, "branch", "--force", "main")
    write(project, BEFORE)
    [new] = told(project, library).comparisons
    assert new.status == "new"
    assert new.verdict.startswith(
        "New program: intermediate, 5 weeks, 2 sessions a week of 44–47 minutes; "
        "fractional sets a week: quadriceps 14–15, "
    )
    assert new.verdict.endswith("New: 1 error and 1 note.")


def test_a_program_that_is_gone_and_one_that_moved(project: Path, library: Library) -> None:
    write(project, BEFORE.replace("Legs Twice", "Thighs Twice").replace("sets: 3", "sets: 2"),
          "thighs.yml")  # fmt: skip
    commit(project)
    git(project, "branch", "--force", "main")
    (project / "programs/legs.yml").rename(project / "programs/two-days.yml")
    write(project, AFTER, "two-days.yml")
    (project / "programs/thighs.yml").unlink()
    gone, moved = sorted(told(project, library).comparisons, key=lambda c: c.status, reverse=True)
    assert (gone.status, gone.file) == ("removed", "programs/thighs.yml")
    assert gone.verdict.startswith("Program removed: intermediate, 5 weeks")
    assert (moved.file, moved.renamed_from) == ("programs/two-days.yml", "programs/legs.yml")
    assert [change.sentence for change in moved.changes] == [SENTENCE]


def test_a_side_that_cannot_be_laid_out_is_told_and_not_compared(
    project: Path, library: Library
) -> None:
    write(project, AFTER.replace("barbell-back-squat", "barbell-back-sqat"))
    [broken] = told(project, library).comparisons
    assert broken.status == "unreadable"
    assert broken.verdict == "Not compared: the new version cannot be read."
    assert "there is no exercise `barbell-back-sqat`" in text_diff.render(told(project, library))
    assert broken.changes == ()


def test_a_program_that_links_to_one_that_is_gone_is_still_compared(
    project: Path, library: Library
) -> None:
    write(project, BEFORE + "next: [thighs]\n")
    write(project, BEFORE, "thighs.yml")
    commit(project)
    git(project, "branch", "--force", "main")
    (project / "programs/thighs.yml").unlink()
    write(project, AFTER)
    legs = told(project, library).comparisons[0]
    assert SENTENCE in [change.sentence for change in legs.changes]


def test_links_and_files_of_other_kinds_are_not_read(project: Path, library: Library) -> None:
    (project / "secret.txt").write_text("title: secret\n", encoding="utf-8")
    (project / "programs/link.yml").symlink_to("../secret.txt")
    (project / "programs/notes.txt").write_text("not read\n", encoding="utf-8")
    (project / "programs/.hidden.yml").write_text("not read\n", encoding="utf-8")
    said = [text_diff.render(told(project, library))]
    commit(project)
    said.append(text_diff.render(told(project, library, head="work")))
    for text in said:
        assert "secret" not in text.replace("secret.txt", "")
        assert "YML015" in text
        assert "`notes.txt` is not read here" in text
        assert "hidden" not in text


def test_a_library_that_changed_is_told(project: Path, library: Library) -> None:
    assert not told(project, library).library_changed
    (project / "content/new.yml").write_text("new\n", encoding="utf-8")
    assert told(project, library).library_changed
    assert not told(project, library, head="work").library_changed
    commit(project)
    assert told(project, library, head="work").library_changed
    assert "The library (`content/`) changed as well." in text_diff.render(
        told(project, library, head="work")
    )


def test_only_the_files_that_are_asked_for(project: Path, library: Library) -> None:
    write(project, AFTER)
    write(project, BEFORE.replace("Legs Twice", "More Legs Twice"), "more.yml")
    found = since(project, "main", None, [project / "programs/legs.yml"], library)
    assert [comparison.file for comparison in found.comparisons] == ["programs/legs.yml"]
    with pytest.raises(GeneratorError, match=r"there is no programs/none\.yml here or in “main”"):
        since(project, "main", None, [project / "programs/none.yml"], library)
    with pytest.raises(GeneratorError, match="is not in programs/"):
        since(project, "main", None, [project / "content/framework.yml"], library)


@pytest.mark.parametrize(
    "ref",
    ["--upload-pack=touch hacked", "-h", "--output=hacked", "main hacked", "main\nhacked", "",
     "main:programs/legs.yml", "^main", "a" * 300, "@{-1}\x00"],
)  # fmt: skip
def test_a_hostile_name_of_a_commit_is_refused(project: Path, library: Library, ref: str) -> None:
    with pytest.raises(GeneratorError, match="is no name of a commit"):
        told(project, library, base=ref)
    assert not (project / "hacked").exists()


def test_trouble_with_git_is_one_line(
    project: Path, library: Library, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with pytest.raises(GeneratorError, match="git knows no commit, branch or tag “nowhere”"):
        told(project, library, base="nowhere")
    git(project, "checkout", "--quiet", "--orphan", "alone")
    commit(project)
    with pytest.raises(GeneratorError, match="share no history"):
        told(project, library)
    (tmp_path / "bare/programs").mkdir(parents=True)
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path))
    with pytest.raises(GeneratorError, match="there is no Git repository to ask"):
        told(tmp_path / "bare", library)
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(GeneratorError, match="Git is not installed"):
        told(project, library)


def test_settings_of_a_repository_run_nothing(project: Path, library: Library) -> None:
    touch = f"touch {project / 'hacked'}"
    for name in ("diff.external", "core.pager", "pager.diff", "diff.evil.textconv"):
        git(project, "config", name, touch)
    (project / ".gitattributes").write_text("*.yml diff=evil\n", encoding="utf-8")
    write(project, AFTER)
    (project / "content/framework.yml").write_text("another\n", encoding="utf-8")
    assert told(project, library).library_changed
    assert not (project / "hacked").exists()


def test_a_file_too_large_to_be_read_is_cut_short(project: Path) -> None:
    write(project, "a" * 3_000_000, "large.yml")
    commit(project)
    blob = history.tree(project, history.commit_of(project, "work"), "programs")[
        "programs/large.yml"
    ]
    assert len(history.content(project, blob)) == MAX_BYTES + 1


def run(*arguments: str) -> Result:
    return CliRunner().invoke(main, ["diff", *arguments])


@pytest.fixture
def whole_project(project: Path, root: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The same with the real library, for the command line."""
    (project / "content/framework.yml").unlink()
    copytree(root / "content", project / "content", dirs_exist_ok=True)
    (project / "mkdocs.yml").write_text("site_name: Test\n", encoding="utf-8")
    for file in (root / "programs").glob("*.yml"):
        write(project, file.read_text(encoding="utf-8"), file.name)
    commit(project)
    git(project, "branch", "--force", "main")
    monkeypatch.chdir(project)
    return project


def test_the_command(whole_project: Path) -> None:
    write(whole_project, AFTER)
    said = run("--base", "main")
    assert (said.exit_code, SENTENCE in said.output) == (0, True)
    said = run("--base", "main", "--format", "json", "--output-file", "diff.json")
    assert (said.exit_code, said.output) == (0, "")
    document = json.loads((whole_project / "diff.json").read_text(encoding="utf-8"))
    assert document["programs"][0]["changes"][0]["sentence"] == SENTENCE
    write(whole_project, BEFORE, "before.yml")
    said = run("programs/before.yml", "programs/legs.yml", "--format", "markdown")
    assert (said.exit_code, f"- {SENTENCE}" in said.output) == (0, True)


@pytest.mark.parametrize("style", ["text", "json", "markdown"])
def test_a_name_that_is_no_text_is_told_all_the_same(whole_project: Path, style: str) -> None:
    """A name on Linux is bytes, and a contributor's may be any."""
    odd = whole_project / "programs" / os.fsdecode(b"\xff.yml")
    odd.write_bytes((whole_project / "programs/legs.yml").read_bytes())
    commit(whole_project)
    told_ = whole_project / "told"
    result = run("--base", "main", "--format", style, "--output-file", str(told_))
    assert result.exit_code == 0, result.output
    said = told_.read_text(encoding="utf-8")
    if style == "json":
        (program,) = json.loads(said)["programs"]
        assert program["after"]["file"] == "programs/\udcff.yml"
    assert "cannot be the address of a page" in said


def test_the_command_leaves_with_2_when_it_cannot_compare(whole_project: Path) -> None:
    for arguments, says in (
        (("--base", "nowhere"), "pillars: git knows no commit, branch or tag “nowhere”."),
        (("--base=--upload-pack=x",), "is no name of a commit, branch or tag"),
        (("--base", "main", "--head", "nowhere"), "git knows no commit"),
        (("--head", "main"), "--head goes with --base"),
        ((), "name two files, or a commit with --base"),
        (("programs/legs.yml",), "name two files"),
        (("programs/legs.yml", "nowhere.yml"), "pillars: there is no file nowhere.yml"),
        (("--base", "main", "--output-file", "nowhere/x"), "cannot be written"),
    ):
        said = run(*arguments)
        assert said.exit_code == 2, said.output
        assert says in said.output
        assert "Traceback" not in said.output
