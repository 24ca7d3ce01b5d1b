"""The calendar file, made by the page itself and read with a library that knows the standard."""

import json
from collections.abc import Callable
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from axe import faults
from built_site import NO_WORKER, NewPage
from icalendar import Calendar
from playwright.sync_api import Browser, Page

GUIDE = "programs/barbell-two-days/"
NOW = "new Date('2026-11-29T20:15:00Z')"
Events = list[Any]


@pytest.fixture(scope="module")
def program(site: Path) -> dict[str, Any]:
    """The real program, as its page reads it."""
    text = (site / GUIDE / "program.json").read_text(encoding="utf-8")
    found: dict[str, Any] = json.loads(text)
    return found


@pytest.fixture(scope="module")
def page(browser: Browser, served: str) -> Any:
    """One page for all that only calls a function."""
    context = browser.new_context(service_workers=NO_WORKER)
    page = context.new_page()
    page.goto(f"{served}404.html")
    yield page
    context.close()


@pytest.fixture
def made(page: Page, served: str, site: Path) -> Callable[..., bytes]:
    """Calls the function that writes the file."""
    (folder,) = (site / "assets/scripts").iterdir()
    address = f"{served}assets/scripts/{folder.name}/calendar/ics.js"

    def call(
        program: dict[str, Any],
        start: str,
        times: dict[str, str] | None = None,
        reminder: int | None = None,
        now: str = NOW,
        url: str = "''",
    ) -> bytes:
        choice = {"start": start, "times": times or {}, "reminder": reminder}
        text: str = page.evaluate(
            f"([program, choice]) => import('{address}').then(it =>"
            f" it.calendar(program, choice, {now}, (week, session) => {url}))",
            [program, choice],
        )
        return text.encode()

    return call


def events(content: bytes) -> Events:
    """The events of a file whose lines are as the standard wants them."""
    assert content.endswith(b"\r\n")
    for line in content.removesuffix(b"\r\n").split(b"\r\n"):
        assert len(line) <= 75
        line.decode()  # no line ends inside a character
        assert b"\n" not in line
    calendar = Calendar.from_ical(content)
    assert calendar["VERSION"] == "2.0"
    assert calendar["PRODID"]
    found = list(calendar.walk("VEVENT"))
    assert all(not event.errors for event in found)
    return found


def sessions(program: dict[str, Any]) -> list[tuple[int, dict[str, Any]]]:
    return [(week["week"], session) for week in program["plan"] for session in week["sessions"]]


def test_every_session_is_an_event_with_what_is_done(
    made: Callable[..., bytes], program: dict[str, Any]
) -> None:
    found = events(made(program, "2026-11-30", {"thursday": "06:30"}))
    expected = sessions(program)
    assert len(found) == len(expected) == 20
    for event, (week, session) in zip(found, expected, strict=True):
        assert str(event["SUMMARY"]) == f"{session['name']}, week {week} of 10"
        days = 7 * (week - 1) + (3 if session["day"] == "thursday" else 0)
        clock = "06:30" if session["day"] == "thursday" else "18:00"
        begins = datetime.fromisoformat(f"2026-11-30T{clock}") + timedelta(days=days)
        assert event.decoded("DTSTART") == begins
        assert event.decoded("DTEND") - begins == timedelta(minutes=session["minutes"])
        assert event.decoded("DTSTAMP").isoformat() == "2026-11-29T20:15:00+00:00"
        text = str(event["DESCRIPTION"])
        for turn in session["turns"]:
            for entry in turn["exercises"]:
                name = program["exercises"][entry["exercise"]]["name"]
                assert f"\n{entry['label']} {name}: {entry['amount']}" in text
        assert all(step in text for step in session["warmup"])
        assert not event.walk("VALARM")
        assert "URL" not in event


def test_times_are_wall_times_and_stay_when_the_clocks_change(
    made: Callable[..., bytes], program: dict[str, Any]
) -> None:
    """Over the change in March, a year's end and a leap day: the same hour, and no day lost."""
    for start in ("2026-03-02", "2026-12-21", "2028-02-28", "2027-10-04"):
        found = events(made(program, start))
        begins = [event.decoded("DTSTART") for event in found]
        assert {moment.tzinfo for moment in begins} == {None}
        assert {(moment.hour, moment.minute) for moment in begins} == {(18, 0)}
        first = date.fromisoformat(start)
        assert [(moment.date() - first).days for moment in begins] == [
            7 * (week - 1) + (3 if session["day"] == "thursday" else 0)
            for week, session in sessions(program)
        ]
    assert date(2028, 2, 29) < date(2028, 3, 2) == begins_of(made, program)[1].date()


