"""Previews of pull requests, published beside the site.

A preview is made by the code of the main branch; a pull request gives nothing but YAML: programs,
exercises and evidence, whose words come onto a page as text. Its templates, styles, hand-written
pages and code stay out, because what they hold would run on the address where readers keep their
numbers. So the whole deployment follows from the main branch and the open pull requests, and
nothing has to be remembered between two of them.
"""

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from tempfile import TemporaryDirectory

from generator.error import GeneratorError
from generator.github.pull_request import PullRequest

DATA = re.compile(
    r"(?:programs|content/exercises|content/evidence/claims|content/evidence/sources)/"
    r"[a-z0-9]+(?:-[a-z0-9]+)*\.yml|content/(?:framework|glossary)\.yml"
)
"""All that a preview takes from a pull request."""
KEPT = (
    "mkdocs.yml", "content/theme", "content/styles", "content/scripts", "content/worker",
    "content/pages", "content/search.yml",
)  # fmt: skip
"""What it takes from the main branch, beside the code."""
MAX_FILE = 256 * 1024
MAX_FILES = 2_000
MAX_TOTAL = 32 * 1024 * 1024
MOST = 10
"""Previews at a time; the pull requests that moved last."""
SECONDS = 150
"""For building one preview."""
GIT_SECONDS = 60
"""For bringing one here, and for one question to Git."""


@dataclass(frozen=True)
class Blob:
    """A file in a commit."""

    path: str
    hash: str
    size: int


def data_files(listing: bytes) -> list[Blob]:
    """The data among the files of a commit, as `git ls-tree -r -l -z` lists them.

    Links, submodules, other folders and other names stay out.
    """
    blobs = []
    for row in filter(None, listing.split(b"\0")):
        about, _, name = row.partition(b"\t")
        mode, _, hash_, size = about.split()
        path = name.decode("utf-8", "replace")
        if mode in (b"100644", b"100755") and DATA.fullmatch(path):
            blobs.append(Blob(path, hash_.decode("ascii"), int(size)))
    if len(blobs) > MAX_FILES or sum(blob.size for blob in blobs) > MAX_TOTAL:
        raise GeneratorError("more data than a preview takes")
    if big := next((blob.path for blob in blobs if blob.size > MAX_FILE), ""):
        raise GeneratorError(f"{big} is larger than a preview takes")
    return blobs


def lay_out(root: Path, commit: str, folder: Path) -> None:
    """A project made of the main branch's pages and theme and a commit's data."""
    for path in KEPT:
        _copy(root / path, folder / path)
    for blob in data_files(_git(root, "ls-tree", "-r", "-l", "-z", "--full-tree", commit)):
        file = folder / blob.path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(_git(root, "cat-file", "blob", blob.hash))


def _copy(source: Path, target: Path) -> None:
    if source.is_dir():
        for path in source.rglob("*"):
            if path.is_file():
                _copy(path, target / path.relative_to(source))
        return
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_bytes(source.read_bytes())


def publish(root: Path, pull: PullRequest, place: Path, address: str, repository: str) -> int:
    """Make a pull request's preview and put it in its place, whole and marked or not at all."""
    with TemporaryDirectory() as roof:
        folder, site = Path(roof) / "project", Path(roof) / "site"
        fetch(root, pull)
        lay_out(root, pull.commit, folder)
        build(folder, site, address)
        pages = mark(site, pull, repository)
        place.parent.mkdir(parents=True, exist_ok=True)
        shutil.copytree(site, place)
    return pages


def fetch(root: Path, pull: PullRequest) -> None:
    """Bring a pull request's commit into the repository's store; no file is checked out."""
    ref = f"refs/pull/{pull.number}/head"
    # a stranger's history may be of any size, and none of it is needed
    _git(root, "fetch", "--no-tags", "--quiet", "--depth=1", "origin", ref)
    _git(root, "cat-file", "-e", f"{pull.commit}^{{commit}}")


def _git(root: Path, *words: str) -> bytes:
    try:
        done = subprocess.run(
            ["git", *words], cwd=root, capture_output=True, timeout=GIT_SECONDS, check=False
        )
    except subprocess.TimeoutExpired:
        raise GeneratorError(f"git {words[0]}: took longer than {GIT_SECONDS} seconds") from None
    if done.returncode:
        said = done.stderr.decode("utf-8", "replace").strip().partition("\n")[0]
        raise GeneratorError(f"git {words[0]}: {said or 'failed'}")
    return done.stdout


def build(folder: Path, site: Path, address: str) -> None:
    """Build the site of a project in a process of its own, which may take only so long."""
    run = "from generator.cli import main; main()"
    words = [sys.executable, "-P", "-c", run, "build", "--no-offline", "--site-dir", str(site)]
    try:
        done = subprocess.run(
            words, cwd=folder, env={**_environment(), "SITE_URL": address},
            capture_output=True, timeout=SECONDS, check=False,
        )  # fmt: skip
    except subprocess.TimeoutExpired:
        raise GeneratorError(f"building took longer than {SECONDS} seconds") from None
    if done.returncode:
        raise GeneratorError("it cannot be built; its check says why")


def _environment() -> dict[str, str]:
    """What a build needs of the environment, and no token."""
    kept = ("PATH", "HOME", "LANG", "REPO_URL")
    ours = Path(__file__).parents[2]  # the code that is running, whatever else is installed
    return {name: os.environ[name] for name in kept if name in os.environ} | {
        "PYTHONPATH": str(ours)
    }


def mark(site: Path, pull: PullRequest, repository: str) -> int:
    """Say on every page that it is a preview, to readers and to search engines."""
    note = (
        '<div role="note" style="padding:.6rem 1rem;background:#7a4a00;color:#fff;'
        f'text-align:center">Preview of <a style="color:#fff;text-decoration:underline" '
        f'href="{repository}/pull/{pull.number}">pull request {pull.number}</a>, '
        "not reviewed. Do not train by it.</div>"
    )
    pages = sorted(site.rglob("*.html"))
    for page in pages:
        page.write_text(marked(page.read_text(encoding="utf-8"), note), encoding="utf-8")
    return len(pages)


def marked(html: str, note: str) -> str:
    """One page with the note at its top, kept out of search engines."""
    html = html.replace("<head>", '<head><meta name="robots" content="noindex">', 1)
    return re.sub(r"<body\b[^>]*>", lambda found: found[0] + note, html, count=1)


def wanted(pulls: Iterable[tuple[PullRequest, str]]) -> Iterator[PullRequest]:
    """Those that have a preview: their check has passed, so somebody let it run."""
    return islice((pull for pull, check in pulls if check == "success"), MOST)
