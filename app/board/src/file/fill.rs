//! Fills a form in from what is kept, the other way round than [`super::read`].
//!
//! Deliberately not here: words for the eye. What stands in a form is what comes back from it.

use serde_json::Value;

use super::{Ask, Field, Typed};

/// What stands in a form for a thing that is kept.
pub fn fill(fields: &[Field], kept: &Value) -> Typed {
    let mut typed = Typed::default();
    for field in fields {
        if let Some(value) = at(kept, field.name) {
            put(&mut typed, field, value);
        }
    }
    typed
}

fn at<'a>(kept: &'a Value, name: &str) -> Option<&'a Value> {
    name.split('.').try_fold(kept, |value, step| value.get(step))
}

fn put(typed: &mut Typed, field: &Field, value: &Value) {
    let name = field.name;
    match &field.ask {
        Ask::Subject | Ask::Words | Ask::LongWords | Ask::Person | Ask::Line(_) | Ask::Day | Ask::Choice(_) => {
            typed.put(name, text(value));
        }
        Ask::Tick if *value == Value::Bool(true) => typed.put(name, "yes"),
        Ask::Tick => {}
        Ask::YesNo => typed.put(name, if *value == Value::Bool(true) { "yes" } else { "no" }),
        Ask::CopyFor => typed.put(name, someone(value)),
        Ask::List => {
            let lines: Vec<&str> = each(value).map(text).collect();
            typed.put(name, lines.join("\n"));
        }
        Ask::Several(_) | Ask::People | Ask::Children | Ask::Lines(_) => {
            each(value).for_each(|one| typed.put(name, text(one)));
        }
        Ask::Owner | Ask::Due | Ask::Birth | Ask::Reasons => {
            for (variant, inner) in members(value) {
                typed.put(format!("{name}:{variant}"), text(inner));
            }
        }
        Ask::SaidBy => match value.get("agency") {
            Some(words) => typed.put(format!("{name}:agency"), text(words)),
            None => typed.put(format!("{name}:who"), someone(value)),
        },
        Ask::MayKnow => {
            typed.put(format!("{name}:who"), value.get("who").map_or("", text));
            let people = value.get("people").into_iter().flat_map(each);
            people.for_each(|person| typed.put(format!("{name}:people"), text(person)));
            if value.get("professionals") == Some(&Value::Bool(true)) {
                typed.put(format!("{name}:professionals"), "yes");
            }
        }
        Ask::Shared => each(value).for_each(|row| shared(typed, name, row)),
        Ask::Ties => each(value).for_each(|tie| {
            let child = tie.get("child").map_or("", text);
            typed.put(format!("{name}:is:{child}"), tie.get("relation").map_or("", text));
            if let Some(responsible) = tie.get("parental_responsibility").and_then(Value::as_bool) {
                typed.put(format!("{name}:responsible:{child}"), if responsible { "yes" } else { "no" });
            }
        }),
        Ask::Days => {
            for (what, moment) in members(value) {
                let (on, at) = text(moment).split_once('T').unwrap_or((text(moment), ""));
                typed.put(format!("{name}:on:{what}"), on);
                // A browser's own field for a time has hours and minutes.
                typed.put(format!("{name}:at:{what}"), at.get(..5).unwrap_or(at));
            }
        }
    }
}

fn shared(typed: &mut Typed, name: &str, row: &Value) {
    let who = row.get("with").map(someone).unwrap_or_default();
    let on = row.get("on").map_or("", text);
    let how = row.get("how").map_or("", text);
    typed.put(format!("{name}:on:{who}"), on);
    typed.put(format!("{name}:how:{who}"), how);
    if on.is_empty() && how.is_empty() {
        typed.put(format!("{name}:not:{who}"), "yes");
    }
}

fn text(value: &Value) -> &str {
    value.as_str().unwrap_or_default()
}

fn each(value: &Value) -> impl Iterator<Item = &Value> {
    value.as_array().into_iter().flatten()
}

fn members(value: &Value) -> impl Iterator<Item = (&String, &Value)> {
    value.as_object().into_iter().flatten()
}

/// `{"person": "mum"}` as "person:mum", and a word that stands alone as itself.
fn someone(value: &Value) -> String {
    match members(value).next() {
        Some((what, id)) => format!("{what}:{}", text(id)),
        None => text(value).to_owned(),
    }
}
