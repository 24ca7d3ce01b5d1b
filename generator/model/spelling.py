"""How a field reads the text an author wrote: one parser, one pattern, one sentence.

A `Spelling` sits in a field's annotation. It gives pydantic the parser and the schema the
pattern, so the checker and the editor agree on what may be written.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any


class Unreadable(ValueError):
    """A value that cannot be read; the text says what may be written instead."""

    def __init__(self, message: str, index: int | None = None, hint: str = "") -> None:
        super().__init__(message)
        self.index = index
        """Which entry of a list is meant."""
        self.hint = hint


def one_value(written: object) -> str:
    """The text of a single value, or a sentence that says a list or map is wrong here."""
    if isinstance(written, str):
        return written.strip()
    kind = "list" if isinstance(written, list) else "map"
    raise Unreadable(f"one value is expected here, not a {kind}")


@dataclass(frozen=True)
class Spelling:
    """How one value is written."""

    parse: Callable[[str], Any]
    """Text to value; raises `Unreadable`."""
    says: str
    """One sentence for someone whose value was refused."""
    examples: tuple[str, ...] = ()
    pattern: str = ""
    """What an editor may check; the parser is the judge."""
    choices: tuple[str, ...] = ()
    """All allowed values, where there are few."""

    def read(self, written: object) -> Any:
        """The value of what an author wrote."""
        return self.parse(one_value(written))

    def schema(self) -> dict[str, Any]:
        """The field's JSON Schema, with the words an editor shows."""
        if self.choices:
            return {"type": "string", "enum": list(self.choices)}
        schema: dict[str, Any] = {"type": ["string", "number"]}
        if self.pattern:
            schema |= {"pattern": f"^(?:{self.pattern})$", "patternErrorMessage": self.says}
        if self.examples:
            schema["examples"] = list(self.examples)
        return schema

    def __get_pydantic_core_schema__(self, source: Any, handler: Any) -> Any:
        from pydantic_core import core_schema

        return core_schema.no_info_plain_validator_function(self.read)

    def __get_pydantic_json_schema__(self, core: Any, handler: Any) -> dict[str, Any]:
        return self.schema()


@dataclass(frozen=True)
class WeeklySpelling(Spelling):
    """How a value that may change from week to week is written."""

    ramps: bool = False
    """Whether `a to b` is allowed."""

    def read(self, written: object) -> Any:
        from generator.model.weekly import Weekly

        if isinstance(written, list):
            if not written:
                raise Unreadable("the list is empty; write one value per week")
            values = []
            for index, item in enumerate(written):
                try:
                    values.append(self.parse(one_value(item)))
                except Unreadable as error:
                    raise Unreadable(str(error), index, error.hint) from None
            return Weekly(tuple(values), listed=True)
        text = one_value(written)
        first, to, last = text.partition(" to ")
        if self.ramps and to:
            start, end = self.parse(first.strip()), self.parse(last.strip())
            if not hasattr(start, "towards") or not start.matches(end):
                raise Unreadable(f"“{text}” starts and ends in different units")
            return Weekly((start, end), ramp=True)
        return Weekly((self.parse(text),))

    def schema(self) -> dict[str, Any]:
        one = Spelling.schema(self)
        if self.ramps and self.pattern:
            ramp = f"^(?:{self.pattern})(?: to (?:{self.pattern}))?$"
            single = one | {"pattern": ramp}
        else:
            single = one
        return {"anyOf": [single, {"type": "array", "items": one, "minItems": 1}]}


@dataclass(frozen=True)
class OneOf:
    """A map that is one of several kinds, told apart by the keys it has."""

    kinds: Mapping[str, str]
    """Telling key to kind; the last kind is taken when no key tells."""
    types: Mapping[str, type]

    def kind_of(self, written: object) -> str:
        """Which kind an author meant."""
        if isinstance(written, dict):
            for key, kind in self.kinds.items():
                if key in written:
                    return kind
        return list(self.kinds.values())[-1]

    def __get_pydantic_core_schema__(self, source: Any, handler: Any) -> Any:
        from pydantic_core import core_schema

        choices = {kind: handler.generate_schema(type_) for kind, type_ in self.types.items()}
        return core_schema.tagged_union_schema(choices, self.kind_of)


def choice(*names: str) -> Spelling:
    """A word from a short list."""

    def parse(text: str) -> str:
        if text not in names:
            raise Unreadable(f"`{text}` is not one of {', '.join(names)}")
        return text

    return Spelling(parse, f"Write one of {', '.join(names)}.", names, choices=names)
