//! What a young person sees when they look back is what everybody then gets: the same conference, really agreed and really
//! put on the board, gives every audience the lines that were promised.
//!
//! Deliberately not here: whether the rules are right. The table is.

use std::collections::BTreeSet;

use board::audience::Audience;
use board::decide::Actor;
use board::id::EntryId;
use board::sharing::{MayKnow, Telling};
use board::view::letter::LetterView;
use board::view::look_back::{SeenBy, look_back};
use board::view::minutes::MinutesView;
use board::view::{At, project};
use serde_json::{Value, json};

use super::table::choices;
use crate::common::{Room, from_json, id, tablet};

/// The ways in which a thing can be told, each with a name.
fn tellings() -> Vec<(&'static str, Telling)> {
    let telling = |name, value: Value| (name, from_json(value));
    vec![
        telling("plainly", json!({})),
        telling("in-other-words", json!({ "wording": { "in": "other", "words": "agreed words" } })),
        telling("theme", json!({ "wording": { "in": "theme", "words": "home at night" } })),
        telling("said-by-the-advocate", json!({ "wording": { "in": "spoken", "by": "advocate" } })),
        telling("nameless", json!({ "nameless": true })),
        telling("off-the-wall", json!({ "not_on": ["wall"] })),
        telling("off-devices", json!({ "not_on": ["devices"] })),
        telling("off-my-pages-and-the-board", json!({ "not_on": ["childs_pages", "board"] })),
        telling("off-paper-that-goes-home", json!({ "not_on": ["family_paper", "letter"] })),
        telling("afterwards", json!({ "when": { "from": "afterwards" } })),
        telling("later", json!({ "when": { "from": "phase", "phase": "last" } })),
        telling("when-i-say", json!({ "when": { "from": "when_i_say" } })),
    ]
}

/// A line as the test compares it: whose entry, where, and the words.
type Line = (EntryId, At, String);

/// Ada's own conference, with a card for every way of sharing and telling.
fn said(may_know: &MayKnow) -> Room {
    let mut room = Room::small();
    let tool = json!({ "id": "ada-board", "kind": "sba_board", "child": "ada", "date": "2026-09-23" });
    room.does(&Actor::Chair, json!({ "do": "record_tool", "tool": tool }));
    let own = json!({ "child": "ada", "tool": "ada-board", "understood": "yes" });
    room.does(&Actor::Chair, json!({ "do": "hold_own_conference", "own": own }));
    let last = room.state.record.framework.phases.last().unwrap().key.clone();
    for (name, mut telling) in tellings() {
        if let board::sharing::When::Phase { phase } = &mut telling.when {
            *phase = last.clone();
        }
        let entry = json!({ "id": name, "place": "worried", "words": format!("words to be told {name}"),
            "may_know": may_know, "telling": telling });
        room.does(&tablet("ada"), json!({ "do": "give_entry", "tool": "ada-board", "entry": entry }));
    }
    room
}

/// The same, really agreed and really put on the board.
fn really(mut room: Room) -> Room {
    room.does(&tablet("ada"), json!({ "do": "agree_sharing", "child": "ada" }));
    let entries: Vec<EntryId> =
        room.state.record.tools.iter().flat_map(|tool| tool.entries.iter()).map(|entry| entry.id.clone()).collect();
    for entry in entries {
        let pull = json!({ "do": "pull_entry", "entry": entry, "card": format!("of-{entry}") });
        // These words are like one another on purpose, which the chair is warned of and has seen.
        let pull = json!({ "do": "anyway", "command": pull, "reason": "for the story" });
        // What the child has not decided on, and what feeds no section, stays where it is.
        let _ = room.tell(&Actor::Chair, &from_json(pull));
    }
    room
}

/// What an audience has of Ada's words, read from its own view and paper.
fn has(room: &Room, audience: &Audience) -> BTreeSet<Line> {
    let record = &room.state.record;
    let of_ada = |entry: &EntryId| record.entry(entry).is_some_and(|(tool, _)| tool.child == id("ada"));
    let board = |view: &board::view::View, at: At| -> Vec<Line> {
        let cards = view.cards.values().filter_map(|card| {
            let entry = record.cards.get(&card.id)?.entry.clone()?;
            of_ada(&entry).then(|| (entry, at, card.words.clone()))
        });
        cards.collect()
    };
    if let Audience::Child(child) = audience {
        let letter = LetterView::of(&room.state, child).unwrap();
        return letter.said.into_iter().map(|entry| (entry.id, At::ChildsPages, entry.words)).collect();
    }
    let paper = MinutesView::of(&room.state, audience);
    let pages = paper.children.iter().flat_map(|child| &child.tools).flat_map(|tool| &tool.entries);
    let pages =
        pages.filter(|entry| of_ada(&entry.id)).map(|entry| (entry.id.clone(), At::ChildsPages, entry.words.clone()));
    let on_paper = pages.chain(board(&paper.view, At::Board));
    let on_screen = board(&project(&room.state, audience), At::Screen);
    match audience {
        Audience::Person(_) => on_screen.into_iter().chain(on_paper).collect(),
        Audience::Professionals | Audience::Family => on_paper.collect(),
        _ => on_screen.into_iter().collect(),
    }
}

