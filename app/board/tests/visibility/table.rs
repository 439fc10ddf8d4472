//! The table of the whole promise: each choice a child or a chair can make, by everybody who might look.
//!
//! Deliberately not computed: it was written by hand from the rules, so that a rule cannot agree with its own mistake.

use board::audience::Audience;
use board::card::Card;
use board::outcome::{Action, FamilyView, Rating};
use board::people::Person;
use board::sharing::MayKnow;
use board::state::State;
use board::tool::Entry;
use board::view::minutes::MinutesView;
use board::view::{may_see_action, may_see_card, may_see_entry, may_see_person, may_see_rating, project};
use serde_json::{Value, json};

use crate::common::{from_json, id, small, state_of};

/// Everybody who might look. `wall` is seen by all who are in the room; in `no-dad` Dad has stepped out.
const LOOKERS: &str =
    "chair clerk wall no-dad sam teacher nurse mum dad advocate kit lou for-professionals for-family tablet";

/// A `+` where it may be seen. Sam is the social worker, Kit the chair and Lou the minute taker at devices of their own.
const TABLE: &str = "
                       chair clerk wall no-dad  sam teacher nurse  mum dad advocate  kit lou  for-professionals for-family  tablet
everyone                 +     +    +     +      +     +      +     +   +     +       +   +           +             +          .
all-but-dad              +     +    .     +      +     +      +     +   .     +       +   +           +             .          .
all-but-teacher          +     +    .     .      +     .      +     +   +     +       +   +           .             +          .
all-but-sam              +     +    .     .      .     +      +     +   +     +       +   +           .             +          .
only-mum                 +     .    .     .      +     .      .     +   .     .       +   .           .             .          .
mum-and-professionals    +     +    .     .      +     +      +     +   .     .       +   +           +             .          .
only-teacher             +     .    .     .      +     +      .     .   .     .       +   .           .             .          .
professionals            +     +    .     .      +     +      +     .   .     .       +   +           +             .          .
chair-and-social-worker  +     .    .     .      +     .      .     .   .     .       +   .           .             .          .
chair-only               +     .    .     .      .     .      .     .   .     .       +   .           .             .          .
not-decided              .     .    .     .      .     .      .     .   .     .       .   .           .             .          .
";

/// The choices, in the table's order.
pub fn choices() -> Vec<(&'static str, MayKnow)> {
    let except = |person: &str| json!({ "who": "everyone_except", "people": [person] });
    let only = |person: &str, professionals: bool| json!({ "who": "only", "people": [person], "professionals": professionals });
    let choice = |name, value: Value| (name, from_json(value));
    vec![
        choice("everyone", json!({ "who": "everyone" })),
        choice("all-but-dad", except("dad")),
        choice("all-but-teacher", except("teacher")),
        choice("all-but-sam", except("sam")),
        choice("only-mum", only("mum", false)),
        choice("mum-and-professionals", only("mum", true)),
        choice("only-teacher", only("teacher", false)),
        choice("professionals", json!({ "who": "professionals" })),
        choice("chair-and-social-worker", json!({ "who": "chair_and_social_worker" })),
        choice("chair-only", json!({ "who": "chair_only" })),
        choice("not-decided", json!({ "who": "not_decided" })),
    ]
}

/// Those who might look, in the table's order.
pub fn lookers() -> Vec<&'static str> {
    LOOKERS.split_whitespace().collect()
}

/// Whether the table lets somebody see a thing that was so shared.
pub fn expected(choice: &str, looker: &str) -> bool {
    let line = TABLE.lines().find(|line| line.split_whitespace().next() == Some(choice)).unwrap();
    let cells: Vec<&str> = line.split_whitespace().skip(1).collect();
    let heads: Vec<&str> = TABLE.lines().nth(1).unwrap().split_whitespace().collect();
    assert_eq!((heads.clone(), cells.len()), (lookers(), heads.len()), "the table is whole");
    cells[heads.iter().position(|head| *head == looker).unwrap()] == "+"
}

/// The audience somebody is, and the state they look at.
pub fn looks(looker: &str, mut state: State) -> (Audience, State) {
    let audience = match looker {
        "chair" => Audience::Chair,
        "clerk" => Audience::Clerk,
        "wall" => Audience::Wall,
        "no-dad" => {
            let mut dad = state.record.people.get(&id("dad")).unwrap().clone();
            dad.out = true;
            state.record.people.put(dad);
            Audience::Wall
        }
        "for-professionals" => Audience::Professionals,
        "for-family" => Audience::Family,
        "tablet" => Audience::Tablet(id("ada")),
        person => Audience::Person(id(person)),
    };
    (audience, state)
}

/// Goes through the whole table.
fn everybody(check: impl Fn(&str, &MayKnow, &str, bool)) {
    for (name, may_know) in choices() {
        for looker in lookers() {
            check(&format!("{name}, {looker}"), &may_know, looker, expected(name, looker));
        }
    }
}

#[test]
fn a_line_on_the_board() {
    everybody(|case, may_know, looker, expected| {
        let mut state = state_of(&small());
        let card: Card = from_json(
            json!({ "id": "X", "section": "heavy", "words": "needle", "line": "chair", "source": { "person": "kit" }, "children": ["ada"], "may_know": may_know }),
        );
        state.record.cards.put(card.clone());
        let (audience, state) = looks(looker, state);
        assert_eq!(may_see_card(&state, &audience, &card), expected, "{case}");
        let view = serde_json::to_string(&project(&state, &audience)).unwrap();
        assert_eq!(view.contains("needle"), expected, "{case}: the view says so too");
    });
}

