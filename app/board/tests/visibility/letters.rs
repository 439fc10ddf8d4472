//! The children's letters, read through the eyes of whoever might find one: nothing of a brother or sister, nothing of a
//! grown-up's own business, nothing that is kept from somebody in the child's own family.
//!
//! Deliberately not here: how a letter looks. What is not in the paper cannot be drawn.

use board::document::{Block, Document, Print};
use board::id::ChildId;
use board::letter::{Band, Concern, Written, adults_words, write};
use board::record::Record;
use board::sharing::Surface;
use serde_json::{Value, json};

use crate::common::{DEMOS, demo, from_json, id, small, state_of};
use crate::table::choices;

/// What a letter to Maja must not hold: every grown-up's business, and her brother.
const NOT_FOR_MAJA: &[&str] = &[
    "tomek",
    "tomasz",
    "wiśniewski",
    "grzegorz",
    "tata",
    "stairs",
    "football",
    "st osyth",
    "marek",
    "jean-luc",
    "n'guessan",
    "rukhsana",
    "bibi",
    "siobhán",
    "achterberg",
    "arm agen",
    "purple arm",
    "gp",
    "drink",
    "alcohol",
    "programme",
    "bail",
    "court",
    "order",
    "violence",
    "emotional",
    "harm",
    "abuse",
    "visa",
    "money",
    "course",
    "locks",
    "secret",
    "its 8",
    "sallow",
    "thornby",
    "fm9",
    "07700",
    "orchard gate",
    "willowbank",
    "fcc-",
    "solicitor",
];

/// What a letter to Tomek must not hold: Declan's business, the police's, his sister's own words, and what he wants kept
/// from his father.
const NOT_FOR_TOMEK: &[&str] = &[
    "declan has asked",
    "gp",
    "drink",
    "programme",
    "charging",
    "investigation",
    "has the new address",
    "maja",
    "sandwitch",
    "pierogi",
    "quiet tent",
    "nice daddy",
    "pączek",
    "purple arm",
    "fairy",
    "listen on the stairs",
    "how many steps",
    "maja still get",
    "don't say this stuff",
    "żeby mama",
    "lunch in the library",
    "siobhán",
    "rukhsana",
    "violence",
    "emotional",
    "sallow",
    "thornby",
    "fm9",
    "07700",
    "orchard gate",
    "willowbank",
    "fcc-",
];

/// What a letter to Nush must not hold: her mother's tablets, her brother's room, and what her father must not find.
const NOT_FOR_NUSH: &[&str] = &[
    "dose",
    "medication",
    "crisis",
    "mental health",
    "rafi",
    "incense",
    "that smoke",
    "talk with rafi",
    "like it's a present",
    "morning tablets",
    "only rings when",
    "আমি",
    "i don't say everything",
    "neglect",
    "hbc-",
];

fn letter(record: &Record, child: &str) -> Written {
    write(&state_of(record), &id(child), None, None).unwrap()
}

/// Every word of a letter, and of what every page of it repeats.
fn all_of(document: &Document) -> String {
    let Document { title, language: _, running, blocks: _ } = document;
    let said = document.blocks.iter().map(|block| match block {
        Block::Words { words, translation, detail, .. } => {
            format!("{} {} {}", words.text, translation.as_deref().unwrap_or(""), detail.as_deref().unwrap_or(""))
        }
        _ => String::new(),
    });
    let repeated =
        format!("{title} {} {} {:?} {}", running.authority, running.reference, running.edition, running.copy);
    format!("{repeated}\n{}\n{}", adults_words(document), said.collect::<Vec<_>>().join("\n"))
}

fn finds_none(record: &Record, child: &str, secrets: &[&str]) {
    for band in Band::ALL {
        let written = write(&state_of(record), &id(child), Some(band), None).unwrap();
        let seen = all_of(&written.document).to_lowercase();
        let words: Vec<&str> = seen.split(|c: char| !c.is_alphanumeric()).collect();
        for secret in secrets {
            // A short one must be a word of its own: there is a "gp" in nobody's name.
            let found = if secret.len() <= 3 { words.contains(secret) } else { seen.contains(secret) };
            assert!(!found, "the letter to {child} ({band:?}) holds '{secret}'");
        }
    }
}

