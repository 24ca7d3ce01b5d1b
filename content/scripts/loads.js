/**
 * Loads for a reader: from what they can lift to what to put on the bar. Pure functions; the
 * repetition curve is the one the generator estimates percentages with (generator/intensity.py).
 */

import { CURVES } from "./curves.js";
import { MOST } from "./settings.js";

/** @typedef {import("./settings.js").Unit} Unit */
/** @typedef {import("./settings.js").Lift} Lift */
/** @typedef {import("./settings.js").Weights} Weights */
/** @typedef {import("./program.js").Exercise} Exercise */
/**
 * How an exercise is loaded: a bar with plates, dumbbells or kettlebells one in each hand, a
 * machine with a stack or plates, or nothing to choose.
 * @typedef {"bar" | "dumbbell" | "machine" | "none"} Loading
 */

/** The international pound, in kilograms: exact by definition. */
export const KG_IN_LB = 0.45359237;
/** No estimate goes below this share of the 1RM, as in the generator. */
const LIGHTEST = 20;
/** Finest weight that plates are counted in; loads are whole numbers of it. */
const GRAIN = 0.25;
/** What one side holds at most, in grains: enough for the heaviest load, and few enough to count. */
const MOST_SIDE = MOST / 2 / GRAIN;

/**
 * A load in another unit.
 * @param {number} load
 * @param {Unit} from
 * @param {Unit} to
 */
export function converted(load, from, to) {
  if (from === to) return load;
  return from === "lb" ? load * KG_IN_LB : load / KG_IN_LB;
}

/**
 * The load in percent of the 1RM that allows so many repetitions to failure on average.
 * @param {number} repetitions
 * @param {keyof typeof CURVES} name
 */
export function percentFor(repetitions, name) {
  const points = CURVES[name];
  let above = /** @type {[number, number]} */ (points[0]);
  if (repetitions <= above[1]) return above[0];
  let below = above;
  for (const point of points.slice(1)) {
    [above, below] = [below, point];
    if (repetitions <= below[1]) break;
  }
  const share = (repetitions - above[1]) / (below[1] - above[1]);
  return Math.max(above[0] + share * (below[0] - above[0]), LIGHTEST);
}

/**
 * The 1RM that a lift speaks for, in the unit asked for. Rough: people differ by some repetitions
 * at the same percentage, and the more repetitions, the rougher.
 * @param {Lift} lift
 * @param {keyof typeof CURVES} curve
 * @param {Unit} unit
 */
export function oneRepMax(lift, curve, unit) {
  const percent = percentFor(lift.reps + lift.rir, curve);
  return (converted(lift.load, lift.unit, unit) * 100) / percent;
}

/** With these alone there is no weight to choose; generator/model/vocabulary.py has them too. */
const WEIGHTLESS = ["bodyweight", "bench", "box", "band"];

/**
 * How a reader loads an exercise: with what the program asks for as far as they have it, else with
 * what they have. Everybody has all of it who did not say.
 * @param {Pick<Exercise, "ways">} exercise
 * @param {readonly string[]} asked the program's equipment
 * @param {readonly string[] | null} owned
 */
export function loadingFor(exercise, asked, owned) {
  const both = owned ? asked.filter((item) => owned.includes(item)) : asked;
  const fits = exercise.ways.some((way) => isThere(way, both));
  return loadingOf(exercise, fits ? both : (owned ?? asked));
}

/**
 * How a reader loads an exercise with the equipment there is: the first way with a weight to choose
 * that fits. Where nothing fits, the first way with a weight: somebody lends it.
 * @param {Pick<Exercise, "ways">} exercise
 * @param {readonly string[]} equipment
 * @returns {Loading}
 */
export function loadingOf(exercise, equipment) {
  const fitting = exercise.ways.filter((way) => isThere(way, equipment));
  const ways = fitting.length ? fitting : exercise.ways;
  const needs = ways.find((way) => !way.every((item) => WEIGHTLESS.includes(item)));
  if (!needs) return "none";
  if (needs.includes("barbell")) return "bar";
  return needs.includes("dumbbell") || needs.includes("kettlebell") ? "dumbbell" : "machine";
}

/**
 * Whether a way to equip an exercise is all there; everybody owns a body.
 * @param {readonly string[]} way
 * @param {readonly string[]} equipment
 */
export function isThere(way, equipment) {
  return way.every((item) => item === "bodyweight" || equipment.includes(item));
}

/**
 * A share of the 1RM turned into loads to use: what it would be, and what can be put together.
 * @typedef {object} Working
 * @property {number} max the 1RM it is a share of
 * @property {number[]} exact one load, or the ends of a range
 * @property {number[]} loads the same, as they can be put together
 */
