// The main job, as a person does it: home, a lesson, a program that does not pass yet, the message, the right one,
// passed, and tomorrow everything is still there. With the mouse, by taps without dragging, by keyboard alone.
import type { Locator, Page } from "@playwright/test";
import { Bench } from "./blocks";
import { SCREENS, arrive, expect, expectAccessible, picture, screen, test } from "./fabrique";

/** How a person acts: what differs between mouse, taps and keys. */
interface Hands {
  /** Acts on a button or link. */
  act(name: string | RegExp): Promise<void>;
  /** Chooses an answer. */
  choose(label: string): Promise<void>;
  /** Puts a block of a shelf behind a block of the program, or into it when it is a hat. */
  put(block: string, shelf: string, after: string, place: RegExp): Promise<void>;
}

const control = (page: Page, name: string | RegExp) =>
  page.getByRole("button", { name }).or(page.getByRole("link", { name })).first();

const box = async (place: Locator) => (await place.boundingBox())!;

/** The outline of the block that bears some words. */
const outline = (word: Locator) =>
  word.locator("xpath=ancestor::*[contains(@class,'blocklyDraggable')][1]/*[contains(@class,'blocklyPath')]");

function mouse(page: Page): Hands {
  const bench = new Bench(page);
  return {
    act: (name) => control(page, name).click(),
    choose: (label) => page.getByText(label, { exact: true }).click(),
    async put(block, shelf, after) {
      await bench.openShelf(shelf);
      const word = bench.onShelf(block.split(" ")[0]);
      const [hold, from, above, behind] = [await box(word), await box(outline(word)), await box(bench.word(after)), await box(outline(bench.word(after)))];
      // Into a hat: under its words, one step in; behind another block: at its foot.
      const isHat = behind.height > 90;
      const corner = isHat ? { x: behind.x + 16, y: above.y + above.height + 14 } : { x: behind.x, y: behind.y + behind.height - 6 };
      await bench.drag(word, {
        x: corner.x + hold.x + hold.width / 2 - from.x + 4,
        y: corner.y + hold.y + hold.height / 2 - from.y + 4,
      });
    },
  };
}

function taps(page: Page): Hands {
  const bench = new Bench(page, true);
  return {
    act: (name) => control(page, name).tap(),
    choose: (label) => page.getByText(label, { exact: true }).tap(),
    async put(block, shelf, _after, place) {
      await bench.openShelf(shelf);
      await bench.press(bench.onShelf(block.split(" ")[0]));
      await bench.places().filter({ hasText: place }).last().tap();
    },
  };
}

function keys(page: Page): Hands {
  const press = async (...names: string[]) => {
    for (const name of names) {
      await page.keyboard.press(name);
      await page.waitForTimeout(120);
    }
  };
  /** Goes on with Tab until the control has the focus, as someone without a mouse does. */
  const tabTo = async (wanted: Locator) => {
    await expect(wanted).toBeVisible();
    for (let tabs = 0; tabs < 120; tabs++) {
      if (await wanted.evaluate((node) => node === document.activeElement)) return;
      await page.keyboard.press("Tab");
    }
    throw new Error(`Tab does not reach ${wanted}`);
  };
  return {
    async act(name) {
      await tabTo(control(page, name));
      await press("Enter");
    },
    async choose(label) {
      // Tab reaches the first answer, arrows the others.
      await tabTo(page.getByRole("radio").first());
      await press("Space");
      while (!(await page.getByLabel(label, { exact: true }).isChecked())) await press("ArrowDown");
    },
    async put(block, shelf, _after, place) {
      await page.locator(".blocklyToolbox").focus();
      const shelves = await page.locator(".blocklyToolboxCategoryLabel").allTextContents();
      await press("Home");
      for (let turn = 0; turn < shelves.length; turn++) {
        const open = await page.locator('[role=treeitem][aria-selected="true"]').textContent();
        if (open?.includes(shelf)) break;
        await press("ArrowDown");
      }
      await press("ArrowRight");
      for (let turn = 0; turn < 12; turn++) {
        const label = await page.evaluate(() => document.activeElement?.getAttribute("aria-label") ?? "");
        if (label.includes(block.split(" ")[0])) break;
        await press("ArrowDown");
      }
      // Enter takes the block in hand; arrows go from place to place, Enter puts it down.
      await press("Enter");
      for (let turn = 0; turn < 20; turn++) {
        const said = (await page.locator("#blocklyAriaAnnounce").textContent()) ?? "";
        if (place.test(said.replaceAll("\u00a0", " "))) break;
        await press("ArrowDown");
      }
      await press("Enter");
    },
  };
}

