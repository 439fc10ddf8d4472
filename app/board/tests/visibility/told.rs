//! Every choice by every way of telling by everybody who might look, at every place: nobody finds more than the child chose.
//!
//! What somebody must not have leaves no trace either: their screen and their paper are byte for byte what they would be if
//! the child had never said it. Deliberately not here: what is promised (that is `promise`). The faults at the end show that
//! the property would find a rule that forgets a part of a child's choice.

use std::collections::BTreeMap;

use board::audience::Audience;
use board::keyed::Keyed;
use board::paper;
use board::people::Person;
use board::sharing::{MayKnow, Telling, Wording};
use board::state::State;
use board::tool::{Entry, Tool};
use board::view::minutes::MinutesView;
use board::view::{At, may_see_entry_at, project};
use board::wire::FromServer;
use proptest::prelude::*;
use proptest::sample::{select, subsequence};
use proptest::strategy::ValueTree as _;
use proptest::test_runner::{Config, TestRunner};
use serde_json::{Value, json};

use super::promise::{Case, Got, HERS, HIS, Place, promised, surfaces, times, with_picture, wordings};
use super::table::{choices, lookers, looks};
use crate::common::{from_json, id, small, state_of};

/// What Ada said, in words that stand nowhere else.
const EXACT: &str = "needle-exact";
/// What was agreed with her instead.
const AGREED: &str = "needle-agreed";
/// The least that Dad has to know.
const LEAST: &str = "needle-least";
/// What is on her picture.
const PICTURE: &str = "needle-picture";
/// What is on the whole tool, as a drawing.
const DRAWN: &str = "needle-drawn";

/// A case with names of its own, as the dice make it.
#[expect(clippy::struct_excessive_bools, reason = "as with the case it holds")]
#[derive(Debug, Clone)]
struct Told {
    choice: &'static str,
    wording: &'static str,
    nameless: bool,
    not_on: Vec<&'static str>,
    when: &'static str,
    pictured: bool,
    overridden: bool,
    not_agreed: bool,
    /// Whether it is on the board too, and who may know the line.
    card: Option<&'static str>,
    /// Whether the tool is open on the wall.
    unfolds: bool,
}

impl Told {
    fn case(&self) -> Case<'_> {
        Case {
            choice: self.choice,
            wording: self.wording,
            nameless: self.nameless,
            not_on: &self.not_on,
            when: self.when,
            pictured: self.pictured,
            overridden: self.overridden,
            not_agreed: self.not_agreed,
        }
    }

    fn telling(&self) -> Value {
        let wording = match self.wording {
            "other" => json!({ "in": "other", "words": AGREED }),
            "theme" => json!({ "in": "theme", "words": AGREED }),
            "picture" => json!({ "in": "picture" }),
            "said-by-the-chair" => json!({ "in": "spoken" }),
            "said-by-the-advocate" => json!({ "in": "spoken", "by": "advocate" }),
            _ => json!({ "in": "exact" }),
        };
        let when = match self.when {
            "begun" => json!({ "from": "phase", "phase": "talk" }),
            "not-begun" => json!({ "from": "phase", "phase": "weigh" }),
            "afterwards" => json!({ "from": "afterwards" }),
            "when-i-say" => json!({ "from": "when_i_say" }),
            _ => json!({ "from": "now" }),
        };
        json!({ "wording": wording, "nameless": self.nameless, "not_on": self.not_on, "when": when })
    }

    /// The conference in which Ada has said this one thing; or, where she has not, the same without it.
    fn state(&self, said: bool) -> State {
        let mut record = serde_json::to_value(small()).unwrap();
        let entry = json!({
            "id": "A1", "place": "worries", "words": EXACT, "may_know": may_know(self.choice), "telling": self.telling(),
            "pictures": if self.pictured { json!([{
                "id": "P1", "kind": "drawn", "alt": PICTURE, "width": 3, "height": 2, "fingerprint": "0".repeat(64),
            }]) } else { json!([]) },
            "overridden": self.overridden.then(|| json!({
                "ground": "serious_harm", "least": LEAST, "told": ["dad"], "explained": "That Dad has to know."
            })),
        });
        record["tools"] = json!([{
            "id": "ada-houses", "kind": "three_houses", "child": "ada", "date": "2026-09-20",
            "drawing_described": DRAWN, "entries": if said { json!([entry]) } else { json!([]) },
        }]);
        record["cards"] = match self.card.filter(|_| said) {
            Some(choice) => json!([{
                "id": "X", "section": "heavy", "words": EXACT, "line": "own_words", "source": { "child": "ada" },
                "children": ["ada"], "entry": "A1", "may_know": may_know(choice),
            }]),
            None => json!([]),
        };
        record["phases"] = json!([{ "phase": "talk", "at": "2026-09-24T12:45:00Z" }]);
        if self.not_agreed {
            record["own_conferences"] = json!([{ "child": "ada", "tool": "ada-houses", "understood": "yes" }]);
        }
        let mut state = state_of(&from_json(record));
        if self.unfolds {
            state.wall.held = Some(from_json(json!({ "tool": "ada-houses" })));
            state.wall.opened = vec![id("worries")];
            state.wall.revealed = vec![id("A1")];
        }
        state
    }
}

