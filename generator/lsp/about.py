"""What there is to say about a field, an exercise, a claim or a rule, in some lines of Markdown."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from generator.advice import Advice, advice
from generator.explain import muscles, needs
from generator.finding import Finding
from generator.lsp.fields import KnownField
from generator.model import Claim, Exercise, Library, Publication
from generator.model.fields import how
from generator.model.spelling import Spelling
from generator.rule import Rule, find_rule
from generator.source import Source
from generator.view.route import address_of, page_of
from generator.view.words import CERTAINTIES, VERDICTS, capital

_LINK = re.compile(r"\[([^\[\]]*)\]\(([a-z]+):([^()\s]*)\)")


@dataclass(frozen=True)
class Guide:
    """The library, and the site on which more about everything in it can be read."""

    library: Library
    site: str = ""
    """Address of the site with a slash at its end; empty where none is set."""

    def page(self, kind: str, id_: str) -> str:
        """The address of the page about something; empty without a site."""
        return self.site + address_of(page_of(kind, id_)) if self.site else ""

    def linked(self, text: str) -> str:
        """A text of ours with its links leading to the site, or to nowhere without one."""

        def target(found: re.Match[str]) -> str:
            known = self.site and found[2] in ("claim", "source", "exercise", "program", "topic")
            return f"[{found[1]}]({self.page(found[2], found[3])})" if known else found[1]

        return _LINK.sub(target, " ".join(text.split()))


def about(kind: str, id_: str, guide: Guide) -> str:
    """What there is to say about something by its id; nothing where it does not exist."""
    library = guide.library
    match kind:
        case "exercise" | "own exercise" if id_ in library.exercises:
            return about_exercise(library.exercises[id_], guide)
        case "claim" if id_ in library.claims:
            return about_claim(library.claims[id_], guide)
        case "source" if id_ in library.sources:
            return _about_source(library.sources[id_], guide)
        case "rule" if rule := find_rule(id_):
            return about_rule(rule, guide)
    return ""


def about_exercise(exercise: Exercise, guide: Guide) -> str:
    """Its name, what it trains, what it needs and the first cue."""
    cue = guide.linked(exercise.cues[0]) if exercise.cues else ""
    return _paragraphs(
        f"**{exercise.name}**",
        f"Trains {muscles(exercise, guide.library)}.  \nNeeds {needs(exercise)}.",
        cue and f"Think: {cue}",
        _more(guide.page("exercise", exercise.id), "How to do it"),
    )


def verdict(claim: Claim) -> str:
    """What the evidence says of a claim: `Contested (low certainty)`."""
    return f"{VERDICTS[claim.verdict]} ({CERTAINTIES[claim.certainty]})"


def about_claim(claim: Claim, guide: Guide) -> str:
    """Its title, the verdict on it and what it says."""
    return _paragraphs(
        f"**{claim.title}**",
        f"{verdict(claim)}.",
        guide.linked(claim.statement),
        _more(guide.page("claim", claim.id), "The reasoning and the sources"),
    )


def _about_source(source: Publication, guide: Guide) -> str:
    return _paragraphs(
        f"**{guide.linked(source.title)}**",
        guide.linked(source.finding),
        _more(guide.page("source", source.id), "The record"),
    )


def about_rule(rule: Rule, guide: Guide) -> str:
    """Its title, what it allows, why, and the verdict on the claim it stands on."""
    said = advice(Finding((), "", code=rule.code), Source("", "", None), guide.library)
    return _paragraphs(
        f"**{rule.code} {rule.name}**: {rule.title}",
        f"Allowed: {rule.allowed_in(guide.library.framework)}.",
        said.why,
        said.evidence and f"{said.evidence}.",
        _more(guide.page("rule", rule.code), "The whole rule"),
    )


def about_field(field: KnownField, guide: Guide) -> str:
    """What it means, how it is written and whether it is required."""
    paragraphs = [" ".join(part.split()) for part in field.says.split("\n\n")]
    spelling = field.shape.spelling
    return _paragraphs(
        f"**`{field.name}`** ({field.needed[:1].lower()}{field.needed[1:]})",
        *paragraphs,
        "  \n".join(_written(spelling, field.shape.many)) if spelling else "",
        _more(f"{guide.site}contribute/fields/" if guide.site else "", "All fields"),
    )


def _written(spelling: Spelling, many: bool) -> Iterator[str]:
    if spelling.choices:
        label = "Any of" if many else "One of"
        yield f"{label}: {', '.join(f'`{word}`' for word in spelling.choices)}."
        return
    yield how(spelling, many)
    if spelling.examples:
        yield f"Such as {', '.join(f'`{example}`' for example in spelling.examples)}."


def about_finding(finding: Finding, known: Advice, guide: Guide) -> str:
    """What a finding leaves unsaid: why it matters, and what stands behind it."""
    reason = f"This program departs from the rule: {finding.reason}" if finding.reason else ""
    if not (known.why or reason):
        return ""
    return _paragraphs(
        f"**{finding.code} {finding.name}**: {known.why}",
        known.evidence and f"{capital(known.evidence)}.",
        reason,
        _more(guide.site + known.page if guide.site else "", "The whole rule"),
    )


def _more(address: str, words: str) -> str:
    return f"[{words}]({address})" if address else ""


def _paragraphs(*parts: str) -> str:
    return "\n\n".join(part for part in parts if part)
