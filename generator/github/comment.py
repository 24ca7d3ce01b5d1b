"""The one comment on a pull request: the verdict first, what happens next last."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from pathlib import PurePosixPath

from generator.finding import Severity
from generator.github.api import quoted
from generator.github.pull_request import Changed, PullRequest, Run
from generator.github.said import Found, Program, Said
from generator.model.wording import counted, joined
from generator.report.markdown_report import code, escaped
from generator.view.route import address_of, page_of

NAME = "pull request"
"""The comment's marker."""
SENTENCES = 30
"""Of one program; what follows is counted."""
PROGRAMS = 10
FINDINGS = 20
PAGES = 20
PREVIEW = "preview"
"""The folder of the site that previews lie in."""
PAGE_OF = {
    "programs": "program",
    "content/exercises": "exercise",
    "content/evidence/claims": "claim",
    "content/evidence/sources": "source",
}
"""What the files of a folder are about, and so have a page for."""
READ = ("programs/", "content/", "docs/", "README", "CONTRIBUTING", "LICENSE")
"""What the check reads and does not run; all else could make it say anything."""
SIGNS = {Severity.ERROR: "❌ error", Severity.WARNING: "⚠️ warning", Severity.NOTE: "note"}


@dataclass(frozen=True)
class Story:
    """Everything the comment tells."""

    pull: PullRequest
    run: Run
    found: Found | None
    programs: tuple[Program, ...]
    files: tuple[Changed, ...]
    """From the API, and so not the author's to invent."""
    site: str
    """Address of the published site, with a slash at its end; empty without previews."""
    repository: str
    """Address of the repository."""


def comment(story: Story) -> str:
    """The whole comment."""
    parts = [
        f"**{_verdict(story)}**\n\n{_about(story)}",
        _section("What changed", _changes(story.programs)),
        _section("Findings new in this pull request", _findings(story)),
        _section("Fixes we can make for you", _fixes(story)),
        _section("Look at it", _pages(story)),
        _section("What happens next", [_next(story)]),
    ]
    return "\n\n".join(part for part in parts if part) + "\n"


def _section(title: str, lines: Iterator[str] | list[str]) -> str:
    body = "\n".join(lines).strip()
    return f"### {title}\n\n{body}" if body else ""


def _passed(story: Story) -> bool:
    return story.run.conclusion == "success"


def _verdict(story: Story) -> str:
    if story.found is None:
        return "⚠️ The check did not finish, so there is nothing to say about the programs yet."
    errors = [f for f in story.found.all if f.open and f.severity is Severity.ERROR]
    if errors:
        known = set(story.found.new)
        new = sum(1 for f in errors if f in known)
        old = "" if new == len(errors) else f", {new} of them new here"
        return f"❌ {counted(len(errors), 'error')} to mend first{old}."
    if not _passed(story):
        return "❌ The programs are fine, but another step of the check failed."
    talked_about = len(story.found.shown)
    if talked_about:
        return f"✅ Nothing stands in the way. {counted(talked_about, 'warning')} to talk about."
    return "✅ Nothing stands in the way."


def _about(story: Story) -> str:
    commit, page = story.run.commit, story.run.page
    about = f"For commit `{commit[:10]}`. [The whole check]({page}), with annotations and files."
    if any(not file.path.startswith(READ) for file in story.files):
        about += (
            " This pull request also changes what the check itself runs, so a reviewer judges by "
            "the changes and not by this comment alone."
        )
    return about


def _changes(programs: tuple[Program, ...]) -> Iterator[str]:
    changed = [program for program in programs if program.sentences]
    for program in changed[:PROGRAMS]:
        yield f"{code(program.file)}\n"
        yield from (f"- {told(sentence)}" for sentence in program.sentences[:SENTENCES])
        if len(program.sentences) > SENTENCES:
            yield f"- and {len(program.sentences) - SENTENCES} more"
        yield ""
    if len(changed) > PROGRAMS:
        yield f"And {len(changed) - PROGRAMS} more programs."


