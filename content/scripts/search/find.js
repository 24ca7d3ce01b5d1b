/**
 * Answers to a question, by kind. A question is a row of asks; each is met by any of some words,
 * and what meets more of them stands before what meets fewer, however often it says one of them.
 */

import MiniSearch from "../vendor/minisearch.js";
import { asked, wordsOf } from "./words.js";

/** @typedef {import("./index.js").Index} Index */
/** @typedef {import("./index.js").Entry} Entry */
/** @typedef {import("./index.js").Kind} Kind */
/**
 * Something a question asks for: any of its ways, each of them words that belong together.
 * @typedef {{wrote: string, ways: string[][], last: boolean}} Ask
 */
/** @typedef {{entry: Entry, score: number, met: number, words: Set<string>}} Hit */
/** @typedef {{kind: Kind, hits: Hit[]}} Group */
/**
 * @typedef {object} Answer
 * @property {Group[]} groups the best kind first
 * @property {number} count
 * @property {{wrote: string, took: string}[]} guesses words that nothing holds, and what was taken
 * @property {string[]} unknown words that nothing holds or resembles
 */

const BOOST = { answers: 20, title: 6, names: 6, facts: 4, says: 2, words: 1 };
/** How readily a kind stands first when all else is equal. @type {Record<Kind, number>} */
const WEIGHT = { program: 1.1, exercise: 1.1, claim: 1, rule: 0.4, page: 0.9, source: 0.5 };
/** How far words like "why" move the kinds they lean to. */
const LEAN = 3;
/** What holds such a word itself gains so much of its score. */
const EXTRA = 3;
/** More asks than this are no question. */
const MOST_ASKS = 12;
/** Parts of a page stand after the page when both answer as well. */
const PART = 0.7;
/** A kind that meets less than another is left out when it is worth less than this share of it. */
const WORTHLESS = 0.05;

/** @param {Index} index */
export function finder(index) {
  const { entries } = index;
  /** @type {MiniSearch<{id: number, entry: Entry}>} */
  const engine = new MiniSearch({
    fields: Object.keys(BOOST),
    extractField: (document, field) =>
      field === "id" ? document.id : document.entry[/** @type {keyof Entry} */ (field)],
    tokenize: (text, field) =>
      field === "answers" ? text.split(",").map(answerTo) : wordsOf(text),
    processTerm: (term) => term,
    searchOptions: {
      tokenize: (term) => [term],
      boost: BOOST,
      weights: { fuzzy: 0.4, prefix: 0.5 },
      prefix: isBeginning,
    },
  });
  engine.addAll(entries.map((entry, id) => ({ id, entry })));
  const phrases = phrasesOf(index);

  /**
   * @param {string} question
   * @returns {Answer}
   */
  return function answer(question) {
    const { asks, extras, first } = understood(question, phrases);
    /** @type {Map<number, Hit>} */
    const hits = new Map();
    /** @type {Answer["guesses"]} */
    const guesses = [];
    /** @type {string[]} */
    const unknown = [];
    for (const ask of asks) {
      let found = engine.search(queryFor(ask), ask.last ? { prefix: isBegun } : {});
      if (!found.length) {
        found = guessed(engine, ask);
        const took = found[0]?.terms[0];
        if (took) guesses.push({ wrote: ask.wrote, took });
        else unknown.push(ask.wrote);
      }
      for (const { id, score, terms } of found) add(id, score, 1, terms);
    }
    for (const extra of extras) {
      for (const { id, terms } of engine.search(queryFor(extra))) {
        const hit = hits.get(id);
        if (hit) add(id, hit.score * EXTRA, 0, terms);
      }
    }
    const groups = grouped([...hits.values()], asks.length - unknown.length, first);
    const count = groups.reduce((sum, group) => sum + group.hits.length, 0);
    return { groups, count, guesses, unknown };

    /**
     * @param {number} id
     * @param {number} score
     * @param {number} met
     * @param {string[]} terms
     */
    function add(id, score, met, terms) {
      const entry = /** @type {Entry} */ (entries[id]);
      const hit = hits.get(id) ?? { entry, score: 0, met: 0, words: new Set() };
      hit.score += score;
      hit.met += met;
      for (const term of terms) hit.words.add(term);
      hits.set(id, hit);
    }
  };
}

/**
 * Hits by kind: in each kind those that meet most of what was asked, the best first.
 * @param {Hit[]} hits
 * @param {number} asks
 * @param {Set<Kind>} first
 * @returns {Group[]}
 */
function grouped(hits, asks, first) {
  /** @type {Map<Kind, Hit[]>} */
  const kinds = new Map();
  for (const hit of hits) {
    const { of, uses = 0 } = hit.entry;
    hit.score *= (hit.met / Math.max(asks, 1)) ** 2 * (of ? PART : 1) * (1 + Math.log2(1 + uses) / 8);
    kinds.set(hit.entry.kind, [...(kinds.get(hit.entry.kind) ?? []), hit]);
  }
  const groups = [...kinds].map(([kind, all]) => {
    const most = Math.max(...all.map((hit) => hit.met));
    const kept = most * 2 >= asks ? all.filter((hit) => hit.met === most) : [];
    kept.sort((one, other) => other.score - one.score);
    const lean = first.has(kind) ? LEAN : 1;
    return { kind, hits: kept, met: most, worth: (kept[0]?.score ?? 0) * WEIGHT[kind] * lean };
  });
  groups.sort((one, other) => other.worth - one.worth);
  const [best] = groups;
  return groups.filter(
    ({ hits, met, worth }) =>
      hits.length && best && (met >= best.met || worth > best.worth * WORTHLESS),
  );
}

