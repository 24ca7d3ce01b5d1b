"""The words that fields of programs and of the library may use."""

PILLARS = (
    "mechanical-overload",
    "mechanical-tension",
    "metabolic-stress",
    "neuromuscular-efficiency",
)
TOPICS = (*PILLARS, "recovery", "nutrition", "technique", "balance", "documentation")
"""The four pillars and what stands beside them."""

MUSCLES = (
    "quadriceps",
    "rectus-femoris",
    "hamstrings",
    "gluteus-maximus",
    "gluteus-medius",
    "adductors",
    "gastrocnemius",
    "soleus",
    "tibialis-anterior",
    "erector-spinae",
    "core",
)
PRIME_MOVERS = ("quadriceps", "hamstrings", "gluteus-maximus")
LEG_GROUPS = {
    "quadriceps": ("quadriceps",),
    "hamstrings": ("hamstrings",),
    "glutes": ("gluteus-maximus",),
    "adductors": ("adductors",),
    "calves": ("gastrocnemius", "soleus"),
}
"""The parts of the leg that weekly and session sets are judged for, each with its muscles."""
PATTERNS = (
    "squat",
    "hinge",
    "lunge",
    "knee-extension",
    "knee-flexion",
    "hip-extension",
    "hip-abduction",
    "hip-adduction",
    "calf",
    "tibialis",
    "jump",
    "carry",
)
KINDS = ("compound", "isolation", "plyometric")
PLANES = ("sagittal", "frontal", "transverse")
LATERALITY = ("bilateral", "unilateral")
EQUIPMENT = (
    "barbell",
    "dumbbell",
    "kettlebell",
    "smith-machine",
    "leg-press",
    "hack-squat-machine",
    "leg-extension-machine",
    "leg-curl-machine",
    "calf-machine",
    "cable",
    "band",
    "bench",
    "box",
    "sled",
    "bodyweight",
    "rack",
    "plates",
    "hip-machine",
)
FREE_WEIGHTS = frozenset({"barbell", "dumbbell", "kettlebell"})
"""What a lifter has to balance."""
UNLOADED = frozenset({"bodyweight", "bench", "box"})
"""With these alone nothing but the body is lifted."""
WEIGHTLESS = UNLOADED | {"band"}
"""With these alone there is no weight to choose."""
LENGTH_EMPHASIS = ("lengthened", "mid", "shortened")
GRADES = ("low", "medium", "high")
SKILLS = ("beginner", "intermediate", "advanced")

VERDICTS = ("supported", "partly-supported", "contested", "contradicted", "unverifiable")
CERTAINTIES = ("high", "moderate", "low", "very-low")
SOURCE_TYPES = (
    "meta-analysis",
    "systematic-review",
    "rct",
    "cohort",
    "mechanistic",
    "narrative-review",
    "position-stand",
    "survey",
)
VERIFIED = ("full", "partial", "memory")
STATUSES = ("excluded", "retracted", "disputed")
LINKED = ("claim", "source", "exercise", "rule", "program", "topic")
"""What prose may link to: `[words](claim:id)`."""
SEVERITIES = ("error", "warning", "note")
