"""A page is data before it is text: front matter, a title and sections.

Prose in a section is Markdown; components are finished HTML that a Markdown engine passes
through untouched. One writer prints both for any engine.
"""

import json
import re
from dataclasses import dataclass, field
from html import escape

from generator.view.prose import escaped


@dataclass(frozen=True)
class Markdown:
    """Words for the Markdown engine, already safe."""

    text: str


@dataclass(frozen=True)
class Html:
    """A finished component: one block element."""

    text: str


Part = Markdown | Html


@dataclass(frozen=True)
class Section:
    """A stretch of a page under one heading."""

    body: tuple[Part, ...]
    heading: str = ""
    """Safe Markdown; empty for what stands before the first heading."""
    level: int = 2
    id: str = ""


@dataclass(frozen=True)
class Page:
    """One page of the site."""

    path: str
    """Its file below `build/docs`, such as `programs/x.md`."""
    title: str
    """Plain text."""
    description: str
    """One plain sentence for search engines and link previews."""
    sections: tuple[Section, ...]
    front_matter: dict[str, object] = field(default_factory=dict)
    """Further front matter, such as `hide` or `search`."""

    @property
    def text(self) -> str:
        """The page as a Markdown file."""
        # the theme prints these two into its HTML as they are
        meta = {
            "title": in_html(self.title),
            "description": in_html(self.description),
            **self.front_matter,
        }
        # JSON is YAML, and needs no guessing about quotes
        lines = [f"{key}: {json.dumps(value, ensure_ascii=False)}" for key, value in meta.items()]
        out = ["---", *lines, "---", "", f"# {escaped(' '.join(self.title.split()))}", ""]
        for section in self.sections:
            if section.heading:
                anchor = f" {{ #{section.id} }}" if section.id else ""
                out += [f"{'#' * section.level} {section.heading}{anchor}", ""]
            for part in section.body:
                out += [_unbroken(part.text) if isinstance(part, Html) else part.text.strip(), ""]
        return _bound("\n".join(out).rstrip()) + "\n"


def in_html(text: str) -> str:
    """Text that stays text in an element and in a quoted attribute."""
    return escape(text, quote=False).replace('"', "&quot;")


_CODE = re.compile(
    r"^(`{3,}).*?^\1|<(code|pre|script)\b.*?</\2>|`[^`\n]*`", re.DOTALL | re.MULTILINE
)


def _bound(text: str) -> str:
    """`5-10 %` held on one line, but for code that somebody may copy and data."""

    def held(words: str) -> str:
        return _RANGE.sub("\\1\u2011", _PERCENT.sub("\u00a0", words))

    out, at = [], 0
    for code in _CODE.finditer(text):
        out += [held(text[at : code.start()]), code[0]]
        at = code.end()
    return "".join([*out, held(text[at:])])


_PERCENT = re.compile(r"(?<=\d) (?=%)")
_RANGE = re.compile(r"((?<=[ (>\u201c])\d{1,3}(?:\.\d)?)-(?=\d{1,3}(?:\.\d+)?(?![\d-]))")
"""A range of two numbers in running text; not a tempo, a date, or the pages of a journal."""


def _unbroken(html: str) -> str:
    """HTML without empty lines or indents, which would end the block for some engines."""
    return "\n".join(line.strip() for line in html.splitlines() if line.strip())
