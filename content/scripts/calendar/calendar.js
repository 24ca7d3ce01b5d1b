/**
 * The tools of "Take it with you": a program in the reader's calendar, and its address to somebody
 * else. The form is made when it is asked for, and the program is read then, too.
 */

import { h } from "../dom.js";
import { entryOf } from "../lookup.js";
import { fetchedJson } from "../fetched.js";
import { fields, keep, kept } from "../kept.js";
import { capital } from "../words.js";

/** @typedef {import("../program.js").Program} Program */
/** @typedef {import("../program.js").Session} Session */
/** @typedef {import("./ics.js").Choice} Choice */

const NAME = "calendar";
/** @type {[minutes: string, words: string][]} */
const REMINDERS = [
  ["", "No reminder"],
  ["15", "15 minutes before"],
  ["60", "1 hour before"],
  ["1440", "1 day before"],
];

/** @param {HTMLElement} place */
export function start(place) {
  const said = h("p", { class: "fp-said", role: "status" });
  const open = h(
    "button",
    { type: "button", class: "fp-button", "aria-expanded": "false", onclick: toggle },
    "Add to calendar",
  );
  const share = h(
    "button",
    { type: "button", class: "fp-button", onclick: () => void passOn(said) },
    "share" in navigator ? "Share" : "Copy address",
  );
  /** @type {HTMLFormElement | null} */
  let form = null;
  place.append(h("div", { class: "fp-tool-row" }, open, share), said);

  async function toggle() {
    if (!form) {
      open.disabled = true;
      form = await formFor(place, said).catch(() => null);
      open.disabled = false;
      if (!form) {
        said.textContent = "The program could not be read. Are you offline? Try again later.";
        return;
      }
      place.append(form);
    } else {
      form.hidden = !form.hidden;
    }
    said.textContent = "";
    open.setAttribute("aria-expanded", String(!form.hidden));
    if (!form.hidden) /** @type {HTMLElement | null} */ (form.querySelector("input"))?.focus();
  }
}

/**
 * Hand this page's address on: by the device's own means, or onto the clipboard.
 * @param {HTMLElement} said
 */
async function passOn(said) {
  const url = location.href.split("#")[0] ?? "";
  const text = document.querySelector('meta[name="description"]')?.getAttribute("content") ?? "";
  said.textContent = "";
  try {
    if ("share" in navigator) {
      await navigator.share({ title: heading(), text, url });
    } else {
      await /** @type {Navigator} */ (navigator).clipboard.writeText(url);
      said.textContent = "The address is copied.";
    }
  } catch (error) {
    // to change one's mind is no trouble; a browser that may not, says what there is to copy
    if (!(error instanceof DOMException && error.name === "AbortError")) said.textContent = url;
  }
}

function heading() {
  return document.querySelector("h1")?.firstChild?.textContent?.trim() ?? document.title;
}

/**
 * The form that asks when, for the program of a place.
 * @param {HTMLElement} place
 * @param {HTMLElement} said
 */
