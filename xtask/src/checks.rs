//! Checks by programs of others: valid HTML, French spelling, spelling of the code, licences and sources of the crates.

use crate::run::{command, output, root, run};
use crate::tools;
use std::fs;
use std::io::Write as _;
use std::path::Path;
use std::process::Stdio;

/// What the checker does not know yet: <https://developer.mozilla.org/docs/Web/CSS/paint-order> and
/// <https://html.spec.whatwg.org/multipage/links.html#link-type-expect>.
const GAPS: &str = ".*Property “paint-order” doesn't exist.*|.*A “link” element with a “blocking” attribute must have a “rel” attribute whose value is “stylesheet”.*";

/// The Nu HTML checker on every page of a folder; any error fails.
pub(crate) fn html(folder: &str) -> Result<(), String> {
    println!("── valid HTML in {folder}");
    let jar = root().join("tests/browser/node_modules/vnu-jar/build/dist/vnu.jar");
    let jar = jar.display().to_string();
    let checked = command(
        "java",
        &["-jar", &jar, "--errors-only", "--skip-non-html", "--filterpattern", GAPS, "--format", "gnu", folder],
    )
    .stderr(Stdio::piped())
    .output()
    .map_err(|error| format!("java: {error}"))?;
    let told = String::from_utf8_lossy(&checked.stderr).into_owned();
    if checked.status.success() && told.trim().is_empty() {
        return Ok(());
    }
    let first: Vec<&str> = told.lines().take(20).collect();
    Err(format!("{} HTML errors in {folder}, the first:\n{}", told.lines().count(), first.join("\n")))
}

/// Hunspell's French dictionary on every text, with the words of `tests/mots.txt`.
pub(crate) fn spelling() -> Result<(), String> {
    println!("── French spelling");
    let texts = output("cargo", &["run", "--quiet", "--locked", "--features", "site", "--bin", "site", "--", "texts"])
        .ok_or("site texts failed")?;
    let list = root().join("tests/mots.txt");
    let mut hunspell = command("hunspell", &["-l", "-d", "fr_FR", "-i", "utf-8", "-p", &list.display().to_string()])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .map_err(|error| format!("hunspell: {error}"))?;
    let mut input = hunspell.stdin.take().ok_or("hunspell has no input")?;
    // Written from another thread: both sides would wait for each other once a pipe is full.
    let writer = std::thread::spawn(move || input.write_all(texts.as_bytes()));
    let found = hunspell.wait_with_output().map_err(|error| error.to_string())?;
    drop(writer.join());
    let unknown: std::collections::BTreeSet<String> =
        String::from_utf8_lossy(&found.stdout).lines().map(|word| word.trim_end_matches('.').to_owned()).collect();
    if unknown.is_empty() {
        return Ok(());
    }
    let words: Vec<String> = unknown.into_iter().collect();
    Err(format!("words that no dictionary knows: {}\nMend them, or add them to tests/mots.txt", words.join(", ")))
}

/// Misspelt words of the code, its comments and the English documents (`_typos.toml` says what is French).
pub(crate) fn code_spelling() -> Result<(), String> {
    run("spelling of the code", command("typos", &["--format", "brief"]).env("PATH", tools::path()?))
}

/// Licences and sources of all crates, and none that is forbidden (`deny.toml`). Advisories need the network's database:
/// the CI template asks them.
pub(crate) fn crates() -> Result<(), String> {
    let check =
        ["deny", "--offline", "--log-level", "error", "check", "--hide-inclusion-graph", "bans", "licenses", "sources"];
    run("cargo deny", command("cargo", &check).env("PATH", tools::path()?))
}

/// Where the browser tests leave the pages as they stand once awake; emptied before they run.
pub(crate) fn awake_folder() -> Result<String, String> {
    let folder = root().join("target/awake");
    if Path::new(&folder).exists() {
        fs::remove_dir_all(&folder).map_err(|error| format!("{}: {error}", folder.display()))?;
    }
    Ok(folder.display().to_string())
}
