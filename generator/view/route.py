"""Where everything stands on the site: the one home of addresses.

A page is written as `programs/x.md` and read at `programs/x/`. Markdown links go to the
file, so that MkDocs checks them; finished HTML links go to the address.
"""

import posixpath
from dataclasses import dataclass

from generator.form import FORM_RULES
from generator.model.text import place
from generator.rule import find_rule

HOME = "index.md"
PROGRAMS = "programs/index.md"
COMPARE = "programs/compare.md"
EXERCISES = "exercises/index.md"
FRAMEWORK = "framework/index.md"
RULES = f"{FRAMEWORK}#rules"
COUNTING = "framework/counting.md"
GLOSSARY = "glossary.md"
NUMBERS = f"{GLOSSARY}#numbers"
EVIDENCE = "evidence/index.md"
AUDIT = "evidence/audit.md"
RECHECK = "evidence/recheck.md"
BIBTEX = "evidence/references.bib"
CSL_JSON = "evidence/references.json"
SOURCES = "evidence/sources.md"
OFFLINE = "offline.md"
CONTRIBUTE = "contribute/index.md"
MESSAGES = "contribute/messages.md"
FIELDS = "contribute/fields.md"
DATA = "data/index.md"
FEED = "feed.xml"
SEARCH = "search.md"


def page_of(kind: str, id_: str) -> str:
    """The file of the page about something, with `#anchor` where it is a part of a page."""
    match kind:
        case "program":
            return f"programs/{id_}.md"
        case "print":
            return f"programs/{id_}/print.md"
        case "exercise":
            return f"exercises/{id_}.md"
        case "claim":
            return f"evidence/claims/{id_}.md"
        case "source":
            return f"evidence/sources/{id_}.md"
        case "topic":
            return f"framework/pillars/{id_}.md"
        case "rule" if id_ in FORM_RULES:
            return f"{MESSAGES}#{id_.lower()}"
        case "rule":
            rule = find_rule(id_)
            if rule is None:
                raise KeyError(id_)
            return f"framework/rules/{rule.code.lower()}-{rule.name}.md"
        case "counting":
            return f"{COUNTING}#count-{place(id_)}"
        case "word":
            return f"{GLOSSARY}#{place(id_)}"
        case "page":
            return id_
    raise KeyError(kind)


def report_file(program: str) -> str:
    """The framework report of a program as JSON; it lies where the guide is read."""
    return f"programs/{program}/report.json"


def program_file(program: str) -> str:
    """A program laid out week by week as JSON."""
    return f"programs/{program}/program.json"


def facts_file(program: str) -> str:
    """What the comparison says of a program, as JSON."""
    return f"programs/{program}/facts.json"


def sets_file(program: str) -> str:
    """Every working set of a program as CSV."""
    return f"programs/{program}/sets.csv"


def workbook_file(program: str) -> str:
    """A program as a workbook."""
    return f"programs/{program}/program.xlsx"


def liftoscript_file(program: str, unit: str) -> str:
    """A program as text for Liftosaur, with weights in `kg` or `lb`."""
    return f"programs/{program}/liftoscript-{unit}.txt"


def liftosaur_file(program: str, unit: str) -> str:
    """A program as Liftosaur's import file."""
    return f"programs/{program}/liftosaur-{unit}.json"


def address_of(file: str) -> str:
    """The address a page is read at, from the site's root: `programs/x/`."""
    path, hash_, anchor = file.partition("#")
    stem = path.removesuffix(".md")
    if stem == "index" or stem.endswith("/index"):
        stem = stem.removesuffix("index").rstrip("/")
    return (f"{stem}/" if stem else "") + hash_ + anchor


@dataclass(frozen=True)
class Links:
    """Links from one page to others."""

    page: str
    """The file the links stand on, such as `programs/x.md`."""

    def file(self, kind: str, id_: str) -> str:
        """The target's file, relative to this page's file: for Markdown."""
        target, hash_, anchor = page_of(kind, id_).partition("#")
        return self.beside(target) + hash_ + anchor

    def beside(self, file: str) -> str:
        """A file below `build/docs`, relative to this page's file: for Markdown."""
        return posixpath.relpath(file, posixpath.dirname(self.page) or ".")

    def url(self, kind: str, id_: str) -> str:
        """The target's address, relative to this page's address: for finished HTML."""
        target, hash_, anchor = address_of(page_of(kind, id_)).partition("#")
        here = address_of(self.page)
        path = posixpath.relpath(target or ".", here or ".")
        return ("./" if path == "." else f"{path}/") + hash_ + anchor

    def asset(self, path: str) -> str:
        """The address of a file beside the pages, relative to this page's address."""
        return posixpath.relpath(path, address_of(self.page) or ".")
