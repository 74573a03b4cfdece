// `?auteur`: what the command tells of a lesson, the page tells too. The folder is that of the command's own tests
// (crates/lesson/tests/data/site), dropped into a copy of the site.
import type { Page } from "@playwright/test";
import { type ChildProcess, spawn } from "node:child_process";
import { cp, mkdtemp, readFile, rm } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Watch, arrive, expect, expectAccessible, go, picture, speakEnglish, test } from "./fabrique";

const ROOT = join(import.meta.dirname, "../..");
const FOLDER = join(ROOT, "crates/lesson/tests/data/site");

let folder: string;
let server: ChildProcess;
let site: string;

test.beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "fabrique-"));
  await cp(join(ROOT, "dist"), folder, { recursive: true });
  await cp(FOLDER, join(folder, "lessons"), { recursive: true });
  const port = await freePort();
  site = `http://127.0.0.1:${port}/`;
  server = spawn(process.execPath, [join(import.meta.dirname, "static-server.mjs"), folder, String(port)]);
  await expect(async () => expect((await fetch(site)).ok).toBe(true)).toPass();
});

test.afterAll(async () => {
  server.kill();
  await rm(folder, { recursive: true });
});

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const door = createServer().listen(0, "127.0.0.1", () => {
      const { port } = door.address() as { port: number };
      door.close(() => resolve(port));
    });
  });
}

/** What the command tells of a file: `LINE:COLUMN CODE : SENTENCE`, sorted. */
async function told(file: string): Promise<string[]> {
  const text = await readFile(join(FOLDER, file.replace(/md$/, "problems")), "utf8");
  return [...text.matchAll(/^\S+\.md:(\d+:\d+): \S+ ([A-Z]\d+)(.*)$/gm)].map(([, place, code, said]) => `${place} ${code}${said}`).sort();
}

/** What the page tells, its checks run too, in the same form. */
async function shown(page: Page): Promise<string[]> {
  const lines = await page.locator(".author .problems li").evaluateAll((items) =>
    items.map((item) => {
      const words = (selector: string) => item.querySelector(selector)!.textContent!;
      return `${words("b").split(" ").at(-1)} ${words(".chip").split(" ").at(-1)}\u00a0: ${words("span:not(.chip, .next)")}`;
    }),
  );
  return lines.sort();
}

const withoutSentence = (lines: string[]) => lines.map((line) => line.split("\u00a0")[0]);

const LESSONS = [
  { id: "broken", isEnglish: false },
  { id: "impossible", isEnglish: false },
  { id: "lamp", isEnglish: false },
  { id: "lamp", isEnglish: true },
];

for (const { id, isEnglish } of LESSONS) {
  const file = `${id}/${isEnglish ? "en" : "fr"}.md`;

  test(`${file}: the page tells what the command tells`, async ({ browser }) => {
    const context = await browser.newContext({ baseURL: site, locale: "fr-FR" });
    const watch = await Watch.of(context, site);
    // Files are missing: that is what the author is told.
    watch.expects(/404/);
    const page = await context.newPage();
    await arrive(page, "Sami", site);
    if (isEnglish) await speakEnglish(page);
    const before = watch.requests.length;
    await go(page, `#/lecon/${id}`);
    await expect(page.locator("#step-title")).toBeVisible();
    // A learner does not pay for it.
    expect(watch.requests.slice(before).filter((url) => /(glossary|skills|badges|rien|vtt)/.test(url))).toEqual([]);

    await go(page, `#/lecon/${id}?auteur`);
    await page.reload();
    await expect(page.locator(".author")).toHaveAttribute("data-state", "looked");
    await page.locator("[data-action=run-checks]").click();
    await expect(page.locator(".author [role=status] p")).toBeVisible();
    const [wanted, found] = [await told(file), await shown(page)];
    if (isEnglish) expect(withoutSentence(found)).toEqual(withoutSentence(wanted));
    else expect(found).toEqual(wanted);
    await expectAccessible(page);
    await picture(page, `author-${id}`);
    await context.close();
    watch.check();
  });
}
