"""Values as YAML text that reads back as the same values."""

import re
from collections.abc import Iterable
from textwrap import wrap

WIDTH = 100
_PLAIN = re.compile(r"[A-Za-z][A-Za-z0-9 ’'-]*[A-Za-z0-9]")
"""Text that needs no quotes, not even inside `{}` and `[]`."""
_WORDS_WITH_MEANING = frozenset({"true", "false", "null", "yes", "no", "on", "off", "y", "n"})


def quoted(text: str) -> str:
    """One line of somebody's text, in quotes unless it plainly needs none."""
    if _PLAIN.fullmatch(text) and text.casefold() not in _WORDS_WITH_MEANING:
        return text
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    controls = {"\n": "\\n", "\t": "\\t", "\r": "\\r"}
    return '"' + "".join(controls.get(character, character) for character in escaped) + '"'


def prose(key: str, text: str, indent: int = 0) -> list[str]:
    """A key with a text of any length, folded below it where one line is too short."""
    lead = f"{' ' * indent}{key}"
    if len(lead) + 2 + len(text) <= WIDTH and _reads_plainly(text):
        return [f"{lead} {text}"]
    inside = " " * (indent + (4 if key.startswith("- ") and key != "-" else 2))
    return [f"{lead} >-", *(inside + line for line in wrap(text, WIDTH - len(inside)))]


def _reads_plainly(text: str) -> bool:
    return bool(re.match(r"[A-Za-z0-9]", text)) and not re.search(r":(\s|$)|\s#", text)


def weekly(values: Iterable[object]) -> str:
    """`3`, or `[3, 3, 4]` where the weeks differ."""
    found = [str(value) for value in values]
    return found[0] if len(set(found)) == 1 else f"[{', '.join(found)}]"


def comment(text: str, indent: int = 0) -> list[str]:
    """A comment, wrapped."""
    lead = f"{' ' * indent}# "
    return [lead + line for line in wrap(text, WIDTH - len(lead))]
