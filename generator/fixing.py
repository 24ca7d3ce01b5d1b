"""Fixes made, and looked at again: a text goes in, a text with fewer problems comes out.

A fix that would leave a problem that was not there before is not made, and that is said. The rules
look at a program only once its fields are right, and the fields only once the file can be read;
what a fix brings to light there was there before.
"""

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from generator.edit import applied, edits
from generator.finding import MAX_FINDINGS, Edit, Finding
from generator.form import FORM_RULES
from generator.review import Review

Look = Callable[[str], Review]
"""Reads and checks a text."""


@dataclass(frozen=True)
class Mended:
    """What became of a text."""

    text: str
    done: tuple[Finding, ...]
    """Findings whose fixes were made, in the order in which that happened."""
    left: tuple[Finding, ...]
    """Findings whose fixes were not made, because they would leave a new problem."""


ROUNDS = 20
"""Readings of one file that mend something; a program with more layers of slips needs a person."""


def mended(text: str, look: Look, *, unsafe: bool = False) -> Mended:
    """A text with everything mended that can be; `unsafe` mends what needs a look as well."""
    done: list[Finding] = []
    left: list[Finding] = []
    before = look(text)
    for _ in range(ROUNDS):
        wanted = _wanted(before, unsafe)
        together, after = _made(text, before, wanted, look)
        if not together:
            left = [finding for finding, _ in wanted]
            break
        done += (finding for finding, _ in together)
        text = applied(text, _edits(together))
        before = after
    return Mended(text, tuple(done), tuple(left))


Wanted = list[tuple[Finding, tuple[Edit, ...]]]
"""Findings with what their fixes do."""


def _wanted(review: Review, unsafe: bool) -> Wanted:
    return [
        (finding, wanted)
        for finding in review.findings
        if finding.open and finding.fix and (finding.fix.safe or unsafe)
        if (wanted := edits(finding, review.source))
    ]


def _made(text: str, before: Review, wanted: Wanted, look: Look) -> tuple[Wanted, Review]:
    """As many fixes as go together, and what is found then."""
    good = _good(_apart(wanted), text, before, look)
    while good:
        after = look(applied(text, _edits(good)))
        if better(before, after, _edits(good)):
            return good, after
        good.pop()  # each is well by itself, and they do not go together
    return [], before


def _good(wanted: Wanted, text: str, before: Review, look: Look) -> Wanted:
    """The fixes that leave no new problem; halves are tried where the whole does."""
    made = _edits(wanted)
    if not wanted or better(before, look(applied(text, made)), made):
        return wanted
    half = len(wanted) // 2
    if not half:
        return []
    first, second = (_good(part, text, before, look) for part in (wanted[:half], wanted[half:]))
    return [*first, *second]


def _edits(wanted: Wanted) -> list[Edit]:
    return [edit for _, own in wanted for edit in own]


def _apart(wanted: Wanted) -> Wanted:
    """The first of those fixes that would touch the same stretch of the file."""
    kept: Wanted = []
    for finding, own in wanted:
        if not any(_touch(edit, other) for edit in own for _, there in kept for other in there):
            kept.append((finding, own))
    return kept


def _touch(one: Edit, other: Edit) -> bool:
    first, second = sorted((one.place, other.place))
    end = (first.end_line, first.end_column)
    start = (second.line, second.column)
    return start < end or first == second or start == (first.line, first.column)


def better(before: Review, after: Review, made: Iterable[Edit]) -> bool:
    """Whether there are fewer problems of the kinds that could be seen, and none more of any."""
    if before.source.data is None:
        return after.source.data is not None or _further_down(before, after, made)
    if after.source.data is None or (before.plan is not None and after.plan is None):
        return False
    codes = Counter(f.code for f in before.findings if f.open)
    seen = [f for f in after.findings if before.plan is not None or f.code in FORM_RULES]
    now = Counter(f.code for f in seen if f.open)
    full = any(number >= MAX_FINDINGS for number in codes.values())
    more = any(number > codes[code] for code, number in now.items())
    return not more and (full or now.total() < codes.total())


_IN_ORDER = ("YML001", "YML012", "YML003")
"""What keeps a file from being read at all, whatever else is wrong; the first hides the next."""


def _further_down(before: Review, after: Review, made: Iterable[Edit]) -> bool:
    """Whether a file that cannot be read could be read further than before."""
    was, now = before.findings[0], after.findings[0]
    if was.code in _IN_ORDER:
        level = _IN_ORDER.index(was.code)
        if now.code in _IN_ORDER:
            return _IN_ORDER.index(now.code) > level or now.place > was.place
        mended_lines = {line for edit in made for line in (edit.place.line, edit.place.end_line)}
        near = {now.place.line - 1, now.place.line, now.place.line + 1}
        return not near & mended_lines
    return now.code not in _IN_ORDER and now.place > was.place