fn finds(record: &Record, child: &str, wanted: &[&str]) {
    let seen = all_of(&letter(record, child).document);
    for words in wanted {
        assert!(seen.contains(words), "the letter to {child} does not hold '{words}': {seen}");
    }
}

#[test]
fn majas_letter_has_her_own_words_and_no_grown_ups_business() {
    let record = demo("1-initial");
    finds_none(&record, "maja", NOT_FOR_MAJA);
    let own = all_of(&letter(&record, "maja").document).to_lowercase();
    assert!(!own.contains("police") && !own.contains("qureshi"), "she is told of those she knows: {own}");
    assert!(!own.contains("your dad"), "Mum, who reads it with her, must not find that he came too: {own}");
    finds(
        &record,
        "maja",
        &[
            "Dear Maja",
            "like a sandwitch",
            "pierogi",
            "nice daddy",
            "safety plan with pictures",
            "Pączek comes to you",
            "Friday 2 October",
            "your mum",
            "Thursday 10 December 2026 at 13:30",
            "0800 1111",
        ],
    );
}

#[test]
fn tomeks_letter_has_what_he_chose_and_nothing_he_wants_kept_from_his_father() {
    let record = demo("1-initial");
    finds_none(&record, "tomek", NOT_FOR_TOMEK);
    finds(
        &record,
        "tomek",
        &[
            "Dear Tomek",
            "A house where the door isn't a thing",
            "Every Saturday not 'maybe'",
            "like a bad kid",
            "babcia śpiewa",
            "Jean-Luc (who speaks up for young people)",
            "Priya or Jean-Luc",
            "Gran checks the door, not you",
        ],
    );
}

#[test]
fn nushs_letter_has_no_tablets_no_brother_and_nothing_her_father_must_not_find() {
    let record = demo("2-review");
    finds_none(&record, "nush", NOT_FOR_NUSH);
    finds(
        &record,
        "nush",
        &[
            "Dear Nush",
            "I can see my floor 😬",
            "Your form for the residential gets signed",
            "Tuesday 23 March 2027",
            "helps at home",
            "does not come by post",
        ],
    );
    let written = letter(&record, "nush");
    assert!(!adults_words(&written.document).contains("carer"), "no adult calls her by the word she does not want");
    assert_eq!(written.print, Print::Large, "as she asked");
}

#[test]
fn a_letter_never_names_a_child_in_its_title_and_has_no_number_of_a_file() {
    for (name, child) in [("1-initial", "maja"), ("1-initial", "tomek"), ("2-review", "nush")] {
        let Document { title, running, .. } = letter(&demo(name), child).document;
        assert_eq!((title.as_str(), running.copy.as_str()), ("Your letter", "Your letter"));
        assert_eq!(running.reference, "");
        assert!(running.demo.is_some());
    }
}

#[test]
fn the_band_follows_the_childs_age_unless_somebody_chooses_another() {
    let record = demo("1-initial");
    assert_eq!(letter(&record, "maja").band, Band::Under8);
    assert_eq!(letter(&record, "tomek").band, Band::From8To11);
    assert_eq!(letter(&demo("2-review"), "nush").band, Band::From12);
    let older = write(&state_of(&record), &id("maja"), Some(Band::From12), Some(Print::Largest)).unwrap();
    assert_eq!((older.band, older.print), (Band::From12, Print::Largest));
    let mut record = serde_json::to_value(small()).unwrap();
    record["letters"] = json!([{ "child": "ada", "band": "under_8", "print": "largest" }]);
    let chosen = letter(&from_json(record), "ada");
    assert_eq!((chosen.band, chosen.print), (Band::Under8, Print::Largest));
}

#[test]
fn a_child_who_is_not_born_gets_no_letter() {
    let mut record = serde_json::to_value(small()).unwrap();
    record["children"][0]["birth"] = json!({ "expected": "2026-12-01" });
    assert_eq!(write(&state_of(&from_json(record)), &id("ada"), None, None), None);
    assert_eq!(write(&state_of(&small()), &id("nobody"), None, None), None);
}

