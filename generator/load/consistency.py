"""What a program file says that cannot all be true: list lengths, names, weekdays, pairs of fields.

Works on the file as written, whether its fields are all right or not.
"""

import re
from collections.abc import Iterator, Mapping, Sequence

from generator.finding import Finding, Fix, Keys
from generator.form import form_finding
from generator.load.mending import another_word, deleted, written
from generator.load.suggest import did_you_mean
from generator.model.date import DATE
from generator.model.program import DAYS
from generator.model.spelling import Unreadable
from generator.model.spellings import LOAD
from generator.model.text import SWITCHED_ON
from generator.model.vocabulary import LEG_GROUPS
from generator.source import Data, Source

Map = dict[str, Data]
RENAME = "Give one of them another name."


def contradictions(source: Source) -> Iterator[Finding]:
    """Everything in a program file that does not go together."""
    data = source.data
    if not isinstance(data, dict):
        return
    yield from _empty_lists(data)
    earlier: dict[str, Map] = {}
    for number, block in _maps(data, "blocks"):
        keys: Keys = ("blocks", number)
        name = _text(block, "name")
        if name and name in earlier:
            yield form_finding("SCH015", (*keys, "name"), f"two blocks are called “{name}”", RENAME)
        yield from _shape_of(block, keys, earlier)
        other_length = _other_length(block, keys)
        yield from other_length
        for finding in _sessions(block, keys):
            if not (other_length and finding.code == "SCH009"):
                yield finding
        if name:
            earlier.setdefault(name, block)
    yield from _only_deloads(data)
    yield from _left_out(data)
    yield from _places(data)
    yield from _changes(data)


def _maps(value: Map, key: str) -> Iterator[tuple[int, Map]]:
    """The maps of a list, each with its number; whatever else stands there is somebody else's."""
    entries = value.get(key)
    for number, entry in enumerate(entries if isinstance(entries, list) else ()):
        if isinstance(entry, dict):
            yield number, entry


def _text(value: Map, key: str) -> str:
    """A single value; empty where none is written, or something else."""
    found = value.get(key)
    return found.strip() if isinstance(found, str) else ""


def _weeks(block: Map) -> int:
    """How long a block lasts; 0 where that cannot be read."""
    weeks = _text(block, "weeks")
    return int(weeks) if re.fullmatch(r"[1-9]\d?", weeks, re.ASCII) else 0


def _empty_lists(data: Map) -> Iterator[Finding]:
    for name in ("equipment", "authors", "takeaways", "blocks"):
        if data.get(name) == []:
            hint = "Write `[bodyweight]` if nothing is needed."
            other = "Write at least one entry."
            message = f"the list `{name}` is empty"
            yield form_finding("SCH013", (name,), message, hint if name == "equipment" else other)


def _shape_of(block: Map, keys: Keys, earlier: Mapping[str, Map]) -> Iterator[Finding]:
    called = f"“{_text(block, 'name')}”" if _text(block, "name") else "here"
    like = _text(block, "like")
    if block.get("sessions") and like:
        yield form_finding(
            "SCH013", (*keys, "like"), f"the block {called} has both `sessions` and `like`",
            "Keep `sessions` to write the block out, or `like` to repeat another.",
        )  # fmt: skip
    elif like:
        if like not in earlier or not earlier[like].get("sessions"):
            written_out = [name for name, other in earlier.items() if other.get("sessions")]
            hint = did_you_mean(like, written_out) if written_out else "Write that block out first."
            message = f"no earlier block with sessions is called “{like[:80]}”"
            fix = another_word((*keys, "like"), like, written_out)
            yield form_finding("SCH012", (*keys, "like"), message, hint, fix=fix)
    elif "like" not in block and block.get("sessions", []) == []:
        yield form_finding(
            "SCH013", keys, f"the block {called} has no sessions",
            "Add `sessions:`, or `like:` with the name of an earlier block.",
        )  # fmt: skip
    if "like" not in block:
        for name in ("sets", "load", "rir"):
            if name in block:
                yield form_finding(
                    "SCH013", (*keys, name), f"`{name}` of a block only goes with `like`",
                    "Change the exercises of the sessions instead.",
                    fix=deleted((*keys, name), f"delete `{name}` of the block"),
                )  # fmt: skip


def _only_deloads(data: Map) -> Iterator[Finding]:
    blocks = [block for _, block in _maps(data, "blocks")]
    if blocks and all(_text(block, "deload") in SWITCHED_ON for block in blocks):
        yield form_finding(
            "SCH013", ("blocks", 0, "deload"),
            "every block is a deload, and there is nothing they are lighter than",
            "Leave `deload` out of the blocks that do the work.",
        )  # fmt: skip


