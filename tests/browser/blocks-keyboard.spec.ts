// Blocks by keyboard alone, and what a screen reader hears meanwhile.
import { expect, test } from "./fabrique";
import { Bench, openProgram } from "./blocks";

test("a program is built with the keyboard, and every announcement is French", async ({ page }) => {
  await openProgram(page, "toujours");
  const bench = new Bench(page);
  const said: string[] = [];
  await page.exposeFunction("heard", (sentence: string) => said.push(sentence));
  await page.evaluate(() => {
    const region = document.getElementById("blocklyAriaAnnounce")!;
    const tell = () => region.textContent && (window as any).heard(region.textContent.trim());
    new MutationObserver(tell).observe(region, { childList: true, subtree: true, characterData: true });
  });
  const keys = async (...names: string[]) => {
    for (const name of names) {
      await page.keyboard.press(name);
      await page.waitForTimeout(100);
    }
  };
  const focused = () => page.evaluate(() => document.activeElement?.getAttribute("aria-label") ?? "");

  await page.locator(".blocklyToolbox").focus();
  await keys("t", "ArrowDown", "ArrowRight");
  expect(await focused()).toContain("répéter");
  // Enter begins a move, arrows choose the place, Enter puts.
  await keys("Enter", "ArrowDown", "Enter");
  await bench.expectText("toujours\n  répéter 10 fois");
  await bench.press(bench.word("toujours"));
  await keys("Control+z");
  await bench.expectText("toujours");
  expect(said.length).toBeGreaterThan(0);
  const english = said.filter((sentence) => /\b(Moving|Begin|has input|Canceled|Current block|Use the|inside)\b/.test(sentence));
  expect(english).toEqual([]);
  expect(said.filter((sentence) => /\b(vous|votre|Utilisez|Appuyez)\b/i.test(sentence))).toEqual([]);
});

test("the places of a block in hand are buttons one can tab to; Escape lays it down", async ({ page }) => {
  await openProgram(page, "toujours\n  attendre 1 s");
  const bench = new Bench(page);
  await bench.press(bench.word("attendre"));
  await page.getByRole("button", { name: "Déplacer" }).focus();
  await page.keyboard.press("Enter");
  await expect(bench.places().first()).toBeFocused();
  await page.keyboard.press("Escape");
  await expect(bench.places()).toHaveCount(0);
  await bench.expectText("toujours\n  attendre 1 s");
});
