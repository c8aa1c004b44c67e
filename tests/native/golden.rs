//! The patients' questions that judge the search are fair: their answers exist, and they are not a copy of the word list.

use crate::files;
use ipros::content::PageId;
use ipros::content::dataset::Dataset;
use ipros::content::load::json::read;
use ipros::text::fold::unaccented;
use std::collections::BTreeSet;

/// Each question with its pattern.
fn questions() -> Vec<(String, String)> {
    let path = crate::root().join("tests/search/golden.tsv");
    let text = std::fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    let lines = text.lines().filter(|line| !line.starts_with('#'));
    let cut = |line: &str| line.split_once('\t').map(|(query, pattern)| (query.to_owned(), pattern.to_owned()));
    lines.map(|line| cut(line).unwrap_or_else(|| panic!("no tabulation: {line}"))).collect()
}

fn data() -> Dataset {
    read(&files()).expect("the content can be read")
}

fn alike(words: &str) -> String {
    let folded = unaccented(&words.replace('’', "'"));
    folded.split(|c: char| !c.is_alphanumeric()).filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" ")
}

#[test]
fn there_are_enough_questions_and_none_stands_twice() {
    let questions = questions();
    let once: BTreeSet<&str> = questions.iter().map(|(query, _)| query.as_str()).collect();
    assert!(questions.len() >= 260, "{} questions", questions.len());
    assert_eq!(once.len(), questions.len());
}

#[test]
fn every_page_that_an_answer_names_exists() {
    let data = data();
    let terms = data.terms.iter().map(|term| format!("glossaire/{}", term.id));
    let pages: BTreeSet<String> = data.pages.keys().map(PageId::to_string).chain(terms).collect();
    for (query, pattern) in questions() {
        let paths = pattern.split('|').filter_map(|part| part.trim_start_matches('^').strip_prefix('/'));
        for id in paths.map(|path| path.trim_end_matches('$').trim_end_matches('/')) {
            assert!(pages.contains(id), "{query}: there is no page {id}");
        }
    }
}

#[test]
fn a_third_of_the_questions_is_not_in_the_everyday_words() {
    let listed: BTreeSet<String> = data()
        .everyday
        .iter()
        .flat_map(|entry| entry.words.iter().chain(&entry.misspellings))
        .map(|word| alike(&word.0))
        .collect();
    let questions = questions();
    let free = questions.iter().filter(|(query, _)| !listed.contains(&alike(query))).count();
    assert!(free * 3 >= questions.len(), "{free} of {} test the engine", questions.len());
}
