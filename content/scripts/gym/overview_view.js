/** A session before it starts, and where it stands while it is done. */

import { h } from "../dom.js";
import { capital } from "../words.js";
import { button, folded, heading } from "./parts.js";
import { exerciseFor } from "./steps.js";

/** @typedef {import("../program.js").Program} Program */
/** @typedef {import("./steps.js").Step} Step */
/** @typedef {import("./steps.js").Place} Place */
/** @typedef {import("./log.js").Workout} Workout */

/**
 * @param {Program} program
 * @param {Place} place
 * @param {Step[]} steps
 * @param {Workout | null} workout
 * @param {number[]} weeks in which the same session is done
 * @param {(week: number) => void} take another week
 * @param {(index: number) => void} go to a step
 */
export function overviewView(program, { week, session }, steps, workout, weeks, take, go) {
  const sets = steps.filter(({ kind }) => kind === "set").length;
  const facts = [
    `Week ${week.week} of ${program.weeks}`,
    week.deload ? `${week.block}, a lighter week` : week.block,
    capital(session.day),
    `about ${session.minutes} minutes`,
    `${sets} sets`,
  ];
  const done = workout?.sets.length ?? 0;
  return [
    heading(session.name),
    h("p", { class: "fp-gym-lead" }, facts.join(" · ")),
    done > 0 && h("p", { class: "fp-gym-lead" }, h("b", {}, `${done} of ${sets} sets done`)),
    session.note && h("div", { class: "fp-gym-notes" }, h("p", {}, session.note)),
    weeks.length > 1 && !done && weekChoice(week.week, weeks, take),
    h("ol", { class: "fp-gym-plan" }, ...session.turns.flatMap((turn) =>
      turn.exercises.map((entry) => {
        const id = exerciseFor(entry, workout?.swaps);
        const count = workout?.sets.filter(({ label }) => label === entry.label).length ?? 0;
        const first = steps.findIndex((step) => step.kind === "set" && step.entry === entry && !workout?.ticked.includes(step.key));
        const line = [
          h("span", { class: "fp-gym-label" }, entry.label),
          h("b", {}, program.exercises[id]?.name ?? id),
          h("small", {}, count >= entry.sets.length ? "✓ done" : count ? `${count} of ${entry.sets.length} done` : entry.amount),
        ];
        return h("li", { "data-kind": turn.kind }, workout && first >= 0
          ? h("button", { type: "button", "data-do": `go-${entry.label}`, onclick: () => go(first) }, ...line)
          : h("span", {}, ...line));
      }))),
    folded("Sound, screen and the dark", ...helpWords()),
  ];
}

/**
 * @param {number} now
 * @param {number[]} weeks
 * @param {(week: number) => void} take
 */
function weekChoice(now, weeks, take) {
  return h("fieldset", { class: "fp-gym-weeks" },
    h("legend", {}, "These weeks do the same session. Which one is it for you?"),
    ...weeks.map((week) =>
      h("label", {},
        h("input", { type: "radio", name: "fp-gym-week", value: week, checked: week === now, "data-do": `week-${week}`, onchange: () => take(week) }),
        h("span", {}, `Week ${week}`)),
    ));
}

/** What a phone may do, said honestly. */
function helpWords() {
  return [
    h("p", {}, "The rest timer keeps the time it ends at, so it is right after a dark screen or a reload. While gym mode is open it asks the phone to keep the screen on; the sign at the top says whether it does."),
    h("p", {}, "Should the screen go dark all the same, some phones stop a page's sound, and none lets it vibrate. Then the bell rings when you look again. A silent switch silences it too."),
    h("p", {}, "What you tick is kept in this browser on this device only. Clear its data, and the log is gone: take a copy from “Your log” now and then."),
  ];
}

export function helpView() {
  const keys = [
    ["Space, Enter", "tick the set, or go on"],
    ["← →", "step before, step after"],
    ["R", "start the rest, or end it"],
    ["M", "metronome for the tempo"],
    ["U", "undo the last tick"],
    ["?", "this help"],
    ["Esc", "close a panel, or leave"],
  ];
  return [
    heading("Help"),
    ...helpWords(),
    h("h3", {}, "Keys"),
    h("dl", { class: "fp-gym-keys" }, ...keys.map(([key, does]) => h("div", {}, h("dt", {}, h("kbd", {}, key ?? "")), h("dd", {}, does ?? "")))),
    h("p", {}, "“Reps in reserve” (RIR) is how many good repetitions you could still have done. A tempo such as 3-1-X-0 reads: 3 seconds down, 1 second pause, up as fast as possible, no pause on top."),
  ];
}

/**
 * @param {Workout} workout
 * @param {{minutes: number, volume: string}} sums
 * @param {{words: string, name: string} | null} next
 * @param {(name: string) => void} take
 */
export function finishView(workout, { minutes, volume }, next, take) {
  const done = workout.sets.length;
  return [
    h("p", { class: "fp-gym-place" }, `${workout.name} · week ${workout.week}`),
    heading(done === workout.of ? "Session done" : "Session ended"),
    h("dl", { class: "fp-gym-sums" },
      sum("Sets", done === workout.of ? `${done}` : `${done} of ${workout.of}`),
      sum("Minutes", `${minutes}`),
      volume && sum("Volume load", volume)),
    volume && h("p", { class: "fp-gym-lead" }, "Volume load is repetitions times load over all sets with a load; of one-sided exercises one side counts."),
    next
      ? h("div", { class: "fp-gym-next" }, h("p", {}, "Next in this program"), h("p", {}, button("next-session", next.words, () => take(next.name), { class: "fp-gym-link" })))
      : h("p", { class: "fp-gym-lead" }, "That was the last session of this program. Well done."),
  ];
}

/**
 * @param {string} word
 * @param {string} value
 */
function sum(word, value) {
  return h("div", {}, h("dt", {}, word), h("dd", {}, value));
}
