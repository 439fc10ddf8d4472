//! Two conferences that differ only in what somebody may not know are one and the same to them: no word, count, order, number, time or
//! empty heading of their view, their papers or their letter is another.
//!
//! Deliberately not here: what each of them does have. A view with nothing in it would pass here, and fail every other story.

use board::audience::Audience;
use board::document::Edition;
use board::letter;
use board::paper::{self, Extent, data};
use board::state::State;
use board::view::file::{FileView, copies_view};
use board::view::look_back::look_back;
use board::view::minutes::MinutesView;
use board::view::project;
use serde_json::{Value, json};

use crate::common::{from_json, id, small, state_of};

/// Everything that can reach somebody: a view, whatever is printed of it, as words and as data, a calendar, a letter.
fn everything(state: &State, audience: &Audience) -> Vec<(&'static str, String)> {
    let view = serde_json::to_string_pretty(&project(state, audience)).unwrap();
    match audience {
        Audience::Tablet(child) => vec![("view", view), ("look back", format!("{:#?}", look_back(state, child)))],
        Audience::Child(child) => {
            vec![("letter", format!("{:#?}", letter::write(state, child, None, None).map(|written| written.document)))]
        }
        Audience::Wall | Audience::SideRoom(_) => vec![("view", view)],
        Audience::Chair | Audience::Clerk | Audience::Support => vec![
            ("view", view),
            ("file", format!("{:#?}", FileView::of(state, audience))),
            ("copies", format!("{:#?}", copies_view(state, audience))),
        ],
        Audience::Person(_) | Audience::Professionals | Audience::Family => {
            let minutes = MinutesView::of(state, audience);
            let edition = Edition::draft("13:52");
            let mut all = vec![("view", view)];
            for extent in [Extent::Whole, Extent::PlanAndDecisions, Extent::Decisions, Extent::Plan] {
                all.push(("paper", format!("{:#?}", paper::part_of_minutes(&minutes, &edition, extent))));
                let copy = data::Copy::of(&minutes, &edition, extent);
                all.push(("data", serde_json::to_string_pretty(&copy).unwrap()));
            }
            let letters: Vec<_> = paper::decision_letters(&minutes, &edition).collect();
            all.push(("decision", format!("{letters:#?}")));
            all.push(("calendar", format!("{:#?}", paper::calendar(&minutes))));
            all
        }
    }
}