/** @typedef {{answer?: number, means?: string[][], first?: Kind[], ordinary?: boolean}} Phrase */

/**
 * What readers say, by its words.
 * @param {Index} index
 * @returns {Map<string, Phrase>}
 */
function phrasesOf({ ordinary, leanings, meanings }) {
  /** @type {Map<string, Phrase>} */
  const phrases = new Map();
  /**
   * @param {string} said
   * @param {Phrase} phrase
   */
  const add = (said, phrase) => {
    const key = asked(said).map((span) => span.words[0]).join(" ");
    phrases.set(key, { ...phrase, ...phrases.get(key) });
  };
  for (const word of ordinary) add(word, { ordinary: true });
  for (const { say, first } of leanings) for (const said of say) add(said, { first });
  meanings.forEach(({ say, means, first }, answer) => {
    const ways = means.map((text) => asked(text).map((span) => span.words[0] ?? ""));
    for (const said of say) add(said, { answer, means: ways, first });
  });
  return phrases;
}

/**
 * What a question asks for, what may help to find it, and the kinds it leans to.
 * @param {string} question
 * @param {Map<string, Phrase>} phrases
 */
function understood(question, phrases) {
  const row = asked(question);
  /** @type {Ask[]} */
  const asks = [];
  /** @type {Ask[]} */
  const extras = [];
  /** @type {Ask[]} */
  const ordinary = [];
  /** @type {Set<Kind>} */
  const first = new Set();
  for (let at = 0; at < row.length && asks.length < MOST_ASKS; ) {
    const [length, phrase] = longestPhrase(row, at, phrases);
    const stretch = row.slice(at, at + length);
    at += length;
    const wrote = question.slice(stretch[0]?.start, stretch.at(-1)?.end);
    const own = length === 1 ? (stretch[0]?.words.map((word) => [word]) ?? []) : [stretch.map((span) => span.words[0] ?? "")];
    const last = at >= row.length && !/\s$/.test(question);
    const ask = { wrote, ways: own, last: last && length === 1 && wrote.length > 1 };
    for (const kind of phrase?.first ?? []) first.add(kind);
    if (phrase?.answer !== undefined) {
      asks.push({ ...ask, ways: [[answerTo(String(phrase.answer))], ...own, ...(phrase.means ?? [])] });
    } else if (!phrase) asks.push(ask);
    else if (phrase.first) {
      // "alternatives to": any word of it that says something by itself
      const said = stretch.flatMap((span) => span.words).filter((word) => !phrases.get(word)?.ordinary);
      extras.push({ ...ask, ways: said.map((word) => [word]) });
    }
    else ordinary.push(ask);
  }
  // nothing but "how" or "why": then that is what is asked
  if (asks.length) return { asks, extras, first };
  return { asks: extras.length ? extras : ordinary, extras: [], first };
}

/**
 * @param {import("./words.js").Span[]} row
 * @param {number} at
 * @param {Map<string, Phrase>} phrases
 * @returns {[length: number, phrase: Phrase | undefined]}
 */
function longestPhrase(row, at, phrases) {
  for (let length = Math.min(6, row.length - at); length > 0; length -= 1) {
    const key = row.slice(at, at + length).map((span) => span.words[0]).join(" ");
    const phrase = phrases.get(key);
    if (phrase) return [length, phrase];
  }
  return [1, undefined];
}

/**
 * @param {Ask} ask
 * @returns {import("../vendor/minisearch.js").Query}
 */
function queryFor(ask) {
  const ways = ask.ways.map((words) => ({ combineWith: /** @type {const} */ ("AND"), queries: words }));
  return { combineWith: "OR", queries: ways };
}

/**
 * What a word that nothing holds may have been meant for: a slip of the finger, or two swapped.
 * @param {MiniSearch<{id: number, entry: Entry}>} engine
 * @param {Ask} ask
 */
function guessed(engine, ask) {
  for (const fuzzy of [0.2, 0.4]) {
    const slips = (/** @type {string} */ term) => (/^[a-z']{4,20}$/.test(term) ? fuzzy : 0);
    const found = engine.search(queryFor(ask), { prefix: false, fuzzy: slips });
    // hardly anybody misses the first letter
    const near = found.filter(({ terms }) => fuzzy < 0.3 || isAlike(terms[0], ask.wrote));
    if (near.length) return near;
  }
  return [];
}

/**
 * @param {string | undefined} term
 * @param {string} wrote
 */
function isAlike(term, wrote) {
  return term?.[0] === wrote[0]?.toLowerCase();
}

/** Whether a word may be the beginning of a longer one. @param {string} term */
function isBeginning(term) {
  return /^[a-z]{3,}$/.test(term);
}

/** Whether the word being typed may be the beginning of one. @param {string} term */
function isBegun(term) {
  return /^[a-z0-9]{2,}$/.test(term);
}

/** The word that stands for a meaning in the entries that answer it. @param {string} number */
function answerTo(number) {
  return `~${number}`;
}