def begins_of(made: Callable[..., bytes], program: dict[str, Any]) -> list[datetime]:
    return [event.decoded("DTSTART") for event in events(made(program, "2028-02-28"))]


def test_any_day_may_be_the_first_and_the_others_keep_their_distance(
    made: Callable[..., bytes], program: dict[str, Any]
) -> None:
    begins = [e.decoded("DTSTART").date() for e in events(made(program, "2028-02-29"))]
    assert begins[:3] == [date(2028, 2, 29), date(2028, 3, 3), date(2028, 3, 7)]


def test_a_file_made_again_replaces_the_events_of_the_first(
    made: Callable[..., bytes], program: dict[str, Any]
) -> None:
    before = events(made(program, "2026-11-30"))
    later = "new Date('2026-12-02T07:00:00Z')"
    after = events(made(program, "2026-11-30", {"monday": "07:00"}, now=later))
    ids = [str(event["UID"]) for event in before]
    assert ids == [str(event["UID"]) for event in after]
    assert len(set(ids)) == len(ids)
    assert after[0]["SEQUENCE"] > before[0]["SEQUENCE"]
    other = {str(event["UID"]) for event in events(made(program, "2026-12-07"))}
    assert not other & set(ids), "another run of the program stands beside the first"


def test_a_day_with_two_sessions_and_words_of_any_script(
    made: Callable[..., bytes], program: dict[str, Any]
) -> None:
    week = program["plan"][0]
    first = week["sessions"][0] | {"name": "Ноги; день “Б”, тяжёлый 🏋️‍♀️ " + "長い名前" * 20}
    second = first | {"anchor": "monday-2", "name": "Back\\slash, late\nand a line"}
    split = program | {"title": "Füße & Knie", "plan": [week | {"sessions": [first, second]}]}
    times = {"monday": "08:00", "monday-2": "23:40"}
    one, two = events(made(split, "2026-11-30", times))
    assert str(one["SUMMARY"]) == f"{first['name']}, week 1 of 10"
    assert str(two["SUMMARY"]) == f"{second['name']}, week 1 of 10"
    assert one["UID"] != two["UID"]
    assert two.decoded("DTSTART") == datetime.fromisoformat("2026-11-30T23:40")
    assert two.decoded("DTEND").date() == date(2026, 12, 1)


def test_a_reminder_and_an_address_are_there_when_asked_for(
    made: Callable[..., bytes], program: dict[str, Any]
) -> None:
    url = "`https://example.org/a;b,c/#week-${week}-${session.anchor}`"
    event = events(made(program, "2026-11-30", reminder=60, url=url))[1]
    assert str(event["URL"]) == "https://example.org/a;b,c/#week-1-thursday"
    assert str(event["URL"]) in str(event["DESCRIPTION"])
    (alarm,) = event.walk("VALARM")
    assert alarm.decoded("TRIGGER") == timedelta(minutes=-60)
    assert alarm["ACTION"] == "DISPLAY"


def test_a_date_that_is_none_makes_no_events(
    made: Callable[..., bytes], program: dict[str, Any]
) -> None:
    for start in ("", "2026-02-30x", "tomorrow"):
        assert events(made(program, start)) == []


def opened(phone: Page, served: str) -> None:
    phone.goto(served + GUIDE)
    phone.get_by_role("button", name="Add to calendar").click()
    phone.get_by_label("First session on").wait_for()


