"""Checking programs of a repository that has no library of its own: ours stands in.

The checker wants programs and library under one roof. So a roof is made, with links into both, and
findings name files as that repository does.
"""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from generator.error import GeneratorError
from generator.project import find_root

OURS = ("content", "mkdocs.yml")


@contextmanager
def project_at(here: Path) -> Iterator[Path]:
    """A project with the files of a folder: the folder itself where it is one."""
    try:
        own = find_root(here)
    except GeneratorError:
        own = None
    if own is not None:
        yield own
        return
    with TemporaryDirectory() as folder:
        roof = Path(folder).resolve()
        _link(_library(), roof, ("content",))
        (roof / "mkdocs.yml").touch()  # a project is known by it; no site is built here
        _link(here, roof, tuple(p.name for p in here.iterdir() if p.name not in OURS))
        yield roof


def _link(source: Path, roof: Path, names: tuple[str, ...]) -> None:
    for name in names:
        path = source / name
        if path.is_dir():
            (roof / name).symlink_to(path, target_is_directory=True)
        elif path.is_file() and not path.is_symlink():
            # a link to a file is refused by the reader, and rightly so
            shutil.copyfile(path, roof / name)


def _library() -> Path:
    """Where our library is: in a clone beside the package, otherwise inside it."""
    package = Path(__file__).parents[1]
    for folder in (package.parent, package / "shipped"):
        if (folder / "content/framework.yml").is_file():
            return folder
    raise GeneratorError("this installation came without its library")