/// The small conference in two parts, with something of everything in it. Mum comes first, with Gran and the advocate; Dad, who is
/// the father of Ada alone, comes afterwards by telephone with his solicitor. Aunt could not come. Iris must not be found by Dad.
fn rich() -> Value {
    let mut record = serde_json::to_value(small()).unwrap();
    let but_dad = json!({ "who": "everyone_except", "people": ["dad", "solicitor"] });
    record["conference"]["time"] = json!("13:30 to 15:35");
    record["conference"]["next"] = json!([{ "on": "2026-12-10", "what": "We meet again", "meets_again": true }]);
    record["people"][6]["relations"] = json!([{ "child": "ada", "relation": "father" }]);
    record["people"][6]["attendance"] = json!("remote_phone");
    for person in [
        json!({ "id": "iris", "name": "Iris Idva", "role": "professional", "agency": "idva", "organisation": "Haven",
            "attendance": "present", "may_know": but_dad }),
        json!({ "id": "gran", "name": "Greta Small", "known_as": "Gran", "role": "family_network", "attendance": "present",
            "relations": [{ "child": "ada", "relation": "grandmother" }, { "child": "ben", "relation": "grandmother" }] }),
        json!({ "id": "solicitor", "name": "Sol Law", "role": "solicitor", "attendance": "remote_phone" }),
        json!({ "id": "aunt", "name": "Ana Small", "role": "family_network", "attendance": "apologies",
            "relations": [{ "child": "ada", "relation": "aunt" }, { "child": "ben", "relation": "aunt" }] }),
    ] {
        record["people"].as_array_mut().unwrap().push(person);
    }
    record["matters"] = json!([
        { "matter": "sitting", "id": "A", "name": "First", "time": "13:30 to 14:50",
            "people": ["kit", "lou", "sam", "teacher", "iris", "mum", "gran", "advocate"] },
        { "matter": "sitting", "id": "B", "name": "Second", "time": "15:00 to 15:35", "people": ["kit", "lou", "sam", "dad", "solicitor"] },
        { "matter": "report", "id": "rep", "by": "teacher", "received": "2026-09-21", "summary": "Often tired",
            "shared": [{ "with": { "person": "mum" }, "on": "2026-09-22" }, { "with": { "person": "dad" }, "on": "2026-09-22" }] },
        { "matter": "threshold", "id": "test-ada", "child": "ada", "suffered": true, "likely": true },
        { "matter": "core_group", "id": "core", "lead": "sam", "members": ["teacher", "sam"], "on": "2026-10-06", "may_know": but_dad },
        { "matter": "statement", "id": "made", "card": "C3", "who": "Sam", "what": "It may happen again" },
        { "matter": "restricted_part", "id": "behind", "began": "2026-09-24T13:50:00Z", "ended": "2026-09-24T14:00:00Z",
            "out": ["teacher", "mum"], "why": "To hear the police" },
    ]);
    record["views_shown"] = json!([{ "child": "ada", "at": "2026-09-24T12:52:00Z" }]);
    record["decisions"] = json!([{ "child": "ada", "outcome": "cp_plan_made", "category": "emotional", "reasons": "It may happen again." }]);
    record["plan"] = json!([{ "id": "P1", "what": "A new lock", "owner": { "person": "sam" }, "due": { "on": "2026-10-02" }, "children": ["ada"] }]);
    record["copies"] = json!([{ "id": "given", "to": { "person": "iris" }, "how": "by hand", "at": "2026-09-25T09:00:00Z", "entries": ["A1"] }]);
    record["earlier"] = json!({ "type": "review", "number": 1, "date": "2026-05-06", "cards": [
        { "id": "E1", "section": "heavy", "words": "The stairs were dark", "line": "chair", "source": { "person": "kit" } },
    ], "plan": [
        { "id": "EP1", "what": "A lamp", "owner": { "person": "sam" }, "due": { "on": "2026-06-01" } },
    ] });
    record
}

fn who(names: &[&str]) -> Vec<Audience> {
    let one = |name: &&str| match *name {
        "wall" => Audience::Wall,
        "clerk" => Audience::Clerk,
        "professionals" => Audience::Professionals,
        "family" => Audience::Family,
        "tablet" => Audience::Tablet(id("ada")),
        "side-room" => Audience::SideRoom(id("ada")),
        "letter" => Audience::Child(id("ada")),
        person => Audience::Person(id(person)),
    };
    names.iter().map(one).collect()
}

/// Those who sit at no console.
const OTHERS: [&str; 15] = [
    "wall",
    "sam",
    "teacher",
    "nurse",
    "mum",
    "dad",
    "gran",
    "solicitor",
    "aunt",
    "advocate",
    "professionals",
    "family",
    "tablet",
    "side-room",
    "letter",
];

/// Whether somebody has the same of both.
fn alike(names: &[&str], one: &State, other: &State) {
    for audience in who(names) {
        for ((what, of_one), (_, of_other)) in
            everything(one, &audience).iter().zip(everything(other, &audience).iter())
        {
            let differs = of_one.lines().zip(of_other.lines()).find(|(one, other)| one != other);
            assert!(of_one == of_other, "{audience:?}, {what}: {differs:?}");
        }
    }
}

/// The conference as it is, and as it would be otherwise.
fn otherwise(names: &[&str], change: impl Fn(&mut Value)) {
    let (one, mut other) = (rich(), rich());
    change(&mut other);
    assert_ne!(one, other, "something is otherwise");
    alike(names, &state_of(&from_json(one)), &state_of(&from_json(other)));
}

fn more(record: &mut Value, list: &str, thing: Value) {
    if record[list].is_null() {
        record[list] = json!([]);
    }
    record[list].as_array_mut().unwrap().push(thing);
}

fn person<'a>(record: &'a mut Value, name: &str) -> &'a mut Value {
    let people = record["people"].as_array_mut().unwrap();
    people.iter_mut().find(|person| person["id"] == name).unwrap()
}

