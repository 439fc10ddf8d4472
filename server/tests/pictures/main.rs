//! Drawings, photographs and statements over the real network: taken in clean, given out to those whose view holds them,
//! and to nobody else.
//!
//! Deliberately not here: hostile pictures (they are tried where pictures are decoded) and the rules of sharing.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

#[path = "../common/mod.rs"]
mod common;
mod journey;

use board::command::Command;
use board::rejection::Rejection;
use board::seat::Holder;
use common::{CONFERENCE, Client, Heard, Server, fresh};
use reqwest::header::{CONTENT_DISPOSITION, CONTENT_SECURITY_POLICY, CONTENT_TYPE, COOKIE, HeaderMap};
use serde_json::{Value, json};

/// A drawing of eight by six dots, with a comment that tells where somebody lives.
const DRAWING: &[u8] = b"\x89PNG\x0d\x0a\x1a\x0a\
    \0\0\0\x0dIHDR\0\0\0\x08\0\0\0\x06\x08\x02\0\0\0qgH\xac\
    \0\0\0\x17tEXtComment\0ZQX-CANARY-home\x8d\xadR\x10\
    \0\0\0\x11IDATx\xdac8\xa1\xa1\x81\x151\x0c\xa4\x04\0\x80\xf74\x818%\xbd\xe3\
    \0\0\0\0IEND\xaeB`\x82";

/// A statement from elsewhere.
const STATEMENT: &[u8] = b"%PDF-1.7\n% ZQX-CANARY-statement\n%%EOF\n";

/// What a request came to.
struct Got {
    status: u16,
    headers: HeaderMap,
    bytes: Vec<u8>,
}

impl Got {
    fn words(&self) -> String {
        String::from_utf8_lossy(&self.bytes).into_owned()
    }

    fn header(&self, name: impl reqwest::header::AsHeaderName) -> &str {
        self.headers.get(name).map_or("", |value| value.to_str().unwrap())
    }

    /// What the server says of a picture it took.
    fn taken(&self) -> Value {
        assert_eq!(self.status, 200, "{}", self.words());
        serde_json::from_slice(&self.bytes).unwrap()
    }
}

async fn got(request: reqwest::RequestBuilder) -> Got {
    let answer = request.send().await.unwrap();
    let (status, headers) = (answer.status().as_u16(), answer.headers().clone());
    Got { status, headers, bytes: answer.bytes().await.unwrap().to_vec() }
}

async fn get(server: &Server, path: &str, cookie: &str) -> Got {
    let url = format!("http://{}{path}", server.address);
    got(reqwest::Client::new().get(url).header(COOKIE, cookie)).await
}

async fn hand_in(server: &Server, path: &str, cookie: &str, bytes: &[u8]) -> Got {
    let url = format!("http://{}{path}", server.address);
    got(reqwest::Client::new().post(url).header(COOKIE, cookie).body(bytes.to_vec())).await
}

/// The command that joins a picture to something Maja says in her tool.
fn give(entry: &str, taken: &Value, kind: &str, who: &str) -> Command {
    let command = json!({
        "do": "give_entry", "tool": "maja-fairy",
        "entry": {
            "id": entry, "place": "wings", "words": "", "pen": "drawing", "may_know": { "who": who },
            "pictures": [{
                "id": taken["picture"], "kind": kind, "fingerprint": taken["fingerprint"],
                "width": taken["width"], "height": taken["height"],
            }],
        },
    });
    serde_json::from_value(command).unwrap()
}

fn command(command: Value) -> Command {
    serde_json::from_value(command).unwrap()
}

/// Whether the family's paper holds a picture, as a page and as a PDF, which never differ.
async fn on_paper(server: &Server, chair: &str) -> bool {
    let page = get(server, &format!("/conferences/{CONFERENCE}/minutes/family"), chair).await;
    let file = get(server, &format!("/conferences/{CONFERENCE}/minutes/family.pdf"), chair).await;
    assert_eq!((page.status, file.status), (200, 200));
    let on_page = page.words().contains("<img src=\"data:image/png;base64,");
    let in_file = file.words().contains("/Subtype/Image");
    assert_eq!(on_page, in_file);
    on_page
}

/// The path of a picture at a console, and at a seat.
fn paths(taken: &Value) -> (String, String) {
    let id = taken["picture"].as_str().unwrap();
    (format!("/pictures/{CONFERENCE}/{id}"), format!("/seat/pictures/{id}"))
}

