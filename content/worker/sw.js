/**
 * The site without a network. Pages and files with fixed names come from the network while it
 * answers in good time, and from what was kept when it does not; files whose names change with
 * what they hold come from what was kept.
 *
 * Each version of the site has caches of its own, so a page never meets another version's
 * scripts: a page that was answered from a version gets everything else from that version too.
 * A new version fetches anew what was kept by the old one, and only then the old one goes. It
 * takes over when no page runs other scripts than its own: nobody's session is reloaded under them.
 *
 * Caches are named `pillars:<the site's path>:<version>:<kind>`. Kinds: `shell` is there from the
 * first visit on, `read` holds the pages read last, `saved:<page>` what somebody saved with a page.
 */

const worker = /** @type {ServiceWorkerGlobalScope} */ (/** @type {unknown} */ (self));
const SCOPE = worker.registration.scope;
const PREFIX = `pillars:${new URL(SCOPE).pathname}:`;
const MINE = `${PREFIX}${BUILT.version}:`;
const OFFLINE = new URL("offline/", SCOPE).href;

/** How long the network may take while something kept could be shown, in milliseconds. */
const PATIENCE = 3_000;
/** How long anything may take that nobody waits for. */
const BACKGROUND_PATIENCE = 30_000;
/** How many pages are kept because they were read, and how many files beside them. */
const MOST = 60;
/** Requests at a time in the background. */
const LANES = 4;

/** Folders below ours that are sites of their own: previews of pull requests. */
const ELSEWHERE = /^preview\//;
const NAMED_BY_CONTENT = /^assets\/(?:scripts\/[0-9a-f]{12}\/|.*\.[0-9a-f]{8}\.min\.(?:js|css)$)/;

/** Which version a page was answered from, by its client. @type {Map<string, string>} */
const answeredFrom = new Map();
/** In place of a version: a page the network answered with, of which nothing is kept here. */
const ANOTHER = "another";

worker.addEventListener("install", (event) => event.waitUntil(install()));
worker.addEventListener("activate", (event) => event.waitUntil(activate()));

async function install() {
  const addresses = BUILT.shell.map((path) => new URL(path, SCOPE).href);
  const { failed } = await fill("shell", addresses);
  // what came stays, and the next try has less to do
  if (failed.length) throw new Error(`not there yet: ${failed.join(", ")}`);
  await renew(false);
  if (!worker.registration.active) await worker.skipWaiting();
}

async function activate() {
  await worker.clients.claim();
  await dropWhatIsRenewed();
}

worker.addEventListener("fetch", (event) => {
  const { request } = event;
  if (request.method !== "GET" || !isOurs(request.url) || request.headers.has("range")) return;
  if (request.cache === "only-if-cached" && request.mode !== "same-origin") return;
  if (request.mode === "navigate") event.respondWith(page(event));
  else if (NAMED_BY_CONTENT.test(pathOf(request.url))) event.respondWith(namedByContent(event));
  else event.respondWith(file(event));
});

/**
 * A page; offline, one that was never opened leads to the page that says so.
 * @param {FetchEvent} event
 */
async function page(event) {
  const { request } = event;
  const key = keyOf(request.url);
  const kept = await find(key);
  if (kept) return networkFirst(event, key, kept, event.resultingClientId);
  try {
    return await asked(event, key);
  } catch {
    const { search } = new URL(request.url);
    if (await find(`${key}/`)) return Response.redirect(`${key}/${search}`);
    if (!(await find(OFFLINE))) return Response.error();
    return Response.redirect(`${OFFLINE}?page=${encodeURIComponent(pathOf(request.url))}`);
  }
}

/**
 * A file with a fixed name; of the version its page is from where that was kept.
 * @param {FetchEvent} event
 */
async function file(event) {
  const key = keyOf(event.request.url);
  const version = answeredFrom.get(event.clientId);
  if (version === ANOTHER) return asked(event, key);
  const sameVersion = version && (await find(key, version));
  if (sameVersion) return sameVersion.answer;
  const kept = await find(key);
  return kept ? networkFirst(event, key, kept) : asked(event, key);
}

/** @param {FetchEvent} event */
async function namedByContent(event) {
  const key = keyOf(event.request.url);
  const kept = await find(key);
  return kept ? kept.answer : asked(event, key);
}

/**
 * The network's whole answer if it comes in good time and is no error, else what was kept.
 * @param {FetchEvent} event
 * @param {string} key
 * @param {Found} kept
 * @param {string} [client] the page this is, if it is one
 */