fn promised(seen: &SeenBy, later: bool) -> BTreeSet<Line> {
    let lines = seen.lines.iter().filter(|line| line.later == later);
    lines.map(|line| (line.entry.clone(), line.at, line.words.clone())).collect()
}

#[test]
fn looking_back_shows_what_each_audience_then_gets() {
    let mut lines = 0;
    for (name, may_know) in choices() {
        let room = said(&may_know);
        let before = room.state.clone();
        let looked = look_back(&room.state, &id("ada"));
        assert_eq!(room.state, before, "looking changes nothing");
        let room = really(room);
        for seen in &looked {
            let gets = has(&room, &seen.audience);
            assert_eq!(promised(seen, false), gets, "{name}, {:?}", seen.audience);
            lines += gets.len();
        }
    }
    assert!(lines > 500, "there was something to see: {lines}");
}

#[test]
fn what_comes_later_is_what_each_audience_gets_when_the_phase_has_begun() {
    let room = said(&MayKnow::Everyone);
    let looked = look_back(&room.state, &id("ada"));
    let mut room = really(room);
    let phases: Vec<_> = room.state.record.framework.phases.iter().map(|phase| phase.key.clone()).collect();
    for phase in phases {
        room.does(&Actor::Chair, json!({ "do": "enter_phase", "phase": phase, "reason": "for the story" }));
    }
    let mut later = 0;
    for seen in &looked {
        let both: BTreeSet<Line> = promised(seen, false).into_iter().chain(promised(seen, true)).collect();
        assert_eq!(both, has(&room, &seen.audience), "{:?}", seen.audience);
        later += promised(seen, true).len();
    }
    assert!(later > 5, "something comes later: {later}");
}

#[test]
fn it_names_the_wall_the_chair_everybody_they_know_of_and_the_papers() {
    let mut room = said(&MayKnow::Everyone);
    let mut nurse = room.state.record.people.get(&id("nurse")).unwrap().clone();
    nurse.may_know = from_json(json!({ "who": "professionals" }));
    room.state.record.people.put(nurse);
    let people = ["sam", "teacher", "mum", "dad", "advocate"].map(|person| Audience::Person(id(person)));
    let all = [Audience::Wall, Audience::Chair, Audience::Clerk, Audience::Professionals, Audience::Family];
    let expected: BTreeSet<Audience> = people.into_iter().chain(all).chain([Audience::Child(id("ada"))]).collect();
    let named: BTreeSet<Audience> = look_back(&room.state, &id("ada")).into_iter().map(|seen| seen.audience).collect();
    assert_eq!(named, expected);
}

#[test]
fn nothing_of_a_brothers_words_is_in_it() {
    let mut room = said(&MayKnow::Everyone);
    room.does(&tablet("ben"), json!({ "do": "choose_sharing", "entry": "B1", "may_know": { "who": "everyone" } }));
    room.does(&Actor::Chair, json!({ "do": "pull_entry", "entry": "B1", "card": "bens" }));
    let looked = serde_json::to_string(&look_back(&room.state, &id("ada"))).unwrap();
    assert!(!looked.contains("a dog"));
}

#[test]
fn what_is_told_to_keep_somebody_safe_is_shown_to_them_too() {
    let mut room = said(&MayKnow::ChairOnly);
    let least = json!({ "ground": "serious_harm", "least": "Ada is not safe on Fridays", "told": ["teacher"],
        "explained": "I have to tell Toni that you are not safe on Fridays." });
    room.does(&Actor::Chair, json!({ "do": "override_sharing", "entry": "plainly", "overridden": least }));
    let looked = look_back(&room.state, &id("ada"));
    let of = |person: &str| looked.iter().find(|seen| seen.audience == Audience::Person(id(person))).unwrap();
    assert!(of("teacher").lines.iter().any(|line| line.words == "Ada is not safe on Fridays"));
    assert!(of("mum").lines.iter().all(|line| line.entry != id("plainly")));
}
