"""The site's style sheet and scripts, from `content/styles` and `content/scripts`.

The style sheet becomes one file, its `@import` lines filled in. Scripts keep their files, in a
folder named by what all of them hold, so that a page never runs one new script with one old one;
`assets/site.js`, the one file with a fixed name, leads there.
"""

import hashlib
import json
import re
from collections.abc import Mapping
from pathlib import Path

from generator.error import GeneratorError
from generator.intensity import CURVES

STYLE = "assets/four-pillars.css"
ENTRY = "assets/site.js"
WORKER = "sw.js"
"""At the site's root, since a service worker answers for what lies beside and below it."""
_COMMENT = re.compile(r"/\*.*?\*/\n*", re.DOTALL)
_IMPORT = re.compile(r'^@import "(?P<file>[a-z-]+\.css)";$', re.MULTILINE)


def asset_files(
    root: Path, made: Mapping[str, bytes] | None = None, *, offline: bool = True
) -> Mapping[str, bytes]:
    """What pages load, by its path below `build/docs`; a library of data alone has nothing.

    `made` are files for scripts that others made from data; they lie among the scripts. Without
    `offline`, the scripts start no service worker.
    """
    styles, scripts = root / "content/styles", root / "content/scripts"
    found: dict[str, bytes] = {}
    if styles.is_dir():
        found[STYLE] = style_sheet(styles).encode()
    if scripts.is_dir():
        found |= script_files(scripts, made, found.get(STYLE, b""), offline=offline)
    return found


def style_sheet(folder: Path) -> str:
    """`four-pillars.css` of a folder with the sheets it imports in their places.

    Comments stay at home: they are a quarter of what a phone would fetch.
    """
    used = {"four-pillars.css"}

    def imported(line: re.Match[str]) -> str:
        used.add(line["file"])
        try:
            return (folder / line["file"]).read_text(encoding="utf-8").rstrip()
        except FileNotFoundError:
            raise GeneratorError(
                f"content/styles/four-pillars.css imports {line['file']}, which is not there"
            ) from None

    text = _IMPORT.sub(imported, (folder / "four-pillars.css").read_text(encoding="utf-8"))
    if idle := sorted({path.name for path in folder.glob("*.css")} - used):
        raise GeneratorError(f"content/styles/{idle[0]} is imported nowhere")
    return _COMMENT.sub("", text).lstrip()


def script_files(
    folder: Path,
    made: Mapping[str, bytes] | None = None,
    style: bytes = b"",
    *,
    offline: bool = True,
) -> dict[str, bytes]:
    """Every script below a folder, those made from data, and the entry that leads there.

    Their folder has another name when the style sheet is another, too: a page says in
    `data-scripts` which it belongs to, and a worker keeps no page beside those of another version.
    A script that somebody else wrote has its licence beside it.
    """
    files = {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for pattern in ("*.js", "*.LICENSE.txt")
        for path in sorted(folder.rglob(pattern))
    }
    files |= made or {}
    files["curves.js"] = curves_script().encode()
    files["worker.js"] = worker_script(offline).encode()
    whole = hashlib.sha256(repr((sorted(files.items()), style)).encode()).hexdigest()[:12]
    return {
        ENTRY: entry_script(f"./scripts/{whole}/site.js").encode(),
        **{f"assets/scripts/{whole}/{name}": content for name, content in files.items()},
    }


def entry_script(site: str) -> str:
    """The entry: it leads to the scripts once the page, which a reader came for, is drawn."""
    return (
        f'const start = () => import("{site}");\n'
        "if (document.hidden) start(); // nothing is drawn there\n"
        "else requestAnimationFrame(() => setTimeout(start));\n"
    )


def curves_script() -> str:
    """The repetition curves as a module: the same points that `generator.intensity` works with."""
    curves = {
        name: [[float(point.percent), float(point.mean)] for point in points]
        for name, points in CURVES.items()
    }
    return (
        "// Made from generator/intensity.py, which says where the points are from.\n"
        f"export const CURVES = {json.dumps(curves)};\n"
    )


def worker_script(offline: bool) -> str:
    """Where the service worker lies, from the site's root, or that the site wants none."""
    return f"export const WORKER = {json.dumps(WORKER if offline else None)};\n"
