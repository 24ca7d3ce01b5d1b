/** Keeps the screen awake while it may, and says whether it does. */

/** @type {WakeLockSentinel | null} */
let held = null;
let wanted = false;
/** @type {(awake: boolean) => void} */
let tell = () => {};

/**
 * Keep the screen on until `sleep`; a browser lets go whenever the page is hidden, so ask again.
 * @param {(awake: boolean) => void} told
 */
export function stayAwake(told) {
  tell = told;
  wanted = true;
  return ask();
}

export function sleep() {
  wanted = false;
  const lock = held;
  held = null;
  lock?.release().catch(() => {});
}

document.addEventListener("visibilitychange", () => {
  if (wanted && document.visibilityState === "visible") ask();
});

async function ask() {
  if (held) return;
  try {
    const lock = await navigator.wakeLock.request("screen");
    if (!wanted || held) return void lock.release();
    held = lock;
    lock.addEventListener("release", () => {
      if (held === lock) held = null;
      tell(false);
    });
    tell(true);
  } catch {
    tell(false); // not there, or refused: on low battery, for example
  }
}
