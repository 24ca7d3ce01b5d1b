"""The site itself, built from the repository as a contributor would build it."""

import os
import re
import shutil
import subprocess
import sys
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urldefrag, urljoin

from built_site import Links
from playwright.sync_api import Page, Request

from generator.finding import Severity
from generator.project import Project
from generator.rule import all_rules
from generator.site import DOCS


def test_the_programs_are_clean_apart_from_declared_deviations(project: Project) -> None:
    assert [
        f"{f.file}:{f.place.line} {f.code} {f.message}"
        for f in project.findings
        if f.open and f.severity is not Severity.NOTE
    ] == []
    assert len(project.reviews) >= 6
    assert any(review.plan and review.plan.program.deviations for review in project.reviews)


def test_every_program_exercise_rule_claim_and_source_has_a_page(
    project: Project, pages: dict[str, Links]
) -> None:
    library = project.library.library
    wanted = [
        *(f"programs/{review.plan.program.id}/" for review in project.reviews if review.plan),
        *(f"exercises/{id_}/" for id_ in library.exercises),
        *(f"framework/rules/{rule.code.lower()}-{rule.name}/" for rule in all_rules()),
        *(f"evidence/claims/{id_}/" for id_ in library.claims),
        *(f"evidence/sources/{id_}/" for id_ in library.sources),
    ]
    assert len(wanted) > 200
    assert [address for address in wanted if address not in pages] == []


def test_no_link_is_broken(pages: dict[str, Links], site: Path) -> None:
    broken = []
    for address, page in pages.items():
        for target in (*page.targets, *page.loaded):
            url, anchor = urldefrag(urljoin(f"http://site/{address}", target))
            if not url.startswith("http://site/"):
                continue
            path = unquote(url.removeprefix("http://site/"))
            if path in pages:
                if anchor and unquote(anchor) not in pages[path].anchors and address != "404.html":
                    broken.append(f"{address} -> {target} (no such place)")
            elif not (site / path).is_file():
                broken.append(f"{address} -> {target}")
    assert broken == []


def test_every_page_can_be_reached_from_home_by_links(pages: dict[str, Links]) -> None:
    seen, ahead = {""}, [""]
    while ahead:
        here = ahead.pop()
        for target in pages[here].targets:
            path = unquote(urldefrag(urljoin(f"http://site/{here}", target))[0])
            path = path.removeprefix("http://site/")
            if path in pages and path not in seen:
                seen.add(path)
                ahead.append(path)
    assert sorted(pages.keys() - seen - {"404.html"}) == []


def test_nothing_is_loaded_from_another_host(pages: dict[str, Links], site: Path) -> None:
    foreign = [
        f"{address} loads {target}"
        for address, page in pages.items()
        for target in page.loaded
        if target.startswith(("http:", "https:", "//"))
    ]
    assert foreign == []
    for sheet in site.rglob("*.css"):
        assert not re.search(r"url\(\s*['\"]?(?:https?:)?//", sheet.read_text(encoding="utf-8")), (
            sheet
        )


def test_no_page_names_where_a_record_was_read_or_a_path_of_a_machine(
    project: Project, site: Path
) -> None:
    hidden = {
        address
        for source in project.library.library.sources.values()
        for address in re.findall(r"https?://\S+", source.verified_from)
        if source.link not in address
    }
    assert hidden
    for path in site.rglob("*.html"):
        text = path.read_text(encoding="utf-8")
        assert str(Path.home()) not in text
        assert str(project.root) not in text
        links = set(Links(text).targets)
        read_at = {
            target
            for target in links & hidden
            if "doi.org" not in target and "pubmed.ncbi" not in target
        }
        assert not read_at, path


def test_the_same_input_gives_the_same_bytes(project: Project, root: Path) -> None:
    code = (
        "import hashlib, pathlib, generator.project as p;"
        f"pages = p.open_project(pathlib.Path({str(root)!r})).pages();"
        "print(hashlib.sha256(repr(sorted(pages.items())).encode()).hexdigest())"
    )
    sums = {
        subprocess.run(
            [sys.executable, "-c", code],
            env={**os.environ, "PYTHONHASHSEED": seed, "TZ": zone, "LC_ALL": "C"},
            check=True,
            capture_output=True,
            text=True,
        ).stdout
        for seed, zone in (("1", "UTC"), ("2", "Asia/Tokyo"))
    }
    assert len(sums) == 1


def test_the_folder_builds_with_zensical_too(
    root: Path, site: Path, pages: dict[str, Links], tmp_path: Path
) -> None:
    shutil.copytree(root / "content/theme", tmp_path / "content/theme")
    shutil.copytree(root / DOCS, tmp_path / DOCS)
    shutil.copy(root / "mkdocs.yml", tmp_path)
    ran = subprocess.run(
        [str(Path(sys.executable).with_name("zensical")), "build", "--strict", "--clean"],
        cwd=tmp_path, capture_output=True, text=True,
        env={name: value for name, value in os.environ.items() if name != "CI"},
    )  # fmt: skip
    assert ran.returncode == 0, ran.stdout + ran.stderr
    built = {
        path.relative_to(tmp_path / "site").as_posix().removesuffix("index.html")
        for path in (tmp_path / "site").rglob("*.html")
    }
    assert pages.keys() - built == set()


