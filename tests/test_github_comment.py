"""The comment on a pull request, and what its command does from event to comment."""

import io
import json
import re
import shutil
import subprocess
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from fake_github import PAYLOADS, REPOSITORY, Github, payload, serving

from generator.cli import main as pillars
from generator.github import said
from generator.github.__main__ import main
from generator.github.comment import Story, comment, preview_pages, told
from generator.github.labels import AUTHOR, REVIEW, areas, turn
from generator.github.pull_request import Changed, PullRequest, Run
from generator.github.shape import at
from generator.github.sticky import LONGEST
from generator.report.markdown_report import escaped
from generator.source import FORBIDDEN

Expect = Callable[[Path, str], None]
NAMES = ("findings.json", "findings-before.json", "diff.json")
FILES = {name: (PAYLOADS / name).read_bytes() for name in NAMES}


@pytest.fixture
def github(monkeypatch: pytest.MonkeyPatch) -> Iterator[Github]:
    """A server, and the environment of a workflow that talks to it."""
    with serving(Github()) as server:
        monkeypatch.setenv("GITHUB_API_URL", server.url)
        monkeypatch.setenv("GITHUB_REPOSITORY", REPOSITORY)
        monkeypatch.setenv("GITHUB_TOKEN", "a-token")
        monkeypatch.setenv("GITHUB_EVENT_PATH", str(PAYLOADS / "workflow_run.fork.json"))
        for name in ("SITE_URL", "PREVIEWS", "GITHUB_SERVER_URL"):
            monkeypatch.delenv(name, raising=False)
        yield server


def run(*words: str) -> Result:
    return CliRunner().invoke(main, words, catch_exceptions=False)


def archive(files: dict[str, bytes]) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as opened:
        for name, content in files.items():
            opened.writestr(name, content)
    return stream.getvalue()


def story(files: dict[str, bytes], conclusion: str = "failure", draft: bool = False) -> Story:
    with serving(Github()) as server:
        pull = replace(PullRequest.of(payload("pull.fork"), server.api), draft=draft)
    rows = payload("pull_files")
    assert isinstance(rows, list)
    changed = tuple(Changed(row["filename"], row["status"] == "removed") for row in rows)
    finished = replace(Run.of(payload("workflow_run.fork")), conclusion=conclusion)
    return Story(
        pull, finished, said.found(files), said.changes(files), changed,
        "https://four-pillars.github.io/four-pillars/",
        "https://github.com/four-pillars/four-pillars",
    )  # fmt: skip


def without_errors(files: dict[str, bytes]) -> dict[str, bytes]:
    data = json.loads(files["findings.json"])
    data["findings"] = [f for f in data["findings"] if f["severity"] != "error"]
    return {**files, "findings.json": json.dumps(data).encode()}


def test_a_failed_check_reads_like_this(expect: Expect) -> None:
    expect(PAYLOADS / "comment.failed.md", comment(story(FILES)))


def test_a_passed_check_reads_like_this(expect: Expect) -> None:
    expect(PAYLOADS / "comment.passed.md", comment(story(without_errors(FILES), "success")))


def test_a_check_that_did_not_finish_says_so() -> None:
    for files in ({}, {"findings.json": b""}, {"findings.json": b"[" * 100_000}):
        first = comment(story(files)).partition("\n")[0]
        assert first == (
            "**⚠️ The check did not finish, so there is nothing to say about the programs yet.**"
        )


def test_the_run_decides_whether_it_passed_and_not_the_artefact() -> None:
    files = {"findings.json": b'{"findings": []}'}
    assert "another step of the check failed" in comment(story(files, "failure"))
    assert "Nothing stands in the way" in comment(story(files, "success"))


def test_a_draft_is_nobodys_turn() -> None:
    assert "Press “Ready for review”" in comment(story(FILES, draft=True))


HOSTILE = [
    "@everyone", "#1", "fixes #1", "https://evil.example", "www.evil.example", "GH-1",
    "[a](https://evil.example)", "![a](//evil.example/x.png)", "<script>alert(1)</script>",
    "`` ``` ~~~", "</details>", "| a | b |", "&#64;everyone", "\r\n\r\n# Heading", "\n- item",
    "` ``<script>alert(1)</script>@everyone`", "`a``b``<script>`", "` ` `@everyone`", "`", "``",
    "--- ", "===", "1. one", "a\u202eb", "a\x00b", "a\ud800",
    "${{ secrets.GITHUB_TOKEN }}", "$(id)", "<!-- four-pillars: pull request -->", "\\@x", "**x**",
]  # fmt: skip


