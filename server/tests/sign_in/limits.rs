//! How long one stays signed in, what is said before the end, and how tries are counted.
//!
//! Deliberately without waiting: the store is told that time has passed.

use crate::common::{CONFERENCE, Client, Heard, fresh, hearth_told, line};
use crate::{CHAIR, now_ms, post, send, session_of, store};

const FRAME: &str = "/sign-in/stay";

#[tokio::test(flavor = "multi_thread")]
async fn before_the_end_the_console_says_so_and_one_can_stay() {
    let (folder, server) = fresh();
    let cookie = server.chair().await;
    let (store, session) = (store(folder.path()).await, session_of(&cookie));
    let meeting = format!("/given/drawn-for/{CONFERENCE}");
    assert!(!send(&server, &meeting, &cookie, None).await.body.contains(FRAME));

    let mut chair = Client::console(&server, &cookie).await;
    let now = now_ms();
    store.touch_session(&session, now - 29 * 60_000, now + 60_000).await.unwrap();
    assert_eq!(chair.ended().await, Some(1012), "the page connects again, and looks how things stand");
    assert!(send(&server, &meeting, &cookie, None).await.body.contains(FRAME));
    let frame = send(&server, FRAME, &cookie, None).await;
    assert!(frame.body.contains("Stay signed in") && frame.policy.contains("frame-ancestors 'self'"));
    let refresh: i64 = frame.refresh.unwrap().parse().unwrap();
    assert!((30..=61).contains(&refresh), "it looks again at the end: {refresh}");
    let kept = store.session(&session, 0).await.unwrap().unwrap();
    assert_eq!(kept.expires_ms, now + 60_000, "what a page asks for by itself puts nothing off");

    let mut chair = Client::console(&server, &cookie).await;
    assert_eq!(post(&server, FRAME, &cookie, "").await.to, FRAME);
    assert_eq!(chair.ended().await, Some(1012), "and looks again when it is put off");
    assert!(send(&server, FRAME, &cookie, None).await.body.contains("as you left it"));
    assert!(!send(&server, &meeting, &cookie, None).await.body.contains(FRAME));
    assert!(store.session(&session, now + 25 * 60_000).await.unwrap().is_some());
}

#[tokio::test(flavor = "multi_thread")]
async fn what_a_person_does_puts_the_end_off_but_never_beyond_twelve_hours() {
    let (folder, server) = fresh();
    let cookie = server.chair().await;
    let (store, session) = (store(folder.path()).await, session_of(&cookie));
    let now = now_ms();
    let age = async |began: i64, ends: i64| {
        let kept = store.session(&session, 0).await.unwrap().unwrap();
        let aged = store::Session { created_ms: began, last_seen_ms: now - 60_000, expires_ms: ends, ..kept };
        assert!(store.change_session(aged).await.unwrap());
    };
    let ends = async || store.session(&session, 0).await.unwrap().unwrap().expires_ms;

    age(now - 3_600_000, now + 600_000).await;
    let mut chair = Client::console(&server, &cookie).await;
    assert_eq!(ends().await, now + 600_000, "a page that connects is nobody");
    assert_eq!(chair.ask("c-1", &line("new-1", "A neighbour heard shouting.")).await, Heard::Done);
    assert!(ends().await >= now + 1_800_000, "a line is somebody");

    let eleven_and_a_half = now - 690 * 60_000;
    age(eleven_and_a_half, now + 600_000).await;
    send(&server, "/conferences", &cookie, None).await;
    assert_eq!(ends().await, eleven_and_a_half + 720 * 60_000);
    age(now - 719 * 60_000, now + 60_000).await;
    assert!(send(&server, FRAME, &cookie, None).await.body.contains("Sign in again now"), "staying does not help");
}