class Article(HTMLParser):
    """The text of a page between its header, navigation and footer, heading by heading."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.sections: dict[str, list[str]] = {"": []}
        """The words under each heading of the second or third level, by its anchor."""
        self.links: dict[str, list[str]] = {"": []}
        """The links there, also of the heading itself."""
        self._here = ""
        self.feed(text.partition("<article")[2].partition("</article>")[0])

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        found = dict(attrs)
        if tag in ("h2", "h3") and found.get("id"):
            self._here = found["id"] or ""
            self.sections[self._here], self.links[self._here] = [], []
        if tag == "a" and found.get("href"):
            self.links[self._here].append(found["href"] or "")

    def handle_data(self, data: str) -> None:
        self.sections[self._here].append(data)


SAID_BY_THE_AUTHOR = ("who-it-is-for", "question", "next", "source", "changes")
"""Sections of a guide that hold nothing but what its author wrote, numbers or not."""
ABOUT_FILES = ("take-along", "liftosaur")
"""Sections whose numbers are sizes of files."""


def test_from_each_number_of_a_guide_a_source_is_three_clicks_away(
    project: Project, pages: dict[str, Links], site: Path
) -> None:
    articles = {
        address: Article((site / address / "index.html").read_text(encoding="utf-8"))
        for address in pages
        if address.endswith("/")
    }

    def beyond(address: str, links: list[str]) -> set[str]:
        """Where some links of a page lead, without places on the same page."""
        found = (urldefrag(urljoin(f"http://site/{address}", target))[0] for target in links)
        return {unquote(url).removeprefix("http://site/") for url in found} - {address}

    def is_source(target: str) -> bool:
        source = target.startswith("evidence/sources/") and target != "evidence/sources/"
        return source or target.startswith(("https://doi.org/", "https://pubmed."))

    everywhere = {
        address: set().union(*(beyond(address, links) for links in article.links.values()))
        for address, article in articles.items()
    }
    # pages that show a source, then pages from which one click leads to such a page
    at_hand = {address for address, targets in everywhere.items() if any(map(is_source, targets))}
    near = {address for address, targets in everywhere.items() if targets & at_hand} | at_hand
    looked_at, far = 0, []
    for review in project.reviews:
        assert review.plan is not None
        address = f"programs/{review.plan.program.id}/"
        for anchor, words in articles[address].sections.items():
            passed_over = anchor.startswith((*SAID_BY_THE_AUTHOR, *ABOUT_FILES))
            if passed_over or not re.search(r"\d", "".join(words)):
                continue
            looked_at += 1
            own = articles[address].links
            ahead = beyond(address, own[anchor])
            # a place further down this page is a click, too
            below = {link[1:] for link in own[anchor] if link[:1] == "#"} & own.keys()
            there = set().union(*(beyond(address, own[place]) for place in below))
            if not (ahead & near or there & at_hand or any(map(is_source, ahead))):
                far.append(f"{address}#{anchor}")
    assert far == []
    assert looked_at > 8 * len(project.reviews)


def test_claims_lead_to_their_sources_and_counting_rules_to_their_claims(
    project: Project, pages: dict[str, Links]
) -> None:
    library = project.library.library
    for claim in library.claims.values():
        targets = pages[f"evidence/claims/{claim.id}/"].targets
        for source in claim.sources:
            assert any(target.endswith(f"/sources/{source}/") for target in targets), claim.id
    counting = pages["framework/counting/"].targets
    judges = [rule.claims for rule in library.framework.counting]
    judges += [threshold.claims for threshold in library.framework.thresholds.values()]
    for judge in {claim for claims in judges for claim in claims}:
        assert f"../../evidence/claims/{judge}/" in counting


def test_every_page_opens_on_a_phone_without_errors_foreign_requests_or_sideways_scrolling(
    phone: Page, served: str, pages: dict[str, Links]
) -> None:
    faults: list[str] = []

    def watch(request: Request) -> None:
        # what is not there may be asked for at any depth, so that page counts from the host's root
        ours = urljoin(served, "/") if phone.url.endswith("/404.html") else served
        if not request.url.startswith((ours, "data:", "blob:")):
            faults.append(f"{phone.url} asks {request.url}")

    phone.on("request", watch)
    phone.on("pageerror", lambda error: faults.append(f"{phone.url}: {error}"))
    phone.on(
        "console",
        lambda said: faults.append(f"{phone.url}: {said.text}") if said.type == "error" else None,
    )
    for address in pages:
        phone.goto(served + address, wait_until="load")
        wide = phone.evaluate(
            "document.documentElement.scrollWidth - document.documentElement.clientWidth"
        )
        if wide > 0:
            faults.append(f"{address} scrolls {wide} px sideways")
    assert faults == []


def test_the_tables_of_a_guide_fit_a_phone(phone: Page, served: str, project: Project) -> None:
    for review in project.reviews:
        assert review.plan is not None
        phone.goto(f"{served}programs/{review.plan.program.id}/")
        phone.evaluate("document.querySelectorAll('details').forEach(it => { it.open = true })")
        over = "boxes => boxes.map(box => box.scrollWidth - box.clientWidth)"
        widths = phone.locator("article .fp-scroll").evaluate_all(over)
        assert len(widths) >= 3
        assert max(widths) == 0, review.plan.program.id
