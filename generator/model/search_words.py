"""What readers type into the search, beside the words our pages use: `content/search.yml`."""

from dataclasses import dataclass
from typing import Annotated

from generator.model.program import STRICT, Line
from generator.model.spelling import choice

GROUPS = ("program", "exercise", "claim", "rule", "page", "source")
"""The kinds that results are grouped by."""


@dataclass(frozen=True)
class Meaning:
    """Words that readers type for something our pages call otherwise."""

    __pydantic_config__ = STRICT

    say: tuple[Line, ...]
    """What readers type; any of these."""
    means: tuple[Line, ...] = ()
    """What our pages say instead; each is looked for as well."""
    shows: tuple[Line, ...] = ()
    """What answers it, as `claim:frequency` or `word:deload`; the kind of the first comes first."""


@dataclass(frozen=True)
class Leaning:
    """Words that tell what kind of answer a reader wants; pages need not hold them."""

    __pydantic_config__ = STRICT

    say: tuple[Line, ...]
    """What readers type; any of these."""
    first: tuple[Annotated[str, choice(*GROUPS)], ...]
    """Kinds that stand first then."""


@dataclass(frozen=True)
class SearchWords:
    """How readers ask."""

    __pydantic_config__ = STRICT

    examples: tuple[Line, ...] = ()
    """Questions the search box offers before anything is typed."""
    ordinary: tuple[Line, ...] = ()
    """Words that no page need hold, such as `the` and `how`."""
    leanings: tuple[Leaning, ...] = ()
    """Words that move a kind of page to the front."""
    meanings: tuple[Meaning, ...] = ()
    """Other words for what pages say."""
