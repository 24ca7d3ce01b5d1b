/**
 * Two or three programs side by side. Their facts come ready to print from the generator; here they
 * are laid beside each other, with a sign where they differ.
 */

import { h } from "../dom.js";
import { fetchedJson } from "../fetched.js";
import { fit, inWords, slotsOf } from "../finder/kit.js";
import { FOREIGN, MOST_COMPARED, ignoredInWords } from "../finder/wishes.js";
import { settings } from "../settings.js";
import { offerPicks } from "./picks.js";

/** @typedef {import("./facts.js").Facts} Facts */
/** @typedef {import("./facts.js").Row} Row */

/** @param {HTMLElement} place */
export async function start(place) {
  const rows = [.../** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll(".fp-compare [data-id]"))];
  const programs = rows.map((row) => {
    const link = /** @type {HTMLAnchorElement} */ (row.querySelector("a"));
    const head = /** @type {HTMLElement} */ (row.querySelector("th"));
    return { id: row.dataset.id ?? "", title: link.textContent ?? "", href: link.href, place: head };
  });
  const { ids, asked, ignored } = read(programs.map((program) => program.id));
  const note = h("p", { class: "fp-filter-note", role: "status" }, ignoredInWords(ignored));
  const hint = place.querySelector("p");
  place.append(note);
  /** @param {string[]} wanted */
  const address = (wanted) => {
    const told = new URLSearchParams(location.search).get("equipment");
    return `?programs=${wanted.join(",")}${told ? `&equipment=${encodeURIComponent(told).replaceAll("%2C", ",")}` : ""}`;
  };
  offerPicks({ programs, chosen: ids, address, shown: ids.length === 1 });

  const chosen = ids.flatMap((id) => programs.filter((program) => program.id === id));
  if (chosen.length > 1) {
    hint?.remove();
    try {
      /** @type {Facts[]} */
      const facts = await Promise.all(chosen.map(({ href }) => fetchedJson(new URL("facts.json", href))));
      // the facts tell which equipment there is
      const known = ["any", "bodyweight", ...Object.keys(facts[0]?.kit.items ?? {})];
      note.textContent = ignoredInWords([...ignored, ...asked.filter((word) => !known.includes(word)).map((word) => `equipment=${word}`)]);
      place.append(...sideBySide(facts, kitOf(asked.filter((word) => known.includes(word))), chosen, address));
    } catch {
      note.textContent = "The facts of these programs did not load: no network, perhaps. The table below has the main numbers.";
    }
  }
  delete place.dataset.waits;
  place.dataset.ready = "";
}

/**
 * What the address asks for; the first programs where it names too many. Which equipment there is, is
 * not known yet.
 * @param {readonly string[]} known programs
 */
function read(known) {
  /** @type {string[]} */
  const ignored = [];
  /** @type {string[]} */
  let ids = [];
  /** @type {string[]} */
  let asked = [];
  for (const [name, text] of new URLSearchParams(location.search)) {
    const words = [...new Set(text.split(",").map((word) => word.trim()).filter(Boolean))];
    if (name === "programs") {
      const there = words.filter((id) => known.includes(id));
      ids = there.slice(0, MOST_COMPARED);
      ignored.push(...words.filter((id) => !ids.includes(id)).map((id) => `programs=${id}`));
    } else if (name === "equipment") asked = words;
    else if (!FOREIGN.test(name)) ignored.push(text ? `${name}=${text}` : name);
  }
  return { ids, asked, ignored };
}

/**
 * The equipment to compare with: what the address asks for, or what the reader told before.
 * @param {readonly string[]} asked
 */
function kitOf(asked) {
  if (!asked.length) return settings().equipment;
  return asked.includes("any") ? null : asked;
}

/**
 * @param {readonly Facts[]} facts
 * @param {readonly string[] | null} kit
 * @param {readonly {id: string, href: string}[]} chosen
 * @param {(ids: string[]) => string} address
 */
