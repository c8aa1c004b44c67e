//! The style sheets and the type face that they name.

use super::assemble::{asset, read};
use crate::route::Base;
use std::fs;
use std::path::Path;

/// The sheets of `assets/styles/` that the first paint needs, in the order of the layers.
const SHEETS: [&str; 6] = ["tokens", "base", "layout", "components", "search", "pages"];
/// The sheets that it does not need: what opens once the page is awake, and paper.
const LATE: [&str; 3] = ["results", "offline", "print"];

/// The sheets that can wait until the page stands: forced colours, paper.
const LATE: [&str; 2] = ["contrast", "print"];

/// Writes the type face, and gives its address.
pub(super) fn font(source: &Path, staging: &Path, base: &Base) -> Result<String, String> {
    let path = source.join("assets/fonts/atkinson-hyperlegible-next.woff2");
    let bytes = fs::read(&path).map_err(|error| format!("{}: {error}", path.display()))?;
    let file = asset(staging, "atkinson-hyperlegible-next", "woff2", &bytes)?;
    Ok(format!("{}assets/{}", base.as_str(), file.name))
}

/// The inline style, and the name of the whole sheet as a file: for a page whose inline style is refused, and for
/// what the first paint does not need.
pub(super) fn styles(source: &Path, staging: &Path, font: &str) -> Result<(String, String), String> {
    let mut style = String::from("@layer tokens, base, layout, components, pages, print;");
    for sheet in SHEETS {
        style.push_str(&squeeze(&read(&source.join(format!("assets/styles/{sheet}.css")))?));
    }
    let style = style.replace("%FONT%", font);
    let mut whole = style.clone();
    for sheet in LATE {
        whole.push_str(&squeeze(&read(&source.join(format!("assets/styles/{sheet}.css")))?));
    }
    let file = asset(staging, "site", "css", whole.as_bytes())?;
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
