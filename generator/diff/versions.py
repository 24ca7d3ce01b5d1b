"""The two versions of each program: two files, or this project and an earlier commit of it."""

import os
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from difflib import SequenceMatcher
from pathlib import Path, PurePosixPath

from generator.diff import history
from generator.diff.comparison import Report, compare
from generator.diff.pairing import matched
from generator.error import GeneratorError
from generator.form import form_finding
from generator.load import badly_named
from generator.model import Library
from generator.project import program_files
from generator.review import Review, review, reviewed
from generator.source import MAX_BYTES, Source, read

PROGRAMS, LIBRARY = "programs", "content"
MUCH = 0.6
"""Share of lines that stayed for a file to be the same one under another name."""


def of_two_files(before: Path, after: Path, library: Library) -> Report:
    """Two files compared, wherever they lie."""
    old, new = (review(path, library, path.as_posix()) for path in (before, after))
    return Report((compare(old, new),), old.source.file, new.source.file)


def since(
    root: Path, base: str, head: str | None, files: Iterable[Path], library: Library
) -> Report:
    """The programs of a project compared with where a branch left another.

    The newer side is the working tree, or the commit `head`.
    """
    wanted = [_inside(path, root) for path in files]
    end = history.commit_of(root, head or "HEAD")
    start = history.common_ancestor(root, history.commit_of(root, base), end)
    old = _at(root, start)
    new = _at(root, end) if head else _here(root)
    for path in wanted:
        if not any(_below(name, [path]) for name in (*old, *new)):
            raise GeneratorError(f"there is no {path} here or in “{base}”")
    ids = {PurePosixPath(name).stem for name in (*old, *new)}
    # a program that is gone, or not there yet, may still be linked to on its side
    both = replace(library, programs=tuple(sorted({*library.programs, *ids})))
    compared = [
        replace(
            compare(_review(one, old, both), _review(other, new, both)),
            moved=bool(one and other and one != other),
        )
        for one, other in _pairs(old, new)
        if not wanted or _below(one, wanted) or _below(other, wanted)
        if one != other or _lines(old[one]) != _lines(new[other])
    ]
    return Report(
        tuple(sorted(compared, key=lambda comparison: comparison.file)),
        f"{base} ({start[:12]})",
        f"{head} ({end[:12]})" if head else "the working tree",
        history.differs(root, LIBRARY, start, end if head else None),
    )


def _inside(path: Path, root: Path) -> str:
    absolute = Path(os.path.abspath(path))  # noqa: PTH100 (a link is named, not followed)
    folder = root / PROGRAMS
    if absolute != folder and not absolute.is_relative_to(folder):
        raise GeneratorError(f"{path} is not in {PROGRAMS}/; `--base` compares programs only")
    return absolute.relative_to(root).as_posix()


def _below(name: str, wanted: Iterable[str]) -> bool:
    return any(name == path or name.startswith(f"{path}/") for path in wanted)


_Files = Mapping[str, bytes | None]
"""The program files of one version; nothing in the place of what cannot be read as a file."""


def _at(root: Path, commit: str) -> _Files:
    return {
        name: history.content(root, blob) if blob.is_file else None
        for name, blob in sorted(history.tree(root, commit, PROGRAMS).items())
        if not PurePosixPath(name).name.startswith(".")
    }


def _here(root: Path) -> _Files:
    folder = root / PROGRAMS
    files = program_files(folder) if folder.is_dir() else []
    return {path.relative_to(root).as_posix(): _content(path) for path in files}


def _content(path: Path) -> bytes | None:
    try:
        # a link may lead out of the project, and a pipe would wait for somebody
        if path.is_symlink() or not path.is_file():
            return None
        with path.open("rb") as stream:
            return stream.read(MAX_BYTES + 1)
    except OSError:
        return None


def _pairs(old: _Files, new: _Files) -> Iterator[tuple[str, str]]:
    """Names of each program before and after; an empty one where it is not there."""

    def alike(one: str, other: str) -> float:
        a, b = _lines(old[one]), _lines(new[other])
        if not a or not b:
            return 0
        same = SequenceMatcher(None, a, b, autojunk=False).ratio()
        return same if same >= MUCH else 0

    stayed = sorted(old.keys() & new.keys())
    yield from ((name, name) for name in stayed)
    moved = matched(
        [name for name in old if name not in new], [name for name in new if name not in old], alike
    )
    yield from moved.both
    yield from ((name, "") for name in moved.gone)
    yield from (("", name) for name in moved.new)


def _lines(raw: bytes | None) -> list[bytes]:
    """Lines without their ends: a checkout may write others than the commit holds."""
    return [] if raw is None else raw.splitlines()


def _review(name: str, files: _Files, library: Library) -> Review | None:
    if not name:
        return None
    raw = files[name]
    problem = badly_named(Path(name), name)
    if raw is not None and problem is None:
        return reviewed(read(raw, name), library)
    unopened = "the file cannot be opened, or is no ordinary file"
    problem = problem or form_finding("YML015", (), unopened, file=name)
    return Review(Source(name, "", None), None, (problem,))
