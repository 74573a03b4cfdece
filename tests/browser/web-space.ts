// A web space of a test's own, on a real server: it can go away, fail, and get another release of the site.
import { createHash } from "node:crypto";
import { cp, mkdtemp, readFile, readdir, rename, rm, writeFile } from "node:fs/promises";
import { type Server, type ServerResponse, createServer } from "node:http";
import type { AddressInfo, Socket } from "node:net";
import { tmpdir } from "node:os";
import { extname, join } from "node:path";
import { type Page, expect, test as base } from "./fabrique";
import { TYPES } from "./static-server.mjs";

/** The site that the build has made. */
const DIST = join(import.meta.dirname, "../../dist");

/** What goes wrong with the files whose address matches. */
export interface Fault {
  file: RegExp;
  kind: "500" | "half" | "cut" | "login page";
}

/** A folder of a web space. */
export class WebSpace {
  /** Addresses asked for, from the folder of the site. */
  readonly asked: string[] = [];
  /** What goes wrong now. */
  fault: Fault | null = null;
  private readonly sockets = new Set<Socket>();

  private constructor(
    private readonly server: Server,
    private readonly port: number,
    /** The release that is there. */
    public release: string,
    private readonly folder: string,
  ) {}

  /** Serves a release in a folder of its own, such as `/` or `/a/b/`. */
  static async open(release: string, folder = "/"): Promise<WebSpace> {
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    const space = new WebSpace(server, (server.address() as AddressInfo).port, release, folder);
    server.on("request", (request, response) => void space.answer(request.url ?? "/", response));
    server.on("connection", (socket) => {
      space.sockets.add(socket);
      socket.on("close", () => space.sockets.delete(socket));
    });
    return space;
  }

  get home(): string {
    return `http://127.0.0.1:${this.port}${this.folder}`;
  }

  /** Nobody answers any more. */
  async close() {
    const closed = new Promise((resolve) => this.server.close(resolve));
    for (const socket of this.sockets) socket.destroy();
    await closed;
  }

  private async answer(url: string, response: ServerResponse) {
    const path = decodeURIComponent(new URL(url, "http://here").pathname);
    const address = path.startsWith(this.folder) ? path.slice(this.folder.length) : "no/such/file";
    this.asked.push(address);
    const file = address === "" ? "index.html" : address;
    const kind = this.fault?.file.test(file) ? this.fault.kind : null;
    if (kind === "500") return response.writeHead(500).end("no");
    if (kind === "login page") return response.writeHead(200, { "content-type": "text/html" }).end("<h1>Log in</h1>");
    try {
      const body = await readFile(join(this.release, file));
      // As the headers of the build ask it: `immutable` for hashed files, the others are asked for again.
      const cache = /-[0-9a-f]{16}(_bg)?\.(js|wasm|css)$/.test(file) ? "public, max-age=31536000, immutable" : "no-cache";
      response.writeHead(200, {
        "content-type": TYPES[extname(file) as keyof typeof TYPES] ?? "application/octet-stream",
        "cache-control": cache,
        // The connection breaks in the middle of the file.
        ...(kind === "cut" ? { "content-length": body.length } : {}),
      });
      if (kind === "cut") response.write(body.subarray(0, body.length / 2), () => response.destroy());
      else response.end(kind === "half" ? body.subarray(0, body.length / 2) : body);
    } catch {
      response.writeHead(404, { "content-type": "text/plain" }).end("There is no such file.");
    }
  }
}

/** Folders that a test has made. */
const made: string[] = [];

/** Takes the folders of {@link copyOfSite} and {@link otherRelease} away. */
export async function removeReleases() {
  for (const folder of made.splice(0)) await rm(folder, { recursive: true });
}

/** The site as the build has made it, for a test to change. */
export async function copyOfSite(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "fabrique-release-"));
  made.push(folder);
  await cp(DIST, folder, { recursive: true });
  return folder;
}

/**
 * Another release: its main script and its main wasm have other contents, both marked with the release's name, and so
 * other names; the page names them, and the worker lists them. The rest did not change.
 */
export async function otherRelease(name: string): Promise<string> {
  const folder = await copyOfSite();
  const mark = createHash("sha256").update(name).digest("hex").slice(0, 16);
  const [script, wasm, start] = [/^fabrique-app-[0-9a-f]{16}\.js$/, /^fabrique-app-[0-9a-f]{16}_bg\.wasm$/, /^start-[0-9a-f]{16}\.js$/];
  const files = await readdir(folder);
  const find = (pattern: RegExp) => files.filter((file) => pattern.test(file));
  const page = await readFile(join(folder, "index.html"), "utf8");
  const ofPage = (pattern: RegExp) => find(pattern).find((file) => page.includes(file))!;
  const renamed: Record<string, string> = {
    [ofPage(script)]: `fabrique-app-${mark}.js`,
    [ofPage(wasm)]: `fabrique-app-${mark}_bg.wasm`,
    [ofPage(start)]: `start-${mark}.js`,
  };
  for (const [old, now] of Object.entries(renamed)) {
    await rename(join(folder, old), join(folder, now));
    const path = join(folder, now);
    const bytes = await readFile(path);
    if (now.endsWith(".wasm")) {
      // A custom section that no one reads: its length, its name's length, its name.
      await writeFile(path, Buffer.concat([bytes, Buffer.from([0, 1 + name.length, name.length]), Buffer.from(name)]));
    } else {
      await writeFile(path, inNewNames(bytes.toString(), renamed) + `\nglobalThis.fabriqueRelease = ${JSON.stringify(name)};`);
    }
  }
  await writeFile(join(folder, "index.html"), inNewNames(page, renamed));
  await listFiles(folder, renamed);
  return folder;
}

function inNewNames(text: string, renamed: Record<string, string>): string {
  return Object.entries(renamed).reduce((text, [old, now]) => text.replaceAll(old, now), text);
}

/** Writes the worker's list anew, as the build does. */
async function listFiles(folder: string, renamed: Record<string, string>) {
  const worker = await readFile(join(folder, "sw.js"), "utf8");
  const [list] = worker.match(/const FILES = \[[^;]*\];/)!;
  const addresses = [...inNewNames(list, renamed).matchAll(/\["([^"]*)", "[0-9a-f]{64}"\]/g)].map(([, address]) => address);
  const lines = [];
  for (const address of addresses) {
    const bytes = await readFile(join(folder, address === "" ? "index.html" : address));
    lines.push(`["${address}", "${createHash("sha256").update(bytes).digest("hex")}"],`);
  }
  await writeFile(join(folder, "sw.js"), worker.replace(list, `const FILES = [\n${lines.join("\n")}\n];`));
}

/** The `test` of files about a site that keeps itself: each has a web space of its own, in one of two folders. */
export const test = base.extend<{ folder: string; space: WebSpace }>({
  hasWorker: true,
  folder: ["/", { option: true }],
  space: async ({ folder }, use) => {
    const space = await WebSpace.open(DIST, folder);
    await use(space);
    await space.close().catch(() => {}); // a test may have closed it
  },
  baseURL: async ({ space }, use) => use(space.home),
});

/** The page says that it works without internet, with all lessons. */
export async function expectKept(page: Page) {
  await expect(page.locator("html[data-offline=kept]")).toBeAttached({ timeout: 40_000 });
}
