/**
 * What was done, kept in this browser only: one record for each session, finished or not. Everything
 * read back is checked, and what does not fit is set aside rather than lost.
 */

import { fields, isLasting, keep, kept, keptText, whenKeptElsewhere } from "../kept.js";

/**
 * One set as done, beside what was asked.
 * @typedef {object} DoneSet
 * @property {string} key the step of the session: `D1-2`
 * @property {string} at local time with its offset, so that the day stays the lifter's
 * @property {string} label
 * @property {string} exercise id
 * @property {string} name
 * @property {number} set
 * @property {{reps: string, load: string, rir: string}} target
 * @property {number} reps repetitions, or seconds of a hold
 * @property {"reps" | "seconds"} unit
 * @property {number | null} load
 * @property {"kg" | "lb"} load_unit
 * @property {number | null} rir
 */
/**
 * @typedef {object} Workout
 * @property {string} id
 * @property {string} started
 * @property {string | null} ended
 * @property {string} program id
 * @property {string} title
 * @property {number} week
 * @property {string} session its place in the week: `monday`
 * @property {string} name
 * @property {number} of how many sets were planned
 * @property {DoneSet[]} sets
 * @property {string[]} ticked keys of steps in the order they were ticked, warm-ups among them
 * @property {{[label: string]: string}} swaps
 * @property {import("./rest.js").Rest | null} rest
 */
/** @typedef {{schema: typeof SCHEMA, sessions: Workout[]}} Log */

const NAME = "log";
const ASIDE = "log-set-aside";
/** Changes when the shape of the log does. */
export const SCHEMA = "pillars-log/1";
/** Four years of three sessions a week; with this many a browser's storage still has room. */
export const MOST = 600;
/** Sets and steps in one session, swaps, and letters in a text: more than any program has. */
const MOST_SETS = 200;
const MOST_TEXT = 300;
/** More than is ever written, also by a clock that jumps: what is written has to be read again. */
const MOST_AMOUNT = 1_000_000;

/** @returns {Log} */
export function log() {
  return checkedLog(kept(NAME)).log;
}

/**
 * Call back when another page has written to the log.
 * @param {() => void} changed
 */
export function whenLogged(changed) {
  whenKeptElsewhere(NAME, changed);
}

/**
 * Keep a record, in place of an older one of the same id. `many` where the log holds as many as it
 * may; then the log is as it was. Else how the browser took it.
 * @param {Workout} record
 * @returns {"many" | import("../kept.js").Keeping}
 */
export function keepRecord(record) {
  const { sessions } = opened();
  const at = sessions.findIndex(({ id }) => id === record.id);
  if (at < 0 && sessions.length >= MOST) return "many";
  return write(at < 0 ? [...sessions, record] : sessions.map((it) => (it.id === record.id ? record : it)));
}

/**
 * Delete one record, or all of them; `false` where the browser would not.
 * @param {string | null} id
 */
export function forget(id) {
  return write(id === null ? [] : opened().sessions.filter((record) => record.id !== id)) === "kept";
}

/**
 * Add the records of an exported log that are not there yet.
 * @param {string} text JSON
 * @returns {{added: number, known: number, unfit: number, trouble: string}}
 */
export function importLog(text) {
  const nothing = { added: 0, known: 0, unfit: 0 };
  /** @type {unknown} */
  let value;
  try {
    value = JSON.parse(text);
  } catch {
    return { ...nothing, trouble: "This file is not JSON." };
  }
  const { log: given, unfit } = checkedLog(value);
  if (!given.sessions.length) return { ...nothing, unfit, trouble: "No sessions found in this file." };
  const { sessions } = opened();
  const ids = new Set(sessions.map(({ id }) => id));
  const fresh = given.sessions.filter(({ id }) => !ids.has(id) && ids.add(id)); // each once
  const known = given.sessions.length - fresh.length;
  if (sessions.length + fresh.length > MOST) {
    return { ...nothing, known, unfit, trouble: `The log holds at most ${MOST} sessions. Nothing was added.` };
  }
  const all = [...sessions, ...fresh].sort((a, b) => Date.parse(a.started) - Date.parse(b.started));
  if (write(all) === "kept") return { added: fresh.length, known, unfit, trouble: "" };
  write(sessions); // or the page would go on with a log that is too large to keep
  return { ...nothing, known, unfit, trouble: "This browser would not keep them. Nothing was added." };
}

