"""Gym mode: a session done one set at a time, on the real site in a phone's browser."""

import csv
import io
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from axe import faults
from built_site import NO_WORKER, NewPage
from playwright.sync_api import Browser, BrowserContext, Locator, Page, expect

GUIDE = "programs/barbell-two-days/"
SESSION = f"{GUIDE}#gym-week-1-monday"
NOW = "2026-03-02T18:00:00Z"

STUBS = """
window.heard = []; window.buzzed = []; window.locks = []; window.dark = false; window.muted = false;
// audio on the clock of the page; muted, it stands still, as on a phone in the dark
class Sound {
  frequency = {value: 0};
  gain = {setValueAtTime() {}, exponentialRampToValueAtTime() {}};
  connect(to) { return to; }
  start(at) { heard.push(this.told = {hertz: this.frequency.value, at, stopped: false}); }
  stop(at) { if (at === undefined) this.told.stopped = true; }
}
window.AudioContext = class {
  state = 'running'; destination = new Sound();
  get currentTime() { return window.muted || Date.now() / 1000; }
  createOscillator() { return new Sound(); }
  createGain() { return new Sound(); }
  resume() { return Promise.resolve(); }
};
navigator.vibrate = pattern => buzzed.push(pattern);
Object.defineProperty(navigator, 'wakeLock', {value: {request: async () => {
  const lock = new EventTarget();
  lock.held = true;
  lock.release = async () => { lock.held = false; lock.dispatchEvent(new Event('release')); };
  locks.push(lock);
  return lock;
}}});
Object.defineProperty(document, 'visibilityState', {get: () => window.dark ? 'hidden' : 'visible'});
window.turnDark = dark => {
  window.dark = dark;
  document.dispatchEvent(new Event('visibilitychange'));
};
"""

SETTINGS = {
    "unit": "kg",
    "lifts": {"barbell-back-squat": {"load": 120, "unit": "kg", "reps": 5, "rir": 1}},
}


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    context = browser.new_context(
        viewport={"width": 390, "height": 844},
        service_workers=NO_WORKER,
        timezone_id="Europe/Berlin",
        locale="en-GB",
    )
    context.set_default_timeout(20_000)
    context.add_init_script(STUBS)
    context.add_init_script(
        f"localStorage.getItem('pillars:settings') ||"
        f" localStorage.setItem('pillars:settings', {json.dumps(json.dumps(SETTINGS))})"
    )
    yield context
    context.close()


@pytest.fixture
def page(context: BrowserContext) -> Page:
    page = context.new_page()
    page.clock.install(time=NOW)
    return page


def opened(page: Page, address: str) -> Page:
    page.goto(address)
    page.wait_for_selector(".fp-gym[open] [data-do='primary']")
    return page


def button(page: Page, name: str) -> Locator:
    return page.locator(f".fp-gym [data-do='{name}']")


def press(page: Page, *names: str) -> None:
    for name in names:
        button(page, name).click()


def read(page: Page, part: str) -> str:
    return " ".join(page.locator(f".fp-gym {part}").inner_text().split())


def view(page: Page) -> str:
    return str(page.locator(".fp-gym").get_attribute("data-view"))


def to_first_set(page: Page) -> None:
    """Start, warm up, and stand before the first squat."""
    press(page, "primary", "primary", "primary", "primary", "primary")
    assert read(page, ".fp-gym-place") == "A Set 1 of 3"


def kept(page: Page) -> Any:
    return json.loads(page.evaluate("localStorage.getItem('pillars:log')"))


@pytest.fixture
def module(phone: Page, served: str, site: Path) -> Any:
    """Calls `module("rest", "clockText(90)")`: works with what a script of gym mode exports."""
    (folder,) = (site / "assets/scripts").iterdir()
    phone.goto(f"{served}404.html")

    def call(name: str, expression: str) -> Any:
        address = f"{served}assets/scripts/{folder.name}/gym/{name}.js"
        return phone.evaluate(
            f"import('{address}').then(it => {{ with (it) {{ return {expression} }} }})"
        )

    return call


# Order, targets, plates


def test_a_whole_session_is_walked_in_the_order_it_is_done(page: Page, served: str) -> None:
    """Squat day of the barbell program, by hand: D1 and D2 alternate, and rest once a round."""
    opened(page, served + SESSION)
    press(page, "primary")
    walked = []
    for _ in range(40):
        if view(page) == "finish":
            break
        if view(page) == "rest":
            walked.append("rest")
        else:
            walked.append(read(page, ".fp-gym-place").replace(" · superset of D1, D2", ""))
        press(page, "primary")
    a, b, c = (
        [f"{label} Set {n} of {of}" for n in range(1, of + 1)]
        for label, of in (("A", 3), ("B", 3), ("C", 2))
    )
    rounds = [
        step
        for n in (1, 2, 3)
        for step in (f"D1 Set {n} of 3", f"D2 Set {n} of 3", *(["rest"] if n < 3 else []))
    ]
    assert walked == [
        "Before the first set",
        *(f"A Warm-up set {n} of 3" for n in (1, 2, 3)),
        *(step for label in a for step in (label, "rest")),
        "B Warm-up set 1 of 1",
        *(step for label in b for step in (label, "rest")),
        *(step for label in c for step in (label, "rest")),
        *rounds,
    ]
    assert read(page, "h2") == "Session done"
    assert "Sets 14" in read(page, ".fp-gym-sums")
    # 3 × 8 × 97.5 kg; nothing else has a load yet
    assert "2,340 kg" in read(page, ".fp-gym-sums")
    (record,) = kept(page)["sessions"]
    assert [done["key"] for done in record["sets"]] == [
        "A-1", "A-2", "A-3", "B-1", "B-2", "B-3", "C-1", "C-2",
        "D1-1", "D2-1", "D1-2", "D2-2", "D1-3", "D2-3",
    ]  # fmt: skip
    first = record["sets"][0]
    assert first["at"].startswith("2026-03-02T19:")
    assert first["at"].endswith("+01:00")
    assert (first["reps"], first["load"], first["load_unit"], first["rir"]) == (8, 97.5, "kg", 3)
    assert first["target"] == {"reps": "8", "load": "97.5\u00a0kg", "rir": "3"}
    assert record["ended"] is not None
    press(page, "next-session")
    page.wait_for_selector(".fp-gym-plan")
    assert page.url.endswith("#gym-week-1-thursday")


