"""JSON as our files have it: letters of every language as they are, laid out in one of two ways."""

import json
from typing import Any


def in_lines(document: Any) -> bytes:
    """For whoever reads along: a line for each value, and a line break at the end."""
    return f"{json.dumps(document, ensure_ascii=False, indent=1)}\n".encode()


def dense(document: Any) -> bytes:
    """For programs alone: on one line, without blanks."""
    return json.dumps(document, ensure_ascii=False, separators=(",", ":")).encode()
