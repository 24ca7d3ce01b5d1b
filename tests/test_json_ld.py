"""What pages say of themselves to search engines, held against the pages."""

import json
import os
import re
import subprocess
import sys
from collections.abc import Mapping
from html import unescape
from pathlib import Path
from posixpath import join, normpath
from typing import Any
from xml.etree import ElementTree

import pytest
from built_site import Links

from generator.project import Project
from generator.render.handwritten import written_files
from generator.render.pages import pages as all_pages
from generator.view.context import Context
from generator.view.inert import inert
from generator.view.page import Html, Page

Node = Mapping[str, Any]
SCRIPT = re.compile(r'<script type="application/ld\+json">(.*?)</script>', re.DOTALL)
HEADING = re.compile(r"<h1[^>]*>(.*?)<a|<h1[^>]*>(.*?)</h1>", re.DOTALL)
REQUIRED = {
    "ExercisePlan": {
        "name", "description", "url", "license", "author", "exerciseType", "activityDuration",
        "activityFrequency", "repetitions", "intensity", "restPeriods", "workload",
        "datePublished", "dateModified",
    },
    "FAQPage": {"mainEntity"},
    "BreadcrumbList": {"itemListElement"},
    "Article": {"headline", "description", "url", "license"},
    "CollectionPage": {"name", "description", "url"},
    "WebSite": {"name", "url", "description"},
    "DefinedTermSet": {"name", "hasDefinedTerm"},
    "Dataset": {"name", "description", "license", "creator", "distribution"},
}  # fmt: skip


def words(html: str) -> str:
    """The words of a piece of a page."""
    return " ".join(
        unescape(re.sub(r"<[^>]+>", "", html)).replace("\u2011", "-").replace("\xa0", " ").split()
    )


@pytest.fixture(scope="module")
def said(pages: Mapping[str, Links], site: Path) -> dict[str, tuple[str, dict[str, Node]]]:
    """Each page but the one for wrong addresses: its text, and its nodes by type."""
    found = {}
    for page in pages:
        if page != "404.html":
            text = (site / page / "index.html").read_text(encoding="utf-8")
            [script] = SCRIPT.findall(text)
            graph = json.loads(script)
            assert graph["@context"] == "https://schema.org"
            nodes = {node["@type"]: node for node in graph["@graph"]}
            assert len(nodes) == len(graph["@graph"])
            found[page] = (text, nodes)
    return found


Said = dict[str, tuple[str, dict[str, Node]]]


def test_every_page_says_what_it_is_with_all_that_belongs_to_it(said: Said) -> None:
    seen: set[str] = set()
    for page, (_, nodes) in said.items():
        for type_, node in nodes.items():
            assert REQUIRED[type_] <= set(node), f"{page}: {type_}"
            seen.add(type_)
    assert seen == set(REQUIRED)


def test_name_and_description_are_those_of_the_page(said: Said) -> None:
    for page, (text, nodes) in said.items():
        node = next(n for t, n in nodes.items() if t not in ("BreadcrumbList", "FAQPage"))
        if node["@type"] not in ("WebSite", "Dataset"):
            [title] = re.findall(r"<h1[^>]*>(.*?)</h1>", text, re.DOTALL)
            assert words(title).rstrip("¶ ") == " ".join(node["name"].split()), page
        [description] = re.findall(r'<meta name="description" content="([^"]*)"', text)
        if node["@type"] != "WebSite":
            assert words(description) == words(node["description"]), page


def test_breadcrumbs_lead_from_home_to_the_page_as_its_trail_does(
    said: Said, pages: Mapping[str, Links]
) -> None:
    for page, (text, nodes) in said.items():
        if not page:
            assert "BreadcrumbList" not in nodes
            continue
        items = nodes["BreadcrumbList"]["itemListElement"]
        assert [item["position"] for item in items] == list(range(1, len(items) + 1))
        addresses = [normpath(join(page, item["item"].partition("#")[0])) for item in items]
        assert addresses[0] == "."
        assert f"{addresses[-1]}/" == page
        assert all(f"{address}/" in pages for address in addresses[1:])
        trail = re.search(r'<nav class="fp-trail".*?</nav>', text, re.DOTALL)
        if trail:
            steps = [words(step) for step in re.findall(r"<li>(.*?)</li>", trail[0], re.DOTALL)]
            assert [item["name"] for item in items[1:-1]] == steps, page


def test_a_guide_says_of_its_plan_what_its_facts_say(said: Said, project: Project) -> None:
    for review in project.reviews:
        assert review.plan
        program = review.plan.program
        text, nodes = said[f"programs/{program.id}/"]
        plan, shown = nodes["ExercisePlan"], words(text)
        assert plan["name"] == program.title
        frequency, _, weeks = plan["activityFrequency"].partition(" for ")
        assert frequency in shown
        assert weeks in shown
        least, most = plan["activityDuration"]["minValue"], plan["activityDuration"]["maxValue"]
        assert f"{least}–{most} minutes" in shown or f"{most} minutes" in shown
        assert plan["dateModified"] >= plan["datePublished"]
        assert plan["repetitions"]["minValue"] <= plan["repetitions"]["maxValue"]


