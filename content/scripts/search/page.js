/** The search page: the question stands in its address, so that it can be shared. */

import { answering } from "./answering.js";

/** @param {HTMLElement} place */
export function start(place) {
  const input = /** @type {HTMLInputElement} */ (place.querySelector("input"));
  const answer = /** @type {HTMLElement} */ (place.querySelector(".fp-find-answer"));
  const form = /** @type {HTMLFormElement} */ (place.querySelector("form"));
  input.value = new URLSearchParams(location.search).get("q") ?? "";
  const ask = answering(input, answer, place, (question) => {
    const address = new URL(location.href);
    if (question) address.searchParams.set("q", question);
    else address.searchParams.delete("q");
    try {
      history.replaceState(history.state, "", address);
    } catch {
      // Safari takes 100 of them in half a minute; the address follows with a later key
    }
  });
  form.addEventListener("submit", (event) => event.preventDefault());
  if (!input.value) input.focus();
  ask();
}