def test_sets_that_outnumber_the_others_come_last_and_alone(module: Any) -> None:
    turn = (
        "{kind: 'circuit', rest_seconds: {low: 60, high: 60}, exercises: ["
        "{label: 'A1', warmup: [], sets: [1, 1, 1]}, {label: 'A2', warmup: [], sets: [1]},"
        "{label: 'A3', warmup: [{reps: 5, percent: 50}], sets: [1, 1]}]}"
    )
    steps = module(
        "steps",
        f"stepsOf({{warmup: [], turns: [{turn}]}}).map(it => [it.key, it.rests ?? null])",
    )
    assert steps == [
        ["A3-ramp-1", None],
        ["A1-1", False], ["A2-1", False], ["A3-1", True],
        ["A1-2", False], ["A3-2", True],
        ["A1-3", False],
    ]  # fmt: skip


def test_the_warm_up_ramp_is_a_share_of_the_working_load_in_my_plates(
    page: Page, served: str
) -> None:
    """120 kg for 5 with 1 in reserve are 6 to failure: 87.6 %, so 72 % of 137 kg are 98.6 kg.

    That makes 97.5 kg with plates of 1.25 kg; 40 % of it 39 kg, 60 % 58.5 kg, 80 % 78 kg.
    """
    opened(page, served + SESSION)
    press(page, "primary", "primary")
    ramp = []
    for _ in range(3):
        ramp.append((read(page, ".fp-gym-target"), read(page, ".fp-gym-plates")))
        press(page, "primary")
    assert ramp == [
        ("8 reps 40 kg", "10 each side"),
        ("5 reps 57.5 kg", "15 + 2.5 + 1.25 each side"),
        ("3 reps 77.5 kg", "25 + 2.5 + 1.25 each side"),
    ]
    assert read(page, ".fp-gym-target") == "8 reps 97.5 kg"
    assert read(page, ".fp-gym-plates") == "25 + 10 + 2.5 + 1.25 each side"


def test_a_heavy_lift_without_a_ramp_is_offered_the_usual_one(page: Page, served: str) -> None:
    def without(route: Any) -> None:
        program = route.fetch().json()
        program["plan"][0]["sessions"][0]["turns"][0]["exercises"][0]["warmup"] = []
        route.fulfill(json=program)

    page.route("**/program.json", without)
    opened(page, served + SESSION)
    press(page, "primary", "primary")
    assert read(page, ".fp-gym-place") == "A Set 1 of 3"
    page.get_by_text("A usual warm-up ramp").click()
    offered = page.locator(".fp-gym-fold[open]").inner_text()
    assert "it is a convention, not a finding" in offered
    assert "8 reps at 40\u00a0kg (10 each side)" in offered


def test_an_effort_stands_where_no_lift_tells_the_load(page: Page, served: str) -> None:
    opened(page, served + SESSION)
    press(page, "primary")
    for _ in range(8):
        press(page, "on")
    assert read(page, ".fp-gym-place") == "B Set 1 of 3"
    assert read(page, ".fp-gym-target") == "8 reps leave 3 in reserve"
    assert read(page, "[data-do='primary']") == "Set done 8 reps, RIR 3, no load yet"


# Ticking, adjusting, undoing, swapping


def test_what_was_done_is_adjusted_and_taken_over_to_the_next_set(page: Page, served: str) -> None:
    opened(page, served + SESSION)
    to_first_set(page)
    press(page, "adjust", "reps-less", "load-more", "rir-less", "rir-less")
    assert read(page, "[data-do='primary']") == "Set done 7 × 100 kg, RIR 1"
    press(page, "primary", "primary")
    assert read(page, ".fp-gym-target") == "8 reps 100 kg"
    done = kept(page)["sessions"][0]["sets"][0]
    assert (done["reps"], done["load"], done["rir"]) == (7, 100, 1)


def test_a_tick_is_undone_and_its_rest_with_it(page: Page, served: str) -> None:
    opened(page, served + SESSION)
    to_first_set(page)
    press(page, "primary")
    assert view(page) == "rest"
    press(page, "undo")
    assert read(page, ".fp-gym-place") == "A Set 1 of 3"
    (record,) = kept(page)["sessions"]
    assert (record["sets"], record["rest"]) == ([], None)


def test_a_swap_is_one_of_those_declared_that_my_equipment_allows(page: Page, served: str) -> None:
    opened(page, served + SESSION)
    to_first_set(page)
    press(page, "swap", "swap-front-squat")
    assert read(page, "h2") == "Front squat"
    # no lift of mine tells the front squat's load
    assert read(page, ".fp-gym-target") == "8 reps leave 3 in reserve"
    press(page, "primary")
    assert kept(page)["sessions"][0]["sets"][0]["exercise"] == "front-squat"
    press(page, "leave")
    told = {**SETTINGS, "equipment": ["dumbbell"]}
    page.evaluate(f"localStorage.setItem('pillars:settings', {json.dumps(json.dumps(told))})")
    opened(page, f"{served}{GUIDE}?#gym-week-1-monday")
    press(page, "primary", "swap")
    assert button(page, "swap-barbell-back-squat").is_visible()
    assert button(page, "swap-front-squat").count() == 0
    assert "left out" in read(page, ".fp-gym-panel")


