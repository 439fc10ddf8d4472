//! A young person's own conference: what is said in it stays between them and the chair until they agree.
//!
//! Deliberately not here: what each audience gets afterwards (that is `visibility/look_back.rs`).

use board::audience::Audience;
use board::decide::Actor;
use board::own::Understood;
use board::rejection::Rejection;
use board::view::minutes::MinutesView;
use board::view::project;
use serde_json::{Value, json};

use crate::common::{Room, from_json, id, tablet};

/// Words that nobody else in the small conference says.
const WORDS: &str = "i count the steps on the stairs";

/// Ada's own board, begun by the chair.
fn begun() -> Room {
    let mut room = Room::small();
    room.does(&Actor::Chair, json!({ "do": "record_tool", "tool": board() }));
    room.does(&Actor::Chair, held(json!({})));
    room
}

/// Her board, as it is laid out.
fn board() -> Value {
    json!({ "id": "ada-board", "kind": "sba_board", "child": "ada", "date": "2026-09-23" })
}

/// What was agreed in Ada's own conference so far.
fn held(more: Value) -> Value {
    let mut own = json!({ "child": "ada", "tool": "ada-board" });
    own.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
    json!({ "do": "hold_own_conference", "own": own })
}

/// Ada puts a card on her board, and everybody may know it.
fn said() -> Value {
    let entry = json!({ "id": "O1", "place": "worried", "words": WORDS, "may_know": { "who": "everyone" } });
    json!({ "do": "give_entry", "tool": "ada-board", "entry": entry })
}

/// Whether somebody has the words anywhere, on a screen or on paper.
fn has_words(room: &Room, audience: &Audience) -> bool {
    let view = serde_json::to_string(&project(&room.state, audience)).unwrap();
    let paper = format!("{:?}", MinutesView::of(&room.state, audience));
    view.contains(WORDS) || paper.contains(WORDS)
}

/// Everybody beside the chair and the child's own tablet.
fn others() -> Vec<Audience> {
    let people =
        ["sam", "teacher", "nurse", "mum", "dad", "advocate", "lou"].map(|person| Audience::Person(id(person)));
    let groups = [
        Audience::Clerk,
        Audience::Wall,
        Audience::Professionals,
        Audience::Family,
        Audience::Child(id("ada")),
        Audience::SideRoom(id("ada")),
        Audience::Tablet(id("ben")),
    ];
    people.into_iter().chain(groups).collect()
}

#[test]
fn before_they_agree_nobody_but_the_chair_has_a_word_of_it() {
    let mut room = begun();
    room.does(&tablet("ada"), said());
    for audience in others() {
        assert!(!has_words(&room, &audience), "{audience:?}");
    }
    assert!(has_words(&room, &Audience::Chair));
    assert!(has_words(&room, &Audience::Tablet(id("ada"))));
}

#[test]
fn before_they_agree_the_chair_cannot_put_it_on_the_board() {
    let mut room = begun();
    room.does(&tablet("ada"), said());
    let pull = json!({ "do": "pull_entry", "entry": "O1", "card": "pulled" });
    assert_eq!(room.refuses(&Actor::Chair, pull.clone()), Rejection::NotAgreed);
    room.does(&tablet("ada"), held(json!({ "understood": "yes" })));
    room.does(&tablet("ada"), json!({ "do": "agree_sharing", "child": "ada" }));
    room.does(&Actor::Chair, pull);
    assert_eq!(room.words("pulled"), WORDS);
}

#[test]
fn they_agree_only_when_they_have_said_whether_they_follow_what_can_be_kept() {
    let mut room = begun();
    let agree = json!({ "do": "agree_sharing", "child": "ada" });
    assert_eq!(room.refuses(&tablet("ada"), agree.clone()), Rejection::NotExplained);
    room.does(&tablet("ada"), held(json!({ "understood": "not_sure" })));
    room.does(&tablet("ada"), agree.clone());
    let own = room.state.record.own_conferences.get(&id("ada")).unwrap();
    assert_eq!(own.understood, Some(Understood::NotSure), "the chair sees that they are not sure");
    assert!(own.agreed_at.is_some());
    assert_eq!(room.does(&tablet("ada"), agree), [], "asking twice is harmless");
}

#[test]
fn what_they_agreed_stays_agreed_whatever_is_put_down_later() {
    let mut room = begun();
    room.does(&tablet("ada"), held(json!({ "understood": "yes" })));
    room.does(&tablet("ada"), json!({ "do": "agree_sharing", "child": "ada" }));
    let agreed = room.state.record.own_conferences.get(&id("ada")).unwrap().agreed_at;
    room.does(&tablet("ada"), held(json!({ "understood": "yes", "told_by": "sam", "told_on": "2026-09-25" })));
    assert_eq!(room.state.record.own_conferences.get(&id("ada")).unwrap().agreed_at, agreed);
}

