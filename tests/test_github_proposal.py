"""“Propose a program”: lines that lifters type, bodies that strangers send, and the draft."""

import base64
import io
import json
import re
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from fake_github import PAYLOADS, REPOSITORY, Github, Said, payload, serving
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.error import GeneratorError
from generator.github.__main__ import main
from generator.github.api import BOT
from generator.github.issue_form import answers, chosen, one_line
from generator.github.proposal import FORM, Issue, Proposal, accepted, proposal, slug
from generator.github.proposing import COMMITTER, Author, issue_of, packed, propose, unpacked
from generator.github.shape import at
from generator.github.typed_sessions import typed_sessions
from generator.github.yaml_file import Quantity, Value, written
from generator.model import Library
from generator.review import reviewed
from generator.source import read

Expect = Callable[[Path, str], None]


@pytest.fixture
def github() -> Iterator[Github]:
    with serving(Github()) as server:
        yield server


def body(**other: str) -> str:
    """The body of the recorded form with some answers in place of its own."""
    said, _ = answers(issue_of(payload("issues.opened")).body, FORM)
    given_ = {**said, **other}
    return "\n\n".join(
        f"### {FORM[field]}\n\n{text or '_No response_'}" for field, text in given_.items()
    )


def made(library: Library, **other: str) -> Proposal:
    return proposal(Issue(12, "lifter", body(**other)), library)


def test_a_form_becomes_this_file_and_this_answer(library: Library, expect: Expect) -> None:
    result = proposal(issue_of(payload("issues.opened")), library)
    assert result.path == "programs/garage-legs-in-two-days.yml"
    expect(PAYLOADS / "proposal.yml", result.text)
    expect(PAYLOADS / "proposal.answer.md", result.answer)


def test_when_every_exercise_is_known_the_rules_have_their_say(library: Library) -> None:
    known = made(library, sessions="Monday Legs\nback squat 4 x 8, RIR 2, rest 3 min")
    review = reviewed(read(known.text.encode(), known.path), library)
    assert review.plan is not None
    assert "BAL001" in known.answer


# --- lines ---

READ = [
    ("Back squat 4 x 6-8, RIR 2, rest 3 min",
     {"exercise": "barbell-back-squat", "sets": "4", "reps": "6-8", "rir": "2", "rest": "3 min"}),
    ("back squats 4x6–8 @72%",
     {"exercise": "barbell-back-squat", "sets": "4", "reps": "6–8", "load": "72%"}),
    ("- Leg press: 3 sets of 10, 120 kg, 2 RIR",
     {"exercise": "leg-press", "sets": "3", "reps": "10", "load": "120 kg", "rir": "2"}),
    ("2) leg-press 3 × 10 @ RPE 8, tempo 3-0-1-0, 90 s rest",
     {"exercise": "leg-press", "sets": "3", "reps": "10", "load": "RPE 8", "tempo": "3-0-1-0",
      "rest": "90 s"}),
    ("Nordic hamstring curl 3 to 5 x 5",
     {"exercise": "nordic-hamstring-curl", "sets": "3 to 5", "reps": "5"}),
    ("Zercher squat 3 x 5", {"exercise": "zercher-squat", "sets": "3", "reps": "5"}),
    ("LEG EXTENSION 3 X 12+, 1-2 in reserve",
     {"exercise": "leg-extension", "sets": "3", "reps": "12+", "rir": "1-2"}),
]  # fmt: skip


@pytest.mark.parametrize(("line", "fields"), READ, ids=[line for line, _ in READ])
def test_a_line_as_people_type_it(line: str, fields: dict[str, str], library: Library) -> None:
    typed = typed_sessions(f"Mon\n{line}", library)
    assert typed.troubles == ()
    assert typed.sessions == [{"name": "Monday", "day": "monday", "exercises": [fields]}]


