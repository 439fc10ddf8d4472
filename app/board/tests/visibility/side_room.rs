//! The side room: that a child is there is said only where the child agreed, and signs are between the child and the chair.
//!
//! Deliberately not here: the signs themselves (those are rules).

use board::audience::Audience;
use board::decide::Actor;
use board::view::project;
use serde_json::json;

use crate::common::{Room, id, person};

fn with_ada_in_the_side_room() -> Room {
    let mut room = Room::small();
    room.does(&Actor::Chair, json!({ "do": "give_seat", "seat": "S1", "holder": { "side_room": "ada" } }));
    room
}

fn side() -> Actor {
    Actor::SideRoom(id("ada"))
}

fn wall(room: &Room) -> Vec<String> {
    project(&room.state, &Audience::Wall).stage.here
}

#[test]
fn the_wall_says_that_a_child_is_here_only_once_the_child_has_said_so_and_while_they_are_there() {
    let mut room = with_ada_in_the_side_room();
    assert!(wall(&room).is_empty(), "nobody is told by default");
    room.does(&side(), json!({ "do": "say_here", "here": true }));
    assert_eq!(wall(&room), ["Ada"]);
    assert!(project(&room.state, &Audience::SideRoom(id("ben"))).stage.here.is_empty(), "not to another child");
    assert!(
        project(&room.state, &Audience::Person(id("mum"))).stage.here.is_empty(),
        "the room knows, not every phone"
    );
    room.does(&side(), json!({ "do": "say_here", "here": false }));
    assert!(wall(&room).is_empty(), "and can be taken back");
    room.does(&side(), json!({ "do": "say_here", "here": true }));
    room.does(&Actor::Chair, json!({ "do": "close_seat", "seat": "S1" }));
    assert!(wall(&room).is_empty(), "whoever has gone is not there");
    room.does(&Actor::Chair, json!({ "do": "give_seat", "seat": "S2", "holder": { "side_room": "ada" } }));
    assert!(wall(&room).is_empty(), "and whoever comes again is asked again");
}

#[test]
fn nobody_says_for_a_child_that_they_are_here() {
    let mut room = with_ada_in_the_side_room();
    for actor in [Actor::Chair, Actor::Clerk, person("mum"), Actor::Tablet(id("ada")), Actor::Wall] {
        room.refuses(&actor, json!({ "do": "say_here", "here": true }));
    }
}

#[test]
fn a_sign_is_between_the_child_and_the_chair() {
    let mut room = with_ada_in_the_side_room();
    room.does(&side(), json!({ "do": "send_sign", "sign": "s1", "card": null, "says": "add", "words": "needle" }));
    let sees = |audience: &Audience| serde_json::to_string(&project(&room.state, audience)).unwrap().contains("needle");
    assert!(sees(&Audience::Chair) && sees(&Audience::SideRoom(id("ada"))));
    let others = ["mum", "dad", "sam", "teacher", "advocate", "kit"].map(|person| Audience::Person(id(person)));
    let more = [Audience::Clerk, Audience::Wall, Audience::SideRoom(id("ben")), Audience::Tablet(id("ada"))];
    for audience in others.into_iter().chain(more) {
        assert!(!sees(&audience), "{audience:?}");
    }
}
