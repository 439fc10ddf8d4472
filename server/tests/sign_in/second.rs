//! The second step: set up once, asked for each time, and good for nobody who only knows the password.
//!
//! Deliberately with codes of this half minute and the next, so that nothing has to be waited for.

use data_encoding::BASE32_NOPAD;
use hmac::{Hmac, KeyInit as _, Mac as _};
use sha1::Sha1;

use crate::common::{self, CONFERENCE, Server, fresh, hearth};
use crate::{Answer, CHAIR, now_ms, post, send};

/// The code of a key, so many half minutes from now.
fn code(key: &[u8], ahead: i64) -> String {
    let step = now_ms() / 30_000 + ahead;
    let mut mac = Hmac::<Sha1>::new_from_slice(key).unwrap();
    mac.update(&step.to_be_bytes());
    let hash = mac.finalize().into_bytes();
    let at = usize::from(hash[19] & 15);
    let four = u32::from_be_bytes(hash[at..at + 4].try_into().unwrap()) & 0x7fff_ffff;
    format!("{:06}", four % 1_000_000)
}

/// The key as the page shows it in letters.
fn key(page: &str) -> Vec<u8> {
    let letters = page.split("class=\"key\">").nth(1).unwrap().split('<').next().unwrap();
    BASE32_NOPAD.decode(letters.replace(' ', "").as_bytes()).unwrap()
}

/// The recovery codes on a page.
fn recovery(page: &str) -> Vec<String> {
    page.split("<code>").skip(1).map(|rest| rest.split('<').next().unwrap().to_owned()).collect()
}

/// What setting it up leaves: the key, the code that confirmed it, and what was answered.
struct SetUp {
    key: Vec<u8>,
    confirmed: String,
    answer: Answer,
}

/// Sets it up.
async fn set_up(server: &Server, cookie: &str) -> SetUp {
    let begun = post(server, "/account/second-factor", cookie, "do=begin").await;
    assert_eq!(begun.to, "/account/second-factor");
    let page = send(server, "/account/second-factor", cookie, None).await.body;
    assert!(page.contains("<svg"), "a picture for the camera");
    let key = key(&page);
    let wrong = post(server, "/account/second-factor", cookie, "do=confirm&code=000000").await;
    assert_eq!(wrong.to, "/account/second-factor?wrong=code");
    let confirmed = code(&key, 0);
    let answer = post(server, "/account/second-factor", cookie, &format!("do=confirm&code={confirmed}")).await;
    SetUp { key, confirmed, answer }
}

#[tokio::test(flavor = "multi_thread")]
async fn whoever_set_it_up_needs_a_code_each_time_and_each_code_works_once() {
    let (_folder, server) = fresh();
    let SetUp { key, confirmed, answer } = set_up(&server, &server.chair().await).await;
    let recovery = recovery(&answer.body);
    assert_eq!(recovery.len(), 10);

    let halfway = post(&server, "/sign-in", "", CHAIR).await;
    assert_eq!(halfway.to, "/sign-in/code");
    let cookie = halfway.cookie.unwrap();
    let console = format!("/socket/conference/{CONFERENCE}");
    for path in ["/conferences", "/account", "/account/second-factor", "/account/password"] {
        let page = send(&server, path, &cookie, None).await.body;
        assert!(page.contains("You are signed out"), "{path} is not open with the password alone");
    }
    assert!(common::is_turned_away(&server, &console, &cookie).await);
    for what in ["do=begin", "do=remove&code=000000", "do=codes&code=000000", "do=confirm&code=000000"] {
        assert_eq!(post(&server, "/account/second-factor", &cookie, what).await.to, "/sign-in/code", "{what}");
    }

    let again = post(&server, "/sign-in/code", &cookie, &format!("code={confirmed}")).await;
    assert_eq!(again.to, "/sign-in/code?wrong=code", "the code that confirmed it was used");
    let next = code(&key, 1);
    let inside = post(&server, "/sign-in/code", &cookie, &format!("code={next}")).await;
    assert_eq!(inside.to, "/conferences");
    let inside = inside.cookie.unwrap();
    assert_ne!(inside, cookie, "a new token");
    assert!(common::dial(&server, &console, &inside, None).await.is_ok());
    assert!(common::is_turned_away(&server, &console, &cookie).await, "the old one opens nothing");

    let cookie = post(&server, "/sign-in", "", CHAIR).await.cookie.unwrap();
    for (code, to) in [(&next, "/sign-in/code?wrong=code"), (&recovery[3], "/conferences")] {
        assert_eq!(post(&server, "/sign-in/code", &cookie, &format!("code={code}")).await.to, to);
    }
    let cookie = post(&server, "/sign-in", "", CHAIR).await.cookie.unwrap();
    for (code, to) in [(&recovery[3], "/sign-in/code?wrong=code"), (&recovery[4], "/conferences")] {
        assert_eq!(post(&server, "/sign-in/code", &cookie, &format!("code={}", code.to_lowercase())).await.to, to);
    }
    let page = send(&server, "/account/second-factor", &inside, None).await.body;
    assert!(page.contains("8 of your recovery codes are left"));
}

