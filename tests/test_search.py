"""The search: it answers like a lifter asks, and does no harm."""

import gzip
import json
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urldefrag

import pytest
from axe import faults
from built_site import NO_WORKER, Links, NewPage
from playwright.sync_api import Browser, BrowserContext, Page, expect

from generator.load.search_words import muddled_search
from generator.model import Leaning, Library, Meaning, SearchWords

expect.set_options(timeout=20_000)  # a busy machine is slow and is no failure

NODE = Path(__file__).parent / "node/node_modules"
OPENER = ".fp-search-open[aria-haspopup]"
"""The link to the search once it opens the dialog."""
KINDS = {
    "programs": "program",
    "exercises": "exercise",
    "claims": "claim",
    "rules": "rule",
    "sources": "source",
}

QUESTIONS = [
    # what is typed, the kind that comes first, what is among the first three of its kind
    ("knee friendly", "claim", "evidence/claims/knee-stress-depth-lean/"),
    ("knee friendly", "claim", "exercises/romanian-deadlift/"),
    ("my knees hurt", "claim", "framework/rules/rec009-no-stall-rule/"),
    ("are squats bad for your knees", "claim", "evidence/claims/deep-squat-harm/"),
    ("two days dumbbells", "program", "programs/dumbbell-two-days/"),
    ("dumbbell 2 days a week", "program", "programs/dumbbell-two-days/"),
    ("twice a week barbell", "program", "programs/barbell-two-days/"),
    ("three day barbell program", "program", "programs/barbell-three-days/"),
    ("no gym", "program", "programs/home-bodyweight-bands/"),
    ("legs at home without equipment", "program", "programs/home-bodyweight-bands/"),
    ("short sessions", "program", "programs/machines-short-sessions/"),
    ("40 min machines", "program", "programs/machines-short-sessions/"),
    ("new to lifting", "program", "programs/dumbbell-two-days/"),
    ("quad focus", "program", "programs/quadriceps-specialisation/"),
    ("can I add a third day", "program", "programs/barbell-two-days/#question-1"),
    ("why 60 seconds rest", "claim", "evidence/claims/short-rest-growth/"),
    ("why one minute rest", "claim", "evidence/claims/short-rest-growth/"),
    ("60 s rest", "claim", "framework/rules/met002-metabolic-rest-off-range/"),
    ("squat alternatives", "exercise", "exercises/barbell-back-squat/#swaps"),
    ("what can I do instead of leg extensions", "exercise", "exercises/leg-extension/#swaps"),
    ("how deep", "claim", "evidence/claims/full-range-of-motion/"),
    ("how deep goblet squat", "claim", "exercises/goblet-squat/#range-of-motion"),
    ("romanian deadlift sets", "exercise", "exercises/romanian-deadlift/"),
    ("romanian deadlift sets", "exercise", "exercises/romanian-deadlift/#programs"),
    ("RDL", "exercise", "exercises/romanian-deadlift/"),
    ("stiff-leg deadlift", "exercise", "exercises/romanian-deadlift/"),
    ("hams", "exercise", "exercises/nordic-hamstring-curl/"),
    ("hamstring curl no machine", "exercise", "exercises/sliding-leg-curl/"),
    ("deload", "claim", "evidence/claims/deload-hypertrophy/"),
    ("deload", "claim", "glossary/#deload"),
    ("easy week", "claim", "framework/rules/rec005-deload-not-lighter/"),
    ("pump", "claim", "evidence/claims/metabolic-stress-mechanism/"),
    ("how many sets per week", "claim", "evidence/claims/volume-dose-response/"),
    ("how close to failure", "claim", "evidence/claims/failure-proximity/"),
    ("how much protein", "claim", "evidence/claims/protein-planning/"),
    ("can I train legs every day", "claim", "evidence/claims/recovery-window/"),
    ("RPE", "page", "glossary/#rpe"),
    ("TEN004", "rule", "framework/rules/ten004-too-far-from-failure/"),
    ("kubo 2019", "source", "evidence/sources/kubo-2019/"),
    ("write a program", "page", "contribute/first-program/"),
]
SLIPS = [
    ("sqaut", "squat"),
    ("bulgarien split squat", "bulgarian"),
    ("dumbels", "dumbbell"),
    ("hamstirngs", "hamstring"),
    ("protien", "protein"),
]
JUNK = [
    "",
    "   ",
    "?!…",
    "💪🦵🏽",
    "(.*)+$[^",
    "\\d{1,9}\u0000",
    "__proto__ constructor toString",
    '<img src=x onerror="window.harmed=1"><script>window.harmed=1</script>',
    "javascript:window.harmed=1",
    "squat " * 5000,
    "x" * 100_000,
    "1 2 3 4 5 6 7 8 9 0 " * 40,
]

