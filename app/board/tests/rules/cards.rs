//! Lines on the board: added once, reworded by nobody behind somebody's back, moved without disturbing the others.
//!
//! Deliberately not here: a child's words.

use board::card::Rank;
use board::decide::Actor;
use board::event::Event;
use board::rejection::Rejection;
use serde_json::{Value, json};

use crate::common::{Room, id};

fn line(card: &str, words: &str) -> Value {
    json!({ "do": "add_card", "card": { "id": card, "section": "heavy", "words": words, "line": "chair", "source": { "person": "kit" } } })
}

fn order(room: &Room) -> Vec<String> {
    let mut cards: Vec<_> = room.state.record.cards.iter().filter(|card| card.section == id("heavy")).collect();
    cards.sort_by(|a, b| a.rank.order(b.rank));
    cards.iter().map(|card| card.id.to_string()).collect()
}

#[test]
fn a_new_line_stands_at_the_end_of_its_section_whatever_rank_was_sent() {
    let mut room = Room::small();
    let mut command = line("new", "The lock is new");
    command["card"]["rank"] = json!(-100.0);
    room.does(&Actor::Chair, command);
    assert_eq!(order(&room), ["C1", "C2", "new"]);
}

#[test]
fn the_same_line_sent_twice_is_there_once() {
    let mut room = Room::small();
    room.does(&Actor::Chair, line("new", "The lock is new"));
    assert_eq!(room.does(&Actor::Chair, line("new", "The lock is new")), []);
    assert_eq!(order(&room), ["C1", "C2", "new"]);
}

#[test]
fn another_line_with_an_id_that_is_taken_is_refused() {
    let mut room = Room::small();
    assert_eq!(room.refuses(&Actor::Chair, line("C1", "Something else")), Rejection::IdTaken);
}

#[test]
fn a_line_needs_words_that_a_room_can_read() {
    let mut room = Room::small();
    assert_eq!(room.refuses(&Actor::Chair, line("new", " \n ")), Rejection::Empty);
    assert_eq!(room.refuses(&Actor::Chair, line("new", &"a".repeat(2_001))), Rejection::TooLong { most: 2_000 });
    room.does(&Actor::Chair, line("short", "?"));
    room.does(&Actor::Chair, line("long", &"ą".repeat(2_000)));
}

#[test]
fn words_that_look_like_code_are_words() {
    let mut room = Room::small();
    for (at, words) in ["<3 mum & babcia > \"the loud man\"", "=SUM(1,2)", "; DROP TABLE x; --"].iter().enumerate() {
        let card = format!("odd-{at}");
        room.does(&Actor::Chair, line(&card, words));
        assert_eq!(room.words(&card), *words);
    }
}

#[test]
fn a_line_can_only_speak_of_sections_people_and_children_of_this_conference() {
    let mut room = Room::small();
    let mut elsewhere = line("new", "words");
    elsewhere["card"]["section"] = json!("cellar");
    let mut stranger = line("new", "words");
    stranger["card"]["source"] = json!({ "person": "nobody" });
    let mut other_child = line("new", "words");
    other_child["card"]["children"] = json!(["zoe"]);
    let mut kept_from = line("new", "words");
    kept_from["card"]["may_know"] = json!({ "who": "everyone_except", "people": ["ghost"] });
    for (command, what) in [(elsewhere, "cellar"), (stranger, "nobody"), (other_child, "zoe"), (kept_from, "ghost")] {
        assert_eq!(room.refuses(&Actor::Chair, command), Rejection::Unknown { what: what.to_owned() });
    }
}

#[test]
fn an_adults_line_can_get_other_words() {
    let mut room = Room::small();
    room.does(
        &Actor::Clerk,
        json!({ "do": "reword_card", "card": "C2", "was": "Money is tight", "words": "Money is very tight" }),
    );
    assert_eq!(room.words("C2"), "Money is very tight");
}

#[test]
fn words_that_somebody_else_changed_meanwhile_are_not_replaced() {
    let mut room = Room::small();
    room.does(
        &Actor::Clerk,
        json!({ "do": "reword_card", "card": "C2", "was": "Money is tight", "words": "The clerk's words" }),
    );
    let why = room.refuses(
        &Actor::Chair,
        json!({ "do": "reword_card", "card": "C2", "was": "Money is tight", "words": "The chair's words" }),
    );
    assert_eq!(why, Rejection::ChangedMeanwhile { now: "The clerk's words".to_owned() });
}

