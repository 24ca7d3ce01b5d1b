/** The pictures before the first set and after the last. */

import { settings } from "../settings.js";
import { capital } from "../words.js";
import { saveButtons } from "./log_view.js";
import { finishView, overviewView } from "./overview_view.js";
import { button } from "./parts.js";
import { goTo, leave } from "./start.js";
import { nameOf, nextSession, sameWeeks } from "./steps.js";
import { minutesOf, volumeOf } from "./workout.js";

/** @typedef {import("../program.js").Program} Program */
/** @typedef {import("./steps.js").Place} Place */
/** @typedef {import("./log.js").Workout} Workout */
/** @typedef {import("./shell.js").Picture} Picture */

/**
 * @param {Program} program
 * @param {Place} place
 * @param {import("./steps.js").Step[]} steps
 * @param {Workout | null} workout
 * @param {{begin: () => void, anew: () => void, finish: () => void, go: (index: number) => void}} does
 * @returns {Picture}
 */
export function overviewPicture(program, place, steps, workout, does) {
  const going = (workout?.ticked.length ?? 0) > 0;
  const take = (/** @type {number} */ week) => goTo(`gym-week-${week}-${place.session.anchor}`);
  return {
    view: "overview",
    title: program.title,
    main: overviewView(program, place, steps, workout, sameWeeks(program, place), take, does.go),
    more: [
      ...(going ? [button("finish", "Finish here", does.finish), button("anew", "Start anew", does.anew)] : []),
      button("log", "Your log", openLog),
    ],
    primary: { words: going ? "Go on" : "Start", press: does.begin },
  };
}

/**
 * @param {Program} program
 * @param {Place} place
 * @param {Workout} workout
 * @param {boolean} isKept whether the log holds it; else it is to be saved from here
 * @param {() => void} undo
 * @returns {Omit<Picture, "title">}
 */
export function finishPicture(program, place, workout, isKept, undo) {
  const next = nextSession(program, place);
  const { unit } = settings();
  const volume = Math.round(volumeOf(workout, unit));
  const sums = { minutes: minutesOf(workout), volume: volume ? `${volume.toLocaleString("en-GB")}\u00a0${unit}` : "" };
  const way = next && { words: `Week ${next.week.week}, ${capital(next.session.day)}: ${next.session.name}`, name: nameOf(next) };
  return {
    view: "finish",
    main: finishView(workout, sums, way, (name) => goTo(`gym-${name}`)),
    more: [
      button("undo", "Undo", undo),
      ...(isKept ? [button("log", "Your log", openLog)] : saveButtons([workout])),
    ],
    primary: { words: "Done", press: leave },
  };
}

function openLog() {
  location.hash = "gym-log";
}
