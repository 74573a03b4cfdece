// Blocks on a phone: tap a block, tap its place.
import { expect, expectAccessible, picture, screen, SCREENS, test } from "./fabrique";
import { Bench, LAMP, openProgram } from "./blocks";

test.use(screen(SCREENS[1]));

const SMALL = LAMP.split("\n").slice(0, 3).join("\n");

test("a block is tapped on its shelf and put by a tap", async ({ page }) => {
  await openProgram(page, SMALL);
  const bench = new Bench(page, true);
  await picture(page, "blocks");
  await bench.openShelf("Temps");
  await picture(page, "blocks-shelf");
  await expectAccessible(page);
  await bench.press(bench.onShelf("attendre"));
  await picture(page, "blocks-in-hand");
  await expectAccessible(page);
  const boxes = await bench.places().evaluateAll((places) => places.map((place) => place.getBoundingClientRect().toJSON()));
  for (const { width, height } of boxes) expect(Math.min(width, height)).toBeGreaterThanOrEqual(43.9);
  boxes.forEach((one, index) => {
    for (const other of boxes.slice(index + 1)) expect(one.bottom <= other.top + 0.5 || one.right <= other.left).toBe(true);
  });
  await bench.places().nth(2).tap();
  await bench.expectText(`${SMALL}\n    attendre 500 ms`);
  await page.getByRole("button", { name: "Annuler" }).tap();
  await bench.expectText(SMALL);
});

test("what is in hand can be laid down", async ({ page }) => {
  await openProgram(page, SMALL);
  const bench = new Bench(page, true);
  await bench.openShelf("Temps");
  await bench.press(bench.onShelf("attendre"));
  await bench.action("Laisser");
  await expect(bench.places()).toHaveCount(0);
  await bench.expectText(SMALL);
});

test("a tapped block is moved, changed and taken away", async ({ page }) => {
  await openProgram(page, LAMP);
  const bench = new Bench(page, true);
  await bench.press(bench.word("changer la lumière de"));
  await bench.action("Déplacer");
  await page.getByRole("button", { name: "dans toujours, après répéter" }).tap();
  await bench.expectText("toujours\n  répéter 100 fois\n    attendre 20 ms\n  changer la lumière de 1 %");
  await bench.press(bench.word("attendre"));
  await bench.action("Modifier");
  await expect(page.getByRole("textbox", { name: "attendre 20 ms" })).toHaveAttribute("inputmode", "numeric");
  await page.keyboard.type("30");
  await page.keyboard.press("Enter");
  await bench.press(bench.word("changer la lumière de"));
  await bench.action("Enlever");
  await bench.expectText("toujours\n  répéter 100 fois\n    attendre 30 ms");
});
