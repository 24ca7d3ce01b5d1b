/** The rest between sets: a ring that empties, and what comes next. */

import { h } from "../dom.js";
import { heading } from "./parts.js";
import { clockText, standOf } from "./rest.js";

/** @typedef {import("./rest.js").Rest} Rest */

const SVG = "http://www.w3.org/2000/svg";

/**
 * @param {Rest} rest
 * @param {string} next the exercise to come
 * @param {string} asks what its set asks
 */
export function restView(rest, next, asks) {
  const view = [
    heading("Rest"),
    h("div", { class: "fp-gym-ring" }, ring(rest), h("p", { class: "fp-gym-clock", role: "timer", "aria-live": "off" }), h("p", { class: "fp-gym-phase" })),
    h("div", { class: "fp-gym-next" }, h("p", {}, "Next"), h("p", {}, h("b", {}, next)), h("p", {}, asks)),
  ];
  return { view, turn: (/** @type {Rest} */ rest, /** @type {number} */ now) => turn(view, rest, now) };
}

/** @param {Rest} rest */
function ring(rest) {
  const picture = document.createElementNS(SVG, "svg");
  picture.setAttribute("viewBox", "0 0 100 100");
  picture.setAttribute("aria-hidden", "true");
  for (const name of ["fp-gym-track", "fp-gym-left"]) {
    const circle = document.createElementNS(SVG, "circle");
    for (const [key, value] of Object.entries({ class: name, cx: "50", cy: "50", r: "46", pathLength: "1" })) {
      circle.setAttribute(key, value);
    }
    picture.append(circle);
  }
  if (rest.ready < rest.over) {
    const share = (rest.ready - rest.from) / (rest.over - rest.from);
    const mark = document.createElementNS(SVG, "line");
    for (const [key, value] of Object.entries({ class: "fp-gym-mark", x1: "50", x2: "50", y1: "0.5", y2: "7.5" })) {
      mark.setAttribute(key, value);
    }
    mark.setAttribute("transform", `rotate(${(360 * share).toFixed(1)} 50 50)`);
    picture.append(mark);
  }
  return picture;
}

/**
 * @param {HTMLElement[]} view
 * @param {Rest} rest
 * @param {number} now
 */
function turn(view, rest, now) {
  const { left, gone, phase } = standOf(rest, now);
  const place = view[1];
  const clock = place?.querySelector(".fp-gym-clock");
  const words = place?.querySelector(".fp-gym-phase");
  if (clock && clock.textContent !== clockText(left)) clock.textContent = clockText(left);
  const range = rest.ready < rest.over;
  const says =
    phase === "over" ? "rest over"
    : phase === "ready" ? "go when ready"
    : range ? `ready in ${clockText(Math.ceil((rest.ready - now) / 1000))}`
    : "left";
  if (words && words.textContent !== says) words.textContent = says;
  place?.setAttribute("data-phase", phase);
  place?.querySelector(".fp-gym-left")?.setAttribute("stroke-dashoffset", gone.toFixed(4));
}