UNREAD = [
    ("squat 30 x 8", "The sets: 30 sets is outside 1 to 20."),
    ("squat 3 x 8, rest 3", "The rest: the time “3” has no unit. Write `3 min`."),
    ("squat 3 x 8 @ 70", "The load: "),
    ("squat 3 x amrap", "The repetitions: “amrap” does not say how many repetitions"),
    ("squat 3 x 8, slowly", "`slowly` is not a load, a reserve, a rest or a tempo."),
    ("squat 3 x 8, RIR 2, RIR 3", "`RIR 3` says the rir a second time."),
    ("some squats", "No exercise with sets and repetitions is found in it."),
    ("squat three x 8", "No exercise with sets and repetitions is found in it."),
    ("+ squat 3 x 8", "A `+` goes with the exercise above it, and there is none on this day."),
    ("x" * 300, "It is longer than 200 characters."),
]


@pytest.mark.parametrize(("line", "says"), UNREAD, ids=[line[:20] for line, _ in UNREAD])
def test_a_line_that_cannot_be_read_says_why(line: str, says: str, library: Library) -> None:
    (trouble,) = typed_sessions(f"Monday Legs\n\n{line}", library).troubles
    assert trouble.line == 3
    assert says in trouble.says


def test_a_line_above_the_first_day_says_so(library: Library) -> None:
    (trouble,) = typed_sessions("squat 3 x 8", library).troubles
    assert "above the first day" in trouble.says


def test_a_day_without_exercises_says_so(library: Library) -> None:
    (trouble,) = typed_sessions("Monday Legs\nTuesday More\nsquat 3 x 8\n", library).troubles
    assert (trouble.wrote, trouble.says) == (
        "monday Legs", "This day has no exercises below it."
    )  # fmt: skip


def test_plus_does_exercises_in_turn_and_the_last_rest_is_the_rounds(library: Library) -> None:
    lines = [
        "leg press 3 x 10, rest 2 min",
        "+ leg extension 3 x 12",
        "+ goblet squat 3 x 15, rest 1:30",
    ]

    def names(count: int) -> tuple[str, int, object]:
        (session,) = typed_sessions("\n".join(["Sun", *lines[:count]]), library).sessions
        (item,) = at(session, list, "exercises")
        kind = "superset" if "superset" in item else "circuit"
        return kind, len(item[kind]), item.get("rest")

    assert names(2) == ("superset", 2, "2 min")
    assert names(3) == ("superset", 3, "1:30")
    lines.append("+ step-up 3 x 10")
    assert names(4) == ("circuit", 4, "1:30")


def test_two_sessions_of_one_name_are_told_apart(library: Library) -> None:
    typed = typed_sessions("Mon Legs\nsquat 3 x 8\nThu Legs\nsquat 3 x 8", library)
    assert [at(session, str, "name") for session in typed.sessions] == ["Legs", "Legs (Thursday)"]


def test_every_name_of_every_exercise_is_understood(library: Library) -> None:
    unread = []
    for exercise in library.exercises.values():
        for name in (exercise.id, exercise.name, *exercise.aliases):
            typed = typed_sessions(f"Monday\n{name} 3 x 8", library)
            found = at(typed.sessions[0], list, "exercises") if not typed.troubles else [{}]
            if found[0].get("exercise") != exercise.id:
                unread.append((name, found[0].get("exercise"), exercise.id))
    assert unread == []


# --- hostile bodies ---

HOSTILE = [
    "$(touch /tmp/owned) `id` ; rm -rf / && true | sh",
    "${{ secrets.GITHUB_TOKEN }}",
    "```\n### Level\n\nAdvanced\n```",
    "x\n```yaml\nblocks: []\n```\n",
    "a: b # c\n- d: &e *f !!python/object/apply:os.system [id]",
    "\"quoted\" 'quoted' \\ %YAML 1.1 --- ...",
    "@everyone see #1 and https://evil.example",
    "<!-- four-pillars: proposal --><script>alert(1)</script>",
    "null\x00byte and \x1b[31mcolour\u2028line\u202eright-to-left\ufeffmark",
    "true", "null", "~", "2024-01-01", "1:30", "0x1F", "1e3", "yes", "- ", ": ", "? x", "|", ">",
    "\ud800", "\U000e0041", "é漢字\U0001f4aa",
    "line\r\nline\rline",
    "../../etc/passwd",
    "x" * 70_000,
]  # fmt: skip


