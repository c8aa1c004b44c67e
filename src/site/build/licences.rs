//! The licences of what is inside the wasm, as a text file in `dist/`: cargo's own account of the locked dependencies.

use anyhow::{Context as _, Result, bail};
use fs_err as fs;
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::process::Command;

/// One line a crate: name, version, licence, where it comes from.
///
/// # Errors
/// When cargo cannot describe the package.
pub(super) fn list(source: &Path) -> Result<String> {
    let output = Command::new("cargo")
        .args(["metadata", "--format-version", "1", "--locked", "--offline", "--features", "csr"])
        .args(["--filter-platform", "wasm32-unknown-unknown"])
        .current_dir(source)
        .output()
        .context("cargo metadata")?;
    if !output.status.success() {
        bail!("cargo metadata: {}", String::from_utf8_lossy(&output.stderr));
    }
    let metadata: Value = serde_json::from_slice(&output.stdout).context("cargo metadata")?;
    let inside = inside(&metadata).context("cargo metadata has another form than expected")?;
    let mut lines = vec![
        "Ce site contient des programmes libres, sous ces licences :".to_owned(),
        String::new(),
        "Lucide (icônes), ISC, https://lucide.dev".to_owned(),
        "Atkinson Hyperlegible Next (caractères), SIL Open Font License 1.1, texte à la fin de ce fichier".to_owned(),
    ];
    let packages = metadata["packages"].as_array().into_iter().flatten();
    let crates: BTreeSet<String> = packages
        .filter(|package| package["id"].as_str().is_some_and(|id| inside.contains(id)) && package["source"].is_string())
        .map(|package| {
            let text = |name: &str| package[name].as_str().unwrap_or("?").to_owned();
            format!("{} {}, {}, {}", text("name"), text("version"), text("license"), text("repository"))
        })
        .collect();
    lines.extend(crates);
    let font = fs::read_to_string(source.join("assets/fonts/OFL.txt"))?;
    Ok(lines.join("\n") + "\n\n" + &font)
}

/// The ids of the packages that our own reaches without build scripts and tests.
fn inside(metadata: &Value) -> Option<BTreeSet<&str>> {
    let nodes = metadata["resolve"]["nodes"].as_array()?;
    let by_id: BTreeMap<&str, &Value> = nodes.iter().filter_map(|node| Some((node["id"].as_str()?, node))).collect();
    let root = metadata["packages"].as_array()?.iter().find(|package| package["name"] == "ipros")?["id"].as_str()?;
    let mut found = BTreeSet::new();
    let mut open = vec![root];
    while let Some(id) = open.pop() {
        if !found.insert(id) {
            continue;
        }
        for dependency in by_id.get(id)?["deps"].as_array()? {
            let kinds = dependency["dep_kinds"].as_array()?;
            if kinds.iter().any(|kind| kind["kind"].is_null()) {
                open.push(dependency["pkg"].as_str()?);
            }
        }
    }
    Some(found)
}
