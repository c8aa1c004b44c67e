//! The site as a whole: names, commitments, and what the law asks to be named.

use super::block::data;
use super::date::Date;
use super::id::{PageId, Section, Slug};
use super::inline::{RichText, Text};
use serde::{Deserialize, Serialize};

data! {
    /// `site.json`.
    pub struct Site {
        /// Version of the shape of the data.
        pub schema: u32,
        /// The network's name.
        pub name: Text,
        /// What it is, in a few words.
        pub tagline: Text,
        /// Where the site will be published (`https://…`), once it is known.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub address: Option<String>,
        /// The three ways in, on the home page.
        pub doors: Vec<Door>,
        /// What the network holds itself to.
        pub commitments: Vec<Commitment>,
        /// Towns around the places, from which the nearest place is told.
        pub towns: Vec<Town>,
        /// Who publishes the site.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub publisher: Option<Text>,
        /// Who directs the publication.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub director: Option<Text>,
        /// Who hosts the files.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub host: Option<Text>,
        /// How to reach the network.
        pub contact: Contact,
        /// When the content as a whole was last changed.
        pub updated: Date,
    }
    /// A way in.
    pub struct Door {
        /// In the visitor's words.
        pub title: Text,
        /// What lies behind it.
        pub text: RichText,
        /// Where it leads.
        pub page: PageId,
    }
    /// A town: the point that its name stands for.
    pub struct Town {
        /// Its name.
        pub name: Text,
        /// Degrees north, WGS 84.
        pub latitude: f64,
        /// Degrees east, WGS 84.
        pub longitude: f64,
    }
    /// Something the network holds itself to.
    pub struct Commitment {
        /// In a few words.
        pub title: Text,
        /// In a sentence or two.
        pub text: RichText,
    }
    /// How to reach the network: each field stays away until the practice gives it.
    pub struct Contact {
        /// The team's telephone number.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub phone: Option<Text>,
        /// An e-mail address for questions that are not medical.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub email: Option<Text>,
        /// A postal address.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub address: Option<Text>,
    }
    /// One entry of `sections.json`: a section and its pages, in reading order.
    pub struct SectionEntry {
        /// Which section.
        pub section: Section,
        /// Its name in menus.
        pub label: Text,
        /// The pages below its index.
        pub pages: Vec<Slug>,
    }
}
