/** A session while it is done: what the lifter taps, and what then is to be seen. */

import { aims } from "./aims.js";
import { finishPicture, overviewPicture } from "./ends.js";
import { doKey } from "./keys.js";
import { keepRecord, log, losesAside } from "./log.js";
import { panels } from "./panels.js";
import { button } from "./parts.js";
import { clockText, spoken, standOf } from "./rest.js";
import { restKeeper } from "./rest_keeper.js";
import { restView } from "./rest_view.js";
import { unlock } from "./ringer.js";
import { doneText } from "./set_view.js";
import { showing } from "./showing.js";
import { nameOf, stepsOf } from "./steps.js";
import { amended, begun, localTime, nextStep, ticked, undone, unfinished } from "./workout.js";

/** @typedef {import("../program.js").Program} Program */
/** @typedef {import("./steps.js").Place} Place */
/** @typedef {import("./log.js").Workout} Workout */
/** @typedef {import("./set_view.js").Draft} Draft */

/** A session left longer ago than this asks whether to go on. */
const PAUSE = 6 * 60 * 60_000;
/** A tap this soon after the view changed by itself was meant for the one before. */
const SLIP = 600;
const UNKEPT = {
  kept: "",
  many: "Your log is full, so this session is not kept. Save it as JSON under “Your log” and delete old sessions.",
  full: "This browser has no room left for this site, so what you do now is lost when you leave. Save it as CSV or JSON at the end, or delete old sessions under “Your log”.",
  refused: "This browser keeps nothing, so the log is lost when you leave. Save it as CSV or JSON at the end.",
};
const LOST = "Something in your log could not be read, and this browser has no room to keep it. It is lost when you leave: save it under “Your log” first.";

/**
 * @param {import("./shell.js").Shell} frame
 * @param {Program} program
 * @param {Place} place
 */
