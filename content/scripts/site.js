/**
 * The one script of every page. A page names the tools it wants with `data-tool`; each is fetched
 * only then, and a page without scripts is complete.
 */

/** @type {Record<string, () => Promise<{start: (place: HTMLElement) => unknown}>>} */
const TOOLS = {
  search: () => import("./search/open.js"),
  "search-page": () => import("./search/page.js"),
};

/** @type {NodeListOf<HTMLElement>} */
const places = document.querySelectorAll("[data-tool]");
for (const place of places) {
  const tool = TOOLS[place.dataset.tool ?? ""];
  if (!tool) throw new Error(`no tool is called ${place.dataset.tool}`);
  tool().then(({ start }) => start(place));
}
