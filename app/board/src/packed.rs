//! A value that travels as one JSON text inside another.
//!
//! Why: a decoder is built for every kind of input it reads from. Pages, functions and sockets hand a view over in three
//! kinds; packed, it is always read from a text, and the browser's code holds one decoder instead of three.
//!
//! Deliberately not for records and exports, which people read.

use serde::de::{DeserializeOwned, Error as _};
use serde::ser::Error as _;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// Writes the value as a JSON text.
///
/// # Errors
/// When the value cannot be written as JSON.
pub fn serialize<T: Serialize, S: Serializer>(value: &T, serializer: S) -> Result<S::Ok, S::Error> {
    let text = serde_json::to_string(value).map_err(S::Error::custom)?;
    serializer.serialize_str(&text)
}

/// Reads the value from a JSON text.
///
/// # Errors
/// When the text is not the value's.
pub fn deserialize<'de, T: DeserializeOwned, D: Deserializer<'de>>(deserializer: D) -> Result<T, D::Error> {
    let text = String::deserialize(deserializer)?;
    serde_json::from_str(&text).map_err(D::Error::custom)
}
