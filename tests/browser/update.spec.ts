// A new release while work is open (F15): it comes whole or not at all, waits until it is accepted, and takes nothing.
import type { Page } from "@playwright/test";
import { type Watch, expect, expectAccessible, picture } from "./fabrique";
import { comeIn, expectSaved, goToMyData, journal, nameField } from "./record";
import { type Fault, type WebSpace, copyOfSite, expectKept, otherRelease, removeReleases, test } from "./web-space";

/** How often each: every day a few times, in torture as the design asks. */
const TURNS = process.env.FABRIQUE_TORTURE ? 50 : 3;

test.afterAll(removeReleases);

/** What Chromium says of a file that does not come. */
const NOT_THERE = /Failed to load resource|Failed to fetch|bad HTTP response|fetching the script|ServiceWorker/;

const notice = (page: Page) => page.locator(".release");

/** The release whose main script runs, whose main wasm was asked for, and which the page's own start names. */
async function running(page: Page): Promise<string> {
  const { name, scripts, wasm } = await page.evaluate(() => {
    const files = performance.getEntriesByType("resource").map((entry) => new URL(entry.name).pathname.split("/").pop()!);
    const hashes = (pattern: RegExp) => [...new Set(files.flatMap((file) => file.match(pattern)?.[1] ?? []))];
    return {
      name: String((window as any).fabriqueRelease ?? "built"),
      scripts: hashes(/^fabrique-app-([0-9a-f]{16})\.js$/),
      wasm: hashes(/^fabrique-app-([0-9a-f]{16})_bg\.wasm$/),
    };
  });
  expect(scripts).toHaveLength(1);
  expect(wasm).toHaveLength(1);
  // The script and the wasm of another release have the same hash in their names; those of the build do not.
  expect(scripts[0] === wasm[0]).toBe(name !== "built");
  return name;
}

/** A page at "my data", kept, with a draft that the notice finds open. */
async function begin(page: Page, draft: string) {
  await comeIn(page, "Sami");
  await expectKept(page);
  await page.reload();
  await goToMyData(page);
  await nameField(page).fill(draft);
  await expectSaved(page);
  await expectKept(page);
}

/** As the browser does by itself, now and then. */
const lookForRelease = (page: Page) =>
  page.evaluate(async () => {
    const registration = await navigator.serviceWorker.ready;
    await registration.update().catch(() => {});
    // Until what was found has been installed or thrown away.
    const { installing } = registration;
    if (installing) await new Promise<void>((resolve) => (installing.onstatechange = () => resolve()));
  });

async function accept(page: Page, draft: string, release: string) {
  await expect(notice(page)).toContainText("Une nouvelle version est prête", { timeout: 30_000 });
  const loaded = page.waitForEvent("load");
  // The last letters are not stored yet as the button is pressed.
  await nameField(page).fill(draft);
  await notice(page).getByRole("button", { name: "Mettre à jour" }).click();
  await loaded;
  await expect(nameField(page)).toHaveValue(draft, { timeout: 20_000 });
  expect(await running(page)).toBe(release);
  await expectKept(page);
}

test(`${TURNS} updates and ${TURNS} ways back while work is open: the draft is intact, no release is mixed`, async ({ page, space, watch }) => {
  test.setTimeout(60_000 + TURNS * 60_000);
  watch.expects(NOT_THERE);
  const [first, second] = [await copyOfSite(), await otherRelease("second")];
  space.release = first;
  await begin(page, "brouillon");
  for (let turn = 0; turn < TURNS; turn++) {
    const before = space.asked.length;
    space.release = second;
    await lookForRelease(page);
    await expect(notice(page)).toContainText("Une nouvelle version est prête", { timeout: 30_000 });
    // Files that did not change are not fetched again: the page, its start, script and wasm, and the worker's list.
    const fetched = space.asked.slice(before).filter((address) => !address.startsWith("lessons/"));
    expect(fetched.length).toBeLessThan(8);
    if (turn === 0) {
      await expectAccessible(page);
      await picture(page, "new-release");
      // It waits, also through a reload.
      expect(await running(page)).toBe("built");
      await page.reload();
      expect(await running(page)).toBe("built");
    }
    await accept(page, `brouillon ${turn}`, "second");
    // The way back is an update like any other.
    space.release = first;
    await lookForRelease(page);
    await accept(page, `retour ${turn}`, "built");
  }
});

