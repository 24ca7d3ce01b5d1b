/** Made by the generator: where the service worker lies, from the site's root, if there is one. */
export const WORKER: string | null;
