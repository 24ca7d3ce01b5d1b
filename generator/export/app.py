"""What makes the site an app on a home screen: its manifest, and icons that are drawn here.

Four pillars carry a barbell. The same rectangles become the favicon (SVG) and the icons (PNG).
"""

from collections.abc import Mapping
from functools import cache
from io import BytesIO

from PIL import Image, ImageDraw

from generator.export.json_text import in_lines
from generator.imprint import NAME, SAYS
from generator.view.route import EXERCISES, PROGRAMS, address_of

MANIFEST = "manifest.webmanifest"
FAVICON = "assets/icon.svg"
TOUCH_ICON = "assets/icon-180.png"
GROUND = "#17414b"
PAPER = "#fcfaf5"
"""The header's colour in the light scheme, as content/styles/base.css has it."""
INK = "#ffffff"
PLATES = "#ffb27d"
GRID = 64
"""The drawing's width and height."""
Box = tuple[int, int, int, int]
"""Left, top, width, height on the grid."""
PILLARS: tuple[Box, ...] = tuple((left, 25, 4, 25) for left in (18, 26, 34, 42))
BASE: Box = (15, 50, 34, 4)
BAR: Box = (4, 19, 56, 4)
DISCS: tuple[Box, ...] = ((7, 10, 4, 22), (12, 13, 3, 16), (53, 10, 4, 22), (49, 13, 3, 16))
SHAPES: tuple[tuple[Box, str], ...] = (
    *((box, INK) for box in PILLARS),
    (BASE, INK),
    (BAR, PLATES),
    *((box, PLATES) for box in DISCS),
)
ROUND = 12
"""The radius of the ground's corners, on the grid."""
SAFE = 0.8
"""A maskable icon keeps its drawing in the inner 80 %, since a phone may cut out a circle."""
SMOOTH = 4
"""Edges are drawn this much larger and scaled down."""


def app_files() -> Mapping[str, bytes]:
    """Manifest and icons, by their path below `build/docs`."""
    return {
        MANIFEST: manifest(),
        FAVICON: svg().encode(),
        TOUCH_ICON: png(180, full=True),
        "assets/icon-192.png": png(192),
        "assets/icon-512.png": png(512),
        "assets/icon-maskable-512.png": png(512, full=True),
    }


def manifest() -> bytes:
    """The web app manifest; every address is relative to it, since a site may lie in a folder."""

    def icon(file: str, size: int, purpose: str) -> dict[str, str]:
        return {"src": file, "sizes": f"{size}x{size}", "type": "image/png", "purpose": purpose}

    told = {
        "name": f"{NAME}: leg training",
        "short_name": NAME,
        "description": SAYS,
        "lang": "en",
        "start_url": "./",
        "scope": "./",
        "display": "standalone",
        "background_color": PAPER,
        "theme_color": PAPER,
        "categories": ["fitness", "health", "sports"],
        "icons": [
            icon("assets/icon-192.png", 192, "any"),
            icon("assets/icon-512.png", 512, "any"),
            icon("assets/icon-maskable-512.png", 512, "maskable"),
        ],
        "shortcuts": [
            {"name": "Programs", "url": address_of(PROGRAMS)},
            {"name": "Exercises", "url": address_of(EXERCISES)},
        ],
    }
    return in_lines(told)


def svg() -> str:
    """The drawing for a browser's tab."""
    shapes = "".join(
        f'<path fill="{colour}" d="M{left} {top}h{width}v{height}h-{width}z"/>'
        for (left, top, width, height), colour in SHAPES
    )
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {GRID} {GRID}">'
        f'<rect width="{GRID}" height="{GRID}" rx="{ROUND}" fill="{GROUND}"/>{shapes}</svg>\n'
    )


@cache
def png(size: int, *, full: bool = False) -> bytes:
    """The drawing `size` pixels wide; `full` fills the corners, and keeps away from them."""
    wide = size * SMOOTH
    image = Image.new("RGBA", (wide, wide), GROUND if full else "#0000")
    draw = ImageDraw.Draw(image)
    if not full:
        corner = wide * ROUND / GRID
        draw.rounded_rectangle((0, 0, wide - 1, wide - 1), corner, fill=GROUND)
    scale = wide / GRID * (SAFE if full else 1)
    edge = (wide - GRID * scale) / 2
    for (left, top, width, height), colour in SHAPES:
        ends = (left, top, left + width, top + height)
        x0, y0, x1, y1 = (round(edge + end * scale) for end in ends)
        draw.rectangle((x0, y0, x1 - 1, y1 - 1), fill=colour)
    small = image.reduce(SMOOTH)
    held = BytesIO()
    (small.convert("RGB") if full else small).save(held, "PNG", optimize=True)
    return held.getvalue()
