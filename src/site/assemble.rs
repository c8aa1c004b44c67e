//! Makes `dist/` out of what Trunk built: one HTML file a route, hashed assets, headers, compressed copies.
//!
//! Runs as Trunk's `post_build` hook, in the staging folder: when it fails, the last good `dist/` stays.

use super::{compress, discovery, headers, kits, licences, offline, previous, render, styles};
use crate::content::Content;
use crate::generated;
use crate::labels;
use crate::route::json_ld::{address, structured};
use crate::route::meta::{Head, head};
use crate::route::{Base, Route};
use crate::state::content_updates::{VERSION_FILE, Version};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use sha2::{Digest as _, Sha256};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::{env, fs};

/// What every page shares.
pub(super) struct Shell {
    pub(super) content: Arc<Content>,
    pub(super) base: Base,
    /// The five pieces of HTML around what differs from page to page: see [`Shell::page`].
    pub(super) frame: [String; 5],
    style: String,
    bundle: Asset,
}

/// What differs from page to page.
pub(super) struct Parts {
    /// How many elements the program finds when it wakes the page up.
    pub(super) elements: usize,
    /// The page's own lines of the head.
    pub(super) head: String,
    /// What stands in `#app`.
    pub(super) app: String,
}

/// A file in `assets/` whose name carries its hash.
pub(super) struct Asset {
    pub(super) name: String,
    pub(super) integrity: String,
}

/// Finishes the build that Trunk has started.
///
/// # Errors
/// What is missing or cannot be written.
pub fn from_trunk() -> Result<(), String> {
    let variable =
        |name: &str| env::var(name).map_err(|_| format!("{name} is not set: this runs as Trunk's post_build hook"));
    let staging = PathBuf::from(variable("TRUNK_STAGING_DIR")?);
    let source = PathBuf::from(variable("TRUNK_SOURCE_DIR")?);
    let base = Base::parse(&variable("TRUNK_PUBLIC_URL")?)?;
    let release = variable("TRUNK_PROFILE")? == "release";
    fs::create_dir_all(staging.join("assets")).map_err(|error| error.to_string())?;
    let content = Arc::new(generated::content());
    write(&staging.join("assets").join(generated::DRAWINGS), generated::DRAWINGS_FILE.as_bytes())?;
    let font = styles::font(&source, &staging, &base)?;
    let (style, sheet) = styles::styles(&source, &staging, &font)?;
    let script = program(&source, &staging, release)?;
    let bundle = asset(&staging, "content", "bundle", generated::BUNDLE.as_bytes())?;
    // Trunk leaves its own link in place when it injects no script.
    let template = read(&staging.join("index.html"))?;
    let template: String = template
        .lines()
        .filter(|line| !line.starts_with("<link data-trunk"))
        .fold(String::new(), |all, line| all + line + "\n");
    let frame =
        frame(&template, &base, &content, &Sheets { style: &style, sheet: &sheet, font: &font }, &script, &bundle)?;
    let shell = Shell { content, base, frame, style, bundle };
    let mut pages = Vec::new();
    for route in Route::all(&shell.content) {
        let parts = shell.parts(&route);
        write(&staging.join(route.file()), shell.page(&parts).as_bytes())?;
        pages.push((route, parts));
    }
    let kept = previous::Kept::read()?;
    shell.write_site_files(&source, &staging)?;
    if !release {
        write(&staging.join("_apercu/index.html"), shell.examples(&template)?.as_bytes())?;
    }
    offline::write_copy(&shell, &pages, &source, &staging)?;
    shell.write_releases(&staging, &kept)?;
    kept.copy_assets(&staging)?;
    if release {
        compress::folder(&staging)?;
    }
    Ok(())
}

/// How pages look: the inline style, the name of the whole sheet, the address of the type face.
struct Sheets<'a> {
    style: &'a str,
    sheet: &'a str,
    font: &'a str,
}

