// The drawing bench, as a person sees it.
import { type Locator, type Page, expect } from "@playwright/test";
import { readFile } from "node:fs/promises";
import { arrive, go } from "./fabrique";

export class DrawingBench {
  readonly sheet: Locator;
  readonly said: Locator;

  constructor(readonly page: Page, private readonly touch = false) {
    this.sheet = page.locator(".stage-picture");
    this.said = page.locator(".design-bench > [role=status]");
  }

  button(name: string | RegExp): Locator {
    return this.page.getByRole("button", { name, exact: true });
  }

  field(label: string): Locator {
    return this.page.locator(".panel").getByLabel(label, { exact: true });
  }

  /** A shape in the list of what lies on the sheet. */
  row(name: string | RegExp): Locator {
    return this.page.getByRole("treeitem").filter({ hasText: name });
  }

  async press(target: Locator) {
    await (this.touch ? target.tap() : target.click());
  }

  /** Takes a tool in hand; on a phone the tools open first. */
  async take(tool: string) {
    if (this.touch) await this.press(this.button("Outils"));
    await this.press(this.page.locator(".drawing-tools").getByRole("button", { name: tool, exact: true }));
  }

  /** Where a point of the sheet is on the screen; in millimetres from its corner. */
  async at(x: number, y: number): Promise<{ x: number; y: number }> {
    const plate = (await this.page.locator(".stage-picture > g > .plate").boundingBox())!;
    const width = Number(await this.page.evaluate(() => document.querySelector(".stage-picture")!.getAttribute("data-page-width")));
    const scale = (plate.width - 1.5) / width;
    return { x: plate.x + 0.75 + x * scale, y: plate.y + 0.75 + y * scale };
  }

  /** Taps or clicks a point of the sheet. */
  async touchAt(x: number, y: number) {
    const at = await this.at(x, y);
    await (this.touch ? this.page.touchscreen.tap(at.x, at.y) : this.page.mouse.click(at.x, at.y));
  }

  /** Draws from one point of the sheet to another. */
  async drag(from: [number, number], to: [number, number]) {
    const [start, end] = [await this.at(...from), await this.at(...to)];
    await this.page.mouse.move(start.x, start.y);
    await this.page.mouse.down();
    await this.page.mouse.move((start.x + end.x) / 2, (start.y + end.y) / 2, { steps: 4 });
    await this.page.mouse.move(end.x, end.y, { steps: 4 });
    await this.page.mouse.up();
  }

  /** Types a number. */
  async type(label: string, value: string) {
    await this.field(label).fill(value);
    await this.field(label).press("Enter");
  }

  /** The drawing in words. */
  async words(): Promise<string> {
    const textarea = this.page.locator(".in-words textarea");
    // The keys move once a shape is chosen: a tap may come where the button was.
    await expect(async () => {
      if (!(await textarea.isVisible())) await this.press(this.button("En mots"));
      await expect(textarea).toBeVisible({ timeout: 1_000 });
    }).toPass({ timeout: 10_000 });
    const words = await textarea.inputValue();
    await this.press(this.button("En mots"));
    return words;
  }
}

/** A new drawing, without a lesson. */
export async function openDrawing(page: Page, touch = false): Promise<DrawingBench> {
  await arrive(page, "Sami");
  await go(page, "#/dessin");
  const bench = new DrawingBench(page, touch);
  await expect(bench.sheet).toBeVisible({ timeout: 20_000 });
  return bench;
}

/** What a laser's program would read in a file: Chromium's own reader says, which nobody here wrote. */
export async function readSvg(page: Page, path: string) {
  const text = await readFile(path, "utf8");
  // A page of its own: the app's policy lets nobody read markup.
  const reader = await page.context().newPage();
  const svg = await reader.evaluate((text) => {
    const file = new DOMParser().parseFromString(text, "image/svg+xml");
    const root = document.importNode(file.documentElement, true) as unknown as SVGSVGElement;
    const host = document.createElement("div");
    host.style.position = "absolute";
    host.style.left = "-9999px";
    host.append(root);
    document.body.append(host);
    const round = (value: number) => Math.round(value * 1000) / 1000;
    const paths = [...root.querySelectorAll("path")].map((path) => {
      const box = path.getBBox();
      const own = (name: string) => path.getAttribute(name) ?? path.parentElement!.getAttribute(name);
      return {
        stroke: own("stroke"),
        fill: own("fill"),
        width: round(box.width),
        height: round(box.height),
        left: round(box.x),
        top: round(box.y),
        length: round(path.getTotalLength()),
        isClosed: /Z\s*$/i.test(path.getAttribute("d")!),
      };
    });
    const others = [...root.querySelectorAll("*")].filter((node) => !["path", "g", "title"].includes(node.tagName)).map((node) => node.tagName);
    const banned = ["transform", "style", "class"].filter((name) => root.querySelector(`[${name}]`));
    const found = { width: root.getAttribute("width"), height: root.getAttribute("height"), viewBox: root.getAttribute("viewBox"), paths, others, banned };
    host.remove();
    return found;
  }, text);
  await reader.close();
  return svg;
}
