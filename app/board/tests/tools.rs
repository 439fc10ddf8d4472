//! Tools are data: what ships is sound and has its words, what is wrong is said all at once, and a new one needs no code.
//!
//! Deliberately not here: whether a question is a good one. Children and those who work with them judge that.

#![expect(clippy::unwrap_used, reason = "a story that cannot go on has failed")]

#[expect(dead_code, reason = "each story uses a part of what they share")]
mod common;

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use board::audience::Audience;
use board::decide::Actor;
use board::framework;
use board::id::{PlaceKey, ToolKey};
use board::language::{self, english};
use board::paper;
use board::record::{Record, check};
use board::rejection::Rejection;
use board::toolkit::{self, AgeBand, AnswerKind, Asked, Feeds, parse};
use board::view::minutes::MinutesView;
use board::view::project;
use common::{DEMOS, Room, demo, from_json, id, small, tablet, text};
use serde_json::{Value, json};

#[test]
fn every_shipped_tool_is_sound_is_called_what_its_file_is_called_and_has_its_words() {
    assert!(toolkit::files().len() >= 8);
    for file in toolkit::files() {
        let template = parse(file.text).unwrap_or_else(|problems| panic!("{}: {problems:#?}", file.id));
        assert_eq!(template.key.as_str(), file.id);
        assert_eq!(template.unsaid(english()), [], "{}", file.id);
    }
}

#[test]
fn a_kind_of_tool_is_filled_in_on_one_template_and_no_other() {
    let mut seen = BTreeSet::new();
    for kind in toolkit::shipped().iter().flat_map(toolkit::Template::kinds) {
        assert!(seen.insert(kind.clone()), "{kind} is in two files");
        assert_eq!(toolkit::shipped_for(kind).unwrap().kinds().iter().filter(|it| *it == kind).count(), 1);
    }
}

#[test]
fn every_kind_that_was_ever_stored_still_has_its_tool() {
    // These names stand in stored events and in exchange files. None may ever be taken from this list.
    let stored = [
        "three_houses",
        "wizard",
        "fairy",
        "safety_house",
        "pre_conference_form",
        "information_gathering",
        "all_about_me",
        "app_statement",
        "letter",
        "drawing",
        "audio",
        "video",
        "talking_mat",
        "observation",
        "words_and_pictures",
        "other",
        "sba_board",
    ];
    for kind in stored {
        assert!(toolkit::shipped_for(&id::<ToolKey>(kind)).is_some(), "{kind}");
    }
    for demo in DEMOS.map(demo) {
        for tool in demo.tools.iter() {
            assert_ne!(tool.name(), tool.kind.as_str(), "{} has no name", tool.id);
        }
    }
}

#[test]
fn under_eights_have_at_most_six_answers_to_tap_and_are_never_only_asked_to_read() {
    for template in toolkit::shipped().iter().filter(|template| template.ages.first() == Some(&AgeBand::UnderEight)) {
        for place in &template.places {
            assert!(place.choices.len() <= 6, "{}: {}", template.key, place.key);
            assert_ne!(place.answer, AnswerKind::Explains, "{}: {}", template.key, place.key);
        }
    }
}

#[test]
fn whatever_a_child_says_has_a_place_on_every_board() {
    let nowhere: PlaceKey = id("a_place_no_framework_names");
    for file in framework::shipped() {
        let framework = file.read().unwrap();
        for feeds in Feeds::ALL {
            let section = framework.section_for(&nowhere, Some(feeds));
            let kept_off = matches!(feeds, Feeds::Number | Feeds::Nothing);
            assert_eq!(section.is_none(), kept_off, "{}: {feeds:?}", file.id);
        }
    }
}

#[test]
fn a_childs_worry_is_never_filed_as_harm_by_itself() {
    let nowhere: PlaceKey = id("a_place_no_framework_names");
    for file in framework::shipped() {
        let framework = file.read().unwrap();
        let section = framework.section_for(&nowhere, Some(Feeds::Worry)).unwrap();
        assert!(!matches!(section.key.as_str(), "harm" | "danger_harm"), "{}: {}", file.id, section.key);
    }
}

#[test]
fn a_framework_that_names_a_place_has_the_last_word() {
    let framework = framework::shipped_by_id("strengthening-families").unwrap();
    let other = framework.section_for(&id("other"), Some(Feeds::Good)).unwrap();
    assert_eq!(other.key.as_str(), "grey_area");
}

