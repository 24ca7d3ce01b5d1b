"""A library that is kept answers as its files do, or not at all."""

import hashlib
import os
import pickle
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from generator import kept_library as kept
from generator.cli.printing import run_of
from generator.error import GeneratorError
from generator.load import LibraryFiles
from generator.project import open_project
from generator.report import STYLES, renderer
from generator.review import library_at

CLAIM = "content/evidence/claims/frequency.yml"
EXERCISE = "content/exercises/leg-press.yml"


@pytest.fixture
def project(tmp_path: Path, root: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A project of its own, with a cache of its own, and files that count as old."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    monkeypatch.setattr(kept, "SETTLED", 0)
    kept._REMEMBERED.clear()
    copy = tmp_path / "project"
    shutil.copytree(root / "content", copy / "content")
    shutil.copy(root / "mkdocs.yml", copy)
    (copy / "programs").mkdir()
    shutil.copy(Path(__file__).parent / "rules/base.yml", copy / "programs/base.yml")
    return copy


@pytest.fixture
def readings(monkeypatch: pytest.MonkeyPatch) -> list[Path]:
    """The projects whose library was read from its files."""
    found: list[Path] = []

    def counted(root: Path) -> LibraryFiles:
        found.append(root)
        return library_at(root)

    monkeypatch.setattr(kept, "library_at", counted)
    return found


def files_in_cache(project: Path) -> list[Path]:
    return sorted((project.parent / "cache").rglob("library-*"))


def look(project: Path) -> LibraryFiles:
    """The library as a process would find it that has seen none before."""
    kept._REMEMBERED.clear()
    return kept.kept_library(project)


def said(project: Path) -> list[str]:
    """All that a check prints, in every format, or the trouble it has."""
    kept._REMEMBERED.clear()
    try:
        run = run_of(open_project(project), deviations=True, notes=True)
    except GeneratorError as error:
        return [str(error)]
    return [renderer(style)(run) for style in STYLES]


def whole(files: LibraryFiles) -> object:
    return repr(files.library), files.findings, list(files.sources.items())


def said_without_cache(project: Path) -> list[str]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("PILLARS_CACHE", "off")
        return said(project)


def test_what_is_kept_is_what_was_read(project: Path, readings: list[Path]) -> None:
    first, then = look(project), look(project)
    assert readings == [project]
    assert then.library == first.library
    assert whole(then) == whole(first)
    assert said(project) == said_without_cache(project)


def test_a_process_looks_into_its_memory_first(project: Path, readings: list[Path]) -> None:
    assert look(project) is kept.kept_library(project)
    [file] = files_in_cache(project)
    file.unlink()
    kept.kept_library(project)
    assert readings == [project]


def edit(path: Path) -> None:
    path.write_text(path.read_text("utf-8").replace("title: ", "title: So: ", 1), "utf-8")


def edit_unseen(path: Path) -> None:
    """Another text of the same length, and the time of the last change put back."""
    before = path.stat()
    path.write_text(path.read_text("utf-8").replace("name: Leg", "name: Peg", 1), "utf-8")
    os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))
    after = path.stat()
    assert (after.st_size, after.st_mtime_ns) == (before.st_size, before.st_mtime_ns)


def break_it(path: Path) -> None:
    path.write_text("title: [", "utf-8")


def misspell(path: Path) -> None:
    path.write_text(path.read_text("utf-8").replace("name:", "nmae:", 1), "utf-8")


def replace_by_link(path: Path) -> None:
    elsewhere = path.with_name(".elsewhere")
    path.rename(elsewhere)
    path.symlink_to(elsewhere)


def add_beside(path: Path) -> None:
    shutil.copy(path, path.with_name("another-one.yml"))


def add_a_folder(path: Path) -> None:
    path.with_name("folder").mkdir()


def rename(path: Path) -> None:
    path.rename(path.with_name("renamed.yml"))


def touch(path: Path) -> None:
    os.utime(path)


EDITS: list[tuple[Callable[[Path], None], str]] = [
    (edit, CLAIM),
    (break_it, CLAIM),
    (edit_unseen, EXERCISE),
    (misspell, EXERCISE),
    (replace_by_link, EXERCISE),
    (Path.unlink, CLAIM),
    (Path.unlink, "programs/base.yml"),
    (rename, EXERCISE),
    (add_beside, EXERCISE),
    (add_beside, "programs/base.yml"),
    (add_a_folder, EXERCISE),
    (break_it, "content/glossary.yml"),
    (misspell, "content/glossary.yml"),
    (touch, EXERCISE),
]


@pytest.mark.parametrize(("change", "file"), EDITS)
def test_a_changed_library_is_read_again(
    project: Path, readings: list[Path], change: Callable[[Path], None], file: str
) -> None:
    look(project)
    readings.clear()
    change(project / file)
    assert said(project) == said_without_cache(project)
    assert len(readings) == 2
    if "glossary" not in file:  # without one there is nothing to look at
        assert whole(look(project)) == whole(library_at(project))


