/**
 * Whether a program can be done with what somebody owns. The same as tests/kit_fit.py,
 * with sets as the bits of a number; a bit for each piece of equipment, so 31 of them at most.
 */

import { counted } from "../words.js";

/**
 * What generator/view/kit.py writes: equipment by id in the order of the bits, and exercises
 * with the ways to equip them.
 * @typedef {{items: Record<string, string>, exercises: [name: string, ways: number[]][]}} KitTable
 */
/** @typedef {[name: string, ways: number[]]} Choice an exercise that may fill a place */
/**
 * What has to be exchanged, each exchange once; and what is missing, empty where the program fits.
 * @typedef {{swaps: [from: string, to: string][], missing: string[]}} Fit
 */

/**
 * The places of a program, out of its line `0.4 3 7.1.2`.
 * @param {string} line
 * @param {KitTable} table
 * @returns {Choice[][]}
 */
export function slotsOf(line, table) {
  return line.split(" ").filter(Boolean).map((slot) =>
    slot.split(".").map((number) => /** @type {Choice} */ (table.exercises[Number(number)])),
  );
}

/**
 * @param {readonly string[]} owned ids of equipment; what the table does not know is passed over
 * @param {KitTable} table
 */
function bitsOf(owned, table) {
  const items = Object.keys(table.items);
  return owned.reduce((bits, item) => bits | (items.includes(item) ? 1 << items.indexOf(item) : 0), 0);
}

/**
 * How a program goes with what somebody owns.
 * @param {readonly Choice[][]} slots
 * @param {readonly string[]} owned
 * @param {KitTable} table
 * @returns {Fit}
 */
export function fit(slots, owned, table) {
  const have = bitsOf(owned, table);
  let lacking = 0;
  /** @type {Map<string, [string, string]>} */
  const swaps = new Map();
  for (const choices of slots) {
    const [own] = choices;
    const choice = choices.find(([, ways]) => ways.some((way) => (way & ~have) === 0));
    if (choice && own && choice !== own) swaps.set(`${own[0]}\n${choice[0]}`, [own[0], choice[0]]);
    if (!choice) {
      const lacks = choices.flatMap(([, ways]) => ways.map((way) => way & ~(have | lacking)));
      lacking |= lacks.reduce((best, lack) => (size(lack) < size(best) ? lack : best));
    }
  }
  const missing = Object.keys(table.items).filter((_, bit) => lacking & (1 << bit));
  return { swaps: [...swaps.values()], missing };
}

/** @param {number} bits */
function size(bits) {
  let count = 0;
  for (let rest = bits; rest; rest &= rest - 1) count += 1;
  return count;
}

/**
 * What a fit means for a reader, in a few words.
 * @param {Fit} found
 * @param {KitTable} table
 */
export function inWords({ swaps, missing }, table) {
  if (missing.length) return `You also need: ${missing.map((item) => table.items[item]).join(", ")}`;
  return swaps.length ? `Fits with ${counted(swaps.length, "swap")}` : "Fits as written";
}