/// The choice with a name.
fn may_know(choice: &str) -> MayKnow {
    choices().into_iter().find(|(name, _)| *name == choice).unwrap().1
}

/// Everybody who might look: those of the table, and the children's own devices and letters.
fn all_lookers() -> Vec<&'static str> {
    let others = HERS.into_iter().chain(HIS).filter(|looker| *looker != "tablet");
    lookers().into_iter().chain(others).collect()
}

fn looking(looker: &str, state: &State) -> (Audience, State) {
    let audience = match looker {
        "letter" => Audience::Child(id("ada")),
        "side-room" => Audience::SideRoom(id("ada")),
        "his-tablet" => Audience::Tablet(id("ben")),
        "his-letter" => Audience::Child(id("ben")),
        "his-side-room" => Audience::SideRoom(id("ben")),
        known => return looks(known, state.clone()),
    };
    (audience, state.clone())
}

/// Where somebody looks at all: a wall has no paper, and a paper is no screen.
fn places(looker: &str) -> &'static [Place] {
    match looker {
        "chair" | "clerk" | "wall" | "no-dad" | "tablet" | "side-room" | "his-tablet" | "his-side-room" => {
            &[Place::Screen]
        }
        "letter" | "his-letter" | "for-professionals" | "for-family" => &[Place::Pages, Place::Board],
        _ => &[Place::Screen, Place::Pages, Place::Board],
    }
}

/// A view as the socket carries it.
fn frame(state: &State, audience: &Audience) -> String {
    serde_json::to_string(&FromServer::Snapshot { rev: 1, view: Box::new(project(state, audience)) }).unwrap()
}

/// A paper with everything that is printed, repeated on pages or read to those who cannot see it.
fn printed(state: &State, audience: &Audience) -> String {
    format!("{:?}", paper::minutes(&MinutesView::of(state, audience), "Draft"))
}

/// What a text gives away.
fn got(text: &str) -> Vec<Got> {
    let each = [(EXACT, Got::Exact), (AGREED, Got::Agreed), (PICTURE, Got::Picture), (LEAST, Got::Least)];
    each.into_iter().filter(|(needle, _)| text.contains(needle)).map(|(_, got)| got).collect()
}

/// All that comes with what was promised.
fn all_of(told: &Told, looker: &str, promise: Got) -> Vec<Got> {
    let words = Some(promise).filter(|got| !matches!(got, Got::Nothing | Got::Picture));
    let picture = with_picture(told.case(), looker, promise).then_some(Got::Picture);
    words.into_iter().chain(picture).collect()
}

