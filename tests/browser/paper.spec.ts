// A lesson on paper: all of it, black on white, without what only a screen can do.
import { join } from "node:path";
import { arrive, expect, go, test } from "./fabrique";

test("a lesson prints whole, from any of its steps", async ({ page }) => {
  await arrive(page);
  await page.evaluate(() => (document.documentElement.dataset.theme = "dark"));
  await go(page, "#/lecon/blinking-led/clignoter");
  await expect(page.locator(".blocks")).toHaveAttribute("data-state", "open");
  await expect(page.locator(".paper")).toHaveCount(0);

  await page.emulateMedia({ media: "print" });
  const paper = page.locator(".paper");
  await expect(paper.locator("h1")).toHaveText("La LED qui clignote");
  await expect(paper.locator("h2")).toHaveText([
    "Allume la lampe", "Fais clignoter la lampe", "Réfléchis", /^Défi\s: le feu de vélo$/, "Garde une trace", "Mon mémo",
  ]);
  // Hints, questions with room to answer, the memo; nothing for the trainer.
  await expect(paper.locator(".hint")).toHaveCount(7);
  await expect(paper.locator(".choices li")).toHaveCount(3);
  await expect(paper.locator(".memo")).toContainText("La carte fait les blocs de haut en bas.");
  await expect(paper).not.toContainText("Blocage fréquent");
  await expect(paper.locator("img")).toHaveJSProperty("complete", true);

  // Nothing else is on the sheet, no control, and everything is black on white or clear.
  await expect(page.locator("header.bar, .bench, .instruction").filter({ visible: true })).toHaveCount(0);
  await expect(page.locator("button, input, textarea, summary").filter({ visible: true })).toHaveCount(0);
  const colours = await paper.evaluate((paper) => {
    const found = new Set<string>();
    for (const node of paper.querySelectorAll("*")) {
      const { color, backgroundColor, backgroundImage } = getComputedStyle(node);
      found.add(`${color} on ${backgroundColor} ${backgroundImage}`);
    }
    return [...found];
  });
  expect(colours).toEqual(["rgb(0, 0, 0) on rgba(0, 0, 0, 0) none"]);
  await expect(page.locator("body")).toHaveCSS("background-color", "rgb(255, 255, 255)");
  await expect(paper.locator(".block-picture li").first()).toHaveCSS("border-top-style", "solid");

  // Several sheets, not one that is cut.
  const pdf = await page.pdf({ format: "A4", path: join(import.meta.dirname, "../../test-results/pictures/paper.pdf") });
  expect(pdf.toString("latin1").match(/\/Type\s*\/Page\b/g)!.length).toBeGreaterThan(1);
  await page.screenshot({ path: join(import.meta.dirname, "../../test-results/pictures/paper.png"), fullPage: true });

  await page.emulateMedia({ media: "screen" });
  await expect(page.locator(".paper")).toHaveCount(0);
  await expect(page.locator(".blocks")).toBeVisible();
});
