// The site's search beside MiniSearch 7 and Pagefind 1.6, on the same content and the same golden questions.
//
//   cargo xtask export > /tmp/export.json          the content as one JSON value
//   cd tests/bench && npm install --ignore-scripts
//   node compare.mjs /tmp/export.json ../search/golden.tsv [SITE]
//
// SITE is the path of the `site` command (target/debug/site); without it, its row is left out. Each engine is run with its
// default settings, then tuned fairly: accents folded, weights for titles and names, slips, and the everyday words as a field.

import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, readdirSync, statSync } from "node:fs";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { brotliCompressSync, constants } from "node:zlib";
import MiniSearch from "minisearch";
import * as pagefind from "pagefind";

const [exported, golden, site] = process.argv.slice(2);
const content = JSON.parse(readFileSync(exported, "utf8"));
const cases = readFileSync(golden, "utf8").split("\n").filter((line) => line.trim() && !line.startsWith("#"))
  .map((line) => line.split("\t")).map(([query, wanted]) => ({ query, wanted: new RegExp(wanted, "i") }));

const words = (value) => typeof value === "string" ? value : Array.isArray(value) ? value.map(words).join(" ") : value ? Object.values(value).map(words).join(" ") : "";
const everyday = (path) => content.everyday.filter((entry) => entry.pages.includes(path)).flatMap((entry) => [...entry.words, ...entry.misspellings]).join(" ");
const pages = content.pages.filter((page) => page.path !== "/page-introuvable/" && page.path !== "/recherche/").map((page) => ({
  id: page.path, title: page.title, summary: page.summary,
  headings: page.blocks.filter((block) => /heading/.test(block.type)).map((block) => words(block.text ?? block.items)).join(" "),
  body: page.blocks.map((block) => words(block.text ?? block.items)).join(" "),
  simple: words(page.simple), everyday: everyday(page.path),
}));
const slug = (text) => text.normalize("NFD").replace(/[\u0300-\u036f]/g, "").toLowerCase().replace(/[^a-z0-9]+/g, "-");
const terms = content.glossary.map((term) => ({
  id: `/glossaire/${slug(term.term)}/`, title: term.term, summary: term.definition, headings: "", body: words(term.expansion),
  simple: "", everyday: [...(term.aliases ?? []), ...(term.misspellings ?? [])].join(" "),
}));
const documents = [...pages, ...terms];
const titles = new Map(documents.map((document) => [document.id, document.title]));

const size = (buffer) => brotliCompressSync(buffer, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }).length;

async function judge(name, search, bytes) {
  const ranks = [], times = [];
  for (const { query, wanted } of cases) {
    const start = performance.now();
    const found = (await search(query)).slice(0, 10);
    times.push(performance.now() - start);
    ranks.push(1 + found.findIndex((hit) => wanted.test(hit.path) || wanted.test(hit.title ?? titles.get(hit.path) ?? "") || wanted.test(hit.heading ?? "")));
  }
  times.sort((a, b) => a - b);
  const share = (most) => (100 * ranks.filter((rank) => rank > 0 && rank <= most).length / ranks.length).toFixed(1);
  const mrr = (ranks.reduce((sum, rank) => sum + (rank ? 1 / rank : 0), 0) / ranks.length).toFixed(3);
  const at = (part) => times[Math.min(times.length - 1, Math.ceil(times.length * part) - 1)].toFixed(2);
  console.log(`| ${name} | ${share(1)} % | ${share(3)} % | ${mrr} | ${at(0.5)} | ${at(0.95)} | ${bytes} |`);
}

console.log(`${cases.length} questions, ${documents.length} documents\n`);
console.log("| engine | hit@1 | hit@3 | MRR@10 | p50 ms | p95 ms | bytes (br 11) |\n|---|---|---|---|---|---|---|");

if (site) {
  const told = execFileSync(resolve(site), ["search", "--eval", resolve(golden)], { cwd: join(import.meta.dirname, "../.."), encoding: "utf8" });
  const value = (label) => told.match(new RegExp(`${label}\\s+([\\d.]+)`))[1];
  const [p50, p95] = [told.match(/p50 ([\d.]+)/)[1], told.match(/p95 ([\d.]+)/)[1]];
  console.log(`| IPROS | ${value("hit@1")} % | ${value("hit@3")} % | ${value("MRR@10")} | ${p50} | ${p95} | no file: README |`);
}

