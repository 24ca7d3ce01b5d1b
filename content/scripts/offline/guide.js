/**
 * The line of a guide that says whether it opens without a network, and the button that saves it
 * together with the pages of its exercises.
 */

import { h } from "../dom.js";
import { ROOT } from "../root.js";
import { ask, kept, keptByNext, neededFiles } from "./register.js";

/** @param {HTMLElement} place holds a link to the page about offline, which stays */
export async function start(place) {
  const about = /** @type {HTMLElement} */ (place.firstElementChild);
  let state = await kept;
  if (state && !state.kept) state = await keptByNext;
  if (!state?.kept) return;
  const exercises = exercisePages();
  const sign = h("p", { class: "fp-offline__sign", role: "status" });
  const button = h("button", { type: "button", class: "fp-button", onclick: tapped });
  let { saved } = state;
  show();
  place.replaceChildren(sign, about, button);

  function show() {
    say(saved ? `Saved for offline, with ${pages(exercises.length)}` : "Kept for offline");
    button.textContent = saved ? "Remove" : `Save with ${pages(exercises.length)}`;
  }

  /** @param {string} words */
  function say(words, sure = true) {
    sign.replaceChildren(sure ? h("span", { "aria-hidden": "true" }, "✓ ") : "", words);
  }

  async function tapped() {
    button.disabled = true;
    if (saved) saved = !(await ask({ want: "drop", page: location.href }));
    else {
      // the browser may ask the reader, so only on their tap; kept either way
      navigator.storage?.persist?.().catch(() => false);
      const wish = { want: "save", page: location.href, pages: exercises, files: neededFiles() };
      const told = await ask(wish, (done, of) => say(`Saving ${done} of ${of}`, false));
      saved = told?.failed === 0;
      if (!saved) {
        const failed = told ? `${told.failed} of ${told.of} pages` : "These pages";
        say(`${failed} could not be saved: the network or this device’s storage gave out`, false);
        button.textContent = "Try again";
        button.disabled = false;
        return;
      }
    }
    show();
    button.disabled = false;
  }
}

/** @param {number} count */
function pages(count) {
  return count === 1 ? "1 exercise page" : `${count} exercise pages`;
}

/** Pages of the exercises this guide names, swaps included. */
function exercisePages() {
  const index = `${ROOT}exercises/`;
  const found = [...document.links].map(({ href }) => href.replace(/[?#].*/, ""));
  return [...new Set(found.filter((href) => href.startsWith(index) && href !== index))];
}
