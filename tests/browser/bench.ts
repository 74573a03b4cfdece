// A lesson of one step at the device bench, served in the place of a file.
import { type Locator, type Page, expect } from "@playwright/test";
import { arrive, go } from "./fabrique";

export type OneStep = { board?: string[]; program: string; check?: string; hint?: string };

const EVERY_PART = [
  "lampe sur D2", "buzzer sur D5", "bouton_A sur D4", "bouton_B sur D15",
  "potentiomètre sur D34", "lumière_ambiante sur D35",
];

const fence = (words: string, inside: string) => `\`\`\`${words}\n${inside}\n\`\`\`\n`;

/** Someone is here, and the lesson `essai` has these steps. */
export async function openLesson(page: Page, steps: string, board = EVERY_PART) {
  const lesson = `---
format: 1
id: essai
titre: Essai
langue: fr
version: 1
atelier: appareil
minutes: 5
---

# Essai

Un programme.

${fence("carte", ["carte ESP32", ...board].join("\n"))}
${steps}`;
  await page.route("**/lessons/essai/fr.md", (route) => route.fulfill({ contentType: "text/markdown", body: lesson }));
  await arrive(page);
}

/** Opens a lesson whose one step has this board, program and check. */
export async function openStep(page: Page, { board = EVERY_PART, program, check, hint }: OneStep) {
  const step = `## Essaie
<!-- etape: essayer; min: 5 -->

1. Appuie sur **Démarrer**.

${hint ? `> [!TIP]\n> ${hint}\n\n` : ""}${fence("blocs depart", program)}
${check ? fence("verif essai", check) : ""}`;
  await openLesson(page, step, board);
  await go(page, "#/lecon/essai/essayer");
  await expect(page.locator(".blocks")).toHaveAttribute("data-state", "open");
}

export const BREATHE = "toujours\n  répéter 100 fois\n    changer la lumière de 1 %\n    attendre 20 ms";
export const BLINK = "toujours\n  régler la lumière à 100 %\n  attendre 1000 ms\n  régler la lumière à 0 %\n  attendre 1000 ms";
export const RISES = "durée 6 s\nvérifie lampe monte de 0 à 100 en 1 s à 5 s | La lumière ne monte pas doucement.\nbravo La lumière monte doucement.";

/** The parts of the bench that tests speak of. */
export class DeviceBench {
  readonly run: Locator;
  readonly time: Locator;
  readonly bench: Locator;
  readonly said: Locator;

  constructor(readonly page: Page) {
    this.run = page.locator(".controls .run");
    this.time = page.getByRole("slider", { name: "Instant montré" });
    this.bench = page.locator(".bench");
    this.said = page.locator(".device-bench > [role=status]");
  }

  button(name: string) {
    return this.page.getByRole("button", { name, exact: true });
  }

  /** The value of an output, as the board shows it. */
  value(part: string) {
    return this.page.locator(".readings > div", { hasText: part }).locator("dd");
  }

  /** The instant on show, in milliseconds. */
  async now(): Promise<number> {
    return Number(await this.time.inputValue());
  }

  async expectPhase(phase: "ready" | "running" | "paused" | "ended") {
    await expect(this.bench).toHaveAttribute("data-state", phase);
  }
}
