"""A sentence says weeks, days, sessions or minutes that the program does not have.

## What it checks
Numbers in prose, in digits or words, against the rest of the file. In the title, the summary and
the sentences under `audience: for`, these phrases count:

| phrase | has to agree with |
|---|---|
| nine weeks, 9-week, four loading weeks | all, all loading or all deload weeks, or one block |
| two leg days, 3-day split, two days a week | the sessions or days of a week, in any block |
| three sessions a week, two weekly workouts | the same |
| twice a week, three times per week, 2x/week | the same |
| 40 minutes, 40-minute | `session_minutes` |

A range agrees when the number lies in it. "At least", "up to" and their like are taken at their
word, and "about" allows a tenth. When one phrase of a sentence names `session_minutes`, smaller
ones beside it are taken for shorter sessions. These are left alone: one week; part of a program
(the first two weeks, every four weeks, after six weeks); what somebody did before (you have
trained for eight weeks, two weeks off); one lift or muscle (squat twice a week); minutes under
ten, of rest or of a warm-up; hours, months and years.

Everywhere else, and under `not_for`, only phrases that clearly speak of this program count: this
9-week program, this two-day split, the program's two sessions, the program lasts nine weeks, the
nine weeks of this program. Which phrases count is a convention, chosen to be silent when in doubt.

## Why it matters
This is plain sense, and no trial stands behind it. Programs change, and a summary is easily left
behind. Readers choose by the first sentence they read. A program cannot deviate from this rule,
because one of the two numbers is wrong.

## What to do
Change the sentence or the program, so that they agree. If the sentence means something else, reword
it so that a reader cannot take it for the program either.

## Flagged
```yaml
summary: Nine weeks of two leg days that build tension first.
```

## Fine
```yaml
summary: Three weeks of two leg days that build tension first.
```
"""

import re
from bisect import bisect
from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache

from generator.finding import Finding, Keys, Severity
from generator.measure.prose import prose
from generator.model import Program
from generator.model.wording import counted
from generator.plan import Plan
from generator.rule import Kind, rule

_UNITS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine")
_TEENS = (
    *("ten", "eleven", "twelve", "thirteen", "fourteen"),
    *("fifteen", "sixteen", "seventeen", "eighteen", "nineteen"),
)
_TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_WORDS = {word: number for number, word in enumerate((*_UNITS, *_TEENS), start=1)}
_WORDS |= {word: 10 * number for number, word in enumerate(_TENS, start=2)}

_NUMBER = (
    rf"(?:\d{{1,3}}|(?:{'|'.join(_TENS)})(?:-(?:{'|'.join(_UNITS)}))?|"
    rf"{'|'.join((*_TEENS, *_UNITS))})"
)
_SPAN = (
    rf"(?<![\w.,/:+-])(?P<low>{_NUMBER})"
    rf"(?:(?:\s*[-\u2013]\s*|-?\s+(?:to|or)\s+)(?P<high>{_NUMBER}))?"
)
_PER_WEEK = r"(?:\s*/\s*|[ -](?:a|per|each|every)[ -])week\b"
# "two leg days", "two barbell leg days"; but "two heavy leg days" leave room for light ones
_KIND_OF_DAY = (
    r"(?:(?!heav|light|hard|eas|long|short|upper|main|full)[a-z]+ )?"
    r"(?:leg|legs|training|gym|lifting|lower[ -]body|workout)"
)
_PLAN = r"(?:program|programme|plan|routine|split|schedule|template|cycle|block)"


def _phrase(text: str) -> re.Pattern[str]:
    return re.compile(text, re.IGNORECASE)


