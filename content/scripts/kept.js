/**
 * What this browser keeps for its reader, and nobody else sees. Storage may be full, forbidden or
 * hold something old; then there is nothing kept, and the page goes on.
 */

const PREFIX = "pillars:";

/**
 * What is kept under a name, as JSON read it; `null` where there is nothing that can be read.
 * @param {string} name
 * @returns {unknown}
 */
export function kept(name) {
  try {
    return JSON.parse(localStorage.getItem(PREFIX + name) ?? "null");
  } catch {
    return null;
  }
}

/**
 * The very text that is kept under a name, for whoever may not lose what cannot be read.
 * @param {string} name
 */
export function keptText(name) {
  try {
    return localStorage.getItem(PREFIX + name);
  } catch {
    return null;
  }
}

/**
 * Keep a value; `false` where the browser would not.
 * @param {string} name
 * @param {unknown} value
 */
export function keep(name, value) {
  try {
    localStorage.setItem(PREFIX + name, JSON.stringify(value));
    return true;
  } catch {
    return false;
  }
}

/**
 * Call back when another tab has kept something else under a name.
 * @param {string} name
 * @param {() => void} changed
 */
export function whenKeptElsewhere(name, changed) {
  addEventListener("storage", (event) => {
    if (event.key === PREFIX + name || event.key === null) changed();
  });
}
