"""What there is to know about a name: a rule, message, field, word, threshold, claim, exercise.

Rules and messages are explained by their page, fields by what the site prints of them, so a
terminal and the site never say different things.
"""

import re
from collections.abc import Iterator
from dataclasses import Field, dataclass
from textwrap import fill
from typing import Any

from generator.form import FORM_RULES
from generator.form_pages import FORM_PAGES
from generator.load.suggest import did_you_mean
from generator.model import Exercise, Library
from generator.model.fields import Part, Shape, how, key, needed, parts, shapes
from generator.model.number import plain
from generator.model.program import Group, Prescription
from generator.model.sentences import sentences
from generator.model.wording import capital, counted, joined, sentence
from generator.rule import all_rules, find_rule
from generator.view.glossary import meaning
from generator.view.prose import without_markup
from generator.view.words import EQUIPMENT

WIDTH = 80


@dataclass(frozen=True)
class Explanation:
    """A heading and what stands below it."""

    heading: str
    body: str


def explanations(wanted: str, library: Library) -> tuple[Explanation, ...]:
    """All that goes by a name: rules, messages, fields, words, numbers, claims, then exercises."""
    name = wanted.strip()
    return (
        *_rule(name, library),
        *_message(name),
        *_fields(name),
        *_word(name, library),
        *_threshold(name, library),
        *_claim(name, library),
        *_exercise(name, library),
    )


def nearest_name(wanted: str, library: Library) -> str:
    """A hint at what was meant, among everything that can be explained."""
    rules = all_rules()
    names = [
        *(rule.code for rule in rules),
        *FORM_RULES,
        *dict.fromkeys(path[-1] for path in _paths()),
        *(rule.name for rule in rules),
        *(form.name for form in FORM_RULES.values()),
        *library.framework.thresholds,
        *library.claims,
        *library.exercises,
        *(word.term for word in library.glossary.words),
    ]
    last = re.split(r"[.>]+", wanted.strip())[-1].strip()
    return did_you_mean(last or wanted, names, "`pillars rules` lists the rules.")


def _rule(name: str, library: Library) -> Iterator[Explanation]:
    rule = find_rule(name)
    if rule:
        allowed = rule.allowed_in(library.framework)
        yield Explanation(
            f"{rule.code} {rule.name}",
            f"{rule.kind} rule, {rule.severity}. Allowed: {allowed}.\n\n{rule.page}",
        )


def _message(name: str) -> Iterator[Explanation]:
    for form in FORM_RULES.values():
        if name.casefold() in (form.code.casefold(), form.name):
            yield Explanation(f"{form.code} {form.name}", FORM_PAGES[form.code].text)


def _paths() -> Iterator[tuple[str, ...]]:
    """Where every field may stand: `blocks`, `sessions`, `day`."""
    for part in parts():
        above = tuple(part.path.split(" > ")) if part.path else ()
        for field, _ in shapes(part.type):
            yield (*above, key(field))


def _fields(name: str) -> Iterator[Explanation]:
    """The fields by a name, or by the end of a path such as `blocks.sessions.day`."""
    wanted = tuple(
        word
        for word in re.split(r"[.>\s]+|\[\d*\]", name.casefold())
        if word and not word.isdigit()
    )
    # members of a group are written like any other exercise
    wanted = (*(word for word in wanted[:-1] if word not in ("superset", "circuit")), *wanted[-1:])
    if not wanted:
        return
    # what a lift asks for comes before what a block or group says under the same name
    for part in sorted(parts(), key=lambda part: part.type is not Prescription):
        above = tuple(part.path.split(" > ")) if part.path else ()
        for field, shape in shapes(part.type):
            path = (*above, key(field))
            if path[-len(wanted) :] == wanted:
                yield _field(part, path, field, shape)


def _field(part: Part, path: tuple[str, ...], field: Field[Any], shape: Shape) -> Explanation:
    lines = [f"It stands {_above(part)}. {needed(field)}."]
    lines += sentences(part.type)[field.name].split("\n\n")
    for type_ in shape.maps:
        inner = joined(f"`{key(inside)}`" for inside, _ in shapes(type_))
        holds = "A list; each entry holds" if shape.many else "It holds"
        lines.append(f"{holds} (a {type_.__name__.lower()}): {inner}.")
    spelling = shape.spelling
    if spelling and spelling.choices:
        lines.append(f"{'Any of' if shape.many else 'One of'}: {', '.join(spelling.choices)}.")
    elif spelling:
        lines.append(how(spelling, shape.many))
    body = [fill(line, WIDTH, break_on_hyphens=False) for line in lines]
    if spelling and spelling.examples and not spelling.choices:
        start = f"  {key(field)}:\n    -" if shape.many else f"  {key(field)}:"
        body.append("\n".join(f"{start} {value}" for value in spelling.examples))
    if rules := _rules_about(key(field)):
        body.append(fill(f"Rules that speak of it: {', '.join(rules)}.", WIDTH))
    whose = "field of a superset or circuit" if part.type is Group else "field"
    return Explanation(f"{' > '.join(path)} ({whose})", "\n\n".join(body))


