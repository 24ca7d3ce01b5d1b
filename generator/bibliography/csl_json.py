"""The sources as CSL-JSON, which Zotero, Mendeley and Pandoc read."""

import json
from collections.abc import Iterable

from generator.bibliography.reference import Name, reference
from generator.model import Publication


def csl_json(sources: Iterable[Publication]) -> str:
    """A list with an item for each source."""
    items = [item(source) for source in sources]
    return json.dumps(items, ensure_ascii=False, indent=2) + "\n"


def item(source: Publication) -> dict[str, object]:
    """One source; keys without a value are left out."""
    seen = reference(source)
    if seen.preprint:
        kind, genre = "article", "preprint"
    else:
        kind, genre = ("article-journal" if seen.journal else "document"), ""
    more = "There are further authors." if seen.more_authors else ""
    found: dict[str, object] = {
        "id": seen.id,
        "type": kind,
        "genre": genre,
        "author": [_name(name) for name in seen.authors],
        "title": seen.title,
        "container-title": "" if seen.preprint else seen.journal,
        "publisher": seen.journal if seen.preprint else "",
        "issued": {"date-parts": [[seen.year]]} if seen.year else None,
        "volume": seen.volume,
        "issue": seen.issue,
        "page": seen.pages,
        "DOI": seen.doi,
        "PMID": seen.pmid,
        "URL": seen.url,
        "note": f"{seen.note} {more}".strip(),
    }
    return {key: value for key, value in found.items() if value}


def _name(name: Name) -> dict[str, str]:
    if name.given:
        return {"family": name.family, "given": name.given}
    return {"literal": name.family}
