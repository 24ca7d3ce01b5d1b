/**
 * The way into gym mode: a link in each session of a guide, and the address `#gym-week-1-monday`,
 * which a reload, Back and a shortcut on a home screen keep to. All the rest is fetched on a tap.
 */

import { h } from "../dom.js";
import { fields, kept, whenKeptElsewhere } from "../kept.js";

const ADDRESS = /^#gym-(log|week-\d+-[a-z0-9-]+)$/;

/** @type {typeof import("./screen.js") | null} */
let screen = null;
let listens = false;
const trouble = h("p", { class: "fp-meta", role: "alert" }, "Gym mode could not be fetched. Try again once there is a network.");

/**
 * Put the way in at its place, and open gym mode where the address asks for it.
 * @param {HTMLElement} place names its session in `data-gym`: `week-1-monday`
 */
export function start(place) {
  const way = h("a", { class: "fp-button fp-main fp-start-gym", href: `#gym-${place.dataset.gym}` });
  const log = h("a", { class: "fp-start-log", href: "#gym-log" });
  place.append(way, log);
  const session = { name: place.dataset.gym ?? "", way, log };
  sessions.push(session);
  tell(session);
  if (listens) return;
  listens = true;
  addEventListener("hashchange", follow);
  whenKeptElsewhere("log", tellAnew);
  follow();
}

/** @typedef {{name: string, way: HTMLElement, log: HTMLElement}} Session */
/** @type {Session[]} */
const sessions = [];
/** When the latest try at each session was over, `null` where it is not yet. @type {Map<string, string | null> | null} */
let tries = null;

/** Say of a session whether it waits to be gone on with, or when it was done. @param {Session} session */
function tell({ name, way, log }) {
  tries ??= triesIn(fields(kept("log")).sessions);
  const ended = tries.get(name);
  way.textContent = ended === null ? "Continue this session" : ended ? "Do it again" : "Start this session";
  log.textContent = ended ? `✓ Done on ${ended}` : "Your log";
}

function tellAnew() {
  tries = null;
  sessions.forEach(tell);
}

/** @param {unknown} logged the sessions of the log, which may hold anything */
function triesIn(logged) {
  const program = location.pathname.split("/").at(-2);
  /** @type {Map<string, string | null>} */
  const found = new Map();
  for (const each of Array.isArray(logged) ? logged.map(fields) : []) {
    if (each.program !== program) continue;
    const day = new Date(`${String(each.ended).slice(0, 10)}T12:00`);
    const said = Number.isNaN(day.getTime()) ? null : day.toLocaleDateString("en-GB", { day: "numeric", month: "short" });
    found.set(`week-${each.week}-${each.session}`, said);
  }
  return found;
}

/** What the address asks for: a session, the log, or nothing. */
function asked() {
  return ADDRESS.exec(location.hash)?.[1] ?? null;
}

async function follow(/** @type {Event | undefined} */ event = undefined) {
  // An entry of the history that a tap made can be left by going back; the first one cannot.
  if (asked() && !history.state?.gym) {
    history.replaceState({ gym: event ? "tapped" : "first" }, "");
  }
  if (!asked() && !screen) return;
  try {
    screen ??= await import("./screen.js");
    trouble.remove();
  } catch {
    const place = document.querySelector(`[data-gym="${asked()}"]`) ?? document.querySelector("[data-gym]");
    place?.append(trouble);
    if (asked()) leave(); // so that another tap is another try
    return;
  }
  const name = asked();
  if (name) screen.show(name);
  else {
    screen.close();
    tellAnew();
  }
}

/**
 * Leave what the address asks for: back to where the reader came from, or to the session on its
 * guide for somebody who came straight here.
 */
export function leave() {
  if (history.state?.gym === "tapped") history.back();
  else location.replace(`#${asked()?.replace("log", "") ?? ""}`); // scrolls there as well
}

/**
 * Put another address of gym mode in place of this one: Back leads where it led before.
 * @param {string} name after the `#`
 */
export function goTo(name) {
  history.replaceState(history.state, "", `#${name}`);
  follow();
}
