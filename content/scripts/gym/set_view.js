/** One step in large type: the warm-up, a lighter set, or a working set. */

import { h } from "../dom.js";
import { printed } from "../loads.js";
import { rangeText } from "../words.js";
import { folded, heading, plates, platesText } from "./parts.js";
import { USUAL_RAMP, wantsRamp } from "./steps.js";
import { rampLoad } from "./target.js";
import { tempoText } from "./tempo.js";

/** @typedef {import("../program.js").Program} Program */
/** @typedef {import("../settings.js").Settings} Settings */
/** @typedef {import("./steps.js").WarmUp} WarmUp */
/** @typedef {import("./steps.js").RampSet} RampSet */
/** @typedef {import("./steps.js").WorkingSet} WorkingSet */
/** @typedef {import("./target.js").Target} Target */
/** @typedef {import("./log.js").DoneSet} DoneSet */
/** @typedef {{reps: number, load: number | null, rir: number | null}} Draft */

/** @param {WarmUp} step */
export function warmUpView(step) {
  return [
    h("p", { class: "fp-gym-place" }, "Before the first set"),
    heading("Warm-up"),
    h("ul", { class: "fp-gym-list" }, ...step.texts.map((text) => h("li", {}, text))),
  ];
}

/**
 * @param {RampSet} step
 * @param {string} exerciseId
 * @param {Program} program
 * @param {Settings} settings
 * @param {Target} target of the first working set
 * @param {number | null} working the load of the working sets, where it is known
 */
export function rampView(step, exerciseId, program, settings, target, working) {
  const load = working === null ? null : rampLoad(working, step.percent, target.loading, settings);
  return [
    place(step.entry.label, `Warm-up set ${step.number} of ${step.of}`),
    name(exerciseId, program),
    h("p", { class: "fp-gym-target" },
      big(String(step.reps), "reps"),
      load === null ? big(`${step.percent} %`, "of your working load") : big(bare(load), settings.unit),
    ),
    load !== null && plates(load, target.loading, settings),
    load !== null && h("p", { class: "fp-gym-note" }, `${step.percent} % of ${printed(/** @type {number} */ (working), settings.unit)}, as near as your weights come.`),
    folded("Set-up", list(program.exercises[exerciseId]?.setup ?? [])),
  ];
}

/**
 * @param {WorkingSet} step
 * @param {string} exerciseId
 * @param {Program} program
 * @param {Settings} settings
 * @param {Target} target
 * @param {{load: number | null, done: DoneSet | null, before: DoneSet | null}} known the load to
 *   take, what was done where the set is ticked, and the last time
 */
export function setView(step, exerciseId, program, settings, target, { load, done, before }) {
  const exercise = program.exercises[exerciseId];
  const { turn, entry, number, of, set } = step;
  const grouped = turn.kind === "single" ? "" : ` · ${turn.kind} of ${turn.exercises.map((other) => other.label).join(", ")}`;
  const sets = `Set ${number} of ${of}`;
  return [
    place(entry.label, sets + grouped, done !== null),
    name(exerciseId, program),
    done ? doneTarget(done) : asked(target, load, settings),
    !done && load !== null && plates(load, target.loading, settings),
    h("ul", { class: "fp-gym-facts" },
      target.rir !== "" && fact("RIR", target.rir),
      set.tempo && fact("Tempo", set.tempo, tempoText(set.tempo)),
      turn.rest && fact(turn.kind === "single" ? "Rest" : "Rest a round", turn.rest),
      before && fact("Last time", doneText(before)),
    ),
    exerciseId === entry.exercise && entry.notes.length > 0 &&
      h("div", { class: "fp-gym-notes" }, ...entry.notes.map((note) => h("p", {}, note))),
    number === 1 && wantsRamp(entry, program) && usualRamp(target, load, settings),
    exercise && h("section", { class: "fp-gym-cues", "aria-label": "Cues" }, list(exercise.cues)),
    exercise?.safety && folded("Safety", h("p", {}, exercise.safety)),
    exercise && exercise.setup.length > 0 && folded("Set-up", list(exercise.setup)),
  ];
}

