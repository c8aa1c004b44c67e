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
  verified(path, await fetch(path, { cache: "no-cache", redirect: "error" }));

const copy = async (path, cache) => {
  if (await cache.match(path)) return;
  const before = await caches.match(path);
  const known = before && (await verified(path, before).catch(() => null));
  await cache.put(path, known ?? (await download(path)));
};

// Where the host's policy forbids wasm, the program would be copied for nothing.
const runs = () => {
  try {
    return Boolean(new WebAssembly.Module(Uint8Array.of(0, 97, 115, 109, 1, 0, 0, 0)));
  } catch {
    return false;
  }
};
const wanted = Object.keys(files).filter((path) => !path.endsWith(".wasm") || runs());

// A first copy is worth having without the program: its pages are whole. A copy that would replace another must be whole.
const fill = async (all) => {
  const cache = await caches.open(CACHE);
  for (const path of [pages.template, ...Object.values(pages.parts)]) await copy(path, cache);
  for (const path of wanted) {
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

// Removes our copies, but for one.
const forget = async (but) => {
  for (const name of await caches.keys()) {
    if (name.startsWith(cachePrefix) && name !== but) await caches.delete(name);
  }
};

const activate = async () => {
  await forget(CACHE);
  await clients.claim();
  for (const client of await clients.matchAll()) client.postMessage({ build });
};

// The text of a file of the copy; read once, unless it cannot be read.
const texts = new Map();
const text = (path) => {
  const read = async () => {
    const kept = await caches.match(path, { cacheName: CACHE });
    if (!kept) throw new Error(`${path}: no copy`);
    return (await verified(path, kept)).text();
  };
  if (!texts.has(path)) {
    texts.set(path, read().catch((error) => {
      texts.delete(path);
      throw error;
    }));
  }
  return texts.get(path);
};

const part = async (path) => JSON.parse(await text(path));

// The page at a path, from the part that its first folder names.
const find = async (path) => {
  const [first, ...rest] = path.slice(base.length).split("/");
  const place = rest.join("/") && Object.hasOwn(pages.parts, first) ? first : "";
  return (await part(pages.parts[place])).find((page) => page.path === path);
};

const note = () => {
  const old = Date.now() - Date.parse(updated) > oldAfterDays * 86_400_000;
  const loud = old ? `<strong>${words.old}</strong> ` : "";
  const list = `<a href="${listPage}" rel="external">${words.list}</a>`;
  return `<p class="site-note${old ? " site-note--loud" : ""}" role="status">${loud}${words.copy} · ${list}</p>`;
};

// Each slot of the template takes the page's field of its name, as in `src/site/dist/page.rs`; the note is ours.
const whole = async (page, status) => {
  const fields = { ...page, note: note() };
  const template = await text(pages.template);
  return answer(template.replace(/%([A-Z]+)%/g, (_, slot) => fields[slot.toLowerCase()]), "html", status);
};

// A path as our own addresses are written, like `plain` in `src/route/mod.rs`.
const canonical = (path) => {
  const short = decodeURIComponent(path).toLowerCase().replace(/\/{2,}/g, "/").replace(/(?:index)?\.html$/, "");
  return short.endsWith("/") ? short : `${short}/`;
};

const known = async (path) => {
  const page = await find(path);
  if (page) return whole(page, 200);
  const place = canonical(path);
  return (await find(place)) ? Response.redirect(place, 302) : null;
};

const lost = async () => {
  try {
    return await whole(await find(listPage), 503);
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
    const all = (await Promise.all(Object.values(pages.parts).map(part))).flat();
    const kept = await Promise.all(wanted.map((path) => caches.match(path, { cacheName: CACHE })));
    const listed = all.filter((page) => page.listed).map((page) => [page.path, page.title]);
    port.postMessage({ whole: kept.every(Boolean), copy: words.copy, pages: listed });
  } catch {
    port.postMessage({ whole: false, pages: [] });
  }
};

addEventListener("install", (event) => event.waitUntil(install()));
addEventListener("activate", (event) => event.waitUntil(activate()));
addEventListener("message", (event) => {
  const [port] = event.ports;
  if (event.data?.list) event.waitUntil(list(port));
  // For a page that may not look at copies itself.
  if (event.data?.remove) event.waitUntil(forget().then(() => true, () => false).then((done) => port.postMessage(done)));
});

addEventListener("fetch", (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== "GET" || url.origin !== location.origin || !url.pathname.startsWith(base)) return;
  if (request.mode === "navigate") event.respondWith(navigate(event));
  else if (Object.hasOwn(files, url.pathname)) event.respondWith(file(event, url.pathname));
});
