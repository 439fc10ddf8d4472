//! The master key is changed, and the machine stops at every step of it: doing it again finishes it, or it is undone.
//!
//! Deliberately laid out by hand: each step leaves files behind, and a stop after it leaves exactly those.

mod common;

use common::house::House;
use common::{CONFERENCE, Server};

impl House {
    /// What lies in the data folder under this name.
    fn key(&self, name: &str) -> Option<String> {
        std::fs::read_to_string(self.data().join(name)).ok()
    }

    /// Everything is whole, and there is nothing left to finish.
    fn is_well_with(&self, key: &str) {
        assert_eq!(self.done(&["verify"]).lines().count(), 2);
        assert_eq!(self.key("hearth.key").as_deref(), Some(key));
        assert_eq!(self.key("hearth.key.next"), None);
    }
}

#[test]
fn a_new_key_takes_the_place_of_the_old_one_which_is_kept() {
    let house = House::demo();
    let first = house.key("hearth.key").unwrap();
    let before = house.done(&["export", CONFERENCE]);
    assert!(house.done(&["key", "rotate"]).contains("The keys of 2 conferences are wrapped anew"));
    let second = house.key("hearth.key").unwrap();
    assert_ne!(first, second);
    assert_eq!(house.key("hearth.key.old").as_ref(), Some(&first));
    house.is_well_with(&second);
    assert_eq!(house.done(&["export", CONFERENCE]), before);

    house.done(&["key", "rotate"]);
    assert_eq!(house.key("hearth.key.old").as_ref(), Some(&first), "no old key is ever lost");
    assert_eq!(house.key("hearth.key.old-2").as_ref(), Some(&second));
    assert!(house.refused(&["key", "rotate", "--undo"]).contains("nothing was changed"));
}

#[test]
fn wherever_it_stops_it_can_be_finished_or_undone() {
    // Nothing was wrapped yet; everything was; and the old key had got its other name as well.
    for (wrapped, renamed) in [(false, false), (true, false), (true, true)] {
        for undo in [false, true] {
            let house = House::demo();
            let first = house.key("hearth.key").unwrap();
            let (second, there) = if wrapped {
                house.done(&["key", "rotate"]);
                let second = house.key("hearth.key").unwrap();
                std::fs::rename(house.data().join("hearth.key"), house.data().join("hearth.key.next")).unwrap();
                std::fs::rename(house.data().join("hearth.key.old"), house.data().join("hearth.key")).unwrap();
                (second, false)
            } else {
                let second = "5a".repeat(32);
                std::fs::write(house.data().join("hearth.key.next"), &second).unwrap();
                (second, true)
            };
            if renamed {
                std::fs::hard_link(house.data().join("hearth.key"), house.data().join("hearth.key.old")).unwrap();
            }
            let (opens, said) = house.ask(&["verify"]);
            assert_eq!(opens, there, "{said}");
            assert!(opens || said.contains("Run 'hearth key rotate' again to finish"), "{said}");
            if undo {
                house.done(&["key", "rotate", "--undo"]);
                house.is_well_with(&first);
            } else {
                house.done(&["key", "rotate"]);
                house.is_well_with(&second);
                assert_eq!(house.key("hearth.key.old").as_ref(), Some(&first));
                assert_eq!(house.key("hearth.key.old-2"), None);
            }
        }
    }
}

#[test]
fn keys_that_belong_to_nothing_here_change_nothing() {
    let house = House::demo();
    std::fs::write(house.data().join("hearth.key"), "5a".repeat(32)).unwrap();
    assert!(house.refused(&["key", "rotate"]).contains("the master key does not belong to this database"));
    std::fs::write(house.data().join("hearth.key.next"), "5b".repeat(32)).unwrap();
    assert!(house.refused(&["key", "rotate"]).contains("neither the key nor the next one"));
    assert!(house.refused(&["key", "rotate", "--undo"]).contains("neither the key nor the next one"));
    assert!(house.data().join("hearth.key.next").exists());
}

#[test]
fn a_key_in_the_environment_is_used_and_changed_and_nobody_reads_it() {
    let folder = tempfile::tempdir().unwrap();
    let data = folder.path().to_str().unwrap();
    let (first, second) = ("5a".repeat(32), "5b".repeat(32));
    let ask = |args: &[&str], key: &str, next: Option<&str>| {
        let mut process = std::process::Command::new(env!("CARGO_BIN_EXE_hearth"));
        process.args(args).args(["--data", data]).env_remove("DATABASE_URL").env("HEARTH_KEY", key);
        process.env("HEARTH_LOG", "trace").envs(next.map(|next| ("HEARTH_NEXT_KEY", next)));
        let output = process.output().unwrap();
        let said = String::from_utf8([output.stdout, output.stderr].concat()).unwrap();
        assert!(!said.contains(&first) && !said.contains(&second), "{said}");
        (output.status.success(), said)
    };
    assert!(ask(&["demo"], &first, None).0);
    assert!(!folder.path().join("hearth.key").exists(), "no key lies beside the data");
    assert!(ask(&["key", "rotate"], &first, None).1.contains("no next one in HEARTH_NEXT_KEY"));
    assert!(!ask(&["key", "rotate"], &first, Some("5b")).0);
    for _ in 0..2 {
        // The second time, everything is done already.
        let (done, said) = ask(&["key", "rotate"], &first, Some(&second));
        assert!(done, "{said}");
    }
    assert!(!ask(&["verify"], &first, None).0);
    assert!(ask(&["verify"], &second, None).0);
}

#[tokio::test(flavor = "multi_thread")]
async fn while_somebody_serves_the_key_stays() {
    let house = House::demo();
    let key = house.key("hearth.key").unwrap();
    let _server = Server::again(&house.data(), "127.0.0.1:0");
    assert!(house.refused(&["key", "rotate"]).contains("another hearth is serving"));
    assert_eq!(house.key("hearth.key.next"), None);
    assert_eq!(house.key("hearth.key"), Some(key));
}