const WAYS = [
  { name: "mouse", device: SCREENS[0], hands: mouse, isTouch: false },
  { name: "taps", device: SCREENS[1], hands: taps, isTouch: true },
  { name: "keyboard", device: SCREENS[0], hands: keys, isTouch: false },
] as const;

for (const { name, device, hands, isTouch } of WAYS) {
  test.describe(name, () => {
    test.use(screen(device));

    test(`the first lesson, from nothing to its piece on the shelf, by ${name}`, async ({ page }) => {
      test.setTimeout(180_000);
      const { act, choose, put } = hands(page);
      const bench = new Bench(page, isTouch);
      const keep = (moment: string) => picture(page, `journey-${name}-${moment}`);
      const verdict = page.locator(".verdict");

      await arrive(page);
      await expect(page.getByRole("heading", { name: "La LED qui clignote" })).toBeVisible();
      await expectAccessible(page);
      await keep("1-home");
      await act("Commencer");

      // Nothing is there yet: the check says so, kindly.
      await expect(page.getByRole("heading", { name: "Allume la lampe" })).toBeVisible();
      await expect(page.locator(".blocks")).toHaveAttribute("data-state", "open");
      await act("Vérifier");
      await expect(verdict).toContainText("Pas encore");
      await expectAccessible(page);
      await keep("2-not-yet");
      await put("allumer lampe", "Lumière", "au démarrage", /dans au démarrage/i);
      await bench.expectText("au démarrage\n  allumer lampe");
      await act("Vérifier");
      await expect(verdict).toContainText("Tu as allumé ta lampe");
      await expectAccessible(page);
      await keep("3-passed");
      await act("Continuer");

      // A lamp that never goes out: the author's own words, and the way to the instant.
      await expect(page.getByRole("heading", { name: "Fais clignoter la lampe" })).toBeVisible();
      await bench.expectText("toujours\n  allumer lampe\n  attendre 1 s");
      await act("Vérifier");
      await expect(verdict).toContainText("La lampe reste allumée");
      await act("Montre-moi");
      await keep("4-show-me");
      await put("éteindre lampe", "Lumière", "attendre", /après attendre|dans toujours/i);
      await put("attendre", "Temps", "éteindre", /après éteindre|dans toujours/i);
      await keep("5-built");

      // Tomorrow: the same place, the same blocks.
      const made = await bench.text();
      expect(made).toContain("éteindre lampe");
      await expect(page.locator("header .saved")).toContainText("Enregistré");
      await page.reload();
      await expect(page.getByRole("heading", { name: "Fais clignoter la lampe" })).toBeVisible();
      await bench.expectText(made);
      await act("Vérifier");
      await expect(verdict).toContainText("Ta lampe clignote");
      await act("Continuer");

      // A question, the logbook, and the piece falls.
      await expect(page.getByRole("heading", { name: "Réfléchis" })).toBeVisible();
      await choose("Elle a l'air toujours allumée.");
      await act("Vérifier");
      await expect(page.getByText("Oui\u00a0!")).toBeVisible();
      await expectAccessible(page);
      await keep("6-question");
      await act("Continuer");
      await page.getByLabel("Aujourd'hui, j'ai réussi à…").fill("faire clignoter une lampe");
      await expectAccessible(page);
      await act("Continuer");
      await expect(page.locator("[data-screen=passed]")).toBeVisible();
      await expectAccessible(page);
      await keep("7-piece");
      await act("Fabrique");
      await expect(page.getByRole("heading", { name: "La lampe qui respire" })).toBeVisible();
      await expect(page.locator(".pieces li[data-state=here]")).toHaveCount(2);
      await expectAccessible(page);
      await keep("8-home");
    });
  });
}
