/**
 * A turn of its own: whoever waits here goes on in a task of its own, after a frame was drawn or
 * 100 ms later. A page's tools start in many short ones, so that a slow phone answers taps in between.
 */

/** @returns {Promise<void>} */
export function turn() {
  return new Promise((go) => {
    requestAnimationFrame(() => setTimeout(go));
    // a page in the background has no frames
    setTimeout(go, 100);
  });
}