#[test]
fn saying_again_what_already_stands_changes_nothing() {
    let mut room = Room::small();
    let command = json!({ "do": "reword_card", "card": "C2", "was": "an older text", "words": "Money is tight" });
    assert_eq!(room.does(&Actor::Chair, command), []);
}

#[test]
fn a_line_moves_before_another_and_the_others_keep_their_places() {
    let mut room = Room::small();
    room.does(&Actor::Chair, line("C9", "Last"));
    let events =
        room.does(&Actor::Chair, json!({ "do": "move_card", "card": "C9", "section": "heavy", "before": "C2" }));
    assert_eq!(order(&room), ["C1", "C9", "C2"]);
    assert_eq!(events.len(), 1, "moving one line changes that line alone");
}

#[test]
fn a_line_can_be_moved_between_the_same_two_for_ever() {
    let mut room = Room::small();
    room.does(&Actor::Chair, line("X", "x"));
    room.does(&Actor::Chair, line("Y", "y"));
    room.does(&Actor::Chair, json!({ "do": "move_card", "card": "Y", "section": "heavy", "before": "C2" }));
    let mut most = 0;
    for turn in 0..200 {
        let card = if turn % 2 == 0 { "X" } else { "Y" };
        let command = json!({ "do": "move_card", "card": card, "section": "heavy", "before": "C2" });
        most = most.max(room.does(&Actor::Chair, command).len());
        assert_eq!(order(&room)[..2], ["C1".to_owned(), if card == "X" { "Y" } else { "X" }.to_owned()], "turn {turn}");
    }
    assert!(most > 1, "when the numbers run out, the section is counted anew");
}

#[test]
fn lines_with_the_same_rank_can_still_be_parted() {
    let mut room = Room::small();
    for card in ["C1", "C2"] {
        room.state.apply(&Event::CardMoved { card: id(card), section: id("heavy"), rank: Rank(1.0) });
    }
    room.does(&Actor::Chair, line("C9", "Between"));
    room.does(&Actor::Chair, json!({ "do": "move_card", "card": "C9", "section": "heavy", "before": "C2" }));
    assert_eq!(order(&room), ["C1", "C9", "C2"]);
}

#[test]
fn a_line_joins_the_group_of_another_in_its_section_and_can_leave_it() {
    let mut room = Room::small();
    room.does(&Actor::Chair, json!({ "do": "group_card", "card": "C2", "with": "C1" }));
    let group = |room: &Room, card: &str| room.state.record.cards.get(&id(card)).unwrap().group.clone();
    assert!(group(&room, "C1").is_some() && group(&room, "C1") == group(&room, "C2"));
    room.does(&Actor::Chair, json!({ "do": "group_card", "card": "C2", "with": null }));
    assert_eq!(group(&room, "C2"), None);
    let why = room.refuses(&Actor::Chair, json!({ "do": "group_card", "card": "C3", "with": "C1" }));
    assert_eq!(why, Rejection::NotFound, "lines of two sections do not belong together");
}

#[test]
fn a_line_taken_off_stays_in_the_record_and_comes_back_where_it_was() {
    let mut room = Room::small();
    room.does(&Actor::Chair, json!({ "do": "remove_card", "card": "C1" }));
    assert!(room.state.record.cards.get(&id("C1")).unwrap().removed);
    let again = json!({ "do": "remove_card", "card": "C1" });
    assert_eq!(room.refuses(&Actor::Chair, again), Rejection::NotFound);
    room.does(&Actor::Chair, json!({ "do": "restore_card", "card": "C1" }));
    assert_eq!(order(&room), ["C1", "C2"]);
}

#[test]
fn for_a_seat_that_cannot_see_a_line_the_line_is_not_there() {
    let mut room = Room::small();
    for command in [
        json!({ "do": "reword_card", "card": "C4", "was": "", "words": "found you" }),
        json!({ "do": "move_card", "card": "C4", "section": "heavy", "before": null }),
        json!({ "do": "group_card", "card": "C4", "with": null }),
        json!({ "do": "remove_card", "card": "C4" }),
    ] {
        assert_eq!(room.refuses(&Actor::Clerk, command), Rejection::NotFound);
    }
    room.does(&Actor::Chair, json!({ "do": "remove_card", "card": "C4" }));
    assert_eq!(room.refuses(&Actor::Clerk, json!({ "do": "restore_card", "card": "C4" })), Rejection::NotFound);
}