export function startSession(frame, program, place) {
  const steps = stepsOf(place.session);
  const sets = steps.filter(({ kind }) => kind === "set").length;
  const title = `Week ${place.week.week} · ${place.session.name}`;
  /** @type {Workout | null} */
  let workout = unfinished(log().sessions, program, place);
  let at = Math.min(nextStep(workout, steps), steps.length - 1);
  /** @type {"overview" | "step" | "rest" | "finish"} */
  let view = "overview";
  /** @type {Draft | null} */
  let draft = null;
  /** @type {ReturnType<typeof restView>["turn"] | null} */
  let turnRest = null;
  /** Whether the log holds what was ticked. */
  let isKept = true;
  /** When a view changed by itself. */
  let turnedAt = 0;
  const aim = aims(program, place, () => workout);
  const { target, doneAt, draftOf, doneSet } = aim;
  const shows = showing(aim, program, steps);
  const panel = panels(aim, program, { adjust, swap, draw });

  const resting = restKeeper({
    rest: () => workout?.rest ?? null,
    keep: (rest) => { if (workout) workout = { ...workout, rest }; },
    say: frame.say,
    over() {
      if (view !== "rest") return;
      turnedAt = Date.now();
      view = "step";
      draw();
    },
    stale() {
      if (workout) workout = { ...workout, rest: null };
      if (view === "step") draw();
    },
  });

  const timer = setInterval(turn, 250);
  document.addEventListener("visibilitychange", seen);
  resume();
  draw();

  /** Go on where a reload or a way out left it; after hours, show the overview and ask. */
  function resume() {
    if (!workout) return;
    const last = Date.parse(workout.sets.at(-1)?.at ?? workout.started);
    if (Date.now() - last > PAUSE) {
      workout = { ...workout, rest: null };
      return;
    }
    view = nextStep(workout, steps) >= steps.length ? "finish" : resting.resume() ? "rest" : "step";
  }

  /** Go on from what another page wrote of this session; a tick here would else overwrite it. */
  function renew() {
    const { sessions } = log();
    const other = workout ? sessions.find(({ id }) => id === workout?.id) : unfinished(sessions, program, place);
    if (!other || JSON.stringify(other) === JSON.stringify(workout)) return;
    resting.end();
    panel.close();
    workout = other;
    draft = null;
    const next = nextStep(workout, steps);
    at = Math.min(next, steps.length - 1);
    if (view !== "overview") view = workout.ended || next >= steps.length ? "finish" : resting.resume() ? "rest" : "step";
    draw();
  }

  function save() {
    if (!workout?.ticked.length && !workout?.ended && isKept) return;
    const how = workout ? keepRecord(workout) : "kept";
    isKept = how === "kept";
    frame.tell(UNKEPT[how] || (losesAside() ? LOST : ""));
  }

  // What the lifter does

  function begin() {
    unlock();
    workout ??= begun(program, place, steps, new Date());
    if (workout.ended) workout = { ...workout, ended: null };
    go(Math.min(nextStep(workout, steps), steps.length - 1));
  }

  /** @param {number} index */
  function go(index) {
    if (index < 0 || index >= steps.length) return;
    panel.close();
    at = index;
    draft = null;
    view = "step";
    draw();
  }

  function tick() {
    const step = steps[at];
    if (Date.now() - turnedAt < SLIP || !step || !workout) return;
    unlock();
    if (workout.ticked.includes(step.key)) return go(nextStep(workout, steps) < steps.length ? Math.min(at + 1, steps.length - 1) : at);
    const done = step.kind === "set" ? doneSet(step, draft ?? draftOf(step)) : null;
    workout = ticked(workout, step, done);
    panel.close();
    const next = nextStep(workout, steps);
    if (next >= steps.length) return finish();
    const seconds = step.kind === "set" && step.rests ? restOf(step.turn) : null;
    if (seconds) resting.start(seconds);
    else resting.end();
    save();
    go(next);
    if (seconds) showRest();
  }

  /** `0 s` is no rest, and rings no bell. @param {import("./steps.js").Turn} turn */
  function restOf({ rest_seconds: seconds }) {
    return seconds?.high ? seconds : null;
  }

  function showRest() {
    view = "rest";
    panel.close();
    draw();
  }

  /** @param {number} seconds */
  function move(seconds) {
    resting.move(seconds);
    save();
    draw();
    resting.turn();
  }

  function endRest() {
    resting.end();
    save();
    view = "step";
    draw();
  }

  function undo() {
    if (!workout?.ticked.length) return;
    const back = undone(workout);
    workout = back.workout;
    resting.end();
    isKept = false; // the tick taken back may have been the only one
    save();
    go(Math.max(0, steps.findIndex(({ key }) => key === back.key)));
    frame.say("Undone.");
  }

  function finish() {
    if (!workout) return;
    panel.close();
    resting.end();
    workout = { ...workout, ended: localTime(new Date()) };
    save();
    view = "finish";
    draw();
  }

  /** @param {Partial<Draft>} change */
  function adjust(change) {
    const step = steps[at];
    if (step?.kind !== "set") return;
    draft = { ...(draft ?? draftOf(step)), ...change };
    if (workout && doneAt(step)) {
      workout = amended(workout, doneSet(step, draft));
      save();
    }
    draw();
  }

  /** @param {string} id */
  function swap(id) {
    const step = steps[at];
    if (!workout || !step || step.kind === "warmup") return;
    const { [step.entry.label]: _, ...others } = workout.swaps;
    workout = { ...workout, swaps: id === step.entry.exercise ? others : { ...others, [step.entry.label]: id } };
    draft = null;
    panel.close();
    save();
    draw();
  }

  // Time passes

  function seen() {
    if (document.visibilityState === "visible") turn();
  }

  function turn() {
    resting.turn();
    const rest = workout?.rest;
    if (!rest) return;
    const now = Date.now();
    if (view === "rest") turnRest?.(rest, now);
    const chip = frame.dialog.querySelector("[data-do='rest']");
    if (chip) chip.textContent = chipText(rest, now);
  }

  /** @type {(rest: import("./rest.js").Rest, now: number) => string} */
  function chipText(rest, now) {
    return `Rest ${clockText(standOf(rest, now).left)}`;
  }

  // What is to be seen

  function draw() {
    const done = (workout?.sets.length ?? 0) / sets;
    if (view === "overview") frame.draw({ ...overviewPicture(program, place, steps, workout, { begin, anew, finish, go }), done });
    else if (view === "finish" && workout) frame.draw({ ...finishPicture(program, place, workout, isKept, undo), title, done });
    else if (view === "rest" && workout?.rest) drawRest(done);
    else drawStep(done);
  }

  /** End the session as it stands in the log, and begin another. */
  function anew() {
    finish();
    workout = null;
    begin();
  }

  /** @param {number} done */
  function drawRest(done) {
    const step = steps[at];
    const rest = workout?.rest;
    if (!rest || !step) return;
    const [name, asks] = shows.next(step);
    const { view: main, turn } = restView(rest, name, asks);
    turnRest = turn;
    frame.draw({
      view: `rest ${rest.from}`, title, done,
      main,
      more: [
        button("less", "−15 s", () => move(-15)),
        button("undo", "Undo", undo),
        button("more", "+15 s", () => move(15)),
      ],
      primary: { words: "Skip rest", press: endRest },
      ways: { back: () => go(at - 1), on: () => go(at) },
    });
    turn(rest, Date.now());
  }

  /** @param {number} done */
  function drawStep(done) {
    const step = steps[at];
    if (!step) return;
    const isTicked = workout?.ticked.includes(step.key) ?? false;
    frame.draw({
      view: `step ${step.key}`, title, done,
      main: shows.large(step, draft),
      panel: panel.view(step, draft),
      more: tools(step),
      primary: primaryOf(step, isTicked),
      ways: { back: at > 0 ? () => go(at - 1) : null, on: at < steps.length - 1 ? () => go(at + 1) : null },
    });
  }

  /** @type {(step: import("./steps.js").Step, isTicked: boolean) => {words: string, under?: string, press: () => void}} */
  function primaryOf(step, isTicked) {
    if (isTicked) return { words: "Next", under: "this one is done", press: tick };
    if (step.kind === "warmup") return { words: "Done", under: "warm-up", press: tick };
    if (step.kind === "ramp") return { words: "Done", under: `warm-up set ${step.number} of ${step.of}`, press: tick };
    if (panel.holds()) return { words: "Stop the hold", press: panel.endHold };
    if (step.set.reps.unit === "seconds" && !draft) {
      return { words: "Start the hold", under: `${step.set.reps.text}, 3 s to get ready`, press: startHold };
    }
    const written = doneSet(step, draft ?? draftOf(step));
    const open = written.load === null && target(step).loading !== "none" ? ", no load yet" : "";
    return { words: "Set done", under: doneText(written) + open, press: tick };
  }

  function startHold() {
    const step = steps[at];
    if (step?.kind !== "set") return;
    unlock();
    resting.end();
    panel.hold(target(step).least, (seconds) => {
      if (!seconds) {
        frame.say("Stopped before the hold.");
        return draw();
      }
      frame.say(`${spoken(seconds)} held.`);
      adjust({ reps: seconds });
    });
  }

  /** @param {import("./steps.js").Step} step */
  function tools(step) {
    const rest = workout?.rest;
    return [
      ...(rest ? [button("rest", chipText(rest, Date.now()), showRest, { class: "fp-gym-chip" })] : []),
      ...(workout?.ticked.length ? [button("undo", "Undo", undo)] : []),
      ...panel.openers(step),
    ];
  }

  // Keys

  function primaryKey() {
    const primary = frame.dialog.querySelector("[data-do='primary']");
    if (primary instanceof HTMLElement) primary.click();
  }

  function restKey() {
    if (workout?.rest) return endRest();
    const step = steps[at];
    const seconds = step && step.kind !== "warmup" ? restOf(step.turn) : null;
    if (!seconds) return;
    resting.start(seconds);
    save();
    showRest();
  }

  function tempoKey() {
    const step = steps[at];
    if (view === "step" && step?.kind === "set" && step.set.tempo) panel.beat();
  }

  return {
    name: nameOf(place),
    draw,
    renew,
    /** @param {KeyboardEvent} event */
    key: (event) => doKey(event, {
      primary: primaryKey,
      on: () => go(view === "rest" ? at : at + 1),
      back: () => go(at - 1),
      undo, rest: restKey, tempo: tempoKey,
    }, view),
    list() {
      if (view === "finish") return;
      panel.close();
      view = view === "overview" && workout ? "step" : "overview";
      draw();
    },
    endPanel: panel.shut,
    stop() {
      clearInterval(timer);
      document.removeEventListener("visibilitychange", seen);
      panel.close();
    },
  };
}
