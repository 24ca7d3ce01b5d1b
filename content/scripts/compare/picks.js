/**
 * Programs chosen to be laid side by side: a box for each, and a bar at the foot of the window that
 * leads there. The bar lies over the page, so that nothing moves.
 */

import { h } from "../dom.js";
import { MOST_COMPARED } from "../finder/wishes.js";
import { counted } from "../words.js";

/**
 * @param {object} choice
 * @param {{id: string, title: string, place: HTMLElement}[]} choice.programs where each box goes
 * @param {readonly string[]} choice.chosen ids that are chosen to begin with
 * @param {(ids: string[]) => string} choice.address of the comparison of some programs
 * @param {(ids: string[]) => void} [choice.changed]
 * @param {boolean} [choice.shown] whether the bar is there before anything is chosen anew
 */
export function offerPicks({ programs, chosen, address, changed, shown = true }) {
  let ids = [...chosen];
  const said = h("p", { role: "status" });
  const go = h("a", { class: "fp-button fp-main", href: "" });
  const clear = h("button", { type: "button", class: "fp-button", onclick: () => pick([]) }, "Clear");
  const bar = h("section", { class: "fp-chosen fp-screen", "aria-label": "Chosen to compare", hidden: true }, said, go, clear);
  document.body.append(bar);
  const boxes = programs.map(({ id, title, place }) => {
    const box = h("input", { type: "checkbox", value: id, autocomplete: "off" });
    box.addEventListener("change", () => {
      pick(box.checked ? [...ids, id] : ids.filter((other) => other !== id));
    });
    place.append(h("label", { class: "fp-pick" }, box, h("span", {}, "Compare", h("span", { class: "fp-unseen" }, ` ${title}`))));
    return box;
  });

  /** @param {string[]} wanted */
  function pick(wanted) {
    ids = wanted;
    shown = true;
    show();
    changed?.([...ids]);
  }

  function show() {
    const full = ids.length >= MOST_COMPARED;
    for (const box of boxes) {
      box.checked = ids.includes(box.value);
      box.disabled = full && !box.checked;
    }
    const missing = ids.length < 2;
    const hadFocus = bar.contains(document.activeElement);
    bar.hidden = !shown || !ids.length;
    document.documentElement.toggleAttribute("data-picks", !bar.hidden);
    said.textContent = missing
      ? "1 program chosen: choose one or two more"
      : `${counted(ids.length, "program")} chosen${full ? ", no more fit side by side" : ""}`;
    go.hidden = missing;
    go.textContent = `Compare ${counted(ids.length, "program")}`;
    go.href = address(ids);
    if (bar.hidden && hadFocus) boxes[0]?.focus();
  }

  show();
}
