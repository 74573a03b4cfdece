// The page's content policy: a test of what watches over it, and what it refuses. That no journey violates it, the
// watch of every other test says.
import { expect, test, Watch } from "./fabrique";

test("the policy stands first in the page, with Trusted Types", async ({ page }) => {
  await page.goto("");
  const first = page.locator("head > *").nth(1);
  await expect(first).toHaveAttribute("http-equiv", /content-security-policy/i);
  await expect(first).toHaveAttribute("content", /default-src 'none'.*require-trusted-types-for 'script'; trusted-types fabrique/);
});

const PLANTED = [
  { name: "a style attribute", plant: () => (document.body.innerHTML += '<p style="color: red">') },
  { name: "an inline script", plant: () => document.head.append(Object.assign(document.createElement("script"), { text: "1" })) },
  { name: "a script from elsewhere", plant: () => document.head.append(Object.assign(document.createElement("script"), { src: "elsewhere.js" })) },
  { name: "a second policy", plant: () => (window as any).trustedTypes.createPolicy("mine", {}) },
  { name: "a frame", plant: () => document.body.append(Object.assign(document.createElement("iframe"), { src: "elsewhere.html" })) },
  { name: "evaluated text", plant: () => setTimeout("1" as any) },
  { name: "a picture of another host", plant: () => document.body.append(Object.assign(new Image(), { src: "http://127.0.0.1:9/a.png" })) },
];

for (const { name, plant } of PLANTED) {
  test(`planted, ${name} is refused, and the watch turns red`, async ({ browser, baseURL }) => {
    const context = await browser.newContext({ baseURL });
    const watch = await Watch.of(context, baseURL!);
    const page = await context.newPage();
    await page.goto("");
    await expect(page.locator("h1")).toBeVisible();
    watch.check();
    await page.evaluate(plant).catch(() => {});
    await expect(() => expect(() => watch.check()).toThrow(/policy violation/)).toPass({ timeout: 5_000 });
    await context.close();
  });
}

test("the policy `fabrique` lets through what the build has listed, and nothing else", async ({ page }) => {
  await page.goto("");
  await expect(page.locator("h1")).toBeVisible();
  const answers = await page.evaluate(async () => {
    const { createScriptURL } = await (window as any).fabriqueScripts();
    return ["sw.js", "blockly_bridge/bridge.js", "elsewhere.js", "toString", "https://a.example/b.js"].map((name) => {
      try {
        return String(createScriptURL(name));
      } catch (error) {
        return (error as Error).name;
      }
    });
  });
  expect(answers.slice(2)).toEqual(["TypeError", "TypeError", "TypeError"]);
  expect(answers[0]).toBe("sw.js");
  expect(answers[1]).toMatch(/^blockly_bridge\/bridge-[0-9a-f]{16}\.js$/);
});