def _findings(story: Story) -> Iterator[str]:
    if story.found is None:
        return
    shown = story.found.shown
    for finding in shown[:FINDINGS]:
        yield _finding(finding, story)
    if len(shown) > FINDINGS:
        yield f"- and {len(shown) - FINDINGS} more"
    if story.found.mended:
        yield f"\nThis pull request mends {counted(story.found.mended, 'finding')}. Thank you."


def _finding(finding: Said, story: Story) -> str:
    here = next((file for file in story.files if file.path == finding.file), None)
    where = f"{code(finding.file)}, line {finding.line}"
    if here is not None and not here.gone:
        path = _url(finding.file)
        where = (
            f"[{where}]({story.repository}/blob/{story.run.commit}/{path}?plain=1#L{finding.line})"
        )
    title = escaped(f"{finding.code} {finding.name}".strip())
    said = f"- {SIGNS[finding.severity]}, {where}: **{title}**. {told(finding.message)}."
    return f"{said}  \n  {told(finding.hint)}" if finding.hint else said


def told(text: str) -> str:
    """A sentence of the checker, or what claims to be one; what it marks as code stays code."""
    parts = re.split(r"`([^`]*[^`\s][^`]*)`", text)
    for n in range(2, len(parts) - 1, 2):
        # two pieces of code that touch are one for Markdown, and what follows them is none
        parts[n] = parts[n] or " "
    whole = "".join(code(part) if n % 2 else _spaced(part) for n, part in enumerate(parts))
    return _STARTS.sub(r"\1\\\2", whole)


_STARTS = re.compile(r"^(\d*)([-+=:]|(?<=\d)[.)])(?=[-=:\s]|$)")
"""What makes a list, a heading or a table of the line it starts."""


def _spaced(text: str) -> str:
    """Escaped, with the space that joins it to the code beside it."""
    before, after = text[:1].isspace() * " ", text[-1:].isspace() * " "
    # a backtick that marks nothing would still count when Markdown pairs the others
    marked = text.replace("`", "'")
    return f"{before}{escaped(marked)}{after}" if text.strip() else before


def _url(path: str) -> str:
    return "/".join(quoted(part) for part in path.split("/"))


def _fixes(story: Story) -> Iterator[str]:
    fixable = [f for f in story.found.shown if f.fix] if story.found else []
    safe = [f for f in fixable if f.safe]
    if safe:
        files = joined(sorted({code(f.file) for f in safe}))
        yield (
            f"`pillars check --fix` mends {counted(len(safe), 'finding')} in {files} without "
            "changing what you meant."
        )
    unsure = len(fixable) - len(safe)
    if unsure:
        yield f"{counted(unsure, 'more fix', 'more fixes')} should be read before taken."


def _pages(story: Story) -> Iterator[str]:
    pages = preview_pages(story.files)
    if story.site and pages and _passed(story):
        start = f"{story.site}{PREVIEW}/{story.pull.number}/"
        for file, address in islice(pages.items(), PAGES):
            yield f"- [{code(file)}]({start}{address})"
        if len(pages) > PAGES:
            yield f"- and {len(pages) - PAGES} more, from [the start page]({start})"
        yield (
            "\nThe preview follows a few minutes after this comment. It shows your programs and "
            "your evidence, made by the code of the main branch.\n"
        )
    if _passed(story):
        yield (
            f"The site as your branch builds it lies in the files of [the check]({story.run.page})."
        )


def preview_pages(files: tuple[Changed, ...]) -> dict[str, str]:
    """The pages that changed files have, by file."""
    found = {}
    for file in files:
        path = PurePosixPath(file.path)
        kind = PAGE_OF.get(path.parent.as_posix())
        if kind and path.suffix == ".yml" and path.stem.isascii() and not file.gone:
            found[file.path] = _url(address_of(page_of(kind, path.stem)))
    return found


def _next(story: Story) -> str:
    if story.pull.draft:
        return "This is a draft. Press “Ready for review” when you want somebody to look at it."
    if story.found is None or not _passed(story):
        return (
            f"It is your turn, {code(story.pull.author)}. Each push runs the check again and this "
            "comment says the new result. If a finding makes no sense to you, ask here: then its "
            "wording is our mistake."
        )
    return "It is our turn: a maintainer reads it next. Nothing more is needed from you until then."
