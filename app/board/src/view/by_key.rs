//! Reads and writes the parts of a view that are found by their id: in JSON an object, even when it is empty.
//!
//! Why not the map's own way: it writes an empty map as a list, and it can put in order what comes in any order, and
//! brings a sorting of its own for each kind of part. What the server sends is in order already; what is not, is put in
//! its place one by one.

use std::fmt;
use std::marker::PhantomData;

use litemap::LiteMap;
use serde::de::{Deserialize, Deserializer, MapAccess, Visitor};
use serde::ser::{Serialize, Serializer};

struct ByKey<K, V>(PhantomData<(K, V)>);

impl<'de, K: Ord + Deserialize<'de>, V: Deserialize<'de>> Visitor<'de> for ByKey<K, V> {
    type Value = LiteMap<K, V>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("things by their ids")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut parts: A) -> Result<Self::Value, A::Error> {
        let mut map = LiteMap::new();
        while let Some((key, value)) = parts.next_entry()? {
            map.insert(key, value);
        }
        Ok(map)
    }
}

/// Writes a map.
///
/// # Errors
/// When something in it cannot be written.
pub(super) fn serialize<K: Serialize, V: Serialize, S: Serializer>(
    map: &LiteMap<K, V>,
    serializer: S,
) -> Result<S::Ok, S::Error> {
    serializer.collect_map(map.iter())
}

/// Reads a map.
///
/// # Errors
/// When there is none, or something in it cannot be read.
pub(super) fn deserialize<'de, K: Ord + Deserialize<'de>, V: Deserialize<'de>, D: Deserializer<'de>>(
    deserializer: D,
) -> Result<LiteMap<K, V>, D::Error> {
    deserializer.deserialize_map(ByKey(PhantomData))
}
