// In place of the worker when the site is built `--without-offline`: takes away what an earlier worker kept, and itself.
// Open pages go on: what they ask for comes from the network again.
addEventListener("install", (event) => event.waitUntil(skipWaiting()));

addEventListener("activate", (event) => event.waitUntil(leave()));

async function leave() {
  for (const name of await caches.keys()) {
    // Another site of the same host may have caches of its own: the name ends with the folder.
    if (name.startsWith("fabrique ") && name.endsWith(` ${registration.scope}`)) await caches.delete(name);
  }
  await registration.unregister();
}
