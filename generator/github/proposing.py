"""A proposed program into a draft pull request, and the answer in its issue.

This is the half that may write. It takes a file that the other half checked and looks again at
what it is given: at its name, its size and that it stands where a program stands.
"""

import base64
import json
import re
from dataclasses import dataclass

from generator.error import GeneratorError
from generator.github.api import BOT, Api, Refused, quoted
from generator.github.issue_form import one_line
from generator.github.proposal import Issue, Proposal, accepted
from generator.github.shape import at, maybe
from generator.github.sticky import LONGEST, keep
from generator.report.markdown_report import unlinked

FILE = "proposal.json"
"""What one half hands to the other."""
ARTEFACT = "proposal"
NAME = "proposal"
"""The answer's marker."""
COMMITTER = {"name": BOT, "email": "41898282+github-actions[bot]@users.noreply.github.com"}


@dataclass(frozen=True)
class Author:
    """Who is credited: the account that opened the issue."""

    login: str
    id: int

    @classmethod
    def of(cls, event: object) -> "Author":
        """From the payload of an event; GitHub wrote these two."""
        login, id_ = at(event, str, "issue", "user", "login"), at(event, int, "issue", "user", "id")
        if not re.fullmatch(r"[A-Za-z0-9][A-Za-z0-9-]{0,38}(\[bot\])?", login):
            raise GeneratorError(f"{login!r} is not the name of an account")
        return cls(login, id_)

    @property
    def credit(self) -> dict[str, str]:
        """As Git writes an author down."""
        return {"name": self.login, "email": f"{self.id}+{self.login}@users.noreply.github.com"}


def issue_of(event: object) -> Issue:
    """The issue that an event tells of."""
    return Issue(
        at(event, int, "issue", "number"),
        Author.of(event).login,
        maybe(event, str, "issue", "body") or "",
    )


def packed(proposal: Proposal) -> str:
    """A proposal as one file."""
    fields = ("path", "title", "text", "answer")
    return json.dumps({field: getattr(proposal, field) for field in fields}, ensure_ascii=False)


def unpacked(raw: bytes) -> Proposal:
    """The same back again, looked at anew."""
    try:
        data = json.loads(raw)
    except (ValueError, RecursionError) as error:
        raise GeneratorError(f"{FILE} is not a proposal: {error}") from None
    made = Proposal(
        at(data, str, "path"), at(data, str, "title"), at(data, str, "text"),
        at(data, str, "answer"),
    )  # fmt: skip
    if made.path:
        accepted(made.path, made.text)
    return made


def propose(api: Api, issue: int, author: Author, made: Proposal) -> str:
    """Open or renew the draft, and say so in the issue; says what was done."""
    branch = f"proposal/issue-{issue}"
    if not made.path:
        return keep(api, issue, NAME, made.answer)
    pull = _pull(api, branch)
    if pull is not None and _worked_on(api, pull):
        where = f"#{pull}"
        return keep(
            api, issue, NAME,
            f"Somebody has worked on the draft in {where} since. What you change here does not go "
            f"there any more; please write there.\n\n{made.answer}",
        )  # fmt: skip
    path = _path_before(api, pull)
    if not path:
        path = made.path
        _free(api, path)
    _branch(api, branch)
    _write(api, branch, path, made, author, issue)
    try:
        number = pull or _open(api, branch, issue, author, made)
        where = f"The draft is #{number}, in your name."
    except Refused as refused:
        if refused.status not in (403, 422):
            raise
        # an organisation may forbid workflows to open pull requests
        compare = f"{api.server}/{api.repository}/compare/{quoted(branch)}?expand=1"
        where = f"The file is written. A maintainer opens the pull request [here]({compare})."
    return keep(
        api, issue, NAME,
        f"{made.answer}\n{where} Edit this issue and the draft follows, until somebody works on "
        "the draft itself.\n",
    )  # fmt: skip


def _pull(api: Api, branch: str) -> int | None:
    """The open pull request of a proposal."""
    for pull in api.each("pulls", state="open", head=f"{api.owner}:{branch}"):
        if at(pull, str, "head", "ref") == branch:
            return at(pull, int, "number")
    return None


def _worked_on(api: Api, pull: int) -> bool:
    """Whether anybody but us committed to it."""
    return any(
        maybe(commit, str, "commit", "committer", "email") != COMMITTER["email"]
        for commit in api.each(f"pulls/{pull}/commits")
    )


def _path_before(api: Api, pull: int | None) -> str:
    """The file that the draft has already, whatever the title has become since."""
    if pull is None:
        return ""
    names = [at(file, str, "filename") for file in api.each(f"pulls/{pull}/files")]
    return names[0] if len(names) == 1 and names[0].startswith("programs/") else ""


def _free(api: Api, path: str) -> None:
    """Refuse a place where a program stands: a proposal is a new one."""
    default = at(api.get(""), str, "default_branch")
    if api.found(f"contents/{path}", ref=default) is not None:
        raise GeneratorError(f"{path} stands on {default} already; edit the issue's title")


def _branch(api: Api, branch: str) -> None:
    """The proposal's branch, from the end of the default one."""
    if api.found(f"git/ref/heads/{branch}") is not None:
        return
    default = at(api.get(""), str, "default_branch")
    end = at(api.get(f"git/ref/heads/{quoted(default)}"), str, "object", "sha")
    api.send("POST", "git/refs", {"ref": f"refs/heads/{branch}", "sha": end})


def _write(api: Api, branch: str, path: str, made: Proposal, author: Author, issue: int) -> None:
    """The file on the branch, unless it stands there as it is."""
    content = base64.b64encode(made.text.encode()).decode()
    before = api.found(f"contents/{quoted(path).replace('%2F', '/')}", ref=branch)
    if before is not None and _same(before, made.text):
        return
    body: dict[str, object] = {
        "message": f"{_title(made)}\n\nProposed in #{issue}.",
        "content": content,
        "branch": branch,
        "author": author.credit,
        "committer": COMMITTER,
    }
    if before is not None:
        body["sha"] = at(before, str, "sha")
    api.send("PUT", f"contents/{path}", body)


def _same(before: object, text: str) -> bool:
    try:
        return base64.b64decode(maybe(before, str, "content") or "") == text.encode()
    except ValueError:
        return False


def _open(api: Api, branch: str, issue: int, author: Author, made: Proposal) -> int:
    body = (
        f"Proposed by @{author.login} in #{issue}, through the form.\n\n{made.answer}\n\n"
        f"A workflow opened this, so no check runs yet: “Ready for review” starts it.\n\n"
        f"Closes #{issue}\n"
    )
    default = at(api.get(""), str, "default_branch")
    opened = api.send(
        "POST", "pulls",
        {"title": _title(made), "head": branch, "base": default, "body": body[:LONGEST],
         "draft": True},
    )  # fmt: skip
    return at(opened, int, "number")


def _title(made: Proposal) -> str:
    # in brackets it might tell GitHub something, such as to skip the check
    words = one_line(made.title).replace("[", "(").replace("]", ")")
    return f"Propose a program: {unlinked(words)[:100]}"