/**
 * The loads to use for a share of the 1RM, in the reader's unit; `null` where none can be chosen.
 * @param {readonly number[]} percents one percentage, or the ends of a range
 * @param {Lift} lift
 * @param {keyof typeof CURVES} curve
 * @param {Loading} loading
 * @param {{unit: Unit, weights: Record<Unit, Weights>}} settings
 * @returns {Working | null}
 */
export function working(percents, lift, curve, loading, { unit, weights }) {
  const max = oneRepMax(lift, curve, unit);
  const exact = percents.map((percent) => (max * percent) / 100);
  const loads = exact.flatMap((wish) => nearest(wish, loading, weights[unit]) ?? []);
  return loads.length ? { max, exact, loads: [...new Set(loads)] } : null;
}

/**
 * The load that can be put together nearest to a wish; of two as near the lighter one. `null`
 * where nothing can be chosen.
 * @param {number} wish
 * @param {Loading} loading
 * @param {Weights} weights
 * @returns {number | null}
 */
export function nearest(wish, loading, weights) {
  switch (loading) {
    case "bar":
      return nearestOf(wish, barLoads(weights));
    case "dumbbell":
      return stepped(wish, weights.dumbbell);
    case "machine":
      return stepped(wish, weights.machine);
    case "none":
      return null;
  }
}

/**
 * @param {number} wish
 * @param {number} step
 */
function stepped(wish, step) {
  const down = Math.max(Math.floor(wish / step + 1e-9), 1) * step;
  const nearer = wish - down <= down + step - wish + 1e-9 ? down : down + step;
  return tidy(nearer);
}

/**
 * @param {number} wish
 * @param {number[]} loads
 */
function nearestOf(wish, loads) {
  return loads.reduce((best, load) =>
    Math.abs(load - wish) < Math.abs(best - wish) - 1e-9 ? load : best,
  );
}

/**
 * Every load that a bar takes with these plates, lightest first; none above the heaviest anybody
 * enters.
 * @param {Weights} weights
 */
export function barLoads(weights) {
  const loads = [...sides(weights).keys()].sort((a, b) => a - b).map((side) => onBar(side, weights));
  return loads.filter((load) => load <= MOST);
}

/**
 * Plates for one side of the bar, as few as there can be and then the heaviest; `null` where these
 * plates do not make the load.
 * @param {number} load
 * @param {Weights} weights
 * @returns {number[] | null}
 */
export function platesPerSide(load, weights) {
  const side = Math.round((load - weights.bar) / 2 / GRAIN);
  const found = sides(weights).get(side);
  return found && Math.abs(onBar(side, weights) - load) < 1e-6 ? found : null;
}

/**
 * @param {number} side in grains
 * @param {Weights} weights
 */
function onBar(side, weights) {
  return tidy(weights.bar + 2 * side * GRAIN);
}

/**
 * What can hang on one side: the weight in grains, and the fewest plates that make it,
 * of as few those with the heaviest first.
 * @param {Weights} weights
 * @returns {Map<number, number[]>}
 */
function sides(weights) {
  const key = JSON.stringify(weights.plates);
  const done = known.get(key);
  if (done) return done;
  /** @type {Map<number, number[]>} */
  let found = new Map([[0, []]]);
  for (const [weight, pairs] of weights.plates) {
    const grains = Math.round(weight / GRAIN);
    if (!grains) continue;
    const next = new Map(found);
    for (const [side, plates] of found) {
      const most = Math.min(pairs, Math.floor((MOST_SIDE - side) / grains));
      for (let count = 1; count <= most; count += 1) {
        const before = next.get(side + count * grains);
        if (before && before.length < plates.length + count) continue;
        const more = [...plates, ...Array(count).fill(weight)];
        if (!before || isBetter(more, before)) next.set(side + count * grains, more);
      }
    }
    found = next;
  }
  if (known.size >= 8) known.clear(); // one for every change somebody makes while the page is open
  known.set(key, found);
  return found;
}

/**
 * @param {number[]} one
 * @param {number[]} other
 */
function isBetter(one, other) {
  if (one.length !== other.length) return one.length < other.length;
  const at = one.findIndex((plate, index) => plate !== other[index]);
  return at >= 0 && /** @type {number} */ (one[at]) > /** @type {number} */ (other[at]);
}

/** @type {Map<string, Map<number, number[]>>} */
const known = new Map();

/** @param {number} load */
function tidy(load) {
  return Math.round(load * 1000) / 1000;
}

/**
 * `62.5 kg`, as a reader reads it.
 * @param {number} load
 * @param {Unit} unit
 */
export function printed(load, unit) {
  return `${Number(load.toFixed(2))}\u00a0${unit}`;
}

/**
 * `60–62.5 kg`, or one load.
 * @param {readonly number[]} loads
 * @param {Unit} unit
 */
export function printedRange(loads, unit) {
  return loads.map((load) => Number(load.toFixed(2))).join("\u2013") + `\u00a0${unit}`;
}
