/** The print kit's tool: a button that prints. */
import { h } from "./dom.js";
/** @param {HTMLElement} place */
export function start(place) {
  place.append(h("button", { type: "button", class: "md-button", onclick: () => print() }, "Print"));
}
