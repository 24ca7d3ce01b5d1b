"""Previews take data from a pull request and nothing else; other repositories take our library."""

import os
import shutil
import subprocess
import sys
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner
from fake_github import REPOSITORY, Github, payload, serving

from generator.error import GeneratorError
from generator.github import preview
from generator.github.__main__ import main
from generator.github.preview import (
    DATA,
    build,
    data_files,
    fetch,
    lay_out,
    marked,
    publish,
    wanted,
)
from generator.github.pull_request import PullRequest
from generator.github.shape import at

BASE = Path(__file__).parent / "rules/base.yml"


def git(folder: Path, *words: str) -> str:
    done = subprocess.run(
        ["git", "-c", "user.name=T", "-c", "user.email=t@example.org", *words],
        cwd=folder, capture_output=True, text=True, check=True,
    )  # fmt: skip
    return done.stdout.strip()


@pytest.fixture
def origin(tmp_path: Path, root: Path) -> Path:
    """A repository with the real library, one program, and a pull request full of tricks."""
    folder = tmp_path / "origin"
    shutil.copytree(root / "content", folder / "content")
    shutil.copy(root / "mkdocs.yml", folder)
    (folder / "programs").mkdir()
    shutil.copy(BASE, folder / "programs/base.yml")
    git(folder, "init", "-q", "-b", "main")
    git(folder, "add", "-A")
    git(folder, "commit", "-qm", "main")
    git(folder, "switch", "-qc", "tricks")
    trick = "SENTINEL-OF-THE-FORK"
    (folder / "mkdocs.yml").write_text(f"site_name: {trick}\nhooks: [x.py]\n", encoding="utf-8")
    (folder / "x.py").write_text("raise SystemExit('owned')\n", encoding="utf-8")
    theme = folder / "content/theme/main.html"
    theme.write_text(f"<script>{trick}</script>", encoding="utf-8")
    for page in (folder / "content/pages").rglob("*.md"):
        page.write_text(f"# {trick}\n<script>{trick}</script>\n", encoding="utf-8")
    text = BASE.read_text(encoding="utf-8")
    text = text.replace("title: Base program", "title: <script>alert('x')</script> Legs")
    (folder / "programs/new.yml").write_text(text, encoding="utf-8")
    (folder / "programs/link.yml").symlink_to("/etc/passwd")
    (folder / "programs/Odd Name.yml").write_text(text, encoding="utf-8")
    git(folder, "add", "-A")
    git(folder, "commit", "-qm", "tricks")
    git(folder, "update-ref", "refs/pull/31/head", "tricks")
    git(folder, "switch", "-q", "main")
    return folder


def test_only_yaml_of_known_folders_is_data() -> None:
    for path in ("programs/a.yml", "content/evidence/claims/a-b.yml", "content/framework.yml"):
        assert DATA.fullmatch(path)
    for path in (
        "mkdocs.yml", "content/theme/main.html", "content/pages/contribute/index.md",
        "generator/x.py", "programs/../a.yml", "programs/a.yml\n", "programs/A.yml",
        "programs/.a.yml", "programs/a/b.yml", "content/framework.yml/x", "/programs/a.yml",
    ):  # fmt: skip
        assert not DATA.fullmatch(path), path


def row(mode: str, size: int | str, name: str) -> bytes:
    return f"{mode} blob {'a' * 40} {size:>7}\t{name}".encode() + b"\0"


def test_links_and_submodules_stay_out() -> None:
    listing = row("100644", 5, "programs/a.yml") + row("120000", 5, "programs/b.yml")
    listing += b"160000 commit " + b"a" * 40 + b"       -\tprograms/c.yml\0"
    assert [blob.path for blob in data_files(listing)] == ["programs/a.yml"]


@pytest.mark.parametrize(
    "listing",
    [
        row("100644", preview.MAX_FILE + 1, "programs/a.yml"),
        b"".join(row("100644", 1, f"programs/a{n}.yml") for n in range(preview.MAX_FILES + 1)),
        b"".join(row("100644", preview.MAX_FILE, f"programs/a{n}.yml") for n in range(129)),
    ],
)
def test_too_much_is_refused_before_it_is_read(listing: bytes) -> None:
    with pytest.raises(GeneratorError):
        data_files(listing)


