// The page's side of working without internet: registers the worker (tools/xtask/src/offline/worker.js), keeps the
// lessons, and changes to a new release once every open page has stored its work. It is loaded when the page has long
// been there; src/browser/offline.rs calls it and is told what happens.
//
// What is kept shows in the page by styles alone: `data-offline` on the root, and a rule for each lesson kept, so that
// home and the course map carry no code for it.

/** Without an answer for so long, a page cannot store its work, in milliseconds. */
const PATIENCE_MS = 5_000;

/** After so long without an asked-for file the network is free, in milliseconds. */
const QUIET_MS = 3_000;

/** How often a page that stays open looks for a new release, in milliseconds. */
const LOOK_AGAIN_MS = 3_600_000;

/** Lessons above this many bytes in all are kept as they are opened. */
const MOST_BYTES = 20_000_000;

const WORKER = "sw.js";
const workers = navigator.serviceWorker;
// Other pages of the same folder, and of no other.
const pages = typeof BroadcastChannel === "function" ? new BroadcastChannel(`fabrique update ${document.baseURI.split("#")[0]}`) : null;

/** Tells the app: "ready", "flush", "go on", "blocked". */
let tell = () => {};
let registration;
let stored = () => {};
let isLeaving = false;

globalThis.fabriqueOffline = {
  /** Begins; `listener` is told what happens. */
  async start(listener) {
    tell = listener;
    const address = await scriptAddress(WORKER);
    if (!workers || !address) {
      show("absent");
      return;
    }
    let isServed = workers.controller !== null;
    workers.addEventListener("controllerchange", () => {
      if (isServed) leave();
      isServed = true;
    });
    await quiet();
    try {
      registration = await workers.register(address, { updateViaCache: "none" });
    } catch {
      show("absent");
      return;
    }
    registration.addEventListener("updatefound", () => registration.installing?.addEventListener("statechange", look));
    look();
    let looked = performance.now();
    document.addEventListener("visibilitychange", () => {
      if (document.visibilityState === "visible" && performance.now() - looked > LOOK_AGAIN_MS) {
        looked = performance.now();
        registration.update().catch(() => {});
      }
    });
    const { active } = await workers.ready;
    if (!workers.controller) {
      const taken = new Promise((resolve) => workers.addEventListener("controllerchange", resolve, { once: true }));
      active.postMessage({ start: document.querySelector('script[type="module"][src*="start-"]')?.src });
      // A page of another release stays as it is until it is loaded again.
      await Promise.race([taken, pause(PATIENCE_MS)]);
    }
    show("kept");
    await keepLessons();
  },

  /** The person accepts the new release: every page stores its work, then all change together. */
  async accept() {
    document.body.inert = true;
    if (registration?.waiting && (await flush()) && (await othersFlushed())) {
      registration.waiting.postMessage("take over");
      await pause(2 * PATIENCE_MS);
      if (!isLeaving) goOn();
    } else {
      goOn();
    }
  },

  /** The app's answer to "flush": whether all work is stored. */
  stored(isStored) {
    stored(isStored);
  },
};

/** The new release is not taken: every page works on. */
function goOn() {
  pages?.postMessage("go on");
  document.body.inert = false;
  tell("blocked");
}

/** What Trusted Types let through: the files that the build has listed. */
async function scriptAddress(name) {
  try {
    return (await globalThis.fabriqueScripts()).createScriptURL(name);
  } catch {
    return null;
  }
}

/** Says in the page whether the app is kept. */
function show(state) {
  document.documentElement.dataset.offline = state;
}

function look() {
  if (registration.waiting && registration.active) tell("ready");
}

/** Has all work of this page stored; whether it is. */
async function flush() {
  // A field or a bench may tell its last change a frame later.
  await pause(60);
  return Promise.race([
    new Promise((resolve) => {
      stored = resolve;
      tell("flush");
    }),
    pause(PATIENCE_MS).then(() => false),
  ]);
}