/// What is wrong with what everybody sees of `shown`, when `told` was chosen; nothing when the promise is kept.
fn broken(told: &Told, shown: &State) -> Option<String> {
    let without = told.state(false);
    let mut found = all_lookers().into_iter().flat_map(|looker| {
        let (audience, state) = looking(looker, shown);
        let (_, without) = looking(looker, &without);
        let screen =
            places(looker).contains(&Place::Screen).then(|| on_screen(told, looker, &audience, &state, &without));
        let paper = places(looker).contains(&Place::Pages).then(|| on_paper(told, looker, &audience, &state, &without));
        [screen.flatten(), paper.flatten()].into_iter().flatten().map(move |why| format!("{looker}: {why}"))
    });
    found.next()
}

fn on_screen(told: &Told, looker: &str, audience: &Audience, state: &State, without: &State) -> Option<String> {
    let seen = frame(state, audience);
    let promise = promised(told.case(), looker, Place::Screen);
    let console = matches!(looker, "chair" | "clerk");
    let line = told.card.is_some_and(|choice| may_know_line(choice, looker));
    let stands = looker == "tablet" || console || line || is_open(told, looker);
    let wanted = if stands { promise } else { Got::Nothing };
    // Those who keep to a choice know what was agreed beside what they have.
    let beside: &[Got] = match (looker, wanted) {
        (_, Got::Nothing) => &[],
        ("tablet", _) | ("chair", Got::Exact) => &[Got::Agreed, Got::Least],
        ("chair" | "clerk", _) => &[Got::Agreed],
        _ => &[],
    };
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
    let may_have_drawing = matches!(looker, "chair" | "tablet") || (looker == "clerk" && wanted != Got::Nothing);
    if seen.contains(DRAWN) != may_have_drawing {
        return Some("the words about the drawing go with the child's words".to_owned());
    }
    // The chair is told how many things have no choice yet, and nobody else.
    let trace = wanted == Got::Nothing && looker != "chair" && seen != frame(without, audience);
    trace.then(|| "finds a trace of what is not there".to_owned())
}

/// Whether it stands in an open place of the tool on the wall, which carries the child's name.
fn is_open(told: &Told, looker: &str) -> bool {
    let wall = if looker == "no-dad" { looker } else { "wall" };
    told.unfolds && !told.nameless && promised(told.case(), wall, Place::Screen) != Got::Nothing
}

fn on_paper(told: &Told, looker: &str, audience: &Audience, state: &State, without: &State) -> Option<String> {
    let minutes = MinutesView::of(state, audience);
    let line = told.card.is_some_and(|choice| may_know_line(choice, looker));
    let board = if line { promised(told.case(), looker, Place::Board) } else { Got::Nothing };
    let pages = promised(told.case(), looker, Place::Pages);
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
    if seen.contains(DRAWN) != (pages != Got::Nothing) {
        return Some("the words about the drawing go with the child's words".to_owned());
    }
    (both.is_empty() && seen != printed(without, audience)).then(|| "finds a trace on the paper".to_owned())
}

/// Whether somebody who asks for the picture's bytes gets them.
fn may_open_picture(state: &State, audience: &Audience) -> bool {
    project(state, audience).picture(&id("P1")).is_some()
}

/// Whether the chair lets somebody have the line; a child has their own words back however the line is shared among adults.
fn may_know_line(choice: &str, looker: &str) -> bool {
    match looker {
        "letter" | "side-room" => matches!(choice, "everyone" | "all-but-dad" | "all-but-teacher" | "all-but-sam"),
        _ if HERS.contains(&looker) || HIS.contains(&looker) => false,
        _ => super::table::expected(choice, looker),
    }
}

