//! The blocks that a page is made of. Each is written in JSON as `{ "<kind>": { … } }`.

use super::id::{PageId, SourceId};
use super::inline::{RichText, Text};
use serde::{Deserialize, Serialize};

macro_rules! data {
    ($($(#[$doc:meta])* pub struct $name:ident { $($body:tt)* })+) => { $(
        $(#[$doc])*
        #[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
        #[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
        #[serde(deny_unknown_fields)]
        pub struct $name { $($body)* }
    )+ };
}
pub(super) use data;

/// One block of a page.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum Block {
    /// Sentences.
    Paragraph(Paragraph),
    /// Opens a part of the page (`h2`).
    Heading(Heading),
    /// Opens a sub-part (`h3`).
    Subheading(Heading),
    /// Items, numbered or not.
    List(List),
    /// What helps, what to avoid.
    DoDont(DoDont),
    /// Label and value pairs.
    KeyFacts(KeyFacts),
    /// Something set apart from the text.
    Callout(Callout),
    /// Signs that need a call, and whom to call.
    WhenToCall(WhenToCall),
    /// Rows and columns.
    Table(Table),
    /// Steps in time.
    Timeline(Timeline),
    /// A drawing with its text twin.
    Figure(Figure),
    /// Questions to put to the team.
    Questions(Questions),
    /// Folded parts, each with a title: received ideas, details.
    Folds(Folds),
    /// Links to other pages.
    Links(Links),
}

/// Who answers when the signs of a [`WhenToCall`] appear.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Urgency {
    /// The care team, the same day.
    Team,
    /// 15, 112 or 114, at once.
    Emergency,
}

/// The drawings that a [`Figure`] can show.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Drawing {
    /// Treatment days and rest days in turn.
    TreatmentRhythm,
    /// A treatment of one place beside a treatment of the whole body.
    LocalAndSystemic,
    /// Chemotherapy: quick division, what stops it, what else divides quickly.
    Chemotherapy,
    /// Immunotherapy: the brake, its release, the attack.
    Immunotherapy,
    /// Targeted therapy: the mark, what fits it, what has no such mark.
    TargetedTherapy,
    /// Hormone therapy: key and lock, the lock taken, the signal gone.
    HormoneTherapy,
    /// Radiotherapy: one beam, then several that meet.
    RadiationBeams,
    /// The steps of the care pathway.
    CarePath,
    /// The people around the patient.
    Team,
}

impl Drawing {
    /// How many pictures stand side by side.
    #[must_use]
    pub fn panels(self) -> usize {
        match self {
            Self::TreatmentRhythm | Self::CarePath | Self::Team => 1,
            Self::LocalAndSystemic | Self::RadiationBeams => 2,
            Self::Chemotherapy | Self::Immunotherapy | Self::TargetedTherapy | Self::HormoneTherapy => 3,
        }
    }

    /// How many parts of the picture are numbered.
    #[must_use]
    pub fn numbers(self) -> usize {
        match self {
            Self::CarePath => 7,
            Self::Team => 8,
            _ => 0,
        }
    }

    /// How many texts of a legend the drawing needs: one a picture of several, one a number.
    #[must_use]
    pub fn legend(self) -> usize {
        if self.panels() > 1 { self.panels() } else { self.numbers() }
    }
}