async function networkFirst(event, key, kept, client) {
  const whole = asked(event, key).then(async (answer) => {
    const html = await answer.clone().text(); // a bad network stops in the middle, too
    if (client && isAnothers(html)) remember(client, ANOTHER);
    return answer;
  });
  const late = new Promise((resolve) => setTimeout(resolve, PATIENCE));
  const answer = await Promise.race([whole.catch(() => undefined), late]);
  if (answer instanceof Response && !isRefusal(answer)) return answer;
  if (client) remember(client, kept.version);
  return kept.answer;
}

/**
 * @param {string} client
 * @param {string} version
 */
function remember(client, version) {
  if (answeredFrom.size > 50) answeredFrom.clear();
  answeredFrom.set(client, version);
}

/**
 * The network's answer. It is kept on the way, also when it comes too late to be shown.
 * @param {FetchEvent} event
 * @param {string} key
 */
function asked(event, key) {
  const { request } = event;
  // what the host lets browsers reuse for some minutes may be of the version before; names that
  // change with the content never are
  const anew = request.cache === "default" && !NAMED_BY_CONTENT.test(pathOf(key));
  const answer = fetch(anew ? new Request(request, { cache: "no-cache" }) : request);
  const keeping = answer.then(async (answer) => {
    const isFile = request.mode !== "navigate";
    if (isKeepable(answer) && (isFile || isPage(answer))) await keepRead(key, answer.clone());
  });
  event.waitUntil(keeping.then(() => renew(true)).catch(() => {}));
  return answer;
}

/**
 * Keep what somebody read, wherever it is kept already or else among what was read last.
 * @param {string} key
 * @param {Response} answer
 */
async function keepRead(key, answer) {
  const holding = [];
  for (const kind of (await ourCaches()).filter(isMine).map(kindOf)) {
    if (await isIn(kind, key)) holding.push(kind);
  }
  // the shell is of this very version; its files may come out of the browser's own cache here
  if (holding.includes("shell") && !isPage(answer)) return;
  const usual = NAMED_BY_CONTENT.test(pathOf(key)) ? "shell" : "read";
  for (const kind of holding.length ? holding : [usual]) await store(kind, key, answer.clone());
}

/**
 * Whether a page belongs to other scripts and another style sheet than ours.
 * @param {string} html
 */
function isAnothers(html) {
  const scripts = /\bdata-scripts="?([^"\s>]+)/.exec(html)?.[1];
  return scripts !== undefined && scripts !== BUILT.scripts;
}

/** @typedef {{answer: Response, version: string}} Found */

/**
 * What was kept under an address: by this version, else by the newest that has it.
 * @param {string} key
 * @param {string} [version] only what this version kept
 * @returns {Promise<Found | undefined>}
 */
async function find(key, version) {
  try {
    const names = await ourCaches();
    for (const name of [...names.filter(isMine), ...names.filter((name) => !isMine(name)).reverse()]) {
      if (version && versionOf(name) !== version) continue;
      const answer = await caches.match(key, { cacheName: name });
      if (answer) return { answer, version: versionOf(name) };
    }
  } catch {
    // a browser that keeps nothing, or lost it: the network remains
  }
  return undefined;
}

/**
 * Fetch anew, into our caches, what older versions kept. What the site no longer has is let go.
 * @param {boolean} inCharge whether this worker answers already, so that nobody needs the old caches
 */
async function renew(inCharge) {
  renewing ??= renewed(inCharge).finally(() => {
    renewing = null;
  });
  return renewing;
}

/** @type {Promise<void> | null} */
let renewing = null;

/** @param {boolean} inCharge */
async function renewed(inCharge) {
  for (const name of (await olderCaches()).filter((name) => kindOf(name) !== "shell")) {
    const cache = await caches.open(name);
    const keys = (await cache.keys()).map(({ url }) => url);
    const { gone } = await fill(kindOf(name), keys);
    if (inCharge) for (const key of gone) await cache.delete(key);
  }
  if (inCharge) await dropWhatIsRenewed();
}

/** Delete older versions of which everything that was kept is here, too. */
async function dropWhatIsRenewed() {
  const old = await olderCaches();
  const needed = new Set();
  for (const name of old.filter((name) => kindOf(name) !== "shell")) {
    for (const { url } of await (await caches.open(name)).keys()) {
      if (!(await isIn(kindOf(name), url)) && !(await isIn("shell", url))) needed.add(versionOf(name));
    }
  }
  for (const name of old) if (!needed.has(versionOf(name))) await caches.delete(name);
}

