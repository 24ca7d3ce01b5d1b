/** The finder over the cards of the catalogue: filters, order, and what somebody owns. */

import { offerPicks } from "../compare/picks.js";
import { h } from "../dom.js";
import { change, settings } from "../settings.js";
import { counted } from "../words.js";
import { inWords, slotsOf } from "./kit.js";
import { filtersOn, loosened, matching } from "./match.js";
import { addressOf, ignoredInWords, noWishes, wishesIn } from "./wishes.js";

/** @typedef {import("./match.js").Program} Program */
/** @typedef {import("./match.js").Found} Found */
/** @typedef {import("./wishes.js").Wishes} Wishes */

/** @param {HTMLElement} place */
export function start(place) {
  const form = /** @type {HTMLFormElement} */ (place);
  /** @type {import("./kit.js").KitTable} */
  const table = JSON.parse(one(form, 'script[type="application/json"]').textContent ?? "");
  const lists = [...document.querySelectorAll("ul.fp-programs")];
  const programs = lists.flatMap((list) => [...list.children].map((card) => programOf(card, table)));
  const levels = lists.map((list) => ({ list, heading: /** @type {HTMLElement} */ (list.previousElementSibling) }));

  const found = one(form, ".fp-found");
  const opener = one(form, ".fp-filter-open");
  const showButton = one(form, ".fp-filter-show");
  const clear = one(form, ".fp-clear");
  const note = h("p", { class: "fp-filter-note", role: "status" });
  const none = h("div", { class: "fp-none", hidden: true });
  const sorted = h("ul", { class: "fp-cards fp-programs" });
  const sortedHeading = h("h2", {});
  const nearList = h("ul", { class: "fp-cards fp-programs" });
  const nearWords = h("summary", {});
  const near = h("details", { class: "fp-fold fp-near", hidden: true }, nearWords, nearList);
  form.after(note, none, sortedHeading, sorted);
  lists.at(-1)?.after(near);

  const boxes = /** @type {HTMLInputElement[]} */ ([...form.querySelectorAll("input")]);
  const selects = /** @type {HTMLSelectElement[]} */ ([...form.querySelectorAll("select")]);
  const presets = /** @type {HTMLElement[]} */ ([...form.querySelectorAll("[data-kit]")]);
  /** @param {string} name */
  const valuesOf = (name) => boxes.filter((box) => box.name === name).map((box) => box.value);
  /** @param {string} name */
  const ticked = (name) => boxes.filter((box) => box.name === name && box.checked).map((box) => box.value);
  /** @param {string} name */
  const select = (name) => /** @type {HTMLSelectElement} */ (selects.find((one) => one.name === name));

  const known = {
    days: valuesOf("days"),
    level: valuesOf("level"),
    goal: valuesOf("goal"),
    equipment: valuesOf("equipment"),
    sort: [...select("sort").options].map((option) => option.value),
    compare: programs.map((program) => program.id),
  };

  const read = wishesIn(location.search, known);
  let wishes = read.wishes;
  if (!read.asksKit) wishes.kit = remembered();
  note.textContent = ignoredInWords(read.ignored);

  /** What the reader owns, as this browser keeps it. */
  function remembered() {
    return settings().equipment?.filter((item) => known.equipment.includes(item)) ?? null;
  }

  /** @param {string[] | null} kit */
  function own(kit) {
    wishes.kit = kit;
    // everybody owns a body, and other tools ask for it by name
    change({ equipment: kit && ["bodyweight", ...kit] });
  }

  /** Bring form, cards and address in line with the wishes. */
  function show() {
    const { fits, near: others } = matching(programs, wishes, table);
    for (const box of boxes) {
      const chosen = box.name === "equipment" ? wishes.kit : wishes[/** @type {"days"} */ (box.name)];
      box.checked = chosen?.includes(box.value) ?? false;
    }
    setLimit(select("max-minutes"), wishes.minutes, "minute");
    setLimit(select("max-weeks"), wishes.weeks, "week");
    select("sort").value = wishes.sort;
    const kit = wishes.kit ? [...wishes.kit].sort().join(" ") : "any";
    for (const preset of presets) {
      const its = (preset.dataset.kit ?? "").split(" ").sort().join(" ");
      preset.setAttribute("aria-pressed", String(its === kit));
    }
    arrange(fits);
    for (const each of [...fits, ...others]) tellFit(each);
    fill(nearList, others);
    near.hidden = !others.length;
    nearWords.textContent = `With more equipment: ${counted(others.length, "more program")}`;
    if (!fits.length && others.length) near.open = true;
    tellNone(fits.length);

    const on = filtersOn(wishes);
    found.textContent = on ? `${fits.length} of ${counted(programs.length, "program")}` : counted(programs.length, "program");
    showButton.textContent = fits.length ? `Show ${counted(fits.length, "program")}` : "No program fits";
    one(opener, "span").textContent = on ? `(${on})` : "";
    clear.classList.toggle("fp-idle", !on);
    const address = addressOf(wishes, settings().equipment !== null);
    if (address !== location.search) {
      history.replaceState(history.state, "", location.pathname + address + location.hash);
    }
  }

  /** The cards that fit: by level under their headings, or in one list. @param {Found[]} fits */
  function arrange(fits) {
    const byLevel = wishes.sort === "level";
    fill(sorted, byLevel ? [] : fits);
    sortedHeading.textContent = select("sort").selectedOptions[0]?.text ?? "";
    sorted.hidden = sortedHeading.hidden = byLevel || !fits.length;
    for (const { list, heading } of levels) {
      const own = fits.filter(({ program }) => byLevel && program.level === heading.id);
      fill(list, own);
      /** @type {HTMLElement} */ (list).hidden = heading.hidden = !own.length;
    }
  }

  /** @param {number} count */
  function tellNone(count) {
    none.hidden = count > 0;
    if (count) return none.replaceChildren();
    const ways = loosened(programs, wishes, table);
    const buttons = ways.map(({ words, wishes: other, count: then }) =>
      h("li", {}, h("button", { type: "button", class: "fp-button", onclick: () => turnTo(other) },
        `Without ${words}: ${counted(then, "program")}`)),
    );
    none.replaceChildren(
      h("p", {}, h("strong", {}, "No program fits all of this."), ways.length ? " Loosen one thing:" : " Two things at least stand in the way."),
      h("ul", {}, ...(ways.length ? buttons : [h("li", {}, h("button", { type: "button", class: "fp-button", onclick: () => turnTo(without()) }, "Clear all"))])),
    );
  }

  /** @param {Wishes} other */
  function turnTo(other) {
    wishes = other;
    show();
    // the button that was tapped is gone
    found.tabIndex = -1;
    found.focus();
  }

  /** No wishes but for what is to be compared. */
  function without() {
    return { ...noWishes(), compare: wishes.compare };
  }

  form.addEventListener("change", (event) => {
    const { name, value } = /** @type {HTMLInputElement} */ (event.target);
    if (name === "equipment") {
      const items = ticked("equipment");
      own(items.length ? items : null);
    } else if (name === "max-minutes") wishes.minutes = Number(value) || null;
    else if (name === "max-weeks") wishes.weeks = Number(value) || null;
    else if (name === "sort") wishes.sort = value;
    else wishes[/** @type {"days" | "level" | "goal"} */ (name)] = ticked(name);
    show();
  });
  for (const preset of presets) {
    preset.addEventListener("click", () => {
      const kit = preset.dataset.kit ?? "";
      // not to be asked here is not to own nothing: what is remembered stays
      if (kit === "any") wishes.kit = null;
      else own(kit.split(" ").filter(Boolean));
      show();
    });
  }
  form.addEventListener("reset", (event) => {
    event.preventDefault();
    turnTo(without());
  });
  form.addEventListener("submit", (event) => event.preventDefault());
  opener.addEventListener("click", () => open(form.dataset.open === undefined));
  showButton.addEventListener("click", () => {
    open(false);
    opener.focus();
    form.scrollIntoView();
  });
  addEventListener("popstate", () => {
    const told = wishesIn(location.search, known);
    wishes = told.wishes;
    if (!told.asksKit) wishes.kit = remembered();
    show();
  });

  /** @param {boolean} yes */
  function open(yes) {
    form.toggleAttribute("data-open", yes);
    opener.setAttribute("aria-expanded", String(yes));
  }

  offerPicks({
    programs: programs.map(({ id, title, card }) => ({ id, title, place: card })),
    chosen: wishes.compare,
    address: (ids) => {
      const kit = wishes.kit ? addressOf({ ...noWishes(), kit: wishes.kit }, false).replace("?", "&") : "";
      return `${form.dataset.compare}?programs=${ids.join(",")}${kit}`;
    },
    changed: (ids) => {
      wishes.compare = ids;
      show();
    },
  });
  show();
  delete form.dataset.waits;
  form.dataset.ready = "";
  form.inert = false;

  /** @param {Found} each */
  function tellFit({ program, fit }) {
    const old = program.card.querySelector(".fp-fit");
    const fresh = fit && fitNote(fit);
    if (old && fresh && old.textContent === fresh.textContent) return;
    old?.remove();
    if (fresh) program.card.append(fresh);
  }

  /** @param {import("./kit.js").Fit} fit */
  function fitNote(fit) {
    const words = inWords(fit, table);
    if (fit.missing.length || !fit.swaps.length) {
      return h("p", { class: "fp-fit", "data-fit": fit.missing.length ? "not" : "yes" }, words);
    }
    const swaps = fit.swaps.map(([from, to]) => h("li", {}, `${from} → ${to}`));
    return h("details", { class: "fp-fit", "data-fit": "swaps" }, h("summary", {}, words), h("ul", {}, ...swaps));
  }
}