def _left_out(data: Map) -> Iterator[Finding]:
    """Parts of the leg that are left to other training, twice or one and all."""
    entries = data.get("out_of_scope")
    parts: set[str] = set()
    for index, entry in enumerate(entries if isinstance(entries, list) else ()):
        part = entry.strip() if isinstance(entry, str) else ""
        if part and part in parts:
            yield form_finding(
                "SCH015", ("out_of_scope", index), f"`{part[:80]}` stands here twice", "Delete it.",
                fix=deleted(("out_of_scope", index), f"delete the second `{part[:80]}`", safe=True),
            )  # fmt: skip
        parts.add(part)
    if parts >= LEG_GROUPS.keys():
        yield form_finding(
            "SCH013", ("out_of_scope",),
            "every part of the leg is left out, and nothing is left to train",
            "Keep only the parts that are trained elsewhere.",
        )  # fmt: skip


def _places(data: Map) -> Iterator[Finding]:
    """Parts of the program that a deviation is about and that are not there."""
    blocks = [block for _, block in _maps(data, "blocks")]
    named = {name: block for block in blocks if (name := _text(block, "name"))}
    everything = _names_in(blocks)
    for number, deviation in _maps(data, "deviations"):
        where = deviation.get("where")
        if where == {}:
            yield form_finding(
                "SCH013", ("deviations", number, "where"), "`where` names no part of the program",
                "Write `block`, `session` or `exercise`, or leave it out.",
                fix=deleted(("deviations", number, "where"), "delete the empty `where`"),
            )  # fmt: skip
        if not isinstance(where, dict):
            continue
        block, whole = named.get(_text(where, "block")), "this program"
        there = everything
        if block:
            whole = f"the block “{_text(block, 'name')[:80]}”"
            there = _names_in([named.get(_text(block, "like"), block)])
            there["block"] = everything["block"]
        for kind, names in there.items():
            name = _text(where, kind)
            if name and name not in names:
                yield form_finding(
                    "SCH018", ("deviations", number, "where", kind),
                    f"no {kind} of {whole} is called “{name[:80]}”",
                    did_you_mean(name, names, _COPY) if names else _COPY,
                    fix=another_word(("deviations", number, "where", kind), name, names),
                )  # fmt: skip


def _changes(data: Map) -> Iterator[Finding]:
    """Changes that are not newest first, or two of one day."""
    newer = ""
    for number, change in _maps(data, "changes"):
        date = _text(change, "date")
        if not re.fullmatch(DATE.pattern, date, re.ASCII):
            continue
        if newer and date >= newer:
            same = date == newer
            yield form_finding(
                "SCH020", ("changes", number, "date"),
                f"a second change is from {date}" if same else f"{date} stands below {newer}",
                "Join the two." if same else "Put the newest change first.",
            )  # fmt: skip
        newer = date


_COPY = "Copy the name from `blocks`."


def _names_in(blocks: Sequence[Map]) -> dict[str, list[str]]:
    """What blocks, their sessions and exercises are called, each name once."""
    sessions = [session for block in blocks for _, session in _maps(block, "sessions")]
    items = [item for session in sessions for _, item in _maps(session, "exercises")]
    members = [
        m for item in items for kind in ("superset", "circuit") for _, m in _maps(item, kind)
    ]

    def names(maps: Sequence[Map], key: str) -> list[str]:
        return list(dict.fromkeys(filter(None, (_text(item, key) for item in maps))))

    return {
        "block": names(blocks, "name"),
        "session": names(sessions, "name"),
        "exercise": names([*items, *members], "exercise"),
    }


_WEEKLY = ("sets", "reps", "load", "rir", "rest", "tempo")
"""What an exercise may have as a list with one value for each week."""
_MANY = 4
"""So many lists that agree with each other are right, and the length of the block is not."""
_LONGEST = 16
"""The most weeks a block may have."""


def _other_length(block: Map, keys: Keys) -> list[Finding]:
    """The length of a block that was changed, and none of its many lists with it."""
    items = [
        item for _, session in _maps(block, "sessions") for _, item in _maps(session, "exercises")
    ]
    items += [m for item in items for kind in ("superset", "circuit") for _, m in _maps(item, kind)]
    lists = [
        value for item in items for name in _WEEKLY if isinstance(value := item.get(name), list)
    ]
    weeks, lengths = _weeks(block), {len(value) for value in lists}
    if not weeks or len(lists) < _MANY or len(lengths) > 1:
        return []
    [values] = lengths
    if values == weeks or not 1 < values <= _LONGEST:
        return []
    finding = form_finding(
        "SCH009", (*keys, "weeks"),
        f"the block has {weeks} week{'s' * (weeks != 1)}, and each of its {len(lists)} lists has "
        f"{values} values",
        f"Write `weeks: {values}`, or give each list one value per week.",
        fix=written((*keys, "weeks"), str(values)),
    )  # fmt: skip
    return [finding]


