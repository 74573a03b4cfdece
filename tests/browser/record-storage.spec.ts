// Storage that is full, missing, damaged or newer: nothing is lost, and there is always a sentence.
import { type Page } from "@playwright/test";
import { readFile } from "node:fs/promises";
import { expect, expectAccessible, picture, test } from "./fabrique";
import { comeIn, enveloped, expectSaved, goToMyData, journal, nameField, personPart, putInJournal } from "./record";

const state = (page: Page) => page.locator(".saved");
const notice = (page: Page) => page.locator(".saved-notice");

async function takenCopy(page: Page): Promise<string> {
  const download = page.waitForEvent("download");
  await page.getByRole("button", { name: "Prendre une copie" }).first().click();
  return readFile(await (await download).path(), "utf8");
}

/** Makes things of the browser missing, before the page begins. */
async function without(page: Page, ...things: ("indexedDB" | "localStorage" | "BroadcastChannel" | "crypto")[]) {
  await page.addInitScript((things) => {
    for (const thing of things) {
      Object.defineProperty(window, thing, {
        get() {
          if (thing === "localStorage") throw new DOMException("refused by policy", "SecurityError");
          return undefined;
        },
      });
    }
  }, things);
}

test("without IndexedDB the small store is used, and says that it is frail", async ({ page }) => {
  await without(page, "indexedDB");
  await page.goto("");
  await page.getByLabel("Ton prénom ou un surnom").fill("Awa");
  await page.getByRole("button", { name: "C’est parti" }).click();
  await expect(state(page)).toHaveAttribute("data-state", "saved-frailly");
  await page.reload();
  await goToMyData(page);
  await expect(page.locator(".first-name")).toHaveText("Awa");
  await expect(page.getByText("Ce navigateur garde peu et peut oublier.")).toBeVisible();
});

test("without localStorage the journal is enough", async ({ page }) => {
  await without(page, "localStorage", "BroadcastChannel", "crypto");
  await comeIn(page, "Awa");
  await page.reload();
  await expect(page.locator(".first-name")).toHaveText("Awa");
});

test("without any storage one can work, and is told to take a copy", async ({ page }) => {
  await without(page, "indexedDB", "localStorage");
  await page.goto("");
  await expect(notice(page)).toHaveText(/ne garde rien/);
  await page.getByLabel("Ton prénom ou un surnom").fill("Awa");
  await page.getByRole("button", { name: "C’est parti" }).click();
  await expect(state(page)).toHaveAttribute("data-state", "not-saved");
  await expect(page.locator(".first-name")).toHaveText("Awa");
  expect(await takenCopy(page)).toContain('"Awa"');
  await expectAccessible(page);
  await picture(page, "not-saved");
});

test("a journal that is full keeps what it had, says so, and saves once there is room", async ({ page }) => {
  // Chromium's quota is the size of the disk, and its override for tests does nothing: what it does when the disk is
  // full (the transaction aborts, its error says why) is done here in its place.
  await page.addInitScript(() => {
    const commit = IDBTransaction.prototype.commit;
    IDBTransaction.prototype.commit = function () {
      if ((window as unknown as { isFull?: boolean }).isFull) {
        Object.defineProperty(this, "error", { value: new DOMException("", "QuotaExceededError") });
        this.abort();
      } else {
        commit.call(this);
      }
    };
  });
  const setFull = (isFull: boolean) => page.evaluate((isFull) => void Object.assign(window, { isFull }), isFull);
  await comeIn(page, "Awa");
  await goToMyData(page);
  const before = (await journal(page))[await personPart(page)];
  await setFull(true);
  await nameField(page).fill("Awa B.");
  await expect(notice(page)).toHaveText(/plus de place.*copie/);
  await expect(state(page)).toHaveAttribute("data-state", "not-saved");
  expect((await journal(page))[await personPart(page)]).toBe(before);
  await nameField(page).fill("Awa C.");
  await expect(page.locator(".first-name")).toHaveText("Awa C.");
  expect(await takenCopy(page)).toContain('"Awa C."');
  await expectAccessible(page);
  await setFull(false);
  await expect(notice(page)).toHaveCount(0);
  await expectSaved(page);
  await page.reload();
  await expect(page.locator(".first-name")).toHaveText("Awa C.");
});

