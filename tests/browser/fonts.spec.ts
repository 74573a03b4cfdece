// The build cuts the fonts (tools/xtask/src/fonts.mjs): what is left must draw French, and have its licence beside it.
import type { Page } from "@playwright/test";
import { expect, test } from "./fabrique";

const FONTS = [
  { family: "Bricolage Grotesque", weights: [750, 800], file: "bricolage-grotesque" },
  { family: "Atkinson Hyperlegible Next", weights: [400, 600, 700], file: "atkinson-hyperlegible-next" },
  { family: "Atkinson Hyperlegible Mono", weights: [400, 500, 600], file: "atkinson-hyperlegible-mono" },
];

const FRENCH = "Portez ce vieux whisky au juge blond qui fume, 0123456789 : + − = × ÷ ± % ° · ; ! ? « l’œuvre » “…” – — ÀÂÆÇÉÈÊËÎÏÔŒÙÛÜ àâæçéèêëîïôœùûüÿ";

for (const { family, weights, file } of FONTS) {
  test(`${family} draws every letter of French`, async ({ page }) => {
    await page.goto("");
    await expect(page.locator("h1")).toBeVisible();
    const chromium = await page.context().newCDPSession(page);
    await chromium.send("DOM.enable");
    await chromium.send("CSS.enable");
    for (const weight of weights) {
      await write(page, `${weight} 16px "${family}"`);
      const { root } = await chromium.send("DOM.getDocument");
      const { nodeId } = await chromium.send("DOM.querySelector", { nodeId: root.nodeId, selector: "#written" });
      // Fonts of the device step in for letters that ours has not.
      const { fonts } = await chromium.send("CSS.getPlatformFontsForNode", { nodeId });
      expect(fonts.map((font) => (font.isCustomFont ? "ours" : font.familyName)), `weight ${weight}`).toEqual(["ours"]);
    }
    const licence = await page.request.get(`fonts/${file}-OFL.txt`);
    expect(await licence.text()).toContain("SIL Open Font License, Version 1.1");
  });
}

/** Writes the text at the end of the page, where the app draws nothing. */
async function write(page: Page, font: string) {
  await page.evaluate(async ([font, text]) => {
    document.getElementById("written")?.remove();
    const line = document.createElement("p");
    line.id = "written";
    line.textContent = text;
    line.style.font = font;
    document.body.append(line);
    await document.fonts.load(font, text);
  }, [font, FRENCH]);
  await expect(page.locator("#written")).toBeVisible();
}
