//! The command line: conferences in and out, minutes for an audience, and plain words when something is wrong.
//!
//! Deliberately not here: the network.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

mod common;

use common::{CONFERENCE, hearth};
use serde_json::Value;
use tempfile::TempDir;

fn demo() -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    assert!(hearth(&["demo", "--data", path(&folder, "")]).status.success());
    folder
}

fn path(folder: &TempDir, name: &str) -> &'static str {
    // Leaked on purpose: a test's handful of paths, and arguments read better without owned strings.
    Box::leak(folder.path().join(name).to_str().unwrap().to_owned().into_boxed_str())
}

#[test]
fn a_conference_goes_out_and_comes_back_the_same() {
    let (here, there) = (demo(), tempfile::tempdir().unwrap());
    // Nothing is ever written over, so each has a file of its own.
    for conference in [CONFERENCE, "hbc-2026-1020"] {
        let (file, again) = (path(&here, conference), path(&there, conference));
        assert!(hearth(&["export", conference, "--data", path(&here, ""), "--out", file]).status.success());
        assert!(hearth(&["import", file, "--data", path(&there, "")]).status.success());
        assert!(hearth(&["export", conference, "--data", path(&there, ""), "--out", again]).status.success());
        assert_eq!(std::fs::read_to_string(file).unwrap(), std::fs::read_to_string(again).unwrap());
        let twice = hearth(&["import", file, "--data", path(&there, "")]);
        assert!(!twice.status.success());
        assert!(String::from_utf8_lossy(&twice.stderr).contains("is here already; it was not changed"));
    }
    assert!(hearth(&["verify", "--data", path(&there, "")]).status.success());
}

#[test]
fn the_published_schema_covers_what_goes_out() {
    let folder = demo();
    let schema: Value = serde_json::from_slice(&hearth(&["schema"]).stdout).unwrap();
    let out = hearth(&["export", CONFERENCE, "--data", path(&folder, "")]);
    let record: Value = serde_json::from_slice(&out.stdout).unwrap();
    let validator = jsonschema::validator_for(&schema).unwrap();
    assert!(validator.is_valid(&record));
    let properties = schema["properties"].as_object().unwrap();
    for part in record.as_object().unwrap().keys() {
        assert!(properties.contains_key(part), "{part} is described");
    }
}

#[test]
fn a_bad_file_is_told_all_its_faults_at_once_and_changes_nothing() {
    let folder = demo();
    let out = hearth(&["export", CONFERENCE, "--data", path(&folder, "")]);
    let mut record: Value = serde_json::from_slice(&out.stdout).unwrap();
    record["conference"]["id"] = "another".into();
    record["cards"][2]["section"] = "nowhere".into();
    record["cards"][4]["source"] = serde_json::json!({ "person": "nobody" });
    record["tools"][0]["entries"][0]["may_know"] = serde_json::json!({ "who": "only", "people": ["ghost"] });
    record["plan"][0]["owner"] = serde_json::json!({ "person": "nobody" });
    let file = path(&folder, "bad.json");
    std::fs::write(file, record.to_string()).unwrap();

    let refused = hearth(&["import", file, "--data", path(&folder, "")]);

    assert_eq!(refused.status.code(), Some(1));
    let words = String::from_utf8_lossy(&refused.stderr).into_owned();
    for expected in
        ["cards[2].section", "cards[4].source", "tools[0].entries[0].may_know", "plan[0].owner", "nothing was changed"]
    {
        assert!(words.contains(expected), "{expected} in: {words}");
    }
    let list = hearth(&["list", "--data", path(&folder, "")]);
    assert_eq!(String::from_utf8_lossy(&list.stdout).lines().count(), 2);
}

#[test]
fn shapes_that_are_wrong_are_all_named_with_their_places() {
    let folder = tempfile::tempdir().unwrap();
    let file = path(&folder, "shape.json");
    std::fs::write(file, r#"{"format": 1, "conference": {"type": "party", "date": "soon"}, "cards": [{"words": ""}]}"#)
        .unwrap();
    let refused = hearth(&["import", file, "--data", path(&folder, "data")]);
    let words = String::from_utf8_lossy(&refused.stderr).into_owned();
    for expected in ["format", "conference.type", "conference.date", "cards[0]", "children"] {
        assert!(words.contains(expected), "{expected} in: {words}");
    }
    assert!(!folder.path().join("data/hearth.db").exists(), "not even a store was made");
}

#[test]
fn what_tomek_tells_the_professionals_is_on_their_paper_and_on_no_other() {
    let folder = demo();
    let words = "does Maja still get to see her dad";
    for (audience, expected) in [("professionals", true), ("family", false), ("declan", false), ("gosia", false)] {
        let file = path(&folder, audience);
        let args = [
            "minutes",
            CONFERENCE,
            "--audience",
            audience,
            "--format",
            "html",
            "--out",
            file,
            "--data",
            path(&folder, ""),
        ];
        assert!(hearth(&args).status.success());
        assert_eq!(std::fs::read_to_string(file).unwrap().contains(words), expected, "{audience}");
    }
    let args = [
        "minutes",
        CONFERENCE,
        "--audience",
        "everybody!",
        "--format",
        "pdf",
        "--out",
        "x",
        "--data",
        path(&folder, ""),
    ];
    let refused = hearth(&args);
    assert!(String::from_utf8_lossy(&refused.stderr).contains("is no audience"));
}

#[test]
fn a_mistyped_folder_is_an_error_and_not_a_new_store() {
    let folder = tempfile::tempdir().unwrap();
    let nowhere = path(&folder, "nowhere");
    let refused = hearth(&["list", "--data", nowhere]);
    assert_eq!(refused.status.code(), Some(1));
    assert!(String::from_utf8_lossy(&refused.stderr).contains("there is no Hearth in"));
    assert!(!std::path::Path::new(nowhere).exists());
    assert_eq!(hearth(&["lits"]).status.code(), Some(2));
}
