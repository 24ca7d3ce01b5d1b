"""The catalogue: what equipment a program asks for, the finder over it, programs side by side."""

import json
import random
from collections.abc import Callable, Iterator
from typing import Any
from urllib.parse import urlsplit

import axe
import pytest
from built_site import NewPage
from conftest import Lay
from kit_fit import kit_fit
from playwright.sync_api import Page, Route, expect

from generator.export.facts_json import facts
from generator.measure.slots import Slot, slots, ways
from generator.model import Library
from generator.model.kits import OWNABLE
from generator.plan import Plan
from generator.project import Project
from generator.view.kit import KitTable

BARBELL = frozenset({"barbell", "rack", "plates"})


@pytest.fixture(scope="session")
def plans(project: Project) -> dict[str, Plan]:
    found = {review.plan.program.id: review.plan for review in project.reviews if review.plan}
    assert len(found) >= 6
    return found


def fit_in_words(plan: Plan, owned: frozenset[str]) -> tuple[list[str], list[str]]:
    fit = kit_fit(slots(plan), owned)
    return [f"{one.id} > {other.id}" for one, other in fit.swaps], list(fit.missing)


# What a program asks for


def test_equipment_that_would_stand_idle_is_not_asked_for(library: Library) -> None:
    asked = {id_: ways(library.exercises[id_]) for id_ in ("back-extension", "split-squat")}
    # [bench], [bench, plates] and [bench, dumbbell]; the body alone, or a dumbbell
    assert asked == {"back-extension": (("bench",),), "split-squat": ((),)}


LOADED = """
equipment: [leg-press, box]
blocks:
  - name: Build
    weeks: 2
    sessions:
      - name: Legs
        day: monday
        exercises:
          - exercise: leg-press
            sets: 3
            reps: 8
            rir: 2
            rest: 3 min
            swap: [{exercise: goblet-squat}, {exercise: bodyweight-squat}]
          - {exercise: step-up, sets: 3, reps: 8, rir: 2, rest: 2 min}
          - {exercise: split-squat, sets: 3, reps: 8, rir: 2, rest: 2 min}
      - name: Again
        day: thursday
        exercises:
          - exercise: leg-press
            sets: 3
            reps: 8
            rir: 2
            rest: 3 min
            swap: [{exercise: goblet-squat}, {exercise: bodyweight-squat}]
          - {exercise: leg-press, sets: 1, reps: 20, rir: 2, rest: 3 min}
"""


def test_each_kind_of_place_stands_once_and_the_body_needs_no_place(lay: Lay) -> None:
    found = [[one.id for one in slot.choices] for slot in slots(lay(LOADED))]
    assert found == [["leg-press", "goblet-squat", "bodyweight-squat"], ["step-up"], ["leg-press"]]


@pytest.mark.parametrize(
    ("owned", "swaps", "missing"),
    [
        ({"leg-press", "box"}, [], []),
        # the last leg press has no swap, a step-up takes a box or a bench
        ({"dumbbell"}, ["leg-press > goblet-squat"], ["box", "leg-press"]),
        (set(), ["leg-press > bodyweight-squat"], ["box", "leg-press"]),
        ({"leg-press"}, [], ["box"]),
        ({"leg-press", "bench"}, [], []),
    ],
)
def test_a_place_is_filled_by_its_exercise_or_the_first_swap_that_can_be_done(
    lay: Lay, owned: set[str], swaps: list[str], missing: list[str]
) -> None:
    assert fit_in_words(lay(LOADED), frozenset(owned)) == (swaps, missing)


