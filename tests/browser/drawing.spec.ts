// A key ring, from nothing to the laser's file: by mouse, by fingers at 360 px, by keyboard alone.
import { DrawingBench, openDrawing, readSvg } from "./drawing";
import { SCREENS, expect, expectAccessible, go, picture, screen, test } from "./fabrique";

/** The file of the key ring drawn here: what is in it, in its order. */
const KEY_RING = [
  { fill: "#000000", stroke: "none", isClosed: true }, // the star, engraved
  { stroke: "#FF0000", fill: "none", width: 5, height: 5, isClosed: true }, // the hole before its plate
  { stroke: "#FF0000", fill: "none", width: 60, height: 25, isClosed: true },
];

async function expectKeyRing(bench: DrawingBench) {
  const download = bench.page.waitForEvent("download");
  await bench.press(bench.button("Enregistrer le SVG"));
  const file = await download;
  expect(file.suggestedFilename()).toMatch(/^sami_mon-porte-cle_x1_60x25_\dmin\.svg$/);
  const svg = await readSvg(bench.page, await file.path());
  expect(svg).toMatchObject({ width: "80mm", height: "50mm", viewBox: "0 0 80 50", others: [], banned: [] });
  expect(svg.paths).toHaveLength(KEY_RING.length);
  svg.paths.forEach((path, number) => expect(path).toMatchObject(KEY_RING[number]));
}

for (const size of SCREENS) {
  test.describe(size.name, () => {
    test.use(screen(size));

    test("a key ring, from nothing to its file", async ({ page }) => {
      const bench = await openDrawing(page, size.touch);
      await expectAccessible(page);
      await picture(page, "drawing-empty");
      await bench.type("Largeur", "80");
      await bench.type("Hauteur", "50");
      await bench.field("Nom du dessin").fill("Mon porte-clé");
      await bench.field("Nom du dessin").press("Tab");
      await expect(page.locator("header h1")).toHaveText("Mon porte-clé");

      await bench.take("Rectangle");
      if (size.touch) await bench.touchAt(40, 25);
      else await bench.drag([10, 12], [50, 30]);
      await expect(bench.row("Rectangle")).toHaveAttribute("aria-selected", "true");
      await bench.type("Largeur", "30 * 2");
      await bench.type("Hauteur", "25");
      await bench.type("Coins ronds", "5");
      await bench.type("X", "10");
      await bench.type("Y", "12");

      await bench.take("Cercle");
      await bench.touchAt(17, 24);
      await bench.type("Diamètre", "5");
      await bench.type("X", "16");
      await bench.type("Y", "24,5");
      await picture(page, "drawing-circle");
      await expectAccessible(page);

      await bench.take("Étoile");
      await bench.touchAt(50, 24);
      await bench.type("Diamètre", "14");
      await bench.type("Y", "24");
      await expect(page.getByRole("radio", { name: /^Graver/ })).toHaveAttribute("aria-checked", "true");
      await expect(bench.said).toHaveText("Étoile, 14\u00a0mm, graver");

      await bench.press(bench.button("Vérifier pour la découpe"));
      await expect(page.getByText("Tout est bon pour la découpe.")).toBeVisible();
      await expectAccessible(page);
      await picture(page, "drawing-checked");
      await bench.press(bench.button("Préparer le fichier"));
      await expect(page.locator("[data-part=file-name]")).toContainText("sami_mon-porte-cle");
      await expectAccessible(page);
      await picture(page, "drawing-file");
      await expectKeyRing(bench);

      // Tomorrow it is still there.
      await page.reload();
      await expect(page.locator("header h1")).toHaveText("Mon porte-clé");
      expect(await bench.words()).toBe(
        'dessin "Mon porte-clé"\npage 80 x 50 mm\nrectangle 60 x 25 mm en 10 12 ; coins 5 mm ; couper\n' +
          "cercle 5 mm en 16 24,5 ; couper\nétoile 5 pointes 14 mm en 50 24 ; graver\n",
      );
    });

    test("nothing sticks out at 320 px, and in the dark all is as clear", async ({ page }) => {
      await page.emulateMedia({ colorScheme: "dark" });
      const bench = await openDrawing(page, size.touch);
      if (size.touch) await page.setViewportSize({ width: 320, height: 640 });
      await bench.take("Cercle");
      await bench.touchAt(60, 40);
      for (const tab of ["Mesures", "Découpe", "Fichier"]) {
        await bench.press(page.getByRole("tab", { name: tab }));
        await expectAccessible(page);
        expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
      }
      await picture(page, "drawing-dark");
    });
  });
}

