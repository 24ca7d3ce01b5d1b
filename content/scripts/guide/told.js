/** What the page tells the tools of a guide; generator/render/guide_tool.py writes it. */

import { entryOf } from "../lookup.js";

/**
 * @typedef {object} Told
 * @property {string} program its id
 * @property {string[]} equipment what the program asks for
 * @property {Record<string, string>} names of equipment, by id
 * @property {Record<string, number>} repeats weeks done as an earlier one, and which
 * @property {Record<string, Exercise>} exercises by id: its own first, then those that may stand in
 */
/**
 * @typedef {object} Exercise
 * @property {string} name
 * @property {string[][]} ways each a set of equipment that is enough
 * @property {"leg-press"} [curve] left out where the general one fits
 * @property {true} [weighted] whether there is a weight to choose in this program
 * @property {string[]} [instead] what the library names for the same job
 */

/**
 * @param {HTMLElement} place
 * @returns {Told}
 */
export function toldBy(place) {
  return JSON.parse(place.dataset.told ?? "");
}

/**
 * Something the page tells of an exercise; a page that names one tells of it.
 * @param {Told} told
 * @param {string | undefined} id
 */
export function exerciseOf(told, id) {
  const found = entryOf(told.exercises, id ?? "");
  if (!found) throw new Error(`the page tells nothing of ${id}`);
  return found;
}
