"""What the search of the site knows: an entry for each page, and for parts that answer a question.

Pages give their title, description and address, so that none can be forgotten; the data behind
them adds the words that readers type. Words of the search are matched in the reader's browser.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import partial
from textwrap import shorten

from markdown.extensions.toc import slugify

from generator.model import Claim, Exercise, Publication
from generator.model.kits import NO_WEIGHTS
from generator.plan import Plan
from generator.rule import Rule
from generator.view import words
from generator.view.context import Context
from generator.view.glossary import meaning
from generator.view.page import Page
from generator.view.prose import without_markup
from generator.view.route import COMPARE, GLOSSARY, address_of, page_of
from generator.view.weeks import days_a_week, longest_session

LIMITS = (20, 30, 40, 45, 50, 60, 75, 90)
"""Minutes that people say they have."""
SHOWN = 240
"""Characters of a text that a result shows."""
PLACES = 8
"""Programs that an exercise's sets are listed from."""


@dataclass(frozen=True)
class Entry:
    """Something that can be found."""

    kind: str
    """One of `generator.model.search_words.GROUPS`."""
    address: str
    """From the site's root, such as `programs/x/#question-2`."""
    title: str
    facts: str = ""
    """A few facts for the line under the title."""
    says: str = ""
    """What a result shows of it."""
    names: tuple[str, ...] = ()
    """Other names, and words that stand for the whole of it; not shown."""
    words: tuple[str, ...] = ()
    """Whatever else a reader may remember of it; not shown."""
    of: str = ""
    """Title of the page this is a part of."""
    uses: int = 0
    """How many programs use it: what is used more stands before its like."""


Details = Callable[[Entry], Iterator[Entry]]
"""From what a page tells to all that can be found on it, the page first."""


def entries(context: Context, pages: tuple[Page, ...]) -> Iterator[Entry]:
    """Everything that can be found, in the order of the pages, parts after their page."""
    details = _details(context)
    for page in pages:
        if page.front_matter.get("search"):  # says that it is to be left out
            continue
        found = Entry(
            kind_of(page.path),
            address_of(page.path),
            page.title,
            says=_short(page.description),
            words=_plain(section.heading for section in page.sections),
        )
        yield from details[page.path](found) if page.path in details else (found,)


def kind_of(path: str) -> str:
    """The group a page's results stand in, by its file."""
    if path.endswith("/index.md") or path == COMPARE:
        return "page"
    return next((kind for folder, kind in _FOLDERS.items() if path.startswith(folder)), "page")


_FOLDERS = {
    "programs/": "program",
    "exercises/": "exercise",
    "evidence/claims/": "claim",
    "evidence/sources/": "source",
    "framework/rules/": "rule",
}


def _details(context: Context) -> Mapping[str, Details]:
    """What the data knows beyond a page, by the page's file."""
    library = context.library
    return {
        **{page_of("program", p.program.id): partial(_program, p) for p in context.plans},
        **{page_of("print", p.program.id): partial(_print, p) for p in context.plans},
        **{
            page_of("exercise", id_): partial(_exercise, item, context)
            for id_, item in library.exercises.items()
        },
        **{page_of("claim", id_): partial(_claim, item) for id_, item in library.claims.items()},
        **{page_of("source", id_): partial(_source, s) for id_, s in library.sources.items()},
        **{page_of("rule", rule.code): partial(_rule, rule, context) for rule in context.rules},
        **{path: partial(_written, text) for path, text in context.written.items()},
        GLOSSARY: partial(_glossary, context),
    }


def _program(plan: Plan, entry: Entry) -> Iterator[Entry]:
    """A guide, and each question it answers."""
    program = plan.program
    longest = longest_session(plan)
    yield replace(
        entry,
        facts=_facts(
            words.LEVELS[program.level],
            words.GOALS[program.goal],
            days_a_week(plan),
            words.counted(program.weeks, "week"),
            f"{longest} minutes",
            ", ".join(words.EQUIPMENT[item] for item in program.equipment),
        ),
        names=("at home, no gym",) if NO_WEIGHTS.has(program.equipment) else (),
        words=(
            *(f"{minutes} minutes" for minutes in LIMITS if minutes >= longest),
            *(item.name for item in plan.exercises),
            *dict.fromkeys(session.name for week in plan.weeks for session in week.sessions),
            *_plain(item.text for item in program.takeaways),
            "program, plan, routine, sets and reps",
        ),
    )
    for number, item in enumerate(program.faq, start=1):
        question, answer = _plain((item.q, item.a))
        at = f"{entry.address}#question-{number}"
        yield Entry("program", at, question, says=_short(answer), of=program.title)


def _print(plan: Plan, entry: Entry) -> Iterator[Entry]:
    """A guide on paper is a part of the guide."""
    yield replace(entry, of=plan.program.title, words=("print, paper, log sheet, PDF",))


