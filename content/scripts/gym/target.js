/** What a set asks of this reader: the load for them where their lifts say it, else the effort. Pure. */

import { entryOf } from "../lookup.js";
import { barLoads, converted, isThere, loadingFor, nearest, oneRepMax, printed } from "../loads.js";
import { rangeText } from "../words.js";

/** @typedef {import("../program.js").Program} Program */
/** @typedef {import("../program.js").Exercise} Exercise */
/** @typedef {import("../program.js").Entry} Entry */
/** @typedef {import("../program.js").PlannedSet} PlannedSet */
/** @typedef {import("../settings.js").Settings} Settings */
/** @typedef {import("../loads.js").Loading} Loading */
/**
 * @typedef {object} Target
 * @property {string} reps as written: `8`, `12–15`, `30 s`
 * @property {number} least repetitions, or seconds of a hold, at the low end
 * @property {"reps" | "seconds"} unit of the repetitions
 * @property {number | null} load in the reader's unit; `null` where nobody can tell
 * @property {string} loadText what to put on, or how hard it should be
 * @property {string} rir `2`, `1–2` or nothing
 * @property {Loading} loading
 */

/**
 * @param {Entry} entry
 * @param {PlannedSet} set
 * @param {string} exerciseId the exercise done: the entry's own, or a swap
 * @param {Program} program
 * @param {Settings} settings
 * @returns {Target}
 */
export function targetOf(entry, set, exerciseId, program, settings) {
  const exercise = entryOf(program.exercises, exerciseId);
  const isSwap = exerciseId !== entry.exercise;
  const loading = exercise && (isSwap || entry.weighted) ? loadingFor(exercise, program.equipment, settings.equipment) : "none";
  const rir = set.rir ? rangeText(set.rir) : "";
  const load = exercise && loading !== "none" ? loadFor(set, exercise, exerciseId, loading, isSwap, settings) : null;
  return {
    reps: set.reps.text.replace(/ ?s$/, ""),
    least: set.reps.low,
    unit: set.reps.unit === "seconds" ? "seconds" : "reps",
    load,
    loadText: load === null ? unknownLoad(set, loading, isSwap) : printed(load, settings.unit),
    rir,
    loading,
  };
}

/**
 * @param {PlannedSet} set
 * @param {Exercise} exercise
 * @param {string} id
 * @param {Loading} loading
 * @param {boolean} isSwap
 * @param {Settings} settings
 * @returns {number | null}
 */
function loadFor(set, exercise, id, loading, isSwap, settings) {
  const { unit } = settings;
  const weights = settings.weights[unit];
  const written = set.load;
  if (!isSwap && (written?.kind === "kg" || written?.kind === "lb")) {
    return nearest(converted((written.low + written.high) / 2, written.kind, unit), loading, weights);
  }
  const lift = entryOf(settings.lifts, id);
  if (!lift || !set.percent) return null;
  return nearest((oneRepMax(lift, exercise.curve, unit) * set.percent.value) / 100, loading, weights);
}

/**
 * @param {PlannedSet} set
 * @param {Loading} loading
 * @param {boolean} isSwap
 */
function unknownLoad(set, loading, isSwap) {
  if (set.load && !isSwap) return set.load.kind === "percent" ? `${set.load.text} of 1RM` : set.load.text;
  if (loading === "none") return "";
  if (!set.rir) return "your weight";
  return set.rir.low === 0 ? "to the last good rep" : `leave ${rangeText(set.rir)} in reserve`;
}

/**
 * A warm-up set's load: its share of the working load, as these weights make it.
 * @param {number} working
 * @param {number} percent
 * @param {Loading} loading
 * @param {Settings} settings
 */
export function rampLoad(working, percent, loading, settings) {
  return nearest((working * percent) / 100, loading, settings.weights[settings.unit]);
}

/**
 * The next heavier or lighter load that can be put together.
 * @param {number | null} load
 * @param {1 | -1} way
 * @param {Loading} loading
 * @param {Settings} settings
 */
export function steppedLoad(load, way, loading, settings) {
  const weights = settings.weights[settings.unit];
  if (loading === "bar") {
    const loads = barLoads(weights);
    const at = load ?? 0;
    const next = way > 0 ? loads.find((other) => other > at) : loads.filter((other) => other < at).at(-1);
    return next ?? load ?? loads[0] ?? 0;
  }
  const step = loading === "dumbbell" ? weights.dumbbell : weights.machine;
  return Math.max(0, Math.round(((load ?? 0) + way * step) * 100) / 100);
}

/**
 * Swaps that the reader's equipment allows; all of them before they told what they have.
 * @param {Entry} entry
 * @param {Program} program
 * @param {Settings} settings
 */
export function swapsFor(entry, program, settings) {
  const { equipment } = settings;
  return entry.swaps.filter(({ exercise }) => {
    const ways = entryOf(program.exercises, exercise)?.ways;
    return ways && (!equipment || ways.some((way) => isThere(way, equipment)));
  });
}
