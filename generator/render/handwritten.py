"""Markdown that we write ourselves: pages under `content/pages` and the docstrings of rules.

It is trusted, so it may use all of Markdown; links such as `[words](claim:id)` find their page.
"""

import re
from collections.abc import Mapping
from pathlib import Path

from generator.error import GeneratorError
from generator.model.vocabulary import LINKED
from generator.view.page import Markdown, Page, Section
from generator.view.prose import without_markup
from generator.view.route import Links

_FENCED_OR_LINK = re.compile(
    r"^(?P<fence>`{3,}).*?^(?P=fence)$"
    rf"|\]\((?P<kind>{'|'.join((*LINKED, 'page'))}):(?P<id>[A-Za-z0-9/.#-]+)\)",
    re.MULTILINE | re.DOTALL,
)


def linked(text: str, links: Links, origin: str) -> str:
    """The text with our links pointing at files; code between fences is left alone."""

    def target(found: re.Match[str]) -> str:
        if found["fence"]:
            return found[0]
        try:
            return f"]({links.file(found['kind'], found['id'])})"
        except KeyError:
            raise GeneratorError(f"{origin}: there is no {found['kind']} `{found['id']}`") from None

    return _FENCED_OR_LINK.sub(target, text)


def written_files(root: Path) -> dict[str, str]:
    """The pages people wrote below `content/pages`, by the file they become."""
    folder = root / "content/pages"
    return {
        path.relative_to(folder).as_posix(): path.read_text(encoding="utf-8")
        for path in sorted(folder.rglob("*.md"))
        if not path.is_symlink()
    }


def written_pages(files: Mapping[str, str]) -> tuple[Page, ...]:
    """Hand-written files as pages.

    The first line is `# Title` and the first paragraph describes the page.
    """
    return tuple(_page(path, text) for path, text in sorted(files.items()))


def _page(path: str, text: str) -> Page:
    found = re.fullmatch(r"# (?P<title>[^\n]+)\n+(?P<body>.*)", text, re.DOTALL)
    if found is None:
        raise GeneratorError(f"content/pages/{path}: the first line has to be `# Title`")
    body = found["body"]
    description = re.sub(r"\s+", " ", without_markup(re.split(r"\n\s*\n", body)[0]))
    words = linked(body, Links(path), f"content/pages/{path}")
    return Page(path, found["title"], description, (Section((Markdown(words),)),))
