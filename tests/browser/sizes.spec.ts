// What a first visit costs on the network: every file that Chromium asks for, with brotli 11 as a web space sends it.
import { brotliCompressSync, constants } from "node:zlib";
import { arrive, expect, go, test } from "./fabrique";

const VISITS = [
  // Peers: MakeCode above 2,400 kB, Scratch 4,650 kB of JavaScript.
  { name: "home", address: "", ready: "h1", budgetKb: 240 },
  { name: "a lesson with blocks", address: "#/lecon/breathing-lamp", ready: ".device-bench .blocklyBlockCanvas .blocklyDraggable", budgetKb: 520 },
  { name: "the drawing bench", address: "#/dessin", ready: ".stage-picture", budgetKb: 480 },
];

// Not reached yet. A visit named here must cost more than its budget: once it does not, this line has to go.
const KNOWN_TOO_HEAVY = ["a lesson with blocks"];

for (const { name, address, ready, budgetKb } of VISITS) {
  test(`${name} costs at most ${budgetKb} kB`, async ({ page, watch }) => {
    const answers = new Map<string, Promise<Buffer>>();
    page.on("response", (response) => {
      if (!/^(data|blob):/.test(response.url())) answers.set(response.url(), response.body().catch(() => Buffer.alloc(0))); // one that comes after the test is nobody's
    });
    // A lesson is met after the name is asked for: the whole visit counts.
    await (address === "" ? page.goto("") : arrive(page));
    if (address !== "") await go(page, address);
    await expect(page.locator(ready).first()).toBeAttached();
    await page.waitForLoadState("networkidle");

    const files = [];
    for (const [url, body] of answers) files.push({ file: new URL(url).pathname, bytes: sent(await body) });
    files.sort((one, other) => other.bytes - one.bytes);
    const total = files.reduce((sum, { bytes }) => sum + bytes, 0);
    for (const { file, bytes } of files) console.log(`    ${kb(bytes).padStart(7)} kB  ${file}`);
    console.log(`size: ${name}: ${kb(total)} kB of ${budgetKb} kB, ${files.length} files`);
    expect(files.length).toBeGreaterThan(4);
    const isTooHeavy = total / 1000 > budgetKb;
    expect(isTooHeavy, `${kb(total)} kB of ${budgetKb} kB`).toBe(KNOWN_TOO_HEAVY.includes(name));
    watch.check();
  });
}

/** Bytes on the network: fonts and pictures are compressed already and would only grow. */
function sent(body: Buffer): number {
  const quality = { [constants.BROTLI_PARAM_QUALITY]: 11 };
  return Math.min(body.length, brotliCompressSync(body, { params: quality }).length);
}

function kb(bytes: number): string {
  return (bytes / 1000).toFixed(1);
}