def test_dumbbells_without_a_bench_cost_the_beginner_program_one_swap(
    plans: dict[str, Plan],
) -> None:
    """By hand from the file: its step-ups alone need a bench or a box; "split squat" stands in.

    With a barbell for dumbbells, the goblet squat goes twice (to the bodyweight squat in the first
    block, to a single-leg squat in the last) and the calf raise once.
    """
    plan = plans["dumbbell-two-days"]
    assert fit_in_words(plan, frozenset({"dumbbell"})) == (["step-up > split-squat"], [])
    assert fit_in_words(plan, frozenset({"dumbbell", "bench"})) == ([], [])
    assert fit_in_words(plan, BARBELL | {"bench"}) == (
        [
            "goblet-squat > bodyweight-squat",
            "standing-calf-raise > single-leg-calf-raise",
            "goblet-squat > single-leg-box-squat",
        ],
        [],
    )


def kits(number: int) -> Iterator[frozenset[str]]:
    """Random kits, the same every time; small and large ones."""
    chance = random.Random(4)
    for _ in range(number):
        yield frozenset(chance.sample(OWNABLE, chance.randrange(len(OWNABLE) + 1)))


def test_who_buys_what_is_missing_can_do_the_program(plans: dict[str, Plan]) -> None:
    """Laws: more equipment never asks for more, and what is listed is enough without a swap."""
    for plan in plans.values():
        places = slots(plan)
        listed = kit_fit(places, frozenset(plan.program.equipment))
        assert not listed.swaps
        assert not listed.missing
        for kit in kits(200):
            missing = kit_fit(places, kit).missing
            assert not kit.intersection(missing)
            assert not kit_fit(places, kit | set(missing)).missing
            if not missing:
                assert not kit_fit(places, kit | {"bench"}).missing


def test_a_program_costs_the_finder_few_bytes(plans: dict[str, Plan]) -> None:
    table = KitTable(tuple(plans.values()))
    assert len(OWNABLE) <= 31, "the finder counts in bits of 32"
    assert len(table.script) < 3_000
    assert max(len(table.line(plan)) for plan in plans.values()) < 120


# The scripts


Module = Callable[[str, str], Any]


@pytest.fixture
def module(phone: Page, served: str, site: Any) -> Module:
    """Calls `module("words", "counted(2, 'swap')")`."""
    (folder,) = (site / "assets/scripts").iterdir()
    phone.goto(f"{served}404.html")

    def call(name: str, expression: str) -> Any:
        address = f"{served}assets/scripts/{folder.name}/{name}.js"
        return phone.evaluate(
            f"import('{address}').then(it => {{ with (it) {{ return {expression} }} }})"
        )

    return call


def test_the_finder_fits_as_the_generator_does(module: Module, plans: dict[str, Plan]) -> None:
    table = KitTable(tuple(plans.values()))
    tried = list(kits(150))
    asked = json.dumps([sorted(kit) for kit in tried])
    for plan in plans.values():
        found = module(
            "finder/kit",
            f"(table => {asked}.map(kit => fit(slotsOf('{table.line(plan)}', table), kit, table)))"
            f"({table.script})",
        )
        for kit, told in zip(tried, found, strict=True):
            fit = kit_fit(slots(plan), kit)
            assert told["swaps"] == [[one.name, other.name] for one, other in fit.swaps]
            assert sorted(told["missing"]) == sorted(fit.missing)


KNOWN = {
    "days": ["2", "3"],
    "level": ["beginner", "advanced"],
    "goal": ["hypertrophy"],
    "equipment": list(OWNABLE),
    "sort": ["level", "minutes"],
    "compare": ["a", "b", "c", "d"],
}


def test_wishes_come_back_from_their_address(module: Module) -> None:
    chance = random.Random(7)

    def some(words: list[str], most: int = 9) -> list[str]:
        return chance.sample(words, chance.randrange(min(len(words), most) + 1))

    wishes = [
        {
            "days": some(KNOWN["days"]),
            "level": some(KNOWN["level"]),
            "goal": some(KNOWN["goal"]),
            "minutes": chance.choice([None, 1, 45, 999]),
            "weeks": chance.choice([None, 9]),
            "kit": chance.choice([None, [], some(KNOWN["equipment"])]),
            "sort": chance.choice(KNOWN["sort"]),
            "compare": some(KNOWN["compare"], 3),
        }
        for _ in range(200)
    ]
    for remembered in ("true", "false"):
        told = module(
            "finder/wishes",
            f"{json.dumps(wishes)}.map("
            f"it => wishesIn(addressOf(it, {remembered}), {json.dumps(KNOWN)}))",
        )
        assert [it["wishes"] for it in told] == wishes
        assert not any(it["ignored"] for it in told)


