//! A child's drawing is seen by those who have the words it belongs to, and by nobody else: one view after the other.
//!
//! Deliberately by the one question the server asks before it gives a picture out.

use board::audience::Audience;
use board::state::State;
use board::view::project;
use serde_json::{Value, json};

use super::table::{choices, expected, lookers, looks};
use crate::common::{from_json, id, picture, small, state_of};

/// Ada's first entry with a drawing, told so, and on the board.
fn drawn(words: &str, may_know: &Value, telling: &Value) -> State {
    let mut record = serde_json::to_value(small()).unwrap();
    record["tools"][0]["entries"] = json!([{
        "id": "A1", "place": "worries", "words": words, "pen": "drawing", "may_know": may_know, "telling": telling,
        "pictures": [picture("drawing", None)],
    }]);
    record["cards"] = json!([{
        "id": "C1", "section": "heavy", "words": words, "line": "drawing", "source": { "child": "ada" },
        "children": ["ada"], "entry": "A1",
    }]);
    state_of(&from_json(record))
}

fn has(state: &State, audience: &Audience) -> bool {
    project(state, audience).picture(&id("drawing")).is_some()
}

#[test]
fn a_drawing_follows_every_choice_to_every_audience() {
    for (name, may_know) in choices() {
        for looker in lookers() {
            let state = drawn("me", &json!(may_know), &json!({}));
            let (audience, state) = looks(looker, state);
            let wanted = looker == "tablet" || expected(name, looker);
            assert_eq!(has(&state, &audience), wanted, "{name} to {looker}");
            let written = serde_json::to_string(&project(&state, &audience)).unwrap();
            assert_eq!(written.contains("\"drawing\""), wanted, "{name} to {looker}: not even its id");
        }
    }
}

#[test]
fn a_drawing_is_not_seen_where_other_words_or_no_name_were_agreed() {
    let everyone = json!({ "who": "everyone" });
    let mum = Audience::Person(id("mum"));
    for (telling, seen, words) in [
        (json!({}), true, true),
        (json!({ "wording": { "in": "picture" } }), true, false),
        (json!({ "wording": { "in": "other", "words": "It was hard" } }), false, false),
        (json!({ "nameless": true }), false, true),
        (json!({ "nameless": true, "wording": { "in": "picture" } }), false, false),
        (json!({ "not_on": ["devices"] }), false, false),
    ] {
        let state = drawn("my words", &everyone, &telling);
        assert_eq!(has(&state, &mum), seen, "{telling}");
        let written = serde_json::to_string(&project(&state, &mum)).unwrap();
        assert_eq!(written.contains("my words"), words, "{telling}");
        assert!(has(&state, &Audience::Tablet(id("ada"))) && has(&state, &Audience::Chair), "{telling}");
    }
}

#[test]
fn of_a_drawing_alone_without_a_name_there_is_nothing_at_all() {
    let state = drawn("", &json!({ "who": "everyone" }), &json!({ "nameless": true }));
    for audience in [Audience::Wall, Audience::Person(id("mum")), Audience::Professionals] {
        let view = project(&state, &audience);
        assert!(view.cards.is_empty() && view.picture(&id("drawing")).is_none(), "{audience:?}");
    }
}

#[test]
fn a_picture_always_has_words_for_those_who_cannot_see_it() {
    let state = drawn("", &json!({ "who": "everyone" }), &json!({}));
    let view = project(&state, &Audience::Wall);
    let picture = view.picture(&id("drawing")).unwrap();
    assert_eq!((picture.alt.as_str(), picture.described), ("A drawing by Ada, not described yet", false));
}
