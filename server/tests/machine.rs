//! What is done at the machine itself: each thing leaves a line in the list of who looked before it is done, or with it, and papers leave as they do
//! over the network.
//!
//! Deliberately not here: what the things do (each has its own story).
#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

mod common;

use std::os::unix::fs::PermissionsExt as _;
use std::path::Path;

use common::CONFERENCE;
use common::house::House;

/// The other conference of the demonstration.
const OTHER: &str = "hbc-2026-1020";

/// A conference with a safe address in a line that its reader has.
const LEAKY: &str = "leaky";

impl House {
    /// What was written down last: what was done, where, and the reason.
    fn last(&self) -> (String, String, String) {
        let lines = self.done(&["looked"]);
        let mut parts = lines.lines().next().unwrap().split('\t').skip(1).map(str::to_owned);
        let mut next = || parts.next().unwrap();
        assert_eq!(next(), "command line");
        (next(), next(), next())
    }
}

#[test]
fn everything_that_is_done_at_the_machine_is_written_down() {
    let house = House::demo();
    let key = age::x25519::Identity::generate().to_public().to_string();
    let [letter, copies, one, two] = ["letter.pdf", "copies", "one.backup", "two.backup"].map(|name| house.path(name));
    let done: [(&[&str], &str, &str, &str); 11] = [
        (&["checks", CONFERENCE], "record", CONFERENCE, ""),
        (&["export", CONFERENCE], "exported", CONFERENCE, ""),
        (&["letter", CONFERENCE, "maja", "--format", "pdf", "--out", &letter], "taken", CONFERENCE, ""),
        (&["copies", OTHER, "--out", &copies], "copies_made", OTHER, ""),
        (&["hold", CONFERENCE, "--because", "Ruth asks for it"], "held", CONFERENCE, ""),
        (&["release", CONFERENCE], "released", CONFERENCE, ""),
        (&["backup", "--out", &one, "--recipient", &key], "backed_up", "", key.as_str()),
        (&["backup", "--out", &two], "backed_up", "", ""),
        (&["purge"], "reviewed", "", ""),
        (&["erase", OTHER, "--because", "decision 12"], "erased", OTHER, "request"),
        (&["key", "rotate"], "key_changed", "", ""),
    ];
    for (args, what, at, reason) in done {
        // Copies that hold something back say so with their exit code, and are written down like any others.
        house.ask(args);
        assert_eq!(house.last(), (what.to_owned(), at.to_owned(), reason.to_owned()), "{args:?}");
    }
    let before = house.last();
    for args in [
        &["hold", "nobodys", "--because", "a slip"][..],
        &["release", "nobodys"],
        &["erase", "nobodys", "--because", "a slip"],
    ] {
        house.refused(args);
        assert_eq!(house.last(), before, "there is no line about what is not there: {args:?}");
    }
    house.refused(&["release", CONFERENCE]);
    assert_eq!(house.last(), before, "nothing was held");
    house.done(&["hold", CONFERENCE, "--because", "Ruth asks for it"]);
    for args in [&["hold", CONFERENCE, "--because", "again"][..], &["erase", CONFERENCE, "--because", "decision 13"]] {
        house.refused(args);
        assert_eq!(
            house.last(),
            ("held".to_owned(), CONFERENCE.to_owned(), String::new()),
            "it was not done: {args:?}"
        );
    }
    house.done(&["erase", OTHER, "--because", "decision 14"]);
    assert_eq!(house.last().0, "held", "it was erased before");
}

#[test]
fn a_paper_is_written_whole_for_its_owner_alone_and_over_nothing() {
    let house = House::demo();
    let minutes = ["minutes", OTHER, "--audience", "professionals", "--format", "html", "--out"];
    let letter = ["letter", CONFERENCE, "maja", "--format", "html", "--out"];
    let export = ["export", CONFERENCE, "--out"];
    for (name, args) in [("minutes", &minutes[..]), ("letter", &letter), ("export", &export)] {
        let place = house.path(name);
        let args = [args, &[&place]].concat();
        house.done(&args);
        let mode = std::fs::metadata(&place).unwrap().permissions().mode();
        assert_eq!(mode & 0o777, 0o600, "{name} is its owner's alone");
        std::fs::write(&place, "something else").unwrap();
        let (before, said) = (house.last(), house.refused(&args));
        assert!(said.contains("is there already; it was not changed"), "{said}");
        assert_eq!(std::fs::read_to_string(&place).unwrap(), "something else");
        assert_eq!(house.last(), before, "nothing was taken");
    }
}

/// What the page shows with "Look again", the command line refuses until somebody says why.
#[test]
fn minutes_with_something_on_them_that_is_not_for_their_reader_do_not_leave_without_a_reason() {
    let house = House::demo();
    let mut record: serde_json::Value = serde_json::from_str(&house.done(&["export", CONFERENCE])).unwrap();
    record["conference"]["id"] = serde_json::json!(LEAKY);
    record["plan"][6]["what"] = serde_json::json!("Collect Pączek from Willowbank House");
    std::fs::write(house.path("record.json"), record.to_string()).unwrap();
    house.done(&["import", &house.path("record.json")]);
    let place = house.path("declan.html");
    let args = ["minutes", LEAKY, "--audience", "declan", "--format", "html", "--out", &place];
    let said = house.refused(&args);
    assert!(said.contains("Something on it is not for its reader: ") && said.contains("--anyway"), "{said}");
    assert!(!said.contains("Willowbank"), "what was found is not repeated");
    assert!(!Path::new(&place).exists());
    assert_ne!(house.last().0, "taken");

    let curious = [&args[..], &["--anyway", "curious"]].concat();
    assert!(house.refused(&curious).contains("give one of: known, not_it, ordered"));
    house.done(&[&args[..], &["--anyway", "known"]].concat());
    assert_eq!(house.last(), ("taken_anyway".to_owned(), LEAKY.to_owned(), "known".to_owned()));
    assert!(std::fs::read_to_string(&place).unwrap().contains("Willowbank"));
}
