"""What the evidence has to keep: nothing stands on a fallen source, everything is cited or listed,
each page names its publications, and each claim has its next look."""

import posixpath
import re
import shutil
from collections.abc import Callable
from dataclasses import replace
from html import unescape
from pathlib import Path

import pytest

from generator.error import GeneratorError
from generator.model import Claim, Library
from generator.model.month import Month
from generator.model.spelling import Unreadable
from generator.project import open_project
from generator.render.claims import claim_page, evidence_index
from generator.render.leaning import background_claims, background_sources
from generator.render.pages import pages
from generator.render.recheck import recheck_page
from generator.render.sources import source_index, source_page
from generator.report.full_report import full
from generator.report.run import Run
from generator.review import review_all
from generator.view.context import Context
from generator.view.recheck import due, reasons
from generator.view.route import (
    AUDIT,
    EVIDENCE,
    GLOSSARY,
    HOME,
    RECHECK,
    SOURCES,
    Links,
    address_of,
    page_of,
)

Expect = Callable[[Path, str], None]
HERE = Path(__file__).parent
CURVE = "nuzzo-2024-repetitions"


@pytest.fixture(scope="module")
def context(library: Library, root: Path) -> Context:
    files = sorted((root / "programs").glob("*.yml"))
    reviews = review_all(files, library, {file: file.name for file in files})
    return Context(library, tuple(item for item in reviews if item.publishable))


@pytest.fixture
def copy(root: Path, tmp_path: Path) -> Path:
    """The whole library, to be spoilt, with one program."""
    shutil.copytree(root / "content", tmp_path / "content")
    shutil.copy(root / "mkdocs.yml", tmp_path)
    (tmp_path / "programs").mkdir()
    shutil.copy(HERE / "rules/base.yml", tmp_path / "programs/base.yml")
    return tmp_path


def mark(copy: Path, source: str, status: str) -> None:
    """Give a source a status, as a maintainer would."""
    file = copy / f"content/evidence/sources/{source}.yml"
    text = re.sub(r"^status: .*\n", "", file.read_text(encoding="utf-8"), flags=re.MULTILINE)
    file.write_text(f"{text}status: {status}\n", encoding="utf-8")


# What fell


def test_a_claim_whose_only_source_fell_stops_the_build(copy: Path, expect: Expect) -> None:
    mark(copy, "pelland-2024-dose-response", "retracted")
    project = open_project(copy)
    [finding] = project.findings
    assert finding.code == "SCH019"
    assert finding.file == "content/evidence/claims/fractional-set-counting.yml"
    assert not project.publishable
    with pytest.raises(GeneratorError, match="rests only on what does not stand"):
        project.pages()
    said = full(finding, Run((finding,), 1, project.source))
    expect(HERE / "golden/fallen-claim.txt", said + "\n")


def test_an_exercise_and_a_way_of_counting_can_lose_their_only_source(
    copy: Path, library: Library
) -> None:
    exercise = next(item for item in library.exercises.values() if item.evidence)
    file = copy / f"content/exercises/{exercise.id}.yml"
    text = file.read_text(encoding="utf-8")
    alone = re.sub(r"^evidence: \[.*\]", f"evidence: [{CURVE}]", text, flags=re.MULTILINE)
    assert alone != text
    file.write_text(alone, encoding="utf-8")
    mark(copy, CURVE, "disputed")
    said = {(f.code, f.file, f.message) for f in open_project(copy).findings}
    fallen = f"rests only on what does not stand: `{CURVE}` (disputed)"
    assert said == {
        ("SCH019", f"content/exercises/{exercise.id}.yml", f"“{exercise.name}” {fallen}"),
        ("SCH019", "content/framework.yml", f"“Load in percent of the 1RM” {fallen}"),
        ("SCH019", f"content/evidence/sources/{CURVE}.yml", f"“The page of TEN003” {fallen}"),
    }


def test_texts_that_link_a_fallen_source_alone_are_told(copy: Path) -> None:
    link = "Seen in [a pilot](source:hackett-2018-gvt)."
    for name, old, where in (
        ("framework", "    says: ", "thresholds"),
        ("glossary", "        says: One landing of a jump.", "groups"),
    ):
        file = copy / f"content/{name}.yml"
        before, mark_, after = file.read_text(encoding="utf-8").partition(f"\n{where}:\n")
        indent = " " * (len(old) - len(old.lstrip()))
        after = re.sub(
            rf"^{re.escape(old)}.*\n(?:{indent} .*\n)*", f"{indent}says: {link}\n",
            after, count=1, flags=re.MULTILINE,
        )  # fmt: skip
        file.write_text(before + mark_ + after, encoding="utf-8")
    assert open_project(copy).findings == ()
    mark(copy, "hackett-2018-gvt", "retracted")
    found = {(f.file, f.code, f.message) for f in open_project(copy).findings}
    said = {(file, message.partition(" rests")[0]) for file, _, message in found}
    first = next(iter(open_project(copy).library.library.framework.thresholds))
    assert said == {
        ("content/framework.yml", f"“{first}”"),
        ("content/glossary.yml", "“Foot contact”"),
        ("content/evidence/sources/hackett-2018-gvt.yml", "“The page of TEN009”"),
    }
    assert {code for _, code, _ in found} == {"SCH019"}


