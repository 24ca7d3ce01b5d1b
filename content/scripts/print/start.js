/** The print kit as a tool: the reader's own loads and plates on the sheets, and a button to print. */

import { h } from "../dom.js";
import { ownLoad } from "../guide/own_loads.js";
import { toldBy } from "../guide/told.js";
import { follow, settings } from "../settings.js";
import { showPlates } from "./plates.js";

/** @param {HTMLElement} place */
export function start(place) {
  const told = toldBy(place);
  const said = h("p", { class: "fp-meta", role: "status" });
  place.append(
    h("button", { type: "button", class: "fp-button fp-main", onclick: () => print() }, "Print"),
    h(
      "button",
      {
        type: "button",
        class: "fp-button",
        onclick: async () => (await import("../guide/panel.js")).openPanel(told),
      },
      "My loads",
    ),
    said,
  );
  follow((mine) => {
    const filled = showLoads(told, mine);
    showPlates(mine);
    said.textContent = filled
      ? `Your loads stand in ${filled} targets. They stay in this browser.`
      : "Enter what you can lift, and your loads stand in the targets.";
  });
}

/**
 * Loads beside the targets; how many there are.
 * @param {import("../guide/told.js").Told} told
 * @param {ReturnType<typeof settings>} mine
 */
function showLoads(told, mine) {
  let filled = 0;
  /** @type {NodeListOf<HTMLElement>} */
  const cells = document.querySelectorAll(".fp-log-load");
  for (const cell of cells) {
    const id = cell.closest("table")?.dataset.exercise ?? "";
    const own = ownLoad(id, cell, told, mine);
    cell.textContent = own ? own.text + (own.loading === "dumbbell" ? " each" : "") : "";
    if (own) filled += 1;
  }
  return filled;
}