#[test]
fn a_wrong_file_says_everything_that_is_wrong_with_it_at_once() {
    let wrong = text("data/kite.toml")
        .replace("key = \"string\"", "key = \"sky\"")
        .replace("choices = [\"calm\", \"windy\"]", "")
        .replace("ages = [\"under_eight\"]", "ages = []");
    let problems = parse(&wrong).unwrap_err();
    let mut paths: Vec<&str> = problems.iter().map(|problem| problem.path.as_str()).collect();
    paths.sort_unstable();
    assert_eq!(paths, ["ages", "places[1].key", "places[2].choices"], "{problems:#?}");
}

#[test]
fn a_misspelt_key_is_refused_rather_than_ignored() {
    let problems = parse(&text("data/kite.toml").replace("feeds =", "eats =")).unwrap_err();
    assert!(problems.iter().any(|problem| problem.message.contains("eats")), "{problems:#?}");
}

/// A tool that no build knows, made of a data file and a few words.
fn kite() -> Asked {
    let words = language::parse(&text("data/kite-words.toml")).unwrap().words;
    Asked { template: parse(&text("data/kite.toml")).unwrap(), words }
}

/// A small conference for which a child has filled in that tool elsewhere.
fn small_with_kite() -> Record {
    let mut record = serde_json::to_value(small()).unwrap();
    let entry = json!({ "id": "K1", "place": "string", "words": "my big sister", "may_know": { "who": "everyone" } });
    let windy = json!({ "id": "K2", "place": "weather", "words": "windy", "tapped": { "choices": ["windy"] }, "may_know": { "who": "everyone" } });
    let asked = serde_json::to_value(kite()).unwrap();
    let tool = json!({ "id": "kite", "kind": "kite", "child": "ada", "date": "2026-09-20", "asked": asked, "entries": [entry, windy] });
    record["tools"].as_array_mut().unwrap().push(tool);
    from_json(record)
}

#[test]
fn a_new_tool_is_filled_in_pulled_and_printed_without_any_code_for_it() {
    assert!(toolkit::shipped_for(&id("kite")).is_none(), "it must be one that no build knows");
    let record = small_with_kite();
    assert_eq!(check::problems(&record), []);
    let mut room = Room::of(&record);
    let given =
        json!({ "id": "K3", "place": "sky", "words": "higher than the trees", "may_know": { "who": "everyone" } });
    room.does(&tablet("ada"), json!({ "do": "give_entry", "tool": "kite", "entry": given }));
    room.does(&Actor::Chair, json!({ "do": "pull_entry", "entry": "K1", "card": "pulled" }));
    let card = room.state.record.cards.get(&id("pulled")).unwrap();
    assert_eq!(card.section.as_str(), "light", "what holds the kite feeds what is good");

    let console = project(&room.state, &Audience::Chair);
    assert_eq!(console.tools[&id("kite")].name, "Kite");
    assert_eq!(console.entries[&id("K3")].asked.as_deref(), Some("The sky"));
    assert_eq!(
        console.entries[&id("K2")].how.as_deref(),
        Some("tapped “choice.windy” when asked “What is the weather like?”"),
        "a tap says little without its question"
    );
    let minutes = paper::minutes(
        &MinutesView::of(&room.state, &Audience::Professionals),
        &board::document::Edition::draft("15:40"),
    );
    let printed = format!("{minutes:?}");
    for words in ["Kite", "What holds the kite", "my big sister"] {
        assert!(printed.contains(words), "{words}");
    }
}

#[test]
fn a_tool_that_nobody_knows_and_that_brings_nothing_is_refused() {
    let mut record = serde_json::to_value(small_with_kite()).unwrap();
    let last = record["tools"].as_array().unwrap().len() - 1;
    record["tools"][last].as_object_mut().unwrap().remove("asked");
    let problems = check::problems(&from_json(record));
    assert!(problems.iter().any(|problem| problem.path == format!("tools[{last}].kind")), "{problems:#?}");
    let tool = json!({ "id": "new", "kind": "kite", "child": "ada", "date": "2026-09-20" });
    let why = Room::small().refuses(&tablet("ada"), json!({ "do": "record_tool", "tool": tool }));
    assert_eq!(why, Rejection::Unknown { what: "kite".to_owned() });
}

