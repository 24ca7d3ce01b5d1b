"""Every kind of page is open to everybody: axe-core finds nothing, in both schemes and sizes."""

import pytest
from axe import faults
from playwright.sync_api import Browser

KINDS = (
    "",
    "404.html",
    "programs/",
    "programs/barbell-two-days/",
    "exercises/",
    "exercises/barbell-back-squat/",
    "framework/",
    "framework/counting/",
    "framework/rules/ovl001-volume-progression-off-target/",
    "framework/pillars/mechanical-tension/",
    "evidence/",
    "evidence/audit/",
    "evidence/sources/",
    "evidence/recheck/",
    "evidence/claims/tension-load-zone/",
    "evidence/sources/kubo-2019/",
    "glossary/",
    "contribute/",
    "contribute/first-program/",
)


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [390, 1440])
def test_axe_finds_nothing(browser: Browser, served: str, width: int, scheme: str) -> None:
    context = browser.new_context(
        viewport={"width": width, "height": 900},
        color_scheme="dark" if scheme == "dark" else "light",
    )
    page = context.new_page()
    found = []
    for address in KINDS:
        page.goto(served + address)
        page.evaluate("document.querySelectorAll('details').forEach(it => { it.open = true })")
        found += [f"{address} {fault}" for fault in faults(page)]
    context.close()
    assert found == []
