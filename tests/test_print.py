"""The print kit: what stands on the sheets, and how they come out on paper."""

import io
from collections import Counter
from fractions import Fraction
from pathlib import Path

import pytest
from axe import faults
from built_site import Links, NewPage, stand_still
from playwright.sync_api import Page
from pypdf import PdfReader

from generator.measure.plates import USUAL, Weights, bar_loads, plates_per_side
from generator.plan import Plan
from generator.project import Project
from generator.render.print_kit import plate_rows, sheets

MILLIMETRE = 72 / 25.4
"""In points."""
GUIDE = "programs/barbell-two-days/"
SCHEMES = {"light": "default", "dark": "slate"}
"""What the theme calls them."""


@pytest.fixture(scope="session")
def plans(project: Project) -> tuple[Plan, ...]:
    found = tuple(review.plan for review in project.reviews if review.plan)
    assert len(found) >= 6
    return found


def test_every_set_of_the_program_has_an_empty_cell(plans: tuple[Plan, ...]) -> None:
    for plan in plans:
        asked = Counter(
            {
                (week.number, session.day, entry.label): len(entry.sets)
                for week in plan.weeks
                for session, entry in week.entries
            }
        )
        found = Counter(
            {
                (week.number, sheet.where.split(" · ")[2].lower(), exercise.label): week.sets
                for sheet in sheets(plan)
                for turn in sheet.turns
                for exercise in turn.exercises
                for week in exercise.weeks
            }
        )
        assert found == asked
        assert all(
            week.sets <= exercise.cells
            for sheet in sheets(plan)
            for turn in sheet.turns
            for exercise in turn.exercises
            for week in exercise.weeks
        )


def test_a_guide_leads_to_its_sheets(pages: dict[str, Links], plans: tuple[Plan, ...]) -> None:
    for plan in plans:
        guide = pages[f"programs/{plan.program.id}/"]
        assert "print/" in guide.targets, plan.program.id


@pytest.mark.parametrize(("paper", "size"), [("A4", (210, 297)), ("Letter", (216, 279))])
def test_a_session_takes_one_sheet_of_paper(
    new_page: NewPage, served: str, plans: tuple[Plan, ...], paper: str, size: tuple[int, int]
) -> None:
    # paper is white whatever the screen shows
    page = new_page(color_scheme="dark")
    for plan in plans:
        page.goto(f"{served}programs/{plan.program.id}/print/")
        found = PdfReader(io.BytesIO(page.pdf(format=paper))).pages
        box = found[0].mediabox
        assert (round(box.width / MILLIMETRE), round(box.height / MILLIMETRE)) == size
        words = [" ".join(sheet.extract_text().split()) for sheet in found]
        assert words[0].startswith(plan.program.title)
        assert "Signs" in words[0]
        made = sheets(plan)
        for sheet in made:
            (held,) = [text for text in words if sheet.where in text]
            assert sheet.title in held
            for turn in sheet.turns:
                for exercise in turn.exercises:
                    assert f"{exercise.label} {exercise.name}" in held, sheet.where
        # an overview, at most a page for each sheet, and one for the plates
        assert len(found) <= 2 + len(made)
        assert all(words), f"{plan.program.id}: an empty page"


@pytest.mark.parametrize("address", [GUIDE, "exercises/leg-press/", "evidence/"])
def test_what_is_dark_on_the_screen_is_light_on_paper(
    new_page: NewPage, served: str, address: str
) -> None:
    colours = []
    for scheme in ("light", "dark"):
        page = new_page(color_scheme=scheme)
        page.goto(served + address)
        page.locator(f"html[data-scheme] [data-md-color-scheme={SCHEMES[scheme]}]").wait_for()
        page.emulate_media(media="print", color_scheme=scheme)
        stand_still(page)
        found = page.locator("article *").evaluate_all(
            "all => all.map(it => getComputedStyle(it)).map(it => `${it.color} ${it.fill}`)"
        )
        colours.append(set(found))
    light, dark = colours
    assert dark == light


