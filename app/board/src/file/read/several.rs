//! Fields that have several places to fill in: one for each person, child, day or duty.
//!
//! Deliberately not here: who those are. The names of the places say it.

use serde_json::{Map, Value, json};

use super::{Answered, all, day, someone};
use crate::file::Typed;

/// Who may know: one answer, and the people it names.
pub(super) fn may_know(typed: &Typed, name: &str) -> Answered {
    let Some(who) = typed.words(&format!("{name}:who")) else {
        return Ok(None);
    };
    let people = typed.all(&format!("{name}:people"));
    match who.as_str() {
        "everyone_except" if people.is_empty() => Err("Tick who may not know it."),
        "everyone_except" => Ok(Some(json!({ "who": who, "people": people }))),
        "only" => {
            let professionals = typed.has(&format!("{name}:professionals"), "yes");
            if people.is_empty() && !professionals {
                return Err("Tick who may know it.");
            }
            Ok(Some(json!({ "who": who, "people": people, "professionals": professionals })))
        }
        _ => Ok(Some(json!({ "who": who }))),
    }
}

/// For each of the family and each child: the day they had it, how, and whether they have not had it.
pub(super) fn shared(typed: &Typed, name: &str) -> Answered {
    let mut rows = Vec::new();
    for who in typed.after(&format!("{name}:how:")) {
        let on = day(typed, &format!("{name}:on:{who}"))?;
        let how = typed.words(&format!("{name}:how:{who}"));
        let not = typed.has(&format!("{name}:not:{who}"), "yes");
        if not && on.is_some() {
            return Err("Somebody has a day and “has not had it”. Keep one of the two.");
        }
        if not || on.is_some() || how.is_some() {
            let mut row = Map::new();
            row.insert("with".to_owned(), someone(who));
            row.extend(on.map(|on| ("on".to_owned(), on)));
            row.extend(how.map(|how| ("how".to_owned(), Value::String(how))));
            rows.push(Value::Object(row));
        }
    }
    Ok(all(rows))
}

/// For each child, what somebody is to them; a child without a word has no tie.
pub(super) fn ties(typed: &Typed, name: &str) -> Option<Value> {
    let beginning = format!("{name}:is:");
    let tie = |child: &str| {
        let relation = typed.words(&format!("{beginning}{child}"))?;
        let mut tie = json!({ "child": child, "relation": relation });
        match typed.get(&format!("{name}:responsible:{child}")) {
            "yes" => tie["parental_responsibility"] = Value::Bool(true),
            "no" => tie["parental_responsibility"] = Value::Bool(false),
            _ => {}
        }
        Some(tie)
    };
    all(typed.after(&beginning).filter_map(tie).collect())
}

/// For each thing that happened: its day, and the time of day where one is given.
pub(super) fn days(typed: &Typed, name: &str) -> Answered {
    let mut days = Map::new();
    for what in typed.after(&format!("{name}:on:")) {
        let on = day(typed, &format!("{name}:on:{what}"))?;
        let at = typed.words(&format!("{name}:at:{what}"));
        let moment = match (on, at) {
            (None, None) => continue,
            (None, Some(_)) => return Err("A time has no day. Give the day, or take the time out."),
            (Some(on), None) => on,
            (Some(on), Some(at)) => Value::String(format!("{}T{at}", on.as_str().unwrap_or_default())),
        };
        days.insert(what.to_owned(), moment);
    }
    Ok((!days.is_empty()).then_some(Value::Object(days)))
}

/// For each duty that is late, why.
pub(super) fn reasons(typed: &Typed, name: &str) -> Value {
    let beginning = format!("{name}:");
    let reason = |key: &str| Some((key.to_owned(), Value::String(typed.words(&format!("{beginning}{key}"))?)));
    let reasons: Map<String, Value> = typed.after(&beginning).filter_map(reason).collect();
    Value::Object(reasons)
}
