"""A program's guide: first what a lifter needs in the gym, then why the numbers are so."""

from dataclasses import dataclass

from markupsafe import Markup

from generator.measure.progression import trial
from generator.model import Program
from generator.model.number import plain, printed
from generator.model.target import Energy, Protein
from generator.plan import Plan
from generator.render import glance
from generator.render.guide_tool import picker, tool_opener, tools
from generator.render.library_parts import anchor, made_from
from generator.render.marks import ClaimMark, PillarTag, claim_mark, claim_marks, pillar_tag
from generator.render.progression_view import progression_example
from generator.render.reading import reading
from generator.render.references import references_html
from generator.render.report_view import departures, report
from generator.render.take_along import take_along
from generator.render.technique import technique
from generator.render.templates import component
from generator.render.weeks import first_week, other_weeks, week_strip, why_these_numbers
from generator.render.why import why_section
from generator.view.context import Context
from generator.view.page import Html, Markdown, Page, Part, Section
from generator.view.prose import (
    escaped,
    html,
    inline_html,
    inline_markdown,
    markdown,
    without_markup,
)
from generator.view.route import (
    COUNTING,
    OFFLINE,
    RULES,
    Links,
    page_of,
    report_file,
)
from generator.view.weeks import originals
from generator.view.words import PROGRESSIONS, WEIGHTLESS_PROGRESSIONS, counted, date, joined

TARGETS = ("sleep-for-growth", "protein-planning", "energy-surplus")
"""The claims that judge the targets for sleep, protein and energy."""
GROWING = "overload-mode"
"""The claim that judges how the work grows."""
JUMPS = (
    ("Starting loads", "starting-loads"),
    ("The weeks", "sample-weeks"),
    ("Technique", "technique"),
    ("Progression", "progression"),
    ("Recovery and nutrition", "recovery-and-nutrition"),
    ("In numbers", "at-a-glance"),
    ("Departures", "departures"),
    ("Framework report", "report"),
    ("Questions", "questions"),
    ("Take it with you", "take-along"),
)
"""Parts of a guide that a reader jumps to, where it has them."""


@dataclass(frozen=True)
class TakeawayCard:
    """A key takeaway with its pillar and what it stands on."""

    text: Markup
    pillar: PillarTag
    marks: tuple[ClaimMark, ...]


def page(plan: Plan, context: Context) -> Page:
    """The guide of one program."""
    program = plan.program
    path = page_of("program", program.id)
    links = Links(path)
    sections = [
        _takeaways(program, context, links),
        *_audience(program, links),
        *_starting_loads(program, links),
        *_weeks(plan, links),
        Section((technique(plan, links),), "Technique", id="technique"),
        *_progression(plan, context, links),
        _care(program, context, links),
        *_at_a_glance(plan, links),
        *_departures(plan, context, links),
        _report(plan, context, links),
        *_questions(program, links),
        take_along(plan, context, links),
        *_next(program, context, links),
        *_changes(program, links),
        _foot(program, context, links),
    ]
    return Page(
        path,
        program.title,
        without_markup(program.summary),
        (_lead(plan, sections, links), *sections),
        {"hide": ["navigation"]},
    )


def _lead(plan: Plan, sections: list[Section], links: Links) -> Section:
    there = {section.id for section in sections}
    jumps = [(words, id_) for words, id_ in JUMPS if id_ in there]
    summary = Markdown(markdown(plan.program.summary, links))
    ways = component("jumps.html", jumps=jumps)
    return Section((summary, tool_opener(), glance.facts(plan, links), ways, _offline(links)))


def _offline(links: Links) -> Html:
    """What tells whether the guide opens without a network; scripts fill it."""
    return component("offline.html", about=links.url("page", OFFLINE))


def _takeaways(program: Program, context: Context, links: Links) -> Section:
    cards = [
        TakeawayCard(
            Markup(inline_html(item.text, links)),
            pillar_tag(item.pillar, context.library, links),
            claim_marks(item.claims, context.library, links),
        )
        for item in program.takeaways
    ]
    return Section((component("takeaways.html", takeaways=cards),), "Key takeaways", id="takeaways")


def _bullets(items: tuple[str, ...], links: Links) -> str:
    return "\n".join(f"- {inline_markdown(item, links)}" for item in items)


def _audience(program: Program, links: Links) -> tuple[Section, ...]:
    """Whom it is for, whom it is not for, and the parts of the leg it leaves out."""
    audience = program.audience
    parts = [
        f"<strong>{heading}</strong>\n\n{_bullets(sentences, links)}"
        for heading, sentences in (
            ("It suits you if", audience.for_),
            ("Choose something else if", audience.not_for),
        )
        if sentences
    ]
    if left := tuple(dict.fromkeys(program.out_of_scope)):
        parts.append(
            f"<strong>Left out on purpose.</strong> The {joined(left)}: train them elsewhere, or "
            "take a program that includes them."
        )
    if not parts:
        return ()
    return (Section((Markdown("\n\n".join(parts)),), "Who it is for", id="who-it-is-for"),)


