/**
 * Text to the words it is found by, the same for pages and for what a reader types. Capitals,
 * accents, hyphens and plurals make no difference; numbers may be words or figures, and a number
 * with its unit is one word: "two days", "2-day" and "twice" all say `2day`.
 */

import { entryOf } from "../lookup.js";

/**
 * A stretch of text and the words it stands for.
 * @typedef {{start: number, end: number, words: string[]}} Span
 */

/** @type {Record<string, number>} */
const NUMBERS = {
  one: 1, two: 2, three: 3, four: 4, five: 5, six: 6, seven: 7, eight: 8, nine: 9, ten: 10,
  eleven: 11, twelve: 12, thirteen: 13, fourteen: 14, fifteen: 15, sixteen: 16, eighteen: 18,
  twenty: 20, thirty: 30, forty: 40, fifty: 50, sixty: 60, seventy: 70, eighty: 80, ninety: 90,
  once: 1, twice: 2, thrice: 3,
};
/** Spellings of units, without plurals. @type {Record<string, string>} */
const UNITS = {
  s: "second", sec: "second", second: "second",
  min: "minute", minute: "minute", hour: "hour", hr: "hour", h: "hour",
  day: "day", x: "day", time: "day", week: "week", wk: "week", year: "year", month: "month",
  rep: "rep", repetition: "rep", set: "set", "%": "percent", percent: "percent", rm: "rm",
};
/** Codes such as TEN004, numbers, percent, and words with an apostrophe inside. */
const WORD = /[a-z]{2,}\d+|\d+(?:\.\d+)?|%|[\p{L}\p{M}]+(?:['’][\p{L}\p{M}]+)?/giu;
/** The longest text anybody means to find something with. */
export const LONGEST = 200;

/**
 * Every stretch of a text that it can be found by: each word, and each number with its unit.
 * @param {string} text
 * @returns {Span[]}
 */
export function spans(text) {
  /** @type {Span[]} */
  const found = [];
  for (const match of text.matchAll(WORD)) {
    found.push({ start: match.index, end: match.index + match[0].length, words: [plain(match[0])] });
  }
  return [...found, ...quantities(found, text)];
}

/**
 * The words a text is found by.
 * @param {string} text
 */
export function wordsOf(text) {
  return spans(text).flatMap((span) => span.words);
}

/**
 * A question as its words in order, a number with its unit being one of them.
 * @param {string} text
 * @returns {Span[]}
 */
export function asked(text) {
  const short = text.slice(0, LONGEST);
  const all = spans(short);
  const joined = all.filter((span) => isQuantity(span.words[0]));
  const single = all.filter(
    (span) =>
      !isQuantity(span.words[0]) &&
      !joined.some((other) => other.start <= span.start && span.end <= other.end),
  );
  return [...single, ...joined].sort((one, other) => one.start - other.start);
}

/** @type {Map<string, string>} */
const known = new Map();

/**
 * A word without capitals, accents and plural; numbers as figures.
 * @param {string} word
 */
function plain(word) {
  const found = known.get(word);
  if (found !== undefined) return found;
  const made = simplified(word);
  known.set(word, made);
  return made;
}

/** @param {string} word */
function simplified(word) {
  const bare = word.toLowerCase().normalize("NFKD").replace(/\p{M}/gu, "").replace(/’/g, "'");
  const number = entryOf(NUMBERS, bare);
  return number === undefined ? singular(bare.replace(/'s$/, "")) : String(number);
}

/** @param {string} word */
function singular(word) {
  if (word.length < 4 || !word.endsWith("s") || /(?:ss|us|is)$/.test(word)) return word;
  if (/(?:ss|x|ch|sh)es$/.test(word)) return word.slice(0, -2);
  return word.endsWith("ies") ? `${word.slice(0, -3)}y` : word.slice(0, -1);
}

/** @param {string | undefined} word */
function isQuantity(word) {
  return /^\d[\d.]*[a-z]/.test(word ?? "");
}

/**
 * Numbers with their units, also the two of a range ("30-60 s") and those a unit is understood
 * with: "twice" and "three times" a week are days.
 * @param {Span[]} words
 * @param {string} text
 * @returns {Span[]}
 */
function quantities(words, text) {
  /** @type {Span[]} */
  const found = [];
  words.forEach((first, at) => {
    const number = first.words[0] ?? "";
    const wrote = text.slice(first.start, first.end).toLowerCase();
    if (wrote === "twice" || wrote === "once" || wrote === "thrice") {
      found.push({ ...first, words: [`${number}day`] });
    }
    if (wrote === "half" && /^half an hour\b/i.test(text.slice(first.start))) {
      found.push({ start: first.start, end: first.start + 12, words: ["30minute"] });
    }
    if ((wrote === "an" || wrote === "hour") && /^(?:an|hour) (?:hour|long)\b/i.test(text.slice(first.start))) {
      found.push({ ...first, words: ["60minute"] });
    }
    if (!/^\d/.test(number)) return;
    const second = words[at + 1];
    if (!second) return;
    const between = text.slice(first.end, second.start);
    if (!/^[\s\u00a0\u2011-]{0,2}$/.test(between) && !/^\s?(?:[-–\u2011]|to)\s?$/.test(between)) return;
    const unit = entryOf(UNITS, second.words[0] ?? "");
    const isTable = second.words[0] === "x" && /^\s?\d/.test(text.slice(second.end)); // 5 x 5
    if (unit && !isTable) {
      found.push({ start: first.start, end: second.end, words: measures(Number(number), unit) });
      return;
    }
    // the first number of a range takes the unit of the second: "30-60 s", "2 to 3 min"
    const to = second.words[0] === "to" ? words[at + 2] : second;
    const after = words[words.indexOf(/** @type {Span} */ (to)) + 1];
    const shared = to && /^\d/.test(to.words[0] ?? "") && after && entryOf(UNITS, after.words[0] ?? "");
    const end = to === second ? first.end : second.end;
    if (shared) found.push({ start: first.start, end, words: measures(Number(number), shared) });
  });
  return found;
}

/**
 * A measure in every unit people say it in: a minute is 60 seconds, an hour 60 minutes.
 * @param {number} number
 * @param {string} unit
 */
function measures(number, unit) {
  const said = [`${number}${unit}`];
  if (unit === "minute" && number <= 10) said.push(`${number * 60}second`);
  if (unit === "second" && number % 30 === 0) said.push(`${number / 60}minute`);
  if (unit === "hour") said.push(`${number * 60}minute`);
  return said;
}
