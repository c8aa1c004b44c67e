//! A calendar date in the dataset, without any clock.

use super::parse_error::ParseError;
use serde::{Deserialize, Deserializer, Serialize, Serializer, de::Error as _};
use std::fmt;

/// A date of the Gregorian calendar, written `2026-11-23`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Date {
    year: u16,
    month: u8,
    day: u8,
}

const MONTHS: [&str; 12] = [
    "janvier",
    "février",
    "mars",
    "avril",
    "mai",
    "juin",
    "juillet",
    "août",
    "septembre",
    "octobre",
    "novembre",
    "décembre",
];

impl Date {
    /// Reads `YYYY-MM-DD`.
    ///
    /// # Errors
    /// [`ParseError::Date`].
    pub fn parse(text: &str) -> Result<Self, ParseError> {
        let wrong = || ParseError::Date(text.to_owned());
        let mut parts = text.splitn(3, '-');
        let mut number = |length: usize| {
            let part = parts.next().filter(|p| p.len() == length && p.bytes().all(|b| b.is_ascii_digit()))?;
            part.parse::<u16>().ok()
        };
        let (year, month, day) = (|| Some((number(4)?, number(2)?, number(2)?)))().ok_or_else(wrong)?;
        let leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
        let length = match month {
            2 => 28 + u16::from(leap),
            4 | 6 | 9 | 11 => 30,
            1..=12 => 31,
            _ => return Err(wrong()),
        };
        if !(1900..=2199).contains(&year) || !(1..=length).contains(&day) {
            return Err(wrong());
        }
        Ok(Self { year, month: month as u8, day: day as u8 })
    }

    /// As a French reader writes it: `23 novembre 2026`, `1er mars 2026`.
    #[must_use]
    pub fn in_french(self) -> String {
        let ordinal = if self.day == 1 { "er" } else { "" };
        let month = MONTHS[usize::from(self.month) - 1];
        format!("{}{ordinal}\u{a0}{month}\u{a0}{}", self.day, self.year)
    }
}

impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}-{:02}", self.year, self.month, self.day)
    }
}

impl<'de> Deserialize<'de> for Date {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Self::parse(&String::deserialize(deserializer)?).map_err(D::Error::custom)
    }
}

impl Serialize for Date {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

#[cfg(feature = "schema")]
impl schemars::JsonSchema for Date {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Date".into()
    }
    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        schemars::json_schema!({ "type": "string", "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$" })
    }
}
