//! A parent of one child finds nothing of the other: no name, no number of the file, no line that is about that child only.
//!
//! Deliberately not here: the wall. Who may be in the room is for the chair, and what is shared for those who share it.

use board::audience::Audience;
use board::record::Record;
use board::view::minutes::MinutesView;
use board::view::project;
use serde_json::{Value, json};

use crate::common::{from_json, id, small, state_of};

/// The small conference, in which Dad is the father of Ada alone.
fn two_fathers() -> Record {
    let mut record: Value = serde_json::to_value(small()).unwrap();
    record["children"][0]["case_number"] = json!("ADA-1");
    record["children"][1]["case_number"] = json!("BEN-2");
    record["people"][6]["relations"] = json!([{ "child": "ada", "relation": "father" }]);
    record["tools"][1]["entries"][0]["may_know"] = json!({ "who": "everyone" });
    record["cards"] = json!([
        { "id": "both", "section": "heavy", "words": "about both", "line": "chair", "source": { "person": "kit" }, "children": ["ada", "ben"] },
        { "id": "adas", "section": "heavy", "words": "about her", "line": "chair", "source": { "person": "kit" }, "children": ["ada"] },
        { "id": "bens", "section": "heavy", "words": "about him", "line": "chair", "source": { "person": "kit" }, "children": ["ben"] },
        { "id": "said", "section": "heavy", "words": "a dog", "line": "own_words", "source": { "child": "ben" }, "children": ["ada", "ben"], "entry": "B1" },
        { "id": "nobodys", "section": "heavy", "words": "about nobody", "line": "chair", "source": { "person": "kit" } },
    ]);
    record["ratings"] =
        json!([{ "id": "R1", "scale": "carry", "by": { "child": "ben" }, "value": 3, "reason": "his number" }]);
    record["plan"] = json!([
        { "id": "P1", "what": "for both", "owner": { "named": "Gran" }, "due": { "said": "soon" }, "children": ["ada", "ben"] },
        { "id": "P2", "what": "for him", "owner": { "named": "Gran" }, "due": { "said": "soon" }, "children": ["ben"] },
    ]);
    record["decisions"] = json!([
        { "child": "ada", "outcome": "cp_plan_made", "category": "neglect", "reasons": "her reasons" },
        { "child": "ben", "outcome": "cp_plan_made", "category": "neglect", "reasons": "his reasons" },
    ]);
    record["agency_views"] =
        json!([{ "id": "V1", "child": "ben", "by": "nurse", "opinion": "no_view", "reason": "his nurse" }]);
    record["family_views"] = json!([{ "id": "F1", "child": "ben", "by": "mum", "words": "his mum" }]);
    from_json(record)
}

fn all_of(record: &Record, audience: &Audience) -> String {
    let state = state_of(record);
    let view = serde_json::to_string(&project(&state, audience)).unwrap();
    format!("{view}\n{:?}", MinutesView::of(&state, audience))
}

#[test]
fn a_father_of_one_child_finds_nothing_of_the_other() {
    let seen = all_of(&two_fathers(), &Audience::Person(id("dad")));
    for other in [
        "Ben",
        "\"ben\"",
        "BEN-2",
        "about him",
        "a dog",
        "his number",
        "for him",
        "his reasons",
        "his nurse",
        "his mum",
    ] {
        assert!(!seen.contains(other), "{other}: {seen}");
    }
    for own in ["Ada", "ADA-1", "about her", "about both", "about nobody", "for both", "her reasons"] {
        assert!(seen.contains(own), "{own}");
    }
}

#[test]
fn those_tied_to_both_or_to_none_find_both() {
    for person in ["mum", "advocate", "teacher", "sam"] {
        let seen = all_of(&two_fathers(), &Audience::Person(id(person)));
        for words in ["Ada", "Ben", "about him", "a dog", "his number", "for him", "his reasons"] {
            assert!(seen.contains(words), "{person}: {words}");
        }
    }
}

#[test]
fn paper_for_anybody_in_the_family_is_about_the_children_they_have_in_common() {
    let record = two_fathers();
    let seen = all_of(&record, &Audience::Family);
    assert!(seen.contains("about her") && !seen.contains("about him") && !seen.contains("Ben"), "{seen}");
    let mut apart = serde_json::to_value(&record).unwrap();
    apart["people"][5]["relations"] = json!([{ "child": "ben", "relation": "mother" }]);
    let apart = project(&state_of(&from_json(apart)), &Audience::Family);
    assert_eq!(apart.head.title, "The children", "when they have none in common, nobody is named");
}

#[test]
fn a_tablet_names_its_own_child_alone() {
    let seen = all_of(&two_fathers(), &Audience::Tablet(id("ada")));
    assert!(seen.contains("Ada") && !seen.contains("Ben"), "{seen}");
}

#[test]
fn the_wall_names_all_of_them() {
    let wall = project(&state_of(&two_fathers()), &Audience::Wall);
    assert_eq!(wall.head.title, "Ada and Ben");
}

#[test]
fn a_tablet_has_its_childs_tools_and_nothing_of_the_board() {
    let mut record = serde_json::to_value(two_fathers()).unwrap();
    record["contingency"] = json!({ "words": "What if it does not work" });
    record["phases"] = json!([{ "phase": "talk", "at": "2026-09-24T12:45:00Z" }]);
    let view = project(&state_of(&from_json(record)), &Audience::Tablet(id("ada")));
    assert!(!view.entries.is_empty() && !view.tools.is_empty());
    assert!(view.cards.is_empty() && view.order.is_empty() && view.newest.is_empty() && view.strip.is_empty());
    assert!(view.ratings.is_empty() && view.plan.is_empty() && view.decisions.is_empty() && view.offers.is_empty());
    assert!(view.people.is_empty() && view.children.is_empty() && view.seats.is_empty() && view.removed.is_empty());
    assert_eq!((view.contingency, view.desk, view.stage.speaker), (None, None, None));
}

#[test]
fn whose_tool_is_on_the_wall_is_for_those_who_may_know_the_child() {
    let mut state = state_of(&two_fathers());
    state.wall.held = Some(from_json(json!({ "tool": "ben-houses" })));
    state.wall.opened = vec![id("dreams")];
    let seen = |audience: &Audience| serde_json::to_string(&project(&state, audience)).unwrap();
    let dad = seen(&Audience::Person(id("dad")));
    assert!(!dad.contains("ben-houses") && !dad.contains("a dog"), "{dad}");
    for audience in [Audience::Wall, Audience::Person(id("mum")), Audience::Chair] {
        let places = project(&state, &audience).unfolding.unwrap().places;
        assert_eq!(places[0].entries[0].words, "a dog", "{audience:?}");
    }
}

#[test]
fn the_chair_sees_of_an_open_tool_what_the_wall_shows_and_not_what_it_holds_back() {
    let mut record = serde_json::to_value(two_fathers()).unwrap();
    record["tools"][0]["entries"][0]["telling"] = json!({ "wording": { "in": "other", "words": "Nights are loud" } });
    let mut state = state_of(&from_json(record));
    state.wall.held = Some(from_json(json!({ "tool": "ada-houses" })));
    state.wall.opened = vec![id("worries"), id("good_things")];
    let places = project(&state, &Audience::Chair).unfolding.unwrap().places;
    let words: Vec<&str> = places.iter().flat_map(|place| &place.entries).map(|entry| entry.words.as_str()).collect();
    assert_eq!(words, ["Nights are loud"], "in the agreed words, without what is kept from Dad, who is in the room");
}
