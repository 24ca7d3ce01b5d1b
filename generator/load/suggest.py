"""The nearest thing we know to what somebody wrote."""

import re
from collections.abc import Iterable
from difflib import get_close_matches

from generator.model.slips import CURLY


def nearest(wrote: str, known: Iterable[str]) -> str | None:
    """The known word that looks most like it: typing slips, or its words or letters shuffled."""
    words = list(known)
    slip = slip_of(wrote, words)
    if slip:
        return slip
    folded = {_folded(word): word for word in words}
    key = _folded(wrote)
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


def slip_of(wrote: str, known: Iterable[str]) -> str | None:
    """The one known word that this is beyond doubt, save for a slip of the fingers.

    A letter or two more, less, another or swapped, capitals and blanks; but never another digit,
    because `TEN004` is not a slip of `TEN005`.
    """
    key = _folded(wrote)
    if len(key) > 80:
        return None
    found: dict[int, list[str]] = {}
    for word in dict.fromkeys(known):
        name = _folded(word)
        if re.findall(r"\d+", name) == re.findall(r"\d+", key):
            far = distance(key, name, 2 if len(name) >= 8 else 1)
            if far is not None and (far == 0 or len(name) >= 3):
                found.setdefault(far, []).append(word)
    best = found[min(found)] if found else []
    return best[0] if len(best) == 1 else None


def _folded(word: str) -> str:
    return word.strip("".join(CURLY)).casefold().replace("_", "-").replace(" ", "-")


def distance(one: str, other: str, most: int) -> int | None:
    """How many letters are added, left out, changed or swapped with the next, up to `most`."""
    if abs(len(one) - len(other)) > most:
        return None
    before: list[int] = []
    row = list(range(len(other) + 1))
    for i, letter in enumerate(one, start=1):
        earlier, before, row = before, row, [i]
        for j, there in enumerate(other, start=1):
            steps = min(before[j] + 1, row[j - 1] + 1, before[j - 1] + (letter != there))
            if i > 1 and j > 1 and (letter, one[i - 2]) == (other[j - 2], there):
                steps = min(steps, earlier[j - 2] + 1)
            row.append(steps)
        if min(row) > most:
            return None
    return row[-1] if row[-1] <= most else None


def did_you_mean(wrote: str, known: Iterable[str], else_: str = "") -> str:
    """A hint that names the nearest known word, or the whole list where that is short."""
    words = list(known)
    word = nearest(wrote, words)
    if word:
        return f"Did you mean `{word}`?"
    if len(words) <= 8:
        return f"Known here: {', '.join(f'`{name}`' for name in words)}."
    return else_
