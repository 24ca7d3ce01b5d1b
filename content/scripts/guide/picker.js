/**
 * The choice of week and session, in view while the weeks are read. The address of the page says
 * which one is meant, so that links, the back button and the picker are one and the same way.
 */

import { h } from "../dom.js";
import { keep, kept } from "../kept.js";
import { turn } from "../soon.js";

/**
 * A session by its address, `week-3-monday`, and where it stands: a week that repeats another is
 * read there.
 * @typedef {{id: string, week: number, name: string, place: HTMLElement}} Stop
 */

/** @param {import("./told.js").Told} told */
export function startPicker(told) {
  const bar = document.querySelector(".fp-picker");
  const stops = stopsOf(told.repeats);
  const [first] = stops;
  if (!bar || !first) return;
  const name = `place:${told.program}`;
  let here = stops.find((stop) => stop.id === kept(name)) ?? first;

  const weeks = h("select", { "aria-label": "Week", onchange: () => go(ofWeek(Number(weeks.value))) });
  for (const week of new Set(stops.map((stop) => stop.week))) {
    weeks.append(h("option", { value: week }, `Week ${week}`));
  }
  const days = h("select", { "aria-label": "Session", onchange: () => go(days.value) });
  const back = step("‹", "Previous session", -1);
  const on = step("›", "Next session", 1);
  bar.replaceChildren(back, weeks, days, on);

  addEventListener("hashchange", () => arrive()?.scrollIntoView());
  // the browser has scrolled there before, and the reader may be elsewhere by now
  if (!arrive()) show(here);
  const last = document.querySelector(".fp-last");
  if (last && kept(name)) {
    last.setAttribute("href", `#${here.id}`);
    last.replaceChildren(`Week ${here.week}, ${here.name.split(":")[0]}`);
  }
  // what is measured was drawn by then, so nothing is laid out twice
  turn().then(watch);

  /** @param {number} week the same day of another week, or its first */
  function ofWeek(week) {
    const there = stops.filter((stop) => stop.week === week);
    const day = (/** @type {Stop} */ stop) => stop.id.replace(/^week-\d+-/, "");
    return (there.find((stop) => day(stop) === day(here)) ?? there[0])?.id ?? first?.id ?? "";
  }

  /** @param {string} id */
  function go(id) {
    if (location.hash === `#${id}`) arrive();
    else location.hash = id;
  }

  /** Open and focus what the address names; the place of a week or session, `null` where it names none. */
  function arrive() {
    const hash = location.hash.slice(1);
    const stop = stops.find((stop) => stop.id === hash || `week-${stop.week}` === hash);
    openAround(stop?.place ?? document.getElementById(hash));
    if (!stop) return null;
    const heading = stop.place.querySelector("h4");
    if (stop.id === hash && heading) {
      heading.tabIndex = -1;
      heading.focus({ preventScroll: true });
    }
    keep(name, stop.id);
    show(stop);
    return stop.id === hash ? stop.place : document.getElementById(hash);
  }

  /** @param {Stop} stop */
  function show(stop) {
    if (stop.week !== here.week || !days.options.length) {
      days.replaceChildren(
        ...stops
          .filter(({ week }) => week === stop.week)
          .map(({ id, name }) => h("option", { value: id }, short(name))),
      );
    }
    here = stop;
    weeks.value = String(stop.week);
    days.value = stop.id;
    const at = stops.indexOf(stop);
    back.disabled = at === 0;
    on.disabled = at === stops.length - 1;
  }

  /**
   * @param {string} sign
   * @param {string} label
   * @param {1 | -1} by
   */
  function step(sign, label, by) {
    const move = () => go(stops[stops.indexOf(here) + by]?.id ?? here.id);
    return h("button", { type: "button", "aria-label": label, onclick: move }, sign);
  }

  /** Name the session under the bar while reading, and leave when the weeks are over. */
  function watch() {
    const under = bar?.getBoundingClientRect().height ?? 0;
    const seen = new IntersectionObserver(
      (entries) => {
        const place = entries.find((entry) => entry.isIntersecting)?.target;
        if (!place || place === here.place) return;
        const stop = stops.find((stop) => stop.place === place);
        if (stop) show(stop);
      },
      { rootMargin: `-${under + 100}px 0px -70% 0px` },
    );
    for (const stop of stops) seen.observe(stop.place);
    const end = document.getElementById("why-these-numbers");
    const passed = new IntersectionObserver(
      ([entry]) => bar?.classList.toggle("fp-passed", !entry?.isIntersecting),
      { rootMargin: `-${under + 60}px 0px 1000000px 0px` },
    );
    if (end) passed.observe(end);
  }
}

/** A name for a list that is narrow on a phone: `Mon: Squat day`. @param {string} name */
function short(name) {
  return name.replace(/^(\w{3})\w*day:/, "$1:");
}

/**
 * Unfold what an element lies in; browsers that do so themselves lose nothing.
 * @param {HTMLElement | null} element
 */
function openAround(element) {
  const fold = element?.closest("details");
  if (fold && !fold.open) {
    fold.open = true;
    element?.scrollIntoView();
  }
}

/**
 * Every session of every week, in order.
 * @param {Record<string, number>} repeats
 * @returns {Stop[]}
 */
function stopsOf(repeats) {
  /** @type {Stop[]} */
  const own = [...document.querySelectorAll(".fp-day")].map((day) => {
    const place = /** @type {HTMLElement} */ (day);
    const weekday = place.querySelector(".fp-weekday")?.textContent ?? "";
    const title = place.querySelector("h4")?.textContent?.replace(weekday, "").trim() ?? "";
    const week = Number(place.id.split("-")[1]);
    return { id: place.id, week, name: `${weekday}: ${title}`, place };
  });
  const again = Object.entries(repeats).flatMap(([week, first]) =>
    own
      .filter((stop) => stop.week === first)
      .map((stop) => ({
        ...stop,
        id: stop.id.replace(`week-${first}`, `week-${week}`),
        week: Number(week),
      })),
  );
  return [...own, ...again].sort((one, other) => one.week - other.week);
}
