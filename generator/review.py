"""One program reviewed: read, laid out and checked against every rule."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from generator.finding import Finding
from generator.load import LibraryFiles, badly_named, load_library, program_in
from generator.model import Library
from generator.plan import Plan, lay_out
from generator.rule import all_rules, deviable, run
from generator.source import Source, read_file


@dataclass(frozen=True)
class Review:
    """What we know about one file."""

    source: Source
    plan: Plan | None
    """`None` when the file could not be laid out."""
    findings: tuple[Finding, ...]

    @property
    def publishable(self) -> bool:
        """Whether nothing stands in the way of a guide: a plan, and no open error."""
        return self.plan is not None and not any(f.blocks for f in self.findings)


def library_at(root: Path) -> LibraryFiles:
    """The library of a project."""
    return load_library(root, deviable(), {rule.code: rule.page for rule in all_rules()})


def review(path: Path, library: Library, file: str | None = None) -> Review:
    """Read, lay out and check one program file."""
    return reviewed(read_file(path, file), library)


def reviewed(source: Source, library: Library) -> Review:
    """Lay out and check a program that was read already, from a file or from anywhere else."""
    program, findings = program_in(source, library, deviable())
    if program is None:
        return Review(source, None, findings)
    plan = lay_out(program, library)
    return Review(source, plan, run(plan, source))


def review_all(
    paths: Iterable[Path], library: Library, names: Mapping[Path, str]
) -> Iterator[Review]:
    """Review each file; a file that nothing would read is a finding of its own."""
    for path in paths:
        name = names.get(path, path.as_posix())
        misnamed = badly_named(path, name)
        if misnamed:
            yield Review(Source(name, "", None), None, (misnamed,))
        else:
            yield review(path, library, name)
