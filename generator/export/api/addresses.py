"""Where every answer lies, and how one leads to another."""

import posixpath
from dataclasses import dataclass

from generator.view.route import address_of

FOLDER = "api/v1"
INDEX = f"{FOLDER}/index.json"
OPENAPI = f"{FOLDER}/openapi.json"
PROGRAMS = f"{FOLDER}/programs.json"
EXERCISES = f"{FOLDER}/exercises.json"
RULES = f"{FOLDER}/rules.json"
CLAIMS = f"{FOLDER}/claims.json"
SOURCES = f"{FOLDER}/sources.json"
FRAMEWORK = f"{FOLDER}/framework.json"
GLOSSARY = f"{FOLDER}/glossary.json"


def of_program(id_: str) -> str:
    """A program as its author wrote it."""
    return f"{FOLDER}/programs/{id_}.json"


def of_exercise(id_: str) -> str:
    """An exercise."""
    return f"{FOLDER}/exercises/{id_}.json"


def of_rule(code: str) -> str:
    """A rule, by its code."""
    return f"{FOLDER}/rules/{code}.json"


def of_claim(id_: str) -> str:
    """A claim."""
    return f"{FOLDER}/claims/{id_}.json"


def of_source(id_: str) -> str:
    """A source."""
    return f"{FOLDER}/sources/{id_}.json"


@dataclass(frozen=True)
class Addresses:
    """Links from one answer, relative to it: they hold wherever the site lies."""

    here: str
    """The file the links stand in."""

    def file(self, path: str) -> str:
        """A file below `build/docs`."""
        return posixpath.relpath(path, posixpath.dirname(self.here))

    def page(self, file: str) -> str:
        """A page for people, by the Markdown file it is made from."""
        address, hash_, anchor = address_of(file).partition("#")
        return f"{self.file(address or '.')}/{hash_}{anchor}"