#[test]
fn whoever_is_with_them_is_one_of_the_conference() {
    let mut room = begun();
    room.does(&tablet("ada"), held(json!({ "companion": "advocate" })));
    let stranger = held(json!({ "companion": "ghost" }));
    assert_eq!(room.refuses(&tablet("ada"), stranger), Rejection::Unknown { what: "ghost".to_owned() });
    let teller = held(json!({ "told_by": "ghost" }));
    assert_eq!(room.refuses(&tablet("ada"), teller), Rejection::Unknown { what: "ghost".to_owned() });
}

#[test]
fn what_they_want_to_be_called_is_a_name() {
    let mut room = begun();
    room.does(&tablet("ada"), held(json!({ "called": "Ad", "pronouns": "they" })));
    assert_eq!(room.refuses(&tablet("ada"), held(json!({ "called": "  " }))), Rejection::Empty);
    let endless = held(json!({ "pronouns": "x".repeat(201) }));
    assert_eq!(room.refuses(&tablet("ada"), endless), Rejection::TooLong { most: 200 });
}

#[test]
fn nobody_else_holds_it_for_them() {
    let mut room = begun();
    assert_eq!(room.refuses(&tablet("ben"), held(json!({ "understood": "yes" }))), Rejection::NotFound);
    assert_eq!(room.refuses(&Actor::Clerk, held(json!({}))), Rejection::NotYours);
    assert_eq!(room.refuses(&Actor::Person(id("mum")), held(json!({}))), Rejection::NotYours);
    let not_hers = json!({ "do": "hold_own_conference", "own": { "child": "ben", "tool": "ada-board" } });
    assert_eq!(room.refuses(&tablet("ben"), not_hers), Rejection::NotFound, "a board is its own child's");
}

#[test]
fn cards_they_have_not_decided_on_stay_theirs_when_they_agree() {
    let mut room = begun();
    let entry = json!({ "id": "O2", "place": "worried", "words": WORDS });
    room.does(&tablet("ada"), json!({ "do": "give_entry", "tool": "ada-board", "entry": entry }));
    room.does(&tablet("ada"), held(json!({ "understood": "yes" })));
    room.does(&tablet("ada"), json!({ "do": "agree_sharing", "child": "ada" }));
    for audience in others().into_iter().chain([Audience::Chair]) {
        assert!(!has_words(&room, &audience), "{audience:?}");
    }
    let pull = json!({ "do": "pull_entry", "entry": "O2", "card": "pulled" });
    assert_eq!(room.refuses(&Actor::Chair, pull), Rejection::NotShared);
}

#[test]
fn who_is_around_is_known_to_each_childs_own_tablet_with_their_ties_to_that_child() {
    let mut room = Room::small();
    let circle = |room: &Room, child: &str| project(&room.state, &Audience::Tablet(id(child))).circle;
    let mut nurse = room.state.record.people.get(&id("nurse")).unwrap().clone();
    nurse.may_know = from_json(json!({ "who": "professionals" }));
    room.state.record.people.put(nurse);
    let known = circle(&room, "ada").unwrap();
    let mum = known.people.get(&id("mum")).unwrap();
    assert_eq!((mum.called.as_str(), mum.tie.as_deref(), mum.family), ("Mum", Some("mother"), true));
    assert!(!known.people.contains_key(&id("nurse")), "whose being there is for some only");
    assert!(!known.only_child, "there is Ben");
    let bens = circle(&room, "ben").unwrap();
    assert!(bens.people.contains_key(&id("dad")) && !bens.people.contains_key(&id("nurse")));
    for audience in
        others().into_iter().chain([Audience::Chair]).filter(|audience| *audience != Audience::Tablet(id("ben")))
    {
        assert_eq!(project(&room.state, &audience).circle, None, "{audience:?}");
    }
}

#[test]
fn whoever_helps_a_grown_up_is_named_to_a_young_person_only_when_they_chose_them() {
    let mut room = begun();
    let mut nurse = room.state.record.people.get(&id("nurse")).unwrap().clone();
    nurse.agency = from_json(json!("idva"));
    room.state.record.people.put(nurse);
    let knows = |room: &Room| {
        let circle = project(&room.state, &Audience::Tablet(id("ada"))).circle.unwrap();
        circle.people.contains_key(&id("nurse"))
    };
    assert!(!knows(&room));
    room.does(&Actor::Chair, held(json!({ "companion": "nurse" })));
    assert!(knows(&room));
}

#[test]
fn a_tablet_cannot_find_out_who_is_kept_from_it_by_naming_them() {
    let mut room = begun();
    let mut nurse = room.state.record.people.get(&id("nurse")).unwrap().clone();
    nurse.may_know = from_json(json!({ "who": "everyone_except", "people": ["dad"] }));
    room.state.record.people.put(nurse);
    let names = |person: &str| held(json!({ "companion": person }));
    let unknown = |person: &str| Rejection::Unknown { what: person.to_owned() };
    assert_eq!(room.refuses(&tablet("ada"), names("nurse")), unknown("nurse"), "Dad could read it over her shoulder");
    assert_eq!(room.refuses(&tablet("ada"), names("ghost")), unknown("ghost"), "the same as for nobody");
    room.does(&tablet("ada"), names("mum"));
    room.does(&Actor::Chair, names("nurse"));
}
