// Days without internet (F14): reload, deep link, a lesson never opened before, a day that goes by.
import { readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { Watch, arrive, expect, expectAccessible, go, picture } from "./fabrique";
import { comeIn, expectSaved, goToMyData, nameField } from "./record";
import { copyOfSite, expectKept, removeReleases, test } from "./web-space";

test.afterAll(removeReleases);

/** What Chromium says of a file that does not come. */
const NOT_THERE = /Failed to load resource|Failed to fetch/;

for (const folder of ["/", "/a/b/"]) {
  test.describe(`in ${folder}`, () => {
    test.use({ folder });

    test("the site is kept: reload, deep link, every room, a lesson never opened", async ({ page, context, space, watch }) => {
      await arrive(page);
      await expectKept(page);
      await expect(page.locator("html[data-lessons-kept]")).toBeAttached({ timeout: 20_000 });
      await space.close();
      watch.expects(NOT_THERE);

      await page.reload();
      await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
      for (const address of ["#/lecon/breathing-lamp", "#/dessin", "#/appareil", "#/moi", "#/parcours"]) {
        await go(page, address);
        await expect(page.locator("h1").first()).toBeVisible();
        await expect(page.locator(".door")).toHaveCount(0);
      }
      const other = await context.newPage();
      await other.goto("#/lecon/key-ring");
      await expect(other.locator("main.lesson")).toBeVisible();
      await expect(other.locator("h1")).toContainText("Choisis la taille");
    });
  });
}

test("a day without internet: work goes on and is kept", async ({ page, context, space, watch }) => {
  watch.expects(NOT_THERE);
  await page.clock.install();
  await comeIn(page, "Sami");
  await page.clock.runFor(20_000);
  await expectKept(page);
  await space.close();
  for (let hour = 0; hour < 24; hour++) {
    await page.clock.fastForward("01:00:00");
    // Someone comes back to the machine: the page looks for a new release, in vain.
    await page.evaluate(() => document.dispatchEvent(new Event("visibilitychange")));
    await goToMyData(page);
    await nameField(page).fill(`Sami ${hour}`);
    await expectSaved(page);
    if (hour % 8 === 0) {
      await page.reload();
      // An hour that goes by while the store is being opened is one in which it did not answer.
      await expectSaved(page);
    }
  }
  const tomorrow = await context.newPage();
  await goToMyData(tomorrow);
  await expect(nameField(tomorrow)).toHaveValue("Sami 23");
});

test("a lesson that changes on the site is seen at once; one that does not answer is read from the copy", async ({ page, space, watch }) => {
  space.release = await copyOfSite();
  const lesson = join(space.release, "lessons/blinking-led/fr.md");
  await arrive(page);
  await expectKept(page);
  await writeFile(lesson, (await readFile(lesson, "utf8")).replaceAll("faire clignoter une lampe", "faire danser une lampe"));
  await go(page, "#/lecon/blinking-led");
  await expect(page.locator("main.lesson")).toContainText("Tu vas faire danser une lampe");
  for (const kind of ["500", "login page"] as const) {
    watch.expects(NOT_THERE);
    space.fault = { file: /^lessons\//, kind };
    await page.reload();
    await expect(page.locator("main.lesson")).toContainText("Tu vas faire danser une lampe");
  }
});

test("what is not the app is the network's: /dav/ passes by the worker", async ({ page, space, watch }) => {
  watch.expects(NOT_THERE);
  await arrive(page);
  await expectKept(page);
  await page.reload();
  await expect(page.locator("header .me")).toBeVisible();
  for (let turn = 0; turn < 2; turn++) {
    const status = await page.evaluate(() => fetch("dav/class/file.json").then((answer) => answer.status));
    expect(status).toBe(404);
  }
  expect(space.asked.filter((address) => address === "dav/class/file.json")).toHaveLength(2);
  const kept = await page.evaluate(async () => {
    const addresses = [];
    for (const name of await caches.keys()) for (const { url } of await (await caches.open(name)).keys()) addresses.push(url);
    return addresses;
  });
  expect(kept.length).toBeGreaterThan(40);
  expect(kept.filter((url) => url.includes("/dav/"))).toEqual([]);
});

test("the way out: a site built without a worker takes the old one away", async ({ page, space }) => {
  await arrive(page);
  await expectKept(page);
  space.release = await copyOfSite();
  await writeFile(join(space.release, "sw.js"), await readFile(join(import.meta.dirname, "../../tools/xtask/src/offline/going.js")));
  await page.reload();
  await expect
    .poll(() => page.evaluate(async () => [(await navigator.serviceWorker.getRegistrations()).length, (await caches.keys()).length]), { timeout: 30_000 })
    .toEqual([0, 0]);
  await expect(page.locator("header .me")).toContainText("Sami");
});

test("what works without internet is said: on each lesson of the map, and in my data", async ({ page, space, watch }) => {
  watch.expects(NOT_THERE);
  space.release = await copyOfSite();
  // A lesson that is not whole on the site is not said to be kept.
  await rm(join(space.release, "lessons/button/bouton.svg"));
  await arrive(page);
  await go(page, "#/moi");
  await expect(page.getByRole("heading", { name: "Sans internet" })).toBeVisible();
  await expect(page.getByText("Fabrique se prépare")).toBeVisible();
  await expectKept(page);
  await expect(page.getByText("Fabrique marche sans internet")).toBeVisible();
  await expectAccessible(page);
  await go(page, "#/parcours");
  await expect(page.locator("html[data-lessons-kept]")).toBeAttached({ timeout: 20_000 });
  await expect(page.locator(".lesson-tooth")).toHaveCount(4);
  const marks = await page.locator(".lesson-tooth").evaluateAll((teeth) => teeth.map((tooth) => getComputedStyle(tooth, "::after").content));
  expect(marks).toEqual(['"Disponible sans internet"', '"Disponible sans internet"', "none", '"Disponible sans internet"']);
  await picture(page, "lessons-kept");
});

test("without a worker the page works, and says that it needs the network", async ({ browser, space }) => {
  // As on a plain http address of the workshop's network.
  const context = await browser.newContext({ baseURL: space.home, locale: "fr-FR" });
  const watch = await Watch.of(context, space.home);
  const page = await context.newPage();
  await arrive(page);
  await go(page, "#/moi");
  await expect(page.getByText("Ici, il faut internet pour ouvrir Fabrique")).toBeVisible({ timeout: 20_000 });
  watch.check();
  await context.close();
});

test("the site can be installed like an app", async ({ page, context }) => {
  await arrive(page);
  await expectKept(page);
  const browser = await context.newCDPSession(page);
  const manifest = await browser.send("Page.getAppManifest");
  expect(manifest.url).toContain("manifest.webmanifest");
  expect(manifest.errors).toEqual([]);
  const { installabilityErrors } = await browser.send("Page.getInstallabilityErrors");
  // Tests run in a private window, where nothing is installed.
  expect(installabilityErrors.map((error) => error.errorId).filter((id) => id !== "in-incognito")).toEqual([]);
});
