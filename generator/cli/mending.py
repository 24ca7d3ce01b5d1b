"""`pillars check --fix`: program files mended where they lie, and what is said about it."""

import os
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from difflib import unified_diff
from pathlib import Path
from typing import TYPE_CHECKING

from generator.fixing import Mended, mended
from generator.model.wording import counted
from generator.report.excerpt import visible
from generator.review import reviewed
from generator.save import save
from generator.source import read

if TYPE_CHECKING:
    from generator.model import Library
    from generator.project import Project
    from generator.review import Review


@dataclass(frozen=True)
class MendedFile:
    """A file on disk and what fixes make of it."""

    path: Path
    name: str
    raw: bytes
    text: str
    result: Mended

    def write(self) -> None:
        """Replace the file, where anything was mended."""
        if self.result.done:
            save(self.path, self.result.text.encode(), self.raw)

    @property
    def diff(self) -> str:
        """What changes, as `git diff` would show it."""
        old, new = (_lines(text) for text in (self.text, self.result.text))
        rows = unified_diff(old, new, f"a/{self.name}", f"b/{self.name}")
        return "".join(row if row.endswith("\n") else f"{row}\n{_NO_END}\n" for row in rows)

    @property
    def told(self) -> str:
        """What was mended and what was left, a line each."""
        done, left = self.result.done, self.result.left
        said = [f"{len(done)} mended in {self.name}"] if done else []
        said += [f"  {f.code}: {f.fix.says}" for f in done if f.fix]
        if left:
            fixes = counted(len(left), "fix", "fixes")
            said.append(f"{fixes} left out in {self.name}: a new problem would come of it")
        said += [f"  {f.code} in line {f.place.line}: {f.fix.says}" for f in left if f.fix]
        return "\n".join(map(visible, said))


_NO_END = "\\ No newline at end of file"


def _lines(text: str) -> list[str]:
    """Lines with their ends, as Git counts them."""
    *rows, last = text.split("\n")
    return [*(f"{row}\n" for row in rows), *([last] if last else [])]


def mended_files(
    project: "Project", files: Sequence[Path], *, unsafe: bool
) -> Iterator[MendedFile]:
    """Those of a project's files for which there is any fix, each with what becomes of it."""
    for path, review in zip(files, project.reviews, strict=False):
        if not any(finding.fix for finding in review.findings) or _leads_out(path, project.root):
            continue
        raw = path.read_bytes()
        try:
            text = raw.decode("utf-8")
        except UnicodeDecodeError:
            continue
        name = review.source.file
        result = mended(text, _look(name, project.library.library), unsafe=unsafe)
        if result.done or result.left:
            yield MendedFile(path, name, raw, text, result)


def _leads_out(path: Path, root: Path) -> bool:
    """Whether a link stands for the file, or takes it out of the project it seems to lie in."""
    inside = Path(os.path.abspath(path)).is_relative_to(root)  # noqa: PTH100 (links are not followed)
    return path.is_symlink() or (inside and not path.resolve().is_relative_to(root.resolve()))


def _look(name: str, library: "Library") -> Callable[[str], "Review"]:
    return lambda text: reviewed(read(text.encode(), name), library)
