//! The command line: a slip ends with a clear line and a failure.

use std::net::TcpListener;
use std::process::{Command, Output};

fn site(arguments: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_site"));
    command.args(arguments).current_dir(crate::root()).output().expect("site can be started")
}

/// The first line of what a failed command says.
fn refusal(arguments: &[&str]) -> String {
    let output = site(arguments);
    assert!(!output.status.success(), "{arguments:?} succeeded");
    String::from_utf8_lossy(&output.stderr).lines().next().unwrap_or_default().to_owned()
}

#[test]
fn an_unknown_command_is_named() {
    assert_eq!(refusal(&["chek"]), "site: unknown command, option or missing feature: chek");
    assert_eq!(refusal(&[]), "site: no command");
}

#[test]
fn a_port_that_is_taken_is_named_with_a_way_out() {
    let taken = TcpListener::bind("127.0.0.1:0").expect("a port");
    let port = taken.local_addr().expect("an address").port().to_string();
    let dist = crate::dist().display().to_string();
    let told = refusal(&["serve", &dist, "--port", &port]);
    assert!(
        told.starts_with(&format!("site: cannot listen on 127.0.0.1:{port}")) && told.ends_with("choose --port"),
        "{told}"
    );
}

#[test]
fn a_folder_that_is_no_dist_is_named_with_the_command_that_makes_one() {
    let told = refusal(&["serve", "src"]);
    assert!(told.contains("src/_headers") || told.contains("cargo xtask build"), "{told}");
}

#[test]
fn prerender_outside_trunk_says_where_it_belongs() {
    assert!(refusal(&["prerender"]).contains("Trunk's post_build hook"));
}

#[test]
fn check_and_export_answer_in_words_and_in_json() {
    let told = site(&["check"]);
    assert!(told.status.success() && String::from_utf8_lossy(&told.stdout).contains("aucun problème"));
    let export: serde_json::Value = serde_json::from_slice(&site(&["export"]).stdout).expect("JSON");
    let pages = export["pages"].as_array().expect("pages");
    assert!(pages.len() >= 90 && pages.iter().all(|page| page["path"].is_string() && page["blocks"].is_array()));
    assert!(export["glossary"].as_array().is_some_and(|terms| terms.len() >= 90));
    let everyday = export["everyday"].as_array().expect("everyday words");
    assert!(everyday.iter().all(|entry| entry["pages"][0].as_str().is_some_and(|path| path.starts_with('/'))));
}

#[test]
fn search_answers_in_json_lines_and_judges_a_golden_set() {
    let told = site(&["search", "--json", "--limit", "3", "mes cheveux tombent"]);
    let lines: Vec<serde_json::Value> = String::from_utf8_lossy(&told.stdout)
        .lines()
        .map(|line| serde_json::from_str(line).expect("a JSON line"))
        .collect();
    assert_eq!(lines.len(), 3);
    assert_eq!(lines[0]["path"], "/effets-indesirables/cheveux/");
    for field in ["rank", "path", "anchor", "title", "heading", "score", "snippet"] {
        assert!(lines.iter().all(|line| line.get(field).is_some()), "{field}");
    }
    let judged = site(&["search", "--eval", "tests/search/golden.tsv"]);
    let judged = String::from_utf8_lossy(&judged.stdout).into_owned();
    for figure in ["hit@1", "hit@3", "MRR@10", "p50", "p95", "max"] {
        assert!(judged.contains(figure), "{figure}: {judged}");
    }
    assert!(refusal(&["search"]).starts_with("site: search: no words"));
    assert!(refusal(&["search", "--limit", "0", "x"]).contains("--limit needs a number"));
    assert!(refusal(&["search", "--eval", "nowhere.tsv"]).contains("nowhere.tsv"));
}
