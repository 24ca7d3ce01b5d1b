"""Lets a bare `mkdocs build` or `mkdocs serve` call the generator first.

MkDocs wants `build/docs` to exist before it loads a hook, so the first build of a clone is
`make site`. Nothing on a page depends on this: Zensical passes hooks over and builds the same
folder.
"""

import os
from pathlib import Path
from typing import Any

from generator.project import open_project
from generator.serve import watched
from generator.site import apply


def on_pre_build(config: Any, **_: Any) -> None:
    """Write `build/docs`, unless `pillars` has just done so."""
    if "PILLARS_WROTE_DOCS" not in os.environ:
        apply(open_project(_root(config)).page_changes())


def on_serve(server: Any, config: Any, **_: Any) -> Any:
    """Watch what the pages are made from."""
    for path in watched(_root(config)):
        server.watch(str(path))
    return server


def _root(config: Any) -> Path:
    return Path(config.config_file_path).parent
