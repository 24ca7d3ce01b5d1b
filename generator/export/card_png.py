"""Draws a card: 1200 × 630 in the colours of the site, a few kilobytes, the same bytes each time.

The letters are those that Pillow brings along. They have no accents and no signs beyond those of a
typewriter, so a text is put into their words first.

A picture has 256 colours at most, in ramps of sixteen that lead from a ground to an ink. Letters
drawn with the last colour of a ramp on its first have soft edges made of those between, and no
time is lost on looking for the colours of a picture afterwards.
"""

import io
import re
import unicodedata
from dataclasses import dataclass
from functools import cache

from PIL import Image, ImageDraw, ImageFont

from generator.imprint import NAME
from generator.view.cards import Bar, Card

Colour = tuple[int, int, int]

WIDTH, HEIGHT = 1200, 630
MARGIN = 72
ROOM = WIDTH - 2 * MARGIN
GROUND: Colour = (14, 44, 51)
PANEL: Colour = (25, 69, 79)
INK: Colour = (255, 255, 255)
SOFT: Colour = (167, 199, 205)
ACCENT: Colour = (255, 178, 125)
PILLARS: tuple[Colour, ...] = ((236, 128, 121), (122, 162, 247), (224, 164, 88), (204, 138, 219))
"""Overload, tension, metabolic stress, efficiency: the hues they have on the pages."""
VERDICTS: dict[str, Colour] = {
    "supported": (118, 201, 140),
    "partly-supported": (176, 196, 104),
    "contested": (224, 178, 92),
    "contradicted": (240, 136, 124),
    "unverifiable": (176, 184, 188),
}
SHADES = 16
"""Colours of a ramp."""
ON_GROUND, FAINT, BRIGHT, ON_PANEL, ON_BRIGHT, FLAT = range(0, 6 * SHADES, SHADES)
"""The first colour of each ramp, and of the colours without one."""
_PANEL = ON_PANEL
_BRIGHT = BRIGHT + SHADES - 1


@dataclass(frozen=True)
class Sheet:
    """A picture that is being drawn."""

    image: Image.Image
    draw: ImageDraw.ImageDraw

    def write(
        self, at: tuple[float, float], text: str, size: int, ramp: int, anchor: str = "la", *,
        bold: bool = False,
    ) -> None:  # fmt: skip
        """Words in the ink of a ramp, on its ground."""
        font, width = _font(size), int(bold)
        box = self.draw.textbbox(at, text, font, anchor, stroke_width=width)
        self.draw.rectangle(box, fill=ramp)
        self.draw.text(at, text, ramp + SHADES - 1, font, anchor, stroke_width=width)


@cache
def card_png(card: Card) -> bytes:
    """A card as a file."""
    sheet = _sheet(VERDICTS.get(card.verdict, ACCENT))
    sheet.draw.rectangle((0, 0, WIDTH, 12), fill=_BRIGHT)
    _brand(sheet, card)
    below = _title(sheet, card)
    if card.bars:
        _chart(sheet, card.chart, card.bars, max(below + 104, 390))
    else:
        _pillars(sheet, WIDTH - MARGIN - 4 * 58, HEIGHT, 58, (44, 74, 104, 134), _PANEL)
    out = io.BytesIO()
    sheet.image.save(out, "PNG", compress_level=6)
    return out.getvalue()


def _sheet(bright: Colour) -> Sheet:
    image = Image.new("P", (WIDTH, HEIGHT), ON_GROUND)
    ramps = ((GROUND, INK), (GROUND, SOFT), (GROUND, bright), (PANEL, INK), (bright, GROUND))
    colours = [shade for ground, ink in ramps for shade in _ramp(ground, ink)]
    image.putpalette([part for colour in (*colours, *PILLARS) for part in colour])
    draw = ImageDraw.Draw(image)
    draw.fontmode = "L"
    return Sheet(image, draw)


