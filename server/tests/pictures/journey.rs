//! A record with its pictures goes out of one Hearth and into another, and nothing is lost, added or believed.
//!
//! Deliberately by the command line, as an administrator does it.

use std::path::Path;
use std::process::Output;

use serde_json::{Value, json};
use sha2::{Digest as _, Sha256};
use tempfile::TempDir;

use crate::common::{CONFERENCE, Client, Heard, fresh, hearth};
use crate::{DRAWING, STATEMENT, give, hand_in};

/// A data folder whose first conference has a drawing and a statement.
async fn with_pictures() -> TempDir {
    let (folder, mut server) = fresh();
    let chair = server.chair().await;
    let path = format!("/conferences/{CONFERENCE}/pictures");
    let drawing = hand_in(&server, &path, &chair, DRAWING).await.taken();
    let statement = hand_in(&server, &path, &chair, STATEMENT).await.taken();
    let mut console = Client::console(&server, &chair).await;
    assert_eq!(console.ask("one", &give("one", &drawing, "drawn", "everyone")).await, Heard::Done);
    assert_eq!(console.ask("two", &give("two", &statement, "document", "chair_only")).await, Heard::Done);
    server.kill();
    folder
}

fn run(folder: &Path, args: &[&str]) -> Output {
    let data = folder.to_str().unwrap();
    hearth(&[args, &["--data", data]].concat())
}

fn export(folder: &Path) -> Value {
    let out = run(folder, &["export", CONFERENCE]);
    assert!(out.status.success(), "{}", String::from_utf8_lossy(&out.stderr));
    serde_json::from_slice(&out.stdout).unwrap()
}

/// What an import of this record into a new folder says, and that folder.
fn import(record: &Value) -> (Output, TempDir) {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("record.json");
    std::fs::write(&file, record.to_string()).unwrap();
    let out = run(&folder.path().join("data"), &["import", file.to_str().unwrap()]);
    (out, folder)
}

/// Bytes as a file has them, with their sum.
fn file(id: &Value, kind: &str, bytes: &[u8]) -> Value {
    use base64::Engine as _;
    let sum = Sha256::digest(bytes).iter().fold(String::new(), |text, byte| format!("{text}{byte:02x}"));
    let bytes = base64::engine::general_purpose::STANDARD.encode(bytes);
    json!({ "id": id, "type": kind, "bytes": bytes, "fingerprint": sum })
}

#[tokio::test(flavor = "multi_thread")]
async fn a_record_comes_back_with_its_pictures_the_same_to_the_last_byte() {
    let folder = with_pictures().await;
    let gone_out = export(folder.path());
    let types: Vec<&str> =
        gone_out["pictures"].as_array().unwrap().iter().map(|file| file["type"].as_str().unwrap()).collect();
    assert_eq!(types, ["image/png", "application/pdf"]);

    let schema: Value = serde_json::from_slice(&hearth(&["schema"]).stdout).unwrap();
    assert!(jsonschema::validator_for(&schema).unwrap().is_valid(&gone_out));
    assert!(schema["properties"]["pictures"]["items"]["properties"]["bytes"].is_object());

    let (out, there) = import(&gone_out);
    assert!(out.status.success(), "{}", String::from_utf8_lossy(&out.stderr));
    let data = there.path().join("data");
    assert_eq!(export(&data), gone_out);
    let verified = run(&data, &["verify"]);
    assert!(String::from_utf8_lossy(&verified.stdout).contains("and 2 pictures whole"), "{verified:?}");
}

/// What is done to a good record to make it wrong.
type Spoil = Box<dyn Fn(&mut Value)>;

#[tokio::test(flavor = "multi_thread")]
async fn a_record_whose_pictures_are_not_right_changes_nothing() {
    let folder = with_pictures().await;
    let good = export(folder.path());
    let (drawing, statement) = (good["pictures"][0]["id"].clone(), good["pictures"][1]["id"].clone());
    let wrong: [(&str, &str, Spoil); 9] = [
        ("pictures[0].bytes", "not base64", Box::new(|record| record["pictures"][0]["bytes"] = "?".into())),
        ("pictures[0].fingerprint", "not the bytes", Box::new(|record| record["pictures"][0]["bytes"] = "AAAA".into())),
        ("pictures[0].type", "another type", Box::new(|record| record["pictures"][0]["type"] = "image/jpeg".into())),
        (
            "pictures[1].id",
            "stands here twice",
            Box::new(|record| record["pictures"][1] = record["pictures"][0].clone()),
        ),
        ("pictures[0].id", "no entry has this", Box::new(|record| record["pictures"][0]["id"] = "another".into())),
        ("pictures", "is not among them", Box::new(|record| drop(record["pictures"].as_array_mut().unwrap().pop()))),
        ("pictures[0].bytes", "damaged", {
            let id = drawing.clone();
            Box::new(move |record| record["pictures"][0] = file(&id, "image/png", &DRAWING[..60]))
        }),
        ("pictures[1]", "not what its entry says", {
            let id = statement;
            Box::new(move |record| record["pictures"][1] = file(&id, "application/pdf", b"%PDF-1.7 another"))
        }),
        ("pictures[0]", "not what its entry says", {
            let id = drawing.clone();
            Box::new(move |record| record["pictures"][0] = file(&id, "application/pdf", STATEMENT))
        }),
    ];
    for (place, words, spoil) in wrong {
        let mut record = good.clone();
        spoil(&mut record);
        let (out, there) = import(&record);
        let said = String::from_utf8_lossy(&out.stderr).into_owned();
        assert_eq!(out.status.code(), Some(1), "{place} {words}");
        assert!(
            said.contains(place) && said.contains(words) && said.contains("nothing was changed"),
            "{place} {words}: {said}"
        );
        assert!(!there.path().join("data/hearth.db").exists(), "not even a store was made");
    }

    // One that carries something along is taken in without it.
    let mut record = good.clone();
    record["pictures"][0] = file(&drawing, "image/png", DRAWING);
    let (out, there) = import(&record);
    assert!(out.status.success(), "{}", String::from_utf8_lossy(&out.stderr));
    assert_eq!(export(&there.path().join("data")), good);
}
