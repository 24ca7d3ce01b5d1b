/** What a lifter opens over a step, one at a time: what was done, a swap, the metronome, a hold. */

import { settings } from "../settings.js";
import { adjustView, swapView } from "./adjust_view.js";
import { hold } from "./hold.js";
import { metronome } from "./metronome.js";
import { button } from "./parts.js";
import { steppedLoad } from "./target.js";

/** @typedef {import("./steps.js").Step} Step */
/** @typedef {import("./set_view.js").Draft} Draft */
/** @typedef {"adjust" | "swap" | "tempo" | "hold"} Name */

/**
 * @param {ReturnType<typeof import("./aims.js").aims>} aims
 * @param {import("../program.js").Program} program
 * @param {{adjust: (change: Partial<Draft>) => void, swap: (id: string) => void, draw: () => void}} session
 */
export function panels(aims, program, session) {
  /** @type {Name | ""} */
  let open = "";
  /** @type {ReturnType<typeof metronome> | null} */
  let beats = null;
  /** @type {ReturnType<typeof hold> | null} */
  let held = null;

  /** Close what is open; what sounds in it stops. */
  function close() {
    beats?.stop();
    beats = null;
    held?.stop();
    held = null;
    open = "";
  }

  /** @param {Name} name */
  function toggle(name) {
    const opens = open !== name;
    close();
    if (opens) open = name;
    session.draw();
  }

  /** @param {Name} name @param {string} words */
  function opener(name, words) {
    return button(name, words, () => toggle(name), { "aria-expanded": String(open === name) });
  }

  return {
    close,
    /** Close what is open and show it; `false` where nothing is. */
    shut() {
      if (!open) return false;
      toggle(open);
      return true;
    },
    /** The buttons that open what a step has. @param {Step} step */
    openers(step) {
      return [
        ...(step.kind === "set" ? [opener("adjust", "Adjust")] : []),
        ...(step.kind === "set" && step.set.tempo ? [opener("tempo", "Tempo")] : []),
        ...(step.kind !== "warmup" && step.entry.swaps.length ? [opener("swap", "Swap")] : []),
      ];
    },
    /**
     * @param {Step} step
     * @param {Draft | null} draft what was adjusted
     */
    view(step, draft) {
      if (step.kind === "warmup") return null;
      if (open === "swap") return swapView(step.entry, aims.exerciseOf(step), program, settings(), session.swap);
      if (step.kind === "ramp") return null;
      if (open === "hold") return held?.panel ?? null;
      if (open === "tempo" && step.set.tempo) return (beats ??= metronome(step.set.tempo)).panel;
      if (open !== "adjust") return null;
      const { unit, loading } = aims.target(step);
      const now = draft ?? aims.draftOf(step);
      return adjustView(now, { unit: settings().unit, reps: unit, weighted: loading !== "none" }, session.adjust,
        (way) => steppedLoad(now.load, way, loading, settings()));
    },
    /** Open the tempo where it is not, and let it beat, or stop it. */
    beat() {
      if (open !== "tempo") toggle("tempo");
      beats?.toggle();
    },
    /**
     * Count a hold down.
     * @param {number} seconds
     * @param {(held: number) => void} ended with the seconds that were held
     */
    hold(seconds, ended) {
      close();
      open = "hold";
      held = hold(seconds, (done) => {
        held = null;
        open = "";
        ended(done);
      });
      session.draw();
    },
    holds: () => held !== null,
    /** End the hold now, with what was held. */
    endHold: () => held?.end(),
  };
}
