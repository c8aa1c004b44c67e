//! `check()`: every problem of a dataset that can be read, in one pass, for editors.
//!
//! The same function runs at build time and in an open tab on newer content. What only editors see (dossier lines) and
//! the rules of writing are checked at build time alone.

mod entities;
mod ids;
mod pages;
#[cfg(not(target_arch = "wasm32"))]
mod tone;
#[cfg(not(target_arch = "wasm32"))]
mod vocabulary;
#[cfg(not(target_arch = "wasm32"))]
pub mod writing;

use super::dataset::Dataset;
use super::problem::Problem;
use ids::Ids;

/// Collects problems of one file at a time.
struct Report {
    file: String,
    problems: Vec<Problem>,
}

impl Report {
    fn open(&mut self, file: impl Into<String>) {
        self.file = file.into();
    }
    fn add(&mut self, at: impl Into<String>, what: impl Into<String>, fix: impl Into<String>) {
        let (file, at, what, fix) = (self.file.clone(), at.into(), what.into(), fix.into());
        self.problems.push(Problem { file, at, what, fix });
    }
    fn filled(&mut self, at: &str, text: &str) {
        if text.trim().is_empty() {
            self.add(at, "ce texte est vide", "écrire le texte, ou retirer le champ s'il est facultatif");
        }
    }
}

/// Every problem of the dataset; none when it may be shown.
#[must_use]
pub fn check(data: &Dataset) -> Vec<Problem> {
    let mut report = Report { file: String::new(), problems: Vec::new() };
    let ids = Ids::collect(data);
    entities::check(data, &ids, &mut report);
    pages::check(data, &ids, &mut report);
    report.problems
}
