"""Why the numbers of a session: what each target means, what is checked of it, and the evidence."""

from dataclasses import dataclass

from markupsafe import Markup

from generator.model import Library
from generator.render.library_parts import anchor
from generator.render.marks import ClaimMark, claim_marks
from generator.render.templates import component
from generator.rule import find_rule
from generator.view.glossary import meaning_of
from generator.view.page import Html, Markdown, Section
from generator.view.prose import inline_html
from generator.view.route import NUMBERS, Links

WHY = "why-these-numbers"
"""Where a guide answers; each target has a place of its own there."""


@dataclass(frozen=True)
class Target:
    """A column of a session's table, and where its answer comes from."""

    id: str
    name: str
    words: tuple[str, ...]
    """Words of the glossary that say what it is and carry the claims about it."""
    rules: tuple[str, ...]
    """The rules that look at this number first; the report has all of them."""


TARGETS = (
    Target(
        "why-sets",
        "Sets × reps",
        ("Working set", "Repetition"),
        ("TEN005", "TEN006", "TEN008", "TEN015", "OVL001"),
    ),
    Target("why-load", "Load", ("1RM", "Load"), ("TEN001", "TEN014", "TEN015", "OVL008")),
    Target("why-rir", "RIR", ("RIR", "RPE"), ("TEN004", "TEN010", "TEN013")),
    Target("why-tempo", "Tempo", ("Tempo",), ("NEU001", "NEU004", "NEU005")),
    Target("why-rest", "Rest", ("Rest",), ("TEN011", "TEN012", "MET002", "MET005")),
)


@dataclass(frozen=True)
class Reason:
    """One target explained, ready to print."""

    id: str
    name: str
    meaning: Markup
    rules: tuple[Markup, ...]
    marks: tuple[ClaimMark, ...]


def why_href(name: str) -> str:
    """The address on the guide that says why a column has its numbers; empty for a column of words.

    A heading of a table leads there, so that it works wherever the page is read.
    """
    return next((f"#{target.id}" for target in TARGETS if target.name == name), "")


def why_section(library: Library, links: Links) -> Section:
    """The answers, one below the other."""
    intro = (
        "What each column asks of you, what the evidence says, and which rules look at it in "
        f"every program. The [glossary](<{links.file('page', NUMBERS)}>) has the other words, "
        "the [framework report](#report) what was measured in this program."
    )
    return Section((Markdown(intro), _reasons(library, links)), "Why these numbers", 3, WHY)


def _reasons(library: Library, links: Links) -> Html:
    return component("why.html", reasons=[_reason(target, library, links) for target in TARGETS])


def _reason(target: Target, library: Library, links: Links) -> Reason:
    words = {word.term: word for word in library.glossary.words}
    says = " ".join(meaning_of(term, library) for term in target.words)
    claims = tuple(claim for term in target.words for claim in words[term].claims)
    return Reason(
        target.id,
        target.name,
        Markup(inline_html(says, links)),
        tuple(_rule_link(code, links) for code in target.rules),
        claim_marks(claims, library, links),
    )


def _rule_link(code: str, links: Links) -> Markup:
    rule = find_rule(code)
    if rule is None:
        raise KeyError(code)
    return anchor(links.url("rule", code), f"{code} {rule.title}")
