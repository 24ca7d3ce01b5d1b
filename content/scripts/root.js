/** The site's root: scripts lie in assets/scripts/<hash>/. */
export const ROOT = new URL("../../../", import.meta.url).href;