@pytest.mark.parametrize(
    ("search", "ignored"),
    [
        ("?days=9,2,x", ["days=9", "days=x"]),
        ("?max-minutes=-5&max-weeks=1e9", ["max-minutes=-5", "max-weeks=1e9"]),
        ("?max-minutes=", ["max-minutes="]),
        ("?equipment=spaceship", ["equipment=spaceship"]),
        ("?compare=a,b,c,d", ["compare=d"]),
        ("?sort=x&nothing&__proto__=1", ["sort=x", "nothing", "__proto__=1"]),
        ("?h=squat&utm_source=mail", []),
        ("?%E0%A4%A", ["\ufffd%A"]),
    ],
)
def test_what_an_address_cannot_mean_is_left_out_and_named(
    module: Module, search: str, ignored: list[str]
) -> None:
    told = module("finder/wishes", f"wishesIn({json.dumps(search)}, {json.dumps(KNOWN)})")
    assert told["ignored"] == ignored


# The finder in a browser


def shown(page: Page) -> list[str]:
    """Ids of the programs that fit, in the order a reader sees them."""
    page.wait_for_selector("[data-ready]", state="attached")
    found: list[str] = page.locator("ul.fp-programs:not(.fp-near *) > .fp-card").evaluate_all(
        "cards => cards.filter(it => it.checkVisibility()).map(it => it.id)"
    )
    return found


def query(page: Page) -> str:
    return urlsplit(page.url).query


def tick(page: Page, name: str) -> None:
    page.get_by_role("checkbox", name=name, exact=True).click()


def card(page: Page, id_: str) -> Any:
    return page.locator(f"#{id_}")


def test_a_lifter_finds_what_a_kit_allows(phone: Page, served: str) -> None:
    phone.goto(f"{served}programs/")
    assert len(shown(phone)) == 6
    phone.get_by_role("button", name="Filters").click()
    tick(phone, "Dumbbells")
    expect(phone.get_by_role("button", name="Filters (1)")).to_be_visible()
    phone.get_by_role("button", name="Show 1 program").click()
    assert shown(phone) == ["dumbbell-two-days"]
    fits = card(phone, "dumbbell-two-days").locator(".fp-fit")
    expect(fits.locator("summary")).to_have_text("Fits with 1 swap")
    fits.locator("summary").click()
    expect(fits.locator("li")).to_have_text(["Step-up → Split squat"])
    phone.get_by_text("With more equipment: 5 more programs").click()
    expect(card(phone, "home-bodyweight-bands").locator(".fp-fit")).to_have_text(
        "You also need: bands, bench"
    )
    phone.get_by_role("button", name="Filters (1)").click()
    tick(phone, "Bench")
    assert query(phone) == "equipment=dumbbell,bench"
    expect(fits).to_have_text("Fits as written")
    expect(phone.locator(".fp-found")).to_have_text("1 of 6 programs")
    tick(phone, "Bands")
    assert shown(phone) == ["dumbbell-two-days", "home-bodyweight-bands"]


