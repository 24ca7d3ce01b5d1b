"""Source to model, or findings."""

from generator.load.library import LibraryFiles, badly_named, load_library
from generator.load.program import load_program, program_in
from generator.load.schema import program_schema, program_schema_text

__all__ = [
    "LibraryFiles",
    "badly_named",
    "load_library",
    "load_program",
    "program_in",
    "program_schema",
    "program_schema_text",
]
