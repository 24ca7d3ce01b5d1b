"""From pages to a published site: the one place that writes.

Pages are first gathered, then compared with what is on disk, then written. MkDocs builds
beside the site and the result is moved in whole, so a failed build leaves the last good
site alone.
"""

import logging
import os
import shutil
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from generator.error import GeneratorError

if TYPE_CHECKING:
    from mkdocs.plugins import BasePlugin

DOCS = "build/docs"
Progress = Callable[[int, int], None]
"""Told how many pages are done, of how many."""


@dataclass(frozen=True)
class Changes:
    """What has to happen on disk so that a folder holds just the wanted files."""

    folder: Path
    written: Mapping[str, bytes]
    deleted: tuple[str, ...]

    def __bool__(self) -> bool:
        return bool(self.written or self.deleted)


def changes(folder: Path, wanted: Mapping[str, bytes]) -> Changes:
    """Compare the wanted files with a folder."""
    present = {
        path.relative_to(folder).as_posix(): path for path in folder.rglob("*") if path.is_file()
    }
    written = {
        name: content
        for name, content in sorted(wanted.items())
        if name not in present or present[name].read_bytes() != content
    }
    gone = present.keys() - wanted.keys()
    return Changes(folder, written, tuple(sorted(gone)))


def apply(changed: Changes) -> None:
    """Write and delete what changed; folders that end up empty go, too."""
    for name in changed.deleted:
        path = changed.folder / name
        path.unlink()
        for parent in path.parents:
            if parent == changed.folder or any(parent.iterdir()):
                break
            parent.rmdir()
    for name, content in changed.written.items():
        path = changed.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)


def build_site(
    root: Path, site: Path, *, strict: bool = True, progress: Progress | None = None
) -> int:
    """Run MkDocs over `build/docs` and move the result to `site`; returns the number of pages.

    Raises `GeneratorError` with MkDocs' own words when it warns under `strict`, or fails.
    """
    _refuse_what_is_not_ours(root, site)
    # beside the site, so that moving it in is one step even on another disk
    site.parent.mkdir(parents=True, exist_ok=True)
    fresh = site.parent / f".{site.name}.new"
    shutil.rmtree(fresh, ignore_errors=True)
    with _mkdocs_environment(), _warnings() as said:
        from mkdocs.commands.build import build
        from mkdocs.config import load_config
        from mkdocs.exceptions import MkDocsException

        try:
            config = load_config(str(root / "mkdocs.yml"), site_dir=str(fresh), strict=strict)
            pages = sum(1 for _ in Path(config.docs_dir).rglob("*.md"))
            if progress:
                config.plugins["pillars-progress"] = _ticker(progress, pages)
            config.extra["scripts"] = _scripts_folder(Path(config.docs_dir))
            config.plugins.on_startup(command="build", dirty=False)
            build(config)
            config.plugins.on_shutdown()
        except (MkDocsException, SystemExit) as error:
            shutil.rmtree(fresh, ignore_errors=True)
            words = "\n  ".join(["MkDocs refused the pages:", *said, str(error)])
            raise GeneratorError(words) from None
    (fresh / MARK).touch()
    old = site.parent / f".{site.name}.old"
    shutil.rmtree(old, ignore_errors=True)
    if site.exists():
        site.rename(old)
    fresh.rename(site)
    shutil.rmtree(old, ignore_errors=True)
    return pages


def _scripts_folder(docs: Path) -> str:
    """The folder of the scripts below the pages as written, `assets/scripts/<hash>/`, if any."""
    for folder in (docs / "assets/scripts").glob("*/"):
        return f"{folder.relative_to(docs).as_posix()}/"
    return ""


MARK = ".built-by-pillars"
"""A file in every site we build; a folder without it is somebody's, and stays."""


def _refuse_what_is_not_ours(root: Path, site: Path) -> None:
    """Moving a site in replaces its folder, so that folder must hold nothing but an older site."""
    holds_something = site.exists() and (not site.is_dir() or any(site.iterdir()))
    above = site == root or site in root.parents
    if site.is_symlink() or above or (holds_something and not (site / MARK).is_file()):
        raise GeneratorError(
            f"{site} holds something that pillars did not build; name a new or an empty folder"
        )


def _ticker(progress: Progress, pages: int) -> "BasePlugin[Any]":
    from mkdocs.plugins import BasePlugin

    class Ticker(BasePlugin):  # type: ignore[no-untyped-call,type-arg]  # it has no configuration
        """Counts pages as MkDocs finishes them."""

        def __init__(self) -> None:
            self.done = 0

        def on_post_page(self, output: str, **_: object) -> str:
            self.done += 1
            progress(self.done, pages)
            return output

    return Ticker()


@contextmanager
def _mkdocs_environment() -> Iterator[None]:
    """MkDocs without clock and banner: the same pages give the same bytes."""
    settings = {"SOURCE_DATE_EPOCH": "0", "NO_MKDOCS_2_WARNING": "1"}
    missing = settings.keys() - os.environ.keys()
    os.environ.update({name: settings[name] for name in missing})
    try:
        yield
    finally:
        for name in missing:
            del os.environ[name]


@contextmanager
def _warnings() -> Iterator[list[str]]:
    """What MkDocs says that matters, instead of a stream of log lines."""
    said: list[str] = []

    class Listener(logging.Handler):
        def emit(self, record: logging.LogRecord) -> None:
            said.append(record.getMessage())

    listener = Listener(logging.WARNING)
    logger = logging.getLogger("mkdocs")
    propagated, logger.propagate = logger.propagate, False
    logger.addHandler(listener)
    try:
        yield said
    finally:
        logger.removeHandler(listener)
        logger.propagate = propagated
