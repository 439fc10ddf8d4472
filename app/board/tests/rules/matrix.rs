//! The matrix of rights: every command there is by everybody who can send one, each cell asked for.
//!
//! The names of the commands come from the code: one that has no line here fails the test. Deliberately not here: what becomes of a
//! command that somebody may give.

use std::collections::BTreeSet;

use board::command::Command;
use board::decide::Actor;
use board::rejection::Rejection;
use serde_json::{Value, json};

use crate::common::{Room, from_json, id, person, tablet};

/// Who may give the commands of a group.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Group {
    /// What is written down: the chair and the minute taker.
    Writing,
    /// What only the chair directs.
    Directing,
    /// What is prepared: the chair and the minute taker.
    Preparing,
    /// A child's own tool: the chair, and the child's tablet.
    ChildsTool,
    /// A line from one's own device.
    Offering,
    /// A sign from a side room.
    Signing,
    /// Asking to be let in.
    Knocking,
}

impl Group {
    fn allows(self, actor: &Actor) -> bool {
        match actor {
            Actor::Chair => {
                matches!(self, Self::Writing | Self::Directing | Self::Preparing | Self::ChildsTool)
            }
            Actor::Clerk => matches!(self, Self::Writing | Self::Preparing),
            Actor::Person(_) => self == Self::Offering,
            Actor::Tablet(_) => self == Self::ChildsTool,
            Actor::SideRoom(_) => self == Self::Signing,
            Actor::Lobby(_) => self == Self::Knocking,
            Actor::SocialWorker(_) | Actor::Support | Actor::Wall => false,
        }
    }
}

fn everybody() -> Vec<Actor> {
    vec![
        Actor::Chair,
        Actor::Clerk,
        Actor::SocialWorker(id("sam")),
        Actor::Support,
        person("mum"),
        person("sam"),
        tablet("ada"),
        Actor::SideRoom(id("ada")),
        Actor::Lobby(id("S1")),
        Actor::Wall,
    ]
}

fn card(name: &str) -> Value {
    json!({ "id": name, "section": "heavy", "words": "New", "line": "reported", "source": { "agency": "Police" } })
}

/// The command that says "do", with what it needs.
fn command(does: &str, with: Value) -> Value {
    let mut command = with;
    command["do"] = json!(does);
    command
}

fn writing() -> Vec<(&'static str, Value)> {
    let everyone = json!({ "who": "everyone" });
    vec![
        ("add_card", json!({ "card": card("N1") })),
        ("reword_card", json!({ "card": "C1", "was": "The door was broken", "words": "It was kicked in" })),
        (
            "describe_card",
            json!({ "card": "C1", "line": "reported", "source": { "agency": "Police" }, "children": [], "may_know": everyone }),
        ),
        ("move_card", json!({ "card": "C1", "section": "light", "before": null })),
        ("group_card", json!({ "card": "C1", "with": null })),
        ("remove_card", json!({ "card": "C1" })),
        ("restore_card", json!({ "card": "C1" })),
        ("answer_entry", json!({ "answer": { "entry": "A1", "kind": "noted", "words": "We heard you" } })),
        ("name_disagreement", json!({ "child": "ada", "entry": null })),
        ("undo", json!({})),
        ("redo", json!({})),
        ("rate", json!({ "rating": { "id": "R1", "scale": "carry", "by": { "person": "mum" }, "value": 3 } })),
        ("withdraw_rating", json!({ "rating": "R1" })),
        (
            "plan",
            json!({ "action": { "id": "P1", "what": "Ring", "owner": { "person": "teacher" }, "due": { "said": "soon" } } }),
        ),
        ("drop_action", json!({ "action": "P1" })),
        ("write_contingency", json!({ "words": "We meet again" })),
        ("give_agency_view", json!({ "view": { "id": "V1", "child": "ada", "by": "nurse", "opinion": "no_plan" } })),
        ("withdraw_agency_view", json!({ "view": "V1" })),
        ("give_family_view", json!({ "view": { "id": "F1", "by": "mum", "words": "It is too much" } })),
        ("tell_fate", json!({ "fate": "M2", "card": "L1", "state": "better", "now": "N4" })),
        ("guard", json!({ "guarded": { "id": "G1", "kind": "address", "words": "Elm House" } })),
    ]
}