/**
 * Whether a cache of ours holds something.
 * @param {string} kind
 * @param {string} key
 */
async function isIn(kind, key) {
  return (await caches.match(key, { cacheName: MINE + kind })) !== undefined;
}

/**
 * Fetch what a cache of ours does not hold yet.
 * @param {string} kind
 * @param {string[]} addresses
 * @param {(done: number) => void} [tell]
 */
async function fill(kind, addresses, tell) {
  /** @type {string[]} */
  const failed = [];
  /** @type {string[]} */
  const gone = [];
  let done = 0;
  const ahead = [...new Set(addresses.map(keyOf))];
  const lane = async () => {
    for (let key = ahead.shift(); key; key = ahead.shift()) {
      try {
        if (!(await hold(kind, key))) gone.push(key);
      } catch {
        failed.push(key);
      }
      done += 1;
      tell?.(done);
    }
  };
  await Promise.all(Array.from({ length: LANES }, lane));
  return { failed, gone };
}

/**
 * See to it that a cache of ours holds an address; `false` when the site has no such thing.
 * Throws when the network or the browser's store fails.
 * @param {string} kind
 * @param {string} key
 */
async function hold(kind, key) {
  const name = `${kind} ${key}`;
  const held = beingHeld.get(name) ?? fetched(kind, key).finally(() => beingHeld.delete(name));
  beingHeld.set(name, held);
  return held;
}

/** Pages that come together name the same files. @type {Map<string, Promise<boolean>>} */
const beingHeld = new Map();

/**
 * @param {string} kind
 * @param {string} key
 */
async function fetched(kind, key) {
  if ((await isIn(kind, key)) || (kind === "read" && (await isIn("shell", key)))) return true;
  const answer = await fetch(key, {
    cache: "no-cache",
    signal: AbortSignal.timeout(BACKGROUND_PATIENCE),
  });
  if (isRefusal(answer)) throw new Error(`${key}: ${answer.status}`);
  if (!isKeepable(answer)) return false;
  await store(kind, key, answer);
  return true;
}

/**
 * Keep an answer, a page after the style sheets and scripts it names: no page is kept without them,
 * and none beside those of another version.
 * @param {string} kind
 * @param {string} key
 * @param {Response} answer
 */
async function store(kind, key, answer) {
  if (isPage(answer)) {
    const html = await answer.clone().text();
    if (isAnothers(html)) throw new Error(`${key} runs the scripts of another version`);
    for (const part of partsOf(html, key)) await hold("shell", part);
  }
  const cache = await caches.open(MINE + kind);
  await cache.put(key, answer);
  if (kind === "read") await trim(cache);
}

/**
 * Let go of what was read longest ago; a cache lists last what was put last.
 * @param {Cache} cache
 */
async function trim(cache) {
  const keys = (await cache.keys()).map(({ url }) => url);
  const pages = keys.filter((key) => /\/$|\.html$/.test(key));
  const files = keys.filter((key) => !pages.includes(key));
  for (const kept of [pages, files]) {
    for (const key of kept.slice(0, -MOST)) await cache.delete(key);
  }
}

/**
 * Style sheets, scripts and pictures that a page names, as addresses on this site.
 * @param {string} html
 * @param {string} base
 */
function partsOf(html, base) {
  const tags = html.match(/<(?:link|script|img)\b[^>]*>/g) ?? [];
  return tags.flatMap((tag) => {
    if (tag.startsWith("<link") && !/\brel="?stylesheet\b/.test(tag)) return [];
    const named = /\b(?:href|src)="?([^"\s>]+)/.exec(tag)?.[1];
    const address = named && !named.startsWith("data:") ? new URL(named, base).href : "";
    return isOurs(address) ? [keyOf(address)] : [];
  });
}

/**
 * @typedef {{want: "take-over", scripts: string}
 *   | {want: "keep", page: string, files: string[]}
 *   | {want: "save", page: string, pages: string[], files: string[]}
 *   | {want: "drop", page: string}
 *   | {want: "list"}} Wish
 */

worker.addEventListener("message", (event) => {
  const [port] = event.ports;
  const wish = /** @type {Wish} */ (event.data);
  event.waitUntil(
    fulfilled(wish, (done, of) => port?.postMessage({ done, of }))
      .then(
        (told) => port?.postMessage({ told }),
        () => port?.postMessage({ told: null }),
      )
      .then(() => fill("shell", BUILT.later.map((path) => new URL(path, SCOPE).href))),
  );
});

/**
 * @param {Wish} wish
 * @param {(done: number, of: number) => void} tell
 */
