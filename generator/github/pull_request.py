"""Pull requests as the API describes them; nothing about one comes from its own artefact."""

from dataclasses import dataclass

from generator.github.api import Api
from generator.github.shape import Unlike, at, maybe

CHECK = "pull-request.yml"
"""The workflow that checks a pull request."""


@dataclass(frozen=True)
class Run:
    """A finished run of a workflow, from the payload of `workflow_run`."""

    id: int
    commit: str
    event: str
    conclusion: str
    owner: str
    """Whose repository the commit was pushed to; a fork's, mostly."""
    branch: str
    page: str

    @classmethod
    def of(cls, event: object) -> "Run":
        """The run that an event tells of."""
        run = at(event, dict, "workflow_run")
        return cls(
            at(run, int, "id"),
            at(run, str, "head_sha"),
            at(run, str, "event"),
            maybe(run, str, "conclusion") or "",
            maybe(run, str, "head_repository", "owner", "login") or "",
            maybe(run, str, "head_branch") or "",
            at(run, str, "html_url"),
        )


@dataclass(frozen=True)
class PullRequest:
    """An open pull request."""

    number: int
    commit: str
    draft: bool
    author: str
    own: bool
    """Whether it comes from a branch of the repository itself, so from somebody who may write."""
    labels: frozenset[str]

    @classmethod
    def of(cls, data: object, api: Api) -> "PullRequest":
        """From an answer of the API."""
        named: list[object] = at(data, list, "labels")
        return cls(
            at(data, int, "number"),
            at(data, str, "head", "sha"),
            at(data, bool, "draft"),
            # nobody is left where an account was deleted
            maybe(data, str, "user", "login") or "ghost",
            maybe(data, str, "head", "repo", "full_name") == api.repository,
            frozenset(at(label, str, "name") for label in named),
        )


@dataclass(frozen=True)
class Changed:
    """A file that a pull request changes."""

    path: str
    gone: bool


def of_commit(api: Api, run: Run) -> PullRequest | None:
    """The one open pull request that ends with a run's commit.

    Asked by the branch it comes from: a run knows no pull request where that is a fork's. When a
    newer commit was pushed since, there is none, and the newer commit's run has its own say.
    """
    if not run.owner or not run.branch:
        return None
    asked = api.each("pulls", state="open", head=f"{run.owner}:{run.branch}")
    found = (PullRequest.of(data, api) for data in asked if _comes_from(data, run))
    ending = [pull for pull in found if pull.commit == run.commit]
    return ending[0] if len(ending) == 1 else None


def _comes_from(data: object, run: Run) -> bool:
    """Whether a pull request's branch is a run's; anybody's branch may end with its commit."""
    owner = (maybe(data, str, "head", "repo", "full_name") or "").partition("/")[0]
    return (owner, maybe(data, str, "head", "ref")) == (run.owner, run.branch)


def open_pulls(api: Api) -> list[PullRequest]:
    """Every open pull request, the one that moved last first."""
    asked = api.each("pulls", state="open", sort="updated", direction="desc")
    return [PullRequest.of(data, api) for data in asked]


def changed_files(api: Api, number: int) -> list[Changed]:
    """What a pull request changes, by name."""
    files = api.each(f"pulls/{number}/files")
    return [Changed(at(f, str, "filename"), at(f, str, "status") == "removed") for f in files]


def check_said(api: Api, pull: PullRequest) -> str:
    """What the last finished check of a pull request's commit came to.

    Empty while it runs, and while somebody has still to approve that it runs.
    """
    runs = api.each(f"actions/workflows/{CHECK}/runs", "workflow_runs", head_sha=pull.commit)
    for run in runs:  # the newest is the first
        if at(run, str, "head_sha") != pull.commit:
            raise Unlike("GitHub answered with the runs of another commit")
        conclusion = maybe(run, str, "conclusion") or ""
        return conclusion if conclusion in ("success", "failure") else ""
    return ""
