//! The plan and the decisions on the wall: what its view holds, in pages, and nothing beside it.
//!
//! Deliberately not here: who may know a line of the plan, a decision or an agency's view. The table and the promise hold that.

use board::audience::Audience;
use board::decide::Actor;
use board::view::pages::{Row, RowKind, RowPage, decision_pages, plan_pages};
use board::view::project;
use serde_json::{Value, json};

use crate::common::{Room, from_json, small};

/// The small conference with a plan, a decision for Ada, and what the school says.
fn room() -> Room {
    let mut record = serde_json::to_value(small()).unwrap();
    let action = |id: &str, what: &str, children: Value, may_know: &str| {
        json!({ "id": id, "what": what, "owner": { "named": "School" }, "due": { "said": "every day" },
            "children": children, "may_know": { "who": may_know } })
    };
    record["plan"] = json!([
        action("P1", "Walk Ada home", json!(["ada"]), "everyone"),
        action("P2", "needle-plan", json!(["ada", "ben"]), "professionals"),
    ]);
    record["contingency"] = json!({ "words": "We meet at once" });
    let words = record["tools"][0]["entries"][0]["words"].clone();
    record["decisions"] = json!([{ "child": "ada", "outcome": "cp_plan_made", "category": "neglect",
        "reasons": "Nobody was at home. ".repeat(40), "childs_view": words }]);
    record["agency_views"] = json!([{ "id": "V1", "child": "ada", "by": "teacher", "opinion": "child_in_need",
        "reason": "School can help" }]);
    Room::of(&from_json(record))
}

fn rows(pages: Vec<RowPage>) -> Vec<Row> {
    pages.into_iter().flat_map(|page| page.rows).collect()
}

#[test]
fn the_wall_reads_who_does_what_by_when_and_nothing_that_is_for_fewer() {
    let wall = project(&room().state, &Audience::Wall);
    let rows = rows(plan_pages(&wall));
    let said: Vec<_> = rows.iter().map(|row| (row.who.as_str(), row.words.as_str(), row.note.as_deref())).collect();
    let home = ("School", "Walk Ada home", Some("every day, for Ada"));
    assert_eq!(said, [home, ("If the plan does not work", "We meet at once", None)]);
}

#[test]
fn a_decision_goes_over_pages_with_every_word_of_its_reasons_and_what_was_decided_is_never_alone_at_a_foot() {
    let wall = project(&room().state, &Audience::Wall);
    let pages = decision_pages(&wall);
    assert!(pages.len() > 1);
    assert_eq!(pages[0].rows[0].words, "Child protection plan: Neglect");
    assert_eq!(pages[0].rows[1].who, "Why");
    for page in &pages {
        assert_ne!(page.rows.last().unwrap().kind, RowKind::Outcome);
        assert_eq!(page.child.as_deref(), Some("Ada"), "whoever looks up later knows whose it is");
    }
    let rows = rows(pages);
    let why: Vec<&str> = rows.iter().filter(|row| row.who == "Why").map(|row| row.words.as_str()).collect();
    assert_eq!(why.join(" "), "Nobody was at home. ".repeat(40).trim_end());
    let school = rows.last().unwrap();
    assert_eq!((school.who.as_str(), school.words.as_str()), ("Toni Teacher", "Child in need plan"));
    assert_eq!(school.note.as_deref(), Some("School can help"));
}

#[test]
fn what_a_child_says_of_the_decision_is_not_on_the_wall_while_the_childs_words_are_put_away() {
    let mut room = room();
    let childs = |room: &Room, audience: &Audience| {
        rows(decision_pages(&project(&room.state, audience))).iter().filter(|row| row.kind == RowKind::Childs).count()
    };
    assert_eq!(childs(&room, &Audience::Wall), 1);
    room.does(&Actor::Chair, json!({ "do": "not_now", "child": "ada", "not_now": true }));
    assert_eq!((childs(&room, &Audience::Wall), childs(&room, &Audience::Chair)), (0, 1));
}