#[tokio::test(flavor = "multi_thread")]
async fn after_the_end_one_signs_in_again_in_the_frame_and_the_board_goes_on() {
    let (folder, server) = fresh();
    let cookie = server.chair().await;
    let store = store(folder.path()).await;
    let mut chair = Client::console(&server, &cookie).await;
    let now = now_ms();
    store.touch_session(&session_of(&cookie), now, now).await.unwrap();
    assert_eq!(chair.ended().await, Some(4401));
    let meeting = send(&server, &format!("/given/drawn-for/{CONFERENCE}"), &cookie, None).await.body;
    assert!(meeting.contains(FRAME) && !meeting.contains("curtain"), "the way in, and nothing of the meeting");

    let frame = send(&server, FRAME, &cookie, None).await.body;
    assert!(frame.contains("You are signed out."));
    let wrong = post(&server, "/sign-in", &cookie, "name=sian&password=wrong&framed=yes").await.to;
    assert_eq!(wrong, "/sign-in/stay?wrong=sign-in");
    let inside = post(&server, "/sign-in", &cookie, &format!("{CHAIR}&framed=yes")).await;
    assert_eq!(inside.to, FRAME);
    let cookie = inside.cookie.unwrap();
    assert!(send(&server, FRAME, &cookie, None).await.body.contains("as you left it"));
    Client::console(&server, &cookie).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_form_that_is_sent_after_the_end_is_kept_over_signing_in_again() {
    let (folder, server) = fresh();
    let cookie = server.chair().await;
    let store = store(folder.path()).await;
    let now = now_ms();
    store.touch_session(&session_of(&cookie), now, now).await.unwrap();

    let path = format!("/conferences/{CONFERENCE}/record/family");
    let form = "sheet=invitees&list=name,role%0D%0ANia+%22Bee%22+<Bevan>,professional";
    let back = post(&server, &path, &cookie, form).await;
    assert!(back.body.contains("Nothing of what you wrote is lost") && back.body.contains(FRAME));
    assert!(back.body.contains(&format!("action=\"{path}\"")) && !back.body.contains("Maja"), "and nothing else");
    let typed = back.body.split("name=\"list\" value=\"").nth(1).unwrap().split('"').next().unwrap();
    assert_eq!(typed.replace('\r', ""), "name,role\nNia &quot;Bee&quot; &lt;Bevan&gt;,professional");

    let inside = post(&server, "/sign-in", &cookie, &format!("{CHAIR}&framed=yes")).await.cookie.unwrap();
    assert_eq!(post(&server, &path, &inside, form).await.to, format!("{path}?kept"));
    assert!(send(&server, &path, &inside, None).await.body.contains("Bevan"));

    let (another, password) = ("/account/password", "password=kettle+lantern+orchard&new=x&twice=x");
    let back = post(&server, another, &cookie, password).await.body;
    assert!(!back.contains("kettle"), "a password is never written on a page");
}

#[tokio::test(flavor = "multi_thread")]
async fn tries_count_for_a_name_whoever_counted_them() {
    let (folder, server) = fresh();
    let store = store(folder.path()).await;
    let tried: [u8; 32] = <sha2::Sha256 as sha2::Digest>::digest(b"name sian").into();
    assert!(store.begin_try(&tried, now_ms(), |_| 200_000, 600_000).await.unwrap());
    assert_eq!(post(&server, "/sign-in", "", CHAIR).await.to, "/?wrong=slow", "another node counted it");
    assert_eq!(post(&server, "/sign-in", "", "name=nobody&password=x").await.to, "/?wrong=sign-in");
    store.forget_tries(&tried).await.unwrap();
    assert_eq!(post(&server, "/sign-in", "", CHAIR).await.to, "/conferences");

    let in_ten_years = now_ms() + 10 * 365 * 24 * 3_600_000;
    assert!(store.begin_try(&tried, in_ten_years, |_| 200_000, 600_000).await.unwrap());
    assert_eq!(post(&server, "/sign-in", "", CHAIR).await.to, "/conferences", "by a clock that was ahead");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_clock_that_was_ahead_keeps_nobody_in() {
    let (folder, server) = fresh();
    let cookie = server.chair().await;
    let (store, session, now) = (store(folder.path()).await, session_of(&cookie), now_ms());
    let is_in = async || !send(&server, "/conferences", &cookie, None).await.body.contains("You are signed out");
    store.touch_session(&session, now + 4 * 60_000, now + 20 * 60_000).await.unwrap();
    assert!(is_in().await, "a clock is put right by a little every day");
    let file = format!("/conferences/{CONFERENCE}/minutes/family.pdf");
    store.prove_session(&session, now + 4 * 60_000).await.unwrap();
    let asked = send(&server, &file, &cookie, None).await;
    assert!(asked.to.contains("/account/again"), "no password was given yet: {}", asked.to);
    let tablet = server.join(&server.code("a tablet for Tomek"), "").await;
    let mut seat = Client::open(&server, "/socket/seat", &tablet).await;
    let mut console = Client::console(&server, &cookie).await;
    for session in [&session, &session_of(&tablet)] {
        store.touch_session(session, now + 6 * 60_000, now + 20 * 60_000).await.unwrap();
    }
    assert!(!is_in().await);
    assert_eq!(console.ended().await, Some(4401), "what is open is not good for longer than what is opened");
    assert_eq!(seat.ended().await, Some(4401));
}

#[tokio::test(flavor = "multi_thread")]
async fn another_password_from_the_command_line_is_good_at_once() {
    let (folder, server) = fresh();
    for _ in 0..6 {
        post(&server, "/sign-in", "", "name=sian&password=wrong").await;
    }
    assert_eq!(post(&server, "/sign-in", "", CHAIR).await.to, "/?wrong=slow");
    let new = "saddle window marmalade";
    let data = folder.path().to_str().unwrap();
    assert!(hearth_told(&["account", "password", "sian", "--data", data], new).status.success());
    assert_eq!(post(&server, "/sign-in", "", &format!("name=sian&password={new}")).await.to, "/conferences");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_stranger_who_tries_a_name_keeps_nobody_out_where_they_have_signed_in_before() {
    let (_folder, server) = fresh();
    let known = post(&server, "/sign-in", "", CHAIR).await.known.expect("the browser is known from now on");
    let clerks = post(&server, "/sign-in", "", "name=oluwaseun&password=pencil harbour violet").await.known.unwrap();
    assert!(send(&server, "/conferences", &known, None).await.body.contains("You are signed out"), "it opens nothing");

    for _ in 0..6 {
        post(&server, "/sign-in", "", "name=sian&password=wrong").await;
    }
    assert_eq!(post(&server, "/sign-in", "", CHAIR).await.to, "/?wrong=slow", "anybody may be the stranger");
    assert_eq!(post(&server, "/sign-in", &clerks, CHAIR).await.to, "/?wrong=slow", "it is not a browser of hers");
    let inside = post(&server, "/sign-in", &known, CHAIR).await;
    assert_eq!((inside.to.as_str(), inside.known), ("/conferences", Some(known.clone())));

    for _ in 0..5 {
        assert_eq!(post(&server, "/sign-in", &known, "name=sian&password=wrong").await.to, "/?wrong=sign-in");
    }
    assert_eq!(post(&server, "/sign-in", &known, CHAIR).await.to, "/?wrong=slow", "whoever took it waits as well");
}
