//! The end of a conference: what is due is listed, what is on hold is kept, and what is erased leaves a certificate.
//!
//! Deliberately not here: when something is due (that is `board`'s), and what the disk still holds (that is `store`'s).
#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

mod common;

use std::path::Path;
use std::sync::{Arc, mpsc};

use board::wire::PROTOCOL;
use common::house::House;
use common::{CONFERENCE, Client, Server, hearth};
use store::MasterKey;

/// The other conference of the demonstration.
const OTHER: &str = "hbc-2026-1020";

/// A schedule under which everything was due long ago.
const SHORT: &str = "id = 'short'\ntitle = 'Short'\n[[rules]]\nkey = 'day'\ntitle = 'A day after'\n\
                     keep = { number = 1, unit = 'days' }\nfrom = 'conference'\nsource = 'A test.'\n";

impl House {
    /// The demonstration, with that schedule beside it.
    fn with_schedule() -> Self {
        let house = Self::demo();
        std::fs::write(house.path("short.toml"), SHORT).unwrap();
        house
    }

    fn purge(&self, more: &[&str]) -> (bool, String) {
        self.ask(&[&["purge", "--retention", &self.path("short.toml")], more].concat())
    }

    fn there(&self) -> usize {
        self.done(&["list"]).lines().count()
    }
}

#[test]
fn by_the_shipped_schedule_nothing_is_due_on_the_day_it_was_made() {
    let house = House::with_schedule();
    let said = house.done(&["purge"]);
    assert_eq!(said.matches("kept until").count(), 2, "{said}");
    assert!(said.contains("0 due for review"), "{said}");
    assert!(house.refused(&["purge", "--confirm", OTHER]).contains("is not due for review. Nothing was erased"));
    assert_eq!(house.there(), 2);
}

#[test]
fn what_is_due_is_only_listed_until_a_person_confirms_it_by_its_id() {
    let house = House::with_schedule();
    let (_, said) = house.purge(&[]);
    let due = said.lines().filter(|line| line.contains("due since")).count();
    assert!(said.contains(&format!("{due} due for review by the schedule 'Short'. Nothing was erased")), "{said}");
    assert_eq!(due, 2, "{said}");
    let (done, said) = house.purge(&["--confirm", OTHER, "--dry-run"]);
    assert!(done && said.contains("would be erased under the rule 'day'"), "{said}");
    assert_eq!(house.there(), 2);

    let head = house.done(&["verify", OTHER]).trim().rsplit(' ').next().unwrap().to_owned();
    let (done, said) = house.purge(&["--confirm", OTHER]);
    assert!(done, "{said}");
    assert_eq!(house.there(), 1);
    let certificate = std::fs::read_to_string(house.data().join(format!("certificates/erasure-{OTHER}.txt"))).unwrap();
    for words in [OTHER, "day", "A day after", &head] {
        assert!(certificate.contains(words), "{words} in {certificate}");
    }
    assert!(house.done(&["verify", OTHER]).contains(&head), "the chain still verifies");
    assert!(house.refused(&["export", OTHER]).contains("was erased"));
    let (done, said) = house.purge(&["--confirm", "nobodys"]);
    assert!(!done && said.contains("there is no conference 'nobodys'. Nothing was erased"), "{said}");
}

/// As a backup that is made at that moment: what it holds was there when it began.
#[tokio::test(flavor = "multi_thread")]
async fn what_is_erased_while_a_backup_is_made_has_its_certificate_and_no_restore_brings_it_back() {
    let house = Arc::new(House::with_schedule());
    let both = format!("{CONFERENCE},{OTHER}");
    let key = MasterKey::load(Path::new(&house.path("data/hearth.key"))).unwrap();
    let store = store::open(Path::new(&house.path("data/hearth.db")), key).await.unwrap();
    let (tell, told) = mpsc::channel();
    let (meanwhile, confirmed) = (Arc::clone(&house), both.clone());
    let purge = move |done, _| {
        if done == 1 {
            tell.send(meanwhile.purge(&["--confirm", &confirmed])).unwrap();
        }
    };
    let mut backup = Vec::new();
    store.back_up(&mut backup, None, &[], 0, Arc::new(purge)).await.unwrap();
    let (done, said) = told.recv().unwrap();
    assert!(!done && said.contains("can be read by nobody here again, but a trace of the key"), "{said}");
    assert!(said.contains(&format!("When that is over, 'hearth purge --confirm {both}'")), "{said}");
    for id in [CONFERENCE, OTHER] {
        assert!(house.refused(&["export", id]).contains("was erased"));
        let certificate = house.path(&format!("data/certificates/erasure-{id}.txt"));
        assert!(said.contains(&format!("{id} was erased; its certificate is {certificate}")), "{said}");
        assert!(std::fs::read_to_string(certificate).unwrap().contains("A day after"));
    }
    store.close().await.unwrap();
    let (done, said) = house.purge(&["--confirm", &both]);
    assert!(done, "now that nobody reads: {said}");
    let looked = house.done(&["looked"]);
    assert_eq!(looked.matches("\terased\t").count(), 2, "each was erased once: {looked}");

    std::fs::write(house.path("before.backup"), backup).unwrap();
    std::fs::create_dir(house.path("new")).unwrap();
    std::fs::copy(house.path("data/hearth.key"), house.path("new/hearth.key")).unwrap();
    let (backup, certificates, new) = (house.path("before.backup"), house.path("data/certificates"), house.path("new"));
    assert!(hearth(&["restore", &backup, "--certificates", &certificates, "--data", &new]).status.success());
    for id in [CONFERENCE, OTHER] {
        assert!(!hearth(&["export", id, "--data", &new]).status.success(), "{id} is back");
    }
}

