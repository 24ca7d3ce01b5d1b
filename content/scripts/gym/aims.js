/** What the next set asks of this reader in this session: exercise, target, load, and what to write down. */

import { converted } from "../loads.js";
import { settings } from "../settings.js";
import { exerciseFor } from "./steps.js";
import { lastTime, localTime } from "./workout.js";
import { log } from "./log.js";
import { targetOf } from "./target.js";

/** @typedef {import("../program.js").Program} Program */
/** @typedef {import("./steps.js").Place} Place */
/** @typedef {import("./steps.js").WorkingSet} WorkingSet */
/** @typedef {import("./steps.js").RampSet} RampSet */
/** @typedef {import("./log.js").Workout} Workout */
/** @typedef {import("./log.js").DoneSet} DoneSet */
/** @typedef {import("./set_view.js").Draft} Draft */

/**
 * @param {Program} program
 * @param {Place} place
 * @param {() => Workout | null} workout as it stands
 */
export function aims(program, place, workout) {
  /** @param {WorkingSet | RampSet} step */
  function exerciseOf({ entry }) {
    return exerciseFor(entry, workout()?.swaps);
  }

  /** @param {WorkingSet | RampSet} step */
  function nameOf(step) {
    const id = exerciseOf(step);
    return program.exercises[id]?.name ?? id;
  }

  /** @param {WorkingSet} step */
  function target(step) {
    return targetOf(step.entry, step.set, exerciseOf(step), program, settings());
  }

  /** @param {WorkingSet} step */
  function lastOf(step) {
    return lastTime(log().sessions, exerciseOf(step), workout()?.id ?? null);
  }

  /**
   * The load to take: as in the set before, or as the lifts say. Else as last time: a guess to start
   * from, which is not shown as the target; an easy week is not to be done with a hard week's load.
   * @param {WorkingSet} step
   * @returns {{load: number | null, told: boolean}}
   */
  function loadOf(step) {
    const id = exerciseOf(step);
    const aim = target(step);
    const earlier = workout()?.sets
      .filter((set) => set.exercise === id && set.label === step.entry.label && set.load !== null)
      .at(-1);
    if (earlier) return { load: inUnit(earlier), told: true };
    if (aim.load !== null || aim.loading === "none") return { load: aim.load, told: true };
    const last = place.week.deload ? null : lastOf(step);
    return { load: last && inUnit(last), told: false };
  }

  /** @param {WorkingSet} step */
  function doneAt(step) {
    return workout()?.sets.find(({ key }) => key === step.key) ?? null;
  }

  /**
   * What a tick would write down before anybody adjusts it: the target, or what was written already.
   * @param {WorkingSet} step
   * @returns {Draft}
   */
  function draftOf(step) {
    const done = doneAt(step);
    if (done) return { reps: done.reps, load: inUnit(done), rir: done.rir };
    return { reps: target(step).least, load: loadOf(step).load, rir: step.set.rir?.low ?? null };
  }

  /**
   * @param {WorkingSet} step
   * @param {Draft} draft
   * @returns {DoneSet}
   */
  function doneSet(step, { reps, load, rir }) {
    const aim = target(step);
    return {
      key: step.key,
      at: doneAt(step)?.at ?? localTime(new Date()),
      label: step.entry.label,
      exercise: exerciseOf(step),
      name: nameOf(step),
      set: step.number,
      target: { reps: step.set.reps.text, load: aim.loadText, rir: aim.rir },
      reps, unit: aim.unit, load, load_unit: settings().unit, rir,
    };
  }

  return { exerciseOf, nameOf, target, lastOf, loadOf, doneAt, draftOf, doneSet };
}

/** @param {DoneSet} set */
function inUnit({ load, load_unit }) {
  const { unit } = settings();
  if (load === null || load_unit === unit) return load;
  return Math.round(converted(load, load_unit, unit) * 100) / 100;
}
