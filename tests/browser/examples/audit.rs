//! Everything, slowly: each route × theme × static or awake × engine. `cargo xtask audit` runs it and brings what it needs.
//!
//! Writes `tests/audit/report.json`, with the hash of the views and styles that it saw; when only some engines are asked,
//! the others' cells stay, as long as they saw the same. Fails on any finding.
#![allow(clippy::print_stdout, reason = "the table is what the command is for")]

use browser_tests::audit::{Cell, State, awake_below_the_policy, every_route};
use browser_tests::{Build, Engine, Outcome, Theme, native};
use serde_json::{Value, json};
use std::fs;
use std::path::Path;
use std::sync::Arc;
use tokio::sync::Semaphore;
use tokio::task::JoinSet;

/// What one browser found: its cells, and the routes that did not wake up below the true policy.
type Seen = (Engine, Vec<Cell>, Vec<String>);

#[tokio::main]
async fn main() -> Outcome {
    let named = |engine: &Engine| std::env::args().skip(1).any(|name| name == engine.as_str());
    let engines: Vec<Engine> = Engine::ALL.into_iter().filter(named).collect();
    let engines = if engines.is_empty() { Engine::ALL.to_vec() } else { engines };
    // As many browsers at a time as there are cores: each waits for its own page most of the time it does not work.
    let cores = std::thread::available_parallelism().map_or(2, std::num::NonZero::get);
    let places = Arc::new(Semaphore::new(cores));
    let mut running = JoinSet::new();
    for engine in engines {
        for theme in Theme::ALL {
            let places = Arc::clone(&places);
            running.spawn(async move {
                let _place = places.acquire_owned().await.map_err(|error| error.to_string())?;
                one_browser(engine, theme).await
            });
        }
    }
    let mut seen: Vec<Seen> = Vec::new();
    while let Some(done) = running.join_next().await {
        let done = done.map_err(|error| error.to_string())??;
        done.1.iter().for_each(|cell| println!("{}", cell.line()));
        seen.push(done);
    }
    seen.sort_by_key(|(engine, ..)| engine.as_str());
    let findings = findings(&seen);
    write(&seen)?;
    if findings.is_empty() { Ok(()) } else { Err(findings.join("\n")) }
}

async fn one_browser(engine: Engine, theme: Theme) -> Result<Seen, String> {
    let browser = engine.start(theme).await?;
    let mut cells = Vec::new();
    for state in State::ALL {
        cells.push(every_route(&browser, engine, theme, state).await?);
    }
    // The policy is the same in both themes.
    let asleep = if theme == Theme::Light { awake_below_the_policy(&browser).await? } else { Vec::new() };
    Ok((engine, cells, asleep))
}

fn findings(seen: &[Seen]) -> Vec<String> {
    let of = |(engine, cells, asleep): &Seen| {
        let cells = cells.iter().flat_map(|cell| cell.findings.iter().map(|f| format!("{} {f}", cell.line())));
        let asleep = asleep.iter().map(|finding| format!("{} below the policy: {finding}", engine.as_str()));
        cells.chain(asleep).collect::<Vec<_>>()
    };
    seen.iter().flat_map(of).collect()
}

fn write(seen: &[Seen]) -> Outcome {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let path = root.join("tests/audit/report.json");
    let (views, dist) = (native::views_and_styles(&root)?, native::files_of_a_dist(&Build::Release.folder())?);
    let before: Value =
        fs::read_to_string(&path).ok().and_then(|text| serde_json::from_str(&text).ok()).unwrap_or_default();
    // Cells of other views, or of other texts, say nothing about these.
    let same = before["views_and_styles"] == views && before["dist"] == dist;
    let is_of = |name: &str| seen.iter().any(|(engine, ..)| name == engine.as_str());
    let kept = |list: &str| before[list].as_array().filter(|_| same).cloned().unwrap_or_default();
    let mut cells = kept("cells");
    cells.retain(|cell| !cell["engine"].as_str().is_some_and(is_of));
    cells.extend(seen.iter().flat_map(|(_, cells, _)| cells.iter().map(Cell::to_json)));
    cells.sort_by_key(|cell| format!("{}{}{}", cell["engine"], cell["theme"], cell["state"]));
    let mut asleep = kept("asleep_below_the_policy");
    asleep.retain(|line| !line.as_str().and_then(|line| line.split(' ').next()).is_some_and(is_of));
    asleep.extend(
        seen.iter()
            .flat_map(|(engine, _, asleep)| asleep.iter().map(|line| json!(format!("{} {line}", engine.as_str())))),
    );
    let report = json!({ "views_and_styles": views, "dist": dist, "asleep_below_the_policy": asleep, "cells": cells });
    let text = serde_json::to_string_pretty(&report).map_err(|error| error.to_string())? + "\n";
    let folder = path.parent().ok_or("no folder")?;
    fs::create_dir_all(folder)
        .and_then(|()| fs::write(&path, text))
        .map_err(|error| format!("{}: {error}", path.display()))
}