def test_a_hold_counts_down_after_getting_ready(page: Page, served: str) -> None:
    opened(page, f"{served}programs/home-bodyweight-bands/#gym-week-1-monday")
    press(page, "primary")
    while "Copenhagen" not in read(page, "h2"):
        press(page, "on")
    assert read(page, ".fp-gym-target").startswith("15 seconds")
    assert read(page, "h2").endswith("each side")
    press(page, "primary")
    assert read(page, ".fp-gym-hold") == "3 get ready"
    page.clock.run_for(8_000)
    assert read(page, ".fp-gym-hold") == "0:10 hold"
    page.clock.run_for(10_200)
    assert page.locator(".fp-gym-hold").count() == 0
    assert read(page, "[data-do='primary']") == "Set done 15 s, RIR 2"
    press(page, "primary")
    done = kept(page)["sessions"][0]["sets"][0]
    assert (done["reps"], done["unit"], done["load"]) == (15, "seconds", None)


def test_a_hold_stopped_before_it_began_may_begin_again(page: Page, served: str) -> None:
    opened(page, f"{served}programs/home-bodyweight-bands/#gym-week-1-monday")
    press(page, "primary")
    while "Copenhagen" not in read(page, "h2"):
        press(page, "on")
    press(page, "primary")
    page.clock.run_for(1_000)
    press(page, "primary")
    assert read(page, ".fp-gym-live") == "Stopped before the hold."
    assert read(page, "[data-do='primary']").startswith("Start the hold")


# The rest


def bells(page: Page) -> list[tuple[int, float]]:
    """Hertz of the bells on their way, and seconds from now."""
    now = page.evaluate("Date.now() / 1000")
    heard = page.evaluate("heard.filter(it => !it.stopped)")
    return [(round(it["hertz"]), round(it["at"] - now)) for it in heard]


def test_a_range_rings_softly_at_its_low_end_and_goes_on(page: Page, served: str) -> None:
    """Romanian deadlifts rest 2–3 min."""
    opened(page, served + SESSION)
    press(page, "primary")
    while read(page, ".fp-gym-place") != "B Set 1 of 3":
        press(page, "on")
    page.clock.pause_at("2026-03-02T19:00:00Z")
    press(page, "primary")
    assert read(page, ".fp-gym-ring") == "3:00 ready in 2:00"
    assert bells(page) == [(660, 120), (880, 180), (880, 180), (1175, 181)]
    page.clock.run_for(120_500)
    assert page.evaluate("buzzed") == [[120]]
    assert read(page, ".fp-gym-ring") == "1:00 go when ready"
    assert "Ready when you are" in page.locator(".fp-gym-live").inner_text()
    page.clock.run_for(60_000)
    assert page.evaluate("buzzed") == [[120], [300, 120, 300]]
    assert page.locator(".fp-gym-live").inner_text() == "Rest over."
    # the next set is there by itself, and a late tap on “skip” does not tick it
    assert read(page, ".fp-gym-place") == "B Set 2 of 3"
    press(page, "primary")
    assert len(kept(page)["sessions"][0]["sets"]) == 1
    page.clock.run_for(4_000)
    assert read(page, "[data-do='rest']") == "Rest +0:04"
    # both sounded on the clock of the audio: nothing rings twice
    assert len(page.evaluate("heard")) == 4


def test_a_rest_is_made_longer_shorter_or_skipped(page: Page, served: str) -> None:
    opened(page, served + SESSION)
    to_first_set(page)
    page.clock.pause_at("2026-03-02T19:00:00Z")
    press(page, "primary", "more", "more", "less")
    assert read(page, ".fp-gym-clock") == "3:15"
    assert bells(page) == [(880, 195), (880, 195), (1175, 196)]
    press(page, "primary")
    assert read(page, ".fp-gym-place") == "A Set 2 of 3"
    assert bells(page) == []
    press(page, "back", "on")
    assert button(page, "rest").count() == 0


def test_a_rest_that_ended_in_the_dark_rings_when_somebody_looks(page: Page, served: str) -> None:
    opened(page, served + SESSION)
    to_first_set(page)
    press(page, "primary")
    page.evaluate("window.muted = Date.now() / 1000; turnDark(true)")
    page.clock.fast_forward(10_000)
    before = len(page.evaluate("heard"))
    page.evaluate("clearInterval = () => {}; window.was = setInterval; heard.length = 0")
    page.clock.fast_forward(190_000)
    page.evaluate("turnDark(false)")
    assert before == 3
    rung = [it["hertz"] for it in page.evaluate("heard") if not it["stopped"]]
    assert rung == [880, 880, 1174.7]
    assert page.evaluate("buzzed") == [[300, 120, 300]]
    assert read(page, ".fp-gym-place") == "A Set 2 of 3"


def test_a_reload_in_a_rest_goes_on_with_it(page: Page, served: str) -> None:
    opened(page, served + SESSION)
    to_first_set(page)
    page.clock.pause_at("2026-03-02T19:00:00Z")
    press(page, "primary")
    page.clock.fast_forward(60_000)
    page.reload()
    # scripts start when a page is drawn, which takes time, and the clock of this one stands still
    for _ in range(400):
        page.clock.run_for(1)
        page.wait_for_timeout(50)
        if page.locator(".fp-gym-ring").is_visible():
            break
    assert read(page, ".fp-gym-clock") == "2:00"
    assert bells(page) == [(880, 120), (880, 120), (1175, 121)]
    assert "Set 2 of 3: 8 reps · 97.5 kg" in read(page, ".fp-gym-next")
    page.clock.run_for(121_000)
    press(page, "leave")
    page.wait_for_function("location.hash === '#week-1-monday'")
    assert page.locator(".fp-gym").is_hidden()