/**
 * @param {Target} target
 * @param {number | null} load
 * @param {Settings} settings
 */
function asked(target, load, settings) {
  return h("p", { class: "fp-gym-target" },
    big(target.reps, target.unit === "seconds" ? "seconds" : "reps"),
    load !== null
      ? big(bare(load), settings.unit)
      : target.loadText && h("span", { class: "fp-gym-effort" }, target.loadText),
  );
}

/** @param {DoneSet} done */
function doneTarget(done) {
  return h("p", { class: "fp-gym-target" },
    big(String(done.reps), done.unit === "seconds" ? "seconds done" : "reps done"),
    done.load !== null && big(bare(done.load), done.load_unit),
  );
}

/**
 * A ramp for a heavy lift that has none written.
 * @param {Target} target
 * @param {number | null} load
 * @param {Settings} settings
 */
function usualRamp(target, load, settings) {
  return folded("A usual warm-up ramp",
    h("p", {}, "This program writes none here. Many lifters do this; it is a convention, not a finding."),
    h("ul", {}, ...USUAL_RAMP.map(({ reps, percent }) => {
      const lighter = load === null ? null : rampLoad(load, percent, target.loading, settings);
      const sides = lighter === null ? "" : platesText(lighter, target.loading, settings);
      return h("li", {}, `${reps} reps at ${lighter === null ? `${percent} % of your working load` : printed(lighter, settings.unit)}`, sides && ` (${sides})`);
    })),
  );
}

/**
 * `8 × 82.5 kg`, `30 s`.
 * @param {DoneSet} set
 */
export function doneText({ reps, unit, load, load_unit, rir }) {
  const count = unit === "seconds" ? `${reps} s` : `${reps}`;
  const weight = load === null ? (unit === "reps" ? " reps" : "") : ` × ${printed(load, load_unit)}`;
  return `${count}${weight}${rir === null ? "" : `, RIR ${rir}`}`;
}

/**
 * @param {string} label
 * @param {string} words
 * @param {boolean} [done]
 */
function place(label, words, done = false) {
  return h("p", { class: "fp-gym-place" }, h("span", { class: "fp-gym-label" }, label), " ", words, done && h("span", { class: "fp-gym-done" }, "✓ done"));
}

/**
 * @param {string} id
 * @param {Program} program
 */
function name(id, program) {
  const exercise = program.exercises[id];
  return heading(exercise?.name ?? id, exercise?.one_sided ? h("small", {}, "each side") : false);
}

/**
 * A large number and its unit.
 * @param {string} number
 * @param {string} unit
 */
function big(number, unit) {
  return h("span", { class: "fp-gym-big" }, h("b", {}, number), ` ${unit}`);
}

/** @param {number} load */
function bare(load) {
  return `${Number(load.toFixed(2))}`;
}

/**
 * @param {string} word
 * @param {string} value
 * @param {string} [under]
 */
function fact(word, value, under = "") {
  return h("li", {}, h("span", {}, word), " ", h("b", {}, value), under && h("small", {}, ` ${under}`));
}

/** @param {readonly string[]} texts */
function list(texts) {
  return h("ul", { class: "fp-gym-list" }, ...texts.map((text) => h("li", {}, text)));
}

/**
 * What a set asks in a line: `10 reps · 45 kg`.
 * @param {WorkingSet} step
 * @param {Target} target
 * @param {number | null} load
 * @param {Settings} settings
 */
export function askedText(step, target, load, settings) {
  const reps = target.unit === "seconds" ? `${target.reps} s` : `${target.reps} reps`;
  const weight = load !== null ? printed(load, settings.unit) : target.loadText;
  return [reps, weight, load !== null && step.set.rir && `RIR ${rangeText(step.set.rir)}`].filter(Boolean).join(" · ");
}
