"""The nearest thing we know to what somebody wrote."""

from collections.abc import Iterable
from difflib import get_close_matches


def nearest(wrote: str, known: Iterable[str]) -> str | None:
    """The known word that looks most like it: typing slips, or its words or letters shuffled."""
    words = list(known)
    folded = {word.casefold().replace("_", "-").replace(" ", "-"): word for word in words}
    key = wrote.casefold().replace("_", "-").replace(" ", "-")
    if key in folded:
        return folded[key]
    parts = sorted(key.split("-"))
    for name, word in folded.items():
        if sorted(name.split("-")) == parts or sorted(name) == sorted(key):
            return word
    close = get_close_matches(key[:80], folded, n=1, cutoff=0.7)
    if close:
        return folded[close[0]]
    # a long word in common is better than no hint: `squat-rack`, `train-to-failure`
    said = {part for part in parts if len(part) >= 4}
    shared = {name: len(said.intersection(name.split("-"))) for name in folded}
    best = max(shared, key=lambda name: (shared[name], -len(name)), default="")
    return folded[best] if best and shared[best] else None


def did_you_mean(wrote: str, known: Iterable[str], else_: str = "") -> str:
    """A hint that names the nearest known word, or the whole list where that is short."""
    words = list(known)
    word = nearest(wrote, words)
    if word:
        return f"Did you mean `{word}`?"
    if len(words) <= 8:
        return f"Known here: {', '.join(f'`{name}`' for name in words)}."
    return else_
