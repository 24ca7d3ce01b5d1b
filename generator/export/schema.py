"""The schemas of a program file, at addresses that editors can point at."""

from collections.abc import Mapping

from generator.load import program_schema_text


def schema_files() -> Mapping[str, bytes]:
    """Each schema by its path below `build/docs`; within v1 no file that was right turns wrong."""
    return {
        "schema/program/v1.json": program_schema_text().encode(),
        "schema/program/v1.draft-07.json": program_schema_text("7").encode(),
    }