@pytest.mark.parametrize(
    ("address", "ids"),
    [
        ("days=2", ["dumbbell-two-days", "barbell-two-days"]),
        ("days=2&max-minutes=45", ["dumbbell-two-days"]),
        ("max-minutes=39", ["dumbbell-two-days", "machines-short-sessions"]),
        ("max-weeks=10&level=intermediate&goal=hypertrophy", [
            "barbell-two-days", "home-bodyweight-bands", "machines-short-sessions",
        ]),
        ("level=beginner,advanced", ["dumbbell-two-days", "quadriceps-specialisation"]),
        ("equipment=bodyweight", []),
        ("days=3&max-weeks=11&sort=title", [
            "barbell-three-days", "home-bodyweight-bands", "machines-short-sessions",
        ]),
    ],
)  # fmt: skip
def test_an_address_is_a_search_that_can_be_shared(
    phone: Page, served: str, address: str, ids: list[str]
) -> None:
    phone.goto(f"{served}programs/?{address}")
    assert shown(phone) == ids
    assert query(phone) == address
    phone.reload()
    assert shown(phone) == ids


def test_the_back_button_leads_to_the_same_list(phone: Page, served: str) -> None:
    phone.goto(f"{served}programs/")
    shown(phone)
    phone.get_by_role("button", name="Filters").click()
    tick(phone, "2")
    phone.get_by_role("combobox", name="Sort").select_option("minutes")
    found = shown(phone)
    assert found == ["dumbbell-two-days", "barbell-two-days"]
    card(phone, "barbell-two-days").get_by_role("link").click()
    expect(phone.get_by_role("heading", level=1)).to_contain_text("Barbell Legs in Two Days")
    phone.go_back()
    assert shown(phone) == found
    assert query(phone) == "days=2&sort=minutes"
    phone.go_forward()
    expect(phone.get_by_role("heading", level=1)).to_contain_text("Barbell Legs in Two Days")


def test_a_thousand_programs_are_cleared_without_laying_out_what_nobody_sees(
    phone: Page, served: str
) -> None:
    """Chromium took seconds for it; the time itself would tell more of the machine."""

    def thousand(route: Any) -> None:
        html = route.fetch().text()
        start = html.index('<li class="fp-card"')
        end = html.index("</li>\n</ul>\n", html.index("fp-meta", start)) + len("</li>\n")
        card = html[start:end]
        assert card.count('class="fp-card"') == 1
        more = "".join(card.replace('id="', f'id="copy-{n}-', 1) for n in range(1000))
        route.fulfill(body=html[:start] + more + html[start:], content_type="text/html")

    address = f"{served}programs/?max-minutes=5"
    phone.route(address, thousand)
    phone.goto(address)
    assert shown(phone) == []
    phone.locator(".fp-clear").click()
    assert len(shown(phone)) == 1006
    laid_out = phone.locator("ul.fp-programs > .fp-card > h3").evaluate_all(
        "all => all.filter(it => it.checkVisibility({contentVisibilityAuto: true})).length"
    )
    assert 24 <= laid_out < 120


def test_equipment_is_remembered_and_an_address_wins(phone: Page, served: str) -> None:
    phone.goto(f"{served}programs/")
    shown(phone)
    phone.get_by_role("button", name="Filters").click()
    phone.get_by_role("button", name="Dumbbells", exact=True).click()
    mine = ["dumbbell-two-days", "home-bodyweight-bands"]
    assert shown(phone) == mine
    phone.goto(f"{served}programs/")
    assert shown(phone) == mine
    phone.goto(f"{served}programs/?equipment=dumbbell")
    assert shown(phone) == ["dumbbell-two-days"]
    phone.goto(f"{served}programs/")
    assert shown(phone) == mine, "somebody's link has changed what I own"
    phone.get_by_role("button", name="Clear all").click()
    assert len(shown(phone)) == 6
    assert query(phone) == "equipment=any"
    kept = phone.evaluate("JSON.parse(localStorage['pillars:settings']).equipment")
    assert set(kept) == {"bodyweight", "dumbbell", "bench", "box", "band"}


