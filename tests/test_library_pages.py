"""The library's pages: all there, each link leads somewhere, nothing of our notes on them."""

import posixpath
import re
from dataclasses import replace
from functools import cached_property
from html.parser import HTMLParser
from pathlib import Path

import markdown as engine
import pytest

from generator.bibliography.citation import short
from generator.error import GeneratorError
from generator.export.files import files
from generator.form import FORM_RULES
from generator.form_pages import FORM_PAGES
from generator.model import Library, Word
from generator.model.fields import key, parts, shapes
from generator.model.program import Group, Prescription, Program
from generator.model.sentences import sentences
from generator.render import guide
from generator.render.audit import opening
from generator.render.counting import CURVE_SOURCE
from generator.render.glossary import with_words, words_of
from generator.render.handwritten import linked, written_files, written_pages
from generator.render.library_pages import library_pages
from generator.review import review, review_all
from generator.rule import Kind, all_rules
from generator.view.context import Context
from generator.view.glossary import meaning
from generator.view.page import Html, Markdown, Page, Section
from generator.view.route import (
    AUDIT,
    COUNTING,
    EVIDENCE,
    EXERCISES,
    GLOSSARY,
    SOURCES,
    Links,
    address_of,
    page_of,
)

BASE = Path(__file__).parent / "rules/base.yml"


class Anatomy(HTMLParser):
    """The links, anchors and words of a page."""

    def __init__(self, page: Page) -> None:
        super().__init__()
        self.page = page
        self.hrefs: list[str] = []
        self.anchors: list[str] = []
        self.words = ""
        text = page.text.split("---\n", 2)[2]
        self.feed(
            engine.markdown(
                text, extensions=["attr_list", "md_in_html", "pymdownx.superfences", "toc"]
            )
        )
        self.close()

    def handle_starttag(self, _tag: str, attrs: list[tuple[str, str | None]]) -> None:
        found = dict(attrs)
        self.hrefs += [found["href"] or ""] if "href" in found else []
        self.anchors += [found["id"] or ""] if "id" in found else []

    def handle_data(self, data: str) -> None:
        self.words += data

    @cached_property
    def targets(self) -> list[tuple[str, str]]:
        """The addresses on this site that the page links to, each with its anchor."""
        here = "/" + address_of(self.page.path)
        found = []
        for href in self.hrefs:
            if not re.match(r"[a-z]+:", href):
                path, _, anchor = href.partition("#")
                if path.endswith(".md"):
                    folder = posixpath.dirname("/" + self.page.path)
                    path = "/" + address_of(posixpath.normpath(posixpath.join(folder, path))[1:])
                else:
                    path = posixpath.normpath(posixpath.join(here, path)) if path else here
                found.append((path.strip("/"), anchor))
        return found


@pytest.fixture(scope="module")
def context(library: Library, root: Path) -> Context:
    """The real site's material, with a made-up repository."""
    files = sorted((root / "programs").glob("*.yml"))
    reviews = review_all(files, library, {file: file.name for file in files})
    published = tuple(item for item in reviews if item.publishable)
    return Context(library, published, "https://example.org/repository", written_files(root))


@pytest.fixture(scope="module")
def pages(context: Context) -> dict[str, Anatomy]:
    return {page.path: Anatomy(page) for page in library_pages(context)}


def test_each_thing_in_the_library_has_a_page(context: Context, pages: dict[str, Anatomy]) -> None:
    library = context.library
    for kind, ids in (
        ("exercise", library.exercises),
        ("claim", library.claims),
        ("source", library.sources),
        ("topic", library.framework.topics),
        ("rule", [rule.code for rule in all_rules()]),
    ):
        assert ids
        missing = [id_ for id_ in ids if page_of(kind, id_) not in pages]
        assert missing == [], kind


def test_no_two_pages_share_a_file(context: Context) -> None:
    paths = [page.path for page in library_pages(context)]
    assert len(set(paths)) == len(paths)


def test_each_link_on_the_site_leads_to_a_page_and_its_anchor(
    context: Context, pages: dict[str, Anatomy]
) -> None:
    there = {address_of(path).rstrip("/"): set(item.anchors) for path, item in pages.items()}
    elsewhere = {"", "programs"} | {f"programs/{plan.program.id}" for plan in context.plans}
    elsewhere |= files(context).keys()
    broken = [
        f"{path} → {target}#{anchor}"
        for path, item in pages.items()
        for target, anchor in item.targets
        if target not in elsewhere
        and (target not in there or (anchor and anchor not in there[target]))
    ]
    assert broken == []


