"""A project's library as the server keeps it: read once, and again when a file of it changes."""

import re
from dataclasses import dataclass, field
from pathlib import Path

from generator.error import GeneratorError
from generator.kept_library import Stamp, kept_library, library_stamp
from generator.load import LibraryFiles, badly_named
from generator.model import Library
from generator.project import find_root
from generator.review import Review, reviewed
from generator.source import Source, read

_MODELINE = re.compile(r"^#\s*yaml-language-server:\s*\$schema=\S*program\.schema\.json\s*$")
_HEAD = 5
"""The lines among which the line that names the schema is looked for."""


def project_of(path: Path) -> Path | None:
    """The project a file lies in."""
    try:
        return find_root(path.parent)
    except GeneratorError:
        return None


def is_program(path: Path, root: Path, text: str) -> bool:
    """Whether a file is a program: it lies in `programs/`, or names the schema at its top."""
    head = text.removeprefix("\ufeff").split("\n")[:_HEAD]
    return path.parent == root / "programs" or any(_MODELINE.match(row.rstrip()) for row in head)


def review_of(path: Path, root: Path, text: str, library: Library) -> Review:
    """What the checker says of a text that stands in an editor under a file's name."""
    name = path.relative_to(root).as_posix() if path.is_relative_to(root) else path.as_posix()
    misnamed = badly_named(path, name)
    if misnamed:
        return Review(Source(name, "", None), None, (misnamed,))
    return reviewed(read(text.encode("utf-8", "surrogatepass"), name), library)


@dataclass
class Shelf:
    """The library of one project. One thread looks at it at a time."""

    root: Path
    files: LibraryFiles | None = None
    """As last read; nothing where the framework itself cannot be read."""
    trouble: str = ""
    """Why it could not be read the last time."""
    sound: Library | None = None
    """The last library without findings; programs are reviewed with it."""
    readings: int = 0
    """How often it was read."""
    _stamp: Stamp | None = field(default=None, repr=False)

    def look(self) -> None:
        """Read the library if it was not read yet, or a file of it changed."""
        stamp = library_stamp(self.root)
        if self.readings and stamp == self._stamp:
            return
        self._stamp = stamp
        try:
            self.files, self.trouble = kept_library(self.root), ""
        except (GeneratorError, OSError) as error:
            self.files, self.trouble = None, str(error)
        if self.files and not self.files.findings:
            self.sound = self.files.library
        self.readings += 1