def _starting_loads(program: Program, links: Links) -> tuple[Section, ...]:
    """How to find the first loads: a lifter needs it before the first week."""
    if not program.starting_loads:
        return ()
    text = Markdown(markdown(program.starting_loads, links))
    why = component("meta.html", text=why_these_numbers())
    return (Section((text, why), "Starting loads", id="starting-loads"),)


def _weeks(plan: Plan, links: Links) -> tuple[Section, ...]:
    intro = Section(
        (
            week_strip(plan),
            reading(plan, links),
            tools(plan, originals(plan)),
            picker(),
        ),
        "The weeks",
        id="sample-weeks",
    )
    why = why_section(plan.library, links)
    return (intro, first_week(plan, links), *other_weeks(plan, links), why)


def _progression(plan: Plan, context: Context, links: Links) -> tuple[Section, ...]:
    parts: list[Part] = []
    rule = plan.program.progression
    if rule:
        tried = trial(plan)
        weightless = tried is not None and tried.loading.weightless
        kinds = WEIGHTLESS_PROGRESSIONS if weightless else PROGRESSIONS
        step = f" One step is {escaped(str(rule.step))}." if rule.step else ""
        parts.append(Markdown(f"<strong>{kinds[rule.kind]}</strong>{step}"))
        parts.append(Markdown(markdown(rule.text, links)))
        mark = claim_mark(GROWING, context.library, links)
        parts.append(component("evidence.html", mark=mark))
        if rule.stall:
            sessions = counted(rule.stall.after, "session")
            cut = plain(abs(rule.stall.cut.value))
            off = f"{cut} % of the repetitions off" if weightless else f"{cut} % off"
            less = f"After {sessions} without progress: {off}."
            parts.append(Markdown(_run_in("When you are stuck.", rule.stall.text, links)))
            parts.append(component("meta.html", text=less))
    parts.append(Markdown(_run_in("If you miss a session.", _missed(plan), links)))
    section = Section(tuple(parts), "Progression", id="progression")
    return (section, *progression_example(plan, links))


def _missed(plan: Plan) -> str:
    """What to do after days away: the same advice on every guide, and no more than a convention."""
    if plan.program.weeks <= 2:
        back = "start the program again"
    else:
        back = "go back two weeks, to the lighter loads"
    if any(week.deload for week in plan.weeks):
        back = f"repeat the last deload week or {back}"
    return (
        f"Do it next and go on from there. After two weeks or more away, {back}. This is our "
        "advice and a convention, no trial set it; where the author says something else, follow "
        "the author."
    )


def _run_in(heading: str, text: str, links: Links) -> str:
    """Paragraphs whose first begins with a few words in bold."""
    return f"<strong>{escaped(heading)}</strong> {markdown(text, links)}"


def _care(program: Program, context: Context, links: Links) -> Section:
    sleep, protein, energy = (claim_mark(claim, context.library, links) for claim in TARGETS)
    targets, texts = [], []
    if program.recovery:
        targets.append(("Sleep", f"{program.recovery.sleep} a night", sleep))
        texts.append(markdown(program.recovery.text, links))
        if program.recovery.deload_when:
            texts.append(
                _run_in("When to take a lighter week.", program.recovery.deload_when, links)
            )
    else:
        texts.append("The author says nothing about recovery.")
    if program.nutrition:
        targets.append(("Protein", _protein(program.nutrition.protein), protein))
        targets.append(("Energy", _energy(program.nutrition.energy), energy))
        texts.append(markdown(program.nutrition.text, links))
    else:
        texts.append("The author says nothing about nutrition.")
    parts: list[Part] = [component("targets.html", targets=targets)] if targets else []
    parts += [Markdown(text) for text in texts]
    return Section(tuple(parts), "Recovery and nutrition", id="recovery-and-nutrition")


def _protein(protein: Protein) -> str:
    """`1.6–2.2 g/kg of body mass a day`."""
    return str(protein).replace("g/kg", "g/kg of body mass")


def _energy(energy: Energy) -> str:
    """`0–10 % above maintenance`."""
    if energy.low == energy.high == 0:
        return "maintenance"
    low, high = sorted((abs(energy.low), abs(energy.high)))
    side = "above" if energy.low >= 0 else "below"
    return f"{printed(low, high)} {energy.unit} {side} maintenance"


