// Blocks with the mouse: dragged, clicked into place without dragging, numbers typed, undone.
import { expect, expectAccessible, picture, test } from "./fabrique";
import { Bench, LAMP, openProgram } from "./blocks";

test("a block dragged from the shelf snaps in, and one undo takes it out", async ({ page }) => {
  await openProgram(page, LAMP);
  const bench = new Bench(page);
  await bench.openShelf("Temps");
  const { x, y } = (await bench.word("changer la lumière de").boundingBox())!;
  // The shelf lies over the program; its block is dropped where the words of the next block begin.
  await bench.drag(bench.onShelf("attendre"), { x: x + 30, y: y + 55 });
  await bench.expectText(`toujours
  répéter 100 fois
    changer la lumière de 1 %
    attendre 500 ms
    attendre 20 ms`);
  await page.getByRole("button", { name: "Annuler" }).click();
  await bench.expectText(LAMP);
  await page.getByRole("button", { name: "Refaire" }).click();
  await expect(page.getByRole("button", { name: "Refaire" })).toBeDisabled();
});

test("a block dragged to the toolbox is taken away", async ({ page }) => {
  await openProgram(page, LAMP);
  const bench = new Bench(page);
  const toolbox = (await page.locator(".blocklyToolbox").boundingBox())!;
  await bench.drag(bench.word("attendre"), { x: toolbox.x + 40, y: toolbox.y + 200 });
  await bench.expectText(`toujours
  répéter 100 fois
    changer la lumière de 1 %`);
});

test("0,5 typed is a half", async ({ page }) => {
  await openProgram(page, "toujours\n  attendre 1 s");
  const bench = new Bench(page);
  const type = async (shown: string, keys: string) => {
    await bench.press(bench.number(shown));
    await page.keyboard.press("Control+a");
    await page.keyboard.type(keys);
    await page.keyboard.press("Enter");
  };
  await type("1", "0,5");
  await bench.expectText("toujours\n  attendre 0,5 s");
  await type("0,5", "2.25");
  await bench.expectText("toujours\n  attendre 2,25 s");
  // What is no number changes nothing; what is too much becomes the most.
  await type("2,25", "beaucoup");
  await bench.expectText("toujours\n  attendre 2,25 s");
  await type("2,25", "99999");
  await bench.expectText("toujours\n  attendre 3600 s");
});

test("without dragging: click a shelf block, click its place", async ({ page }) => {
  await openProgram(page, LAMP);
  const bench = new Bench(page);
  await bench.openShelf("Lumière");
  await bench.press(bench.onShelf("régler la lumière"));
  await expect(page.getByText("Touche l’endroit où poser")).toBeVisible();
  await expect(bench.places()).toHaveText(["avant répéter", "dans répéter", "dans répéter", "dans répéter", "après répéter", "à côté"]);
  await expectAccessible(page);
  await picture(page, "blocks-in-hand");
  await bench.places().nth(4).click();
  await bench.expectText(`${LAMP}\n  régler la lumière à 50 %`);
  await page.getByRole("button", { name: "Annuler" }).click();
  await bench.expectText(LAMP);
});

test("a value goes only where it fits", async ({ page }) => {
  await openProgram(page, "toujours\n  si ? alors\n    attendre 1 s", ["si vrai alors", "attendre 1 s"]);
  const bench = new Bench(page);
  await bench.openShelf("Logique");
  await bench.press(bench.onShelf("vrai"));
  await expect(bench.places()).toHaveCount(2);
  await bench.places().first().click();
  await bench.expectText("toujours\n  si vrai alors\n    attendre 1 s");
});

test("a clicked block says what can be done with it", async ({ page }) => {
  await openProgram(page, LAMP);
  const bench = new Bench(page);
  await bench.press(bench.word("changer la lumière de"));
  await expectAccessible(page);
  await bench.action("Dupliquer");
  await bench.expectText(LAMP.replace("    attendre", "    changer la lumière de 1 %\n    attendre"));
  await page.getByRole("button", { name: "Annuler" }).click();
  await bench.press(bench.word("changer la lumière de"));
  await bench.action("Enlever");
  await bench.expectText("toujours\n  répéter 100 fois\n    attendre 20 ms");
  await page.getByRole("button", { name: "Annuler" }).click();
  await bench.press(bench.word("changer la lumière de"));
  await bench.action("Déplacer");
  await page.getByRole("button", { name: "dans toujours, après répéter" }).click();
  await bench.expectText("toujours\n  répéter 100 fois\n    attendre 20 ms\n  changer la lumière de 1 %");
});

test("si grows by sinon si and sinon, and shrinks again", async ({ page }) => {
  await openProgram(page, "toujours\n  si vrai alors\n    attendre 1 s");
  const bench = new Bench(page);
  await bench.press(page.getByRole("button", { name: "Ajouter à ce bloc" }));
  await bench.action("Ajouter «\u00a0sinon\u00a0»");
  await bench.press(bench.word("si"));
  await bench.action("Ajouter «\u00a0sinon si\u00a0»");
  await bench.expectText("toujours\n  si vrai alors\n    attendre 1 s\n  sinon si ? alors\n  sinon");
  await bench.press(bench.word("si"));
  await bench.action("Enlever «\u00a0sinon si\u00a0»");
  await page.getByRole("button", { name: "Annuler" }).click();
  await page.getByRole("button", { name: "Annuler" }).click();
  await bench.expectText("toujours\n  si vrai alors\n    attendre 1 s\n  sinon");
});

test("a running block is ringed, its loop says the round; the marks go with the run", async ({ page }) => {
  await openProgram(page, LAMP);
  await page.getByRole("button", { name: "Démarrer" }).click();
  await expect(page.locator(".blocks-ring[data-kind=running]").first()).toBeAttached();
  await expect(page.locator(".blocks-mark[data-kind=running]").first()).toBeAttached();
  await expect(page.locator(".blocks-mark[data-kind=turn]")).toContainText(/tour \d+/);
  await page.getByRole("button", { name: "Pause" }).click();
  await picture(page, "blocks-running");
  // A mark follows its block through an edit.
  const bench = new Bench(page);
  await bench.press(bench.number("20"));
  await page.keyboard.type("3000");
  await page.keyboard.press("Enter");
  await expect(page.locator(".blocks-ring[data-kind=running]")).toHaveCount(0);
});
