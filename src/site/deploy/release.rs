//! The release: one archive of `dist/`, the hash of every file, the order in which an object store takes them, the kits.

use super::kits;
use crate::site::dist::files::{files, write};
use sha2::{Digest as _, Sha256};
use std::fmt::Write as _;
use std::fs;
use std::path::Path;

/// Names of a dist's files in an order in which a site that is half uploaded still works: what pages name comes before the
/// pages, and what sends browsers to new files comes last.
///
/// # Errors
/// When the folder cannot be read.
pub fn upload_order(dist: &Path) -> Result<Vec<String>, String> {
    let names = files(dist)?;
    let mut names: Vec<String> =
        names.iter().filter_map(|path| path.strip_prefix(dist).ok()).map(|name| name.display().to_string()).collect();
    names.sort_by_key(|name| (turn(name), name.clone()));
    Ok(names)
}

fn turn(name: &str) -> u8 {
    let plain = name.trim_end_matches(".br").trim_end_matches(".gz");
    match plain {
        "sw.js" => 4,
        crate::state::content_updates::VERSION_FILE | "build-info.json" => 3,
        _ if plain.starts_with("assets/") => 0,
        _ if plain.ends_with(".html") => 2,
        _ => 1,
    }
}

/// `SHA256SUMS`, as `sha256sum --check` reads it.
///
/// # Errors
/// The file that cannot be read.
pub fn sums(dist: &Path) -> Result<String, String> {
    let mut text = String::new();
    for path in files(dist)? {
        let name = path.strip_prefix(dist).map_err(|error| error.to_string())?;
        let bytes = fs::read(&path).map_err(|error| format!("{}: {error}", path.display()))?;
        let _ = writeln!(text, "{}  {}", hex(&bytes), name.display());
    }
    Ok(text)
}

fn hex(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect()
}

/// The archive: the same bytes for the same files, whatever the machine and the day.
///
/// # Errors
/// What cannot be read.
pub fn archive(dist: &Path) -> Result<Vec<u8>, String> {
    let wrong = |error: std::io::Error| error.to_string();
    let mut tar = tar::Builder::new(Vec::new());
    for path in files(dist)? {
        let bytes = fs::read(&path).map_err(|error| format!("{}: {error}", path.display()))?;
        let mut header = tar::Header::new_gnu();
        header.set_size(bytes.len() as u64);
        header.set_mode(0o644);
        header.set_mtime(0);
        let name = path.strip_prefix(dist).map_err(|error| error.to_string())?;
        tar.append_data(&mut header, name, bytes.as_slice()).map_err(wrong)?;
    }
    // Most bytes are compressed already: a higher level takes long and saves nothing.
    zstd::encode_all(tar.into_inner().map_err(wrong)?.as_slice(), 9).map_err(wrong)
}

/// The command `bundle DIST OUT`.
///
/// # Errors
/// What cannot be read or written.
#[allow(clippy::print_stdout, reason = "the list of what was written is what the command is for")]
pub fn command(dist: &str, out: &str) -> Result<(), String> {
    let (dist, out) = (Path::new(dist), Path::new(out));
    let archive = archive(dist)?;
    let info = fs::read(dist.join("build-info.json")).map_err(|error| format!("build-info.json: {error}"))?;
    let mut list = vec![
        ("dist.sha256".to_owned(), format!("{}  dist.tar.zst\n", hex(&archive)).into_bytes()),
        ("dist.tar.zst".to_owned(), archive),
        ("SHA256SUMS".to_owned(), sums(dist)?.into_bytes()),
        ("upload-order.txt".to_owned(), (upload_order(dist)?.join("\n") + "\n").into_bytes()),
        ("build-info.json".to_owned(), info),
    ];
    list.extend(kits::kits(dist)?.into_iter().map(|(name, text)| (format!("deploy/{name}"), text.into_bytes())));
    for (name, bytes) in list {
        write(&out.join(&name), &bytes)?;
        println!("{}/{name}  {} bytes", out.display(), bytes.len());
    }
    Ok(())
}