def test_guides_link_only_to_library_pages_that_exist(
    context: Context, pages: dict[str, Anatomy]
) -> None:
    there = {address_of(path).rstrip("/") for path in pages}
    folders = ("exercises", "framework", "evidence", "contribute")
    for plan in context.plans:
        found = Anatomy(guide.page(plan, context)).targets
        ours = {target for target, _ in found if target.startswith(folders)}
        assert ours
        assert ours <= there


def test_no_page_has_two_places_of_one_name(pages: dict[str, Anatomy]) -> None:
    for path, item in pages.items():
        assert len(set(item.anchors)) == len(item.anchors), path


def test_links_that_leave_the_site_lead_to_publications_and_to_the_repository(
    context: Context, pages: dict[str, Anatomy]
) -> None:
    records = {source.link for source in context.library.sources.values() if source.link}
    for path, item in pages.items():
        for href in item.hrefs:
            if re.match(r"[a-z]+:", href):
                assert href in records or href.startswith("https://example.org/repository/"), path


def test_where_a_record_was_read_and_notes_stay_off_the_pages(
    context: Context, pages: dict[str, Anatomy]
) -> None:
    everything = {path: item.page.text for path, item in pages.items()}
    for source in context.library.sources.values():
        addresses = re.findall(r"(?:https?://)?[\w-]+(?:\.[\w-]+)+/[^\s,;]+", source.verified_from)
        private = [address for address in addresses if source.link.rstrip("/") not in address]
        if not source.link:
            private = addresses
        for path, text in everything.items():
            for address in private:
                assert address not in text, f"{path} names {address}"
            assert not source.note or source.note not in text, path


def test_a_page_about_an_exercise_says_all_of_it(
    context: Context, pages: dict[str, Anatomy]
) -> None:
    for exercise in context.library.exercises.values():
        # a page binds a range with a hyphen that does not break
        words = " ".join(pages[page_of("exercise", exercise.id)].words.split())
        words = words.replace("\u2011", "-")
        for text in (
            *exercise.setup,
            *exercise.cues,
            *(part for fault in exercise.faults for part in (fault.fault, fault.why, fault.fix)),
            exercise.range_of_motion,
            exercise.safety,
        ):
            if "](" not in text:
                assert " ".join(text.split()) in words, exercise.id


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("ES 0.2 (95 % CI 0.1 to 0.3), squats v leg press, 10RM", ["ES", "CI", "RM", "v"]),
        ("g = 0.3 in 5 RCTs; 12 cm2", ["d, g", "RCT", "cm2"]),
        ("At 70 % of the 1RM with 2 RIR", ["1RM", "RIR"]),
        ("Two drop-sets, then supersets of myo-reps", ["Superset", "Drop set", "Myo-reps"]),
        ("Mesocycles are blocks", ["Block"]),
        ("Best of all: a grand total of 3 kg and 2 d per week, very often.", []),
        ("A superb unblocked route", []),
    ],
)
def test_words_of_the_trade_are_found_where_they_occur(
    text: str, words: list[str], library: Library
) -> None:
    assert [word.term for word in words_of(text, library)] == words


def test_each_word_is_defined_once_and_by_one_thing(library: Library) -> None:
    words = library.glossary.words
    names = [name.lower() for word in words for name in (word.term, *word.names)]
    assert len(set(names)) == len(names)
    assert len({meaning(word, library) for word in words}) == len(words) > 50
    for word in words:
        assert sum(map(bool, (word.says, word.counting, word.model))) == 1, word.term


def test_a_word_nothing_defines_is_trouble_of_ours(library: Library) -> None:
    for word in (Word("Lift"), Word("Lift", model="Barbell"), Word("Lift", counting="Lifts")):
        with pytest.raises(GeneratorError, match="nothing says what “Lift” means"):
            meaning(word, library)


def test_a_page_explains_its_words_once(context: Context) -> None:
    library = context.library
    rir = next(word for word in library.glossary.words if word.term == "RIR")
    page = Page("x.md", "X", "", (Section((Markdown("With 2 RIR."),)),))
    explained = with_words(page, library)
    assert "Words on this page" in explained.text
    assert meaning(rir, library) in explained.text
    assert with_words(explained, library) == explained
    nothing = Page("x.md", "X", "", (Section((Markdown("Nothing here."),)),))
    assert with_words(nothing, library) == nothing


def test_each_counting_rule_has_a_place_and_its_claims(
    context: Context, pages: dict[str, Anatomy]
) -> None:
    page = pages[COUNTING]
    for rule in context.library.framework.counting:
        address, _, anchor = page_of("counting", rule.term).partition("#")
        assert address == COUNTING
        assert anchor in page.anchors
        for claim in rule.claims:
            assert (f"evidence/claims/{claim}", "") in page.targets


