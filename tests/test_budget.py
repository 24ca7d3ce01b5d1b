"""What a guide may cost a phone: bytes of its first view, our scripts among them, and no jumps."""

import gzip
from pathlib import Path
from urllib.parse import unquote

import pytest
from built_site import NewPage
from playwright.sync_api import Request

GUIDE = "programs/barbell-two-days/"
MOST = 250_000
"""Bytes of a first view, compressed."""
MOST_SCRIPTS = 40_000
"""Bytes of our own scripts among them."""
MOST_SHIFT = 0.02
"""Cumulative layout shift, as browsers count it."""
STARTED = """
performance.getEntriesByType("resource").some(it => it.name.endsWith("/offline/register.js"))
"""
SHIFTS = """
window.shift = 0;
new PerformanceObserver(list => {
  for (const entry of list.getEntries()) if (!entry.hadRecentInput) window.shift += entry.value;
}).observe({type: 'layout-shift', buffered: true});
"""


@pytest.mark.parametrize("address", ["", "programs/", GUIDE, "exercises/barbell-back-squat/"])
def test_a_first_view_is_light_and_nothing_jumps(
    new_page: NewPage, served: str, site: Path, address: str
) -> None:
    page = new_page()
    page.add_init_script(SHIFTS)
    asked: set[str] = set()

    def note(request: Request) -> None:
        if request.url.startswith(served):
            asked.add(unquote(request.url.removeprefix(served).partition("?")[0].partition("#")[0]))

    page.on("request", note)
    page.goto(served + address)
    page.wait_for_function(STARTED)  # a busy machine is idle before it begins
    page.wait_for_load_state("networkidle")
    page.wait_for_timeout(500)
    page.evaluate("document.fonts.ready")
    shift = page.evaluate("shift")
    sizes = {path: compressed(site, path) for path in sorted(asked)}
    ours = {
        path: size
        for path, size in sizes.items()
        if path.startswith("assets/scripts/") or path == "assets/site.js"
    }
    assert len(ours) > 1
    assert sum(ours.values()) <= MOST_SCRIPTS, ours
    assert sum(sizes.values()) <= MOST, sizes
    assert shift < MOST_SHIFT


def compressed(site: Path, path: str) -> int:
    """Bytes of a file as a host sends it."""
    file = site / path
    content = (file / "index.html" if file.is_dir() else file).read_bytes()
    return len(content if file.suffix in (".png", ".xlsx") else gzip.compress(content, mtime=0))