test("a small store that is full keeps what it had and says so", async ({ page }) => {
  await without(page, "indexedDB");
  await page.goto("");
  await page.getByLabel("Ton prénom ou un surnom").fill("Awa");
  await page.getByRole("button", { name: "C’est parti" }).click();
  await expect(state(page)).toHaveAttribute("data-state", "saved-frailly");
  // Another page of this site took all the room there is.
  await page.evaluate(() => {
    for (let size = 4 * 1024 * 1024; size >= 1; size = Math.floor(size / 2)) {
      try {
        localStorage.setItem(`filling-${size}`, "x".repeat(size));
      } catch {
        // Half as much, then.
      }
    }
  });
  await goToMyData(page);
  await nameField(page).fill("Awa, a much longer name");
  await expect(notice(page)).toHaveText(/plus de place.*copie/);
  await page.reload();
  await expect(page.locator(".first-name")).toHaveText("Awa");
});

test("a record cut in half is set aside, the other copy is used, and the half can be downloaded", async ({ page }) => {
  await comeIn(page, "Awa");
  await goToMyData(page);
  const part = await personPart(page);
  const text = (await journal(page))[part];
  const half = text.slice(0, text.length / 2);
  await putInJournal(page, part, half);
  await page.reload();
  await expect(page.locator(".first-name")).toHaveText("Awa");
  await expect(page.locator("section.damaged")).toContainText("Un morceau n’a pas pu être lu.");
  await expect(notice(page)).toContainText("mis de côté");
  await expectAccessible(page);
  await picture(page, "damaged");
  const download = page.waitForEvent("download");
  await page.getByRole("button", { name: "Télécharger" }).click();
  expect(await readFile(await (await download).path(), "utf8")).toBe(half);
  // Whole again, without anyone doing anything.
  await expect.poll(async () => (await journal(page))[part]).toBe(text);
  await page.getByRole("button", { name: "Jeter" }).click();
  await page.getByRole("button", { name: "Oui, jeter" }).click();
  await expect(page.getByText("Un morceau n’a pas pu être lu.")).toHaveCount(0);
  await page.reload();
  await expect(page.locator(".first-name")).toHaveText("Awa");
  await expect(page.getByText("Un morceau n’a pas pu être lu.")).toHaveCount(0);
});

test("a mirror that is damaged does no harm", async ({ page }) => {
  await comeIn(page, "Awa");
  await goToMyData(page);
  const part = await personPart(page);
  await page.evaluate((name) => localStorage.setItem(`fab.v1/${name}`, '{"format":"fabrique/record","ver'), part);
  await page.reload();
  await expect(page.locator(".first-name")).toHaveText("Awa");
  await expect(page.locator("section.damaged")).toContainText("Un morceau n’a pas pu être lu.");
  await expect(notice(page)).toContainText("mis de côté");
});

test("data of a newer Fabrique are shown to nobody, changed by nobody, and a sentence says what to do", async ({ page }) => {
  await comeIn(page, "Awa");
  await goToMyData(page);
  const part = await personPart(page);
  const newer = enveloped(9, '{"folk":[]}');
  await putInJournal(page, part, newer);
  // An old tab that is open.
  await nameField(page).fill("Awa B.");
  await expect(notice(page)).toHaveText(/plus récente.*Recharge/);
  await expect(notice(page).getByRole("button", { name: "Recharger" })).toBeVisible();
  expect((await journal(page))[part]).toBe(newer);
  // One that is opened later.
  await page.reload();
  await expect(notice(page)).toHaveText(/plus récente/);
  await page.waitForTimeout(1_500);
  expect((await journal(page))[part]).toBe(newer);
});