fn matter<'a>(record: &'a mut Value, name: &str) -> &'a mut Value {
    let matters = record["matters"].as_array_mut().unwrap();
    matters.iter_mut().find(|matter| matter["id"] == name).unwrap()
}

fn but_dad() -> Value {
    json!({ "who": "everyone_except", "people": ["dad", "solicitor"] })
}

#[test]
fn what_only_a_console_has_is_nothing_to_anybody_else() {
    otherwise(&OTHERS, |record| {
        more(record, "matters", json!({ "matter": "note", "id": "n", "words": "Ask again" }));
        more(record, "matters", json!({ "matter": "set_aside", "id": "s", "check": "A2", "reason": "It came" }));
        more(record, "matters", json!({ "matter": "duty_dates", "id": "d" }));
        more(
            record,
            "matters",
            json!({ "matter": "recipient", "id": "r", "to": { "person": "iris" }, "copy": "full" }),
        );
        more(record, "do_not_show", json!({ "id": "g", "kind": "address", "words": "Elm House" }));
        more(
            record,
            "cards",
            json!({ "id": "held", "section": "heavy", "words": "Held", "line": "chair",
            "source": { "person": "kit" }, "may_know": { "who": "chair_only" } }),
        );
        more(
            record,
            "cards",
            json!({ "id": "off", "section": "heavy", "words": "Off", "line": "chair",
            "source": { "person": "kit" }, "removed": true }),
        );
        more(record, "matters", json!({ "matter": "grey_end", "id": "ge", "card": "held" }));
        more(
            record,
            "matters",
            json!({ "matter": "their_view", "id": "tv", "card": "held", "by": { "person": "mum" }, "words": "No" }),
        );
        more(
            record,
            "ratings",
            json!({ "id": "R", "scale": "carry", "by": { "person": "sam" }, "value": 2, "may_know": { "who": "chair_only" } }),
        );
    });
    let all_but_the_tablet: Vec<&str> = OTHERS.into_iter().filter(|name| *name != "tablet").collect();
    otherwise(&all_but_the_tablet, |record| {
        let entry = json!({ "id": "A0", "place": "worries", "words": "not decided" });
        record["tools"][0]["entries"].as_array_mut().unwrap().insert(1, entry);
    });
}

#[test]
fn a_line_that_is_kept_from_somebody_leaves_nothing_at_the_lines_beside_it() {
    otherwise(&["dad", "solicitor", "wall", "family"], |record| {
        record["cards"][0]["group"] = json!("C1");
        more(
            record,
            "cards",
            json!({ "id": "kept", "section": "heavy", "words": "Kept", "line": "chair", "group": "C1",
            "source": { "person": "kit" }, "rank": 1.5, "may_know": but_dad() }),
        );
        matter(record, "made")["from"] = json!(["kept"]);
        record["plan"][0]["answers"] = json!(["kept"]);
        more(record, "ratings", json!({ "id": "R", "scale": "carry", "by": { "person": "iris" }, "value": 2 }));
        more(
            record,
            "plan",
            json!({ "id": "P0", "what": "Meet Iris", "owner": { "person": "iris" }, "due": { "said": "soon" } }),
        );
        more(record, "agency_views", json!({ "id": "V", "child": "ada", "by": "iris", "opinion": "cp_plan" }));
        more(record, "matters", json!({ "matter": "exclusion", "id": "x", "person": "mum" }));
        matter(record, "core")["place"] = json!("Haven");
    });
}

#[test]
fn a_page_turned_on_the_wall_is_nothing_to_those_who_have_other_pages() {
    let state = state_of(&from_json(rich()));
    let mut turned = state.clone();
    turned.wall.page = 3;
    alike(&["dad", "mum", "teacher", "tablet", "side-room", "professionals"], &state, &turned);
}

