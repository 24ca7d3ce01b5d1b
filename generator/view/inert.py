"""JSON inside a page: data for scripts that cannot end the place it stands in."""

import json
from typing import Any


def inert(data: Any, signs: str = "<>&") -> str:
    """JSON without blanks in which nothing can end a script, or begin a tag or a template.

    `signs` are what it does without; between single quotes an apostrophe is one of them. That is
    readable, and a third of what entities take.
    """
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    for sign in signs:
        text = text.replace(sign, f"\\u{ord(sign):04x}")
    return text
