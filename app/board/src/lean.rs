//! Reads JSON in the browser, with as little code as can be: what it weighs, every phone in the room waits for.
//!
//! Why not the usual reader: a decoder is built for every type it fills, and that one brings along for each a
//! second way to read it (from a list), its own place in the text and its own words for what is wrong. Here the text
//! becomes one tree of values first, and a type is filled from that in one way.
//!
//! Deliberately not for what people write (files, forms): an error here says nothing but that it cannot be read.

use std::fmt;

use serde::de::value::StringDeserializer;
use serde::de::{
    DeserializeOwned, DeserializeSeed, Deserializer, EnumAccess, Error, IntoDeserializer as _, MapAccess, SeqAccess,
    VariantAccess, Visitor,
};
use serde_json::{Number, Value, map};

/// A text is not what was expected.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Unreadable;

impl fmt::Display for Unreadable {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("this cannot be read")
    }
}

impl std::error::Error for Unreadable {}

impl Error for Unreadable {
    fn custom<T: fmt::Display>(_: T) -> Self {
        Self
    }
}

/// Reads a value from a JSON text.
///
/// # Errors
/// When the text is not JSON, or not the value's.
pub fn read<T: DeserializeOwned>(text: &str) -> Result<T, Unreadable> {
    let tree: Value = serde_json::from_str(text).map_err(|_| Unreadable)?;
    T::deserialize(Node(tree))
}

/// One value of the tree.
struct Node(Value);

/// What every kind of number is read as; the type itself says whether the number fits.
fn number<'de, V: Visitor<'de>>(number: &Number, visitor: V) -> Result<V::Value, Unreadable> {
    if let Some(natural) = number.as_u64() {
        visitor.visit_u64(natural)
    } else if let Some(whole) = number.as_i64() {
        visitor.visit_i64(whole)
    } else {
        visitor.visit_f64(number.as_f64().ok_or(Unreadable)?)
    }
}

/// The kinds of number and text, each read like the one that stands for all.
macro_rules! alike {
    ($($like:ident: $($kind:ident)*;)*) => {
        $($(fn $kind<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Unreadable> {
            self.$like(visitor)
        })*)*
    };
}

impl Node {
    fn number<'de, V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Unreadable> {
        let Value::Number(found) = self.0 else { return Err(Unreadable) };
        number(&found, visitor)
    }

    fn text<'de, V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Unreadable> {
        let Value::String(text) = self.0 else { return Err(Unreadable) };
        visitor.visit_string(text)
    }

    fn name<'de, V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Unreadable> {
        let Value::String(text) = self.0 else { return Err(Unreadable) };
        visitor.visit_str(&text)
    }

    fn unit<'de, V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Unreadable> {
        let Value::Null = self.0 else { return Err(Unreadable) };
        visitor.visit_unit()
    }

    fn list<'de, V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Unreadable> {
        let Value::Array(values) = self.0 else { return Err(Unreadable) };
        visitor.visit_seq(List(values.into_iter()))
    }

    fn named<'de, V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Unreadable> {
        let Value::Object(members) = self.0 else { return Err(Unreadable) };
        visitor.visit_map(Members { members: members.into_iter(), value: None })
    }
}

impl<'de> Deserializer<'de> for Node {
    type Error = Unreadable;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Unreadable> {
        match self.0 {
            Value::Null => visitor.visit_unit(),
            Value::Bool(yes) => visitor.visit_bool(yes),
            Value::Number(found) => number(&found, visitor),
            Value::String(text) => visitor.visit_string(text),
            Value::Array(_) => self.list(visitor),
            Value::Object(_) => self.named(visitor),
        }
    }

    fn deserialize_bool<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Unreadable> {
        let Value::Bool(yes) = self.0 else { return Err(Unreadable) };
        visitor.visit_bool(yes)
    }

    alike! {
        number: deserialize_u8 deserialize_u16 deserialize_u32 deserialize_u64 deserialize_i8 deserialize_i16
            deserialize_i32 deserialize_i64 deserialize_f32 deserialize_f64;
        text: deserialize_char deserialize_str deserialize_string deserialize_bytes deserialize_byte_buf;
        name: deserialize_identifier;
        unit: deserialize_unit;
        list: deserialize_seq;
        named: deserialize_map;
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Unreadable> {
        match self.0 {
            Value::Null => visitor.visit_none(),
            _ => visitor.visit_some(self),
        }
    }

    fn deserialize_unit_struct<V: Visitor<'de>>(self, _: &'static str, visitor: V) -> Result<V::Value, Unreadable> {
        self.unit(visitor)
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(self, _: &'static str, visitor: V) -> Result<V::Value, Unreadable> {
        visitor.visit_newtype_struct(self)
    }

    fn deserialize_tuple<V: Visitor<'de>>(self, _: usize, visitor: V) -> Result<V::Value, Unreadable> {
        self.list(visitor)
    }

