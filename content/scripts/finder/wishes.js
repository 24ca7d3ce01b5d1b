/**
 * What a reader asks for, in the page's address: so that it can be shared, and found again. Addresses
 * are typed and cut by people; what cannot be understood is left out and named.
 */

/**
 * @typedef {object} Wishes
 * @property {string[]} days any of these; none: all the same
 * @property {string[]} level
 * @property {string[]} goal
 * @property {number | null} minutes of the longest session, at most
 * @property {number | null} weeks at most
 * @property {string[] | null} kit what the reader owns; `null`: not asked
 * @property {string} sort
 * @property {string[]} compare ids of programs to lay side by side
 */
/**
 * The words that an address may use.
 * @typedef {Record<"days" | "level" | "goal" | "equipment" | "sort" | "compare", readonly string[]>} Known
 */

/** Programs that fit side by side. */
export const MOST_COMPARED = 3;

const LISTS = /** @type {const} */ (["days", "level", "goal"]);
const LIMITS = /** @type {const} */ ({ "max-minutes": "minutes", "max-weeks": "weeks" });
/** Added by the theme or by a link from elsewhere, and no concern of ours. */
export const FOREIGN = /^(h|q|utm_\w+|fbclid|gclid)$/;

/** @returns {Wishes} */
export function noWishes() {
  return {
    days: [], level: [], goal: [], minutes: null, weeks: null, kit: null, sort: "level", compare: [],
  };
}

/**
 * The wishes in an address, and what in it means nothing here.
 * @param {string} search `?days=2&level=beginner`
 * @param {Known} known
 * @returns {{wishes: Wishes, ignored: string[], asksKit: boolean}} `asksKit`: whether it says
 *   anything about equipment
 */
export function wishesIn(search, known) {
  const wishes = noWishes();
  /** @type {string[]} */
  const ignored = [];
  let asksKit = false;
  for (const [name, text] of new URLSearchParams(search)) {
    /** @param {readonly string[]} words */
    const listed = (words) => {
      const told = [...new Set(text.split(",").map((word) => word.trim()).filter(Boolean))];
      ignored.push(...told.filter((word) => !words.includes(word)).map((word) => `${name}=${word}`));
      return told.filter((word) => words.includes(word));
    };
    const list = LISTS.find((one) => one === name);
    if (list) wishes[list] = listed(known[list]);
    else if (name === "max-minutes" || name === "max-weeks") {
      if (/^[1-9]\d{0,2}$/.test(text)) wishes[LIMITS[name]] = Number(text);
      else ignored.push(`${name}=${text}`);
    } else if (name === "equipment") {
      const items = listed(["any", "bodyweight", ...known.equipment]);
      if (items.length) {
        asksKit = true;
        wishes.kit = items.includes("any") ? null : items.filter((item) => item !== "bodyweight");
      }
    } else if (name === "sort") wishes.sort = listed(known.sort)[0] ?? "level";
    else if (name === "compare") {
      const ids = listed(known.compare);
      wishes.compare = ids.slice(0, MOST_COMPARED);
      ignored.push(...ids.slice(MOST_COMPARED).map((id) => `${name}=${id}`));
    } else if (!FOREIGN.test(name)) ignored.push(text ? `${name}=${text}` : name);
  }
  return { wishes, ignored, asksKit };
}

/**
 * The address of some wishes: `?days=2`, or nothing where there are none.
 * @param {Wishes} wishes
 * @param {boolean} remembered whether this browser would fill in equipment by itself
 */
export function addressOf(wishes, remembered) {
  const { days, level, goal, minutes, weeks, kit, sort, compare } = wishes;
  /** @type {[string, readonly (string | number)[]][]} */
  const parts = [
    ["days", days],
    ["max-minutes", minutes === null ? [] : [minutes]],
    ["max-weeks", weeks === null ? [] : [weeks]],
    ["level", level],
    ["goal", goal],
    ["equipment", kit === null ? (remembered ? ["any"] : []) : kit.length ? kit : ["bodyweight"]],
    ["sort", sort === "level" ? [] : [sort]],
    ["compare", compare],
  ];
  const told = parts.filter(([, values]) => values.length);
  // commas as they are: a reader may read an address, too
  return told.length
    ? `?${told.map(([name, values]) => `${name}=${values.map(encodeURIComponent).join(",")}`).join("&")}`
    : "";
}

/**
 * What was left out of an address, as a sentence; empty where nothing was.
 * @param {readonly string[]} ignored
 */
export function ignoredInWords(ignored) {
  if (!ignored.length) return "";
  const shown = ignored.slice(0, 4).map((part) => `“${part.slice(0, 40)}”`);
  const more = ignored.length - shown.length;
  return `Left out of the address, as it means nothing here: ${shown.join(", ")}${more ? ` and ${more} more` : ""}.`;
}
