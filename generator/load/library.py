"""Everything under `content/` that programs stand on, read through the same door as programs."""

import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, fields, is_dataclass, replace
from pathlib import Path, PurePath
from typing import Any, TypeVar

from generator.error import GeneratorError
from generator.finding import Finding, Keys, in_order
from generator.form import FORM_RULES, form_finding
from generator.load.door import admit
from generator.load.glossary import muddled_words, unfilled
from generator.load.mending import another_word
from generator.load.search_words import muddled_search
from generator.load.suggest import did_you_mean
from generator.model import (
    Claim,
    Exercise,
    Framework,
    Glossary,
    Library,
    Publication,
    SearchWords,
)
from generator.model.text import is_web_address
from generator.model.vocabulary import LINKED
from generator.source import Source, read_file

T = TypeVar("T", Claim, Exercise, Publication)
One = TypeVar("One", Framework, Glossary, SearchWords)

LINK = re.compile(rf"\]\(({'|'.join(LINKED)}):([^()\[\]\s]*)\)")
"""A link in prose to something of ours: `[words](claim:weekly-volume-progression)`."""
ADDRESS = re.compile(r"\]\((https?:[^()\s]*)\)", re.IGNORECASE)
"""A link in prose to another site."""


FOLDERS = {
    "exercise": "content/exercises",
    "claim": "content/evidence/claims",
    "source": "content/evidence/sources",
}
"""Where the files of each kind lie, one for each item."""
SINGLE_FILES = ("framework", "glossary", "search")
"""The other files of `content/` that make up the library."""


@dataclass(frozen=True)
class LibraryFiles:
    """The library, the files it came from, and what is wrong with them."""

    library: Library
    sources: Mapping[tuple[str, str], Source]
    """The file of each item by kind (`exercise`, `claim`, `source`) and id."""
    findings: tuple[Finding, ...]


def load_library(
    root: Path, rules: Collection[str] = (), rule_pages: Mapping[str, str] | None = None
) -> LibraryFiles:
    """Read `content/` below a project's root; `programs/` gives the known program ids.

    `rules` are the codes and names that a text may link to, `rule_pages` the texts of rules by
    code: a rule has no file here, but it may rest on a source that has.
    """
    files: dict[tuple[str, str], Source] = {}
    findings: list[Finding] = []
    exercises = _folder(root, "exercise", Exercise, files, findings)
    claims = _folder(root, "claim", Claim, files, findings)
    sources = _folder(root, "source", Publication, files, findings)
    framework = _file(root, "framework", Framework, files, findings)
    glossary = _file(root, "glossary", Glossary, files, findings)
    search = _file(root, "search", SearchWords, files, findings)
    programs = tuple(sorted(path.stem for path in (root / "programs").glob("*.yml")))
    library = Library(exercises, claims, sources, framework, glossary, programs, search)
    findings += _references(library, files, rules)
    findings += map(files["framework", "framework"].located, unfilled(framework))
    findings += map(files["glossary", "glossary"].located, muddled_words(glossary, framework))
    if not findings:
        # words that lead to what is wrong itself would only say so again
        muddled = muddled_search(search, glossary, link_targets(library, rules))
        findings += map(files["search", "search"].located, muddled)
    findings += _fallen(library, files)
    findings += _fallen_under_rules(rule_pages or {}, library, files)
    # nothing is mended here without a person: what a program stands on needs more than a re-check
    return LibraryFiles(library, files, in_order(replace(f, fix=None) for f in findings))


def _file(
    root: Path,
    name: str,
    type_: type[One],
    files: dict[tuple[str, str], Source],
    findings: list[Finding],
) -> One:
    """A file nothing works without, so what is wrong with it is trouble of ours."""
    path = root / f"content/{name}.yml"
    source = read_file(path, path.relative_to(root).as_posix())
    value, problems = admit(source, type_)
    findings += problems
    files[name, name] = source
    if value is None:
        first = in_order(problems)[0]
        raise GeneratorError(f"{first.file}:{first.place.line}: {first.message}")
    return value


def _folder(
    root: Path,
    kind: str,
    type_: type[T],
    files: dict[tuple[str, str], Source],
    findings: list[Finding],
) -> dict[str, T]:
    items: dict[str, T] = {}
    folder = root / FOLDERS[kind]
    for path in sorted(folder.iterdir()) if folder.is_dir() else ():
        if path.name.startswith("."):
            continue
        name = path.relative_to(root).as_posix()
        misnamed = badly_named(path, name)
        if misnamed:
            findings.append(misnamed)
            continue
        source = read_file(path, name)
        value, problems = admit(source, type_)
        findings += problems
        files[kind, path.stem] = source
        if value is not None:
            items[path.stem] = replace(value, id=path.stem)
    if not items and not findings:
        raise GeneratorError(f"{folder.relative_to(root).as_posix()}/ holds no .yml file")
    return items


