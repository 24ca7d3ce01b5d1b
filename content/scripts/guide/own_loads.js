/** The reader's own loads in the tables of the weeks, wherever a share of the 1RM is asked. */

import { h } from "../dom.js";
import { entryOf } from "../lookup.js";
import { loadingFor, printedRange, working } from "../loads.js";
import { exerciseOf } from "./told.js";

/** @typedef {import("../settings.js").Settings} Settings */
/** @typedef {import("./told.js").Told} Told */
/**
 * A load that stands in a cell, and how it came about.
 * @typedef {object} Work
 * @property {string} id the exercise
 * @property {string} text as the cell shows it
 * @property {import("../loads.js").Working} working
 * @property {import("../loads.js").Loading} loading
 * @property {string} percent as printed
 * @property {boolean} estimated whether the percentage is
 * @property {import("../settings.js").Lift} lift
 * @property {[reps: number, percent: number][]} warmup
 */

/** What the page says without us, to go back to. @type {WeakMap<Element, Node[]>} */
const written = new WeakMap();
/** @type {WeakMap<Element, Work>} */
const works = new WeakMap();

/** @param {Element} button */
export function workAt(button) {
  return works.get(button);
}

/**
 * Fill in every cell that a lift of the reader's speaks for, and empty those none does any more.
 * @param {Told} told
 * @param {Settings} mine
 */
export function showLoads(told, mine) {
  /** @type {NodeListOf<HTMLElement>} */
  const cells = document.querySelectorAll(".fp-session td[data-percent]");
  for (const cell of cells) {
    const work = workOf(cell, told, mine);
    const page = written.get(cell);
    if (work) {
      if (!page) written.set(cell, [...cell.childNodes]);
      fill(cell, work);
    } else if (page) {
      written.delete(cell);
      cell.replaceChildren(...page);
    }
  }
}

/**
 * @param {HTMLElement} cell
 * @param {Told} told
 * @param {Settings} mine
 * @returns {Work | null}
 */
function workOf(cell, told, mine) {
  const row = cell.closest("tr");
  const id = row?.dataset.exercise ?? "";
  const lift = entryOf(mine.lifts, id);
  const own = ownLoad(id, cell, told, mine);
  if (!lift || !own) return null;
  return {
    id,
    lift,
    ...own,
    warmup: (row?.dataset.warmup ?? "").split(" ").filter(Boolean).map((step) => {
      const [reps = 0, percent = 0] = step.split(":").map(Number);
      return [reps, percent];
    }),
  };
}

/**
 * The load for a share of the 1RM that an element asks for with `data-percent`, in words and how
 * it came about; `null` where no lift of the reader's speaks for it.
 * @param {string} id the exercise
 * @param {HTMLElement} asks
 * @param {Told} told
 * @param {Settings} mine
 */
export function ownLoad(id, asks, told, mine) {
  const lift = entryOf(mine.lifts, id);
  if (!lift) return null;
  const exercise = exerciseOf(told, id);
  const percents = (asks.dataset.percent ?? "").split("-").map(Number);
  const loading = loadingFor(exercise, told.equipment, mine.equipment);
  const found = working(percents, lift, exercise.curve ?? "general", loading, mine);
  if (!found) return null;
  const estimated = asks.dataset.estimated !== undefined;
  const about = estimated ? "≈\u00a0" : "";
  return {
    text: about + printedRange(found.loads, mine.unit),
    working: found,
    loading,
    percent: `${about}${percents.join("–")}\u00a0%`,
    estimated,
  };
}

/**
 * A button that is there already stays: a panel that changed its load gives the focus back to it.
 * @param {HTMLElement} cell
 * @param {Work} work
 */
function fill(cell, work) {
  const button = cell.querySelector(".fp-load") ?? h("button", { type: "button", class: "fp-load", "aria-haspopup": "dialog" });
  button.textContent = work.text;
  works.set(button, work);
  const under = h("span", { class: "fp-under" }, work.loading === "dumbbell" && h("span", {}, "per dumbbell"), work.percent);
  if (button.parentElement !== cell) cell.replaceChildren(button);
  while (button.nextSibling) button.nextSibling.remove();
  button.after(under);
}
