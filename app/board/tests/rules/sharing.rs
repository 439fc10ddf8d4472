//! A child's choice about how an entry is told, and what overrides it.
//!
//! Deliberately not here: what an audience then gets (that is `visibility.rs`).

use board::decide::Actor;
use board::rejection::Rejection;
use board::sharing::{Surface, When, Wording};
use serde_json::json;

use crate::common::{Room, id, person, tablet};

#[test]
fn a_child_chooses_who_in_which_words_where_and_when_and_can_choose_anew() {
    let mut room = Room::small();
    room.does(
        &tablet("ada"),
        json!({ "do": "choose_sharing", "entry": "A1", "may_know": { "who": "professionals" },
            "telling": { "wording": { "in": "theme", "words": "The nights are loud" }, "not_on": ["family_paper"],
                "when": { "from": "phase", "phase": "talk" }, "nameless": true } }),
    );
    let telling = &room.state.record.entry(&id("A1")).unwrap().1.telling;
    assert_eq!(telling.wording, Wording::Theme { words: "The nights are loud".to_owned() });
    assert!(telling.nameless && telling.keeps_off(Surface::FamilyPaper) && !telling.keeps_off(Surface::Wall));
    room.does(&tablet("ada"), json!({ "do": "choose_sharing", "entry": "A1", "may_know": { "who": "everyone" } }));
    let entry = room.state.record.entry(&id("A1")).unwrap().1;
    assert_eq!(
        (&entry.telling.wording, &entry.telling.when),
        (&Wording::Exact, &When::Now),
        "the last choice holds whole"
    );
    assert_eq!(entry.words, "the loud nights. like a sandwitch", "and no word was touched");
}

#[test]
fn a_choice_names_people_and_phases_of_this_conference_and_agreed_words_are_words() {
    let mut room = Room::small();
    for telling in [
        json!({ "wording": { "in": "spoken", "by": "nobody" } }),
        json!({ "wording": { "in": "other", "words": "  " } }),
        json!({ "when": { "from": "phase", "phase": "tea" } }),
        json!({ "not_on": ["wall", "wall"] }),
    ] {
        room.refuses(
            &tablet("ada"),
            json!({ "do": "choose_sharing", "entry": "A1", "may_know": { "who": "everyone" }, "telling": telling }),
        );
    }
}

#[test]
fn another_childs_tablet_and_any_grown_up_but_the_chair_cannot_choose() {
    let mut room = Room::small();
    let choose = json!({ "do": "choose_sharing", "entry": "A1", "may_know": { "who": "everyone" } });
    assert_eq!(room.refuses(&tablet("ben"), choose.clone()), Rejection::NotFound);
    for actor in [Actor::Clerk, person("mum"), Actor::SideRoom(id("ada")), Actor::Wall] {
        assert_eq!(room.refuses(&actor, choose.clone()), Rejection::NotYours);
    }
}

#[test]
fn an_override_has_a_ground_people_and_an_explanation_and_the_child_answers_in_their_own_words() {
    let mut room = Room::small();
    let overridden = |least: &str, told: &[&str], explained: &str| {
        json!({ "do": "override_sharing", "entry": "A2",
            "overridden": { "ground": "serious_harm", "least": least, "told": told, "explained": explained } })
    };
    room.refuses(&Actor::Chair, overridden(" ", &["teacher"], "I have to"));
    room.refuses(&Actor::Chair, overridden("Ada is not safe", &[], "I have to"));
    room.refuses(&Actor::Chair, overridden("Ada is not safe", &["teacher"], ""));
    room.refuses(&Actor::Chair, overridden("Ada is not safe", &["stranger"], "I have to"));
    assert_eq!(room.refuses(&Actor::Clerk, overridden("a", &["teacher"], "b")), Rejection::NotYours);
    room.does(&Actor::Chair, overridden("Ada is not safe", &["teacher"], "I have to tell your teacher"));
    room.does(&tablet("ada"), json!({ "do": "answer_override", "entry": "A2", "words": "ok. but not Dad!!" }));
    let kept = room.state.record.entry(&id("A2")).unwrap().1.overridden.clone().unwrap();
    assert_eq!(kept.answer.as_deref(), Some("ok. but not Dad!!"));
    room.does(&Actor::Chair, json!({ "do": "override_sharing", "entry": "A2", "overridden": null }));
    assert_eq!(room.state.record.entry(&id("A2")).unwrap().1.overridden, None);
}