def _ramp(ground: Colour, ink: Colour) -> list[Colour]:
    """The colours from a ground to an ink."""
    last = SHADES - 1
    return [
        tuple((a * (last - n) + b * n) // last for a, b in zip(ground, ink, strict=True))  # type: ignore[misc]
        for n in range(SHADES)
    ]


def _brand(sheet: Sheet, card: Card) -> None:
    """The name of the site, and what kind of page it is."""
    for number in range(len(PILLARS)):
        x = MARGIN + number * 15
        sheet.draw.rectangle((x, 66, x + 8, 102), fill=FLAT + number)
    sheet.write((MARGIN + 78, 84), NAME, 32, ON_GROUND, "lm")
    if card.kind != NAME:
        sheet.write((WIDTH - MARGIN, 84), card.kind, 32, BRIGHT, "rm")


def _pillars(
    sheet: Sheet, x: int, bottom: int, step: int, heights: tuple[int, ...], fill: int
) -> None:
    """Four of them, as an ornament."""
    for number, height in enumerate(heights):
        left = x + number * step
        sheet.draw.rectangle((left, bottom - height, left + step // 2, bottom), fill=fill)


def _title(sheet: Sheet, card: Card) -> int:
    """The title and the facts below it; returns where they end."""
    sizes = ((84, 1), (66, 2), (56, 2)) if card.bars else ((84, 2), (68, 3), (56, 3))
    size, lines = _fitted(typed(card.title), sizes)
    step = round(size * 1.16)
    top = 148 if card.bars else max(150, (HEIGHT - step * len(lines)) // 2 - 52)
    for number, line in enumerate(lines):
        sheet.write((MARGIN, top + number * step), line, size, ON_GROUND, bold=True)
    return _facts(sheet, card, top + step * len(lines) + 28)


def _fitted(title: str, sizes: tuple[tuple[int, int], ...]) -> tuple[int, list[str]]:
    """The first size at which a title fits so many lines, and the lines."""
    for size, most in sizes:
        lines = _wrapped(title, _font(size), ROOM)
        if len(lines) <= most:
            return size, _even(title, _font(size), len(lines))
    return size, [*lines[: most - 1], f"{lines[most - 1].rstrip('.,;:')}\u2026"]


def _even(text: str, font: ImageFont.FreeTypeFont, count: int) -> list[str]:
    """As many lines, none much shorter than the others."""
    narrowest = next(
        (room + 40 for room in range(ROOM - 40, 0, -40) if len(_wrapped(text, font, room)) > count),
        ROOM,
    )
    return _wrapped(text, font, narrowest)


def _wrapped(text: str, font: ImageFont.FreeTypeFont, room: int) -> list[str]:
    lines = [""]
    for word in text.split():
        longer = f"{lines[-1]} {word}".strip()
        if font.getlength(longer) <= room:
            lines[-1] = longer
        else:
            lines.append(word)
    return lines


def _facts(sheet: Sheet, card: Card, top: int) -> int:
    """Rows of pills; the verdict of a claim is filled. Returns where they end."""
    x = MARGIN
    for number, fact in enumerate(map(typed, card.facts)):
        wide = round(_font(32).getlength(fact)) + 44
        if x > MARGIN and x + wide > WIDTH - MARGIN:
            x, top = MARGIN, top + 72
        ramp = ON_BRIGHT if card.verdict and number == 0 else ON_PANEL
        sheet.draw.rounded_rectangle((x, top, x + wide, top + 58), 29, fill=ramp)
        sheet.write((x + 22, top + 29), fact, 32, ramp, "lm")
        x += wide + 14
    return top


def _chart(sheet: Sheet, says: str, bars: tuple[Bar, ...], top: int) -> None:
    """Bars over the weeks, from zero; lighter weeks are hollow."""
    bottom = HEIGHT - 54
    sheet.write((MARGIN, top), says, 26, FAINT, "lm")
    most = max(bar.height for bar in bars) or 1
    step = min(ROOM / len(bars), 118)
    wide, high = step * 0.74, bottom - top - 60
    for number, bar in enumerate(bars):
        x, y = MARGIN + number * step, bottom - high * bar.height / most
        box = (round(x), round(y), round(x + wide), bottom)
        sheet.draw.rectangle(
            box, fill=ON_GROUND if bar.hollow else _BRIGHT, outline=_BRIGHT, width=4
        )
        if step >= LEAST_LABEL:
            sheet.write((x + wide / 2, y - 18), str(bar.height), 24, ON_GROUND, "mm")


LEAST_LABEL = 40
"""The least room for the number above a bar."""


@cache
def _font(size: int) -> ImageFont.FreeTypeFont:
    font = ImageFont.load_default(size)
    assert isinstance(font, ImageFont.FreeTypeFont), "Pillow without FreeType draws no card"
    return font


_IN_WORDS = str.maketrans(
    {
        "×": "x", "≈": "about ", "½": ".5", "≥": "at least ", "≤": "at most ", "−": "-",
        "\u2011": "-", "—": "-", "\u00a0": " ", "ß": "ss", "æ": "ae", "ø": "o", "Æ": "Ae", "Ø": "O",
    }
)  # fmt: skip
HAS = frozenset(map(chr, range(32, 127))) | frozenset("’‘“”…·")
"""The characters that the letters of Pillow have."""


def typed(text: str) -> str:
    """A text in letters the font has; what it cannot say is left out."""
    ranges = re.sub(r"(?<=\d)–(?=\d)", " to ", text).replace("–", "-")
    plain = unicodedata.normalize("NFKD", ranges.translate(_IN_WORDS))
    return "".join(letter for letter in plain if letter in HAS)
