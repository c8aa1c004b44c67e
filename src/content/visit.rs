//! Walks over every text of a page with its JSON path, so that checks and exports see the same texts.

use super::block::Block;
use super::inline::{RichText, Text};
use super::page::Page;

/// A text met on the walk.
#[derive(Clone, Copy, Debug)]
pub enum Words<'a> {
    /// Without marks.
    Plain(&'a Text),
    /// With marks.
    Rich(&'a RichText),
}

impl Words<'_> {
    /// What the reader sees.
    #[must_use]
    pub fn to_plain(self) -> String {
        match self {
            Self::Plain(text) => text.0.clone(),
            Self::Rich(text) => text.to_plain(),
        }
    }
}

/// What the walk hands over: JSON path, and the text.
pub type Visit<'a, 'b> = &'a mut dyn FnMut(&str, Words<'b>);

/// Visits every text of a page in reading order.
pub fn page<'b>(page: &'b Page, visit: Visit<'_, 'b>) {
    visit("title", Words::Plain(&page.title));
    if let Some(label) = &page.label {
        visit("label", Words::Plain(label));
    }
    visit("summary", Words::Plain(&page.summary));
    for (at, block) in page.blocks.iter().enumerate() {
        self::block(block, &format!("blocks[{at}].{}", block.kind()), visit);
    }
    if let Some(simple) = &page.simple {
        rich_list(&simple.lines, "simple.lines", visit);
    }
}

fn rich_list<'b>(list: &'b [RichText], at: &str, visit: Visit<'_, 'b>) {
    for (index, text) in list.iter().enumerate() {
        visit(&format!("{at}[{index}]"), Words::Rich(text));
    }
}

fn plain_list<'b>(list: &'b [Text], at: &str, visit: Visit<'_, 'b>) {
    for (index, text) in list.iter().enumerate() {
        visit(&format!("{at}[{index}]"), Words::Plain(text));
    }
}

/// Visits every text of a block; `at` is the block's own JSON path.
pub fn block<'b>(block: &'b Block, at: &str, visit: Visit<'_, 'b>) {
    match block {
        Block::Paragraph(b) => visit(&format!("{at}.text"), Words::Rich(&b.text)),
        Block::Heading(b) | Block::Subheading(b) => visit(&format!("{at}.text"), Words::Plain(&b.text)),
        Block::List(b) => rich_list(&b.items, &format!("{at}.items"), visit),
        Block::DoDont(b) => {
            rich_list(&b.helps, &format!("{at}.do"), visit);
            rich_list(&b.avoid, &format!("{at}.dont"), visit);
        }
        Block::KeyFacts(b) => {
            for (index, fact) in b.facts.iter().enumerate() {
                visit(&format!("{at}.facts[{index}].label"), Words::Plain(&fact.label));
                visit(&format!("{at}.facts[{index}].value"), Words::Rich(&fact.value));
            }
        }
        Block::Callout(b) => {
            visit(&format!("{at}.title"), Words::Plain(&b.title));
            rich_list(&b.text, &format!("{at}.text"), visit);
        }
        Block::WhenToCall(b) => {
            visit(&format!("{at}.title"), Words::Plain(&b.title));
            rich_list(&b.signs, &format!("{at}.signs"), visit);
            rich_list(&b.text, &format!("{at}.text"), visit);
        }
        Block::Table(b) => {
            visit(&format!("{at}.caption"), Words::Plain(&b.caption));
            plain_list(&b.columns, &format!("{at}.columns"), visit);
            for (index, row) in b.rows.iter().enumerate() {
                visit(&format!("{at}.rows[{index}].head"), Words::Rich(&row.head));
                rich_list(&row.cells, &format!("{at}.rows[{index}].cells"), visit);
            }
        }
        Block::Timeline(b) => {
            for (index, step) in b.steps.iter().enumerate() {
                visit(&format!("{at}.steps[{index}].title"), Words::Plain(&step.title));
                visit(&format!("{at}.steps[{index}].text"), Words::Rich(&step.text));
            }
        }
        Block::Figure(b) => {
            visit(&format!("{at}.caption"), Words::Plain(&b.caption));
            rich_list(&b.legend, &format!("{at}.legend"), visit);
            if let Some(twin) = &b.twin {
                visit(&format!("{at}.twin"), Words::Rich(twin));
            }
        }
        Block::Questions(b) => plain_list(&b.items, &format!("{at}.items"), visit),
        Block::Folds(b) => {
            for (index, fold) in b.items.iter().enumerate() {
                visit(&format!("{at}.items[{index}].title"), Words::Plain(&fold.title));
                rich_list(&fold.text, &format!("{at}.items[{index}].text"), visit);
            }
        }
        Block::Links(_) => {}
    }
}
