//! Why a text of the dataset cannot be read. Its French is for editors, and does not ride in the program: what reaches a
//! browser has been read before.

use std::fmt;

/// Why a text of the dataset cannot be read; the text itself, where that says more.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ParseError {
    /// Not an identifier.
    Slug(String),
    /// Not a section.
    Section(String),
    /// Not a page.
    Page(String),
    /// Not a date.
    Date(String),
    /// A backslash ends the text.
    OpenEscape,
    /// `**` is not closed.
    OpenStrong,
    /// `[` is not followed by `](…)`.
    LinkWithoutTarget,
    /// The target of a link is not closed.
    OpenTarget,
    /// A mark holds no word.
    EmptyMark,
    /// A link without a scheme.
    LinkWithoutScheme(String),
    /// A link of another form.
    Link(String),
}

impl std::error::Error for ParseError {}

impl fmt::Display for ParseError {
    #[cfg(not(target_arch = "wasm32"))]
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Slug(text) => write!(
                f,
                "« {text} » n'est pas un identifiant : lettres minuscules sans accent, chiffres et tirets, 60 signes au plus"
            ),
            Self::Section(text) => write!(f, "« {text} » n'est pas une section du site"),
            Self::Page(text) => write!(f, "« {text} » n'est pas une page : écrire « section » ou « section/page »"),
            Self::Date(text) => write!(f, "« {text} » n'est pas une date : écrire par exemple 2026-11-23"),
            Self::OpenEscape => f.write_str("un « \\ » termine le texte"),
            Self::OpenStrong => f.write_str("un « ** » n'est pas refermé"),
            Self::LinkWithoutTarget => f.write_str("un « [ » n'est pas suivi de « ](…) »"),
            Self::OpenTarget => f.write_str("une parenthèse de lien n'est pas refermée"),
            Self::EmptyMark => f.write_str("une marque ne contient aucun mot"),
            Self::LinkWithoutScheme(target) => {
                write!(f, "le lien « {target} » doit commencer par page:, terme:, https:, tel:, sms: ou lang:")
            }
            Self::Link(target) => {
                write!(f, "le lien « {target} » ne peut pas être lu (page:, terme:, https://, tel:, sms:, lang:)")
            }
        }
    }

    #[cfg(target_arch = "wasm32")]
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a text of another form")
    }
}