async function formFor(place, said) {
  const address = new URL(place.dataset.program ?? "program.json", location.href);
  const [ics, { download }, program] = await Promise.all([
    import("./ics.js"),
    import("../download.js"),
    /** @type {Promise<Program>} */ (fetchedJson(address)),
  ]);
  const { DAYS, appointments, calendar, dateOf, weekdayOf } = ics;

  const before = remembered();
  const sessions = weekdays(program, DAYS);
  const first = program.plan[0]?.sessions[0];
  if (!first) throw new Error("a program without a session");
  const date = h("input", {
    type: "date",
    required: true,
    min: "2000-01-01",
    max: "2999-12-31",
    value: next(DAYS.indexOf(first.day), weekdayOf),
  });
  const times = sessions.map(({ anchor, words, usual }) => ({
    anchor,
    input: h("input", { type: "time", required: true, value: entryOf(before.times, anchor) ?? usual }),
    label: h("span", {}, words),
  }));
  const reminder = h(
    "select",
    {},
    ...REMINDERS.map(([value, words]) =>
      h("option", { value, selected: value === before.reminder }, words),
    ),
  );
  const summary = h("p", { class: "fp-under", role: "status" });
  const send = h("button", { type: "submit", class: "fp-button fp-main" });

  /** @returns {Choice} */
  const choice = () => ({
    start: date.value,
    times: Object.fromEntries(times.map(({ anchor, input }) => [anchor, input.value])),
    reminder: reminder.value ? Number(reminder.value) : null,
  });

  function show() {
    const planned = appointments(program, choice());
    const last = planned.at(-1);
    const start = dateOf(date.value);
    const shift = start ? weekdayOf(start) - DAYS.indexOf(first?.day ?? "monday") : 0;
    for (const [at, { words, day }] of sessions.entries()) {
      const on = DAYS[(DAYS.indexOf(day) + shift + 7) % 7] ?? day;
      const label = times[at]?.label;
      if (label) label.textContent = words.replace(capital(day), capital(on));
    }
    send.textContent = `Download ${planned.length} sessions`;
    summary.textContent = last && start
      ? `${planned.length} sessions from ${inWords(start)} to ${inWords(last.begins)}. Opening ` +
        "the file adds them to your calendar; a file for the same first day replaces them."
      : "Choose the day of your first session.";
  }

  const form = h(
    "form",
    {
      class: "fp-calendar",
      onchange: show,
      onsubmit: (event) => {
        event.preventDefault();
        keep(NAME, { times: choice().times, reminder: reminder.value });
        const text = calendar(program, choice(), new Date(), sessionAddress);
        download(`${program.id}.ics`, "text/calendar;charset=utf-8", text);
        said.textContent = "The calendar file is in your downloads.";
      },
    },
    h("label", {}, h("span", {}, "First session on"), date),
    h(
      "fieldset",
      {},
      h("legend", {}, "When they begin"),
      ...times.map(({ input, label }) => h("label", {}, label, input)),
    ),
    h("label", {}, h("span", {}, "Reminder"), reminder),
    h("p", { class: "fp-under" }, "The appointments hold the program’s targets, without loads of your own."),
    summary,
    send,
  );
  show();
  return form;
}

/**
 * The sessions of a week that need a time, in words, each once for the whole program.
 * @param {Program} program
 * @param {readonly string[]} days
 */
function weekdays(program, days) {
  /** @type {Map<string, {anchor: string, day: string, words: string, usual: string}>} */
  const found = new Map();
  for (const { sessions } of program.plan) {
    for (const { anchor, day, name } of sessions) {
      if (found.has(anchor)) continue;
      const again = sessions.some((other) => other.day === day && other.anchor !== anchor);
      const usual = again && anchor === day ? "08:00" : "18:00";
      found.set(anchor, { anchor, day, words: `${capital(day)}: ${name}`, usual });
    }
  }
  const order = (/** @type {string} */ day) => days.indexOf(day);
  return [...found.values()].sort((a, b) => order(a.day) - order(b.day));
}

/**
 * The next date with a weekday, today among them.
 * @param {number} day
 * @param {(date: Date) => number} weekdayOf
 */
function next(day, weekdayOf) {
  const now = new Date();
  const today = new Date(Date.UTC(now.getFullYear(), now.getMonth(), now.getDate()));
  const ahead = (day - weekdayOf(today) + 7) % 7;
  return new Date(today.getTime() + ahead * 86_400_000).toISOString().slice(0, 10);
}

/**
 * What was chosen last time, as far as it can be read.
 * @returns {{times: Record<string, string>, reminder: string}}
 */
function remembered() {
  const told = fields(kept(NAME));
  const times = Object.entries(fields(told.times));
  return {
    times: Object.fromEntries(
      times.flatMap(([anchor, time]) =>
        typeof time === "string" && /^([01]\d|2[0-3]):[0-5]\d$/.test(time) ? [[anchor, time]] : [],
      ),
    ),
    reminder: typeof told.reminder === "string" ? told.reminder : "",
  };
}

/**
 * Where a session is read on this page: itself, its week, or the page where a week repeats another.
 * @param {number} week
 * @param {Session} session
 */
function sessionAddress(week, session) {
  if (!/^https?:$/.test(location.protocol)) return "";
  const page = location.href.split("#")[0] ?? "";
  const anchors = [`week-${week}-${session.anchor}`, `week-${week}`];
  const there = anchors.find((anchor) => document.getElementById(anchor));
  return there ? `${page}#${there}` : page;
}

/** @param {Date} date */
function inWords(date) {
  return date.toLocaleDateString("en-GB", {
    day: "numeric", month: "long", year: "numeric", timeZone: "UTC",
  });
}
