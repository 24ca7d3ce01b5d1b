/** Gym mode without a pointer; the help names these keys. */

/**
 * @typedef {object} Does
 * @property {() => void} primary
 * @property {() => void} on
 * @property {() => void} back
 * @property {() => void} undo
 * @property {() => void} rest
 * @property {() => void} tempo
 */

/**
 * Do what a key asks; `false` for a key that asks nothing here, or that belongs to the button it is on.
 * @param {KeyboardEvent} event
 * @param {Does} does
 * @param {"overview" | "step" | "rest" | "finish"} view
 */
export function doKey({ key, target }, does, view) {
  const owned = target instanceof HTMLElement && target.closest("button, summary, a, input") !== null;
  if (key === " " || key === "Enter") {
    if (!owned) does.primary();
    return !owned;
  }
  if (target instanceof HTMLInputElement) return false;
  /** @type {{[key: string]: () => void}} */
  const keys =
    view === "overview" ? {}
    : view === "finish" ? { u: does.undo }
    : { ArrowRight: does.on, ArrowLeft: does.back, u: does.undo, r: does.rest, m: does.tempo };
  const act = keys[key.length === 1 ? key.toLowerCase() : key];
  act?.();
  return act !== undefined;
}
