"""The site without a network, in a browser with a real service worker and a host that fails."""

import json
import re
import subprocess
import time
from collections.abc import Callable, Iterator
from functools import partial
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler
from io import BytesIO
from pathlib import Path
from threading import Event, Thread, Timer
from typing import Any

import pytest
from axe import AXE, TAGS
from built_site import Server
from PIL import Image
from playwright.sync_api import Browser, BrowserContext, Page, expect

from generator.export.app import app_files
from generator.export.assets import ENTRY, script_files
from generator.export.worker import built, with_worker
from generator.project import Project
from generator.site import DOCS

NODE = Path(__file__).parent / "node/node_modules"
GUIDE = "programs/barbell-two-days/"
OTHER = "programs/dumbbell-two-days/"
SIGN = ".fp-offline__sign"


class Host:
    """Serves the built site, with pages put over it; slow, broken or without an answer at will."""

    def __init__(self, site: Path) -> None:
        self.over: dict[str, bytes] = {}
        """What has another content than the site's file, by its path."""
        self.holding: Callable[[str], bool] = lambda _: False
        """Which paths get no answer before `released`."""
        self.broken: set[str] = set()
        """Paths that are answered by an error of the server."""
        self.error = HTTPStatus.SERVICE_UNAVAILABLE
        self.asked: list[str] = []
        (folder,) = (site / "assets/scripts").iterdir()
        self.old = self.scripts = folder.name
        """The folder of the scripts as built, and as published last."""
        self.released = Event()
        host = self

        class Handler(SimpleHTTPRequestHandler):
            def log_message(self, *_: object) -> None:
                pass

            def do_GET(self) -> None:
                path = self.path.partition("?")[0].removeprefix(f"/{site.name}/")
                host.asked.append(path)
                if host.holding(path):
                    host.released.wait(20)
                if path in host.broken:
                    self.send_error(host.error)
                    return
                name = f"{path}index.html" if path[-1:] in ("", "/") else path
                if name in host.over or (name.endswith(".html") and (site / name).is_file()):
                    body = host.file(name).encode()
                    self.send_response(HTTPStatus.OK)
                    self.send_header("Content-Type", self.guess_type(name))
                    self.send_header("Content-Length", str(len(body)))
                    self.end_headers()
                    self.wfile.write(body)
                else:
                    super().do_GET()

        self.server = Server(("127.0.0.1", 0), partial(Handler, directory=str(site.parent)))
        self.site = site
        self.address = f"http://127.0.0.1:{self.server.server_port}/{site.name}/"

    def file(self, path: str) -> str:
        """What is served under a path now; pages say which scripts they belong to."""
        text = (self.over.get(path) or (self.site / path).read_bytes()).decode()
        return text.replace(self.old, self.scripts) if path.endswith(".html") else text

    def publish(self, words: str, *, scripts: bool = True) -> None:
        """A new version: other words on the guide and, mostly, other scripts."""
        version = f"{len(words):016d}"
        page = self.file(f"{GUIDE}index.html")
        self.over[f"{GUIDE}index.html"] = re.sub("</h1>", f" {words}</h1>", page).encode()
        worker = re.sub(r'"version": "\w+"', f'"version": "{version}"', self.file("sw.js"), count=1)
        if scripts:
            old = self.site / "assets/scripts" / self.old
            self.scripts = version[:12]
            for path in filter(Path.is_file, old.rglob("*")):
                name = f"assets/scripts/{version[:12]}/{path.relative_to(old).as_posix()}"
                self.over[name] = path.read_bytes()
            self.over[ENTRY] = self.file(ENTRY).replace(old.name, version[:12]).encode()
            worker = worker.replace(old.name, version[:12])
        self.over["sw.js"] = worker.encode()


@pytest.fixture
def host(site: Path) -> Iterator[Host]:
    host = Host(site)
    thread = Thread(target=host.server.serve_forever, daemon=True)
    thread.start()
    yield host
    host.released.set()
    host.server.shutdown()
    thread.join()
    host.server.server_close()


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    context = browser.new_context(viewport={"width": 390, "height": 844})
    context.set_default_timeout(15_000)
    expect.set_options(timeout=15_000)
    yield context
    context.close()


@pytest.fixture
def page(context: BrowserContext) -> Page:
    return context.new_page()


