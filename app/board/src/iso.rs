//! A day as records write it, "2026-09-24", and a moment, "2026-09-24T14:05:00Z"; and nothing else.
//!
//! Why not the reader that the calendar brings along: it reads every form a moment in time can have, and the browser
//! would carry all of them to read this one.
//!
//! Deliberately not here: days in words (see [`crate::view::day`]), and counting with days.

use jiff::Timestamp;
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

/// A moment: its day, its time to the second or finer, and how far its clock is from universal time.
pub mod moment {
    use super::{Date, Deserialize as _, Deserializer, Serializer, Timestamp, read, written};
    use jiff::tz::Offset;
    use serde::de::Error as _;

    /// What is said of a text that is no moment.
    const NO_MOMENT: &str = "a moment is written like 2026-09-24T14:05:00Z";

    /// Reads a moment; nothing when the text is not one.
    pub fn read_moment(text: &str) -> Option<Timestamp> {
        let (day, rest) = text.split_once('T')?;
        let at = rest.rfind(['Z', '+', '-'])?;
        let (time, zone) = rest.split_at(at);
        let ahead = ahead(zone)?;
        let (whole, part) = time.split_once('.').map_or((time, None), |(whole, part)| (whole, Some(part)));
        let mut clock = whole.split(':');
        let seconds = two(clock.next()?, 23)? * 3600 + two(clock.next()?, 59)? * 60 + two(clock.next()?, 59)?;
        if clock.next().is_some() {
            return None;
        }
        let nanoseconds = match part {
            None => 0,
            Some(part) if (1..=9).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_digit()) => {
                format!("{part:0<9}").parse().ok()?
            }
            Some(_) => return None,
        };
        let since = read(day)?.duration_since(Date::constant(1970, 1, 1)).as_secs();
        Timestamp::new(since + seconds - ahead, nanoseconds).ok()
    }

    /// How many seconds a clock is ahead of universal time.
    fn ahead(zone: &str) -> Option<i64> {
        let (sign, away) = match zone.split_at_checked(1)? {
            ("Z", "") => return Some(0),
            ("+", away) => (1, away),
            ("-", away) => (-1, away),
            _ => return None,
        };
        let (hours, minutes) = away.split_once(':')?;
        Some(sign * (two(hours, 23)? * 3600 + two(minutes, 59)? * 60))
    }

    /// A number of two digits, up to the most it may be.
    fn two(text: &str, most: i64) -> Option<i64> {
        let digits = text.len() == 2 && text.bytes().all(|byte| byte.is_ascii_digit());
        text.parse().ok().filter(|number| digits && *number <= most)
    }

    /// Writes a moment, by universal time.
    pub fn written_moment(moment: Timestamp) -> String {
        let there = Offset::UTC.to_datetime(moment);
        let (day, hour, minute, second) = (written(there.date()), there.hour(), there.minute(), there.second());
        let part = match there.subsec_nanosecond() {
            0 => String::new(),
            part => format!(".{part:09}").trim_end_matches('0').to_owned(),
        };
        format!("{day}T{hour:02}:{minute:02}:{second:02}{part}Z")
    }

    /// Writes a moment into a record.
    ///
    /// # Errors
    /// When the record cannot take a text.
    pub fn serialize<S: Serializer>(moment: &Timestamp, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&written_moment(*moment))
    }

    /// Reads a moment from a record.
    ///
    /// # Errors
    /// When there is no text, or it is no moment.
    pub fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Timestamp, D::Error> {
        let text = String::deserialize(deserializer)?;
        read_moment(&text).ok_or_else(|| D::Error::custom(NO_MOMENT))
    }

    /// The same for a moment that may be missing.
    pub mod perhaps {
        use super::{Deserializer, NO_MOMENT, Serializer, Timestamp, read_moment, written_moment};
        use serde::Deserialize as _;
        use serde::de::Error as _;

        /// Writes a moment into a record, where there is one.
        ///
        /// # Errors
        /// When the record cannot take a text.
        pub fn serialize<S: Serializer>(moment: &Option<Timestamp>, serializer: S) -> Result<S::Ok, S::Error> {
            match moment {
                Some(moment) => serializer.serialize_some(&written_moment(*moment)),
                None => serializer.serialize_none(),
            }
        }

        /// Reads a moment from a record, where there is one.
        ///
        /// # Errors
        /// When there is something else than a moment.
        pub fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<Timestamp>, D::Error> {
            let text = Option::<String>::deserialize(deserializer)?;
            text.map(|text| read_moment(&text).ok_or_else(|| D::Error::custom(NO_MOMENT))).transpose()
        }
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
        for text in
            ["", "2026-9-24", "24.09.2026", "2026-02-30", "2025-02-29", "2026-09-24T10:00", "+026-09-24", "２026-09-24"]
        {
            assert_eq!(read(text), None, "{text}");
        }
    }

    #[test]
    fn a_moment_is_read_like_by_the_calendar() {
        for text in [
            "2026-09-24T14:05:00Z",
            "2026-09-24T14:05:59.123456789Z",
            "2026-09-24T14:05:00.5+01:00",
            "1969-12-31T23:59:59-05:30",
            "2024-02-29T00:00:00Z",
        ] {
            let read = moment::read_moment(text);
            assert_eq!(read, text.parse().ok(), "{text}");
            assert_eq!(read.map(moment::written_moment), read.map(|moment| moment.to_string()), "{text}");
        }
    }

    #[test]
    fn nothing_else_is_a_moment() {
        for text in [
            "",
            "2026-09-24",
            "2026-09-24T14:05Z",
            "2026-09-24T24:00:00Z",
            "2026-09-24T14:05:00",
            "2026-09-24T14:05:00.Z",
        ] {
            assert_eq!(moment::read_moment(text), None, "{text}");
        }
    }
}
