//! Floor 5: one page kind a file, each a pure function of where the reader is ([`PageContext`]) and the page's two halves.

pub mod article;
pub mod changes;
pub mod contact;
pub mod equipment;
pub mod glossary;
pub mod home;
pub mod index;
pub mod legal;
pub mod not_found;
pub mod offline;
pub mod place;
pub mod places;
pub mod search;
pub mod section;
pub mod simple;
pub mod site_map;
pub mod supportive_care;
pub mod team;
pub mod term;
pub mod therapy;
pub mod when_to_call;

use crate::components::PageContext;
use crate::content::{PageBody, PageHead};

/// A page that is about to be shown.
pub struct PageProps<'a> {
    /// Title, summary.
    pub head: &'a PageHead,
    /// Blocks, review state, what to read next.
    pub body: &'a PageBody,
    /// Where the reader is.
    pub context: &'a PageContext,
}