#[test]
fn a_tool_keeps_what_it_asked_when_it_was_begun() {
    let mut room = Room::small();
    let tool = json!({ "id": "new", "kind": "all_about_me", "child": "ada", "date": "2026-09-20", "language": "ar" });
    room.does(&tablet("ada"), json!({ "do": "record_tool", "tool": tool }));
    let kept = room.state.record.tools.get(&id("new")).unwrap().clone();
    assert_eq!(kept.said(&id("i_like"), "label"), Some("I like"));

    // Some years later such tools ask something else; this one still says what it said.
    let mut earlier = serde_json::to_value(&kept).unwrap();
    earlier["asked"]["words"]["place.i_like.label"] = json!("What I liked then");
    let mut record = serde_json::to_value(&room.state.record).unwrap();
    record["tools"] = json!([earlier]);
    record["cards"] = json!([]);
    record["answers"] = json!([]);
    let mut room = Room::of(&from_json(record));
    let moved = json!({ "id": "new", "kind": "all_about_me", "child": "ada", "date": "2026-09-20", "place": "School" });
    room.does(&Actor::Chair, json!({ "do": "record_tool", "tool": moved }));
    let kept = room.state.record.tools.get(&id("new")).unwrap();
    assert_eq!((kept.place.as_deref(), kept.said(&id("i_like"), "label")), (Some("School"), Some("What I liked then")));
}

#[test]
fn a_tap_is_one_of_the_answers_that_were_there() {
    let mut room = Room::of(&small_with_kite());
    let mut give = |id: &str, place: &str, tapped: Value| {
        let entry = json!({ "id": id, "place": place, "words": "so", "tapped": tapped });
        let command = from_json(json!({ "do": "give_entry", "tool": "kite", "entry": entry }));
        room.tell(&tablet("ada"), &command).map(|_| ())
    };
    assert_eq!(give("a", "weather", json!({ "choices": ["calm"] })), Ok(()));
    assert_eq!(
        give("b", "weather", json!({ "choices": ["snow"] })),
        Err(Rejection::Unknown { what: "snow".to_owned() })
    );
    assert_eq!(give("c", "sky", json!({ "face": 5 })), Ok(()));
    assert_eq!(give("d", "sky", json!({ "face": 6 })), Err(Rejection::OffScale));
    assert_eq!(give("e", "sky", json!({ "number": 10 })), Ok(()));
    assert_eq!(give("f", "sky", json!({ "number": 11 })), Err(Rejection::OffScale));
    assert_eq!(give("g", "sky", json!({ "people": [{ "name": " ", "near": "far" }] })), Err(Rejection::Empty));
}

#[test]
fn what_was_seen_is_told_by_the_one_who_saw_it_and_never_as_a_childs_words() {
    let mut room = Room::small();
    let tool =
        json!({ "id": "seen", "kind": "observation", "child": "ada", "date": "2026-09-20", "with_person": "kit" });
    room.does(&Actor::Chair, json!({ "do": "record_tool", "tool": tool }));
    let entry = json!({
        "id": "S1", "place": "at_play", "words": "She hid the doll under the bed, twice.", "meaning": "Perhaps she hides too.",
        "pen": "seen", "scribe": "Kit", "may_know": { "who": "everyone" }
    });
    room.does(&Actor::Chair, json!({ "do": "give_entry", "tool": "seen", "entry": entry }));
    room.does(&Actor::Chair, json!({ "do": "pull_entry", "entry": "S1", "card": "pulled", "section": "light" }));
    let card = room.state.record.cards.get(&id("pulled")).unwrap().clone();
    assert!(!card.line.is_childs() && card.is_fixed());
    let wall = project(&room.state, &Audience::Wall);
    assert!(!wall.cards[&id("pulled")].who.contains("words"));
    assert!(!format!("{wall:?}").contains("Perhaps"), "what it may mean does not go on the board with it");
    let why = room.refuses(
        &Actor::Chair,
        json!({ "do": "reword_card", "card": "pulled", "was": card.words, "words": "She tidied up." }),
    );
    assert_eq!(why, Rejection::ChildsWords);
    assert_eq!(check::problems(&room.state.record), []);
}

#[test]
fn no_code_names_a_tool() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut files = vec![root.join("src"), root.join("../src")];
    let keys: Vec<String> = toolkit::shipped().iter().map(|template| format!("\"{}\"", template.key)).collect();
    while let Some(path) = files.pop() {
        if path.is_dir() {
            files.extend(fs::read_dir(&path).unwrap().map(|entry| entry.unwrap().path()));
            continue;
        }
        let text = fs::read_to_string(&path).unwrap();
        for line in text.lines().filter(|line| !line.trim_start().starts_with("//")) {
            // "other" is an everyday word; the tools with names of their own are what may not be named.
            let named = keys.iter().find(|name| **name != "\"other\"" && line.contains(name.as_str()));
            assert!(named.is_none(), "{}: {line}", path.display());
        }
    }
}
