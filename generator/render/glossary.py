"""Words of the trade that a page uses, explained in a small fold on that page."""

import re
from collections.abc import Iterable

from generator.render.page import Html
from generator.render.templates import component

_WORDS = (
    (
        r"\bES\b",
        "ES",
        "Effect size: how far two groups, or before and after, lie apart, in standard deviations.",
    ),
    (r"\bSMD\b", "SMD", "Standardised mean difference: an effect size that pools several studies."),
    (r"\b[dg](?: ?=| of \d| 0\.\d)", "d, g", "Cohen's d, Hedges' g: effect sizes."),
    (
        r"\bCIs?\b",
        "CI",
        "Confidence interval: the range of values the data are compatible with, mostly at 95 %.",
    ),
    (
        r"\bRCTs?\b",
        "RCT",
        "Randomised controlled trial: people are put into groups by lot.",
    ),
    (
        r"(?<![a-z])\d*-?RM\b",
        "RM",
        "Repetition maximum: 1RM is the most you can lift once, 10RM ten times.",
    ),
    (r"(?<=\s)v\.?(?=\s)", "v", "Versus: compared with."),
    (r"\bcm2\b|cm²", "cm2", "Square centimetres: the area of a muscle, cut across."),
)


def explained(texts: Iterable[str]) -> tuple[tuple[str, str], ...]:
    """The words that occur in some texts, with their meaning."""
    text = "\n".join(texts)
    return tuple((word, means) for pattern, word, means in _WORDS if re.search(pattern, text))


def glossary(*texts: str) -> tuple[Html, ...]:
    """The fold, or nothing where no such word occurs."""
    found = explained(texts)
    return (component("library/words.html", words=found),) if found else ()