def test_no_claim_shows_checks_of_wording(context: Context, pages: dict[str, Anatomy]) -> None:
    for claim in context.library.claims.values():
        words = " ".join(pages[page_of("claim", claim.id)].words.split())
        assert "text lint" not in words, claim.id
        assert not claim.formerly or f"Former id of this claim: {claim.formerly}" not in words


def test_a_swap_that_the_rule_would_refuse_is_called_related(
    context: Context, pages: dict[str, Anatomy]
) -> None:
    text = pages[page_of("exercise", "leg-extension")].page.text
    swaps = text[text.index("{ #swaps }") : text.index("{ #evidence }")]
    swap, related = swaps.split("Related", 1)
    assert "reverse-nordic-curl" in swap
    assert "leg-press" not in swap
    assert "leg-press" in related


def test_the_index_names_each_exercise_with_its_equipment(
    context: Context, pages: dict[str, Anatomy]
) -> None:
    text = pages[EXERCISES].page.text
    links = Links(EXERCISES)
    for id_ in context.library.exercises:
        assert text.count(f'href="{links.url("exercise", id_)}"') == 1
    assert "Barbell and plates; or dumbbells" in text


def test_a_rule_page_shows_its_reasons_in_the_programs_that_depart_from_it(
    context: Context, pages: dict[str, Anatomy]
) -> None:
    departures = [(plan, item) for plan in context.plans for item in plan.program.deviations]
    assert departures
    for plan, item in departures:
        words = " ".join(pages[page_of("rule", item.rule)].words.split())
        assert plan.program.title in words
        if "](" not in item.reason:
            assert " ".join(item.reason.split()) in words


def test_a_fixed_rule_offers_no_lines_to_paste(pages: dict[str, Anatomy]) -> None:
    for rule in all_rules():
        text = pages[page_of("rule", rule.code)].page.text
        assert (f"- rule: {rule.code}" in text) != rule.fixed


def test_the_lines_to_paste_make_a_deviation_the_checker_takes(
    pages: dict[str, Anatomy], library: Library, tmp_path: Path
) -> None:
    for rule in all_rules():
        text = pages[page_of("rule", rule.code)].page.text
        found = re.search(r"```yaml\n(deviations:\n.*?)```", text, re.DOTALL)
        if found:
            file = tmp_path / "program.yml"
            file.write_text(BASE.read_text(encoding="utf-8") + found[1], encoding="utf-8")
            said = review(file, library).findings
            assert [f.code for f in said if f.code.startswith(("YML", "SCH"))] == []


def test_the_counting_page_prints_every_number_once_and_names_the_source_of_the_curve(
    context: Context, pages: dict[str, Anatomy]
) -> None:
    page = pages["framework/counting.md"]
    limits = [anchor for anchor in page.anchors if anchor.startswith("limit-")]
    assert sorted(limits) == sorted(f"limit-{id_}" for id_ in context.library.framework.thresholds)
    assert CURVE_SOURCE in context.library.sources


def test_no_verdict_stands_beside_a_word(pages: dict[str, Anatomy]) -> None:
    for path in (GLOSSARY, COUNTING):
        text = pages[path].page.text
        assert "A claim about it: <a href=" in text
        assert "data-verdict" not in text


def test_a_rule_page_says_how_its_verdicts_are_meant_and_links_no_number_to_itself(
    pages: dict[str, Anatomy],
) -> None:
    rails = 0
    for rule in all_rules():
        page = pages[page_of("rule", rule.code)].page
        follows = re.search(r"The rule follows from th(is|ese) verdicts?\.", page.text) is not None
        assert follows == (rule.kind is Kind.EVIDENCE and bool(rule.claims)), rule.code
        rails += follows
        numbers = "".join(
            part.text for item in page.sections if item.id == "thresholds" for part in item.body
        )
        own = Links(page.path).url("rule", rule.code)
        assert f'href="{own}"' not in numbers, rule.code
    assert rails > 10


def test_a_number_is_called_the_same_on_its_card_and_on_the_claim_that_judges_it(
    pages: dict[str, Anatomy],
) -> None:
    assert "<h3>Hard set RIR: 4 repetitions" in pages[COUNTING].page.text
    assert ">hard set RIR: 4 repetitions" in pages[page_of("claim", "failure-proximity")].page.text


@pytest.mark.parametrize("path", [COUNTING, EVIDENCE, AUDIT, SOURCES])
def test_a_long_page_begins_with_links_to_its_parts(pages: dict[str, Anatomy], path: str) -> None:
    text = pages[path].page.text
    jumps = text.partition('class="fp-jumps')[2].partition("</nav>")[0]
    anchors = re.findall(r'href="#([\w-]+)"', jumps)
    assert len(anchors) >= 5
    for anchor in anchors:
        assert f"{{ #{anchor} }}" in text
    last = re.findall(r"^## .*\{ #([\w-]+) \}$", text, re.MULTILINE)[-1]
    assert last in anchors


