/**
 * The worker of a site that wants none, such as one that people look at while they write: it takes
 * the place of one that was there before and goes, with everything it kept.
 */

const leaving = /** @type {ServiceWorkerGlobalScope} */ (/** @type {unknown} */ (self));

leaving.addEventListener("install", (event) => event.waitUntil(leaving.skipWaiting()));
leaving.addEventListener("activate", (event) => event.waitUntil(leave()));

async function leave() {
  const prefix = `pillars:${new URL(leaving.registration.scope).pathname}:`;
  for (const name of await caches.keys()) {
    if (name.startsWith(prefix)) await caches.delete(name);
  }
  await leaving.registration.unregister();
}
