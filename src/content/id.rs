//! Identifiers: each kind is its own type, so that an unparsed or foreign string cannot stand for one.

use super::parse_error::ParseError;
use serde::{Deserialize, Deserializer, Serialize, Serializer, de::Error as _};
use std::fmt;

/// A URL-safe name: 1 to 60 of `a–z`, `0–9` and `-`, no hyphen at either end.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Slug(String);

impl Slug {
    /// Reads a slug.
    ///
    /// # Errors
    /// [`ParseError::Slug`].
    pub fn parse(text: &str) -> Result<Self, ParseError> {
        let valid = |b: u8| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-';
        let framed = text.starts_with('-') || text.ends_with('-');
        if text.is_empty() || text.len() > 60 || framed || !text.bytes().all(valid) {
            return Err(ParseError::Slug(text.to_owned()));
        }
        Ok(Self(text.to_owned()))
    }

    /// The slug as it stands in a URL.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Slug {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

macro_rules! from_text {
    ($name:ident, $pattern:literal) => {
        impl<'de> Deserialize<'de> for $name {
            fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                Self::parse(&String::deserialize(deserializer)?).map_err(D::Error::custom)
            }
        }
        impl Serialize for $name {
            fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.collect_str(self)
            }
        }
        #[cfg(feature = "schema")]
        impl schemars::JsonSchema for $name {
            fn schema_name() -> std::borrow::Cow<'static, str> {
                stringify!($name).into()
            }
            fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
                schemars::json_schema!({ "type": "string", "pattern": $pattern })
            }
        }
    };
}

from_text!(Slug, "^[a-z0-9]([a-z0-9-]{0,58}[a-z0-9])?$");

macro_rules! entity_id {
    ($($(#[$doc:meta])* $name:ident),+ $(,)?) => { $(
        $(#[$doc])*
        #[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub struct $name(Slug);

        impl $name {
            /// Reads an id.
            ///
            /// # Errors
            /// As [`Slug::parse`].
            pub fn parse(text: &str) -> Result<Self, ParseError> {
                Slug::parse(text).map(Self)
            }
            /// The id as written in the dataset.
            #[must_use]
            pub fn as_str(&self) -> &str {
                self.0.as_str()
            }
        }
        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                self.0.fmt(f)
            }
        }
        from_text!($name, "^[a-z0-9]([a-z0-9-]{0,58}[a-z0-9])?$");
    )+ };
}

entity_id! {
    /// A source that a statement rests on (`sources.json`).
    SourceId,
    /// A glossary term (`terms.json`).
    TermId,
    /// A place of practice (`places.json`).
    PlaceId,
    /// A partner establishment (`establishments.json`).
    EstablishmentId,
    /// A piece of equipment or a facility (`equipment.json`).
    EquipmentId,
    /// A partner medical specialty (`specialties.json`).
    SpecialtyId,
    /// A supportive-care profession (`professions.json`).
    ProfessionId,
    /// A therapy (`therapies.json`).
    TherapyId,
}

macro_rules! closed_set {
    ($(#[$meta:meta])* $name:ident { $($(#[$doc:meta])* $variant:ident = $text:literal),+ $(,)? }) => {
        $(#[$meta])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
        #[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
        pub enum $name {
            $($(#[$doc])* #[serde(rename = $text)] $variant),+
        }
        impl $name {
            /// Every member, in the order of the menu.
            pub const ALL: &'static [Self] = &[$(Self::$variant),+];
            /// The name in data and URLs.
            #[must_use]
            pub fn as_str(self) -> &'static str {
                match self { $(Self::$variant => $text),+ }
            }
            /// The member with that name, if there is one.
            #[must_use]
            pub fn parse(text: &str) -> Option<Self> {
                match text { $($text => Some(Self::$variant),)+ _ => None }
            }
        }
    };
}

closed_set! {
    /// A section of the site: an index page and the pages below it.
    Section {
        /// The specialty and what surrounds it.
        Oncology = "oncologie",
        /// Treatments.
        Therapies = "therapies",
        /// What treatments may cause.
        SideEffects = "effets-indesirables",
        /// From doubt to follow-up.
        CarePathway = "parcours-de-soins",
        /// Supportive care.
        SupportiveCare = "soins-de-support",
        /// The seven places of practice.
        Places = "lieux",
        /// Clinical research.
        Research = "recherche-clinique",
        /// Equipment and facilities.
        Equipment = "equipements",
        /// The medical team.
        Team = "equipe",
    }
}

closed_set! {
    /// A page that stands outside the sections.
    Standalone {
        /// The home page.
        Home = "accueil",
        /// When to call, and whom.
        WhenToCall = "quand-appeler",
        /// Contact.
        Contact = "contact",
        /// Site map.
        SiteMap = "plan-du-site",
        /// The search, on a page of its own.
        Search = "recherche",
        /// The words of medicine, explained.
        Glossary = "glossaire",
        /// Every page, term and everyday word, by letter.
        Index = "index-a-z",
        /// What has changed, by date.
        Changes = "ce-qui-a-change",
        /// Accessibility statement.
        Accessibility = "accessibilite",
        /// Privacy.
        Privacy = "confidentialite",
        /// What can be read without network.
        Offline = "hors-ligne",
        /// Legal notice.
        Legal = "mentions-legales",
        /// What is shown for an address that leads nowhere.
        NotFound = "page-introuvable",
    }
}

/// The identity of a page: `quand-appeler`, `therapies` or `therapies/chimiotherapie`. Also its file: `pages/<id>.json`.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum PageId {
    /// A page outside the sections.
    Standalone(Standalone),
    /// The index page of a section.
    Index(Section),
    /// A page inside a section.
    Topic(Section, Slug),
}

impl PageId {
    /// Reads a page id as editors write it.
    ///
    /// # Errors
    /// What the text is not.
    pub fn parse(text: &str) -> Result<Self, ParseError> {
        if let Some((section, slug)) = text.split_once('/') {
            let section = Section::parse(section).ok_or_else(|| ParseError::Section(section.to_owned()))?;
            return Slug::parse(slug).map(|slug| Self::Topic(section, slug));
        }
        Section::parse(text)
            .map(Self::Index)
            .or_else(|| Standalone::parse(text).map(Self::Standalone))
            .ok_or_else(|| ParseError::Page(text.to_owned()))
    }

    /// The section that the page belongs to, if any.
    #[must_use]
    pub fn section(&self) -> Option<Section> {
        match self {
            Self::Standalone(_) => None,
            Self::Index(section) | Self::Topic(section, _) => Some(*section),
        }
    }

    /// Whether lists of pages name it: what an unknown address shows is in none.
    #[must_use]
    pub fn is_listed(&self) -> bool {
        *self != Self::Standalone(Standalone::NotFound)
    }

    /// Whether the page has a plain-language twin at its own address.
    #[must_use]
    pub fn may_have_simple(&self) -> bool {
        !matches!(
            self,
            Self::Standalone(
                Standalone::NotFound
                    | Standalone::SiteMap
                    | Standalone::Search
                    | Standalone::Glossary
                    | Standalone::Index
                    | Standalone::Changes
            )
        )
    }
}

impl fmt::Display for PageId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Standalone(page) => f.write_str(page.as_str()),
            Self::Index(section) => f.write_str(section.as_str()),
            Self::Topic(section, slug) => write!(f, "{}/{slug}", section.as_str()),
        }
    }
}

from_text!(PageId, "^[a-z0-9-]+(/[a-z0-9-]+)?$");
