/** What the search shows: results by kind with the words that met, or where to look instead. */

import { h } from "../dom.js";
import { spans } from "./words.js";

/** @typedef {import("./find.js").Answer} Answer */
/** @typedef {import("./find.js").Group} Group */
/** @typedef {import("./find.js").Hit} Hit */
/** @typedef {import("./index.js").Kind} Kind */
/** What stands in the results, and the same in a few words for who does not see it. */
/** @typedef {{parts: Node[], says: string}} Shown */

/** @type {Record<Kind, string>} */
const HEADINGS = {
  program: "Programs",
  exercise: "Exercises",
  claim: "Evidence",
  rule: "Rules",
  page: "Words and pages",
  source: "Studies",
};
/** Where a reader looks who finds nothing; the search page has these and more. */
const INDEXES = [
  ["Programs", "programs/"],
  ["Exercises", "exercises/"],
  ["Rules", "framework/#rules"],
  ["Evidence", "evidence/"],
  ["Glossary", "glossary/"],
];
/** Results of a kind before "all of them". */
const SOME = 4;

/**
 * @param {Answer} answer
 * @param {string} root
 * @returns {Shown}
 */
export function found(answer, root) {
  const hints = [
    ...answer.guesses.map(({ wrote, took }) =>
      h("p", { class: "fp-find-hint" }, "Nothing here says “", wrote, "”. Showing ", h("strong", {}, took), "."),
    ),
    answer.count > 0 && answer.unknown.length > 0
      ? h("p", { class: "fp-find-hint" }, `Nothing here says “${answer.unknown.join("”, “")}”; the rest of your words found this.`)
      : null,
  ].filter((hint) => hint !== null);
  if (!answer.count) return { parts: nothing(root), says: "Nothing found" };
  const parts = answer.groups.map((group, number) => section(group, number === 0, root));
  const kinds = answer.groups.map((group) => `${group.hits.length} in ${HEADINGS[group.kind]}`);
  return { parts: [...hints, ...parts], says: kinds.join(", ") };
}

/**
 * Before anything is typed: how one may ask.
 * @param {import("./index.js").Index} index
 * @param {string} root
 * @param {(question: string) => void} askFor
 * @returns {Shown}
 */
export function start(index, root, askFor) {
  const examples = index.examples.map((question) =>
    h("li", {}, h("button", { type: "button", onclick: () => askFor(question) }, question)),
  );
  const parts = [
    h("h2", {}, "Ask, for example"),
    h("ul", { class: "fp-find-examples" }, ...examples),
    h("h2", {}, "Or look it up"),
    indexes(root),
  ];
  return { parts, says: "" };
}

/**
 * The index could not be fetched.
 * @param {string} root
 * @param {() => unknown} again
 * @returns {Node[]}
 */
export function trouble(root, again) {
  return [
    h("p", {}, "The search could not be fetched; the network may be away."),
    h("p", {}, h("button", { type: "button", class: "fp-button", onclick: again }, "Try again")),
    indexes(root),
  ];
}

/** @param {string} root */
function nothing(root) {
  return [
    h("p", { class: "fp-find-none" }, "Nothing found."),
    h("p", {}, "Try fewer or plainer words: an exercise, a muscle, your equipment, “two days”, “knee pain”."),
    h("h2", {}, "Or look it up"),
    indexes(root),
  ];
}

/** @param {string} root */
function indexes(root) {
  const links = INDEXES.map(([name, address]) =>
    h("li", {}, h("a", { href: new URL(address ?? "", root).href }, name ?? "")),
  );
  return h("ul", { class: "fp-find-indexes" }, ...links);
}

/**
 * @param {Group} group
 * @param {boolean} leads whether Enter opens its first result
 * @param {string} root
 */
function section({ kind, hits }, leads, root) {
  const id = `fp-find-${kind}`;
  const list = h("ul", {}, ...hits.slice(0, SOME).map((hit) => item(hit, root)));
  const rest = hits.slice(SOME);
  const more = h(
    "button",
    {
      type: "button",
      class: "fp-find-more",
      onclick: () => {
        const items = rest.map((hit) => item(hit, root));
        list.append(...items);
        more.remove();
        items[0]?.querySelector("a")?.focus();
      },
    },
    `${rest.length} more in ${HEADINGS[kind]}`,
  );
  return h(
    "section",
    { "aria-labelledby": id, "data-kind": kind, class: leads ? "fp-find-first" : null },
    h("h2", { id }, HEADINGS[kind], " ", h("span", { class: "fp-find-count" }, hits.length)),
    list,
    rest.length > 0 && more,
  );
}

/**
 * @param {Hit} hit
 * @param {string} root
 */
function item({ entry, words }, root) {
  return h(
    "li",
    {},
    h(
      "a",
      { class: "fp-find-hit", href: new URL(entry.address ?? "", root).href },
      h("span", { class: "fp-find-title" }, ...marked(entry.title, words)),
      entry.of && !entry.title.includes(entry.of) ? h("span", { class: "fp-find-of" }, "in ", entry.of) : null,
      entry.facts ? h("span", { class: "fp-find-facts" }, ...marked(entry.facts, words)) : null,
      entry.says ? h("span", { class: "fp-find-says" }, ...marked(entry.says, words)) : null,
    ),
  );
}

/**
 * A text with the words that met marked; it stays text.
 * @param {string} text
 * @param {Set<string>} words
 * @returns {(string | HTMLElement)[]}
 */
function marked(text, words) {
  const met = spans(text)
    .filter((span) => span.words.some((word) => words.has(word)))
    .sort((one, other) => one.start - other.start);
  /** @type {(string | HTMLElement)[]} */
  const parts = [];
  let at = 0;
  for (const { start, end } of met) {
    if (end <= at) continue;
    parts.push(text.slice(at, Math.max(at, start)), h("mark", {}, text.slice(Math.max(at, start), end)));
    at = end;
  }
  return [...parts, text.slice(at)];
}