/// Whether the line, or the open place it is in, says whose it is.
fn names_the_child(state: &State, audience: &Audience) -> bool {
    let view = project(state, audience);
    let card = view.cards.values().any(|card| card.who.contains("Ada") || !card.children.is_empty());
    let place = view.unfolding.iter().flat_map(|it| &it.places).any(|place| !place.entries.is_empty());
    card || place || view.strip.iter().any(|(child, _)| *child == id("ada"))
}

fn told() -> impl Strategy<Value = Told> {
    let names: Vec<&'static str> = choices().into_iter().map(|(name, _)| name).collect();
    let line = prop_oneof![3 => Just(Some("everyone")), 1 => Just(None), 2 => select(names.clone()).prop_map(Some)];
    let usually_nowhere = prop_oneof![2 => Just(Vec::new()), 1 => subsequence(surfaces(), 1..=surfaces().len())];
    let usually_now = prop_oneof![2 => Just("now"), 1 => select(times())];
    let rarely = || prop::bool::weighted(0.2);
    let often_everyone = prop_oneof![1 => Just("everyone"), 2 => select(names)];
    let how = (often_everyone, select(wordings()), rarely(), usually_nowhere, usually_now);
    let state = (any::<bool>(), rarely(), rarely(), line, any::<bool>());
    (how, state).prop_map(|(how, (pictured, overridden, not_agreed, card, unfolds))| {
        let (choice, wording, nameless, not_on, when) = how;
        Told { choice, wording, nameless, not_on, when, pictured, overridden, not_agreed, card, unfolds }
    })
}

#[test]
fn nobody_finds_more_than_the_child_chose_and_what_is_hidden_leaves_no_trace() {
    let config = Config { cases: 256, failure_persistence: None, ..Config::default() };
    let kept = TestRunner::new(config).run(&told(), |told| {
        prop_assert_eq!(broken(&told, &told.state(true)), None);
        Ok(())
    });
    kept.unwrap_or_else(|why| panic!("{why}"));
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

/// A rule that forgets a part of a child's choice is the same as a right rule that was never told of it.
fn forgetting(fault: &str, state: &State) -> State {
    let mut state = state.clone();
    let mut tool: Tool = state.record.tools.get(&id("ada-houses")).unwrap().clone();
    let everybody = state.record.people.iter().map(|person: &Person| person.id.clone()).collect();
    let mut entry: Entry = tool.entries.get(&id("A1")).unwrap().clone();
    match fault {
        "who may know" => entry.may_know = MayKnow::Everyone,
        "in which words" => entry.telling.wording = Wording::Exact,
        "that somebody says it" => {
            if let Wording::Spoken { .. } = entry.telling.wording {
                entry.telling.wording = Wording::Exact;
            }
        }
        "that it has no name" => entry.telling.nameless = false,
        "where it must not be" => entry.telling.not_on.clear(),
        "from when" => entry.telling.when = Telling::default().when,
        "that an override is for those it names" => {
            if let Some(overridden) = &mut entry.overridden {
                overridden.told = everybody;
            }
        }
        "that it is not agreed yet" => state.record.own_conferences = Keyed::default(),
        "that it was taken off the list of the undecided" => {
            if entry.may_know == MayKnow::NotDecided {
                entry.may_know = MayKnow::ChairOnly;
            }
        }
        unknown => panic!("no fault {unknown}"),
    }
    tool.entries.put(entry);
    state.record.tools.put(tool);
    state
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
    ];
    let mut found: BTreeMap<&str, String> = BTreeMap::new();
    let mut runner = TestRunner::deterministic();
    for _ in 0..400 {
        if found.len() == faults.len() {
            break;
        }
        let told = told().new_tree(&mut runner).unwrap().current();
        let state = told.state(true);
        for fault in faults.into_iter().filter(|fault| !found.contains_key(fault)).collect::<Vec<_>>() {
            if let Some(why) = broken(&told, &forgetting(fault, &state)) {
                found.insert(fault, why);
            }
        }
    }
    for fault in faults {
        assert!(found.contains_key(fault), "nobody noticed a rule that forgets {fault}");
    }
}
