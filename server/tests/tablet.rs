//! A child's tablet from the first tap to the last: it is nobody else's, it can be put away, and it keeps nothing.
//!
//! Deliberately not here: what is drawn on it.

mod common;

use common::{CONFERENCE, Client, Server, fresh};
use reqwest::header::{COOKIE, SET_COOKIE};

/// Sends a form as a browser does; gives every cookie it sets, and one header of the answer.
async fn post(server: &Server, path: &str, cookie: &str, form: &str, header: &str) -> (Vec<String>, Option<String>) {
    let client = reqwest::Client::builder().redirect(reqwest::redirect::Policy::none()).build().expect("a client");
    let asked = client.post(format!("http://{}{path}", server.address)).header(COOKIE, cookie);
    let asked = asked.header("content-type", "application/x-www-form-urlencoded").body(form.to_owned());
    let answer = asked.send().await.expect("the server answers");
    let text = |value: &reqwest::header::HeaderValue| value.to_str().expect("headers are text").to_owned();
    let cookies = answer.headers().get_all(SET_COOKIE).iter().map(text).collect();
    (cookies, answer.headers().get(header).map(text))
}

/// Tells the server the numbers that were tapped; gives what it says.
async fn tell(server: &Server, address: &str, cookie: &str, numbers: &str) -> String {
    let told = reqwest::Client::new().post(format!("http://{}/given/{address}", server.address)).header(COOKIE, cookie);
    let answer = told.body(numbers.to_owned()).send().await.expect("the server answers");
    answer.text().await.expect("in words")
}

/// Whether the browser is told to forget a code that was just made.
fn forgets_the_code(cookie: &str) -> bool {
    cookie.contains("hearth-handed=;") && cookie.contains("Max-Age=0")
}

/// What the server says when the numbers are right, and when they are not.
const RIGHT: &str = r#"{"Ok":true}"#;
const WRONG: &str = r#"{"Ok":false}"#;

