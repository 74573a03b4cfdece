// How one likes to read is kept, and holds in 320 px and at 200 % of the browser's own zoom.
import type { Page } from "@playwright/test";
import { arrive, expect, expectAccessible, go, picture, test } from "./fabrique";

const SCREENS = [
  { name: "home", hash: "#/", ready: ".lesson-key" },
  { name: "map", hash: "#/parcours", ready: ".lesson-tooth" },
  { name: "bench", hash: "#/lecon/blinking-led/allumer", ready: ".blocks[data-state=open]" },
  { name: "question", hash: "#/lecon/blinking-led/comprendre", ready: ".question" },
  { name: "logbook", hash: "#/lecon/blinking-led/trace", ready: ".logbook" },
  { name: "my-data", hash: "#/moi", ready: ".setting" },
];

const ZOOMS = [
  { name: "320 px", width: 320, height: 640 },
  { name: "1280 px at 200 %", width: 640, height: 400 },
];

/** How far the page can be moved sideways, in pixels. */
const sideways = (page: Page) => page.evaluate(() => document.documentElement.scrollWidth - innerWidth);

const measured = (page: Page) =>
  page.evaluate(() => {
    const { fontSize } = getComputedStyle(document.documentElement);
    const { letterSpacing, wordSpacing, lineHeight } = getComputedStyle(document.querySelector("main p, main h1")!);
    return { fontSize, letterSpacing, wordSpacing, lineHeight };
  });

test("size and spaces are kept", async ({ page }) => {
  await arrive(page, "Awa");
  await expect(page.locator(".lesson-key")).toBeVisible();
  const plain = await measured(page);
  await go(page, "#/moi");
  await page.getByRole("radio", { name: "200" }).check();
  await page.getByRole("radio", { name: "Très grands" }).check();
  await expect(page.locator(".saved[data-state=saved]")).toBeVisible();
  await go(page, "#/");
  await expect(page.locator(".lesson-key")).toBeVisible();
  const large = await measured(page);
  expect(parseFloat(large.fontSize)).toBe(2 * parseFloat(plain.fontSize));
  expect(large.letterSpacing).not.toBe(plain.letterSpacing);
  await page.reload();
  await expect(page.locator(".lesson-key")).toBeVisible();
  expect(await measured(page)).toEqual(large);
});

for (const { name, width, height } of ZOOMS) {
  test(`the largest text with the widest spaces fits in ${name}`, async ({ page }) => {
    test.setTimeout(120_000);
    await page.setViewportSize({ width, height });
    await arrive(page);
    await go(page, "#/moi");
    await page.getByRole("radio", { name: "200" }).check();
    await page.getByRole("radio", { name: "Très grands" }).check();
    for (const { name, hash, ready } of SCREENS) {
      await go(page, hash);
      await expect(page.locator(ready).first()).toBeVisible();
      expect(await sideways(page), name).toBeLessThanOrEqual(0);
      await picture(page, `reading-${name}`);
      await expectAccessible(page);
    }
  });
}
