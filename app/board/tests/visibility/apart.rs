//! A conference held in two parts: Mum comes with her advocate, and Dad, who is the father of Ada alone, comes afterwards. Neither
//! finds that the other is there, and nobody of the family learns that there are parts.
//!
//! Deliberately not here: what each of them is told of the children (that is `children.rs`).

use board::audience::Audience;
use board::record::Record;
use board::state::State;
use board::view::minutes::MinutesView;
use board::view::{View, project};
use serde_json::json;

use crate::common::{from_json, id, small, state_of};

/// The small conference in two parts. Mum speaks, has given a number and says what she thinks; so does Dad.
fn in_two_parts() -> Record {
    let mut record = serde_json::to_value(small()).unwrap();
    record["people"][6]["relations"] = json!([{ "child": "ada", "relation": "father" }]);
    record["matters"] = json!([
        { "matter": "sitting", "id": "A", "name": "needle-part-a", "time": "needle-time-a", "people": ["kit", "sam", "teacher", "mum", "advocate"] },
        { "matter": "sitting", "id": "B", "name": "needle-part-b", "time": "needle-time-b", "people": ["kit", "sam", "dad"] },
    ]);
    record["cards"] = json!([]);
    let number = |who: &str| json!({ "id": format!("R-{who}"), "scale": "carry", "by": { "person": who }, "value": 4, "reason": format!("needle-{who}") });
    record["ratings"] = json!([number("mum"), number("dad")]);
    let says = |who: &str| json!({ "id": format!("F-{who}"), "by": who, "words": format!("needle-{who}") });
    record["family_views"] = json!([says("mum"), says("dad")]);
    from_json(record)
}

/// Everything somebody has, on a screen and on paper.
fn all(state: &State, audience: &Audience) -> String {
    let view = serde_json::to_string(&project(state, audience)).unwrap();
    format!("{view}\n{:?}", MinutesView::of(state, audience))
}

fn device(who: &str) -> Audience {
    Audience::Person(id(who))
}

/// The conference while a part is held, and somebody speaks.
fn held(part: Option<&str>, speaker: &str) -> State {
    let mut state = state_of(&in_two_parts());
    state.sitting = part.map(id);
    state.wall.speaker = Some(id(speaker));
    state
}

#[test]
fn two_of_the_family_who_share_no_part_never_find_each_other() {
    for part in [None, Some("A"), Some("B")] {
        for (looker, other, name) in
            [("mum", "dad", "Des Small"), ("dad", "mum", "Mo Small"), ("advocate", "dad", "Des Small")]
        {
            let seen = all(&held(part, other), &device(looker));
            for trace in [name, &format!("needle-{other}"), &format!("\"{other}\"")] {
                assert!(!seen.contains(trace), "{looker}, part {part:?}: {trace} in {seen}");
            }
        }
    }
}

#[test]
fn those_who_share_a_part_and_the_professionals_find_everybody() {
    let state = held(None, "mum");
    let advocate = all(&state, &device("advocate"));
    assert!(advocate.contains("Mo Small") && advocate.contains("needle-mum"), "{advocate}");
    let social_worker = all(&state, &device("sam"));
    for words in ["Mo Small", "Des Small", "needle-mum", "needle-dad"] {
        assert!(social_worker.contains(words), "{words}");
    }
}

#[test]
fn the_names_of_parts_never_leave_the_consoles() {
    let state = held(Some("A"), "mum");
    let people = ["sam", "teacher", "mum", "dad", "advocate"].map(device);
    let others = [Audience::Wall, Audience::Tablet(id("ada")), Audience::SideRoom(id("ada")), Audience::Family];
    for audience in people.into_iter().chain(others) {
        assert!(!all(&state, &audience).contains("needle-part"), "{audience:?}");
    }
    assert!(all(&state, &Audience::Chair).contains("needle-part-a"));
}

#[test]
fn the_wall_says_nothing_to_one_part_of_those_who_come_to_the_other() {
    let wall = |part: Option<&str>, speaker: &str| -> View { project(&held(part, speaker), &Audience::Wall) };
    let part_b = wall(Some("B"), "mum");
    assert_eq!(part_b.stage.speaker, None);
    assert_eq!(part_b.ratings.keys().map(ToString::to_string).collect::<Vec<_>>(), ["R-dad"]);
    assert_eq!(part_b.head.title, "Ada", "the child whom the family of this part has in common");
    let part_a = wall(Some("A"), "mum");
    assert!(part_a.stage.speaker.is_some());
    assert_eq!(part_a.ratings.keys().map(ToString::to_string).collect::<Vec<_>>(), ["R-mum"]);
    assert_eq!(part_a.head.title, "Ada and Ben");
    assert_eq!(wall(None, "mum").ratings.len(), 2, "with no part held the chair knows who is in the room");
}

#[test]
fn paper_for_the_whole_family_names_nobody_whom_one_of_them_must_not_find() {
    let paper = all(&held(None, "mum"), &Audience::Family);
    for trace in ["Mo Small", "Des Small", "needle-mum", "needle-dad"] {
        assert!(!paper.contains(trace), "{trace}");
    }
}
