//! Frameworks are data: what ships is sound, what is wrong is said all at once, and a new one needs no code.
//!
//! Deliberately not here: whether a method's wording is good. People who use it judge that.

#![expect(clippy::unwrap_used, reason = "a story that cannot go on has failed")]

#[expect(dead_code, reason = "each story uses a part of what they share")]
mod common;

use std::fs;
use std::path::Path;

use board::audience::Audience;
use board::decide::Actor;
use board::framework::{Arrival, Look, ScaleOf, SectionKind, parse, shipped, shipped_by_id};
use board::id::PlaceKey;
use board::record::{ConferenceKind, check};
use board::view::project;
use common::{Room, id, kitchen_table, small};
use serde_json::json;

#[test]
fn every_shipped_framework_is_sound_and_called_what_its_file_is_called() {
    assert!(shipped().len() >= 4);
    for file in shipped() {
        let framework = file.read().unwrap_or_else(|problems| panic!("{}: {problems:#?}", file.id));
        assert_eq!(framework.id, file.id);
        assert!(framework.columns.len() <= 6, "{}: a wall's overview holds six columns at most", file.id);
        assert!(framework.phases.iter().any(|phase| phase.required), "{}: nothing is required", file.id);
        assert!(framework.scales.iter().any(|scale| scale.of == ScaleOf::Whole), "{}", file.id);
        for phase in &framework.phases {
            assert!(phase.label.split(' ').count() <= 2, "{}: '{}' is too long for the rail", file.id, phase.label);
        }
    }
}

#[test]
fn the_method_with_danger_statements_has_the_headings_of_its_map() {
    let framework = shipped_by_id("signs-of-safety").unwrap();
    let keys: Vec<&str> = framework.sections.iter().map(|section| section.key.as_str()).collect();
    let map = ["harm", "danger_statement", "complicating_factor", "strength", "safety", "safety_goal", "next_step"];
    assert_eq!(keys, map);
    assert_eq!(
        framework.columns.iter().map(|column| column.look).collect::<Vec<_>>(),
        [Look::Worry, Look::Well, Look::Change, Look::Judge]
    );
    let rail: Vec<&str> = framework.phases.iter().map(|phase| phase.label.as_str()).collect();
    assert_eq!(rail, ["Arrive", "Open", "Map", "Weigh up", "Plan", "Decide"]);
}

#[test]
fn a_worry_is_never_filed_as_harm_by_itself() {
    for file in shipped() {
        let framework = file.read().unwrap();
        for place in ["worries", "clothes"] {
            let place: PlaceKey = id(place);
            let fed = framework.fed_by(&place).unwrap();
            assert!(!matches!(fed.key.as_str(), "harm" | "danger_harm"), "{}: {place} feeds {}", file.id, fed.key);
        }
    }
}

#[test]
fn nothing_becomes_safety_before_somebody_asks_whether_it_has_protected_the_child() {
    for file in shipped() {
        let framework = file.read().unwrap();
        for section in framework.sections.iter().filter(|section| section.kind == SectionKind::Safety) {
            assert!(section.ask.as_deref().unwrap_or_default().contains("seen to protect the child"), "{}", file.id);
        }
    }
}

#[test]
fn where_a_method_decides_the_wall_shows_the_plan_and_then_the_decision() {
    for file in shipped() {
        let framework = file.read().unwrap();
        let arrives: Vec<Arrival> = framework.phases.iter().filter_map(|phase| phase.arrives_at).collect();
        if framework.phases.iter().any(|phase| phase.after_childs_view) {
            assert_eq!(arrives, [Arrival::Plan, Arrival::Decisions], "{}", file.id);
        } else {
            assert!(arrives.is_empty(), "{}", file.id);
        }
    }
}

#[test]
fn a_review_asks_its_first_question_differently_where_the_method_says_so() {
    let framework = shipped_by_id("strengths-based").unwrap();
    let first = &framework.columns.first().unwrap().label;
    assert_eq!(first.for_kind(ConferenceKind::Initial), "What are we worried about now?");
    assert_eq!(first.for_kind(ConferenceKind::Review), "What were we worried about?");
}

#[test]
fn a_wrong_file_says_everything_that_is_wrong_with_it_at_once() {
    let wrong = common::text("data/kitchen-table.toml")
        .replace("id = \"kitchen-table\"", "id = \"Kitchen Table\"")
        .replace("key = \"todo\"\ncolumn = \"next\"", "key = \"light\"\ncolumn = \"nowhere\"")
        .replace("shows = \"load\"", "shows = \"cellar\"")
        .replace("shows = \"next\"", "shows = \"next\"\narrives_at = \"plan\"")
        .replace("key = \"afraid\"", "key = \"carry\"");
    let problems = parse(&wrong).unwrap_err();
    let mut paths: Vec<&str> = problems.iter().map(|problem| problem.path.as_str()).collect();
    paths.sort_unstable();
    let expected = [
        "columns[2]",
        "id",
        "phases[2].shows",
        "phases[3].arrives_at",
        "scales[1].key",
        "sections[3].column",
        "sections[3].key",
    ];
    assert_eq!(paths, expected, "{problems:#?}");
}

#[test]
fn a_misspelt_key_is_refused_rather_than_ignored() {
    let problems = parse(&common::text("data/kitchen-table.toml").replace("look =", "colour =")).unwrap_err();
    assert!(problems.iter().any(|problem| problem.message.contains("colour")), "{problems:#?}");
}

#[test]
fn a_fifth_framework_is_opened_filled_and_shown_without_any_code_for_it() {
    assert!(shipped_by_id(&kitchen_table().id).is_none(), "it must be one that no build knows");
    assert_eq!(check::problems(&small()), []);
    let mut room = Room::small();
    let card = json!({ "id": "new", "section": "todo", "words": "Ring the school", "line": "chair", "source": { "person": "kit" } });
    room.does(&Actor::Chair, json!({ "do": "add_card", "card": card }));
    room.does(&Actor::Chair, json!({ "do": "pull_entry", "entry": "A1", "card": "pulled" }));
    room.does(&Actor::Chair, json!({ "do": "enter_phase", "phase": "talk" }));
    room.does(&Actor::Chair, json!({ "do": "enter_phase", "phase": "weigh" }));

    let wall = project(&room.state, &Audience::Wall);
    assert_eq!(wall.head.framework, "Kitchen table");
    assert_eq!(wall.stage.phase, "Weighing");
    let load = wall.column(&id("load")).unwrap();
    let lines: Vec<&str> = wall.lines(load).map(|line| line.id.as_str()).collect();
    assert_eq!(lines, ["C1", "C2", "pulled", "C3"]);
}

#[test]
fn no_code_names_a_framework() {
    let mut files = vec![Path::new(env!("CARGO_MANIFEST_DIR")).join("src")];
    while let Some(path) = files.pop() {
        if path.is_dir() {
            files.extend(fs::read_dir(&path).unwrap().map(|entry| entry.unwrap().path()));
            continue;
        }
        let text = fs::read_to_string(&path).unwrap();
        let code = text.lines().filter(|line| !line.trim_start().starts_with("//"));
        for line in code {
            let named = shipped().iter().find(|file| line.contains(file.id));
            assert!(named.is_none(), "{}: {line}", path.display());
        }
    }
}
