/** Beats for a tempo, to hear and to see. */

import { h } from "../dom.js";
import { button } from "./parts.js";
import { measure } from "./ringer.js";
import { beatsOf, tempoText } from "./tempo.js";

/** Beats are handed to the audio this many seconds ahead; a tab in the dark wakes once a second. */
const AHEAD = 2.5;
/** Repetitions of a run without end: nobody does more in a set. */
const ENDLESS = 60;
const WORDS = { ready: "Ready", down: "Down", pause: "Pause", up: "Up" };

/**
 * The panel of a tempo, with its way to stop.
 * @param {string} tempo
 */
export function metronome(tempo) {
  const phase = h("b", {}, "Ready");
  const count = h("span", {}, "");
  const dot = h("span", { class: "fp-gym-dot" });
  const one = button("one-rep", "One rep", () => play(1));
  const on = button("continuous", "Continuous", () => play(ENDLESS));
  const halt = button("tempo-stop", "Stop", () => stop(), { hidden: true });
  const picture = h("div", { class: "fp-gym-beat", "aria-hidden": "true" },
    h("span", { class: "fp-gym-lane" }, dot), h("p", {}, phase, " ", count));
  const panel = h("section", { class: "fp-gym-panel", "aria-label": "Metronome" },
    h("p", {}, h("b", {}, tempo), ` ${tempoText(tempo)}`), picture, h("div", { class: "fp-gym-row" }, one, on, halt));

  let timer = 0;
  /** @type {ReturnType<typeof measure> | null} */
  let sounds = null;

  /** @param {number} reps */
  function play(reps) {
    stop();
    const { beats, seconds } = beatsOf(tempo, reps);
    const start = Date.now();
    sounds = measure();
    let handed = 0;
    let shown = -1;
    const turn = () => {
      const now = (Date.now() - start) / 1000;
      for (let beat = beats[handed]; beat && beat.at < now + AHEAD; beat = beats[handed]) {
        sounds?.beat(beat);
        handed += 1;
      }
      const index = Math.min(Math.floor(now), beats.length - 1); // one a second
      const beat = beats[index];
      if (now >= seconds) return stop();
      if (beat && index !== shown) show(beat);
      shown = index;
    };
    timer = setInterval(turn, 50);
    turn();
    shift(true);
  }

  /** @param {import("./tempo.js").Beat} beat */
  function show(beat) {
    phase.textContent = beat.explosive ? "Up fast" : WORDS[beat.phase];
    count.textContent = String(beat.left);
    picture.dataset.phase = beat.phase;
    if (beat.first) dot.style.setProperty("--lasts", `${beat.explosive ? 0.3 : beat.lasts}s`);
  }

  function stop() {
    clearInterval(timer);
    sounds?.stop();
    sounds = null;
    phase.textContent = "Ready";
    count.textContent = "";
    delete picture.dataset.phase;
    shift(false);
  }

  /** @param {boolean} running */
  function shift(running) {
    const focused = panel.contains(document.activeElement);
    one.hidden = on.hidden = running;
    halt.hidden = !running;
    if (focused) (running ? halt : on).focus();
  }

  return { panel, stop, toggle: () => (sounds ? stop() : play(ENDLESS)) };
}