def test_the_page_downloads_the_whole_program(
    phone: Page, served: str, program: dict[str, Any], tmp_path: Path
) -> None:
    opened(phone, served)
    phone.get_by_label("First session on").fill("2026-12-01")
    assert phone.get_by_label("Tuesday: Squat day").input_value() == "18:00"
    phone.get_by_label("Friday: Hinge day").fill("17:15")
    phone.get_by_label("Reminder").select_option("1 hour before")
    assert phone.get_by_text("20 sessions from 1 December 2026 to 5 February 2027").is_visible()
    with phone.expect_download() as started:
        phone.get_by_role("button", name="Download 20 sessions").click()
    assert started.value.suggested_filename == "barbell-two-days.ics"
    file = tmp_path / "x.ics"
    started.value.save_as(file)
    found = events(file.read_bytes())
    assert len(found) == len(sessions(program))
    assert found[1].decoded("DTSTART") == datetime.fromisoformat("2026-12-04T17:15")
    assert len(found[0].walk("VALARM")) == 1
    assert str(found[0]["URL"]) == f"{served}{GUIDE}#week-1-monday"
    anchors = {str(event["URL"]).partition("#")[2] for event in found}
    for anchor in anchors - {""}:
        assert phone.locator(f"[id='{anchor}']").count() == 1
    # the times are there again next time
    opened(phone, served)
    assert phone.locator(".fp-calendar input[type=time]").nth(1).input_value() == "17:15"


def test_a_year_that_is_a_slip_of_the_finger_makes_no_file(phone: Page, served: str) -> None:
    """`26` is the year 26 for a browser, and with one digit too many there are no sessions."""
    opened(phone, served)
    field = phone.get_by_label("First session on")
    for wrong in ("0026-12-01", "20261-12-01", "9999-12-20"):
        field.fill("2026-12-01")
        field.evaluate("(input, text) => { input.value = text }", wrong)
        assert not field.evaluate("input => input.checkValidity()"), wrong
    field.evaluate("(input, text) => { input.value = text }", "2026-12-01")
    assert field.evaluate("input => input.checkValidity()")


@pytest.mark.parametrize(("width", "scheme"), [(390, "light"), (1440, "dark")])
def test_everybody_can_use_it(new_page: NewPage, served: str, width: int, scheme: str) -> None:
    page = new_page(width, color_scheme=scheme, reduced_motion="reduce")
    opened(page, served)
    page.evaluate("document.querySelector('.fp-lost').open = true")
    assert faults(page, within=".fp-take") == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    for target in page.locator(".fp-take :is(button, input, select, .fp-button)").all():
        box = target.bounding_box()
        assert box is not None
        assert box["height"] >= 44


def test_nothing_moves_when_the_tools_come_and_none_are_there_without_scripts(
    phone: Page, new_page: NewPage, served: str
) -> None:
    hold: list[Any] = []
    phone.route("**/calendar/calendar.js", lambda route: hold.append(route))
    phone.goto(served + GUIDE)
    phone.wait_for_timeout(100)
    # from the heading on: other tools above are at work at the same time
    below = """document.querySelector(".fp-files").getBoundingClientRect().top
    - document.getElementById("take-along").getBoundingClientRect().top"""
    before = phone.evaluate(below)
    assert hold
    hold[0].continue_()
    phone.get_by_role("button", name="Add to calendar").wait_for()
    assert phone.evaluate(below) == before
    page = new_page(java_script_enabled=False)
    page.goto(served + GUIDE)
    box = page.locator(".fp-take-tools").bounding_box()
    assert box is None or box["height"] == 0
    assert page.locator(".fp-files a").first.is_visible()


def test_a_program_that_cannot_be_read_is_told_and_can_be_tried_again(
    phone: Page, served: str
) -> None:
    phone.route("**/program.json", lambda route: route.abort())
    phone.goto(served + GUIDE)
    button = phone.get_by_role("button", name="Add to calendar")
    button.click()
    phone.get_by_text("The program could not be read").wait_for()
    phone.unroute("**/program.json")
    button.click()
    phone.get_by_label("First session on").wait_for()
    assert button.get_attribute("aria-expanded") == "true"
    button.click()
    assert button.get_attribute("aria-expanded") == "false"
    assert phone.locator(".fp-calendar").is_hidden()


def test_the_address_is_shared_or_copied(new_page: NewPage, served: str) -> None:
    page = new_page(permissions=["clipboard-read", "clipboard-write"])
    page.goto(f"{served}{GUIDE}#week-1")
    page.get_by_role("button", name="Copy address").click()
    page.get_by_text("The address is copied.").wait_for()
    assert page.evaluate("navigator.clipboard.readText()") == served + GUIDE
    page.add_init_script("navigator.share = async it => { window.passed = it; }")
    page.reload()
    page.get_by_role("button", name="Share").click()
    page.wait_for_function("window.passed")
    passed = page.evaluate("window.passed")
    assert passed["url"] == served + GUIDE
    assert passed["title"] == "Barbell Legs in Two Days"
