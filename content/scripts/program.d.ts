/** What `program.json` beside a guide holds; generator/export/program_json.py writes it. */

export interface Program {
  schema: "pillars-program/1";
  id: string;
  title: string;
  summary: string;
  level: "beginner" | "intermediate" | "advanced";
  goal: "hypertrophy" | "strength" | "power" | "general";
  weeks: number;
  days_a_week: number;
  session_minutes: number;
  equipment: string[];
  authors: string[];
  exercises: Record<string, Exercise>;
  plan: Week[];
}

export interface Exercise {
  name: string;
  /** Each way is a set of equipment that is enough. */
  ways: string[][];
  one_sided: boolean;
  jump: boolean;
  curve: "general" | "leg-press";
  setup: string[];
  cues: string[];
  safety: string;
}

export interface Week {
  week: number;
  block: string;
  deload: boolean;
  sessions: Session[];
}

export interface Session {
  name: string;
  day: string;
  /** Part of the address of the session on its guide: `week-3-` and this. */
  anchor: string;
  minutes: number;
  warmup: string[];
  note: string;
  turns: Turn[];
}

/** Exercises done in turn with one rest a round, or one that is done alone. */
export interface Turn {
  kind: "single" | "superset" | "circuit";
  rest: string;
  rest_seconds: Range | null;
  exercises: Entry[];
}

export interface Entry {
  label: string;
  exercise: string;
  amount: string;
  /** Whether there is a weight to choose; the body and bands have none. */
  weighted: boolean;
  sets: PlannedSet[];
  warmup: { reps: number; percent: number }[];
  notes: string[];
  swaps: { exercise: string; when: string }[];
}

export interface PlannedSet {
  type: string;
  reps: Range & { text: string; unit: string; open: boolean };
  load: (Range & { text: string; kind: string }) | null;
  rir: Range | null;
  percent: { value: number; estimated: boolean } | null;
  tempo: string | null;
  seconds_a_rep: number | null;
}

export interface Range {
  low: number;
  high: number;
}
