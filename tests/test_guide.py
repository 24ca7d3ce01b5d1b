"""The guide says what the plan says: numbers from the measures, words that cannot do harm."""

import json
import re
from collections.abc import Callable
from dataclasses import replace
from fractions import Fraction
from html.parser import HTMLParser
from pathlib import Path

import markdown
import pytest
from conftest import Lay

from generator.export.report_json import report_json
from generator.load.program import load_program
from generator.measure.duration import session_minutes
from generator.measure.hardest import hardest_week
from generator.measure.sets import (
    direct_sets,
    fractional_sets,
    hard,
    is_metabolic,
    is_tension,
    is_weighted,
)
from generator.measure.volume import loading_steps, mean_intensity, volume_load
from generator.model import Library
from generator.model.number import plain
from generator.model.program import Audience
from generator.plan import Plan, lay_out
from generator.render import glance, guide, home, programs
from generator.render.report_view import rule_rows, tally
from generator.render.session_view import serves
from generator.review import Review, review
from generator.rule import Rule, find_rule, run
from generator.view.context import Context
from generator.view.prose import cited
from generator.view.route import Links
from generator.view.special_sets import special_set
from generator.view.weeks import (
    days_a_week,
    originals,
    samples,
    sets_in_words,
    week_facts,
    weekdays,
)
from generator.view.words import STATUSES, VERDICTS, joined, runs, sentence, span

ROOT = Path(__file__).parent.parent
GOLDEN = ROOT / "tests/golden"
BASE = ROOT / "tests/rules/base.yml"
PROGRAMS = sorted((ROOT / "programs").glob("*.yml"))
FEW = ("OVL001", "OVL002", "OVL010")
"""Rules whose rows stand in the golden pages; a new rule need not touch them."""


class FewRules(Context):
    """A context in which only a few rules exist."""

    @property
    def rules(self) -> tuple[Rule, ...]:
        return _few()


def _few() -> tuple[Rule, ...]:
    return tuple(rule for rule in map(find_rule, FEW) if rule)


@pytest.fixture(scope="module")
def goldens(library: Library) -> Context:
    """The two golden programs, judged by a few rules."""
    own = replace(library, programs=("kitchen-sink", "minimal"))
    reviews = []
    for name in own.programs:
        known = {key: not rule.fixed for rule in _few() for key in (rule.code, rule.name)}
        source, program, problems = load_program(GOLDEN / f"{name}.yml", own, known, name)
        assert program is not None, [f"{p.place.line}: {p.message}" for p in problems]
        plan = lay_out(program, own)
        reviews.append(Review(source, plan, run(plan, source, _few())))
    return FewRules(own, tuple(reviews), "https://example.org/repo")


def golden(context: Context, name: str) -> Plan:
    """One of the golden plans."""
    return next(plan for plan in context.plans if plan.program.id == name)


class Reader(HTMLParser):
    """What a browser would see: tags with attributes, and tables as rows of text."""

    VOID = frozenset({"img", "br", "hr", "path", "rect", "circle", "meta", "input"})

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.tables: dict[str, list[list[str]]] = {}
        self._caption: str | None = None
        self._rows: list[list[str]] = []
        self._inside = ""
        self.open: list[str] = []
        self.feed(text)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        if tag not in self.VOID:
            self.open.append(tag)
        if tag == "table":
            self._rows, self._caption = [], ""
        elif tag == "tr":
            self._rows.append([])
        elif tag in ("td", "th"):
            self._rows[-1].append("")
        self._inside = tag if tag in ("td", "th", "caption") else self._inside

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))

    def handle_endtag(self, tag: str) -> None:
        assert self.open, f"</{tag}> closes nothing"
        assert self.open.pop() == tag, f"</{tag}> at {self.getpos()}"
        if tag == "table" and self._caption:
            self.tables[self._caption.strip()] = self._rows
        if tag == self._inside:
            self._inside = ""

    def handle_data(self, data: str) -> None:
        if self._inside == "caption":
            self._caption = (self._caption or "") + data
        elif self._inside:
            self._rows[-1][-1] += data


