//! Frames that make no sense, against a live board: each ends its own connection or is refused, the one who
//! writes beside it goes on, and the log has nothing of it.
//!
//! Deliberately both below the protocol (bits and lengths) and above it (words that are no command). Who is not signed in
//! is turned away before any frame, in `guard`.

use std::collections::BTreeSet;

use board::wire::LONGEST_FRAME;
use serde_json::{Value, json};
use store::{MasterKey, Seq};

use crate::common::{CONFERENCE, Server, line};
use crate::dice::{Dice, times};
use crate::house::House;
use crate::raw::{LAST, Raw, Said, TEXT, announced, frame};

/// So many frames in `make test`: each of the table, with as many seeds as it takes.
const FRAMES: (&str, u64) = ("HEARTH_FRAMES", 200);

/// What becomes of a frame.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Becomes {
    /// The connection ends with the code for what cannot be read.
    Unreadable,
    /// The connection ends with the library's own word for a broken protocol, or with none.
    Broken,
    /// The sender is told that it was not carried out.
    Refused,
    /// The sender is told that it is done; it was done before, and is not done again.
    DoneBefore,
    /// Nothing, until the sender goes away.
    Nothing,
}

use Becomes::{Broken, DoneBefore, Nothing, Refused, Unreadable};

/// What is wrong with the bytes.
fn below(dice: &mut Dice) -> Vec<(&'static str, Vec<u8>, Becomes)> {
    let ping = br#"{"frame":"ping"}"#;
    let few = usize::try_from(1 + dice.below(100)).unwrap();
    let bad_letters = [br#"{"frame":""#.as_slice(), &[0xc3, 0x28, 0xff], ping].concat();
    let fragments: Vec<u8> = (0..10_000)
        .flat_map(|number| frame(if number == 0 { TEXT } else { 0 }, b" "))
        .chain(frame(LAST, b"{"))
        .collect();
    let unmasked = [announced(LAST | TEXT, 0, 16), ping.to_vec()].concat();
    vec![
        ("letters that are none", frame(LAST | TEXT, &bad_letters), Unreadable),
        ("bits that are kept for later", frame(LAST | TEXT | 0x70, ping), Unreadable),
        ("a control frame that is too long", frame(LAST | 9, &vec![b'x'; 125 + few]), Unreadable),
        ("a control frame in pieces", frame(9, b"piece"), Unreadable),
        ("an unknown control frame", frame(LAST | 0xb, b""), Unreadable),
        ("an unknown frame", frame(LAST | 3, ping), Unreadable),
        ("not masked, as no browser does", unmasked, Unreadable),
        ("going on with nothing", frame(LAST, ping), Unreadable),
        ("a message inside another", [frame(TEXT, b"{"), frame(LAST | TEXT, ping)].concat(), Unreadable),
        ("ten thousand pieces of nonsense", fragments, Unreadable),
        ("longer than anything", [announced(LAST | TEXT, 0x80, u64::MAX >> 1), vec![0; 4]].concat(), Unreadable),
        ("one byte too long", frame(LAST | TEXT, &vec![b' '; LONGEST_FRAME + few]), Unreadable),
        ("too long in pieces", [frame(TEXT, b" "), frame(0, &vec![b' '; LONGEST_FRAME])].concat(), Unreadable),
        ("bytes and no text", frame(LAST | 2, &vec![0; few]), Unreadable),
        ("a goodbye without half of its code", frame(LAST | 8, &[3]), Broken),
        ("a goodbye with a code that is none", frame(LAST | 8, &[0, 7]), Broken),
        ("a message that never ends", frame(TEXT, &ping[..few.min(15)]), Nothing),
        ("half a frame", frame(LAST | TEXT, ping)[..few.min(20)].to_vec(), Nothing),
    ]
}

/// What is wrong with the words. `saved` is a command that is in the log.
fn above(dice: &mut Dice, saved: &str) -> Vec<(&'static str, String, Becomes)> {
    let command = |id: &str, command: Value| json!({ "frame": "command", "id": id, "command": command }).to_string();
    let good = command("hostile", serde_json::to_value(line("hostile", "Never on the board.")).unwrap());
    let cut = usize::try_from(1 + dice.below(u64::try_from(good.len() - 1).unwrap())).unwrap();
    let deep = usize::try_from(1_000 + dice.below(9_000)).unwrap();
    let rate = |value: &str| {
        format!(
            r#"{{"frame":"command","id":"hostile","command":{{"do":"rate","rating":{{"id":"R1","scale":"danger_scale","by":{{"person":"gosia"}},"value":{value}}}}}}}"#
        )
    };
    let vary = |from: &str, to: &str| {
        assert!(good.contains(from), "{from}");
        good.replacen(from, to, 1)
    };
    vec![
        ("cut off", good[..cut].to_owned(), Unreadable),
        ("nothing", String::new(), Unreadable),
        ("deep", "[".repeat(deep), Unreadable),
        (
            "deep inside a command",
            vary("\"hostile\"", &format!("{}{}", "{\"a\":".repeat(deep), "}".repeat(deep))),
            Unreadable,
        ),
        ("the same name twice", r#"{"frame":"ping","frame":"ping"}"#.to_owned(), Unreadable),
        ("half a letter", vary("Never", r"\ud800"), Unreadable),
        ("no number", rate("NaN"), Unreadable),
        ("beyond all numbers", rate("1e400"), Unreadable),
        ("the largest number", rate(&u64::MAX.to_string()), Unreadable),
        ("less than nothing", rate("-1"), Unreadable),
        ("off the scale", rate("200"), Refused),
        ("no frame of ours", r#"{"frame":"nonsense"}"#.to_owned(), Unreadable),
        ("no command of ours", command("hostile", json!({ "do": "everything" })), Unreadable),
        ("the wrong type", command("hostile", json!(["add_card"])), Unreadable),
        ("the wrong type inside", vary("\"Never on the board.\"", "7"), Unreadable),
        ("something more", good.replacen('{', "{\"more\":true,", 1), Unreadable),
        ("an id that is a path", vary("\"hostile\"", "\"../../etc/passwd\""), Unreadable),
        ("an id without end", vary("\"hostile\"", &format!("\"{}\"", "x".repeat(deep))), Unreadable),
        ("no id", vary("\"hostile\"", "\"\""), Unreadable),
        (
            "another conference's line",
            command("hostile", json!({ "do": "remove_card", "card": "of-another-board" })),
            Refused,
        ),
        ("words without end", vary("Never", &"x".repeat(2_001 + deep)), Refused),
        ("a whole report, pasted", vary("Never", &"x".repeat(300_000 + deep)), Refused),
        ("no words", vary("Never on the board.", " "), Refused),
        (
            "said before",
            command(saved, serde_json::to_value(line("hostile-again", "Never on the board.")).unwrap()),
            DoneBefore,
        ),
    ]
}

/// Whether what the server said is what should become of the frame.
fn fits(becomes: Becomes, said: &Said) -> bool {
    match (becomes, said) {
        (Unreadable, Said::End(code)) => *code == Some(4422),
        (Broken, Said::End(code)) => matches!(code, None | Some(1002 | 4422)),
        (Refused, Said::Text(text)) => text.starts_with(r#"{"rejected""#),
        (DoneBefore, Said::Text(text)) => text.starts_with(r#"{"done""#),
        (Unreadable | Broken | Refused | DoneBefore | Nothing, _) => false,
    }
}

/// Sends a frame over a connection of its own, and sees what becomes of it.
async fn send(server: &Server, cookie: &str, name: &str, bytes: &[u8], becomes: Becomes) {
    let mut raw = Raw::console(server, cookie).await;
    raw.send(bytes).await;
    if becomes == Nothing {
        return;
    }
    // What somebody else writes meanwhile is shown here too, whole where that is shorter than what changed.
    let mut said = raw.hear().await;
    while matches!(&said, Said::Text(text) if text.starts_with(r#"{"patch""#) || text.starts_with(r#"{"snapshot""#)) {
        said = raw.hear().await;
    }
    assert!(fits(becomes, &said), "{name}: {said:?} is not {becomes:?}");
}

#[tokio::test(flavor = "multi_thread")]
async fn frames_that_make_no_sense_harm_nobody_and_leave_nothing() {
    let mut dice = Dice::thrown("malformed frames");
    let mut house = House::new(1, None).await;
    let server = house.serve();
    house.write_more(&server, 1).await;
    let cookie = house.desks[0].cookie().to_owned();
    let saved = house.desks[0].saved[0].to_string();
    let (mut sent, mut kinds) = (0, BTreeSet::new());
    while sent < times(FRAMES.0, FRAMES.1) {
        let words = above(&mut dice, &saved);
        let words = words.into_iter().map(|(name, text, becomes)| (name, frame(LAST | TEXT, text.as_bytes()), becomes));
        let table: Vec<_> = below(&mut dice).into_iter().chain(words).collect();
        let hostile = async {
            for (name, bytes, becomes) in &table {
                send(&server, &cookie, name, bytes, *becomes).await;
                kinds.insert(*name);
            }
        };
        tokio::join!(hostile, house.write_more(&server, 10));
        sent += u64::try_from(table.len()).unwrap();
    }
    assert!(house.desks[0].shows_what_is_saved() && house.says_no_panic());
    drop(server);
    let key = MasterKey::load(&house.data().join("hearth.key")).unwrap();
    let store = store::open(&house.data().join("hearth.db"), key).await.unwrap();
    let events = store.events_since(&CONFERENCE.parse().unwrap(), Seq::ZERO).await.unwrap();
    let of_frames = events.iter().filter(|event| event.command.as_str().starts_with("hostile")).count();
    assert_eq!(of_frames, 0, "the log has nothing of it");
    assert!(!events.iter().any(|event| event.body.expose().contains("Never on the board")));
    println!("{sent} frames of {} kinds; {} lines were written beside them", kinds.len(), house.saved());
}
