//! A review as a difference: each line of last time is still here, better, worse or gone; what nobody remembers from then is new.
//!
//! Deliberately not here: what stands on paper about it.

use board::audience::Audience;
use board::decide::Actor;
use board::earlier::Earlier;
use board::matter::{Fate, ReviewState};
use board::record::Record;
use board::rejection::Rejection;
use board::view::{LastTime, View, may_look_back_on, project};
use serde_json::{Value, json};

use crate::common::{Room, demo, from_json, id};

/// The review as it opens: last time's board is there, and nobody has gone over it.
fn opening() -> Room {
    let mut record = demo("2-review");
    let fates: Vec<_> = record.all::<Fate>().map(|fate| fate.id.clone()).collect();
    for fate in fates {
        record.matters.remove(&fate);
    }
    Room::of(&record)
}

fn became(line: &str, state: &str) -> Value {
    json!({ "do": "tell_fate", "fate": format!("fate-of-{line}"), "card": line, "state": state, "now": format!("again-{line}") })
}

fn wall(room: &Room) -> View {
    project(&room.state, &Audience::Wall)
}

fn ghosts(view: &View) -> Vec<&str> {
    view.last.keys().map(board::id::CardId::as_str).collect()
}

#[test]
fn a_review_opens_with_the_whole_board_of_last_time_that_the_room_may_know() {
    let room = opening();
    let wall = wall(&room);
    assert_eq!(ghosts(&wall), ["E-C1", "E-C2", "E-C3", "E-C4", "E-C5"]);
    assert!(wall.last.values().all(|line| line.since.is_none()), "and nobody has said what became of it");
    let chair = LastTime::of(&room.state, &Audience::Chair).unwrap();
    assert_eq!(chair.lines.len(), 5, "the chair knows all of it");
    assert!(wall.cards.values().all(|line| line.since.as_deref() == Some("New")));
}

#[test]
fn what_is_still_here_stands_on_todays_board_in_its_own_words_once() {
    let mut room = opening();
    room.does(&Actor::Chair, became("E-C2", "still_here"));
    let view = wall(&room);
    let line = view.cards.get(&id("again-E-C2")).unwrap();
    let then = opening().state.record.earlier.unwrap().cards.get(&id("E-C2")).unwrap().words.clone();
    assert_eq!(line.words, then);
    assert_eq!(line.since.as_deref(), Some("Still here"));
    assert!(!ghosts(&view).contains(&"E-C2"), "and no longer lies under it");
    assert!(room.does(&Actor::Chair, became("E-C2", "still_here")).is_empty(), "asking twice is harmless");
    room.does(&Actor::Clerk, became("E-C2", "worse"));
    let view = wall(&room);
    let standing: Vec<_> = view.cards.values().filter(|card| card.words == line.words).collect();
    assert_eq!(standing.len(), 1, "another answer does not put it there again");
    assert_eq!(standing.first().and_then(|card| card.since.as_deref()), Some("Worse than last time"));
}

#[test]
fn what_is_gone_is_taken_off_and_comes_back_when_it_was_not_gone_after_all() {
    let mut room = opening();
    room.does(&Actor::Chair, became("E-C2", "better"));
    room.does(&Actor::Chair, became("E-C2", "gone"));
    let view = wall(&room);
    assert!(!view.cards.contains_key(&id("again-E-C2")));
    assert_eq!(view.last.get(&id("E-C2")).and_then(|line| line.since.as_deref()), Some("Gone since last time"));
    room.does(&Actor::Chair, became("E-C2", "still_here"));
    assert!(wall(&room).cards.contains_key(&id("again-E-C2")));
    room.does(&Actor::Chair, json!({ "do": "undo" }));
    assert!(!wall(&room).cards.contains_key(&id("again-E-C2")), "and it can be taken back");
}

#[test]
fn what_was_said_to_one_answer_does_not_stay_with_another() {
    let mut room = Room::of(&demo("2-review"));
    let of = |room: &Room| room.state.record.all::<Fate>().find(|fate| fate.card == id("E-C2")).unwrap().words.clone();
    assert_eq!(of(&room).as_deref(), Some("88% now"));
    room.does(&Actor::Chair, became("E-C2", "better"));
    assert_eq!(of(&room).as_deref(), Some("88% now"), "the same answer again");
    room.does(&Actor::Chair, became("E-C2", "worse"));
    assert_eq!(of(&room), None, "and it is not said of the opposite");
}

