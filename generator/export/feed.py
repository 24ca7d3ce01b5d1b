"""New and changed programs as an Atom feed (RFC 4287).

Dates are those that programs state, so the same programs give the same feed. That, and the lxml
it would bring along, is why no library writes it: the usual one dates a feed by the clock.

Ids are made from the program and the day and do not know where the site lies. Links are whole
addresses where the build knows the site's; else they are relative, and a reader resolves them
against the address it fetched the feed from.
"""

import datetime
import uuid
from collections.abc import Iterator
from dataclasses import dataclass
from xml.etree import ElementTree
from xml.etree.ElementTree import Element, SubElement

from generator.export.api.documents import LICENCE
from generator.export.api.text import plain_text
from generator.imprint import DISCLAIMER, NAME
from generator.model import Program
from generator.model.program import Change
from generator.view.context import Context
from generator.view.route import FEED, PROGRAMS, address_of, page_of
from generator.view.words import date

ATOM = "http://www.w3.org/2005/Atom"
NAMESPACE = uuid.uuid5(uuid.NAMESPACE_URL, "https://four-pillars.invalid/feed")
"""What our ids are made in; it may never change, or readers see everything as new."""
NEVER = datetime.date(1970, 1, 1)
"""The date of a feed with nothing in it, which the format asks for."""


@dataclass(frozen=True)
class News:
    """A program that is new, or a change of one."""

    program: Program
    change: Change
    first: bool

    @property
    def id(self) -> str:
        """The same for ever, wherever the site lies."""
        return uuid.uuid5(NAMESPACE, f"{self.program.id} {self.change.date}").urn

    @property
    def title(self) -> str:
        """What a reader sees in a list."""
        if self.first:
            return self.program.title
        return f"{self.program.title}, changed on {date(self.change.date)}"

    @property
    def summary(self) -> str:
        """What changed; of a new program also what it is."""
        what = (self.change.text, self.program.summary) if self.first else (self.change.text,)
        return "\n\n".join(plain_text(text) for text in what)


def feed(context: Context) -> bytes:
    """The feed as a file."""
    site, news = context.site_url, _news(context)
    root = Element("feed", {"xmlns": ATOM, "xml:lang": "en"})
    _text(root, "title", f"{NAME}: new and changed programs")
    _text(root, "subtitle", f"Leg-training programs with checked rules. {DISCLAIMER}")
    _text(root, "id", uuid.uuid5(NAMESPACE, "feed").urn)
    _text(root, "updated", _instant(news[0].change.date if news else NEVER))
    _link(root, "self", f"{site}{FEED}", "application/atom+xml")
    _link(root, "alternate", f"{site}{address_of(PROGRAMS)}", "text/html")
    _author(root, f"{NAME} contributors")
    _text(root, "rights", f"{LICENCE.name} ({LICENCE.spdx})")
    for item in news:
        root.append(_entry(item, site))
    ElementTree.indent(root, " ")
    text: bytes = ElementTree.tostring(root, encoding="utf-8", xml_declaration=True)
    return text + b"\n"


def _news(context: Context) -> list[News]:
    """Newest first; of one day by title."""

    def all_of_it() -> Iterator[News]:
        for plan in context.plans:
            changes = plan.program.changes
            for change in changes:
                yield News(plan.program, change, first=change is changes[-1])

    return sorted(all_of_it(), key=lambda n: (-n.change.date.toordinal(), n.program.title))


def _entry(news: News, site: str) -> Element:
    entry = Element("entry")
    _text(entry, "title", news.title)
    _text(entry, "id", news.id)
    address = address_of(page_of("program", news.program.id))
    _link(entry, "alternate", f"{site}{address}" + ("" if news.first else "#changes"), "text/html")
    _text(entry, "published", _instant(news.change.date))
    _text(entry, "updated", _instant(news.change.date))
    for author in news.program.authors:
        _author(entry, author.name, author.url)
    SubElement(entry, "category", {"term": news.program.level})
    _text(entry, "summary", news.summary)
    return entry


def _text(parent: Element, name: str, text: str) -> None:
    SubElement(parent, name).text = text


def _link(parent: Element, rel: str, href: str, type_: str) -> None:
    SubElement(parent, "link", {"rel": rel, "type": type_, "href": href})


def _author(parent: Element, name: str, url: str = "") -> None:
    author = SubElement(parent, "author")
    _text(author, "name", name)
    if url:
        _text(author, "uri", url)


def _instant(day: datetime.date) -> str:
    """A day as the format writes it; we know no hour and say midnight."""
    return f"{day.isoformat()}T00:00:00Z"
