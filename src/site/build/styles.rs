//! The style sheets and the type face that they name.

use crate::route::Base;
use crate::site::dist::asset::asset;
use crate::site::dist::template::fill;
use anyhow::Result;
use fs_err as fs;
use std::path::Path;

/// The order of the layers, whichever sheet comes first.
const LAYERS: &str = "@layer tokens, base, layout, components, pages, print;";
/// The sheets of `assets/styles/` that the first paint needs, in the order of the layers.
const SHEETS: [&str; 6] = ["tokens", "base", "layout", "components", "search", "pages"];
/// The type faces: inline only. A browser that meets them again in a second sheet loads them anew, and text moves.
const FACES: &str = "faces";
/// The sheets that can wait until the page stands: what opens once it is awake, what a pointer changes, a page’s foot, forced colours, paper.
const LATE: [&str; 5] = ["results", "offline", "late", "contrast", "print"];

/// How pages look.
pub(super) struct Looks {
    /// The address of the type face.
    pub(super) font: String,
    /// The inline style.
    pub(super) style: String,
    /// The name of the whole sheet as a file: for a page whose inline style is refused (it is set in a face of the device),
    /// and for what the first paint does not need.
    pub(super) sheet: String,
}

/// Writes the type face and the sheet.
pub(super) fn looks(source: &Path, staging: &Path, base: &Base) -> Result<Looks> {
    let face = fs::read(source.join("assets/fonts/atkinson-hyperlegible-next.woff2"))?;
    let face = asset(staging, "atkinson-hyperlegible-next", "woff2", &face)?;
    let font = format!("{}assets/{}", base.as_str(), face.name);
    let sheet = |name: &str| -> Result<String> {
        Ok(squeeze(&fs::read_to_string(source.join(format!("assets/styles/{name}.css")))?))
    };
    let all = |names: &[&str]| names.iter().map(|name| sheet(name)).collect::<Result<String>>();
    let early = all(&SHEETS)?;
    let faces = fill("assets/styles/faces.css", &sheet(FACES)?, &[("FONT", &font)])?;
    let style = format!("{LAYERS}{faces}{early}");
    let whole = format!("{LAYERS}{early}{}", all(&LATE)?);
    let sheet = asset(staging, "site", "css", whole.as_bytes())?.name;
    Ok(Looks { font, style, sheet })
}

/// A style sheet without comments and the white space that means nothing. Words in quotes stay as they are.
fn squeeze(css: &str) -> String {
    let mut bare = String::new();
    let mut rest = css;
    while let Some((before, after)) = rest.split_once("/*") {
        bare.push_str(before);
        rest = after.split_once("*/").map_or("", |(_, after)| after);
    }
    bare.push_str(rest);
    let mut small = String::new();
    for (at, part) in bare.split('"').enumerate() {
        if at > 0 {
            small.push('"');
        }
        if at % 2 == 1 { small.push_str(part) } else { small.push_str(&without_spaces(part)) }
    }
    small.trim().to_owned()
}

/// White space folded, and none beside what parts selectors, declarations and values.
fn without_spaces(css: &str) -> String {
    let mut small = String::new();
    for character in css.chars() {
        let character = if character.is_whitespace() { ' ' } else { character };
        if character == ' ' && small.ends_with([' ', '{', '}', ';', ',', ':', '>']) {
            continue;
        }
        if matches!(character, '{' | '}' | ';' | ',' | '>') {
            small.truncate(small.trim_end_matches(' ').len());
        }
        if character == '}' {
            small.truncate(small.trim_end_matches(';').len());
        }
        small.push(character);
    }
    small
}

#[cfg(test)]
mod tests {
    use super::squeeze;

    #[test]
    fn a_squeezed_sheet_keeps_what_means_something() {
        let css = "/* why */\n@media (min-width: 48rem) {\n  .a > .b, .c :is(d) { color: red; content: \" : \"; }\n}\n.e { margin: -1px auto calc(1rem + 2px); }";
        assert_eq!(
            squeeze(css),
            "@media (min-width:48rem){.a>.b,.c :is(d){color:red;content:\" : \"}}.e{margin:-1px auto calc(1rem + 2px)}"
        );
        assert_eq!(
            squeeze("a::before { content: \"\" / \"\"; inset: 0.7em auto auto 0; }"),
            "a::before{content:\"\" / \"\";inset:0.7em auto auto 0}"
        );
    }
}
