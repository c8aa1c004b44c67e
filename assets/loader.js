// Wakes the page up, or leaves it alone: the page is whole without this file.
// It stands behind wasm-bindgen's glue in one module, so that one `integrity` covers both.

const root = document.documentElement;
// What Rust hands over (`src/site/dist/contract.rs`).
const { cachePrefix, integrity, oldAfterDays, program, worker, words } = "%LOADER%";

// Each optional thing is asked for on its own: what a browser or an extension forbids, or has taken, stops nothing else.
const optional = (ask) => {
  try {
    return ask() ?? null;
  } catch {
    return null;
  }
};

const serviceWorker = optional(() => navigator.serviceWorker);
const copies = optional(() => globalThis.caches);

// Trusted Types: no text becomes HTML or a script, and one script's address passes: the worker's.
// Its address is whole: a page's own may hold a password, which no worker's may.
const address = location.origin + worker;
const types = optional(() => globalThis.trustedTypes?.createPolicy("ipros", {
  createScriptURL: (url) => (url === address ? url : null),
}));

// The module may run before the page is there whole, so that the program is asked for early: the rest waits.
const parsed = new Promise((resolve) => {
  if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", resolve, { once: true });
  else resolve();
});
const app = () => document.getElementById("app");

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
  app().before(line);
  line.append(...parts);
  return line;
};

// Not the program's: a page of the copy, or of the new version, is loaded as a page.
const link = (href, text) => make("a", { href, rel: "external" }, text);

// When the program has stopped, the links belong to the browser again, the one that is being followed too. Our own listeners
// come first; once it has stopped, the program's hear nothing more, and the buttons of this file still work.
let stopped = false;
// Where the reader is going, and until when a death has to do with it: a moment after the page is there (`data-route` tells).
let moving = null;
new MutationObserver(() => moving && (moving.until = Date.now() + 2000)).observe(root, { attributeFilter: ["data-route"] });

const silence = (event) => stopped && event.stopImmediatePropagation();
for (const type of ["click", "input", "change", "keydown"]) document.addEventListener(type, silence);

addEventListener("click", (event) => {
  const link = event.target.closest?.("a[href]");
  const plain = event.button === 0 && !(event.metaKey || event.ctrlKey || event.shiftKey || event.altKey);
  moving = link && plain ? { to: link.href, until: Date.now() + 10_000 } : null;
}, true);

addEventListener("popstate", (event) => {
  if (stopped) {
    event.stopImmediatePropagation();
    location.reload();
  }
  moving = { until: Date.now() + 10_000 };
}, true);

const stop = () => {
  if (stopped) return;
  stopped = true;
  const { awake } = root.dataset;
  delete root.dataset.awake;
  const leaving = moving && Date.now() < moving.until;
  if (leaving && moving.to) location.assign(moving.to);
  else if (leaving) location.reload();
  else if (awake !== undefined) say(words.stopped);
};

// An error that nobody has caught leaves a program that cannot be trusted: thrown in this module or in the wasm, or of the kind
// that ends programs, wherever its trace begins (the end of the stack cuts traces off).
const OWN = import.meta.url;
const DEADLY = /call stack|too much recursion|closure invoked|WebAssembly\.Memory/i;
const ours = (error, file = "") => {
  const trace = `${file} ${optional(() => error.stack) ?? ""}`;
  const told = `${optional(() => error.message) ?? ""}`;
  return error instanceof WebAssembly.RuntimeError || trace.includes(OWN) || /\bwasm[-:\/]/.test(trace) || DEADLY.test(told);
};

addEventListener("ipros-stopped", stop);
addEventListener("error", ({ error, filename }) => ours(error, filename) && stop());
addEventListener("unhandledrejection", ({ reason }) => ours(reason) && stop());

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

// It is compiled, not only looked at: a policy may forbid what the browser could do.
const capable = () => optional(() => {
  const bytes = Uint8Array.from(NEEDED.match(/../g), (pair) => parseInt(pair, 16));
  return WebAssembly.validate(bytes) && new WebAssembly.Module(bytes);
});

