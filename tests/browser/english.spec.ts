// The journey in English: the page, the programme, a translated lesson whose programs come from the French one, and
// one that is not translated yet.
import { Bench } from "./blocks";
import { arrive, expect, expectAccessible, go, picture, speakEnglish, test } from "./fabrique";

test("a translated lesson is English from home to its verdicts", async ({ page, watch }) => {
  await arrive(page);
  await speakEnglish(page);
  await go(page, "#/");
  await expect(page.getByRole("heading", { name: "The blinking LED" })).toHaveAttribute("lang", "en");
  await page.getByRole("link", { name: "Start" }).click();

  const bench = new Bench(page);
  const verdict = page.locator(".verdict");
  const check = page.getByRole("button", { name: "Check", exact: true });
  await expect(page.getByRole("heading", { name: "Turn the lamp on" })).toBeVisible();
  await expect(page.locator(".notice")).toHaveCount(0);
  await expect(page.locator(".blocks")).toHaveAttribute("data-state", "open");
  await check.click();
  await expect(verdict).toContainText("Not yet");
  await bench.openShelf("Light");
  await bench.press(bench.onShelf("lamp"));
  await bench.places().filter({ hasText: "on start" }).first().click();
  await check.click();
  await expect(verdict).toContainText("Well done! You turned your lamp on.");
  await expectAccessible(page);
  await picture(page, "english");
  await page.getByRole("button", { name: "Continue" }).click();

  // The starter stands in the French file only; the author's own words are English.
  await expect(page.getByRole("heading", { name: "Make the lamp blink" })).toBeVisible();
  await expect(bench.word("forever")).toBeVisible();
  await check.click();
  await expect(verdict).toContainText("The lamp stays on. Add “turn off lamp” and “wait 1 s”.");

  // Not translated: said so, in French, and everything around it is English.
  watch.expects(/404/);
  await go(page, "#/lecon/breathing-lamp");
  await expect(page.locator(".notice")).toHaveText("This lesson is in French for now.");
  await expect(page.locator("header .where")).toContainText("La lampe qui respire");
});

test("the course map is English, and keeps the French title of what is not translated", async ({ page }) => {
  await arrive(page);
  await speakEnglish(page);
  await go(page, "#/parcours");
  await expect(page.locator(".module h2").first()).toHaveText(/Month 1\s*I discover/);
  await expect(page.locator(".lesson-name")).toHaveText(["The blinking LED", "La lampe qui respire", "Le bouton", "Mon porte-clé"]);
  // A voice reads each title in its own language.
  const languages = page.locator(".lesson-name").evaluateAll((names) => names.map((name) => (name as HTMLElement).lang));
  expect(await languages).toEqual(["en", "fr", "fr", "fr"]);
});
