// The bench without a lesson: what was made there last is there again.
import { Bench } from "./blocks";
import { SCREENS, arrive, expect, expectAccessible, go, picture, screen, test } from "./fabrique";

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

for (const device of SCREENS) {
  test.describe(device.name, () => {
    test.use(screen(device));

    test("two versions made in two tabs: each is drawn, and one goes on with the one chosen", async ({ page, context }) => {
      await arrive(page);
      const other = await context.newPage();
      for (const tab of [page, other]) {
        await tab.goto("#/appareil");
        await expect(tab.locator(".blocks")).toHaveAttribute("data-state", "open");
      }
      for (const { tab, shelf, block } of [
        { tab: page, shelf: "Temps", block: "attendre" },
        { tab: other, shelf: "Lumière", block: "allumer" },
      ]) {
        const bench = new Bench(tab, device.touch);
        await tab.bringToFront();
        await bench.openShelf(shelf);
        await bench.press(bench.onShelf(block));
        await bench.places().filter({ hasText: "dans toujours" }).first().click();
        await expect(tab.locator(saved)).toBeVisible();
      }
      await page.reload();
      const versions = page.locator(".versions > ul > li");
      await expect(versions).toHaveCount(2);
      await expect(versions.locator(".block-picture")).toHaveCount(2);
      await expectAccessible(page);
      await picture(page, "two-versions");
      const chosen = versions.filter({ hasText: "attendre" });
      await expect(chosen.locator(".block-picture li")).toHaveText([/toujours/, /attendre/]);
      await chosen.getByRole("button", { name: "Continuer celle-ci" }).click();
      await new Bench(page, device.touch).expectText("toujours\n  attendre 500 ms");
    });
  });
}
