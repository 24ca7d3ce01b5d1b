"""The week's look at the evidence: what is due, what registers say, and the one issue."""

from collections.abc import Callable, Iterator
from dataclasses import replace

import pytest
from click.testing import CliRunner
from fake_github import REPOSITORY, Github, serving

from generator.github import registers
from generator.github.__main__ import main
from generator.github.api import BOT
from generator.github.evidence import PATIENCE, SHOWN, body, due_claims, keep_issue, suspects
from generator.github.registers import Answer, Record, fetch, looked_up, same_title
from generator.github.shape import at
from generator.github.sticky import LONGEST
from generator.model import Library
from generator.model.month import Month
from generator.view.recheck import due, reasons

LATER = Month(2099, 1)


@pytest.fixture
def github() -> Iterator[Github]:
    with serving(Github()) as server:
        yield server


def test_a_claim_is_due_in_its_month_and_not_before(library: Library) -> None:
    claim = next(c for c in library.claims.values() if not reasons(c, library))
    month = due(claim, library)
    before = Month(month.year, month.number - 1) if month.number > 1 else Month(month.year - 1, 12)
    assert claim in due_claims(library, month)
    assert claim not in due_claims(library, before)


def test_in_the_end_every_claim_is_due(library: Library) -> None:
    assert len(due_claims(library, LATER)) == len(library.claims)


def one_source(library: Library, **other: str) -> Library:
    source = next(s for s in library.sources.values() if s.doi and s.stands)
    return replace(library, sources={source.id: replace(source, **other)})  # type: ignore[arg-type]


def work(title: str) -> dict[str, object]:
    return {"message": {"title": [title]}}


def notice(doi: str, kind: str) -> dict[str, object]:
    return {"message": {"items": [{"DOI": "10.1/n", "update-to": [{"DOI": doi, "type": kind}]}]}}


def registered(**answers: object) -> Callable[[str], Answer]:
    """Registers that answer by what is asked: a work, its updates, a handle."""

    def answer(url: str) -> Answer:
        kind = "updates" if "filter=" in url else "handle" if "/api/handles/" in url else "work"
        said = answers.get(kind, 404)
        return Answer(said) if isinstance(said, int) else Answer(200, said)

    return answer


@pytest.mark.parametrize(
    ("answers", "says"),
    [
        ({"work": 404, "handle": {"responseCode": 1}}, []),
        ({"work": 404, "handle": {"responseCode": 100}}, ["nothing is registered under it"]),
        ({"work": 404, "handle": 404}, []),
        ({"work": 404, "handle": 0}, []),
        ({"work": 503}, []),
        ({"work": work("Cooking with leeks"), "updates": notice("10.1/x", "retraction")},
         ["leads to “Cooking with leeks”"]),
        ({"work": work("A B <b>Protein</b>"), "updates": notice("10.1/A", "retraction")},
         ["has a notice of retraction"]),
        ({"work": work(""), "updates": notice("10.1/a", "expression_of_concern")},
         ["has an expression of concern"]),
        ({"work": work(""), "updates": notice("10.1/other", "retraction")}, []),
        ({"work": work(""), "updates": notice("10.1/a", "correction")}, []),
        ({"work": work("Cooking with leeks"), "updates": 500}, ["leads to “Cooking with leeks”"]),
        ({"work": [], "updates": "x"}, []),
    ],
)  # fmt: skip
def test_what_registers_say_against_a_source(
    answers: dict[str, object], says: list[str], library: Library
) -> None:
    one = one_source(library, doi="10.1/a", title="Protein and growth")
    told, _ = suspects(one, registered(**answers))
    assert len(told) == len(says)
    assert all(words in line for words, line in zip(says, told, strict=True))


def test_a_source_that_fell_already_is_not_told_again(library: Library) -> None:
    one = one_source(library, doi="10.1/a", title="x", status="retracted")
    answers = registered(work=work("x"), updates=notice("10.1/a", "retraction"))
    assert suspects(one, answers) == ((), 0)


def test_registers_that_are_silent_are_not_asked_for_ever(library: Library) -> None:
    asked: list[str] = []

    def silent(url: str) -> Answer:
        asked.append(url)
        return Answer(0)

    told, unknown = suspects(library, silent)
    assert told == ()
    assert unknown == sum(1 for source in library.sources.values() if source.doi)
    assert len(asked) == PATIENCE < unknown


def test_notices_that_did_not_come_are_silence_and_not_an_all_clear(library: Library) -> None:
    one = one_source(library, doi="10.1/a", title="Protein and growth")
    answers = registered(work=work("Protein and growth"), updates=503)
    assert suspects(one, answers) == ((), 1)


