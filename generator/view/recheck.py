"""When a claim is due for another look, and why some come first."""

from generator.model import Claim, Library
from generator.model.month import Month

YEARS = "recheck-years"
"""The threshold that says how long a check lasts."""


def reasons(claim: Claim, library: Library) -> tuple[str, ...]:
    """Why a claim comes first, whatever its month; empty for most."""
    found = library.standing(claim.sources)
    fallen = len(library.fallen(claim.sources))
    apart = f", not counting {fallen} on which nothing may rest" if fallen else ""
    if not found:
        return (f"it rests on no source{apart}",)
    few = (f"it rests on one source{apart}",) if len(found) == 1 else ()
    newest, years = newest_year(claim, library), int(library.framework.limit(YEARS))
    if newest is None:
        return (*few, "the year of its sources was not seen")
    if newest + years < claim.checked.year:
        return (*few, f"its newest source is from {newest}")
    return few


def newest_year(claim: Claim, library: Library) -> int | None:
    """The year of the newest source that it rests on, where one was seen."""
    return max((item.year for item in library.standing(claim.sources) if item.year), default=None)


def due(claim: Claim, library: Library) -> Month:
    """The month of the next look: the month of the last one where the claim comes first."""
    if reasons(claim, library):
        return claim.checked
    return claim.checked.in_years(int(library.framework.limit(YEARS)))