def test_a_session_left_for_hours_asks_before_it_goes_on(page: Page, served: str) -> None:
    opened(page, served + SESSION)
    to_first_set(page)
    press(page, "primary", "leave")
    page.clock.fast_forward(7 * 3600_000)
    opened(page, f"{served}{GUIDE}?#gym-week-1-monday")
    assert view(page) == "overview"
    assert "1 of 14 sets done" in read(page, ".fp-gym-main")
    press(page, "anew")
    assert read(page, "h2") == "Warm-up"
    assert [bool(it["ended"]) for it in kept(page)["sessions"]] == [True]
    press(page, "primary")
    assert [bool(it["ended"]) for it in kept(page)["sessions"]] == [True, False]


def test_the_times_of_a_rest(module: Any) -> None:
    rest = "restFrom(1000, {low: 120, high: 180})"
    assert module("rest", rest) == {"from": 1000, "ready": 121_000, "over": 181_000}
    assert module("rest", f"moved({rest}, 15, 2000)")["over"] == 196_000
    short = module("rest", f"moved({rest}, -170, 60000)")
    assert short == {"from": 1000, "ready": 60_000, "over": 60_000}
    assert module("rest", f"standOf({rest}, 181000)") == {"left": 0, "gone": 1, "phase": "over"}
    assert module("rest", f"standOf({rest}, 121000)")["phase"] == "ready"
    assert module("rest", f"standOf({rest}, 120999)")["phase"] == "rest"
    assert module("rest", "[125, 0, -12, 600].map(clockText)") == ["2:05", "0:00", "+0:12", "10:00"]
    assert module("rest", "[150, 60, 1].map(spoken)") == [
        "2 minutes 30 seconds", "1 minute", "1 second",
    ]  # fmt: skip


# Metronome and wake lock


def test_a_tempo_beats_once_a_second(module: Any) -> None:
    beats = module(
        "tempo",
        "beatsOf('3-1-X-0', 2).beats.map(it => [it.at, it.phase, it.left, it.first, it.rep])",
    )
    one = ["down", "down", "down", "pause", "up"]
    assert [beat[0] for beat in beats] == list(range(13))
    assert [beat[1] for beat in beats] == ["ready"] * 3 + one * 2
    assert [beat[2] for beat in beats] == [3, 2, 1, *([3, 2, 1, 1, 1] * 2)]
    assert [beat[0] for beat in beats if beat[3]] == [0, 3, 6, 7, 8, 11, 12]
    assert [beat[4] for beat in beats] == [0] * 3 + [1] * 5 + [2] * 5
    assert module("tempo", "beatsOf('2-0-1-1', 1).seconds") == 7
    assert module("tempo", "tempoText('2-0-X-1')") == "2 s down, up fast, 1 s pause on top"


def test_the_metronome_sounds_the_written_tempo_and_stops(page: Page, served: str) -> None:
    """3-0-1-0: low tones down, a high one up; the first beat of each phase is the longer."""
    opened(page, served + SESSION)
    to_first_set(page)
    press(page, "tempo")
    page.clock.pause_at("2026-03-02T19:00:00Z")
    press(page, "one-rep")
    start = page.evaluate("Date.now() / 1000")
    page.clock.run_for(3_100)
    assert read(page, ".fp-gym-beat") == "Down 3"
    page.clock.run_for(3_000)
    assert read(page, ".fp-gym-beat") == "Up 1"
    page.clock.run_for(1_500)
    assert read(page, ".fp-gym-beat") == "Ready"
    heard = page.evaluate("heard")
    assert [it["hertz"] for it in heard] == [520, 520, 520, 330, 330, 330, 660]
    assert [round(it["at"] - start, 2) for it in heard] == [n + 0.05 for n in range(7)]
    press(page, "continuous")
    page.clock.run_for(10_000)
    assert len(page.evaluate("heard")) > 15
    press(page, "tempo-stop")
    count = len(page.evaluate("heard"))
    page.clock.run_for(5_000)
    assert len(page.evaluate("heard")) == count


def test_the_screen_is_kept_on_and_let_go(page: Page, served: str) -> None:
    opened(page, served + SESSION)
    assert page.locator(".fp-gym-awake").is_visible()
    assert page.evaluate("locks.map(it => it.held)") == [True]
    # a browser lets go of it when the page is hidden
    page.evaluate("turnDark(true); locks[0].release()")
    assert page.locator(".fp-gym-awake").is_hidden()
    page.evaluate("turnDark(false)")
    assert page.locator(".fp-gym-awake").is_visible()
    assert page.evaluate("locks.map(it => it.held)") == [False, True]
    press(page, "leave")
    assert page.evaluate("locks.map(it => it.held)") == [False, False]


# The log


@pytest.mark.parametrize(
    "junk",
    ["7", "[]", "{}", '{"schema": "pillars-log/9", "sessions": []}', "not json",
     '{"schema": "pillars-log/1", "sessions": [{"id": 1}, null, {"sets": "x"}]}'],
)  # fmt: skip
def test_junk_in_the_log_stops_nobody_and_is_set_aside(page: Page, served: str, junk: str) -> None:
    page.goto(served + "404.html")
    page.evaluate("junk => localStorage.setItem('pillars:log', junk)", junk)
    opened(page, served + SESSION)
    to_first_set(page)
    press(page, "primary")
    assert len(kept(page)["sessions"]) == 1
    aside = page.evaluate("localStorage.getItem('pillars:log-set-aside')")
    assert json.loads(aside)[0] == (json.loads(junk) if junk != "not json" else junk)