test("the keyboard alone draws, moves, sizes, chooses what the machine does, and takes it back", async ({ page }) => {
  const bench = await openDrawing(page);
  await page.locator(".drawing-tools [data-tool=rectangle]").focus();
  await page.keyboard.press("Enter");
  await page.keyboard.press("Enter");
  await expect(bench.said).toHaveText("Rectangle, 20\u00a0×\u00a020\u00a0mm, couper");
  await bench.sheet.focus();
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("Shift+ArrowDown");
  await page.keyboard.press("Alt+ArrowLeft");
  expect(await bench.words()).toContain("rectangle 20 x 20 mm en 65,9 50 ; couper");
  await bench.field("Largeur").focus();
  await page.keyboard.press("ArrowUp");
  await expect(bench.field("Largeur")).toHaveValue("21");
  await page.getByRole("radio", { name: /^Couper/ }).focus();
  await page.keyboard.press("ArrowDown");
  await expect(page.getByRole("radio", { name: /^Marquer/ })).toBeFocused();
  await expect(bench.said).toHaveText("Rectangle, 21\u00a0×\u00a020\u00a0mm, marquer");
  await bench.row("Rectangle").focus();
  await page.keyboard.press("Control+c");
  await page.keyboard.press("Control+v");
  await expect(page.getByRole("treeitem")).toHaveCount(2);
  await page.keyboard.press("Control+a");
  await page.keyboard.press("Control+g");
  await expect(bench.row("Groupe")).toHaveAttribute("aria-selected", "true");
  for (let step = 0; step < 3; step++) await page.keyboard.press("Control+z");
  await expect(page.getByRole("treeitem")).toHaveCount(1);
  await page.keyboard.press("Control+y");
  await page.keyboard.press("Control+y");
  await expect(page.getByRole("treeitem")).toHaveCount(2);
  await bench.row("Rectangle").first().focus();
  await page.keyboard.press("Delete");
  await expect(page.getByRole("treeitem")).toHaveCount(1);
});

test("handles size, the round one turns, a frame chooses several, and a guide says why", async ({ page }) => {
  const bench = await openDrawing(page);
  await bench.take("Rectangle");
  await bench.drag([20, 20], [60, 50]);
  const handle = (await page.locator("[data-handle=right-bottom]").boundingBox())!;
  const [corner, to] = [await bench.at(60, 50), await bench.at(80, 60)];
  const held = { x: handle.x + handle.width / 2, y: handle.y + handle.height / 2 };
  await page.mouse.move(held.x, held.y);
  await page.mouse.down();
  // The handle stands beside the corner it moves.
  await page.mouse.move(to.x + held.x - corner.x, to.y + held.y - corner.y, { steps: 5 });
  await page.mouse.up();
  await expect(bench.said).toHaveText(/^Rectangle, 60\u00a0×\u00a040\u00a0mm/);
  await bench.take("Cercle");
  await bench.touchAt(100, 80);
  await bench.type("Diamètre", "8");
  // Brought near the middle of the rectangle it goes there, and says so.
  const [from, near] = [await bench.at(100, 80), await bench.at(50.6, 40.5)];
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move(near.x + 30, near.y + 30, { steps: 4 });
  await page.mouse.move(near.x, near.y, { steps: 4 });
  await expect(page.locator(".guide-word")).toHaveText("Au centre du rectangle");
  await picture(page, "drawing-guide");
  await page.mouse.up();
  expect(await bench.words()).toContain("cercle 8 mm en 50 40 ; couper");
  await bench.drag([8, 8], [90, 70]);
  await expect(bench.said).toHaveText("Plusieurs formes : 2");
  const turn = (await page.locator("[data-handle=turn]").boundingBox())!;
  await page.mouse.move(turn.x + 6, turn.y + 6);
  await page.mouse.down();
  await page.mouse.move(turn.x + 120, turn.y + 120, { steps: 8 });
  await page.mouse.up();
  expect(await bench.words()).toMatch(/rectangle 60 x 40 mm .*tourné \d+/);
});

test("what would go wrong is numbered on the sheet, shown, and mended", async ({ page }) => {
  const bench = await openDrawing(page);
  await bench.press(bench.button("En mots"));
  const words = page.locator(".in-words textarea");
  await words.fill('page 80 x 50 mm\nrectangle 60 x 25 mm en 30 12 ; couper\nrectangle 60 x 25 mm en 30 12 ; couper\ntexte "O" 15 mm en 40 32 ; couper\n');
  await words.press("Tab");
  await bench.press(bench.button("En mots"));
  await bench.press(bench.button("Vérifier pour la découpe"));
  const findings = page.locator(".finding");
  // What looks at the cut comes when it is first wanted.
  await expect(findings.nth(2)).toBeVisible();
  const before = await findings.count();
  expect(before).toBeGreaterThanOrEqual(3);
  await expect(page.locator(".findings-on-sheet .pin")).toHaveCount(before);
  await findings.first().getByRole("button", { name: "Montre-moi" }).click();
  await expect(findings.first()).toHaveAttribute("data-state", "shown");
  await picture(page, "drawing-findings");
  await expectAccessible(page);
  // A thing mended may show another one: the double line hid that the middle of the O falls out.
  const repair = page.getByRole("button", { name: "Réparer" }).first();
  await expect(async () => {
    if (await repair.isVisible()) await repair.click();
    await expect(page.getByText("Tout est bon pour la découpe.")).toBeVisible({ timeout: 500 });
  }).toPass({ timeout: 15_000 });
  expect(await bench.words()).toBe(
    'page 80 x 50 mm\nrectangle 60 x 25 mm en 20 12 ; couper\ntexte "O" 15 mm en 40 32 ; attaches 2 de 2 mm ; couper\n',
  );
});