@pytest.mark.parametrize("sort", ["days", "minutes", "weeks", "title", "swaps"])
def test_programs_come_in_the_order_asked_for(phone: Page, served: str, sort: str) -> None:
    kit = "barbell,rack,plates,bench"
    address = f"?equipment={kit}&sort=swaps" if sort == "swaps" else f"?sort={sort}"
    phone.goto(f"{served}programs/{address}")
    ids = shown(phone)
    keys = [
        card(phone, id_).evaluate(
            """(card, sort) =>
            sort === "title" ? card.querySelector("h3").textContent.toLowerCase()
            : sort === "swaps" ? card.querySelectorAll(".fp-fit li").length
            : +card.dataset[sort]""",
            sort,
        )
        for id_ in ids
    ]
    assert len(ids) == (1 if sort == "swaps" else 6)
    assert keys == sorted(keys)


def test_fewest_swaps_come_first(phone: Page, served: str) -> None:
    owned = "barbell,rack,plates,bench,leg-curl-machine"
    phone.goto(f"{served}programs/?equipment={owned}&sort=swaps")
    # by hand: leg extensions and calf raises go; goblet squats go twice, calf raises once
    assert shown(phone) == ["barbell-three-days", "dumbbell-two-days"]
    counts = phone.locator("ul.fp-programs:not(.fp-near *) .fp-fit summary").all_inner_texts()
    assert counts == ["Fits with 2 swaps", "Fits with 3 swaps"]


def test_an_empty_list_says_what_to_loosen(phone: Page, served: str) -> None:
    phone.goto(f"{served}programs/?days=3&max-minutes=35&level=intermediate")
    assert shown(phone) == []
    none = phone.locator(".fp-none")
    expect(none.get_by_role("button")).to_have_text(["Without the limit of 35 minutes: 3 programs"])
    none.get_by_role("button").click()
    assert len(shown(phone)) == 3
    expect(none).to_be_hidden()
    assert query(phone) == "days=3&level=intermediate"
    expect(phone.locator(".fp-found")).to_be_focused()


def test_two_things_in_the_way_are_told_apart_from_one(phone: Page, served: str) -> None:
    phone.goto(f"{served}programs/?max-minutes=20&equipment=sled")
    assert shown(phone) == []
    phone.locator(".fp-none").get_by_role("button", name="Clear all").click()
    assert len(shown(phone)) == 6


def test_junk_in_an_address_is_text_and_told(phone: Page, served: str) -> None:
    phone.goto(f"{served}programs/?days=2,<img src=x onerror=document.title='hit'>&planet=mars")
    assert shown(phone) == ["dumbbell-two-days", "barbell-two-days"]
    note = phone.locator(".fp-filter-note")
    expect(note).to_contain_text("“days=<img src=x onerror=document.title='”")
    expect(note).to_contain_text("“planet=mars”")
    assert query(phone) == "days=2"
    assert phone.title() != "hit"


def test_the_finder_works_from_the_keyboard(phone: Page, served: str) -> None:
    phone.goto(f"{served}programs/")
    shown(phone)
    phone.get_by_role("button", name="Filters").focus()
    phone.keyboard.press("Enter")
    phone.keyboard.press("Tab")  # the order
    phone.keyboard.press("Tab")
    expect(phone.get_by_role("checkbox", name="2", exact=True)).to_be_focused()
    phone.keyboard.press("Space")
    assert shown(phone) == ["dumbbell-two-days", "barbell-two-days"]
    phone.get_by_role("button", name="Show 2 programs").press("Enter")
    expect(phone.get_by_role("button", name="Filters (1)")).to_be_focused()
    phone.get_by_role("checkbox", name="Compare Dumbbell Legs in Two Days").press("Space")
    phone.get_by_role("checkbox", name="Compare Barbell Legs in Two Days").press("Space")
    phone.get_by_role("link", name="Compare 2 programs").press("Enter")
    expect(phone.locator(".fp-side").get_by_role("columnheader")).to_have_count(2)