@pytest.mark.parametrize("text", HOSTILE)
def test_a_strangers_words_stay_words(text: str) -> None:
    row = {
        "file": text, "line": 1, "severity": "error", "code": text, "name": text, "message": text,
        "hint": text, "fix": {"says": text, "safe": True}, "fingerprint": "1",
    }  # fmt: skip
    change = {"verdict": text, "after": {"file": text}, "changes": [{"sentence": text}]}
    files = {
        "findings.json": json.dumps({"findings": [row]}).encode(),
        "diff.json": json.dumps({"programs": [change]}).encode(),
    }
    whole = comment(story(files))
    assert "``" not in whole, "a run of them joins or parts what is code and what is not"
    assert not FORBIDDEN.search(whole.replace("\u200b", "")), "only what keeps a name unlinked"
    # what stands in code is text whatever it is; of the rest, nothing a Markdown reader acts on
    outside = re.sub(r"(?<!\\)`[^`\n]*`", "", whole)
    assert not re.search(r"(?<!\\)`", outside)
    ours = comment(story({"findings.json": b'{"findings": []}'}))
    assert outside.count("\n### ") == ours.count("\n### ") + 3
    for acting in ("@everyone", "](https://evil", "](//evil", "<script", "<!--", "</details"):
        assert not re.search(rf"(?<!\\){re.escape(acting)}", outside), acting
    assert not re.search(r"#\d(?!\d*\))", re.sub(r"#L\d+", "", outside))
    assert not re.search(r"(?<![/(])\bwww\.|https?://evil", outside)
    assert not re.search(r"(?<!\\)&", outside)


def test_a_sentence_can_start_no_list_and_no_heading() -> None:
    """A hint has a line of its own, where `===` would make a heading of all that is above it."""
    for text in ("===", "---", "- x", "+ x", "1. x", "12) x"):
        assert re.match(r"\d*\\[=+.)-]", told(text)), text
    assert told("-5 % → 3 sets; 1.5 to 2") == "-5 % → 3 sets; 1.5 to 2"


def test_a_pull_request_that_changes_its_own_check_is_told_so() -> None:
    """It may have made the check say anything."""
    for path in (".github/workflows/pull-request.yml", "generator/x.py", "Makefile", "tools/x"):
        before = story(FILES, "success")
        said_ = comment(replace(before, files=(*before.files, Changed(path, False))))
        assert "also changes what the check itself runs" in said_
    assert "what the check itself runs" not in comment(story(FILES, "success"))


def test_escaping_leaves_plain_words_as_they_are() -> None:
    plain = "Week 3: quadriceps 12 → 15 sets, 6–8 @ 75 %; rest 2:30 (a; b), 4 × 8."
    assert escaped(plain) == plain


def test_a_comment_has_its_limits_whatever_was_found() -> None:
    row = {"severity": "error", "message": "x" * 5_000, "hint": "y" * 5_000}
    rows = [{**row, "file": f"programs/p{n}.yml", "fingerprint": str(n)} for n in range(9_000)]
    change = {"changes": [{"sentence": "z" * 5_000}] * 500}
    programs = [{**change, "after": {"file": f"programs/p{n}.yml"}} for n in range(40)]
    files = {
        "findings.json": json.dumps({"findings": rows}).encode(),
        "diff.json": json.dumps({"programs": programs}).encode(),
    }
    whole = comment(story(files))
    assert "and 30 more programs" in whole.casefold()
    assert len(whole) < 4 * LONGEST  # the rest is cut where it is kept


def test_json_of_any_shape_is_read_without_trouble() -> None:
    shapes: list[object] = [
        None, [], {}, 3, "x", {"findings": None}, {"findings": [None, 3, "x", [], {}]},
        {"findings": [{"file": 3, "line": "x", "severity": [], "fix": [], "message": None}]},
        {"findings": [{"severity": "fatal", "line": -5}], "programs": [None, {"after": 3}]},
        {"findings": [], "programs": {"a": 1}},
    ]  # fmt: skip
    for shape in shapes:
        raw = json.dumps(shape).encode()
        assert comment(story(dict.fromkeys(NAMES, raw)))


