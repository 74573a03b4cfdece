// "My data": see, copy, bring, erase; who is here; how one likes to read.
import { readFile, writeFile } from "node:fs/promises";
import { SCREENS, expect, expectAccessible, picture, screen, test } from "./fabrique";
import { comeIn, enveloped, expectSaved, goToMyData, journal, nameField } from "./record";

for (const one of SCREENS) {
  test.describe(one.name, () => {
    test.use(screen(one));

    test("my data can be seen and used by everyone", async ({ page }) => {
      await comeIn(page, "Awa");
      await goToMyData(page);
      await expectAccessible(page);
      await picture(page, "my-data");
      await page.getByRole("radio", { name: "Sombre" }).check();
      await expect(page.locator("html")).toHaveAttribute("data-theme", "dark");
      await expectAccessible(page);
      await picture(page, "my-data-dark");
      await page.getByRole("radio", { name: "200" }).check();
      await page.getByRole("radio", { name: "Très grands" }).check();
      const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      expect(overflow).toBeLessThanOrEqual(0);
      await picture(page, "my-data-200");
      await page.reload();
      await expect(page.locator("html")).toHaveAttribute("data-text-size", "200");
    });
  });
}

test("a name, a tool and a language are kept", async ({ page }) => {
  await comeIn(page, "");
  await goToMyData(page);
  await expect(page.locator(".first-name")).toHaveText("Rabot");
  await nameField(page).pressSequentially("Jean Luc");
  await page.getByRole("radio", { name: "Équerre" }).check();
  await page.getByRole("radio", { name: "English" }).check();
  await expect(page.getByRole("heading", { name: "My data" })).toBeVisible();
  await expectSaved(page);
  await page.reload();
  await expect(page.locator(".first-name")).toHaveText("Jean Luc");
  await expect(page.locator(".me img")).toHaveAttribute("src", /set-square/);
  await expect(page.getByRole("heading", { name: "My data" })).toBeVisible();
});

test("two people share a computer", async ({ page }) => {
  await comeIn(page, "Awa");
  await goToMyData(page);
  await page.getByRole("button", { name: "Quelqu’un d’autre" }).click();
  await comeIn(page, "Sami");
  await goToMyData(page);
  await expect(page.locator(".first-name")).toHaveText("Sami");
  await page.getByRole("button", { name: "C’est moi, Awa" }).click();
  await expect(page.locator(".first-name")).toHaveText("Awa");
  await expect(nameField(page)).toHaveValue("Awa");
  await page.reload();
  await expect(page.locator(".first-name")).toHaveText("Awa");
});

for (const one of SCREENS) {
  test.describe(one.name, () => {
    test.use(screen(one));

    test("on a shared computer one who comes back finds themselves, and their work", async ({ page }) => {
      await comeIn(page, "Awa");
      await page.goto("#/lecon/blinking-led");
      await expect(page.locator(".lesson-page")).toHaveAttribute("data-step", /./);
      await expectSaved(page);
      await goToMyData(page);
      await page.getByRole("button", { name: "Quelqu’un d’autre" }).click();
      await expect(page.getByRole("heading", { name: "Qui est là" })).toBeVisible();
      await comeIn(page, "Sami");
      await goToMyData(page);
      await page.getByRole("button", { name: "Quelqu’un d’autre" }).click();
      await expect(page.getByRole("heading", { name: "Qui est là" })).toBeVisible();
      await page.reload();
      await expect(page.getByRole("button", { name: "Sami C’est moi" })).toBeVisible();
      await picture(page, "who-is-here");
      await expectAccessible(page);
      await page.getByRole("button", { name: "Awa C’est moi" }).click();
      await expect(page.locator(".first-name")).toHaveText("Awa");
      await expect(page.locator(".lesson-key")).toHaveText(/Continuer/);
    });

    test("a copy can be opened before anyone came", async ({ page }) => {
      await page.goto("");
      await picture(page, "first-visit");
      await page.getByRole("link", { name: "Ouvrir une copie" }).click();
      await expect(page.getByLabel("Ouvrir une copie")).toBeAttached();
    });
  });
}

