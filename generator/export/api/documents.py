"""Every answer of the API, filled."""

from collections.abc import Mapping
from typing import Any

from generator.export.api import addresses, framework, library, programs
from generator.export.api.addresses import Addresses
from generator.export.api.shapes.framework import Index, Licence, Resource
from generator.imprint import DISCLAIMER, NAME, SAYS
from generator.view.context import Context
from generator.view.route import DATA, FEED

LICENCE = Licence(
    "CC-BY-4.0",
    "Creative Commons Attribution 4.0 International",
    "https://creativecommons.org/licenses/by/4.0/",
    "Give credit to the Four Pillars contributors and to the authors named in a program, link to "
    "the licence, and say what you changed.",
)


def documents(context: Context) -> Mapping[str, Any]:
    """What each file below `api/v1` holds; plans and reports lie beside the guides."""
    made: dict[str, Any] = {}

    def add(file: str, what: Any, *about: Any) -> None:
        made[file] = what(*about, context, Addresses(file))

    add(addresses.PROGRAMS, programs.programs)
    for plan in context.plans:
        add(addresses.of_program(plan.program.id), programs.program, plan)
    add(addresses.EXERCISES, library.exercises)
    for exercise in context.library.exercises.values():
        add(addresses.of_exercise(exercise.id), library.exercise, exercise)
    add(addresses.CLAIMS, library.claims)
    for claim in context.library.claims.values():
        add(addresses.of_claim(claim.id), library.claim, claim)
    add(addresses.SOURCES, library.sources)
    for source in context.library.sources.values():
        add(addresses.of_source(source.id), library.source, source)
    add(addresses.FRAMEWORK, framework.framework)
    add(addresses.RULES, framework.rules)
    for rule in context.rules:
        add(addresses.of_rule(rule.code), framework.rule, rule)
    add(addresses.GLOSSARY, framework.glossary)
    add(addresses.INDEX, _index)
    return made


def _index(context: Context, at: Addresses) -> Index:
    known, framework_ = context.library, context.library.framework
    lists = (
        ("programs", "Programs", len(context.plans), addresses.PROGRAMS),
        ("exercises", "Exercises", len(known.exercises), addresses.EXERCISES),
        ("rules", "Rules of the framework", len(context.rules), addresses.RULES),
        ("claims", "Claims with verdicts", len(known.claims), addresses.CLAIMS),
        ("sources", "Publications", len(known.sources), addresses.SOURCES),
        ("framework", "Thresholds, topics and counting rules", len(framework_.thresholds),
         addresses.FRAMEWORK),
        ("glossary", "Words of the trade", len(known.glossary.words), addresses.GLOSSARY),
    )  # fmt: skip
    return Index(
        "pillars-index/1",
        NAME,
        SAYS,
        context.site_url or None,
        LICENCE,
        DISCLAIMER,
        at.file(addresses.OPENAPI),
        at.file(FEED),
        at.page(DATA),
        [Resource(name, says, count, at.file(file)) for name, says, count, file in lists],
    )