def test_a_page_of_a_rule_is_told_at_the_status_of_its_source(copy: Path) -> None:
    mark(copy, "hackett-2018-gvt", "retracted")
    project = open_project(copy)
    [finding] = project.findings
    source = project.source(finding.file)
    assert source.lines[finding.place.line - 1] == "status: retracted"


def test_what_still_rests_on_another_source_is_built_and_says_what_it_does_not_count(
    copy: Path, library: Library
) -> None:
    mark(copy, "kubo-2019", "retracted")
    project = open_project(copy)
    assert project.findings == ()
    made = {path: text.decode() for path, text in project.pages().items() if path.endswith(".md")}
    resting = [claim for claim in library.claims.values() if "kubo-2019" in claim.sources]
    assert resting
    for claim in resting:
        page = made[page_of("claim", claim.id)]
        assert re.search(r"rests on \d+ sources?, not counting [^.]*Kubo et al. \(2019\)", page)
    badge = "Kubo et al. (2019)</a>\n"
    for path, text in made.items():
        # a list names it by its page; prose may mention it
        for _, after in re.findall(rf"({re.escape(badge)})((?:.*\n){{4}})", text):
            assert "retracted" in after, path
        for entry in re.findall(r'id="ref-kubo-2019">.*?</li>', text, re.DOTALL):
            assert "[retracted]" in entry, path


def test_when_every_source_falls_each_claim_that_had_one_is_told(
    copy: Path, library: Library
) -> None:
    for source in library.sources:
        mark(copy, source, "excluded")
    files = {finding.file for finding in open_project(copy).findings}
    assert {Path(file).stem for file in files if "/claims/" in file} == {
        claim.id for claim in library.claims.values() if claim.sources
    }


# Who leans on what


def linked(text: str, kind: str, path: str) -> set[str]:
    """Ids of the claims or sources that some text of a page links to."""
    here, folder = f"/{address_of(path)}", f"/{posixpath.dirname(path)}"
    addresses = [posixpath.join(here, href) for href in re.findall(r'href="([^"#:]+)', text)]
    addresses += [posixpath.join(folder, href) for href in re.findall(r"\]\(<?([^>)#:]+)", text)]
    found = (posixpath.normpath(address).removesuffix(".md") for address in addresses)
    begin = f"/evidence/{kind}s/"
    return {address.removeprefix(begin) for address in found if address.startswith(begin)}


def test_each_claim_and_each_source_is_cited_or_listed_as_background(context: Context) -> None:
    library = context.library
    leant = {claim for rule in context.rules for claim in rule.claims}
    leant |= {claim for item in library.framework.thresholds.values() for claim in item.claims}
    leant |= {claim for claim in library.claims if context.programs_on(claim)}
    leant |= {id_ for kind, id_ in context.mentions if kind == "claim"}
    leant |= {"sleep-for-growth", "protein-planning", "energy-surplus"}  # targets on guides
    background = evidence_index(context).text.partition("{ #background }")[2]
    listed = linked(background, "claim", EVIDENCE)
    assert leant | listed == library.claims.keys()
    assert not leant & listed

    cited = {id_ for item in library.claims.values() for id_ in item.sources}
    cited |= {id_ for item in library.exercises.values() for id_ in item.evidence}
    background = source_index(context).text.partition("{ #background }")[2]
    listed = linked(background, "source", SOURCES)
    assert cited | listed == library.sources.keys()
    assert not cited & listed


def test_what_nothing_leans_on_is_background(context: Context) -> None:
    library = context.library
    alone = replace(library.claims["sex"], id="nobody-asked", sources=())
    unread = replace(library.sources["kubo-2019"], id="nobody-read")
    more = replace(
        library,
        claims={**library.claims, alone.id: alone},
        sources={**library.sources, unread.id: unread},
    )
    beside = replace(context, library=more)
    assert alone in background_claims(beside, Links(EVIDENCE))
    assert unread in background_sources(beside)
    assert 'href="claims/nobody-asked/"' in evidence_index(beside).text.partition("#background")[2]
    assert 'nobody-read/"' in source_index(beside).text.partition("#background")[2]


def test_a_claim_names_the_takeaways_the_departures_and_the_rules_on_it(context: Context) -> None:
    for claim in context.library.claims.values():
        text = unescape(
            " ".join(claim_page(claim, context).text.partition("{ #leans }")[2].split())
        )
        for rule in context.rules_on(claim.id):
            assert f"{rule.code} {rule.title}" in text
        for plan in context.plans:
            for takeaway in plan.program.takeaways:
                if claim.id in takeaway.claims and "](" not in takeaway.text:
                    assert " ".join(takeaway.text.split()) in text, claim.id


