//! `site`: checks the content, and (with the feature `site`) makes and serves the files of the site.
#![allow(clippy::print_stdout, clippy::print_stderr, reason = "a command-line tool speaks on its standard streams")]

use anyhow::{Result, anyhow, bail};
use fs_err as fs;
use ipros::content::load::folder::files;
use ipros::site::editor::dataset::{self, folder, load};
use std::env;
use std::process::ExitCode;

const USAGE: &str =
    "site: check [--report] | search [--json] [--limit N] WORDS | search --eval FILE | export | tree | mutate [N] | schema | generate | prerender | bundle DIST OUT | serve DIST [--port N] [--host H]
Content is read from assets/content, or from the folder that IPROS_CONTENT names.";

fn main() -> ExitCode {
    let arguments: Vec<String> = env::args().skip(1).collect();
    let words: Vec<&str> = arguments.iter().map(String::as_str).collect();
    let done = match words.as_slice() {
        ["check"] => check(),
        ["check", "--report"] => load().map(|data| print!("{}", ipros::site::editor::report::report(&data))),
        ["new", "page", id, title] => new_page(id, title),
        ["texts"] => load().map(|data| println!("{}", ipros::site::editor::export::texts(&data))),
        ["publication"] => publication(),
        ["search", options @ ..] => {
            load().and_then(|data| ipros::site::editor::search::command(&data, options)).map(|text| print!("{text}"))
        }
        ["tree"] => load().map(|data| print!("{}", ipros::site::editor::report::tree(&data))),
        ["mutate"] => mutate(20),
        ["mutate", count] => count.parse().map_err(|_| anyhow!("mutate: {count} is no number")).and_then(mutate),
        ["export"] => load().map(|data| println!("{:#}", ipros::site::editor::export::export(&data))),
        #[cfg(feature = "schema")]
        ["schema"] => schema(),
        #[cfg(feature = "site")]
        ["audited"] => ipros::site::dist::fingerprint::audited(std::path::Path::new(".")),
        #[cfg(feature = "site")]
        ["generate"] => ipros::site::build::generate::generate(std::path::Path::new(".")),
        #[cfg(feature = "site")]
        ["prerender"] => ipros::site::build::from_trunk(),
        #[cfg(feature = "site")]
        ["budget", dist, ceilings] => load().and_then(|data| ipros::site::dist::budget::command(dist, &data, ceilings)),
        #[cfg(feature = "site")]
        ["bundle", dist, out] => ipros::site::deploy::release::command(dist, out),
        #[cfg(feature = "site")]
        ["serve", dist, options @ ..] => ipros::site::serve::command(dist, options),
        [] => Err(anyhow!("no command\n{USAGE}")),
        [command, ..] => Err(anyhow!("unknown command, option or missing feature: {command}\n{USAGE}")),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("site: {error:#}");
            ExitCode::FAILURE
        }
    }
}

/// Writes a new page's file and its line in `sections.json`.
fn new_page(id: &str, title: &str) -> Result<()> {
    let (page, sections) = ipros::site::editor::new_page::new_page(&load()?, id, title)?;
    for (name, text) in [(format!("pages/{id}.json"), page), ("sections.json".to_owned(), sections)] {
        let path = folder().join(name);
        fs::write(&path, text)?;
        println!("{}", path.display());
    }
    println!("à écrire, puis : cargo xtask check");
    Ok(())
}

/// Says everything that stands in the way of publication; fails while anything does.
fn publication() -> Result<()> {
    let obstacles = ipros::site::editor::publication::obstacles(&dataset::content()?);
    if obstacles.is_empty() {
        println!("rien ne s'oppose à la publication");
        return Ok(());
    }
    bail!("le site ne peut pas être publié :\n  {}", obstacles.join("\n  "))
}

fn check() -> Result<()> {
    let data = load()?;
    println!("contenu : {} pages, {} sources, aucun problème", data.pages.len(), data.sources.len());
    Ok(())
}

/// Makes every kind of slip `count` times; fails when the check lets one live.
fn mutate(count: usize) -> Result<()> {
    let files = files(&folder()).map_err(|problems| anyhow!("{}", problems[0]))?;
    load()?;
    let (mut made, mut lived) = (0, Vec::new());
    for kind in ipros::site::editor::mutate::KINDS {
        let found: Vec<_> = (0..count)
            .filter_map(|nth| Some((nth, ipros::site::editor::mutate::problems(&files, kind, nth)?)))
            .collect();
        made += found.len();
        let survivors: Vec<usize> =
            found.iter().filter(|(_, problems)| problems.is_empty()).map(|(nth, _)| *nth).collect();
        println!("{:4} refused of {:4}  {}", found.len() - survivors.len(), found.len(), kind.name);
        if found.is_empty() || !survivors.is_empty() {
            lived.push(format!("{} {survivors:?}", kind.name));
        }
    }
    println!("{made} mutants of {} kinds, {} survivors", ipros::site::editor::mutate::KINDS.len(), lived.len());
    if !lived.is_empty() {
        bail!("the check let these live: {}", lived.join("; "));
    }
    Ok(())
}

#[cfg(feature = "schema")]
fn schema() -> Result<()> {
    for (kind, schema) in ipros::site::editor::schema::schemas() {
        let path = folder().join(format!("{kind}.schema.json"));
        let text = serde_json::to_string_pretty(&schema)?;
        fs::write(&path, text + "\n")?;
    }
    Ok(())
}
