"""Words people wrote, made safe for a page.

Contributors may emphasise, mark code and link: `*so*`, `**so**`, `` `so` `` and
`[words](claim:id)` or `[words](https://…)`. Everything else is text: HTML, Markdown blocks
and attribute lists come out as the characters they are.
"""

import re
from collections.abc import Iterator
from html import escape

from generator.model.text import is_web_address
from generator.model.vocabulary import LINKED
from generator.view.route import Links

_INLINE = re.compile(
    r"`(?P<code>[^`\n]+)`"
    r"|\*\*(?P<strong>[^*\s][^*]*?)\*\*"
    r"|(?<![\w*])\*(?P<em>[^*\s][^*]*?)\*(?![\w*])"
    r"|\[(?P<words>[^\[\]]+)\]\((?P<target>[^()\s]+)\)"
)
_OURS = re.compile(rf"({'|'.join(LINKED)}):([A-Za-z0-9-]+)")


def _pieces(text: str) -> Iterator[tuple[str, str, str]]:
    """Kind, words and target of each stretch of a paragraph."""
    at = 0
    for found in _INLINE.finditer(text):
        target = found["target"] or ""
        if target and not _OURS.fullmatch(target) and not is_web_address(target):
            continue
        yield "text", text[at : found.start()], ""
        kind = found.lastgroup or "text"
        if kind == "target":
            yield "link", found["words"], target
        else:
            yield kind, found[kind], ""
        at = found.end()
    yield "text", text[at:], ""


def inline_html(text: str, links: Links) -> str:
    """One paragraph's words as HTML."""
    out = []
    for kind, words, target in _pieces(" ".join(text.split())):
        safe = escape(words)
        if kind == "link":
            ours = _OURS.fullmatch(target)
            href = links.url(ours[1], ours[2]) if ours else target
            out.append(f'<a href="{escape(href)}">{safe}</a>')
        elif kind == "text":
            out.append(safe)
        else:
            out.append(f"<{kind}>{safe}</{kind}>")
    return "".join(out)


def paragraphs(text: str) -> list[str]:
    """The paragraphs of a text.

    Folded YAML text (`>-`) has one line break where its author left a line empty.
    """
    return [part for part in re.split(r"\s*\n\s*", text.strip()) if part]


def html(text: str, links: Links) -> str:
    """A text as HTML paragraphs."""
    return "".join(f"<p>{inline_html(part, links)}</p>" for part in paragraphs(text))


def escaped(text: str) -> str:
    """Text in which no character means anything to a Markdown engine."""
    # `:name:` is an emoji, and an exclamation mark before a link makes it a picture
    special = r"[\\`*_{}\[\]#|~^=$]|:(?=[\w+-]+:)|!\Z"
    return re.sub(special, lambda m: f"&#{ord(m[0])};", escape(text, quote=False))


def inline_markdown(text: str, links: Links) -> str:
    """One paragraph's words as Markdown that any engine reads the same way."""
    out = []
    for kind, words, target in _pieces(" ".join(text.split())):
        if kind == "link":
            ours = _OURS.fullmatch(target)
            href = links.file(ours[1], ours[2]) if ours else target
            out.append(f"[{escaped(words)}](<{href.replace('>', '%3E').replace('<', '%3C')}>)")
        elif kind == "code":
            out.append(f"<code>{escaped(words)}</code>")
        elif kind == "text":
            out.append(escaped(words))
        else:
            out.append(f"<{kind}>{escaped(words)}</{kind}>")
    text = "".join(out)
    # a paragraph never starts as a list, a rule, a definition or a box
    return re.sub(r"^(\s*)([-+:!?/]|\d+[.)])", lambda m: m[1] + _entity(m[2]), text)


def _entity(marker: str) -> str:
    return marker[:-1] + f"&#{ord(marker[-1])};"


def markdown(text: str, links: Links) -> str:
    """A text as Markdown paragraphs."""
    return "\n\n".join(inline_markdown(part, links) for part in paragraphs(text))


def without_markup(text: str) -> str:
    """The plain words, for titles, descriptions and search."""
    return "".join(words for _, words, _ in _pieces(" ".join(text.split())))


def cited(text: str, kind: str) -> tuple[str, ...]:
    """Ids of what a text links to, such as the claims it cites, in order and once."""
    found = (_OURS.fullmatch(target) for _, _, target in _pieces(text) if target)
    return tuple(dict.fromkeys(ours[2] for ours in found if ours and ours[1] == kind))
