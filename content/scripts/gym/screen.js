/** Gym mode: opens the session that the address names, or the log, and closes again. */

import { h } from "../dom.js";
import { fetchedJson } from "../fetched.js";
import { helpView } from "./overview_view.js";
import { logView } from "./log_view.js";
import { whenLogged } from "./log.js";
import { button, heading } from "./parts.js";
import { cancel, unlock } from "./ringer.js";
import { startSession } from "./session.js";
import { shell } from "./shell.js";
import { leave } from "./start.js";
import { placeOf } from "./steps.js";
import { sleep, stayAwake } from "./wake.js";

/** @typedef {import("../program.js").Program} Program */

/** @type {Program | null} */
let program = null;
/** @type {ReturnType<typeof startSession> | null} */
let session = null;
/** What the address asked for last. */
let shown = "";
let helps = false;
/** @type {Element | null} */
let before = null;

const frame = shell({
  leave: stepOut,
  list: () => session?.list(),
  help: () => (helps ? endHelp() : help()),
  key: pressed,
});
// browsers let a page sound only from a tap on
for (const tap of ["pointerdown", "keydown"]) frame.dialog.addEventListener(tap, unlock);
whenLogged(() => session?.renew());

/**
 * Open gym mode with a session, `week-1-monday`, or with the `log`.
 * @param {string} name
 */
export async function show(name) {
  if (!frame.dialog.open) {
    before = document.activeElement;
    frame.open();
    stayAwake(frame.showAwake);
  }
  if (name === shown) return;
  shown = name;
  helps = false;
  if (name === "log") return showLog();
  if (session?.name === name) return session.draw();
  session?.stop();
  session = null;
  frame.draw({ view: "loading", title: "", main: [heading("One moment"), h("p", { class: "fp-gym-lead" }, "Fetching the program.")] });
  try {
    program ??= /** @type {Program} */ (await fetchedJson(new URL("program.json", document.baseURI)));
  } catch {
    return trouble("The program could not be fetched", "Look whether there is a network, and try again.", () => {
      shown = "";
      show(name);
    });
  }
  if (shown !== name) return; // somebody was faster
  const place = placeOf(program, name);
  if (!place) return trouble("There is no such session", "The program may have changed since this address was kept.", null);
  session = startSession({ ...frame, draw: (picture) => isCovered(name) || frame.draw(picture) }, program, place);
}

/**
 * Whether something lies over a session, which time goes on in: it is drawn when that is gone.
 * @param {string} name
 */
function isCovered(name) {
  return helps || shown !== name;
}

/** Close gym mode and give the page back as it was. */
export function close() {
  if (!shown) return;
  session?.stop();
  session = null;
  shown = "";
  helps = false;
  cancel();
  sleep();
  frame.showAwake(false);
  frame.tell("");
  frame.close();
  if (before instanceof HTMLElement && before.isConnected) before.focus();
}

function showLog(told = "") {
  frame.draw({
    view: "log",
    title: "",
    main: logView(told, showLog),
    primary: { words: "Back", press: leave },
  });
}

function help() {
  helps = true;
  frame.draw({ view: "help", title: "", main: helpView(), primary: { words: "Back", press: endHelp } });
}

function endHelp() {
  helps = false;
  if (session && shown !== "log") session.draw();
  else showLog();
}

function stepOut() {
  if (helps) endHelp();
  else leave();
}

/**
 * @param {string} what
 * @param {string} hint
 * @param {(() => void) | null} again
 */
function trouble(what, hint, again) {
  frame.draw({
    view: "trouble",
    title: "",
    main: [heading(what), h("p", { class: "fp-gym-lead" }, hint)],
    more: again ? [button("again", "Try again", again)] : [],
    primary: { words: "Leave", press: leave },
  });
}

/** @param {KeyboardEvent} event */
function pressed(event) {
  const types = event.target instanceof HTMLInputElement && event.target.type !== "radio";
  if (event.key === "Escape") {
    if (!session?.endPanel() || helps) stepOut();
    return true;
  }
  if (types || event.repeat) return false;
  if (event.key === "?") return helps ? endHelp() : help(), true;
  return !helps && shown !== "log" && session !== null && session.key(event);
}
