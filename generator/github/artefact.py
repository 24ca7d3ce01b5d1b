"""Files out of the artefact of a run that a stranger's code made.

Nothing is unpacked: the files we know by name are read into memory, each with its own limit, so
that a name can lead nowhere and a small archive cannot become a large one.
"""

from collections.abc import Mapping
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile
from zlib import error as ZlibError  # noqa: N812

from generator.error import GeneratorError
from generator.github.api import Api
from generator.github.shape import at

MAX_ARCHIVE = 200 * 1024 * 1024
PACKINGS = (ZIP_STORED, ZIP_DEFLATED)
"""How GitHub packs; of others the archive itself says how much memory unpacking takes."""


class NoArtefact(GeneratorError):
    """The run left nothing, or something that cannot be read."""


def members(archive: bytes, wanted: Mapping[str, int]) -> dict[str, bytes]:
    """The wanted files of an archive; `wanted` says how many bytes each may have."""
    found: dict[str, bytes] = {}
    try:
        with ZipFile(BytesIO(archive)) as opened:
            present = set(opened.namelist())
            for name, most in wanted.items():
                if name not in present:
                    continue
                if opened.getinfo(name).compress_type not in PACKINGS:
                    raise NoArtefact(f"{name} in the artefact is packed in a way we do not read")
                with opened.open(name) as stream:
                    # the size that the archive declares is only what it declares
                    content = stream.read(most + 1)
                if len(content) > most:
                    raise NoArtefact(f"{name} in the artefact is larger than {most} bytes")
                found[name] = content
    except (
        BadZipFile, ZlibError, OSError, RuntimeError, ValueError, EOFError, OverflowError
    ) as error:  # fmt: skip
        raise NoArtefact(f"the artefact cannot be read: {error}") from None
    return found


def fetched(api: Api, run: int, name: str, wanted: Mapping[str, int]) -> dict[str, bytes]:
    """The wanted files of the artefact that a run left under a name."""
    for artefact in api.each(f"actions/runs/{run}/artifacts", "artifacts", name=name):
        if at(artefact, str, "name") != name or at(artefact, bool, "expired"):
            continue
        if at(artefact, int, "size_in_bytes") > MAX_ARCHIVE:
            raise NoArtefact(f"the artefact {name} is larger than {MAX_ARCHIVE} bytes")
        number = at(artefact, int, "id")
        return members(api.download(f"actions/artifacts/{number}/zip", MAX_ARCHIVE), wanted)
    raise NoArtefact(f"the run left no artefact {name}")
