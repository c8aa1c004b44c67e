//! The style sheets and the type face that they name.

use crate::route::Base;
use crate::site::dist::asset::asset;
use crate::site::dist::files::names;
use crate::site::dist::template::fill;
use anyhow::{Result, bail};
use fs_err as fs;
use std::path::Path;

/// The order of the layers, whichever sheet comes first.
const LAYERS: &str = "@layer tokens, base, layout, components, pages, print;";
/// The sheets of `assets/styles/`, each with the rules of one component or subject. The order counts where two rules of one
/// layer weigh the same: values and plain elements, what stands on every page, its pieces, what one page kind has of its own,
/// what crosses them all.
const SHEETS: [&str; 37] = [
    "tokens",
    "base",
    "layout",
    "button",
    "draft_mark",
    "site_header",
    "menu",
    "breadcrumb",
    "page_head",
    "article",
    "card",
    "block",
    "care_card",
    "do_dont",
    "facts_list",
    "timeline",
    "fold",
    "table",
    "drawing",
    "map",
    "rich",
    "page_end",
    "links",
    "pager",
    "search_field",
    "letters",
    "search_results",
    "definition",
    "offline",
    "home",
    "places",
    "simple",
    "when_to_call",
    "wallet",
    "site_footer",
    "contrast",
    "print",
];
/// The type faces: inline only. A browser that meets them again in a second sheet loads them anew, and text moves.
const FACES: &str = "faces";
/// The line behind which a sheet has the rules that can wait until the page stands: what opens once it is awake, what a
/// pointer changes, a page’s foot, forced colours, paper.
const LATE: &str = "/* late */";

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
    let folder = source.join("assets/styles");
    all_are_listed(&names(&folder)?)?;
    let read = |name: &str| fs::read_to_string(folder.join(format!("{name}.css")));
    let (mut early, mut late) = (String::new(), String::new());
    for name in SHEETS {
        let css = read(name)?;
        let (first, rest) = cut(name, &css)?;
        early.push_str(&squeeze(first));
        late.push_str(&squeeze(rest));
    }
    let faces = fill("assets/styles/faces.css", &squeeze(&read(FACES)?), &[("FONT", &font)])?;
    let style = format!("{LAYERS}{faces}{early}");
    let whole = format!("{LAYERS}{early}{late}");
    let sheet = asset(staging, "site", "css", whole.as_bytes())?.name;
    Ok(Looks { font, style, sheet })
}

/// Makes sure that the files of `assets/styles/` are those of the list.
fn all_are_listed(found: &[String]) -> Result<()> {
    let listed: Vec<String> = SHEETS.iter().chain([&FACES]).map(|name| format!("{name}.css")).collect();
    if let Some(name) = found.iter().find(|name| !listed.contains(name)) {
        bail!(
            "assets/styles/{name} is in no page: add its name to SHEETS in src/site/build/styles.rs, or remove the file"
        );
    }
    if let Some(name) = listed.iter().find(|name| !found.contains(name)) {
        bail!(
            "assets/styles/{name} is missing: bring it back, or take its name out of SHEETS in src/site/build/styles.rs"
        );
    }
    Ok(())
}

/// The rules of a sheet that the first paint needs, and those behind the mark.
fn cut<'a>(name: &str, css: &'a str) -> Result<(&'a str, &'a str)> {
    let Some((early, late)) = css.split_once(LATE) else { return Ok((css, "")) };
    if late.contains(LATE) {
        bail!("assets/styles/{name}.css: {LATE} stands twice; keep the first one, with every late rule behind it");
    }
    if early.matches('{').count() != early.matches('}').count() {
        bail!(
            "assets/styles/{name}.css: {LATE} stands inside a block; close the block before it, open it again behind it"
        );
    }
    Ok((early, late))
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
    use super::{FACES, SHEETS, all_are_listed, cut, squeeze};

    #[test]
    fn a_sheet_is_cut_at_its_mark() {
        let cut = |css| cut("card", css).expect(css);
        assert_eq!(cut("/* Cards. */\n.a {}\n/* late */\n.b {}\n"), ("/* Cards. */\n.a {}\n", "\n.b {}\n"));
        assert_eq!(cut("/* Paper. */\n/* late */\n.b {}\n"), ("/* Paper. */\n", "\n.b {}\n"));
        assert_eq!(cut("/* Not too late */\n.a {}\n"), ("/* Not too late */\n.a {}\n", ""));
    }

    #[test]
    fn a_mark_that_stands_twice_or_inside_a_block_is_told_with_the_file() {
        let told = |css| cut("card", css).expect_err(css).to_string();
        assert!(
            told(".a {}\n/* late */\n.b {}\n/* late */\n")
                .starts_with("assets/styles/card.css: /* late */ stands twice")
        );
        assert!(
            told("@layer a {\n/* late */\n.b {}\n}\n").starts_with("assets/styles/card.css: /* late */ stands inside")
        );
    }

    #[test]
    fn a_sheet_that_is_not_listed_or_is_missing_is_told() {
        let mut found: Vec<String> = SHEETS.iter().chain([&FACES]).map(|name| format!("{name}.css")).collect();
        all_are_listed(&found).expect("the files of the list");
        found.push("novel.css".to_owned());
        let told = |found: &[String]| all_are_listed(found).expect_err("another list").to_string();
        assert!(told(&found).starts_with("assets/styles/novel.css is in no page"));
        found.retain(|name| name != "novel.css" && name != "print.css");
        assert!(told(&found).starts_with("assets/styles/print.css is missing"));
    }

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
