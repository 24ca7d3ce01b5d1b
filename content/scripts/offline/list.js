/** The page about offline: what the reader wanted, and what opens without a network. */

import { h } from "../dom.js";
import { ROOT } from "../root.js";
import { ask } from "./register.js";

/** @typedef {{address: string, title: string, saved: boolean}} Kept */

/** @param {HTMLElement} place */
export async function start(place) {
  const wanted = new URLSearchParams(location.search).get("page");
  if (wanted !== null && URL.canParse(wanted, ROOT)) {
    const address = new URL(wanted, ROOT).href;
    // an address somebody made up leads nowhere else
    if (address.startsWith(ROOT)) {
      place.append(
        h("p", {}, "There is no network, and this page was not opened before: ", h("code", {}, wanted)),
        h("p", {}, h("a", { class: "fp-button", href: address }, "Try again")),
      );
    }
  }
  /** @type {Kept[] | null} */
  const found = await ask({ want: "list" });
  if (!found) {
    place.append(h("p", {}, "This browser keeps nothing for offline here."));
    return;
  }
  const guides = found.filter(({ address }) => isGuide(address));
  const others = found.filter(({ address }) => !isGuide(address) && address !== `${ROOT}offline/`);
  place.append(
    h("h2", {}, "Programs that open without a network"),
    guides.length ? list(guides) : h("p", {}, "None yet. Open one, and it stays."),
    h("h2", {}, "Other pages"),
    list(others),
  );
}

/** @param {string} address */
function isGuide(address) {
  return /^programs\/[^/]+\/$/.test(address.slice(ROOT.length));
}

/** @param {Kept[]} found */
function list(found) {
  return h("ul", {}, ...found.map(({ address, title, saved }) =>
    h("li", {}, h("a", { href: address }, words(title)), saved && " (saved)")));
}

/** A title as it stands in HTML, as text and without the site's name. @param {string} title */
function words(title) {
  const text = new DOMParser().parseFromString(title, "text/html").body.textContent ?? "";
  return text.replace(/ - [^-]*$/, "").trim() || "Home";
}