def test_each_claim_of_the_framework_is_audited_once(
    context: Context, pages: dict[str, Anatomy]
) -> None:
    text = pages["evidence/audit.md"].page.text
    for claim in context.library.claims.values():
        heading = f'<h3><a href="../claims/{claim.id}/">'
        assert text.count(heading) == (claim.origin == "framework"), claim.id


def test_an_opening_ends_with_a_sentence_and_not_in_a_name() -> None:
    text = (
        "The nearest paper is Latella et al. (2020), which did not measure legs. " * 2
        + "More follows here."
    )
    said = opening(text)
    assert said.endswith("legs.")
    assert said.count("Latella et al. (2020)") == 2


def test_every_field_a_program_may_have_is_documented(pages: dict[str, Anatomy]) -> None:
    page = pages["contribute/fields.md"]
    known = {part.type for part in parts()}
    assert {Program, Prescription, Group} <= known
    for part in parts():
        documented = sentences(part.type)
        for field, _ in shapes(part.type):
            anchor = f"{part.type.__name__.lower()}-{key(field).replace('_', '-')}"
            assert anchor in page.anchors
            assert documented[field.name]


def test_every_message_about_a_file_says_what_to_do(pages: dict[str, Anatomy]) -> None:
    assert FORM_PAGES.keys() == FORM_RULES.keys()
    anchors = pages["contribute/messages.md"].anchors
    assert {code.lower() for code in FORM_RULES} <= set(anchors)


def test_a_block_of_code_keeps_what_looks_like_a_link() -> None:
    block = "````python\n```yaml\n[a](rule:OVL999)\n```\n[b](claim:no)\n````"
    text = linked(f"{block}\n\n[c](rule:OVL001)\n", Links("contribute/x.md"), "x")
    assert text.startswith(f"{block}\n\n[c](../framework/rules/ovl001-")


def test_a_hand_written_page_without_a_title_or_with_a_dead_link_is_our_trouble() -> None:
    with pytest.raises(GeneratorError, match=r"content/pages/x\.md: the first line"):
        written_pages({"x.md": "No title.\n"})
    with pytest.raises(GeneratorError, match="there is no rule `OVL999`"):
        written_pages({"x.md": "# Title\n\nSee [a](rule:OVL999).\n"})


def test_a_source_is_called_by_what_was_seen_of_it(library: Library) -> None:
    source = library.sources["pelland-2024-dose-response"]
    assert short(source) == "Pelland et al. (2024)"
    two = replace(source, authors=("Van Every D", "da Silva LSL"), year=None)
    assert short(two) == "Van Every and da Silva (year not seen)"
    one = replace(source, authors=("American College of Sports Medicine",))
    assert short(one) == "American College of Sports Medicine (2024)"
    unknown = replace(source, authors=(), title="A title")
    assert short(unknown) == "“A title” (2024)"


def test_a_disputed_source_is_mentioned_and_not_used(
    context: Context, pages: dict[str, Anatomy]
) -> None:
    disputed = {source.id for source in context.library.sources.values() if source.status}
    assert disputed
    for id_ in context.library.sources:
        text = pages[page_of("source", id_)].page.text
        assert ("## Claims that mention it" in text) == (id_ in disputed), id_
        assert ("## Claims that use it" in text) == (
            id_ not in disputed and bool(context.claims_on(id_))
        ), id_


def test_a_long_claim_is_told_in_paragraphs(pages: dict[str, Anatomy]) -> None:
    text = pages[page_of("claim", "weekly-volume-progression")].page.text
    said = text.partition("{ #reasoning }")[2].partition("## ")[0]
    assert len(said.strip().split("\n\n")) == 4


def test_the_framework_page_lists_every_takeaway(
    context: Context, pages: dict[str, Anatomy]
) -> None:
    text = pages["framework/index.md"].page.text.partition("## ")[0]
    takeaways = [t.takeaway for t in context.library.framework.topics.values() if t.takeaway]
    assert re.findall(r"^- (.+)$", text, re.MULTILINE) == takeaways


def test_components_are_whole(context: Context) -> None:
    """An unclosed element in one component would swallow the rest of the page."""
    void = {"br", "hr", "img", "input", "meta", "link"}
    for page in library_pages(context):
        for section in page.sections:
            for part in section.body:
                if isinstance(part, Html):
                    stack = []
                    tags = re.findall(r"<(/?)([a-z][a-z0-9]*)\b[^>]*?(/?)>", part.text)
                    for close, tag, whole in tags:
                        if not close and not whole and tag not in void:
                            stack.append(tag)
                        elif close:
                            assert stack.pop() == tag, page.path
                    assert stack == [], page.path
