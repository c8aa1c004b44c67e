//! What is wrong with the dataset, said to the person who can fix it.

use std::fmt;

/// One thing to fix.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Problem {
    /// The file, from `assets/content/`.
    pub file: String,
    /// JSON path, or line and column.
    pub at: String,
    /// What is wrong, in French.
    pub what: String,
    /// How to fix it, in French.
    pub fix: String,
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { file, at, what, fix } = self;
        write!(f, "{file} · {at}\n  problème : {what}\n  remède   : {fix}")
    }
}
