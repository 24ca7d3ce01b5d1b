/**
 * What stands around a page, for the theme's markup: the colours a reader chose, the key that
 * closes the menu, the page's name in the header once its heading is gone, and where the reader is in the
 * table of contents. It takes the place of the theme's own script, which a phone feels (35 kB, and a
 * second of a slow one).
 */

import { forget, keep, kept, whenKeptElsewhere } from "./kept.js";
import { turn } from "./soon.js";

/** In the order a reader comes by them. */
const SCHEMES = /** @type {const} */ ({
  system: "Colours follow your device. Change to light",
  light: "Light colours. Change to dark",
  dark: "Dark colours. Change to those of your device",
});
/** @typedef {keyof typeof SCHEMES} Scheme */

const NAME = "scheme";
/** How much of the window the header covers, with some air, in pixels. */
const HEADER = 90;

const dark = matchMedia("(prefers-color-scheme: dark)");

startSchemes();
// what else there is can wait until the page is drawn
turn().then(() => {
  colourTheWindow();
  startMenu();
  startTitle();
  startContents();
});

/** @returns {Scheme} */
function chosen() {
  const value = kept(NAME);
  return value === "light" || value === "dark" ? value : "system";
}

function startSchemes() {
  /** @type {HTMLButtonElement | null} */
  const button = document.querySelector(".fp-scheme");
  if (!button) return;
  button.disabled = false;
  const show = () => {
    const scheme = chosen();
    const isDark = scheme === "system" ? dark.matches : scheme === "dark";
    document.body.dataset.mdColorScheme = isDark ? "slate" : "default";
    document.documentElement.dataset.scheme = scheme;
    button.setAttribute("aria-label", SCHEMES[scheme]);
    button.setAttribute("title", SCHEMES[scheme]);
  };
  const change = () => {
    show();
    colourTheWindow();
  };
  button.addEventListener("click", () => {
    const names = /** @type {Scheme[]} */ (Object.keys(SCHEMES));
    const next = names[(names.indexOf(chosen()) + 1) % names.length];
    if (next && next !== "system") keep(NAME, next);
    else forget(NAME);
    change();
  });
  dark.addEventListener("change", change);
  whenKeptElsewhere(NAME, change);
  show();
}

/** The bars of a phone's browser take the colour of the header. */
function colourTheWindow() {
  const header = document.querySelector(".md-header");
  if (!header) return;
  let meta = document.querySelector("meta[name=theme-color]");
  if (!meta) {
    meta = document.createElement("meta");
    meta.setAttribute("name", "theme-color");
    document.head.append(meta);
  }
  meta.setAttribute("content", getComputedStyle(header).backgroundColor);
}

/** Escape closes the menu, whose button works from the first moment: a script in the header. */
function startMenu() {
  const box = document.getElementById("__drawer");
  if (!(box instanceof HTMLInputElement)) return;
  addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || !box.checked || event.defaultPrevented) return;
    box.click();
    /** @type {HTMLElement | null} */
    const button = document.querySelector(".fp-menu");
    button?.focus();
  });
}

function startTitle() {
  const title = document.querySelector(".md-header__title");
  const heading = document.querySelector("article h1");
  if (!title || !heading) return;
  new IntersectionObserver(
    ([seen]) => {
      const gone = seen && !seen.isIntersecting && seen.boundingClientRect.top < HEADER;
      title.classList.toggle("md-header__title--active", gone);
    },
    { rootMargin: `-${HEADER}px 0px 0px` },
  ).observe(heading);
}

function startContents() {
  /** @type {Map<Element, Element>} */
  const links = new Map();
  for (const link of document.querySelectorAll(".md-nav--secondary a[href^='#']")) {
    const place = document.getElementById(decodeURIComponent(link.getAttribute("href")?.slice(1) ?? ""));
    if (place) links.set(place, link);
  }
  if (!links.size) return;
  const places = [...links.keys()];
  const show = () => {
    const line = HEADER + innerHeight / 4;
    const here = places.filter((place) => place.getBoundingClientRect().top < line).at(-1);
    for (const [place, link] of links) link.classList.toggle("md-nav__link--active", place === here);
  };
  // a heading crosses the upper third of the window: that is when the reader is somewhere else
  const watch = new IntersectionObserver(show, { rootMargin: `-${HEADER}px 0px -70%` });
  for (const place of places) watch.observe(place);
}
