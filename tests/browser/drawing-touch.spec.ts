// The drawing bench under real fingers: one draws, two bring the sheet nearer, and the drawing stays as it was.
import type { CDPSession } from "@playwright/test";
import { type DrawingBench, openDrawing } from "./drawing";
import { SCREENS, expect, picture, screen, test } from "./fabrique";

test.use(screen(SCREENS[1]));

type Place = { x: number; y: number };

/** Fingers on the screen, moved together from where they touch to where they leave. */
async function fingers(cdp: CDPSession, from: Place[], to: Place[]) {
  const points = (share: number) => from.map((start, id) => ({ id, x: start.x + (to[id].x - start.x) * share, y: start.y + (to[id].y - start.y) * share }));
  // One after the other, as hands do.
  for (let count = 1; count <= from.length; count++) {
    await cdp.send("Input.dispatchTouchEvent", { type: "touchStart", touchPoints: points(0).slice(0, count) });
  }
  for (let step = 1; step <= 8; step++) {
    await cdp.send("Input.dispatchTouchEvent", { type: "touchMove", touchPoints: points(step / 8) });
  }
  for (let left = from.length - 1; left >= 0; left--) {
    await cdp.send("Input.dispatchTouchEvent", { type: "touchEnd", touchPoints: points(1).slice(0, left) });
  }
}

const plate = async (bench: DrawingBench) => (await bench.page.locator(".stage-picture > g > .plate").boundingBox())!;

test("one finger draws, two pinch and move the sheet", async ({ page }) => {
  const bench = await openDrawing(page, true);
  const cdp = await page.context().newCDPSession(page);
  await bench.take("Rectangle");
  await fingers(cdp, [await bench.at(20, 20)], [await bench.at(60, 70)]);
  await expect(bench.said).toHaveText(/^Rectangle, 40\u00a0×\u00a050\u00a0mm/);
  const before = await bench.words();
  expect(before).toContain("rectangle 40 x 50 mm en 20 20 ; couper");

  // Two fingers begin on the rectangle, which is chosen: it neither moves nor grows.
  const near = await plate(bench);
  const middle = await bench.at(40, 45);
  const apart = (by: number): Place[] => [{ x: middle.x - by, y: middle.y }, { x: middle.x + by, y: middle.y }];
  await fingers(cdp, apart(20), apart(50));
  const nearer = await plate(bench);
  expect(nearer.width / near.width).toBeCloseTo(2.5, 1);
  // What was between the fingers is still there.
  const there = await bench.at(40, 45);
  expect(Math.hypot(there.x - middle.x, there.y - middle.y)).toBeLessThan(6);
  await picture(page, "drawing-pinched");

  const lower = (places: Place[]) => places.map(({ x, y }) => ({ x: x + 15, y: y + 25 }));
  await fingers(cdp, apart(40), lower(apart(40)));
  const moved = await plate(bench);
  expect(moved.width).toBeCloseTo(nearer.width, 0);
  expect([moved.x - nearer.x, moved.y - nearer.y].map(Math.round)).toEqual([15, 25]);
  expect(await bench.words()).toBe(before);

  await fingers(cdp, apart(50), apart(20));
  expect((await plate(bench)).width / near.width).toBeCloseTo(1, 1);
  expect(await bench.words()).toBe(before);
});
