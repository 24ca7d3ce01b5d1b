"""A sentence says more than the evidence does.

## What it checks
All prose of the program, sentence by sentence, for statements that go beyond one of our claims:

| the text says | the claim about it |
|---|---|
| a percentage of muscle growth from sleep | [sleep](claim:sleep-for-growth) |
| an anabolic window that must not be missed | [protein](claim:protein-planning) |
| a percentage of the legs that the squat trains | [squat](claim:squat-seventy-percent) |
| forward lean is stress for the knees | [lean](claim:knee-stress-lean) |
| shallow squats are stress for the knees | [depth](claim:knee-stress-shallow) |
| deep squats harm, or protect, the knees | [deep squats](claim:deep-squat-harm) |
| 1.8 to 2.4 %, or any percentage, of leg mass a year | [study](claim:powerlifter-leg-mass-study) |
| elite athletes prove it | [several planes](claim:multi-planar-resistance) |
| satellite cells that several planes switch on | [several planes](claim:multi-planar-resistance) |
| satellite cells that an exercise activates | [satellite cells](claim:compounds-satellite-cells) |
| lactate, the pump or hormones make muscle grow | [the cause](claim:metabolic-stress-mechanism) |
| 15 and more repetitions build no muscle | [repetitions](claim:hypertrophy-rep-zone) |
| light loads build no muscle | [light loads](claim:satellite-cells-intensity) |
| one way of periodising builds more muscle | [periodising](claim:periodised-loading) |
| training more often builds more muscle by itself | [frequency](claim:frequency) |
| an easy week makes muscle sensitive again | [easy weeks](claim:deload-hypertrophy) |
| more sets end in overtraining or joint damage | [too much](claim:overload-without-recovery) |

Left alone are questions, quoted words, and sentences that deny the statement, call it a myth, hedge
it or tell who says so, also when the next sentence does. Which words count is a convention, chosen
to be silent when in doubt. Silence does not mean that the text is right.

## Why it matters
What these sentences say goes beyond the evidence, or against it; each claim in the table has its
verdict, its certainty and its sources. A guide whose numbers are checked lends its weight to
everything else it says, and such sentences are the ones that travel.

## What to do
Leave the sentence out, or say what the evidence says. You may well name the idea and say what
became of it.

## Flagged
```yaml
summary: Three weeks of two leg days around the squat, which trains 70 % of your legs.
```

## Fine
```yaml
summary: Three weeks of two leg days around the squat; that it trains 70 % of your legs is a myth.
```
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache

from generator.finding import Finding, Keys, Label, Severity
from generator.measure.prose import prose, sentences
from generator.model import Program
from generator.model.wording import counted
from generator.plan import Plan
from generator.rule import Kind, rule

_MAKE = (
    r"makes?(?=[^;:]{0,40}?(?<!\w)(?:grow(?! (?:tired|weary|weak|stiff|numb|heavy))|growth|bigger|"
    r"larger|thicker|hypertrophy|size|mass)(?!\w)|(?: more| new)? muscle(?:[.,!]|$))"
)
"""To make something grow; legs are also made to feel full, and muscles to work."""

WORDS = {
    "percent": r"(?:\d[\d.,]{0,5}(?: ?[-–] ?\d[\d.,]{0,5})?|"
    r"ten|(?:twen|thir|for|fif|six|seven|eigh|nine)ty)(?: ?%|[ -]per[ -]?cent)",
    "growth": r"(?:leg |lean )?(?:muscle )?(?:growth|gains?|hypertrophy|mass|size)|muscle",
    "of the": r"(?:more|less|greater|of)(?: your| the| all| its)*",
    "more muscle": r"(?:\w+ )?more (?:leg |lean )?(?:muscle|size|growth|mass|hypertrophy)",
    "muscle": r"muscles?|growth|hypertrophy|size|mass|legs?",
    "builds": rf"(?:build|grow|add|give|mean|bring)s?(?: you)?|{_MAKE}",
    "makes": rf"(?:cause|drive|build|grow|trigger|stimulate)s?|{_MAKE}",
    "comes from": r"(?:grow|come|happen)s? (?:through|thanks to|because of|from)",
    "not": r"(?P<no>(?:do|does|can|will|must)(?: not|n[’']t)|cannot|won[’']t|never|avoid)",
    "must": r"must|(?:has|have) to|needs? to",
    "sleep": r"sleep\w*|slept",
    "window": r"anabolic window",
    "miss": r"miss|skip|waste|lose",
    "soon": r"within (?:an?|one|half an|\d+) ?(?:hours?|minutes?|min)",
    "squat": r"squat\w*",
    "the legs": r"(?:(?:your|the|all) )*"
    r"(?:(?:leg|thigh|lower[ -]body) (?:muscle\w*|muscul\w+|mass)|lower body|legs?)"
    r"(?![’']?[ -]?(?:press|extension|curl|day|session|work|volume|set|training|strength))",
    "lean": r"forward (?:trunk )?lean\w*|lean(?:s|ing)?(?: \w+){0,2} forwards?",
    "shallow": r"(?:shallow|half|quarter)(?:er)?[ -]squat\w*|squat\w* (?:too )?shallow\w*",
    "deep": r"(?:deep|full|below[ -]parallel)(?:er)?[ -]squat\w*|squat\w* (?:too )?deep\w*",
    "harms": r"(?:stress|strain|harm|hurt|danger|damag|overload|wreck|ruin|destroy)\w*|bad for|"
    r"hard on|wears? out",
    "protects": r"(?:protect|save|spare)s?",
    "knees": r"knees?|kneecaps?",
    "eases": r"less|lower|reduc\w+|eas\w+|spar\w+|off|shift\w*|hips?|back|load\w*|weight|heav\w+",
    "sore": r"when(?:ever)?|sore|aching|painful|injured|operated",
    "leg mass": r"(?:leg|lean|muscle) (?:muscle )?(?:mass|size|growth)|muscle",
    "a year": r"(?:a|per|each|every) year|yearly|annually",
    "elite": r"elite (?:athletes|lifters|powerlifters|bodybuilders)",
    "planes": r"multi-?planar|planes?|(?:side|lateral) lunges?",
    "cells": r"satellite cells?",
    "activates": r"(?:activat|trigger|wak|switch|stimulat)\w*",
    "pump": r"(?:the|a|that) (?:pump|burn)(?! (?:work|set|day|session|exercise|finisher|block))|"
    r"lactate|lactic acid|cell swelling|metabolic stress|(?:growth )?hormones?|testosterone",
    "15 reps": r"(?:1[5-9]|[2-9]\d)(?: ?\+| (?:or|and) more)?(?: ?(?:-|–|to) ?\d+)?[ -]?"
    r"(?:reps?|repetitions?)|(?:high|higher|long)[ -](?:reps?|repetitions?)|"
    r"sets of (?:over |more than )?(?:1[5-9]|[2-9]\d)(?: ?\+| (?:or|and) more)?",
    "light": r"(?:light|lighter|low) (?:loads?|weights?|sets?|dumbbells?)",
    "only heavy": r"only (?:heavy|heavier) (?:loads?|weights?|sets?|lifting|lifts)",
    "periodised": r"periodi[sz]\w+|undulating",
    "often": r"(?:higher|greater|more) (?:training )?frequency|"
    r"training (?:\w+ ){0,3}(?:more often|(?:twice|three times|four times) a week)",
    "easy week": r"deload\w*|(?:easy|easier|light|lighter) weeks?",
    "resensitise": r"re-?sensiti[sz]\w*",
    "surely": r"will|always|inevitably|certainly|leads? to|ends? in|causes?",
}
"""The words that the forms below are made of."""


@dataclass(frozen=True)
class Overclaim:
    """A statement that goes beyond a claim."""

    claim: str
    """The claim it goes beyond."""
    evidence: str
    """What the evidence says instead, as half a sentence."""
    forms: tuple[str, ...]
    """How it is said in a sentence: `{words}` from the list above; `...` leaves a gap.

    A `{not}` is a denial that belongs to the statement itself.
    """
    beside: str = ""
    """What else the sentence has to speak of."""
    unless: str = ""
    """Words that give the sentence another meaning."""


OVERCLAIMS = (
    Overclaim(
        "sleep-for-growth",
        "no trial puts a percentage of muscle growth on sleep",
        ("{percent} (?:{of the} )?{growth}", "{growth} ... by (?:about )?{percent}"),
        beside="{sleep}",
        unless="synthesis",
    ),
    Overclaim(
        "protein-planning",
        "the day's total of protein counts, and its timing is not supported as a requirement",
        (
            "{not} {miss} ... {window}",
            "{must} ... {window}",
            "{window} ... (?:{not} be missed|{must}|closes)",
            "protein ... {must} ... {soon}",
            "{must} ... protein ... {soon}",
        ),
    ),
    Overclaim(
        "squat-seventy-percent",
        "we found no measurement behind such a percentage",
        ("{percent} of {the legs}",),
        beside="{squat}",
    ),
    Overclaim(
        "knee-stress-lean",
        "leaning forward moves work from the knee to the hip",
        ("(?:{not} )?{lean} ... {harms} ... {knees}",),
        unless="{eases}|{sore}",
    ),
    Overclaim(
        "knee-stress-lean",
        "leaning forward moves work from the knee to the hip",
        ("upright ... {protects} ... {knees}",),
    ),
    Overclaim(
        "knee-stress-shallow",
        "at the same load less knee bend means less stress on the kneecap",
        ("(?:{not} )?{shallow} ... {harms} ... {knees}",),
        unless="{eases}|{sore}",
    ),
    Overclaim(
        "deep-squat-harm",
        "deep squats are shown neither to harm healthy knees nor to protect them",
        ("(?:{not} )?{deep} ... (?:{harms}|{protects}) ... {knees}",),
        unless="{eases}|{sore}",
    ),
    Overclaim(
        "powerlifter-leg-mass-study",
        "we found no study that shows such gains in a year",
        (
            r"1\.8 ?%? ?(?:-|–|to) ?2\.4 ?(?:%|per ?cent)",
            "{percent} (?:{of the} )?{leg mass} ... {a year}",
        ),
    ),
    Overclaim(
        "multi-planar-resistance",
        "no study that measured this was found",
        ("{cells} ... {planes}", "{planes} ... {cells}", "{elite} ... (?:prove|demonstrate)"),
    ),
    Overclaim(
        "compounds-satellite-cells",
        "satellite cells rise along with hard training, and whether growth needs them is open",
        ("{activates} ... {cells}",),
        unless="associated|linked|along with|marker|open",
    ),
    Overclaim(
        "metabolic-stress-mechanism",
        "that this makes muscle grow is contested, and the few direct tests of it were negative",
        ("{pump} ... {makes} ... {muscle}", "{muscle} ... {comes from} ... {pump}"),
    ),
    Overclaim(
        "hypertrophy-rep-zone",
        "hard sets of more than 15 repetitions grew muscle like shorter ones",
        ("{15 reps} ... {not} {builds} ... {muscle}",),
    ),
    Overclaim(
        "satellite-cells-intensity",
        "hard sets with light loads grow muscle as well",
        ("{light} ... {not} {builds} ... {muscle}", "{only heavy} ... {builds} ... {muscle}"),
    ),
    Overclaim(
        "periodised-loading",
        "for size, periodised and other plans are not shown to differ",
        ("{periodised} ... {builds} {more muscle}",),
    ),
    Overclaim(
        "frequency",
        "at equal weekly sets it hardly matters how often a muscle is trained",
        ("{often} ... {builds} {more muscle}",),
        unless="sets?|volume",
    ),
    Overclaim(
        "deload-hypertrophy",
        "an easy week is not shown to add muscle",
        ("{easy week} ... {resensitise}", "{resensitise} ... {easy week}"),
    ),
    Overclaim(
        "overload-without-recovery",
        "neither is a certain outcome of more sets",
        ("{surely} ... (?:overtraining syndrome|joint damage)",),
    ),
)
"""What is said, and the claim it goes beyond; the first that fits a sentence speaks."""

GAP = r"(?:[^;:]|[;:] (?:it|they|this|that) ){0,40}?"
"""A few words of one statement; after a semicolon or a colon another begins."""


@cache
def _pattern(form: str) -> re.Pattern[str]:
    """A form as a pattern: whole words, with gaps between them."""
    spelled = re.sub(r"\{([a-z0-9][a-z0-9 ]*)\}", lambda name: _whole(WORDS[name[1]]), form)
    return re.compile(_whole(spelled.replace(" ... ", GAP)), re.IGNORECASE)


def _whole(words: str) -> str:
    return rf"(?<!\w)(?:{words})(?!\w)"


def _parts(form: str) -> tuple[str, ...]:
    """The parts of a form that are one `{word}`; a sentence without one of them cannot fit.

    Patterns of whole forms are large, and most programs need few of them.
    """
    return tuple(part for part in form.split(" ... ") if re.fullmatch(r"\{[^{}]+\}", part))


_FORMS = tuple((o, form, _parts(form)) for o in OVERCLAIMS for form in o.forms)

_AWAY_FROM_IT = re.compile(
    r"\b(?:no|not|nor|none|nobody|nothing|never|neither|without|cannot|\w+n['\u2019]t|hardly|barely|"
    r"little|myths?|legend|wrong|false|untrue|contradict\w*|contested|disputed|unverifi\w*|"
    r"un(?:proven|tested|clear|certain|likely)|doubt\w*|forget|idea|theory|"
    r"may|might|could|perhaps|possibly|if|whether|unless|instead of|rather than|"
    r"say|says|said|claim\w*|hear|heard|read|believe\w*|thought|think\w*|supposed\w*|framework|"
    r"article)\b|[?\"\u201c\u201d]|^(?:when|where)\b",
    re.IGNORECASE,
)
"""Words of a sentence that denies, doubts, asks or quotes."""
_ANSWER = re.compile(
    r"^(?:but|yet|however|that|this|it|both|neither|no|not|nobody|none|there|in fact|wrong|false|"
    r"(?:the )?(?:evidence|trials?|stud(?:y|ies)))\b",
    re.IGNORECASE,
)
"""How a sentence begins that speaks of the one before it."""


def overclaims(text: str) -> Iterator[tuple[str, Overclaim]]:
    """What a text says beyond the evidence, once for each sentence."""
    said = sentences(text)
    for sentence, following in zip(said, (*said[1:], ""), strict=True):
        if _ANSWER.match(following) and _AWAY_FROM_IT.search(following):
            continue
        if found := _found(sentence):
            yield found


def _found(sentence: str) -> tuple[str, Overclaim] | None:
    spoken: dict[str, bool] = {}

    def speaks_of(form: str) -> bool:
        if form not in spoken:
            spoken[form] = bool(_pattern(form).search(sentence))
        return spoken[form]

    for overclaim, form, parts in _FORMS:
        if not all(map(speaks_of, parts)):
            continue
        match = _pattern(form).search(sentence)
        if match is None or (overclaim.beside and not speaks_of(overclaim.beside)):
            continue
        if overclaim.unless and speaks_of(overclaim.unless):
            continue
        start, end = match.span("no") if "no" in match.re.groupindex else (-1, -1)
        others = sentence[:start] + sentence[end:] if start >= 0 else sentence
        if not _AWAY_FROM_IT.search(others):
            return match[0], overclaim
    return None


@lru_cache(maxsize=4)
def found(program: Program) -> tuple[tuple[Keys, str, Overclaim], ...]:
    """What the prose of a program says beyond the evidence, with its place."""
    return tuple(
        (keys, said, overclaim)
        for keys, text in prose(program)
        for said, overclaim in overclaims(text)
    )


def measured(plan: Plan) -> str:
    """How many sentences say too much."""
    number = len(found(plan.program))
    return counted(number, "such sentence") if number else "no such sentence"


@rule(
    code="DOC005",
    name="overclaiming-prose",
    topic="documentation",
    kind=Kind.EVIDENCE,
    severity=Severity.WARNING,
    claims=tuple(dict.fromkeys(overclaim.claim for overclaim in OVERCLAIMS)),
    allowed="no sentence that goes beyond one of our claims",
    measured=measured,
)
def check(plan: Plan) -> Iterator[Finding]:
    """One finding per sentence."""
    for keys, said, overclaim in found(plan.program):
        claim = plan.library.claims[overclaim.claim]
        verdict = f"{claim.verdict}, {claim.certainty} certainty"
        yield Finding(
            keys,
            f"the text says “{said}”, but {overclaim.evidence}",
            "Leave it out, or say what the evidence says; a sentence that denies it is fine.",
            (Label(keys, f"the claim “{claim.title}”: {verdict}"),),
        )
