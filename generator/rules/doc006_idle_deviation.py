"""A deviation catches nothing, or says what another one says already.

## What it checks
Each entry under `deviations`. Its rule has to speak about this program, or about the part of it
that `where` names, and no other entry may name the same rule and the same part. Where two entries
fit, the narrower one counts. (An unknown rule, or an entry without a reason, is found earlier, when
the file is read.)

## Why it matters
Readers see every deviation on the guide, under the heading that says where the program departs from
the framework. One that catches nothing tells them something untrue. It often stays behind when a
program is mended. No trial is needed for this rule; it keeps the page honest.

## What to do
Delete the entry. Where two entries name the same rule, join their reasons in one.

## Flagged
```yaml
deviations:
  - {rule: NUT001, reason: The lifters of this club are fed by their parents.}
```

## Fine
```yaml
# without nutrition
deviations:
  - {rule: NUT001, reason: The lifters of this club are fed by their parents.}
```
"""

from collections.abc import Iterator

from generator.deviation import covering, place_of
from generator.finding import Change, Finding, Fix, Keys, Severity
from generator.model import Deviation
from generator.model.program import Where
from generator.plan import Plan
from generator.rule import Kind, deviations, find_rule, rule


def idle(plan: Plan) -> Iterator[tuple[Keys, str, str]]:
    """Deviations that do nothing: place, code of the rule, and why."""
    seen: set[tuple[str, Where | None]] = set()
    for number, deviation in enumerate(plan.program.deviations):
        named = find_rule(deviation.rule)
        if named is None:
            continue
        keys: Keys = ("deviations", number, "rule")
        entry = (named.code, deviation.where)
        others = deviations(plan, named)
        caught = (covering(plan.program, others, finding) for finding in named.check(plan))
        if entry in seen:
            yield keys, named.code, "is there twice"
        elif not any(found and found.where == deviation.where for found in caught):
            there = "there" if deviation.where else "in this program"
            yield keys, named.code, f"catches nothing {there}"
        seen.add(entry)


def spoken_places(plan: Plan, deviation: Deviation) -> str:
    """Where the rule of a deviation for a part does speak; empty where it is silent."""
    named = find_rule(deviation.rule)
    if named is None or deviation.where is None:
        return ""
    places = (place_of(plan.program, finding.keys) for finding in named.check(plan))
    kinds = ("block", "session", "exercise")
    said = dict.fromkeys(
        ", ".join(f"{kind}: {name}" for kind, name in zip(kinds, place, strict=True) if name)
        for place in places
    )
    return " and ".join(f"`{{{place}}}`" if place else "the whole program" for place in said)


def measured(plan: Plan) -> str:
    """How many deviations there are, and how many do nothing."""
    total, doing_nothing = len(plan.program.deviations), len(list(idle(plan)))
    return f"{doing_nothing} of {total} idle" if total else "no deviations"


@rule(
    code="DOC006",
    name="idle-deviation",
    topic="documentation",
    kind=Kind.SENSE,
    severity=Severity.ERROR,
    fixed=True,
    allowed="only deviations from rules that speak about the program",
    measured=measured,
)
def check(plan: Plan) -> Iterator[Finding]:
    """One finding per idle deviation."""
    for keys, code, why in idle(plan):
        hint = "Join their reasons in one." if why == "is there twice" else "Delete it."
        if elsewhere := spoken_places(plan, plan.program.deviations[int(keys[1])]):
            hint = f"The rule speaks about {elsewhere}; write that as `where`, or delete the entry."
        step = Change("remove", keys[:-1])
        # two reasons are joined by a person; where the rule speaks elsewhere, one decides
        fix = Fix(f"delete the deviation from {code}", (step,), safe=True)
        certain = hint == "Delete it."
        yield Finding(keys, f"the deviation from {code} {why}", hint, fix=fix if certain else None)
