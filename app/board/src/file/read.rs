//! Reads what was typed into a form, by the form's own fields, into the shape of the thing that is kept.
//!
//! Deliberately not here: what the thing means. Its own type takes the shape or not, and the rules decide.

use serde_json::{Map, Value, json};

use super::{Ask, Field, Typed};
use crate::iso;

mod several;

/// What cannot be taken as it was typed.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct Wrong {
    /// The field.
    pub field: String,
    /// What happened and what to do, in plain words.
    pub words: String,
}

/// What a field came to: a value, nothing, or why not.
type Answered = Result<Option<Value>, &'static str>;

/// Puts what was typed in the place of what was kept, field by field; what a form does not ask stays as it was.
///
/// # Errors
/// Every field that cannot be taken.
pub fn read(fields: &[Field], typed: &Typed, kept: Value) -> Result<Value, Vec<Wrong>> {
    let mut object = if let Value::Object(object) = kept { object } else { Map::new() };
    let mut wrong = Vec::new();
    for field in fields {
        match answered(field, typed) {
            Ok(Some(value)) => set(&mut object, field.name, Some(value)),
            Ok(None) if field.needed && is_asked(fields, field, typed) => {
                wrong.push(Wrong { field: field.name.to_owned(), words: "This is needed. Fill it in.".to_owned() });
            }
            Ok(None) => set(&mut object, field.name, None),
            Err(words) => wrong.push(Wrong { field: field.name.to_owned(), words: words.to_owned() }),
        }
    }
    if wrong.is_empty() { Ok(Value::Object(object)) } else { Err(wrong) }
}

/// A field within a part of the thing is asked only when something of that part is filled in.
fn is_asked(fields: &[Field], field: &Field, typed: &Typed) -> bool {
    let Some((part, _)) = field.name.split_once('.') else {
        return true;
    };
    let beside = |other: &&Field| other.name.split_once('.').is_some_and(|(of, _)| of == part);
    fields.iter().filter(beside).any(|other| !matches!(answered(other, typed), Ok(None)))
}

/// Sets a value at its place, or takes it out; a part that is left with nothing in it is taken out too.
fn set(object: &mut Map<String, Value>, name: &str, value: Option<Value>) {
    let Some((part, rest)) = name.split_once('.') else {
        match value {
            Some(value) => drop(object.insert(name.to_owned(), value)),
            None => drop(object.remove(name)),
        }
        return;
    };
    let inner = object.entry(part.to_owned()).or_insert_with(|| json!({}));
    let left = inner.as_object_mut().is_some_and(|inner| {
        set(inner, rest, value);
        !inner.is_empty()
    });
    if !left {
        object.remove(part);
    }
}

fn answered(field: &Field, typed: &Typed) -> Answered {
    let name = field.name;
    match &field.ask {
        Ask::Subject | Ask::Words | Ask::LongWords | Ask::Person | Ask::Line(_) => {
            Ok(typed.words(name).map(Value::String))
        }
        Ask::CopyFor => Ok(typed.words(name).map(|who| someone(&who))),
        Ask::List => {
            let words = typed.words(name).unwrap_or_default();
            let lines = words.lines().map(str::trim).filter(|line| !line.is_empty());
            Ok(all(lines.map(Value::from).collect()))
        }
        Ask::Day => day(typed, name),
        Ask::Tick => Ok(typed.has(name, "yes").then_some(Value::Bool(true))),
        Ask::YesNo => Ok(match typed.get(name) {
            "yes" => Some(Value::Bool(true)),
            "no" => Some(Value::Bool(false)),
            _ => None,
        }),
        Ask::Choice(answers) => match typed.words(name) {
            None => Ok(None),
            Some(chosen) if answers.iter().any(|(code, _)| *code == chosen) => Ok(Some(Value::String(chosen))),
            Some(_) => Err("This is not one of the answers. Choose one from the list."),
        },
        Ask::Several(answers) => {
            let is_known = |chosen: &&String| answers.iter().any(|(code, _)| code == *chosen);
            let chosen = typed.all(name).iter().filter(is_known);
            Ok(all(chosen.map(|code| Value::from(code.as_str())).collect()))
        }
        Ask::People | Ask::Children | Ask::Lines(_) => {
            let chosen = typed.all(name).iter().filter(|id| !id.is_empty());
            Ok(all(chosen.map(|id| Value::from(id.as_str())).collect()))
        }
        Ask::Owner => either(
            typed.words(&format!("{name}:person")).map(|id| json!({ "person": id })),
            typed.words(&format!("{name}:named")).map(|words| json!({ "named": words })),
        ),
        Ask::Due => either(
            day(typed, &format!("{name}:on"))?.map(|day| json!({ "on": day })),
            typed.words(&format!("{name}:said")).map(|words| json!({ "said": words })),
        ),
        Ask::SaidBy => either(
            typed.words(&format!("{name}:who")).map(|who| someone(&who)),
            typed.words(&format!("{name}:agency")).map(|words| json!({ "agency": words })),
        ),
        Ask::Birth => either(
            day(typed, &format!("{name}:born"))?.map(|day| json!({ "born": day })),
            day(typed, &format!("{name}:expected"))?.map(|day| json!({ "expected": day })),
        ),
        Ask::MayKnow => several::may_know(typed, name),
        Ask::Shared => several::shared(typed, name),
        Ask::Ties => Ok(several::ties(typed, name)),
        Ask::Days => several::days(typed, name),
        Ask::Reasons => Ok(Some(several::reasons(typed, name))),
    }
}

fn all(values: Vec<Value>) -> Option<Value> {
    (!values.is_empty()).then_some(Value::Array(values))
}

fn either(one: Option<Value>, other: Option<Value>) -> Answered {
    match (one, other) {
        (Some(_), Some(_)) => Err("Fill in one of the two, not both."),
        (one, other) => Ok(one.or(other)),
    }
}

fn day(typed: &Typed, name: &str) -> Answered {
    match typed.words(name) {
        None => Ok(None),
        Some(text) if iso::read(&text).is_some() => Ok(Some(Value::String(text))),
        Some(_) => Err("This is not a day. Write it like 2026-09-24."),
    }
}

/// "person:mum" as `{"person": "mum"}`, and a word that stands alone as itself.
fn someone(text: &str) -> Value {
    match text.split_once(':') {
        Some((what, id)) => json!({ what: id }),
        None => Value::from(text),
    }
}