_PHRASES = {
    "weeks": (
        _phrase(
            rf"{_SPAN}[ -]"
            r"(?:(?:training|loading|working|full|hard|deload|easy|easier|lighter)[ -])?weeks?\b"
        ),
    ),
    "a week": (
        _phrase(rf"{_SPAN}[ -](?:{_KIND_OF_DAY}[ -])?(?:days?|sessions?|workouts?){_PER_WEEK}"),
        _phrase(
            rf"{_SPAN}[ -](?:weekly[ -](?:{_KIND_OF_DAY}[ -])?|{_KIND_OF_DAY}[ -])"
            r"(?:days?|sessions?|workouts?)\b"
        ),
        _phrase(rf"{_SPAN}[ -]day[ -](?:{_KIND_OF_DAY}[ -])?{_PLAN}s?\b"),
        _phrase(rf"{_SPAN}\s?[x\u00d7](?:\s?{_PER_WEEK}|[ -]weekly\b)"),
        _phrase(
            rf"(?:\b(?P<often>once|twice|thrice)|{_SPAN}[ -]times)(?:{_PER_WEEK}|[ -]weekly\b)"
        ),
    ),
    "minutes": (_phrase(rf"{_SPAN}[ -]?(?:minutes?|mins?)\b"),),
}
_IN_TITLES = (*_PHRASES["a week"], _phrase(rf"{_SPAN}-day\b"))
_BARE = _phrase(
    rf"{_SPAN}[ -](?:days?|sessions?|workouts?)\b(?!\s+(?:for|on|with|of rest|that|in a))"
)
"""Counts only where the sentence says that it means this program."""

_SENTENCE = re.compile(r"[.;:!?]")
_CLAUSE = re.compile(r"[.;:!?,()]|\s[\u2013\u2014]\s")

_ABOUT_A_PART = _phrase(
    r"\b(?:first|last|next|other|another|every|each|after|final|past|previous|remaining|opening|"
    r"middle|from|more|extra|further|instead of|rather than|not|no|until|before)"
    r"(?:\s+(?:the|all|of|these|those))*\s+$"
)
_BEFORE_NOW = _phrase(
    r"\b(?:have|has|had|having|you['\u2019]ve)\s+(?:\w+\s+){0,2}?"
    r"(?:\w+ed|been|done|run|got|built|come|gone|kept)\b|"
    r"\b(?:already|currently|usually|used to|so far|until now|return\w*|com(?:e|ing) back)\b"
)
_THEN_SOMETHING_ELSE = {
    "weeks": _phrase(
        r"^['\u2019]?\s*(?:off|ago|without|before|earlier|apart|away|out|later|in a row|old|"
        r"of rest|of experience|of holiday|of pain|of injury|behind|study|trial|experiment|"
        r"review|break)\b"
    ),
    "a week": _phrase(
        r"^\s*(?:already|so far|until now|now|before|without|apart|"
        rf"(?:and|plus|,|with)\s+(?:an?|{_NUMBER})\s[^.;]{{0,30}}?\b(?:days?|sessions?|workouts?)\b)"
    ),
    "minutes": _phrase(
        r"^\s*(?:of\s+(?:rest|walk|cardio|stretch|warm|mobility|cycl|row|run|bik|jog|easy|conditioning)|"
        r"rest|warm|walk|jog|between|break|before|after|later|off|apart|stretch|cool|bike|row|cardio|"
        r"run\b|pause|nap|finisher|(?:a|per|each|every|/)\s*(?:day|night|week))"
    ),
}
_RESTING = _phrase(r"\b(?:rest\w*|pause\w*|walk\w*|warm\w*|stretch\w*|wait)\b[^.;]{0,20}$")
_ONE_LIFT = _phrase(
    r"\b(?:squat|hinge|deadlift|press|jump|curl|lunge|raise|calf|calve|quad|quadricep|hamstring|glute|"
    r"adductor|muscle|lift|exercise|upper|cardio|run|walk|conditioning|test|hop|bound|plyometric)"
    r"(?:s|es|ing)?\b"
)
_OF_THIS_PROGRAM = {
    "before": _phrase(
        r"\b(?:this|the)\s+program(?:me)?['\u2019]s\s+(?:all\s+|only\s+)?$|"
        r"\b(?:this|the)\s+program(?:me)?\s+(?:lasts|takes|runs(?:\s+for)?|has|spans|needs|asks\s+for|is)"
        r"\s+(?:(?:exactly|only|just|a|an)\s+)?$"
    ),
    "after": _phrase(r"^\s+(?:of|in)\s+this\s+program(?:me)?\b"),
}
_THIS = _phrase(r"\bthis\s+$")
_THIS_PLAN = _phrase(rf"-(?:week|day|minute)(?:[ -]\w+){{0,2}}?[ -]{_PLAN}\b")
_COMPARED = _phrase(
    r"\b(?:(?P<least>at least|a minimum of|(?<!no )(?<!not )(?<!never )more than|over|above|"
    r"no (?:less|fewer) than)|"
    r"(?P<most>at most|a maximum of|(?:no|not|never) more than|up to|less than|fewer than|"
    r"under|below|within|inside)|"
    r"(?P<about>about|around|roughly|some|nearly|almost|close to|approximately))\s+$"
)