data! {
    /// Sentences.
    pub struct Paragraph {
        /// At most four sentences.
        pub text: RichText,
        /// What the statements rest on.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        pub sources: Vec<SourceId>,
    }
    /// A question or a statement, not a label.
    pub struct Heading {
        /// The words.
        pub text: Text,
    }
    /// Items.
    pub struct List {
        /// Whether the order matters.
        #[serde(default, skip_serializing_if = "std::ops::Not::not")]
        pub numbered: bool,
        /// One idea each.
        pub items: Vec<RichText>,
        /// What the statements rest on.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        pub sources: Vec<SourceId>,
    }
    /// What helps and what to avoid, side by side.
    pub struct DoDont {
        /// What helps.
        #[serde(rename = "do")]
        pub helps: Vec<RichText>,
        /// What to avoid.
        #[serde(rename = "dont")]
        pub avoid: Vec<RichText>,
        /// What the statements rest on.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        pub sources: Vec<SourceId>,
    }
    /// Facts at a glance.
    pub struct KeyFacts {
        /// In reading order.
        pub facts: Vec<KeyFact>,
        /// What the statements rest on.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        pub sources: Vec<SourceId>,
    }
    /// One fact.
    pub struct KeyFact {
        /// What it is about.
        pub label: Text,
        /// The fact.
        pub value: RichText,
    }
    /// A short text set apart.
    pub struct Callout {
        /// Its title.
        pub title: Text,
        /// Paragraphs.
        pub text: Vec<RichText>,
        /// What the statements rest on.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        pub sources: Vec<SourceId>,
    }
    /// Signs that need a call.
    pub struct WhenToCall {
        /// The situation.
        pub title: Text,
        /// Who answers.
        pub urgency: Urgency,
        /// One sign each.
        pub signs: Vec<RichText>,
        /// What to do, after the signs.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        pub text: Vec<RichText>,
        /// What the statements rest on.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        pub sources: Vec<SourceId>,
    }
    /// A table: the first column names the rows.
    pub struct Table {
        /// What the table shows.
        pub caption: Text,
        /// Column titles, the first column's included.
        pub columns: Vec<Text>,
        /// Rows, each with one cell a column but the first.
        pub rows: Vec<Row>,
        /// What the statements rest on.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        pub sources: Vec<SourceId>,
    }
    /// One row.
    pub struct Row {
        /// The row's name.
        pub head: RichText,
        /// The other cells.
        pub cells: Vec<RichText>,
    }
    /// Steps in time.
    pub struct Timeline {
        /// In order.
        pub steps: Vec<Step>,
        /// What the statements rest on.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        pub sources: Vec<SourceId>,
    }
    /// A step.
    pub struct Step {
        /// What happens.
        pub title: Text,
        /// How it goes.
        pub text: RichText,
    }
    /// A drawing.
    pub struct Figure {
        /// Which one.
        pub drawing: Drawing,
        /// What it shows, in a sentence.
        pub caption: Text,
        /// One text a picture, or a number in the picture, in order.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        pub legend: Vec<RichText>,
        /// The same idea in words, for whoever cannot see it; where a legend says all, nothing.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub twin: Option<RichText>,
        /// What the statements rest on.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        pub sources: Vec<SourceId>,
    }
    /// Questions to put to the team.
    pub struct Questions {
        /// One question each.
        pub items: Vec<Text>,
    }
    /// Folded parts.
    pub struct Folds {
        /// In reading order.
        pub items: Vec<Fold>,
        /// What the statements rest on.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        pub sources: Vec<SourceId>,
    }
    /// A folded part.
    pub struct Fold {
        /// What is seen while folded.
        pub title: Text,
        /// What unfolds.
        pub text: Vec<RichText>,
    }
    /// Links to other pages.
    pub struct Links {
        /// In reading order.
        pub pages: Vec<PageId>,
    }
}

impl Block {
    /// The sources that the block names.
    #[must_use]
    pub fn sources(&self) -> &[SourceId] {
        match self {
            Self::Paragraph(b) => &b.sources,
            Self::List(b) => &b.sources,
            Self::DoDont(b) => &b.sources,
            Self::KeyFacts(b) => &b.sources,
            Self::Callout(b) => &b.sources,
            Self::WhenToCall(b) => &b.sources,
            Self::Table(b) => &b.sources,
            Self::Timeline(b) => &b.sources,
            Self::Figure(b) => &b.sources,
            Self::Folds(b) => &b.sources,
            Self::Heading(_) | Self::Subheading(_) | Self::Questions(_) | Self::Links(_) => &[],
        }
    }

    /// The kind's name, as editors write it.
    #[must_use]
    pub fn kind(&self) -> &'static str {
        match self {
            Self::Paragraph(_) => "paragraph",
            Self::Heading(_) => "heading",
            Self::Subheading(_) => "subheading",
            Self::List(_) => "list",
            Self::DoDont(_) => "do_dont",
            Self::KeyFacts(_) => "key_facts",
            Self::Callout(_) => "callout",
            Self::WhenToCall(_) => "when_to_call",
            Self::Table(_) => "table",
            Self::Timeline(_) => "timeline",
            Self::Figure(_) => "figure",
            Self::Questions(_) => "questions",
            Self::Folds(_) => "folds",
            Self::Links(_) => "links",
        }
    }
}
