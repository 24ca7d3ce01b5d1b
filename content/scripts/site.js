/**
 * The one script of every page. A page names the tools it wants with `data-tool`; each is fetched
 * only then, and a page without scripts is complete.
 */

import "./frame.js";
import "./offline/register.js";
import { turn } from "./soon.js";

/** @type {Record<string, () => Promise<{start: (place: HTMLElement) => unknown}>>} */
const TOOLS = {
  print: () => import("./print/start.js"),
  guide: () => import("./guide/start.js"),
  compare: () => import("./compare/start.js"),
  finder: () => import("./finder/start.js"),
  gym: () => import("./gym/start.js"),
  calendar: () => import("./calendar/calendar.js"),
  offline: () => import("./offline/guide.js"),
  "kept-pages": () => import("./offline/list.js"),
  search: () => import("./search/open.js"),
  "search-page": () => import("./search/page.js"),
};

/** @type {NodeListOf<HTMLElement>} */
const places = document.querySelectorAll("[data-tool]");
for (const place of places) {
  const tool = TOOLS[place.dataset.tool ?? ""];
  if (!tool) throw new Error(`no tool is called ${place.dataset.tool}`);
  tool().then(async ({ start }) => {
    await turn();
    start(place);
  });
}
