//! A list in which every thing is found by its id and keeps the place it was given.
//!
//! Deliberately not a map on the outside: in JSON it is a plain array, because that is what people read and write.

use std::hash::Hash;

use indexmap::IndexMap;
use serde::de::Error as _;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// A thing that is found by its own id.
pub trait Identified {
    /// What finds it.
    type Id: Clone + Eq + Hash;

    /// The id it carries.
    fn id(&self) -> &Self::Id;
}

/// Things in the order they came, each found by its id.
#[derive(Debug, Clone)]
pub struct Keyed<T: Identified>(IndexMap<T::Id, T>);

impl<T: Identified> Default for Keyed<T> {
    fn default() -> Self {
        Self(IndexMap::new())
    }
}

impl<T: Identified + PartialEq> PartialEq for Keyed<T> {
    /// Order counts: it is what people see.
    fn eq(&self, other: &Self) -> bool {
        self.0.len() == other.0.len() && self.iter().eq(other.iter())
    }
}

impl<T: Identified> Keyed<T> {
    /// The thing with this id.
    pub fn get(&self, id: &T::Id) -> Option<&T> {
        self.0.get(id)
    }

    /// The thing with this id, to be changed in place; its id must stay.
    pub fn get_mut(&mut self, id: &T::Id) -> Option<&mut T> {
        self.0.get_mut(id)
    }

    /// Whether a thing has this id.
    pub fn has(&self, id: &T::Id) -> bool {
        self.0.contains_key(id)
    }

    /// Puts a thing in the place of the one with its id, or at the end.
    pub fn put(&mut self, thing: T) {
        self.0.insert(thing.id().clone(), thing);
    }

    /// Takes a thing out; the others keep their order.
    pub fn remove(&mut self, id: &T::Id) -> Option<T> {
        self.0.shift_remove(id)
    }

    /// All, in order.
    pub fn iter(&self) -> impl DoubleEndedIterator<Item = &T> + ExactSizeIterator {
        self.0.values()
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

impl<T: Identified> FromIterator<T> for Keyed<T> {
    fn from_iter<I: IntoIterator<Item = T>>(things: I) -> Self {
        let mut keyed = Self::default();
        for thing in things {
            keyed.put(thing);
        }
        keyed
    }
}

impl<T: Identified + Serialize> Serialize for Keyed<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(self.iter())
    }
}

impl<'de, T: Identified + Deserialize<'de>> Deserialize<'de> for Keyed<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let mut keyed = Self::default();
        for thing in Vec::<T>::deserialize(deserializer)? {
            if keyed.has(thing.id()) {
                return Err(D::Error::custom("two things have the same id"));
            }
            keyed.put(thing);
        }
        Ok(keyed)
    }
}

#[cfg(feature = "schema")]
impl<T: Identified + schemars::JsonSchema> schemars::JsonSchema for Keyed<T> {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        Vec::<T>::schema_name()
    }

    fn json_schema(generator: &mut schemars::SchemaGenerator) -> schemars::Schema {
        Vec::<T>::json_schema(generator)
    }

    fn inline_schema() -> bool {
        true
    }
}
