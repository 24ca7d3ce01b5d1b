"""The week's list of what to look at again: claims that are due, sources that may have fallen."""

from collections.abc import Iterable, Iterator
from urllib.parse import quote

from generator.github.api import Api
from generator.github.registers import DOUBTED, FALLEN, Fetch, Record, looked_up, same_title
from generator.github.shape import at
from generator.github.sticky import marker, ours, shortened
from generator.model import Claim, Library, Publication
from generator.model.month import Month
from generator.model.wording import counted, joined
from generator.report.markdown_report import escaped
from generator.view.recheck import due, reasons

NAME = "evidence"
TITLE = "Evidence to look at again"
LABEL = "evidence"
SHOWN = 40
PATIENCE = 5
"""Answers in a row that may stay away before a register is taken for silent."""


def due_claims(library: Library, month: Month) -> tuple[Claim, ...]:
    """Claims whose month has come, the longest unchecked first."""
    found = [claim for claim in library.claims.values() if due(claim, library) <= month]
    return tuple(sorted(found, key=lambda claim: (claim.checked, claim.id)))


def suspects(library: Library, fetch: Fetch) -> tuple[tuple[str, ...], int]:
    """What registers say against our sources, and how many they said nothing about."""
    told: list[str] = []
    silent = in_a_row = 0
    for source in sorted(library.sources.values(), key=lambda source: source.id):
        if not source.doi:
            continue
        record = looked_up(source.doi, fetch) if in_a_row < PATIENCE else Record()
        in_a_row = in_a_row + 1 if record.known is None else 0
        silent += record.known is None or not record.whole
        told += (f"`{source.id}` {said}" for said in _against(source, record))
    return tuple(told), silent


def _against(source: Publication, record: Record) -> Iterator[str]:
    doi = f"[{escaped(source.doi)}](https://doi.org/{quote(source.doi, safe='/')})"
    if record.known is False:
        yield f"names the DOI {doi}, and nothing is registered under it."
    if record.title and not same_title(source.title, record.title):
        yield f"names the DOI {doi}, which leads to “{escaped(record.title)}”."
    if source.stands and record.notices & FALLEN:
        kinds = joined(sorted(kind.replace("_", " ") for kind in record.notices & FALLEN))
        yield f"({doi}) has a notice of {kinds}. Read it, and set its `status`."
    if source.stands and DOUBTED in record.notices:
        yield f"({doi}) has an expression of concern."


def body(library: Library, month: Month, told: Iterable[str], silent: int) -> str:
    """The issue; empty when there is nothing to look at."""
    claims, told = due_claims(library, month), list(told)
    if not claims and not told:
        return ""
    parts = [marker(NAME)]
    if told:
        parts += ["### Sources to look at first\n", *_listed([f"- {line}" for line in told])]
    if claims:
        parts += [
            f"### {counted(len(claims), 'claim')} due for another look\n",
            _ADVICE,
            *_listed([_line(claim, library) for claim in claims]),
        ]
    if silent:
        parts.append(f"\nThe registers did not answer for {counted(silent, 'source')} this week.")
    return shortened("\n".join(parts) + "\n")


_ADVICE = """\
Look for newer evidence, judge anew, and write this month into `checked`. A verdict that stays the
same is worth a commit, too.
"""


def _listed(lines: list[str]) -> list[str]:
    more = [f"- and {len(lines) - SHOWN} more"] if len(lines) > SHOWN else []
    return [*lines[:SHOWN], *more, ""]


def _line(claim: Claim, library: Library) -> str:
    why = joined(reasons(claim, library))
    because = f": {why}" if why else ""
    return (
        f"- [{escaped(claim.title)}](../blob/HEAD/content/evidence/claims/{claim.id}.yml), checked "
        f"{claim.checked}{because}. Look for: {escaped(claim.would_change)}"
    )


def keep_issue(api: Api, text: str, silent: int = 0) -> str:
    """Open the one issue, renew it, or close it when nothing is left; says what was done.

    Registers that were silent may have had something to say, so then it stays open.
    """
    for issue in api.each("issues", state="open", labels=LABEL):
        if not ours(issue, NAME):
            continue
        number = at(issue, int, "number")
        if not text and silent:
            return f"#{number} left open: {counted(silent, 'source')} were not answered for"
        if not text:
            api.send("PATCH", f"issues/{number}", {"state": "closed", "state_reason": "completed"})
            return f"#{number} closed: nothing is due"
        if at(issue, str, "body") == text:
            return f"#{number} left as it is"
        api.send("PATCH", f"issues/{number}", {"body": text})
        return f"#{number} updated"
    if not text:
        return "nothing is due"
    opened = api.send("POST", "issues", {"title": TITLE, "body": text, "labels": [LABEL]})
    return f"#{at(opened, int, 'number')} opened"