// Compiled while it arrives where the host names its type, and started in a task of its own: neither holds the page up for long.
const compile = async (response) => {
  const named = response.headers.get("content-type")?.startsWith("application/wasm");
  if (named && WebAssembly.compileStreaming) return WebAssembly.compileStreaming(response);
  return WebAssembly.compile(await response.arrayBuffer());
};

const start = async () => {
  const response = await fetch(new URL(program, OWN), { integrity });
  if (!response.ok) return;
  const module = await compile(response);
  await parsed;
  await new Promise((resolve) => setTimeout(resolve));
  await __wbg_init({ module_or_path: module });
};

// Text that was published long ago and is still shown, by whatever cache or host, says so.
const tellAge = () => {
  const age = Date.now() - Date.parse(root.dataset.updated);
  if (age > oldAfterDays * 86_400_000 && !document.querySelector(".site-note--loud")) {
    say(words.old).classList.add("site-note--loud");
  }
};

// The copy for places without network (worker.js): asked for once the page is usable, never where data is spared, nor after
// the reader has removed it.
let refused = false;
const keepCopy = () => {
  if (!serviceWorker || optional(() => navigator.connection.saveData)) return;
  // A worker that is there is asked for its successor at once: browsers take their time, and text may have been taken back.
  const renew = (held) => held.active && held.update();
  const register = async () => {
    if (refused) return null;
    const url = types ? types.createScriptURL(address) : address;
    const scope = location.origin + root.dataset.base;
    return serviceWorker.register(url, { scope, updateViaCache: "none" }).then(renew);
  };
  const quietly = () => register().catch(() => null);
  const quiet = () => (globalThis.requestIdleCallback ? requestIdleCallback(quietly, { timeout: 4000 }) : setTimeout(quietly, 2000));
  if (document.readyState === "complete") quiet();
  else addEventListener("load", quiet, { once: true });
};

const typing = () => [...document.querySelectorAll("input, textarea")].some((field) => field.value !== field.defaultValue);

let told = false;
optional(() => serviceWorker.addEventListener("message", ({ data, ports }) => {
  if (data.typing) ports[0].postMessage(typing());
  if (!data.build || data.build === root.dataset.build || told) return;
  told = true;
  say(`${words.newer} `, link("", words.see));
}));

// Asks the worker; null when there is none, or it does not answer.
const ask = async (question) => {
  const controller = optional(() => serviceWorker.controller);
  if (!controller) return null;
  const { port1, port2 } = new MessageChannel();
  const said = new Promise((resolve) => {
    port1.onmessage = ({ data }) => resolve(data);
    setTimeout(resolve, 5000, null);
  });
  controller.postMessage(question, [port2]);
  return said;
};

// `/hors-ligne/`: what can be read without network.
const showList = async (place) => {
  const state = status({});
  place.append(state);
  const held = await ask({ list: true });
  state.textContent = !held ? words.none : held.whole ? held.copy : words.incomplete;
  const items = (held?.pages ?? []).map(([path, title]) => make("li", {}, link(path, title)));
  if (items.length) place.append(make("ul", { className: "links" }, ...items));
};

// Where the page may not look at copies, the worker removes them; where there is no worker either, there is none.
const remove = async () => {
  refused = true;
  const { base } = root.dataset;
  const registered = await optional(() => serviceWorker.getRegistration(base));
  const own = registered && new URL(registered.scope).pathname === base;
  const look = async () => (copies ? copies.keys() : Promise.reject(new Error("copies: closed")));
  const names = await look().catch(async (error) => {
    if (own && !(await ask({ remove: true }))) throw error;
    return [];
  });
  for (const name of names.filter((name) => name.startsWith(cachePrefix))) await copies.delete(name);
  if (own) await registered.unregister();
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
  const place = app().querySelector(".copies:empty");
  if (place) (place.dataset.copies === "list" ? showList : showControls)(place);
};

const settled = () => {
  fill();
  new MutationObserver(fill).observe(app(), { childList: true, subtree: true });
  keepCopy();
};

const failed = (error) => {
  console.error(error);
  stop();
};

const woken = capable() ? start().catch(failed) : null;
parsed.then(tellAge);
Promise.all([parsed, woken]).then(settled);
