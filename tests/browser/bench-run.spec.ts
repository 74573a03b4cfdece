// The device alive: run, pause, step, go back in time, press and turn.
import { SCREENS, expect, expectAccessible, go, picture, screen, test, arrive } from "./fabrique";
import { BREATHE, DeviceBench, openStep } from "./bench";

const LAMP = ["lampe sur D2", "bouton_A sur D4", "bouton_B sur D15"];
const PRESS_TO_LIGHT = "quand bouton_A est appuyé\n  allumer lampe\nquand bouton_A est relâché\n  éteindre lampe";

for (const size of SCREENS) {
  test.describe(size.name, () => {
    test.use(screen(size));

    test("starts, pauses, goes back in time and goes on from there", async ({ page }) => {
      await openStep(page, { board: LAMP, program: BREATHE });
      const bench = new DeviceBench(page);
      await bench.expectPhase("ready");
      await expectAccessible(page);
      await bench.button("Démarrer").click();
      await expect(bench.value("Lumière")).not.toHaveText(/^0/);
      await expect(page.locator(".blocks-mark[data-kind=running]").first()).toBeAttached();
      await picture(page, "bench-running");
      await bench.button("Pause").click();
      await bench.expectPhase("paused");
      await expect(bench.said).toContainText("Lumière");
      await expectAccessible(page);
      await picture(page, "bench-paused");

      const end = await bench.now();
      await bench.time.fill("100");
      await expect(bench.value("Lumière")).toHaveText("6\u00a0%");
      await expect(bench.button("Repartir d’ici")).toBeVisible();
      await bench.time.fill(String(end));
      await expect(bench.button("Continuer").first()).toBeVisible();
      await bench.button("Au début").click();
      await expect(bench.value("Lumière")).toHaveText(/^[01]\u00a0%$/);
      await bench.button("Repartir d’ici").click();
      await bench.expectPhase("running");
    });

    test("a key is held by a finger, by the space bar, and tapped", async ({ page }) => {
      await openStep(page, { board: LAMP, program: PRESS_TO_LIGHT });
      const bench = new DeviceBench(page);
      await bench.button("Démarrer").click();
      const key = bench.button("Bouton A");
      const light = bench.value("Lumière");
      await key.hover();
      await page.mouse.down();
      await expect(key).toHaveAttribute("aria-pressed", "true");
      await expect(light).toHaveText("100\u00a0%");
      await page.mouse.up();
      await expect(light).toHaveText("0\u00a0%");
      await key.focus();
      await page.keyboard.down("Space");
      await expect(light).toHaveText("100\u00a0%");
      await page.keyboard.up("Space");
      await expect(light).toHaveText("0\u00a0%");
      await (size.touch ? key.tap() : key.click());
      await bench.button("Pause").click();
      expect(await page.locator(".track .press").count()).toBe(3);
    });
  });
}

test("the keyboard alone starts, pauses, steps and goes back in time", async ({ page }) => {
  await openStep(page, { board: LAMP, program: BREATHE });
  const bench = new DeviceBench(page);
  await bench.run.focus();
  await page.keyboard.press("Enter");
  await bench.expectPhase("running");
  await expect(bench.value("Lumière")).not.toHaveText(/^0/);
  await page.keyboard.press("Enter");
  await bench.expectPhase("paused");
  await page.keyboard.press("Tab");
  await expect(bench.button("Pas à pas")).toBeFocused();
  const before = await bench.now();
  for (let step = 0; step < 4; step++) await page.keyboard.press("Enter");
  expect(await bench.now()).toBeGreaterThan(before);
  await page.keyboard.press("Tab");
  await expect(page.getByRole("combobox", { name: "Vitesse" })).toBeFocused();
  await page.keyboard.press("Tab");
  await page.keyboard.press("Tab");
  await expect(bench.time).toBeFocused();
  await page.keyboard.press("Home");
  await expect(bench.value("Lumière")).toHaveText(/^[01]\u00a0%$/);
  await page.keyboard.press("PageUp");
  await expect.poll(() => bench.now()).toBeGreaterThan(100);
});

