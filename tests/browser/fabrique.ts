// The `test` of every file here: a page of which every request, console line and policy violation is watched.
import { AxeBuilder } from "@axe-core/playwright";
import { type BrowserContext, type Page, expect, test as base } from "@playwright/test";
import { join } from "node:path";

export { expect };
export type { Page };

/** The two screens that everything must work on. */
export const SCREENS = [
  { name: "wide", width: 1280, height: 800, touch: false },
  { name: "phone", width: 360, height: 740, touch: true },
] as const;

export type Screen = (typeof SCREENS)[number];

/** For `test.use(screen(SCREENS[1]))`. */
export function screen({ width, height, touch }: Screen) {
  return { viewport: { width, height }, hasTouch: touch };
}

/** What a context has asked for and complained about. */
export class Watch {
  readonly requests: string[] = [];
  private readonly complaints: string[] = [];
  private readonly expected: RegExp[] = [];

  constructor(context: BrowserContext, private readonly home: string) {
    context.on("request", (request) => {
      this.requests.push(request.url());
      if (!this.isOurs(request.url())) this.complaints.push(`request to another host: ${request.url()}`);
    });
    context.on("console", (message) => {
      if (["error", "warning"].includes(message.type())) this.complaints.push(`console: ${message.text()}`);
    });
    context.on("weberror", (error) => this.complaints.push(`page error: ${error.error().message}`));
  }

  /** Listens to the policy's violations; before the first page of the context. */
  static async of(context: BrowserContext, home: string, hasWorker = false): Promise<Watch> {
    if (!hasWorker) await withoutWorker(context);
    await context.addInitScript(() => {
      addEventListener("securitypolicyviolation", (event) =>
        console.error(`policy violation: ${event.violatedDirective} ${event.blockedURI} ${event.sample}`),
      );
    });
    return new Watch(context, home);
  }

  /** A complaint that this test provokes; one that does not come is no fault. */
  expects(complaint: RegExp) {
    this.expected.push(complaint);
  }

  /** The files of the site asked for so far, as addresses from its folder. */
  files(): string[] {
    return this.requests.filter((url) => url.startsWith(this.home)).map((url) => url.slice(this.home.length));
  }

  /** The rooms' code asked for so far. */
  chunks(): string[] {
    return this.files().filter((file) => /^(split|chunk)_.*\.wasm$/.test(file));
  }

  /** Fails when there was a complaint that nobody expected. */
  check() {
    expect(this.complaints.filter((complaint) => !this.expected.some((pattern) => pattern.test(complaint)))).toEqual([]);
  }

  private isOurs(url: string): boolean {
    return url.startsWith(new URL("/", this.home).href) || /^(data|blob):/.test(url);
  }
}

/** The worker that keeps the site comes when other tests have long begun: they do without, and so see every request. */
async function withoutWorker(context: BrowserContext) {
  await context.addInitScript(() => Object.defineProperty(Navigator.prototype, "serviceWorker", { value: undefined }));
}

export const test = base.extend<{ watch: Watch; hasWorker: boolean }>({
  // Whether the site may keep itself for days without internet.
  hasWorker: [false, { option: true }],

  // Automatic: a test that does not name it is watched all the same.
  watch: [
    async ({ context, baseURL, hasWorker }, use) => {
      const watch = await Watch.of(context, baseURL!, hasWorker);
      await use(watch);
      watch.check();
    },
    { auto: true },
  ],
});

/** The first visit, done: a person with this name is here, at home. */
export async function arrive(page: Page, name = "Sami", folder = "") {
  await page.goto(folder);
  await page.getByLabel("Ton prénom ou un surnom").fill(name);
  await page.getByRole("button", { name: "C’est parti" }).click();
  await expect(page.locator("header .me")).toContainText(name);
}

/** The person changes the language of the page to English. */
export async function speakEnglish(page: Page) {
  await go(page, "#/moi");
  await page.getByRole("radio", { name: "English" }).check();
  await expect(page.locator("html")).toHaveAttribute("lang", "en");
}

/** Goes to an address of the app, as a link would. */
export async function go(page: Page, hash: string) {
  await page.evaluate((hash) => (location.hash = hash), hash);
}

/** What axe-core finds inside Blockly 13.3 itself; everything of ours must be at 0. */
const BLOCKLYS_OWN = [
  { rule: "aria-required-children", inside: ".blocklyBlockCanvas" },
  // The canvas with which it measures text, a child of the body outside any landmark.
  { rule: "region", inside: "body > canvas" },
];

/** Fails when axe-core finds a fault of ours on the page as it is now. */
export async function expectAccessible(page: Page) {
  const { violations } = await new AxeBuilder({ page }).analyze();
  const ours: string[] = [];
  for (const { id, help, nodes } of violations) {
    for (const { target, html } of nodes) {
      const selector = target.flat().join(" ");
      if (!(await isBlocklys(page, id, selector))) ours.push(`${id}: ${help}: ${selector}: ${html.slice(0, 200)}`);
    }
  }
  expect(ours).toEqual([]);
}

async function isBlocklys(page: Page, rule: string, selector: string): Promise<boolean> {
  const known = BLOCKLYS_OWN.filter((fault) => fault.rule === rule);
  for (const { inside } of known) {
    if (await page.locator(selector).first().evaluate((node, inside) => node.matches(inside), inside)) return true;
  }
  return false;
}

/** Keeps a picture of the page for people to look at: test-results/pictures/NAME-WIDTH.png. */
export async function picture(page: Page, name: string) {
  const width = page.viewportSize()!.width;
  const path = join(import.meta.dirname, "../../test-results/pictures", `${name}-${width}.png`);
  await page.screenshot({ path, animations: "disabled" });
}
