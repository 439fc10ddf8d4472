//! Lifts bodies of earlier versions to today's shape, one step a version. What was stored is never rewritten.
//!
//! Deliberately not here: fields that were added with a default. They need no lifting.

use serde_json::{Value, json};

/// A body of an earlier version in today's shape; nothing when there never was such a version.
pub(super) fn lift(kind: &str, version: u16, mut body: Value) -> Option<Value> {
    match version {
        1 => {
            if kind == "entry_given" {
                off_the_wall(&mut body["entry"]);
            }
            Some(body)
        }
        super::VERSION => Some(body),
        _ => None,
    }
}

/// Until version 2 an entry said only that it was not for the wall; since then a child can keep it off any surface.
fn off_the_wall(entry: &mut Value) {
    let Some(entry) = entry.as_object_mut() else {
        return;
    };
    if entry.remove("not_on_wall") == Some(Value::Bool(true)) {
        entry.insert("telling".to_owned(), json!({ "not_on": ["wall"] }));
    }
}
