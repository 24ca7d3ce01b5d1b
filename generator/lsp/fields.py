"""Which field of a program a path leads to, and what a name written there is the name of."""

from dataclasses import dataclass, replace
from functools import cache
from typing import Literal

from generator.finding import Keys
from generator.lsp.outline import Outline
from generator.model import Program
from generator.model.fields import Shape, key, needed, shapes
from generator.model.sentences import sentences

Kind = Literal["exercise", "claim", "rule", "program", "block", "session", "own exercise"]
"""What a value names; blocks, sessions and own exercises are the program's."""


@dataclass(frozen=True)
class KnownField:
    """A field of one kind of map, as an author meets it."""

    name: str
    says: str
    """The model's sentences about it."""
    needed: str
    """Whether it has to be there, and what holds when it is not."""
    shape: Shape

    @property
    def required(self) -> bool:
        """Whether it has to be there."""
        return self.needed == "Required"


@cache
def fields_of(type_: type) -> tuple[KnownField, ...]:
    """The fields of a kind of map, in the model's order."""
    said = sentences(type_)
    return tuple(
        KnownField(key(field), said[field.name], needed(field), shape)
        for field, shape in shapes(type_)
    )


def shape_at(keys: Keys) -> Shape | None:
    """What may stand at a path; nothing where the format has no such place."""
    shape = Shape(maps=(Program,))
    for part in keys:
        if isinstance(part, int):
            if not shape.many and shape.spelling is None:
                return None
            shape = replace(shape, many=False)
            continue
        known = next((f for type_ in shape.maps for f in fields_of(type_) if f.name == part), None)
        if known is None or shape.many:
            return None
        shape = known.shape
    return shape


def fields_at(outline: Outline, keys: Keys) -> tuple[KnownField, ...]:
    """The fields that may stand in a map, given those that stand there already."""
    shape = shape_at(keys)
    if shape is None or shape.many:
        return ()
    written = {entry.keys[-1] for entry in outline.below(keys) if entry.named}
    kinds = [fields_of(type_) for type_ in shape.maps]
    known = {field.name for kind in kinds for field in kind}
    fitting = [kind for kind in kinds if written & known <= {field.name for field in kind}]
    return tuple({f.name: f for kind in fitting or kinds for f in kind}.values())


def field_at(outline: Outline, keys: Keys) -> KnownField | None:
    """The field a path ends in."""
    found = fields_at(outline, keys[:-1]) if keys else ()
    return next((field for field in found if field.name == keys[-1]), None)


def kind_at(keys: Keys) -> Kind | None:
    """What a value at a path names; nothing where it is no name."""
    match keys:
        case ("deviations", int(), "where", "block") | ("blocks", int(), "like"):
            return "block"
        case ("deviations", int(), "where", "session"):
            return "session"
        case ("deviations", int(), "where", "exercise"):
            return "own exercise"
        case ("deviations", int(), "rule"):
            return "rule"
        case ("next", int()):
            return "program"
        case (*_, "exercise"):
            return "exercise"
        case (*_, "claims", int()):
            return "claim"
    return None


def names(outline: Outline, kind: Kind, before: int | None = None) -> dict[str, int]:
    """The names a program gives, and where each stands; `before` leaves later ones out."""
    found: dict[str, int] = {}
    for entry in outline.entries:
        if before is not None and entry.start >= before:
            break
        match entry.keys:
            case ("blocks", int(), "name") if kind == "block":
                found.setdefault(entry.value, entry.value_start)
            case ("blocks", int(), "sessions", int(), "name") if kind == "session":
                found.setdefault(entry.value, entry.value_start)
            case ("blocks", *_, "exercise") if kind == "own exercise":
                found.setdefault(entry.value, entry.value_start)
    return {name: place for name, place in found.items() if name}
