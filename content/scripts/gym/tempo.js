/** A written tempo as beats, one a second. Pure. */

/** @typedef {"ready" | "down" | "pause" | "up"} Phase */
/**
 * @typedef {object} Beat
 * @property {number} at seconds from the start
 * @property {Phase} phase
 * @property {number} left seconds of the phase that are left at this beat, this one included
 * @property {number} lasts seconds of the whole phase
 * @property {boolean} first whether the phase begins here
 * @property {boolean} explosive as fast as possible; counted as one second
 * @property {number} rep 1 and up; 0 in the lead-in
 */

/** Beats before the first repetition, to get ready. */
export const LEAD = 3;

/**
 * Beats of some repetitions after the lead-in, and when the last one ends.
 * @param {string} tempo `3-1-X-0`: down, pause, up, pause
 * @param {number} reps
 * @returns {{beats: Beat[], seconds: number}}
 */
export function beatsOf(tempo, reps) {
  const [down = "0", bottom = "0", up = "0", top = "0"] = tempo.split("-");
  const explosive = up === "X";
  /** @type {[Phase, number][]} */
  const phases = [
    ["down", Number(down)],
    ["pause", Number(bottom)],
    ["up", explosive ? 1 : Number(up)],
    ["pause", Number(top)],
  ];
  /** @type {Beat[]} */
  const beats = [];
  let at = 0;
  /** @type {(phase: Phase, lasts: number, rep: number) => void} */
  const add = (phase, lasts, rep) => {
    for (let left = lasts; left > 0; left -= 1, at += 1) {
      beats.push({ at, phase, left, lasts, first: left === lasts, explosive: explosive && phase === "up", rep });
    }
  };
  add("ready", LEAD, 0);
  for (let rep = 1; rep <= reps; rep += 1) for (const [phase, lasts] of phases) add(phase, lasts, rep);
  return { beats, seconds: at };
}

/**
 * The tempo for the ear: `3 seconds down, 1 second pause, up as fast as possible`.
 * @param {string} tempo
 */
export function tempoText(tempo) {
  const [down = "0", bottom = "0", up = "0", top = "0"] = tempo.split("-");
  return [
    down !== "0" && `${down} s down`,
    bottom !== "0" && `${bottom} s pause`,
    up === "X" ? "up fast" : up !== "0" && `${up} s up`,
    top !== "0" && `${top} s pause on top`,
  ].filter(Boolean).join(", ");
}