    fn deserialize_tuple_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        _: usize,
        visitor: V,
    ) -> Result<V::Value, Unreadable> {
        self.list(visitor)
    }

    fn deserialize_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        _: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Unreadable> {
        self.named(visitor)
    }

    fn deserialize_enum<V: Visitor<'de>>(
        self,
        _: &'static str,
        _: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Unreadable> {
        match self.0 {
            Value::String(name) => visitor.visit_enum(Variant { name, content: None }),
            Value::Object(members) if members.len() == 1 => {
                let (name, content) = members.into_iter().next().ok_or(Unreadable)?;
                visitor.visit_enum(Variant { name, content: Some(content) })
            }
            Value::Null | Value::Bool(_) | Value::Number(_) | Value::Array(_) | Value::Object(_) => Err(Unreadable),
        }
    }

    fn deserialize_ignored_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Unreadable> {
        visitor.visit_unit()
    }
}

/// The values of a list.
struct List(std::vec::IntoIter<Value>);

impl<'de> SeqAccess<'de> for List {
    type Error = Unreadable;

    fn next_element_seed<T: DeserializeSeed<'de>>(&mut self, seed: T) -> Result<Option<T::Value>, Unreadable> {
        self.0.next().map(|value| seed.deserialize(Node(value))).transpose()
    }
}

/// Names with their values.
struct Members {
    members: map::IntoIter,
    value: Option<Value>,
}

impl<'de> MapAccess<'de> for Members {
    type Error = Unreadable;

    fn next_key_seed<K: DeserializeSeed<'de>>(&mut self, seed: K) -> Result<Option<K::Value>, Unreadable> {
        let Some((name, value)) = self.members.next() else { return Ok(None) };
        self.value = Some(value);
        seed.deserialize(Node(Value::String(name))).map(Some)
    }

    fn next_value_seed<T: DeserializeSeed<'de>>(&mut self, seed: T) -> Result<T::Value, Unreadable> {
        seed.deserialize(Node(self.value.take().ok_or(Unreadable)?))
    }
}

/// One of an enum's variants, with what is in it.
struct Variant {
    name: String,
    content: Option<Value>,
}

/// What is in a variant; nothing for one that is only a name.
struct Content(Option<Value>);

impl<'de> EnumAccess<'de> for Variant {
    type Error = Unreadable;
    type Variant = Content;

    fn variant_seed<V: DeserializeSeed<'de>>(self, seed: V) -> Result<(V::Value, Content), Unreadable> {
        let name: StringDeserializer<Unreadable> = self.name.into_deserializer();
        Ok((seed.deserialize(name)?, Content(self.content)))
    }
}

impl<'de> VariantAccess<'de> for Content {
    type Error = Unreadable;

    fn unit_variant(self) -> Result<(), Unreadable> {
        self.0.map_or(Ok(()), |_| Err(Unreadable))
    }

    fn newtype_variant_seed<T: DeserializeSeed<'de>>(self, seed: T) -> Result<T::Value, Unreadable> {
        seed.deserialize(Node(self.0.ok_or(Unreadable)?))
    }

    fn tuple_variant<V: Visitor<'de>>(self, _: usize, visitor: V) -> Result<V::Value, Unreadable> {
        Node(self.0.ok_or(Unreadable)?).list(visitor)
    }

    fn struct_variant<V: Visitor<'de>>(self, _: &'static [&'static str], visitor: V) -> Result<V::Value, Unreadable> {
        Node(self.0.ok_or(Unreadable)?).named(visitor)
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use serde::Deserialize;

    use super::*;

    #[derive(Debug, Clone, PartialEq, Deserialize)]
    struct Everything {
        yes: bool,
        count: u8,
        below: i32,
        part: f64,
        words: String,
        pair: (String, u32),
        #[serde(default)]
        missing: Option<String>,
        named: BTreeMap<String, Vec<Kind>>,
        nothing: (),
    }

    #[derive(Debug, Clone, PartialEq, Deserialize)]
    #[serde(rename_all = "snake_case")]
    enum Kind {
        Bare,
        Of(u8),
        With { words: String },
    }

    const TEXT: &str = r#"{"yes": true, "count": 7, "below": -3, "part": 0.5, "words": "“słowa”\n🙂", "pair": ["a", 2],
        "named": {"k": ["bare", {"of": 3}, {"with": {"words": "w"}}]}, "nothing": null, "unknown": [1]}"#;

    #[test]
    fn every_kind_of_value_is_read_like_by_the_usual_reader() {
        let usual: Everything = serde_json::from_str(TEXT).expect("a good text");
        assert_eq!(read::<Everything>(TEXT), Ok(usual));
    }

    #[test]
    fn what_does_not_fit_is_unreadable() {
        for text in [
            TEXT.replace("true", "1"),
            TEXT.replace('7', "300"),
            TEXT.replace("\"bare\"", "\"other\""),
            TEXT.replace("\"words\": \"“", "\"word\": \"“"),
            TEXT.replace("null", "0"),
            "{".to_owned(),
        ] {
            assert_eq!(read::<Everything>(&text), Err(Unreadable), "{text}");
        }
    }
}
