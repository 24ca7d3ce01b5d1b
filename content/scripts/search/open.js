/**
 * The way into the search from every page: the link in the header, and the keys /, S and Ctrl-K.
 * Everything else is fetched when somebody opens it. Where that fails, the link leads to the page.
 */

/** @param {HTMLElement} place the link to the search page */
export function start(place) {
  place.setAttribute("aria-haspopup", "dialog");
  place.setAttribute("aria-keyshortcuts", "/ S Control+K");
  place.addEventListener("click", (event) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    open(place);
  });
  addEventListener("keydown", (event) => {
    if (event.defaultPrevented || !isCall(event) || document.querySelector("dialog[open]")) return;
    event.preventDefault();
    open(place);
  });
}

/** @param {HTMLElement} place */
async function open(place) {
  /** @type {HTMLInputElement | null} */
  const onPage = document.querySelector("[data-tool=search-page] input");
  if (onPage) {
    onPage.focus();
    onPage.select();
    return;
  }
  try {
    (await import("./dialog.js")).open();
  } catch (error) {
    if (place instanceof HTMLAnchorElement) location.assign(place.href);
    throw error;
  }
}

/** @param {KeyboardEvent} event */
function isCall(event) {
  const control = event.ctrlKey || event.metaKey;
  if (control) return event.key.toLowerCase() === "k" && !event.shiftKey && !event.altKey;
  return !event.altKey && (event.key === "/" || event.key.toLowerCase() === "s") && !isTyping(event);
}

/** @param {KeyboardEvent} event */
function isTyping({ target }) {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable || target.matches("input:not([type=checkbox], [type=radio]), select, textarea"))
  );
}
