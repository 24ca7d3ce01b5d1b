"""`pillars check --watch`: what a save has changed, checked again.

The system's word that something happened only wakes us; what has changed is seen from the files
themselves. So one save is one check, however many steps an editor takes for it.
"""

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from threading import Event

import click
from watchdog.events import FileSystemEvent, FileSystemEventHandler
from watchdog.observers import Observer

from generator.load.library import FOLDERS, SINGLE_FILES
from generator.model.wording import counted
from generator.project import program_files, shown_name

OVER = 0.02
"""Seconds without another step after which a save is over."""
LOOK = 1.0
"""Seconds after which we look by ourselves: some network drives tell nobody about a save."""

Seen = dict[Path, tuple[int, ...]]
"""Each file by its whole path, with what changes when it is saved."""
Check = Callable[[tuple[Path, ...]], object]


def check_each_save(root: Path, paths: tuple[Path, ...], check: Check) -> None:
    """Check `paths`, and after each save what it has changed, until the reader presses Ctrl-C.

    A save of a program is about that program, any other about all of them.
    """
    with suppress(KeyboardInterrupt), _saves(root, paths) as saved:
        before = _seen(root, paths)
        programs = counted(len(_programs(root, paths)), "program")
        click.echo(f"Watching {programs} and the library (Ctrl-C to stop)", err=True)
        _run(check, paths)
        while True:
            if _seen(root, paths) == before:
                saved.wait(LOOK)
            while saved.is_set():
                saved.clear()
                saved.wait(OVER)
            now = _seen(root, paths)
            if now != before:
                _check_changes(root, paths, before, now, check)
                before = now


def _check_changes(
    root: Path, paths: tuple[Path, ...], before: Seen, now: Seen, check: Check
) -> None:
    """Say what has changed, and check what it is about."""
    changed = {path for path in now if now[path] != before.get(path)}
    removed = before.keys() - now.keys()
    said = [f"{shown_name(path, root)} changed" for path in sorted(changed)]
    said += [f"{shown_name(path, root)} removed" for path in sorted(removed)]
    click.echo(f"\n--- {', '.join(said)}", err=True)
    # the names of programs are a part of the library, since programs link one another
    named = before.keys() ^ now.keys()
    if named or any(path.is_relative_to(root / "content") for path in changed):
        left = tuple(path for path in paths if path.exists())
        if left or not paths:
            _run(check, left)
    elif programs := _programs(root, paths):
        _run(check, tuple(written for path, written in programs.items() if path in changed))


def _run(check: Check, paths: tuple[Path, ...]) -> None:
    """A check that leaves with a number whenever it is over, and we stay."""
    with suppress(SystemExit):
        check(paths)


def _programs(root: Path, paths: tuple[Path, ...]) -> dict[Path, Path]:
    """The programs to check by their whole path, each as it was asked for."""
    found: dict[Path, Path] = {}
    for path in paths or (root / "programs",):
        inside: list[Path] = []
        with suppress(OSError):  # nothing is there just now
            inside = program_files(path) if path.is_dir() else [path]
        found |= {_whole(file): file for file in inside}
    return {path: file for path, file in found.items() if not path.is_relative_to(root / "content")}


def _seen(root: Path, paths: tuple[Path, ...]) -> Seen:
    """All files that a check looks at; of programs that nobody asked for only the names."""
    seen: Seen = dict.fromkeys((root / "programs").glob("*.yml"), ())
    library = [root / f"content/{name}.yml" for name in SINGLE_FILES]
    for folder in FOLDERS.values():
        with suppress(OSError):
            library += (root / folder).iterdir()
    for path in (*library, *_programs(root, paths)):
        with suppress(OSError):
            status = path.lstat()
            seen[path] = status.st_mtime_ns, status.st_ctime_ns, status.st_size, status.st_ino
    return seen


def _whole(path: Path) -> Path:
    return Path(os.path.abspath(path))  # noqa: PTH100 (resolve() would follow links)


@contextmanager
def _saves(root: Path, paths: tuple[Path, ...]) -> Iterator[Event]:
    """Set whenever something happens to a file near those that are watched."""
    saved = Event()

    class Waker(FileSystemEventHandler):
        def on_any_event(self, event: FileSystemEvent) -> None:
            if event.event_type not in ("opened", "closed_no_write"):  # our own reading
                saved.set()

    observer = Observer()
    folders = {root / "programs", *(_whole(p) if p.is_dir() else _whole(p).parent for p in paths)}
    try:
        with suppress(OSError):  # out of watches; then we look by ourselves
            observer.schedule(Waker(), str(root / "content"), recursive=True)
            for folder in sorted(folders - {root / "content"}):
                observer.schedule(Waker(), str(folder))
            observer.start()
        yield saved
    finally:
        if observer.is_alive():
            observer.stop()
            observer.join()