// MiniSearch
const script = size(readFileSync(join(import.meta.dirname, "node_modules/minisearch/dist/es/index.js")));
const fields = ["title", "summary", "headings", "body", "simple"];
const plain = new MiniSearch({ fields, storeFields: ["title"] });
plain.addAll(documents);
const hits = (found) => found.map((hit) => ({ path: hit.id, title: hit.title }));
const kB = (index) => `${script} code + ${size(Buffer.from(JSON.stringify(index)))} index`;
await judge("MiniSearch 7, default", (query) => hits(plain.search(query)), kB(plain));

const fold = (term) => term.normalize("NFD").replace(/[\u0300-\u036f]/g, "").replace(/œ/g, "oe").toLowerCase();
const STOP = new Set("a ai au aux avec ce cette ces comment d dans de des du elle en est et etre faire faut il j je l la le les leur m ma mes mon n ne on ou par pas pendant peut plus pour pourquoi qu quand que quel quelle qui quoi s sa se ses son sont sur t tu un une vos votre vous y c".split(" "));
const tuned = new MiniSearch({
  fields: [...fields, "everyday"], storeFields: ["title"],
  tokenize: (text) => text.split(/[\s\p{P}’']+/u).filter(Boolean),
  processTerm: (term) => { const bare = fold(term); return STOP.has(bare) ? null : bare.length > 4 ? bare.replace(/(?:es|s|x|e)$/, "") : bare; },
  searchOptions: { boost: { title: 4, everyday: 4, headings: 2, summary: 2 }, fuzzy: (term) => term.length > 7 ? 2 : term.length > 3 ? 1 : 0, prefix: (term, at, all) => at === all.length - 1 && term.length > 2 },
});
tuned.addAll(documents);
await judge("MiniSearch 7, tuned", (query) => hits(tuned.search(query)), kB(tuned));

// Pagefind
const html = (document, names) => `<!doctype html><html lang="fr"><head><title>${document.title}</title></head><body><main>
  <h1>${document.title}</h1><p>${document.summary}</p>${names ? `<p data-pagefind-weight="7">${document.everyday}</p>` : ""}
  <p>${document.headings}</p><p>${document.body}</p><p>${document.simple}</p></main></body></html>`;

async function withPagefind(name, names, ranking) {
  const { index } = await pagefind.createIndex({ forceLanguage: "fr" });
  for (const document of documents) await index.addHTMLFile({ url: document.id, content: html(document, names) });
  const folder = mkdtempSync(join(tmpdir(), "pagefind-"));
  await index.writeFiles({ outputPath: folder });
  const server = createServer((request, response) => {
    try { response.end(readFileSync(join(folder, new URL(request.url, "http://x").pathname))); } catch { response.statusCode = 404; response.end(); }
  });
  await new Promise((ready) => server.listen(0, "127.0.0.1", ready));
  const base = `http://127.0.0.1:${server.address().port}/`;
  globalThis.document ??= { querySelector: () => ({ getAttribute: () => "fr" }), currentScript: null };
  globalThis.window ??= globalThis;
  globalThis.location = new URL(base);
  // Pagefind asks its files from the address of a page, which Node does not have.
  const network = globalThis.fetchOfNode ??= globalThis.fetch;
  globalThis.fetch = (url, ...rest) => network(new URL(url, base), ...rest);
  const engine = await import(`file://${join(folder, "pagefind.js")}`);
  await engine.options({ basePath: "/", baseUrl: "/", ...(ranking ? { ranking } : {}) });
  await engine.init("fr");
  const files = (path) => readdirSync(path).flatMap((entry) => statSync(join(path, entry)).isDirectory() ? files(join(path, entry)) : [join(path, entry)]);
  const sum = (test) => files(folder).filter(test).reduce((total, path) => total + (/\.(js|pagefind)$/.test(path) && /pagefind\.js$/.test(path) ? size(readFileSync(path)) : statSync(path).size), 0);
  const first = sum((path) => /pagefind\.js$|\.pagefind$|\.pf_meta$|pagefind-entry\.json$/.test(path));
  const bytes = `${first} at first + ${sum((path) => /\.pf_index$/.test(path))} index in parts + ${sum((path) => /\.pf_fragment$/.test(path))} texts`;
  const search = async (query) => {
    const { results } = await engine.search(query);
    return Promise.all(results.slice(0, 10).map(async (result) => { const data = await result.data(); return { path: data.url, title: data.meta.title }; }));
  };
  await judge(name, search, bytes);
  server.close();
}

await withPagefind("Pagefind 1.6, default", false);
await withPagefind("Pagefind 1.6, tuned", true, { termSimilarity: 1, pageLength: 0.4, termFrequency: 0.6, termSaturation: 1.6 });
await pagefind.close();
