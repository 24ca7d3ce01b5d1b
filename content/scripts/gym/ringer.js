/**
 * Bells and beats on the clock of WebAudio. What is scheduled ahead sounds in a hidden tab as well,
 * as long as the phone lets the page's sound go on.
 */

/** @typedef {"ready" | "over" | "done"} Sound */
/** A tone: hertz, seconds after the start, how long, how loud. @typedef {[number, number, number, number]} Tone */

/** @type {Record<Sound, Tone[]>} */
const BELLS = {
  ready: [[660, 0, 0.5, 0.18]],
  over: [[880, 0, 0.35, 0.5], [880, 0.3, 0.35, 0.5], [1174.7, 0.6, 0.8, 0.5]],
  done: [[880, 0, 0.6, 0.5]],
};
/** Distinct tones for the phases: low is down, high is up. @type {Record<import("./tempo.js").Phase, number>} */
const BEATS = { ready: 520, down: 330, pause: 440, up: 660 };

/** @type {AudioContext | null} */
let context = null;
/** Tones on their way, bells and beats apart. @type {Set<OscillatorNode>} */
const ringing = new Set();
/** @type {Set<OscillatorNode>} */
const beating = new Set();
/** When bells on their way are to sound, on the clock of the audio. @type {Map<Sound, number>} */
const due = new Map();

/** Browsers let a page sound only after a tap; call this in one. */
export function unlock() {
  try {
    context ??= new AudioContext();
    if (context.state !== "running") context.resume().catch(() => {});
  } catch {
    context = null; // no sound here; the screen and the vibration go on
  }
}

/**
 * Have bells ring at given times, in place of all that were to ring.
 * @param {{bell: Sound, at: number}[]} bells milliseconds since the epoch
 * @param {number} now
 */
export function schedule(bells, now) {
  cancel();
  if (!context) return;
  for (const { bell, at } of bells) {
    if (at < now) continue;
    const when = context.currentTime + (at - now) / 1000;
    due.set(bell, when);
    for (const [hertz, after, lasts, loud] of BELLS[bell]) tone(hertz, when + after, lasts, loud, ringing);
  }
}

/**
 * Ring a bell that should have rung by now: not where it did, on the clock of the audio.
 * @param {Sound} bell
 */
export function catchUp(bell) {
  const when = due.get(bell);
  due.delete(bell);
  if (!context || (when !== undefined && context.currentTime >= when - 0.3)) return;
  cancel();
  for (const [hertz, after, lasts, loud] of BELLS[bell]) {
    tone(hertz, context.currentTime + after, lasts, loud, ringing);
  }
}

export function cancel() {
  due.clear();
  silence(ringing);
}

/** @param {Set<OscillatorNode>} tones */
function silence(tones) {
  for (const node of tones) node.stop();
  tones.clear();
}

/**
 * A measure that starts now: beats are set on the clock of the audio, so they never wander.
 * @returns {{beat: (beat: import("./tempo.js").Beat) => void, stop: () => void}}
 */
export function measure() {
  const start = (context?.currentTime ?? 0) + 0.05;
  return {
    beat({ at, phase, first, explosive }) {
      if (explosive) tone(990, start + at, 0.25, 0.5, beating);
      else tone(BEATS[phase], start + at, first ? 0.2 : 0.08, first ? 0.45 : 0.2, beating);
    },
    stop: () => silence(beating),
  };
}

/**
 * @param {number} hertz
 * @param {number} when
 * @param {number} lasts
 * @param {number} loud 0 to 1
 * @param {Set<OscillatorNode>} among
 */
function tone(hertz, when, lasts, loud, among) {
  if (!context) return;
  const oscillator = context.createOscillator();
  const gain = context.createGain();
  oscillator.frequency.value = hertz;
  gain.gain.setValueAtTime(loud, when);
  gain.gain.exponentialRampToValueAtTime(0.001, when + lasts); // a click would end it otherwise
  oscillator.connect(gain).connect(context.destination);
  oscillator.start(when);
  oscillator.stop(when + lasts);
  oscillator.onended = () => among.delete(oscillator);
  among.add(oscillator);
}

/**
 * Vibrate where the phone can; a hidden page may not.
 * @param {number[]} pattern
 */
export function vibrate(pattern) {
  try {
    navigator.vibrate?.(pattern);
  } catch {
    // some browsers refuse with an error before the first tap
  }
}
