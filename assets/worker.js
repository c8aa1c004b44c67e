// The site without network: copies its public files, the same for everyone, and answers from them when the network does not.
// Every page is whole without our program, as the files of `dist/` are.

// What Rust hands over (`src/site/dist/contract.rs`).
const { base, build, cachePrefix, files, headers, listPage, oldAfterDays, pages, updated, version, words } = "%COPY%";

const CACHE = cachePrefix + version;
const PATIENCE = 3000;

const TYPES = {
  css: "text/css; charset=utf-8", html: "text/html; charset=utf-8", js: "text/javascript; charset=utf-8",
  json: "application/json", svg: "image/svg+xml", txt: "text/plain; charset=utf-8", wasm: "application/wasm",
  webmanifest: "application/manifest+json", woff2: "font/woff2",
};

const answer = (body, kind, status = 200) => {
  const type = TYPES[kind] ?? "application/octet-stream";
  return new Response(body, { status, headers: { ...headers, "Content-Type": type, "Cache-Control": "no-store" } });
};

const hash = async (bytes) => {
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
  return `sha256-${btoa(String.fromCharCode(...digest))}`;
};

// What the build wrote, or an error: no page of a hotel's network, no half file, no file of another release.
const verified = async (path, response) => {
  if (response.status !== 200 || response.redirected || response.type === "opaque") throw new Error(`${path}: refused`);
  const bytes = await response.arrayBuffer();
  if ((await hash(bytes)) !== files[path]) throw new Error(`${path}: other bytes`);
  return answer(bytes, path.split(".").pop());
};

// Asks the server whether the browser's own copy still holds: the page has just fetched some of these, and what a hotel's
// network left there is not believed.
const download = async (path) =>
  verified(path, await fetch(path, { cache: "no-cache", credentials: "omit", redirect: "error" }));

const copy = async (path, cache) => {
  if (await cache.match(path)) return;
  const before = await caches.match(path);
  const known = before && (await verified(path, before).catch(() => null));
  await cache.put(path, known ?? (await download(path)));
};

// A first copy is worth having without the program: its pages are whole. A copy that would replace another must be whole.
const fill = async (all) => {
  const cache = await caches.open(CACHE);
  await copy(pages, cache);
  for (const path of Object.keys(files)) {
    await copy(path, cache).catch((error) => {
      if (all) throw error;
    });
  }
};

const install = async () => {
  try {
    await fill(Boolean(registration.active));
  } catch (error) {
    await caches.delete(CACHE);
    throw error;
  }
  // Each page names the files of its own release, and the server keeps three releases: nobody is left between two.
  await skipWaiting();
};

const activate = async () => {
  for (const name of await caches.keys()) {
    if (name.startsWith(cachePrefix) && name !== CACHE) await caches.delete(name);
  }
  await clients.claim();
  for (const client of await clients.matchAll()) client.postMessage({ build });
};

let bundle = null;

const read = async () => {
  const kept = await caches.match(pages, { cacheName: CACHE });
  if (!kept) throw new Error("no copy");
  const text = await (await verified(pages, kept)).text();
  const { template, pages: all } = JSON.parse(text);
  return { template, held: new Map(all.map((page) => [page.path, page])) };
};

const library = () => {
  bundle ??= read().catch((error) => {
    bundle = null;
    throw error;
  });
  return bundle;
};

const note = () => {
  const old = Date.now() - Date.parse(updated) > oldAfterDays * 86_400_000;
  const loud = old ? `<strong>${words.old}</strong> ` : "";
  const list = `<a href="${listPage}" rel="external">${words.list}</a>`;
  return `<p class="site-note${old ? " site-note--loud" : ""}" role="status">${loud}${words.copy} · ${list}</p>`;
};

// Each slot of the template takes the page's field of its name, as in `src/site/dist/page.rs`; the note is ours. A page that
// stands for another address is not the page that our program would build there: it is left asleep.
const whole = ({ template, held }, path, status) => {
  const { elements, ...page } = held.get(path);
  const fields = { ...page, elements: status === 200 ? elements : -1, note: note() };
  return answer(template.replace(/%([A-Z]+)%/g, (_, slot) => fields[slot.toLowerCase()]), "html", status);
};

const canonical = (path) => {
  const short = path.replace(/\/{2,}/g, "/").replace(/(?:index)?\.html$/, "");
  return short.endsWith("/") ? short : `${short}/`;
};

const known = async (path) => {
  const copies = await library();
  if (copies.held.has(path)) return whole(copies, path, 200);
  const place = canonical(path);
  return copies.held.has(place) ? Response.redirect(place, 302) : null;
};

const lost = async () => {
  try {
    return whole(await library(), listPage, 503);
  } catch {
    return answer(words.lost, "html", 503);
  }
};

// A copy that has lost a file is mended when the network answers.
let mending = null;
const mend = () => {
  mending ??= fill(false).catch(() => null).then(() => (mending = null));
  return mending;
};

const navigate = async (event) => {
  const path = new URL(event.request.url).pathname;
  // No navigation preload: when it fails, Firefox shows its own error, whatever is answered here.
  const network = fetch(event.request);
  const late = new Promise((_, reject) => setTimeout(reject, PATIENCE));
  try {
    const response = await Promise.race([network, late]);
    if (response.status >= 500) return (await known(path).catch(() => null)) ?? response;
    if (response.ok) event.waitUntil(mend());
    return response;
  } catch {
    const page = await known(path).catch(() => null);
    return page ?? network.catch(lost);
  }
};

const keep = async (path, response) => {
  const checked = await verified(path, response);
  if (await caches.has(CACHE)) await (await caches.open(CACHE)).put(path, checked);
};

const named = (path) => path.startsWith(`${base}assets/`);

const file = async (event, path) => {
  const kept = () => caches.match(path, { cacheName: CACHE });
  const found = named(path) && (await kept());
  if (found) return found;
  try {
    const response = await fetch(event.request);
    event.waitUntil(keep(path, response.clone()).catch(() => null));
    return response;
  } catch (error) {
    const copied = await kept();
    if (copied) return copied;
    throw error;
  }
};

// What the page for places without network shows.
const list = async (port) => {
  try {
    const { held } = await library();
    const kept = await Promise.all(Object.keys(files).map((path) => caches.match(path, { cacheName: CACHE })));
    const listed = [...held.values()].filter((page) => page.listed).map((page) => [page.path, page.title]);
    port.postMessage({ whole: kept.every(Boolean), copy: words.copy, pages: listed });
  } catch {
    port.postMessage({ whole: false, pages: [] });
  }
};

addEventListener("install", (event) => event.waitUntil(install()));
addEventListener("activate", (event) => event.waitUntil(activate()));
addEventListener("message", (event) => event.data?.list && event.waitUntil(list(event.ports[0])));

addEventListener("fetch", (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== "GET" || url.origin !== location.origin || !url.pathname.startsWith(base)) return;
  if (request.mode === "navigate") event.respondWith(navigate(event));
  else if (Object.hasOwn(files, url.pathname)) event.respondWith(file(event, url.pathname));
});
