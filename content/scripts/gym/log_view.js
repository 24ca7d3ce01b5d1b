/** The log: a list by day, to delete from, to take away and to bring back. */

import { h } from "../dom.js";
import { download } from "../download.js";
import { counted } from "../words.js";
import { csvOf, jsonOf } from "./carry.js";
import { forget, importLog, log, losesAside, setAside } from "./log.js";
import { button, heading } from "./parts.js";
import { doneText } from "./set_view.js";
import { localTime } from "./workout.js";

/** @typedef {import("./log.js").Workout} Workout */

/**
 * @param {string} told what the last action did
 * @param {(told: string) => void} redraw
 */
export function logView(told, redraw) {
  const { sessions } = log();
  const sets = sessions.reduce((sum, { sets }) => sum + sets.length, 0);
  return [
    heading("Your log"),
    h("p", { class: "fp-gym-lead" }, sessions.length
      ? `${counted(sessions.length, "session")}, ${counted(sets, "set")}. Kept in this browser only.`
      : "Nothing yet. What you tick in a session is kept here, in this browser only."),
    h("p", { class: "fp-gym-told", role: "status" }, told),
    ...byDay(sessions).map(([day, records]) =>
      h("section", { class: "fp-gym-day" }, h("h3", {}, dayText(day)), ...records.map((record) => session(record, redraw)))),
    takeAway(sessions, redraw),
  ];
}

/**
 * Newest day first, and newest session first in it.
 * @param {readonly Workout[]} sessions
 * @returns {[string, Workout[]][]}
 */
function byDay(sessions) {
  /** @type {Map<string, Workout[]>} */
  const days = new Map();
  const newest = [...sessions].sort((a, b) => (a.started < b.started ? 1 : -1));
  for (const record of newest) {
    const day = record.started.slice(0, 10);
    days.set(day, [...(days.get(day) ?? []), record]);
  }
  return [...days];
}

/**
 * @param {Workout} record
 * @param {(told: string) => void} redraw
 */
function session(record, redraw) {
  const state = record.ended ? "" : ", unfinished";
  const sure = sureButton(`delete-${record.id}`, "Delete this session", "Really delete it", () =>
    redraw(forget(record.id) ? `Deleted: ${record.name}.` : "This browser would not delete it."));
  return h("details", { class: "fp-gym-fold" },
    h("summary", {}, h("b", {}, record.name), ` week ${record.week}, ${record.title}`, h("small", {}, `${record.sets.length} of ${record.of} sets${state}`)),
    h("ul", { class: "fp-gym-sets" }, ...byExercise(record).map(([name, sets]) =>
      h("li", {}, h("b", {}, name), h("ol", {}, ...sets.map((set) => h("li", {}, doneText(set))))))),
    sure,
  );
}

/**
 * @param {Workout} record
 * @returns {[string, import("./log.js").DoneSet[]][]}
 */
function byExercise({ sets }) {
  const names = new Set(sets.map(({ label, name }) => `${label} ${name}`));
  return [...names].sort().map((name) => [name, sets.filter((set) => `${set.label} ${set.name}` === name)]);
}

/**
 * @param {readonly Workout[]} sessions
 * @param {(told: string) => void} redraw
 */
function takeAway(sessions, redraw) {
  const aside = setAside();
  const file = h("input", {
    type: "file", accept: ".json,application/json", id: "fp-gym-file", "data-do": "import",
    onchange: async () => {
      const given = file.files?.[0];
      if (given) redraw(importWords(importLog(await given.text())));
    },
  });
  return h("section", { class: "fp-gym-take", "aria-label": "Take the log with you" },
    sessions.length > 0 && h("div", { class: "fp-gym-row" }, ...saveButtons(sessions)),
    h("label", { for: "fp-gym-file" }, "Bring back a log saved as JSON"), file,
    aside && h("div", {},
      h("p", {}, losesAside()
        ? "Something in the kept log could not be read, and this browser has no room to set it aside: it is lost when you leave this page. Save it first."
        : "Something in the kept log could not be read. It is set aside, not lost."),
      button("aside", "Save what was set aside", () => download(`leg-log-set-aside-${today()}.json`, "application/json", aside))),
    sessions.length > 0 && sureButton("delete-all", "Delete the whole log", `Really delete ${counted(sessions.length, "session")}`, () =>
      redraw(forget(null) ? "The log is empty." : "This browser would not delete it.")),
  );
}

/** Today as the lifter's calendar has it. */
function today() {
  return localTime(new Date()).slice(0, 10);
}

/**
 * The ways to take records away as a file.
 * @param {readonly Workout[]} sessions
 */
export function saveButtons(sessions) {
  return [
    button("csv", "Save as CSV", () => download(`leg-log-${today()}.csv`, "text/csv;charset=utf-8", csvOf(sessions))),
    button("json", "Save as JSON", () => download(`leg-log-${today()}.json`, "application/json", jsonOf(sessions))),
  ];
}

/**
 * A button that asks once more in place.
 * @param {string} name
 * @param {string} words
 * @param {string} sure
 * @param {() => void} act
 */
function sureButton(name, words, sure, act) {
  const yes = button(`${name}-sure`, sure, act, { class: "fp-gym-danger" });
  const no = button(`${name}-keep`, "Keep", () => ask(false));
  const first = button(name, words, () => ask(true));
  const row = h("div", { class: "fp-gym-row" }, first);
  /** @param {boolean} asks */
  function ask(asks) {
    row.replaceChildren(...(asks ? [no, yes] : [first]));
    (asks ? no : first).focus();
  }
  return row;
}

/** @param {ReturnType<typeof importLog>} result */
function importWords({ added, known, unfit, trouble }) {
  const rest = [known && `${known} already here`, unfit && `${unfit} could not be read`].filter(Boolean).join(", ");
  return `${trouble || `${counted(added, "session")} added`}${rest ? ` (${rest})` : ""}${trouble ? "" : "."}`;
}

/** @param {string} day `2026-03-02` */
function dayText(day) {
  const [year, month, date] = day.split("-").map(Number);
  return new Intl.DateTimeFormat("en-GB", { weekday: "long", day: "numeric", month: "long", year: "numeric" })
    .format(new Date(year ?? 0, (month ?? 1) - 1, date));
}
