// The site without internet. `cargo xtask build` writes the list: every file of the app with its SHA-256.
//
// The files of a release come all or not at all, each checked against its hash, and an open page gets those of its own
// release only: an old script never meets a new wasm. A new worker waits until a page, with all work stored, asks it to
// take over. See docs/deploying.md.
const FILES = [];

const SCOPE = new URL(registration.scope);
// A host may serve Fabrique in several folders, so the folder is in the name; the worker that leaves looks for it.
const APP = `fabrique app ${SCOPE}`;
const LESSONS = `fabrique lessons ${SCOPE}`;
const HASHES = new Map(FILES);

/** With a copy at hand, a lesson is not waited for longer than this, in milliseconds. */
const PATIENCE_MS = 4_000;

/** How many files are fetched at a time: the person may be using the network. */
const LANES = 3;

addEventListener("install", (event) => event.waitUntil(install()));
addEventListener("activate", (event) => event.waitUntil(forgetOthers()));

addEventListener("message", (event) => {
  // A page has stored its work, and so have all others.
  if (event.data === "take over") event.waitUntil(skipWaiting());
  // A page that came before the worker: it may be served when it is of the same release.
  if (event.data?.start !== undefined && HASHES.has(addressOf(event.data.start))) event.waitUntil(clients.claim());
});

addEventListener("fetch", (event) => {
  const { request } = event;
  if (!request.url.startsWith(SCOPE.href)) return;
  const address = addressOf(request.url);
  if (address.startsWith("lessons/")) {
    if (["GET", "HEAD"].includes(request.method)) event.respondWith(lesson(request, event));
    return;
  }
  // The rest, `dav/` above all, is the network's.
  if (request.method === "GET" && HASHES.has(address)) event.respondWith(kept(address));
});

/** An address as seen from the site's folder, without what comes after `?` and `#`. */
function addressOf(url) {
  const { href, search, hash } = new URL(url);
  const address = href.slice(SCOPE.href.length, href.length - search.length - hash.length);
  return address === "index.html" ? "" : address;
}

/** Files are kept by their hash: one that did not change between two releases is not fetched again. */
function keyOf(hash) {
  return new URL(`.kept/${hash}`, SCOPE).href;
}

async function install() {
  const cache = await caches.open(APP);
  const waiting = [...HASHES];
  const lane = async () => {
    for (let next = waiting.pop(); next; next = waiting.pop()) {
      const [address, hash] = next;
      // What an install that was cut short has brought counts.
      if (!(await cache.match(keyOf(hash)))) await cache.put(keyOf(hash), await fetched(address, hash));
    }
  };
  await Promise.all(Array.from({ length: LANES }, lane));
}

/** A file from the network, with the right hash; throws when it does not come. */
async function fetched(address, hash) {
  // A copy of the browser's own may be of another release, or half a file: the second try goes past it.
  for (const cache of ["default", "reload"]) {
    const answer = await fetch(new URL(address, SCOPE), { cache, priority: "low" });
    const bytes = await answer.arrayBuffer();
    // Without the mark of a redirect, which no page may be made of.
    if (answer.ok && (await sha256(bytes)) === hash) return new Response(bytes, { headers: answer.headers });
  }
  throw new Error(`${address || "index.html"} is not the file of this release`);
}

async function sha256(bytes) {
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, "0")).join("");
}

async function forgetOthers() {
  const cache = await caches.open(APP);
  const ours = new Set(FILES.map(([, hash]) => keyOf(hash)));
  for (const { url } of await cache.keys()) if (!ours.has(url)) await cache.delete(url);
}

/** A file of this release. One that the browser has lost comes from the network, if it is still the same. */
async function kept(address) {
  const hash = HASHES.get(address);
  const cache = await caches.open(APP);
  const found = await cache.match(keyOf(hash));
  if (found) return found;
  try {
    const answer = await fetched(address, hash);
    await cache.put(keyOf(hash), answer.clone());
    return answer;
  } catch {
    return Response.error();
  }
}

/** A lesson's file: what the site says now; what it said last when it says nothing, or not soon. */
async function lesson(request, event) {
  const cache = await caches.open(LESSONS);
  const key = new URL(addressOf(request.url), SCOPE).href;
  const copy = await cache.match(key);
  const asked = fetch(request).then(async (answer) => {
    if (!isAnswer(answer)) throw new Error("not the site's own answer");
    if (request.method === "GET") await cache.put(key, answer.clone()).catch(() => {});
    return answer;
  });
  if (!copy) return asked.catch(() => untranslated(cache, key));
  event.waitUntil(asked.catch(() => {}));
  const tooLate = new Promise((resolve) => setTimeout(resolve, PATIENCE_MS, copy));
  return Promise.race([asked.catch(() => copy), tooLate]);
}

/** Of a text that is kept in French the page can say so; of any other, only that it did not come. */
async function untranslated(cache, key) {
  const french = key.endsWith("en.md") && (await cache.match(key.replace(/en\.md$/, "fr.md")));
  return french ? new Response(null, { status: 404 }) : Response.error();
}

/** A file, or word that there is none: not a server in trouble, nor the log-in page of a network. */
function isAnswer(answer) {
  const isPage = answer.headers.get("content-type")?.startsWith("text/html");
  return answer.status === 404 || answer.status === 410 || (answer.ok && !isPage);
}