#[test]
fn another_child_and_all_that_is_said_of_them_is_nothing_to_one_childs_father() {
    otherwise(&["dad"], |record| {
        record["children"][1]["participation"] = json!("Ben came with his advocate");
        record["children"][1]["school"] = json!("Elm School");
        more(record, "decisions", json!({ "child": "ben", "outcome": "not_required_nfa", "reasons": "Ben is well" }));
        more(record, "agency_views", json!({ "id": "V", "child": "ben", "by": "teacher", "opinion": "no_view" }));
        more(
            record,
            "cards",
            json!({ "id": "bens", "section": "light", "words": "Ben sings", "line": "chair",
            "source": { "person": "kit" }, "children": ["ben"] }),
        );
        more(record, "ratings", json!({ "id": "R", "scale": "carry", "by": { "child": "ben" }, "value": 2 }));
        more(
            record,
            "plan",
            json!({ "id": "PB", "what": "A dog", "owner": { "person": "sam" }, "due": { "said": "soon" }, "children": ["ben"] }),
        );
        more(record, "views_shown", json!({ "child": "ben", "at": "2026-09-24T12:53:00Z" }));
        more(record, "matters", json!({ "matter": "threshold", "id": "test-ben", "child": "ben", "likely": false }));
        more(record, "matters", json!({ "matter": "involvement", "id": "in-ben", "child": "ben" }));
        more(
            record,
            "matters",
            json!({ "matter": "report", "id": "rb", "by": "nurse", "children": ["ben"], "shared": [{ "with": { "person": "dad" } }] }),
        );
        record["tools"][1]["entries"]
            .as_array_mut()
            .unwrap()
            .push(json!({ "id": "B2", "place": "dreams", "words": "a cat", "may_know": { "who": "everyone" } }));
    });
}

#[test]
fn who_takes_part_in_another_part_and_when_it_was_held_is_nothing_to_the_family_of_this_one() {
    let family = ["mum", "dad", "gran", "solicitor", "aunt", "advocate", "family"];
    otherwise(&family, |record| {
        // What the professionals came for tells that there are parts.
        person(record, "teacher")["attendance"] = json!("present_part");
        person(record, "sam")["attended"] = json!("First and second part");
    });
    otherwise(&["dad", "solicitor", "aunt", "family"], |record| {
        record["conference"]["time"] = json!("13:00 to 15:35");
        matter(record, "A")["time"] = json!("13:00 to 14:50");
    });
    otherwise(&family, |record| record["views_shown"][0]["at"] = json!("2026-09-24T12:10:00Z"));
    otherwise(&["mum", "gran", "advocate", "letter"], |record| person(record, "dad")["attendance"] = json!("no_show"));
}

#[test]
fn a_letter_and_a_tablet_name_nobody_of_the_family_whom_another_of_it_must_not_find() {
    otherwise(&["letter"], |record| person(record, "mum")["attendance"] = json!("remote_phone"));
    let mut told = rich();
    more(&mut told, "matters", json!({ "matter": "exclusion", "id": "x", "person": "dad", "told_on": "2026-09-22" }));
    let letter = everything(&state_of(&from_json(told)), &Audience::Child(id("ada")));
    assert!(
        letter[0].1.contains("your mum") && !letter[0].1.contains("your dad"),
        "who was left out knows of the others: {letter:?}"
    );
    otherwise(&["tablet", "letter"], |record| {
        record["people"].as_array_mut().unwrap().retain(|person| person["id"] != "solicitor");
        let people = matter(record, "B")["people"].as_array_mut().unwrap();
        people.retain(|person| person != "solicitor");
        for list in ["people", "matters"] {
            let text = record[list].to_string().replace("\"dad\",\"solicitor\"", "\"dad\"");
            record[list] = serde_json::from_str(&text).unwrap();
        }
    });
}

#[test]
fn somebody_who_must_not_be_found_has_no_name_on_anything_that_can_be_found() {
    otherwise(&["dad", "solicitor", "wall", "family", "tablet", "side-room", "letter"], |record| {
        person(record, "iris")["name"] = json!("Una Other");
        person(record, "iris")["organisation"] = json!("Elsewhere");
    });
}

#[test]
fn what_the_family_answers_and_what_was_said_for_the_file_stays_where_it_was_said() {
    otherwise(&["dad", "mum", "solicitor", "aunt", "family"], |record| {
        matter(record, "test-ada")["specific"] = json!("She hears it");
        matter(record, "test-ada")["split_because"] = json!("The nurse saw it otherwise");
    });
    let offered = |says: Value| {
        let mut record = rich();
        matter(&mut record, "test-ada")["other_plan_offered"] = json!(true);
        matter(&mut record, "test-ada")["family_agrees"] = says;
        state_of(&from_json(record))
    };
    alike(&["dad", "mum", "solicitor", "family"], &offered(json!("Mum only if he stays away")), &offered(json!("Yes")));
    otherwise(&["teacher", "professionals"], |record| {
        matter(record, "behind")["why"] = json!("The school is asked about");
    });
}

