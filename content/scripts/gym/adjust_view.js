/** What was really done, in large steppers; and a swap in place of the exercise. */

import { h } from "../dom.js";
import { read } from "../guide/field.js";
import { button } from "./parts.js";
import { swapsFor } from "./target.js";

/** @typedef {import("./set_view.js").Draft} Draft */

/**
 * @param {Draft} draft
 * @param {{unit: string, reps: "reps" | "seconds", weighted: boolean}} words
 * @param {(change: Partial<Draft>) => void} change
 * @param {(way: 1 | -1) => number} step the next load that can be put together
 */
export function adjustView(draft, words, change, step) {
  const seconds = words.reps === "seconds";
  const by = seconds ? 5 : 1;
  return h("section", { class: "fp-gym-panel", "aria-label": "What you did" },
    stepper("reps", seconds ? "Seconds" : "Reps", draft.reps, 9999, (reps) => change({ reps: Math.round(reps ?? draft.reps) }), (way) =>
      change({ reps: Math.max(0, draft.reps + way * by) })),
    words.weighted &&
      stepper("load", `Load, ${words.unit}`, draft.load, 2000, (load) => change({ load }), (way) => change({ load: step(way) })),
    stepper("rir", "Reps in reserve", draft.rir, 10, (rir) => change({ rir }), (way) =>
      change({ rir: Math.min(10, Math.max(0, draft.rir === null ? 0 : draft.rir + way)) })),
  );
}

/**
 * A number with less and more beside it. It may have a comma, which a browser's own field for
 * numbers drops or takes for nothing; what is no number changes nothing.
 * @param {string} name
 * @param {string} words
 * @param {number | null} value
 * @param {number} most
 * @param {(value: number | null) => void} typed
 * @param {(way: 1 | -1) => void} stepped
 */
function stepper(name, words, value, most, typed, stepped) {
  const id = `fp-gym-${name}`;
  const input = h("input", {
    id, type: "text", inputmode: "decimal", autocomplete: "off", enterkeyhint: "done",
    value: value === null ? "" : String(value), "data-do": name,
    onchange: () => {
      const told = read(input.value, { least: 0, most });
      typed(typeof told === "string" ? value : told);
    },
  });
  return h("div", { class: "fp-gym-stepper" },
    h("label", { for: id }, words),
    button(`${name}-less`, "−", () => stepped(-1), { "aria-label": `Less: ${words}` }),
    input,
    button(`${name}-more`, "+", () => stepped(1), { "aria-label": `More: ${words}` }),
  );
}

/**
 * The exercise as written and what may stand in for it.
 * @param {import("../program.js").Entry} entry
 * @param {string} now the exercise done now
 * @param {import("../program.js").Program} program
 * @param {import("../settings.js").Settings} settings
 * @param {(id: string) => void} choose
 */
export function swapView(entry, now, program, settings, choose) {
  const fitting = swapsFor(entry, program, settings);
  const choices = [
    { exercise: entry.exercise, when: "as written" },
    ...fitting.map(({ exercise, when }) => ({ exercise, when: when && `when ${when.replace(/^when /, "")}` })),
  ];
  return h("section", { class: "fp-gym-panel", "aria-label": "Swap the exercise" },
    ...choices.map(({ exercise, when }) =>
      h("button", { type: "button", class: "fp-gym-choice", "data-do": `swap-${exercise}`, "aria-pressed": String(exercise === now), onclick: () => choose(exercise) },
        h("b", {}, program.exercises[exercise]?.name ?? exercise), when && h("small", {}, when))),
    fitting.length < entry.swaps.length && h("p", {}, "Swaps that need equipment you do not have are left out."),
  );
}
