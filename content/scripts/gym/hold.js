/** The count-down of a hold: three seconds to get ready, then the seconds written. */

import { h } from "../dom.js";
import { catchUp, schedule, unlock, cancel, vibrate } from "./ringer.js";
import { clockText } from "./rest.js";
import { LEAD } from "./tempo.js";

/**
 * @param {number} seconds
 * @param {(held: number) => void} ended with the seconds that were held
 */
export function hold(seconds, ended) {
  unlock();
  const from = Date.now() + LEAD * 1000;
  const over = from + seconds * 1000;
  schedule([{ bell: "ready", at: from }, { bell: "done", at: over }], Date.now());
  const clock = h("p", { class: "fp-gym-clock", role: "timer", "aria-live": "off" });
  const words = h("p", { class: "fp-gym-phase" });
  const panel = h("section", { class: "fp-gym-panel fp-gym-hold", "aria-label": "Hold" }, clock, words);
  const timer = setInterval(turn, 100);
  turn();

  function turn() {
    const now = Date.now();
    clock.textContent = now < from ? String(Math.ceil((from - now) / 1000)) : clockText(Math.max(0, Math.ceil((over - now) / 1000)));
    words.textContent = now < from ? "get ready" : "hold";
    if (now < over) return;
    clearInterval(timer);
    catchUp("done");
    vibrate([300]);
    ended(seconds);
  }

  return {
    panel,
    stop() {
      clearInterval(timer);
      cancel();
    },
    /** End it now, with what was held. */
    end() {
      clearInterval(timer);
      cancel();
      ended(Math.max(0, Math.floor((Date.now() - from) / 1000)));
    },
  };
}
