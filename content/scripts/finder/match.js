/** Which programs a reader is after, in which order, and what to loosen where there is none. */

import { counted } from "../words.js";
import { fit } from "./kit.js";

/** @typedef {import("./wishes.js").Wishes} Wishes */
/** @typedef {import("./kit.js").KitTable} KitTable */
/** @typedef {import("./kit.js").Fit} Fit */
/**
 * A program of the catalogue.
 * @typedef {object} Program
 * @property {string} id
 * @property {string} title
 * @property {string} level
 * @property {string} goal
 * @property {number} days
 * @property {number} weeks
 * @property {number} minutes
 * @property {import("./kit.js").Choice[][]} slots
 * @property {HTMLElement} card
 */
/** @typedef {{program: Program, fit: Fit | null}} Found `fit` is there where equipment was asked */

/**
 * The programs that fit, and those that would if the reader owned more; both in the wished order.
 * @param {readonly Program[]} programs in the order of the page
 * @param {Wishes} wishes
 * @param {KitTable} table
 * @returns {{fits: Found[], near: Found[]}}
 */
export function matching(programs, wishes, table) {
  const found = programs
    .filter((program) => isWished(program, wishes))
    .map((program) => ({ program, fit: wishes.kit && fit(program.slots, wishes.kit, table) }));
  const fits = found.filter(({ fit }) => !fit?.missing.length);
  const near = found.filter(({ fit }) => fit?.missing.length);
  const order = ORDERS[wishes.sort];
  if (order) fits.sort(order);
  near.sort((a, b) => (a.fit?.missing.length ?? 0) - (b.fit?.missing.length ?? 0));
  return { fits, near };
}

/**
 * @param {Program} program
 * @param {Wishes} wishes
 */
function isWished(program, { days, level, goal, minutes, weeks }) {
  return (
    (!days.length || days.includes(String(program.days))) &&
    (!level.length || level.includes(program.level)) &&
    (!goal.length || goal.includes(program.goal)) &&
    (minutes === null || program.minutes <= minutes) &&
    (weeks === null || program.weeks <= weeks)
  );
}

/** Sorting keeps the page's order among equals. @type {Record<string, (a: Found, b: Found) => number>} */
const ORDERS = {
  days: (a, b) => a.program.days - b.program.days,
  minutes: (a, b) => a.program.minutes - b.program.minutes,
  weeks: (a, b) => a.program.weeks - b.program.weeks,
  title: (a, b) => a.program.title.localeCompare(b.program.title, "en"),
  swaps: (a, b) => (a.fit?.swaps.length ?? 0) - (b.fit?.swaps.length ?? 0),
};

/** Every filter: what it is without, and how to say so. @type {{without: Partial<Wishes>, is: (wishes: Wishes) => string}[]} */
const FILTERS = [
  { without: { days: [] }, is: ({ days }) => days.length && `${days.join(" or ")} days a week` || "" },
  { without: { level: [] }, is: ({ level }) => level.length ? "the level" : "" },
  { without: { goal: [] }, is: ({ goal }) => goal.length ? "the goal" : "" },
  { without: { minutes: null }, is: ({ minutes }) => minutes ? `the limit of ${counted(minutes, "minute")}` : "" },
  { without: { weeks: null }, is: ({ weeks }) => weeks ? `the limit of ${counted(weeks, "week")}` : "" },
  { without: { kit: null }, is: ({ kit }) => kit ? "your equipment" : "" },
];

/** @param {Wishes} wishes */
export function filtersOn(wishes) {
  return FILTERS.filter(({ is }) => is(wishes)).length;
}

/**
 * For each filter that alone stands in the way: how to say so, the wishes without it, and how many
 * programs there are then.
 * @param {readonly Program[]} programs
 * @param {Wishes} wishes
 * @param {KitTable} table
 */
export function loosened(programs, wishes, table) {
  return FILTERS.filter(({ is }) => is(wishes))
    .map(({ without, is }) => {
      const other = { ...wishes, ...without };
      return { words: is(wishes), wishes: other, count: matching(programs, other, table).fits.length };
    })
    .filter(({ count }) => count > 0);
}
