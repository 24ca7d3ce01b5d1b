"""How a field reads the text an author wrote: one parser, one pattern, one sentence.

A `Spelling` sits in a field's annotation. It gives pydantic the parser and the schema the
pattern, so the checker and the editor agree on what may be written.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from fractions import Fraction
from typing import Any, Self

from generator.model.slips import CURLY, Meant, meant


class Unreadable(ValueError):
    """A value that cannot be read; the text says what is wrong with it."""

    def __init__(
        self,
        message: str,
        hint: str = "",
        choices: tuple[str, ...] = (),
        entries: "Mapping[int, Unreadable] | None" = None,
    ) -> None:
        super().__init__(message)
        self.hint = hint
        """What may be written instead."""
        self.choices = choices
        """The words that may stand here, where there is a list of them."""
        self.entries = entries or {}
        """What is wrong with each entry of a list, where a list was written."""
        self.meant: Meant | None = None
        """What was meant, where that can be told."""


def one_value(written: object) -> str:
    """The text of a single value, or a sentence that says a list or map is wrong here."""
    if isinstance(written, str):
        return written.strip()
    kind = "list" if isinstance(written, list) else "map"
    raise Unreadable(f"one value is expected here, not a {kind}")


@dataclass(frozen=True)
class Bare:
    """The numbers that may be written without a unit.

    YAML takes them for numbers, so an editor looks at their value and never at a pattern.
    """

    least: int
    most: int
    step: Fraction | None = Fraction(1)
    """What they are a multiple of, if they have to be one of anything."""

    def schema(self) -> dict[str, Any]:
        """What an editor may check of a number."""
        limits: dict[str, Any] = {"minimum": self.least, "maximum": self.most}
        # a step of one is said by the type
        return limits | ({"multipleOf": float(self.step)} if self.step and self.step < 1 else {})

    @property
    def type(self) -> str:
        """What JSON Schema calls such a number."""
        return "integer" if self.step == 1 else "number"


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
    bare: Bare | None = None
    """The numbers that may stand here alone, if any."""
    choices: tuple[str, ...] = ()
    """All allowed values, where there are few."""
    meanings: Mapping[str, str] = field(default_factory=dict, hash=False)
    """What each of the allowed values means, where the word alone does not say it."""
    longest: int = 60
    """Characters that are looked at; no quantity needs more."""

    def such_as(self, *examples: str) -> Self:
        """The same, with examples of its own for one field."""
        return replace(self, examples=examples)

    def read(self, written: object) -> Any:
        """The value of what an author wrote; a refusal always says what may be written."""
        try:
            text = one_value(written)
            if len(text) > self.longest:
                raise Unreadable(f"{len(text)} characters are too many for this field")
            return self.parse(text)
        except Unreadable as error:
            refusal = Unreadable(str(error), error.hint or self.says, error.choices)
            if isinstance(written, str) and written.strip()[:1] in CURLY:
                message = "curly quotes are a part of the text"
                refusal = Unreadable(message, "Use straight quotes, or none.")
            if isinstance(written, str) and len(written) <= self.longest:
                refusal.meant = meant(written.strip(), error.hint, self.parse)
            raise refusal from None

    def schema(self) -> dict[str, Any]:
        """The field's JSON Schema, with the words an editor shows."""
        if self.choices:
            words: dict[str, Any] = {"type": "string", "enum": list(self.choices)}
            words["errorMessage"] = self.says
            if self.meanings:
                words["enumDescriptions"] = [self.meanings[word] for word in self.choices]
            return words
        schema: dict[str, Any] = {"type": ["string", self.bare.type] if self.bare else "string"}
        schema |= {"errorMessage": self.says}
        if self.pattern:
            schema |= {"pattern": whole_text(self.pattern), "patternErrorMessage": self.says}
        if self.bare:
            schema |= self.bare.schema()
        if self.examples:
            schema["examples"] = [_as_yaml_reads(example) for example in self.examples]
        return schema

    def __get_pydantic_core_schema__(self, source: Any, handler: Any) -> Any:
        from pydantic_core import core_schema

        return core_schema.no_info_plain_validator_function(self.read)

    def __get_pydantic_json_schema__(self, core: Any, handler: Any) -> dict[str, Any]:
        return self.schema()


def whole_text(pattern: str) -> str:
    """A pattern for the whole of a text, spaces around it left aside."""
    return rf"^\s*(?:{pattern})\s*$"


def _as_yaml_reads(example: str) -> str | int:
    return int(example) if example.isdigit() else example


