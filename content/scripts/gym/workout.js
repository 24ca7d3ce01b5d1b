/** One session being done: what changes on a tick, an undo, a swap. Pure; every change is a new workout. */

import { converted } from "../loads.js";

/** @typedef {import("./log.js").Workout} Workout */
/** @typedef {import("./log.js").DoneSet} DoneSet */
/** @typedef {import("./steps.js").Step} Step */
/** @typedef {import("./steps.js").Place} Place */
/** @typedef {import("../program.js").Program} Program */
/** @typedef {import("../settings.js").Unit} Unit */

/**
 * A time with the offset of where the lifter is: `2026-03-02T18:05:09+01:00`.
 * @param {Date} date
 */
export function localTime(date) {
  const two = (/** @type {number} */ value) => String(Math.trunc(Math.abs(value))).padStart(2, "0");
  const offset = -date.getTimezoneOffset();
  const day = `${String(date.getFullYear()).padStart(4, "0")}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
  const time = `${two(date.getHours())}:${two(date.getMinutes())}:${two(date.getSeconds())}`;
  return `${day}T${time}${offset < 0 ? "-" : "+"}${two(offset / 60)}:${two(offset % 60)}`;
}

/**
 * @param {Program} program
 * @param {Place} place
 * @param {Step[]} steps
 * @param {Date} now
 * @returns {Workout}
 */
export function begun(program, { week, session }, steps, now) {
  const started = localTime(now);
  return {
    id: `${started} ${program.id} ${week.week} ${session.anchor}`,
    started,
    ended: null,
    program: program.id,
    title: program.title,
    week: week.week,
    session: session.anchor,
    name: session.name,
    of: steps.filter(({ kind }) => kind === "set").length,
    sets: [],
    ticked: [],
    swaps: {},
    rest: null,
  };
}

/**
 * The session as somebody left it unfinished, the latest of several.
 * @param {readonly Workout[]} workouts
 * @param {Program} program
 * @param {Place} place
 * @returns {Workout | null}
 */
export function unfinished(workouts, program, { week, session }) {
  const same = workouts.filter((it) =>
    !it.ended && it.program === program.id && it.week === week.week && it.session === session.anchor);
  return same.at(-1) ?? null;
}

/**
 * A step ticked; a working set with what was done.
 * @param {Workout} workout
 * @param {Step} step
 * @param {DoneSet | null} done
 * @returns {Workout}
 */
export function ticked(workout, step, done) {
  return {
    ...workout,
    ticked: [...workout.ticked.filter((key) => key !== step.key), step.key],
    sets: done ? [...workout.sets.filter(({ key }) => key !== step.key), done] : workout.sets,
  };
}

/**
 * A set done otherwise than written down first.
 * @param {Workout} workout
 * @param {DoneSet} done
 * @returns {Workout}
 */
export function amended(workout, done) {
  return { ...workout, sets: workout.sets.map((set) => (set.key === done.key ? done : set)) };
}

/**
 * The last tick taken back, and the key of its step; as it was where nothing is ticked.
 * @param {Workout} workout
 * @returns {{workout: Workout, key: string | null}}
 */
export function undone(workout) {
  const key = workout.ticked.at(-1) ?? null;
  return {
    workout: {
      ...workout,
      ended: null,
      rest: null,
      ticked: workout.ticked.slice(0, -1),
      sets: workout.sets.filter((set) => set.key !== key),
    },
    key,
  };
}

/**
 * Where to go on: the first step after the last one ticked that is not ticked, or else the first
 * that was left out; the number of steps where all are ticked.
 * @param {Workout | null} workout
 * @param {Step[]} steps
 */
export function nextStep(workout, steps) {
  if (!workout) return 0;
  const done = new Set(workout.ticked);
  const last = steps.findIndex(({ key }) => key === workout.ticked.at(-1));
  const open = (/** @type {Step} */ step) => !done.has(step.key);
  const after = steps.findIndex((step, index) => index > last && open(step));
  // a ramp or warm-up that was passed over is not owed
  const before = steps.findIndex((step) => step.kind === "set" && open(step));
  return after >= 0 ? after : before >= 0 ? before : steps.length;
}

/**
 * Repetitions times load, summed up; holds and sets without a load count nothing.
 * @param {Workout} workout
 * @param {Unit} unit
 */
export function volumeOf(workout, unit) {
  return workout.sets.reduce(
    (sum, set) =>
      set.unit === "reps" && set.load !== null ? sum + set.reps * converted(set.load, set.load_unit, unit) : sum,
    0,
  );
}

/**
 * Minutes from the first tick to the last set.
 * @param {Workout} workout
 */
export function minutesOf(workout) {
  const end = workout.ended ?? workout.sets.at(-1)?.at ?? workout.started;
  return Math.max(0, Math.round((Date.parse(end) - Date.parse(workout.started)) / 60_000));
}

/**
 * The last set of an exercise in a log before a workout.
 * @param {readonly Workout[]} records
 * @param {string} exercise
 * @param {string | null} id of the workout being done
 * @returns {DoneSet | null}
 */
export function lastTime(records, exercise, id) {
  const sets = records
    .filter((workout) => workout.id !== id)
    .flatMap((workout) => workout.sets)
    .filter((set) => set.exercise === exercise);
  return sets.reduce(
    (/** @type {DoneSet | null} */ latest, set) =>
      !latest || Date.parse(set.at) >= Date.parse(latest.at) ? set : latest,
    null,
  );
}
