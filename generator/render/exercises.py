"""The exercise library: an index by movement, and a page for each exercise."""

from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction

from generator.load.library import links_in
from generator.model import Exercise
from generator.model.number import plain, rounded
from generator.model.vocabulary import PATTERNS
from generator.render.library_parts import (
    Block,
    Fact,
    Row,
    anchor,
    blocks,
    body,
    facts,
    filled,
    inline,
    listed,
    made_from,
    program_link,
    prose,
    references,
    section,
    source_blocks,
    trail,
)
from generator.render.muscle_map import exercise_map
from generator.render.templates import component
from generator.view import words
from generator.view.context import Context
from generator.view.page import Html, Markdown, Page, Section
from generator.view.route import COUNTING, EXERCISES, Links, page_of


@dataclass(frozen=True)
class Credit:
    """How much of a set a muscle is credited with."""

    name: str
    kind: str
    credit: str
    width: str
    """Of the bar, in percent."""


@dataclass(frozen=True)
class Card:
    """An exercise in the index."""

    name: str
    href: str
    muscles: str
    equipment: str
    level: str


def exercise_pages(context: Context) -> tuple[Page, ...]:
    """The index and every exercise."""
    items = context.library.exercises.values()
    return (exercise_index(context), *(exercise_page(item, context) for item in items))


def exercise_index(context: Context) -> Page:
    """All exercises, grouped by movement."""
    links = Links(EXERCISES)
    items = context.library.exercises.values()
    groups = {name: [item for item in items if item.pattern == name] for name in PATTERNS}
    intro = (
        f"{words.counted(len(items), 'exercise')} for the legs, grouped by movement. Each page "
        "has set-up, cues, common faults with their fixes, the range every repetition has to "
        "reach, swaps, and the studies behind it. How a set is credited to muscles stands under "
        f"[how we count]({links.file('page', COUNTING)})."
    )
    return Page(
        EXERCISES,
        "Exercises",
        "Leg exercises by movement: set-up, cues, faults, range of motion, swaps, evidence.",
        (
            Section((Markdown(intro),)),
            *(
                section(words.PATTERNS[name], name, _cards(group, context, links))
                for name, group in groups.items()
                if group
            ),
        ),
    )


def _cards(items: Iterable[Exercise], context: Context, links: Links) -> Html:
    cards = [
        Card(
            item.name,
            links.url("exercise", item.id),
            words.capital(words.joined(_names(item, item.prime, context))),
            words.capital(words.equipment_words(item)),
            words.LEVELS[item.skill],
        )
        for item in sorted(items, key=lambda item: item.name.casefold())
    ]
    return component("library/exercise_cards.html", items=cards)


def exercise_page(item: Exercise, context: Context) -> Page:
    """Everything about one exercise."""
    links = Links(page_of("exercise", item.id))
    muscles = words.joined(_names(item, item.prime, context))
    return Page(
        links.page,
        item.name,
        f"{item.name}: set-up, cues, faults and fixes, range of motion, swaps and evidence. "
        f"Trains {muscles}.",
        (
            Section(
                (
                    trail(
                        links,
                        ("Exercises", EXERCISES),
                        (words.PATTERNS[item.pattern], f"{EXERCISES}#{item.pattern}"),
                    ),
                    facts(_facts(item)),
                )
            ),
            *filled(
                section(
                    "Muscles",
                    "muscles",
                    exercise_map(item, context.library.framework.muscles),
                    _muscles(item, context),
                    _credit_note(item, links),
                ),
                section("Set-up", "set-up", *listed(item.setup, links, numbered=True)),
                section("Cues", "cues", *listed(item.cues, links)),
                section("Faults and fixes", "faults", *_faults(item, links)),
                section("Range of motion", "range-of-motion", *body(item.range_of_motion, links)),
                section("Safety", "safety", *body(item.safety, links)),
                section("Swaps", "swaps", *_swaps(item, context, links)),
                section("Evidence", "evidence", *_evidence(item, context, links)),
                section("Programs that use it", "programs", *_programs(item, context, links)),
                *_references(item, context, links),
            ),
            Section((made_from(f"content/exercises/{item.id}.yml", context),)),
        ),
    )