def read(text: str) -> Reader:
    """A page as the site's Markdown engine prints it, read like a browser."""
    body = text.split("---\n", 2)[2]
    extensions = ["abbr", "attr_list", "def_list", "footnotes", "md_in_html", "tables", "toc"]
    return Reader(markdown.markdown(body, extensions=extensions))


def real(file: Path, library: Library) -> tuple[Plan, Context]:
    """A published program and a context that holds it."""
    found = review(file, library)
    assert found.plan is not None
    return found.plan, Context(library, (found,))


@pytest.mark.parametrize("name", ["minimal", "kitchen-sink"])
def test_a_golden_program_makes_this_page(
    name: str, goldens: Context, expect: Callable[[Path, str], None]
) -> None:
    text = guide.page(golden(goldens, name), goldens).text
    # each build of zlib packs in its own way
    text = re.sub(r"(?<=planner\?data=)[^\"]+", "…", text)
    expect(GOLDEN / f"{name}.md", re.sub(r"\d+ kB", "… kB", text))


def test_a_golden_program_makes_this_report(
    goldens: Context, expect: Callable[[Path, str], None]
) -> None:
    plan = golden(goldens, "kitchen-sink")
    expect(GOLDEN / "kitchen-sink.report.json", report_json(plan, goldens).decode())


@pytest.mark.parametrize("file", PROGRAMS, ids=lambda file: file.stem)
def test_the_report_says_the_same_as_json_as_on_the_page(file: Path, library: Library) -> None:
    plan, context = real(file, library)
    tables = read(guide.page(plan, context).text).tables
    topics = json.loads(report_json(plan, context))["topics"]
    assert {rule["code"] for topic in topics for rule in topic["rules"]} == {
        rule.code for rule in context.rules
    }
    for topic in topics:
        rows = tables[topic["name"]][1:]
        assert len(rows) == len(topic["rules"])
        for row, rule in zip(rows, topic["rules"], strict=True):
            cells = (" ".join(cell.split()).replace("\u2011", "-") for cell in row)
            asked, measured, result, said = cells
            allowed = rule["allowed"][:1].upper() + rule["allowed"][1:]
            assert asked.startswith(f"{allowed} Looks for: {rule['code']} {rule['title']},")
            assert measured.startswith(rule["measured"])
            assert result == STATUSES[rule["status"]]
            for claim in rule["claims"]:
                assert f"{VERDICTS[claim['verdict']]} {claim['title']}" in said
            for finding in rule["findings"]:
                assert (sentence(finding["message"]) in measured) == (finding["deviation"] is None)


@pytest.mark.parametrize("make", ["guide", "index", "home"])
def test_hostile_prose_stays_text(make: str, goldens: Context) -> None:
    page = {
        "guide": lambda: guide.page(golden(goldens, "kitchen-sink"), goldens),
        "index": lambda: programs.page(goldens),
        "home": lambda: home.page(goldens),
    }[make]()
    reader = read(page.text)
    assert not reader.open, f"never closed: {reader.open}"
    # the finder's data and its first look at the address; prose that broke out would make it more
    ours = 2 if make == "index" else 0
    assert [tag for tag, _ in reader.tags].count("script") == ours
    for tag, attributes in reader.tags:
        assert tag not in ("img", "i", "b" if make != "guide" else "iframe")
        assert not [name for name in attributes if name.startswith("on")], attributes
        href = attributes.get("href") or ""
        assert href.partition(":")[0].strip().lower() != "javascript", href
    ids = [attributes["id"] for _, attributes in reader.tags if "id" in attributes]
    assert len(ids) == len(set(ids)), "an id stands twice"


def test_title_and_description_cannot_leave_the_head(goldens: Context) -> None:
    head = guide.page(golden(goldens, "kitchen-sink"), goldens).text.split("---\n", 2)[1]
    assert 'title: "Kitchen &lt;sink&gt; &amp; &quot;everything&quot; {#id}"' in head
    assert "<" not in head