test("a copy is taken, everything is erased, and the copy is brought to another computer", async ({ page, browser }) => {
  await comeIn(page, "Awa");
  await goToMyData(page);
  const download = page.waitForEvent("download");
  await page.getByRole("button", { name: "Prendre une copie" }).click();
  const copy = await download;
  expect(copy.suggestedFilename()).toMatch(/^Awa-\d{4}-\d\d-\d\d\.fabrique\.json$/);
  const text = await readFile(await copy.path(), "utf8");
  expect(text).toContain('"Awa"');
  expect(text.split("\n").length).toBeGreaterThan(10);

  const other = await browser.newPage({ baseURL: page.url().split("#")[0], locale: "fr-FR" });
  await comeIn(other, "Sami");
  await goToMyData(other);
  const file = { name: copy.suggestedFilename(), mimeType: "application/json", buffer: Buffer.from(text) };
  await other.getByLabel("Ouvrir une copie").setInputFiles(file);
  await expect(other.getByText("Awa arrive")).toBeVisible();
  // Looked at, nothing is changed yet.
  await expect(other.getByRole("button", { name: "C’est moi, Awa" })).toHaveCount(0);
  await other.getByRole("button", { name: "Ajouter" }).click();
  await expect(other.getByText("C’est ajouté.")).toBeVisible();
  await other.getByRole("button", { name: "C’est moi, Awa" }).click();
  await expect(other.locator(".first-name")).toHaveText("Awa");
  await other.getByLabel("Ouvrir une copie").setInputFiles(file);
  await expect(other.getByText("Tout ce qu’elle contient est déjà ici.")).toBeVisible();

  // Erasing takes two taps, and a copy does not bring back what was erased.
  await other.getByRole("button", { name: "Effacer mes données" }).click();
  await other.getByRole("button", { name: "Garder", exact: true }).click();
  await expect(other.locator(".first-name")).toHaveText("Awa");
  await other.getByRole("button", { name: "Effacer mes données" }).click();
  await other.getByRole("button", { name: "Oui, effacer pour toujours" }).click();
  await expect(other.getByRole("button", { name: "C’est moi, Awa" })).toHaveCount(0);
  await expect(other.getByRole("button", { name: "C’est moi, Sami" })).toBeVisible();
  await other.getByLabel("Ouvrir une copie").setInputFiles(file);
  await expect(other.getByText("Awa a tout effacé ici")).toBeVisible();
  await expect.poll(async () => JSON.stringify(await journal(other))).not.toContain("Awa");
  await other.close();
});

test("emptying a shared computer leaves nothing, in any tab, and a copy brings it back", async ({ page, context }) => {
  await comeIn(page, "Awa");
  await goToMyData(page);
  const download = page.waitForEvent("download");
  await page.getByRole("button", { name: "Prendre une copie" }).click();
  const copy = await (await download).path();
  const second = await context.newPage();
  await goToMyData(second);
  await expect(second.locator(".first-name")).toHaveText("Awa");

  await page.getByRole("button", { name: "Vider cet appareil" }).click();
  await page.getByRole("button", { name: "Oui, vider cet appareil" }).click();
  for (const tab of [page, second]) await expect(tab.getByText("Personne n’est encore venu ici.")).toBeVisible();
  expect(JSON.stringify(await journal(page))).not.toContain("Awa");
  expect(await page.evaluate(() => JSON.stringify(Object.entries(localStorage)))).not.toContain("Awa");

  await page.getByLabel("Ouvrir une copie").setInputFiles(copy);
  await page.getByRole("button", { name: "Ajouter" }).click();
  await expect(page.locator(".first-name")).toHaveText("Awa");
});

test("a file that is no copy, is damaged, newer or too large is refused with a sentence", async ({ page }, testInfo) => {
  await comeIn(page, "Awa");
  await goToMyData(page);
  const before = await journal(page);
  const download = page.waitForEvent("download");
  await page.getByRole("button", { name: "Prendre une copie" }).click();
  const copy = await readFile(await (await download).path());
  const bring = async (bytes: Buffer, sentence: RegExp) => {
    const file = testInfo.outputPath("copy.json");
    await writeFile(file, bytes);
    await page.getByLabel("Ouvrir une copie").setInputFiles(file);
    await expect(page.locator(".told[data-state=refused]")).toHaveText(sentence);
  };
  await bring(Buffer.from("bonjour"), /n’est pas une copie de Fabrique.*Choisis/);
  await bring(Buffer.from([0xff, 0xd8, 0xff, 0xe0]), /n’est pas une copie de Fabrique/);
  await bring(Buffer.alloc(0), /est vide/);
  await bring(copy.subarray(0, copy.length / 2), /Il manque un morceau.*Rien n’a changé/);
  await bring(Buffer.from(copy.toString().replace("Awa", "Awo")), /Il manque un morceau/);
  await bring(Buffer.from(enveloped(9, '{"folk":[]}')), /plus récente.*Recharge/);
  await bring(Buffer.alloc(50 * 1024 * 1024, "{"), /fait 50.Mo.*moins de 32.Mo/);
  await expectSaved(page);
  expect(await journal(page)).toEqual(before);
});
