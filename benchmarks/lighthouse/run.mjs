/**
 * Lighthouse over the built site, as a phone sees it: `node run.mjs SITE [PAGE…]`.
 *
 * The site is served as a host would, compressed and below a folder. Scores, bytes and layout
 * shift are printed, and what falls short of LIMITS makes this fail. CHROME_PATH names the browser.
 */

import { createServer } from "node:http";
import { readFile } from "node:fs/promises";
import { extname, join, normalize } from "node:path";
import { gzipSync } from "node:zlib";
import { launch } from "chrome-launcher";
import lighthouse from "lighthouse";

const PAGES = ["", "programs/", "programs/barbell-two-days/", "exercises/barbell-back-squat/"];
const SCORES = { performance: 95, accessibility: 100, "best-practices": 100, seo: 100 };
/** The first view of a page: kilobytes over the network, of it our own scripts, and layout shift. */
const LIMITS = { page: 250, scripts: 40, shift: 0.02 };
const OURS = /\/assets\/(?:site\.js$|scripts\/)/;
const FOLDER = "/site/";

const TYPES = {
  ".css": "text/css; charset=utf-8",
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json",
  ".png": "image/png",
  ".svg": "image/svg+xml",
  ".txt": "text/plain; charset=utf-8",
  ".webmanifest": "application/manifest+json",
  ".xml": "application/xml",
};
const PACKED = new Set([".png", ".woff2", ".xlsx"]);

const [folder, ...named] = process.argv.slice(2);
if (!folder) throw new Error("which site? node run.mjs SITE [PAGE…]");

/** Files as a host serves them: compressed where that helps, reused by browsers for ten minutes. */
const server = createServer(async ({ url = "/" }, response) => {
  const { pathname } = new URL(url, "http://host");
  const path = decodeURIComponent(pathname).replace(FOLDER, "/");
  const file = join(folder, normalize(path.endsWith("/") ? `${path}index.html` : path));
  try {
    const content = await readFile(file);
    const type = extname(file);
    const body = PACKED.has(type) ? content : gzipSync(content);
    response.writeHead(200, {
      "Content-Type": TYPES[type] ?? "application/octet-stream",
      "Content-Length": body.length,
      "Cache-Control": "max-age=600",
      ...(body === content ? {} : { "Content-Encoding": "gzip" }),
    });
    response.end(body);
  } catch {
    response.writeHead(404).end();
  }
});
await new Promise((ready) => server.listen(0, "127.0.0.1", ready));
const root = `http://127.0.0.1:${server.address().port}${FOLDER}`;

const short = [];
const chrome = await launch({ chromeFlags: ["--headless=new", "--no-sandbox", "--disable-gpu"] });
try {
  for (const page of named.length ? named : PAGES) short.push(...(await measured(page)));
} finally {
  await chrome.kill();
  server.close();
}
if (short.length) {
  console.log(`\n${short.join("\n")}`);
  process.exitCode = 1;
}

/** Print what Lighthouse says of a page; returns what falls short. */
async function measured(page) {
  const result = await lighthouse(root + page, { port: chrome.port, logLevel: "error" });
  const { audits, categories } = result.lhr;
  const name = page || "home";
  const scores = Object.keys(SCORES).map((id) => [id, Math.round(categories[id].score * 100)]);
  const requests = audits["network-requests"].details.items;
  const kilobytes = (items) => items.reduce((sum, { transferSize }) => sum + transferSize, 0) / 1000;
  const bytes = kilobytes(requests);
  const scripts = kilobytes(requests.filter(({ url }) => OURS.test(url)));
  const shift = audits["cumulative-layout-shift"].numericValue;
  console.log(
    `${name.padEnd(30)} ${scores.map(([id, score]) => `${id} ${score}`).join(" · ")}\n` +
      `${"".padEnd(30)} ${bytes.toFixed(0)} kB, our scripts ${scripts.toFixed(1)} kB, ` +
      `layout shift ${shift.toFixed(3)}, largest paint ${audits["largest-contentful-paint"].displayValue}`,
  );
  return [
    ...scores.filter(([id, score]) => score < SCORES[id]).map(([id, score]) => {
      const why = categories[id].auditRefs
        .filter(({ id, weight }) => weight && (audits[id].score ?? 1) < 1)
        .map(({ id }) => `  ${audits[id].title}: ${audits[id].displayValue ?? id}${where(audits[id])}`);
      return [`${name}: ${id} ${score}, at least ${SCORES[id]} is asked`, ...why].join("\n");
    }),
    ...over(name, "kB for a first view", bytes, LIMITS.page),
    ...over(name, "kB of our scripts", scripts, LIMITS.scripts),
    ...over(name, "layout shift", shift, LIMITS.shift),
  ];
}

/** The elements a fault was found on. */
function where({ details }) {
  const found = (details?.items ?? []).flatMap(({ node, subItems }) =>
    node ? [node.selector] : (subItems?.items ?? []).map(({ relatedNode }) => relatedNode?.selector));
  return found.filter(Boolean).slice(0, 5).map((selector) => `\n    ${selector}`).join("");
}

function over(name, what, is, most) {
  return is > most ? [`${name}: ${is.toFixed(3)} ${what}, at most ${most} is allowed`] : [];
}