test("slips in a number and in the words are said in place, and nothing is lost", async ({ page }) => {
  const bench = await openDrawing(page);
  await bench.take("Rectangle");
  await bench.drag([20, 20], [60, 50]);
  const slips: [string, RegExp][] = [
    ["3,5 +", /manque un nombre/],
    ["1e99 * 1e99", /./],
    ["0", /trop petite/],
    ["-4", /trop petite/],
    ["99999", /trop grande/],
    ["99999999", /./],
  ];
  for (const [typed, says] of slips) {
    await bench.type("Largeur", typed);
    await expect(page.locator(".mm-says")).toContainText(says);
    await bench.field("Largeur").press("Escape");
  }
  expect(await bench.words()).toContain("rectangle 40 x 30 mm en 20 20 ; couper");
  await bench.press(bench.button("En mots"));
  const words = page.locator(".in-words textarea");
  await words.fill("page 150 x 100 mm\nrectangel 40 x 30 mm en 20 20 ; couper\ncercle 5 mm en 30 30 ; couper\n");
  await expect(page.locator("#text-problems")).toContainText("Ligne 2");
  await expect(page.locator("#text-problems")).toContainText("rectangle");
  await picture(page, "drawing-words");
  await expectAccessible(page);
});

test("two thousand shapes are written, looked at, and pasted again; what is to settle is told in part", async ({ page }) => {
  test.slow();
  const bench = await openDrawing(page);
  const many = Array.from({ length: 2000 }, (_, number) => `rectangle 4 x 4 mm en ${(number % 50) * 6} ${Math.floor(number / 50) * 6} ; couper`);
  await bench.press(bench.button("En mots"));
  const words = page.locator(".in-words textarea");
  // As the clipboard gives it: all at once.
  await words.evaluate((area: HTMLTextAreaElement, text) => {
    area.value = text;
    area.dispatchEvent(new InputEvent("input", { bubbles: true }));
    area.dispatchEvent(new Event("change", { bubbles: true }));
  }, `page 300 x 300 mm\n${many.join("\n")}\n`);
  await bench.press(bench.button("En mots"));
  await bench.press(page.getByRole("tab", { name: "Découpe" }));
  await expect(page.getByText("Tout est bon pour la découpe.")).toBeVisible({ timeout: 20_000 });
  await bench.sheet.focus();
  for (const key of ["Control+a", "Control+c", "Control+v"]) await page.keyboard.press(key);
  await expect(bench.said).toHaveText("Plusieurs formes : 2000", { timeout: 30_000 });
  // Pasted shapes lie across the first ones.
  await expect(page.locator("#findings")).toHaveText("99+ choses à régler", { timeout: 30_000 });
  await page.keyboard.press("Control+z");
  await expect(page.getByText("Tout est bon pour la découpe.")).toBeVisible({ timeout: 30_000 });
});

test("drawings are kept, taken as a copy, taken away and brought back", async ({ page }) => {
  const bench = await openDrawing(page);
  await bench.field("Nom du dessin").fill("Étiquette");
  await bench.field("Nom du dessin").press("Tab");
  await bench.take("Rectangle");
  await bench.drag([20, 20], [60, 50]);
  await go(page, "#/dessin");
  const cards = page.locator(".drawing-card");
  await expect(cards).toHaveCount(1);
  await expect(cards).toContainText("Étiquette");
  await expectAccessible(page);
  await picture(page, "drawings");
  await page.getByRole("button", { name: "Dupliquer : Étiquette" }).click();
  await expect(bench.row("Rectangle")).toBeVisible();
  await go(page, "#/dessin");
  await expect(cards).toHaveCount(2);
  await page.getByRole("button", { name: "Effacer : Étiquette" }).first().click();
  await expect(cards).toHaveCount(1);
  await page.getByRole("button", { name: "Annuler" }).click();
  await expect(cards).toHaveCount(2);
});
