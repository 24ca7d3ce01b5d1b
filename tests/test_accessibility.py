"""Every kind of page is open to everybody: axe-core finds nothing, in both schemes and sizes."""

import pytest
from axe import faults
from built_site import NewPage
from playwright.sync_api import Page, expect

KINDS = (
    "",
    "404.html",
    "programs/",
    "programs/compare/",
    "programs/barbell-two-days/",
    "programs/barbell-two-days/print/",
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
    "search/?q=squat",
    "offline/",
    "data/",
    "contribute/",
    "contribute/first-program/",
)

READ_MOST = ("", "programs/", "programs/dumbbell-two-days/", "exercises/leg-press/", "evidence/")


@pytest.mark.parametrize(("width", "scheme"), [(390, "light"), (1440, "dark")])
def test_axe_finds_nothing(new_page: NewPage, served: str, width: int, scheme: str) -> None:
    page = new_page(width, color_scheme=scheme)
    found = []
    for address in KINDS:
        page.goto(served + address)
        found += [f"{address} {fault}" for fault in faults(page)]
    assert found == []


@pytest.mark.parametrize(("width", "scheme"), [(390, "dark"), (1440, "light")])
def test_nothing_is_too_pale_or_too_small_to_tap(
    new_page: NewPage, served: str, width: int, scheme: str
) -> None:
    """The other two ways to look, at what they change on the pages people read most."""
    page = new_page(width, color_scheme=scheme)
    found = []
    for address in READ_MOST:
        page.goto(served + address)
        found += [f"{address} {fault}" for fault in faults(page, ["color-contrast", "target-size"])]
    assert found == []


def test_what_unfolds_on_a_guide_is_open_to_everybody(new_page: NewPage, served: str) -> None:
    page = new_page()
    page.goto(f"{served}programs/dumbbell-two-days/")
    page.evaluate("document.querySelectorAll('details').forEach(it => { it.open = true })")
    found = faults(page)
    assert found == []


@pytest.mark.parametrize("scripts", [True, False], ids=["with scripts", "without"])
def test_the_menu_of_a_narrow_window_opens_by_keys_and_hides_its_links_while_closed(
    new_page: NewPage, served: str, scripts: bool
) -> None:
    page = new_page(java_script_enabled=scripts, reduced_motion="reduce")
    page.goto(served)
    menu = page.get_by_role("button" if scripts else "checkbox", name="Menu")
    link = page.locator(".fp-nav a", has_text="Glossary")
    expect(link).to_be_hidden()
    for _ in range(10):
        page.keyboard.press("Tab")
        if menu.evaluate("it => it === document.activeElement"):
            break
    expect(menu).to_be_focused()
    page.keyboard.press("Space")
    expect(link).to_be_visible()
    expect(link).to_be_in_viewport()
    if scripts:
        expect(menu).to_have_attribute("aria-expanded", "true")
        page.locator("[aria-haspopup=dialog]").wait_for()  # the last of the frame's scripts
        page.keyboard.press("Escape")
        expect(link).to_be_hidden()
        expect(menu).to_be_focused()
        expect(menu).to_have_attribute("aria-expanded", "false")


def test_colours_are_chosen_for_every_open_page(phone: Page, served: str) -> None:
    other = phone.context.new_page()
    for page in (phone, other):
        page.goto(served)
        page.locator("html[data-scheme=system]").wait_for()
    for scheme in ("light", "dark"):
        phone.locator(".fp-scheme").click()
        expect(other.locator(f"html[data-scheme={scheme}]")).to_be_attached()
    expect(other.locator("body")).to_have_attribute("data-md-color-scheme", "slate")
