//! Seats: somebody knocks, the chair lets them in, and one person sits on one device.
//!
//! Deliberately not here: how a device proves which seat it has.

use board::decide::Actor;
use board::rejection::Rejection;
use serde_json::{Value, json};

use crate::common::{Room, id};

fn give(seat: &str, holder: Value) -> Value {
    json!({ "do": "give_seat", "seat": seat, "holder": holder })
}

fn seats(room: &Room) -> Vec<&str> {
    room.state.seats.iter().map(|seat| seat.id.as_str()).collect()
}

#[test]
fn somebody_in_the_lobby_sees_nothing_until_the_chair_lets_them_in() {
    let mut room = Room::small();
    room.does(&Actor::Lobby(id("S1")), give("S1", json!({ "waiting": "Thérèse" })));
    assert_eq!(room.state.seats.get(&id("S1")).unwrap().audience(), None);
    room.does(&Actor::Chair, give("S1", json!({ "person": "nurse" })));
    assert!(room.state.seats.get(&id("S1")).unwrap().audience().is_some());
}

#[test]
fn one_person_one_device_the_new_seat_closes_the_old_one() {
    let mut room = Room::small();
    room.does(&Actor::Chair, give("S1", json!({ "person": "nurse" })));
    room.does(&Actor::Chair, give("S2", json!({ "person": "nurse" })));
    assert_eq!(seats(&room), ["S2"]);
    room.does(&Actor::Chair, give("S2", json!({ "person": "nurse" })));
    assert_eq!(seats(&room), ["S2"], "the same seat given again stays");
}

#[test]
fn a_lobby_seat_can_only_knock_for_itself_and_not_climb_into_a_given_one() {
    let mut room = Room::small();
    let knock = |seat: &str| give(seat, json!({ "waiting": "Mum" }));
    assert_eq!(room.refuses(&Actor::Lobby(id("S2")), knock("S1")), Rejection::NotYours);
    room.does(&Actor::Chair, give("S1", json!({ "person": "mum" })));
    assert_eq!(room.refuses(&Actor::Lobby(id("S1")), knock("S1")), Rejection::NotYours);
    let climb = give("S3", json!({ "person": "mum" }));
    assert_eq!(room.refuses(&Actor::Lobby(id("S3")), climb), Rejection::NotYours);
}

#[test]
fn a_seat_is_for_somebody_of_this_conference() {
    let mut room = Room::small();
    for holder in [json!({ "person": "ghost" }), json!({ "tablet": "ghost" })] {
        assert_eq!(room.refuses(&Actor::Chair, give("S1", holder)), Rejection::Unknown { what: "ghost".to_owned() });
    }
    assert_eq!(room.refuses(&Actor::Lobby(id("S1")), give("S1", json!({ "waiting": " " }))), Rejection::Empty);
    room.does(&Actor::Chair, give("S2", json!("wall")));
    room.does(&Actor::Chair, give("S3", json!({ "tablet": "ada" })));
}

#[test]
fn the_chair_can_close_any_seat_once() {
    let mut room = Room::small();
    room.does(&Actor::Chair, give("S1", json!({ "person": "dad" })));
    room.does(&Actor::Chair, json!({ "do": "close_seat", "seat": "S1" }));
    assert_eq!(room.refuses(&Actor::Chair, json!({ "do": "close_seat", "seat": "S1" })), Rejection::NotFound);
}

#[test]
fn a_new_door_code_leaves_those_who_are_in_where_they_are() {
    let mut room = Room::small();
    room.does(&Actor::Chair, give("S1", json!({ "person": "dad" })));
    room.does(&Actor::Chair, json!({ "do": "open_door", "code": "amber-1234" }));
    assert_eq!(seats(&room), ["S1"]);
    assert_eq!(room.state.door.as_deref(), Some("amber-1234"));
}
