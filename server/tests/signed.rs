//! A copy for every recipient, and a signed paper held against its record: by the program itself, as a clerk would run it.
//!
//! Deliberately not here: the network.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

mod common;

use std::collections::BTreeSet;
use std::path::Path;
use std::process::Output;

use common::{CONFERENCE, hearth};
use serde_json::{Value, json};
use tempfile::TempDir;

fn path(folder: &TempDir, name: &str) -> String {
    folder.path().join(name).to_str().unwrap().to_owned()
}

fn said(output: &Output) -> String {
    String::from_utf8_lossy(&output.stdout).into_owned() + &String::from_utf8_lossy(&output.stderr)
}

fn demo() -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    assert!(hearth(&["demo", "--data", folder.path().to_str().unwrap()]).status.success());
    folder
}

fn manifest(folder: &Path) -> Value {
    serde_json::from_slice(&std::fs::read(folder.join("manifest.json")).unwrap()).unwrap()
}

/// Everything a program finds in a file: its bytes, its words, its metadata, its name.
fn found_in(file: &Path) -> String {
    let bytes = std::fs::read(file).unwrap();
    let mut texts =
        vec![file.file_name().unwrap().to_str().unwrap().to_owned(), String::from_utf8_lossy(&bytes).into_owned()];
    match file.extension().unwrap().to_str().unwrap() {
        "pdf" => texts.extend(minutes::words_in_pdf(&bytes).unwrap()),
        "docx" => texts.extend(minutes::words_in_docx(&bytes).unwrap()),
        _ => {}
    }
    texts.join("\n").split_whitespace().collect::<Vec<_>>().join(" ")
}

/// What must not be in a recipient's copies, by the tables of the two stories.
const MUST_NOT: &[(&str, &str, &[&str])] = &[
    (CONFERENCE, "Małgorzata Nowak", &["Maja still get to see her dad"]),
    (CONFERENCE, "Halina Nowak", &["Maja still get to see her dad"]),
    (
        CONFERENCE,
        "Declan O'Brien",
        &[
            "Sallow Court",
            "Thornby",
            "FM9 2QQ",
            "07700 900123",
            "Orchard Gate",
            "Rukhsana",
            "Willowbank",
            "Tomasz",
            "Tomek",
            "listen on the stairs",
            "purple arm",
            "Grzegorz",
            "St Osyth",
            "Wiśniewski",
            "both children",
            "Part A",
            "Part B",
            "Gosia",
            "Halina",
            "brother",
        ],
    ),
    (
        CONFERENCE,
        "Grzegorz Wiśniewski",
        &[
            "Sallow Court",
            "purple arm",
            "Declan has asked his GP",
            "on the stairs",
            "pierogi",
            "sandwitch",
            "quiet tent",
        ],
    ),
    (CONFERENCE, "Jean-Luc N'Guessan", &["pierogi", "sandwitch", "quiet tent"]),
    (CONFERENCE, "Tomasz Wiśniewski", &["Declan has asked", "investigation"]),
    (CONFERENCE, "Maja O'Brien-Nowak", &["investigation", "threshold", "violence", "police"]),
    (
        "hbc-2026-1020",
        "Kamal Choudhury",
        &["like it's a present", "morning tablets", "lonely", "medication", "I don't say everything", "আমি সব"],
    ),
    ("hbc-2026-1020", "Shirin Begum Choudhury", &["I don't say everything", "আমি সব", "incense", "smoke and he"]),
    ("hbc-2026-1020", "Nusrat Jahan Choudhury", &["medication", "incense"]),
];

/// What should be there all the same: each has what is theirs.
const MUST: &[(&str, &str, &[&str])] = &[
    (CONFERENCE, "Declan O'Brien", &["Maja", "pierogi", "Child protection plan", "Thursday 10 December 2026"]),
    (CONFERENCE, "Małgorzata Nowak", &["Maja", "Tomek", "purple arm", "the loud nights"]),
    (CONFERENCE, "DC Imran Qureshi", &["charging decision awaited", "Find out what Declan knows"]),
    ("hbc-2026-1020", "Ricardo Peña", &["I don't say everything", "কিন্তু আমি ক্লান্ত"]),
];

#[test]
fn every_recipient_of_both_stories_has_their_copies_and_nothing_that_is_not_for_them() {
    let data = demo();
    for conference in [CONFERENCE, "hbc-2026-1020"] {
        let out = data.path().join(format!("copies-{conference}"));
        let run =
            hearth(&["copies", conference, "--out", out.to_str().unwrap(), "--data", data.path().to_str().unwrap()]);
        assert!(run.status.success(), "{}", said(&run));
        let manifest = manifest(&out);
        assert_eq!(manifest["held_back"], json!([]));
        let listed: BTreeSet<String> = manifest["copies"]
            .as_array()
            .unwrap()
            .iter()
            .map(|copy| copy["file"].as_str().unwrap().to_owned())
            .collect();
        let there: BTreeSet<String> = std::fs::read_dir(&out)
            .unwrap()
            .map(|file| file.unwrap().file_name().into_string().unwrap())
            .filter(|name| name != "manifest.json")
            .collect();
        assert_eq!(listed, there, "the manifest lists what is in the folder");
        let texts_of = |recipient: &str| -> Vec<String> {
            let copies = manifest["copies"].as_array().unwrap().iter().filter(|copy| copy["recipient"] == recipient);
            copies.map(|copy| found_in(&out.join(copy["file"].as_str().unwrap()))).collect()
        };
        for (_, recipient, banned) in MUST_NOT.iter().filter(|(of, _, _)| *of == conference) {
            let texts = texts_of(recipient);
            assert!(!texts.is_empty(), "{recipient} has a copy");
            for banned in *banned {
                assert!(!texts.iter().any(|text| text.contains(banned)), "{recipient} must not have '{banned}'");
            }
        }
        for (_, recipient, wanted) in MUST.iter().filter(|(of, _, _)| *of == conference) {
            let texts = texts_of(recipient);
            for wanted in *wanted {
                assert!(texts.iter().any(|text| text.contains(wanted)), "{recipient} should have '{wanted}'");
            }
        }
    }
}

