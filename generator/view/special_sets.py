"""How sets are done that are not plain: their technique or their range of motion, in words."""

from generator.model.number import plain
from generator.plan import Entry
from generator.view.words import counted, sentence

RANGES = {
    "lengthened-partial": "Only the stretched half of the range, on purpose.",
    "partial": "A short range of motion, on purpose.",
}


def special_set(entry: Entry) -> str:
    """How its sets that are not straight are done, in words; nothing where all are straight.

    The laid-out sets decide: an easy week does straight sets of what is written as special ones.
    """
    special = [set_ for set_ in entry.sets if set_.set_type != "straight"]
    if not special:
        return ""
    item, all_ = entry.prescription, len(special) == len(entry.sets)
    which = "Each set" if all_ and len(special) > 1 else "The set" if all_ else "The last set"
    again = counted(item.mini_sets, "time") if item.mini_sets else ""
    parts = counted(item.mini_sets, "more part") if item.mini_sets else "more parts"
    rest = f"{item.mini_rest}" if item.mini_rest else ""
    pause = f"rest {rest}" if rest else "rest briefly"
    match special[0].set_type:
        case "drop-set":
            less = (
                f"take {plain(abs(item.drop.value))} % off" if item.drop else "take some load off"
            )
            after = f" after {rest}" if rest else " at once"
            how = f"is a drop set: {less} and go on{after}"
        case "rest-pause":
            how = f"is rest-pause: {pause} and do more with the same load"
        case "myo-reps":
            how = f"is done as myo-reps: {pause}, do a few more repetitions with the same load"
        case "cluster":
            how = f"is a cluster: {parts} follow the first, with {rest or 'a short rest'} between"
            again = ""
        case _:
            how = "is done with cuffs that restrict blood flow"
            if item.mini_sets:
                how += f", and {parts} follow" + (f" after {rest} each" if rest else "")
            again = ""
    return sentence(f"{which} {how}{', ' + again if again else ''}")
