// A bench whose program is the test's own, and hands for it: drag, tap, read what the program is.
import type { Locator, Page } from "@playwright/test";
import { arrive, expect, go } from "./fabrique";

/** What every program here may be built from, unless the test says otherwise. */
const SHELVES = [
  "toujours",
  "répéter 10 fois",
  "régler la lumière à 50 %",
  "changer la lumière de 1 %",
  "attendre 500 ms",
  "attendre 1 s",
];

export const LAMP = `toujours
  répéter 100 fois
    changer la lumière de 1 %
    attendre 20 ms`;

/** Opens the bench of a lesson that exists for this test only, with a program in text form. */
export async function openProgram(page: Page, program: string, shelves = SHELVES) {
  const lesson = (language: string) => `---
format: 1
id: essai
titre: Essai
langue: ${language}
version: 1
atelier: appareil
minutes: 5
---

# Essai

Un programme.

\`\`\`carte
carte ESP32
lampe sur D2
\`\`\`

## Essaie
<!-- etape: essayer; min: 5 -->

1. Regarde.

\`\`\`blocs boite
${shelves.join("\n")}
\`\`\`

\`\`\`blocs depart
${program}
\`\`\`
`;
  for (const language of ["fr", "en"]) {
    await page.route(`**/lessons/essai/${language}.md`, (route) => route.fulfill({ contentType: "text/markdown", body: lesson(language) }));
  }
  await arrive(page);
  await go(page, "#/lecon/essai/essayer");
  await expect(page.locator(".blocks")).not.toHaveAttribute("data-state", "arriving");
}

const centre = async (place: Locator) => {
  const box = (await place.boundingBox())!;
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
};

/** The hands of a person at the bench. */
export class Bench {
  constructor(readonly page: Page, private readonly isTouch = false) {}

  /** The words of a block of the program; `nth` when several blocks have them. */
  word(text: string, nth = 0) {
    return this.page.locator(".blocklySvg .blocklyBlockCanvas .blocklyText", { hasText: nbsp(text) }).nth(nth);
  }

  /** The words of a block on the open shelf. */
  onShelf(text: string) {
    return this.page.locator(".blocklyFlyout .blocklyText", { hasText: nbsp(text) }).first();
  }

  /** The number after some words of a block. */
  number(text: string) {
    return this.page.locator(".blocklySvg .blocklyBlockCanvas .blocklyNumberField", { hasText: text }).first();
  }

  /** Presses where something is drawn: Blockly listens to the drawing below it. */
  async press(place: Locator) {
    const { x, y } = await centre(place);
    if (this.isTouch) await this.page.touchscreen.tap(x, y);
    else await this.page.mouse.click(x, y);
  }

  async openShelf(name: string) {
    if (this.isTouch && !(await this.page.locator(".blocklyToolbox").isVisible())) {
      await this.page.getByRole("button", { name: "Blocs", exact: true }).tap();
    }
    const shelf = this.page.getByRole("treeitem", { name });
    if ((await shelf.getAttribute("aria-selected")) !== "true") await this.press(shelf);
    await expect(this.page.locator(".blocklyFlyout").last()).toBeVisible();
  }

  /** Drags with the mouse, as slowly as a person. */
  async drag(from: Locator, to: { x: number; y: number }) {
    const { x, y } = await centre(from);
    const { mouse } = this.page;
    await mouse.move(x, y);
    await mouse.down();
    for (let step = 1; step <= 15; step++) {
      await mouse.move(x + ((to.x - x) * step) / 15, y + ((to.y - y) * step) / 15);
      await this.page.waitForTimeout(16);
    }
    await this.page.waitForTimeout(100);
    await mouse.up();
  }

  places() {
    return this.page.getByRole("group", { name: /Places possibles|Possible places/ }).getByRole("button");
  }

  async action(name: string) {
    const button = this.page.getByRole("toolbar").getByRole("button", { name, exact: true });
    if (this.isTouch) await button.tap();
    else await button.click();
  }

  /** The program, as the page itself writes it. */
  async text(): Promise<string> {
    const close = this.page.getByRole("button", { name: "Fermer", exact: true });
    if (await close.isVisible()) await close.tap();
    const toggle = this.page.getByRole("button", { name: "Texte", exact: true });
    await toggle.click();
    const lines = await this.page.locator(".blocks-text li").allTextContents();
    await toggle.click();
    return lines.join("\n");
  }

  /** Waits until the program is this one. */
  async expectText(program: string) {
    await expect(async () => expect(await this.text()).toBe(program)).toPass({ timeout: 10_000 });
  }
}

/** Blockly writes words with spaces that do not break. */
function nbsp(text: string): string {
  return text.replaceAll(" ", "\u00a0");
}
