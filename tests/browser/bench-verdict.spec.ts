// "Vérifier": one message at a time, "Montre-moi", and the way on.
import { SCREENS, expect, expectAccessible, picture, screen, test } from "./fabrique";
import { BLINK, BREATHE, DeviceBench, RISES, openStep } from "./bench";

const LAMP = ["lampe sur D2"];

for (const size of SCREENS) {
  test.describe(size.name, () => {
    test.use(screen(size));

    test("not yet: what was seen, what it takes, and where", async ({ page }) => {
      await openStep(page, { board: LAMP, program: BLINK, check: RISES });
      const bench = new DeviceBench(page);
      await bench.button("Vérifier").click();
      const verdict = page.locator(".verdict");
      await expect(verdict).toHaveAttribute("data-state", "not-yet");
      await expect(verdict).toContainText("La lumière ne monte pas doucement.");
      await expect(verdict).toContainText("Je vois\u00a0: la lumière passe de 0 à 100 d’un coup.");
      await expect(verdict).toContainText("Il faut\u00a0: une montée en 1 à 5\u00a0secondes.");
      await expect(bench.said).toContainText("Pas encore.");
      await expect(bench.button("Vérifier")).toHaveCount(0);
      await expect(bench.button("Montre-moi")).toBeFocused();
      await expect(page.locator(".track .expected-area")).toBeVisible();
      await expect(page.locator(".button.main:visible")).toHaveCount(1);
      await expectAccessible(page);
      await picture(page, "bench-not-yet");

      await bench.button("Montre-moi").click();
      expect(await bench.now()).toBe(0);
      await expect(page.locator(".blocks-mark", { hasText: "ici" })).toBeVisible();
      await picture(page, "bench-show-me");
    });

    test("passed: praise, and the way on", async ({ page }) => {
      await openStep(page, { board: LAMP, program: BREATHE, check: RISES });
      const bench = new DeviceBench(page);
      await bench.button("Vérifier").click();
      const verdict = page.locator(".verdict");
      await expect(verdict).toHaveAttribute("data-state", "passed");
      await expect(verdict.getByRole("heading")).toHaveText("La lumière monte doucement.");
      await expect(verdict.getByRole("button", { name: "Continuer" })).toBeFocused();
      await expectAccessible(page);
      await picture(page, "bench-passed");
      await verdict.getByRole("button", { name: "Continuer" }).click();
      await expect(page).toHaveURL(/#\/reussi\/essai$/);
    });
  });
}

test("after some tries a hint is offered, then a person", async ({ page }) => {
  await openStep(page, { board: LAMP, program: BLINK, check: RISES, hint: "Prends un bloc répéter." });
  const bench = new DeviceBench(page);
  const verdict = page.locator(".verdict");
  const undoAndRedo = async () => {
    // Any edit brings the button back: a block is turned off its place and back.
    await page.locator(".blocklyWorkspace .blocklyDraggable").nth(1).click();
    await page.getByRole("toolbar").getByRole("button", { name: "Dupliquer" }).click();
    await bench.button("Annuler").click().catch(() => page.keyboard.press("Control+z"));
  };
  for (let attempt = 1; attempt <= 5; attempt++) {
    await bench.button("Vérifier").click();
    await expect(verdict).toHaveAttribute("data-state", "not-yet");
    await expect(verdict.getByRole("button", { name: "Un indice" })).toHaveCount(attempt >= 3 ? 1 : 0);
    await expect(verdict.getByText("Demande à quelqu’un")).toHaveCount(attempt >= 5 ? 1 : 0);
    if (attempt < 5) await undoAndRedo();
  }
  await verdict.getByRole("button", { name: "Un indice" }).click();
  await expect(page.getByText("Prends un bloc répéter.")).toBeVisible();
});

test("in the dark a verdict is as clear", async ({ page }) => {
  await openStep(page, { board: LAMP, program: BLINK, check: RISES });
  await page.evaluate(() => (document.documentElement.dataset.theme = "dark"));
  await new DeviceBench(page).button("Vérifier").click();
  await expect(page.locator(".verdict")).toHaveAttribute("data-state", "not-yet");
  await expectAccessible(page);
  await picture(page, "bench-not-yet-dark");
});
