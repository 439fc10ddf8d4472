//! Every choice by every way of telling by everybody who might look, at every place: nobody finds more than the child chose.
//!
//! What somebody must not have leaves no trace either: their screen and their paper are byte for byte what they would be if
//! the child had never said it. Deliberately not here: what is promised (that is `promise`). The faults at the end show that
//! the property would find a rule that forgets a part of a child's choice.

use board::audience::Audience;
use board::paper;
use board::state::State;
use board::tool::{Entry, Tool};
use board::view::minutes::MinutesView;
use board::view::{At, may_see_entry_at, project};
use board::wire::FromServer;
use proptest::prelude::*;
use proptest::test_runner::{Config, TestRunner};

use super::case::{
    DRAWN, Told, all_lookers, all_of, beside, got, keeps_every_promise, looking, notices, on_paper, on_screen, places,
    told,
};
use super::promise::{Got, Place, promised, surfaces, times, wordings};
use super::table::choices;
use crate::common::{from_json, id};

/// A view as the socket carries it.
fn frame(state: &State, audience: &Audience) -> String {
    serde_json::to_string(&FromServer::Snapshot { rev: 1, view: Box::new(project(state, audience)) }).unwrap()
}

/// A paper with everything that is printed, repeated on pages or read to those who cannot see it.
fn printed(state: &State, audience: &Audience) -> String {
    format!("{:?}", paper::minutes(&MinutesView::of(state, audience), &board::document::Edition::draft("15:40")))
}

/// What is wrong with what everybody sees of `shown`, when `told` was chosen; nothing when the promise is kept.
fn broken(told: &Told, shown: &State) -> Option<String> {
    let without = told.state(false);
    let mut found = all_lookers().into_iter().flat_map(|looker| {
        let (audience, state) = looking(looker, shown);
        let (_, without) = looking(looker, &without);
        let screen = places(looker).contains(&Place::Screen).then(|| screen(told, looker, &audience, &state, &without));
        let paper = places(looker).contains(&Place::Pages).then(|| on_print(told, looker, &audience, &state, &without));
        [screen.flatten(), paper.flatten()].into_iter().flatten().map(move |why| format!("{looker}: {why}"))
    });
    found.next()
}

fn screen(told: &Told, looker: &str, audience: &Audience, state: &State, without: &State) -> Option<String> {
    let seen = frame(state, audience);
    let console = matches!(looker, "chair" | "clerk");
    let wanted = on_screen(told, looker);
    let beside = beside(looker, wanted);
    let has = got(&seen);
    let all = all_of(told, looker, wanted);
    let more = has.iter().any(|has| !all.contains(has) && !beside.contains(has));
    if more || all.iter().any(|wanted| !has.contains(wanted)) {
        return Some(format!("finds {has:?} on the screen, and was promised {all:?}"));
    }
    if may_open_picture(state, audience) != all.contains(&Got::Picture) {
        return Some("the bytes of a picture are for those whose screen has it".to_owned());
    }
    let knows_whose = wanted == Got::Least || console || looker == "tablet" || looker == "side-room";
    if told.nameless && !knows_whose && names_the_child(state, audience) {
        return Some("finds whose words they are".to_owned());
    }
    let may_have_drawing = matches!(looker, "chair" | "tablet") || (looker == "clerk" && is_childs(wanted));
    if seen.contains(DRAWN) != may_have_drawing {
        return Some("the words about the drawing go with the child's words".to_owned());
    }
    // The chair is told how many things have no choice yet, and nobody else.
    let trace = wanted == Got::Nothing && looker != "chair" && seen != frame(without, audience);
    trace.then(|| "finds a trace of what is not there".to_owned())
}

fn on_print(told: &Told, looker: &str, audience: &Audience, state: &State, without: &State) -> Option<String> {
    let minutes = MinutesView::of(state, audience);
    let [pages, board] = on_paper(told, looker);
    for (text, wanted, place) in [
        (format!("{:?}", minutes.children), pages, "in the child's section"),
        (serde_json::to_string(&minutes.view).unwrap(), board, "among the lines of the board"),
    ] {
        let promise = all_of(told, looker, wanted);
        let has = got(&text);
        if has != promise {
            return Some(format!("finds {has:?} {place}, and was promised {promise:?}"));
        }
    }
    let seen = printed(state, audience);
    let both: Vec<Got> = [pages, board].into_iter().flat_map(|wanted| all_of(told, looker, wanted)).collect();
    let printed_words = |wanted: &&Got| **wanted != Got::Picture;
    let missing = both.iter().filter(printed_words).any(|wanted| !got(&seen).contains(wanted));
    if missing || got(&seen).iter().any(|got| !both.contains(got)) {
        return Some(format!("finds {:?} on the paper, and was promised {both:?}", got(&seen)));
    }
    if seen.contains(DRAWN) != is_childs(pages) {
        return Some("the words about the drawing go with the child's words".to_owned());
    }
    (both.is_empty() && seen != printed(without, audience)).then(|| "finds a trace on the paper".to_owned())
}