def test_a_browser_that_keeps_nothing_is_told_and_goes_on(
    context: BrowserContext, served: str
) -> None:
    context.add_init_script(
        "Storage.prototype.setItem = () => { throw new DOMException('no', 'SecurityError') }"
    )
    page = context.new_page()
    opened(page, served + SESSION)
    to_first_set(page)
    press(page, "primary")
    assert "keeps nothing" in read(page, ".fp-gym-alert")
    press(page, "primary")
    assert read(page, ".fp-gym-place") == "A Set 2 of 3"
    press(page, "list", "finish")
    with page.expect_download() as download:
        press(page, "json")
    log = json.loads(download.value.path().read_text(encoding="utf-8"))
    assert [done["key"] for done in log["sessions"][0]["sets"]] == ["A-1"]


NO_ROOM = """
const keep = Storage.prototype.setItem;
Storage.prototype.setItem = function (name, text) {
  if (text.length > %s) throw new DOMException('full', 'QuotaExceededError');
  keep.call(this, name, text);
};
"""
"""A browser's storage that takes no text longer than this any more."""


def test_a_browser_without_room_is_not_one_that_keeps_nothing(page: Page, served: str) -> None:
    page.add_init_script(NO_ROOM % 300)
    opened(page, served + SESSION)
    to_first_set(page)
    press(page, "primary")
    assert "has no room left" in read(page, ".fp-gym-alert")
    assert "keeps nothing" not in read(page, ".fp-gym-alert")


def test_what_finds_no_room_aside_is_told_and_offered_before_it_is_lost(
    page: Page, served: str
) -> None:
    page.goto(served + "404.html")
    page.evaluate("junk => localStorage.setItem('pillars:log', junk)", "x" * 20_000)
    page.add_init_script(NO_ROOM % 10_000)
    opened(page, served + SESSION)
    to_first_set(page)
    press(page, "primary")
    assert "save it under “Your log”" in read(page, ".fp-gym-alert")
    assert len(kept(page)["sessions"]) == 1
    press(page, "list", "log")
    page.wait_for_selector(".fp-gym-take")
    assert "lost when you leave this page" in read(page, ".fp-gym-take")
    with page.expect_download() as download:
        press(page, "aside")
    assert json.loads(download.value.path().read_text(encoding="utf-8")) == ["x" * 20_000]


def test_what_finds_no_room_aside_finds_it_where_the_log_was(page: Page, served: str) -> None:
    """Both at once are too much; the log that cannot be read goes, and what it was stays."""
    page.goto(served + "404.html")
    page.evaluate("junk => localStorage.setItem('pillars:log', junk)", "x" * 3_000_000)
    opened(page, served + SESSION)
    to_first_set(page)
    press(page, "primary")
    assert read(page, ".fp-gym-alert") == ""
    aside = page.evaluate("localStorage.getItem('pillars:log-set-aside')")
    assert json.loads(aside) == ["x" * 3_000_000]


def test_a_full_log_is_told_and_loses_nothing(page: Page, served: str) -> None:
    record = {
        "id": "", "started": "2025-01-01T10:00:00+00:00", "ended": "2025-01-01T11:00:00+00:00",
        "program": "p", "title": "P", "week": 1, "session": "monday", "name": "S", "of": 0,
        "sets": [], "ticked": [], "swaps": {}, "rest": None,
    }  # fmt: skip
    full = {"schema": "pillars-log/1", "sessions": [{**record, "id": str(n)} for n in range(600)]}
    page.goto(served + "404.html")
    page.evaluate("it => localStorage.setItem('pillars:log', it)", json.dumps(full))
    opened(page, served + SESSION)
    to_first_set(page)
    press(page, "primary")
    assert "Your log is full" in read(page, ".fp-gym-alert")
    assert kept(page) == full


def test_the_log_goes_out_as_csv_and_json_and_comes_back(
    page: Page, served: str, tmp_path: Path
) -> None:
    def rename(route: Any) -> None:
        program = route.fetch().json()
        program["title"] = '=HYPERLINK("https://example.org")'
        route.fulfill(json=program)

    page.route("**/program.json", rename)
    opened(page, served + SESSION)
    to_first_set(page)
    press(page, "primary", "primary", "primary", "leave")
    page.wait_for_function("!document.querySelector('.fp-gym').open")
    opened(page, f"{served}{GUIDE}?#gym-log")
    assert "1 session, 2 sets" in read(page, ".fp-gym-main")
    assert read(page, ".fp-gym-day h3") == "Monday, 2 March 2026"

    saved = {}
    for name in ("csv", "json"):
        with page.expect_download() as download:
            press(page, name)
        saved[name] = tmp_path / download.value.suggested_filename
        download.value.save_as(saved[name])
    # without the mark Excel takes it for another encoding, and “12–15” for other characters
    assert saved["csv"].read_bytes().startswith(b"\xef\xbb\xbf")
    text = saved["csv"].read_bytes().decode("utf-8-sig")
    assert text.count("\r\n") == 3
    first, second = csv.DictReader(io.StringIO(text))
    assert first == {
        "date": "2026-03-02", "time": first["time"],
        "program": "'=HYPERLINK(\"https://example.org\")",
        "week": "1", "session": "Squat day", "exercise": "Barbell back squat (high bar)",
        "exercise_id": "barbell-back-squat", "label": "A", "set": "1", "target_reps": "8",
        "target_load": "97.5\u00a0kg", "target_rir": "3", "done_reps": "8", "reps_unit": "reps",
        "done_load": "97.5", "load_unit": "kg", "done_rir": "3",
    }  # fmt: skip
    assert first["time"].startswith("19:0")
    assert second["set"] == "2"
    log = json.loads(saved["json"].read_text(encoding="utf-8"))
    assert log == kept(page)

    press(page, "delete-all", "delete-all-sure")
    assert kept(page)["sessions"] == []
    button(page, "import").set_input_files(saved["json"])
    page.wait_for_function("document.querySelector('.fp-gym-told').textContent")
    assert read(page, ".fp-gym-told") == "1 session added."
    assert kept(page) == log
    button(page, "import").set_input_files(saved["json"])
    page.get_by_text("0 sessions added (1 already here).").wait_for()
    (tmp_path / "bad.json").write_text("{", encoding="utf-8")
    button(page, "import").set_input_files(tmp_path / "bad.json")
    page.get_by_text("This file is not JSON.").wait_for()
    assert kept(page) == log
    page.locator(".fp-gym-day summary").click()
    page.get_by_text("Delete this session").click()
    page.get_by_role("button", name="Keep", exact=True).click()
    assert kept(page) == log
    page.get_by_text("Delete this session").click()
    page.get_by_text("Really delete it").click()
    assert kept(page)["sessions"] == []


