// A step that was skipped does not close the way: after the last one, "Continuer" leads back to it.
import { expect, go, test } from "./fabrique";
import { openLesson } from "./bench";

const STEPS = ["un", "deux", "trois"].map((id) => `## Étape ${id}\n<!-- etape: ${id}; min: 1 -->\n\nLis ceci.\n`).join("\n");

test("after the last step, the way on leads to the one that was skipped, then to the piece", async ({ page }) => {
  await openLesson(page, STEPS);
  const goOn = page.getByRole("button", { name: "Continuer" });
  const step = page.locator(".lesson-page");
  await go(page, "#/lecon/essai/un");
  await goOn.click();
  await expect(step).toHaveAttribute("data-step", "deux");
  // "deux" is skipped.
  await go(page, "#/lecon/essai/trois");
  await expect(step).toHaveAttribute("data-step", "trois");
  await goOn.click();
  await expect(step).toHaveAttribute("data-step", "deux");
  await goOn.click();
  await expect(step).toHaveAttribute("data-step", "trois");
  await goOn.click();
  await expect(page.locator("[data-screen=passed]")).toBeVisible();
});

test("after a challenge too", async ({ page }) => {
  await openLesson(page, `${STEPS}\n## Défi : plus loin\n<!-- etape: loin; min: 1; defi: oui -->\n\nLis ceci.\n`);
  await go(page, "#/lecon/essai/loin");
  await page.getByRole("button", { name: "Continuer" }).click();
  await expect(page.locator(".lesson-page")).toHaveAttribute("data-step", "un");
});
