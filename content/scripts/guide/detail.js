/** How a load came about and how to put it on the bar, for somebody who stands in front of it. */

import { h } from "../dom.js";
import { nearest, printed } from "../loads.js";
import { sideFor, sideText, sleeve } from "../plates.js";
import { settings } from "../settings.js";
import { openSheet } from "./sheet.js";
import { exerciseOf } from "./told.js";

/** @typedef {import("./own_loads.js").Work} Work */

/**
 * @param {Work} work
 * @param {import("./told.js").Told} told
 */
export function openDetail(work, told) {
  const mine = settings();
  const { loads } = work.working;
  const sheet = openSheet(
    `${exerciseOf(told, work.id).name}: ${work.text}`,
    work.loading === "dumbbell" && h("p", {}, "That is the weight of one dumbbell."),
    ...(work.loading === "bar" ? loads.map((load) => plates(load, mine)) : []),
    ...reasons(work, mine).map((line) => h("p", {}, line)),
    warmup(work, mine),
    h(
      "p",
      {},
      h(
        "button",
        {
          type: "button",
          class: "fp-button",
          onclick: async () => {
            sheet.close();
            (await import("./panel.js")).openPanel(told);
          },
        },
        "Change my loads",
      ),
    ),
  );
}

/**
 * The plates of one side, drawn and in words.
 * @param {number} load
 * @param {import("../settings.js").Settings} mine
 */
function plates(load, mine) {
  const { unit, weights } = mine;
  const side = sideFor(load, mine);
  return side && h(
    "figure",
    { class: "fp-plates" },
    sleeve(side, mine, true),
    h("figcaption", {}, h("b", {}, printed(load, unit)), `: ${sideText(side)}`, side.length > 0 && `, bar ${printed(weights[unit].bar, unit)}`),
  );
}

/**
 * @param {Work} work
 * @param {import("../settings.js").Settings} mine
 */
function reasons({ working, percent, estimated, lift, loading }, { unit }) {
  const guessed = lift.reps > 1 || lift.rir > 0;
  const whole = `your ${guessed ? "estimated " : ""}1RM of ${printed(tenth(working.max), unit)}`;
  const share = `${percent} of ${whole}`;
  const exact = [...new Set(working.exact.map(tenth))];
  const would = exact.map((load) => printed(load, unit)).join(" to ");
  const made = { bar: "your bar and plates make", dumbbell: "your dumbbells come in", machine: "your stack has", none: "" };
  const same = exact.length === working.loads.length && exact.every((load, at) => load === working.loads[at]);
  const rounded = same
    ? `${share} is ${would}.`
    : `${share} would be ${would}. ${working.loads.map((load) => printed(load, unit)).join(" to ")} is the nearest ${made[loading]}.`;
  return [
    rounded,
    estimated &&
      "The program gives no percentage here. It is our estimate from the repetitions and the reserve: start there and let the RIR decide.",
  ].filter((line) => line !== false);
}

/**
 * The warm-up sets in weights, where the program has some.
 * @param {Work} work
 * @param {import("../settings.js").Settings} mine
 */
function warmup({ warmup, working, loading }, { unit, weights }) {
  const [load] = working.loads;
  if (!warmup.length || load === undefined) return null;
  const steps = warmup.map(([reps, percent]) => {
    const made = nearest((load * percent) / 100, loading, weights[unit]) ?? load;
    return h("li", {}, `${reps} × ${printed(made, unit)}`, h("span", { class: "fp-under" }, `${percent}\u00a0%`));
  });
  return h("div", {}, h("h3", {}, "Warm-up sets"), h("ul", { class: "fp-steps" }, ...steps));
}

/** @param {number} load */
function tenth(load) {
  return Math.round(load * 10) / 10;
}
