//! The command line on PostgreSQL: every verb finds the same conferences there, and nobody ever reads the address.
//!
//! Deliberately not here: several nodes (they are in `nodes`).
#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

#[path = "../store/tests/support/cluster.rs"]
mod cluster;
mod common;

use std::path::Path;
use std::process::Output;

use cluster::{Cluster, Database};
use common::{CONFERENCE, Server, hearth, hearth_on};
use store::MasterKey;
use tempfile::TempDir;

/// A database, a folder for the key, and what can be asked there.
struct Place {
    address: String,
    folder: TempDir,
}

impl Place {
    /// A place where nothing was ever kept. The address has a password that nobody must read.
    fn empty() -> Self {
        let address = format!("{}&password=ZQX-CANARY", Database::empty().address());
        Self { address, folder: tempfile::tempdir().unwrap() }
    }

    fn demo() -> Self {
        let place = Self::empty();
        place.done(&["demo"]);
        place
    }

    fn ask(&self, args: &[&str]) -> Output {
        hearth_on(&self.address, &[args, &["--data", self.path("").to_str().unwrap()]].concat())
    }

    fn done(&self, args: &[&str]) -> String {
        let output = self.ask(args);
        assert!(output.status.success(), "{args:?}: {}", String::from_utf8_lossy(&output.stderr));
        String::from_utf8(output.stdout).unwrap()
    }

    fn refused(&self, args: &[&str]) -> String {
        let output = self.ask(args);
        assert_eq!(output.status.code(), Some(1), "{args:?}");
        String::from_utf8(output.stderr).unwrap()
    }

    fn path(&self, name: &str) -> std::path::PathBuf {
        self.folder.path().join(name)
    }
}

fn text(path: &Path) -> &str {
    path.to_str().unwrap()
}

#[test]
fn every_verb_works_as_it_does_on_a_file() {
    let (place, file) = (Place::demo(), tempfile::tempdir().unwrap());
    assert!(hearth(&["demo", "--data", text(file.path())]).status.success());
    let on_file = |args: &[&str]| {
        let output = hearth(&[args, &["--data", text(file.path())]].concat());
        String::from_utf8(output.stdout).unwrap()
    };
    for verb in [&["list"][..], &["list", "--json"], &["export", CONFERENCE], &["account", "list"]] {
        let said = place.done(verb);
        assert_eq!(said, on_file(verb), "{verb:?}");
        assert!(said.lines().count() > 1, "{verb:?}");
    }
    assert_eq!(place.done(&["verify"]).lines().count(), 2);
    assert!(place.done(&["verify", CONFERENCE]).contains("events whole"));

    let wanted = ["minutes", CONFERENCE, "--audience", "professionals", "--format", "html", "--out"];
    let (here, there) = (place.path("here.html"), place.path("there.html"));
    place.done(&[&wanted[..], &[text(&here)]].concat());
    on_file(&[&wanted[..], &[text(&there)]].concat());
    assert_eq!(std::fs::read_to_string(&here).unwrap(), std::fs::read_to_string(&there).unwrap());

    place.done(&["account", "disable", "sian"]);
    assert!(place.done(&["account", "list"]).contains("closed"));
    place.done(&["account", "enable", "sian"]);
    assert!(place.refused(&["account", "enable", "nobody"]).contains("there is no account 'nobody'"));

    let record = place.path("record.json");
    place.done(&["export", CONFERENCE, "--out", text(&record)]);
    assert!(place.refused(&["import", text(&record)]).contains("is here already; it was not changed"));
    assert!(!place.path("hearth.db").exists(), "nothing is kept in the folder but the key");
}

#[test]
fn a_backup_moves_a_hearth_from_a_file_to_a_database_and_back() {
    let (file, place, back) = (tempfile::tempdir().unwrap(), Place::empty(), tempfile::tempdir().unwrap());
    let on = |folder: &Path, args: &[&str]| {
        let output = hearth(&[args, &["--data", text(folder)]].concat());
        assert!(output.status.success(), "{args:?}: {}", String::from_utf8_lossy(&output.stderr));
        String::from_utf8(output.stdout).unwrap()
    };
    on(file.path(), &["demo"]);
    let (there, again) = (place.path("there.backup"), place.path("again.backup"));
    on(file.path(), &["backup", "--out", text(&there)]);
    assert!(place.refused(&["restore", text(&there)]).contains("the key that belongs here is not at"));
    std::fs::copy(file.path().join("hearth.key"), place.path("hearth.key")).unwrap();
    place.done(&["restore", text(&there)]);
    assert!(place.refused(&["restore", text(&there)]).contains("there is a Hearth in this database already"));
    let exported = place.done(&["export", CONFERENCE]);
    assert_eq!(exported, on(file.path(), &["export", CONFERENCE]));

    place.done(&["backup", "--out", text(&again)]);
    std::fs::copy(file.path().join("hearth.key"), back.path().join("hearth.key")).unwrap();
    on(back.path(), &["restore", text(&again)]);
    assert_eq!(on(back.path(), &["verify"]), place.done(&["verify"]));
    assert_eq!(on(back.path(), &["account", "list"]), place.done(&["account", "list"]));

    place.done(&["key", "rotate"]);
    assert_eq!(place.done(&["export", CONFERENCE]), exported);
    place.done(&["erase", CONFERENCE, "--because", "reference 1"]);
    assert!(place.path("certificates").join(format!("erasure-{CONFERENCE}.txt")).exists());
}

