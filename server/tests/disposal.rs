//! The end of a conference: what is due is listed, what is on hold is kept, and what is erased leaves a certificate.
//!
//! Deliberately not here: when something is due (that is `board`'s), and what the disk still holds (that is `store`'s).
#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

mod common;

use board::wire::PROTOCOL;
use common::house::House;
use common::{CONFERENCE, Client, Server};

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
    let (done, said) = house.purge(&["--confirm", OTHER]);
    assert!(!done && said.contains("or it was erased. Nothing was erased"), "{said}");
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
