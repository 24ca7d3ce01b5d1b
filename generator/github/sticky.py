"""One comment that is kept up to date, instead of one more each time."""

from generator.github.api import BOT, Api
from generator.github.shape import at, maybe

LONGEST = 60_000
"""Characters of a comment or issue; GitHub refuses more than 65,536."""


def marker(name: str) -> str:
    """The first line of a text that we wrote and may write anew; readers do not see it."""
    return f"<!-- four-pillars: {name} -->"


def ours(data: object, name: str) -> bool:
    """Whether the bot wrote a comment or issue, under a marker; anybody can copy a marker."""
    body = maybe(data, str, "body") or ""
    return maybe(data, str, "user", "login") == BOT and body.startswith(marker(name))


def keep(api: Api, number: int, name: str, text: str) -> str:
    """Write or rewrite the comment on an issue or pull request; says what was done."""
    body = shortened(f"{marker(name)}\n{text}")
    for comment in api.each(f"issues/{number}/comments"):
        if not ours(comment, name):
            continue
        if at(comment, str, "body") == body:
            return "left as it is"
        api.send("PATCH", f"issues/comments/{at(comment, int, 'id')}", {"body": body})
        return "updated"
    api.send("POST", f"issues/{number}/comments", {"body": body})
    return "written"


def shortened(body: str) -> str:
    """A text that GitHub takes, cut between two lines."""
    if len(body) <= LONGEST:
        return body
    kept = body[: LONGEST - 100].rpartition("\n")[0]
    return f"{kept}\n\n*This was too long and ends here.*"