#[test]
fn a_line_that_came_from_a_child_is_for_those_whom_both_the_child_and_the_chair_allow() {
    for (childs, of_child) in choices() {
        for (chairs, of_chair) in choices() {
            let mut record = serde_json::to_value(small()).unwrap();
            record["tools"][0]["entries"][0]["may_know"] = json!(of_child);
            let mut state = state_of(&from_json(record));
            let card: Card = from_json(
                json!({ "id": "X", "section": "heavy", "words": "the loud nights. like a sandwitch", "line": "scribed",
                "source": { "child": "ada" }, "children": ["ada"], "entry": "A1", "may_know": of_chair }),
            );
            state.record.cards.put(card.clone());
            for looker in lookers() {
                let (audience, state) = looks(looker, state.clone());
                let both = expected(childs, looker) && expected(chairs, looker);
                assert_eq!(
                    may_see_card(&state, &audience, &card),
                    both,
                    "{childs} by the child, {chairs} by the chair, {looker}"
                );
            }
        }
    }
}

#[test]
fn an_entry_in_a_childs_tool_which_the_childs_own_tablet_always_has() {
    everybody(|case, may_know, looker, expected| {
        let mut record = serde_json::to_value(small()).unwrap();
        record["tools"][0]["entries"][0]["may_know"] = json!(may_know);
        let (audience, state) = looks(looker, state_of(&from_json(record)));
        let entry: &Entry = state.record.entry(&id("A1")).unwrap().1;
        let tablet = looker == "tablet";
        assert_eq!(may_see_entry(&state, &audience, entry), expected || tablet, "{case}");
        let paper = format!("{:?}", MinutesView::of(&state, &audience).children);
        assert_eq!(paper.contains("like a sandwitch"), expected || tablet, "{case}: on paper");
        assert!(!may_see_entry(&state, &Audience::Tablet(id("ben")), entry), "{case}: another child's tablet");
    });
}

#[test]
fn an_entry_to_be_read_out_is_never_on_the_wall_and_one_taken_back_is_nowhere() {
    everybody(|case, may_know, looker, expected| {
        let off_the_wall = json!({ "not_on": ["wall"] });
        let wall = looker == "wall" || looker == "no-dad";
        for (key, value, nowhere) in [("telling", off_the_wall, wall), ("removed", json!(true), true)] {
            let mut record = serde_json::to_value(small()).unwrap();
            record["tools"][0]["entries"][0]["may_know"] = json!(may_know);
            record["tools"][0]["entries"][0][key] = value;
            let (audience, state) = looks(looker, state_of(&from_json(record)));
            let entry: &Entry = state.record.entry(&id("A1")).unwrap().1;
            let wanted = (expected && !nowhere) || looker == "tablet";
            assert_eq!(may_see_entry(&state, &audience, entry), wanted, "{case}, {key}");
        }
    });
}

#[test]
fn a_number_a_line_of_the_plan_and_what_the_family_says() {
    everybody(|case, may_know, looker, expected| {
        let (audience, mut state) = looks(looker, state_of(&small()));
        let rating: Rating = from_json(
            json!({ "id": "R1", "scale": "carry", "by": { "person": "mum" }, "value": 4, "reason": "needle", "may_know": may_know }),
        );
        let action: Action = from_json(
            json!({ "id": "P1", "what": "needle", "owner": { "named": "Gran" }, "due": { "said": "soon" }, "may_know": may_know }),
        );
        let said: FamilyView = from_json(json!({ "id": "F1", "by": "mum", "words": "needle", "may_know": may_know }));
        assert_eq!(may_see_rating(&state, &audience, &rating), expected, "{case}: number");
        assert_eq!(may_see_action(&state, &audience, &action), expected, "{case}: plan");
        state.record.family_views.put(said);
        let paper = MinutesView::of(&state, &audience).family_views;
        assert_eq!(!paper.is_empty(), expected, "{case}: what the family says");
    });
}

#[test]
fn that_somebody_takes_part_which_consoles_and_they_themselves_always_know() {
    everybody(|case, may_know, looker, expected| {
        let (audience, mut state) = looks(looker, state_of(&small()));
        let mut helper: Person = state.record.people.get(&id("nurse")).unwrap().clone();
        helper.may_know = may_know.clone();
        state.record.people.put(helper.clone());
        let always = matches!(looker, "chair" | "clerk" | "nurse");
        assert_eq!(may_see_person(&state, &audience, &helper), expected || always, "{case}");
        let card: Card = from_json(
            json!({ "id": "X", "section": "heavy", "words": "w", "line": "seen", "source": { "person": "nurse" } }),
        );
        state.record.cards.put(card);
        let view = serde_json::to_string(&project(&state, &audience)).unwrap();
        // A child knows who is around, to choose who may know a thing; not whom somebody of their own family must not find.
        let child_knows =
            looker == "tablet" && ["everyone", "all-but-teacher", "all-but-sam"].iter().any(|it| case.starts_with(it));
        assert_eq!(view.contains("Noor"), expected || always || child_knows, "{case}: the name beside a line");
    });
}
