"""The muscle map: hips and legs from the front and from behind, shaded by how much they train."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from fractions import Fraction

from generator.model import Exercise
from generator.model.number import plain
from generator.model.wording import counted
from generator.render.anatomy import VIEWS, Label, View, through
from generator.render.templates import component
from generator.view.page import Html

SCALE = 0.93
"""Of the drawing, so that two figures and their words fit a width of 360."""
TOP = 32
MIDDLES = {"front": 124, "back": 236}
"""Where the midline of a figure stands."""
WORDS = {"front": (66, 69, "end"), "back": (294, 291, "start")}
"""Where words stand, where their line begins, and which end of the words that is."""
STEPS = (4, 8, 12)
"""Weekly fractional sets at which the next shade begins: for reading the map, no judgement."""


@dataclass(frozen=True)
class Part:
    """A muscle on the map."""

    shade: int
    """0 for none, then 1 (lightest) to 4."""
    value: str
    """What stands in bold beside it."""
    words: str
    """The same in a sentence: `6.5 fractional sets`."""


@dataclass(frozen=True)
class Shade:
    """A sample of a shade and what it means."""

    shade: int
    words: str


@dataclass(frozen=True)
class _Figure:
    name: str
    at: str
    body: str
    """Open, so that no line is drawn along the midline; the fill closes it."""
    shapes: tuple[tuple[int, str], ...]
    details: str
    fibres: str


@dataclass(frozen=True)
class _Words:
    x: int
    y: int
    anchor: str
    value: str
    lines: tuple[tuple[int, str], ...]
    """Baseline and words."""
    line: str
    """The path of the line to the muscle."""
    end: tuple[str, str]


def weekly_map(sets: Mapping[str, Fraction], names: Mapping[str, str], week: int) -> Html:
    """A week's fractional sets per muscle."""
    parts = {
        muscle: Part(shade_of(count), plain(count, 1), counted(count, "fractional set"))
        for muscle, count in sets.items()
        if count
    }
    first, second, third = STEPS
    return _drawn(
        parts,
        names,
        f"Where the sets of week {week} go",
        f"Fractional sets per muscle in week {week}, the hardest. The steps of the shading are "
        "for reading only and the same in every guide.",
        (
            Shade(1, f"under {first}"),
            Shade(2, f"{first} to {second}"),
            Shade(3, f"{second} to {third}"),
            Shade(4, f"{third} and more"),
        ),
        none="none",
    )


def shade_of(count: Fraction) -> int:
    """The shade of so many weekly sets; a step begins with its number."""
    return 1 + sum(count >= step for step in STEPS) if count else 0


def exercise_map(exercise: Exercise, names: Mapping[str, str]) -> Html:
    """What one exercise trains, directly and indirectly."""
    parts = {
        muscle: Part(4, "direct", "direct") if share >= 1 else Part(2, "indirect", "indirect")
        for muscle, share in exercise.muscles.items()
        if share
    }
    return _drawn(
        parts,
        names,
        f"Muscles of the {exercise.name}",
        "The muscles a set is credited to.",
        tuple(
            Shade(shade, words)
            for shade, words in ((4, "direct"), (2, "indirect"))
            if any(part.shade == shade for part in parts.values())
        ),
        none="",
    )


def _drawn(
    parts: Mapping[str, Part],
    names: Mapping[str, str],
    title: str,
    caption: str,
    shades: tuple[Shade, ...],
    *,
    none: str,
) -> Html:
    said = [f"{name}: {parts[muscle].words}" for muscle, name in names.items() if muscle in parts]
    idle = [name for muscle, name in names.items() if muscle not in parts]
    rest = f" Not trained: {', '.join(idle)}." if idle else ""
    return component(
        "muscle_map.html",
        figures=[_figure(view, parts) for view in VIEWS],
        words=[words for view in VIEWS for words in _words(view, parts, none)],
        scale=f"{SCALE:g}",
        title=title,
        description=f"Hips and legs from the front and from behind. {'; '.join(said)}.{rest}",
        caption=caption,
        shades=shades,
        wordy=not none,
    )


def _figure(view: View, parts: Mapping[str, Part]) -> _Figure:
    def shade(muscle: str) -> int:
        return parts[muscle].shade if muscle in parts else 0

    return _Figure(
        view.name,
        f"{MIDDLES[view.name]} {TOP}",
        through(view.body, closed=False),
        tuple((shade(shape.muscle), through(shape.outline)) for shape in view.shapes),
        "".join(through(line, closed=False) for line in view.details),
        "".join(through(line, closed=False) for line in view.fibres),
    )


def _words(view: View, parts: Mapping[str, Part], none: str) -> Iterable[_Words]:
    """The words beside a figure; muscles that are not trained stay silent where `none` is empty."""
    x, start, anchor = WORDS[view.name]
    for label in view.labels:
        value = parts[label.muscle].value if label.muscle in parts else none
        if value:
            yield _Words(
                x,
                TOP + label.y + 5,
                anchor,
                value,
                tuple((TOP + label.y + 20 + 14 * n, line) for n, line in enumerate(label.words)),
                _line(view, label, start),
                _place(view, label),
            )


def _place(view: View, label: Label) -> tuple[str, str]:
    x, y = label.to
    return f"{MIDDLES[view.name] + SCALE * x:.1f}", f"{TOP + SCALE * y:.1f}"


def _line(view: View, label: Label, start: int) -> str:
    x, y = _place(view, label)
    knee = start + (8 if view.name == "front" else -8)
    return f"M{start} {TOP + label.y}H{knee}L{x} {y}"