_ENOUGH = 20
"""Wrong entries of one list that are told."""
_BARE = re.compile(r"[\d.]+")
"""A number without a unit."""


@dataclass(frozen=True)
class WeeklySpelling(Spelling):
    """How a value that may change from week to week is written."""

    ramps: bool = False
    """Whether `a to b` is allowed."""

    def read(self, written: object) -> Any:
        from generator.model.weekly import Weekly

        if isinstance(written, list):
            return Weekly(self._entries(written), listed=True)
        if self.ramps and isinstance(written, str) and " to " in written:
            try:
                return Weekly(self._ends(written), ramp=True)
            except Unreadable as error:
                # what one end was meant to be is not what the whole was meant to be
                error.meant = None
                if len(written) <= self.longest:
                    error.meant = meant(written.strip(), "", self._ends)
                raise
        try:
            return Weekly((Spelling.read(self, written),))
        except Unreadable as error:
            error.meant = error.meant or self._list_meant(written)
            raise

    def _list_meant(self, written: object) -> Meant | None:
        """A list whose brackets were forgotten."""
        parts = written.split(",") if isinstance(written, str) else []
        try:
            for part in parts:
                self.parse(part.strip())
        except Unreadable:
            return None
        text = ", ".join(part.strip() for part in parts)
        return Meant(f"[{text}]", "write a list, one value a week") if len(parts) > 1 else None

    def _entries(self, written: list[object]) -> tuple[Any, ...]:
        if not written:
            raise Unreadable("the list is empty", "Write one value per week.")
        values, wrong = [], {}
        for index, item in enumerate(written):
            try:
                values.append(Spelling.read(self, item))
            except Unreadable as error:
                wrong[index] = error
            if len(wrong) == _ENOUGH:
                break
        if wrong:
            raise Unreadable("the list has unreadable entries", entries=wrong)
        return tuple(values)

    def _ends(self, written: str) -> tuple[Any, Any]:
        """First and last week of `a to b`, which is never a range."""
        first, _, last = (part.strip() for part in written.partition(" to "))
        end = Spelling.read(self, last)
        try:
            start = Spelling.read(self, first)
        except Unreadable as error:
            if _BARE.fullmatch(first):
                hint = (
                    f"Write `{first}-{last}` for a range, or both ends with their unit to go from "
                    "the first week to the last."
                )
                raise Unreadable(str(error), hint) from None
            raise
        if not start.matches(end):
            hint = "Write both ends alike, such as `70% to 76%`, or one value per week."
            raise Unreadable(f"“{written.strip()[:40]}” starts and ends differently", hint)
        return start, end

    def schema(self) -> dict[str, Any]:
        # each keyword looks at its own kind of value, so no `anyOf` is needed and an editor
        # can say what is wrong with the one that was written
        one = Spelling.schema(self)
        entry = {key: value for key, value in one.items() if key != "examples"}
        types = one["type"] if isinstance(one["type"], list) else [one["type"]]
        # behind an `if`, so that an editor that writes the key does not begin a list after it
        each = {"if": {"type": "array"}, "then": {"minItems": 1, "items": entry}}
        several = {"type": [*types, "array"], **each}
        ramp = {"pattern": whole_text(rf"(?:{self.pattern})(?: +to +(?:{self.pattern}))?")}
        return one | (ramp if self.ramps else {}) | several


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

    def __get_pydantic_json_schema__(self, core: Any, handler: Any) -> dict[str, Any]:
        """The kinds told apart as the reader does it, so that an editor speaks of one kind only."""
        *others, last = list(self.types)
        schema: dict[str, Any] = handler(core["choices"][last])
        for kind in reversed(others):
            telling = [key for key, told in self.kinds.items() if told == kind]
            schema = {
                # anything else than a map is spoken of as the last kind
                "if": {"type": "object", "anyOf": [{"required": [key]} for key in telling]},
                "then": handler(core["choices"][kind]),
                "else": schema,
            }
        return schema


FEW = 8
"""Up to so many words are listed in a message itself."""


def choice(*names: str, meanings: Mapping[str, str] | None = None) -> Spelling:
    """A word from a short list."""

    def parse(text: str) -> str:
        if text not in names:
            few = len(names) <= FEW
            is_not = f"is not one of {', '.join(names)}" if few else "is not a word for this field"
            hint = "Write one of these words." if few else ""
            raise Unreadable(f"`{text[:40]}` {is_not}", hint, names)
        return text

    says = f"Write one of {', '.join(names)}."
    return Spelling(parse, says, names, choices=names, meanings=meanings or {})
