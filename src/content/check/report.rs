//! Collects problems while the dataset is looked at.

use crate::content::problem::Problem;

/// Problems, of one file at a time.
#[derive(Default)]
pub(super) struct Report {
    file: String,
    pub(super) problems: Vec<Problem>,
}

impl Report {
    pub(super) fn open(&mut self, file: impl Into<String>) {
        self.file = file.into();
    }

    pub(super) fn add(&mut self, at: impl Into<String>, what: impl Into<String>, fix: impl Into<String>) {
        let (file, at, what, fix) = (self.file.clone(), at.into(), what.into(), fix.into());
        self.problems.push(Problem { file, at, what, fix });
    }

    pub(super) fn filled(&mut self, at: &str, text: &str) {
        if text.trim().is_empty() {
            self.add(at, "ce texte est vide", "écrire le texte, ou retirer le champ s'il est facultatif");
        }
    }
}
