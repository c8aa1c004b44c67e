//! Text as editors write it: plain, or with a few inline marks.
//!
//! | written | becomes |
//! |---|---|
//! | `**mot**` | strong |
//! | `[mot](page:therapies/chimiotherapie)` | link inside the site |
//! | `[mot](terme:rcp)` | glossary term |
//! | `[mot](https://…)`, `[15](tel:15)`, `[114](sms:114)` | link to elsewhere, telephone, message |
//! | `[drug day unit](lang:en)` | words in another language |
//!
//! A backslash takes the meaning from the character that follows it.

use super::id::{PageId, TermId};
use super::parse_error::ParseError;
use serde::{Deserialize, Deserializer, Serialize, Serializer, de::Error as _};
use std::fmt;

/// Words without marks: a title, a label, a name.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Text(pub String);

/// Words with inline marks.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct RichText(pub Vec<Inline>);

/// One run of a [`RichText`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Inline {
    /// Words as they are.
    Plain(String),
    /// Words that matter most.
    Strong(String),
    /// A glossary term.
    Term(TermId, String),
    /// A link; the words say where it leads.
    Link(Target, String),
    /// Words in another language, by its BCP 47 tag.
    Lang(String, String),
}

/// Where a link leads.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Target {
    /// A page of this site.
    Page(PageId),
    /// An `https:` address outside the site.
    Web(String),
    /// A telephone number, digits and `+` only.
    Call(String),
    /// A number that takes text messages.
    Message(String),
}

impl Inline {
    /// The words that the reader sees.
    #[must_use]
    pub fn words(&self) -> &str {
        match self {
            Self::Plain(w) | Self::Strong(w) | Self::Term(_, w) | Self::Link(_, w) | Self::Lang(_, w) => w,
        }
    }
}

impl RichText {
    /// Reads the marks.
    ///
    /// # Errors
    /// The mark that cannot be read.
    pub fn parse(source: &str) -> Result<Self, ParseError> {
        let mut runs = Vec::new();
        let mut plain = String::new();
        let mut rest = source;
        while let Some(character) = rest.chars().next() {
            if let Some(escaped) = rest.strip_prefix('\\') {
                let next = escaped.chars().next().ok_or(ParseError::OpenEscape)?;
                plain.push(next);
                rest = &escaped[next.len_utf8()..];
            } else if let Some(strong) = rest.strip_prefix("**") {
                let end = strong.find("**").ok_or(ParseError::OpenStrong)?;
                push_plain(&mut runs, &mut plain);
                runs.push(Inline::Strong(filled(&strong[..end])?));
                rest = &strong[end + 2..];
            } else if let Some(open) = rest.strip_prefix('[') {
                let (words, after) = open.split_once("](").ok_or(ParseError::LinkWithoutTarget)?;
                let (target, after) = after.split_once(')').ok_or(ParseError::OpenTarget)?;
                push_plain(&mut runs, &mut plain);
                runs.push(linked(filled(words)?, target)?);
                rest = after;
            } else {
                plain.push(character);
                rest = &rest[character.len_utf8()..];
            }
        }
        push_plain(&mut runs, &mut plain);
        Ok(Self(runs))
    }

    /// The text that the reader sees, without marks.
    #[must_use]
    pub fn to_plain(&self) -> String {
        self.0.iter().map(Inline::words).collect()
    }

    /// The links, in reading order.
    pub fn targets(&self) -> impl Iterator<Item = &Target> {
        self.0.iter().filter_map(|run| match run {
            Inline::Link(target, _) => Some(target),
            _ => None,
        })
    }
}

fn push_plain(runs: &mut Vec<Inline>, plain: &mut String) {
    if !plain.is_empty() {
        runs.push(Inline::Plain(std::mem::take(plain)));
    }
}

fn filled(words: &str) -> Result<String, ParseError> {
    if words.trim().is_empty() {
        return Err(ParseError::EmptyMark);
    }
    Ok(words.to_owned())
}