/** What could not be read and lies aside, as JSON; nothing where all is well. */
export function setAside() {
  const aside = kept(ASIDE);
  return aside === null ? "" : JSON.stringify(aside, null, 2);
}

/** Whether what lies aside found no room, and is gone with the page. */
export function losesAside() {
  // a log that was not kept has not taken the place of what could not be read
  return !isLasting(ASIDE) && isLasting(NAME);
}

/** The log to write to; what cannot be read in it is put aside first. @returns {Log} */
function opened() {
  const value = kept(NAME) ?? keptText(NAME); // text that is no JSON as well
  const { log, unfit } = checkedLog(value);
  if (unfit) keep(ASIDE, [...asList(kept(ASIDE)), value].slice(-5));
  return log;
}

/** @param {Workout[]} sessions */
function write(sessions) {
  const how = keep(NAME, { schema: SCHEMA, sessions });
  // what found no room aside may find it where the log has become smaller
  if (!isLasting(ASIDE)) keep(ASIDE, kept(ASIDE));
  return how;
}

/**
 * A log out of anything, and how much of it is no record.
 * @param {unknown} value
 * @returns {{log: Log, unfit: number}}
 */
function checkedLog(value) {
  /** @type {Log} */
  const empty = { schema: SCHEMA, sessions: [] };
  if (value === null || value === undefined) return { log: empty, unfit: 0 };
  const told = fields(value);
  if (told.schema !== SCHEMA || !Array.isArray(told.sessions)) return { log: empty, unfit: 1 };
  const sessions = told.sessions.filter(isRecord);
  return {
    log: { schema: SCHEMA, sessions: sessions.slice(0, MOST) },
    unfit: told.sessions.length - Math.min(sessions.length, MOST),
  };
}

/**
 * @param {unknown} value
 * @returns {value is Workout}
 */
function isRecord(value) {
  const it = fields(value);
  return (
    [it.id, it.program, it.title, it.session, it.name].every(isText) &&
    isTime(it.started) &&
    (it.ended === null || isTime(it.ended)) &&
    isCount(it.week, 520) &&
    isCount(it.of, MOST_SETS) &&
    isList(it.sets, isDoneSet) &&
    isList(it.ticked, isText) &&
    isMap(it.swaps) &&
    isList(Object.values(it.swaps), isText) &&
    (it.rest === null || isRest(it.rest))
  );
}

/** @param {unknown} value */
function isDoneSet(value) {
  const it = fields(value);
  return (
    [it.key, it.label, it.exercise, it.name].every(isText) &&
    isTime(it.at) &&
    isCount(it.set, MOST_SETS) &&
    ["reps", "load", "rir"].every((name) => isText(fields(it.target)[name])) &&
    isCount(it.reps, MOST_AMOUNT) &&
    (it.unit === "reps" || it.unit === "seconds") &&
    (it.load === null || isAmount(it.load, MOST_AMOUNT)) &&
    (it.load_unit === "kg" || it.load_unit === "lb") &&
    (it.rir === null || isAmount(it.rir, 10))
  );
}

/** @param {unknown} value */
function isRest(value) {
  const { from, ready, over } = fields(value);
  return [from, ready, over].every((time) => isAmount(time, 8.64e15));
}

/** @param {unknown} value */
function isText(value) {
  return typeof value === "string" && value.length <= MOST_TEXT;
}

/** @param {unknown} value */
function isTime(value) {
  return typeof value === "string" && /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d[+-]\d\d:\d\d$/.test(value) && !Number.isNaN(Date.parse(value));
}

/** @type {(value: unknown, most: number) => boolean} */
function isAmount(value, most) {
  return typeof value === "number" && value >= 0 && value <= most;
}

/** @type {(value: unknown, most: number) => boolean} */
function isCount(value, most) {
  return isAmount(value, most) && Number.isInteger(value);
}

/** @type {(value: unknown, fits: (item: unknown) => boolean) => boolean} */
function isList(value, fits) {
  return Array.isArray(value) && value.length <= 2 * MOST_SETS && value.every(fits);
}

/**
 * @param {unknown} value
 * @returns {value is {[name: string]: unknown}}
 */
function isMap(value) {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** @param {unknown} value @returns {unknown[]} */
function asList(value) {
  return Array.isArray(value) ? value : [];
}
