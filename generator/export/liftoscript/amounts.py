"""Ranges and units of weight, as far as the app differs from us in them."""

from fractions import Fraction
from typing import Literal

from generator.model.number import rounded_to
from generator.model.quantity import Between, Load

Unit = Literal["kg", "lb"]
UNITS: tuple[Unit, ...] = ("kg", "lb")
KG_IN_LB = Fraction("0.45359237")
"""The international pound in kilograms, exact by definition."""
FINEST = {"kg": Fraction(1, 2), "lb": Fraction(1)}
"""What a converted load is rounded to; the app goes on to the plates there are."""


def is_range(value: Between) -> bool:
    """Whether there are two numbers, of which the app takes one."""
    return value.low != value.high


def is_foreign(load: Load, unit: Unit) -> bool:
    """Whether a load is written in the other unit; what is added to a body is in kilograms."""
    own = "kg" if load.kind == "bodyweight" and load.high else load.kind
    return own in UNITS and own != unit


def in_unit(load: Load, unit: Unit) -> Fraction:
    """The lighter end of a weight, in a unit."""
    if not is_foreign(load, unit):
        return load.low
    exact = load.low * KG_IN_LB if unit == "kg" else load.low / KG_IN_LB
    return rounded_to(exact, FINEST[unit])