/** Asks the other pages to store their work and to stop; whether all that are awake did. */
async function othersFlushed() {
  if (!pages) return true;
  const here = new Set();
  const done = new Set();
  let isRefused = false;
  const listen = ({ data }) => {
    if (data.here) here.add(data.here);
    if (data.stored) done.add(data.stored);
    if (data.refused) isRefused = true;
  };
  pages.addEventListener("message", listen);
  pages.postMessage("flush");
  // A page that sleeps in the background has stored its work as it went there.
  await pause(500);
  const end = performance.now() + PATIENCE_MS + 500;
  while (!isRefused && performance.now() < end && [...here].some((page) => !done.has(page))) await pause(50);
  pages.removeEventListener("message", listen);
  return !isRefused && [...here].every((page) => done.has(page));
}

pages?.addEventListener("message", async ({ data }) => {
  if (data === "flush") {
    const page = crypto.randomUUID();
    pages.postMessage({ here: page });
    document.body.inert = true;
    const isStored = await flush();
    pages.postMessage(isStored ? { stored: page } : { refused: page });
    // The page that asked may have died.
    await pause(3 * PATIENCE_MS);
    if (!isLeaving) document.body.inert = false;
  }
  if (data === "go on") document.body.inert = false;
});

/** A new worker has taken over: this page's release is served no more. */
async function leave() {
  if (isLeaving) return;
  isLeaving = true;
  document.body.inert = true;
  await flush();
  location.reload();
}

function pause(milliseconds) {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}

/** Waits until the page has asked for nothing for a while: the first visit comes first. */
function quiet() {
  return new Promise((resolve) => {
    let timer;
    const wait = () => {
      clearTimeout(timer);
      timer = setTimeout(() => {
        observer.disconnect();
        resolve();
      }, QUIET_MS);
    };
    const observer = new PerformanceObserver(wait);
    observer.observe({ type: "resource" });
    wait();
  });
}

/** Has every lesson that the programme names pass by the worker, which keeps it. */
async function keepLessons() {
  if (!workers.controller) return;
  const folder = new URL("lessons/", document.baseURI);
  const cache = await caches.open(`fabrique lessons ${registration.scope}`);
  let bytes = 0;
  const text = async (address) => {
    try {
      const answer = await fetch(new URL(address, folder), { cache: "no-cache", priority: "low" });
      const body = await answer.text();
      bytes += body.length;
      return answer.ok ? body : "";
    } catch {
      return "";
    }
  };
  for (const beside of ["workshop.md", "glossary.fr.md"]) await text(beside);
  const programmes = await Promise.all(["programme.fr.md", "programme.en.md"].map(text));
  const named = new Set(programmes.flatMap((programme) => links(programme)).filter((path) => /^[^/]+\/\w+\.md$/.test(path)));
  for (const path of named) {
    if (bytes > MOST_BYTES) break;
    const lesson = await text(path);
    const files = new Set([...links(lesson), ...pictures(lesson)].map((target) => new URL(target, new URL(path, folder)).href));
    const ours = [...files].filter((href) => href.startsWith(folder.href) && !href.endsWith("/"));
    await Promise.all(ours.map(text));
    if (await isKept(cache, [new URL(path, folder).href, ...ours])) mark(path.split("/")[0]);
  }
  document.documentElement.dataset.lessonsKept = "";
}

async function isKept(cache, files) {
  const found = await Promise.all(files.map((file) => cache.match(file)));
  return found.every((answer) => answer?.ok);
}

/** The targets of the links and pictures of a text, those of the same site. */
function links(markdown) {
  return [...markdown.matchAll(/\]\(<?([^()\s<>#:]+)(?=[)\s>#])/g)].map(([, target]) => target);
}

/** The picture that a lesson's front matter names. */
function pictures(markdown) {
  return [...markdown.matchAll(/^image:\s*(\S+)\s*$/gm)].map(([, name]) => name);
}

/** Shows the mark of a lesson that is kept; the app says its words, `--kept-offline`. */
function mark(id) {
  const sheet = new CSSStyleSheet();
  sheet.insertRule(`.lesson-tooth[href="#/lecon/${CSS.escape(id)}"]::after { content: var(--kept-offline); font-size: var(--size-1); }`);
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
}
