/** RIR, RPE and percent of the 1RM together, for readers who think in another of them. */

import { h } from "../dom.js";

/** @param {import("../settings.js").Settings} mine */
export function showScales({ scales }) {
  for (const button of document.querySelectorAll('[data-do="scales"]')) {
    button.setAttribute("aria-pressed", String(scales));
  }
  /** @type {NodeListOf<HTMLElement>} */
  const cells = document.querySelectorAll(".fp-session td[data-rpe]");
  for (const cell of cells) {
    const shown = cell.querySelector(".fp-rpe");
    if (scales && !shown) cell.append(h("span", { class: "fp-under fp-rpe" }, `RPE\u00a0${cell.dataset.rpe}`));
    if (!scales) shown?.remove();
  }
}
