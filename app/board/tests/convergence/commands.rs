//! Random commands by random people: mostly sensible, sometimes not.
//!
//! Deliberately not here: any idea of which of them will be refused.

use board::command::Command;
use board::decide::Actor;
use proptest::prelude::*;
use serde_json::{Value, json};

use crate::common::{from_json, person, tablet};

/// One command and who gave it.
#[derive(Debug, Clone)]
pub struct Asked {
    pub actor: Actor,
    pub command: Command,
}

fn one_of(names: &'static [&'static str]) -> impl Strategy<Value = &'static str> {
    proptest::sample::select(names)
}

fn card() -> impl Strategy<Value = &'static str> {
    one_of(&["C1", "C2", "C3", "C4", "N1", "N2", "N3", "E1", "E2", "gone"])
}

fn section() -> impl Strategy<Value = &'static str> {
    one_of(&["heavy", "fear", "light", "todo", "cellar"])
}

fn entry() -> impl Strategy<Value = &'static str> {
    one_of(&["A1", "A2", "A3", "A4", "B1"])
}

fn phase() -> impl Strategy<Value = &'static str> {
    one_of(&["sit", "talk", "weigh", "agree"])
}

fn may_know() -> impl Strategy<Value = Value> {
    proptest::sample::select(vec![
        json!({ "who": "everyone" }),
        json!({ "who": "everyone_except", "people": ["dad"] }),
        json!({ "who": "only", "people": ["mum"], "professionals": true }),
        json!({ "who": "only", "people": ["teacher"], "professionals": false }),
        json!({ "who": "professionals" }),
        json!({ "who": "chair_and_social_worker" }),
        json!({ "who": "chair_only" }),
        json!({ "who": "not_decided" }),
    ])
}

fn words() -> impl Strategy<Value = String> {
    prop_oneof![
        Just("?".to_owned()),
        Just("babcia 💛\nsandwitch".to_owned()),
        "[a-ząć =@<&\"']{1,12}",
        Just(String::new())
    ]
}

fn on_the_board() -> impl Strategy<Value = Value> {
    prop_oneof![
        (card(), section(), words(), may_know()).prop_map(|(card, section, words, may_know)| json!({ "do": "add_card", "card": {
            "id": card, "section": section, "words": words, "line": "family", "source": { "person": "mum" }, "children": ["ben"], "may_know": may_know } })),
        (card(), words()).prop_map(|(card, words)| json!({ "do": "reword_card", "card": card, "was": "Money is tight", "words": words })),
        (card(), may_know()).prop_map(|(card, may_know)| json!({ "do": "describe_card", "card": card, "line": "opinion",
            "source": { "person": "nurse" }, "children": ["ada", "ben"], "may_know": may_know })),
        (card(), section(), proptest::option::of(card())).prop_map(|(card, section, before)| json!({ "do": "move_card", "card": card, "section": section, "before": before })),
        (card(), proptest::option::of(card())).prop_map(|(card, with)| json!({ "do": "group_card", "card": card, "with": with })),
        card().prop_map(|card| json!({ "do": "remove_card", "card": card })),
        card().prop_map(|card| json!({ "do": "restore_card", "card": card })),
        Just(json!({ "do": "undo" })),
        Just(json!({ "do": "redo" })),
    ]
}

fn of_the_children() -> impl Strategy<Value = Value> {
    prop_oneof![
        (entry(), one_of(&["E1", "E2"]), proptest::option::of(section()))
            .prop_map(|(entry, card, section)| json!({ "do": "pull_entry", "entry": entry, "card": card, "section": section })),
        (entry(), words()).prop_map(|(entry, words)| json!({ "do": "answer_entry", "answer": { "entry": entry, "kind": "noted", "words": words } })),
        (entry(), may_know()).prop_map(|(entry, may_know)| json!({ "do": "choose_sharing", "entry": entry, "may_know": may_know })),
        (entry(), any::<bool>()).prop_map(|(entry, back)| json!({ "do": "take_back_entry", "entry": entry, "back": back })),
        words().prop_map(|words| json!({ "do": "give_entry", "tool": "ada-houses", "entry": { "id": "A9", "place": "dreams", "words": words } })),
    ]
}

