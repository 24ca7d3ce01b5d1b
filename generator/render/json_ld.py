"""What a page is about in the words of schema.org, for search engines.

It repeats what the page says and adds nothing. Addresses are relative to the page where the build
does not know that of the site.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from typing import Any

from generator.export.api.addresses import INDEX, OPENAPI
from generator.export.api.documents import LICENCE
from generator.imprint import NAME, SAYS
from generator.measure.duration import session_minutes
from generator.model import Program
from generator.model.number import plain
from generator.model.text import place
from generator.plan import Plan, PlannedSet
from generator.render.library_parts import Trail
from generator.view.context import Context
from generator.view.glossary import meaning
from generator.view.inert import inert
from generator.view.page import Html, Page, Section
from generator.view.prose import without_markup
from generator.view.route import (
    DATA,
    GLOSSARY,
    HOME,
    PROGRAMS,
    Links,
    address_of,
    page_of,
    program_file,
    sets_file,
)
from generator.view.weeks import days_a_week
from generator.view.words import LEVELS, span

Node = Mapping[str, Any]
Address = Callable[[str], str]
"""From a file below `build/docs`, with `#anchor` or not, to its address."""


def with_json_ld(page: Page, context: Context) -> Page:
    """The page with a description of itself at its end."""
    nodes = [*_nodes(page, context, _addresses(page, context))]
    graph = {"@context": "https://schema.org", "@graph": nodes}
    part = Html(f'<script type="application/ld+json">{inert(graph)}</script>')
    return replace(page, sections=(*page.sections, Section((part,))))


def _addresses(page: Page, context: Context) -> Address:
    links = Links(page.path)

    def address(file: str) -> str:
        if context.site_url:
            return context.site_url + address_of(file)
        return (
            links.url("page", file) if file.partition("#")[0].endswith(".md") else links.asset(file)
        )

    return address


def _nodes(page: Page, context: Context, address: Address) -> Iterator[Node]:
    steps = _steps(page)
    if steps:
        yield _breadcrumbs((*steps, (page.title, page.path)), address)
    plan = next((p for p in context.plans if page_of("program", p.program.id) == page.path), None)
    if plan:
        yield _exercise_plan(plan, page, address)
        if plan.program.faq:
            yield _questions(plan.program)
    elif page.path == HOME:
        yield _work(page, address, "WebSite") | {"name": NAME, "description": SAYS}
    elif page.path == GLOSSARY:
        yield _words(page, context, address)
    elif page.path == DATA:
        yield _dataset(page, address)
    elif page.path.endswith("index.md"):
        yield _work(page, address, "CollectionPage")
    else:
        yield _work(page, address, "Article") | {"headline": page.title}


def _steps(page: Page) -> tuple[tuple[str, str], ...]:
    """The pages above a page: what its trail says, after the first page of the site."""
    if page.path == HOME:
        return ()
    parts = (part for section in page.sections for part in section.body)
    trail = next((part.steps for part in parts if isinstance(part, Trail)), ())
    if not trail and page.path.startswith("programs/") and page.path != PROGRAMS:
        trail = (("Programs", PROGRAMS),)
    return (("Home", HOME), *trail)


def _breadcrumbs(steps: tuple[tuple[str, str], ...], address: Address) -> Node:
    return {
        "@type": "BreadcrumbList",
        "itemListElement": [
            {"@type": "ListItem", "position": number, "name": words, "item": address(file)}
            for number, (words, file) in enumerate(steps, start=1)
        ],
    }


def _work(page: Page, address: Address, type_: str) -> dict[str, Any]:
    """What every page says of itself."""
    return {
        "@type": type_,
        "name": page.title,
        "description": page.description,
        "url": address(page.path),
        "inLanguage": "en",
        "isAccessibleForFree": True,
        "license": LICENCE.url,
        "publisher": {"@type": "Organization", "name": f"{NAME} contributors"},
    }


def _exercise_plan(plan: Plan, page: Page, address: Address) -> Node:
    program = plan.program
    sets = [set_ for week in plan.weeks for set_ in week.sets]
    found = _work(page, address, "ExercisePlan")
    found |= {
        "author": [
            {"@type": "Person", "name": item.name} | ({"url": item.url} if item.url else {})
            for item in program.authors
        ],
        "category": "Leg training",
        "exerciseType": "Strength training",
        "educationalLevel": LEVELS[program.level],
        "activityDuration": _quantity(
            [
                session_minutes(session, plan.framework)
                for week in plan.loading_weeks or plan.weeks
                for session in week.sessions
            ],
            "minutes a session",
        ),
        "activityFrequency": f"{days_a_week(plan)} for {plan.program.weeks} weeks",
        "repetitions": _repetitions(sets),
        "intensity": _intensity(sets),
        "restPeriods": _rests(sets),
        "workload": _quantity([len(week.sets) for week in plan.weeks], "sets a week"),
        "encoding": [
            {
                "@type": "MediaObject",
                "encodingFormat": kind,
                "contentUrl": address(file),
            }
            for kind, file in (
                ("application/json", program_file(program.id)),
                ("text/csv", sets_file(program.id)),
            )
        ],
    }
    if program.changes:
        found |= {
            "datePublished": program.changes[-1].date.isoformat(),
            "dateModified": program.changes[0].date.isoformat(),
        }
    return {key: value for key, value in found.items() if value}


def _quantity(numbers: list[int], unit: str) -> Node | None:
    """From the least to the most."""
    if not numbers:
        return None
    return {
        "@type": "QuantitativeValue",
        "minValue": min(numbers),
        "maxValue": max(numbers),
        "unitText": unit,
    }


def _repetitions(sets: list[PlannedSet]) -> Node | None:
    """Of one set; holds count in seconds and are left out."""
    counted = [set_.reps for set_ in sets if set_.reps.unit == "reps"]
    ends = [int(end) for reps in counted for end in (reps.low, reps.high)]
    return _quantity(ends, "repetitions a set")


def _intensity(sets: list[PlannedSet]) -> str:
    loads = [s.intensity.percent for s in sets if s.intensity and not s.intensity.estimated]
    effort = [end for s in sets if s.rir for end in (s.rir.low, s.rir.high)]
    said = [f"{span(loads)} % of the 1RM"] if loads else []
    said += [f"{span(effort)} repetitions in reserve"] if effort else []
    return ", ".join(said)


def _rests(sets: list[PlannedSet]) -> str:
    rests = [end for s in sets if s.rest for end in (s.rest.low, s.rest.high)]
    if not rests:
        return ""
    low, high = plain(min(rests)), plain(max(rests))
    return f"{low} s" if low == high else f"{low} to {high} s"


def _questions(program: Program) -> Node:
    return {
        "@type": "FAQPage",
        "mainEntity": [
            {
                "@type": "Question",
                "name": item.q,
                "acceptedAnswer": {"@type": "Answer", "text": without_markup(item.a)},
            }
            for item in program.faq
        ],
    }


def _words(page: Page, context: Context, address: Address) -> Node:
    library = context.library
    return _work(page, address, "DefinedTermSet") | {
        "hasDefinedTerm": [
            {
                "@type": "DefinedTerm",
                "name": word.term,
                "description": without_markup(meaning(word, library)),
                "url": address(f"{GLOSSARY}#{place(word.term)}"),
            }
            for word in library.glossary.words
        ]
    }


def _dataset(page: Page, address: Address) -> Node:
    return _work(page, address, "Dataset") | {
        "name": f"{NAME}: programs, exercises, rules and evidence",
        "creator": {"@type": "Organization", "name": f"{NAME} contributors"},
        "distribution": [
            {
                "@type": "DataDownload",
                "encodingFormat": "application/json",
                "contentUrl": address(file),
            }
            for file in (INDEX, OPENAPI)
        ],
    }