fn linked(words: String, target: &str) -> Result<Inline, ParseError> {
    let (scheme, value) = target.split_once(':').ok_or_else(|| ParseError::LinkWithoutScheme(target.to_owned()))?;
    let dialled = |v: &str| !v.is_empty() && v.bytes().all(|b| b.is_ascii_digit() || b == b'+');
    Ok(match scheme {
        "page" => Inline::Link(Target::Page(PageId::parse(value)?), words),
        "terme" => Inline::Term(TermId::parse(value)?, words),
        "https" if value.starts_with("//") && value.len() > 5 && !value.contains(char::is_whitespace) => {
            Inline::Link(Target::Web(target.to_owned()), words)
        }
        "tel" if dialled(value) => Inline::Link(Target::Call(value.to_owned()), words),
        "sms" if dialled(value) => Inline::Link(Target::Message(value.to_owned()), words),
        "lang" if (2..=8).contains(&value.len()) => Inline::Lang(value.to_owned(), words),
        _ => {
            return Err(ParseError::Link(target.to_owned()));
        }
    })
}

impl fmt::Display for Target {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Page(id) => write!(f, "page:{id}"),
            Self::Web(url) => f.write_str(url),
            Self::Call(number) => write!(f, "tel:{number}"),
            Self::Message(number) => write!(f, "sms:{number}"),
        }
    }
}

/// Writes the marks back: `parse` of the result gives the same value.
impl fmt::Display for RichText {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for run in &self.0 {
            match run {
                Inline::Plain(words) => {
                    for character in words.chars() {
                        if matches!(character, '\\' | '*' | '[') {
                            f.write_str("\\")?;
                        }
                        write!(f, "{character}")?;
                    }
                }
                Inline::Strong(words) => write!(f, "**{words}**")?,
                Inline::Term(id, words) => write!(f, "[{words}](terme:{id})")?,
                Inline::Link(target, words) => write!(f, "[{words}]({target})")?,
                Inline::Lang(tag, words) => write!(f, "[{words}](lang:{tag})")?,
            }
        }
        Ok(())
    }
}

impl fmt::Display for Text {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// On the native side, where the dataset is built, texts are set in French typography as they are read;
/// the wasm reads texts that are already set, and carries no code for it.
#[cfg(not(target_arch = "wasm32"))]
fn set(words: &str) -> String {
    crate::text::french::french(words)
}

/// As on the native side, for texts that are set already.
#[cfg(target_arch = "wasm32")]
fn set(words: &str) -> String {
    words.to_owned()
}

impl<'de> Deserialize<'de> for Text {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        String::deserialize(deserializer).map(|words| Self(set(&words)))
    }
}

impl Serialize for Text {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.0)
    }
}

impl<'de> Deserialize<'de> for RichText {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let mut text = Self::parse(&String::deserialize(deserializer)?).map_err(D::Error::custom)?;
        for run in &mut text.0 {
            match run {
                Inline::Plain(w) | Inline::Strong(w) | Inline::Term(_, w) | Inline::Link(_, w) => {
                    *w = set(w);
                }
                Inline::Lang(..) => {}
            }
        }
        Ok(text)
    }
}

impl Serialize for RichText {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

#[cfg(feature = "schema")]
macro_rules! string_schema {
    ($name:ident, $about:literal) => {
        impl schemars::JsonSchema for $name {
            fn schema_name() -> std::borrow::Cow<'static, str> {
                stringify!($name).into()
            }
            fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
                schemars::json_schema!({ "type": "string", "minLength": 1, "description": $about })
            }
        }
    };
}
#[cfg(feature = "schema")]
string_schema!(Text, "Texte sans marque. Espaces et apostrophes ordinaires : la typographie est posée par le site.");
#[cfg(feature = "schema")]
string_schema!(
    RichText,
    "Texte avec marques : **fort**, [mots](page:section/page), [mots](terme:id), [mots](https://…), [15](tel:15), [mots](lang:en)."
);
