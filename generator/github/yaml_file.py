"""Values to the text of a YAML file, through a YAML writer and back again.

Whatever a stranger typed becomes a value and nothing else: the text is only handed on when our own
reader finds in it just what was to be written.
"""

from collections.abc import Mapping

import yaml

from generator.error import GeneratorError
from generator.source import read

Value = str | list["Value"] | dict[str, "Value"]
"""What a YAML file of ours is made of."""


class Quantity(str):
    """Text that is written as numbers are: without quotes wherever YAML allows it."""

    __slots__ = ()


class _Writer(yaml.SafeDumper):
    def increase_indent(self, flow: bool = False, indentless: bool = False) -> None:  # noqa: ARG002
        super().increase_indent(flow, False)


def _quantity(writer: yaml.SafeDumper, value: Quantity) -> yaml.ScalarNode:
    tag = writer.resolve(yaml.ScalarNode, str(value), (True, False))  # type: ignore[no-untyped-call]
    return writer.represent_scalar(tag, str(value))


_Writer.add_representer(Quantity, _quantity)


def written(fields: Mapping[str, Value], head: str) -> str:
    """A file with a comment at its head."""
    body = yaml.dump(
        dict(fields), Dumper=_Writer, sort_keys=False, allow_unicode=True, width=100
    )  # fmt: skip
    if read(body.encode(), "").data != fields:
        raise GeneratorError("a proposed program does not read as it was written")
    return head + body
