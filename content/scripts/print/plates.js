/** The table of plates, for the reader's own bar and plates once they changed them. */

import { h } from "../dom.js";
import { barLoads, printed } from "../loads.js";
import { EMPTY, sideFor, summed } from "../plates.js";
import { USUAL } from "../settings.js";

/** @typedef {import("../settings.js").Settings} Settings */

/** Most rows that fit a sheet. */
const ROWS = 42;

/** What the page came with. @type {Element[] | null} */
let usual = null;

/** @param {Settings} mine */
export function showPlates(mine) {
  const { unit, weights } = mine;
  const place = document.querySelector(".fp-plate-tables");
  if (!place) return;
  usual ??= [...place.children];
  const own = weights[unit];
  if (JSON.stringify(own) === JSON.stringify(USUAL[unit])) {
    place.replaceChildren(...usual);
    return;
  }
  const loads = evenly(barLoads(own));
  const half = Math.ceil(loads.length / 2);
  const title = `Your bar of ${printed(own.bar, unit)} and your plates`;
  place.replaceChildren(
    ...[loads.slice(0, half), loads.slice(half)]
      .filter((part) => part.length > 0)
      .map((part) =>
        h(
          "table",
          { class: "fp-print-table fp-plate-table" },
          h("caption", {}, title),
          h(
            "thead",
            {},
            h("tr", {}, h("th", { scope: "col" }, `Load, ${unit}`), h("th", { scope: "col" }, `Each side, ${unit}`)),
          ),
          h("tbody", {}, ...part.map((load) => row(load, mine))),
        ),
      ),
  );
}

/**
 * @param {number} load
 * @param {Settings} mine
 */
function row(load, mine) {
  return h("tr", {}, h("th", { scope: "row" }, load), h("td", {}, summed(sideFor(load, mine) ?? []) || EMPTY));
}

/**
 * As many loads as fit two columns: every one, or every second, third … where there are more.
 * @param {number[]} loads
 */
function evenly(loads) {
  const every = Math.ceil(loads.length / (2 * ROWS));
  return loads.filter((_, at) => at % every === 0);
}