#[test]
fn a_line_that_names_what_its_reader_may_not_know_is_held_back_with_the_rule() {
    let data = demo();
    let mut record = exported(&data);
    record["conference"]["id"] = json!("leaky");
    record["plan"][6]["what"] = json!("Collect Pączek from Willowbank House");
    let folder = imported(&record);
    let out = path(&folder, "copies");
    let run = hearth(&["copies", "leaky", "--out", &out, "--data", &path(&folder, "data")]);
    assert!(!run.status.success(), "somebody has to look at it");
    assert!(said(&run).contains("were not written"), "{}", said(&run));
    let manifest = manifest(Path::new(&out));
    let held = manifest["held_back"].as_array().unwrap();
    assert!(held.iter().any(|held| held["recipient"] == "Declan O'Brien" && held["rules"] == json!(["safe_address"])));
    assert!(!said(&run).contains("Willowbank"), "what was found is not repeated");
    let declans = manifest["copies"]
        .as_array()
        .unwrap()
        .iter()
        .any(|copy| copy["recipient"] == "Declan O'Brien" && copy["paper"] == "minutes");
    assert!(!declans, "his minutes were not written");
}

/// The first story, as it goes out.
fn exported(data: &TempDir) -> Value {
    let out = hearth(&["export", CONFERENCE, "--data", data.path().to_str().unwrap()]);
    serde_json::from_slice(&out.stdout).unwrap()
}

/// A record in a Hearth of its own.
fn imported(record: &Value) -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    std::fs::write(folder.path().join("record.json"), record.to_string()).unwrap();
    let run = hearth(&["import", &path(&folder, "record.json"), "--data", &path(&folder, "data")]);
    assert!(run.status.success(), "{}", said(&run));
    folder
}

/// A signed record, with a professional's PDF made from it.
fn signed() -> (TempDir, String) {
    let mut record = exported(&demo());
    record["conference"]["id"] = json!("signed-1");
    record["signed"] = json!([{ "version": 1, "at": "2026-10-01T10:00:00Z" }]);
    let folder = imported(&record);
    let pdf = path(&folder, "minutes.pdf");
    let data = path(&folder, "data");
    let run = hearth(&[
        "minutes",
        "signed-1",
        "--audience",
        "professionals",
        "--format",
        "pdf",
        "--out",
        &pdf,
        "--data",
        &data,
    ]);
    assert!(run.status.success(), "{}", said(&run));
    (folder, pdf)
}

#[test]
fn a_signed_papers_fingerprint_is_found_in_its_store_and_in_no_other() {
    let (folder, pdf) = signed();
    let checked = hearth(&["verify", "--paper", &pdf, "--data", &path(&folder, "data")]);
    assert!(checked.status.success(), "{}", said(&checked));
    assert!(said(&checked).starts_with("Version 1, signed at event"), "{}", said(&checked));
    let elsewhere = demo();
    let refused = hearth(&["verify", "--paper", &pdf, "--data", elsewhere.path().to_str().unwrap()]);
    assert!(!refused.status.success());
    assert!(said(&refused).contains("no record here has the fingerprint"), "{}", said(&refused));
    let draft = path(&elsewhere, "draft.pdf");
    let data = elsewhere.path().to_str().unwrap();
    hearth(&["minutes", CONFERENCE, "--audience", "family", "--format", "pdf", "--out", &draft, "--data", data]);
    let refused = hearth(&["verify", "--paper", &draft, "--data", data]);
    assert!(said(&refused).contains("this paper is a draft"), "{}", said(&refused));
}

#[test]
fn one_changed_byte_in_the_store_is_named_by_its_event_and_shows_on_the_paper_too() {
    let (folder, pdf) = signed();
    let data = path(&folder, "data");
    let file = folder.path().join("data/hearth.db");
    let mut bytes = std::fs::read(&file).unwrap();
    let kind = b"card_added";
    let place = bytes.windows(kind.len()).position(|here| here == kind).unwrap();
    bytes[place + kind.len() - 1] = b'f';
    std::fs::write(&file, bytes).unwrap();

    let refused = hearth(&["verify", "--data", &data]);
    assert!(!refused.status.success());
    assert!(said(&refused).contains("event ") && said(&refused).contains("it was changed"), "{}", said(&refused));
    let paper = hearth(&["verify", "--paper", &pdf, "--data", &data]);
    assert!(!paper.status.success());
    assert!(said(&paper).contains("the record of this paper, signed-1, is damaged"), "{}", said(&paper));
}
