/** My loads: what the reader lifts, and with what. Everything is saved as it is entered. */

import { h } from "../dom.js";
import { entryOf } from "../lookup.js";
import { forget } from "../kept.js";
import { converted, oneRepMax, printed } from "../loads.js";
import { change, forgetSettings, MOST, settings } from "../settings.js";
import { numberField } from "./field.js";
import { gear } from "./gear.js";
import { openSheet } from "./sheet.js";

/** @typedef {import("./told.js").Told} Told */
/** @typedef {import("../settings.js").Settings} Settings */
/** @typedef {import("../settings.js").Lift} Lift */

/** Above so many repetitions to failure people differ so much that an estimate is rough. */
const SURE = 10;
const KEEPING = {
  kept: "Kept in this browser only; nothing is sent.",
  full: "This browser has no room left for this site: what you enter lasts until you leave the page. Deleting old sessions from your log makes room.",
  refused: "This browser keeps nothing for us: what you enter lasts until you leave the page.",
};

/** @param {Told} told */
export function openPanel(told) {
  const body = h("div", { class: "fp-mine" });
  const note = h("p", { class: "fp-meta", role: "status" }, KEEPING.kept);
  openSheet("My loads", note, body);
  draw();

  /** Change the settings from here: the fields stay as they are, unless they are to be drawn anew. */
  function save(/** @type {Partial<Settings>} */ some, anew = false) {
    note.replaceChildren(KEEPING[change(some)]);
    if (anew) draw();
  }

  function draw() {
    const mine = settings();
    const focused = document.activeElement?.getAttribute("data-keep");
    body.replaceChildren(
      units(mine, save),
      ...lifts(told, mine, save),
      ...gear(told, mine, save),
      forgetting(told, draw),
    );
    /** @type {HTMLElement | null} */
    const again = focused ? body.querySelector(`[data-keep="${focused}"]`) : null;
    again?.focus();
  }
}

/** @typedef {(some: Partial<Settings>, anew?: boolean) => void} Save */

/**
 * @param {Settings} mine
 * @param {Save} save
 */
function units(mine, save) {
  return choice("Unit", "fp-unit", mine.unit, [["kg", "kg"], ["lb", "lb"]], (unit) =>
    save({ unit: unit === "lb" ? "lb" : "kg" }, true),
  );
}

/**
 * One of a few, each a large target.
 * @param {string} legend
 * @param {string} name
 * @param {string} chosen
 * @param {[value: string, words: string][]} options
 * @param {(value: string) => void} save
 */
function choice(legend, name, chosen, options, save) {
  return h(
    "fieldset",
    {},
    h("legend", {}, legend),
    ...options.map(([value, words]) =>
      h(
        "label",
        {},
        h("input", {
          type: "radio",
          name,
          value,
          checked: value === chosen,
          "data-keep": `${name}-${value}`,
          onchange: () => save(value),
        }),
        words,
      ),
    ),
  );
}

/**
 * @param {Told} told
 * @param {Settings} mine
 * @param {Save} save
 */
function lifts(told, mine, save) {
  const own = Object.entries(told.exercises).filter(([, exercise]) => exercise.weighted);
  if (!own.length) return [h("p", {}, "This program has no weights to choose: the body and bands have none.")];
  return [
    h("h3", {}, "What you lift"),
    h("p", { class: "fp-meta" }, "A 1RM, or a recent hard set and how many more clean repetitions you had left. With dumbbells, the weight of one."),
    ...own.map(([id, exercise]) => lift(id, exercise, mine, save)),
  ];
}

/**
 * @param {string} id
 * @param {import("./told.js").Exercise} exercise
 * @param {Settings} mine
 * @param {Save} save
 */
function lift(id, exercise, mine, save) {
  const kept = entryOf(mine.lifts, id);
  /** @type {{load: number | null, unit: Settings["unit"], reps: number | null, rir: number | null}} */
  const now = {
    load: kept ? converted(kept.load, kept.unit, mine.unit) : null,
    unit: mine.unit,
    reps: kept?.reps ?? 5,
    rir: kept?.rir ?? 2,
  };
  let single = !kept || (kept.reps === 1 && kept.rir === 0);
  if (single && kept) [now.reps, now.rir] = [5, 2];
  const result = h("p", { class: "fp-result", role: "status" });
  const most = { least: 0.5, most: MOST };
  const load = numberField(`Load, ${mine.unit}`, now.load, most, (value) => set({ load: value }));
  const reps = numberField("Reps", now.reps, { least: 1, most: 30, whole: true }, (value) => set({ reps: value }));
  const rir = numberField("RIR", now.rir, { least: 0, most: 10 }, (value) => set({ rir: value }));
  const kind = choice("", `fp-kind-${id}`, single ? "1rm" : "set", [["1rm", "1RM"], ["set", "A hard set"]], (value) => {
    single = value === "1rm";
    set({});
  });
  kind.querySelector("legend")?.replaceChildren(h("span", { class: "fp-unseen" }, `${exercise.name}: kind of lift`));
  show();
  return h(
    "section",
    { class: "fp-lift", "aria-label": exercise.name },
    h("h4", {}, exercise.name),
    kind,
    h("div", { class: "fp-fields" }, load, reps, rir),
    result,
  );

  /** @param {Partial<typeof now>} some */
  function set(some) {
    Object.assign(now, some);
    const { [id]: _, ...others } = settings().lifts;
    const lift = entered();
    save({ lifts: lift ? { ...others, [id]: lift } : others });
    show();
  }

  /** @returns {Lift | null} */
  function entered() {
    const { load, unit } = now;
    const [reps, rir] = single ? [1, 0] : [now.reps, now.rir];
    return load === null || reps === null || rir === null ? null : { load, unit, reps, rir };
  }

  function show() {
    reps.hidden = rir.hidden = single;
    const lift = entered();
    result.replaceChildren(lift && !single ? estimate(lift, exercise.curve ?? "general") : "");
  }
}

/**
 * @param {Lift} lift
 * @param {"general" | "leg-press"} curve
 */
function estimate(lift, curve) {
  const max = printed(Math.round(oneRepMax(lift, curve, lift.unit) * 10) / 10, lift.unit);
  return lift.reps + lift.rir > SURE
    ? `Estimated 1RM: ≈ ${max}. A rough estimate: above ${SURE} repetitions people differ a lot.`
    : `Estimated 1RM: ≈ ${max}`;
}

/**
 * Two taps to forget, so that one beside the mark costs nothing.
 * @param {Told} told
 * @param {() => void} draw
 */
function forgetting(told, draw) {
  const place = h("div", { class: "fp-forget" });
  const ask = h("button", { type: "button", class: "fp-button", onclick: () => sure() }, "Forget everything");
  place.append(ask, h("p", { class: "fp-meta" }, "Loads, plates, equipment, and where you were in this program. A log of sessions is not touched."));
  return place;

  function sure() {
    const yes = h("button", { type: "button", class: "fp-button", onclick: all }, "Yes, forget it");
    const no = h("button", { type: "button", class: "fp-button", onclick: draw }, "Keep it");
    place.replaceChildren(
      h("p", { role: "alert" }, "Forget all you entered here?"),
      h("p", { class: "fp-row" }, yes, no),
    );
    no.focus();
  }

  function all() {
    forgetSettings();
    forget(`place:${told.program}`);
    draw();
  }
}