def _exercise(item: Exercise, context: Context, entry: Entry) -> Iterator[Entry]:
    """An exercise; how deep it goes, what can stand in for it, and its sets in programs."""
    muscles = context.library.framework.muscles
    plans = context.programs_with(item.id)
    prime = words.joined(muscles[id_] for id_ in item.muscles if id_ in item.prime)
    also = (muscles[id_] for id_ in item.muscles if id_ not in item.prime)
    yield replace(
        entry,
        facts=_facts(words.capital(prime), words.equipment_words(item)),
        says=_short(" ".join(_plain(item.cues))),
        names=item.aliases,
        words=(
            *also,
            words.PATTERNS[item.pattern],
            item.kind,
            words.LATERALITIES[item.laterality],
            words.LENGTHS[item.length_emphasis],
            item.skill,
            *_plain((*item.setup, *(fault.fault for fault in item.faults), item.safety)),
        ),
        uses=len(plans),
    )
    part = partial(Entry, "exercise", names=item.aliases, of=item.name, uses=len(plans))
    if item.range_of_motion:
        yield part(
            f"{entry.address}#range-of-motion",
            f"How deep: {item.name}",
            says=_short(without_markup(item.range_of_motion)),
            words=("range of motion",),
        )
    if item.substitutes:
        yield part(
            f"{entry.address}#swaps",
            f"Alternatives: {item.name}",
            says=words.joined(context.library.exercises[id_].name for id_ in item.substitutes),
            words=("swaps, substitutes, replacements, instead of",),
        )
    if plans:
        yield part(
            f"{entry.address}#programs",
            f"Sets and reps: {item.name}",
            says="; ".join(
                f"{_amounts(item, plan)} in {plan.program.title}" for plan in plans[:PLACES]
            ),
            words=("sets, reps, repetitions, programs",),
        )


def _amounts(item: Exercise, plan: Plan) -> str:
    """`3 × 6–8 and 2 × 12`: how often a program does an exercise in its first weeks."""
    found = (words.amount(e) for e in plan.prescriptions if e.exercise.id == item.id)
    return words.joined(list(dict.fromkeys(found))[:2])


def _claim(claim: Claim, entry: Entry) -> Iterator[Entry]:
    yield replace(
        entry,
        facts=_facts(words.VERDICTS[claim.verdict], words.CERTAINTIES[claim.certainty]),
        says=f"Claim: {_short(without_markup(claim.statement))}",
        words=_plain((claim.text, claim.certainty_reason)),
    )


def _source(source: Publication, entry: Entry) -> Iterator[Entry]:
    year = str(source.year) if source.year else ""
    yield replace(
        entry,
        facts=_facts(words.capital(words.SOURCE_TYPES[source.type]), year),
        words=(" ".join(name.split()[0] for name in source.authors), year),
    )


def _rule(rule: Rule, context: Context, entry: Entry) -> Iterator[Entry]:
    allowed = rule.allowed_in(context.library.framework).removesuffix(".")
    yield replace(
        entry,
        title=rule.title,
        facts=_facts(rule.code, words.capital(words.RULE_KINDS[rule.kind])),
        says=f"Asked for: {allowed}.",
        names=(rule.code, rule.name),
        words=_plain(rule.sections[name] for name in _TOLD if name in rule.sections),
    )


_TOLD = ("What it checks", "Why it matters")
"""Sections of a rule's page that a reader may remember; the others are for authors."""


def _glossary(context: Context, entry: Entry) -> Iterator[Entry]:
    """The glossary, and each of its words."""
    yield entry
    for word in context.library.glossary.words:
        yield Entry(
            "page",
            address_of(page_of("word", word.term)),
            word.term,
            says=_short(without_markup(meaning(word, context.library))),
            names=word.names,
            of=entry.title,
        )


def _written(text: str, entry: Entry) -> Iterator[Entry]:
    """A page written by hand, and each of its headings."""
    yield replace(entry, words=())
    outside = re.sub(r"^(`{3,}).*?^\1$", "", text, flags=re.MULTILINE | re.DOTALL)
    for found in re.finditer(r"^##+ (.+?)(?: *\{ *#([\w-]+) *\})?$", outside, re.MULTILINE):
        heading = without_markup(found[1])
        anchor = found[2] or slugify(heading, "-")
        yield Entry("page", f"{entry.address}#{anchor}", heading, of=entry.title)


def _plain(texts: Iterable[str]) -> tuple[str, ...]:
    return tuple(without_markup(text) for text in texts if text)


def _facts(*facts: str) -> str:
    return " · ".join(fact for fact in facts if fact)


def _short(text: str) -> str:
    """The beginning of a text, cut after a word."""
    return shorten(text, SHOWN, placeholder=" …")
