// A plain web space: node static-server.mjs DIR PORT
//
// Serves DIR at / and at /a/b/, as a site in a sub-folder. A missing file is a 404; nothing is compressed or cached.
import { createServer } from "node:http";
import { readFile } from "node:fs/promises";
import { extname, join, normalize } from "node:path";
import { fileURLToPath } from "node:url";

export const TYPES = {
  ".css": "text/css",
  ".cur": "image/x-icon",
  ".gif": "image/gif",
  ".html": "text/html; charset=utf-8",
  ".jpg": "image/jpeg",
  ".js": "text/javascript",
  ".json": "application/json",
  ".md": "text/markdown; charset=utf-8",
  ".mp3": "audio/mpeg",
  ".png": "image/png",
  ".ttf": "font/ttf",
  ".txt": "text/plain; charset=utf-8",
  ".svg": "image/svg+xml",
  ".wasm": "application/wasm",
  ".webp": "image/webp",
  ".webmanifest": "application/manifest+json",
  ".woff2": "font/woff2",
};

if (process.argv[1] === fileURLToPath(import.meta.url)) serve(...process.argv.slice(2));

function serve(folder, port) {
  createServer(async (request, response) => {
    // `normalize` of an absolute path cannot climb above its root.
    const path = normalize(decodeURIComponent(new URL(request.url, "http://here").pathname)).replace(/^\/a\/b\//, "/");
    const file = join(folder, path.endsWith("/") ? `${path}index.html` : path);
    try {
      const body = await readFile(file);
      const type = TYPES[extname(file)] ?? "application/octet-stream";
      response.writeHead(200, { "content-type": type, "cache-control": "no-store" }).end(body);
    } catch {
      response.writeHead(404, { "content-type": "text/plain" }).end("There is no such file.");
    }
  }).listen(Number(port), "127.0.0.1");
}
