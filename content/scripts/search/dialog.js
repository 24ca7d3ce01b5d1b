/** The search over any page: full screen on a phone. It remembers the last question. */

import { h } from "../dom.js";
import { keep, kept } from "../kept.js";
import { answering, pageFor } from "./answering.js";

const NAME = "search";

/** @type {{dialog: HTMLDialogElement, input: HTMLInputElement, ask: () => void} | undefined} */
let made;

export function open() {
  made ??= make();
  const { dialog, input, ask } = made;
  if (!dialog.open) dialog.showModal();
  input.focus();
  input.select();
  ask();
}

function make() {
  const input = h("input", {
    type: "search",
    autocomplete: "off",
    autocapitalize: "off",
    spellcheck: "false",
    enterkeyhint: "go",
    placeholder: "Ask as you would ask a coach",
    "aria-label": "Search",
  });
  const before = kept(NAME);
  if (typeof before === "string") input.value = before;
  const place = h("div", { class: "fp-find-answer" });
  const share = h("a", { class: "fp-find-share" }, "Open as a page to share");
  const close = h("button", { type: "button", class: "fp-find-close", onclick: () => dialog.close() }, "Close");
  const keys = [h("kbd", {}, "↑"), h("kbd", {}, "↓"), " move ", h("kbd", {}, "Enter"), " open ", h("kbd", {}, "Esc"), " close"];
  const box = h(
    "div",
    { class: "fp-find" },
    h("div", { class: "fp-find-head" }, h("div", { class: "fp-find-box" }, input), close),
    place,
    h("div", { class: "fp-find-foot" }, share, h("span", { class: "fp-find-keys", "aria-hidden": "true" }, ...keys)),
  );
  const dialog = h("dialog", { class: "fp-find-dialog md-typeset", "aria-label": "Search" }, box);
  const ask = answering(input, place, dialog, (question) => {
    keep(NAME, question);
    share.href = pageFor(question);
  });
  dialog.addEventListener("click", (event) => {
    const { target } = event;
    // outside the box, or on the way to another page or place
    if (target === dialog || (target instanceof Element && target.closest("a"))) dialog.close();
  });
  dialog.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    event.preventDefault(); // the first press would only empty the field
    dialog.close();
  });
  document.body.append(dialog);
  return { dialog, input, ask };
}
