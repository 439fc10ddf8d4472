//! A child's words from the tablet to everybody: the same to the last letter on every screen, in the record and on the page,
//! and word by word and line by line out of the PDF; and nobody can write them otherwise.
//!
//! Deliberately not here: who may have them.

mod common;
#[path = "../minutes/tests/story/reader.rs"]
#[expect(dead_code, reason = "each story uses a part of what they share")]
mod reader;

use board::command::Command;
use board::rejection::Rejection;
use board::view::View;
use common::{CONFERENCE, Client, Heard, Server, fresh, hearth};
use serde_json::json;
use sha2::{Digest as _, Sha256};

/// Mistakes, every sort of quotation mark, two spaces, emoji, three scripts and empty lines: as children write.
const WORDS: &str = "  i dont like it wen they \"fite\",  its ‘loud’ … like a “sandwitch” <3 & wobly 💛 👨‍👩‍👧‍👦\n\
                     أريد أن يسألني أحد قبل أن أقرر\n\nআমি ক্লান্ত।\nChcę, żeby było cicho – thats it!!";

fn hash(words: &str) -> Vec<u8> {
    Sha256::digest(words.as_bytes()).to_vec()
}

/// A command, written as the browser sends it.
fn command(command: serde_json::Value) -> Command {
    serde_json::from_value(command).expect("a command")
}

/// The words of the line that an entry became, once it is there.
async fn on_the_board(client: &mut Client) -> String {
    let is_there = |view: &View| view.cards.values().any(|card| card.id.as_str() == "verbatim");
    client.until(is_there).await;
    let card = client.view.cards.values().find(|card| card.id.as_str() == "verbatim");
    card.expect("it was waited for").words.clone()
}

/// Tomek writes, everybody may know it, and the chair puts it on the board.
async fn written(server: &Server) -> (Client, Client) {
    let cookie = server.join(&server.code("a tablet for Tomek"), "").await;
    let mut tablet = Client::open(server, "/socket/seat", &cookie).await;
    let tool = tablet.view.tools.keys().next().expect("Tomek has a tool").clone();
    let place = tablet.view.entries.values().next().expect("with something in it").place.clone();
    let entry = json!({ "id": "V1", "place": place, "words": WORDS, "may_know": { "who": "everyone" } });
    let give = command(json!({ "do": "give_entry", "tool": tool, "entry": entry }));
    assert_eq!(tablet.ask("give", &give).await, Heard::Done);
    let mut chair = Client::console(server, &server.chair().await).await;
    let pull = json!({ "do": "pull_entry", "entry": "V1", "card": "verbatim", "section": "harm" });
    assert_eq!(chair.ask("pull", &command(pull)).await, Heard::Done);
    (tablet, chair)
}

#[tokio::test(flavor = "multi_thread")]
async fn what_a_child_wrote_is_the_same_everywhere() {
    let (folder, server) = fresh();
    let (tablet, mut chair) = written(&server).await;
    let own = tablet.view.entries.values().find(|entry| entry.id.as_str() == "V1").expect("their own tablet has it");
    assert_eq!(hash(&own.words), hash(WORDS), "on the tablet");
    assert_eq!(hash(&on_the_board(&mut chair).await), hash(WORDS), "at the console");

    let cookie = server.chair().await;
    for who in ["wall", "gosia", "side-room:tomek"] {
        let (_, frame) = server.get(&format!("/conferences/{CONFERENCE}/as/{who}/frame.json"), &cookie).await;
        let escaped = serde_json::to_string(WORDS).expect("a text");
        assert!(frame.contains(&escaped), "{who}");
    }

    let copy = format!("/conferences/{CONFERENCE}/minutes/professionals");
    let (_, page) = server.get(&copy, &cookie).await;
    let plain = page.replace("&lt;", "<").replace("&quot;", "\"").replace("&#39;", "'").replace("&amp;", "&");
    assert!(plain.contains(WORDS), "on the page");

    let url = format!("http://{}{copy}.pdf", server.address);
    let printed = reqwest::Client::new().get(url).header("cookie", &cookie).send().await.expect("an answer");
    let printed = printed.bytes().await.expect("a PDF");
    let running = reader::running(&printed);
    let words: Vec<&str> = WORDS.split_whitespace().collect();
    let joined = words.join(" ");
    let from = running.find(&joined).expect("word by word, in order, in the PDF");
    assert_eq!(hash(running.get(from..from + joined.len()).unwrap_or_default()), hash(&joined));
    let lines = reader::words(&printed);
    assert!(!lines.contains("أقرر আমি"), "her line ends are line ends on paper");

    let data = folder.path().to_str().expect("a path");
    drop(server);
    let record = hearth(&["export", "--data", data, CONFERENCE]).stdout;
    let record: serde_json::Value = serde_json::from_slice(&record).expect("a record");
    let mut all =
        record["tools"].as_array().expect("tools").iter().filter_map(|tool| tool["entries"].as_array()).flatten();
    let kept = all.find(|entry| entry["id"] == "V1").and_then(|entry| entry["words"].as_str());
    assert_eq!(kept.map(hash), Some(hash(WORDS)), "in the record");
}

#[tokio::test(flavor = "multi_thread")]
async fn nobody_can_write_them_otherwise() {
    let (_folder, server) = fresh();
    let (mut tablet, mut chair) = written(&server).await;
    let seen = on_the_board(&mut chair).await;
    let reword =
        json!({ "do": "reword_card", "card": "verbatim", "words": "I do not like it when they fight.", "was": seen });
    assert_eq!(chair.ask("reword", &command(reword)).await, Heard::Rejected(Rejection::ChildsWords));
    let tool = tablet.view.tools.keys().next().expect("Tomek has a tool").clone();
    let place = tablet.view.entries.values().next().expect("with something in it").place.clone();
    let again = json!({ "id": "V1", "place": place, "words": "tidied up", "may_know": { "who": "everyone" } });
    let again = command(json!({ "do": "give_entry", "tool": tool, "entry": again }));
    assert_eq!(tablet.ask("again", &again).await, Heard::Rejected(Rejection::IdTaken), "not even from the tablet");
    assert_eq!(hash(&on_the_board(&mut chair).await), hash(WORDS));
}
