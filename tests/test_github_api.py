"""The client of GitHub, and what is taken out of a stranger's artefact."""

import io
import json
import socketserver
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Thread

import pytest
from fake_github import REPOSITORY, Github, Said, payload, serving

from generator.error import GeneratorError
from generator.github import said
from generator.github.api import BOT, MAX_PAGES, Api, Refused, quoted
from generator.github.artefact import NoArtefact, fetched, members
from generator.github.code_scanning import upload
from generator.github.pull_request import PullRequest, Run, check_said, of_commit
from generator.github.shape import Unlike, at, maybe
from generator.github.sticky import LONGEST, keep, marker, shortened


@contextmanager
def breaking_off() -> Iterator[str]:
    """A server that says something which is not HTTP, and hangs up."""

    class Handler(socketserver.BaseRequestHandler):
        def handle(self) -> None:
            self.request.recv(10_000)
            self.request.sendall(
                b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n40\r\nshort"
            )

    with socketserver.TCPServer(("127.0.0.1", 0), Handler) as server:
        thread = Thread(target=server.handle_request)
        thread.start()
        yield f"http://127.0.0.1:{server.server_address[1]}"
        thread.join()


@pytest.fixture
def github() -> Iterator[Github]:
    with serving(Github()) as server:
        yield server


def archive(files: dict[str, bytes]) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as opened:
        for name, content in files.items():
            opened.writestr(name, content)
    return stream.getvalue()


def test_a_list_is_read_to_its_last_page_and_no_further_than_the_limit(github: Github) -> None:
    github.answers["GET things"] = [{"n": n} for n in range(250)]
    assert len(list(github.api.each("things"))) == 250
    assert [s.query["page"] for s in github.asked] == ["1", "2", "3"]
    github.answers["GET things"] = lambda _: {"things": [0] * 100}
    assert len(list(github.api.each("things", "things"))) == 100 * MAX_PAGES


def test_the_token_does_not_follow_to_where_files_lie(github: Github) -> None:
    with serving(Github({"GET file.zip": b"content"})) as storage:
        github.answers["GET actions/artifacts/5/zip"] = f"{storage.url}/file.zip"
        assert github.api.download("actions/artifacts/5/zip", 100) == b"content"
        assert [s.authorised for s in storage.asked] == [False]
    assert [s.authorised for s in github.asked] == [True]


def test_an_answer_that_is_too_large_is_trouble_of_ours(github: Github) -> None:
    github.answers["GET file"] = b"x" * 101
    with pytest.raises(GeneratorError, match="more than 100 bytes"):
        github.api.download("file", 100)


def test_a_refusal_says_what_was_asked_and_what_github_said(github: Github) -> None:
    github.answers["POST issues"] = 403
    with pytest.raises(Refused, match=r"POST .*/issues: GitHub answered 403, Refused") as caught:
        github.api.send("POST", "issues", {})
    assert caught.value.status == 403
    assert "a-token" not in str(caught.value)


def test_an_answer_that_breaks_off_is_one_line() -> None:
    with breaking_off() as url, pytest.raises(GeneratorError, match="no answer from GitHub"):
        Api(REPOSITORY, "a-token", url).get("pulls")


def test_no_answer_at_all_is_one_line() -> None:
    with serving(Github()) as gone:
        api = gone.api
    with pytest.raises(GeneratorError, match="no answer from GitHub"):
        api.get("pulls")


def test_what_is_not_there_is_nothing(github: Github) -> None:
    assert github.api.found("git/ref/heads/none") is None


def test_a_name_in_a_path_leads_nowhere_else() -> None:
    assert quoted("../../x?y#z") == "..%2F..%2Fx%3Fy%23z"


def test_values_of_another_kind_are_told_apart() -> None:
    assert at({"a": [{"b": 3}]}, int, "a", 0, "b") == 3
    assert maybe({"a": True}, int, "a") is None
    assert maybe({"a": True}, bool, "a") is True
    assert maybe([], str, "a", 0) is None
    with pytest.raises(Unlike, match=r"a\.b is not the str"):
        at({"a": {"b": 1}}, str, "a", "b")


# --- artefacts ---


def test_only_files_known_by_name_are_read_and_nothing_is_unpacked() -> None:
    files = {
        "findings.json": b"{}",
        "../../etc/passwd": b"x",
        "/findings.json": b"x",
        "site/findings.json": b"x",
    }
    assert members(archive(files), {"findings.json": 10, "diff.json": 10}) == {
        "findings.json": b"{}"
    }


