//! Conferences to drive, made from an invented one: other ids, enough people for every seat, enough lines on the board.
//!
//! Deliberately not here: real people.

use anyhow::Context as _;
use serde_json::{Value, json};

const DEMO: &str = include_str!("../../demo/1-initial.json");

/// The sections that the further lines stand in, one after another.
const SECTIONS: [&str; 4] = ["complicating_factor", "strength", "safety", "next_step"];

/// A conference with this id, with so many people to give a seat to, and at least so many cards.
///
/// Gives the record's text and the people's ids.
pub(crate) fn record(id: &str, people: usize, cards: usize) -> anyhow::Result<(String, Vec<String>)> {
    let mut record: Value = serde_json::from_str(DEMO)?;
    record["conference"]["id"] = json!(id);
    let list = record["people"].as_array_mut().context("the invented record has no people")?;
    let staff = |person: &Value| matches!(person["role"].as_str(), Some("chair" | "minute_taker"));
    for number in list.iter().filter(|person| !staff(person)).count()..people {
        list.push(json!({
            "id": format!("guest-{number}"), "name": format!("Guest {number}"), "role": "professional",
            "agency": "school", "organisation": "An invented school", "attendance": "present",
        }));
    }
    let seats = list.iter().filter(|person| !staff(person)).take(people);
    let seats = seats.filter_map(|person| person["id"].as_str().map(str::to_owned)).collect();
    let board = record["cards"].as_array_mut().context("the invented record has no cards")?;
    for (number, section) in (board.len()..cards).zip(SECTIONS.into_iter().cycle()) {
        board.push(json!({
            "id": format!("more-{number}"), "section": section,
            "words": format!("line {number}, as long as lines are: what somebody saw, and what they think it means for the children"),
            "line": "reported", "source": { "agency": "School" }, "rank": number, "may_know": { "who": "everyone" },
        }));
    }
    Ok((record.to_string(), seats))
}