#[test]
fn where_and_when_the_core_group_meets_is_nothing_to_those_who_must_not_meet_one_of_it() {
    let meets = |at: &str, place: &str, members: &[&str]| {
        let mut record = rich();
        let core = matter(&mut record, "core");
        core["may_know"] = json!({ "who": "everyone" });
        core["members"] = json!(members);
        core["at"] = json!(at);
        core["place"] = json!(place);
        state_of(&from_json(record))
    };
    let (one, other) =
        (meets("10:00", "The school", &["teacher", "mum"]), meets("16:00", "Elm Hall", &["teacher", "mum", "gran"]));
    alike(&["dad", "solicitor"], &one, &other);
    let mums = everything(&one, &Audience::Person(id("mum")));
    assert!(mums[1].1.contains("The school"), "whoever is in it knows");
}

#[test]
fn a_report_that_somebody_has_not_had_tells_them_nothing_of_what_it_says() {
    let not_had = |summary: &str| {
        let mut record = rich();
        matter(&mut record, "rep")["shared"][1] = json!({ "with": { "person": "dad" }, "how": "not yet" });
        matter(&mut record, "rep")["summary"] = json!(summary);
        state_of(&from_json(record))
    };
    alike(&["dad", "solicitor", "aunt"], &not_had("Often tired"), &not_had("Afraid of Dad"));
}

#[test]
fn what_was_kept_from_somebody_last_time_is_kept_from_them_though_they_have_another_id_today() {
    let but_him = json!({ "who": "everyone_except", "people": ["dad-in-may"] });
    otherwise(&["dad", "solicitor", "wall", "family"], |record| {
        more(
            &mut record["earlier"],
            "cards",
            json!({ "id": "E2", "section": "heavy", "words": "Kept in May", "line": "chair",
            "source": { "person": "kit" }, "may_know": but_him }),
        );
        more(
            &mut record["earlier"],
            "plan",
            json!({ "id": "EP2", "what": "Kept in May", "owner": { "named": "Sam" }, "due": { "said": "soon" }, "may_know": but_him }),
        );
        more(
            &mut record["earlier"],
            "ratings",
            json!({ "id": "ER", "scale": "carry", "by": { "agency": "Police" }, "value": 2, "may_know": but_him }),
        );
        more(
            &mut record["earlier"],
            "tools",
            json!({ "id": "ET", "kind": "three_houses", "child": "ada", "date": "2026-05-01", "entries": [
            { "id": "EA", "place": "worries", "words": "kept in may", "may_know": but_him } ] }),
        );
    });
    otherwise(&["dad", "solicitor"], |record| {
        more(
            &mut record["earlier"],
            "plan",
            json!({ "id": "EP3", "what": "Meet every week", "owner": { "person": "iris" }, "due": { "said": "soon" } }),
        );
    });
}

#[test]
fn what_a_child_holds_with_the_chair_is_not_told_to_the_minute_taker_by_a_copy_that_repeats_it() {
    let mut record = rich();
    let words = "it is never quiet where we sleep at night, and I hide";
    record["tools"][0]["entries"][1] =
        json!({ "id": "A2", "place": "worries", "words": words, "may_know": { "who": "chair_only" } });
    more(
        &mut record,
        "cards",
        json!({ "id": "said", "section": "heavy", "line": "chair", "source": { "person": "kit" },
        "words": "It is never quiet where we sleep at night" }),
    );
    let state = state_of(&from_json(record));
    let found = |console: Audience| -> Vec<String> {
        copies_view(&state, &console).into_iter().flat_map(|copy| copy.scan).collect()
    };
    assert!(found(Audience::Chair).iter().any(|found| found.contains("and I hide")), "the chair reads what was found");
    let clerks = found(Audience::Clerk);
    assert!(!clerks.is_empty(), "that something was found, and why, is for both");
    assert!(!clerks.iter().any(|found| found.contains("and I hide")), "{clerks:?}");
}
