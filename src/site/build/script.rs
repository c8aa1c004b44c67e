//! The page's one module: the loader behind wasm-bindgen's glue, and the wasm that it names, both finished for publication.

use crate::route::Base;
use crate::site::dist::asset::{Asset, asset};
use crate::site::dist::contract::{LOADER_MARK, LoaderValues};
use crate::site::dist::template::fill_script;
use anyhow::{Context as _, Result, bail};
use fs_err as fs;
use std::path::{Path, PathBuf};

/// Loader and glue as one module, which names the wasm and its hash.
pub(super) fn program(source: &Path, staging: &Path, base: &Base, release: bool) -> Result<Asset> {
    let (glue_path, wasm_path) = (built(staging, ".js")?, built(staging, "_bg.wasm")?);
    let glue = fs::read_to_string(&glue_path)?;
    let wasm = fs::read(&wasm_path)?;
    let wasm = if release { without_names(&wasm)? } else { wasm };
    for path in [&glue_path, &wasm_path] {
        fs::remove_file(path)?;
    }
    let wasm = asset(staging, "app", "wasm", &wasm)?;
    let loader = squeeze_script(&fs::read_to_string(source.join("assets/loader.js"))?);
    let loader = fill_script("assets/loader.js", &loader, LOADER_MARK, &LoaderValues::new(base, &wasm))?;
    asset(staging, "app", "js", format!("{glue}\n{loader}").as_bytes())
}

/// The one file of this ending that Trunk left.
fn built(staging: &Path, ending: &str) -> Result<PathBuf> {
    let mut found = Vec::new();
    for entry in fs::read_dir(staging)? {
        let path = entry?.path();
        if path.file_name().is_some_and(|name| name.to_string_lossy().ends_with(ending)) {
            found.push(path);
        }
    }
    match <[PathBuf; 1]>::try_from(found) {
        Ok([path]) => Ok(path),
        Err(found) => bail!("Trunk left not one but {} files *{ending} in {}", found.len(), staging.display()),
    }
}

/// The wasm without its custom sections: names and notes for debuggers, a third of the file.
fn without_names(wasm: &[u8]) -> Result<Vec<u8>> {
    let mut bare = wasm_encoder::Module::new();
    for payload in wasmparser::Parser::new(0).parse_all(wasm) {
        let payload = payload.context("the wasm")?;
        if let Some((id, range)) = payload.as_section()
            && id != wasm_encoder::SectionId::Custom as u8
        {
            bare.section(&wasm_encoder::RawSection { id, data: &wasm[range] });
        }
    }
    Ok(bare.finish())
}

/// A script without whole-line comments and indents.
pub(super) fn squeeze_script(script: &str) -> String {
    let lines = script.lines().map(str::trim).filter(|line| !line.is_empty() && !line.starts_with("//"));
    lines.collect::<Vec<_>>().join("\n")
}
