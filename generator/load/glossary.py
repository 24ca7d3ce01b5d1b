"""What keeps the glossary from defining each word once, and the counting rules from being filled.

Pages look words up by name and by place, so two of one kind or none would stop them half-way.
"""

import re
from collections.abc import Iterator

from generator.finding import Finding, Keys
from generator.form import form_finding
from generator.load.suggest import did_you_mean
from generator.model import Framework, Glossary, Word
from generator.model.sentences import names_in_the_model, sentence_of
from generator.model.text import place

LOOKED_UP = ("1RM", "RIR", "RPE", "Tempo")
"""Words that a guide explains by name, above its tables."""


def muddled_words(glossary: Glossary, framework: Framework) -> Iterator[Finding]:
    """Everything in the glossary that does not go together, or with the framework."""
    for term in LOOKED_UP:
        if term not in {word.term for word in glossary.words}:
            yield form_finding(
                "SCH002", ("groups",), f"the glossary needs the word “{term}”",
                f"Add `term: {term}` with what it means; guides explain it by this name.",
            )  # fmt: skip
    spoken: dict[str, str] = {}
    places: dict[str, str] = {}
    for number, group in enumerate(glossary.groups):
        keys: Keys = ("groups", number)
        yield from _taken((*keys, "id"), group.id, f"the heading “{group.name}”", places)
        if not group.words:
            yield form_finding(
                "SCH013", (*keys, "words"), f"“{group.name}” has no words",
                "Add one, or delete the group.",
            )  # fmt: skip
        for index, word in enumerate(group.words):
            here: Keys = (*keys, "words", index)
            yield from _twice(word, here, spoken)
            yield from _taken((*here, "term"), place(word.term), f"“{word.term}”", places)
            yield from _meaning(word, here, framework)
            yield from _pattern(word, here)


def unfilled(framework: Framework) -> Iterator[Finding]:
    """Numbers in the counting rules that are no threshold."""
    for number, rule in enumerate(framework.counting):
        yield from _numbers(rule.says, ("counting", number, "says"), framework)


def _twice(word: Word, keys: Keys, spoken: dict[str, str]) -> Iterator[Finding]:
    """Names that two words share, or one has twice."""
    names: list[tuple[Keys, str]] = [((*keys, "term"), word.term)]
    names += [((*keys, "names", index), name) for index, name in enumerate(word.names)]
    for where, name in names:
        if name.casefold() in spoken:
            yield form_finding(
                "SCH015", where, f"“{name}” already stands for “{spoken[name.casefold()]}”",
                "Keep it in one place.",
            )  # fmt: skip
        spoken.setdefault(name.casefold(), word.term)


def _taken(keys: Keys, id_: str, name: str, places: dict[str, str]) -> Iterator[Finding]:
    """A place on the glossary page that two things would have, or one would not."""
    if not id_:
        yield form_finding(
            "SCH004", keys, f"{name} has no letter or digit to make an address of",
            "Write the word in plain letters, and the sign among its `names`.",
        )  # fmt: skip
    elif id_ in places:
        yield form_finding(
            "SCH015", keys, f"{name} and {places[id_]} would both stand at `#{id_}`",
            "Give one of them another name.",
        )  # fmt: skip
    places.setdefault(id_, name)


def _meaning(word: Word, keys: Keys, framework: Framework) -> Iterator[Finding]:
    written = [name for name in ("says", "counting", "model") if getattr(word, name)]
    if len(written) != 1:
        what = f"by {' and '.join(f'`{name}`' for name in written)}" if written else "by nothing"
        yield form_finding(
            "SCH013", (*keys, written[1] if written else "term"),
            f"“{word.term}” is defined {what}",
            "Write just one of `says`, `counting` and `model`.",
        )  # fmt: skip
    terms = [rule.term for rule in framework.counting]
    if word.counting and word.counting not in terms:
        yield form_finding(
            "SCH004", (*keys, "counting"), f"there is no counting rule “{word.counting}”",
            did_you_mean(word.counting, terms, "The counting page lists them all."),
        )  # fmt: skip
    if word.model and not sentence_of(word.model):
        yield form_finding(
            "SCH004", (*keys, "model"), f"the model says nothing of `{word.model}`",
            did_you_mean(
                word.model, names_in_the_model(), "Write a class of it, or `Class.field`."
            ),
        )  # fmt: skip
    yield from _numbers(word.says, (*keys, "says"), framework)


def _numbers(text: str, keys: Keys, framework: Framework) -> Iterator[Finding]:
    for name in dict.fromkeys(re.findall(r"\{([a-z-]+)\}", text)):
        if name not in framework.thresholds:
            yield form_finding(
                "SCH004", keys, f"there is no threshold `{name}`",
                did_you_mean(name, framework.thresholds, "`thresholds` has them all."),
            )  # fmt: skip


def _pattern(word: Word, keys: Keys) -> Iterator[Finding]:
    """A pattern that cannot be read, or is found where there is nothing."""
    if not word.pattern:
        return
    wrong = ""
    try:
        if re.compile(word.pattern).search(""):
            wrong = "is found in an empty text, and so everywhere"
    except (re.error, OverflowError, RecursionError) as error:
        wrong = f"cannot be read: {error}"
    if wrong:
        yield form_finding(
            "SCH004", (*keys, "pattern"), f"the pattern of “{word.term}” {wrong}",
            "Write a regular expression such as `\\bclusters?\\b`, or leave it out.",
        )  # fmt: skip
