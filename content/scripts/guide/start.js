/** The guide as a tool: my loads in every table, scales, swaps that fit, and the way to a session. */

import { change, follow, settings } from "../settings.js";
import { turn } from "../soon.js";
import { showLoads, workAt } from "./own_loads.js";
import { startPicker } from "./picker.js";
import { showScales } from "./scales.js";
import { showSwaps } from "./swaps.js";
import { toldBy } from "./told.js";

/** @param {HTMLElement} place */
export async function start(place) {
  const told = toldBy(place);
  listen(told);
  follow((mine) => {
    showLoads(told, mine);
    showSwaps(told, mine);
    showScales(mine);
  });
  await turn();
  startPicker(told);
}

/** @param {import("./told.js").Told} told */
function listen(told) {
  document.addEventListener("click", async ({ target }) => {
    const button = target instanceof Element && target.closest("button");
    if (!button) return;
    if (button.dataset.do === "scales") change({ scales: !settings().scales });
    if (button.dataset.do === "loads") (await import("./panel.js")).openPanel(told);
    const work = button.matches(".fp-load") && workAt(button);
    if (work) (await import("./detail.js")).openDetail(work, told);
  });
  // until somebody listens a tap would be lost
  /** @type {NodeListOf<HTMLButtonElement>} */
  const waiting = document.querySelectorAll("button[data-do]");
  for (const button of waiting) button.disabled = false;
}