def _names(item: Exercise, wanted: Iterable[str], context: Context) -> list[str]:
    """The names of some of its muscles, in the order of the file."""
    found = frozenset(wanted)
    return [context.library.framework.muscles[id_] for id_ in item.muscles if id_ in found]


def _facts(item: Exercise) -> Iterable[Fact]:
    yield Fact("Equipment", words.capital(words.equipment_words(item)))
    yield Fact("Kind", words.capital(words.EXERCISE_KINDS[item.kind]))
    yield Fact("Moves", words.capital(words.PLANES[item.plane]))
    yield Fact("Legs", words.capital(words.LATERALITIES[item.laterality]))
    yield Fact("Hardest", words.capital(words.LENGTHS[item.length_emphasis]))
    yield Fact("Skill", words.LEVELS[item.skill])
    yield Fact("Fatigue", words.capital(item.fatigue_cost))
    yield Fact("Load on the spine", words.capital(item.axial_load))
    yield Fact("Also called", ", ".join(item.aliases))


def _muscles(item: Exercise, context: Context) -> Html:
    found = [
        Credit(
            words.capital(context.library.framework.muscles[muscle]),
            "direct" if share >= 1 else "indirect",
            plain(share),
            str(rounded(100 * min(share, Fraction(1)))),
        )
        for muscle, share in sorted(item.muscles.items(), key=lambda pair: -pair[1])
    ]
    return component("library/muscles.html", items=found)


def _credit_note(item: Exercise, links: Links) -> Markdown:
    counting = links.file("page", COUNTING)
    about = f"A hard set counts as this many sets for each muscle; see [how we count]({counting})."
    if item.jump:
        about += " A jump counts by half: it trains power more than size."
    return Markdown(about)


def _faults(item: Exercise, links: Links) -> tuple[Html, ...]:
    return blocks(
        Block(
            title=inline(fault.fault, links),
            rows=(Row("Why", prose(fault.why, links)), Row("Fix", prose(fault.fix, links))),
        )
        for fault in item.faults
    )


_RELATED = (
    "They train some of the same muscles in another way. Sets per muscle change, so a program "
    "may not offer these as a swap."
)


def _swaps(item: Exercise, context: Context, links: Links) -> Iterable[Html]:
    found = [context.library.exercises[id_] for id_ in item.substitutes]
    like = [other for other in found if other.can_replace(item)]
    related = [other for other in found if not other.can_replace(item)]
    rows = [
        Block(
            title=title,
            text=text,
            rows=tuple(
                Row(
                    anchor(links.url("exercise", other.id), other.name),
                    _difference(other, item, context),
                )
                for other in group
            ),
        )
        for title, text, group in (
            ("Swap", "Same movement, same main muscle. A program may offer these.", like),
            ("Related", _RELATED, related),
        )
        if group
    ]
    return blocks(rows)


def _difference(other: Exercise, item: Exercise, context: Context) -> str:
    """What another exercise's sets count for beside this one's."""
    more = _names(other, other.muscles.keys() - item.muscles.keys(), context)
    less = _names(item, item.muscles.keys() - other.muscles.keys(), context)
    said = [
        *([f"adds {words.joined(more)}"] if more else []),
        *([f"leaves out {words.joined(less)}"] if less else []),
    ]
    return words.sentence(", ".join(said)) if said else "Counts for the same muscles."


def _evidence(item: Exercise, context: Context, links: Links) -> Iterable[Html | Markdown]:
    if item.evidence_note:
        yield from body(item.evidence_note, links)
    elif not item.evidence:
        yield Markdown("No study in our library is about this exercise.")
    yield from source_blocks(item.evidence, context, links)


def _references(item: Exercise, context: Context, links: Links) -> tuple[Section, ...]:
    """What the text names; without a claim in it, the list under Evidence is all."""
    if not any(kind == "claim" for kind, _ in links_in(item)):
        return ()
    return references(item, context, links, sources=item.evidence)


def _programs(item: Exercise, context: Context, links: Links) -> Iterable[Html | Markdown]:
    plans = context.programs_with(item.id)
    if not plans:
        yield Markdown("No published program uses it yet.")
    yield from blocks(
        Block(program_link(plan, links), text=inline(plan.program.summary, links)) for plan in plans
    )