@pytest.mark.parametrize("file", PROGRAMS, ids=lambda file: file.stem)
def test_the_weeks_table_repeats_the_measures(file: Path, library: Library) -> None:
    plan, context = real(file, library)
    tables = read(guide.page(plan, context).text).tables
    weighted = any(is_weighted(set_, plan) for week in plan.weeks for set_ in week.sets)
    rows = tables[f"Volume load{' and mean load' if weighted else ''} by week"][1:]
    change = {after.number: rise for _, after, rise in loading_steps(plan.weeks)}
    assert len(rows) == plan.program.weeks
    for week, row in zip(plan.weeks, rows, strict=True):
        mean, rise = mean_intensity(week.sets), change.get(week.number)
        assert row[0] == f"{week.number}{' deload' if week.deload else ''}"
        assert row[1] == str(len(hard(week.sets, plan.framework)))
        assert row[2].replace(",", "") == plain(volume_load(week.sets) / 100, 0) + "00"
        assert row[3].lstrip("+") == ("" if rise is None else f"{plain(rise, 1)}\u00a0%")
        if weighted:
            assert row[4] == ("" if mean is None else f"{plain(mean, 0)}\u00a0%")
        else:
            assert len(row) == 4


@pytest.mark.parametrize("file", PROGRAMS, ids=lambda file: file.stem)
def test_the_muscle_table_repeats_the_measures(file: Path, library: Library) -> None:
    plan, context = real(file, library)
    rows = read(guide.page(plan, context).text).tables["Direct / fractional sets"]
    named = {name[:1].upper() + name[1:]: muscle for muscle, name in plan.framework.muscles.items()}
    numbers = [int(head.split()[1]) for head in rows[0][1:]]
    assert numbers == list(samples(plan))
    for row in rows[1:]:
        for number, cell in zip(numbers, row[1:], strict=True):
            sets = plan.weeks[number - 1].sets
            direct = direct_sets(sets, plan.framework).get(named[row[0]], 0)
            fractional = fractional_sets(sets, plan.framework).get(named[row[0]], 0)
            assert cell == f"{direct} / {plain(Fraction(fractional), 1)}"


@pytest.mark.parametrize("file", PROGRAMS, ids=lambda file: file.stem)
def test_every_set_of_a_guide_stands_in_its_tables(file: Path, library: Library) -> None:
    plan, context = real(file, library)
    text = guide.page(plan, context).text
    for number, first in originals(plan).items():
        if number != first:
            continue
        for session in plan.weeks[number - 1].sessions:
            name = f'<section class="fp-day" id="week-{number}-{session.day}"'
            assert text.count(name) == 1
            part = text.partition(name)[2].partition("</section>")[0]
            assert f"About {session_minutes(session, plan.framework)} minutes" in part
            for entry in session.entries:
                assert f">{len(entry.sets)} × {entry.first.reps}<" in part
                assert f'<span class="fp-label">{entry.label}</span>' in part


def test_there_are_programs_to_test_with() -> None:
    assert PROGRAMS


def test_pillars_of_an_exercise_follow_the_counting_rules(goldens: Context) -> None:
    plan = golden(goldens, "kitchen-sink")
    for _, entry in plan.weeks[0].entries:
        names = {id_ for id_, _ in serves(entry.sets, plan.framework)}
        assert ("mechanical-tension" in names) == any(
            is_tension(set_, plan.framework) for set_ in entry.sets
        )
        assert ("metabolic-stress" in names) == any(
            is_metabolic(set_, plan.framework) for set_ in entry.sets
        )


def test_samples_are_the_first_the_hardest_and_a_deload_week(goldens: Context) -> None:
    plan = golden(goldens, "kitchen-sink")
    assert hardest_week(plan).number == 3
    assert samples(plan) == {1: "first", 3: "hardest", 4: "deload"}
    assert samples(golden(goldens, "minimal")) == {1: "first and hardest"}