/**
 * Cards in a list. One that stays where it is keeps the focus that may be in it.
 * @param {Element} list
 * @param {readonly Found[]} found
 */
function fill(list, found) {
  const cards = found.map(({ program }) => program.card);
  const now = [...list.children];
  if (cards.length !== now.length || cards.some((card, at) => card !== now[at])) list.replaceChildren(...cards);
}

/**
 * @param {ParentNode} parent
 * @param {string} selector
 */
function one(parent, selector) {
  return /** @type {HTMLElement} */ (parent.querySelector(selector));
}

/**
 * @param {Element} element
 * @param {import("./kit.js").KitTable} table
 * @returns {Program}
 */
function programOf(element, table) {
  const card = /** @type {HTMLElement} */ (element);
  const { level = "", goal = "", days, weeks, minutes, slots = "" } = card.dataset;
  return {
    id: card.id,
    title: one(card, "h3").textContent ?? "",
    level,
    goal,
    days: Number(days),
    weeks: Number(weeks),
    minutes: Number(minutes),
    slots: slotsOf(slots, table),
    card,
  };
}

/**
 * Choose a limit; one that an address made up gets an option of its own.
 * @param {HTMLSelectElement} select
 * @param {number | null} limit
 * @param {string} unit
 */
function setLimit(select, limit, unit) {
  const value = limit === null ? "" : String(limit);
  if (![...select.options].some((option) => option.value === value)) {
    select.append(h("option", { value }, `at most ${counted(Number(value), unit)}`));
  }
  select.value = value;
}