def test_a_preview_is_laid_out_from_both(origin: Path, tmp_path: Path) -> None:
    folder = tmp_path / "laid"
    lay_out(origin, git(origin, "rev-parse", "tricks"), folder)
    assert sorted(path.name for path in (folder / "programs").iterdir()) == ["base.yml", "new.yml"]
    assert (folder / "mkdocs.yml").read_bytes() == (origin / "mkdocs.yml").read_bytes()
    assert not (folder / "x.py").exists()
    taken = [path for path in folder.rglob("*") if path.is_file()]
    assert not any(path.is_symlink() for path in taken)
    assert not any(b"SENTINEL" in path.read_bytes() for path in taken)


def test_previews_as_the_workflow_builds_them(
    origin: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    clone = tmp_path / "clone"
    git(tmp_path, "clone", "-q", "--depth=1", "--branch", "main", origin.as_uri(), "clone")
    site = tmp_path / "site"
    site.mkdir()
    pull = payload("pull.fork")
    assert isinstance(pull, dict)
    commit = git(origin, "rev-parse", "tricks")
    shown = {**pull, "head": {**pull["head"], "sha": commit}}
    gone = {**pull, "number": 32}
    failed = {**pull, "number": 33, "head": {**pull["head"], "sha": "f" * 40}}
    said = {commit: "success", "a" * 40: "success", "f" * 40: "failure"}
    with serving(Github()) as github:
        github.answers |= {
            "GET pulls": [shown, gone, failed],
            "GET actions/workflows/pull-request.yml/runs": lambda asked: {
                "workflow_runs": [
                    {
                        "head_sha": asked.query["head_sha"],
                        "conclusion": said[asked.query["head_sha"]],
                    }
                ]
            },
        }
        monkeypatch.setenv("GITHUB_API_URL", github.url)
        monkeypatch.setenv("GITHUB_REPOSITORY", REPOSITORY)
        monkeypatch.setenv("GITHUB_TOKEN", "a-token")
        monkeypatch.delenv("GITHUB_SERVER_URL", raising=False)
        monkeypatch.delenv("SITE_URL", raising=False)
        monkeypatch.chdir(clone)
        result = CliRunner().invoke(main, ["previews", str(site)], catch_exceptions=False)
    first, second = result.output.splitlines()
    assert first.startswith("#31: ")
    assert first.endswith(" pages")
    assert second.startswith("#32: no preview, git fetch: ")
    assert [path.name for path in (site / "preview").iterdir()] == ["31"]
    page = (site / "preview/31/programs/new/index.html").read_text(encoding="utf-8")
    assert '<meta name="robots" content="noindex">' in page
    assert "Preview of <a" in page
    assert "https://github.com/four-pillars/four-pillars/pull/31" in page
    canonical = "https://four-pillars.github.io/four-pillars/preview/31/programs/new/"
    assert f'href="{canonical}"' in page
    assert "<script>alert" not in page
    built = b"".join(p.read_bytes() for p in (site / "preview/31").rglob("*.html"))
    assert b"SENTINEL" not in built


def test_a_build_that_takes_too_long_is_given_up(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(preview, "SECONDS", 0.01)
    with pytest.raises(GeneratorError, match="took longer"):
        build(tmp_path, tmp_path / "site", "https://example.org/")


def test_half_a_preview_is_never_published(
    origin: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Given up while it was written, its pages would stand there without the note."""

    def broken_off(_folder: Path, site: Path, _address: str) -> None:
        site.mkdir(parents=True)
        (site / "index.html").write_text("<body>unmarked", encoding="utf-8")
        raise GeneratorError("building took longer than 1 seconds")

    monkeypatch.setattr(preview, "build", broken_off)
    place = tmp_path / "site/preview/31"
    pull = PullRequest(31, git(origin, "rev-parse", "tricks"), False, "x", False, frozenset())
    git(origin, "remote", "add", "origin", origin.as_uri())
    with pytest.raises(GeneratorError, match="took longer"):
        publish(origin, pull, place, "https://example.org/", "https://github.com/a/b")
    assert not place.exists()


def test_a_pull_request_brings_its_last_commit_and_no_history(origin: Path, tmp_path: Path) -> None:
    git(tmp_path, "clone", "-q", "--depth=1", "--branch", "main", origin.as_uri(), "clone")
    git(origin, "switch", "-q", "tricks")
    for number in range(3):
        git(origin, "commit", "-q", "--allow-empty", "-m", f"more {number}")
    git(origin, "update-ref", "refs/pull/31/head", "tricks")
    pull = PullRequest(31, git(origin, "rev-parse", "tricks"), False, "x", False, frozenset())
    fetch(tmp_path / "clone", pull)
    assert git(tmp_path / "clone", "rev-list", "--count", pull.commit) == "1"


def test_git_that_takes_too_long_is_given_up(origin: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(preview, "GIT_SECONDS", 0.0001)
    with pytest.raises(GeneratorError, match="git fetch: took longer"):
        fetch(origin, PullRequest(31, "a" * 40, False, "x", False, frozenset()))


def test_a_build_that_fails_says_where_to_look(tmp_path: Path) -> None:
    with pytest.raises(GeneratorError, match="its check says why"):
        build(tmp_path, tmp_path / "site", "https://example.org/")


def test_a_build_knows_no_token(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GITHUB_TOKEN", "a-token")
    monkeypatch.setenv("ACTIONS_RUNTIME_TOKEN", "another")
    assert "token" not in "".join(preview._environment().values())
    assert set(preview._environment()) <= {"PATH", "HOME", "LANG", "REPO_URL", "PYTHONPATH"}


def test_so_many_previews_and_no_more() -> None:
    pulls = [
        (PullRequest(n, "a" * 40, False, "x", False, frozenset()), "success" if n % 2 else "")
        for n in range(60)
    ]
    assert [pull.number for pull in wanted(pulls)] == list(range(1, 2 * preview.MOST, 2))


def test_a_page_is_marked_once() -> None:
    page = "<html><head></head><body dir='x'><p>&lt;body&gt; <head></p></body></html>"
    assert marked(page, "NOTE") == (
        '<html><head><meta name="robots" content="noindex"></head><body dir=\'x\'>NOTE'
        "<p>&lt;body&gt; <head></p></body></html>"
    )


# --- other repositories ---


@pytest.fixture
def elsewhere(tmp_path: Path) -> Iterator[Path]:
    """Somebody's repository: a program, no library."""
    folder = tmp_path / "theirs"
    (folder / "programs").mkdir(parents=True)
    text = BASE.read_text(encoding="utf-8").replace("level: intermediate", "level: expert")
    (folder / "programs/legs.yml").write_text(text, encoding="utf-8")
    before = Path.cwd()
    yield folder
    os.chdir(before)


def check(folder: Path, *words: str, python_path: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-P", "-m", "generator.github", "check", *words],
        cwd=folder, capture_output=True, text=True, check=False,
        env={"PATH": os.environ["PATH"], "PYTHONPATH": str(python_path)},
    )  # fmt: skip


def test_their_programs_are_checked_with_our_library(elsewhere: Path, root: Path) -> None:
    done = check(elsewhere, "--format", "concise", "programs", python_path=root)
    assert done.returncode == 1, done.stderr
    assert done.stdout.startswith("programs/legs.yml:3:8: error SCH004 unreadable-value")
    assert sorted(path.name for path in elsewhere.iterdir()) == ["programs"]


def test_a_path_that_leads_out_of_their_repository_is_refused(elsewhere: Path, root: Path) -> None:
    for path in ("../theirs-not/x.yml", "/etc/passwd"):
        done = check(elsewhere, path, python_path=root)
        assert (done.returncode, done.stdout) == (2, "")
        assert "is not inside theirs" in done.stderr


def test_an_installed_package_brings_the_library_along(
    elsewhere: Path, root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from hatchling.build import build_wheel

    monkeypatch.chdir(root)
    (tmp_path / "wheel").mkdir()
    wheel = tmp_path / "wheel" / build_wheel(str(tmp_path / "wheel"))
    with zipfile.ZipFile(wheel) as opened:
        opened.extractall(tmp_path / "installed")
    done = check(elsewhere, "--format", "concise", "programs", python_path=tmp_path / "installed")
    assert done.returncode == 1, done.stderr
    assert "programs/legs.yml:3:8: error SCH004" in done.stdout


def test_a_project_of_its_own_uses_its_own_library(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    done = check(root, "--format", "json", "programs/barbell-two-days.yml", python_path=root)
    import json

    assert done.returncode == 0, done.stderr
    assert at(json.loads(done.stdout), int, "files") == 1