Ask = Callable[[str], list[tuple[str, list[str]]]]


@pytest.fixture(scope="module")
def scripts(site: Path) -> Path:
    """The folder of the scripts in the built site."""
    (folder,) = (site / "assets/scripts").iterdir()
    return folder


@pytest.fixture(scope="module")
def index(scripts: Path) -> dict[str, Any]:
    found: dict[str, Any] = json.loads((scripts / "search/index.json").read_text(encoding="utf-8"))
    return found


@pytest.fixture(scope="module")
def context(browser: Browser) -> Iterator[BrowserContext]:
    context = browser.new_context(viewport={"width": 390, "height": 844}, service_workers=NO_WORKER)
    yield context
    context.close()


@pytest.fixture(scope="module")
def asking(context: BrowserContext, served: str, scripts: Path) -> Page:
    """A page on which `answer(question)` gives what the search finds."""
    page = context.new_page()
    page.goto(f"{served}404.html")
    page.evaluate(
        """async base => {
            const index = await (await fetch(base + 'index.json')).json();
            const { finder } = await import(base + 'find.js');
            window.answer = finder(index);
        }""",
        f"{served}assets/scripts/{scripts.name}/search/",
    )
    return page


@pytest.fixture(scope="module")
def ask(asking: Page) -> Ask:
    """What is found: each kind in order, and its addresses."""

    def ask(question: str) -> list[tuple[str, list[str]]]:
        found: list[Any] = asking.evaluate(
            "question => answer(question).groups.map("
            "  group => [group.kind, group.hits.map(hit => hit.entry.address ?? '')])",
            question,
        )
        return [(kind, hits) for kind, hits in found]

    return ask


def kind_of(address: str) -> str:
    parts = urldefrag(address)[0].split("/")
    return KINDS.get(parts[1] if len(parts) > 3 else parts[0], "page")


@pytest.mark.parametrize(("question", "first", "wanted"), QUESTIONS)
def test_a_question_finds_what_answers_it(ask: Ask, question: str, first: str, wanted: str) -> None:
    found = ask(question)
    assert found[0][0] == first, found
    assert wanted in dict(found)[kind_of(wanted)][:3], found


@pytest.mark.parametrize(("wrote", "meant"), SLIPS)
def test_a_slip_of_the_finger_is_forgiven_and_said(asking: Page, wrote: str, meant: str) -> None:
    found = asking.evaluate("question => answer(question)", wrote)
    assert [guess["took"] for guess in found["guesses"]] == [meant]
    assert found["count"] > 0


def test_what_every_object_has_is_no_number_and_no_unit(
    asking: Page, served: str, scripts: Path
) -> None:
    words = asking.evaluate(
        f"""import('{served}assets/scripts/{scripts.name}/search/words.js')
            .then(it => it.wordsOf('5 constructor, __proto__ and toString'))"""
    )
    assert words == ["5", "constructor", "proto", "and", "tostring"]


def test_numbers_in_words_and_figures_find_the_same(ask: Ask) -> None:
    for same in (
        ["two days a week", "2 days a week", "2-day", "twice a week", "2x a week", "Two-Day"],
        ["60 s", "60 sec", "60 seconds", "sixty seconds", "one minute", "1 min", "1-minute"],
        ["8-12 reps", "8–12 reps", "8 to 12 reps"],
    ):
        found = [next(hits for _, hits in ask(question)) for question in same]
        assert all(hits[:2] == found[0][:2] for hits in found), same


def test_an_index_entry_leads_to_a_place_that_is_there(
    index: dict[str, Any], pages: dict[str, Links]
) -> None:
    broken = []
    for entry in index["entries"]:
        path, anchor = urldefrag(entry.get("address", ""))
        if path not in pages or (anchor and unquote(anchor) not in pages[path].anchors):
            broken.append(entry)
    assert broken == []


