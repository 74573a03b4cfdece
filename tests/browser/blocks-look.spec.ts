// Light, dark and English; what the workspace looks like and whether everyone can use it.
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, expectAccessible, go, picture, screen, SCREENS, test } from "./fabrique";
import { Bench, LAMP, openProgram } from "./blocks";

for (const one of SCREENS) {
  test.describe(one.name, () => {
    test.use(screen(one));

    test("light and dark, axe finds nothing", async ({ page }) => {
      await openProgram(page, LAMP);
      await picture(page, "blocks-light");
      await expectAccessible(page);
      await page.evaluate(() => (document.documentElement.dataset.theme = "dark"));
      await expect(page.locator(".blocklySvg").last()).toHaveCSS("background-color", "rgb(24, 33, 45)");
      await picture(page, "blocks-dark");
      await expectAccessible(page);
      await page.getByRole("button", { name: "Texte", exact: true }).click();
      await picture(page, "blocks-text-dark");
      await expectAccessible(page);
    });
  });
}

test("English: the same program with English words", async ({ page }) => {
  await openProgram(page, LAMP.replace("20", "0,5"));
  await new Bench(page).expectText(LAMP.replace("20", "0,5"));
  await go(page, "#/moi");
  await page.getByRole("radio", { name: "English" }).check({ force: true });
  await go(page, "#/lecon/essai/essayer");
  await expect(page.locator(".blocklyText", { hasText: "repeat" })).toBeVisible();
  await expect(page.locator(".blocklyNumberField", { hasText: "0.5" })).toBeVisible();
  await expect(page.getByRole("button", { name: "Undo" })).toBeVisible();
  await page.getByRole("button", { name: "Text", exact: true }).click();
  await expect(page.locator(".blocks-text li").nth(1)).toContainText("repeat 100 times");
});

test("no word of Blockly's core is left in English", async ({ page }) => {
  await openProgram(page, LAMP);
  const [core, french] = await Promise.all(["blockly_compressed.js", "msg/fr.js"].map((file) => readFile(join("node_modules/blockly", file), "utf8")));
  const untranslated = [...french.matchAll(/Msg\["(\w+)"\] = "(.*)";  \/\/ untranslated/g)].map(([, key, text]) => ({ key, text }));
  expect(untranslated.length).toBeGreaterThan(0);
  const said = await page.evaluate(() => (window as any).Blockly.Msg as Record<string, string>);
  // Words that are the same in both languages.
  const same = ["image"];
  const left = untranslated
    .filter(({ key, text }) => new RegExp(`[^A-Z_]${key}[^A-Z_]`).test(core) && said[key] === text && /[a-z]{2}/.test(text) && !same.includes(text))
    .map(({ key }) => key);
  expect(left).toEqual([]);
});