def test_only_the_first_week_stands_open_and_the_others_say_what_they_are(
    goldens: Context,
) -> None:
    text = guide.page(golden(goldens, "kitchen-sink"), goldens).text
    assert "### Week 1 { #week-1 }" in text
    assert text.count('<section class="fp-day" id="week-1-') == text.count(
        '<section class="fp-day"', 0, text.index("{ #other-weeks }")
    )
    folds = re.findall(r'<details class="fp-fold" id="(week-\d)"[^>]*>\n<summary>(.*?) <span', text)
    assert folds == [
        ("week-2", "Week 2"),
        ("week-3", "Week 3: hardest week"),
        ("week-4", "Week 4: deload week"),
        ("week-5", "Week 5"),
    ]


def test_a_guide_leads_to_what_it_has(goldens: Context) -> None:
    text = guide.page(golden(goldens, "kitchen-sink"), goldens).text
    jumps = text.partition('aria-label="On this page"')[2].partition("</nav>")[0]
    for words, id_ in guide.JUMPS:
        assert (f'<a href="#{id_}">{words}</a>' in jumps) == (f"{{ #{id_} }}" in text), id_
    for id_ in ("recovery-and-nutrition", "departures", "questions"):
        assert f'"#{id_}"' in jumps


BANDS = """
equipment: [{}]
blocks:
  - name: Build
    weeks: 2
    sessions:
      - name: Legs
        day: monday
        exercises:
          - {{exercise: split-squat, sets: 3, reps: 8-12, rir: 2}}
"""
DOUBLE = """
progression:
  kind: double
  text: As it comes.
  stall: {after: 2, cut: 10%, text: Step back.}
"""


@pytest.mark.parametrize(
    ("kit", "weights"), [("bodyweight, band", False), ("bodyweight, dumbbell", True)]
)
def test_a_program_without_weights_says_nothing_of_loads(
    lay: Lay, goldens: Context, kit: str, weights: bool
) -> None:
    plan = lay(BANDS.format(kit) + DOUBLE)
    links = Links("programs/x.md")
    sections = (*guide._weeks(plan, links), *guide._progression(plan, goldens, links))
    parts = [*(part for item in sections for part in item.body), *glance.weeks(plan)]
    text = "\n".join(part.text for part in parts)
    assert "by RIR" in text
    assert ("≈" in text) == weights
    assert ("ean load" in text) == weights
    assert ("Double progression: repetitions first, then load." in text) == weights
    assert ("Double progression: repetitions first, then a harder version." in text) != weights
    assert ("progress: 10 % off." in text) == weights
    assert ("progress: 10 % of the repetitions off." in text) != weights


def test_a_reader_meets_the_starting_loads_before_the_first_week(goldens: Context) -> None:
    text = guide.page(golden(goldens, "kitchen-sink"), goldens).text
    assert text.index("{ #starting-loads }") < text.index("{ #sample-weeks }")
    assert text.count("Starting loads") == 2  # the heading and the way to it


def test_a_guide_says_of_its_readers_what_the_program_says(goldens: Context) -> None:
    program = golden(goldens, "minimal").program
    suits, unsuited, left = "It suits you if", "Choose something else if", "Left out on purpose"

    def said(**fields: object) -> list[str]:
        changed = replace(program, **fields)  # type: ignore[arg-type]
        text = "".join(str(section) for section in guide._audience(changed, Links("")))
        return [words for words in (suits, unsuited, left) if words in text]

    half = Audience(for_=("You have a floor.",))
    assert said() == [suits, unsuited]
    assert said(audience=half, out_of_scope=("calves", "glutes")) == [suits, left]
    assert said(audience=Audience()) == []


@pytest.mark.parametrize("file", PROGRAMS, ids=lambda file: file.stem)
def test_a_deload_says_how_many_sets_are_left(file: Path, library: Library) -> None:
    plan, context = real(file, library)
    text = guide.page(plan, context).text
    for week in plan.weeks:
        before = [other for other in plan.loading_weeks if other.number < week.number]
        if week.deload and before and originals(plan)[week.number] == week.number:
            full = before[-1]
            left = f"{len(week.sets)} of the {len(full.sets)} sets of week {full.number}"
            assert left in week_facts(plan, week)
            assert left in text