def test_no_tick_is_lost_while_the_finder_is_on_its_way(new_page: NewPage, served: str) -> None:
    page = new_page(1280)
    held: list[Route] = []
    page.route("**/finder/start.js", lambda route: held.append(route))
    with page.expect_request("**/finder/start.js"):
        page.goto(f"{served}programs/")
    days = page.get_by_role("checkbox", name="2", exact=True)
    expect(page.locator("form.fp-filter")).to_have_attribute("inert", "")
    held[0].continue_()
    days.click()
    expect(days).to_be_checked()
    expect(page).to_have_url(f"{served}programs/?days=2")


def test_the_catalogue_needs_no_script(new_page: NewPage, served: str) -> None:
    page = new_page(java_script_enabled=False)
    page.goto(f"{served}programs/")
    assert page.locator(".fp-card:visible h3 a").count() == 6
    main = page.locator("article")
    assert main.get_by_role("button").count() == 0
    assert main.get_by_role("checkbox").count() == 0
    assert page.locator("article select:visible").count() == 0
    page.get_by_role("link", name="See all of them in one table").click()
    rows = page.locator(".fp-compare tbody tr:visible")
    assert rows.count() == 6
    assert rows.first.get_by_role("cell").count() == 6
    assert page.locator("article").get_by_role("checkbox").count() == 0


def test_a_browser_that_keeps_nothing_still_finds(new_page: NewPage, served: str) -> None:
    page = new_page(1280)
    page.add_init_script(
        "Object.defineProperty(window, 'localStorage', {get() { throw new Error('no') }})"
    )
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.goto(f"{served}programs/")
    shown(page)
    tick(page, "Dumbbells")
    assert shown(page) == ["dumbbell-two-days"]
    assert errors == []


@pytest.mark.parametrize(
    "path",
    [
        "programs/",
        "programs/?days=2&equipment=dumbbell",
        "programs/?sort=minutes",
        "programs/?max-minutes=20",
        "programs/compare/",
        "programs/compare/?programs=barbell-two-days,dumbbell-two-days",
    ],
)
@pytest.mark.parametrize("width", [390, 1440])
def test_nothing_moves_under_a_reader(
    new_page: NewPage, served: str, path: str, width: int
) -> None:
    page = new_page(width)
    page.goto(f"{served}{path}")
    page.wait_for_selector("[data-ready]", state="attached")
    page.wait_for_timeout(150)
    moved = page.evaluate(
        """new Promise(done => {
            let sum = 0
            new PerformanceObserver(list => {
                for (const it of list.getEntries()) if (!it.hadRecentInput) sum += it.value
            }).observe({type: "layout-shift", buffered: true})
            setTimeout(() => done(sum), 100)
        })"""
    )
    assert moved < 0.005
    wider = page.evaluate("document.documentElement.scrollWidth > innerWidth")
    assert not wider, "the page scrolls sideways"


# Side by side


def test_facts_are_those_of_the_guide(project: Project, site: Any, plans: dict[str, Plan]) -> None:
    """By hand for a program whose guide is checked elsewhere: two days, nine weeks, one deload."""
    path = site / "programs/dumbbell-two-days/facts.json"
    told = json.loads(path.read_text(encoding="utf-8"))
    rows = {row["name"]: row for group in told["groups"] for row in group["rows"]}
    assert {name: rows[name]["text"] for name in ("Level", "Days", "Length", "Deload weeks")} == {
        "Level": "Beginner", "Days": "2 days a week", "Length": "9 weeks", "Deload weeks": "1",
    }  # fmt: skip
    assert rows["Quadriceps"] == {
        "name": "Quadriceps",
        "text": "9 sets",
        "under": "8 direct; inside 6–16",
        "band": {"sets": 9.0, "low": 6.0, "high": 16.0},
    }
    guide = (site / "programs/dumbbell-two-days/index.html").read_text(encoding="utf-8")
    assert rows["A session"]["text"] in guide


