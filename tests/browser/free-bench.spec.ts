// The bench without a lesson: what was made there last is there again.
import { Bench } from "./blocks";
import { arrive, expect, go, test } from "./fabrique";

const saved = ".saved[data-state=saved]";

test("coming back to what a visit began with is kept too", async ({ page }) => {
  await arrive(page);
  await go(page, "#/appareil");
  const bench = new Bench(page);
  const undo = page.getByRole("button", { name: "Annuler", exact: true });
  await expect(page.locator(".blocks")).toHaveAttribute("data-state", "open");
  const begun = await bench.text();

  await bench.openShelf("Temps");
  await bench.press(bench.onShelf("attendre"));
  await bench.places().filter({ hasText: "dans toujours" }).first().click();
  await expect(async () => expect(await bench.text()).toContain("attendre")).toPass();
  const made = await bench.text();
  await expect(page.locator(saved)).toBeVisible();
  await page.reload();
  await bench.expectText(made);

  // Away, and back to exactly what this visit began with.
  await bench.press(bench.word("attendre"));
  await page.keyboard.press("Delete");
  await bench.expectText(begun);
  await expect(page.locator(saved)).toBeVisible();
  await undo.click();
  await bench.expectText(made);
  await expect(page.locator(saved)).toBeVisible();
  // Nothing of it is saved any more by now, were it not taken for an edit.
  await page.waitForTimeout(1_500);
  await page.reload();
  await bench.expectText(made);
});
