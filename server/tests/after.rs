//! What goes back after a conference, over real addresses: the letter for staff alone, and feedback that leads to nobody.
//!
//! Deliberately not here: what a letter holds and which numbers are hidden (they are in `board`).

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

mod common;

use common::{CONFERENCE, fresh, hearth};

/// The codes on a sheet of cards.
fn codes(sheet: &str) -> Vec<String> {
    sheet.split("<b>").skip(1).filter_map(|rest| rest.split_once("</b>")).map(|(code, _)| code.to_owned()).collect()
}

async fn sheet(server: &common::Server, cookie: &str, form: &str) -> String {
    let answer = reqwest::Client::new()
        .post(format!("http://{}/feedback/cards", server.address))
        .header("content-type", "application/x-www-form-urlencoded")
        .header("cookie", cookie)
        .body(format!("form={form}"))
        .send()
        .await
        .unwrap();
    assert_eq!(answer.status().as_u16(), 200);
    assert_eq!(answer.headers()["cache-control"], "no-store");
    answer.text().await.unwrap()
}

#[tokio::test(flavor = "multi_thread")]
async fn a_letter_is_for_the_staff_and_has_what_the_chair_should_know_above_it() {
    let (_folder, server) = fresh();
    let path = format!("/conferences/{CONFERENCE}/letter/tomek");
    assert_eq!(server.get(&path, "").await.0, 401);
    let chair = server.chair().await;
    let (status, page) = server.get(&path, &chair).await;
    assert_eq!(status, 200);
    for words in
        ["Dear Tomek", "Before you hand it over", "can read this alone", "without an answer", "data-print=\"ordinary\""]
    {
        assert!(page.contains(words), "{words}");
    }
    assert!(page.contains("<title>Your letter</title>"), "no child's name in a title bar");
    let (_, large) = server.get(&format!("{path}?band=under_8&size=24"), &chair).await;
    assert!(large.contains("data-print=\"largest\"") && large.contains("These people were there"));
    let (_, pdf) = server.get(&format!("{path}.pdf"), &chair).await;
    assert!(pdf.starts_with("%PDF"));
    assert_eq!(server.get(&format!("/conferences/{CONFERENCE}/letter/nobody"), &chair).await.0, 404);
}

#[test]
fn the_command_line_writes_the_same_letter() {
    let folder = tempfile::tempdir().unwrap();
    let data = folder.path().join("data");
    let data = data.to_str().unwrap();
    assert!(hearth(&["demo", "--data", data]).status.success());
    let out = folder.path().join("letter.html");
    let write = |child: &str, more: &[&str]| {
        let mut args =
            vec!["letter", CONFERENCE, child, "--format", "html", "--out", out.to_str().unwrap(), "--data", data];
        args.extend(more);
        hearth(&args)
    };
    let said = write("maja", &["--size", "24"]);
    assert!(said.status.success(), "{}", String::from_utf8_lossy(&said.stderr));
    assert!(String::from_utf8_lossy(&said.stderr).contains("Written for: Under 8"));
    let page = std::fs::read_to_string(&out).unwrap();
    assert!(
        page.contains("Dear Maja")
            && page.contains("data-print=\"largest\"")
            && !page.contains("Before you hand it over")
    );
    assert_eq!(write("nobody", &[]).status.code(), Some(1));
    assert_eq!(write("maja", &["--band", "grown_up"]).status.code(), Some(2));
    assert_eq!(write("maja", &["--size", "9"]).status.code(), Some(2));
}

#[tokio::test(flavor = "multi_thread")]
async fn feedback_is_shown_from_five_answers_on_and_each_card_works_once() {
    let (_folder, server) = fresh();
    let chair = server.chair().await;
    let cards = codes(&sheet(&server, &chair, "child").await);
    assert_eq!(cards.len(), 12);
    let give = async |code: &str, form: &str, face: &str| {
        let body =
            format!("form={form}&code={code}&listened={face}&understood=4&again=yes&words=let+me+sit+on+the+floor");
        server.post("/feedback", "", &body).await.1
    };
    assert_eq!(give("KX7M-2PQA", "child", "5").await, "/feedback/child?wrong", "a code that was never made");
    assert_eq!(give(&cards[0], "family", "5").await, "/feedback/family?wrong", "a card for another form");
    for card in &cards[..4] {
        assert_eq!(give(card, "child", "5").await, "/feedback/thanks");
    }
    assert_eq!(give(&cards[0], "child", "5").await, "/feedback/child?wrong", "a card works once");
    let results = async || server.get("/feedback/results", &chair).await.1;
    let before = results().await;
    assert!(before.contains("Not shown: fewer than five people") && !before.contains("sit on the floor"));
    assert_eq!(give(&cards[4].to_lowercase().replace('-', ""), "child", "5").await, "/feedback/thanks");
    let five = results().await;
    assert!(five.contains("5 people") && five.contains("sit on the floor") && five.contains("hidden"));
    assert_eq!(give(&cards[5], "child", "1").await, "/feedback/thanks");
    let six = results().await;
    assert!(six.contains("5 people") && !six.contains("6 people"), "the sixth waits for four more");
}

#[tokio::test(flavor = "multi_thread")]
async fn results_and_cards_are_for_the_staff_and_the_forms_are_for_anybody() {
    let (_folder, server) = fresh();
    let (_, page) = server.get("/feedback/results", "").await;
    assert!(page.contains("You are signed out") && !page.contains("Cards to hand out"));
    assert_eq!(server.post("/feedback/cards", "", "form=child").await.0, 401);
    assert_eq!(server.post("/feedback", "", "form=nonsense&code=KX7M-2PQA").await.0, 400);
    for (form, taps) in [("child", 5), ("family", 3), ("professional", 3)] {
        let (status, page) = server.get(&format!("/feedback/{form}"), "").await;
        assert_eq!(status, 200);
        assert_eq!(page.matches("<fieldset").count(), taps, "{form}");
        assert!(!page.contains("checked"), "nothing is chosen beforehand");
    }
    assert_eq!(server.get("/feedback/nobody", "").await.0, 404);
}
