//! When a child's words were first on the wall: on that child's pages, in the time of the room; and why, when they were not.
//!
//! Deliberately not here: when the wall shows what.

use board::audience::Audience;
use board::paper;
use board::view::minutes::MinutesView;
use serde_json::json;

use crate::common::{from_json, id, small, state_of};

#[test]
fn the_paper_says_when_a_childs_words_were_first_on_the_wall_and_why_when_they_were_not() {
    let mut record = serde_json::to_value(small()).unwrap();
    record["views_shown"] = json!([{ "child": "ada", "at": "2026-09-24T12:52:00Z" }]);
    record["phases"] =
        json!([{ "phase": "agree", "at": "2026-09-24T14:00:00Z", "without_childs_view": "Ben asked us not to" }]);
    record["people"][6]["relations"] = json!([{ "child": "ada", "relation": "father" }]);
    let state = state_of(&from_json(record));
    let paper = |audience| {
        format!("{:?}", paper::minutes(&MinutesView::of(&state, &audience), &board::document::Edition::draft("15:40")))
    };
    let mums = paper(Audience::Person(id("mum")));
    assert!(mums.contains("Ada’s words were first on the wall at 13:52.") && !mums.contains("Ben’s words were first"));
    assert!(mums.contains("because: Ben asked us not to"), "{mums}");
    let dads = paper(Audience::Person(id("dad")));
    assert!(dads.contains("13:52") && !dads.contains("Ben"), "a father of Ada alone reads nothing of Ben");
}
