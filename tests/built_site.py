"""The real site, built once for all tests that read it or open it in a browser."""

import os
import shutil
import sys
from collections.abc import Iterator
from fcntl import LOCK_EX, flock
from functools import partial
from html.parser import HTMLParser
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Any, Literal, Protocol
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

from generator.project import Project, open_project
from generator.site import apply, build_site

NO_WORKER: Literal["block"] = "block"
"""What a worker keeps on the side would answer in place of the network that a test sets up, and
fetching it takes time from the test. `test_offline` has one."""

ASSETS = {"link": "href", "script": "src", "img": "src", "source": "src", "iframe": "src"}


class Links(HTMLParser):
    """What a page links to, what it loads, and which anchors it has."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.targets: list[str] = []
        self.loaded: list[str] = []
        self.anchors: set[str] = set()
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        found = {name: value or "" for name, value in attrs}
        if "id" in found:
            self.anchors.add(found["id"])
        if tag == "a" and "href" in found:
            self.targets.append(found["href"])
        if tag in ASSETS and found.get(ASSETS[tag]) and found.get("rel") != "canonical":
            self.loaded.append(found[ASSETS[tag]])


class Server(ThreadingHTTPServer):
    """Has nothing to say of browsers that leave before everything came."""

    def handle_error(self, request: Any, client_address: Any) -> None:
        if not isinstance(sys.exception(), ConnectionError):
            super().handle_error(request, client_address)


@pytest.fixture(scope="session")
def project(root: Path) -> Project:
    return open_project(root)


@pytest.fixture(scope="session")
def site(root: Path, project: Project, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The real site, built strictly; a warning of MkDocs fails everything here.

    Processes of one run share it: the first builds it, and the others wait.
    """
    run = tmp_path_factory.getbasetemp()
    if "PYTEST_XDIST_WORKER" in os.environ:
        run = run.parent
    folder = run / "built/site"
    with (run / "built.lock").open("w") as lock:
        flock(lock, LOCK_EX)
        if not folder.is_dir():
            apply(project.page_changes())
            build_site(root, folder)
    return folder


@pytest.fixture(scope="session")
def pages(site: Path) -> dict[str, Links]:
    """Every page of the site by its address below the root."""
    found = {
        path.relative_to(site).as_posix().removesuffix("index.html"): Links(
            path.read_text(encoding="utf-8")
        )
        for path in sorted(site.rglob("*.html"))
    }
    assert len(found) > 250
    return found


@pytest.fixture(scope="session")
def served(site: Path) -> Iterator[str]:
    """The address of the built site: a port of its own, and a folder, as many hosts have it."""

    class Quiet(SimpleHTTPRequestHandler):
        def log_message(self, *_: object) -> None:
            pass

        def translate_path(self, path: str) -> str:
            # a host shows the page of what is not there at any depth, so that page alone counts
            # from the root: where the site's address is not told, from the root of the host
            asks = urlsplit(self.headers.get("Referer", "")).path
            if asks.endswith("/404.html") or (asks and not asks.startswith(f"/{site.name}/")):
                path = f"/{site.name}/{path.removeprefix(f'/{site.name}/').lstrip('/')}"
            return super().translate_path(path)

    server = Server(("127.0.0.1", 0), partial(Quiet, directory=str(site.parent)))
    thread = Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}/{site.name}/"
    server.shutdown()
    thread.join()
    server.server_close()


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Chromium from the system; `make test` finds or installs it. Without one this fails."""
    shell = shutil.which("chromium-headless-shell")
    path = os.environ.get("CHROMIUM") or shell or shutil.which("chromium") or "chromium"
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=path,
            args=["--no-sandbox", "--disable-gpu", "--disable-background-networking"],
        )
        yield browser
        browser.close()


class NewPage(Protocol):
    """Opens an empty page of a browser that knows nothing yet: a phone, where nothing is told."""

    def __call__(self, width: int = 390, height: int = 844, **options: Any) -> Page: ...


@pytest.fixture
def new_page(browser: Browser) -> Iterator[NewPage]:
    contexts: list[BrowserContext] = []

    def open_(width: int = 390, height: int = 844, **options: Any) -> Page:
        contexts.append(
            browser.new_context(
                viewport={"width": width, "height": height},
                service_workers=NO_WORKER,
                **options,
            )
        )
        return contexts[-1].new_page()

    yield open_
    for context in contexts:
        context.close()


def stand_still(page: Page) -> None:
    """Wait for what moves: a colour on its way to another is neither."""
    page.evaluate("Promise.all(document.getAnimations().map(it => it.finished.catch(() => {})))")


@pytest.fixture
def phone(new_page: NewPage) -> Page:
    """A phone held upright."""
    return new_page()
