"""Values out of JSON that somebody else wrote."""

from typing import TypeVar

from generator.error import GeneratorError

T = TypeVar("T")


class Unlike(GeneratorError):
    """JSON that has another shape than we were told."""


def at(data: object, kind: type[T], *path: str | int) -> T:
    """The value of a kind that stands at a path."""
    value = maybe(data, kind, *path)
    if value is None:
        where = ".".join(str(key) for key in path) or "the document"
        raise Unlike(f"{where} is not the {kind.__name__} we expected in an answer of GitHub")
    return value


def maybe(data: object, kind: type[T], *path: str | int) -> T | None:
    """The same, or nothing where there is nothing of that kind."""
    value = data
    for key in path:
        if isinstance(value, dict) and isinstance(key, str):
            value = value.get(key)
        elif isinstance(value, list) and isinstance(key, int) and 0 <= key < len(value):
            value = value[key]
        else:
            return None
    right = isinstance(value, kind) and (kind is bool or not isinstance(value, bool))
    return value if right else None  # type: ignore[return-value]
