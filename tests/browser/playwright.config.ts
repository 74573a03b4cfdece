import { defineConfig } from "@playwright/test";
import { createHash } from "node:crypto";
import { join } from "node:path";

const root = join(import.meta.dirname, "../..");
// A port of this clone's own, so that two clones can be tested at the same time.
const port = 20_000 + (createHash("sha256").update(root).digest().readUInt16BE() % 20_000);

export default defineConfig({
  testDir: ".",
  outputDir: join(root, "test-results/runs"),
  timeout: 60_000,
  expect: { timeout: 10_000 },
  workers: 2,
  forbidOnly: !!process.env.CI,
  reporter: [["list"]],
  use: {
    // With its slash, so that `page.goto("")` stays in the folder.
    baseURL: `http://127.0.0.1:${port}/`,
    locale: "fr-FR",
    timezoneId: "Europe/Paris",
    viewport: { width: 1280, height: 800 },
    actionTimeout: 10_000,
    launchOptions: {
      executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
      args: [
        "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
        "--disable-background-networking", "--disable-component-update", "--disable-sync",
      ],
    },
    trace: "retain-on-failure",
  },
  webServer: {
    command: `node ${JSON.stringify(join(import.meta.dirname, "static-server.mjs"))} dist ${port}`,
    cwd: root,
    url: `http://127.0.0.1:${port}/`,
    reuseExistingServer: false,
    timeout: 10_000,
  },
});
