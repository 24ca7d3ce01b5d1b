"""The glossary, and the words a page uses, explained in a small fold on that page."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import cache
from html import unescape

from markupsafe import Markup

from generator.model import Library, Word
from generator.model.text import place
from generator.render.library_parts import anchor, claim_links, made_from, section
from generator.render.templates import component
from generator.view.context import Context
from generator.view.glossary import meaning
from generator.view.page import Html, Markdown, Page, Section
from generator.view.prose import inline_html, without_markup
from generator.view.route import COUNTING, FRAMEWORK, GLOSSARY, Links
from generator.view.words import joined, sentence


@dataclass(frozen=True)
class Definition:
    """A term, what it means and the claims about it.

    No verdict stands beside a term: it would look as if the term were refuted.
    """

    id: str
    term: str
    meaning: Markup
    claims: tuple[Markup, ...]
    more: Markup | str = ""
    """Other words for it, and where more is said."""


def definitions(items: Iterable[Definition]) -> Html:
    """Terms and their meanings, one below the other."""
    return component("library/definitions.html", items=tuple(items))


def glossary_page(context: Context) -> Page:
    """Every word of the trade, in groups."""
    links = Links(GLOSSARY)
    about = (
        "Each word is defined here once, and a page that uses it repeats the definition under "
        f"“Words on this page”. [How we count]({links.file('page', COUNTING)}) has the counting "
        f"rules in full, and [the framework]({links.file('page', FRAMEWORK)}) says what they are "
        "for. A claim below a word is about what the word stands for in a program; its page has "
        "the verdict."
    )
    return Page(
        GLOSSARY,
        "Glossary",
        "The words of leg training as this site uses them: sets, loads, effort, counting, checks "
        "and evidence.",
        (
            Section((Markdown(about),)),
            *(
                section(
                    group.name,
                    group.id,
                    definitions(_definition(word, context.library, links) for word in group.words),
                )
                for group in context.library.glossary.groups
            ),
            Section((made_from("content/glossary.yml", context),)),
        ),
    )


def _definition(word: Word, library: Library, links: Links) -> Definition:
    more = [Markup("Also: {}.").format(joined(word.names))] if word.names else []
    if word.counting:
        more.append(anchor(links.url("counting", word.counting), "How we count it"))
    return Definition(
        place(word.term),
        word.term,
        Markup(inline_html(meaning(word, library), links)),
        claim_links(word.claims, library, links),
        Markup(" ").join(more),
    )


def with_words(page: Page, library: Library) -> Page:
    """The page with its words explained before its first heading; as it is if it has none."""
    links = Links(page.path)
    words = [
        (
            anchor(links.url("word", word.term), word.term),
            Markup(inline_html(meaning(word, library), links)),
        )
        for word in words_of(_text(page), library)
    ]
    if not words:
        return page
    first, *others = page.sections
    fold = component("library/words.html", words=words)
    return replace(page, sections=(replace(first, body=(*first.body, fold)), *others))


def words_of(text: str, library: Library) -> tuple[Word, ...]:
    """The words that occur in a text, without those it explains itself."""
    lower = text.lower()
    return tuple(
        word
        for word in library.glossary.words
        if not word.everyday
        and _occurs(word, text, lower)
        and without_markup(sentence(meaning(word, library))) not in text
    )


def _occurs(word: Word, text: str, lower: str) -> bool:
    if word.pattern:
        return _pattern(word).search(text) is not None
    # looking for the bare words first saves nine searches out of ten
    likely = any(name.lower() in lower for name in (word.term, *word.names))
    return likely and _pattern(word).search(text) is not None


@cache
def _pattern(word: Word) -> re.Pattern[str]:
    """How a word stands in a text: alone, in its plural, and abbreviations as they are written."""
    if word.pattern:
        return re.compile(word.pattern)
    names = [
        re.escape(name) if name[1:] != name[1:].lower() else f"(?i:{re.escape(name)})"
        for name in (word.term, *word.names)
    ]
    return re.compile(rf"(?<![\w-])(?:{'|'.join(names)})s?(?!\w)")


_ADDRESS = re.compile(r"\]\([^()]*\)|<[^>]*>")


def _text(page: Page) -> str:
    """The words of a page, without tags and addresses."""
    # a list of publications has initials in it that look like abbreviations
    bodies = [item.body for item in page.sections if item.id != "references"]
    parts = [part.text for body in bodies for part in body]
    text = _ADDRESS.sub(" ", "\n".join([*(item.heading for item in page.sections), *parts]))
    return " ".join(unescape(text).split())
