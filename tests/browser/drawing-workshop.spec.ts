// The workshop's file in the page: a kerf that the trainer measures, and slips that are told.
import { readFile } from "node:fs/promises";
import { type DrawingBench, openDrawing } from "./drawing";
import { SCREENS, expect, expectAccessible, picture, screen, test } from "./fabrique";

/** Writes a drawing in words. */
async function write(bench: DrawingBench, text: string) {
  await bench.press(bench.button("En mots"));
  const words = bench.page.locator(".in-words textarea");
  await words.fill(text);
  await words.press("Tab");
  await bench.press(bench.button("En mots"));
}

async function openFile(bench: DrawingBench) {
  await bench.press(bench.page.getByRole("tab", { name: "Fichier" }));
}

const PLATE = "page 80 x 50 mm\nmatière contreplaqué 3 mm\nrectangle 40 x 20 mm en 20 15 ; couper\n";

for (const size of SCREENS) {
  test.describe(size.name, () => {
    test.use(screen(size));

    test("a kerf is measured with strips, used at once, and written for the site", async ({ page }) => {
      const bench = await openDrawing(page, size.touch);
      await write(bench, PLATE);
      await openFile(bench);
      const burns = page.locator(".panel > .measured");
      await expect(burns).toHaveText("Le laser brûle 0,2\u00a0mm.");
      await expect(page.locator(".in-file")).toContainText("rouge #FF0000");
      await expect(page.locator(".in-file")).toContainText(/\d+\u00a0s/);
      await bench.press(page.getByText("Mesurer le trait du laser"));
      const [piece] = await Promise.all([page.waitForEvent("download"), bench.press(bench.button("Enregistrer la pièce d’essai"))]);
      expect(piece.suggestedFilename()).toBe("kerf.svg");
      expect((await readFile((await piece.path())!, "utf8")).match(/<path/g)).toHaveLength(20);

      await bench.type("Bandes en X", "101");
      await expect(page.locator(".kerf-form .mm-says")).toContainText("il faut moins de 100");
      await expect(bench.button("Utiliser ces mesures")).toHaveCount(0);
      await bench.type("Bandes en X", "97,9");
      await bench.type("Bandes en Y", "196,4 / 2");
      await expect(page.locator(".kerf-form .measured")).toHaveText("Le laser brûle 0,21\u00a0mm (x), 0,18\u00a0mm (y).");
      await picture(page, "drawing-kerf");
      await expectAccessible(page);
      await bench.press(bench.button("Utiliser ces mesures"));
      await expect(page.locator(".workshop-lines")).toContainText("- kerf x: 0,21 mm\n- kerf y: 0,18 mm");
      await picture(page, "drawing-kerf-used");
      await expectAccessible(page);
      const [file] = await Promise.all([page.waitForEvent("download"), bench.press(bench.button("Enregistrer workshop.md"))]);
      expect(file.suggestedFilename()).toBe("workshop.md");
      expect(await readFile((await file.path())!, "utf8")).toContain("- épaisseur: 3 mm\n- kerf x: 0,21 mm\n- kerf y: 0,18 mm\n");

      // The file for the laser has it, today and tomorrow.
      for (const day of ["today", "tomorrow"]) {
        const [svg] = await Promise.all([page.waitForEvent("download"), bench.press(bench.button("Enregistrer le SVG"))]);
        expect(await readFile((await svg.path())!, "utf8"), day).toMatch(/"M20 14\.91L60 14\.91C.* 19\.895 35L19\.895 15C/);
        if (day === "today") {
          await page.reload();
          await expect(bench.sheet).toBeVisible({ timeout: 20_000 });
          await openFile(bench);
        }
      }
    });
  });
}

test("a slip in the workshop's file is told with its line and what to do; the rest is used", async ({ page }) => {
  await page.route("**/lessons/workshop.md", async (route) => {
    const text = await readFile("../lessons/workshop.md", "utf8").catch(() => readFile("lessons/workshop.md", "utf8"));
    await route.fulfill({ body: text.replace("- kerf x: 0,2 mm", "- kerf x: large") });
  });
  const bench = await openDrawing(page);
  await write(bench, PLATE);
  await openFile(bench);
  await page.getByText("À revoir dans workshop.md").click();
  await expect(page.locator(".workshop-problems li")).toHaveText([/^Ligne \d+ : .*large.*kerf x/]);
  await picture(page, "drawing-workshop-slip");
  await expectAccessible(page);
});