async function fulfilled(wish, tell) {
  switch (wish.want) {
    case "take-over":
      return takeOver(wish.scripts);
    case "keep": {
      // scripts lie in the shell, or are another version's
      const files = wish.files.filter((file) => isOurs(file) && !NAMED_BY_CONTENT.test(pathOf(file)));
      const wanted = [wish.page, ...files].filter(isOurs);
      const { failed, gone } = await fill("read", wanted);
      const page = keyOf(wish.page);
      // what an older version kept opens, too
      const found = await Promise.all([...failed, ...gone].map((key) => find(key)));
      return { kept: found.every(Boolean), saved: await isIn(savedWith(page), page) };
    }
    case "save": {
      const page = keyOf(wish.page);
      const others = new Set([...wish.pages, ...wish.files].filter(isOurs).map(keyOf));
      others.delete(page);
      const of = others.size + 1;
      const { failed, gone } = await fill(savedWith(page), [...others], (done) => tell(done, of));
      // the page itself comes last: where it is, everything is
      const last = failed.length + gone.length ? [] : (await fill(savedWith(page), [page])).failed;
      return { failed: failed.length + gone.length + last.length, of };
    }
    case "drop":
      await fill("read", [wish.page]);
      return caches.delete(MINE + savedWith(keyOf(wish.page)));
    case "list":
      return keptPages();
  }
}

/**
 * Answer from now on, if the only open page runs our scripts: a page with other scripts may still
 * fetch some of them.
 * @param {string} scripts
 */
async function takeOver(scripts) {
  const windows = await worker.clients.matchAll({ type: "window", includeUncontrolled: true });
  const ours = windows.filter(({ url }) => isOurs(url));
  if (ours.length <= 1 && scripts === BUILT.scripts) await worker.skipWaiting();
}

/** Pages that open without a network, the last kept first, with the text of their titles. */
async function keptPages() {
  /** @type {Map<string, {address: string, title: string, saved: boolean}>} */
  const found = new Map();
  for (const name of await ourCaches()) {
    const cache = await caches.open(name);
    for (const { url } of await cache.keys()) {
      if (!/\/$|\.html$/.test(url)) continue;
      const html = (await (await cache.match(url))?.text()) ?? "";
      const title = /<title>([^<]*)/.exec(html)?.[1] ?? "";
      const saved = found.get(url)?.saved || kindOf(name).startsWith("saved:");
      found.delete(url);
      found.set(url, { address: url, title, saved });
    }
  }
  return [...found.values()].reverse();
}

/**
 * The address something is kept under. Queries are for scripts: the page is the same without.
 * @param {string} address
 */
function keyOf(address) {
  const { origin, pathname } = new URL(address);
  return origin + pathname.replace(/\/index\.html$/, "/");
}

/** @param {string} address */
function isOurs(address) {
  return address.startsWith(SCOPE) && !ELSEWHERE.test(pathOf(address));
}

/** From the site's root. @param {string} address */
function pathOf(address) {
  return address.slice(SCOPE.length);
}

/**
 * Answers of the site itself that say what is asked for: no error, no other host's, no part, no
 * way round by another address, which a browser would refuse for a page.
 * @param {Response} answer
 */
function isKeepable(answer) {
  return answer.status === 200 && answer.type === "basic" && !answer.redirected;
}

/**
 * An answer that says nothing of what was asked for: the host is down, was asked too often, or wants
 * something first. That a page is gone is another answer.
 * @param {Response} answer
 */
function isRefusal({ status }) {
  return status >= 400 && status !== 404 && status !== 410;
}

/** @param {Response} answer */
function isPage(answer) {
  return (answer.headers.get("content-type") ?? "").startsWith("text/html");
}

/** The kind of cache that holds what was saved with a page. @param {string} page */
function savedWith(page) {
  return `saved:${pathOf(page)}`;
}

/** Caches of versions before this one; one that is only being installed came after it. */
async function olderCaches() {
  const names = await ourCaches();
  const first = names.findIndex(isMine);
  return first < 0 ? names : names.slice(0, first).filter((name) => !isMine(name));
}

async function ourCaches() {
  return (await caches.keys()).filter((name) => name.startsWith(PREFIX));
}

/** @param {string} name */
function isMine(name) {
  return name.startsWith(MINE);
}

/** @param {string} name */
function versionOf(name) {
  return name.slice(PREFIX.length).split(":", 1)[0] ?? "";
}

/** @param {string} name */
function kindOf(name) {
  return name.slice(PREFIX.length + versionOf(name).length + 1);
}