def test_paper_is_black_on_white(new_page: NewPage, served: str) -> None:
    page = new_page(color_scheme="dark")
    page.goto(f"{served}programs/barbell-two-days/print/")
    page.emulate_media(media="print", color_scheme="dark")
    colours = page.locator(".fp-paper, .fp-paper :is(p, h2, b, th, td, dt, dd)").evaluate_all(
        "all => [...new Set(all.map(it => getComputedStyle(it).color))]"
    )
    assert colours == ["rgb(0, 0, 0)"]
    shown = page.locator("header.md-header, .md-footer, .fp-screen, article > h1").evaluate_all(
        "all => all.filter(it => it.checkVisibility()).length"
    )
    assert shown == 0


def test_plates_on_paper_add_up() -> None:
    assert plate_rows("kg", USUAL["kg"])[16] == ("100", "25 + 15")
    assert plate_rows("lb", USUAL["lb"])[9] == ("135", "45")
    for unit, weights in USUAL.items():
        for load, side in plate_rows(unit, weights):
            plates = [] if side == "empty bar" else [Fraction(plate) for plate in side.split(" + ")]
            assert weights.bar + 2 * sum(plates) == Fraction(load)
            assert plates == sorted(plates, reverse=True)


def test_plates_that_do_not_make_a_load_are_none() -> None:
    few = Weights(Fraction(20), ((Fraction(20), 1), (Fraction(5), 1)))
    assert [int(load) for load in bar_loads(few)] == [20, 30, 60, 70]
    assert plates_per_side(Fraction(70), few) == (Fraction(20), Fraction(5))
    assert plates_per_side(Fraction(40), few) is None


def test_the_usual_plates_are_those_of_the_scripts(phone: Page, served: str, site: Path) -> None:
    (folder,) = (site / "assets/scripts").iterdir()
    phone.goto(f"{served}404.html")
    told = phone.evaluate(
        f"import('{served}assets/scripts/{folder.name}/settings.js').then(it => it.USUAL)"
    )
    for unit, weights in USUAL.items():
        assert told[unit]["bar"] == weights.bar
        assert [tuple(plate) for plate in told[unit]["plates"]] == list(weights.plates)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_sheets_are_open_to_everybody(new_page: NewPage, served: str, scheme: str) -> None:
    page = new_page(color_scheme=scheme)
    page.goto(f"{served}programs/dumbbell-two-days/print/")
    page.get_by_role("button", name="Print").wait_for()
    assert faults(page) == []


def test_own_loads_stand_in_the_targets_and_own_plates_in_the_table(
    phone: Page, served: str
) -> None:
    """A squat 1RM of 140 kg: 72 % is 100.8, and the nearest that 20 kg plates make is 100."""
    phone.goto(f"{served}programs/barbell-two-days/print/")
    squat = phone.locator("table[data-exercise=barbell-back-squat]").first
    first = squat.locator("tbody tr").first.locator(".fp-log-target")
    phone.get_by_text("Enter what you can lift").wait_for()
    assert first.inner_text().split() == ["3", "×", "8", "72", "%", "RIR", "3"]
    phone.evaluate(
        """localStorage.setItem("pillars:settings", JSON.stringify({
          unit: "kg",
          weights: {kg: {bar: 20, plates: [[20, 2], [10, 1]], dumbbell: 2, machine: 5}},
          lifts: {"barbell-back-squat": {load: 140, unit: "kg", reps: 1, rir: 0}}}))"""
    )
    phone.reload()
    phone.get_by_text("Your loads stand in").wait_for()
    assert first.inner_text().split() == ["3", "×", "8", "72", "%", "RIR", "3", "100", "kg"]
    (table,) = phone.locator(".fp-plate-table").all()[:1]
    assert "Your bar of 20" in table.inner_text()
    rows = phone.locator(".fp-plate-table tbody tr").all_inner_texts()
    assert [" ".join(row.split()) for row in rows] == [
        "20 empty bar", "40 10", "60 20", "80 20 + 10", "100 20 + 20", "120 20 + 20 + 10",
    ]  # fmt: skip
    said = PdfReader(io.BytesIO(phone.pdf(format="A4"))).pages[1].extract_text()
    assert "100\u00a0kg" in said or "100 kg" in said


def test_the_sheets_are_whole_without_scripts(new_page: NewPage, served: str) -> None:
    page = new_page(java_script_enabled=False)
    page.goto(f"{served}programs/barbell-two-days/print/")
    assert page.locator("td[data-set]").count() > 100
    assert page.get_by_role("button").count() == 0