def test_every_page_can_be_found(index: dict[str, Any], pages: dict[str, Links]) -> None:
    found = {urldefrag(entry.get("address", ""))[0] for entry in index["entries"]}
    assert pages.keys() - found - {"404.html", "search/"} == set()


def test_every_meaning_has_an_answer(index: dict[str, Any], ask: Ask) -> None:
    """What the words of the search lead to, is found by them; no phrase is for nothing."""
    dead = [phrase for meaning in index["meanings"] for phrase in meaning["say"] if not ask(phrase)]
    assert dead == []
    answered = {number for entry in index["entries"] for number in entry.get("answers", ())}
    silent = [
        meaning["say"][0]
        for number, meaning in enumerate(index["meanings"])
        if meaning["first"] and number not in answered
    ]
    assert silent == []


def test_a_program_that_the_words_of_the_search_show_is_there(library: Library) -> None:
    """Other projects check their programs against our library, so this is no finding there."""
    shown = {target for meaning in library.search.meanings for target in meaning.shows}
    programs = {target.removeprefix("program:") for target in shown if target.startswith("program")}
    assert len(programs) >= 4
    assert programs - set(library.programs) == set()


def test_the_index_is_small(scripts: Path) -> None:
    packed = len(gzip.compress((scripts / "search/index.json").read_bytes(), 9))
    assert packed < 120_000


