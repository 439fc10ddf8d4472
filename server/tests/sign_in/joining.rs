//! Codes that open nothing: what a family mistypes keeps nobody at the door, and whoever guesses gets no more guesses by being
//! somebody new each time.
//!
//! Deliberately not here: what a code opens.

use std::collections::BTreeMap;

use futures_util::future::join_all;

use crate::common::{CONFERENCE, Client, fresh};
use crate::{now_ms, post, session_of, store};

#[tokio::test(flavor = "multi_thread")]
async fn a_dozen_mistyped_codes_keep_no_family_at_the_door() {
    let (_folder, server) = fresh();
    let code = server.code(&format!("the lobby of {CONFERENCE}"));
    for _ in 0..24 {
        assert_eq!(post(&server, "/join", "", "code=AAAA-BBBB&name=Amir").await.to, "/?wrong=code");
    }
    assert_eq!(post(&server, "/join", "", &format!("code={code}&name=Amir")).await.to, "/seat");
}

#[tokio::test(flavor = "multi_thread")]
async fn whoever_guesses_as_somebody_new_each_time_gets_no_more_guesses_by_that() {
    let (folder, server) = fresh();
    let store = store(folder.path()).await;
    let mut cookies = Vec::new();
    for number in 0..60 {
        let cookie = format!("__Host-hearth-seat=screen-{number}");
        let screen = store::Session {
            token_hash: session_of(&cookie),
            holder: format!("{{\"pairing\":\"AAAAAA{number}\"}}"),
            account: None,
            conference: None,
            created_ms: now_ms(),
            expires_ms: now_ms() + 600_000,
            last_seen_ms: now_ms(),
            device: None,
            proved_ms: 0,
        };
        store.put_session(screen).await.unwrap();
        cookies.push(cookie);
    }
    let guesses = (0..300_usize).map(|at| post(&server, "/join", &cookies[at % 60], "code=AAAA-BBBB"));
    let mut answers = BTreeMap::<String, usize>::new();
    for answer in join_all(guesses).await {
        *answers.entry(answer.to).or_default() += 1;
    }
    assert!(answers.get("/?wrong=slow").is_some_and(|slowed| *slowed > 50), "{answers:?}");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_screen_whose_code_is_too_old_does_not_become_the_wall_not_for_a_moment() {
    let (folder, server) = fresh();
    let store = store(folder.path()).await;
    let console = server.chair().await;
    let (cookie, code) = server.screen().await;
    let screen = store.session(&session_of(&cookie), 0).await.unwrap().unwrap();
    assert!(store.change_session(store::Session { expires_ms: now_ms() - 1, ..screen }).await.unwrap());
    let head = store.end(&CONFERENCE.parse().unwrap()).await.unwrap();

    let wall = format!("/conferences/{CONFERENCE}/wall");
    let answer = post(&server, &wall, &console, &format!("code={code}")).await;
    assert!(answer.to.ends_with("?wrong=wall-code"), "{}", answer.to);
    assert_eq!(store.end(&CONFERENCE.parse().unwrap()).await.unwrap(), head, "nothing is written of it");
    assert!(Client::console(&server, &console).await.view.seats.is_empty());
}
