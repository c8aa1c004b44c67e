//! The release: one archive of `dist/`, the hash of every file, the order in which an object store takes them, the kits.

use super::kits;
use crate::site::dist::files::{names, write};
use crate::site::dist::info::{INFO_FILE, WORKER_FILE};
use crate::state::content_updates::VERSION_FILE;
use anyhow::Result;
use fs_err as fs;
use sha2::{Digest as _, Sha256};
use std::fmt::Write as _;
use std::path::Path;

/// Names of a dist's files in an order in which a site that is half uploaded still works: what pages name comes before the
/// pages, and what sends browsers to new files comes last.
///
/// # Errors
/// When the folder cannot be read.
pub fn upload_order(dist: &Path) -> Result<Vec<String>> {
    let mut names = names(dist)?;
    names.sort_by_key(|name| (turn(name), name.clone()));
    Ok(names)
}

fn turn(name: &str) -> u8 {
    let plain = name.trim_end_matches(".br").trim_end_matches(".gz");
    match plain {
        WORKER_FILE => 4,
        VERSION_FILE | INFO_FILE => 3,
        _ if plain.starts_with("assets/") => 0,
        _ if plain.ends_with(".html") => 2,
        _ => 1,
    }
}

/// `SHA256SUMS`, as `sha256sum --check` reads it.
///
/// # Errors
/// The file that cannot be read.
pub fn sums(dist: &Path) -> Result<String> {
    let mut text = String::new();
    for name in names(dist)? {
        let _ = writeln!(text, "{}  {name}", hex(&fs::read(dist.join(&name))?));
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
pub fn archive(dist: &Path) -> Result<Vec<u8>> {
    let mut tar = tar::Builder::new(Vec::new());
    for name in names(dist)? {
        let bytes = fs::read(dist.join(&name))?;
        let mut header = tar::Header::new_gnu();
        header.set_size(bytes.len() as u64);
        header.set_mode(0o644);
        header.set_mtime(0);
        tar.append_data(&mut header, name, bytes.as_slice())?;
    }
    // Most bytes are compressed already: a higher level takes long and saves nothing.
    Ok(zstd::encode_all(tar.into_inner()?.as_slice(), 9)?)
}

/// The command `bundle DIST OUT`.
///
/// # Errors
/// What cannot be read or written.
#[allow(clippy::print_stdout, reason = "the list of what was written is what the command is for")]
pub fn command(dist: &str, out: &str) -> Result<()> {
    let (dist, out) = (Path::new(dist), Path::new(out));
    let archive = archive(dist)?;
    let info = fs::read(dist.join(INFO_FILE))?;
    let mut list = vec![
        ("dist.sha256".to_owned(), format!("{}  dist.tar.zst\n", hex(&archive)).into_bytes()),
        ("dist.tar.zst".to_owned(), archive),
        ("SHA256SUMS".to_owned(), sums(dist)?.into_bytes()),
        ("upload-order.txt".to_owned(), (upload_order(dist)?.join("\n") + "\n").into_bytes()),
        (INFO_FILE.to_owned(), info),
    ];
    list.extend(kits::kits(dist)?.into_iter().map(|(name, text)| (format!("deploy/{name}"), text.into_bytes())));
    for (name, bytes) in list {
        write(&out.join(&name), &bytes)?;
        println!("{}/{name}  {} bytes", out.display(), bytes.len());
    }
    Ok(())
}