#[tokio::test(flavor = "multi_thread")]
async fn a_drawing_goes_where_its_words_go_and_nowhere_else() {
    let (_folder, server) = fresh();
    let (chair, clerk) = (server.chair().await, server.clerk().await);
    let tablet = server.join(&server.code("a tablet for Maja"), "").await;
    let taken = hand_in(&server, "/seat/pictures", &tablet, DRAWING).await.taken();
    assert_eq!((&taken["width"], &taken["height"]), (&json!(8), &json!(6)));
    let (at_console, at_seat) = paths(&taken);

    let nothing = get(&server, &format!("/pictures/{CONFERENCE}/{}", "0".repeat(32)), &chair).await;
    let unused = get(&server, &at_console, &chair).await;
    assert_eq!((unused.status, unused.words()), (404, nothing.words()), "one that belongs to nothing yet is not there");

    let mut child = Client::open(&server, "/socket/seat", &tablet).await;
    assert_eq!(child.ask("give", &give("drawn-1", &taken, "drawn", "not_decided")).await, Heard::Done);
    let own = get(&server, &at_seat, &tablet).await;
    assert_eq!((own.status, own.header(CONTENT_TYPE)), (200, "image/png"));
    assert!(!own.words().contains("CANARY") && !own.words().contains("tEXt"), "where she lives did not come along");
    assert_eq!(get(&server, &format!("{at_seat}?small"), &tablet).await.status, 200);
    assert_eq!(get(&server, &at_console, &chair).await.status, 404, "she has not chosen yet");

    let choose = |who| command(json!({ "do": "choose_sharing", "entry": "drawn-1", "may_know": { "who": who } }));
    assert_eq!(child.ask("choose-1", &choose("chair_only")).await, Heard::Done);
    assert_eq!(get(&server, &at_console, &chair).await.status, 200);
    let hidden = get(&server, &at_console, &clerk).await;
    assert_eq!((hidden.status, hidden.words()), (404, nothing.words()), "the same as if there were none");

    let mut console = Client::console(&server, &chair).await;
    let phone = server.join(&server.code(&format!("the lobby of {CONFERENCE}")), "Gosia").await;
    console.until(|view| view.seats.values().any(|seat| seat.holder == Holder::Waiting("Gosia".to_owned()))).await;
    let waiting = |seat: &&board::seat::Seat| seat.holder == Holder::Waiting("Gosia".to_owned());
    let seat = console.view.seats.values().find(waiting).unwrap().id.clone();
    assert_eq!(get(&server, &at_seat, &phone).await.status, 404, "the lobby sees nothing");
    let holder = Holder::Person("gosia".parse().unwrap());
    assert_eq!(console.ask("let-in", &Command::GiveSeat { seat, holder }).await, Heard::Done);
    let pull = command(json!({ "do": "pull_entry", "entry": "drawn-1", "card": "drawn-card" }));
    assert_eq!(console.ask("pull", &pull).await, Heard::Done);
    assert_eq!(get(&server, &at_seat, &phone).await.status, 404, "her mum may not see it");
    assert!(!on_paper(&server, &chair).await, "nor read it on the family's paper");
    let page = get(&server, "/seat", &phone).await.words();
    assert!(!page.contains(taken["picture"].as_str().unwrap()), "and no page of hers names it");

    assert_eq!(child.ask("choose-2", &choose("everyone")).await, Heard::Done);
    assert_eq!(get(&server, &at_seat, &phone).await.status, 200);
    assert_eq!(get(&server, &at_console, &clerk).await.status, 200);
    assert!(on_paper(&server, &chair).await);
    let page = get(&server, "/seat?look=column-working-well", &phone).await.words();
    assert!(page.contains("A drawing by Maja, not described yet"), "there are words for whoever cannot see it");
    let back = command(json!({ "do": "take_back_entry", "entry": "drawn-1", "back": true }));
    assert_eq!(child.ask("back", &back).await, Heard::Done);
    assert_eq!(get(&server, &at_seat, &phone).await.status, 404, "taken back is gone at once");
    assert_eq!(get(&server, &at_console, &chair).await.status, 404);
    assert!(!on_paper(&server, &chair).await);
    assert_eq!(get(&server, &at_seat, &tablet).await.status, 200, "and stays hers");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_picture_and_a_statement_are_given_out_with_everything_said_that_keeps_a_browser_careful() {
    let (_folder, server) = fresh();
    let chair = server.chair().await;
    let path = format!("/conferences/{CONFERENCE}/pictures");
    let picture = hand_in(&server, &path, &chair, DRAWING).await.taken();
    let statement = hand_in(&server, &path, &chair, STATEMENT).await.taken();
    assert_eq!((&statement["document"], &statement["width"]), (&json!(true), &json!(0)));
    let mut console = Client::console(&server, &chair).await;
    assert_eq!(console.ask("one", &give("one", &picture, "photo", "everyone")).await, Heard::Done);
    assert_eq!(console.ask("two", &give("two", &statement, "document", "everyone")).await, Heard::Done);

    let picture = get(&server, &paths(&picture).0, &chair).await;
    assert_eq!(picture.header(CONTENT_DISPOSITION), "inline; filename=\"picture.png\"");
    let statement = get(&server, &paths(&statement).0, &chair).await;
    assert_eq!(statement.header(CONTENT_TYPE), "application/pdf");
    assert_eq!(statement.header(CONTENT_DISPOSITION), "attachment; filename=\"statement.pdf\"");
    assert!(statement.bytes == STATEMENT, "a document is kept as it came");
    for given in [picture, statement] {
        assert_eq!(given.header(CONTENT_SECURITY_POLICY), "sandbox; default-src 'none'");
        assert_eq!(given.header("x-content-type-options"), "nosniff");
        assert_eq!(given.header("cache-control"), "no-store");
        assert_eq!(given.header("cross-origin-resource-policy"), "same-origin");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn what_cannot_be_taken_is_said_in_plain_words_with_the_right_status() {
    let (_folder, server) = fresh();
    let (chair, clerk) = (server.chair().await, server.clerk().await);
    let path = format!("/conferences/{CONFERENCE}/pictures");
    let large = [DRAWING, &vec![0; 12 * 1024 * 1024]].concat();
    let long = [STATEMENT, &vec![b' '; 10 * 1024 * 1024]].concat();
    for (bytes, status, words) in [
        (&b""[..], 400, "nothing in this file"),
        (b"GIF89a", 415, "a GIF"),
        (b"<svg xmlns='http://www.w3.org/2000/svg'/>", 415, "an SVG"),
        (b"hello", 415, "not a picture"),
        (&DRAWING[..60], 422, "damaged"),
        (&large, 413, "larger than 12 MB"),
        (&long, 413, "larger than 10 MB"),
    ] {
        let answer = hand_in(&server, &path, &chair, bytes).await;
        assert_eq!(answer.status, status, "{words}: {}", answer.words());
        assert!(answer.words().contains(words) && answer.words().contains("Nothing was kept"), "{}", answer.words());
    }
    for (wish, status) in
        [("turns=1&crop=0,0,500,1000", 200), ("crop=0,0,0,0", 400), ("crop=1,2", 400), ("turns=x", 400)]
    {
        let answer = hand_in(&server, &format!("{path}?{wish}"), &chair, DRAWING).await;
        assert_eq!(answer.status, status, "{wish}: {}", answer.words());
    }
    assert_eq!(hand_in(&server, &path, "", DRAWING).await.status, 401);
    assert_eq!(hand_in(&server, &path, &clerk, DRAWING).await.status, 404);
    assert_eq!(hand_in(&server, "/conferences/nowhere/pictures", &chair, DRAWING).await.status, 404);
    let phone = server.join(&server.code(&format!("the lobby of {CONFERENCE}")), "Somebody").await;
    assert_eq!(hand_in(&server, "/seat/pictures", &phone, DRAWING).await.status, 404, "only a child's own tablet");
    let elsewhere = reqwest::Client::new().post(format!("http://{}{path}", server.address));
    let elsewhere = elsewhere.header(COOKIE, &chair).header("origin", "https://elsewhere.example").body(DRAWING);
    assert_eq!(got(elsewhere).await.status, 403);
}

#[tokio::test(flavor = "multi_thread")]
async fn an_entry_names_only_pictures_that_are_kept_and_says_only_what_is_so() {
    let (_folder, server) = fresh();
    let chair = server.chair().await;
    let taken = hand_in(&server, &format!("/conferences/{CONFERENCE}/pictures"), &chair, DRAWING).await.taken();
    let mut console = Client::console(&server, &chair).await;
    for (field, lie) in
        [("picture", json!("0".repeat(32))), ("fingerprint", json!("0".repeat(64))), ("width", json!(9))]
    {
        let mut said = taken.clone();
        said[field] = lie;
        let answer = console.ask(&format!("lie-{field}"), &give("lied", &said, "drawn", "everyone")).await;
        assert_eq!(answer, Heard::Rejected(Rejection::Unknown { what: "this picture".to_owned() }), "{field}");
    }
    assert_eq!(console.ask("one", &give("one", &taken, "drawn", "chair_only")).await, Heard::Done);
    let stolen = console.ask("two", &give("two", &taken, "drawn", "everyone")).await;
    assert_eq!(stolen, Heard::Rejected(Rejection::IdTaken), "a picture belongs to one entry");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_conference_has_room_for_twenty_pictures() {
    let (_folder, server) = fresh();
    let chair = server.chair().await;
    let path = format!("/conferences/{CONFERENCE}/pictures");
    for _ in 0..20 {
        hand_in(&server, &path, &chair, DRAWING).await.taken();
    }
    let full = hand_in(&server, &path, &chair, DRAWING).await;
    assert_eq!(full.status, 409);
    assert!(full.words().contains("as many pictures as Hearth can keep"), "{}", full.words());
    let other = hand_in(&server, "/conferences/hbc-2026-1020/pictures", &chair, DRAWING).await;
    assert_eq!(other.status, 200, "another conference has room of its own");
}
