//! A JSON document as it stands: fields in order, those that are there twice too.

use std::fmt;

use serde::de::value::{MapDeserializer, SeqDeserializer};
use serde::de::{Deserialize, Deserializer, IntoDeserializer, MapAccess, SeqAccess, Visitor};
use serde::forward_to_deserialize_any;

/// Whole numbers up to here are exact as floating point.
const EXACT: f64 = 9_007_199_254_740_992.0;

/// A value. Reading a message from one follows the canonical mapping where serde alone does not: a number such
/// as `60.0` or `6e1` is a whole one, and a field that is null is left out.
#[derive(Clone, Debug)]
pub enum Tree {
    Null,
    Bool(bool),
    Whole(i64),
    Number(f64),
    Text(String),
    List(Vec<Tree>),
    Object(Vec<(String, Tree)>),
}

impl Tree {
    /// What stands at a path such as `environments[0].teamSize.min`.
    pub fn at(&self, path: &serde_path_to_error::Path) -> Option<&Tree> {
        use serde_path_to_error::Segment;
        let mut at = self;
        for segment in path {
            at = match (at, segment) {
                (Tree::List(list), Segment::Seq { index }) => list.get(*index)?,
                (Tree::Object(fields), Segment::Map { key }) => {
                    fields.iter().find(|(name, _)| name == key).map(|(_, value)| value)?
                }
                _ => return None,
            };
        }
        Some(at)
    }

    /// Whether it is a number, or a text that may hold one.
    pub fn is_single(&self) -> bool {
        matches!(self, Tree::Whole(_) | Tree::Number(_) | Tree::Text(_) | Tree::Bool(_))
    }
}

impl fmt::Display for Tree {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        match self {
            Tree::Null => f.write_str("null"),
            Tree::Bool(value) => write!(f, "{value}"),
            Tree::Whole(number) => write!(f, "{number}"),
            Tree::Number(number) => write!(f, "{number}"),
            Tree::Text(text) => f.write_str(text),
            Tree::List(_) => f.write_str("[…]"),
            Tree::Object(_) => f.write_str("{…}"),
        }
    }
}

impl<'de> Deserialize<'de> for Tree {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Tree, D::Error> {
        deserializer.deserialize_any(Reading)
    }
}

/// Takes a value from a parser.
struct Reading;

impl<'de> Visitor<'de> for Reading {
    type Value = Tree;

    fn expecting(&self, f: &mut fmt::Formatter) -> fmt::Result {
        f.write_str("JSON")
    }

    fn visit_unit<E>(self) -> Result<Tree, E> {
        Ok(Tree::Null)
    }

    fn visit_bool<E>(self, value: bool) -> Result<Tree, E> {
        Ok(Tree::Bool(value))
    }

    fn visit_i64<E>(self, number: i64) -> Result<Tree, E> {
        Ok(Tree::Whole(number))
    }

    fn visit_u64<E>(self, number: u64) -> Result<Tree, E> {
        Ok(i64::try_from(number).map_or(Tree::Number(number as f64), Tree::Whole))
    }

    fn visit_f64<E>(self, number: f64) -> Result<Tree, E> {
        let is_whole = number.fract() == 0.0 && number.abs() <= EXACT;
        Ok(if is_whole { Tree::Whole(number as i64) } else { Tree::Number(number) })
    }

    fn visit_str<E>(self, text: &str) -> Result<Tree, E> {
        Ok(Tree::Text(text.to_owned()))
    }

    fn visit_string<E>(self, text: String) -> Result<Tree, E> {
        Ok(Tree::Text(text))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<Tree, A::Error> {
        let mut values = Vec::new();
        while let Some(value) = list.next_element()? {
            values.push(value);
        }
        Ok(Tree::List(values))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut object: A) -> Result<Tree, A::Error> {
        let mut fields = Vec::new();
        while let Some(field) = object.next_entry()? {
            fields.push(field);
        }
        Ok(Tree::Object(fields))
    }
}

type Error = serde::de::value::Error;

impl<'de> IntoDeserializer<'de, Error> for &'de Tree {
    type Deserializer = &'de Tree;

    fn into_deserializer(self) -> &'de Tree {
        self
    }
}

impl<'de> Deserializer<'de> for &'de Tree {
    type Error = Error;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        match self {
            Tree::Null => visitor.visit_unit(),
            Tree::Bool(value) => visitor.visit_bool(*value),
            Tree::Whole(number) => visitor.visit_i64(*number),
            Tree::Number(number) => visitor.visit_f64(*number),
            Tree::Text(text) => visitor.visit_borrowed_str(text),
            Tree::List(values) => {
                let mut list = SeqDeserializer::new(values.iter());
                let value = visitor.visit_seq(&mut list)?;
                list.end().map(|()| value)
            }
            Tree::Object(fields) => {
                let filled = fields.iter().filter(|(_, value)| !matches!(value, Tree::Null));
                let filled = filled.map(|(name, value)| (name.as_str(), value));
                let mut object = MapDeserializer::new(filled);
                let value = visitor.visit_map(&mut object)?;
                object.end().map(|()| value)
            }
        }
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        match self {
            Tree::Null => visitor.visit_none(),
            value => visitor.visit_some(value),
        }
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        visitor: V,
    ) -> Result<V::Value, Error> {
        visitor.visit_newtype_struct(self)
    }

    forward_to_deserialize_any! {
        bool i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 f64 char str string bytes byte_buf unit
        unit_struct seq tuple tuple_struct map struct enum identifier ignored_any
    }
}