def test_a_file_that_grows_beyond_its_limit_is_refused_while_it_is_read() -> None:
    bomb = archive({"findings.json": b"0" * 50_000_000})
    assert len(bomb) < 100_000
    with pytest.raises(NoArtefact, match="larger than 1000 bytes"):
        members(bomb, {"findings.json": 1000})


def test_a_size_that_lies_does_not_help() -> None:
    raw = archive({"findings.json": b"0" * 5_000})
    lying = raw.replace((5_000).to_bytes(4, "little"), (5).to_bytes(4, "little"))
    assert lying != raw
    with pytest.raises(NoArtefact):
        members(lying, {"findings.json": 1000})


@pytest.mark.parametrize("raw", [b"", b"not a zip", archive({"findings.json": b"{}"})[:-30]])
def test_what_is_no_archive_is_said_in_a_line(raw: bytes) -> None:
    with pytest.raises(NoArtefact, match="cannot be read"):
        members(raw, {"findings.json": 10})


@pytest.mark.parametrize("packing", [zipfile.ZIP_DEFLATED, zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
def test_an_archive_that_is_damaged_anywhere_is_said_in_a_line(packing: int) -> None:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", packing) as opened:
        opened.writestr("findings.json", b'{"findings": []}' * 50)
    whole = stream.getvalue()
    refused = 0
    for place in range(len(whole)):
        for byte in (0x00, 0x7F, 0xFF):
            damaged = whole[:place] + bytes([byte]) + whole[place + 1 :]
            try:
                members(damaged, {"findings.json": 1000})
            except NoArtefact:
                refused += 1
    assert refused > 100


def test_a_packing_that_asks_for_memory_of_its_own_is_refused() -> None:
    """An archive of LZMA says itself how much memory unpacking takes."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_LZMA) as opened:
        opened.writestr("findings.json", b"{}")
    with pytest.raises(NoArtefact, match="packed in a way"):
        members(stream.getvalue(), {"findings.json": 10})


def artefacts(*rows: tuple[int, str, int, bool]) -> object:
    return {
        "total_count": len(rows),
        "artifacts": [
            {"id": id_, "name": name, "size_in_bytes": size, "expired": expired}
            for id_, name, size, expired in rows
        ],
    }


def test_the_artefact_of_the_run_is_found_by_its_name(github: Github) -> None:
    github.answers["GET actions/runs/7/artifacts"] = artefacts(
        (1, "site", 10, False), (2, "pull-request", 10, True), (3, "pull-request", 10, False)
    )
    github.answers["GET actions/artifacts/3/zip"] = archive({"diff.json": b"{}"})
    assert fetched(github.api, 7, "pull-request", said.FILES) == {"diff.json": b"{}"}


def test_an_artefact_that_is_too_large_is_not_even_fetched(github: Github) -> None:
    github.answers["GET actions/runs/7/artifacts"] = artefacts((3, "x", 10**10, False))
    with pytest.raises(NoArtefact, match="larger than"):
        fetched(github.api, 7, "x", said.FILES)
    assert len(github.asked) == 1


def test_no_artefact_is_said(github: Github) -> None:
    github.answers["GET actions/runs/7/artifacts"] = artefacts()
    with pytest.raises(NoArtefact, match="left no artefact x"):
        fetched(github.api, 7, "x", said.FILES)


# --- pull requests ---


def test_a_forks_pull_request_is_found_by_branch_and_commit(github: Github) -> None:
    run = Run.of(payload("workflow_run.fork"))
    github.answers["GET pulls"] = [payload("pull.fork")]
    pull = of_commit(github.api, run)
    assert pull == PullRequest(31, "a" * 40, False, "lifter", False, frozenset({"help wanted"}))
    assert github.asked[0].query["head"] == "lifter:patch-1"


def test_a_commit_that_is_no_longer_the_last_one_has_no_pull_request(github: Github) -> None:
    pull = payload("pull.fork")
    assert isinstance(pull, dict)
    github.answers["GET pulls"] = [{**pull, "head": {**pull["head"], "sha": "c" * 40}}]
    assert of_commit(github.api, Run.of(payload("workflow_run.fork"))) is None


@pytest.mark.parametrize("other", [{"ref": "patch-2"}, {"repo": {"full_name": "mallory/legs"}}])
def test_a_commit_pushed_elsewhere_does_not_speak_for_another_pull_request(
    github: Github, other: dict[str, object]
) -> None:
    """The same commit may be the end of anybody's branch; the answer is looked at, too."""
    pull = payload("pull.fork")
    assert isinstance(pull, dict)
    github.answers["GET pulls"] = [{**pull, "head": {**pull["head"], **other}}]
    assert of_commit(github.api, Run.of(payload("workflow_run.fork"))) is None


def test_two_pull_requests_of_one_commit_are_none(github: Github) -> None:
    github.answers["GET pulls"] = [payload("pull.fork"), payload("pull.fork")]
    assert of_commit(github.api, Run.of(payload("workflow_run.fork"))) is None


@pytest.mark.parametrize(
    ("conclusion", "said_"),
    [("success", "success"), ("failure", "failure"), ("action_required", ""), (None, "")],
)
def test_a_check_that_waits_for_approval_has_said_nothing(
    github: Github, conclusion: str | None, said_: str
) -> None:
    pull = PullRequest.of(payload("pull.fork"), github.api)
    runs = [{"head_sha": pull.commit, "conclusion": conclusion}]
    github.answers["GET actions/workflows/pull-request.yml/runs"] = {"workflow_runs": runs}
    assert check_said(github.api, pull) == said_


# --- the sticky comment ---


def comments(github: Github, *rows: tuple[int, str, str]) -> None:
    github.answers["GET issues/31/comments"] = [
        {"id": id_, "user": {"login": login}, "body": body} for id_, login, body in rows
    ]


def test_the_first_time_a_comment_is_written(github: Github) -> None:
    comments(github)
    assert keep(github.api, 31, "x", "Hello") == "written"
    body = f"{marker('x')}\nHello"
    assert github.changed() == [("POST", "issues/31/comments", {"body": body})]


def test_after_that_it_is_updated_and_never_added(github: Github) -> None:
    comments(github, (1, BOT, f"{marker('y')}\nother"), (2, BOT, f"{marker('x')}\nold"))
    assert keep(github.api, 31, "x", "new") == "updated"
    assert github.changed() == [("PATCH", "issues/comments/2", {"body": f"{marker('x')}\nnew"})]


def test_the_same_comment_is_left_alone(github: Github) -> None:
    comments(github, (2, BOT, f"{marker('x')}\nsame"))
    assert keep(github.api, 31, "x", "same") == "left as it is"
    assert github.changed() == []


def test_a_copied_marker_makes_nobodys_comment_ours(github: Github) -> None:
    comments(github, (1, "mallory", f"{marker('x')}\nold"), (2, BOT, f"I quote {marker('x')}"))
    assert keep(github.api, 31, "x", "new") == "written"


def test_a_comment_on_the_second_page_is_found(github: Github) -> None:
    rows = [(n, "lifter", "hi") for n in range(120)]
    comments(github, *rows, (500, BOT, f"{marker('x')}\nold"))
    assert keep(github.api, 31, "x", "new") == "updated"


def test_a_long_text_ends_between_two_lines() -> None:
    assert shortened("x") == "x"
    cut = shortened("a line\n" * 20_000)
    assert len(cut) <= LONGEST
    assert cut.endswith("a line\n\n*This was too long and ends here.*")


# --- code scanning ---


def test_findings_are_handed_over_packed_and_the_same_twice(github: Github) -> None:
    github.answers["POST code-scanning/sarifs"] = {"id": "1"}
    for _ in range(2):
        said_ = upload(github.api, b"{}", "a" * 40, "refs/heads/main")
        assert said_ == "findings of aaaaaaaaaa handed over for refs/heads/main"
    first, second = (body for _, _, body in github.changed())
    assert first == second
    assert at(first, str, "ref") == "refs/heads/main"


def test_a_repository_without_code_scanning_is_no_failure(github: Github) -> None:
    github.answers["POST code-scanning/sarifs"] = 403
    assert "not switched on" in upload(github.api, b"{}", "a" * 40, "refs/heads/main")


def test_answers_may_be_functions_of_what_was_asked(github: Github) -> None:
    """The server itself: its notes are what other tests stand on."""

    def answer(said_: Said) -> object:
        return {"you said": said_.body}

    github.answers["POST x"] = answer
    assert github.api.send("POST", "x", {"a": 1}) == {"you said": {"a": 1}}
    assert json.dumps(github.asked[0].body) == '{"a": 1}'