/// A restore that has committed is there, whatever comes after; somebody who reads meanwhile keeps a trace of what was erased again.
#[tokio::test(flavor = "multi_thread")]
async fn what_was_restored_is_never_called_not_restored() {
    let (file, place) = (tempfile::tempdir().unwrap(), Place::empty());
    let (backup, said) = (place.path("there.backup"), place.path("said"));
    let data = text(file.path());
    for args in [&["demo"][..], &["backup", "--out", text(&backup)], &["erase", CONFERENCE, "--because", "reference 1"]]
    {
        assert!(hearth(&[args, &["--data", data]].concat()).status.success(), "{args:?}");
    }
    std::fs::copy(file.path().join("hearth.key"), place.path("hearth.key")).unwrap();
    let key = MasterKey::load(&place.path("hearth.key")).unwrap();
    store::connect(&place.address.parse().unwrap(), key).await.unwrap().close().await.unwrap();

    let certificates = file.path().join("certificates");
    let restore = format!(
        "begin; lock table conference_key in access share mode;\n\\! DATABASE_URL='{}' {} restore {} --certificates {} --data {} \
         >{} 2>&1\ncommit;\n",
        place.address,
        env!("CARGO_BIN_EXE_hearth"),
        text(&backup),
        text(&certificates),
        text(&place.path("")),
        text(&said),
    );
    std::fs::write(place.path("script"), restore).unwrap();
    let script = place.path("script");
    Cluster::get().run("psql", &["-qX", "-v", "ON_ERROR_STOP=1", "-d", &place.address, "-f", text(&script)]).unwrap();
    let said = std::fs::read_to_string(said).unwrap();
    assert!(said.contains("Restored.") && !said.contains("not restored"), "{said}");
    assert!(
        said.contains(&format!("Erased again, by the certificates in {}: {CONFERENCE}", text(&certificates))),
        "{said}"
    );
    let finish = format!("'hearth purge --confirm {CONFERENCE}' clears it away");
    assert!(said.contains("but a trace of the key") && said.contains(&finish), "{said}");

    assert_eq!(place.done(&["list"]).lines().count(), 1);
    assert!(place.refused(&["export", CONFERENCE]).contains("was erased"));
    place.done(&["purge", "--confirm", CONFERENCE, "--certificates", text(&certificates)]);
}

#[tokio::test(flavor = "multi_thread")]
async fn tables_that_a_restore_left_when_it_failed_keep_no_other_restore_out() {
    let (file, place) = (tempfile::tempdir().unwrap(), Place::empty());
    let backup = place.path("there.backup");
    let data = text(file.path());
    assert!(hearth(&["demo", "--data", data]).status.success());
    assert!(hearth(&["backup", "--out", text(&backup), "--data", data]).status.success());
    std::fs::copy(file.path().join("hearth.key"), place.path("hearth.key")).unwrap();
    // As far as a restore comes before its first row: the tables, and the mark of the key.
    let key = MasterKey::load(&place.path("hearth.key")).unwrap();
    store::connect(&place.address.parse().unwrap(), key).await.unwrap().close().await.unwrap();

    place.done(&["restore", text(&backup)]);
    assert_eq!(place.done(&["list"]).lines().count(), 2);
    assert!(place.refused(&["restore", text(&backup)]).contains("there is a Hearth in this database already"));
}

#[test]
fn a_wrong_address_is_an_error_in_plain_words_and_not_a_new_store() {
    let empty = Place::empty();
    assert!(empty.refused(&["list"]).contains("there is no Hearth in this database. Nothing was changed"));
    assert!(!empty.path("hearth.key").exists(), "not even a key was made");
    for (address, words) in [
        ("mysql://hearth:ZQX-CANARY@127.0.0.1/hearth", "must begin with postgres://"),
        ("postgres://127.0.0.1/hearth?pasword=ZQX-CANARY", "does not know: 'pasword'"),
        ("postgres://hearth:ZQX-CANARY@127.0.0.1:1/hearth", "cannot be opened; nothing was changed"),
    ] {
        let place = Place { address: address.to_owned(), folder: tempfile::tempdir().unwrap() };
        let said = place.refused(&["list"]);
        assert!(said.contains(words) && !said.contains("CANARY"), "{said}");
    }
}

#[test]
fn a_node_without_the_key_of_the_others_reads_and_makes_nothing() {
    let first = Place::demo();
    let second = Place { address: first.address.clone(), folder: tempfile::tempdir().unwrap() };
    assert!(second.refused(&["list"]).contains("Copy it there from another node"));
    assert!(!second.path("hearth.key").exists(), "a new key would only hide that the right one is missing");
    std::fs::write(second.path("hearth.key"), "5a".repeat(32)).unwrap();
    assert!(second.refused(&["list"]).contains("the master key does not belong to this database"));
    std::fs::copy(first.path("hearth.key"), second.path("hearth.key")).unwrap();
    assert_eq!(second.done(&["list"]), first.done(&["list"]));
}

#[tokio::test(flavor = "multi_thread")]
async fn nobody_reads_the_address_of_the_database() {
    let place = Place::demo();
    let mut said = place.ask(&["--help"]).stdout;
    for verb in ["serve", "list"] {
        said.extend(hearth_on(&place.address, &[verb, "--help"]).stdout);
    }
    // Wrong in a way that the command line itself complains of, with the address on it.
    said.extend(hearth(&["list", "--database", &place.address, "--nonsense"]).stderr);
    let node = Server::node(&place.address, &["serve", "--data", text(&place.path("")), "--listen", "127.0.0.1:0"]);
    said.extend(node.greeting.concat().into_bytes());
    let said = String::from_utf8(said).unwrap();
    assert!(said.contains("--database") && said.contains("DATABASE_URL"));
    assert!(!said.contains("CANARY"), "{said}");
}