fn of_the_outcome() -> impl Strategy<Value = Value> {
    prop_oneof![
        (0..12_u8, may_know()).prop_map(|(value, may_know)| json!({ "do": "rate", "rating": { "id": "R1", "scale": "carry", "by": { "child": "ada" }, "value": value, "may_know": may_know } })),
        (card(), 0..11_u8).prop_map(|(card, value)| json!({ "do": "rate", "rating": { "id": "R2", "scale": "afraid", "card": card, "by": { "person": "mum" }, "value": value } })),
        Just(json!({ "do": "withdraw_rating", "rating": "R1" })),
        (words(), card(), may_know()).prop_map(|(what, card, may_know)| json!({ "do": "plan", "action": { "id": "P1", "what": what, "owner": { "person": "nurse" },
            "due": { "said": "ongoing" }, "answers": [card], "children": ["ada"], "may_know": may_know } })),
        Just(json!({ "do": "drop_action", "action": "P1" })),
        words().prop_map(|words| json!({ "do": "write_contingency", "words": words })),
        one_of(&["cp_plan_made", "not_required_nfa"]).prop_map(|outcome| json!({ "do": "decide", "decision": { "child": "ada", "outcome": outcome,
            "category": (outcome == "cp_plan_made").then_some("neglect"), "reasons": "So" } })),
        one_of(&["V1", "V2"]).prop_map(|view| json!({ "do": "give_agency_view", "view": { "id": view, "child": "ben", "by": "nurse", "opinion": "no_view" } })),
    ]
}

fn of_the_room() -> impl Strategy<Value = Value> {
    prop_oneof![
        (phase(), any::<bool>()).prop_map(|(phase, said)| json!({ "do": "enter_phase", "phase": phase, "reason": said.then_some("The fire alarm") })),
        (one_of(&["dad", "mum", "nurse"]), any::<bool>()).prop_map(|(person, out)| json!({ "do": "step_out", "person": person, "out": out })),
        proptest::option::of(card()).prop_map(|card| json!({ "do": "point", "card": card })),
        any::<bool>().prop_map(|blank| json!({ "do": "blank", "blank": blank })),
        one_of(&["S1", "S2"]).prop_map(|seat| json!({ "do": "give_seat", "seat": seat, "holder": { "person": "mum" } })),
        may_know().prop_map(|may_know| json!({ "do": "record_person", "person": { "id": "nurse", "name": "Noor Nurse", "role": "professional", "attendance": "present", "may_know": may_know } })),
        proptest::option::of(one_of(&["mum", "nurse"])).prop_map(|person| json!({ "do": "speak", "person": person })),
        proptest::option::of(one_of(&["mum", "dad", "teacher"]))
            .prop_map(|person| json!({ "do": "draw_curtain", "paused": person.map(|person| [person]) })),
        proptest::option::of(card()).prop_map(|card| json!({ "do": "open_curtain", "part": "RP1", "shared": Vec::from_iter(card) })),
        any::<bool>().prop_map(|shared| json!({ "do": "open_curtain", "part": "RP2", "shared": [], "things": if shared { json!([{ "decision": "ada" }]) } else { json!([]) } })),
        one_of(&["ada", "ben"]).prop_map(|child| json!({ "do": "share_behind", "things": [{ "decision": child }] })),
        any::<bool>().prop_map(|hidden| json!({ "do": "hide_numbers", "hidden": hidden })),
        proptest::option::of(one_of(&["A", "B"])).prop_map(|part| json!({ "do": "begin_sitting", "sitting": part })),
        words().prop_map(|words| json!({ "do": "offer_line", "offer": "O1", "words": words })),
        one_of(&["N1", "N2"]).prop_map(|card| json!({ "do": "take_offer", "offer": "O1", "card": { "id": card, "section": "light", "words": "-", "line": "family", "source": { "person": "mum" } } })),
    ]
}

/// Any command by anybody; most by those who may give it, so that much happens.
pub fn asked() -> impl Strategy<Value = Asked> {
    let command = prop_oneof![4 => on_the_board(), 3 => of_the_children(), 2 => of_the_outcome(), 2 => of_the_room()];
    let anybody = proptest::sample::select(vec![
        Actor::Chair,
        Actor::Chair,
        Actor::Clerk,
        tablet("ada"),
        person("mum"),
        Actor::Wall,
    ]);
    (command, anybody).prop_map(|(command, anybody)| {
        let offering = command["do"] == "offer_line";
        let actor = if offering { person("mum") } else { anybody };
        Asked { actor, command: from_json(command) }
    })
}