def read(page: Page, address: str) -> None:
    """Open a page and wait until it is kept."""
    page.goto(address)
    page.evaluate("navigator.serviceWorker.ready.then(() => {})")
    page.wait_for_function("navigator.serviceWorker.controller")
    key = address.partition("?")[0]
    until(page, f"(await kept()).some(([, url]) => url === {json.dumps(key)})")


KEPT = """async () => {
  const found = [];
  for (const name of await caches.keys()) {
    for (const { url } of await (await caches.open(name)).keys()) found.push([name, url]);
  }
  return found;
}"""


def kept(page: Page) -> list[tuple[str, str]]:
    """What the browser keeps: names of caches with addresses."""
    return [(name, url) for name, url in page.evaluate(KEPT)]


def faults_in(page: Page, part: str) -> list[str]:
    """What axe finds in a part of a page; whole guides take it a minute."""
    page.evaluate(AXE.read_text(encoding="utf-8"))
    run = "([part, rules]) => axe.run(part, {runOnly: rules}).then(it => it.violations)"
    return [fault["help"] for fault in page.evaluate(run, [part, TAGS])]


def until(page: Page, true: str) -> None:
    """Wait until an expression holds; `kept()` is known in it."""
    end = time.monotonic() + 60
    while time.monotonic() < end:
        if page.evaluate(f"(async () => {{ const kept = {KEPT}; return {true} }})()"):
            return
        page.wait_for_timeout(100)
    raise AssertionError(f"not within a minute: {true}; kept: {sorted({n for n, _ in kept(page)})}")


