"""A project on disk: its programs and library, reviewed together and made into pages."""

import os
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING

from generator.error import GeneratorError
from generator.finding import Finding, in_order
from generator.kept_library import kept_library
from generator.load import LibraryFiles
from generator.model import Library
from generator.review import Review, review_all
from generator.source import Source

if TYPE_CHECKING:
    from generator.site import Changes


@dataclass(frozen=True)
class Project:
    """Everything that was read, and what is wrong with it."""

    root: Path
    library: LibraryFiles
    reviews: tuple[Review, ...]

    @property
    def findings(self) -> tuple[Finding, ...]:
        """All findings about the library and the programs."""
        return in_order(
            [*self.library.findings, *(f for review in self.reviews for f in review.findings)]
        )

    @property
    def publishable(self) -> bool:
        """Whether no open error stands in the way of the site."""
        return not any(f.blocks for f in self.findings)

    def source(self, file: str) -> Source:
        """The file a finding is about."""
        sources = chain((review.source for review in self.reviews), self.library.sources.values())
        return next((s for s in sources if s.file == file), Source(file, "", None))

    def pages(self, drafts: bool = False, offline: bool = True) -> dict[str, bytes]:
        """Every page of the site as a Markdown file, without programs that cannot be published.

        With `drafts`, such a program has a page that shows its findings. Without `offline`,
        browsers keep nothing for want of a network.
        """
        if self.library.findings:
            raise GeneratorError(f"no pages: {located(self.library.findings[0])}")
        from generator.export.assets import asset_files
        from generator.export.files import files
        from generator.export.search_index import NAME, search_index
        from generator.export.worker import with_worker
        from generator.render.draft import draft
        from generator.render.handwritten import written_files
        from generator.render.pages import pages
        from generator.view.context import Context

        reviews = tuple(review for review in self.reviews if review.publishable)
        repo_url = os.environ.get("REPO_URL", "").rstrip("/")
        site_url = os.environ.get("SITE_URL", "").rstrip("/")
        site_url = f"{site_url}/" if site_url else ""
        written = written_files(self.root)
        context = Context(self.library.library, reviews, repo_url, written, site_url)
        made = pages(context)
        assets = asset_files(self.root, {NAME: search_index(context, made)}, offline=offline)
        if drafts:
            made += tuple(draft(review) for review in self.reviews if not review.publishable)
        found = {
            **{page.path: page.text.encode() for page in made},
            **files(context),
            **assets,
        }
        return with_worker(found, self.root, offline=offline)

    def page_changes(self, drafts: bool = False, offline: bool = True) -> "Changes":
        """What has to be written to `build/docs`."""
        from generator.site import DOCS, changes

        return changes(self.root / DOCS, self.pages(drafts, offline))


def sound_library(root: Path) -> Library:
    """The library of a project, or trouble of ours when anything in it is wrong."""
    files = kept_library(root)
    if files.findings:
        raise GeneratorError(located(files.findings[0]))
    return files.library


def located(finding: Finding) -> str:
    """A finding in half a line, for trouble of ours."""
    return f"{finding.file}:{finding.place.line}: {finding.message}"


def find_root(start: Path) -> Path:
    """The project a folder lies in."""
    for folder in (start, *start.parents):
        if (folder / "content/framework.yml").is_file() and (folder / "mkdocs.yml").is_file():
            return folder
    raise GeneratorError(f"{start} is not inside a project: no content/framework.yml here or above")


def program_files(folder: Path) -> list[Path]:
    """Every file in a folder of programs, whether it can be read or not."""
    return sorted(path for path in folder.iterdir() if not path.name.startswith("."))


def open_project(
    root: Path, paths: Iterable[Path] | None = None, library: LibraryFiles | None = None
) -> Project:
    """Read and review a project; `paths` narrows it to some program files.

    Programs are only looked at when the library they stand on is sound. Somebody who has read
    the `library` already can hand it over.
    """
    library = library or kept_library(root)
    wanted = program_files(root / "programs") if paths is None else list(paths)
    if library.findings:
        wanted = []  # they would get findings that are not theirs
    names = {path: shown_name(path, root) for path in wanted}
    reviews = tuple(review_all(wanted, library.library, names))
    return Project(root, library, reviews)


def shown_name(path: Path, root: Path) -> str:
    """A file's name as messages print it: from the project's root where it lies inside.

    Bytes that are no text come out as question marks, so that every format can be written.
    """
    absolute = Path(os.path.abspath(path))  # noqa: PTH100 (resolve() stumbles over links to themselves)
    inside = absolute.is_relative_to(root)
    name = absolute.relative_to(root).as_posix() if inside else path.as_posix()
    return name.encode("utf-8", "replace").decode()
