//! Requests from elsewhere and frames that make no sense: refused, without a word about anything, harming nobody.
//!
//! Deliberately not here: what a right request does.

mod common;

use common::{CONFERENCE, Client, Heard, dial, fresh, line};

#[tokio::test(flavor = "multi_thread")]
async fn a_socket_opens_only_for_pages_of_this_very_host() {
    let (_folder, server) = fresh();
    let cookie = server.chair().await;
    let path = format!("/socket/conference/{CONFERENCE}");
    let own = format!("http://{}", server.address);
    assert!(dial(&server, &path, &cookie, Some(&own)).await.is_ok());
    for foreign in ["null", "http://evil.example", "http://127.0.0.1", "https://127.0.0.1.evil.example", "file://"] {
        assert!(dial(&server, &path, &cookie, Some(foreign)).await.is_err(), "{foreign}");
    }
    assert!(dial(&server, &path, "", Some(&own)).await.is_err(), "and only for somebody");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_form_from_another_site_changes_nothing() {
    let (_folder, server) = fresh();
    let form = "name=sian&password=kettle+lantern+orchard";
    let client = reqwest::Client::new();
    for (header, value) in [("origin", "http://evil.example"), ("sec-fetch-site", "cross-site")] {
        let answer = client
            .post(format!("http://{}/sign-in", server.address))
            .header("content-type", "application/x-www-form-urlencoded")
            .header(header, value)
            .body(form)
            .send()
            .await
            .unwrap();
        assert_eq!(answer.status().as_u16(), 403, "{header}");
        assert!(answer.headers().get("set-cookie").is_none());
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_frame_that_makes_no_sense_ends_its_own_socket_and_no_other() {
    let (_folder, server) = fresh();
    let cookie = server.chair().await;
    let mut other = Client::console(&server, &cookie).await;
    let deep = "[".repeat(50_000);
    for bad in ["", "{", "null", "[]", "{\"frame\":\"command\"}", "{\"frame\":\"nonsense\"}", deep.as_str()] {
        let mut client = Client::console(&server, &cookie).await;
        client.say(bad).await;
        assert_eq!(client.ended().await, Some(4422));
    }
    assert_eq!(other.ask("fine", &line("fine-1", "Still here.")).await, Heard::Done);
}

#[tokio::test(flavor = "multi_thread")]
async fn wrong_passwords_wait_longer_and_say_nothing() {
    let (_folder, server) = fresh();
    for _ in 0..5 {
        let (_, known, _) = server.post("/sign-in", "", "name=sian&password=wrong").await;
        let (_, unknown, _) = server.post("/sign-in", "", "name=nobody&password=wrong").await;
        assert_eq!((known.as_str(), unknown.as_str()), ("/?wrong=sign-in", "/?wrong=sign-in"));
    }
    let (_, slowed, _) = server.post("/sign-in", "", "name=sian&password=kettle+lantern+orchard").await;
    assert_eq!(slowed, "/?wrong=slow");
}