def _above(part: Part) -> str:
    if not part.path:
        return "at the left edge of the file"
    place = f"under `{part.path}`"
    return f"{place}, also inside a superset or circuit" if part.type is Prescription else place


def _rules_about(field: str) -> tuple[str, ...]:
    """The rules whose pages name a field, examples left out."""
    named = re.compile(rf"`(?:\w+\.)?{re.escape(field)}(?::[^`]*)?`")
    return tuple(
        rule.code
        for rule in all_rules()
        if named.search(re.sub(r"```.*?```", "", rule.page, flags=re.DOTALL))
    )


def _word(name: str, library: Library) -> Iterator[Explanation]:
    """A word of the glossary, unless it is a field and explained as one."""
    wanted = {_spoken(name), _spoken(name).removesuffix("s")}
    for word in library.glossary.words:
        if not word.model and wanted & {_spoken(one) for one in (word.term, *word.names)}:
            lines = [_wrapped(meaning(word, library))]
            if word.claims:
                lines.append(_wrapped(f"Claims about it: {', '.join(word.claims)}."))
            yield Explanation(f"{word.term} (word)", "\n\n".join(lines))


def _threshold(name: str, library: Library) -> Iterator[Explanation]:
    found = library.framework.thresholds.get(name.casefold())
    if found is None:
        return
    owner = {
        "framework": "The framework set it",
        "evidence": "The evidence leads to it",
        "convention": "A convention; no trial set it",
    }[found.basis]
    lines = [
        f"{plain(found.value, 3)} {found.unit}",
        _wrapped(found.says),
        _wrapped(f"{owner}."),
    ]
    if found.claims:
        lines.append(_wrapped(f"Claims that judge it: {', '.join(found.claims)}."))
    rules = [rule.code for rule in all_rules() if name.casefold() in rule.thresholds]
    if rules:
        lines.append(_wrapped(f"Rules that use it: {', '.join(rules)}."))
    yield Explanation(f"{name.casefold()} (threshold)", "\n\n".join(lines))


def _claim(name: str, library: Library) -> Iterator[Explanation]:
    claim = library.claims.get(name.casefold())
    if claim is None:
        return
    verdict = f"{claim.verdict} ({claim.certainty} certainty)".replace("-", " ")
    lines = [
        _wrapped(f"“{sentence(without_markup(claim.statement))}”"),
        _wrapped(f"{capital(verdict)}. {claim.certainty_reason}"),
        _wrapped(claim.text),
        _wrapped(f"What would change the verdict: {claim.would_change}"),
        _wrapped(f"{counted(len(claim.sources), 'source')}, last looked at {claim.checked}."),
    ]
    rules = [rule.code for rule in all_rules() if claim.id in rule.claims]
    if rules:
        lines.append(_wrapped(f"Rules that stand on it: {', '.join(rules)}."))
    yield Explanation(f"{claim.id} (claim): {claim.title}", "\n\n".join(lines))


def _exercise(name: str, library: Library) -> Iterator[Explanation]:
    """An exercise by its id, or by any name people use for it."""
    for exercise in library.exercises.values():
        called = (exercise.id, exercise.name, *exercise.aliases)
        if _spoken(name) in {_spoken(one) for one in called}:
            lines = [
                _wrapped(f"Trains {muscles(exercise, library)}."),
                _wrapped(f"Needs {needs(exercise)}."),
                "\n".join(_wrapped(f"- {cue}") for cue in exercise.cues),
                _wrapped(f"More in content/exercises/{exercise.id}.yml."),
            ]
            heading = f"{exercise.id} (exercise): {exercise.name}"
            yield Explanation(heading, "\n\n".join(line for line in lines if line))


def _spoken(name: str) -> str:
    return " ".join(re.split(r"[-\s]+", name.casefold()))


def muscles(exercise: Exercise, library: Library) -> str:
    """What a set counts for: muscles in full first, the others with their share."""
    named = library.framework.muscles
    shares = sorted(exercise.muscles.items(), key=lambda item: -item[1])
    return joined(
        [
            (named[muscle] if share >= 1 else f"{named[muscle]} ({float(share):g})").lower()
            for muscle, share in shares
        ]
    )


def needs(exercise: Exercise) -> str:
    """The ways to equip it, in words."""
    ways = [joined([EQUIPMENT[thing] for thing in way]) for way in exercise.equipment]
    return "; or ".join(ways)


def _wrapped(text: str) -> str:
    return fill(without_markup(text), WIDTH, break_long_words=False, break_on_hyphens=False)