def test_a_band_is_for_muscle_growth_and_what_is_left_out_is_told(lay: Lay) -> None:
    from generator.review import Review
    from generator.view.context import Context

    def rows(fragment: str) -> dict[str, Any]:
        plan = lay(fragment)

        class Quiet(Context):
            def findings(self, _: Plan) -> tuple[()]:
                return ()

        quiet = Quiet(plan.library, tuple[Review]())
        groups = facts(plan, quiet)["groups"]
        return {row["name"]: row for group in groups for row in group["rows"]}

    assert "band" in rows("")["Quadriceps"]
    strong = rows("goal: strength\nout_of_scope: [calves]\n")
    assert not any("band" in row for row in strong.values())
    assert strong["Calves"]["under"].endswith("left to other training")
    assert (
        strong["Rules passed"]["text"].partition(" of ")[0]
        == strong["Rules passed"]["text"].partition(" of ")[2]
    )


def pick(page: Page, *titles: str) -> None:
    for title in titles:
        page.get_by_role("checkbox", name=f"Compare {title}").click()


def test_the_keyboard_chooses_one_program_after_the_other(phone: Page, served: str) -> None:
    """A card that is taken out and put back would lose the focus."""
    phone.goto(f"{served}programs/")
    shown(phone)
    box = phone.get_by_role("checkbox", name="Compare Dumbbell Legs in Two Days")
    box.focus()
    phone.keyboard.press("Space")
    expect(box).to_be_checked()
    expect(box).to_be_focused()


def test_two_programs_are_laid_side_by_side(phone: Page, served: str) -> None:
    phone.goto(f"{served}programs/?equipment=barbell,rack,plates,bench")
    shown(phone)
    phone.locator(".fp-near > summary").click()
    pick(phone, "Dumbbell Legs in Two Days")
    bar = phone.get_by_role("region", name="Chosen to compare")
    expect(bar).to_contain_text("choose one or two more")
    expect(bar.get_by_role("link")).to_have_count(0)
    pick(phone, "Barbell Legs in Three Days")
    assert query(phone).endswith("&compare=dumbbell-two-days,barbell-three-days")
    bar.get_by_role("link", name="Compare 2 programs").click()
    table = phone.locator(".fp-side")
    expect(table.get_by_role("columnheader")).to_have_text(
        ["Dumbbell Legs in Two Days", "Barbell Legs in Three Days"]
    )
    level = table.get_by_role("row", name="Level ≠ differs")
    expect(level.get_by_role("cell")).to_have_text(["Beginner", "Intermediate"])
    goal = table.get_by_role("row", name="Goal Muscle growth")
    expect(goal).not_to_contain_text("≠")
    fits = table.get_by_role("row", name="With what I own").get_by_role("cell")
    expect(fits.nth(0)).to_contain_text("Fits with 3 swaps")
    expect(fits.nth(1)).to_have_text("You also need: leg curl machine")
    phone.get_by_role("checkbox", name="Only what differs").click()
    expect(goal).to_be_hidden()
    expect(level).to_be_visible()
    phone.go_back()
    expect(phone.get_by_role("region", name="Chosen to compare")).to_contain_text("2 programs")


def test_three_fit_side_by_side_and_no_more(phone: Page, served: str) -> None:
    phone.goto(f"{served}programs/compare/")
    phone.wait_for_selector("[data-ready]")
    pick(phone, "Dumbbell Legs", "Barbell Legs in Two", "Quadriceps")
    expect(phone.get_by_role("checkbox", name="Compare Machine Legs")).to_be_disabled()
    phone.get_by_role("link", name="Compare 3 programs").click()
    heads = phone.locator(".fp-side").get_by_role("columnheader")
    expect(heads).to_have_count(3)
    phone.get_by_role("link", name="Leave out Dumbbell Legs in Two Days").click()
    expect(heads).to_have_count(2)
    assert query(phone) == "programs=barbell-two-days,quadriceps-specialisation"


