/** Steps as they are shown: in large type when they are on, in a line when they come next. */

import { settings } from "../settings.js";
import { askedText, rampView, setView, warmUpView } from "./set_view.js";

/** @typedef {import("./steps.js").Step} Step */
/** @typedef {import("./steps.js").WorkingSet} WorkingSet */
/** @typedef {import("./set_view.js").Draft} Draft */

/**
 * @param {ReturnType<typeof import("./aims.js").aims>} aims
 * @param {import("../program.js").Program} program
 * @param {readonly Step[]} steps
 */
export function showing(aims, program, steps) {
  return {
    /**
     * @param {Step} step
     * @param {Draft | null} draft what was adjusted
     */
    large(step, draft) {
      if (step.kind === "warmup") return warmUpView(step);
      const id = aims.exerciseOf(step);
      if (step.kind === "ramp") {
        const first = /** @type {WorkingSet} */ (steps.find((other) => other.kind === "set" && other.entry === step.entry));
        return rampView(step, id, program, settings(), aims.target(first), aims.loadOf(first).load);
      }
      const known = aims.loadOf(step);
      const load = draft ? draft.load : known.told ? known.load : null;
      return setView(step, id, program, settings(), aims.target(step), { load, done: aims.doneAt(step), before: aims.lastOf(step) });
    },
    /**
     * The exercise to come, and what it asks.
     * @param {Step} step
     * @returns {[string, string]}
     */
    next(step) {
      if (step.kind === "warmup") return ["Warm-up", ""];
      const name = `${step.entry.label} ${aims.nameOf(step)}`;
      if (step.kind === "ramp") return [name, `Warm-up set ${step.number} of ${step.of}`];
      const { load, told } = aims.loadOf(step);
      return [name, `Set ${step.number} of ${step.of}: ${askedText(step, aims.target(step), told ? load : null, settings())}`];
    },
  };
}