def test_a_source_names_the_rules_and_programs_on_its_claims(context: Context) -> None:
    for source in context.library.sources.values():
        text = source_page(source, context).text.partition("{ #leans }")[2]
        claims = context.claims_on(source.id) if source.stands else ()
        for claim in claims:
            for rule in context.rules_on(claim):
                assert f">{rule.code}</a>" in text, source.id
            for plan in context.programs_on(claim):
                assert plan.program.title in text, source.id


# Each page lists its references

WITHOUT = {
    HOME: "its lead links the list of all sources",
    EVIDENCE: "an index of claims; it links the list of all sources",
    AUDIT: "nearly every claim stands on it; it links the list of all sources",
    RECHECK: "an index of claims",
    SOURCES: "the list of all sources itself",
    GLOSSARY: "an index of words; the claims it names list their sources",
}
"""Pages that name claims and have no references of their own, with the reason."""


def test_each_page_that_names_a_claim_lists_the_publications_behind_it(context: Context) -> None:
    claims = context.library.claims
    seen = set()
    for page in pages(context):
        named = linked(page.text, "claim", page.path)
        if not named or page.path in WITHOUT or page.path.startswith("evidence/sources/"):
            continue  # the page of a source is the record itself
        seen.add(posixpath.dirname(page.path))
        shown = linked(page.text, "source", page.path) | set(
            re.findall(r'id="ref-([a-z0-9-]+)"', page.text)
        )
        if page.path.startswith("evidence/claims/"):
            # its own sources; a claim it links to lists those of its own
            wanted = set(claims[Path(page.path).stem].sources)
            assert "{ #sources }" in page.text
        elif page.path.startswith("programs/"):
            # the sources of a rule in the report stand on the rule's page
            wanted = set()
            assert "{ #references }" in page.text
        else:
            wanted = {source for claim in named for source in claims[claim].sources}
            assert "{ #references }" in page.text or not wanted, page.path
        assert wanted <= shown, page.path
    assert {"framework", "framework/rules", "framework/pillars"} <= seen
    assert {"evidence/claims", "programs"} <= seen


def test_pages_without_references_say_where_they_are(context: Context) -> None:
    for page in pages(context):
        if page.path in (HOME, EVIDENCE, AUDIT):
            assert "sources.md" in page.text, page.path


# When to look again


def test_each_claim_says_in_its_own_words_what_would_change_it(library: Library) -> None:
    said = [claim.would_change for claim in library.claims.values()]
    assert len(set(said)) == len(said)
    for claim in library.claims.values():
        assert 40 <= len(claim.would_change) <= 300, claim.id


def test_a_month_is_a_year_and_a_month() -> None:
    assert str(Month.parse("2026-01")) == "2026-01"
    assert Month.parse("2026-12").in_years(3) == Month(2029, 12)
    assert Month(2026, 12) < Month(2027, 1)
    for wrong in ("2026-13", "2026-1", "1999-01", "2026", "November 2026", "2026-11-01"):
        with pytest.raises(Unreadable):
            Month.parse(wrong)


def dated(library: Library, *years: int | None) -> tuple[Claim, Library]:
    """A claim checked in November 2026 that rests on sources of some years."""
    model = library.sources["kubo-2019"]
    sources = {f"s{n}": replace(model, id=f"s{n}", year=year) for n, year in enumerate(years)}
    claim = replace(library.claims["sex"], sources=tuple(sources), checked=Month(2026, 11))
    return claim, replace(library, sources=sources, claims={claim.id: claim})


def test_a_claim_waits_its_years_while_its_newest_source_is_not_older(library: Library) -> None:
    claim, beside = dated(library, 1999, 2023)
    assert reasons(claim, beside) == ()
    assert due(claim, beside) == Month(2029, 11)
    claim, beside = dated(library, 1999, 2022)
    assert reasons(claim, beside) == ("its newest source is from 2022",)
    assert due(claim, beside) == Month(2026, 11)


def test_one_source_or_none_makes_a_claim_come_first(library: Library) -> None:
    assert reasons(*dated(library)) == ("it rests on no source",)
    assert reasons(*dated(library, 2026)) == ("it rests on one source",)
    assert reasons(*dated(library, None, None)) == ("the year of its sources was not seen",)
    claim, beside = dated(library, 2026, 2026)
    fallen = replace(beside.sources["s1"], status="retracted")
    beside = replace(beside, sources={**beside.sources, "s1": fallen})
    [reason] = reasons(claim, beside)
    assert reason == "it rests on one source, not counting 1 on which nothing may rest"


def test_the_page_of_due_claims_lists_each_once_and_the_urgent_first(context: Context) -> None:
    text = recheck_page(context).text
    first, later = text.split("Due in", 1)
    assert first.count("due at once") == 1
    assert first.count("November 2026") == 1
    for claim in context.library.claims.values():
        hurry = bool(reasons(claim, context.library))
        assert first.count(f'href="../claims/{claim.id}/"') == hurry
        assert later.count(f'href="../claims/{claim.id}/"') == (not hurry)