RESERVED = frozenset(
    {"index", "compare", "con", "prn", "aux", "nul"}
    | {f"{port}{number}" for port in ("com", "lpt") for number in range(1, 10)}
)
"""Names that are taken on the site, or on some people's disks."""


def badly_named(path: Path, name: str) -> Finding | None:
    """The finding for a file that nothing would read, or whose name cannot be an id."""
    if path.suffix != ".yml" or path.is_dir():
        message = f"`{PurePath(name).name}` is not read here"
        return form_finding("YML014", (), message, "Name it `.yml`, or move it away.", file=name)
    odd = not re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", path.stem) or len(path.stem) > 80
    if odd or path.stem in RESERVED:
        message = f"`{PurePath(name).name}` cannot be the address of a page"
        hint = "Use lower case words joined by hyphens, such as `barbell-two-days.yml`."
        if not odd:
            hint = "That name is taken, on the site or on some disks; choose another."
        return form_finding("YML016", (), message, hint, file=name)
    return None


def _references(
    library: Library, files: Mapping[tuple[str, str], Source], rules: Collection[str]
) -> Iterator[Finding]:
    def check(kind: str, id_: str, path: str, ids: tuple[str, ...], known: Any, what: str) -> Any:
        for index, wanted in enumerate(ids):
            if wanted not in known:
                yield files[kind, id_].located(unknown((path, index), wanted, known, what))

    for exercise in library.exercises.values():
        yield from check(
            "exercise",
            exercise.id,
            "substitutes",
            exercise.substitutes,
            library.exercises,
            "exercise",
        )
        yield from check(
            "exercise", exercise.id, "evidence", exercise.evidence, library.sources, "source"
        )
    for claim in library.claims.values():
        yield from check("claim", claim.id, "sources", claim.sources, library.sources, "source")
    for file, keys, ids in _judged(library):
        for index, wanted in enumerate(ids):
            if wanted not in library.claims:
                finding = unknown((*keys, "claims", index), wanted, library.claims, "claim")
                yield files[file, file].located(finding)
    known = link_targets(library, rules)
    for kind, items in (
        ("exercise", library.exercises),
        ("claim", library.claims),
        ("source", library.sources),
    ):
        for id_, item in items.items():
            for finding in broken_links(item, known):
                yield files[kind, id_].located(finding)
    for finding in broken_links(library.framework, known):
        yield files["framework", "framework"].located(finding)
    for finding in broken_links(library.glossary, known):
        yield files["glossary", "glossary"].located(finding)


def _judged(library: Library) -> Iterator[tuple[str, Keys, tuple[str, ...]]]:
    """Everything in a file of its own that names claims: the file, its place and the claims."""
    framework = library.framework
    for name, threshold in framework.thresholds.items():
        yield "framework", ("thresholds", name), threshold.claims
    for number, rule in enumerate(framework.counting):
        yield "framework", ("counting", number), rule.claims
    for number, group in enumerate(library.glossary.groups):
        for index, word in enumerate(group.words):
            yield "glossary", ("groups", number, "words", index), word.claims


def _fallen(library: Library, files: Mapping[tuple[str, str], Source]) -> Iterator[Finding]:
    """What rests only on sources that were retracted, disputed or excluded.

    Rules, thresholds and programs stand on claims, so a claim speaks for all of them; a text may
    also link a source itself.
    """
    for claim in library.claims.values():
        for said in _unsupported(claim.title, ("sources",), claim.sources, library):
            yield files["claim", claim.id].located(said)
    for exercise in library.exercises.values():
        for said in _unsupported(exercise.name, ("evidence",), exercise.evidence, library):
            yield files["exercise", exercise.id].located(said)
    for file, name, keys, text in _texts_on_sources(library):
        for said in _unsupported(name, keys, _sources_in(text), library):
            yield files[file, file].located(said)


