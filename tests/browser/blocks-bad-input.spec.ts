// Programs that Blockly cannot take as they are, and files that do not come.
import { expect, expectAccessible, picture, test } from "./fabrique";
import { Bench, LAMP, openProgram } from "./blocks";

/** A program of so many blocks, the numbers in them counted. */
function long(blocks: number): string {
  const lines = ["toujours"];
  for (let made = 1; made + 2 <= blocks; made += 2) lines.push("  attendre 20 ms");
  if (blocks % 2 === 0) lines.push("  sortir de la boucle");
  return lines.join("\n");
}

test("1,000 blocks are drawn", async ({ page }) => {
  test.slow();
  await openProgram(page, long(1_000));
  await expect(page.locator(".blocks")).toHaveAttribute("data-state", "open", { timeout: 60_000 });
  await expect(page.locator(".blocklySvg .blocklyBlockCanvas .blocklyDraggable")).toHaveCount(1_000);
});

for (const blocks of [1_001, 2_000]) {
  test(`${blocks} blocks are shown as text, with a sentence`, async ({ page, watch }) => {
    await openProgram(page, long(blocks));
    await expect(page.locator(".blocks")).toHaveAttribute("data-state", "text-only");
    await expect(page.getByText("plus de 1\u00a0000\u00a0blocs")).toBeVisible();
    await expect(page.locator(".blocks-text li").nth(400)).toContainText("attendre 20 ms");
    expect(watch.files().filter((file) => file.includes("blockly"))).toEqual([]);
    await expectAccessible(page);
  });
}

test("blocks of a newer version and lines nobody could read stay, locked or as they were written", async ({ page }) => {
  const unknown = '# bloc inconnu : {"blocks":[{"id":"u","type":"turn_2031","fields":{"ANGLE":90},"future":7}]}';
  const program = `toujours\n  allumer la bande\n  ${unknown}\n  attendre 1 s`;
  await openProgram(page, program);
  const bench = new Bench(page);
  await picture(page, "blocks-unknown");
  await expect(page.locator(".blocklyText", { hasText: "turn_2031" })).toBeVisible();
  await bench.press(bench.word("attendre"));
  await bench.action("Dupliquer");
  const text = await bench.text();
  for (const kept of ["allumer la bande", "turn_2031", '"ANGLE":90', '"future":7']) expect(text).toContain(kept);
  expect(text.match(/attendre 1 s/g)).toHaveLength(2);
  await bench.press(bench.word("turn_2031"));
  await expect(page.getByRole("toolbar").getByRole("button", { name: "Enlever" })).toHaveCount(0);
});

test("a part that is not plugged in is named and marked, with those that are", async ({ page }) => {
  await openProgram(page, "toujours\n  allumer lampe_2");
  const problem = page.getByRole("button", { name: /^À voir/ });
  await expect(problem).toBeVisible();
  await problem.click();
  await expect(page.locator(".blocks-mark[data-kind=problem] p")).toBeVisible();
  await picture(page, "blocks-problem");
  await expectAccessible(page);
  await page.keyboard.press("Escape");
  await expect(page.locator(".blocks-mark[data-kind=problem]")).toHaveAttribute("data-state", "closed");
});

for (const file of ["blockly_compressed", "bridge"]) {
  test(`${file}.js does not arrive: a sentence, and trying again helps`, async ({ page, watch }) => {
    watch.expects(/Failed to load resource|ERR_FAILED/);
    let isBroken = true;
    // A release puts the hash of what is in it into its name.
    await page.route(`**/${file}-*.js`, (route) => (isBroken ? route.abort() : route.continue()));
    await openProgram(page, LAMP);
    await expect(page.getByText("Les blocs ne sont pas arrivés")).toBeVisible();
    await expectAccessible(page);
    isBroken = false;
    await page.getByRole("button", { name: "Réessayer" }).click();
    await new Bench(page).expectText(LAMP);
    await expect(page.locator(".blocks")).toHaveAttribute("data-state", "open");
  });
}
