"""The look of the site where it carries meaning: home's quick choice, the signs, the diagrams."""

import pytest
from built_site import NewPage
from playwright.sync_api import Page, expect

GUIDE = "programs/barbell-two-days/"
DIAGRAMS = ("fp-map", "fp-sets", "fp-strips")


def shown(page: Page) -> list[str]:
    """The programs that the quick choice leaves."""
    picks = page.locator(".fp-fits > li")
    return [
        picks.nth(number).locator("a").get_attribute("href") or ""
        for number in range(picks.count())
        if picks.nth(number).is_visible()
    ]


def test_home_says_what_this_is_and_shows_programs_in_one_phone_screen(
    served: str, phone: Page
) -> None:
    phone.goto(served)
    for place in ("h1", ".fp-choose", "#kit-gym", ".fp-fits > li:nth-child(3)"):
        box = phone.locator(place).bounding_box()
        assert box is not None
        assert box["y"] >= 0
        end = box["y"] + (box["height"] if place != ".fp-choose" else 0)
        assert end <= 844, place


def test_home_leads_to_the_program_that_fits_without_scripts(
    served: str, new_page: NewPage
) -> None:
    page = new_page(java_script_enabled=False)
    page.goto(served)
    every = shown(page)
    page.get_by_text("Beginner", exact=True).click()
    page.get_by_text("Dumbbells", exact=True).click()
    assert shown(page) == ["programs/dumbbell-two-days/"]
    # an answer may be taken back
    page.get_by_role("button", name="Clear").click()
    assert shown(page) == every
    # more kit rules nothing out
    page.get_by_text("Gym", exact=True).click()
    assert shown(page) == every
    page.get_by_text("2", exact=True).click()
    assert 0 < len(shown(page)) < len(every)
    page.get_by_role("button", name="Filter and compare").click()
    assert page.url.endswith("programs/?days=2&equipment=any")
    expect(page.locator("h1")).to_contain_text("Programs")


def test_answers_can_be_given_with_the_keyboard(served: str, phone: Page) -> None:
    phone.goto(served)
    phone.locator("#days-2").focus()
    phone.keyboard.press("Space")
    before = len(shown(phone))
    phone.keyboard.press("ArrowRight")
    expect(phone.locator("#days-3")).to_be_checked()
    assert len(shown(phone)) != before
    outline = phone.locator("label[for=days-3]").evaluate("it => getComputedStyle(it).outlineStyle")
    assert outline == "solid"


def test_buttons_are_of_one_kind_and_as_large_as_a_thumb(served: str, phone: Page) -> None:
    looks = set()
    for path in ("", GUIDE, f"{GUIDE}print/", "programs/", "programs/?max-minutes=5"):
        phone.goto(served + path)
        phone.wait_for_load_state("networkidle")
        assert phone.locator(".md-button").count() == 0
        buttons = [it for it in phone.locator(".fp-button").all() if it.is_visible()]
        assert buttons, path
        for button in buttons:
            size = button.evaluate("it => [it.offsetWidth, it.offsetHeight]")
            assert min(size) >= 44, (path, button.inner_text(), size)
            looks.add(
                button.evaluate(
                    """it => {
                      const {borderRadius, borderWidth, fontFamily, fontSize, fontWeight} =
                        getComputedStyle(it);
                      return [borderRadius, borderWidth, fontFamily, fontSize, fontWeight].join();
                    }"""
                )
            )
    assert len(looks) == 1


@pytest.mark.parametrize("name", DIAGRAMS)
def test_diagrams_of_a_guide_have_a_title_and_words(served: str, phone: Page, name: str) -> None:
    phone.goto(served + GUIDE)
    drawing = phone.locator(f"figure.{name} > svg")
    title, words = (drawing.get_attribute("aria-labelledby") or "").split()
    assert phone.locator(f"#{title}").text_content()
    assert "sets" in (phone.locator(f"#{words}").text_content() or "") or name == "fp-sets"
    # the same as a table stands in the same section
    expect(phone.locator("details", has_text="The same as a table").first).to_be_attached()


def test_the_mirrored_half_of_the_figure_is_shaded_as_the_drawn_one(
    served: str, phone: Page
) -> None:
    # no selector reaches into a `use` from outside: what asks for `.fp-map` there leaves it black
    phone.goto(served + GUIDE)
    colours = phone.locator(".fp-map").evaluate(
        """figure => {
          const rules = [...document.styleSheets].flatMap(sheet => [...sheet.cssRules]);
          return rules.map(rule => rule.selectorText ?? "").filter(text =>
            /\\.fp-(body|details|fibres|muscle-\\d|shade-\\d|hatch)|"fp-muscle-/.test(text)
            && /\\s/.test(text.trim()));
        }"""
    )
    assert colours == []


@pytest.mark.parametrize("path", ["", GUIDE, "exercises/barbell-back-squat/"])
def test_nothing_sticks_out_of_a_narrow_phone(served: str, new_page: NewPage, path: str) -> None:
    page = new_page(320)
    page.goto(served + path)
    assert page.evaluate("document.documentElement.scrollWidth") <= 320


def test_every_pillar_and_topic_has_a_sign_of_its_own(served: str, phone: Page) -> None:
    phone.goto(served)
    topics = (
        *("mechanical-overload", "mechanical-tension", "metabolic-stress"),
        *("neuromuscular-efficiency", "recovery", "nutrition", "technique", "balance"),
        "documentation",
    )
    signs = {
        phone.evaluate(
            """topic => {
              const tag = document.createElement("span");
              tag.dataset.pillar = topic;
              document.body.append(tag);
              return getComputedStyle(tag).getPropertyValue("--fp-icon");
            }""",
            topic,
        )
        for topic in topics
    }
    assert len(signs) == len(topics)
    assert all(sign.startswith("url(") for sign in signs)
