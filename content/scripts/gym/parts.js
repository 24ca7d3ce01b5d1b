/** Small pieces that several views of gym mode are made of. */

import { h } from "../dom.js";
import { printed } from "../loads.js";
import { sideFor, sideText, sleeve, summed } from "../plates.js";

/** @typedef {import("../settings.js").Settings} Settings */
/** @typedef {import("../loads.js").Loading} Loading */

/**
 * A button; `name` finds it again after the view is drawn anew.
 * @param {string} name
 * @param {string} words
 * @param {() => void} pressed
 * @param {{[name: string]: string | boolean | null}} [more]
 */
export function button(name, words, pressed, more = {}) {
  return h("button", { type: "button", "data-do": name, ...more, onclick: pressed }, words);
}

/**
 * The heading of a view, where the focus goes when the view changes.
 * @param {...(Node | string | false)} children
 */
export function heading(...children) {
  return h("h2", { tabindex: "-1", "data-do": "heading", id: "fp-gym-heading" }, ...children);
}

/**
 * Something folded up under a word.
 * @param {string} words
 * @param {...(Node | string | false)} children
 */
export function folded(words, ...children) {
  return h("details", { class: "fp-gym-fold" }, h("summary", {}, words), ...children);
}

/**
 * `each side 25 + 15`, drawn as well; nothing where a load takes no plates.
 * @param {number} load
 * @param {Loading} loading
 * @param {Settings} settings
 */
export function plates(load, loading, settings) {
  const side = loading === "bar" ? sideFor(load, settings) : null;
  if (!side) return null;
  const { unit, weights } = settings;
  if (!side.length) return h("p", { class: "fp-gym-plates" }, `Empty bar, ${printed(weights[unit].bar, unit)}`);
  return h("p", { class: "fp-gym-plates" },
    sleeve(side, settings, false),
    h("span", {}, h("b", {}, summed(side)), h("small", {}, " each side")),
  );
}

/**
 * Plates for one side in words: `25 + 15 each side`, `empty bar`, or nothing.
 * @param {number} load
 * @param {Loading} loading
 * @param {Settings} settings
 */
export function platesText(load, loading, settings) {
  const side = loading === "bar" ? sideFor(load, settings) : null;
  return side ? sideText(side) : "";
}
