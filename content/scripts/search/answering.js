/** A field and what it finds, in the dialog and on the page alike. */

import { h } from "../dom.js";
import { fetchedJson } from "../fetched.js";
import { ROOT } from "../root.js";
import { found, start, trouble } from "./view.js";

/** @typedef {import("./index.js").Index} Index */
/** @typedef {{index: Index, answer: ReturnType<typeof import("./find.js").finder>}} Finder */

/** Milliseconds after the last key before a screen reader hears how much was found. */
const PAUSE = 600;

/** @type {Promise<Finder> | undefined} */
let loading;

/** The search page with a question on it. @param {string} question */
export function pageFor(question) {
  const page = new URL("search/", ROOT);
  if (question) page.searchParams.set("q", question);
  return page.href;
}

/**
 * Answer below a field while somebody types into it; returns what answers it now.
 * @param {HTMLInputElement} input
 * @param {HTMLElement} place
 * @param {HTMLElement} around what the arrow keys move in
 * @param {(question: string) => void} asked told each question
 */
export function answering(input, place, around, asked) {
  const status = h("p", { class: "fp-find-status fp-unseen", role: "status" });
  const results = h("div", { class: "fp-find-results" });
  place.append(status, results);
  let latest = 0;
  let saying = 0;

  async function ask() {
    const question = input.value.trim();
    const turn = (latest += 1);
    asked(question);
    try {
      const { index, answer } = await finder();
      if (turn !== latest) return;
      const shown = question ? found(answer(question), ROOT) : start(index, ROOT, askFor);
      results.replaceChildren(...shown.parts);
      place.scrollTop = 0;
      clearTimeout(saying);
      saying = setTimeout(() => { status.textContent = shown.says; }, PAUSE);
    } catch (error) {
      if (turn === latest) results.replaceChildren(...trouble(ROOT, ask));
      throw error;
    }
  }

  /** @param {string} question */
  function askFor(question) {
    input.value = question;
    input.focus();
    ask();
  }

  input.addEventListener("input", ask);
  around.addEventListener("keydown", (event) => move(event, input, results));
  return ask;
}

/** The index and its finder; fetched once, and again after it failed. */
function finder() {
  loading ??= load().catch((error) => {
    loading = undefined;
    throw error;
  });
  return loading;
}

/** @returns {Promise<Finder>} */
async function load() {
  const [{ finder }, index] = await Promise.all([
    import("./find.js"),
    fetchedJson(new URL("./index.json", import.meta.url)),
  ]);
  return { index, answer: finder(index) };
}

/**
 * Arrows go from the field through what was found and back; Enter in the field opens the first;
 * a letter typed on a result goes on with the question.
 * @param {KeyboardEvent} event
 * @param {HTMLInputElement} input
 * @param {HTMLElement} results
 */
function move(event, input, results) {
  if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
  /** @type {NodeListOf<HTMLElement>} */
  const links = results.querySelectorAll("a, button");
  const stops = [input, ...links];
  const at = stops.indexOf(/** @type {HTMLElement} */ (document.activeElement));
  if (at < 0) return;
  if (event.key === "ArrowDown" || event.key === "ArrowUp") {
    const to = stops[at + (event.key === "ArrowDown" ? 1 : -1)];
    event.preventDefault();
    to?.focus();
    to?.scrollIntoView({ block: "nearest" });
  } else if (event.key === "Enter" && at === 0) {
    event.preventDefault();
    /** @type {HTMLAnchorElement | null} */ (results.querySelector("li > a.fp-find-hit"))?.click();
  } else if (at > 0 && /^[^\s]$/u.test(event.key)) {
    input.focus();
  }
}
