"""Exercises, claims and sources as answers: a list of each, and each of them in full."""

from collections.abc import Mapping
from typing import Any

from generator.bibliography.citation import short
from generator.export.api.addresses import Addresses, of_claim, of_exercise, of_source
from generator.export.api.shapes import library as shapes
from generator.export.api.shapes.common import Reading
from generator.export.api.text import plain_text, said
from generator.model import Claim, Exercise, Publication
from generator.model.number import json_number
from generator.view.context import Context
from generator.view.route import page_of


def exercises(context: Context, at: Addresses) -> shapes.Exercises:
    """All exercises."""
    items = _sorted(context.library.exercises)
    found = [shapes.ExerciseFacts(**_exercise(item, at)) for item in items]
    return shapes.Exercises("pillars-exercises/1", found)


def exercise(item: Exercise, context: Context, at: Addresses) -> shapes.Exercise:
    """All about one exercise."""
    return shapes.Exercise(
        **_exercise(item, at),
        schema="pillars-exercise/1",
        plane=item.plane,
        laterality=item.laterality,
        length_emphasis=item.length_emphasis,
        fatigue_cost=item.fatigue_cost,
        axial_load=item.axial_load,
        setup=[plain_text(text) for text in item.setup],
        cues=[plain_text(text) for text in item.cues],
        faults=[
            shapes.Fault(plain_text(fault.fault), plain_text(fault.why), plain_text(fault.fix))
            for fault in item.faults
        ],
        range_of_motion=said(item.range_of_motion),
        safety=said(item.safety),
        substitutes=list(item.substitutes),
        sources=list(item.evidence),
        sources_note=said(item.evidence_note),
        programs=[plan.program.id for plan in context.programs_with(item.id)],
    )


def _exercise(item: Exercise, at: Addresses) -> Mapping[str, Any]:
    return {
        "id": item.id,
        "name": item.name,
        "aliases": list(item.aliases),
        "pattern": item.pattern,
        "kind": item.kind,
        "muscles": {muscle: json_number(share) for muscle, share in item.muscles.items()},
        "equipment": [list(way) for way in item.equipment],
        "skill": item.skill,
        "links": Reading(at.file(of_exercise(item.id)), at.page(page_of("exercise", item.id))),
    }


def claims(context: Context, at: Addresses) -> shapes.Claims:
    """All claims."""
    items = _sorted(context.library.claims)
    return shapes.Claims(
        "pillars-claims/1", [shapes.ClaimFacts(**_claim(item, at)) for item in items]
    )


def claim(item: Claim, context: Context, at: Addresses) -> shapes.Claim:
    """A claim with the reasoning behind its verdict."""
    return shapes.Claim(
        **_claim(item, at),
        schema="pillars-claim/1",
        text=plain_text(item.text),
        certainty_reason=plain_text(item.certainty_reason),
        would_change=plain_text(item.would_change),
        sources=list(item.sources),
        implications=[
            shapes.Implication(
                plain_text(one.check),
                one.severity,
                said(one.threshold),
                one.basis,  # type: ignore[arg-type]  # the model allows just these words
            )
            for one in item.implications
        ],
        rules=[rule.code for rule in context.rules_on(item.id)],
        programs=[plan.program.id for plan in context.programs_on(item.id)],
    )


def _claim(item: Claim, at: Addresses) -> Mapping[str, Any]:
    return {
        "id": item.id,
        "title": item.title,
        "topic": item.topic,
        "origin": item.origin,
        "statement": plain_text(item.statement),
        "verdict": item.verdict,
        "certainty": item.certainty,
        "checked": str(item.checked),
        "links": Reading(at.file(of_claim(item.id)), at.page(page_of("claim", item.id))),
    }


def sources(context: Context, at: Addresses) -> shapes.Sources:
    """All sources."""
    items = _sorted(context.library.sources)
    return shapes.Sources(
        "pillars-sources/1", [shapes.SourceFacts(**_source(item, at)) for item in items]
    )


def source(item: Publication, context: Context, at: Addresses) -> shapes.Source:
    """A publication with what it found; where its record was read stays with us."""
    return shapes.Source(
        **_source(item, at),
        schema="pillars-source/1",
        finding=plain_text(item.finding),
        limitations=plain_text(item.limitations),
        population=said(item.population),
        n_studies=item.n_studies,
        n_participants=item.n_participants,
        claims=list(context.claims_on(item.id)),
        exercises=list(context.exercises_on(item.id)),
    )


def _source(item: Publication, at: Addresses) -> Mapping[str, Any]:
    return {
        "id": item.id,
        "type": item.type,
        "short": short(item),
        "title": plain_text(item.title),
        "authors": list(item.authors),
        "year": item.year,
        "journal": item.journal,
        "doi": item.doi or None,
        "pmid": item.pmid or None,
        "url": item.link or item.url or None,
        "status": item.status,
        "verified": item.verified,
        "links": Reading(at.file(of_source(item.id)), at.page(page_of("source", item.id))),
    }


def _sorted(items: Mapping[str, Any]) -> list[Any]:
    return [items[id_] for id_ in sorted(items)]