@dataclass(frozen=True)
class Phrase:
    """A number in prose that speaks of the program."""

    keys: Keys
    text: str
    kind: str
    """`weeks`, `a week` or `minutes`."""
    low: Fraction
    high: Fraction
    part: bool = False
    """Whether it may be a smaller part beside a number that agrees."""

    def agrees_with(self, facts: frozenset[int]) -> bool:
        """Whether one of the file's numbers lies inside."""
        return any(self.low <= fact <= self.high for fact in facts)


def facts(program: Program) -> dict[str, frozenset[int]]:
    """The numbers a phrase of each kind may name."""
    blocks = program.blocks
    weeks = {block.weeks for block in blocks} | {program.weeks}
    weeks |= {
        sum(block.weeks for block in blocks if block.deload == easy) for easy in (True, False)
    }
    return {
        "weeks": frozenset(weeks - {0}),
        "a week": frozenset(
            count
            for block in blocks
            if block.sessions
            for count in (len(block.sessions), len({session.day for session in block.sessions}))
        ),
        "minutes": frozenset({program.session_minutes}),
    }


@lru_cache(maxsize=4)
def phrases(program: Program) -> tuple[Phrase, ...]:
    """All numbers in the prose of a program that speak of the program."""
    return tuple(_phrases(program))


def _phrases(program: Program) -> Iterator[Phrase]:
    explicit = _PHRASES | {"a week": (*_PHRASES["a week"], _BARE)}
    for keys, text in prose(program):
        if keys == ("title",):
            yield from _spoken(keys, text, _PHRASES | {"a week": _IN_TITLES})
        elif keys == ("summary",) or keys[:2] == ("audience", "for"):
            yield from _spoken(keys, text, _PHRASES)
        else:
            yield from _spoken(keys, text, explicit, only_explicit=True)


def _spoken(
    keys: Keys,
    text: str,
    patterns: dict[str, tuple[re.Pattern[str], ...]],
    only_explicit: bool = False,
) -> Iterator[Phrase]:
    taken: list[tuple[int, int]] = []
    clauses, sentences = _beginnings(_CLAUSE, text), _beginnings(_SENTENCE, text)
    for kind, forms in patterns.items():
        for found in (match for form in forms for match in form.finditer(text)):
            start, end = found.span()
            place = bisect(taken, (start, end))
            # they do not overlap, so only the neighbours can be in the way
            if any(start < other[1] and other[0] < end for other in taken[max(place - 1, 0) :][:2]):
                continue
            taken.insert(place, (start, end))
            before = _just_before(start, clauses, text)
            after = text[end : end + NEARBY]
            if only_explicit and not _means_this_program(found[0], before, after):
                continue
            low, high = _meant(kind, found, before)
            past = _BEFORE_NOW.search(_just_before(start, sentences, text))
            if not past and not _about_something_else(kind, found, low, high, before, after):
                yield Phrase(keys, found[0], kind, low, high, part=kind == "minutes")


NEARBY = 120
"""Characters on each side of a number that can say what it is about."""


def _beginnings(divider: re.Pattern[str], text: str) -> list[int]:
    """Where the clauses or sentences of a text begin."""
    return [0, *(match.end() for match in divider.finditer(text))]


def _just_before(start: int, beginnings: list[int], text: str) -> str:
    """What stands before a place in its clause or sentence, as far as it is nearby."""
    begin = beginnings[bisect(beginnings, start) - 1]
    if begin < start - NEARBY:
        begin = start - NEARBY
        while begin < start and not text[begin - 1].isspace():
            begin += 1  # half a word may look like another
    return text[begin:start]


def _value(word: str) -> int:
    tens, _, units = word.lower().partition("-")
    if tens.isdigit():
        return int(tens)
    return _WORDS[tens] + (_WORDS[units] if units else 0)