RECORD = """{
    id: "r", started: "2026-03-02T18:00:00+01:00", ended: null, program: "barbell-two-days",
    title: "T", week: 1, session: "monday", name: "S", of: 9, ticked: ["A-1"], swaps: {},
    rest: null,
    sets: [{
        key: "A-1", at: "2026-03-02T18:05:00+01:00", label: "A", exercise: "barbell-back-squat",
        name: "Squat", set: 1, target: {reps: "8", load: "", rir: "3"}, reps: 8, unit: "reps",
        load: 100, load_unit: "kg", rir: 3,
    }],
}"""


def unfit(module: Any, change: str) -> int:
    record = f"(it => {{ {change}; return it; }})({RECORD})"
    text = f"JSON.stringify({{schema: 'pillars-log/1', sessions: [{record}]}})"
    return int(module("log", f"importLog({text}).unfit"))


@pytest.mark.parametrize(
    "change",
    ["it.swaps = null", "delete it.swaps", "it.swaps = []", "it.swaps = 'A'", "it.rest = 1",
     "it.sets[0].load = '1'", "it.sets[0].target = null", "it.week = 1e9"],
)  # fmt: skip
def test_a_record_that_would_stop_a_session_is_none(module: Any, change: str) -> None:
    assert unfit(module, change) == 1


def test_whatever_is_written_is_read_again(module: Any) -> None:
    """2000 kg taken over in pounds, or a clock set forward in a hold."""
    assert unfit(module, "it.sets[0].load = 4409.25") == 0
    assert unfit(module, "it.sets[0].reps = 86_400") == 0


def test_a_file_with_a_session_twice_adds_it_once(module: Any) -> None:
    text = f"JSON.stringify({{schema: 'pillars-log/1', sessions: [{RECORD}, {RECORD}]}})"
    told = module("log", f"[importLog({text}), log().sessions.length]")
    assert told == [{"added": 1, "known": 1, "unfit": 0, "trouble": ""}, 1]


def test_a_file_too_large_for_the_browser_leaves_the_log_as_it_was(module: Any) -> None:
    """Else nothing done after it would be kept, because the log stays too large."""
    told = module(
        "log",
        f"""(record => {{
            const keep = Storage.prototype.setItem;
            Storage.prototype.setItem = function (name, text) {{
                if (text.length > 2000) throw new DOMException('full', 'QuotaExceededError');
                keep.call(this, name, text);
            }};
            const sessions = [1, 2, 3, 4, 5].map(n => ({{...record, id: `${{n}}`}}));
            const {{trouble}} = importLog(JSON.stringify({{schema: SCHEMA, sessions}}));
            return [trouble, log().sessions.length, keepRecord(record), log().sessions.length];
        }})({RECORD})""",
    )
    assert told == ["This browser would not keep them. Nothing was added.", 0, "kept", 1]


def test_a_swap_that_the_program_does_not_name_is_no_swap(page: Page, served: str) -> None:
    """The program has changed, or somebody wrote the file by hand."""
    page.goto(served + "404.html")
    page.evaluate(
        f"""() => localStorage.setItem('pillars:log', JSON.stringify({{
            schema: 'pillars-log/1',
            sessions: [{{...{RECORD}, swaps: {{A: 'constructor', B: 'gone'}}}}],
        }}))"""
    )
    opened(page, served + SESSION)
    assert view(page) == "step"
    assert read(page, "h2") == "Barbell back squat (high bar)"
    press(page, "list")
    assert "Barbell back squat (high bar)" in read(page, ".fp-gym-plan li:first-child")


def test_a_comma_is_a_decimal_point_and_junk_changes_nothing(page: Page, served: str) -> None:
    opened(page, served + SESSION)
    to_first_set(page)
    press(page, "adjust")

    def write(name: str, text: str) -> str:
        button(page, name).fill("")
        button(page, name).press_sequentially(text)
        button(page, name).press("Tab")
        return button(page, name).input_value()

    assert write("load", "82,5") == "82.5"
    assert write("load", "82.5.5") == "82.5"
    assert write("load", "99999") == "82.5"
    assert write("load", "") == ""
    assert write("reps", "7") == "7"
    assert write("reps", "") == "7"
    assert write("reps", "1e3") == "7"
    assert write("rir", "1,5") == "1.5"


