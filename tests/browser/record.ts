// Coming in, and looking into what the browser keeps.
import { type Page, expect } from "@playwright/test";

/** The texts of the journal, by name. */
export async function journal(page: Page): Promise<Record<string, string>> {
  return page.evaluate(
    () =>
      new Promise<Record<string, string>>((resolve, reject) => {
        const opening = indexedDB.open("fabrique");
        opening.onerror = () => reject(opening.error);
        opening.onsuccess = () => {
          const database = opening.result;
          const texts: Record<string, string> = {};
          const cursor = database.transaction("texts").objectStore("texts").openCursor();
          cursor.onerror = () => reject(cursor.error);
          cursor.onsuccess = () => {
            if (cursor.result) {
              texts[String(cursor.result.key)] = cursor.result.value;
              cursor.result.continue();
            } else {
              database.close();
              resolve(texts);
            }
          };
        };
      }),
  );
}

/** Puts a text into the journal, or takes it out. */
export async function putInJournal(page: Page, name: string, text: string) {
  await page.evaluate(
    ([name, text]) =>
      new Promise<void>((resolve, reject) => {
        const opening = indexedDB.open("fabrique");
        opening.onerror = () => reject(opening.error);
        opening.onsuccess = () => {
          const transaction = opening.result.transaction("texts", "readwrite");
          transaction.objectStore("texts").put(text, name);
          transaction.onabort = () => reject(transaction.error);
          transaction.oncomplete = () => {
            opening.result.close();
            resolve();
          };
        };
      }),
    [name, text],
  );
}

/** The name of the only person's part. */
export async function personPart(page: Page): Promise<string> {
  const names = Object.keys(await journal(page)).filter((name) => name.startsWith("person/"));
  expect(names).toHaveLength(1);
  return names[0];
}

/** Someone comes for the first time. */
export async function comeIn(page: Page, name: string) {
  await page.goto("");
  await page.getByLabel("Ton prénom ou un surnom").fill(name);
  await page.getByRole("button", { name: "C’est parti" }).click();
  await expectSaved(page);
}

/** Goes to "my data". */
export async function goToMyData(page: Page) {
  await page.goto("#/moi");
  await expect(page.getByRole("heading", { name: "Mes données" })).toBeVisible();
}

/** The page says that everything is saved. */
export async function expectSaved(page: Page) {
  await expect(page.locator(".saved")).toHaveAttribute("data-state", "saved");
}

/** The field of my name. */
export function nameField(page: Page) {
  return page.getByLabel("Mon prénom ou un surnom");
}

/** A record of another format, right in itself: `checksum` as the format says, written here a second time. */
export function enveloped(version: number, data: string): string {
  const text = `fabrique/record\n${version}\n${version}\ndevice\n1\n${data}`;
  let sum = 0xcbf29ce484222325n;
  for (const byte of new TextEncoder().encode(text)) {
    sum = ((sum ^ BigInt(byte)) * 0x100000001b3n) & 0xffffffffffffffffn;
  }
  const checksum = `fnv1a64:${sum.toString(16).padStart(16, "0")}`;
  return `{"format":"fabrique/record","version":${version},"min_reader":${version},"device":"device","lamport":1,"checksum":"${checksum}"${version > 1 ? `,"length":${new TextEncoder().encode(data).length}` : ""},"data":${data}}`;
}