def test_an_answer_takes_less_than_50_ms(asking: Page) -> None:
    """The middle of all questions, so that a busy machine is no failure."""
    took = asking.evaluate(
        """questions => questions.map(question => {
            const before = performance.now();
            answer(question);
            return performance.now() - before;
        }).sort((one, other) => one - other)""",
        [question for question, *_ in QUESTIONS] + [wrote for wrote, _ in SLIPS],
    )
    assert took[len(took) // 2] < 50


@pytest.mark.parametrize("junk", JUNK)
def test_junk_does_no_harm(context: BrowserContext, served: str, junk: str) -> None:
    page = context.new_page()
    wrong: list[str] = []
    page.on("pageerror", lambda error: wrong.append(str(error)))
    page.goto(f"{served}search/")
    expect(page.locator(".fp-find-examples")).to_be_visible()
    page.locator(".fp-find input").fill(junk)
    expect(page.locator(".fp-find-results > *").first).to_be_visible()
    assert page.evaluate("window.harmed") is None
    assert page.locator(".fp-find img, .fp-find script").count() == 0
    assert wrong == []
    page.close()


def test_what_was_typed_stays_text(phone: Page, served: str) -> None:
    phone.goto(f"{served}search/?q=<b>squat</b>+<img/src=x>+qwxqwxqwx")
    hint = phone.locator(".fp-find-hint").last
    expect(hint).to_contain_text("qwxqwxqwx")
    assert phone.locator(".fp-find-results :is(b, img)").count() == 0


def test_a_browser_tired_of_addresses_still_answers(phone: Page, served: str) -> None:
    """Safari takes 100 in half a minute, and then throws; who types fast types more."""
    phone.add_init_script(
        "history.replaceState = () => { throw new DOMException('too often', 'SecurityError') }"
    )
    phone.goto(f"{served}search/")
    expect(phone.locator(".fp-find-examples")).to_be_visible()
    phone.locator(".fp-find input").fill("squat")
    expect(phone.locator(".fp-find-results li > a").first).to_be_visible()


def test_nothing_of_the_search_is_fetched_before_it_is_opened(phone: Page, served: str) -> None:
    asked: list[str] = []
    phone.on("request", lambda request: asked.append(request.url))
    phone.goto(f"{served}programs/barbell-two-days/", wait_until="load")
    phone.wait_for_timeout(500)
    early = [url for url in asked if re.search(r"minisearch|search/(?!open\.js)|index\.json", url)]
    assert early == []
    phone.locator(OPENER).click()
    expect(phone.locator(".fp-find-examples")).to_be_visible()
    assert any(url.endswith("search/index.json") for url in asked)


def test_a_phone_walks_from_any_page_to_an_answer(phone: Page, served: str) -> None:
    phone.goto(f"{served}exercises/leg-press/")
    phone.locator(OPENER).click()
    box = phone.get_by_role("dialog", name="Search")
    field = box.get_by_role("searchbox", name="Search")
    expect(field).to_be_focused()
    size = box.bounding_box()
    assert size is not None
    assert (size["width"], size["height"]) == (390, 844)
    field.fill("two days dumbels")
    expect(box.locator(".fp-find-hint")).to_contain_text("dumbbell")
    headings = box.locator("section > h2")
    expect(headings.first).to_have_text(re.compile(r"Programs\s+\d+"))
    expect(box.locator("mark").first).to_have_text("Dumbbell")
    small = box.locator("a, button").evaluate_all(
        "them => them.filter(it => it.getBoundingClientRect().height < 43)"
        ".map(it => it.textContent)"
    )
    assert small == []
    box.get_by_role("link", name="Dumbbell Legs in Two Days").first.click()
    expect(phone).to_have_url(f"{served}programs/dumbbell-two-days/")
    phone.locator(OPENER).click()
    expect(phone.get_by_role("searchbox", name="Search")).to_have_value("two days dumbels")
    expect(phone.locator("dialog .fp-find-hit").first).to_be_visible()


def test_more_of_a_kind_is_shown_on_demand(phone: Page, served: str) -> None:
    phone.goto(f"{served}search/?q=squat")
    exercises = phone.locator("section[data-kind=exercise]")
    expect(exercises.locator("li")).to_have_count(4)
    exercises.get_by_role("button", name="more in Exercises").click()
    count = int(exercises.locator(".fp-find-count").inner_text())
    expect(exercises.locator("li")).to_have_count(count)
    expect(exercises.locator("li a").nth(4)).to_be_focused()


@pytest.mark.parametrize("key", ["/", "s", "Control+k"])
def test_the_keyboard_is_enough(new_page: NewPage, served: str, key: str) -> None:
    page = new_page(1440)
    page.goto(f"{served}evidence/")
    expect(page.locator(OPENER)).to_contain_text("Search")
    page.locator("body").press(key)
    field = page.get_by_role("searchbox", name="Search")
    expect(field).to_be_focused()
    field.press_sequentially("squat s")  # neither letter opens anything now
    expect(field).to_have_value("squat s")
    hits = page.locator("dialog .fp-find-hit")
    expect(hits.first).to_be_visible()
    field.press("ArrowDown")
    expect(hits.first).to_be_focused()
    page.keyboard.press("ArrowDown")
    expect(hits.nth(1)).to_be_focused()
    page.keyboard.press("ArrowUp")
    page.keyboard.press("ArrowUp")
    expect(field).to_be_focused()
    page.keyboard.press("ArrowDown")
    page.keyboard.type("p")  # a letter on a result goes on with the question
    expect(field).to_have_value("squat sp")
    field.press("Escape")
    expect(page.get_by_role("dialog", name="Search")).to_have_count(0)
    page.locator("body").press(key)
    field.fill("rdl")
    expect(hits.first).to_contain_text("Romanian deadlift")
    field.press("Enter")
    expect(page).to_have_url(f"{served}exercises/romanian-deadlift/")
    page.close()


def test_the_search_page_is_an_address_to_share(phone: Page, served: str) -> None:
    phone.goto(f"{served}glossary/")
    phone.locator(OPENER).click()
    phone.get_by_role("searchbox", name="Search").fill("no gym")
    expect(phone.locator("dialog .fp-find-hit").first).to_be_visible()
    phone.get_by_role("link", name="Open as a page to share").click()
    expect(phone).to_have_url(f"{served}search/?q=no+gym")
    expect(phone.locator("article .fp-find-hit").first).to_contain_text("Legs at Home")
    phone.locator("article .fp-find input").fill("pump")
    expect(phone).to_have_url(f"{served}search/?q=pump")
    phone.locator(OPENER).click()  # no box over a page that is the search
    expect(phone.locator("article .fp-find input")).to_be_focused()
    assert phone.locator("dialog").count() == 0


def test_nothing_found_says_where_to_look(phone: Page, served: str) -> None:
    phone.goto(f"{served}search/?q=qwxqwxqwx")
    expect(phone.locator(".fp-find-none")).to_have_text("Nothing found.")
    phone.locator(".fp-find-indexes").get_by_role("link", name="Exercises").click()
    expect(phone).to_have_url(f"{served}exercises/")


def test_an_index_that_does_not_come_is_said_and_asked_for_again(phone: Page, served: str) -> None:
    phone.goto(f"{served}glossary/")
    phone.route("**/index.json", lambda route: route.abort())
    phone.locator(OPENER).click()
    again = phone.get_by_role("button", name="Try again")
    expect(again).to_be_visible()
    phone.unroute("**/index.json")
    again.click()
    expect(phone.locator(".fp-find-examples")).to_be_visible()


def test_without_scripts_nothing_is_dead(new_page: NewPage, served: str) -> None:
    page = new_page(java_script_enabled=False)
    page.goto(f"{served}programs/")
    expect(page.locator(".fp-search-open")).not_to_be_visible()
    page.goto(f"{served}search/")
    expect(page.get_by_text("Searching needs a script")).to_be_visible()
    expect(page.locator("article input")).not_to_be_visible()
    page.locator("article").get_by_role("link", name="Programs", exact=True).click()
    expect(page).to_have_url(f"{served}programs/")


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [390, 1440])
def test_axe_finds_nothing_with_the_search_open(
    new_page: NewPage, served: str, width: int, scheme: str
) -> None:
    page = new_page(width, color_scheme=scheme)
    page.goto(f"{served}search/?q=how+deep+dumbels")
    expect(page.locator(".fp-find-hit").first).to_be_visible()
    found = faults(page)
    page.goto(f"{served}framework/pillars/recovery/")
    page.locator(OPENER).wait_for()
    page.locator("body").press("/")
    field = page.get_by_role("searchbox", name="Search")
    expect(page.locator(".fp-find-examples")).to_be_visible()
    found += faults(page, within="dialog[open]")
    for question in ("how deep dumbels", "qwxqwxqwx"):
        field.fill(question)
        expect(page.locator(".fp-find-hit, .fp-find-none").first).to_be_visible()
        found += faults(page, within="dialog[open]")
    assert found == []


