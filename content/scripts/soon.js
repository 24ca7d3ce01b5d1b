/**
 * A turn of its own: whoever waits here goes on after taps, keys and a frame had theirs. A page's
 * tools start in many short turns, so that a slow phone never stops answering for them.
 */

/** @returns {Promise<void>} */
export function turn() {
  return new Promise((go) => {
    requestAnimationFrame(() => setTimeout(go));
    // a page in the background has no frames
    setTimeout(go, 100);
  });
}
