/**
 * Starts the service worker (content/worker/sw.js) and tells it about this page. Where a browser
 * has none, or the site wants none, nothing happens.
 */

import { ROOT } from "../root.js";
import { WORKER } from "../worker.js";

const SCRIPTS = new URL("../", import.meta.url).href.slice(ROOT.length);

/** @type {Promise<ServiceWorkerRegistration | null>} */
const registered = register();

/**
 * What the worker answers about this page, now kept for offline; `null` without a worker.
 * @type {Promise<{kept: boolean, saved: boolean} | null>}
 */
export const kept = registered.then((registration) => (registration ? keepThisPage() : null));

/**
 * The same of a worker that takes over while the page is open: one of an older version keeps no page
 * of this one.
 * @type {typeof kept}
 */
export const keptByNext = new Promise((resolve) => {
  navigator.serviceWorker?.addEventListener("controllerchange", () => resolve(keepThisPage()));
});

async function register() {
  // a page outside a secure context has no service workers
  if (!WORKER || !("serviceWorker" in navigator)) return null;
  // what the reader looks at comes first
  if (document.readyState !== "complete") {
    await new Promise((loaded) => addEventListener("load", loaded, { once: true }));
  }
  try {
    const registration = await navigator.serviceWorker.register(ROOT + WORKER);
    // a browser may say yes and mean no
    if (!registration) return null;
    offerToTakeOver(registration);
    registration.addEventListener("updatefound", () => {
      registration.installing?.addEventListener("statechange", () => offerToTakeOver(registration));
    });
    return registration;
  } catch {
    return null;
  }
}

/**
 * A new worker waits until no page needs the old one; it decides whether this page does. It is asked
 * once the old one has answered: Chromium loses the next page's request when it is told to change
 * workers while it starts the old one.
 * @param {ServiceWorkerRegistration} registration
 */
async function offerToTakeOver(registration) {
  await kept;
  registration.waiting?.postMessage({ want: "take-over", scripts: SCRIPTS });
}

/** The first visit has loaded everything before there was a worker, so it is told. */
function keepThisPage() {
  const page = location.href;
  const needed = ask({ want: "keep", page, files: neededFiles() });
  // what may be missing without harm: nobody waits for it
  const loaded = performance.getEntriesByType("resource").map(({ name }) => name);
  ask({ want: "keep", page, files: loaded });
  return needed;
}

/** What elements of this page say they cannot do without, in `data-keep`. */
export function neededFiles() {
  /** @type {NodeListOf<HTMLElement>} */
  const needing = document.querySelectorAll("[data-keep]");
  return [...needing].map(({ dataset }) => new URL(dataset.keep ?? "", document.baseURI).href);
}

/**
 * Ask the worker for something; `null` when it could not, or there is none.
 * @param {Record<string, unknown>} wish
 * @param {(done: number, of: number) => void} [tell] how far it is
 * @returns {Promise<any>}
 */
export async function ask(wish, tell) {
  const registration = await registered;
  const worker = registration && (await inCharge(registration));
  if (!worker) return null;
  const { port1, port2 } = new MessageChannel();
  return new Promise((resolve) => {
    port1.onmessage = ({ data }) => {
      if ("told" in data) {
        port1.close();
        resolve(data.told);
      } else tell?.(data.done, data.of);
    };
    worker.postMessage(wish, [port2]);
  });
}

/**
 * The worker that answers; `null` where the first one found no network or no room.
 * @param {ServiceWorkerRegistration} registration
 * @returns {Promise<ServiceWorker | null>}
 */
async function inCharge({ active, waiting, installing }) {
  const first = installing ?? waiting;
  if (active || !first) return active;
  return new Promise((resolve) => {
    first.addEventListener("statechange", () => {
      if (first.state === "activated") resolve(first);
      if (first.state === "redundant") resolve(null);
    });
  });
}
