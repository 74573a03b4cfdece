// Rooms come late: or not at all, and then the page says so and works on.
import type { Page } from "@playwright/test";
import { arrive, expect, expectAccessible, go, test } from "./fabrique";

const LESSON = "#/lecon/blinking-led";
const failed = (page: Page) => page.locator(".door[data-state=failed]");

test("a lesson opens in a sub-folder too", async ({ page, watch }) => {
  await arrive(page, "Sami", "a/b/");
  await go(page, LESSON);
  await expect(page.locator("main")).toBeVisible();
  await expect(page.locator(".door")).toHaveCount(0);
  expect(watch.files().filter((file) => file.includes("split_pages"))).toHaveLength(1);
});

const FAULTS = [
  { name: "is missing", answer: { status: 404, contentType: "text/html", body: "no" } },
  { name: "is no wasm", answer: { status: 200, contentType: "application/wasm", body: "hello" } },
  { name: "has another type", answer: { status: 200, contentType: "text/html", body: "<p>hello" } },
];

for (const { name, answer } of FAULTS) {
  test(`a room's code that ${name}: a sentence, and trying again helps`, async ({ page, watch }) => {
    watch.expects(/split_pages|wasm|WebAssembly|404/i);
    let broken = true;
    await page.route(/split_pages/, (route) => (broken ? route.fulfill(answer) : route.continue()));
    await arrive(page);
    await go(page, LESSON);
    await expect(failed(page)).toBeVisible();
    await expect(failed(page)).toContainText("n’est pas encore arrivée");
    await expectAccessible(page);
    await page.getByRole("button", { name: "Réessayer" }).click();
    await expect(failed(page)).toBeVisible();
    broken = false;
    await page.getByRole("button", { name: "Réessayer" }).click();
    await expect(page.locator("h1")).toBeVisible();
    await expect(failed(page)).toHaveCount(0);
  });
}

test("a room's styles that are missing: a sentence, and trying again helps", async ({ page, watch }) => {
  watch.expects(/rooms-|404/);
  let broken = true;
  await page.route(/rooms-.*\.css/, (route) => (broken ? route.fulfill({ status: 404, body: "no" }) : route.continue()));
  await arrive(page);
  await go(page, LESSON);
  await expect(failed(page)).toContainText("n’est pas encore arrivée");
  await page.getByRole("button", { name: "Réessayer" }).click();
  await expect(failed(page)).toBeVisible();
  broken = false;
  await page.getByRole("button", { name: "Réessayer" }).click();
  await expect(page.locator("main.lesson")).toBeVisible();
  await expect(page.locator("main.lesson")).toHaveCSS("display", "grid");
});

test("offline: reloading comes back to the same lesson", async ({ page, watch }) => {
  watch.expects(/ERR_INTERNET_DISCONNECTED|Failed to fetch/);
  await arrive(page);
  await page.context().setOffline(true);
  await go(page, LESSON);
  await expect(failed(page)).toBeVisible();
  await page.context().setOffline(false);
  await page.getByRole("button", { name: "Recharger" }).click();
  await expect(page.locator("h1")).toBeVisible();
  await expect(failed(page)).toHaveCount(0);
  expect(page.url()).toContain(LESSON);
});

test("leaving before a slow room arrives harms nothing", async ({ page }) => {
  await page.route(/split_pages/, async (route) => {
    await new Promise((resolve) => setTimeout(resolve, 1_500));
    await route.continue();
  });
  await arrive(page);
  await go(page, LESSON);
  await expect(page.locator(".door[data-state=waiting]")).toHaveText("Ça arrive…");
  await go(page, "#/");
  await expect(page.locator(".door")).toHaveCount(0);
  await page.waitForTimeout(2_000);
  await go(page, LESSON);
  await expect(page.locator("main.lesson")).toBeVisible();
});

test("an address that leads nowhere shows home", async ({ page, watch }) => {
  await page.goto("#/nulle-part");
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  expect(watch.chunks()).toEqual([]);
});
