import { expect, test } from "./fabrique";

for (const folder of ["", "a/b/"]) {
  test(`home asks for no room's code, at /${folder}`, async ({ page, watch }) => {
    await page.goto(folder);
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    await page.waitForLoadState("networkidle");
    const files = watch.files();
    expect(files.some((file) => file.endsWith("_bg.wasm"))).toBe(true);
    expect(files.filter((file) => /(split|chunk)_.*\.wasm|blockly/.test(file))).toEqual([]);
  });
}
