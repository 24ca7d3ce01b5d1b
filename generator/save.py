"""A file of somebody's replaced in one step, so that nothing can leave half of it behind."""

import os
import stat
import tempfile
from pathlib import Path

from generator.error import GeneratorError


def save(path: Path, content: bytes, instead_of: bytes) -> None:
    """Replace a file's content, unless it has changed since it was read; its mode stays.

    A symbolic link is not followed: what it leads to was not asked for.
    """
    try:
        if path.is_symlink() or path.read_bytes() != instead_of:
            raise GeneratorError(f"{path} has changed since it was read; nothing was written to it")
        _replace(path, content)
    except OSError as error:
        raise GeneratorError(f"{path} cannot be written: {error.strerror or error}") from error


def _replace(path: Path, content: bytes) -> None:
    mode = stat.S_IMODE(path.stat().st_mode)
    descriptor, name = tempfile.mkstemp(prefix=f".{path.name}.", dir=path.parent)
    new = Path(name)
    try:
        with os.fdopen(descriptor, "wb") as stream:
            stream.write(content)
        new.chmod(mode)
        new.replace(path)
    finally:
        new.unlink(missing_ok=True)