fn directing() -> Vec<(&'static str, Value)> {
    let decision = json!({ "child": "ada", "outcome": "not_required_nfa", "reasons": "None" });
    vec![
        ("pull_entry", json!({ "entry": "A1", "card": "N2", "section": null })),
        ("decide", json!({ "decision": decision })),
        ("prepare_letter", json!({ "letter": { "child": "ada" } })),
        ("enter_phase", json!({ "phase": "talk", "reason": null })),
        ("show_on_wall", json!({ "showing": "overview" })),
        ("turn_page", json!({ "page": 1 })),
        ("blank", json!({ "blank": true })),
        ("point", json!({ "card": null })),
        ("light", json!({ "theme": "dim" })),
        ("speak", json!({ "person": null })),
        ("take_offer", json!({ "offer": "O1", "card": card("N3") })),
        ("decline_offer", json!({ "offer": "O1" })),
        ("close_seat", json!({ "seat": "S1" })),
        ("step_out", json!({ "person": "mum", "out": true })),
        ("override_sharing", json!({ "entry": "A1", "overridden": null })),
        ("fit_for_child", json!({ "card": "C1", "fit": true })),
        ("take_up_sign", json!({ "sign": "X1" })),
        ("unguard", json!({ "guard": "G1" })),
        ("give_copy", json!({ "copy": "K1", "to": { "person": "mum" }, "how": "by hand" })),
        ("open_place", json!({ "place": "worries", "open": true })),
        ("reveal", json!({ "entry": "A1", "seen": true })),
        ("not_now", json!({ "child": "ada", "not_now": true })),
        ("draw_curtain", json!({ "paused": null, "why": null })),
        ("open_curtain", json!({ "part": "M1", "shared": [] })),
        ("share_behind", json!({ "things": [] })),
        ("begin_sitting", json!({ "sitting": null })),
        ("hide_numbers", json!({ "hidden": true })),
        ("open_door", json!({ "code": "KX7M2PQA" })),
        ("anyway", json!({ "command": { "do": "blank", "blank": true }, "reason": "I looked" })),
        ("give_seat", json!({ "seat": "S2", "holder": { "person": "mum" } })),
    ]
}

fn others() -> Vec<(Group, &'static str, Value)> {
    use Group::{ChildsTool, Knocking, Offering, Preparing, Signing};
    let tool = json!({ "id": "T9", "kind": "three_houses", "child": "ada", "date": "2026-09-20" });
    let entry = json!({ "id": "A9", "place": "dreams", "words": "a boat" });
    let who = json!({ "id": "gran", "name": "Gran Small", "role": "family_network", "attendance": "invited" });
    vec![
        (Preparing, "change_header", json!({ "header": Value::Null })),
        (
            Preparing,
            "record_child",
            json!({ "child": { "id": "cal", "legal_name": "Cal Small", "known_as": "Cal", "birth": { "born": "2020-01-02" } } }),
        ),
        (Preparing, "record_person", json!({ "person": who })),
        (ChildsTool, "record_tool", json!({ "tool": tool })),
        (ChildsTool, "give_entry", json!({ "tool": "ada-houses", "entry": entry })),
        (ChildsTool, "describe_picture", json!({ "entry": "A1", "picture": "P", "alt": "A house" })),
        (ChildsTool, "choose_sharing", json!({ "entry": "A1", "may_know": { "who": "everyone" } })),
        (ChildsTool, "answer_override", json!({ "entry": "A1", "words": "All right" })),
        (ChildsTool, "hold_own_conference", json!({ "own": { "child": "ada", "tool": "ada-houses" } })),
        (ChildsTool, "agree_sharing", json!({ "child": "ada" })),
        (ChildsTool, "take_back_entry", json!({ "entry": "A1", "back": true })),
        (Signing, "send_sign", json!({ "sign": "X1", "card": null, "says": "not_like_that", "words": null })),
        (Signing, "say_here", json!({ "here": true })),
        (Offering, "offer_line", json!({ "offer": "O9", "words": "I rang them" })),
        (Knocking, "give_seat", json!({ "seat": "S1", "holder": { "waiting": "Gran" } })),
    ]
}

/// Every command there is, by the words of the code itself.
fn named_by_the_code() -> BTreeSet<String> {
    let refused = serde_json::from_value::<Command>(json!({ "do": "?" })).unwrap_err().to_string();
    let (_, names) = refused.split_once("expected one of").unwrap();
    names.split('`').skip(1).step_by(2).map(str::to_owned).collect()
}

#[test]
fn every_command_is_given_by_whom_it_is_for_and_by_nobody_else() {
    let written = writing().into_iter().map(|(name, with)| (Group::Writing, name, with));
    let directed = directing().into_iter().map(|(name, with)| (Group::Directing, name, with));
    let mut all: Vec<(Group, &str, Value)> = written.chain(directed).chain(others()).collect();
    let head = serde_json::to_value(&Room::small().state.record.conference).unwrap();
    for (_, name, with) in &mut all {
        if *name == "change_header" {
            with["header"] = head.clone();
        }
    }
    let covered: BTreeSet<String> = all.iter().map(|(_, name, _)| (*name).to_owned()).collect();
    assert_eq!(covered, named_by_the_code(), "a command without a line here has no rule yet");
    let mut cells = 0;
    for (group, name, with) in all {
        let asked = command(name, with);
        for actor in everybody() {
            let mut room = Room::small();
            if group.allows(&actor) {
                let answer = room.tell(&actor, &from_json(asked.clone()));
                assert_ne!(answer, Err(Rejection::NotYours), "{actor:?} may {name}");
            } else {
                // `refuses` sees to it that nothing has changed.
                assert_eq!(room.refuses(&actor, asked.clone()), Rejection::NotYours, "{actor:?} may not {name}");
            }
            cells += 1;
        }
    }
    assert!(cells > 600, "{cells}");
}
