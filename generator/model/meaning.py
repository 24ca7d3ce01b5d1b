"""What the words of a field mean, for an editor that shows it beside each of them."""

LEVELS = {
    "beginner": "New to lifting, or back after a long break; learns the movements.",
    "intermediate": "Lifts with sound technique and no longer adds weight each time.",
    "advanced": "Has trained for years and grows by small steps over whole blocks.",
}
GOALS = {
    "hypertrophy": "Bigger muscles above all.",
    "strength": "Heavier lifts above all.",
    "power": "Faster, more explosive legs above all.",
    "general": "A bit of everything, for health and everyday life.",
}
TOPICS = {
    "mechanical-overload": "Pillar: the work grows from week to week.",
    "mechanical-tension": "Pillar: hard sets with a load that means something.",
    "metabolic-stress": "Pillar: short rests and many repetitions, beside the heavy work.",
    "neuromuscular-efficiency": "Pillar: jumps, tempo drills and slow lowering.",
    "recovery": "Sleep, rest days and easier weeks.",
    "nutrition": "Protein and energy.",
    "technique": "How a movement is done, and how deep.",
    "balance": "Whether each part of the leg gets its share.",
    "documentation": "How the program itself is written down.",
}
SET_TYPES = {
    "straight": "All repetitions in one go, then the rest.",
    "drop-set": "The load comes off at the end of the set, and it goes on at once.",
    "rest-pause": "A few breaths at the end of the set, then more repetitions with the same load.",
    "myo-reps": "One long set close to the limit, then short sets after a few breaths each.",
    "cluster": "A heavy set cut into parts by short pauses.",
    "bfr": "A light set with a cuff that holds back the blood flow.",
}
SET_TYPE_ON = {
    "all": "Every set is built like that.",
    "last": "Only the last set is; the ones before are straight.",
}
RANGES = {
    "full": "As deep and as far up as the exercise allows.",
    "lengthened-partial": "Only the half in which the muscle is stretched.",
    "partial": "Any other short range.",
}
PROGRESSIONS = {
    "double": "Repetitions first, then load.",
    "linear": "A little more load each time.",
    "percent": "As written in the blocks.",
    "rir": "The load follows the repetitions in reserve.",
}
