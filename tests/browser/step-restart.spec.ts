// "Recommencer l'étape": the step is as on the first day, and one can go through it again.
import { type Page, expect } from "@playwright/test";
import { Bench } from "./blocks";
import { arrive, go, test } from "./fabrique";
import { openLesson } from "./bench";

async function restart(page: Page) {
  const tools = page.locator(".step-tools");
  if ((await tools.getAttribute("open")) === null) await tools.locator("summary").click();
  await page.getByRole("button", { name: "Recommencer l’étape" }).click();
  await page.getByRole("button", { name: "Oui, recommencer" }).click();
}

test("a step with a question", async ({ page }) => {
  await openLesson(
    page,
    `## Réfléchis
<!-- etape: reflechir; min: 5 -->

### Question

Combien de pattes a une LED ?

- [x] Deux.
  > Oui, une longue et une courte.
- [ ] Trois.
  > Regarde encore.
`,
  );
  await go(page, "#/lecon/essai/reflechir");
  const verdict = page.locator(".question-verdict");
  const check = page.getByRole("button", { name: "Vérifier" });
  const goOn = page.getByRole("button", { name: "Continuer" });
  for (const _ of [1, 2]) {
    await expect(verdict).toHaveAttribute("data-state", "open");
    await expect(page.getByLabel("Deux.")).not.toBeChecked();
    await expect(goOn).toHaveCount(0);
    await page.getByText("Trois.", { exact: true }).click();
    await check.click();
    await expect(verdict).toHaveAttribute("data-state", "not-yet");
    await page.getByText("Deux.", { exact: true }).click();
    await check.click();
    await expect(verdict).toHaveAttribute("data-state", "passed");
    await expect(goOn).toBeVisible();
    await restart(page);
  }
});

test("a step at the bench", async ({ page }) => {
  await arrive(page);
  await go(page, "#/lecon/blinking-led/allumer");
  const bench = new Bench(page);
  await expect(page.locator(".blocks")).toHaveAttribute("data-state", "open");
  const begun = await bench.text();
  for (const _ of [1, 2]) {
    await bench.openShelf("Lumière");
    await bench.press(bench.onShelf("allumer"));
    await bench.places().filter({ hasText: "dans au démarrage" }).first().click();
    await expect(async () => expect(await bench.text()).not.toBe(begun)).toPass();
    await expect(page.locator(".saved[data-state=saved]")).toBeVisible();
    await restart(page);
    await bench.expectText(begun);
  }
  await page.reload();
  await bench.expectText(begun);
});