test("knobs and sensors are turned while the program runs, and the speed is chosen", async ({ page }) => {
  await openStep(page, { program: "toujours\n  régler la lumière à potentiomètre %\n  attendre 20 ms" });
  const bench = new DeviceBench(page);
  await page.getByRole("combobox", { name: "Vitesse" }).selectOption("×4");
  await bench.button("Démarrer").click();
  await page.getByRole("slider", { name: "Potentiomètre" }).fill("70");
  await expect(bench.value("Lumière")).toHaveText("70\u00a0%");
  await page.getByRole("slider", { name: "Lumière de la pièce" }).fill("5");
  await expect(page.getByRole("img", { name: /Lumière de la pièce\s: 5\s%/ })).toBeVisible();
  await picture(page, "bench-inputs");
  await expectAccessible(page);
});

test("a loop without a pause is named, and the page stays alive", async ({ page }) => {
  await openStep(page, { board: LAMP, program: "toujours\n  changer la lumière de 1 %" });
  const bench = new DeviceBench(page);
  await bench.button("Démarrer").click();
  await expect(page.locator(".run-message")).toContainText("Ajoute un bloc");
  await expect(page.getByRole("button", { name: /^À voir/ })).toBeVisible();
  await picture(page, "bench-no-pause");
  await bench.button("Pause").click();
  await bench.expectPhase("paused");
});

test("a loop that computes for ever leaves most of each frame to the page", async ({ page }) => {
  await openStep(page, { board: LAMP, program: "toujours\n  répéter 1000000 fois\n    mettre x à 1" });
  const bench = new DeviceBench(page);
  await bench.button("Démarrer").click();
  await expect(page.locator(".run-message")).toContainText("sans pause");
  // On a clock that goes 1 ms further each time it is read, a frame of 16 ms may read it some 4 times: how fast this
  // machine is does not matter.
  const readings = await page.evaluate(async () => {
    let time = performance.now();
    let readings = 0;
    performance.now = () => {
      readings += 1;
      return (time += 1);
    };
    const ofFrames: number[] = [];
    for (let frame = 0; frame < 12; frame++) {
      readings = 0;
      await new Promise(requestAnimationFrame);
      ofFrames.push(readings);
    }
    return ofFrames.slice(1);
  });
  expect(Math.max(...readings)).toBeGreaterThan(1);
  expect(Math.max(...readings)).toBeLessThan(10);
  await bench.button("Pause").click();
  await bench.expectPhase("paused");
});

test("a program without a start says what it lacks", async ({ page }) => {
  await openStep(page, { board: LAMP, program: "au démarrage" });
  const bench = new DeviceBench(page);
  await bench.button("Démarrer").click();
  await expect(page.locator(".run-message")).toContainText("Rien ne se passe encore.");
});

for (const [width, height] of [[320, 740], [640, 400]]) {
  test(`nothing is cut off at ${width} by ${height}`, async ({ page }) => {
    await page.setViewportSize({ width: width!, height: height! });
    await openStep(page, { program: BREATHE });
    const bench = new DeviceBench(page);
    await bench.button("Démarrer").click();
    await bench.button("Pause").click();
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width!);
    for (const control of await page.locator(".controls :is(button, select), .inputs input, .key").all()) {
      if (!(await control.isVisible())) continue;
      const box = (await control.boundingBox())!;
      expect(box.x).toBeGreaterThanOrEqual(0);
      expect(box.x + box.width).toBeLessThanOrEqual(width!);
      expect(Math.min(box.width, box.height)).toBeGreaterThanOrEqual(43.5);
    }
    await picture(page, "bench-small");
  });
}

test("the free bench in English and in the dark", async ({ page }) => {
  await arrive(page);
  await go(page, "#/moi");
  await page.getByRole("radio", { name: "English" }).check();
  await go(page, "#/appareil");
  await expect(page.locator(".blocks")).toHaveAttribute("data-state", "open");
  await page.evaluate(() => (document.documentElement.dataset.theme = "dark"));
  const start = page.getByRole("button", { name: "Start" });
  await expect(start).toHaveClass(/main/);
  await start.click();
  await expect(page.getByRole("img", { name: /^Light: 0%\. Buzzer: silent\./ })).toBeVisible();
  await picture(page, "bench-free-dark");
  await expectAccessible(page);
});