def _means_this_program(phrase: str, before: str, after: str) -> bool:
    if _OF_THIS_PROGRAM["before"].search(before) or _OF_THIS_PROGRAM["after"].match(after):
        return True
    # "this nine-week program", but not "do this twice a week"
    return bool(_THIS.search(before) and _THIS_PLAN.search(phrase + _CLAUSE.split(after, 1)[0]))


def _meant(kind: str, found: re.Match[str], before: str) -> tuple[Fraction, Fraction]:
    """Lowest and highest number a phrase allows."""
    groups = found.groupdict()
    if groups.get("often"):
        low = high = Fraction(("once", "twice", "thrice").index(groups["often"].lower()) + 1)
    else:
        ends = [Fraction(_value(groups[end])) for end in ("low", "high") if groups[end]]
        low, high = min(ends), max(ends)
    compared = _COMPARED.search(before)
    if compared is None or (kind == "weeks" and compared[0].lower().strip() == "over"):
        return low, high  # "over nine weeks" is how long it takes
    if compared["least"]:
        return low, Fraction(10**6)
    if compared["most"]:
        return Fraction(0), high
    return low * Fraction(9, 10), high * Fraction(11, 10)


def _about_something_else(
    kind: str, found: re.Match[str], low: Fraction, high: Fraction, before: str, after: str
) -> bool:
    """Whether a phrase speaks of a part, of the past, of one lift, of a rest."""
    if _ABOUT_A_PART.search(before):
        return True
    if _THEN_SOMETHING_ELSE[kind].match(after):
        return True
    compared = bool(_COMPARED.search(before))
    match kind:
        case "minutes":
            return (high < 10 and not compared) or bool(_RESTING.search(before))
        case "weeks":
            return low == high == 1
    if low > 7 and found[0].lower().endswith("day"):
        return True  # a "30-day challenge" is no number of days a week
    clause = before + _CLAUSE.split(after, 1)[0]
    often = "time" in found[0].lower() or found.groupdict().get("often")
    # "one day a week is heavy" is part of a week; "a one-day program" and "only once" are not
    whole = "-" in found[0] or re.search(r"\b(?:only|just)\s+$", before, re.IGNORECASE)
    return bool((often and _ONE_LIFT.search(clause)) or (low == high == 1 and not whole))


def disagreements(plan: Plan) -> tuple[tuple[Phrase, frozenset[int]], ...]:
    """The phrases that name no number of the file, with the numbers they could have named."""
    known = facts(plan.program)
    spoken = phrases(plan.program)
    named = {
        phrase.keys for phrase in spoken if phrase.part and phrase.agrees_with(known["minutes"])
    }
    longest = plan.program.session_minutes
    return tuple(
        (phrase, known[phrase.kind])
        for phrase in spoken
        if not phrase.agrees_with(known[phrase.kind])
        and not (phrase.part and phrase.keys in named and phrase.high < longest)
    )


def measured(plan: Plan) -> str:
    """How many numbers in prose agree."""
    total = len(phrases(plan.program))
    if not total:
        return "no such number in the prose"
    return f"{total - len(disagreements(plan))} of {total} numbers in prose agree"


def _said(kind: str, plan: Plan) -> str:
    """What the file has, in words."""
    program = plan.program
    if kind == "minutes":
        return f"`session_minutes` is {program.session_minutes}"
    if kind == "weeks":
        easy = sum(block.weeks for block in program.blocks if block.deload)
        inside = f", {easy} of them deload" if easy else ""
        return f"the blocks last {counted(program.weeks, 'week')}{inside}"
    counts = sorted(facts(program)["a week"])
    several = f"{counts[0]} to {counts[-1]}" if len(counts) > 1 else str(counts[0])
    return f"the blocks have {several} session{'s' * (counts[-1] != 1)} a week"


@rule(
    code="DOC004",
    name="prose-disagrees-with-data",
    topic="documentation",
    kind=Kind.SENSE,
    severity=Severity.ERROR,
    fixed=True,
    allowed="weeks, days, sessions and minutes in prose as in the rest of the file",
    measured=measured,
)
def check(plan: Plan) -> Iterator[Finding]:
    """One finding per phrase."""
    for phrase, _ in disagreements(plan):
        yield Finding(
            phrase.keys,
            f"the text says “{phrase.text}”, but {_said(phrase.kind, plan)}",
            "Change the sentence or the program, so that they agree.",
        )
