"""Programs as answers: the catalogue, and each program as its author wrote it."""

from collections.abc import Mapping
from typing import Any

from generator.export.api.addresses import Addresses, of_program
from generator.export.api.shapes import program as shapes
from generator.export.api.shapes.common import Range
from generator.export.api.text import plain_text, said
from generator.export.program_files import FORMS
from generator.export.program_json import program_facts
from generator.model import Block, Deviation, Program
from generator.model.number import json_number
from generator.model.program import Nutrition, Progression, Recovery
from generator.model.quantity import Between
from generator.model.target import Energy, Protein, Sleep
from generator.plan import Plan
from generator.rule import find_rule
from generator.view.context import Context
from generator.view.route import page_of, program_file, report_file, sets_file


def programs(context: Context, at: Addresses) -> shapes.Programs:
    """All published programs."""
    found = [shapes.ProgramFacts(**_facts(plan, at)) for plan in context.plans]
    return shapes.Programs("pillars-programs/1", found)


def program(plan: Plan, context: Context, at: Addresses) -> shapes.Program:
    """A program as its author wrote it."""
    source = plan.program
    return shapes.Program(
        **_facts(plan, at),
        schema="pillars-program-words/1",
        authors=[shapes.Author(item.name, item.url or None) for item in source.authors],
        audience=shapes.Audience(
            [plain_text(text) for text in source.audience.for_],
            [plain_text(text) for text in source.audience.not_for],
        ),
        out_of_scope=list(source.out_of_scope),
        takeaways=[
            shapes.Takeaway(plain_text(item.text), item.pillar, list(item.claims))
            for item in source.takeaways
        ],
        blocks=[_block(block) for block in source.blocks],
        starting_loads=said(source.starting_loads),
        progression=_progression(source.progression),
        recovery=_recovery(source.recovery),
        nutrition=_nutrition(source.nutrition),
        faq=[shapes.Question(item.q, plain_text(item.a)) for item in source.faq],
        next=list(source.next),
        origin=_origin(source),
        deviations=[_deviation(item) for item in source.deviations],
        changes=[
            shapes.Change(item.date.isoformat(), plain_text(item.text)) for item in source.changes
        ],
        findings=sum(finding.open for finding in context.findings(plan)),
    )


def _facts(plan: Plan, at: Addresses) -> Mapping[str, Any]:
    id_, changes = plan.program.id, plan.program.changes
    return {
        **program_facts(plan),
        "published": changes[-1].date.isoformat() if changes else None,
        "changed": changes[0].date.isoformat() if changes else None,
        "links": shapes.ProgramLinks(
            detail=at.file(of_program(id_)),
            plan=at.file(program_file(id_)),
            report=at.file(report_file(id_)),
            sets=at.file(sets_file(id_)),
            page=at.page(page_of("program", id_)),
            files=[
                shapes.ProgramFile(name, at.file(form.path(id_))) for name, form in FORMS.items()
            ],
        ),
    }


def _block(block: Block) -> shapes.Block:
    return shapes.Block(block.name, block.weeks, block.deload, block.like or None, said(block.note))


def _progression(given: Progression | None) -> shapes.Progression | None:
    if given is None:
        return None
    step, stall = given.step, given.stall
    return shapes.Progression(
        given.kind,
        plain_text(given.text),
        shapes.Step(json_number(step.amount), step.unit) if step else None,
        shapes.Stall(stall.after, json_number(stall.cut.value), said(stall.text))
        if stall
        else None,
    )


def _recovery(given: Recovery | None) -> shapes.Recovery | None:
    if given is None:
        return None
    return shapes.Recovery(_range(given.sleep), plain_text(given.text), said(given.deload_when))


def _nutrition(given: Nutrition | None) -> shapes.Nutrition | None:
    if given is None:
        return None
    energy = _range(given.energy)
    percent = given.energy.unit == "%"
    return shapes.Nutrition(
        _range(given.protein),
        energy if percent else None,
        None if percent else energy,
        plain_text(given.text),
    )


def _range(value: Between | Sleep | Protein | Energy) -> Range:
    return Range(json_number(value.low), json_number(value.high))


def _origin(source: Program) -> shapes.Origin | None:
    given = source.origin
    return shapes.Origin(given.name, given.url or None, said(given.differs)) if given else None


def _deviation(item: Deviation) -> shapes.Deviation:
    rule, where = find_rule(item.rule), item.where
    assert rule is not None, "the loader knows every rule a deviation names"
    place = (where.block, where.session, where.exercise) if where else ()
    return shapes.Deviation(
        rule.code,
        plain_text(item.reason),
        list(item.claims),
        shapes.Where(*(name or None for name in place)) if where else None,
    )
