"""Source to model, or findings."""

from generator.load.door import program_schema
from generator.load.library import LibraryFiles, ignored_file, load_library
from generator.load.program import load_program

__all__ = ["LibraryFiles", "ignored_file", "load_library", "load_program", "program_schema"]