#[test]
fn a_childs_words_of_then_are_never_copied_onto_todays_board() {
    let mut room = opening();
    let before = room.state.record.cards.len();
    room.does(&Actor::Chair, became("E-C5", "still_here"));
    assert_eq!(room.state.record.cards.len(), before);
    let fate = room.state.record.all::<Fate>().next().unwrap();
    assert_eq!((fate.state, fate.now.clone()), (ReviewState::StillHere, None));
}

#[test]
fn only_the_chair_and_the_minute_taker_say_what_became_of_a_line() {
    let mut room = opening();
    for actor in [Actor::Person(id("shirin")), Actor::Tablet(id("nush")), Actor::SideRoom(id("nush")), Actor::Wall] {
        assert_eq!(room.refuses(&actor, became("E-C2", "gone")), Rejection::NotYours);
    }
    assert_eq!(room.refuses(&Actor::Chair, became("E-C9", "gone")), Rejection::NotFound, "a line that never was");
}

#[test]
fn somebody_who_may_not_know_the_line_of_then_is_not_told_where_todays_comes_from() {
    let mut record = demo("2-review");
    let mut earlier = record.earlier.take().unwrap();
    let mut then = earlier.cards.get(&id("E-C4")).unwrap().clone();
    then.may_know = from_json(json!({ "who": "professionals" }));
    earlier.cards.put(then);
    record.earlier = Some(earlier);
    let room = Room::of(&record);
    let seen = |audience| project(&room.state, &audience).cards.get(&id("H-18")).and_then(|line| line.since.clone());
    assert_eq!(seen(Audience::Chair).as_deref(), Some("Better than last time"));
    assert_eq!(seen(Audience::Wall).as_deref(), Some("New"), "silence would tell that there was one");
    assert_eq!(seen(Audience::Person(id("shirin"))), seen(Audience::Wall));
    assert!(!ghosts(&wall(&room)).contains(&"E-C4"));
}

#[test]
fn everybodys_number_stands_beside_their_own_of_last_time() {
    let room = Room::of(&demo("2-review"));
    let numbers = LastTime::of(&room.state, &Audience::Chair).unwrap().numbers;
    let mother = numbers.iter().find(|line| line.who.starts_with("Shirin")).unwrap();
    let today = room.state.record.ratings.iter().find(|rating| rating.by == from_json(json!({ "person": "shirin" })));
    assert_eq!((mother.then, mother.now), (Some(5), today.map(|rating| rating.value)));
    let on_wall =
        wall(&room).ratings.values().find(|rating| rating.who.starts_with("Shirin")).and_then(|mine| mine.last);
    assert_eq!(on_wall, Some(5));
}

#[test]
fn who_was_there_then_is_found_among_those_of_today_though_they_have_other_ids() {
    let mut then = demo("1-initial");
    let line =
        then.cards.iter().find(|card| card.source == from_json(json!({ "person": "beth-ann" }))).unwrap().id.clone();
    then.cards.get_mut(&line).unwrap().may_know = from_json(json!({ "who": "everyone_except", "people": ["declan"] }));
    let text = serde_json::to_string(&demo("1-initial")).unwrap();
    let today = text.replace("\"declan\"", "\"p-7\"").replace("\"beth-ann\"", "\"p-8\"").replace("\"maja\"", "\"c-9\"");
    let mut today: Record = serde_json::from_str(&today).unwrap();
    today.earlier = Some(Box::new(Earlier::of(&then).in_terms_of(&then, &today)));

    let found = today.earlier.as_ref().unwrap().cards.get(&line).unwrap();
    assert_eq!(found.source, from_json(json!({ "person": "p-8" })));
    assert_eq!(found.may_know, from_json(json!({ "who": "everyone_except", "people": ["p-7"] })));
    assert!(!found.children.contains(&id("maja")));
    let room = Room::of(&today);
    assert!(may_look_back_on(&room.state, &Audience::Chair, found));
    assert!(!may_look_back_on(&room.state, &Audience::Person(id("p-7")), found), "he does not read it now either");
}

#[test]
fn a_conference_that_follows_no_other_says_nothing_of_last_time() {
    let room = Room::of(&demo("1-initial"));
    assert!(LastTime::of(&room.state, &Audience::Chair).is_none());
    let wall = wall(&room);
    assert!(wall.last.is_empty() && wall.cards.values().all(|line| line.since.is_none()));
}
