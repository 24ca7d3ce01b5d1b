/**
 * What this browser keeps for its reader, and nobody else sees. Storage may be full, forbidden or
 * hold something old; then there is nothing kept, and the page goes on.
 */

const PREFIX = "pillars:";
/** What the browser would not keep, for as long as the page is open. @type {Map<string, string>} */
const unkept = new Map();

/**
 * What is kept under a name, as JSON read it; `null` where there is nothing that can be read.
 * @param {string} name
 * @returns {unknown}
 */
export function kept(name) {
  try {
    return JSON.parse(unkept.get(name) ?? localStorage.getItem(PREFIX + name) ?? "null");
  } catch {
    return null;
  }
}

/**
 * The fields of what was read back; none where it is no record.
 * @param {unknown} value
 * @returns {Record<string, unknown>}
 */
export function fields(value) {
  return typeof value === "object" && value !== null && !Array.isArray(value)
    ? /** @type {Record<string, unknown>} */ (value)
    : {};
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

/** How keeping went: `full` where there was no room, `refused` where the browser keeps nothing. @typedef {"kept" | "full" | "refused"} Keeping */

/**
 * Keep a value. Where the browser would not, it lasts only as long as the page.
 * @param {string} name
 * @param {unknown} value
 * @returns {Keeping}
 */
export function keep(name, value) {
  try {
    localStorage.setItem(PREFIX + name, JSON.stringify(value));
    unkept.delete(name);
    return "kept";
  } catch (error) {
    unkept.set(name, JSON.stringify(value));
    return isFull(error) ? "full" : "refused";
  }
}

/**
 * Some browsers that keep nothing say that there is no room; then there is nothing in it, either.
 * @param {unknown} error
 */
function isFull(error) {
  try {
    return error instanceof DOMException && error.name === "QuotaExceededError" && localStorage.length > 0;
  } catch {
    return false;
  }
}

/** Whether what is kept under a name outlasts the page. @param {string} name */
export function isLasting(name) {
  return !unkept.has(name);
}

/**
 * Keep nothing under a name any more.
 * @param {string} name
 */
export function forget(name) {
  unkept.delete(name);
  try {
    localStorage.removeItem(PREFIX + name);
  } catch {
    // then nothing was kept
  }
}

/**
 * Call back when another page has kept something else under a name, or may have: a page that Back
 * brings out of the browser's memory was told nothing there.
 * @param {string} name
 * @param {() => void} changed
 */
export function whenKeptElsewhere(name, changed) {
  addEventListener("storage", (event) => {
    if (event.key === PREFIX + name || event.key === null) changed();
  });
  addEventListener("pageshow", (event) => {
    if (event.persisted) changed();
  });
}