def _at_a_glance(plan: Plan, links: Links) -> tuple[Section, ...]:
    intro = (
        f"Counted from the weeks above. [How we count](<{links.file('page', COUNTING)}>) says what "
        "a hard set, a fractional set and volume load are. What is allowed stands in the "
        "[framework report](#report): weekly sets under mechanical tension, volume from week to "
        "week under mechanical overload."
    )
    return (
        Section((Markdown(intro),), "The program in numbers", id="at-a-glance"),
        Section(
            (
                glance.muscle_map(plan),
                *glance.muscles(plan),
                _counting("Direct and fractional sets", links),
            ),
            "Hard sets per muscle",
            3,
            "sets-per-muscle",
        ),
        Section(
            (*glance.weeks(plan), _counting("Volume load", links)),
            "Volume and load over the weeks",
            3,
            "volume-and-load",
        ),
        Section(
            (*glance.pillars(plan), _counting("Tension set", links)),
            "Pillars by session",
            3,
            "pillars-by-session",
        ),
    )


def _counting(term: str, links: Links) -> Html:
    """The way to the counting rule of a table, and from there to the evidence on it."""
    link = anchor(links.url("counting", term), f"How we count: {term.lower()}")
    return component("meta.html", text=link)


def _departures(plan: Plan, context: Context, links: Links) -> tuple[Section, ...]:
    found = departures(plan, context, links)
    if not found:
        return ()
    body = component("departures.html", departures=found)
    return (Section((body,), "Where it departs from the framework", id="departures"),)


def _report(plan: Plan, context: Context, links: Links) -> Section:
    intro = (
        "Every program here is checked against "
        f"[the same rules](<{links.file('page', RULES)}>). Each row "
        "leads with what is asked; passed means that the program does it. A framework rule is "
        "applied as the framework states it, whatever the evidence says of it, so read the "
        "verdicts beside it too. Scripts can read "
        f"[this report as JSON](<{links.beside(report_file(plan.program.id))}>)."
    )
    return Section(
        (Markdown(intro), *report(plan, context, links)), "Framework report", id="report"
    )


def _questions(program: Program, links: Links) -> tuple[Section, ...]:
    if not program.faq:
        return ()
    first = Section((), "Questions", id="questions")
    return (
        first,
        *(
            Section((Markdown(markdown(item.a, links)),), escaped(item.q), 3, f"question-{number}")
            for number, item in enumerate(program.faq, start=1)
        ),
    )


def _next(program: Program, context: Context, links: Links) -> tuple[Section, ...]:
    published = {plan.program.id: plan.program for plan in context.plans}
    lines = [
        f"- [{escaped(published[id_].title)}](<{links.file('program', id_)}>): "
        f"{inline_markdown(published[id_].summary, links)}"
        for id_ in program.next
        if id_ in published
    ]
    return (Section((Markdown("\n".join(lines)),), "Where next", id="next"),) if lines else ()


def _changes(program: Program, links: Links) -> tuple[Section, ...]:
    """What is new, for someone who comes back to the program."""
    if not program.changes:
        return ()
    changes = [
        (item.date.isoformat(), date(item.date), Markup(html(item.text, links)))
        for item in program.changes
    ]
    return (Section((component("changes.html", changes=changes),), "Changes", id="changes"),)


def _cited(program: Program) -> tuple[str, ...]:
    """The claims the guide's own words lean on; a rule's claims stand on its page."""
    claims = [claim for item in program.takeaways for claim in item.claims]
    claims += [GROWING] if program.progression else []
    claims += [claim for item in program.deviations for claim in item.claims]
    claims += TARGETS[:1] if program.recovery else ()
    claims += TARGETS[1:] if program.nutrition else ()
    return tuple(dict.fromkeys(claims))


def _foot(program: Program, context: Context, links: Links) -> Section:
    """What the guide rests on, and the file it is made from."""
    rests = _references(program, context, links)
    parts: list[Part] = [*rests]
    if program.origin and program.origin.differs:
        heading = f"What differs from {program.origin.name.rstrip('.')}."
        parts.append(Markdown(_run_in(heading, program.origin.differs, links)))
    parts.append(made_from(f"programs/{program.id}.yml", context))
    if rests:
        return Section(tuple(parts), "References and source", id="references")
    return Section(tuple(parts), "Source", id="source")


def _references(program: Program, context: Context, links: Links) -> tuple[Part, ...]:
    cited = _cited(program)
    if not any(context.library.claims[claim].sources for claim in cited):
        return ()
    said = ["the takeaways"]
    said += ["the progression"] if program.progression else []
    said += ["the targets"] if program.recovery or program.nutrition else []
    said += ["the departures"] if program.deviations else []
    intro = f"What {joined(said)} rest on. The sources of a rule stand on its page."
    return (Markdown(intro), references_html(cited, context.library, links))
