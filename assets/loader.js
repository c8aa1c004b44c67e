// Wakes the page up, or leaves it alone: the page is whole without this file.
// It stands behind wasm-bindgen's glue in one module, so that one `integrity` covers both.

const root = document.documentElement;
const app = document.getElementById("app");
// What Rust hands over (`src/site/dist/contract.rs`).
const { cachePrefix, integrity, oldAfterDays, program, worker, words } = "%LOADER%";

// Trusted Types: the views build their fixed parts through a template's innerHTML. Only the tags and attributes that
// our views use pass; no address that runs code; no text becomes a script, and one script's address passes: the worker's.
const TAGS = /^(?:a|article|aside|b|br|button|caption|circle|dd|details|div|dl|dt|em|figcaption|figure|footer|g|h[1-4]|header|input|label|li|main|mark|nav|ol|p|option|path|rect|section|select|small|span|strong|summary|svg|table|tbody|td|text|th|thead|time|tr|ul|use)$/;
const ATTRIBUTE = /\s+([a-zA-Z][\w-]*)(?:="([^"<>]*)")?/gy;
const NAMES = /^(?:autocapitalize|autocomplete|class|cx|cy|d|datetime|enterkeyhint|focusable|for|height|hidden|href|id|lang|open|popover|r|rel|role|rx|scope|spellcheck|tabindex|type|value|viewBox|width|x|y|aria-[a-z]+|data-[a-z-]+)$/;
const ADDRESS = /^(?:[/#]|https:\/\/|tel:|sms:|geo:|mailto:)/;

const attributes = (text) => {
  ATTRIBUTE.lastIndex = 0;
  let read = 0;
  for (let found; (found = ATTRIBUTE.exec(text)); read = ATTRIBUTE.lastIndex) {
    if (!NAMES.test(found[1]) || (found[1] === "href" && !ADDRESS.test(found[2] ?? ""))) return false;
  }
  return text.slice(read).trim() === "" || text.slice(read).trim() === "/";
};

const harmless = (html) => {
  const parts = html.split(/<(!(?:--[^<>]*--)?|\/?[a-zA-Z][^<>]*)>/);
  return parts.every((part, at) => {
    if (at % 2 === 0) return !/[<>]/.test(part);
    if (part.startsWith("!")) return true;
    const [, end, tag, rest] = /^(\/?)([a-zA-Z0-9]+)(.*)$/s.exec(part) ?? [];
    return TAGS.test(tag ?? "") && (end ? rest.trim() === "" : attributes(rest));
  });
};

globalThis.trustedTypes?.createPolicy("default", {
  createHTML: (html) => (harmless(html) ? html : null),
  createScript: () => null,
  createScriptURL: (url) => (url === worker ? url : null),
});

const make = (tag, properties, ...inside) => {
  const made = Object.assign(document.createElement(tag), properties);
  made.append(...inside);
  return made;
};

const status = (properties, ...inside) => {
  const made = make("p", properties, ...inside);
  made.setAttribute("role", "status");
  return made;
};

// A calm word above the page: outside `#app`, which belongs to the program.
const say = (...parts) => {
  const line = status({ className: "site-note" });
  app.before(line);
  line.append(...parts);
  return line;
};

// Not the router's: a page of the copy, or of the new version, is loaded as a page.
const link = (href, text) => make("a", { href, rel: "external" }, text);

// After a panic the links belong to the browser again, the one that was just followed too.
let stopped = false;
let followed = null;

addEventListener("click", (event) => {
  if (stopped) return event.stopImmediatePropagation();
  const link = event.target.closest?.("a[href]");
  const plain = event.button === 0 && !(event.metaKey || event.ctrlKey || event.shiftKey || event.altKey);
  followed = link && plain ? { href: link.href, at: event.timeStamp } : null;
}, true);

addEventListener("popstate", () => stopped && location.reload(), true);

const stop = ({ type } = {}) => {
  if (stopped) return;
  stopped = true;
  if (type === "ipros-stopped" || "hydrated" in root.dataset) say(words.stopped);
  delete root.dataset.hydrated;
  if (followed && performance.now() - followed.at < 2000) location.assign(followed.href);
};

addEventListener("ipros-stopped", stop);
addEventListener("error", ({ error }) => error instanceof WebAssembly.RuntimeError && stop());

// On paper everything is unfolded: browsers that cannot do it by style get it done here, and undone after.
let folded = [];
addEventListener("beforeprint", () => {
  folded = [...document.querySelectorAll("main details:not([open])")];
  folded.forEach((part) => part.setAttribute("open", ""));
});
addEventListener("afterprint", () => folded.forEach((part) => part.removeAttribute("open")));

// A module with what our wasm needs: sign extension, saturating conversion, bulk memory, references, several results.
const NEEDED = "0061736d01000000" + "010902" + "600000" + "6000027f7f" + "03020100" + "0503010001" + "0a25012300" +
  "4100c01a" + "4300000000fc001a" + "410041004100fc0b00" + "d06f1a" + "0201410041000b1a1a" + "0b";

const capable = () => {
  const bytes = Uint8Array.from(NEEDED.match(/../g), (pair) => parseInt(pair, 16));
  return typeof WebAssembly === "object" && WebAssembly.validate(bytes);
};

// A browser extension or a translator that has changed the page is respected: such a page is not woken up.
const untouched = () => app.getElementsByTagName("*").length === Number(root.dataset.elements);

const start = async () => {
  const response = await fetch(new URL(program, import.meta.url), { integrity, credentials: "omit" });
  if (response.ok && untouched()) await __wbg_init({ module_or_path: response });
};

// Text that was published long ago and is still shown, by whatever cache or host, says so.
const age = Date.now() - Date.parse(root.dataset.updated);
if (age > oldAfterDays * 86_400_000 && !document.querySelector(".site-note--loud")) {
  say(words.old).classList.add("site-note--loud");
}

// The copy for places without network (worker.js): asked for once the page is usable, never where data is spared.
const offline = navigator.serviceWorker;

const keepCopy = () => {
  if (!offline || navigator.connection?.saveData) return;
  // A worker that is there is asked for its successor at once: browsers take their time, and text may have been taken back.
  const renew = (held) => held.active && held.update();
  const register = () => offline.register(worker, { scope: root.dataset.base, updateViaCache: "none" }).then(renew).catch(() => null);
  const quiet = () => (globalThis.requestIdleCallback ? requestIdleCallback(register, { timeout: 4000 }) : setTimeout(register, 2000));
  if (document.readyState === "complete") quiet();
  else addEventListener("load", quiet, { once: true });
};

const typing = () => [...document.querySelectorAll("input, textarea")].some((field) => field.value !== field.defaultValue);

let told = false;
offline?.addEventListener("message", ({ data, ports }) => {
  if (data.typing) ports[0].postMessage(typing());
  if (!data.build || data.build === root.dataset.build || told) return;
  told = true;
  say(`${words.newer} `, link("", words.see));
});

// What the worker holds; null when there is no worker.
const ask = async () => {
  if (!offline?.controller) return null;
  const { port1, port2 } = new MessageChannel();
  const said = new Promise((resolve) => {
    port1.onmessage = ({ data }) => resolve(data);
    setTimeout(resolve, 5000, null);
  });
  offline.controller.postMessage({ list: true }, [port2]);
  return said;
};

// `/hors-ligne/`: what can be read without network.
const showList = async (place) => {
  const state = status({});
  place.append(state);
  const held = await ask();
  state.textContent = !held ? words.none : held.whole ? held.copy : words.incomplete;
  const items = (held?.pages ?? []).map(([path, title]) => make("li", {}, link(path, title)));
  if (items.length) place.append(make("ul", { className: "links" }, ...items));
};

const remove = async () => {
  const { base } = root.dataset;
  const registered = await offline?.getRegistration(base);
  if (registered && new URL(registered.scope).pathname === base) await registered.unregister();
  const names = (await globalThis.caches?.keys()) ?? [];
  for (const name of names.filter((name) => name.startsWith(cachePrefix))) await caches.delete(name);
};

// `/confidentialite/`: the button that removes the copies, after a word.
const showControls = (place) => {
  const button = (text, quiet, onclick) =>
    make("button", { type: "button", className: `button${quiet ? " button--quiet" : ""}`, onclick }, text);
  const result = status({});
  const no = button(words.no, true, () => turn(false));
  const yes = button(words.yes, false, async () => {
    turn(false);
    result.textContent = await remove().then(() => words.removed, () => words.kept);
  });
  const confirm = make("div", { className: "copies__confirm", hidden: true }, make("p", {}, words.sure), yes, no);
  const first = button(words.remove, true, () => turn(true));
  const turn = (open) => {
    confirm.hidden = !open;
    first.hidden = open;
    (open ? no : first).focus();
  };
  place.append(first, confirm, result);
};

const fill = () => {
  const place = app.querySelector(".copies:empty");
  if (place) (place.dataset.copies === "list" ? showList : showControls)(place);
};

const awake = () => {
  fill();
  new MutationObserver(fill).observe(app, { childList: true, subtree: true });
  keepCopy();
};

const failed = (error) => {
  console.error(error);
  stop();
};

if (capable() && untouched()) start().catch(failed).then(awake);
else awake();
