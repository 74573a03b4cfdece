// A plain web space: node static-server.mjs DIR PORT
//
// Serves DIR at / and at /a/b/, as a site in a sub-folder. A missing file is a 404; nothing is compressed or cached.
import { createServer } from "node:http";
import { readFile } from "node:fs/promises";
import { extname, join, normalize } from "node:path";

const TYPES = {
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
  ".svg": "image/svg+xml",
  ".wasm": "application/wasm",
  ".webp": "image/webp",
  ".woff2": "font/woff2",
};

const [folder, port] = process.argv.slice(2);

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
