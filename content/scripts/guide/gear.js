/** What weights and equipment the reader has: two folds of the panel. */

import { h } from "../dom.js";
import { MOST, MOST_PLATES, settings, USUAL } from "../settings.js";
import { numberField } from "./field.js";

/** @typedef {import("../settings.js").Settings} Settings */
/** @typedef {import("../settings.js").Weights} Weights */
/** @typedef {import("./panel.js").Save} Save */

/** Which folds are open, for as long as the page is. @type {Set<string>} */
const open = new Set();

/**
 * @param {import("./told.js").Told} told
 * @param {Settings} mine
 * @param {Save} save
 */
export function gear(told, mine, save) {
  return [
    fold("My bar, plates and steps", ...weights(mine, save)),
    fold("My equipment", ...equipment(told, mine, save)),
  ];
}

/**
 * @param {string} title
 * @param {...Node} body
 */
function fold(title, ...body) {
  const place = h("details", { class: "fp-fold", open: open.has(title) }, h("summary", {}, title), ...body);
  place.addEventListener("toggle", () => (place.open ? open.add(title) : open.delete(title)));
  return place;
}

/**
 * @param {Settings} mine
 * @param {Save} save
 */
function weights(mine, save) {
  const { unit } = mine;
  const own = mine.weights[unit];

  /** @param {Partial<Weights>} some */
  function set(some, anew = false) {
    const now = settings().weights;
    save({ weights: { ...now, [unit]: { ...now[unit], ...some } } }, anew);
  }
  /** @param {"bar" | "dumbbell" | "machine"} name @param {string} label @param {number} least */
  function one(name, label, least) {
    return numberField(`${label}, ${unit}`, own[name], { least, most: MOST }, (value) => {
      if (value !== null) set({ [name]: value });
    });
  }
  /** @param {[number, number]} plate */
  function pairs([weight, count]) {
    const field = numberField(`${weight} ${unit}`, count, { least: 0, most: 20, whole: true }, (value) => {
      const plates = settings().weights[unit].plates;
      set({ plates: plates.map(([w, n]) => [w, w === weight ? (value ?? 0) : n]) });
    });
    const isUsual = USUAL[unit].plates.some(([usual]) => usual === weight);
    if (!isUsual) {
      field.append(
        h("button", { type: "button", class: "fp-button", "aria-label": `Remove ${weight} ${unit}`, onclick: () => remove(weight) }, "Remove"),
      );
    }
    return field;
  }
  /** @param {number} weight */
  function remove(weight) {
    set({ plates: settings().weights[unit].plates.filter(([other]) => other !== weight) }, true);
  }
  /** @type {number | null} */
  let more = null;
  const said = h("p", { class: "fp-fault", role: "alert" });
  function add() {
    const plates = settings().weights[unit].plates;
    const why =
      more === null ? "Write what the plate weighs first."
      : plates.some(([weight]) => weight === more) ? `${more} ${unit} is among your plates already: change its number of pairs.`
      : plates.length >= MOST_PLATES ? `There is room for ${MOST_PLATES} kinds of plates. Remove one that you added first.`
      : "";
    said.replaceChildren(why);
    if (more !== null && !why) set({ plates: [...plates, [more, 1]] }, true);
  }
  return [
    h("div", { class: "fp-fields" }, one("bar", "Bar", 0), one("dumbbell", "Dumbbell step", 0.25), one("machine", "Machine step", 0.25)),
    h("h4", {}, "Pairs of plates"),
    h("div", { class: "fp-fields" }, ...own.plates.map(pairs)),
    h(
      "div",
      { class: "fp-fields" },
      numberField(`Another plate, ${unit}`, null, { least: 0.25, most: 100 }, (value) => (more = value)),
      h(
        "button",
        {
          type: "button",
          class: "fp-button",
          "data-keep": "plate",
          onclick: add,
        },
        "Add one pair",
      ),
    ),
    said,
    h("p", { class: "fp-meta" }, "Plates count in quarters of a unit. We begin with what gyms usually have."),
  ];
}

/**
 * @param {import("./told.js").Told} told
 * @param {Settings} mine
 * @param {Save} save
 */
function equipment(told, mine, save) {
  const own = mine.equipment;
  return [
    h(
      "p",
      { class: "fp-meta" },
      own
        ? "Exercises and swaps that need something else say so in the tables."
        : "Nothing said yet: the tables take it that you have what the program asks for. Your first tick changes that.",
    ),
    h(
      "fieldset",
      { class: "fp-ticks" },
      h("legend", {}, "I have"),
      ...Object.entries(told.names).map(([id, name]) =>
        h(
          "label",
          {},
          h("input", {
            type: "checkbox",
            "data-keep": `kit-${id}`,
            checked: own?.includes(id) ?? false,
            onchange: () => {
              const now = settings().equipment ?? [];
              const others = now.filter((item) => item !== id);
              save({ equipment: now.includes(id) ? others : [...others, id] }, true);
            },
          }),
          name,
        ),
      ),
    ),
    h(
      "p",
      { class: "fp-row" },
      h("button", { type: "button", class: "fp-button", "data-keep": "asked", onclick: () => save({ equipment: [...told.equipment] }, true) }, "What this program asks for"),
      h("button", { type: "button", class: "fp-button", "data-keep": "unsaid", onclick: () => save({ equipment: null }, true) }, "I’d rather not say"),
    ),
  ];
}