def _sessions(block: Map, keys: Keys) -> Iterator[Finding]:
    every = [_text(session, "day") for _, session in _maps(block, "sessions")]
    days: list[str] = []
    names: set[str] = set()
    for index, session in _maps(block, "sessions"):
        here: Keys = (*keys, "sessions", index)
        day, name = _text(session, "day"), _text(session, "name")
        days.append(day)
        if day in DAYS and days.count(day) == 3:
            yield form_finding(
                "SCH010", (*here, "day"), f"more than two sessions of this block are on {day}",
                "Two sessions a day are the most; join some, or move one.",
            )  # fmt: skip
        if day in DAYS and every.count(day) == 1 and _text(session, "split") in SWITCHED_ON:
            yield form_finding(
                "SCH013", (*here, "split"), f"`split` is for a day with two sessions, and {day} "
                "has one in this block",
                "Delete this line, or give both sessions the same `day`.",
                fix=deleted((*here, "split"), "delete `split`"),
            )  # fmt: skip
        if name and name in names:
            yield form_finding(
                "SCH015", (*here, "name"), f"two sessions are called “{name[:80]}”", RENAME
            )
        names.add(name)
        if session.get("exercises") == []:
            message = f"the session “{name[:80]}” has no exercises" if name else "no exercises here"
            yield form_finding(
                "SCH013", (*here, "exercises"), message, "Add one, or delete the session."
            )
        for number, item in _maps(session, "exercises"):
            place: Keys = (*here, "exercises", number)
            kinds = [kind for kind in ("superset", "circuit") if kind in item]
            if kinds:
                yield from _group(item, kinds, place, block)
            else:
                yield from _prescription(item, place, block)


def _group(group: Map, kinds: Sequence[str], keys: Keys, block: Map) -> Iterator[Finding]:
    if len(kinds) > 1:
        message = "a group is a superset or a circuit, not both"
        yield form_finding("SCH013", (*keys, kinds[1]), message, "Keep one of them.")
    for kind in kinds:
        members = group[kind]
        if isinstance(members, list) and len(members) < 2:
            message = f"a {kind} needs at least two exercises"
            hint = "Add one, or write the exercise without the group."
            yield form_finding("SCH013", (*keys, kind), message, hint)
        for number, member in _maps(group, kind):
            here: Keys = (*keys, kind, number)
            yield from _prescription(member, here, block)
            if member.get("rest"):
                yield form_finding(
                    "SCH013", (*here, "rest"), f"`rest` inside a {kind} belongs to the round",
                    f"Write it once, beside `{kind}:`.",
                    fix=_rest_of_the_round(group, (*here, "rest")),
                )  # fmt: skip
    yield from _lengths(group, ("rest",), keys, block)


def _lengths(item: Map, names: tuple[str, ...], keys: Keys, block: Map) -> Iterator[Finding]:
    weeks = _weeks(block)
    for name in names:
        value = item.get(name)
        if isinstance(value, list) and value and weeks and len(value) != weeks:
            values = f"{len(value)} value{'s' * (len(value) != 1)}"
            yield form_finding(
                "SCH009", (*keys, name),
                f"`{name}` has {values} for the {weeks} week{'s' * (weeks != 1)} of the block",
                "Write one value per week, or a single one for all.",
            )  # fmt: skip
        if isinstance(value, str) and " to " in value and weeks == 1:
            first, _, last = (part.strip() for part in value.partition(" to "))
            yield form_finding(
                "SCH013", (*keys, name),
                f"`{name}` goes from one value to another in a single week",
                f"Write one value, or `{first[:20]}-{last[:20]}` for a range.",
                fix=_range_of(first, last, (*keys, name)),
            )  # fmt: skip


def _rest_of_the_round(group: Map, rest: Keys) -> Fix | None:
    """The rest of one exercise goes where the round has one; else a person has to choose."""
    if "rest" in group:
        return deleted(rest, "delete this `rest`; the round has one")
    return None


def _range_of(first: str, last: str, keys: Keys) -> Fix | None:
    """A range in place of a line over weeks, for bare numbers in the order of a range."""
    if not (first.isdecimal() and last.isdecimal() and int(first) < int(last)):
        return None
    return written(keys, f"{first}-{last}")


def _prescription(item: Map, keys: Keys, block: Map) -> Iterator[Finding]:
    yield from _lengths(item, _WEEKLY, keys, block)
    if item.get("rir") and _is_effort(item.get("load")):
        yield form_finding(
            "SCH013", (*keys, "rir"), "an RPE load and `rir` say the same thing twice",
            "RPE 8 is 2 repetitions in reserve; keep one of them.",
            fix=deleted((*keys, "rir"), "delete `rir` and keep the RPE"),
        )  # fmt: skip
    if (_text(item, "set_type") or "straight") == "straight":
        for name in ("mini_sets", "mini_rest", "drop"):
            if name in item:
                yield form_finding(
                    "SCH013", (*keys, name),
                    f"`{name}` says how a special set is built, and `set_type` is straight",
                    "Add `set_type: drop-set` or another, or delete this line.",
                    fix=deleted((*keys, name), f"delete `{name}`"),
                )  # fmt: skip


def _is_effort(load: object) -> bool:
    """Whether a load is written as RPE, in any week."""
    try:
        return any(value.kind == "rpe" for value in LOAD.read(load).values)
    except Unreadable:
        return False