def test_a_rest_of_no_seconds_is_none(page: Page, served: str) -> None:
    def restless(route: Any) -> None:
        program = route.fetch().json()
        for turn in program["plan"][0]["sessions"][0]["turns"]:
            turn["rest_seconds"] = {"low": 0, "high": 0}
        route.fulfill(json=program)

    page.route("**/program.json", restless)
    opened(page, served + SESSION)
    to_first_set(page)
    press(page, "primary")
    assert read(page, ".fp-gym-place") == "A Set 2 of 3"
    assert page.evaluate("heard.length") == 0
    page.keyboard.press("r")
    assert view(page) == "step"


def test_a_rest_that_ends_leaves_the_help_open(page: Page, served: str) -> None:
    opened(page, served + SESSION)
    to_first_set(page)
    page.clock.run_for(1_000)
    press(page, "primary")
    assert view(page) == "rest"
    press(page, "help")
    page.clock.run_for(400_000)
    assert view(page) == "help"
    press(page, "primary")
    assert read(page, ".fp-gym-place") == "A Set 2 of 3"
    page.keyboard.press("ArrowRight")
    assert read(page, ".fp-gym-place") == "A Set 3 of 3"


def test_a_session_open_twice_goes_on_in_both(page: Page, served: str) -> None:
    """In a tab and on the home screen: what is ticked in one is not lost by a tick in the other."""
    opened(page, served + SESSION)
    to_first_set(page)
    press(page, "primary")
    other = opened(page.context.new_page(), served + SESSION)
    assert view(other) == "rest"
    press(other, "primary", "primary")
    page.get_by_text("Set 3 of 3").wait_for()
    assert view(page) == "rest"
    press(page, "primary", "primary")
    assert [done["key"] for done in kept(page)["sessions"][0]["sets"]] == ["A-1", "A-2", "A-3"]
    assert len(kept(page)["sessions"]) == 1


# Getting in and out


def test_back_leaves_and_gives_the_focus_back(page: Page, served: str) -> None:
    page.goto(served + GUIDE)
    link = page.locator("[data-gym='week-1-monday'] .fp-start-gym")
    link.focus()
    page.keyboard.press("Enter")
    page.wait_for_selector(".fp-gym-plan")
    assert page.url.endswith("#gym-week-1-monday")
    assert page.evaluate("document.activeElement.textContent") == "Squat day"
    press(page, "log")
    page.wait_for_selector(".fp-gym-take")
    page.go_back()
    page.wait_for_selector(".fp-gym-plan")
    page.go_back()
    page.wait_for_function("!document.querySelector('.fp-gym').open")
    assert page.url == served + GUIDE
    assert page.evaluate("document.activeElement.className").endswith("fp-start-gym")


def test_an_address_of_a_session_that_is_not_there_says_so(page: Page, served: str) -> None:
    opened(page, f"{served}{GUIDE}#gym-week-99-monday")
    assert read(page, "h2") == "There is no such session"
    press(page, "primary")
    page.wait_for_function("!document.querySelector('.fp-gym').open")


def test_a_program_that_cannot_be_fetched_is_told_and_tried_again(page: Page, served: str) -> None:
    page.route("**/program.json", lambda route: route.abort())
    opened(page, served + SESSION)
    assert read(page, "h2") == "The program could not be fetched"
    page.unroute("**/program.json")
    press(page, "again")
    page.wait_for_selector(".fp-gym-plan")


def test_a_week_that_repeats_another_is_chosen(page: Page, served: str) -> None:
    def repeated(route: Any) -> None:
        program = route.fetch().json()
        program["plan"][2]["sessions"] = program["plan"][0]["sessions"]
        route.fulfill(json=program)

    page.route("**/program.json", repeated)
    opened(page, served + SESSION)
    assert read(page, ".fp-gym-weeks") == (
        "These weeks do the same session. Which one is it for you? Week 1 Week 3"
    )
    button(page, "week-3").check()
    page.wait_for_function("location.hash === '#gym-week-3-monday'")
    assert "Week 3 of 10" in read(page, ".fp-gym-lead")
    to_first_set(page)
    press(page, "primary")
    assert kept(page)["sessions"][0]["week"] == 3


def test_a_guide_fetches_the_starter_only_and_its_room_is_kept(page: Page, served: str) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(served + GUIDE)
    page.wait_for_selector(".fp-start-gym")
    gym = [url.rsplit("/", 1)[1] for url in asked if "/gym/" in url]
    assert gym == ["start.js"]
    assert not any(url.endswith("program.json") for url in asked)
    place = page.locator("[data-gym='week-1-monday']")
    height = "it => it.getBoundingClientRect().height"
    full = place.evaluate(height)
    assert full >= 48
    place.evaluate("it => it.replaceChildren()")
    assert place.evaluate(height) == full


def test_the_guide_says_which_sessions_were_begun_and_done(page: Page, served: str) -> None:
    opened(page, served + SESSION)
    to_first_set(page)
    press(page, "primary", "leave")
    place = page.locator("[data-gym='week-1-monday']")
    expect(place.locator(".fp-start-gym")).to_have_text("Continue this session")
    expect(page.locator("[data-gym='week-1-thursday'] a")).to_have_text(
        ["Start this session", "Your log"]
    )
    page.evaluate(
        """() => {
          const log = JSON.parse(localStorage.getItem("pillars:log"))
          log.sessions[0].ended = "2026-03-02T19:00:00+01:00"
          log.sessions.push(7, null, {program: "barbell-two-days"})
          localStorage.setItem("pillars:log", JSON.stringify(log))
        }"""
    )
    page.reload()
    expect(place.locator("a")).to_have_text(["Do it again", "✓ Done on 2 Mar"])


