/**
 * What a reader told us: the unit, the plates and equipment they have, and what they can lift.
 * Kept in this browser only. Everything read back is checked, since an older version, or a hand,
 * may have written it.
 */

import { fields, forget, keep, kept, whenKeptElsewhere } from "./kept.js";

/** @typedef {"kg" | "lb"} Unit */
/**
 * A hard set somebody did. One repetition with none in reserve is a 1RM.
 * @typedef {{load: number, unit: Unit, reps: number, rir: number}} Lift
 */
/**
 * What weights a gym has, in one unit.
 * @typedef {object} Weights
 * @property {number} bar the bar's weight
 * @property {[weight: number, pairs: number][]} plates heaviest first
 * @property {number} dumbbell the step from one dumbbell to the next
 * @property {number} machine the step of a stack
 */
/**
 * @typedef {object} Settings
 * @property {Unit} unit
 * @property {Record<Unit, Weights>} weights
 * @property {string[] | null} equipment ids of what the reader owns; `null` before they said so
 * @property {Record<string, Lift>} lifts by exercise id
 * @property {boolean} scales whether RIR, RPE and % are shown together
 */

const NAME = "settings";
/** Heaviest load anybody enters, and more than anybody lifts. */
export const MOST = 2000;
/** Kinds of plates somebody has, at most. */
export const MOST_PLATES = 20;

/** What gyms usually have; a convention. @type {Record<Unit, Weights>} */
export const USUAL = {
  kg: {
    bar: 20,
    plates: [[25, 4], [20, 4], [15, 2], [10, 2], [5, 2], [2.5, 2], [1.25, 2]],
    dumbbell: 2,
    machine: 5,
  },
  lb: {
    bar: 45,
    plates: [[45, 6], [35, 2], [25, 2], [10, 2], [5, 2], [2.5, 2]],
    dumbbell: 5,
    machine: 10,
  },
};

/** @type {Set<(settings: Settings) => void>} */
const listeners = new Set();

/** @returns {Settings} */
export function settings() {
  return checked(kept(NAME));
}

/**
 * Change some settings and tell everybody who listens; returns how keeping them went.
 * @param {Partial<Settings>} change
 */
export function change(change) {
  const now = checked({ ...settings(), ...change });
  const how = keep(NAME, now);
  for (const listener of listeners) listener(now);
  return how;
}

/** Forget all of it and tell everybody who listens. */
export function forgetSettings() {
  forget(NAME);
  for (const listener of listeners) listener(settings());
}

/**
 * Be told now and whenever the settings change, in this tab or another.
 * @param {(settings: Settings) => void} listener
 */
export function follow(listener) {
  listeners.add(listener);
  listener(settings());
}

whenKeptElsewhere(NAME, () => {
  for (const listener of listeners) listener(settings());
});

/**
 * Settings out of anything: what does not fit is left at the usual.
 * @param {unknown} value
 * @returns {Settings}
 */
export function checked(value) {
  const told = fields(value);
  const unit = told.unit === "lb" ? "lb" : told.unit === "kg" ? "kg" : usualUnit();
  const weights = fields(told.weights);
  return {
    unit,
    weights: { kg: checkedWeights(weights.kg, USUAL.kg), lb: checkedWeights(weights.lb, USUAL.lb) },
    equipment: Array.isArray(told.equipment)
      ? told.equipment.filter((item) => typeof item === "string")
      : null,
    lifts: Object.fromEntries(
      Object.entries(fields(told.lifts)).flatMap(([id, lift]) => {
        const good = checkedLift(lift);
        return good ? [[id, good]] : [];
      }),
    ),
    scales: told.scales === true,
  };
}

/**
 * @param {unknown} value
 * @param {Weights} usual
 * @returns {Weights}
 */
function checkedWeights(value, usual) {
  const told = fields(value);
  const plates = Array.isArray(told.plates)
    ? told.plates.flatMap((plate) => {
        if (!Array.isArray(plate)) return [];
        const [weight, pairs] = plate;
        return isLoad(weight) && Number.isInteger(pairs) && pairs >= 0 && pairs <= 20
          ? [/** @type {[number, number]} */ ([weight, pairs])]
          : [];
      })
    : usual.plates;
  return {
    bar: isLoad(told.bar) || told.bar === 0 ? told.bar : usual.bar,
    plates: plates.slice(0, MOST_PLATES).sort(([a], [b]) => b - a),
    dumbbell: isLoad(told.dumbbell) ? told.dumbbell : usual.dumbbell,
    machine: isLoad(told.machine) ? told.machine : usual.machine,
  };
}

/**
 * A lift if it is one: a load, 1 to 30 repetitions, 0 to 10 in reserve.
 * @param {unknown} value
 * @returns {Lift | null}
 */
function checkedLift(value) {
  const { load, unit, reps, rir } = fields(value);
  if (!isLoad(load) || (unit !== "kg" && unit !== "lb")) return null;
  if (!(typeof reps === "number" && Number.isInteger(reps) && reps >= 1 && reps <= 30)) return null;
  if (!(typeof rir === "number" && rir >= 0 && rir <= 10)) return null;
  return { load, unit, reps, rir };
}

/**
 * @param {unknown} value
 * @returns {value is number}
 */
function isLoad(value) {
  return typeof value === "number" && value > 0 && value <= MOST;
}

/** Pounds where people lift in pounds; a guess from the browser's language. @returns {Unit} */
function usualUnit() {
  return /-(US|LR|MM)\b/.test(navigator.language) ? "lb" : "kg";
}
