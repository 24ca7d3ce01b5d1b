"""The feed of new and changed programs, held against what RFC 4287 asks for."""

import datetime
import re
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from xml.etree import ElementTree
from xml.etree.ElementTree import Element

import pytest
from built_site import Links

from generator.export.feed import ATOM, feed
from generator.export.robots import robots
from generator.model.program import Change
from generator.plan import lay_out
from generator.project import Project
from generator.view.context import Context

SITE = "https://legs.example/site/"
OF_A_FEED = {
    "title", "subtitle", "id", "updated", "link", "author", "rights", "entry",
}  # fmt: skip
OF_AN_ENTRY = {"title", "id", "link", "published", "updated", "author", "category", "summary"}
INSTANT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ")


@pytest.fixture(scope="module")
def context(project: Project) -> Context:
    return Context(project.library.library, project.reviews)


def changed(context: Context) -> Context:
    """The same with one program that was changed since."""
    first, *others = context.reviews
    assert first.plan
    news = Change(datetime.date(2027, 1, 2), "The *squats* rest <3 min> longer & slower.")
    program = replace(first.plan.program, changes=(news, *first.plan.program.changes))
    plan = lay_out(program, context.library)
    return replace(context, reviews=(replace(first, plan=plan), *others))


def read(text: bytes) -> Element:
    """A feed, after it was held against the standard."""
    root = ElementTree.fromstring(text)
    assert root.tag == f"{{{ATOM}}}feed"
    by_the_book(root, OF_A_FEED)
    for entry in entries(root):
        by_the_book(entry, OF_AN_ENTRY)
        assert len(links(entry)) == 1
        assert say(entry, "summary")
    ids = [say(part, "id") for part in (root, *entries(root))]
    assert len(set(ids)) == len(ids)
    assert say(root, "updated") >= max(
        (say(entry, "updated") for entry in entries(root)), default=""
    )
    assert [link.get("rel") for link in links(root)] == ["self", "alternate"]
    return root


def by_the_book(part: Element, known: set[str]) -> None:
    """Sections 4.1.1 and 4.1.2: one title, id and date, an author with a name, nothing unknown."""
    names = [child.tag.removeprefix(f"{{{ATOM}}}") for child in part]
    assert set(names) <= known
    for name in ("title", "id", "updated"):
        assert names.count(name) == 1, name
        assert say(part, name)
    for name in ("updated", "published"):
        assert all(INSTANT.fullmatch(child.text or "") for child in part.iter(f"{{{ATOM}}}{name}"))
    assert re.fullmatch(r"urn:uuid:[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", say(part, "id"))
    authors = part.findall(f"{{{ATOM}}}author")
    assert authors
    assert all(say(author, "name") for author in authors)
    for link in links(part):
        assert link.get("href")
        assert re.fullmatch(r"[a-z]+/[a-z+]+", link.get("type", ""))


def say(part: Element, name: str) -> str:
    return part.findtext(f"{{{ATOM}}}{name}", "")


def entries(root: Element) -> list[Element]:
    return root.findall(f"{{{ATOM}}}entry")


def links(part: Element) -> list[Element]:
    return part.findall(f"{{{ATOM}}}link")


def test_every_program_has_its_entries_with_the_dates_it_states(context: Context) -> None:
    root = read(feed(context))
    said = {(say(entry, "title"), say(entry, "published")[:10]) for entry in entries(root)}
    programs = [plan.program for plan in context.plans]
    assert said == {(p.title, p.changes[-1].date.isoformat()) for p in programs}
    assert all(p.changes[-1].text == "First published." for p in programs)
    assert say(root, "updated") == "2026-11-22T00:00:00Z"


def test_a_change_comes_first_and_leads_to_its_place_on_the_guide(
    context: Context, pages: Mapping[str, Links]
) -> None:
    first, *others = entries(read(feed(changed(context))))
    title = context.plans[0].program.title
    assert say(first, "title") == f"{title}, changed on 2 January 2027"
    assert say(first, "summary") == "The squats rest <3 min> longer & slower."
    [link] = links(first)
    page, _, anchor = (link.get("href") or "").partition("#")
    assert anchor in pages[page].anchors
    assert title in [say(entry, "title") for entry in others]


def test_ids_do_not_depend_on_where_the_site_lies_nor_on_later_changes(context: Context) -> None:
    def ids(context: Context) -> dict[str, str]:
        return {say(e, "title"): say(e, "id") for e in entries(read(feed(context)))}

    here = ids(context)
    assert ids(replace(context, site_url=SITE)) == here
    assert here.items() <= ids(changed(context)).items()
    # readers know them by now
    assert here["Barbell Legs in Two Days"] == "urn:uuid:922a3ab9-5d80-52d2-8069-1bb082fef6cc"


def test_links_are_whole_where_the_site_is_known_and_lead_to_pages_where_not(
    context: Context, site: Path
) -> None:
    known = [
        link.get("href", "")
        for link in read(feed(replace(context, site_url=SITE))).iter(f"{{{ATOM}}}link")
    ]
    relative = [link.get("href", "") for link in read(feed(context)).iter(f"{{{ATOM}}}link")]
    assert known == [SITE + href for href in relative]
    assert all((site / href).exists() for href in relative)


def test_a_site_without_programs_has_a_feed_all_the_same(context: Context) -> None:
    assert entries(read(feed(replace(context, reviews=())))) == []


def test_each_page_leads_to_the_feed(pages: Mapping[str, Links], site: Path) -> None:
    found = re.compile(
        r'<link rel="alternate" type="application/atom\+xml" title="[^"]+" href="([^"]+)"'
    )
    for page in pages:
        if page != "404.html":
            [href] = found.findall((site / page / "index.html").read_text(encoding="utf-8"))
            assert (site / page / href).resolve() == (site / "feed.xml").resolve()


def test_crawlers_are_told_of_the_site_map_where_its_address_is_known(context: Context) -> None:
    assert robots(context) == b"User-agent: *\nAllow: /\n"
    assert (
        robots(replace(context, site_url=SITE)).decode().endswith(f"\nSitemap: {SITE}sitemap.xml\n")
    )