def _texts_on_sources(library: Library) -> Iterator[tuple[str, str, Keys, str]]:
    """Texts that may link sources: the file, what they are about, the place and the text."""
    for index, rule in enumerate(library.framework.counting):
        yield "framework", rule.term, ("counting", index, "says"), rule.says
    for id_, threshold in library.framework.thresholds.items():
        yield "framework", id_, ("thresholds", id_, "says"), threshold.says
    for number, group in enumerate(library.glossary.groups):
        for index, word in enumerate(group.words):
            keys = ("groups", number, "words", index, "says")
            yield "glossary", word.term, keys, word.says


def _fallen_under_rules(
    pages: Mapping[str, str], library: Library, files: Mapping[tuple[str, str], Source]
) -> Iterator[Finding]:
    """Rules whose page links only sources that do not stand; said where the first of them fell."""
    for code, page in pages.items():
        ids = _sources_in(page)
        for said in _unsupported(f"The page of {code}", ("status",), ids, library):
            yield files["source", ids[0]].located(said)


def _unsupported(
    name: str, keys: Keys, ids: tuple[str, ...], library: Library
) -> Iterator[Finding]:
    """The finding when there are sources and none of them stands."""
    found = [library.sources.get(id_) for id_ in ids]
    fallen = [item for item in found if item is not None and not item.stands]
    if fallen and len(fallen) == len(ids):
        named = ", ".join(f"`{item.id}` ({item.status})" for item in fallen)
        yield form_finding(
            "SCH019",
            keys,
            f"“{name}” rests only on what does not stand: {named}",
            "Name a source that stands; if there is none, judge it anew without. No page is built "
            "before, since rules, numbers and programs lean on it.",
        )


def _sources_in(text: str) -> tuple[str, ...]:
    """The sources that a text links to."""
    return tuple(wanted for kind, wanted in links_in(text) if kind == "source")


def link_targets(library: Library, rules: Collection[str]) -> Mapping[str, Collection[str]]:
    """What prose may link to, by kind of link; `rules` are codes and names of training rules."""
    return {
        "claim": library.claims,
        "source": library.sources,
        "exercise": library.exercises,
        "rule": (*rules, *FORM_RULES),
        "program": library.programs,
        "topic": library.framework.topics,
    }


_UNKNOWN = {
    "exercise": "SCH005",
    "claim": "SCH006",
    "source": "SCH006",
    "rule": "SCH007",
    "program": "SCH008",
}


_ALL_OF_THEM = {
    "exercise": "The exercise library lists them all.",
    "claim": "The evidence pages list them all.",
    "source": "The evidence pages list them all.",
    "rule": "`pillars rules` lists them all.",
    "program": "The programs page lists them all.",
    "topic": "The framework page lists them all.",
}


def unknown(keys: Keys, wanted: str, known: Any, what: str, code: str = "") -> Finding:
    """The finding for an id that leads nowhere, with the nearest one that does not."""
    hint = did_you_mean(wanted, known, _ALL_OF_THEM[what])
    fix = None if code else another_word(keys, wanted, known)
    message = f"there is no {what} `{wanted[:80]}`"
    return form_finding(code or _UNKNOWN[what], keys, message, hint, fix=fix)


def broken_links(value: Any, known: Mapping[str, Any], keys: Keys = ()) -> Iterator[Finding]:
    """Links to something that does not exist, in any text of a value of the model or as written."""
    for place, text in texts(value, keys):
        for kind, wanted in LINK.findall(text):
            if wanted not in known[kind]:
                yield unknown(place, wanted, known[kind], kind, "SCH016")
        for address in ADDRESS.findall(text):
            if not is_web_address(address):
                message = f"“{address[:60]}” is not an address that can be linked"
                yield form_finding(
                    "SCH016", place, message, "Write it like https://example.org/page."
                )


def links_in(value: Any) -> tuple[tuple[str, str], ...]:
    """Kind and id of all that the texts of a value link to, each once."""
    found = (pair for _, text in texts(value) for pair in LINK.findall(text))
    return tuple(dict.fromkeys(found))


def texts(value: Any, keys: Keys = ()) -> Iterator[tuple[Keys, str]]:
    """Every text of a value of the model or as written, with its place."""
    if isinstance(value, str):
        yield keys, value
    elif isinstance(value, tuple | list):
        for index, item in enumerate(value):
            yield from texts(item, (*keys, index))
    elif isinstance(value, Mapping):
        for name, item in value.items():
            yield from texts(item, (*keys, name))
    elif is_dataclass(value) and not isinstance(value, type):
        for part in fields(value):
            yield from texts(getattr(value, part.name), (*keys, part.name.rstrip("_")))
