// What a browser shows that cannot run the app.
import type { Page } from "@playwright/test";
import { expect, expectAccessible, test } from "./fabrique";

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("the page says why, and the lessons can be read as text", async ({ page, watch }) => {
    watch.expects(/preloaded using link preload but not used/);
    await page.goto("a/b/");
    await expect(page.locator("noscript p")).toContainText("a besoin de JavaScript");
    await expectLessons(page);
  });
});

test("without wasm the lessons can be read as text", async ({ page, watch }) => {
  watch.expects(/WebAssembly/);
  await page.addInitScript(() => Reflect.deleteProperty(globalThis, "WebAssembly"));
  await page.goto("");
  await expectLessons(page);
  await expectAccessible(page);
});

async function expectLessons(page: Page) {
  const lessons = page.locator("#lessons-as-text a");
  await expect(lessons.first()).toBeVisible();
  for (const link of await lessons.all()) {
    const answer = await page.request.get(new URL((await link.getAttribute("href"))!, page.url()).href);
    expect(answer.status()).toBe(200);
    expect(answer.headers()["content-type"]).toContain("text/markdown");
  }
}