/// Whether the child wants to be known by it: not where something else was agreed, or is told to keep somebody safe.
fn is_childs(got: Got) -> bool {
    matches!(got, Got::Exact | Got::Picture)
}

/// Whether somebody who asks for the picture's bytes gets them.
fn may_open_picture(state: &State, audience: &Audience) -> bool {
    project(state, audience).picture(&id("P1")).is_some()
}

/// Whether the line, or the open place it is in, says whose it is.
fn names_the_child(state: &State, audience: &Audience) -> bool {
    let view = project(state, audience);
    let card = view.cards.values().any(|card| card.who.contains("Ada") || !card.children.is_empty());
    let place = view.unfolding.iter().flat_map(|it| &it.places).any(|place| !place.entries.is_empty());
    card || place || view.strip.iter().any(|(child, _)| *child == id("ada"))
}

#[test]
fn nobody_finds_more_than_the_child_chose_and_what_is_hidden_leaves_no_trace() {
    keeps_every_promise(256, broken);
}

#[test]
fn a_child_who_thinks_again_is_heard_in_the_very_next_thing_that_is_sent() {
    let config = Config { cases: 96, failure_persistence: None, ..Config::default() };
    let kept = TestRunner::new(config).run(&(told(), told()), |(before, after)| {
        let (before, after) = (before.state(true), after.state(true));
        for looker in all_lookers() {
            let (audience, before) = looking(looker, &before);
            let (_, after) = looking(looker, &after);
            let patch = project(&before, &audience).diff(&project(&after, &audience));
            let patch = serde_json::to_string(&FromServer::Patch { base: 1, rev: 2, patch: Box::new(patch) }).unwrap();
            let now = got(&frame(&after, &audience));
            prop_assert!(got(&patch).iter().all(|got| now.contains(got)), "{looker}: {patch}");
        }
        Ok(())
    });
    kept.unwrap_or_else(|why| panic!("{why}"));
}

#[test]
fn the_rule_keeps_every_single_promise() {
    let off = std::iter::once(vec![]).chain(surfaces().into_iter().map(|surface| vec![surface]));
    let off: Vec<Vec<&'static str>> = off.collect();
    let bools = [false, true];
    let mut base = Told {
        choice: "everyone",
        wording: "exact",
        nameless: false,
        not_on: vec![],
        when: "now",
        pictured: true,
        overridden: true,
        not_agreed: false,
        card: None,
        unfolds: false,
        drawn: false,
    };
    let mut checked: usize = 0;
    for not_agreed in bools {
        base.not_agreed = not_agreed;
        let state = base.state(true);
        let tool = state.record.tools.get(&id("ada-houses")).unwrap();
        let all: Vec<(&str, Audience, State)> = all_lookers()
            .into_iter()
            .map(|looker| {
                let (audience, state) = looking(looker, &state);
                (looker, audience, state)
            })
            .collect();
        for (choice, may_know) in choices() {
            for wording in wordings() {
                for when in times() {
                    for not_on in &off {
                        for (nameless, overridden) in bools.into_iter().flat_map(|a| bools.map(|b| (a, b))) {
                            let told = Told {
                                choice,
                                wording,
                                nameless,
                                not_on: not_on.clone(),
                                when,
                                overridden,
                                ..base.clone()
                            };
                            let mut entry: Entry = tool.entries.get(&id("A1")).unwrap().clone();
                            entry.may_know = may_know.clone();
                            entry.telling = from_json(told.telling());
                            entry.overridden = entry.overridden.filter(|_| overridden);
                            checked += check_everywhere(&told, &all, tool, &entry);
                        }
                    }
                }
            }
        }
    }
    assert!(checked > 500_000, "only {checked} were looked at");
}

/// Looks at one entry as everybody, everywhere; gives how often.
fn check_everywhere(told: &Told, all: &[(&str, Audience, State)], tool: &Tool, entry: &Entry) -> usize {
    let mut checked = 0;
    for (looker, audience, state) in all {
        for place in places(looker) {
            let at = match place {
                Place::Screen => At::Screen,
                Place::Pages => At::ChildsPages,
                Place::Board => At::Board,
            };
            let promise = promised(told.case(), looker, *place);
            let seen = may_see_entry_at(state, audience, at, tool, entry);
            assert_eq!(seen, promise != Got::Nothing, "{told:?}, {looker}, {place:?}");
            checked += 1;
        }
    }
    checked
}

#[test]
fn a_rule_that_forgets_a_part_of_the_choice_is_found_out() {
    let faults = [
        "who may know",
        "in which words",
        "that somebody says it",
        "that it has no name",
        "where it must not be",
        "from when",
        "that an override is for those it names",
        "that it is not agreed yet",
        "that it was taken off the list of the undecided",
        "that the curtain is drawn",
    ];
    for fault in faults {
        assert!(notices(fault, 400, broken), "nobody noticed a rule that forgets {fault}");
    }
}
