"""When each claim is due for another look, and which come first.

A build knows no date of today, so the page prints months and leaves the calendar to the reader.
"""

from collections.abc import Iterable

from generator.model import Claim, Library
from generator.model.month import Month
from generator.render.library_parts import (
    Block,
    Entry,
    Row,
    blocks,
    filled,
    prose,
    section,
    trail,
)
from generator.render.marks import verdict_badge
from generator.render.templates import component
from generator.view import words
from generator.view.context import Context
from generator.view.page import Html, Markdown, Page, Section
from generator.view.recheck import YEARS, due, newest_year, reasons
from generator.view.route import COUNTING, EVIDENCE, RECHECK, Links


def recheck_page(context: Context) -> Page:
    """Every claim by the month it is due; those with a reason to hurry first."""
    links = Links(RECHECK)
    library = context.library
    claims = sorted(library.claims.values(), key=lambda claim: _place(claim, library))
    hurry = [claim for claim in claims if reasons(claim, library)]
    later = [claim for claim in claims if claim not in hurry]
    months = sorted({due(claim, library) for claim in later})
    return Page(
        RECHECK,
        "Claims due for re-check",
        f"{words.counted(len(hurry), 'claim')} on thin or old evidence first, the others by the "
        "month they are due.",
        (
            Section((trail(links, ("Evidence", EVIDENCE)), Markdown(_intro(library, links)))),
            *filled(
                section(
                    "These come first", "first", *_at_once(hurry), *_hurried(hurry, library, links)
                ),
                *(
                    section(
                        f"Due in {words.month(month)}",
                        f"due-{month}",
                        _waiting(
                            (claim for claim in later if due(claim, library) == month),
                            library,
                            links,
                        ),
                    )
                    for month in months
                ),
            ),
        ),
    )


def _place(claim: Claim, library: Library) -> tuple[Month, int, int, str]:
    """By month, then what rests on least, then what rests on the oldest."""
    few = min(len(library.standing(claim.sources)), 2)
    return due(claim, library), few, newest_year(claim, library) or 0, claim.id


def _intro(library: Library, links: Links) -> str:
    years = words.counted(int(library.framework.limit(YEARS)), "year")
    return f"""
A verdict is as good as the last look at the evidence. We look again {years} after a claim was
checked; [that number]({links.file("page", COUNTING)}#limit-{YEARS}) is a convention. A claim that
rests on one source or none, or whose newest source was more than {years} old when we checked, does
not wait for its month: a single new study could change it. This page has no calendar. Compare the
months with yours.
"""


def _at_once(hurry: list[Claim]) -> tuple[Markdown, ...]:
    """Once for all of them: when they are due, and when we last looked."""
    if not hurry:
        return ()
    months = sorted({claim.checked for claim in hurry})
    first, last = words.month(months[0]), words.month(months[-1])
    when = f"in {first}" if first == last else f"between {first} and {last}"
    return (Markdown(f"All of these are due at once. We last checked them {when}."),)


def _hurried(claims: Iterable[Claim], library: Library, links: Links) -> tuple[Html, ...]:
    """Claims that come first, with what to look for."""
    return blocks(
        Block(
            title=claim.title,
            href=links.url("claim", claim.id),
            badges=(verdict_badge(claim.verdict),),
            meta=words.CERTAINTIES[claim.certainty],
            rows=(
                Row("Why", words.sentence(words.joined(reasons(claim, library)))),
                Row("What to look for", prose(claim.would_change, links)),
            ),
        )
        for claim in claims
    )


def _waiting(claims: Iterable[Claim], library: Library, links: Links) -> Html:
    return component(
        "library/entries.html",
        items=[
            Entry(
                claim.title,
                links.url("claim", claim.id),
                f"{words.counted(len(library.standing(claim.sources)), 'source')}, the newest from "
                f"{newest_year(claim, library)}. Checked in {words.month(claim.checked)}.",
                (verdict_badge(claim.verdict),),
            )
            for claim in claims
        ],
    )
