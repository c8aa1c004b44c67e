//! `check()`: every problem of a dataset that can be read, in one pass, for editors. At build time alone: what reaches a browser
//! has been checked.

mod entities;
mod ids;
mod pages;
mod report;
mod tone;
mod vocabulary;
pub mod writing;

use super::dataset::Dataset;
use super::problem::Problem;
use ids::Ids;
use report::Report;

/// Every problem of the dataset; none when it may be shown.
#[must_use]
pub fn check(data: &Dataset) -> Vec<Problem> {
    let mut report = Report::default();
    let ids = Ids::collect(data);
    entities::check(data, &ids, &mut report);
    pages::check(data, &ids, &mut report);
    report.problems
}
