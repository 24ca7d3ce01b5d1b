/** Swaps that the reader's equipment allows, and what to do where it lacks for the exercise itself. */

import { h } from "../dom.js";
import { entryOf } from "../lookup.js";
import { isThere } from "../loads.js";
import { exerciseOf } from "./told.js";

/** @typedef {import("./told.js").Told} Told */
/** @typedef {import("./told.js").Exercise} Exercise */

/** What the page says without us, to go back to. @type {Map<Element, Node[]>} */
const written = new Map();

/**
 * @param {Told} told
 * @param {import("../settings.js").Settings} mine
 */
export function showSwaps(told, { equipment }) {
  for (const [cell, nodes] of written) cell.replaceChildren(...nodes);
  written.clear();
  for (const link of document.querySelectorAll(".fp-lacking")) link.classList.remove("fp-lacking");
  if (!equipment) return;
  /** @type {NodeListOf<HTMLElement>} */
  const rows = document.querySelectorAll(".fp-session tr[data-exercise]");
  for (const row of rows) showRow(row, told, equipment);
}

/**
 * @param {HTMLElement} row
 * @param {Told} told
 * @param {string[]} owned
 */
function showRow(row, told, owned) {
  const exercise = exerciseOf(told, row.dataset.exercise);
  const cell = row.querySelector("td.fp-wide");
  const page = row.querySelector(".fp-instead");
  /** @type {HTMLElement[]} */
  const swaps = page ? [...page.querySelectorAll("[data-swap]")].map(copied) : [];
  const [can, cannot] = parted(swaps, (swap) => !lacking(exerciseOf(told, swap.dataset.swap), owned));
  const lacks = lacking(exercise, owned);
  if (!cell || (!lacks && !cannot.length)) return;
  written.set(cell, [...cell.childNodes]);
  page?.remove();
  const struck = cannot.flatMap((swap) => [
    " ",
    h("s", {}, swap),
    ` (no ${nameOf(lacking(exerciseOf(told, swap.dataset.swap), owned), told)}).`,
  ]);
  if (!lacks) {
    cell.append(h("p", { class: "fp-instead" }, can.length && "Instead: ", ...listed(can), ...struck));
    return;
  }
  row.querySelector("th a")?.classList.add("fp-lacking");
  const fits = can.length ? can : fromLibrary(exercise, row, told, owned);
  cell.prepend(
    h(
      "p",
      { class: "fp-instead fp-first" },
      h("b", {}, `No ${nameOf(lacks, told)}?`),
      fits.length ? " Do " : " No swap here fits your equipment either.",
      ...listed(fits),
      !can.length && fits.length > 0 && " The author names none that fits; this is our library’s.",
      ...struck,
    ),
  );
}

/**
 * What is missing for the way that lacks least; empty where one is all there.
 * @param {Exercise} exercise
 * @param {string[]} owned
 * @returns {string}
 */
function lacking(exercise, owned) {
  const missing = exercise.ways.map((way) => way.filter((item) => !isThere([item], owned)));
  const [least = []] = missing.sort((one, other) => one.length - other.length);
  return least[0] ?? "";
}

/**
 * What the library names for the same job, where the author names nothing that fits.
 * @param {Exercise} exercise
 * @param {HTMLElement} row
 * @param {Told} told
 * @param {string[]} owned
 */
function fromLibrary(exercise, row, told, owned) {
  const own = row.querySelector("th a")?.getAttribute("href") ?? "";
  return (exercise.instead ?? [])
    .filter((id) => !lacking(exerciseOf(told, id), owned))
    .map((id) => {
      const href = own.replace(row.dataset.exercise ?? "", id);
      return h("span", { "data-swap": id }, h("a", { href }, exerciseOf(told, id).name));
    });
}

/**
 * @param {string} id
 * @param {Told} told
 */
function nameOf(id, told) {
  return entryOf(told.names, id) ?? id;
}

/** @param {Element} swap */
function copied(swap) {
  return /** @type {HTMLElement} */ (swap.cloneNode(true));
}

/**
 * @template T
 * @param {T[]} items
 * @param {(item: T) => boolean} test
 * @returns {[T[], T[]]}
 */
function parted(items, test) {
  return [items.filter(test), items.filter((item) => !test(item))];
}

/**
 * @param {Node[]} items
 * @returns {(Node | string)[]}
 */
function listed(items) {
  return items.flatMap((item, at) => [at ? ", or " : "", item]).concat(items.length ? "." : "");
}