#[tokio::test(flavor = "multi_thread")]
async fn whoever_was_signed_in_on_a_tablet_is_signed_out_when_it_becomes_a_childs() {
    let (_folder, server) = fresh();
    let chair = server.chair().await;
    let mut console = Client::console(&server, &chair).await;
    let code = server.code("a tablet for Tomek");
    let (cookies, _) = post(&server, "/join", &chair, &format!("code={code}"), "location").await;
    let name = chair.split('=').next().expect("one");
    assert!(cookies.iter().any(|cookie| cookie.starts_with(&format!("{name}=;")) && cookie.contains("Max-Age=0")));
    assert!(cookies.iter().any(|cookie| forgets_the_code(cookie)), "nor does it keep a code that was made on it");
    assert_eq!(console.ended().await, Some(4401), "their console goes dark");
    let (status, _) = server.get("/conferences", &chair).await;
    let page = server.get(&format!("/conferences/{CONFERENCE}"), &chair).await.1;
    assert!(status != 500 && !page.contains("pierogi"), "and the cookie opens nothing any more");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_code_for_a_childs_device_stays_in_the_browser_for_whoever_made_it_and_for_nobody_else() {
    let (_folder, server) = fresh();
    let chair = server.chair().await;
    let make = format!("/conferences/{CONFERENCE}/tablet");
    let (cookies, _) = post(&server, &make, &chair, "child=maja", "location").await;
    let handed =
        cookies.iter().find(|cookie| cookie.starts_with("__Host-hearth-handed=")).expect("the code is brought along");
    let handed = handed.split(';').next().expect("a value");
    let out = format!("{chair}; {handed}");
    let clerk = "name=oluwaseun&password=pencil+harbour+violet";
    let again = "name=sian&password=kettle+lantern+orchard";
    for (path, cookie, form, goes) in
        [("/sign-in", handed, again, false), ("/sign-in", handed, clerk, true), ("/sign-out", &out, "", true)]
    {
        let (cookies, to) = post(&server, path, cookie, form, "location").await;
        assert_eq!(cookies.iter().any(|cookie| forgets_the_code(cookie)), goes, "{path} to {to:?}: {cookies:?}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_tablet_that_is_handed_back_tells_the_browser_to_forget() {
    let (_folder, server) = fresh();
    let tablet = server.join(&server.code("a tablet for Tomek"), "").await;
    assert!(server.get("/seat", &tablet).await.1.contains("Maja still get to see"), "his words are on it");
    let (cookies, forget) = post(&server, "/leave", &tablet, "", "clear-site-data").await;
    assert_eq!(forget.as_deref(), Some("\"cache\", \"storage\""));
    assert!(cookies.iter().any(|cookie| cookie.contains("hearth-seat=;") && cookie.contains("Max-Age=0")));
    assert!(cookies.iter().any(|cookie| forgets_the_code(cookie)));
    assert!(!server.get("/seat", &tablet).await.1.contains("Maja still get to see"));
    assert!(common::is_turned_away(&server, "/socket/seat", &tablet).await);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_tablet_that_was_put_away_shows_nothing_until_its_numbers_are_typed() {
    let (_folder, server) = fresh();
    let tablet = server.join(&server.code("a tablet for Tomek"), "").await;
    let mut open = Client::open(&server, "/socket/seat", &tablet).await;
    tell(&server, "away", &tablet, "4711").await;
    assert!(!server.get("/seat", &tablet).await.1.contains("Maja still get to see"), "loading it again shows nothing");
    assert!(common::is_turned_away(&server, "/socket/seat", &tablet).await);
    open.say(r#"{"frame":"ping"}"#).await;
    assert!(open.hear().await.is_some(), "what was being written under the cover is still connected");
    assert_eq!(tell(&server, "back", &tablet, "0000").await, WRONG);
    assert!(!server.get("/seat", &tablet).await.1.contains("Maja still get to see"));
    assert_eq!(tell(&server, "back", &tablet, "4711").await, RIGHT);
    assert!(server.get("/seat", &tablet).await.1.contains("Maja still get to see"));
}

#[tokio::test(flavor = "multi_thread")]
async fn numbers_cannot_be_guessed_through_and_a_tablet_that_is_put_away_can_still_be_handed_back() {
    let (_folder, server) = fresh();
    let tablet = server.join(&server.code("a tablet for Tomek"), "").await;
    tell(&server, "away", &tablet, "4711").await;
    for guess in 0..5 {
        tell(&server, "back", &tablet, &format!("000{guess}")).await;
    }
    assert_eq!(tell(&server, "back", &tablet, "4711").await, WRONG, "not so soon");
    let mut chair = Client::console(&server, &server.chair().await).await;
    assert!(!chair.view.seats.is_empty());
    post(&server, "/leave", &tablet, "", "location").await;
    chair.until(|view| view.seats.is_empty()).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn the_chair_begins_a_childs_own_conference_once_and_hands_over_a_tablet_for_it() {
    let (_folder, server) = fresh();
    let chair = server.chair().await;
    let path = format!("/conferences/{CONFERENCE}/own");
    let first = server.hand_over(&path, &chair, "child=tomek").await;
    let second = server.hand_over(&path, &chair, "child=tomek").await;
    assert_ne!(first, second);
    let tablet = server.join(&second, "").await;
    let tablet = Client::open(&server, "/socket/seat", &tablet).await;
    let own = tablet.view.own_conferences.values().next().expect("one");
    assert_eq!(own.child.as_str(), "tomek");
    assert!(own.understood.is_none() && own.agreed_at.is_none());
    assert_eq!(tablet.view.tools.get(&own.tool).expect("his board").tool.done_with.as_deref(), Some("Siân"));
    let boards = tablet.view.own_conferences.len();
    assert_eq!(boards, 1, "coming again begins nothing new");

    let clerk = server.clerk().await;
    assert_eq!(server.post(&path, &clerk, "child=tomek").await.0, 404, "only a chair can");
    assert_eq!(server.post(&path, &chair, "child=nobody").await.0, 404);
}

#[tokio::test(flavor = "multi_thread")]
async fn looking_back_is_for_the_childs_own_tablet() {
    let (_folder, server) = fresh();
    let chair = server.chair().await;
    let code = server.hand_over(&format!("/conferences/{CONFERENCE}/own"), &chair, "child=tomek").await;
    let tablet = server.join(&code, "").await;
    let seen = server.get("/given/look-back", &tablet).await.1;
    assert!(seen.contains("\"wall\"") && seen.contains("football on Saturdays"), "{seen}");
    assert!(!seen.contains("pierogi"), "nothing of his sister's");
    for other in [chair, String::new()] {
        assert!(!server.get("/given/look-back", &other).await.1.contains("football"));
    }
}
