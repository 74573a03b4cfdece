// A participant on two computers without a network, a trainer, a conflict on a drawing, the laser's computer; then the
// participant is erased, and stays erased.
import { DrawingBench } from "./drawing";
import { SCREENS, expect, expectAccessible, go, picture, test } from "./fabrique";
import { comeIn } from "./record";
import { SharedFolder, computer, expectSent, giveCode, sendNow } from "./shared-folder";

let folder: SharedFolder;
test.beforeEach(async () => {
  folder = await SharedFolder.open();
});
test.afterEach(async () => folder.close());

test("two computers apart for a day, a trainer, a conflict on a drawing, the laser; then erased for ever", async ({ browser }) => {
  test.setTimeout(300_000);
  const [code, trainerCode] = [folder.code(), folder.code("trainer")];
  const one = await computer(browser, folder.home);
  const two = await computer(browser, folder.home);
  for (const { watch } of [one, two]) watch.expects(/net::ERR|Failed to fetch/);
  await comeIn(one.page, "Awa");
  await giveCode(one.page, code);
  await expectSent(one.page);
  await two.page.goto("");
  await giveCode(two.page, code);
  await two.page.getByRole("button", { name: "Oui, c’est moi" }).click();
  await expectSent(two.page);

  // Both open the same drawing, then the network goes.
  const benches = [one, two].map(({ page }) => new DrawingBench(page));
  for (const [number, { page }] of [one, two].entries()) {
    await go(page, "#/dessin/plaque");
    await expect(benches[number].sheet).toBeVisible({ timeout: 20_000 });
  }
  folder.fault = { kind: "reset" };
  await benches[0].take("Rectangle");
  await benches[0].drag([10, 12], [50, 30]);
  await benches[1].take("Cercle");
  await benches[1].touchAt(40, 25);
  for (const { page } of [one, two]) {
    await expect(page.locator(".saved")).toHaveAttribute("data-state", "saved");
    await expect(page.locator(".sent")).toHaveAttribute("data-state", "not-sent", { timeout: 60_000 });
  }

  // A day later.
  folder.fault = null;
  for (const { page } of [one, two]) {
    await sendNow(page);
    await expectSent(page);
  }
  const texts = () => folder.requests.filter((asked) => /^GET .*\/docs\/.*\/rev\//.test(asked)).length;
  const before = texts();
  await sendNow(one.page);
  await expect.poll(texts, { timeout: 30_000 }).toBeGreaterThan(before);
  await expectSent(one.page);
  await go(one.page, "#/");
  await go(one.page, "#/dessin/plaque");
  const versions = one.page.locator(".versions > ul > li");
  await expect(versions).toHaveCount(2);
  await picture(one.page, "sync-two-versions");
  await versions.first().getByRole("button", { name: "Continuer celle-ci" }).click();
  await expect(benches[0].sheet).toBeVisible();
  await benches[0].field("Nom du dessin").fill("Ma plaque");
  await benches[0].field("Nom du dessin").press("Tab");
  await expectSent(one.page);

  // The laser's computer opens what is published.
  await one.page.getByRole("tab", { name: "Fichier" }).click();
  await one.page.getByRole("button", { name: "Enregistrer le SVG" }).click();
  await expect
    .poll(() => folder.files(code).filter((file) => /^published\/awa.*\.svg$/.test(file)), { timeout: 30_000 })
    .toHaveLength(1);
  const [published] = folder.files(code).filter((file) => file.startsWith("published/"));
  expect(folder.read(code, published)).toContain("<svg");

  // The trainer sees who is where.
  const trainer = await computer(browser, folder.home);
  await trainer.page.goto("#/classe");
  await trainer.page.getByLabel("Code du formateur (six mots)").fill(trainerCode);
  await trainer.page.getByRole("button", { name: "Lire le dossier" }).click();
  await expect(trainer.page.getByRole("rowheader", { name: /^Awa/ })).toBeVisible();
  await expectAccessible(trainer.page);
  await picture(trainer.page, "class");
  await trainer.page.setViewportSize(SCREENS[1]);
  await expectAccessible(trainer.page);
  await picture(trainer.page, "class");

  // Erased here, while the other computer is away: it brings nothing back.
  folder.fault = null;
  await two.context.setOffline(true);
  await go(one.page, "#/moi");
  await one.page.getByRole("button", { name: "Effacer mes données" }).click();
  await one.page.getByRole("button", { name: "Oui, effacer pour toujours" }).click();
  await expect.poll(() => folder.files(code), { timeout: 60_000 }).toEqual(["erased.json"]);
  await two.context.setOffline(false);
  await sendNow(two.page);
  await expect(two.page.locator("header .me")).toHaveCount(0, { timeout: 60_000 });
  expect(folder.files(code)).toEqual(["erased.json"]);
  await two.page.reload();
  await expect(two.page.locator("header .me")).toHaveCount(0);
  for (const { watch } of [one, two, trainer]) watch.check();
});