def test_the_header_does_not_move_when_scripts_run(phone: Page, served: str) -> None:
    phone.goto(served, wait_until="load")
    shift = phone.evaluate(
        """new Promise(done => {
            let sum = 0;
            new PerformanceObserver(list => {
                for (const entry of list.getEntries()) sum += entry.value;
            }).observe({ type: 'layout-shift', buffered: true });
            setTimeout(() => done(sum), 200);
        })"""
    )
    assert shift < 0.01


def test_the_vendored_engine_is_the_one_of_the_package(root: Path) -> None:
    vendor = root / "content/scripts/vendor"
    package = NODE / "minisearch"
    assert json.loads((package / "package.json").read_text())["version"] == "7.2.0"
    assert (vendor / "minisearch.js").read_bytes() == (package / "dist/es/index.js").read_bytes()
    licence = (vendor / "minisearch.LICENSE.txt").read_bytes()
    assert licence == (package / "LICENSE.txt").read_bytes()


def test_the_licence_of_the_engine_lies_beside_it_on_the_site(scripts: Path) -> None:
    assert (scripts / "vendor/minisearch.LICENSE.txt").is_file()


@pytest.mark.parametrize(
    ("meaning", "said"),
    [
        (Meaning(("pump",)), "SCH013 these words neither mean nor show anything"),
        (Meaning((), ("x",)), "SCH013 there is nothing to type here"),
        (Meaning(("?!",), ("x",)), "SCH004 “?!” has no letter or digit"),
        (Meaning(("a-b", "A b"), ("x",)), "SCH015 “A b” already stands here as “a-b”"),
        (Meaning(("x",), (), ("frequency",)), "SCH004 “frequency” is no target"),
        (Meaning(("x",), (), ("book:frequency",)), "SCH004 “book:frequency” is no target"),
        (Meaning(("x",), (), ("claim:frequancy",)), "SCH016 there is no claim `frequancy`"),
        (Meaning(("x",), (), ("word:delod",)), "SCH016 there is no word `delod`"),
    ],
)
def test_words_of_the_search_that_lead_nowhere_are_found(
    library: Library, meaning: Meaning, said: str
) -> None:
    words = SearchWords(meanings=(meaning,))
    found = list(muddled_search(words, library.glossary, {"claim": library.claims}))
    assert [f"{finding.code} {finding.message}" for finding in found] == [said]
    assert all(finding.hint for finding in found)


def test_a_leaning_without_a_kind_and_a_phrase_said_twice_are_found(library: Library) -> None:
    words = SearchWords(leanings=(Leaning(("why",), ()),), meanings=(Meaning(("Why",), ("x",)),))
    found = list(muddled_search(words, library.glossary, {}))
    assert [finding.code for finding in found] == ["SCH013", "SCH015"]