/// Whether Ada's letter repeats A1 when it is shared so, and what else was chosen.
fn repeats(may_know: &Value, letters: Value, change: impl Fn(&mut Value)) -> bool {
    let mut record = serde_json::to_value(small()).unwrap();
    record["tools"][0]["entries"][0]["may_know"] = may_know.clone();
    record["letters"] = letters;
    change(&mut record["tools"][0]["entries"][0]);
    all_of(&letter(&from_json(record), "ada").document).contains("like a sandwitch")
}

#[test]
fn a_letter_repeats_only_what_nobody_in_the_childs_own_family_is_kept_from_unless_the_child_asks() {
    let asked = || json!([{ "child": "ada", "asked_for": ["A1"] }]);
    for (name, may_know) in choices() {
        let may_know = json!(may_know);
        let safe = matches!(name, "everyone" | "all-but-teacher" | "all-but-sam");
        assert_eq!(repeats(&may_know, json!([]), |_| {}), safe, "{name}");
        assert_eq!(repeats(&may_know, asked(), |_| {}), name != "not-decided", "{name}, asked for");
        let out = json!([{ "child": "ada", "asked_for": ["A1"], "left_out": ["A1"] }]);
        assert!(!repeats(&may_know, out, |_| {}), "{name}, left out");
    }
}

#[test]
fn what_a_child_does_not_want_in_writing_is_in_no_letter_whatever_the_chair_chooses() {
    let everyone = json!({ "who": "everyone" });
    let asked = || json!([{ "child": "ada", "asked_for": ["A1"] }]);
    for surface in [Surface::Letter, Surface::FamilyPaper] {
        let keep_off = |entry: &mut Value| entry["telling"] = json!({ "not_on": [surface] });
        assert!(!repeats(&everyone, asked(), keep_off), "{surface:?}");
    }
    for surface in [Surface::Wall, Surface::Devices, Surface::ChildsPages, Surface::Board] {
        let keep_off = |entry: &mut Value| entry["telling"] = json!({ "not_on": [surface] });
        assert!(repeats(&everyone, json!([]), keep_off), "{surface:?}");
    }
    assert!(!repeats(&everyone, asked(), |entry| entry["removed"] = json!(true)), "taken back");
    assert!(!repeats(&everyone, asked(), |entry| entry["telling"] = json!({ "when": { "from": "when_i_say" } })));
}

#[test]
fn a_line_of_the_plan_needs_words_for_a_child_and_must_be_this_childs_and_safe_to_find() {
    let holds = |change: Value| {
        let mut record = serde_json::to_value(small()).unwrap();
        let mut line = json!({ "id": "P1", "children": ["ada"], "what": "adult words", "owner": { "person": "sam" },
            "due": { "on": "2026-10-01" }, "for_child": "needle" });
        for (key, value) in change.as_object().unwrap() {
            line[key] = value.clone();
        }
        record["plan"] = json!([line]);
        let seen = all_of(&letter(&from_json(record), "ada").document);
        assert!(!seen.contains("adult words"));
        seen.contains("needle")
    };
    assert!(holds(json!({})));
    assert!(!holds(json!({ "for_child": null })));
    assert!(!holds(json!({ "children": ["ben"] })));
    assert!(!holds(json!({ "children": [] })), "a line about no child is about grown-ups");
    assert!(!holds(json!({ "may_know": { "who": "everyone_except", "people": ["dad"] } })));
    assert!(holds(json!({ "may_know": { "who": "everyone_except", "people": ["teacher"] } })));
    assert!(!holds(json!({ "may_know": { "who": "professionals" } })));
}

