"""Small signs that stand beside text: the pillar a thing belongs to, the verdict on a claim."""

from dataclasses import dataclass

from generator.model import Library
from generator.view.route import Links
from generator.view.words import CERTAINTIES, STATUSES, VERDICTS


@dataclass(frozen=True)
class Badge:
    """A coloured word: `verdict`, `status` or `pillar` with its value."""

    kind: str
    value: str
    words: str


@dataclass(frozen=True)
class PillarTag:
    """A pillar or topic, linked to its page."""

    id: str
    name: str
    href: str


@dataclass(frozen=True)
class ClaimMark:
    """A claim with what the evidence says of it, linked to its page."""

    title: str
    href: str
    verdict: Badge
    certainty: str


def verdict_badge(verdict: str) -> Badge:
    """The badge of a verdict."""
    return Badge("verdict", verdict, VERDICTS[verdict])


def status_badge(status: str) -> Badge:
    """The badge of how a program stands to a rule."""
    return Badge("status", status, STATUSES[status])


def pillar_tag(topic: str, library: Library, links: Links) -> PillarTag:
    """The tag of a pillar or topic."""
    return PillarTag(topic, library.framework.topics[topic].name, links.url("topic", topic))


def claim_mark(claim: str, library: Library, links: Links) -> ClaimMark:
    """The mark of a claim."""
    item = library.claims[claim]
    return ClaimMark(
        item.title,
        links.url("claim", claim),
        verdict_badge(item.verdict),
        CERTAINTIES[item.certainty],
    )


def claim_marks(claims: tuple[str, ...], library: Library, links: Links) -> tuple[ClaimMark, ...]:
    """The marks of several claims, each once."""
    return tuple(claim_mark(claim, library, links) for claim in dict.fromkeys(claims))
