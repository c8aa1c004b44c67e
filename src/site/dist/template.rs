//! Texts with marks (`%NAME%`) that the build fills by name: a mark that is missing or that nobody fills stops it.

use anyhow::{Result, bail};
use serde::Serialize;

/// Fills every mark of a text; `name` tells it in an error.
///
/// # Errors
/// A mark that no value fills, or a value that no mark asks for.
pub fn fill<V: AsRef<str>>(name: &str, text: &str, values: &[(&str, V)]) -> Result<String> {
    let mut filled = String::new();
    let mut missing: Vec<&str> = values.iter().map(|(mark, _)| *mark).collect();
    let mut rest = text;
    while let Some((before, mark, after)) = next(rest) {
        let Some((_, value)) = values.iter().find(|(known, _)| *known == mark) else {
            let known: Vec<&str> = values.iter().map(|(mark, _)| *mark).collect();
            bail!("{name}: nothing fills %{mark}%; the marks of this file are {}", known.join(", "));
        };
        filled.push_str(before);
        filled.push_str(value.as_ref());
        missing.retain(|open| *open != mark);
        rest = after;
    }
    if let Some(mark) = missing.first() {
        bail!("{name}: %{mark}% is missing, so that what it stands for would be lost");
    }
    Ok(filled + rest)
}

/// Fills the one mark of a script. There it stands in quotes, so that tools can read the file as it is.
///
/// # Errors
/// As [`fill`].
pub fn fill_script(name: &str, script: &str, mark: &str, value: &impl Serialize) -> Result<String> {
    let script = script.replace(&format!("\"%{mark}%\""), &format!("%{mark}%"));
    fill(name, &script, &[(mark, serde_json::to_string(value)?)])
}

/// The first mark of a text, with what stands before and after it. `assets/worker.js` finds the same: `/%([A-Z]+)%/`.
fn next(text: &str) -> Option<(&str, &str, &str)> {
    text.match_indices('%').find_map(|(at, _)| {
        let inner = &text[at + 1..];
        let length = inner.bytes().take_while(u8::is_ascii_uppercase).count();
        let after = inner[length..].strip_prefix('%').filter(|_| length > 0)?;
        Some((&text[..at], &inner[..length], after))
    })
}

#[cfg(test)]
mod tests {
    use super::fill;

    #[test]
    fn marks_are_filled_by_name_and_what_fills_them_is_not_read_again() {
        let values = [("HEAD", "%APP% $& 50%"), ("APP", "text")];
        assert_eq!(
            fill("page", "a 50%%HEAD%b %x% %APP%c %", &values).expect("filled"),
            "a 50%%APP% $& 50%b %x% textc %"
        );
    }

    #[test]
    fn a_mark_that_is_missing_or_unknown_is_told_with_the_file() {
        let told = |text: &str| fill("assets/a.js", text, &[("HEAD", "")]).expect_err(text).to_string();
        assert_eq!(told("%HEAD% %FOOT%"), "assets/a.js: nothing fills %FOOT%; the marks of this file are HEAD");
        assert!(told("head").starts_with("assets/a.js: %HEAD% is missing"));
    }
}