def test_a_changed_program_does_not_touch_the_library(project: Path, readings: list[Path]) -> None:
    look(project)
    break_it(project / "programs/base.yml")
    assert "error" in said(project)[0]
    assert readings == [project]


def test_other_code_is_another_library(
    project: Path, readings: list[Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    look(project)
    monkeypatch.setattr(kept, "_code", lambda: (("generator/load/door.py", 1, 2, 3, 4, 5),))
    look(project)
    assert readings == [project, project]


def cut(file: Path) -> None:
    file.write_bytes(file.read_bytes()[:-100])


def empty(file: Path) -> None:
    file.write_bytes(b"")


def flip(file: Path) -> None:
    """One letter of a text other than it was: every other way to read it would go well."""
    written = file.read_bytes()
    assert b"quadriceps" in written
    file.write_bytes(written.replace(b"quadriceps", b"kuadriceps"))


def scribble(file: Path) -> None:
    file.write_text("not a library\n" * 10_000, "utf-8")


def let_others_write(file: Path) -> None:
    file.chmod(0o666)


@pytest.mark.parametrize("harm", [cut, empty, flip, scribble, let_others_write])
def test_a_damaged_cache_is_passed_over_and_made_anew(
    project: Path, readings: list[Path], harm: Callable[[Path], None]
) -> None:
    look(project)
    [file] = files_in_cache(project)
    sound = file.read_bytes()
    harm(file)
    assert said(project) == said_without_cache(project)
    [file] = files_in_cache(project)
    assert file.read_bytes() == sound
    assert file.stat().st_mode & 0o777 == 0o600
    readings.clear()
    look(project)
    assert readings == []


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no pipes in folders")
@pytest.mark.parametrize("odd", [Path.mkdir, os.mkfifo])
def test_what_is_no_file_is_not_opened(project: Path, odd: Callable[[Path], None]) -> None:
    look(project)
    [file] = files_in_cache(project)
    file.unlink()
    odd(file)
    assert said(project) == said_without_cache(project)


def test_a_file_of_somebody_else_is_not_read(
    project: Path, readings: list[Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    look(project)
    stranger = os.getuid() + 1
    monkeypatch.setattr(os, "getuid", lambda: stranger)
    look(project)
    assert readings == [project, project]


class Trap:
    """What a stranger would plant: reading it back would make a folder."""

    def __init__(self, folder: Path) -> None:
        self.folder = str(folder)

    def __reduce__(self) -> tuple[Callable[[str], None], tuple[str]]:
        return os.mkdir, (self.folder,)


DOTTED = b"\x80\x04\x8c\x17generator.model.library\x8c\x0ere.sys.exit\x94\x93)R."


def test_a_planted_cache_runs_nothing(project: Path) -> None:
    look(project)
    [file] = files_in_cache(project)
    stamp = kept.library_stamp(project)
    assert stamp is not None
    sprung = project / "sprung"
    no_number, no_length = (
        b"cfractions\nFraction\n(I1\nI0\ntR.",
        b"\x80\x05\x8e" + b"\xff" * 7 + b"\x7f.",
    )
    listed = pickle.dumps(["no library"])
    for value in (pickle.dumps(Trap(sprung)), DOTTED, listed, no_number, no_length):
        file.write_bytes(stamp.digest + hashlib.sha256(value).digest() + value)
        assert said(project) == said_without_cache(project)
        assert not sprung.exists()


def test_without_a_place_to_write_nothing_is_kept(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    taken = project.parent / "taken"
    taken.write_text("a file, where a folder was hoped for", "utf-8")
    monkeypatch.setenv("XDG_CACHE_HOME", str(taken))
    assert said(project) == said_without_cache(project)
    assert taken.is_file()


def test_nothing_is_kept_inside_the_project(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(project / ".cache"))
    before = sorted(project.rglob("*"))
    assert said(project) == said_without_cache(project)
    assert sorted(project.rglob("*")) == before


def test_nothing_is_kept_where_it_is_switched_off(project: Path) -> None:
    said_without_cache(project)
    assert files_in_cache(project) == []


def test_a_file_that_was_just_saved_is_not_trusted(
    project: Path, readings: list[Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    """A second save might leave all its times as they are."""
    monkeypatch.setattr(kept, "SETTLED", 60_000_000_000)
    look(project)
    kept.kept_library(project)
    assert readings == [project, project]
    assert files_in_cache(project) == []


def test_a_save_while_it_is_read_is_not_missed(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def slow(root: Path) -> LibraryFiles:
        files = library_at(root)
        edit(root / CLAIM)
        return files

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(kept, "library_at", slow)
        look(project)
    assert files_in_cache(project) == []
    assert kept.kept_library(project).library == library_at(project).library


def test_a_library_with_findings_is_not_kept(project: Path) -> None:
    break_it(project / CLAIM)
    assert look(project).findings
    assert files_in_cache(project) == []
