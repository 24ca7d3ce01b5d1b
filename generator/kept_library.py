"""The library as it was read last, kept in the user's cache folder.

Reading its files takes longer than all the rest of a check. What is kept counts only while every
file of the library and every module that reads it is the very one it was made with, by size,
times and inode. Whatever is odd about it is passed over without a word, and the files are read.

It never lies inside a project, where a stranger's pull request could put one, and reading it
back makes nothing but values of the model. `PILLARS_CACHE=off` does without it.
"""

import hashlib
import io
import os
import pickle
import stat
import sys
import time
from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, is_dataclass
from fractions import Fraction
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from generator.load import LibraryFiles
from generator.load.library import FOLDERS, SINGLE_FILES
from generator.model import Library
from generator.review import library_at
from generator.source import Source, read_file

SETTLED = 2_000_000_000
"""Nanoseconds after which an edit shows in a file's times on any file system."""
_DIGEST = hashlib.sha256().digest_size


@dataclass(frozen=True)
class Stamp:
    """What tells that the library, or anything that reads it, has changed."""

    digest: bytes
    newest: int
    """When the last of its files changed, in nanoseconds."""

    @property
    def settled(self) -> bool:
        """Whether another edit could not leave all times as they are."""
        return self.newest < time.time_ns() - SETTLED


def kept_library(root: Path) -> LibraryFiles:
    """The library of a project: the same as from its files, and sooner when it is kept."""
    stamp = library_stamp(root)
    if stamp is None or os.environ.get("PILLARS_CACHE") == "off":
        return library_at(root)
    if stamp in _REMEMBERED:
        return _REMEMBERED[stamp]
    place = _place(root)
    kept = _kept_at(place, stamp) if place else None
    if kept is not None:
        files = LibraryFiles(kept, _Sources(root, kept), ())
    else:
        files = library_at(root)
        if not stamp.settled or library_stamp(root) != stamp:
            return files
        # what is wrong in a library is said with words of the parser and places in its files;
        # to keep all that would cost more than it saves while somebody mends it
        if place and not files.findings:
            _keep(place, stamp, files.library)
    _REMEMBERED.clear()
    _REMEMBERED[stamp] = files
    return files


_REMEMBERED: dict[Stamp, LibraryFiles] = {}
"""The library this process looked at last, for those that look again and again."""


def library_stamp(root: Path) -> Stamp | None:
    """The stamp of a project's library; nothing where it cannot be looked at."""
    try:
        files = list(_code())
        for folder in FOLDERS.values():
            files += sorted(_listed(root / folder))
        for name in SINGLE_FILES:
            files.append(_row(name, (root / f"content/{name}.yml").lstat()))
        programs = sorted(path.name for path in (root / "programs").glob("*.yml"))
    except OSError:
        return None
    known = repr((sys.version, str(root), files, programs)).encode()
    newest = max(max(modified, changed) for *_, modified, changed, _ in files)
    return Stamp(hashlib.sha256(known).digest(), newest)


_Row = tuple[str, int, int, int, int, int]


def _row(name: str, status: os.stat_result) -> _Row:
    return (
        name, status.st_mode, status.st_size,
        status.st_mtime_ns, status.st_ctime_ns, status.st_ino,
    )  # fmt: skip


def _listed(folder: Path) -> Iterator[_Row]:
    with os.scandir(folder) as entries:
        for entry in entries:
            yield _row(entry.path, entry.stat(follow_symlinks=False))


@cache
def _code() -> tuple[_Row, ...]:
    """The modules of this package, and the packages that files are read with."""
    own = Path(__file__).parent
    found = [_row(path.as_posix(), path.stat()) for path in sorted(own.rglob("*.py"))]
    for package in ("pydantic", "yaml"):
        spec = find_spec(package)
        if spec and spec.origin:
            found.append(_row(spec.origin, Path(spec.origin).stat()))
    return tuple(found)


def _place(root: Path) -> Path | None:
    """The file that keeps a project's library; nothing where there is no place for one."""
    written = Path(os.environ.get("XDG_CACHE_HOME", ""))
    try:
        folder = (written if written.is_absolute() else Path.home() / ".cache") / "four-pillars"
        if folder.resolve().is_relative_to(root.resolve()):
            return None
    except (OSError, RuntimeError):  # nobody's home, or links in a circle
        return None
    return folder / f"library-{hashlib.sha256(str(root).encode()).hexdigest()[:16]}"


def _kept_at(place: Path, stamp: Stamp) -> Library | None:
    """What is kept, if it is whole, our own and made from these very files."""
    try:
        if not _is_ours(place.lstat()):
            return None
        written = place.read_bytes()
    except OSError:
        return None
    head, value = written[: 2 * _DIGEST], written[2 * _DIGEST :]
    if head != stamp.digest + hashlib.sha256(value).digest():
        return None
    try:
        library = _Unpickler(io.BytesIO(value)).load()
    except (pickle.UnpicklingError, ArithmeticError, AttributeError, EOFError, ImportError,
            LookupError, TypeError, ValueError):  # fmt: skip
        return None
    return library if isinstance(library, Library) else None


def _is_ours(status: os.stat_result) -> bool:
    """Whether it is a file that nobody else may write."""
    if not stat.S_ISREG(status.st_mode):
        return False
    own = not hasattr(os, "getuid") or status.st_uid == os.getuid()
    return own and (os.name == "nt" or not status.st_mode & (stat.S_IWGRP | stat.S_IWOTH))


class _Unpickler(pickle.Unpickler):
    """Makes values of the model and nothing else, whatever the bytes ask for."""

    def find_class(self, module: str, name: str) -> Any:
        if (module, name) == ("fractions", "Fraction"):
            return Fraction
        if module.startswith("generator.model.") and name.isidentifier():
            value = super().find_class(module, name)
            if isinstance(value, type) and is_dataclass(value):
                return value
        raise pickle.UnpicklingError(f"{module}.{name} is no part of a library")


def _keep(place: Path, stamp: Stamp, library: Library) -> None:
    """Write it beside its place first, so that nobody ever reads half of it."""
    value = pickle.dumps(library, protocol=5)
    new = place.with_suffix(f".{os.getpid()}")
    with suppress(OSError):
        place.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        try:
            new.touch(0o600, exist_ok=False)
            new.write_bytes(stamp.digest + hashlib.sha256(value).digest() + value)
            new.replace(place)
        finally:
            new.unlink(missing_ok=True)


class _Sources(Mapping[tuple[str, str], Source]):
    """The files of a library that is sound, each read when somebody asks for it."""

    def __init__(self, root: Path, library: Library) -> None:
        items = {"exercise": library.exercises, "claim": library.claims, "source": library.sources}
        self._root = root
        self._names = {
            (kind, id_): f"{folder}/{id_}.yml"
            for kind, folder in FOLDERS.items()
            for id_ in items[kind]
        }
        self._names |= {(name, name): f"content/{name}.yml" for name in SINGLE_FILES}
        self._read: dict[tuple[str, str], Source] = {}

    def __getitem__(self, key: tuple[str, str]) -> Source:
        name = self._names[key]
        if key not in self._read:
            self._read[key] = read_file(self._root / name, name)
        return self._read[key]

    def __iter__(self) -> Iterator[tuple[str, str]]:
        return iter(self._names)

    def __len__(self) -> int:
        return len(self._names)
