"""Labels of pull requests: what they touch, and whose turn it is."""

from generator.github.api import Api, quoted
from generator.github.pull_request import (
    Changed,
    PullRequest,
    changed_files,
    check_said,
    open_pulls,
)
from generator.github.shape import maybe

AREAS = {
    "programs": ("programs/",),
    "exercises": ("content/exercises/",),
    "evidence": ("content/evidence/",),
    "framework": ("content/framework.yml", "content/glossary.yml", "generator/rules/"),
    "site": (
        "content/pages/",
        "content/scripts/",
        "content/search.yml",
        "content/styles/",
        "content/theme/",
        "generator/render/",
        "generator/view/",
        "mkdocs.yml",
    ),
    "code": ("generator/", "tests/", "tools/", "benchmarks/"),
    "workflows": (".github/", ".ci/", "action.yml"),
}
AUTHOR, REVIEW = "waiting for author", "waiting for review"
OURS = frozenset({*AREAS, AUTHOR, REVIEW})
"""Labels that come and go by themselves; every other is somebody's and stays."""


def areas(files: list[Changed]) -> frozenset[str]:
    """What a pull request touches."""
    return frozenset(
        label for label, starts in AREAS.items() if any(f.path.startswith(starts) for f in files)
    )


def turn(pull: PullRequest, check: str, reviews: list[object]) -> frozenset[str]:
    """Whose turn it is; nobody's while it is a draft or being checked.

    A review that asks for changes holds until something is pushed.
    """
    if pull.draft or not check:
        return frozenset()
    last: dict[str, object] = {}
    for review in reviews:
        if maybe(review, str, "state") in ("APPROVED", "CHANGES_REQUESTED", "DISMISSED"):
            last[maybe(review, str, "user", "login") or ""] = review
    asked = any(
        maybe(review, str, "state") == "CHANGES_REQUESTED"
        and maybe(review, str, "commit_id") == pull.commit
        for review in last.values()
    )
    return frozenset({AUTHOR if asked or check != "success" else REVIEW})


def label(api: Api, pull: PullRequest) -> str:
    """Put a pull request's labels right; says what was done."""
    reviews = list(api.each(f"pulls/{pull.number}/reviews"))
    files = changed_files(api, pull.number)
    wanted = areas(files) | turn(pull, check_said(api, pull), reviews)
    missing, idle = sorted(wanted - pull.labels), sorted((pull.labels & OURS) - wanted)
    if missing:
        api.send("POST", f"issues/{pull.number}/labels", {"labels": missing})
    for name in idle:
        api.send("DELETE", f"issues/{pull.number}/labels/{quoted(name)}")
    said = [*(f"+ {name}" for name in missing), *(f"- {name}" for name in idle)]
    return f"#{pull.number}: {', '.join(said) or 'nothing to change'}"


def everyone(api: Api) -> list[str]:
    """The same for every open pull request."""
    return [label(api, pull) for pull in open_pulls(api)]