def test_questions_and_answers_are_those_of_the_guide(said: Said, project: Project) -> None:
    for review in project.reviews:
        assert review.plan
        text, nodes = said[f"programs/{review.plan.program.id}/"]
        shown = words(text)
        questions = nodes["FAQPage"]["mainEntity"] if "FAQPage" in nodes else []
        assert len(questions) == len(review.plan.program.faq)
        for question in questions:
            assert words(question["name"]) in shown
            assert words(question["acceptedAnswer"]["text"]) in shown


def test_every_address_leads_somewhere(said: Said, site: Path) -> None:
    def addresses(value: Any) -> list[str]:
        if isinstance(value, list):
            return [found for item in value for found in addresses(item)]
        if isinstance(value, dict):
            own = [
                value[key]
                for key in ("url", "item", "contentUrl")
                if isinstance(value.get(key), str)
            ]
            return own + [found for item in value.values() for found in addresses(item)]
        return []

    for page, (_, nodes) in said.items():
        for address in addresses(list(nodes.values())):
            if not address.startswith("https://"):
                assert (site / page / address.partition("#")[0]).exists(), f"{page}: {address}"


def test_no_text_can_leave_its_script(project: Project, root: Path) -> None:
    text = "</script><script>alert(1)</script> <!-- {{ x }} & \u2028"
    assert not re.search("[<>&]", inert({"name": text}))
    assert json.loads(inert({"name": text})) == {"name": text}


KNOWN = "https://legs.example/site/"


@pytest.fixture(scope="module")
def at_an_address(project: Project, root: Path) -> dict[str, Page]:
    """The pages of a site whose address is known, by their files."""
    written = written_files(root)
    context = Context(project.library.library, project.reviews, written=written, site_url=KNOWN)
    return {page.path: page for page in all_pages(context)}


def test_addresses_are_whole_where_the_site_is_known(at_an_address: dict[str, Page]) -> None:
    part = at_an_address["programs/barbell-two-days.md"].sections[-1].body[0]
    assert isinstance(part, Html)
    crumbs, plan, *_ = json.loads(SCRIPT.findall(part.text)[0])["@graph"]
    assert plan["url"] == f"{KNOWN}programs/barbell-two-days/"
    steps = [item["item"] for item in crumbs["itemListElement"]]
    assert steps == [KNOWN, f"{KNOWN}programs/", plan["url"]]


def test_search_does_not_find_it(site: Path) -> None:
    (file,) = site.glob("assets/scripts/*/search/index.json")
    index = file.read_text(encoding="utf-8")
    assert "Barbell Legs in Two Days" in index
    assert "schema.org" not in index
    assert "acceptedAnswer" not in index


@pytest.fixture(scope="module")
def at_home(
    root: Path, at_an_address: dict[str, Page], tmp_path_factory: pytest.TempPathFactory
) -> Path:
    """A few of those pages, built by MkDocs."""
    folder = tmp_path_factory.mktemp("known")
    for path in ("index.md", "glossary.md", "data/index.md", "programs/index.md"):
        file = folder / "docs" / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(at_an_address[path].text, encoding="utf-8")
    settings = (root / "mkdocs.yml").read_text(encoding="utf-8")
    settings = settings.replace("build/docs", str(folder / "docs"))
    settings = settings.replace("content/theme", str(root / "content/theme"))
    settings = re.sub(r"^nav:\n(?:  .*\n)+", "", settings, flags=re.MULTILINE)
    (folder / "mkdocs.yml").write_text(settings, encoding="utf-8")
    build = [sys.executable, "-m", "mkdocs", "build", "-q"]
    subprocess.run(
        [*build, "-f", folder / "mkdocs.yml", "-d", folder / "site"],
        env={**os.environ, "SITE_URL": KNOWN, "SOURCE_DATE_EPOCH": "0", "NO_MKDOCS_2_WARNING": "1"},
        check=True, capture_output=True, timeout=120,
    )  # fmt: skip
    return folder / "site"


def test_a_site_that_knows_its_address_says_so_in_the_head_and_the_site_map(at_home: Path) -> None:
    head = (at_home / "glossary/index.html").read_text(encoding="utf-8").partition("</head>")[0]
    assert f'<link rel="canonical" href="{KNOWN}glossary/">' in head
    assert f'<meta property="og:url" content="{KNOWN}glossary/">' in head
    assert f'<meta property="og:image" content="{KNOWN}assets/cards/site.png">' in head
    root = ElementTree.fromstring((at_home / "sitemap.xml").read_bytes())
    space = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
    assert {part.tag for part in root.iter()} == {
        f"{space}{name}" for name in ("urlset", "url", "loc")
    }
    listed = {loc.text for loc in root.iter(f"{space}loc")}
    assert listed == {f"{KNOWN}{path}" for path in ("", "glossary/", "data/", "programs/")}


def test_a_site_that_does_not_know_its_address_claims_none(
    pages: Mapping[str, Links], site: Path
) -> None:
    for page in pages:
        file = site / page if page.endswith(".html") else site / page / "index.html"
        assert 'rel="canonical"' not in file.read_text(encoding="utf-8")
        assert "127.0.0.1" not in file.read_text(encoding="utf-8").partition("</head>")[0]
    assert "<loc>" not in (site / "sitemap.xml").read_text(encoding="utf-8")
