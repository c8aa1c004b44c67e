//! Several releases out of one build: the same site under another build id, with another style, every hash computed anew.

use crate::native::{self, copy_of, files};
use crate::{Build, Outcome};
use ipros::site::dist::asset::hash;
use ipros::site::dist::info::Release;
use std::fs;
use std::path::{Path, PathBuf};
use tempfile::TempDir;

/// The release of this number: 0 is the build as it is.
///
/// # Errors
/// When the build is missing, or not made as expected.
pub fn release(number: u8) -> Result<TempDir, String> {
    let folder = copy_plain(&Build::Release.folder())?;
    if number > 0 {
        renew(folder.path(), number, |_| Ok(()))?;
    }
    Ok(folder)
}

/// A release whose wasm was changed before its hashes were computed.
///
/// # Errors
/// As [`release`], or what the change says.
pub fn with_wasm(change: impl Fn(&mut Vec<u8>) -> Outcome) -> Result<TempDir, String> {
    let folder = copy_plain(&Build::Release.folder())?;
    renew(folder.path(), 9, change)?;
    Ok(folder)
}

/// Adds to a dist what `--keep-previous` would: the files and the style hashes of the releases before.
///
/// # Errors
/// When one of the folders is no dist.
pub fn keep_previous(dist: &Path, previous: &Path) -> Outcome {
    let kept = native::kept(previous)?;
    let info = read(&dist.join("build-info.json"))?;
    let mut info: serde_json::Value = serde_json::from_str(&info).map_err(|error| error.to_string())?;
    let own: Release = serde_json::from_value(info["releases"][0].clone()).map_err(|error| error.to_string())?;
    let all = kept.with(&own);
    let styles: Vec<String> = all.iter().map(|release| format!("'{}'", release.style)).collect();
    let headers = read(&dist.join("_headers"))?;
    write(&dist.join("_headers"), &headers.replacen(&format!("'{}'", own.style), &styles.join(" "), 1))?;
    info["releases"] = serde_json::to_value(all).map_err(|error| error.to_string())?;
    write(&dist.join("build-info.json"), &info.to_string())?;
    native::copy_assets(&kept, dist)
}

/// A copy without compressed files, which would outlive a change.
fn copy_plain(source: &Path) -> Result<TempDir, String> {
    let folder = TempDir::new().map_err(|error| error.to_string())?;
    for file in files(source)?.iter().filter(|file| !packed(file)) {
        let target = folder.path().join(file.strip_prefix(source).map_err(|error| error.to_string())?);
        fs::create_dir_all(target.parent().ok_or("no folder")?)
            .and_then(|()| fs::copy(file, &target))
            .map_err(|error| format!("{}: {error}", file.display()))?;
    }
    Ok(folder)
}

fn packed(file: &Path) -> bool {
    file.extension().is_some_and(|ending| ending == "br" || ending == "gz")
}

fn read(path: &Path) -> Result<String, String> {
    fs::read_to_string(path).map_err(|error| format!("{}: {error}", path.display()))
}

fn write(path: &Path, text: &str) -> Outcome {
    fs::write(path, text).map_err(|error| format!("{}: {error}", path.display()))
}

/// A file of `assets/` by the ends of its name.
fn asset(dist: &Path, start: &str, ending: &str) -> Result<PathBuf, String> {
    let found = files(&dist.join("assets"))?;
    let name = |path: &PathBuf| path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    let wanted = |path: &&PathBuf| name(path).starts_with(start) && name(path).ends_with(ending);
    found.iter().find(wanted).cloned().ok_or_else(|| format!("no asset {start}*{ending}"))
}

/// What stood in a release and what stands in the next: names of files, hashes, the build's name.
struct Changes(Vec<(String, String)>);

impl Changes {
    fn apply(&self, text: &str) -> String {
        self.0.iter().fold(text.to_owned(), |text, (from, to)| text.replace(from, to))
    }

    /// Gives an asset other bytes, and the name and the hash that go with them.
    fn asset(&mut self, path: &Path, number: u8, bytes: &[u8]) -> Outcome {
        let before = fs::read(path).map_err(|error| format!("{}: {error}", path.display()))?;
        let name = path.file_name().map(|name| name.to_string_lossy().into_owned()).ok_or("no name")?;
        let (stem, ending) = name.split_once('.').ok_or("no ending")?;
        let other = format!("{stem}{number}.{ending}");
        fs::write(path.with_file_name(&other), bytes)
            .and_then(|()| fs::remove_file(path))
            .map_err(|error| format!("{}: {error}", path.display()))?;
        self.0.push((name, other));
        self.0.push((hash(&before), hash(bytes)));
        Ok(())
    }
}

/// Turns a dist into another release, in the order in which its files name each other.
fn renew(dist: &Path, number: u8, change: impl Fn(&mut Vec<u8>) -> Outcome) -> Outcome {
    let build = copy_of(dist)?.build;
    let renamed = format!("{}{number}", &build[..build.len() - 1]);
    let mut changes = Changes(vec![(build, renamed)]);
    let wasm = asset(dist, "app-", ".wasm")?;
    let mut bytes = fs::read(&wasm).map_err(|error| error.to_string())?;
    // A custom section, which says nothing to the browser: <https://webassembly.github.io/spec/core/binary/modules.html>.
    bytes.extend([0, 3, 1, b'r', number]);
    change(&mut bytes)?;
    changes.asset(&wasm, number, &bytes)?;
    let sheet = asset(dist, "site-", ".css")?;
    let other = |style: &str| format!("{style}:root{{--release:{number}}}");
    changes.asset(&sheet, number, other(&read(&sheet)?).as_bytes())?;
    // The file holds more than what stands in the pages.
    let page = read(&dist.join("index.html"))?;
    let inline = page.split_once("<style>").and_then(|(_, rest)| rest.split_once("</style>"));
    let (inline, _) = inline.ok_or("the pages have no style")?;
    let other = other(inline);
    changes.0.push((hash(inline.as_bytes()), hash(other.as_bytes())));
    let (quoted, other_quoted) = (serde_json::json!(inline).to_string(), serde_json::json!(other).to_string());
    for (from, to) in [(inline, other.as_str()), (quoted.trim_matches('"'), other_quoted.trim_matches('"'))] {
        changes.0.push((format!("<style>{from}</style>"), format!("<style>{to}</style>")));
    }
    let inside = dist.join("assets");
    // The script first: the pages name it.
    for ending in ["js", "txt", "json"] {
        for path in files(&inside)?.iter().filter(|path| path.extension().is_some_and(|e| e == ending)) {
            let text = changes.apply(&read(path)?);
            changes.asset(path, number, text.as_bytes())?;
        }
    }
    for file in files(dist)?.iter().filter(|file| !file.starts_with(&inside)) {
        if let Ok(text) = fs::read_to_string(file) {
            write(file, &changes.apply(&text))?;
        }
    }
    let worker = dist.join("sw.js");
    write(&worker, &read(&worker)?.replacen("\"version\":\"sha256-", &format!("\"version\":\"sha256-{number}"), 1))
}
