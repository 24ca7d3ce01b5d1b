/** The log to take away: CSV for a spreadsheet, JSON for another browser. */

import { SCHEMA } from "./log.js";

/** @typedef {import("./log.js").Workout} Workout */

const COLUMNS = [
  "date", "time", "program", "week", "session", "exercise", "exercise_id", "label", "set",
  "target_reps", "target_load", "target_rir", "done_reps", "reps_unit", "done_load", "load_unit", "done_rir",
];

/**
 * A row for each set, as RFC 4180 has it, after a mark without which Excel takes UTF-8 for
 * something else.
 * @param {readonly Workout[]} records
 */
export function csvOf(records) {
  const rows = records.flatMap((record) =>
    record.sets.map((set) => [
      set.at.slice(0, 10), set.at.slice(11, 19), record.title, record.week, record.name,
      set.name, set.exercise, set.label, set.set,
      set.target.reps, set.target.load, set.target.rir,
      set.reps, set.unit, set.load ?? "", set.load === null ? "" : set.load_unit, set.rir ?? "",
    ]),
  );
  return `\ufeff${[COLUMNS, ...rows].map((row) => row.map(cell).join(",") + "\r\n").join("")}`;
}

/**
 * A cell that no spreadsheet takes for a formula: https://owasp.org/www-community/attacks/CSV_Injection
 * @param {string | number} value
 */
function cell(value) {
  const text = typeof value === "string" && /^[=+\-@\t\r\uff0b\uff0d\uff1d\uff20]/.test(value) ? `'${value}` : String(value);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** @param {readonly Workout[]} records */
export function jsonOf(records) {
  return `${JSON.stringify({ schema: SCHEMA, sessions: records }, null, 2)}\n`;
}