def test_gym_mode_that_cannot_be_fetched_is_told_and_can_be_tried_again(
    page: Page, served: str
) -> None:
    page.route("**/gym/screen.js", lambda route: route.abort())
    page.goto(served + GUIDE)
    place = page.locator("[data-gym='week-1-monday']")
    place.locator(".fp-start-gym").click()
    expect(place.get_by_role("alert")).to_contain_text("could not be fetched")
    expect(page).to_have_url(served + GUIDE)
    page.unroute("**/gym/screen.js")
    place.locator(".fp-start-gym").click()
    expect(page.locator(".fp-gym[open]")).to_be_visible()
    expect(place.get_by_role("alert")).to_have_count(0)


@pytest.mark.parametrize("how", ["close", "requestClose"])
def test_a_dialog_that_the_browser_closes_leaves_gym_mode(
    page: Page, served: str, how: str
) -> None:
    page.goto(served + GUIDE)
    page.locator("[data-gym='week-1-monday'] .fp-start-gym").click()
    page.locator(".fp-gym[open] [data-do='primary']").wait_for()
    page.locator(".fp-gym").evaluate(f"it => it.{how}()")
    expect(page).to_have_url(served + GUIDE)
    expect(page.locator(".fp-gym-open")).to_have_count(0)
    page.locator("[data-gym='week-1-monday'] .fp-start-gym").click()
    expect(page.locator(".fp-gym[open]")).to_be_visible()


def test_without_scripts_there_is_no_room_for_a_button(new_page: NewPage, served: str) -> None:
    page = new_page(java_script_enabled=False)
    page.goto(served + GUIDE)
    assert page.locator(".fp-start").first.bounding_box() is None


# One thumb, keys, everybody


def test_the_keyboard_is_enough(page: Page, served: str) -> None:
    opened(page, served + SESSION)
    keys = page.keyboard
    for _ in range(5):
        keys.press("Space")
    assert read(page, ".fp-gym-place") == "A Set 1 of 3"
    keys.press("m")
    assert button(page, "tempo-stop").is_visible()
    keys.press("m")
    assert button(page, "continuous").is_visible()
    keys.press("Escape")
    assert page.locator(".fp-gym-panel").count() == 0
    keys.press("Enter")
    assert view(page) == "rest"
    keys.press("r")
    assert read(page, ".fp-gym-place") == "A Set 2 of 3"
    keys.press("r")
    assert view(page) == "rest"
    keys.press("r")
    keys.press("ArrowRight")
    assert read(page, ".fp-gym-place") == "A Set 3 of 3"
    keys.press("ArrowLeft")
    keys.press("u")
    assert read(page, ".fp-gym-place") == "A Set 1 of 3"
    keys.press("?")
    assert read(page, "h2") == "Help"
    for key in ("Space, Enter", "← →", "R", "M", "U", "Esc"):
        assert page.locator(f".fp-gym-keys kbd:text-is('{key}')").count() == 1
    keys.press("Escape")
    assert read(page, ".fp-gym-place") == "A Set 1 of 3"
    keys.press("Tab")
    assert page.evaluate("document.activeElement.closest('dialog') !== null")
    keys.press("Escape")
    page.wait_for_function("!document.querySelector('.fp-gym').open")


def test_one_thumb_reaches_what_is_tapped(page: Page, served: str) -> None:
    opened(page, served + SESSION)
    to_first_set(page)

    def measure(least: int) -> None:
        for it in page.locator(".fp-gym-low button:visible").all():
            box = it.bounding_box()
            assert box is not None
            name = it.get_attribute("data-do")
            assert box["y"] >= 844 / 2 or name in {"reps-less", "reps-more"}, (name, box)
            assert min(box["height"], box["width"]) >= least, (name, box)
            assert 0 <= box["x"] <= 390 - box["width"], (name, box)
            assert box["y"] + box["height"] <= 844, (name, box)

    measure(56)
    for panel in ("adjust", "tempo", "swap"):
        press(page, panel)
        measure(56)
    press(page, "swap", "primary")
    measure(56)
    primary = button(page, "primary").bounding_box()
    assert primary is not None
    assert primary["height"] >= 72
    assert primary["width"] >= 200
    # to be read at 1.5 m: figures of 64 px are about 7 mm high on such a phone
    clock = page.locator(".fp-gym-clock")
    assert clock.evaluate("it => parseFloat(getComputedStyle(it).fontSize)") >= 64
    assert page.locator(".fp-gym").evaluate("it => it.scrollWidth") <= 390


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_in_any_state(new_page: NewPage, served: str, scheme: str) -> None:
    page = new_page(color_scheme=scheme)
    page.add_init_script(STUBS)
    found: list[str] = []

    def look(state: str) -> None:
        found.extend(f"{state}: {fault}" for fault in faults(page, within=".fp-gym"))

    opened(page, served + SESSION)
    # the guide behind has a test of its own, and takes its time
    page.evaluate("document.querySelector('main').replaceChildren()")
    look("overview")
    press(page, "primary")
    look("warm-up")
    press(page, "primary")
    look("ramp")
    press(page, "primary", "primary", "primary")
    page.evaluate("document.querySelectorAll('.fp-gym details').forEach(it => { it.open = true })")
    look("set")
    for panel in ("adjust", "tempo", "swap"):
        press(page, panel)
        look(panel)
    press(page, "swap", "primary")
    look("rest")
    press(page, "primary", "list")
    look("list")
    press(page, "finish")
    look("finish")
    press(page, "log")
    page.wait_for_selector(".fp-gym-day")
    page.locator(".fp-gym-day summary").click()
    look("log")
    press(page, "help")
    look("help")
    assert found == []