@pytest.mark.parametrize("text", HOSTILE, ids=lambda text: ascii(text)[:30])
@pytest.mark.parametrize("field", sorted(FORM))
def test_whatever_stands_in_a_field_is_a_value_or_a_question(
    field: str, text: str, library: Library
) -> None:
    result = made(library, **{field: text})
    assert "@everyone" not in re.sub(r"`[^`\n]*`", "", result.answer)
    assert not any(row.startswith(("### ", "```")) for row in result.answer.split("\n"))
    if not result.path:
        assert "could not be read yet" in result.answer
        return
    accepted(result.path, result.text)
    source = read(result.text.encode(), result.path)
    assert not [finding for finding in source.findings if finding.code.startswith("YML")]
    assert isinstance(source.data, dict)
    assert set(source.data) <= {
        "title", "summary", "level", "goal", "equipment", "session_minutes", "authors", "audience",
        "takeaways", "blocks", "progression",
    }  # fmt: skip


def test_a_heading_in_an_answer_does_not_answer_another_field(library: Library) -> None:
    result = made(library, summary="Two days.\n\n### Level\n\nAdvanced")
    assert result.path == ""
    assert "The heading “Level” stands 2 times in the issue." in result.answer


def test_a_body_that_is_no_form_is_asked_for_everything(library: Library) -> None:
    result = proposal(Issue(1, "lifter", "Hello, please add my program"), library)
    assert (result.path, result.text) == ("", "")
    for field in ("title", "level", "weeks"):
        assert f"“{FORM[field]}” is empty." in result.answer
    assert "There is no session yet" in result.answer


def test_a_title_cannot_leave_its_folder_or_take_a_name() -> None:
    taken = ("barbell-two-days",)
    assert slug("../../.github/workflows/x", 9, taken) == "github-workflows-x"
    assert slug("Barbell Two Days", 9, taken) == "barbell-two-days-9"
    assert slug("index", 9, taken) == "index-9"
    assert slug("漢字", 9, taken) == "program"
    assert slug("漢字", 9, ("program",)) == "program-9"
    assert len(slug("x" * 500, 9, taken)) <= 60


@given(
    st.dictionaries(st.from_regex(r"[a-z_]{1,8}", fullmatch=True), st.text(max_size=40), max_size=4)
)
@settings(max_examples=300)
def test_a_written_file_reads_as_it_was_meant_or_is_not_handed_on(fields: dict[str, str]) -> None:
    values: dict[str, Value] = {key: one_line(text) for key, text in fields.items()}
    values["list"] = [*values.values()]
    values["quantity"] = Quantity(next(iter(values.values()), "1"))
    text = written(values, "# head\n")
    assert read(text.encode(), "x.yml").data == values


def test_numbers_are_written_without_quotes_and_words_that_look_like_them_with() -> None:
    fields: dict[str, Value] = {"weeks": Quantity("4"), "rest": Quantity("1:30"), "title": "1984"}
    assert written(fields, "") == "weeks: 4\nrest: 1:30\ntitle: '1984'\n"


def test_ticked_boxes_and_lists() -> None:
    assert chosen("- [x] barbell\n- [ ] band\n- [X] box") == ("barbell", "box")
    assert chosen("barbell, band") == ("barbell", "band")
    assert chosen("") == ()


# --- the half that may write ---

AUTHOR = Author("lifter", 501)
MADE = Proposal(
    "programs/legs.yml", "Legs fixes #1 @all", "# yaml-language-server: x\n", "Thanks.\n"
)


def fresh(github: Github) -> None:
    github.answers |= {
        "GET pulls": [],
        "GET ": {"default_branch": "main"},
        "GET git/ref/heads/main": {"object": {"sha": "b" * 40}},
        "POST pulls": {"number": 40},
        "GET issues/12/comments": [],
    }


