"""What the model says of itself: the sentences under its classes and fields."""

import ast
import inspect
from dataclasses import is_dataclass
from functools import cache
from itertools import pairwise

from generator.model import library, program, quantity


def sentences(type_: type) -> dict[str, str]:
    """The sentence under each field of a class, which is that field's documentation."""
    [made] = ast.parse(inspect.cleandoc(inspect.getsource(type_))).body
    assert isinstance(made, ast.ClassDef)
    return fields_of(made)


def fields_of(made: ast.ClassDef) -> dict[str, str]:
    """The same for a class whose text was read already."""
    found = {}
    for line, below in pairwise(made.body):
        match line, below:
            case (
                ast.AnnAssign(target=ast.Name(name)),
                ast.Expr(value=ast.Constant(value=str(text))),
            ):
                found[name] = inspect.cleandoc(text)
    return found


@cache
def sentence_of(name: str) -> str:
    """The first paragraph on a class or a field (`Class.field`); empty for neither."""
    class_name, _, field = name.partition(".")
    type_ = _classes().get(class_name)
    if type_ is None:
        return ""
    text = sentences(type_).get(field, "") if field else inspect.getdoc(type_) or ""
    return " ".join(text.partition("\n\n")[0].split())


@cache
def names_in_the_model() -> tuple[str, ...]:
    """Everything `sentence_of` has an answer for."""
    classes = _classes().items()
    return tuple(
        name
        for class_name, type_ in classes
        for name in (class_name, *(f"{class_name}.{field}" for field in sentences(type_)))
    )


@cache
def _classes() -> dict[str, type]:
    return {
        name: value
        for module in (quantity, library, program)
        for name, value in vars(module).items()
        if isinstance(value, type) and is_dataclass(value)
    }