const FAULTS: Fault[] = [
  { file: /_bg\.wasm$/, kind: "half" },
  { file: /_bg\.wasm$/, kind: "cut" },
  { file: /^fabrique-app-.*\.js$/, kind: "half" },
  { file: /^fabrique-app-.*\.js$/, kind: "500" },
  { file: /^start-/, kind: "login page" },
  { file: /^index\.html$/, kind: "500" },
  { file: /^sw\.js$/, kind: "500" },
  { file: /^sw\.js$/, kind: "login page" },
];

test(`${TURNS * FAULTS.length > 100 ? 50 : FAULTS.length} updates that break: the old release goes on, the draft is intact, the next try works`, async ({ page, space, watch }) => {
  const turns = TURNS * FAULTS.length > 100 ? 50 : FAULTS.length;
  test.setTimeout(60_000 + turns * 60_000);
  watch.expects(NOT_THERE);
  const first = await copyOfSite();
  space.release = first;
  await begin(page, "brouillon");
  for (let turn = 0; turn < turns; turn++) {
    // A release of its own each time: nothing of it is there yet.
    space.release = await otherRelease(`broken ${turn}`);
    space.fault = FAULTS[turn % FAULTS.length];
    await nameField(page).fill(`pendant ${turn}`);
    await expectSaved(page);
    await lookForRelease(page);
    await page.waitForTimeout(300);
    await expect(notice(page)).toHaveAttribute("data-state", "none");
    const before = await running(page);
    await page.reload();
    await expect(nameField(page)).toHaveValue(`pendant ${turn}`);
    expect(await running(page)).toBe(before);
    await expectKept(page);
    space.fault = null;
    await lookForRelease(page);
    await accept(page, `après ${turn}`, `broken ${turn}`);
  }
});

test("two pages: one accepts, both have stored their work and change together", async ({ page, context, space, watch }) => {
  watch.expects(NOT_THERE);
  space.release = await copyOfSite();
  await begin(page, "une");
  const other = await context.newPage();
  await other.goto("#/appareil");
  await expect(other.locator(".blocklyBlockCanvas .blocklyDraggable").first()).toBeVisible({ timeout: 20_000 });
  await expectKept(other);
  space.release = await otherRelease("second");
  await lookForRelease(page);
  await expect(notice(other)).toContainText("Une nouvelle version est prête", { timeout: 30_000 });
  const move = (x: number) =>
    other.evaluate((x) => {
      const { Blockly } = window as any;
      const [block] = Blockly.getMainWorkspace().getTopBlocks(true);
      block.moveTo(new Blockly.utils.Coordinate(x, 40));
    }, x);
  // What is told first is taken for the program as it was loaded, when only places differ.
  await move(300);
  await other.waitForTimeout(1_000);
  // Moved, and not stored yet.
  await move(321);
  const both = Promise.all([page.waitForEvent("load"), other.waitForEvent("load")]);
  await notice(page).getByRole("button", { name: "Mettre à jour" }).click();
  await both;
  await expect(other.locator(".blocklyBlockCanvas .blocklyDraggable").first()).toBeVisible({ timeout: 20_000 });
  const works = Object.entries(await journal(other)).filter(([name]) => name.startsWith("work/"));
  expect(works.map(([, text]) => text).join()).toContain('\\"x\\":321');
  for (const one of [page, other]) expect(await running(one)).toBe("second");
});

test("work that cannot be stored: the new release waits, and the page says why", async ({ page, space, watch }) => {
  watch.expects(NOT_THERE);
  watch.expects(/./); // what a full store says is the subject of other tests
  space.release = await copyOfSite();
  await begin(page, "brouillon");
  space.release = await otherRelease("second");
  await lookForRelease(page);
  await expect(notice(page)).toContainText("Une nouvelle version est prête", { timeout: 30_000 });
  await page.evaluate(() => {
    IDBObjectStore.prototype.put = () => {
      throw new DOMException("full", "QuotaExceededError");
    };
  });
  await nameField(page).fill("plus de place");
  await notice(page).getByRole("button", { name: "Mettre à jour" }).click();
  await expect(notice(page)).toContainText("n’est pas encore gardé", { timeout: 20_000 });
  await expect(nameField(page)).toHaveValue("plus de place");
  await expect(nameField(page)).toBeEditable();
  expect(await running(page)).toBe("built");
});

test("a page of the release before still finds its parts on the site, without a worker too", async ({ page, space }: { page: Page; space: WebSpace; watch: Watch }) => {
  const list = await page.request.get(`${space.home}releases.json`);
  const releases = (await list.json()) as { release: string; files: string[] }[];
  expect(releases.length).toBeGreaterThan(0);
  expect(releases.length).toBeLessThanOrEqual(3);
  for (const file of releases.flatMap(({ files }) => files)) {
    expect((await page.request.get(space.home + file)).status(), file).toBe(200);
  }
});