#[test]
fn an_erasure_that_was_stopped_before_its_certificate_is_listed_and_finished_by_confirming_it_again() {
    let house = House::with_schedule();
    let place = house.path(&format!("data/certificates/erasure-{OTHER}.txt"));
    house.purge(&["--confirm", OTHER]);
    let first = std::fs::read_to_string(&place).unwrap();
    let (_, listed) = house.purge(&[]);
    assert!(!listed.contains(OTHER), "{listed}");
    // As it is when the machine stops between the two.
    std::fs::remove_file(&place).unwrap();
    let (_, listed) = house.purge(&[]);
    assert!(listed.contains(&format!("{OTHER}\terased, and its certificate is not in ")), "{listed}");
    let (done, said) = house.purge(&["--confirm", OTHER, "--dry-run"]);
    assert!(done && said.contains("whatever is not finished of that would be"), "{said}");
    let (done, said) = house.purge(&["--confirm", &format!("{OTHER},{CONFERENCE}")]);
    assert!(done, "{said}");
    assert_eq!(std::fs::read_to_string(&place).unwrap(), first, "it says what was noted when it was erased");
}

#[test]
fn nothing_is_erased_where_no_certificate_of_it_could_be_written() {
    let house = House::with_schedule();
    let folder = house.path("data/certificates");
    std::fs::create_dir(&folder).unwrap();
    std::fs::write(format!("{folder}/erasure-{OTHER}.txt"), "something else").unwrap();
    let (done, said) = house.purge(&["--confirm", &format!("{CONFERENCE},{OTHER}")]);
    assert!(!done && said.contains("nothing was erased") && said.contains("is there already"), "{said}");
    assert_eq!(house.there(), 2);
    house.done(&["export", CONFERENCE]);
    house.done(&["export", OTHER]);
}

#[test]
fn what_is_on_hold_is_kept_and_so_is_everything_that_was_confirmed_with_it() {
    let house = House::with_schedule();
    house.done(&["hold", OTHER, "--because", "ZQX-CANARY inquiry"]);
    assert!(house.refused(&["hold", OTHER, "--because", "again"]).contains("is on hold already"));
    let (_, listed) = house.purge(&[]);
    assert!(listed.lines().any(|line| line.starts_with(OTHER) && line.ends_with("on hold")), "{listed}");
    let both = format!("{CONFERENCE},{OTHER}");
    let (done, said) = house.purge(&["--confirm", &both]);
    assert!(!done && said.contains("is on hold and must be kept. Nothing was erased"), "{said}");
    let erase = ["erase", OTHER, "--because", "reference 1"];
    let refused = house.refused(&erase);
    assert!(refused.contains("is on hold and must be kept"), "{refused}");
    assert!(!(listed + &said + &refused).contains("CANARY"), "the reason is told to whoever asks for it");
    assert_eq!(house.there(), 2);
    assert!(house.done(&["holds"]).contains("ZQX-CANARY inquiry"));

    house.done(&["release", OTHER]);
    assert!(house.refused(&["release", OTHER]).contains("is not on hold"));
    let first = house.done(&erase);
    assert_eq!(house.done(&["erase", OTHER, "--because", "another"]), first, "again writes the same certificate");
    let certificate = std::fs::read_to_string(house.data().join(format!("certificates/erasure-{OTHER}.txt"))).unwrap();
    assert!(certificate.contains("Because:     reference 1"), "{certificate}");
    assert_eq!(house.there(), 1);
}

#[test]
fn a_schedule_that_is_wrong_is_told_its_faults_and_erases_nothing() {
    let house = House::with_schedule();
    std::fs::write(house.path("short.toml"), SHORT.replace("number = 1", "number = 0")).unwrap();
    let (done, said) = house.purge(&["--confirm", OTHER]);
    assert!(!done && said.contains("rules[0].keep.number"), "{said}");
    assert_eq!(house.there(), 2);
    house.refused(&["hold", OTHER, "--because", ""]);
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_erased_while_people_look_at_it_goes_from_every_screen() {
    let house = House::with_schedule();
    let server = Server::start(&["serve", "--data", &house.path("data"), "--listen", "127.0.0.1:0"]);
    let chair = server.chair().await;
    let mut console = Client::console(&server, &chair).await;
    let board = format!("/conferences/{CONFERENCE}");
    let pages = ["", "/record", "/minutes/professionals", "/letter/maja", "/as/wall/frame.json"];
    let words = "babcia";
    assert!(server.get(&board, &chair).await.1.contains(words), "it is there to be missed");

    house.done(&["erase", CONFERENCE, "--because", "reference 2"]);
    for page in pages {
        let (_, answer) = server.get(&format!("{board}{page}"), &chair).await;
        assert!(!answer.contains(words), "{page} is drawn from memory");
    }
    assert_eq!(console.ended().await, Some(4409), "an open console lets go of what it shows");
    let later = Client::page(&server, &chair, PROTOCOL, "of this server").await;
    assert_eq!(later.err(), Some(Some(4409)), "and so does one that was not connected then, when it comes back");
    let (status, _) = server.get(&format!("/conferences/{OTHER}"), &chair).await;
    assert_eq!(status, 200, "the other conference goes on");
}
