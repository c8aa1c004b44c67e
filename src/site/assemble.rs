//! Makes `dist/` out of what Trunk built: one HTML file a route, hashed assets, headers, compressed copies.
//!
//! Runs as Trunk's `post_build` hook, in the staging folder: when it fails, the last good `dist/` stays.

use super::{compress, headers, render};
use crate::content::Content;
use crate::embedded;
use crate::head::head;
use crate::newer::{VERSION_FILE, Version};
use crate::route::{Base, Route};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use sha2::{Digest as _, Sha256};
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::{env, fs};

/// The sheets of `assets/styles/`, in the order of the layers.
const SHEETS: [&str; 6] = ["tokens", "base", "layout", "components", "pages", "print"];

/// What every page shares.
struct Shell {
    template: String,
    content: Arc<Content>,
    base: Base,
    style: String,
    sheet: String,
    script: Asset,
    bundle: Asset,
}

/// A file in `assets/` whose name carries its hash.
struct Asset {
    name: String,
    integrity: String,
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
    let content = Arc::new(embedded::content());
    let (style, sheet) = styles(&source, &staging)?;
    let script = program(&source, &staging, release)?;
    let bundle = asset(&staging, "content", "bundle", embedded::BUNDLE.as_bytes())?;
    let template = read(&staging.join("index.html"))?;
    let shell = Shell { template, content, base, style, sheet, script, bundle };
    for route in Route::all(&shell.content) {
        write(&staging.join(route.file()), shell.page(&route)?.as_bytes())?;
    }
    shell.write_site_files(&source, &staging)?;
    if release {
        compress::folder(&staging)?;
    }
    Ok(())
}

impl Shell {
    /// The whole HTML file of a route.
    fn page(&self, route: &Route) -> Result<String, String> {
        let app = render::render(route, &self.content, &self.base);
        let elements =
            app.match_indices('<').filter(|(at, _)| app[at + 1..].starts_with(|c: char| c.is_ascii_alphabetic()));
        let root = format!(
            r#"<html lang="fr" data-build="{}" data-base="{}" data-content="{}" data-elements="{}">"#,
            embedded::BUILD,
            self.base.as_str(),
            self.bundle.integrity,
            elements.count()
        );
        let late = format!(r#"<link rel="stylesheet" href="{}">"#, self.sheet_url());
        let mut page = self.template.clone();
        let head = self.head(route);
        for (mark, text) in
            [(r#"<html lang="fr">"#, &root), ("<!--head-->", &head), ("<!--app-->", &app), ("<!--late-->", &late)]
        {
            if page.matches(mark).count() != 1 {
                return Err(format!("index.html must hold {mark} once"));
            }
            page = page.replacen(mark, text, 1);
        }
        Ok(page)
    }

    fn sheet_url(&self) -> String {
        format!("{}assets/{}", self.base.as_str(), self.sheet)
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
        if let Some(address) = &self.content.facts.site.address {
            let canonical = head.canonical.href(&self.base);
            lines.push(format!(r#"<link rel="canonical" href="{}{canonical}">"#, address.trim_end_matches('/')));
        }
        lines.push(format!(r#"<link rel="icon" href="{base}icon.svg" type="image/svg+xml">"#));
        lines.push(format!("<style>{}</style>", self.style));
        lines.push(format!(
            r#"<script type="module" src="{base}assets/{}" integrity="{}" crossorigin="anonymous"></script>"#,
            self.script.name, self.script.integrity
        ));
        lines.join("\n")
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
        let info = BTreeMap::from([
            ("build", embedded::BUILD),
            ("base", self.base.as_str()),
            ("content", self.bundle.integrity.as_str()),
        ]);
        let info = serde_json::to_string_pretty(&info).map_err(|error| error.to_string())?;
        write(&staging.join("build-info.json"), info.as_bytes())?;
        let styles = [hash(self.style.as_bytes())];
        write(&staging.join("_headers"), headers::file(&styles, &self.base).as_bytes())?;
        let icon = fs::read(source.join("assets/icon.svg")).map_err(|error| format!("assets/icon.svg: {error}"))?;
        write(&staging.join("icon.svg"), &icon)
    }
}

/// The inline style, and the name of the same sheet as a file, for a page whose inline style is refused.
fn styles(source: &Path, staging: &Path) -> Result<(String, String), String> {
    let mut style = String::from("@layer tokens, base, layout, components, pages, print;");
    for sheet in SHEETS {
        style.push_str(&squeeze(&read(&source.join(format!("assets/styles/{sheet}.css")))?));
    }
    let file = asset(staging, "site", "css", style.as_bytes())?;
    Ok((style, file.name))
}

/// A style sheet without comments, line ends and indents: what a minifier saves beyond this, Brotli saves too.
fn squeeze(css: &str) -> String {
    let mut bare = String::new();
    let mut rest = css;
    while let Some((before, after)) = rest.split_once("/*") {
        bare.push_str(before);
        rest = after.split_once("*/").map_or("", |(_, after)| after);
    }
    bare.push_str(rest);
    bare.lines().map(str::trim).filter(|line| !line.is_empty()).collect()
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
fn squeeze_script(script: &str) -> String {
    let lines = script.lines().map(str::trim).filter(|line| !line.is_empty() && !line.starts_with("//"));
    lines.collect::<Vec<_>>().join("\n")
}

fn asset(staging: &Path, stem: &str, ending: &str, bytes: &[u8]) -> Result<Asset, String> {
    let digest = Sha256::digest(bytes);
    let short: String = digest.iter().take(8).map(|byte| format!("{byte:02x}")).collect();
    let name = format!("{stem}-{short}.{ending}");
    write(&staging.join("assets").join(&name), bytes)?;
    Ok(Asset { name, integrity: hash(bytes) })
}

/// `sha256-…`, as `integrity` and CSP write it.
#[must_use]
pub fn hash(bytes: &[u8]) -> String {
    format!("sha256-{}", STANDARD.encode(Sha256::digest(bytes)))
}

fn escape(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}

fn read(path: &Path) -> Result<String, String> {
    fs::read_to_string(path).map_err(|error| format!("{}: {error}", path.display()))
}

fn write(path: &Path, bytes: &[u8]) -> Result<(), String> {
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
