//! The page's one module: the loader behind wasm-bindgen's glue, and the wasm that it names, both finished for publication.

use crate::labels;
use crate::site::dist::asset::{Asset, asset};
use crate::site::dist::files::read;
use serde_json::{Value, json};
use std::fs;
use std::path::{Path, PathBuf};

/// What the page itself says of copies (`assets/loader.js`).
#[must_use]
pub fn page_words() -> Value {
    json!({
        "old": labels::OLD_CONTENT,
        "newer": labels::NEW_VERSION,
        "see": labels::SEE_NEW_VERSION,
        "stopped": labels::STOPPED,
        "none": labels::NO_COPY,
        "incomplete": labels::INCOMPLETE_COPY,
        "remove": labels::REMOVE_COPIES,
        "sure": labels::REMOVE_COPIES_ASK,
        "yes": labels::REMOVE_COPIES_YES,
        "no": labels::REMOVE_COPIES_NO,
        "removed": labels::COPIES_REMOVED,
        "kept": labels::COPIES_KEPT,
    })
}

/// Loader and glue as one module, which names the wasm and its hash.
pub(super) fn program(source: &Path, staging: &Path, release: bool) -> Result<Asset, String> {
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
    let loader = loader.replace("\"%WORDS%\"", &page_words().to_string());
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
