//! `site`: checks the content, and (with the feature `site`) makes and serves the files of the site.
#![allow(clippy::print_stdout, clippy::print_stderr, reason = "a command-line tool speaks on its standard streams")]

use ipros::content::Dataset;
use ipros::content_files;
use std::env;
use std::path::PathBuf;
use std::process::ExitCode;

const USAGE: &str = "site: check | export | schema | prerender | serve DIST [--port N] [--host H]
Content is read from assets/content, or from the folder that IPROS_CONTENT names.";

fn main() -> ExitCode {
    let arguments: Vec<String> = env::args().skip(1).collect();
    let words: Vec<&str> = arguments.iter().map(String::as_str).collect();
    let done = match words.as_slice() {
        ["check"] => check(),
        ["export"] => load().map(|data| println!("{:#}", ipros::site::export::export(&data))),
        #[cfg(feature = "schema")]
        ["schema"] => schema(),
        #[cfg(feature = "site")]
        ["prerender"] => ipros::site::assemble::from_trunk(),
        #[cfg(feature = "site")]
        ["serve", dist, options @ ..] => ipros::site::serve::command(dist, options),
        [] => Err(format!("no command\n{USAGE}")),
        [command, ..] => Err(format!("unknown command, option or missing feature: {command}\n{USAGE}")),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(message) => {
            eprintln!("site: {message}");
            ExitCode::FAILURE
        }
    }
}

fn folder() -> PathBuf {
    env::var_os("IPROS_CONTENT").map_or_else(|| PathBuf::from("assets/content"), PathBuf::from)
}

fn load() -> Result<Dataset, String> {
    content_files::load(&folder()).map_err(|problems| {
        let texts: Vec<String> = problems.iter().map(|problem| format!("assets/content/{problem}\n")).collect();
        format!("{} problème(s)\n\n{}", problems.len(), texts.join("\n"))
    })
}

fn check() -> Result<(), String> {
    let data = load()?;
    println!("contenu : {} pages, {} sources, aucun problème", data.pages.len(), data.facts.sources.len());
    Ok(())
}

#[cfg(feature = "schema")]
fn schema() -> Result<(), String> {
    for (kind, schema) in ipros::site::schema::schemas() {
        let path = folder().join(format!("{kind}.schema.json"));
        let text = serde_json::to_string_pretty(&schema).map_err(|error| error.to_string())?;
        std::fs::write(&path, text + "\n").map_err(|error| format!("{}: {error}", path.display()))?;
    }
    Ok(())
}