def test_a_proposal_becomes_a_draft_in_its_authors_name(github: Github) -> None:
    fresh(github)
    assert propose(github.api, 12, AUTHOR, MADE) == "written"
    branch, file, pull, answer = github.changed()
    assert branch == (
        "POST", "git/refs", {"ref": "refs/heads/proposal/issue-12", "sha": "b" * 40},
    )  # fmt: skip
    assert file[:2] == ("PUT", "contents/programs/legs.yml")
    assert at(file[2], dict, "author") == {
        "name": "lifter", "email": "501+lifter@users.noreply.github.com",
    }  # fmt: skip
    assert base64.b64decode(at(file[2], str, "content")).decode() == MADE.text
    title = "Propose a program: Legs fixes #\u200b1 @\u200ball"
    assert at(file[2], str, "message") == f"{title}\n\nProposed in #12."
    assert (at(pull[2], str, "title"), at(pull[2], bool, "draft")) == (title, True)
    assert at(pull[2], str, "body").endswith("Closes #12\n")
    assert "The draft is #40, in your name." in at(answer[2], str, "body")


def pull_open(github: Github, committer: str) -> None:
    fresh(github)
    github.answers |= {
        "GET pulls": [{"number": 40, "head": {"ref": "proposal/issue-12"}}],
        "GET pulls/40/commits": [{"commit": {"committer": {"email": committer}}}],
        "GET pulls/40/files": [{"filename": "programs/first-title.yml"}],
        "GET git/ref/heads/proposal/issue-12": {"object": {"sha": "c" * 40}},
        "GET contents/programs/first-title.yml": {
            "sha": "d" * 40, "content": base64.b64encode(b"old").decode(),
        },
    }  # fmt: skip


def test_an_edited_issue_renews_the_same_file_of_the_same_draft(github: Github) -> None:
    pull_open(github, COMMITTER["email"])
    propose(github.api, 12, AUTHOR, MADE)
    file, answer = github.changed()
    assert file[:2] == ("PUT", "contents/programs/first-title.yml")
    assert at(file[2], str, "sha") == "d" * 40
    assert answer[:2] == ("POST", "issues/12/comments")


def test_twice_the_same_changes_nothing(github: Github) -> None:
    pull_open(github, COMMITTER["email"])
    propose(github.api, 12, AUTHOR, MADE)
    said = at(github.changed()[-1][2], str, "body")
    github.answers["GET issues/12/comments"] = [{"id": 1, "user": {"login": BOT}, "body": said}]
    content = base64.encodebytes(MADE.text.encode()).decode()
    github.answers["GET contents/programs/first-title.yml"] = {"sha": "e" * 40, "content": content}
    github.asked.clear()
    assert propose(github.api, 12, AUTHOR, MADE) == "left as it is"
    assert github.changed() == []


def test_a_draft_that_somebody_worked_on_is_theirs(github: Github) -> None:
    pull_open(github, "coach@example.org")
    propose(github.api, 12, AUTHOR, MADE)
    ((_, path, said),) = github.changed()
    assert path == "issues/12/comments"
    assert "Somebody has worked on the draft in #40" in at(said, str, "body")


def test_where_workflows_may_not_open_pull_requests_a_link_does(github: Github) -> None:
    fresh(github)
    github.answers["POST pulls"] = 403
    propose(github.api, 12, AUTHOR, MADE)
    said = at(github.changed()[-1][2], str, "body")
    assert f"https://github.com/{REPOSITORY}/compare/proposal%2Fissue-12?expand=1" in said


def test_a_program_that_stands_there_already_is_nobodys_to_overwrite(github: Github) -> None:
    fresh(github)
    github.answers["GET contents/programs/legs.yml"] = {"sha": "d" * 40, "content": ""}
    with pytest.raises(GeneratorError, match=r"programs/legs\.yml stands on main already"):
        propose(github.api, 12, AUTHOR, MADE)
    assert github.changed() == []


