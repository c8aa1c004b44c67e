// Removes the site's worker and its copies from every device that comes by. Publish it as sw.js in place of the release's
// own; leave it there for as long as devices may still hold the broken worker (README.md in this folder).

const base = new URL("./", location.href).pathname;
const PREFIX = `ipros:${base}:`;

// A page in which something is being typed is left alone; a page that does not answer is the broken one.
const typing = (client) => {
  const { port1, port2 } = new MessageChannel();
  return new Promise((resolve) => {
    port1.onmessage = ({ data }) => resolve(data);
    setTimeout(resolve, 1000, false);
    client.postMessage({ typing: true }, [port2]);
  });
};

const leave = async () => {
  // Only pages that the broken worker held are here: a page loaded after this one is held by none, so nothing repeats.
  const held = await clients.matchAll({ type: "window" });
  for (const name of await caches.keys()) {
    if (name.startsWith(PREFIX)) await caches.delete(name);
  }
  await registration.unregister();
  for (const client of held) {
    if (!(await typing(client))) await client.navigate(client.url).catch(() => null);
  }
};

addEventListener("install", (event) => event.waitUntil(skipWaiting()));
addEventListener("activate", (event) => event.waitUntil(leave()));