/// The HTML around what differs from page to page: before the number of elements, the page's head, the place of a note,
/// `#app`'s content, and the end.
fn frame(
    template: &str,
    base: &Base,
    content: &Content,
    sheets: &Sheets<'_>,
    script: &Asset,
    bundle: &Asset,
) -> Result<[String; 5], String> {
    let folder = base.as_str();
    let Sheets { style, sheet, font } = sheets;
    let root = format!(
        r#"<html lang="fr" data-build="{}" data-base="{folder}" data-content="{}" data-updated="{}" data-elements=""#,
        generated::BUILD,
        bundle.integrity,
        content.facts().site.updated
    );
    let policy = headers::meta_policy(&[hash(style.as_bytes())]);
    let shared = format!(
        "<link rel=\"preload\" href=\"{font}\" as=\"font\" type=\"font/woff2\" crossorigin>\n<style>{style}</style>\n<script type=\"module\" src=\"{folder}assets/{}\" integrity=\"{}\" crossorigin></script>",
        script.name, script.integrity
    );
    // `xtask release --draft` and every build that is no release are drafts; only a release that passed the check is not.
    let mark = format!(r#"<aside class="draft-mark" aria-label="{}">{}</aside>"#, labels::SITE_STATE, labels::DRAFT);
    let draft = if env::var_os("IPROS_RELEASE").is_none() { mark } else { String::new() };
    let late = format!(r#"<link rel="stylesheet" href="{folder}assets/{sheet}">"#);
    let once = |text: &str, mark: &str| {
        let parts = text.split_once(mark).filter(|(_, after)| !after.contains(mark));
        parts.map(|(a, b)| (a.to_owned(), b.to_owned())).ok_or_else(|| format!("index.html must hold {mark} once"))
    };
    let (before, rest) = once(template, r#"<html lang="fr">"#)?;
    let (meta, rest) = once(&rest, "<!--head-->")?;
    let (after_head, rest) = once(&rest, "<!--draft-->")?;
    let (opening, rest) = once(&rest, "<!--app-->")?;
    let (closing, end) = once(&rest, "<!--late-->")?;
    // The policy stands before anything that it governs; it is for hosts that send no headers.
    let (charset, viewport) = once(&meta, "<meta charset=\"utf-8\">\n")?;
    let policy =
        format!("<meta charset=\"utf-8\">\n<meta http-equiv=\"Content-Security-Policy\" content=\"{policy}\">\n");
    Ok([
        before + &root,
        format!("\">{charset}{policy}{viewport}"),
        format!("\n{shared}{after_head}{draft}"),
        opening,
        closing + &late + &end,
    ])
}

impl Shell {
    /// What is a page's own.
    fn parts(&self, route: &Route) -> Parts {
        // The framework's empty comments in the form that HTML allows: the same nodes for hydration.
        let app = render::render(route, &self.content, &self.base).replace("<!>", "<!---->");
        let elements =
            app.match_indices('<').filter(|(at, _)| app[at + 1..].starts_with(|c: char| c.is_ascii_alphabetic()));
        Parts { elements: elements.count(), head: self.head(route), app }
    }

    /// The review page of development builds: every piece in its states, as the style sheet shows them once awake.
    fn examples(&self, template: &str) -> Result<String, String> {
        let parts = render::render_examples(&self.content, &self.base)?.replace("<!>", "<!---->");
        let head = format!(
            r#"<title>Aperçu des pièces</title><meta name="robots" content="noindex"><style>{}</style>"#,
            self.style
        );
        let page = template.replace(r#"<html lang="fr">"#, r#"<html lang="fr" data-hydrated="">"#);
        let page = page.replace("<!--head-->", &head).replace("<!--app-->", &parts);
        Ok(page.replace("<!--draft-->", "").replace("<!--late-->", ""))
    }

    /// The whole HTML file of a page. The worker puts pages together in the same way (`assets/worker.js`).
    fn page(&self, parts: &Parts) -> String {
        let [root, head, shared, opening, end] = &self.frame;
        let Parts { elements, head: own, app } = parts;
        format!("{root}{elements}{head}{own}{shared}{opening}{app}{end}")
    }

    fn head(&self, route: &Route) -> String {
        let head = head(route, &self.content);
        let base = self.base.as_str();
        let mut lines = vec![
            format!("<title>{}</title>", escape(&head.title)),
            format!(r#"<meta name="description" content="{}">"#, escape(&head.description)),
        ];
        if !head.indexed {
            lines.push(r#"<meta name="robots" content="noindex">"#.to_owned());
        }
        if let Some(address) = &self.content.facts().site.address {
            let canonical = head.canonical.href(&self.base);
            lines.push(format!(r#"<link rel="canonical" href="{}{canonical}">"#, address.trim_end_matches('/')));
        }
        lines.push(format!(r#"<link rel="icon" href="{base}icon.svg" type="image/svg+xml">"#));
        lines.push(format!(r#"<link rel="apple-touch-icon" href="{base}icon-180.png">"#));
        lines.push(format!(r#"<link rel="manifest" href="{base}manifest.webmanifest">"#));
        lines.push(self.open_graph(&head));
        let graph = structured(route, &self.content, &self.base).to_string().replace('<', "\\u003c");
        lines.push(format!(r#"<script type="application/ld+json">{graph}</script>"#));
        lines.join("\n")
    }

    /// What a message that quotes the page shows. A picture needs an absolute address.
    fn open_graph(&self, head: &Head) -> String {
        let content = &self.content;
        let place = address(&head.canonical, content, &self.base);
        let mut properties = vec![
            ("og:type", "article".to_owned()),
            ("og:site_name", content.facts().site.name.0.clone()),
            ("og:locale", "fr_FR".to_owned()),
            ("og:title", head.title.clone()),
            ("og:description", head.description.clone()),
        ];
        if let Some(origin) = &content.facts().site.address {
            properties.push(("og:url", place));
            let card = format!("{}{}social.png", origin.trim_end_matches('/'), self.base.as_str());
            properties.push(("og:image", card));
        }
        let line = |(name, value): (&str, String)| format!(r#"<meta property="{name}" content="{}">"#, escape(&value));
        properties.into_iter().map(line).collect()
    }

    /// The hash of the inline style.
    pub(super) fn style_hash(&self) -> String {
        hash(self.style.as_bytes())
    }

    /// Which releases' files are here, and the headers that let all of them work.
    fn write_releases(&self, staging: &Path, kept: &previous::Kept) -> Result<(), String> {
        let own = previous::Release::of(&staging.join("assets"), &self.style_hash())?;
        let releases = kept.with(&own);
        let info = serde_json::json!({
            "build": generated::BUILD,
            "base": self.base.as_str(),
            "content": self.bundle.integrity,
            "releases": releases,
        });
        write(&staging.join("build-info.json"), format!("{info:#}\n").as_bytes())?;
        let styles: Vec<String> = releases.into_iter().map(|release| release.style).collect();
        write(&staging.join("_redirects"), kits::redirects(&self.base).as_bytes())?;
        write(&staging.join("_headers"), headers::file(&styles, &self.base).as_bytes())
    }

    /// Everything beside the pages.
    fn write_site_files(&self, source: &Path, staging: &Path) -> Result<(), String> {
        let version = Version {
            schema: crate::content::SCHEMA_VERSION,
            file: self.bundle.name.clone(),
            integrity: self.bundle.integrity.clone(),
        };
        let version = serde_json::to_string(&version).map_err(|error| error.to_string())?;
        write(&staging.join(VERSION_FILE), version.as_bytes())?;
        write(&staging.join("licences.txt"), licences::list(source)?.as_bytes())?;
        write(&staging.join("sitemap.xml"), discovery::sitemap(&self.content, &self.base).as_bytes())?;
        write(&staging.join("robots.txt"), discovery::robots(&self.content, &self.base).as_bytes())?;
        write(&staging.join("manifest.webmanifest"), discovery::manifest(&self.content, &self.base).as_bytes())?;
        let icon = read(&source.join("assets/icon.svg"))?;
        write(&staging.join("icon.svg"), icon.as_bytes())?;
        for size in [180, 192, 512] {
            write(&staging.join(format!("icon-{size}.png")), &discovery::png(icon.as_bytes(), size)?)?;
        }
        let card = read(&source.join("assets/social.svg"))?;
        write(&staging.join("social.png"), &discovery::png(card.as_bytes(), 1200)?)
    }
}

/// Loader and glue as one module, which names the wasm and its hash.
fn program(source: &Path, staging: &Path, release: bool) -> Result<Asset, String> {
    let built = |ending: &str| {
        let found = fs::read_dir(staging).map_err(|error| error.to_string())?.flatten().map(|entry| entry.path());
        let name = |path: &PathBuf| path.file_name().is_some_and(|n| n.to_string_lossy().ends_with(ending));
        let mut found: Vec<PathBuf> = found.filter(name).collect();
        match (found.pop(), found.is_empty()) {
            (Some(path), true) => Ok(path),
            _ => Err(format!("Trunk left not one but {} files *{ending}", found.len() + 1)),
        }
    };
    let (glue_path, wasm_path) = (built(".js")?, built("_bg.wasm")?);
    let glue = read(&glue_path)?;
    let wasm = fs::read(&wasm_path).map_err(|error| format!("{}: {error}", wasm_path.display()))?;
    let wasm = if release { without_names(&wasm)? } else { wasm };
    for path in [&glue_path, &wasm_path] {
        fs::remove_file(path).map_err(|error| format!("{}: {error}", path.display()))?;
    }
    let wasm = asset(staging, "app", "wasm", &wasm)?;
    let loader = read(&source.join("assets/loader.js"))?;
    let loader = loader.replace("%WASM%", &wasm.name).replace("%INTEGRITY%", &wasm.integrity);
    let loader = loader.replace("\"%WORDS%\"", &offline::page_words().to_string());
    asset(staging, "app", "js", format!("{glue}\n{}", squeeze_script(&loader)).as_bytes())
}

/// The wasm without its custom sections: names and notes for debuggers, a third of the file.
fn without_names(wasm: &[u8]) -> Result<Vec<u8>, String> {
    let mut bare = wasm_encoder::Module::new();
    for payload in wasmparser::Parser::new(0).parse_all(wasm) {
        let payload = payload.map_err(|error| format!("the wasm: {error}"))?;
        if let Some((id, range)) = payload.as_section()
            && id != wasm_encoder::SectionId::Custom as u8
        {
            bare.section(&wasm_encoder::RawSection { id, data: &wasm[range] });
        }
    }
    Ok(bare.finish())
}

/// The loader without whole-line comments and indents.
pub(super) fn squeeze_script(script: &str) -> String {
    let lines = script.lines().map(str::trim).filter(|line| !line.is_empty() && !line.starts_with("//"));
    lines.collect::<Vec<_>>().join("\n")
}

pub(super) fn asset(staging: &Path, stem: &str, ending: &str, bytes: &[u8]) -> Result<Asset, String> {
    let digest = Sha256::digest(bytes);
    let short: String = digest.iter().take(8).map(|byte| format!("{byte:02x}")).collect();
    let name = format!("{stem}-{short}.{ending}");
    write(&staging.join("assets").join(&name), bytes)?;
    Ok(Asset { name, integrity: hash(bytes) })
}

/// `sha256-…`, as `integrity` and CSP write it.
#[must_use]
pub fn hash(bytes: &[u8]) -> String {
    written(&Sha256::digest(bytes))
}

/// A SHA-256 digest as `integrity` and CSP write it.
#[must_use]
pub fn written(digest: &[u8]) -> String {
    format!("sha256-{}", STANDARD.encode(digest))
}

fn escape(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}

pub(super) fn read(path: &Path) -> Result<String, String> {
    fs::read_to_string(path).map_err(|error| format!("{}: {error}", path.display()))
}

pub(super) fn write(path: &Path, bytes: &[u8]) -> Result<(), String> {
    let failed = |error| format!("{}: {error}", path.display());
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder).map_err(failed)?;
    }
    fs::write(path, bytes).map_err(failed)
}

/// Every file below a folder, sorted.
///
/// # Errors
/// The folder that cannot be read.
pub fn files(folder: &Path) -> Result<Vec<PathBuf>, String> {
    let mut found = Vec::new();
    let mut folders = vec![folder.to_owned()];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(&folder).map_err(|error| format!("{}: {error}", folder.display()))?.flatten() {
            let path = entry.path();
            if path.is_dir() { folders.push(path) } else { found.push(path) }
        }
    }
    found.sort();
    Ok(found)
}