def test_a_title_cannot_tell_github_to_skip_the_check(github: Github) -> None:
    """`[skip ci]` in a commit's message starts no workflow, and a squash takes the title along."""
    for word in ("[skip ci]", "[ci skip]", "[no ci]", "[skip actions]", "[actions skip]"):
        fresh(github)
        github.asked.clear()
        propose(github.api, 12, AUTHOR, replace(MADE, title=f"Legs {word.upper()} {word}"))
        _, file, pull, _ = (body_ for _, _, body_ in github.changed())
        for told in (at(file, str, "message"), at(pull, str, "title")):
            assert not set("[]") & set(told)


@pytest.mark.parametrize("wrote", ["", "`", "``` ```"])
def test_a_line_of_nothing_but_backticks_is_called_empty(wrote: str, library: Library) -> None:
    answer = made(library, sessions=f"Monday\n{wrote}" if wrote else "").answer
    assert "``" not in answer
    assert "of the sessions, empty:" in answer


def test_a_form_that_cannot_be_read_is_only_answered(github: Github) -> None:
    fresh(github)
    propose(github.api, 12, AUTHOR, Proposal("", "x", "", "A few things could not be read."))
    assert [path for _, path, _ in github.changed()] == ["issues/12/comments"]


@pytest.mark.parametrize(
    ("path", "text"),
    [
        (".github/workflows/x.yml", MADE.text),
        ("programs/../x.yml", MADE.text),
        ("programs/x.yml\n", MADE.text),
        ("programs/X.yml", MADE.text),
        ("programs/x.yaml", MADE.text),
        ("programs/x.yml", "name: x"),
        ("programs/x.yml", MADE.text + "\ud800"),
        ("programs/x.yml", MADE.text + "\u202e"),
        ("programs/x.yml", MADE.text + "x" * 300_000),
    ],
)
def test_the_half_that_may_write_looks_again(path: str, text: str) -> None:
    raw = json.dumps({"path": path, "title": "x", "text": text, "answer": "x"}).encode()
    with pytest.raises(GeneratorError):
        unpacked(raw)


def test_what_one_half_packs_the_other_unpacks() -> None:
    assert unpacked(packed(MADE).encode()) == MADE
    for raw in (b"", b"[]", b"{", b"{}", b"[" * 100_000):
        with pytest.raises(GeneratorError):
            unpacked(raw)


def test_an_account_has_a_name_that_accounts_can_have() -> None:
    event = {"issue": {"user": {"login": "x> <evil@example.org", "id": 1}}}
    with pytest.raises(GeneratorError, match="not the name of an account"):
        Author.of(event)


def test_both_halves_as_the_workflow_runs_them(
    github: Github, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, root: Path
) -> None:
    def run(*words: str) -> Result:
        return CliRunner().invoke(main, words, catch_exceptions=False)

    monkeypatch.setenv("GITHUB_EVENT_PATH", str(PAYLOADS / "issues.opened.json"))
    monkeypatch.delenv("GITHUB_TOKEN", raising=False)
    monkeypatch.chdir(root)
    left = tmp_path / "proposal"
    assert run("read-proposal", str(left)).output == "programs/garage-legs-in-two-days.yml\n"
    assert [file.name for file in left.iterdir()] == ["proposal.json"]

    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        archive.write(left / "proposal.json", "proposal.json")
    fresh(github)
    row = {"id": 9, "name": "proposal", "size_in_bytes": 10, "expired": False}
    github.answers |= {
        "GET actions/runs/7002/artifacts": {"artifacts": [row]},
        "GET actions/artifacts/9/zip": stream.getvalue(),
    }
    monkeypatch.setenv("GITHUB_API_URL", github.url)
    monkeypatch.setenv("GITHUB_REPOSITORY", REPOSITORY)
    monkeypatch.setenv("GITHUB_TOKEN", "a-token")
    monkeypatch.setenv("GITHUB_RUN_ID", "7002")
    assert run("answer-proposal").output == "#12: answer written\n"
    put = next(said for said in github.asked if said.method == "PUT")
    assert isinstance(put, Said)
    text = base64.b64decode(at(put.body, str, "content")).decode()
    assert text == (PAYLOADS / "proposal.yml").read_text(encoding="utf-8")
    assert json.loads((left / "proposal.json").read_text(encoding="utf-8"))["text"] == text
