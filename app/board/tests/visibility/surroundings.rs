//! What surrounds a child's words: where and with whom a tool was done, what a child wants about who is there, why a part was left out.
//!
//! Deliberately not here: the words themselves.

use board::audience::Audience;
use board::decide::Actor;
use board::keeping::Keeping;
use board::matter::{Involvement, Matter};
use board::paper;
use board::state::State;
use board::view::file::FileView;
use board::view::minutes::MinutesView;
use serde_json::{Value, json};

use crate::common::{Room, from_json, id, small, state_of};

fn printed(state: &State, audience: &Audience) -> String {
    let minutes = MinutesView::of(state, audience);
    let edition = board::document::Edition::draft("15:40");
    let data = serde_json::to_string(&paper::data::Copy::of(&minutes, &edition, paper::Extent::Whole)).unwrap();
    format!("{:?} {data}", paper::minutes(&minutes, &edition))
}

#[test]
fn where_and_with_whom_a_tool_was_done_and_where_it_is_kept_is_on_paper_for_the_professionals_alone() {
    let mut record = serde_json::to_value(small()).unwrap();
    let tool = &mut record["tools"][0];
    for of in ["place", "done_with", "others_present", "author", "interpreter", "kept_at"] {
        tool[of] = json!(format!("needle-{of}"));
    }
    tool["aids"] = json!("a feelings chart");
    let state = state_of(&from_json(record));
    for who in ["mum", "dad", "advocate"] {
        let printed = printed(&state, &Audience::Person(id(who)));
        assert!(!printed.contains("needle-"), "{who}: {printed}");
        assert!(printed.contains("a feelings chart"), "{who}: what helped the child is no secret");
    }
    assert!(!printed(&state, &Audience::Family).contains("needle-"));
    for audience in [Audience::Professionals, Audience::Person(id("teacher"))] {
        assert!(printed(&state, &audience).contains("needle-kept_at"), "{audience:?}");
    }
}

#[test]
fn why_a_part_was_left_out_may_name_any_child_and_is_for_those_who_may_know_them_all() {
    let mut record = serde_json::to_value(small()).unwrap();
    record["phases"] = json!([{ "phase": "agree", "at": "2026-09-24T14:00:00Z", "skipped_because": "Ben was asleep" }]);
    record["people"][6]["relations"] = json!([{ "child": "ada", "relation": "father" }]);
    let state = state_of(&from_json(record));
    assert!(printed(&state, &Audience::Person(id("mum"))).contains("Ben was asleep"));
    assert!(!printed(&state, &Audience::Person(id("dad"))).contains("Ben was asleep"));
}

/// What Ada wants about who is there, and more.
fn involvement(more: &Value) -> Keeping {
    let mut matter = json!({ "matter": "involvement", "id": "I", "child": "ada" });
    for (field, words) in more.as_object().unwrap() {
        matter[field] = words.clone();
    }
    Keeping::Record(from_json(matter))
}

fn read(state: &State, audience: &Audience) -> Involvement {
    let file = FileView::of(state, audience);
    let mut all = file.matters.into_iter().filter_map(|matter| match matter {
        Matter::Involvement(of) => Some(of),
        _ => None,
    });
    all.next().unwrap()
}

#[test]
fn what_a_child_wants_about_who_is_there_is_not_on_the_minute_takers_pages_and_is_not_lost_there() {
    let mut room = Room::small();
    let wish = json!({ "wish": "Not with Dad", "wish_followed": "He waited outside", "analysis": "She was calm" });
    room.keeps(&Actor::Chair, &involvement(&wish));
    let clerk = read(&room.state, &Audience::Clerk);
    assert_eq!((clerk.wish, clerk.wish_followed), (None, None));
    assert_eq!(clerk.analysis.as_deref(), Some("She was calm"));
    room.keeps(&Actor::Clerk, &involvement(&json!({ "analysis": "She was calm, then sad" })));
    let chair = read(&room.state, &Audience::Chair);
    assert_eq!(chair.wish.as_deref(), Some("Not with Dad"), "what the minute taker could not read stays");
    assert_eq!(chair.wish_followed.as_deref(), Some("He waited outside"));
    assert_eq!(chair.analysis.as_deref(), Some("She was calm, then sad"));
    room.state.record.signed.push(from_json(json!({ "version": 1, "at": "2026-09-24T15:00:00Z" })));
    let told = json!({ "analysis": "She was calm, then sad", "told_on": "2026-09-25" });
    room.keeps(&Actor::Clerk, &involvement(&told));
    assert_eq!(read(&room.state, &Audience::Chair).wish.as_deref(), Some("Not with Dad"), "nor when she is told");
}