#[test]
fn a_tablet_can_never_give_an_entry_that_is_overridden_from_the_start() {
    let mut room = Room::small();
    room.does(
        &tablet("ada"),
        json!({ "do": "give_entry", "tool": "ada-houses", "entry": { "id": "A9", "place": "worries", "words": "w",
            "overridden": { "ground": "court", "least": "w", "told": ["dad"], "explained": "e" } } }),
    );
    assert_eq!(room.state.record.entry(&id("A9")).unwrap().1.overridden, None);
}

#[test]
fn a_young_persons_board_is_theirs_until_they_know_the_limits_and_have_agreed() {
    let mut room = Room::small();
    let hold = |understood: Option<&str>| {
        json!({ "do": "hold_own_conference",
            "own": { "child": "ada", "tool": "ada-houses", "companion": "advocate", "understood": understood } })
    };
    let pull = json!({ "do": "pull_entry", "entry": "A1", "card": "from-ada", "section": null });
    let agree = json!({ "do": "agree_sharing", "child": "ada" });
    room.does(&Actor::Chair, hold(None));
    assert_eq!(room.refuses(&Actor::Chair, pull.clone()), Rejection::NotAgreed);
    assert_eq!(room.refuses(&tablet("ada"), agree.clone()), Rejection::NotExplained);
    room.does(&tablet("ada"), hold(Some("not_sure")));
    room.does(&tablet("ada"), agree.clone());
    let agreed = room.state.record.own_conferences.get(&id("ada")).unwrap().agreed_at;
    assert!(agreed.is_some());
    assert!(room.does(&tablet("ada"), agree).is_empty(), "agreeing twice is agreeing once");
    room.does(&tablet("ada"), hold(Some("yes")));
    let own = room.state.record.own_conferences.get(&id("ada")).unwrap();
    assert_eq!(own.agreed_at, agreed, "what is put down later does not take the agreement away");
    room.does(&Actor::Chair, pull);
}

#[test]
fn a_young_person_chooses_somebody_of_this_conference_and_has_a_board_of_their_own() {
    let mut room = Room::small();
    for (tool, companion) in [("ben-houses", "advocate"), ("ada-houses", "stranger"), ("no-tool", "advocate")] {
        let own = json!({ "child": "ada", "tool": tool, "companion": companion });
        room.refuses(&tablet("ada"), json!({ "do": "hold_own_conference", "own": own }));
    }
}

#[test]
fn a_child_in_a_side_room_sends_signs_about_what_they_see_and_nothing_else() {
    let mut room = Room::small();
    let side = Actor::SideRoom(id("ada"));
    let sign = |sign: &str, card: &str| json!({ "do": "send_sign", "sign": sign, "card": card, "says": "not_like_that", "words": "it was the other door" });
    assert_eq!(
        room.refuses(&side, sign("s1", "C1")),
        Rejection::NotFound,
        "a line that is not for a child is not there"
    );
    room.does(&Actor::Chair, json!({ "do": "fit_for_child", "card": "C1", "fit": true }));
    room.does(&side, sign("s1", "C1"));
    assert!(room.does(&side, sign("s1", "C1")).is_empty(), "sent twice, there once");
    assert_eq!(room.refuses(&tablet("ada"), sign("s2", "C1")), Rejection::NotYours);
    room.does(&Actor::Chair, json!({ "do": "take_up_sign", "sign": "s1" }));
    let kept = room.state.record.signs.get(&id("s1")).unwrap();
    assert!(kept.taken_up && kept.words.as_deref() == Some("it was the other door"));
}
