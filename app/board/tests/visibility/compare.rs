//! What the chair is told that others do not get: every line of it, with a reason, and nothing that they do get.
//!
//! Deliberately not here: who gets what. The reasons are held against the views themselves.

use board::audience::Audience;
use board::record::Record;
use board::state::State;
use board::view::{Difference, differences, project};

use crate::common::{DEMOS, demo, id, state_of};

/// Everybody whose screen a chair can look at, at a conference.
fn everybody(record: &Record) -> Vec<Audience> {
    let people = record.people.iter().map(|person| Audience::Person(person.id.clone()));
    let children = record.children.iter().map(|child| Audience::SideRoom(child.id.clone()));
    people.chain(children).chain([Audience::Wall]).collect()
}

fn lines(state: &State, audience: &Audience) -> Vec<Difference> {
    let of_board = |it: &Difference| !it.what.starts_with("A number: ") && !it.what.starts_with("The plan: ");
    differences(state, audience).into_iter().filter(of_board).collect()
}

#[test]
fn every_line_that_somebody_does_not_get_or_gets_otherwise_is_named_and_no_other() {
    for name in DEMOS {
        let record = demo(name);
        let state = state_of(&record);
        let chairs = project(&state, &Audience::Chair);
        for audience in everybody(&record) {
            let theirs = project(&state, &audience);
            let missing = chairs.cards.keys().filter(|card| !theirs.cards.contains_key(*card)).count();
            let otherwise = theirs.cards.values().filter(|card| {
                let chairs = &chairs.cards[&card.id];
                (&chairs.words, &chairs.who) != (&card.words, &card.who)
            });
            let otherwise = otherwise.count();
            let named = lines(&state, &audience);
            assert_eq!(named.iter().filter(|it| it.instead.is_none()).count(), missing, "{name}, {audience:?}");
            assert_eq!(named.iter().filter(|it| it.instead.is_some()).count(), otherwise, "{name}, {audience:?}");
        }
    }
}

#[test]
fn every_difference_has_a_reason_that_a_chair_could_say_aloud() {
    for name in DEMOS {
        let record = demo(name);
        let state = state_of(&record);
        for audience in everybody(&record).into_iter().chain([Audience::Professionals, Audience::Family]) {
            for difference in differences(&state, &audience) {
                let why = &difference.why;
                assert!(why.ends_with('.') && !why.contains("chose how it is told"), "{audience:?}: {difference:?}");
                assert!(
                    !why.contains("can know.") || !why.contains("Everyone can know"),
                    "{audience:?}: {difference:?}"
                );
            }
        }
    }
}

#[test]
fn the_reasons_say_whose_choice_it_was() {
    let state = state_of(&demo("1-initial"));
    let why = |audience: &Audience, words: &str| {
        let found = differences(&state, audience).into_iter().find(|it| it.what.contains(words));
        found.unwrap_or_else(|| panic!("{words} is a difference for {audience:?}")).why
    };
    let declan = Audience::Person(id("declan"));
    assert_eq!(why(&declan, "purple arm"), "Maja chose: Everyone but Declan can know.");
    assert_eq!(why(&declan, "listen on the stairs"), "It is about Tomek, and they are here for another child.");
    assert_eq!(why(&Audience::Wall, "Maja still get"), "Tomek chose: Professionals can know.");
    assert_eq!(why(&Audience::SideRoom(id("tomek")), "Three earlier"), "You have not marked it as fit for a child.");
    let gosia = Audience::Person(id("gosia"));
    assert_eq!(why(&gosia, "asked his GP"), "You chose: Declan and the professionals can know.");
}
