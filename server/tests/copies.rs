//! Both demonstrations, over the network: what each person of the scenarios is served holds what it should, and none of the
//! words that must not reach them: the frames of their screen, the page and the PDF of their copy, and the names of its files.
//!
//! Deliberately not here: every choice by everybody (the board's own stories). These are the two stories people can read.

#![expect(clippy::unwrap_used, reason = "a story that cannot go on has failed")]

mod common;
#[path = "../minutes/tests/story/reader.rs"]
#[expect(dead_code, reason = "each story uses a part of what they share")]
mod reader;

use common::{Server, fresh};
use reqwest::header::{CONTENT_DISPOSITION, COOKIE};

/// The family of Maja and Tomek.
const FIRST: &str = "fmc-2026-0924";
/// Nush's review.
const SECOND: &str = "hbc-2026-1020";

/// Where nobody may find the children and their mother.
const NOWHERE: [&str; 6] = ["Sallow Court", "Thornby", "FM9 2QQ", "07700 900123", "Orchard Gate", "Willowbank"];

/// One reader: whose copy, what must not be in it, and what must be.
type Reader = (&'static str, &'static [&'static str], &'static [&'static str]);

const OF_FIRST: [Reader; 7] = [
    (
        "gosia",
        &["Maja still get to see her dad", "asked his GP", "Don't say this stuff", "its a secret"],
        &["purple arm", "pierogi", "listen on the stairs"],
    ),
    ("halina", &["Maja still get to see her dad", "asked his GP", "its a secret"], &["purple arm"]),
    (
        "declan",
        &[
            "Rukhsana",
            "Tomasz",
            "Tomek",
            "listen on the stairs",
            "purple arm",
            "Grzegorz",
            "St Osyth",
            "Jean-Luc",
            "its a secret",
        ],
        &["sandwitch", "pierogi"],
    ),
    (
        "grzegorz",
        &["purple arm", "Declan has asked his GP", "listen on the stairs", "sandwitch", "pierogi", "Fairy"],
        &["football on Saturdays"],
    ),
    ("jean-luc", &["sandwitch", "purple arm", "pierogi", "Fairy"], &["listen on the stairs"]),
    ("professionals", &["Don't say this stuff", "its a secret"], &["Maja still get to see her dad", "purple arm"]),
    ("family", &["Maja still get to see her dad", "listen on the stairs", "purple arm"], &["pierogi"]),
];

const OF_SECOND: [Reader; 5] = [
    (
        "kamal",
        &[
            "like it's a present",
            "morning tablets",
            "lonely",
            "medication",
            "dose",
            "incense",
            "I don't say everything",
        ],
        &["Proper rice not toast"],
    ),
    ("shirin", &["আমি সব কথা", "I don't say everything", "incense", "that smoke"], &["like it's a present", "lonely"]),
    ("rafi", &["incense", "that smoke", "Talk with Rafi"], &[]),
    ("ricardo", &["dose", "incense", "that smoke", "Talk with Rafi"], &["I don't say everything"]),
    ("family", &["like it's a present", "lonely", "incense", "I don't say everything"], &["Proper rice not toast"]),
];

/// A text as one line, so that a sentence is found however its lines are broken.
fn running(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// A file and what it is called.
async fn file(server: &Server, path: &str, chair: &str) -> (Vec<u8>, String) {
    let url = format!("http://{}{path}", server.address);
    let answer = reqwest::Client::new().get(url).header(COOKIE, chair).send().await.unwrap();
    assert_eq!(answer.status(), 200, "{path}");
    let name = answer.headers().get(CONTENT_DISPOSITION).unwrap().to_str().unwrap().to_owned();
    (answer.bytes().await.unwrap().to_vec(), name)
}

/// Everything that is made for somebody, by what it is called.
async fn everything(server: &Server, chair: &str, conference: &str, who: &str) -> Vec<(&'static str, String)> {
    let copy = format!("/conferences/{conference}/minutes/{who}");
    let (_, page) = server.get(&copy, chair).await;
    // A paper with something to look at again is given to whoever has looked.
    let (printed, name) = file(server, &format!("{copy}.pdf?anyway=known"), chair).await;
    let (word, word_name) = file(server, &format!("{copy}.docx?anyway=known"), chair).await;
    // What is in a Word file is read by the stories of the papers.
    assert!(word.starts_with(b"PK"), "{who}");
    let names = name + &word_name;
    let mut all = vec![("page", running(&page)), ("PDF", reader::running(&printed)), ("files' names", names)];
    if !matches!(who, "professionals" | "family") {
        let (status, frame) = server.get(&format!("/conferences/{conference}/as/{who}/frame.json"), chair).await;
        assert_eq!(status, 200, "{who}");
        all.push(("socket", frame));
    }
    all
}

async fn read_through(conference: &str, readers: &[Reader]) {
    let (_folder, server) = fresh();
    let chair = server.chair().await;
    for (who, holds_not, holds) in readers {
        let all = everything(&server, &chair, conference, who).await;
        for (what, text) in &all {
            for secret in holds_not.iter().chain(&NOWHERE) {
                assert!(!text.contains(secret), "{who}: the {what} holds '{secret}'");
            }
        }
        for words in *holds {
            let there = all.iter().any(|(_, text)| text.replace("&#39;", "'").contains(words));
            assert!(there, "{who} finds '{words}' nowhere");
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn everybody_of_the_first_conference_gets_their_own_and_nothing_that_is_kept_from_them() {
    read_through(FIRST, &OF_FIRST).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn everybody_of_the_review_gets_their_own_and_nothing_that_is_kept_from_them() {
    read_through(SECOND, &OF_SECOND).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn the_childrens_letters_hold_nothing_of_what_grown_ups_said_among_themselves() {
    let (_folder, server) = fresh();
    let chair = server.chair().await;
    let letters: [(&str, &str, &[&str]); 3] = [
        (FIRST, "tomek", &["asked his GP", "charging decision", "sandwitch", "purple arm"]),
        (FIRST, "maja", &["asked his GP", "charging decision", "Maja still get to see her dad"]),
        (SECOND, "nush", &["dose", "Okonkwo said", "Talk with Rafi"]),
    ];
    for (conference, child, holds_not) in letters {
        let address = format!("/conferences/{conference}/letter/{child}");
        let (_, page) = server.get(&address, &chair).await;
        let (printed, name) = file(&server, &format!("{address}.pdf"), &chair).await;
        assert!(page.contains("<h1"), "{child} has a letter");
        // What stands above the letter is for the chair and is not printed.
        let letter = page.split_once("<main").unwrap().1;
        for secret in holds_not.iter().chain(&NOWHERE) {
            for text in [letter, &reader::running(&printed), &name] {
                assert!(!text.contains(secret), "{child}: {secret}");
            }
        }
    }
}
