/** A sheet over the page: at the bottom of a phone, where a thumb reaches, in the middle elsewhere. */

import { h } from "../dom.js";

/**
 * Open a sheet; closing it, by its button, the key or a tap beside it, takes it away.
 * @param {string} title
 * @param {...(Node | string | false | null)} body
 */
export function openSheet(title, ...body) {
  // a second tap came before the first was answered
  /** @type {HTMLDialogElement | null} */ (document.querySelector("dialog.fp-sheet"))?.close();
  const heading = h("h2", { id: "fp-sheet-title", tabindex: "-1" }, title);
  const sheet = h(
    "dialog",
    { class: "fp-sheet md-typeset", "aria-labelledby": "fp-sheet-title" },
    h(
      "div",
      { class: "fp-sheet-body" },
      heading,
      ...body,
      h("p", { class: "fp-done" }, h("button", { type: "button", class: "fp-button fp-main", onclick: () => sheet.close() }, "Done")),
    ),
  );
  sheet.addEventListener("close", () => sheet.remove());
  sheet.addEventListener("click", ({ target }) => {
    if (target === sheet) sheet.close();
  });
  document.body.append(sheet);
  sheet.showModal();
  heading.focus();
  return sheet;
}