def test_a_404_that_is_no_answer_of_the_register_is_silence(library: Library) -> None:
    """A proxy or a moved address answers 404 for everything, and in no shape of theirs."""
    one = one_source(library, doi="10.1/a")
    assert suspects(one, lambda _: Answer(404)) == ((), 1)
    said = registered(work=404, handle=404)
    told = suspects(
        one, lambda url: Answer(404, {"responseCode": 100}) if "handles" in url else said(url)
    )
    assert len(told[0]) == 1


def test_an_outage_of_the_registers_closes_nothing(github: Github) -> None:
    github.answers["GET issues"] = [OURS]
    assert keep_issue(github.api, "", silent=3) == "#9 left open: 3 sources were not answered for"
    assert github.changed() == []


def test_a_doi_cannot_leave_its_link(library: Library) -> None:
    one = one_source(library, doi="10.1/a)[x](https://evil.example/(", title="x")
    told, _ = suspects(one, registered(work=404, handle={"responseCode": 100}))
    assert "](https://doi.org/10.1/a%29%5Bx%5D%28https%3A//evil.example/%28)" in told[0]


def test_titles_of_one_work_differ_in_little() -> None:
    one = "Muscle hypertrophy and load: a meta-analysis"
    assert same_title(one, "Muscle Hypertrophy and Load: A Systematic Review and Meta-Analysis")
    assert same_title(one, "")
    assert not same_title(one, "Cooking with leeks at home")


def test_a_fetch_takes_whatever_comes(github: Github) -> None:
    github.answers |= {"GET good": {"a": 1}, "GET bad": b"<html>", "GET gone": 410}
    assert fetch(f"{github.url}/good") == Answer(200, {"a": 1})
    assert fetch(f"{github.url}/bad") == Answer(0)
    assert fetch(f"{github.url}/gone") == Answer(410, {"message": "Refused"})
    with serving(Github()) as over:
        url = over.url
    assert fetch(f"{url}/x") == Answer(0)


def test_a_doi_is_one_part_of_an_address(github: Github) -> None:
    github.answers["GET works/10.1%2F..%2Fa%3Fb%23c%2Cd"] = work("Found")
    record = looked_up("10.1/../a?b#c,d", fetch, github.url, github.url)
    assert record == Record(True, "Found", whole=False)
    assert github.asked[1].query["filter"] == "updates:10.1/../a?b#c,d"


# --- the issue ---


def test_the_list_names_each_claim_and_what_to_look_for(library: Library) -> None:
    text = body(library, LATER, ["`a` is odd"], 3)
    assert text.startswith("<!-- four-pillars: evidence -->\n### Sources to look at first\n")
    assert f"### {len(library.claims)} claims due for another look" in text
    assert text.count("content/evidence/claims/") == SHOWN
    assert f"- and {len(library.claims) - SHOWN} more" in text
    assert "did not answer for 3 sources" in text
    assert len(text) <= LONGEST


def test_nothing_due_is_no_text(library: Library) -> None:
    assert body(library, Month(2000, 1), [], 3) == ""


OURS = {"number": 9, "user": {"login": BOT}, "body": "<!-- four-pillars: evidence -->\nold"}
COPY = {**OURS, "number": 8, "user": {"login": "mallory"}}
TEXT = "<!-- four-pillars: evidence -->\nnew"


@pytest.mark.parametrize(
    ("issues", "text", "said", "changed"),
    [
        ([], TEXT, "#10 opened", ["POST issues"]),
        ([COPY], TEXT, "#10 opened", ["POST issues"]),
        ([COPY, OURS], TEXT, "#9 updated", ["PATCH issues/9"]),
        ([{**OURS, "body": TEXT}], TEXT, "#9 left as it is", []),
        ([OURS], "", "#9 closed: nothing is due", ["PATCH issues/9"]),
        ([], "", "nothing is due", []),
    ],
)
def test_there_is_one_issue(
    github: Github, issues: list[object], text: str, said: str, changed: list[str]
) -> None:
    github.answers |= {"GET issues": issues, "POST issues": {"number": 10}}
    assert keep_issue(github.api, text) == said
    assert [f"{method} {path}" for method, path, _ in github.changed()] == changed


def test_the_command_as_the_workflow_runs_it(
    github: Github, monkeypatch: pytest.MonkeyPatch, root: object
) -> None:
    monkeypatch.setenv("GITHUB_API_URL", github.url)
    monkeypatch.setenv("GITHUB_REPOSITORY", REPOSITORY)
    monkeypatch.setenv("GITHUB_TOKEN", "a-token")
    monkeypatch.chdir(str(root))
    monkeypatch.setattr(registers, "fetch", lambda _: Answer(0))
    github.answers |= {"GET issues": [], "POST issues": {"number": 10}}
    result = CliRunner().invoke(main, ["evidence"], catch_exceptions=False)
    assert result.output == "#10 opened\n"
    ((_, _, sent),) = github.changed()
    assert at(sent, list, "labels") == ["evidence"]
    assert "The registers did not answer" in at(sent, str, "body")
