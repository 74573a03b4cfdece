// The key ring's lesson at the drawing bench: not yet, the message, the right drawing, and tomorrow it is still there.
import type { Locator } from "@playwright/test";
import { DrawingBench } from "./drawing";
import { SCREENS, arrive, expect, expectAccessible, go, picture, screen, test } from "./fabrique";

for (const size of SCREENS) {
  test.describe(size.name, () => {
    test.use(screen(size));

    test("the key ring, from its first step to its file", async ({ page }) => {
      await arrive(page);
      await go(page, "#/lecon/key-ring");
      const bench = new DrawingBench(page, size.touch);
      await expect(bench.sheet).toBeVisible({ timeout: 20_000 });
      const verdict = page.locator(".verdict");
      const check = () => bench.press(verdict.getByRole("button", { name: "Vérifier" }));
      const goOn = () => bench.press(verdict.getByRole("button", { name: "Continuer" }));

      // Without a list beside the sheet, what lies on it is listed as long as nothing is chosen.
      await expect(bench.row("Rectangle")).toBeVisible();
      await check();
      await expect(verdict).toHaveAttribute("data-state", "not-yet");
      await expect(verdict).toContainText("Regarde Largeur et Hauteur");
      await bench.press(verdict.getByRole("button", { name: "Montre-moi" }));
      await expect(bench.field("Largeur")).toHaveValue("40");
      await picture(page, "key-ring-not-yet");
      await expectAccessible(page);
      await bench.type("Largeur", "60");
      await bench.type("Hauteur", "25");
      await bench.type("Coins ronds", "5");
      await check();
      await expect(verdict).toHaveAttribute("data-state", "passed");
      await goOn();

      await expect(page.getByRole("heading", { name: /^Fais un trou/ })).toBeVisible();
      await bench.take("Cercle");
      await bench.touchAt(17, 17);
      await bench.type("Diamètre", "5");
      await bench.type("X", "16");
      await bench.type("Y", "17,5");
      await picture(page, "key-ring-hole");
      await expectAccessible(page);
      await check();
      await expect(verdict).toHaveAttribute("data-state", "passed");

      // The lesson's check is the one next thing: nothing else is yellow. The file bears the lesson's name.
      await bench.press(page.getByRole("tab", { name: "Fichier" }));
      await expect(page.locator(".panel .button.main")).toHaveCount(0);
      await expect(page.locator("[data-part=file-name]")).toContainText("sami_mon-porte-cle_");

      // Tomorrow the drawing is as it was left.
      await page.reload();
      await expect(bench.sheet).toBeVisible({ timeout: 20_000 });
      expect(await bench.words()).toContain("cercle 5 mm en 16 17,5 ; couper");
    });
  });
}

test("the keyboard alone chooses a shape, gives it its sizes and checks them", async ({ page }) => {
  await arrive(page);
  await go(page, "#/lecon/key-ring");
  const bench = new DrawingBench(page);
  await expect(bench.row("Rectangle")).toBeVisible({ timeout: 20_000 });
  const tabTo = async (wanted: Locator) => {
    for (let tabs = 0; tabs < 60; tabs++) {
      if ((await wanted.count()) > 0 && (await wanted.evaluate((node) => node === document.activeElement))) return;
      await page.keyboard.press("Tab");
    }
    throw new Error(`Tab does not reach ${wanted}`);
  };
  await tabTo(bench.row("Rectangle"));
  await page.keyboard.press("Enter");
  // The list has given its place to the numbers: the keyboard is at the sheet, not at the top of the page.
  await expect(bench.sheet).toBeFocused();
  await tabTo(bench.field("Largeur"));
  // From field to field with Tab, as one fills in a form.
  for (const [label, value] of [["Largeur", "60"], ["Hauteur", "25"], ["Coins ronds", "5"]]) {
    await expect(bench.field(label)).toBeFocused();
    await page.keyboard.press("Control+a");
    await page.keyboard.type(value);
    await page.keyboard.press("Tab");
  }
  await tabTo(page.locator(".verdict").getByRole("button", { name: "Vérifier" }));
  await page.keyboard.press("Enter");
  await expect(page.locator(".verdict")).toHaveAttribute("data-state", "passed");
  await expect(page.locator(".verdict").getByRole("button", { name: "Continuer" })).toBeFocused();
});