#[tokio::test(flavor = "multi_thread")]
async fn whoever_has_the_password_alone_guesses_slowly_and_keeps_its_owner_from_no_code() {
    let (_folder, server) = fresh();
    let first = post(&server, "/sign-in", "", CHAIR).await;
    let SetUp { key, .. } = set_up(&server, &first.cookie.unwrap()).await;
    let known = first.known.unwrap();

    let guessing = post(&server, "/sign-in", "", CHAIR).await.cookie.unwrap();
    for _ in 0..5 {
        assert_eq!(post(&server, "/sign-in/code", &guessing, "code=000000").await.to, "/sign-in/code?wrong=code");
    }
    let again = post(&server, "/sign-in", "", CHAIR).await;
    assert!(again.known.is_none(), "no browser is known for a password alone");
    let slowed = post(&server, "/sign-in/code", &again.cookie.unwrap(), &format!("code={}", code(&key, 1))).await;
    assert_eq!(slowed.to, "/sign-in/code?wrong=slow", "the password, once more, forgets no guess");

    let halfway = post(&server, "/sign-in", &known, CHAIR).await.cookie.unwrap();
    let cookies = format!("{known}; {halfway}");
    let inside = post(&server, "/sign-in/code", &cookies, &format!("code={}", code(&key, 1))).await;
    assert_eq!(inside.to, "/conferences");
}

#[tokio::test(flavor = "multi_thread")]
async fn where_everybody_needs_one_signing_in_leads_to_setting_it_up_and_to_nothing_else() {
    let folder = tempfile::tempdir().unwrap();
    let data = folder.path().to_str().unwrap();
    assert!(hearth(&["demo", "--data", data]).status.success());
    let args = ["serve", "--data", data, "--listen", "127.0.0.1:0", "--second-factor", "required"];
    let server = Server::start(&args);

    let halfway = post(&server, "/sign-in", "", CHAIR).await;
    assert_eq!(halfway.to, "/account/second-factor");
    let cookie = halfway.cookie.unwrap();
    let page = send(&server, "/conferences", &cookie, None).await.body;
    assert!(page.contains("You are signed out"));
    let console = format!("/socket/conference/{CONFERENCE}");
    assert!(common::is_turned_away(&server, &console, &cookie).await);

    let shown = set_up(&server, &cookie).await.answer;
    assert_eq!(recovery(&shown.body).len(), 10);
    let cookie = shown.cookie.expect("they are in");
    let mut chair = common::Client::console(&server, &cookie).await;

    let reset = hearth(&["account", "second-factor", "reset", "sian", "--data", data]);
    assert!(reset.status.success());
    assert_eq!(chair.ended().await, Some(4401));
    assert_eq!(post(&server, "/sign-in", "", CHAIR).await.to, "/account/second-factor", "from the beginning");
}
