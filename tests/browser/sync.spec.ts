// Work in a shared folder: sent, taken in elsewhere, kept through every fault, erased for ever.
import { expect, expectAccessible, picture, test } from "./fabrique";
import { comeIn, nameField } from "./record";
import { SharedFolder, computer, expectSent, giveCode, sendNow } from "./shared-folder";

let folder: SharedFolder;
test.beforeEach(async () => {
  folder = await SharedFolder.open();
});
test.afterEach(async () => folder.close());

test("a person is the same on a second computer by the same code", async ({ browser }) => {
  const code = folder.code();
  const one = await computer(browser, folder.home);
  await comeIn(one.page, "Awa");
  await giveCode(one.page, code);
  await expectSent(one.page);
  expect(folder.files(code).filter((file) => file.startsWith("progress/"))).toHaveLength(1);
  await expectAccessible(one.page);
  await picture(one.page, "sending");

  const two = await computer(browser, folder.home);
  await two.page.goto("");
  await giveCode(two.page, code.toUpperCase().replaceAll(" ", "  "));
  await expect(two.page.getByText("Ce dossier est celui de Awa.")).toBeVisible();
  await two.page.getByRole("button", { name: "Oui, c’est moi" }).click();
  await expectSent(two.page);
  await expect(nameField(two.page)).toHaveValue("Awa");

  await nameField(two.page).fill("Awa B.");
  await expectSent(two.page);
  await sendNow(one.page);
  await expect(nameField(one.page)).toHaveValue("Awa B.");
  one.watch.check();
  two.watch.check();
});
