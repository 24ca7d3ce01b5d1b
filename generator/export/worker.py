"""The service worker, `sw.js`: its code from `content/worker`, and on top what this site is.

Its version follows from everything the site is made of, so a browser that has an older one finds
a file that differs, and otherwise the same bytes.
"""

import hashlib
import json
import os
from collections.abc import Iterable, Mapping
from importlib.metadata import version
from pathlib import Path

from generator.export.app import FAVICON, MANIFEST
from generator.export.assets import ENTRY, STYLE, WORKER
from generator.view.route import HOME, OFFLINE, PROGRAMS, SEARCH, address_of

ENGINE = ("markdown", "mkdocs", "mkdocs-material", "pymdown-extensions")
"""The packages that turn what we write into a site."""
SETTINGS = ("SITE_URL", "REPO_URL")
"""What mkdocs.yml and we read from the environment."""
FIRST = (HOME, PROGRAMS, OFFLINE)
"""Pages that open without a network from the first visit on."""


def with_worker(
    files: Mapping[str, bytes], root: Path, *, offline: bool = True
) -> dict[str, bytes]:
    """All files of a site with the service worker that keeps them.

    Without `offline`, one that takes the place of an older worker and goes. A library of data
    alone gets none.
    """
    source = root / "content/worker" / ("sw.js" if offline else "goodbye.js")
    if not source.is_file():
        return dict(files)
    code = source.read_text(encoding="utf-8")
    if offline:
        code = f"{built(files, [code.encode(), *_of_the_engine(root)])}\n{code}"
    return {**files, WORKER: code.encode()}


def built(files: Mapping[str, bytes], others: Iterable[bytes]) -> str:
    """The line that tells a worker what it belongs to."""
    whole = hashlib.sha256(repr((sorted(files.items()), list(others))).encode())
    scripts = sorted(name for name in files if name.startswith("assets/scripts/"))
    folder = f"{'/'.join(scripts[0].split('/')[:3])}/" if scripts else ""
    beside = [name for name in (STYLE, ENTRY, MANIFEST, FAVICON) if name in files]
    told = {
        "version": whole.hexdigest()[:16],
        "scripts": folder,
        "shell": [
            *(address_of(page) for page in FIRST if page in files),
            *beside,
            *(name for name in scripts if name.endswith(".js")),
        ],
        # the search with its index: a first visit does not wait for them
        "later": [
            *(address_of(page) for page in (SEARCH,) if page in files),
            *(name for name in scripts if name.endswith(".json")),
        ],
    }
    return f"const BUILT = {json.dumps(told)};"


def _of_the_engine(root: Path) -> list[bytes]:
    """What makes the site beside the files we write: theme, settings, versions of packages."""
    theme = sorted(path for path in (root / "content/theme").rglob("*") if path.is_file())
    words = [f"{name} {version(name)}" for name in ENGINE]
    words += [f"{name} {os.environ.get(name, '')}" for name in SETTINGS]
    return [
        (root / "mkdocs.yml").read_bytes(),
        *(f"{path.relative_to(root).as_posix()}\n".encode() + path.read_bytes() for path in theme),
        *(line.encode() for line in words),
    ]