function sideBySide(facts, kit, chosen, address) {
  const table = h("table", { class: "fp-grid fp-side", role: "table", style: `--fp-programs: ${facts.length}` });
  const only = h("input", { type: "checkbox", autocomplete: "off" });
  only.addEventListener("change", () => table.toggleAttribute("data-only", only.checked));
  const ids = chosen.map((program) => program.id);
  const heads = facts.map((program, number) =>
    h("th", { role: "columnheader", scope: "col" },
      h("a", { href: chosen[number]?.href ?? "" }, program.title),
      facts.length > 2 && h("a", { class: "fp-remove", href: address(ids.filter((id) => id !== program.id)), "aria-label": `Leave out ${program.title}` }, "leave out")),
  );
  table.append(
    h("caption", { class: "fp-unseen" }, `${facts.map((program) => program.title).join(", ")}, side by side`),
    h("thead", { role: "rowgroup" }, h("tr", { role: "row" }, h("td", { role: "cell" }), ...heads)),
  );
  const most = Math.max(...facts.flatMap((program) =>
    program.groups.flatMap((group) => group.rows.flatMap(({ band }) => (band ? [band.sets, band.high] : []))),
  ));
  let differing = 0;
  for (const [at, group] of (facts[0]?.groups ?? []).entries()) {
    const body = h("tbody", { role: "rowgroup" },
      h("tr", { role: "row", class: "fp-group" }, h("th", { role: "rowheader", scope: "rowgroup", colspan: facts.length + 1 }, group.name)));
    for (const { name } of group.rows) {
      const cells = facts.map((program) => program.groups[at]?.rows.find((row) => row.name === name));
      differing += Number(append(body, name, cells.map((row) => row ?? { name, text: "–", under: "" }), most));
      if (name === "Equipment") {
        const fits = facts.map((program) => kitRow(program, kit));
        differing += Number(append(body, "With what I own", fits, most));
      }
    }
    table.append(body);
  }
  const anchor = h("a", { href: "#all" }, "Choose others");
  return [
    h("div", { class: "fp-side-bar" },
      h("p", {}, `${differing} rows differ: they carry the sign ≠. `, anchor),
      h("label", { class: "fp-switch" }, only, h("span", {}, "Only what differs"))),
    table,
    h("p", { class: "fp-meta" }, "Sets are fractional sets of the hardest week. The pale stretch is the band we show for the program's level, a convention; a longer line is no better program."),
  ];
}

/**
 * What the reader's equipment means for a program.
 * @param {Facts} program
 * @param {readonly string[] | null} kit
 * @returns {Row}
 */
function kitRow({ kit: table }, kit) {
  const name = "With what I own";
  if (!kit) return { name, text: "not said yet", under: "tick it among all programs" };
  const found = fit(slotsOf(table.slots, table), kit, table);
  return { name, text: inWords(found, table), under: found.missing.length ? "" : found.swaps.map(([from, to]) => `${from} → ${to}`).join("; ") };
}

/**
 * A row for one thing; tells whether the programs differ in it.
 * @param {HTMLElement} body
 * @param {string} name
 * @param {readonly Row[]} cells
 * @param {number} most sets that a band has room for
 */
function append(body, name, cells, most) {
  const differs = new Set(cells.map((cell) => cell.text)).size > 1;
  body.append(
    h("tr", { role: "row", "data-differs": differs },
      h("th", { role: "rowheader", scope: "row" }, name,
        differs && h("span", { class: "fp-differs" }, " ≠", h("span", { class: "fp-unseen" }, " differs"))),
      ...cells.map((cell) =>
        h("td", { role: "cell", class: cell.text.length > 30 && "fp-long" }, cell.text, cell.band ? bandOf(cell.band, most) : null,
          cell.under ? h("span", { class: "fp-under" }, cell.under) : null))),
  );
  return differs;
}

/**
 * Sets as a line on the band; the words beside it say the same.
 * @param {NonNullable<Row["band"]>} band
 * @param {number} most
 */
function bandOf({ sets, low, high }, most) {
  const share = /** @param {number} value */ (value) => `${(100 * value) / most}%`;
  return h("span", { class: "fp-set-band", "aria-hidden": "true", style: `--low: ${share(low)}; --high: ${share(high)}; --sets: ${share(sets)}` }, h("span", {}));
}