def test_days_away_have_an_answer_that_the_program_can_keep(goldens: Context) -> None:
    answers = {
        name: guide.page(golden(goldens, name), goldens).text.partition("If you miss a session.")[2]
        for name in ("minimal", "kitchen-sink")
    }
    assert "start the program again." in answers["minimal"]
    assert "repeat the last deload week or go back two weeks" in answers["kitchen-sink"]
    assert all("a convention" in answer for answer in answers.values())


def test_jumps_are_named_beside_the_hard_sets(goldens: Context) -> None:
    plan = golden(goldens, "kitchen-sink")
    week = next(week for week in plan.weeks if any(s.exercise.jump for s in week.sets))
    jumps = sum(set_.exercise.jump for set_ in week.sets)
    hard_sets = len(hard(week.sets, plan.framework))
    assert sets_in_words(plan, week) == (
        f"{hard_sets} hard sets and {jumps} set{'s' if jumps > 1 else ''} of jumps"
    )


@pytest.mark.parametrize("file", PROGRAMS, ids=lambda file: file.stem)
def test_deload_weeks_do_not_shorten_the_session_of_the_facts(file: Path, library: Library) -> None:
    plan, context = real(file, library)
    lengths = [
        session_minutes(session, plan.framework)
        for week in plan.loading_weeks
        for session in week.sessions
    ]
    assert f"<dd>{span(lengths)} minutes" in guide.page(plan, context).text


def test_a_week_done_like_an_earlier_one_is_shown_once(goldens: Context) -> None:
    assert originals(golden(goldens, "kitchen-sink")) == {1: 1, 2: 2, 3: 3, 4: 4, 5: 5, 6: 5}
    text = guide.page(golden(goldens, "kitchen-sink"), goldens).text
    assert "Week 6 is done as [week 5](#week-5)." in text
    assert "again in week 6" in text
    for place in ("week-6", "week-6-tuesday", "week-6-tuesday-2"):
        assert text.count(f'<span class="fp-also" id="{place}"></span>') == 1


def test_two_sessions_of_one_day_keep_apart(goldens: Context) -> None:
    plan = golden(goldens, "kitchen-sink")
    assert [(s.name, s.day) for s in plan.weeks[4].sessions] == [
        ("The same twice", "tuesday"),
        ("The same day again", "tuesday"),
    ]
    text = guide.page(plan, goldens).text
    for name in ("week-5-tuesday", "week-5-tuesday-2"):
        assert text.count(f'<section class="fp-day" id="{name}"') == 1
    rows = next(
        rows for caption, rows in read(text).tables.items() if caption.startswith("Sets that count")
    )
    assert [row[0] for row in rows[1:]] == ["3, Mon", "3, Fri", "5, Tue", "5, Tue-2"]
    assert days_a_week(plan) == "1–2 days a week"


def test_a_split_day_is_one_day_of_the_week(lay: Lay) -> None:
    session = "      - name: {}\n        day: {}\n        exercises:\n{}"
    squats = "          - {exercise: leg-press, sets: 3, reps: 8}\n"
    plan = lay(
        "blocks:\n  - name: Build\n    weeks: 1\n    sessions:\n"
        + session.format("Evening", "monday", squats)
        + session.format("Hinges", "friday", squats)
        + session.format("Morning", "monday", squats)
    )
    assert [found.name for found in plan.weeks[0].sessions] == ["Evening", "Morning", "Hinges"]
    assert weekdays(plan) == ("Monday (two sessions)", "Friday")
    assert days_a_week(plan) == "2 days a week"


def test_a_guide_says_what_calls_for_a_lighter_week(goldens: Context) -> None:
    care = {
        name: guide.page(golden(goldens, name), goldens).text.partition(
            "#recovery-and-nutrition }"
        )[2]
        for name in ("minimal", "kitchen-sink")
    }
    assert "When to take a lighter week." in care["kitchen-sink"]
    assert "When to take a lighter week." not in care["minimal"]


