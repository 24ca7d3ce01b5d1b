/**
 * A rest as the times it ends at, not as a count: a screen that was dark, a throttled tab or a
 * reload cannot stop it. Pure; times are milliseconds since the epoch.
 */

/**
 * `ready` is the low end of a written range, `over` its high end.
 * @typedef {{from: number, ready: number, over: number}} Rest
 */
/** @typedef {"ready" | "over"} Bell */

/** A rest that ended longer ago than this is no news. */
export const STALE = 15 * 60_000;

/**
 * @param {number} now
 * @param {{low: number, high: number}} seconds
 * @returns {Rest}
 */
export function restFrom(now, { low, high }) {
  return { from: now, ready: now + low * 1000, over: now + high * 1000 };
}

/**
 * The rest, longer or shorter; never over before now.
 * @param {Rest} rest
 * @param {number} seconds
 * @param {number} now
 * @returns {Rest}
 */
export function moved(rest, seconds, now) {
  const by = seconds * 1000;
  const over = Math.max(rest.over + by, now);
  return { from: rest.from, ready: Math.min(Math.max(rest.ready + by, now), over), over };
}

/**
 * The bells of a rest: a soft one where a range begins, one at its end.
 * @param {Rest} rest
 * @returns {{bell: Bell, at: number}[]}
 */
export function bells(rest) {
  const end = { bell: /** @type {Bell} */ ("over"), at: rest.over };
  return rest.ready < rest.over ? [{ bell: "ready", at: rest.ready }, end] : [end];
}

/**
 * Where a rest stands: whole seconds left (negative once over), and the share that is gone.
 * @param {Rest} rest
 * @param {number} now
 */
export function standOf(rest, now) {
  const left = Math.ceil((rest.over - now) / 1000);
  const whole = rest.over - rest.from;
  return {
    left,
    gone: whole > 0 ? Math.min(Math.max((now - rest.from) / whole, 0), 1) : 1,
    phase: now >= rest.over ? "over" : now >= rest.ready ? "ready" : "rest",
  };
}

/**
 * `2:05`, and `+0:12` once it is over.
 * @param {number} seconds left
 */
export function clockText(seconds) {
  const whole = Math.abs(seconds);
  return `${seconds < 0 ? "+" : ""}${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, "0")}`;
}

/**
 * `2 minutes 30 seconds`, for the ear.
 * @param {number} seconds
 */
export function spoken(seconds) {
  const counted = (/** @type {number} */ count, /** @type {string} */ unit) =>
    count ? `${count} ${unit}${count === 1 ? "" : "s"}` : "";
  return [counted(Math.floor(seconds / 60), "minute"), counted(seconds % 60, "second")].filter(Boolean).join(" ");
}
