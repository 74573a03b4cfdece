// A class: the real bundled server with a folder of its own, behind a way that fails as real networks do.
import { type Browser, type BrowserContext, type Page, expect } from "@playwright/test";
import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, readdirSync, rmSync, statSync } from "node:fs";
import { type IncomingMessage, type ServerResponse, createServer, request } from "node:http";
import { type AddressInfo, createServer as createTcp } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Watch, go } from "./fabrique";
import { expectSaved } from "./record";

const ROOT = join(import.meta.dirname, "../..");
const COMMAND = process.env.FABRIQUE_COMMAND ?? join(ROOT, "target/debug/fabrique");

/** What goes wrong with requests to the folder. */
export type Fault =
  | { kind: "status"; status: number; only?: string }
  | { kind: "portal" }
  | { kind: "reset" }
  | { kind: "silence" }
  | { kind: "truncated" }
  | { kind: "tags"; change: (tag: string) => string };

export class SharedFolder {
  /** Requests to the folder that reached the way, `PUT /dav/…`. */
  readonly requests: string[] = [];
  fault: Fault | null = null;
  private server: ChildProcess | null = null;
  private readonly way = createServer((asked, answer) => this.pass(asked, answer));
  private port = 0;

  private constructor(readonly data: string) {}

  static async open(): Promise<SharedFolder> {
    const folder = new SharedFolder(mkdtempSync(join(tmpdir(), "fabrique-class-")));
    await folder.start();
    await new Promise<void>((done) => folder.way.listen(0, "127.0.0.1", done));
    return folder;
  }

  get home(): string {
    return `http://127.0.0.1:${(this.way.address() as AddressInfo).port}/`;
  }

  /** A new code of six words. */
  code(who: "participant" | "trainer" = "participant"): string {
    const what = who === "trainer" ? ["--trainer"] : ["--add", "1"];
    const said = execFileSync(COMMAND, ["codes", "--data", this.data, "--space", "mardi", ...what], { encoding: "utf8" });
    return /Code[^:]*: ([a-z]+(?: [a-z]+){5})/i.exec(said)![1];
  }

  async start() {
    if (this.port === 0) this.port = await freePort();
    const arguments_ = ["serve", join(ROOT, "dist"), "--data", this.data, "--port", String(this.port)];
    this.server = spawn(COMMAND, arguments_, { stdio: ["ignore", "pipe", "inherit"] });
    await new Promise<void>((ready) => this.server!.stdout!.once("data", () => ready()));
    this.server.stdout!.resume();
  }

  async stop() {
    const ended = new Promise((ended) => this.server!.once("exit", ended));
    this.server!.kill();
    await ended;
  }

  async close() {
    await this.stop();
    this.way.closeAllConnections();
    this.way.close();
    rmSync(this.data, { recursive: true, force: true });
  }

  /** The folder of a participant on the disk. */
  path(code: string): string {
    const [first, second] = code.split(" ");
    return join(this.data, "mardi", `${first}-${second}`);
  }

  /** The files below a participant's folder, those the server keeps for itself left out. */
  files(code: string): string[] {
    const below = (folder: string): string[] =>
      readdirSync(folder).filter((name) => !name.startsWith(".")).flatMap((name) => {
        const path = join(folder, name);
        return statSync(path).isDirectory() ? below(path).map((inside) => `${name}/${inside}`) : [name];
      });
    try {
      return below(this.path(code)).sort();
    } catch {
      return [];
    }
  }

  read(code: string, file: string): string {
    return readFileSync(join(this.path(code), file), "utf8");
  }

  /** Does something to the data while the server is down, as who restores a backup does. */
  async whileDown(change: (data: string) => void) {
    await this.stop();
    change(this.data);
    await this.start();
  }

  backup(): string {
    const copy = mkdtempSync(join(tmpdir(), "fabrique-backup-"));
    cpSync(this.data, copy, { recursive: true });
    return copy;
  }

  private pass(asked: IncomingMessage, answer: ServerResponse) {
    const path = asked.url ?? "/";
    const fault = path.startsWith("/dav/") ? this.fault : null;
    if (path.startsWith("/dav/")) this.requests.push(`${asked.method} ${path}`);
    if (fault?.kind === "status" && (fault.only ?? asked.method) === asked.method) {
      asked.resume();
      answer.writeHead(fault.status, { "content-type": "text/plain" }).end();
      return;
    }
    if (fault?.kind === "portal") {
      asked.resume();
      answer.writeHead(200, { "content-type": "text/html" }).end("<!doctype html><title>Wifi</title><form>Log in</form>");
      return;
    }
    if (fault?.kind === "reset") return void asked.socket.destroy();
    if (fault?.kind === "silence") return;
    const onwards = request(
      { host: "127.0.0.1", port: this.port, path, method: asked.method, headers: asked.headers },
      (came) => {
        const headers = { ...came.headers };
        if (fault?.kind === "tags" && headers.etag) headers.etag = fault.change(headers.etag);
        answer.writeHead(came.statusCode ?? 502, headers);
        if (fault?.kind === "truncated") {
          came.once("data", (chunk: Buffer) => {
            answer.write(chunk.subarray(0, chunk.length >> 1));
            setTimeout(() => answer.destroy(), 20);
          });
          came.once("end", () => answer.destroy());
        } else {
          came.pipe(answer);
        }
      },
    );
    onwards.on("error", () => answer.destroy());
    asked.pipe(onwards);
  }
}

function freePort(): Promise<number> {
  return new Promise((done) => {
    const probe = createTcp().listen(0, "127.0.0.1", () => {
      const { port } = probe.address() as AddressInfo;
      probe.close(() => done(port));
    });
  });
}

/** A computer: a browser of its own, all of whose requests are watched. */
export async function computer(browser: Browser, home: string): Promise<{ context: BrowserContext; page: Page; watch: Watch }> {
  const context = await browser.newContext({ baseURL: home, locale: "fr-FR", viewport: { width: 1280, height: 800 } });
  const watch = await Watch.of(context, home);
  watch.expects(/Failed to load resource/);
  return { context, page: await context.newPage(), watch };
}

/** Gives the code in my data. */
export async function giveCode(page: Page, code: string, isMine = true) {
  await go(page, "#/moi");
  await page.getByRole("button", { name: "Donner mon code" }).click();
  await page.getByLabel("Mon code (six mots)").fill(code);
  if (isMine) await page.getByRole("checkbox", { name: /C’est mon ordinateur/ }).check();
  await page.getByRole("button", { name: "Relier" }).click();
}

/** The page says that all is sent. */
export async function expectSent(page: Page) {
  await expectSaved(page);
  await expect(page.locator(".sent")).toHaveAttribute("data-state", "sent", { timeout: 45_000 });
}

/** Asks for a round now. */
export async function sendNow(page: Page) {
  await go(page, "#/moi");
  await page.getByRole("button", { name: "Envoyer maintenant" }).click();
}
