/**
 * The frame that gym mode shows itself in: a dialog over the whole screen with what to read above
 * and what to tap below. It knows nothing of sessions.
 */

import { h } from "../dom.js";
import { button } from "./parts.js";

/**
 * What to show. The first word of each action finds its button again when the view is drawn anew.
 * @typedef {object} Picture
 * @property {string} view
 * @property {string} title
 * @property {(Node | string | false | null | undefined | 0 | "")[]} main
 * @property {HTMLElement | null} [panel] between what to read and what to tap
 * @property {HTMLElement[]} [more] smaller buttons
 * @property {{words: string, under?: string, press: () => void} | null} [primary]
 * @property {{back: (() => void) | null, on: (() => void) | null} | null} [ways] one step back, one on
 * @property {number} [done] share of the sets that are done
 */
/** @typedef {ReturnType<typeof shell>} Shell */

/**
 * @param {{leave: () => void, list: () => void, help: () => void, key: (event: KeyboardEvent) => boolean}} does
 */
export function shell(does) {
  const title = button("list", "", does.list, { class: "fp-gym-title" });
  const awake = h("span", { class: "fp-gym-awake", hidden: true }, h("span", { "aria-hidden": "true" }, "☀ "), "on");
  awake.title = "The screen stays on";
  const bar = h("div", { class: "fp-gym-bar", "aria-hidden": "true" }, h("span"));
  const alert = h("p", { class: "fp-gym-alert", role: "status" });
  const main = h("div", { class: "fp-gym-main" });
  const panel = h("div", { class: "fp-gym-slot" });
  const foot = h("div", { class: "fp-gym-foot" });
  const live = h("p", { class: "fp-gym-live fp-unseen", role: "alert" });
  const dialog = h("dialog", { class: "fp-gym", "aria-label": "Gym mode", onkeydown: pressed, oncancel: asked, onclose: closed },
    h("div", { class: "fp-gym-top" },
      button("leave", "×", does.leave, { "aria-label": "Leave gym mode", class: "fp-gym-icon" }),
      title, awake,
      button("help", "?", does.help, { "aria-label": "Help and keys", class: "fp-gym-icon" }),
    ),
    bar, alert, main, h("div", { class: "fp-gym-low" }, panel, foot), live);
  document.body.append(dialog);
  let shown = "";

  /** @param {Event} event */
  function pressed(event) {
    if (!(event instanceof KeyboardEvent) || event.ctrlKey || event.metaKey || event.altKey) return;
    if (does.key(event)) event.preventDefault();
  }

  /** Back on a phone asks a dialog first. @param {Event} event */
  function asked(event) {
    event.preventDefault();
    does.leave();
  }

  /** A browser may close a dialog without asking. */
  function closed() {
    if (document.documentElement.classList.contains("fp-gym-open")) does.leave();
  }

  /** @param {string} words */
  function say(words) {
    live.textContent = words;
  }

  /** @param {Picture} picture */
  function draw(picture) {
    const focused = document.activeElement instanceof HTMLElement && dialog.contains(document.activeElement)
      ? document.activeElement.dataset.do
      : undefined;
    const same = picture.view === shown;
    const top = main.scrollTop;
    shown = picture.view;
    dialog.dataset.view = picture.view.split(" ")[0];
    title.textContent = picture.title;
    title.hidden = !picture.title;
    bar.style.setProperty("--done", String(picture.done ?? 0));
    main.replaceChildren(...real(picture.main));
    panel.replaceChildren(...real([picture.panel]));
    foot.replaceChildren(...real([
      picture.more?.length ? h("div", { class: "fp-gym-more" }, ...picture.more) : null,
      h("div", { class: "fp-gym-row fp-gym-act" },
        way("back", "‹", "Step before", picture.ways?.back),
        picture.primary ? primary(picture.primary) : null,
        way("on", "›", "Step after", picture.ways?.on)),
    ]));
    main.scrollTop = same ? top : 0;
    const again = same && focused ? [...dialog.querySelectorAll("[data-do]")].find((it) => it instanceof HTMLElement && it.dataset.do === focused) : null;
    const place = again ?? dialog.querySelector("[data-do='heading']");
    if (place instanceof HTMLElement) place.focus({ preventScroll: true });
  }

  /** @param {{words: string, under?: string, press: () => void}} what */
  function primary({ words, under, press }) {
    return h("button", { type: "button", class: "fp-gym-primary", "data-do": "primary", onclick: press },
      h("b", {}, words), under ? h("small", {}, under) : null);
  }

  /** @type {(name: string, sign: string, words: string, press: (() => void) | null | undefined) => HTMLElement | null} */
  function way(name, sign, words, press) {
    return press === undefined ? null : button(name, sign, press ?? (() => {}), { "aria-label": words, class: "fp-gym-way", disabled: press === null });
  }

  return {
    draw,
    say,
    /** @param {string} words */
    tell(words) {
      alert.textContent = words;
    },
    /** @param {boolean} on */
    showAwake(on) {
      awake.hidden = !on;
    },
    open() {
      if (dialog.open) return;
      dialog.showModal();
      document.documentElement.classList.add("fp-gym-open");
    },
    close() {
      document.documentElement.classList.remove("fp-gym-open");
      dialog.close();
      shown = "";
      say("");
    },
    dialog,
  };
}

/**
 * @param {(Node | string | false | null | undefined | 0)[]} nodes
 * @returns {(Node | string)[]}
 */
function real(nodes) {
  return /** @type {(Node | string)[]} */ (nodes.filter(Boolean));
}
