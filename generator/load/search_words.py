"""What is wrong with the words of the search beyond their form: targets, and phrases said twice."""

import re
from collections.abc import Collection, Iterator, Mapping

from generator.finding import Finding, Keys
from generator.form import form_finding
from generator.load.suggest import did_you_mean
from generator.model import Glossary, SearchWords
from generator.model.text import place


def muddled_search(
    words: SearchWords, glossary: Glossary, known: Mapping[str, Collection[str]]
) -> Iterator[Finding]:
    """Everything in the words of the search that says nothing, too much, or leads nowhere.

    `known` is what may be linked, by kind of link.
    """
    targets = {**known, "word": tuple(place(word.term) for word in glossary.words)}
    said: dict[str, str] = {}
    for number, leaning in enumerate(words.leanings):
        keys: Keys = ("leanings", number)
        yield from _said(leaning.say, (*keys, "say"), said)
        if not leaning.first:
            yield form_finding(
                "SCH013", (*keys, "first"), "these words lead to no kind of page",
                "Name a kind, such as `claim`, or add them to `ordinary`.",
            )  # fmt: skip
    for number, meaning in enumerate(words.meanings):
        keys = ("meanings", number)
        yield from _said(meaning.say, (*keys, "say"), said)
        if not meaning.means and not meaning.shows:
            yield form_finding(
                "SCH013", (*keys, "say"), "these words neither mean nor show anything",
                "Add `means` with words of our pages, or `shows` with what answers them.",
            )  # fmt: skip
        for index, target in enumerate(meaning.shows):
            yield from _leads_nowhere(target, (*keys, "shows", index), targets)


def _said(phrases: tuple[str, ...], keys: Keys, said: dict[str, str]) -> Iterator[Finding]:
    """Phrases that nobody can type, and those that stand twice."""
    if not phrases:
        yield form_finding(
            "SCH013", keys, "there is nothing to type here", "Add a phrase, or delete the entry."
        )
    for index, phrase in enumerate(phrases):
        key = place(phrase)
        if not key:
            yield form_finding(
                "SCH004", (*keys, index), f"“{phrase}” has no letter or digit",
                "Write what a reader types.",
            )  # fmt: skip
        elif key in said:
            yield form_finding(
                "SCH015", (*keys, index), f"“{phrase}” already stands here as “{said[key]}”",
                "Keep it in one place; an entry may have several `means` and `shows`.",
            )  # fmt: skip
        said.setdefault(key, phrase)


def _leads_nowhere(
    target: str, keys: Keys, known: Mapping[str, Collection[str]]
) -> Iterator[Finding]:
    found = re.fullmatch(r"(?P<kind>[a-z]+):(?P<id>\S+)", target)
    if found is None or found["kind"] not in known:
        yield form_finding(
            "SCH004", keys, f"“{target}” is no target",
            f"Write a kind and an id, such as `claim:frequency`; kinds: {', '.join(known)}.",
        )  # fmt: skip
    elif found["kind"] != "program" and found["id"] not in known[found["kind"]]:
        # the library has programs of its own on our site alone; there, a test looks for these
        yield form_finding(
            "SCH016", keys, f"there is no {found['kind']} `{found['id']}`",
            did_you_mean(found["id"], known[found["kind"]], "Take an id that exists."),
        )  # fmt: skip
