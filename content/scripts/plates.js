/** The plates of one side of a bar: which they are, in words, and drawn. */

import { h } from "./dom.js";
import { platesPerSide } from "./loads.js";

export const EMPTY = "empty bar";

/** @typedef {Pick<import("./settings.js").Settings, "unit" | "weights">} Mine */

/**
 * The plates for a load in the reader's unit, heaviest first; `null` where theirs do not make it.
 * @param {number} load
 * @param {Mine} mine
 */
export function sideFor(load, { unit, weights }) {
  return platesPerSide(load, weights[unit]);
}

/** `25 + 15`; nothing for the bar alone. @param {readonly number[]} side */
export function summed(side) {
  return side.join(" + ");
}

/** `25 + 15 each side`. @param {readonly number[]} side */
export function sideText(side) {
  return side.length ? `${summed(side)} each side` : EMPTY;
}

/**
 * One side drawn, the plates as large as they are beside the heaviest there is; words beside it say
 * the same.
 * @param {readonly number[]} side
 * @param {Mine} mine
 * @param {boolean} named whether each plate says its weight
 */
export function sleeve(side, { unit, weights }, named) {
  const heaviest = weights[unit].plates[0]?.[0] ?? 1;
  return h("span", { class: "fp-sleeve", "aria-hidden": "true" }, ...side.map((plate) =>
    h("span", { style: `--size: ${(0.4 + 0.6 * Math.sqrt(plate / heaviest)).toFixed(2)}` }, named && plate)));
}
