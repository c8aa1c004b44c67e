// Wakes the page up, or leaves it alone: the page is whole without this file.
// It stands behind wasm-bindgen's glue in one module, so that one `integrity` covers both.

const root = document.documentElement;
const app = document.getElementById("app");

// Trusted Types: the views build their fixed parts through a template's innerHTML. Only the tags and attributes that
// our views use pass; no address that runs code; nothing at all becomes a script or a script's address.
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
  createScriptURL: () => null,
});

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

const stop = () => {
  if (stopped) return;
  stopped = true;
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
  const response = await fetch(new URL("%WASM%", import.meta.url), { integrity: "%INTEGRITY%", credentials: "omit" });
  if (response.ok && untouched()) await __wbg_init({ module_or_path: response });
};

if (capable() && untouched()) start().catch(stop);
