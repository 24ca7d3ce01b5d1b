/** A field for a number, with what is wrong about it said beside it. */

import { h } from "../dom.js";

/**
 * What a number has to be.
 * @typedef {{least: number, most: number, whole?: boolean}} Limits
 */

let count = 0;

/**
 * A number out of what somebody typed, `null` for nothing, or what is wrong with it.
 * @param {string} text
 * @param {Limits} limits
 * @returns {number | null | string}
 */
export function read(text, { least, most, whole = false }) {
  const plain = text.trim().replace(",", ".");
  if (!plain) return null;
  if (!/^\d*\.?\d+$/.test(plain)) return `“${text.trim().slice(0, 20)}” is not a number. Write one such as ${whole ? "5" : "62.5"}.`;
  const number = Number(plain);
  if (whole && !Number.isInteger(number)) return "Write a whole number.";
  if (number < least) return `Write ${printedLimit(least)} or more.`;
  return number > most ? `Write ${most} or less.` : number;
}

/** @param {number} least */
function printedLimit(least) {
  return least < 1 && least > 0 ? "more than nothing, " + least : String(least);
}

/**
 * A labelled field. Good numbers are saved as they are typed; a bad one is told when the reader
 * leaves the field, and nothing is saved of it.
 * @param {string} label
 * @param {number | null} value
 * @param {Limits} limits
 * @param {(value: number | null) => void} save
 */
export function numberField(label, value, limits, save) {
  const id = `fp-field-${(count += 1)}`;
  const fault = h("span", { class: "fp-fault", id: `${id}-fault`, role: "alert" });
  const input = h("input", {
    id,
    type: "text",
    inputmode: limits.whole ? "numeric" : "decimal",
    autocomplete: "off",
    enterkeyhint: "done",
    value: value === null ? "" : Number(value.toFixed(2)),
    oninput: () => {
      const found = read(input.value, limits);
      if (typeof found === "string") return;
      tell("");
      save(found);
    },
    onchange: () => {
      const found = read(input.value, limits);
      tell(typeof found === "string" ? found : "");
    },
  });
  /** @param {string} words */
  function tell(words) {
    fault.replaceChildren(words);
    if (words) {
      input.setAttribute("aria-invalid", "true");
      input.setAttribute("aria-describedby", fault.id);
    } else {
      input.removeAttribute("aria-invalid");
      input.removeAttribute("aria-describedby");
    }
  }
  return h("div", { class: "fp-field" }, h("label", { for: id }, label), input, fault);
}
