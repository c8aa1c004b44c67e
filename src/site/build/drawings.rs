//! The file of all drawings, out of `assets/drawings/` and the coast of `assets/data/`.

use super::sprite::sprite;
use crate::site::dist::files::files;
use anyhow::{Error, Result};
use fs_err as fs;
use std::path::Path;

/// The drawings as one SVG file; `source` is the root of the repository.
///
/// # Errors
/// The drawing that cannot be read, and why.
pub fn drawings(source: &Path) -> Result<String> {
    let folder = source.join("assets/drawings");
    let coast = fs::read_to_string(source.join("assets/data/coast-and-berre.geojson"))?;
    let (mut drawings, mut shapes) = (Vec::new(), Vec::new());
    for path in files(&folder)?.iter().filter(|path| path.extension().is_some_and(|ending| ending == "svg")) {
        let text = fs::read_to_string(path)?;
        let name = path.strip_prefix(&folder)?.with_extension("").to_string_lossy().replace('/', "-");
        match name.strip_prefix("shapes-") {
            Some(shape) => shapes.push((shape.to_owned(), text)),
            None => drawings.push((name, text)),
        }
    }
    sprite(&drawings, &shapes, &coast).map_err(Error::msg)
}