def test_the_report_tells_passed_from_warned_and_from_departed(goldens: Context) -> None:
    plan = golden(goldens, "kitchen-sink")
    rows = rule_rows(plan, goldens, Links("programs/x.md"))
    assert {row.code: row.status.value for _, row in rows} == {
        "OVL001": "deviated",
        "OVL002": "warned",
        "OVL010": "passed",
    }
    assert tally(tuple(row for _, row in rows)) == "3 rules: 1 passed, 1 warning, 1 departure"


def test_special_sets_are_explained_in_words(goldens: Context) -> None:
    said = {
        entry.prescription.set_type: special_set(entry)
        for entry in golden(goldens, "kitchen-sink").prescriptions
    }
    assert said == {
        "straight": "",
        "drop-set": "The last set is a drop set: take 20 % off and go on at once, 2 times.",
        "rest-pause": "Each set is rest-pause: rest 15 s and do more with the same load, 3 times.",
        "myo-reps": "Each set is done as myo-reps: rest 10 s, do a few more repetitions with the "
        "same load, 4 times.",
        "cluster": "Each set is a cluster: 2 more parts follow the first, with 20 s between.",
        "bfr": "Each set is done with cuffs that restrict blood flow, and 3 more parts follow "
        "after 30 s each.",
    }


def test_an_easy_week_tells_nobody_to_do_the_special_sets_it_leaves_out(goldens: Context) -> None:
    plan = golden(goldens, "kitchen-sink")
    easy = {entry.prescription.set_type: entry for _, entry in plan.weeks[3].entries}
    assert plan.weeks[3].deload
    assert {kind for kind, entry in easy.items() if special_set(entry)} == {"bfr"}
    text = guide.page(plan, goldens).text
    week = text[text.index('id="week-4"') : text.index('id="week-5"')]
    assert "Seated leg curl" in week
    for words in ("drop set", "rest-pause", "myo-reps", "cluster", "go on at once", "8+"):
        assert words not in week, words
    assert "cuffs that restrict blood flow" in week


def test_programs_stand_by_level_then_days_then_weeks(goldens: Context) -> None:
    text = programs.page(goldens).text
    assert text.index("## Beginner") < text.index("## Advanced")
    assert [plan.program.id for plan in programs.in_order(goldens.plans)] == [
        "minimal",
        "kitchen-sink",
    ]


def test_kit_is_whatever_will_do(goldens: Context) -> None:
    program = golden(goldens, "minimal").program
    kits: list[tuple[tuple[str, ...], tuple[str, ...]]] = [
        (("bodyweight", "band"), ("no-weights", "dumbbells", "barbell", "gym")),
        (("dumbbell", "bench"), ("dumbbells", "barbell", "gym")),
        (("barbell", "rack", "plates", "dumbbell"), ("barbell", "gym")),
        (("barbell", "leg-press"), ("gym",)),
    ]
    for equipment, kit in kits:
        found = home.kits_of(replace(program, equipment=equipment))
        assert tuple(one.id for one in found) == kit


def test_each_takeaway_of_the_framework_shows_a_verdict(library: Library) -> None:
    context = Context(library, ())
    shown = home.takeaways(context, Links("index.md"))
    assert len(shown) == 5
    assert all(takeaway.marks for takeaway in shown)


def test_what_a_text_cites_is_found_once_and_in_order() -> None:
    text = "See [a](claim:b-two), [b](claim:a-one), [c](claim:b-two) and [d](source:x)."
    assert cited(text, "claim") == ("b-two", "a-one")


@pytest.mark.parametrize(
    ("numbers", "words"),
    [([2], "2"), ([3, 2], "2 and 3"), ([2, 3, 4], "2 to 4"), ([1, 3, 4, 5, 8], "1, 3 to 5 and 8")],
)
def test_runs_of_numbers_are_shortened(numbers: list[int], words: str) -> None:
    assert runs(numbers) == words


def test_small_words() -> None:
    assert joined(["a"]) == "a"
    assert joined(["a", "b", "c"]) == "a, b and c"
    assert span([31, 29, 30]) == "29–31"
    assert span([2, 2]) == "2"
    assert sentence("leg press, box") == "Leg press, box."
