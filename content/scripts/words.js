/** Words that several tools build their sentences from. */

/**
 * `2 swaps`.
 * @param {number} count
 * @param {string} one
 */
export function counted(count, one) {
  return `${count} ${one}${count === 1 ? "" : "s"}`;
}

/** @param {string} text */
export function capital(text) {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/**
 * `1–2`, or one number where both ends are the same.
 * @param {import("./program.js").Range} range
 */
export function rangeText({ low, high }) {
  return low === high ? `${low}` : `${low}–${high}`;
}