def test_a_comparison_sent_by_mail_shows_what_was_meant(phone: Page, served: str) -> None:
    """Others add to an address what is no concern of ours; an empty word asks nothing."""
    ids = "barbell-two-days,dumbbell-two-days"
    phone.goto(f"{served}programs/compare/?programs={ids}&equipment=&utm_source=mail&fbclid=x")
    row = phone.get_by_role("row", name="With what I own")
    expect(row).to_contain_text("not said yet")
    expect(phone.locator(".fp-filter-note")).to_have_text("")


def test_a_shared_comparison_with_junk_shows_what_it_can(phone: Page, served: str) -> None:
    ids = "barbell-two-days,nobody,<b>,dumbbell-two-days,home-bodyweight-bands,barbell-three-days"
    phone.goto(f"{served}programs/compare/?programs={ids}&planet=mars")
    expect(phone.locator(".fp-side").get_by_role("columnheader")).to_have_count(3)
    note = phone.locator(".fp-filter-note")
    for part in (
        "programs=nobody",
        "programs=<b>",
        "programs=barbell-three-days",
        "planet=mars",
    ):
        expect(note).to_contain_text(part)
    phone.goto(f"{served}programs/compare/?programs=nobody")
    phone.wait_for_selector("[data-ready]")
    expect(phone.locator(".fp-compare tbody tr").first).to_be_visible()
    expect(phone.locator(".fp-side")).to_have_count(0)


def test_equipment_that_nobody_knows_is_named_and_passed_over(phone: Page, served: str) -> None:
    address = f"{served}programs/compare/?programs=barbell-two-days,dumbbell-two-days&equipment="
    row = phone.get_by_role("row", name="With what I own")
    note = phone.locator(".fp-filter-note")
    phone.goto(f"{address}junk,constructor")
    expect(note).to_contain_text("“equipment=junk”, “equipment=constructor”")
    expect(row).to_contain_text("not said yet")
    phone.goto(f"{address}junk,dumbbell,bench")
    expect(note).to_contain_text("“equipment=junk”")
    expect(row).to_contain_text("You also need: barbell")
    phone.goto(f"{address}bodyweight")
    expect(row).to_contain_text("You also need")
    expect(note).to_have_text("")


def test_facts_that_do_not_come_leave_the_table(phone: Page, served: str) -> None:
    phone.route("**/facts.json", lambda route: route.abort())
    phone.goto(f"{served}programs/compare/?programs=barbell-two-days,dumbbell-two-days")
    expect(phone.locator(".fp-filter-note")).to_contain_text("did not load")
    expect(phone.locator(".fp-compare tbody tr").first).to_be_visible()


@pytest.mark.parametrize(("width", "scheme"), [(390, "dark"), (390, "light"), (1440, "dark")])
def test_axe_finds_nothing(new_page: NewPage, served: str, width: int, scheme: str) -> None:
    page = new_page(width, color_scheme=scheme)
    page.goto(f"{served}programs/?equipment=dumbbell&days=2&x=1&compare=barbell-two-days")
    shown(page)
    if width == 390:
        page.get_by_role("button", name="Filters").click()
    page.locator(".fp-near > summary").click()
    page.locator("details.fp-fit > summary").click()
    assert axe.faults(page) == []
    page.goto(f"{served}programs/?sort=minutes&max-minutes=20")
    shown(page)
    assert axe.faults(page) == []
    page.goto(
        f"{served}programs/compare/?programs=barbell-two-days,dumbbell-two-days,quadriceps-specialisation&equipment=dumbbell"
    )
    page.wait_for_selector(".fp-side")
    assert axe.faults(page) == []


def test_a_slot_lists_its_own_exercise_first(library: Library) -> None:
    press, squat = library.exercises["leg-press"], library.exercises["goblet-squat"]
    assert Slot(press, (squat,)).choices == (press, squat)
