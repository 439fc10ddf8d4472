//! A day as records write it: "2026-09-24", and nothing else.
//!
//! Why not the reader that the calendar brings along: it reads every form a moment in time can have, and the browser
//! would carry all of them to read this one.
//!
//! Deliberately not here: days in words (see [`crate::view::day`]), and counting with days.

use jiff::civil::Date;
use serde::de::Error as _;
use serde::{Deserialize, Deserializer, Serializer};

/// What is said of a text that is no day.
const NO_DAY: &str = "a day is written like 2026-09-24";

/// Writes a day.
pub fn written(day: Date) -> String {
    format!("{:04}-{:02}-{:02}", day.year(), day.month(), day.day())
}

/// Reads a day; nothing when the text is not one, or when the calendar has no such day.
pub fn read(text: &str) -> Option<Date> {
    let mut parts = text.split('-');
    let (year, month, day) = (parts.next()?, parts.next()?, parts.next()?);
    let digits = |part: &str, long: usize| part.len() == long && part.bytes().all(|byte| byte.is_ascii_digit());
    if parts.next().is_some() || !digits(year, 4) || !digits(month, 2) || !digits(day, 2) {
        return None;
    }
    Date::new(year.parse().ok()?, month.parse().ok()?, day.parse().ok()?).ok()
}

/// Writes a day into a record.
///
/// # Errors
/// When the record cannot take a text.
#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde asks for a reference")]
pub fn serialize<S: Serializer>(day: &Date, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.serialize_str(&written(*day))
}

/// Reads a day from a record.
///
/// # Errors
/// When there is no text, or it is no day.
pub fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Date, D::Error> {
    let text = String::deserialize(deserializer)?;
    read(&text).ok_or_else(|| D::Error::custom(NO_DAY))
}

/// The same for a day that may be missing.
pub mod perhaps {
    use super::{Date, Deserialize as _, Deserializer, NO_DAY, Serializer, read, written};
    use serde::de::Error as _;

    /// Writes a day into a record, where there is one.
    ///
    /// # Errors
    /// When the record cannot take a text.
    #[expect(clippy::ref_option, reason = "serde asks for a reference")]
    pub fn serialize<S: Serializer>(day: &Option<Date>, serializer: S) -> Result<S::Ok, S::Error> {
        match day {
            Some(day) => serializer.serialize_some(&written(*day)),
            None => serializer.serialize_none(),
        }
    }

    /// Reads a day from a record, where there is one.
    ///
    /// # Errors
    /// When there is something else than a day.
    pub fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<Date>, D::Error> {
        let text = Option::<String>::deserialize(deserializer)?;
        text.map(|text| read(&text).ok_or_else(|| D::Error::custom(NO_DAY))).transpose()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_is_read_as_it_is_written() {
        for text in ["2026-09-24", "0999-01-01", "2024-02-29"] {
            assert_eq!(read(text).map(written).as_deref(), Some(text));
        }
    }

    #[test]
    fn nothing_else_is_a_day() {
        for text in ["", "2026-9-24", "24.09.2026", "2026-02-30", "2025-02-29", "2026-09-24T10:00", "+026-09-24", "２026-09-24"] {
            assert_eq!(read(text), None, "{text}");
        }
    }
}