#[test]
fn a_hidden_helper_is_not_named_by_a_line_of_the_plan_either() {
    let mut record = serde_json::to_value(small()).unwrap();
    record["people"][4]["may_know"] = json!({ "who": "everyone_except", "people": ["dad"] });
    record["plan"] = json!([{ "id": "P1", "children": ["ada"], "what": "x", "owner": { "person": "nurse" },
        "due": { "on": "2026-10-01" }, "for_child": "You get pictures" }]);
    let seen = all_of(&letter(&from_json(record), "ada").document);
    assert!(seen.contains("You get pictures") && seen.contains("Someone who helps your family"), "{seen}");
    assert!(!seen.contains("Noor"), "{seen}");
}

#[test]
fn no_more_lines_of_the_plan_than_a_child_can_hold_and_first_those_the_child_asked_for() {
    let mut record = serde_json::to_value(small()).unwrap();
    let line = |n: usize| {
        json!({ "id": format!("P{n}"), "children": ["ada"], "what": "x", "owner": { "person": "sam" },
        "due": { "said": "soon" }, "for_child": format!("line {n}") })
    };
    record["plan"] = (1..=7).map(line).collect();
    record["answers"] = json!([{ "entry": "A1", "kind": "became_action", "words": "Yes", "actions": ["P7"] }]);
    let written = letter(&from_json(record), "ada");
    let lines: Vec<&str> = written
        .document
        .blocks
        .iter()
        .filter_map(|block| match block {
            Block::Line { words, .. } => Some(words[0].text.as_str()),
            _ => None,
        })
        .collect();
    assert_eq!(lines, ["line 7", "line 1", "line 2", "line 3", "line 4"]);
    assert!(written.concerns.contains(&Concern::MoreLines(2)) && written.concerns.contains(&Concern::NoDay(7)));
}

#[test]
fn the_chair_is_told_when_a_letter_names_a_sister_or_a_hidden_helper() {
    let mut record = serde_json::to_value(small()).unwrap();
    record["people"][4]["may_know"] = json!({ "who": "professionals" });
    record["answers"] =
        json!([{ "entry": "A1", "kind": "noted", "words": "We told Ben and Noor Nurse. Benny is fine." }]);
    let names = |written: &Written| -> Vec<Concern> {
        written.concerns.iter().filter(|concern| matches!(concern, Concern::Names(_))).cloned().collect()
    };
    let found = names(&letter(&from_json(record), "ada"));
    assert_eq!(found, [Concern::Names("Ben".to_owned()), Concern::Names("Noor Nurse".to_owned())]);
    for name in DEMOS {
        let record = demo(name);
        let children: Vec<ChildId> = record.children.iter().map(|child| child.id.clone()).collect();
        for child in children {
            assert_eq!(names(&letter(&record, child.as_str())), [], "{name}, {child}");
        }
    }
}

#[test]
fn the_demonstrations_letters_can_be_read_at_their_age() {
    for (name, child) in [("1-initial", "maja"), ("1-initial", "tomek"), ("2-review", "nush")] {
        let written = letter(&demo(name), child);
        let limit = written.band.texts().unwrap().reading_age;
        assert!(!written.reading.is_harder_than(limit), "{child}: {}", written.reading.explained());
    }
}

#[test]
fn the_chair_is_told_what_is_missing_and_a_reason_settles_a_hard_letter() {
    let mut record = serde_json::to_value(small()).unwrap();
    let hard =
        "Multi-agency professionals unanimously recommended comprehensive psychological intervention. ".repeat(9);
    record["letters"] = json!([{ "child": "ada", "expect": hard }]);
    let written = letter(&from_json(record.clone()), "ada");
    assert!(
        written.concerns.iter().any(|concern| matches!(concern, Concern::HardToRead { .. })),
        "{:?}",
        written.concerns
    );
    for concern in [
        Concern::NotDecided,
        Concern::Unanswered(2),
        Concern::InPerson(2),
        Concern::NoPlaceToKeep,
        Concern::NoNextMeeting,
    ] {
        assert!(written.concerns.contains(&concern), "{concern:?} in {:?}", written.concerns);
        assert!(!concern.words().is_empty());
    }
    record["letters"][0]["because"] = json!("Her teacher reads it with her.");
    let settled = letter(&from_json(record), "ada");
    assert!(!settled.concerns.iter().any(|concern| matches!(concern, Concern::HardToRead { .. })));
}
