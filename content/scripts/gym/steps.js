/** The steps of a session in the order they are done. Pure. */

/** @typedef {import("../program.js").Program} Program */
/** @typedef {import("../program.js").Week} Week */
/** @typedef {import("../program.js").Session} Session */
/** @typedef {import("../program.js").Turn} Turn */
/** @typedef {import("../program.js").Entry} Entry */
/** @typedef {import("../program.js").PlannedSet} PlannedSet */
/**
 * What comes before the first exercise, all at once.
 * @typedef {{kind: "warmup", key: string, texts: string[]}} WarmUp
 */
/**
 * One lighter set of an exercise before its working sets.
 * @typedef {{kind: "ramp", key: string, turn: Turn, entry: Entry, number: number, of: number,
 *   reps: number, percent: number}} RampSet
 */
/**
 * One working set; `rests` where a rest follows, which within a round it does not.
 * @typedef {{kind: "set", key: string, turn: Turn, entry: Entry, number: number, of: number,
 *   set: PlannedSet, rests: boolean}} WorkingSet
 */
/** @typedef {WarmUp | RampSet | WorkingSet} Step */
/** @typedef {{week: Week, session: Session}} Place */

/** A ramp that lifters often use where none is written: a convention, not a finding. */
export const USUAL_RAMP = [
  { reps: 8, percent: 40 },
  { reps: 5, percent: 60 },
  { reps: 3, percent: 80 },
];
/** From this share of the 1RM on, a barbell lift without a written ramp is offered the usual one. */
const HEAVY = 70;

/**
 * Everything to do in a session, in order: warm-up, then each turn with its ramps and its rounds.
 * @param {Session} session
 * @returns {Step[]}
 */
export function stepsOf(session) {
  /** @type {Step[]} */
  const steps = [];
  if (session.warmup.length) steps.push({ kind: "warmup", key: "warmup", texts: session.warmup });
  for (const turn of session.turns) steps.push(...ramps(turn), ...rounds(turn));
  const last = steps.at(-1);
  if (last?.kind === "set") last.rests = false;
  return steps;
}

/**
 * @param {Turn} turn
 * @returns {Step[]}
 */
function ramps(turn) {
  return turn.exercises.flatMap((entry) =>
    entry.warmup.map(({ reps, percent }, index) => ({
      kind: /** @type {const} */ ("ramp"),
      key: `${entry.label}-ramp-${index + 1}`,
      turn, entry, number: index + 1, of: entry.warmup.length, reps, percent,
    })),
  );
}

/**
 * One set of each exercise in turn, as long as an exercise has sets left; a rest after each round.
 * @param {Turn} turn
 * @returns {Step[]}
 */
function rounds(turn) {
  const count = Math.max(...turn.exercises.map((entry) => entry.sets.length));
  return Array.from({ length: count }, (_, round) => {
    const sets = turn.exercises.flatMap((entry) => {
      const set = entry.sets[round];
      return set ? [{ entry, set }] : [];
    });
    return sets.map(({ entry, set }, index) => ({
      kind: /** @type {const} */ ("set"),
      key: `${entry.label}-${round + 1}`,
      turn, entry, number: round + 1, of: entry.sets.length, set, rests: index === sets.length - 1,
    }));
  }).flat();
}

/**
 * Whether the usual ramp is worth offering: a heavy barbell lift for which none is written.
 * @param {Entry} entry
 * @param {Program} program
 */
export function wantsRamp(entry, program) {
  const ways = program.exercises[entry.exercise]?.ways ?? [];
  const percent = entry.sets[0]?.percent?.value ?? 0;
  return !entry.warmup.length && percent >= HEAVY && ways.some((way) => way.includes("barbell"));
}

/**
 * The exercise to do: a swap taken for the written one, as long as the program names it.
 * @param {Entry} entry
 * @param {{[label: string]: string}} [swaps]
 */
export function exerciseFor(entry, swaps = {}) {
  const swap = swaps[entry.label];
  return entry.swaps.find(({ exercise }) => exercise === swap)?.exercise ?? entry.exercise;
}

/**
 * A session by its name in an address, `week-3-monday`; `null` where the program has none.
 * @param {Program} program
 * @param {string} name
 * @returns {Place | null}
 */
export function placeOf(program, name) {
  const found = /^week-(\d+)-(.+)$/.exec(name);
  const week = program.plan.find((week) => week.week === Number(found?.[1]));
  const session = week?.sessions.find((session) => session.anchor === found?.[2]);
  return week && session ? { week, session } : null;
}

/** @param {Place} place */
export function nameOf({ week, session }) {
  return `week-${week.week}-${session.anchor}`;
}

/**
 * The weeks in which exactly the same session is done, among them its own.
 * @param {Program} program
 * @param {Place} place
 * @returns {number[]}
 */
export function sameWeeks(program, { session }) {
  const same = JSON.stringify(session);
  return program.plan
    .filter(({ sessions }) => sessions.some((other) => JSON.stringify(other) === same))
    .map(({ week }) => week);
}

/**
 * The session after this one; `null` after the last.
 * @param {Program} program
 * @param {Place} place
 * @returns {Place | null}
 */
export function nextSession(program, { week, session }) {
  const places = program.plan.flatMap((week) => week.sessions.map((session) => ({ week, session })));
  const here = places.findIndex((place) => place.week === week && place.session === session);
  return places[here + 1] ?? null;
}
