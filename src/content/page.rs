//! A page: what lists of pages need to know ([`PageHead`]) and what is read ([`PageBody`]).

use super::block::{Block, data};
use super::date::Date;
use super::id::{PageId, SourceId};
use super::inline::{RichText, Text};
use serde::{Deserialize, Serialize};

data! {
    /// A page as its file has it.
    pub struct Page {
        /// Where editors' tools find the schema; not used by the site.
        #[serde(rename = "$schema", default, skip_serializing)]
        pub schema: Option<String>,
        /// The `h1`: at most 70 signs.
        pub title: Text,
        /// A shorter title for menus, when the title is long.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub label: Option<Text>,
        /// One or two sentences, at most 180 signs: lead, lists of pages and search engines.
        pub summary: Text,
        /// When the text was last changed.
        pub updated: Date,
        /// Whether the medical team has read it.
        pub review: Review,
        /// What is read, in order.
        pub blocks: Vec<Block>,
        /// The plain-language twin.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub simple: Option<Simple>,
        /// What to read next.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        pub next: Vec<PageId>,
        /// Rules of writing that do not fit here, each with a reason.
        #[serde(default, skip_serializing)]
        pub waive: Vec<Waiver>,
    }
    /// A rule of writing that does not fit one text; for editors, never shown.
    pub struct Waiver {
        /// The JSON path that the problem names.
        pub at: String,
        /// The rule: the word that the problem begins with.
        pub rule: String,
        /// Why.
        pub reason: String,
    }
    /// A page rewritten in plain language: one sentence a line, one idea each.
    pub struct Simple {
        /// The sentences.
        pub lines: Vec<RichText>,
    }
    /// Who approved a page, and until when.
    pub struct Validation {
        /// The person's name.
        pub who: Text,
        /// The person's role.
        pub role: Text,
        /// The day of the approval.
        pub on: Date,
        /// The day by which it must be read again.
        pub next: Date,
    }
    /// What lists of pages need to know of a page.
    pub struct PageHead {
        /// Which page.
        pub id: PageId,
        /// The `h1`.
        pub title: Text,
        /// A shorter title for menus.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub label: Option<Text>,
        /// One or two sentences.
        pub summary: Text,
        /// Whether the page has a plain-language twin.
        pub has_simple: bool,
    }
    /// What is read on a page.
    pub struct PageBody {
        /// Whether the medical team has read it.
        pub review: Review,
        /// In order.
        pub blocks: Vec<Block>,
        /// The plain-language twin.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub simple: Option<Simple>,
        /// What to read next.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        pub next: Vec<PageId>,
    }
}

/// Whether the medical team has read a page.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum Review {
    /// Not yet.
    Awaiting,
    /// Read and approved by a named person.
    Validated(Validation),
}

impl PageHead {
    /// The title for menus and lists.
    #[must_use]
    pub fn short(&self) -> &str {
        &self.label.as_ref().unwrap_or(&self.title).0
    }
}

impl PageBody {
    /// Every source that the blocks name, once, in reading order.
    #[must_use]
    pub fn sources(&self) -> Vec<&SourceId> {
        let mut seen: Vec<&SourceId> = Vec::new();
        for id in self.blocks.iter().flat_map(Block::sources) {
            if !seen.contains(&id) {
                seen.push(id);
            }
        }
        seen
    }
}

impl Page {
    /// What lists of pages need to know.
    #[must_use]
    pub fn head(&self, id: PageId) -> PageHead {
        let Self { title, label, summary, .. } = self.clone();
        PageHead { id, title, label, summary, has_simple: self.simple.is_some() }
    }

    /// What is read on the page.
    #[must_use]
    pub fn body(&self) -> PageBody {
        let Self { review, blocks, simple, next, .. } = self.clone();
        PageBody { review, blocks, simple, next }
    }
}