def test_pages_of_changed_files_are_known_by_their_place() -> None:
    files = (
        Changed("programs/a.yml", False),
        Changed("programs/gone.yml", True),
        Changed("content/exercises/b.yml", False),
        Changed("content/evidence/claims/c.yml", False),
        Changed("programs/sub/d.yml", False),
        Changed("programs/../x.yml", False),
        Changed("generator/e.py", False),
    )
    assert preview_pages(files) == {
        "programs/a.yml": "programs/a/",
        "content/exercises/b.yml": "exercises/b/",
        "content/evidence/claims/c.yml": "evidence/claims/c/",
    }


# --- the command, from event to comment ---


def answered(github: Github, files: dict[str, bytes]) -> None:
    github.answers |= {
        "GET pulls": [payload("pull.fork")],
        "GET pulls/31/files": payload("pull_files"),
        "GET issues/31/comments": [],
        "GET actions/runs/7001/artifacts": {
            "artifacts": [{"id": 9, "name": "pull-request", "size_in_bytes": 10, "expired": False}]
        },
        "GET actions/artifacts/9/zip": archive(files),
    }


def test_a_finished_check_becomes_one_comment(github: Github) -> None:
    answered(github, FILES)
    result = run("comment")
    assert (result.exit_code, result.output) == (0, "#31: comment written\n")
    ((method, path, body),) = github.changed()
    assert (method, path) == ("POST", "issues/31/comments")
    written = (PAYLOADS / "comment.failed.md").read_text(encoding="utf-8")
    assert at(body, str, "body") == f"<!-- four-pillars: pull request -->\n{written}"


def test_without_an_artefact_the_comment_says_what_is_known(github: Github) -> None:
    answered(github, {})
    github.answers["GET actions/runs/7001/artifacts"] = {"artifacts": []}
    assert "left no artefact" in run("comment").output
    ((_, _, body),) = github.changed()
    assert "The check did not finish" in at(body, str, "body")


def test_a_commit_without_a_pull_request_changes_nothing(github: Github) -> None:
    github.answers["GET pulls"] = []
    result = run("comment")
    assert result.exit_code == 0
    assert result.output.startswith("No open pull request ends with aaaa")
    assert github.changed() == []


def test_a_fork_hands_nothing_to_code_scanning(github: Github) -> None:
    answered(github, {"findings.sarif": b"{}"})
    assert run("code-scanning").output == "Only for branches of this repository.\n"
    assert github.changed() == []


