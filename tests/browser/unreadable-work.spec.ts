// A work of a newer Fabrique, brought in a copy: no bench opens that would write over it.
import { join } from "node:path";
import { expect, expectAccessible, go, test } from "./fabrique";
import { comeIn, goToMyData } from "./record";

test("a program of a newer version is kept as it is, until its person gives it up", async ({ page }) => {
  await comeIn(page, "Awa");
  await goToMyData(page);
  await page.getByLabel("Ouvrir une copie").setInputFiles(join(import.meta.dirname, "data/newer-program.fabrique.json"));
  await page.getByRole("button", { name: "Ajouter" }).click();
  await page.getByRole("button", { name: "C’est moi, Noa" }).click();
  await expect(page.locator(".first-name")).toHaveText("Noa");
  await go(page, "#/appareil");
  const message = page.locator(".unreadable-work");
  await expect(message).toContainText("Je ne peux pas encore ouvrir ton travail.");
  await expect(page.locator(".device-bench")).toHaveCount(0);
  await expectAccessible(page);
  await message.getByRole("button", { name: "L’effacer et commencer autre chose" }).click();
  await expect(page.locator(".device-bench")).toBeAttached();
});