def test_the_worker_is_typed(root: Path) -> None:
    ran = subprocess.run(
        [str(NODE / ".bin/tsc"), "-p", "content/worker"],
        cwd=root, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert ran.returncode == 0, ran.stdout + ran.stderr


def test_the_guide_just_opened_works_without_a_network_at_once(
    context: BrowserContext, page: Page, host: Host
) -> None:
    page.goto(host.address + GUIDE)
    expect(page.locator(SIGN)).to_have_text("✓ Kept for offline")
    colour = "getComputedStyle(document.querySelector('.md-header')).backgroundColor"
    online = page.evaluate(colour)
    context.set_offline(True)
    asked = len(host.asked)
    page.reload()
    expect(page.locator(SIGN)).to_have_text("✓ Kept for offline")
    assert page.evaluate(colour) == online
    assert page.evaluate("fetch('program.json').then(it => it.json()).then(it => it.weeks)") > 3
    assert len(host.asked) == asked


def test_a_session_is_done_without_a_network_and_outlasts_a_reload(
    context: BrowserContext, page: Page, host: Host
) -> None:
    """Nothing of gym mode was fetched before: only the guide was opened, once."""
    page.goto(host.address + GUIDE)
    expect(page.locator(SIGN)).to_have_text("✓ Kept for offline")
    context.set_offline(True)
    asked = len(host.asked)
    page.reload()
    page.locator("[data-gym='week-1-monday'] .fp-start-gym").click()
    primary = page.locator(".fp-gym [data-do='primary']")
    place = page.locator(".fp-gym-place")
    for _ in range(12):
        primary.click()
        if page.locator(".fp-gym-place").inner_text() == "A Set 1 of 3":
            break
    expect(place).to_have_text("A Set 1 of 3")
    primary.click()
    expect(page.locator(".fp-gym-ring")).to_be_visible()
    page.reload()
    expect(page.locator(".fp-gym-next")).to_contain_text("Set 2 of 3")
    primary.click()  # no rest any more
    expect(place).to_have_text("A Set 2 of 3")
    log = page.evaluate("JSON.parse(localStorage.getItem('pillars:log'))")
    assert [done["key"] for done in log["sessions"][0]["sets"]] == ["A-1"]
    assert len(host.asked) == asked


def test_the_tools_of_a_guide_open_without_a_network(
    context: BrowserContext, page: Page, host: Host
) -> None:
    page.goto(host.address + GUIDE)
    expect(page.locator(SIGN)).to_have_text("✓ Kept for offline")
    context.set_offline(True)
    page.reload()
    page.get_by_role("button", name="My loads").first.click()
    expect(page.get_by_role("heading", name="My loads")).to_be_focused()
    page.keyboard.press("Escape")
    page.get_by_role("button", name="Add to calendar").click()
    expect(page.locator(".fp-calendar")).to_be_visible()


def test_the_search_answers_without_a_network_though_nobody_opened_it_before(
    context: BrowserContext, page: Page, host: Host
) -> None:
    read(page, host.address + GUIDE)
    until(page, "(await kept()).some(([, url]) => url.endsWith('/search/index.json'))")
    until(page, "(await kept()).some(([, url]) => url.endsWith('/site/search/'))")
    context.set_offline(True)
    asked = len(host.asked)
    page.reload()
    page.locator(".fp-search-open[aria-haspopup]").click()
    page.locator("dialog .fp-find input").fill("deload")
    expect(page.locator("dialog .fp-find-hit").first).to_be_visible()
    page.goto(f"{host.address}search/?q=goblet%20squat")
    expect(page.locator("article .fp-find-hit").first).to_contain_text(
        re.compile("squat", re.IGNORECASE)
    )
    assert len(host.asked) == asked


def test_home_and_the_programs_open_offline_and_a_query_is_passed_over(
    context: BrowserContext, page: Page, host: Host
) -> None:
    read(page, host.address + GUIDE)
    context.set_offline(True)
    page.goto(f"{host.address}programs/?days=2&level=beginner")
    expect(page.locator("h1")).to_contain_text("Programs")
    assert page.url.endswith("?days=2&level=beginner")
    page.goto(host.address)
    expect(page.locator("h1")).to_be_visible()
    page.goto(f"{host.address}{GUIDE.rstrip('/')}?week=3")
    assert page.url == f"{host.address}{GUIDE}?week=3"


def test_a_page_never_opened_says_so_and_names_what_opens(
    context: BrowserContext, page: Page, host: Host
) -> None:
    read(page, host.address + GUIDE)
    title = page.locator("h1").inner_text().rstrip("¶")
    context.set_offline(True)
    page.goto(f"{host.address}{OTHER}?week=2")
    expect(page.locator(".fp-kept p").first).to_contain_text(
        f"was not opened before: {OTHER}?week=2"
    )
    again = page.get_by_role("link", name="Try again")
    assert again.evaluate("it => it.href") == f"{host.address}{OTHER}?week=2"
    expect(page.locator(".fp-kept ul").first.get_by_role("link", name=title)).to_be_visible()
    assert faults_in(page, ".fp-kept") == []
    page.goto(f"{host.address}offline/?page=https://example.org/")
    expect(page.locator(".fp-kept h2").first).to_be_visible()
    assert page.get_by_role("link", name="Try again").count() == 0


def test_a_network_that_hangs_is_waited_for_three_seconds(page: Page, host: Host) -> None:
    read(page, host.address + GUIDE)
    host.holding = lambda path: path != "sw.js"
    started = time.monotonic()
    page.goto(host.address + GUIDE)
    assert 2.9 < time.monotonic() - started < 15
    expect(page.locator(SIGN)).to_have_text("✓ Kept for offline")
    took = page.evaluate("performance.getEntriesByType('resource').map(it => it.duration)")
    assert max(took) < 2_500  # no file of the page waits once more


def test_a_page_that_is_not_kept_waits_for_a_slow_network(page: Page, host: Host) -> None:
    read(page, host.address + GUIDE)
    host.holding = lambda path: path == OTHER
    Timer(4.5, host.released.set).start()
    started = time.monotonic()
    page.goto(host.address + OTHER)
    assert time.monotonic() - started > 4
    assert page.url == host.address + OTHER
    expect(page.locator("h1")).to_be_visible()


REFUSALS = [HTTPStatus.SERVICE_UNAVAILABLE, HTTPStatus.TOO_MANY_REQUESTS]
"""A host that is down, and one that was asked too often: neither says that a page is gone."""


@pytest.mark.parametrize("error", REFUSALS)
def test_an_error_of_the_host_shows_what_was_kept(
    page: Page, host: Host, error: HTTPStatus
) -> None:
    read(page, host.address + GUIDE)
    host.broken, host.error = {GUIDE}, error
    page.goto(host.address + GUIDE)
    expect(page.locator(SIGN)).to_have_text("✓ Kept for offline")


def test_a_guide_read_before_an_update_opens_offline_in_its_new_form(
    context: BrowserContext, page: Page, host: Host
) -> None:
    read(page, host.address + GUIDE)
    host.publish("renewed")
    page.goto(host.address)
    until(page, "(await kept()).every(([name]) => name.includes(':0000000000000007:'))")
    context.set_offline(True)
    page.goto(host.address + GUIDE)
    expect(page.locator("h1")).to_contain_text("renewed")
    expect(page.locator(SIGN)).to_have_text("✓ Kept for offline")
    loaded = page.evaluate("performance.getEntriesByType('resource').map(it => it.name)")
    folders = {found[1] for name in loaded if (found := re.search(r"assets/scripts/(\w+)/", name))}
    assert folders == {"000000000000"}


def test_no_update_takes_scripts_from_a_page_that_is_open(
    context: BrowserContext, page: Page, host: Host
) -> None:
    read(page, host.address + GUIDE)
    host.publish("renewed")
    other = context.new_page()
    other.goto(host.address)
    until(other, "(await navigator.serviceWorker.getRegistration()).waiting !== null")
    # gone from the host, and fetched only now: somebody trains here
    host.broken = {f"assets/scripts/{host.old}/{name}" for name in ("loads.js", "settings.js")}
    unit = f"import('{host.address}assets/scripts/{host.old}/loads.js').then(it => it.KG_IN_LB)"
    assert page.evaluate(unit) == pytest.approx(0.45359237)
    assert page.evaluate("document.querySelector('h1').innerText").count("renewed") == 0
    # and once nobody does, the page that is left is the new version's
    page.close()
    other.reload()
    until(other, "(await kept()).every(([name]) => name.includes(':0000000000000007:'))")
    other.reload()
    expect(other.locator("h1")).to_be_visible()


def test_the_page_about_offline_answers_where_nothing_could_be_kept(page: Page, host: Host) -> None:
    host.broken = {f"assets/scripts/{host.old}/gym/screen.js"}
    page.goto(f"{host.address}offline/?page=http://[")
    expect(page.locator("article")).to_contain_text("This browser keeps nothing for offline here.")


def test_a_page_first_opened_when_the_site_is_renewed_is_kept_by_the_new_worker(
    context: BrowserContext, page: Page, host: Host
) -> None:
    read(page, host.address + OTHER)
    host.publish("renewed")
    page.goto(host.address + GUIDE)
    expect(page.locator(SIGN)).to_have_text("✓ Kept for offline")
    context.set_offline(True)
    page.reload()
    expect(page.locator("h1")).to_contain_text("renewed")
    page.get_by_role("button", name="My loads").first.click()
    expect(page.get_by_role("heading", name="My loads")).to_be_focused()


def test_a_page_of_the_next_version_is_not_kept_beside_the_scripts_of_this_one(
    context: BrowserContext, page: Page, host: Host
) -> None:
    read(page, host.address + GUIDE)
    host.publish("renewed")
    host.broken = {"sw.js"}  # the new worker does not come
    page.goto(host.address + GUIDE)
    expect(page.locator("h1")).to_contain_text("renewed")
    page.wait_for_timeout(1_000)
    context.set_offline(True)
    page.reload()
    expect(page.locator("h1")).not_to_contain_text("renewed")
    page.get_by_role("button", name="My loads").first.click()
    expect(page.get_by_role("heading", name="My loads")).to_be_focused()


@pytest.mark.parametrize("error", REFUSALS)
def test_what_cannot_be_renewed_stays_in_its_old_form_with_its_old_files(
    context: BrowserContext, page: Page, host: Host, error: HTTPStatus
) -> None:
    read(page, host.address + GUIDE)
    host.publish("renewed")
    host.broken, host.error = {GUIDE}, error
    page.goto(host.address)
    until(page, "(await kept()).some(([name]) => name.includes(':0000000000000007:shell'))")
    alone = "(({waiting, installing}) => !waiting && !installing)"
    until(page, f"{alone}(await navigator.serviceWorker.getRegistration())")
    # the new worker tries again with every page, and is refused again
    page.goto(host.address + "exercises/")
    page.wait_for_timeout(1_000)
    context.set_offline(True)
    page.goto(host.address + GUIDE)
    expect(page.locator(SIGN)).to_have_text("✓ Kept for offline")
    loaded = page.evaluate("performance.getEntriesByType('resource').map(it => it.name)")
    folders = {found[1] for name in loaded if (found := re.search(r"assets/scripts/(\w+)/", name))}
    assert folders == {host.old}
    expect(page.locator("h1")).not_to_contain_text("renewed")
    # and it comes when the host is well again
    context.set_offline(False)
    host.broken = set()
    page.goto(host.address + "exercises/")
    until(page, "(await kept()).every(([name]) => name.includes(':0000000000000007:'))")


def test_sixty_pages_are_kept_and_the_one_read_longest_ago_goes(
    page: Page, host: Host, site: Path
) -> None:
    read(page, host.address + GUIDE)
    read(page, host.address + OTHER)
    addresses = [
        f"{path.parent.relative_to(site)}/" for path in site.glob("exercises/*/index.html")
    ]
    addresses += [f"{path.parent.relative_to(site)}/" for path in site.glob("evidence/claims/*/*")]
    for address in addresses[:58]:
        page.evaluate("address => fetch(address).then(it => it.text())", host.address + address)
    until(page, "(await kept()).filter(([name]) => name.endsWith(':read')).length >= 60")
    page.goto(host.address + GUIDE)  # read again, so that the other is the oldest
    page.evaluate("address => fetch(address)", host.address + addresses[58])
    until(page, f"(await kept()).some(([, url]) => url.endsWith('{addresses[58]}'))")
    until(page, f"!(await kept()).some(([, url]) => url.endsWith('{OTHER}'))")
    urls = [url for name, url in kept(page) if name.endswith(":read") and url.endswith("/")]
    assert len(urls) == 60
    assert host.address + GUIDE in urls


def test_a_program_is_saved_with_its_exercises_and_removed_again(
    context: BrowserContext, page: Page, host: Host
) -> None:
    page.goto(host.address + GUIDE)
    button = page.locator(".fp-offline button")
    expect(button).to_have_text(re.compile(r"^Save with \d+ exercise pages$"))
    said = button.inner_text()
    count = int(re.findall(r"\d+", said)[0])
    button.click()
    expect(page.locator(SIGN)).to_have_text(f"✓ Saved for offline, with {count} exercise pages")
    assert faults_in(page, ".fp-offline") == []
    colours = "it => [getComputedStyle(it).color, getComputedStyle(document.body).backgroundColor]"
    assert len(set(button.evaluate(colours))) == 2  # axe passes over words in their ground's colour
    exercises = {url for name, url in kept(page) if "saved:" in name and "/exercises/" in url}
    assert len(exercises) == count > 8
    host.publish("renewed")
    page.goto(host.address)
    until(page, "(await kept()).every(([name]) => name.includes(':0000000000000007:'))")
    context.set_offline(True)
    page.goto(exercises.pop())
    expect(page.locator("h1")).to_be_visible()
    page.goto(host.address + GUIDE)
    expect(page.locator("h1")).to_contain_text("renewed")
    button.click()
    expect(button).to_have_text(said)
    assert not [url for name, url in kept(page) if "saved:" in name]
    assert host.address + GUIDE in {url for _, url in kept(page)}


def test_what_could_not_be_saved_is_said_and_tried_again(page: Page, host: Host) -> None:
    page.goto(host.address + GUIDE)
    host.broken = {"exercises/barbell-back-squat/"}
    button = page.locator(".fp-offline button")
    button.click()
    expect(page.locator(SIGN)).to_contain_text("1 of ")
    expect(button).to_have_text("Try again")
    page.reload()
    expect(page.locator(SIGN)).to_have_text("✓ Kept for offline")
    host.broken = set()
    button.click()
    expect(page.locator(SIGN)).to_contain_text("Saved for offline")


def test_a_browser_without_room_still_shows_the_site(
    context: BrowserContext, page: Page, host: Host
) -> None:
    read(page, host.address + GUIDE)
    origin = host.address.rpartition("/site/")[0]
    tools = context.new_cdp_session(page)
    tools.send("Storage.overrideQuotaForOrigin", {"origin": origin, "quotaSize": 1})
    page.goto(host.address + OTHER)
    assert page.url == host.address + OTHER
    expect(page.locator("h1")).to_be_visible()
    page.wait_for_timeout(1_000)
    assert page.locator(SIGN).count() == 0
    assert host.address + OTHER not in {url for _, url in kept(page)}


def test_errors_ways_round_and_other_hosts_are_not_kept(page: Page, host: Host) -> None:
    read(page, host.address + GUIDE)
    page.goto(f"{host.address}exercises")
    assert page.url == f"{host.address}exercises/"
    page.goto(f"{host.address}nowhere/")
    page.goto(f"{host.address}programs/barbell-two-days/index.html")
    page.goto(host.address)
    page.wait_for_timeout(500)
    urls = {url for _, url in kept(page)}
    assert f"{host.address}exercises/" in urls
    assert not [url for url in urls if url.endswith(("/exercises", "nowhere/", "index.html"))]
    part = "fetch('robots.txt?part', {headers: {Range: 'bytes=0-3'}}).catch(() => 0)"
    page.evaluate(part)
    assert {url for _, url in kept(page)} == urls


def test_previews_beside_the_site_are_left_alone(
    context: BrowserContext, page: Page, host: Host
) -> None:
    host.over["preview/3/index.html"] = b"<title>Preview</title><h1>Preview 3</h1>"
    read(page, host.address + GUIDE)
    page.goto(f"{host.address}preview/3/")
    expect(page.locator("h1")).to_have_text("Preview 3")
    assert not [url for _, url in kept(page) if "preview" in url]
    context.set_offline(True)
    with pytest.raises(Exception, match="ERR_INTERNET_DISCONNECTED"):
        page.goto(f"{host.address}preview/3/")


def test_a_site_that_wants_no_worker_lets_go_of_an_older_one(
    page: Page, host: Host, root: Path
) -> None:
    read(page, host.address + GUIDE)
    host.over |= {f"assets/{name}": b"" for name in ("site.js",)}
    host.over["sw.js"] = with_worker({}, root, offline=False)["sw.js"]
    page.goto(host.address)
    until(page, "(await kept()).length === 0")
    until(page, "(await navigator.serviceWorker.getRegistrations()).length === 0")


def test_without_offline_no_script_starts_a_worker(root: Path) -> None:
    def said(*, offline: bool) -> bytes:
        files = script_files(root / "content/scripts", offline=offline)
        (name,) = (name for name in files if name.endswith("/worker.js"))
        return files[name]

    assert said(offline=True) == b'export const WORKER = "sw.js";\n'
    assert said(offline=False) == b"export const WORKER = null;\n"


def test_the_workers_version_changes_with_anything_and_with_nothing_else() -> None:
    files = {
        "index.md": b"# Home",
        "search.md": b"# Search",
        "assets/scripts/abc/site.js": b"",
        "assets/scripts/abc/search/index.json": b"",
        "assets/site.js": b"",
    }
    theme = [b"theme"]
    told = built(files, theme)
    assert json.loads(told.removeprefix("const BUILT = ").removesuffix(";")) == {
        "version": json.loads(told[14:-1])["version"],
        "scripts": "assets/scripts/abc/",
        "shell": ["", "assets/site.js", "assets/scripts/abc/site.js"],
        "later": ["search/", "assets/scripts/abc/search/index.json"],
    }
    assert built(dict(reversed(files.items())), theme) == told
    for others in (
        built({**files, "index.md": b"# Home."}, theme),
        built({**files, "x.md": b""}, theme),
        built(files, [b"theme", b"mkdocs 2"]),
    ):
        assert others != told


def test_the_site_as_it_is_built_names_its_shell(project: Project, site: Path) -> None:
    code = (project.root / DOCS / "sw.js").read_text(encoding="utf-8")
    assert (site / "sw.js").read_text(encoding="utf-8") == code
    told = json.loads(code.partition("\n")[0][14:-1])
    assert {"search/"} < set(told["later"])
    for address in told["shell"] + told["later"]:
        name = f"{address}index.html" if address[-1:] in ("", "/") else address
        assert (site / name).is_file(), address
    assert {"", "programs/", "offline/"} <= set(told["shell"])
    assert any(name.endswith("offline/register.js") for name in told["shell"])


def test_the_manifest_makes_the_site_installable(
    context: BrowserContext, page: Page, host: Host
) -> None:
    read(page, host.address + GUIDE)
    tools: Any = context.new_cdp_session(page)
    told = tools.send("Page.getAppManifest")
    assert told["url"] == f"{host.address}manifest.webmanifest"
    assert told["errors"] == []
    manifest = json.loads(told["data"])
    header = "getComputedStyle(document.querySelector('.md-header')).backgroundColor"
    red, green, blue = map(int, re.findall(r"\d+", page.evaluate(header))[:3])
    assert manifest["theme_color"] == f"#{red:02x}{green:02x}{blue:02x}"
    files = app_files()
    for icon in manifest["icons"]:
        with Image.open(BytesIO(files[icon["src"]])) as image:
            assert icon["sizes"] == "x".join(map(str, image.size))
    refused = tools.send("Page.getInstallabilityErrors")["installabilityErrors"]
    # every context of a test is a private window, which installs nothing
    assert [error for error in refused if error["errorId"] != "in-incognito"] == []