def test_a_branch_of_ours_does(
    github: Github, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    answered(github, {"findings.sarif": b"{}"})
    ours = (PAYLOADS / "workflow_run.fork.json").read_text(encoding="utf-8")
    event = tmp_path / "event.json"
    event.write_text(ours.replace('"lifter', '"four-pillars'), encoding="utf-8")
    monkeypatch.setenv("GITHUB_EVENT_PATH", str(event))
    pull = payload("pull.fork")
    assert isinstance(pull, dict)
    own = {**pull, "head": {**pull["head"], "repo": {"full_name": REPOSITORY}}}
    github.answers["GET pulls"] = [own]
    assert "handed over for refs/pull/31/head" in run("code-scanning").output


def test_outside_a_workflow_it_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("GITHUB_REPOSITORY", raising=False)
    result = run("comment")
    assert result.exit_code == 2
    assert result.output == (
        "pillars: GITHUB_REPOSITORY is not set; this runs in a workflow on GitHub\n"
    )


@pytest.mark.parametrize(
    ("repository", "site", "address"),
    [
        ("Four-Pillars/guides", "", "https://four-pillars.github.io/guides/"),
        ("legs/legs.github.io", "", "https://legs.github.io/"),
        ("legs/x", "https://legs.example/", "https://legs.example/"),
    ],
)
def test_the_address_of_the_site(
    monkeypatch: pytest.MonkeyPatch, repository: str, site: str, address: str
) -> None:
    monkeypatch.setenv("GITHUB_REPOSITORY", repository)
    monkeypatch.setenv("SITE_URL", site)
    assert run("address").output == f"{address}\n"


# --- labels ---


def reviewed(state: str, commit: str, login: str = "coach") -> object:
    return {"state": state, "commit_id": commit, "user": {"login": login}}


LAST = "a" * 40


@pytest.mark.parametrize(
    ("check", "reviews", "whose"),
    [
        ("success", [], {REVIEW}),
        ("failure", [], {AUTHOR}),
        ("", [], set()),
        ("success", [reviewed("CHANGES_REQUESTED", LAST)], {AUTHOR}),
        ("success", [reviewed("CHANGES_REQUESTED", "b" * 40)], {REVIEW}),
        ("success", [reviewed("CHANGES_REQUESTED", LAST), reviewed("APPROVED", LAST)], {REVIEW}),
        ("success", [reviewed("CHANGES_REQUESTED", LAST), reviewed("COMMENTED", LAST)], {AUTHOR}),
        (
            "success",
            [reviewed("CHANGES_REQUESTED", LAST), reviewed("APPROVED", LAST, "other")],
            {AUTHOR},
        ),
    ],
)
def test_whose_turn_it_is(check: str, reviews: list[object], whose: set[str]) -> None:
    pull = PullRequest(31, LAST, False, "lifter", False, frozenset())
    assert turn(pull, check, reviews) == whose
    assert turn(replace(pull, draft=True), check, reviews) == set()


def test_areas_by_path() -> None:
    files = [
        Changed("content/evidence/claims/a.yml", False),
        Changed("generator/rules/x.py", False),
    ]
    assert areas(files) == {"evidence", "framework", "code"}


def test_labels_that_people_gave_stay(github: Github) -> None:
    pull = payload("pull.fork")
    assert isinstance(pull, dict)
    had = [{"name": name} for name in ("help wanted", "workflows", REVIEW)]
    github.answers |= {
        "GET pulls": [{**pull, "labels": had}],
        "GET pulls/31/files": payload("pull_files"),
        "GET pulls/31/reviews": [],
        "GET actions/workflows/pull-request.yml/runs": {
            "workflow_runs": [{"head_sha": LAST, "conclusion": "failure"}]
        },
    }
    said_ = "#31: + programs, + site, + waiting for author, - waiting for review, - workflows\n"
    assert run("labels").output == said_
    assert github.changed() == [
        ("POST", "issues/31/labels", {"labels": ["programs", "site", AUTHOR]}),
        ("DELETE", "issues/31/labels/waiting%20for%20review", None),
        ("DELETE", "issues/31/labels/workflows", None),
    ]


# --- what the other commands write is what is read here ---


def test_one_number_changed_is_told_in_training_terms(
    tmp_path: Path, root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As the workflow does it: two commits, the real commands, the comment."""

    def git(*words: str) -> None:
        named = ("-c", "user.name=T", "-c", "user.email=t@example.org")
        subprocess.run(["git", *named, *words], cwd=tmp_path, check=True, capture_output=True)

    def pillars_says(*words: str) -> bytes:
        return CliRunner().invoke(pillars, words, catch_exceptions=False).stdout_bytes

    shutil.copytree(root / "content", tmp_path / "content")
    shutil.copy(root / "mkdocs.yml", tmp_path)
    program = tmp_path / "programs/base.yml"
    program.parent.mkdir()
    text = (Path(__file__).parent / "rules/base.yml").read_text(encoding="utf-8")
    program.write_text(text, encoding="utf-8")
    git("init", "-q", "-b", "main")
    git("add", "-A")
    git("commit", "-qm", "before")
    monkeypatch.chdir(tmp_path)
    before = pillars_says("check", "--format", "json")
    squat = "exercise: barbell-back-squat, sets: "
    assert f"{squat}4" in text
    program.write_text(text.replace(f"{squat}4", f"{squat}9"), encoding="utf-8")
    files = {
        "findings.json": pillars_says("check", "--format", "json"),
        "findings-before.json": before,
        "diff.json": pillars_says("diff", "--base", "main", "--format", "json"),
    }
    told = comment(story(files, "success"))
    assert "\n- Weeks 1–3, Squat day: Barbell back squat (high bar) sets 4 → 9\n" in told
    assert "\n- Quadriceps, weeks 1–3: 13 → 18 fractional sets\n" in told
    assert "now over the 60 the author plans for" in told
    assert "**TEN008 session-sets-high**. the quadriceps get 15 fractional sets on Monday" in told
